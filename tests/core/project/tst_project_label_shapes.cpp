#include "core/project/formats/mask_rings.h"
#include "core/project/formats/run_lengths.h"
#include "core/project/formats/shape_mask.h"

#include <QTest>

#include <rapidcheck.h>

#include <cmath>

using namespace patina;
using namespace patina::formats;

namespace {

RunMask anyMask()
{
    const cv::Size size(*rc::gen::inRange(1, 12), *rc::gen::inRange(1, 12));
    cv::Mat pixels(size, CV_8UC1);
    for (int i = 0; i < size.area(); ++i)
        pixels.data[i] = *rc::gen::element<std::uint8_t>(0, 0, 255, 255, 255);
    return RunMask::ofMat(pixels);
}

/// Is the centre of a pixel inside? The slow, obvious way.
template <typename Inside>
RunMask slowMask(cv::Size size, Inside inside)
{
    cv::Mat pixels(size, CV_8UC1, cv::Scalar(0));
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            if (inside(cv::Point2d(x + 0.5, y + 0.5)))
                pixels.at<uchar>(y, x) = 255;
    return RunMask::ofMat(pixels);
}

bool insideRing(const std::vector<cv::Point2d> &ring, cv::Point2d at)
{
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const cv::Point2d a = ring[i];
        const cv::Point2d b = ring[(i + 1) % ring.size()];
        if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) * (b.x - a.x) / (b.y - a.y))
            inside = !inside;
    }
    return inside;
}

/// As pycocotools writes it (rleToString).
std::string textOf(const std::vector<std::int64_t> &counts)
{
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        std::int64_t value = counts[i] - (i > 2 ? counts[i - 2] : 0);
        for (bool more = true; more;) {
            std::int64_t letter = value & 0x1F;
            value >>= 5;
            more = (letter & 0x10) != 0 ? value != -1 : value != 0;
            text += static_cast<char>((more ? letter | 0x20 : letter) + 48);
        }
    }
    return text;
}

PolygonShape filled(const std::vector<std::vector<cv::Point>> &rings)
{
    PolygonShape shape;
    for (const auto &ring : rings)
        shape.rings.emplace_back(ring.begin(), ring.end());
    return shape;
}

} // namespace

/// Shapes of other programs, as pixels, and back.
class TestProjectLabelShapes : public QObject
{
    Q_OBJECT

private slots:
    void outlinesGiveTheMaskAgain();
    void piecesAtACornerAreApart();
    void aMaskWithAHoleHasNoPlainRings();
    void runLengthsGiveTheMaskAgain();
    void polygonsAreFilledByCentres();
    void ellipsesAreFilledByCentres();
    void boxes();
    void whatLiesOutsideIsLeftOut();
    void bounds();
    void damagedRunLengthsAreRefused();
};

void TestProjectLabelShapes::outlinesGiveTheMaskAgain()
{
    QVERIFY(rc::check([] {
        const RunMask mask = anyMask();
        const MaskRings rings = ringsOf(mask);
        RunMask again = maskOf(filled(rings.outer), mask.size(), {}).value();
        again = without(again, maskOf(filled(rings.holes), mask.size(), {}).value());
        // What lies in a hole is an outline of its own.
        RC_ASSERT(without(again, mask).empty());
        for (const auto &ring : rings.outer) {
            std::int64_t area = 0;
            for (std::size_t i = 0; i < ring.size(); ++i)
                area += std::int64_t{ring[i].x} * ring[(i + 1) % ring.size()].y -
                        std::int64_t{ring[(i + 1) % ring.size()].x} * ring[i].y;
            RC_ASSERT(area > 0);
        }
        if (rings.holes.empty())
            RC_ASSERT(again == mask);
        // All rings, one by one, even-odd.
        RunMask oddly(mask.size());
        for (const auto *some : {&rings.outer, &rings.holes})
            for (const auto &ring : *some) {
                const RunMask one = maskOf(filled({ring}), mask.size(), {}).value();
                oddly = united(without(oddly, one), without(one, oddly));
            }
        RC_ASSERT(oddly == mask);
    }));
}

