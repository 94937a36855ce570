#include "core/labels/shape_mask.h"

#include <QTest>

#include <opencv2/imgproc.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <limits>

using namespace patina;

/// Shapes drawn by hand against slow, obvious ones: every pixel by its centre.
class TestLabelsShapeMask : public QObject
{
    Q_OBJECT
private slots:
    void polygonsTakeCentres();
    void polygonsThatShareAnEdgeShareNoPixel();
    void rectanglesAreTheirPolygons();
    void strokesTakeWhatIsNear();
    void outsideIsLeftOut();
    void endlessPolygonsAreRefused();
    void componentsAreWhatIsConnected();
    void componentsOfNothing();
    void enlargedShowsTheMap();
};

namespace {

constexpr int kSide = 24;

double coordinate()
{
    return *rc::gen::inRange(-200, 300) / 10.0;
}

std::vector<cv::Point2d> points(int most)
{
    std::vector<cv::Point2d> all(static_cast<std::size_t>(*rc::gen::inRange(1, most + 1)));
    for (cv::Point2d &point : all)
        point = {coordinate() + 0.013, coordinate() + 0.017}; // never on a centre
    return all;
}

template <typename Inside>
RunMask byCentres(Inside inside)
{
    cv::Mat mask(kSide, kSide, CV_8UC1);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            mask.at<std::uint8_t>(y, x) = inside(cv::Point2d(x + 0.5, y + 0.5)) ? 255 : 0;
    return RunMask::ofMat(mask);
}

bool inPolygon(const std::vector<cv::Point2d> &corners, cv::Point2d p)
{
    bool inside = false;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const cv::Point2d a = corners[i];
        const cv::Point2d b = corners[(i + 1) % corners.size()];
        if ((a.y <= p.y) != (b.y <= p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
            inside = !inside;
    }
    return inside;
}

double distanceTo(cv::Point2d a, cv::Point2d b, cv::Point2d p)
{
    const cv::Point2d along = b - a;
    const double square = along.dot(along);
    const double share = square > 0.0 ? std::clamp((p - a).dot(along) / square, 0.0, 1.0) : 0.0;
    const cv::Point2d off = p - (a + along * share);
    return std::hypot(off.x, off.y);
}

} // namespace

void TestLabelsShapeMask::polygonsTakeCentres()
{
    QVERIFY(rc::check([] {
        const auto corners = points(7);
        const RunMask expected = corners.size() < 3 ? RunMask({kSide, kSide})
                                                    : byCentres([&](cv::Point2d p) { return inPolygon(corners, p); });
        RC_ASSERT(polygonMask({kSide, kSide}, corners).value() == expected);
    }));
}

void TestLabelsShapeMask::polygonsThatShareAnEdgeShareNoPixel()
{
    // Corners on pixel centres and edges, where a rule is needed.
    const std::vector<cv::Point2d> whole{{2.5, 2.5}, {20.5, 2.5}, {20.5, 18.5}, {2.5, 18.5}};
    const std::vector<cv::Point2d> lower{{2.5, 2.5}, {20.5, 18.5}, {2.5, 18.5}};
    const std::vector<cv::Point2d> upper{{2.5, 2.5}, {20.5, 2.5}, {20.5, 18.5}};
    const cv::Size size(kSide, kSide);
    const RunMask a = polygonMask(size, lower).value();
    const RunMask b = polygonMask(size, upper).value();
    QVERIFY(common(a, b).empty());
    QVERIFY(united(a, b) == polygonMask(size, whole).value());
    QCOMPARE(polygonMask(size, whole).value().areaPx(), std::int64_t{18 * 16});
}

void TestLabelsShapeMask::rectanglesAreTheirPolygons()
{
    QVERIFY(rc::check([] {
        const cv::Point2d at(coordinate(), coordinate());
        const cv::Size2d size(std::abs(coordinate()), std::abs(coordinate()));
        const std::vector<cv::Point2d> corners{
            at, {at.x + size.width, at.y}, {at.x + size.width, at.y + size.height}, {at.x, at.y + size.height}};
        RC_ASSERT(rectangleMask({kSide, kSide}, {at, size}) == polygonMask({kSide, kSide}, corners).value());
    }));
}

void TestLabelsShapeMask::strokesTakeWhatIsNear()
{
    QVERIFY(rc::check([] {
        const auto line = points(5);
        const double radius = *rc::gen::inRange(0, 60) / 10.0 + 0.0071;
        const RunMask expected = byCentres([&](cv::Point2d p) {
            for (std::size_t i = 0; i < line.size(); ++i)
                if (distanceTo(line[i == 0 ? 0 : i - 1], line[i], p) <= radius ||
                    (std::floor(line[i].x) == p.x - 0.5 && std::floor(line[i].y) == p.y - 0.5))
                    return true;
            return false;
        });
        RC_ASSERT(strokeMask({kSide, kSide}, line, radius) == expected);
    }));
}

void TestLabelsShapeMask::outsideIsLeftOut()
{
    const cv::Size size(kSide, kSide);
    QCOMPARE(rectangleMask(size, {-1e9, -1e9, 2e9, 2e9}).areaPx(), std::int64_t{kSide * kSide});
    QVERIFY(rectangleMask(size, {100, 100, 5, 5}).empty());
    QVERIFY(strokeMask(size, std::vector<cv::Point2d>{{-50, -50}, {-60, 1e8}}, 3.0).empty());
    QVERIFY(strokeMask(size, {}, 3.0).empty());
    QCOMPARE(strokeMask(size, std::vector<cv::Point2d>{{5.1, 5.9}}, 0.0).areaPx(), std::int64_t{1});
    QVERIFY(polygonMask({}, std::vector<cv::Point2d>{{0, 0}, {9, 0}, {9, 9}}).value().empty());
}

/// Corners that go up and down a tall image cross over more rows than memory is for.
void TestLabelsShapeMask::endlessPolygonsAreRefused()
{
    constexpr int height = 1 << 22;
    std::vector<cv::Point2d> corners;
    for (int i = 0; i < 6; ++i)
        corners.emplace_back(i, i % 2 == 0 ? 0.0 : 1.0 * height);
    QCOMPARE(polygonMask({8, height}, corners).error().code, ErrorCode::TooLarge);
    const std::atomic<bool> cancelled = true;
    corners.resize(3);
    QCOMPARE(polygonMask({8, height}, corners, JobContext(&cancelled, {})).error().code, ErrorCode::Cancelled);
    QCOMPARE(joinedRuns({4, 4}, {{4, 0, 1}}).error().code, ErrorCode::BadArgument);
}

void TestLabelsShapeMask::componentsAreWhatIsConnected()
{
    QVERIFY(rc::check([] {
        cv::Mat map(kSide, kSide, CV_32FC1);
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x)
                map.at<float>(y, x) = static_cast<float>(*rc::gen::inRange(0, 4));
        const cv::Point at(*rc::gen::inRange(0, kSide), *rc::gen::inRange(0, kSide));
        const cv::Mat above = map >= 2.0;
        cv::Mat labels;
        cv::connectedComponents(above, labels, 8, CV_32S);
        const int label = labels.at<int>(at);
        const RunMask expected = label == 0 ? RunMask(map.size()) : RunMask::ofMat(labels == label);
        RC_ASSERT(componentAt(map, at, 2.0) == expected);
    }));
}

