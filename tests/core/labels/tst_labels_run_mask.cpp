#include "core/labels/run_mask.h"

#include <QTest>

#include <opencv2/core.hpp>
#include <rapidcheck.h>

using namespace patina;

namespace {

/// Noise in which runs of some length occur, and whole rows.
cv::Mat drawnMask(cv::Size size)
{
    cv::Mat mask(size, CV_8UC1, cv::Scalar(0));
    const int strokes = *rc::gen::inRange(0, 12);
    for (int i = 0; i < strokes; ++i) {
        const int row = *rc::gen::inRange(0, size.height);
        const int begin = *rc::gen::inRange(0, size.width);
        const int end = *rc::gen::inRange(begin, size.width + 1);
        if (begin < end)
            mask(cv::Rect(begin, row, end - begin, 1)).setTo(*rc::gen::element(1, 255));
    }
    return mask;
}

cv::Size drawnSize()
{
    return {*rc::gen::inRange(1, 20), *rc::gen::inRange(1, 9)};
}

cv::Mat whole(const RunMask &mask)
{
    return mask.toMat({{0, 0}, mask.size()});
}

bool same(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && cv::norm(a, b, cv::NORM_INF) == 0.0;
}

} // namespace

/// Masks as runs beside masks as pixels.
class TestLabelsRunMask : public QObject
{
    Q_OBJECT

private slots:
    void anyMaskSurvives();
    void setsAreThoseOfPixels();
    void factsAreThoseOfPixels();
    void partsAreCutOut();
    void masksBesideTheImageAreCut();
    void runsOutOfPlaceAreRefused_data();
    void runsOutOfPlaceAreRefused();
    void anyFlippedBitIsRefusedOrAMask();
    void anyTruncationIsRefused();
    void hugeCountsTakeNoMemory();
};

void TestLabelsRunMask::anyMaskSurvives()
{
    QVERIFY(rc::check([] {
        const cv::Mat pixels = drawnMask(drawnSize());
        const RunMask mask = RunMask::ofMat(pixels);
        RC_ASSERT(same(whole(mask), pixels > 0));
        const auto decoded = decodeMask(encodeMask(mask));
        RC_ASSERT(decoded.has_value());
        RC_ASSERT(*decoded == mask);
        const auto created = RunMask::create(mask.size(), {mask.runs().begin(), mask.runs().end()});
        RC_ASSERT(created.has_value() && *created == mask);
    }));
}

void TestLabelsRunMask::setsAreThoseOfPixels()
{
    QVERIFY(rc::check([] {
        const cv::Size size = drawnSize();
        const cv::Mat pixelsA = drawnMask(size) > 0;
        const cv::Mat pixelsB = drawnMask(size) > 0;
        const RunMask a = RunMask::ofMat(pixelsA);
        const RunMask b = RunMask::ofMat(pixelsB);
        RC_ASSERT(united(a, b) == RunMask::ofMat(pixelsA | pixelsB));
        RC_ASSERT(without(a, b) == RunMask::ofMat(pixelsA & ~pixelsB));
        RC_ASSERT(common(a, b) == RunMask::ofMat(pixelsA & pixelsB));
        // What was painted can be taken back.
        RC_ASSERT(united(without(a, b), common(a, b)) == a);
    }));
}

void TestLabelsRunMask::factsAreThoseOfPixels()
{
    QVERIFY(rc::check([] {
        const cv::Mat pixels = drawnMask(drawnSize());
        const RunMask mask = RunMask::ofMat(pixels);
        RC_ASSERT(mask.areaPx() == cv::countNonZero(pixels));
        RC_ASSERT(mask.empty() == (cv::countNonZero(pixels) == 0));
        for (int y = -1; y <= pixels.rows; ++y)
            for (int x = -1; x <= pixels.cols; ++x) {
                const bool inside = x >= 0 && y >= 0 && x < pixels.cols && y < pixels.rows;
                RC_ASSERT(mask.contains({x, y}) == (inside && pixels.at<uchar>(y, x) != 0));
            }
        cv::Rect box;
        for (const MaskRun &run : mask.runs())
            box = box.empty() ? cv::Rect(run.begin, run.row, run.end - run.begin, 1)
                              : box | cv::Rect(run.begin, run.row, run.end - run.begin, 1);
        RC_ASSERT(mask.box() == box);
    }));
}