void TestProjectLabelShapes::piecesAtACornerAreApart()
{
    const RunMask mask = RunMask::create({2, 2}, {{0, 0, 1}, {1, 1, 2}}).value();
    QCOMPARE(ringsOf(mask).outer.size(), std::size_t{2});
    QCOMPARE(ringsOf(mask).holes.size(), std::size_t{0});
    const RunMask other = RunMask::create({2, 2}, {{0, 1, 2}, {1, 0, 1}}).value();
    QCOMPARE(ringsOf(other).outer.size(), std::size_t{2});
}

void TestProjectLabelShapes::aMaskWithAHoleHasNoPlainRings()
{
    const RunMask ring = RunMask::create({5, 5}, {{1, 1, 4}, {2, 1, 2}, {2, 3, 4}, {3, 1, 4}}).value();
    QCOMPARE(ringsOf(ring).holes.size(), std::size_t{1});
    QVERIFY(plainRings(ring).empty());
    const RunMask box = RunMask::create({5, 5}, {{1, 1, 4}, {2, 1, 4}}).value();
    QCOMPARE(plainRings(box), (std::vector<std::vector<cv::Point>>{{{1, 1}, {4, 1}, {4, 3}, {1, 3}}}));
}

void TestProjectLabelShapes::runLengthsGiveTheMaskAgain()
{
    QVERIFY(rc::check([] {
        const RunMask mask = anyMask();
        const auto columns = columnCountsOf(mask).value();
        RC_ASSERT(maskOfColumnCounts(mask.size(), columns, {}).value() == mask);
        RC_ASSERT(countsOfText(textOf(columns)).value() == columns);
        RC_ASSERT(maskOfRowCounts(mask.size(), mask.box(), rowCountsOf(mask), {}).value() == mask);
    }));
}

void TestProjectLabelShapes::polygonsAreFilledByCentres()
{
    QVERIFY(rc::check([] {
        const cv::Size size(*rc::gen::inRange(1, 16), *rc::gen::inRange(1, 16));
        std::vector<cv::Point2d> ring;
        // A grid that no pixel centre is on.
        for (int i = *rc::gen::inRange(3, 9); i > 0; --i)
            ring.emplace_back(*rc::gen::inRange(-30, 180) / 10.0 + 0.0371, *rc::gen::inRange(-30, 180) / 10.0 + 0.03);
        const RunMask slow = slowMask(size, [&](cv::Point2d at) { return insideRing(ring, at); });
        RC_ASSERT(maskOf(PolygonShape{{ring}}, size, {}).value() == slow);
    }));
}

void TestProjectLabelShapes::ellipsesAreFilledByCentres()
{
    QVERIFY(rc::check([] {
        const cv::Size size(*rc::gen::inRange(1, 20), *rc::gen::inRange(1, 20));
        const EllipseShape shape{{*rc::gen::inRange(-20, 200) / 10.0, *rc::gen::inRange(-20, 200) / 10.0},
                                 {*rc::gen::inRange(3, 90) / 10.0 + 0.011, *rc::gen::inRange(3, 90) / 10.0 + 0.013},
                                 static_cast<double>(*rc::gen::inRange(-180, 181))};
        const double angle = shape.degrees * 3.14159265358979323846 / 180.0;
        const RunMask slow = slowMask(size, [&](cv::Point2d at) {
            const cv::Point2d d = at - shape.centre;
            const double u = (std::cos(angle) * d.x + std::sin(angle) * d.y) / shape.radii.width;
            const double v = (-std::sin(angle) * d.x + std::cos(angle) * d.y) / shape.radii.height;
            return u * u + v * v < 1.0;
        });
        RC_ASSERT(maskOf(shape, size, {}).value() == slow);
    }));
}