void TestLabelsShapeMask::componentsOfNothing()
{
    cv::Mat map(4, 4, CV_32FC1, cv::Scalar(1.0));
    map.at<float>(1, 1) = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(componentAt(map, {1, 1}, 0.5).empty());
    QVERIFY(componentAt(map, {-1, 0}, 0.5).empty());
    QVERIFY(componentAt(map, {0, 4}, 0.5).empty());
    QVERIFY(componentAt({}, {0, 0}, 0.5).empty());
    QCOMPARE(componentAt(map, {0, 0}, 1.0).areaPx(), std::int64_t{15});
}

void TestLabelsShapeMask::enlargedShowsTheMap()
{
    QVERIFY(rc::check([] {
        const RunMask mask = polygonMask({kSide, kSide}, points(6)).value();
        const cv::Size size{kSide + *rc::gen::inRange(0, 90), kSide + *rc::gen::inRange(0, 90)};
        const RunMask large = enlarged(mask, size);
        RC_ASSERT(large.size() == size);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                RC_ASSERT(large.contains({x, y}) == mask.contains({x * kSide / size.width, y * kSide / size.height}));
    }));
    QVERIFY(enlarged(RunMask(), {4, 4}).empty());
}

QTEST_APPLESS_MAIN(TestLabelsShapeMask)
#include "tst_labels_shape_mask.moc"