void TestLabelsRunMask::partsAreCutOut()
{
    QVERIFY(rc::check([] {
        const cv::Size size = drawnSize();
        const cv::Mat pixels = drawnMask(size) > 0;
        const int x = *rc::gen::inRange(0, size.width);
        const int y = *rc::gen::inRange(0, size.height);
        const cv::Rect area(x, y, *rc::gen::inRange(1, size.width - x + 1), *rc::gen::inRange(1, size.height - y + 1));
        RC_ASSERT(same(RunMask::ofMat(pixels).toMat(area), pixels(area)));
    }));
}

void TestLabelsRunMask::masksBesideTheImageAreCut()
{
    const cv::Mat block(4, 4, CV_8UC1, cv::Scalar(255));
    const RunMask corner = RunMask::of(block, {10, 8}, {-2, 6});
    QCOMPARE(corner.areaPx(), std::int64_t{4});
    QVERIFY(corner.box() == cv::Rect(0, 6, 2, 2));
    QVERIFY(RunMask::of(block, {10, 8}, {20, 20}).empty());
    QVERIFY(RunMask::of({}, {10, 8}).empty());
}

void TestLabelsRunMask::runsOutOfPlaceAreRefused_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::newRow("row outside") << 5 << 0 << 1;
    QTest::newRow("negative row") << -1 << 0 << 1;
    QTest::newRow("empty") << 3 << 2 << 2;
    QTest::newRow("backwards") << 3 << 3 << 2;
    QTest::newRow("beyond the row") << 3 << 0 << 11;
    QTest::newRow("before the row") << 3 << -1 << 2;
    QTest::newRow("before the run before") << 1 << 0 << 1;
    QTest::newRow("touches the run before") << 2 << 6 << 7;
}

void TestLabelsRunMask::runsOutOfPlaceAreRefused()
{
    QFETCH(int, row);
    QFETCH(int, begin);
    QFETCH(int, end);
    const auto mask = RunMask::create({10, 5}, {{2, 3, 6}, {row, begin, end}});
    QVERIFY(!mask);
    QCOMPARE(mask.error().code, ErrorCode::BadArgument);
}

void TestLabelsRunMask::anyFlippedBitIsRefusedOrAMask()
{
    cv::Mat pixels(40, 300, CV_8UC1, cv::Scalar(0));
    cv::RNG(3).fill(pixels, cv::RNG::UNIFORM, 0, 2);
    const auto bytes = encodeMask(RunMask::ofMat(pixels));
    for (std::size_t bit = 0; bit < bytes.size() * 8; bit += 7) {
        auto flipped = bytes;
        flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
        const auto mask = decodeMask(flipped);
        QVERIFY(!mask || encodeMask(*mask) == flipped);
    }
}

void TestLabelsRunMask::anyTruncationIsRefused()
{
    const auto bytes = encodeMask(RunMask::ofMat(cv::Mat(7, 200, CV_8UC1, cv::Scalar(1))));
    for (std::size_t length = 0; length < bytes.size(); ++length)
        QVERIFY(!decodeMask(std::span(bytes).first(length)));
    auto longer = bytes;
    longer.push_back(0);
    QVERIFY(!decodeMask(longer));
}

void TestLabelsRunMask::hugeCountsTakeNoMemory()
{
    // Version 1, 10 x 10, 2^31 - 1 runs.
    const std::vector<std::uint8_t> bytes{1, 10, 10, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0, 0, 1};
    const auto mask = decodeMask(bytes);
    QVERIFY(!mask);
    QCOMPARE(mask.error().code, ErrorCode::BadFormat);
}

QTEST_APPLESS_MAIN(TestLabelsRunMask)
#include "tst_labels_run_mask.moc"