void TestProjectLabelShapes::boxes()
{
    const RunMask box = maskOf(rectangleShape({2, 1}, {5, 3}), {8, 8}, {}).value();
    QCOMPARE(box, RunMask::create({8, 8}, {{1, 2, 5}, {2, 2, 5}}).value());
    QCOMPARE(maskOf(rectangleShape({5, 3}, {2, 1}), {8, 8}, {}).value(), box); // any two corners
    QCOMPARE(maskOf(rectangleShape({2, 1}, {5, 3}, 180.0), {8, 8}, {}).value(), box);
    // A quarter turn around (3.5, 2): columns 2.4 to 4.6, rows 0.5 to 3.5.
    QCOMPARE(maskOf(rectangleShape({2.01, 0.9}, {4.99, 3.1}, 90.0), {8, 8}, {}).value().box(), cv::Rect(2, 1, 3, 2));
}

void TestProjectLabelShapes::whatLiesOutsideIsLeftOut()
{
    const RunMask all = RunMask::create({4, 3}, {{0, 0, 4}, {1, 0, 4}, {2, 0, 4}}).value();
    QCOMPARE(maskOf(rectangleShape({-1e9, -1e9}, {1e9, 1e9}), {4, 3}, {}).value(), all);
    QVERIFY(maskOf(rectangleShape({10, 10}, {20, 20}), {4, 3}, {}).value().empty());
    QVERIFY(maskOf(EllipseShape{{-50, -50}, {3, 3}, 0}, {4, 3}, {}).value().empty());
    QVERIFY(maskOf(PolygonShape{{{{0.1, 0.1}, {0.4, 0.1}, {0.4, 0.4}}}}, {4, 3}, {}).value().empty()); // no centre
    QCOMPARE(maskOf(RowRuns{{-2, -1, 4, 3}, {0, 12}}, {4, 3}, {}).value(),
             RunMask::create({4, 3}, {{0, 0, 2}, {1, 0, 2}}).value());
}

void TestProjectLabelShapes::bounds()
{
    std::vector<cv::Point2d> zigzag;
    for (int i = 0; i < 10'000; ++i)
        zigzag.emplace_back(i % 100, i % 2 == 0 ? 0 : 20'000);
    const auto intricate = maskOf(PolygonShape{{zigzag}}, {200, 20'000}, {});
    QVERIFY(!intricate);
    QCOMPARE(intricate.error().code, ErrorCode::TooLarge);
    // Over four million runs: every second pixel of a column-wise comb.
    std::vector<std::int64_t> comb(10'000'000, 1);
    const auto many = maskOfColumnCounts({4000, 4001}, comb, {});
    QVERIFY(!many);
    QCOMPARE(many.error().code, ErrorCode::TooLarge);
    // A whole large image is one count, and quickly done.
    QCOMPARE(maskOfColumnCounts({200'000, 200'000}, std::vector<std::int64_t>{0, 40'000'000'000}, {}).value().areaPx(),
             std::int64_t{40'000'000'000});
    const std::atomic<bool> cancel = true;
    QCOMPARE(maskOf(rectangleShape({0, 0}, {4, 4}), {8, 8}, JobContext(&cancel, {})).error().code,
             ErrorCode::Cancelled);
}

void TestProjectLabelShapes::damagedRunLengthsAreRefused()
{
    using Counts = std::vector<std::int64_t>;
    QCOMPARE(maskOfColumnCounts({3, 3}, Counts{1, -1}, {}).error().code, ErrorCode::BadFormat);
    QCOMPARE(maskOfColumnCounts({3, 3}, Counts{5, 5}, {}).error().code, ErrorCode::BadFormat);
    QCOMPARE(maskOfColumnCounts({3, 3}, Counts{INT64_MAX, INT64_MAX}, {}).error().code, ErrorCode::BadFormat);
    QCOMPARE(maskOfRowCounts({3, 3}, {0, 0, 2, 2}, Counts{0, 5}, {}).error().code, ErrorCode::BadFormat);
    QVERIFY(maskOfColumnCounts({3, 3}, Counts{}, {}).value().empty());
    for (const char *text : {"o", "ooooooooooooooooooo", "\x01", "~", "oooooooooo1"})
        QCOMPARE(countsOfText(text).error().code, ErrorCode::BadFormat);
}

QTEST_APPLESS_MAIN(TestProjectLabelShapes)
#include "tst_project_label_shapes.moc"
