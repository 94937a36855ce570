#include "core/labels/region_mask.h"

#include <QTest>

#include <opencv2/imgproc.hpp>
#include <rapidcheck.h>

#include <atomic>
#include <limits>

using namespace patina;

namespace {

/// A map of few levels, so that components touch and enclose each other.
cv::Mat drawnMap()
{
    cv::Mat map(*rc::gen::inRange(1, 14), *rc::gen::inRange(1, 18), CV_32FC1);
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.cols; ++x)
            map.at<float>(y, x) = *rc::gen::element(0.0F, 0.5F, 1.0F, 2.0F, std::numeric_limits<float>::quiet_NaN());
    return map;
}

cv::Mat whole(const RunMask &mask)
{
    return mask.toMat({{0, 0}, mask.size()});
}

} // namespace

/// The pixels of regions as masks of labels.
class TestLabelsRegionMask : public QObject
{
    Q_OBJECT

private slots:
    void masksAreTheRegions();
    void masksGrowWithTheImage();
    void refusesWhatIsNotOfTheMap();
};

void TestLabelsRegionMask::masksAreTheRegions()
{
    QVERIFY(rc::check("area, box and first pixel of every region; together all that is flagged, once", [] {
        const cv::Mat map = drawnMap();
        const double threshold = *rc::gen::element(0.5, 1.0, 1.5);
        const auto regions = regionsOf(map, {.threshold = threshold}).value();
        const auto masks = masksOf(map, regions, threshold, map.size());
        RC_ASSERT(masks.has_value());
        RC_ASSERT(masks->size() == regions.size());
        cv::Mat sum = cv::Mat::zeros(map.size(), CV_8UC1);
        for (std::size_t i = 0; i < regions.size(); ++i) {
            const RunMask &mask = (*masks)[i];
            RC_ASSERT(mask.areaPx() == regions[i].areaPx);
            RC_ASSERT(mask.box() == regions[i].box);
            RC_ASSERT(mask.contains(regions[i].first));
            sum += whole(mask) / 255;
        }
        const cv::Mat flagged = (map >= threshold) / 255;
        RC_ASSERT(cv::countNonZero(sum != flagged) == 0);
    }));
}

void TestLabelsRegionMask::masksGrowWithTheImage()
{
    QVERIFY(rc::check("as nearest neighbours do", [] {
        const cv::Mat map = drawnMap();
        const cv::Size size(map.cols + *rc::gen::inRange(0, 3 * map.cols), map.rows + *rc::gen::inRange(0, 30));
        const auto regions = regionsOf(map, {.threshold = 1.0}).value();
        const auto masks = masksOf(map, regions, 1.0, size).value();
        const auto small = masksOf(map, regions, 1.0, map.size()).value();
        for (std::size_t i = 0; i < masks.size(); ++i) {
            RC_ASSERT(masks[i].size() == size);
            for (int y = 0; y < size.height; ++y)
                for (int x = 0; x < size.width; ++x)
                    RC_ASSERT(masks[i].contains({x, y}) ==
                              small[i].contains({x * map.cols / size.width, y * map.rows / size.height}));
        }
    }));
}

void TestLabelsRegionMask::refusesWhatIsNotOfTheMap()
{
    const cv::Mat map = cv::Mat::eye(6, 6, CV_32FC1);
    auto regions = regionsOf(map, {.threshold = 0.5}).value();
    QVERIFY(masksOf(map, regions, 0.5, {6, 6}));
    QCOMPARE(masksOf(map, regions, 1.5, {6, 6}).error().code, ErrorCode::BadArgument);
    QCOMPARE(masksOf(map, regions, 0.5, {5, 6}).error().code, ErrorCode::BadArgument);
    QCOMPARE(masksOf(map, regions, 0.5, {6, 1 << 25}).error().code, ErrorCode::BadArgument);
    QCOMPARE(masksOf(cv::Mat(), regions, 0.5, {6, 6}).error().code, ErrorCode::BadArgument);
    const std::atomic<bool> cancel = true;
    QCOMPARE(masksOf(map, regions, 0.5, {6, 6}, JobContext(&cancel, {})).error().code, ErrorCode::Cancelled);
    regions.front().box.x = 3;
    QCOMPARE(masksOf(map, regions, 0.5, {6, 6}).error().code, ErrorCode::BadArgument);
}

QTEST_APPLESS_MAIN(TestLabelsRegionMask)
#include "tst_labels_region_mask.moc"
