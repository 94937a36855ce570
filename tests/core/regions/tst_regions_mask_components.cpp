#include "core/regions/mask_components.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>
#include <rapidcheck.h>

#include <map>
#include <random>

using namespace patina;

namespace {

cv::Mat randomMask(int height, int width, int percent, unsigned seed)
{
    std::mt19937 random(seed);
    cv::Mat mask(height, width, CV_8UC1, cv::Scalar(0));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            mask.at<std::uint8_t>(y, x) = static_cast<int>(random() % 100) < percent ? 255 : 0;
    return mask;
}

/// The component of every pixel as the runs say it, -1 outside.
cv::Mat labelsOf(const MaskComponents &parts, cv::Size size)
{
    cv::Mat labels(size, CV_32SC1, cv::Scalar(-1));
    for (int y = 0; y < size.height; ++y)
        for (const Run &run : parts.row(y))
            for (int x = run.begin; x < run.end; ++x)
                labels.at<int>(y, x) = run.set;
    return labels;
}

} // namespace

class TestMaskComponents : public QObject
{
    Q_OBJECT

private slots:
    void equalsOpenCv();
    void shapes_data();
    void shapes();
    void emptyMask();
    void rowsOutsideAreEmpty();
    void onesAndFullBytesCountTheSame();
};

void TestMaskComponents::equalsOpenCv()
{
    QVERIFY(rc::check("the same components as cv::connectedComponents, 8-connected", [] {
        const int height = *rc::gen::inRange(1, 40);
        const int width = *rc::gen::inRange(1, 60);
        const cv::Mat mask = randomMask(height, width, *rc::gen::inRange(0, 101), *rc::gen::arbitrary<unsigned>());
        cv::Mat reference;
        cv::Mat stats;
        cv::Mat centroids;
        const int count = cv::connectedComponentsWithStats(mask, reference, stats, centroids, 8, CV_32S);
        const MaskComponents parts(mask);
        RC_ASSERT(static_cast<int>(parts.components().size()) == count - 1);
        RC_ASSERT(parts.areaPx() == cv::countNonZero(mask));
        const cv::Mat labels = labelsOf(parts, mask.size());
        std::map<int, int> theirs;
        int next = 0;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const int label = labels.at<int>(y, x);
                const int other = reference.at<int>(y, x);
                RC_ASSERT((label < 0) == (other == 0));
                if (label < 0)
                    continue;
                const auto [known, added] = theirs.emplace(label, other);
                RC_ASSERT(known->second == other);
                if (added) {
                    RC_ASSERT(label == next);
                    ++next;
                }
            }
        for (const auto &[label, other] : theirs) {
            const MaskComponent &part = parts.components()[static_cast<std::size_t>(label)];
            RC_ASSERT(part.areaPx == stats.at<int>(other, cv::CC_STAT_AREA));
            RC_ASSERT(part.box ==
                      cv::Rect(stats.at<int>(other, cv::CC_STAT_LEFT), stats.at<int>(other, cv::CC_STAT_TOP),
                               stats.at<int>(other, cv::CC_STAT_WIDTH), stats.at<int>(other, cv::CC_STAT_HEIGHT)));
        }
    }));
}

void TestMaskComponents::shapes_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<int>("count");
    QTest::newRow("diagonal neighbours are one") << QStringList{"#..", ".#.", "..#"} << 1;
    QTest::newRow("two columns apart are two") << QStringList{"#.#", "#.#"} << 2;
    QTest::newRow("U joins at the bottom") << QStringList{"#.#", "#.#", "###"} << 1;
    QTest::newRow("W joins two earlier ones") << QStringList{"#.#.#", ".#.#."} << 1;
    QTest::newRow("an island in a ring is its own") << QStringList{"#####", "#...#", "#.#.#", "#...#", "#####"} << 2;
    QTest::newRow("an empty row parts") << QStringList{"###", "...", "###"} << 2;
    QTest::newRow("full") << QStringList{"###", "###"} << 1;
}

void TestMaskComponents::shapes()
{
    QFETCH(QStringList, rows);
    QFETCH(int, count);
    cv::Mat mask(static_cast<int>(rows.size()), static_cast<int>(rows[0].size()), CV_8UC1, cv::Scalar(0));
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            mask.at<std::uint8_t>(y, x) = rows[y][x] == QLatin1Char('#') ? 255 : 0;
    QCOMPARE(static_cast<int>(MaskComponents(mask).components().size()), count);
}

void TestMaskComponents::emptyMask()
{
    QVERIFY(MaskComponents().components().empty());
    QVERIFY(MaskComponents(cv::Mat()).components().empty());
    QVERIFY(MaskComponents(cv::Mat::zeros(5, 700, CV_8UC1)).components().empty());
    QCOMPARE(MaskComponents(cv::Mat::zeros(5, 700, CV_8UC1)).areaPx(), std::int64_t{0});
}

void TestMaskComponents::rowsOutsideAreEmpty()
{
    const MaskComponents parts(cv::Mat(3, 4, CV_8UC1, cv::Scalar(255)));
    QVERIFY(parts.row(-1).empty());
    QVERIFY(parts.row(3).empty());
    QCOMPARE(parts.row(2).size(), std::size_t{1});
    QVERIFY(MaskComponents().row(0).empty());
}

void TestMaskComponents::onesAndFullBytesCountTheSame()
{
    const cv::Mat mask = randomMask(20, 33, 40, 5);
    const cv::Mat ones = mask / 255;
    QCOMPARE(MaskComponents(ones).components(), MaskComponents(mask).components());
}

QTEST_APPLESS_MAIN(TestMaskComponents)
#include "tst_regions_mask_components.moc"
