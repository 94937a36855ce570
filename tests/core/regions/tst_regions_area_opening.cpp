#include "core/regions/area_opening.h"
#include "core/regions/region.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace patina;

namespace {

/// Few different scores, so that plateaus, ties and specks are common.
cv::Mat steps(int height, int width, int levels, unsigned seed)
{
    cv::Mat map(height, width, CV_32FC1);
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> level(-1, levels);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            map.at<float>(y, x) = 0.25F * static_cast<float>(level(random));
    return map;
}

/// The obvious way: at every score of the map, from the lowest up, what lies in a region that is large enough.
cv::Mat slowOpening(const cv::Mat &map, const AreaOpening &opening, const cv::Mat &ignore)
{
    std::vector<float> scores(map.begin<float>(), map.end<float>());
    std::ranges::sort(scores);
    cv::Mat opened = map.clone();
    const float below = std::nextafter(opening.floor, -std::numeric_limits<float>::infinity());
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.cols; ++x)
            if (map.at<float>(y, x) >= opening.floor && (ignore.empty() || ignore.at<std::uint8_t>(y, x) == 0))
                opened.at<float>(y, x) = below;
    for (const float score : scores) {
        if (score < opening.floor)
            continue;
        const auto regions = regionsOf(map, {.threshold = score, .minAreaPx = opening.minAreaPx}, ignore);
        cv::Mat inside = cv::Mat::zeros(map.size(), CV_8UC1);
        std::vector<cv::Point> front;
        for (const Region &region : regions.value())
            front.push_back(region.first);
        while (!front.empty()) {
            const cv::Point at = front.back();
            front.pop_back();
            if (!cv::Rect({}, map.size()).contains(at) || inside.at<std::uint8_t>(at) != 0 ||
                map.at<float>(at) < score || (!ignore.empty() && ignore.at<std::uint8_t>(at) != 0))
                continue;
            inside.at<std::uint8_t>(at) = 255;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    front.emplace_back(at.x + dx, at.y + dy);
        }
        opened.setTo(score, inside);
    }
    return opened;
}

bool same(const cv::Mat &a, const cv::Mat &b)
{
    return cv::countNonZero(a != b) == 0;
}

} // namespace

class TestRegionsAreaOpening : public QObject
{
    Q_OBJECT
private slots:
    void equalsTheObviousWay();
    void keepsExactlyTheLargeRegions();
    void openingTwiceChangesNothing();
    void notANumberIsLeftAlone();
    void wrongArgumentsAreRefused();
};

void TestRegionsAreaOpening::equalsTheObviousWay()
{
    QVERIFY(rc::check([](unsigned seed) {
        const cv::Mat map = steps(*rc::gen::inRange(1, 14), *rc::gen::inRange(1, 14), *rc::gen::inRange(1, 7), seed);
        const AreaOpening opening{*rc::gen::inRange<std::int64_t>(1, 30),
                                  *rc::gen::element(-std::numeric_limits<float>::infinity(), 0.0F, 0.5F, 0.6F)};
        cv::Mat ignore;
        if (*rc::gen::arbitrary<bool>())
            ignore = steps(map.rows, map.cols, 3, seed + 1) > 0.6;
        cv::Mat opened = map.clone();
        RC_ASSERT(openByArea(opened, opening, ignore).has_value());
        if (opening.minAreaPx == 1)
            RC_ASSERT(same(opened, map));
        else
            RC_ASSERT(same(opened, slowOpening(map, opening, ignore)));
    }));
}

void TestRegionsAreaOpening::keepsExactlyTheLargeRegions()
{
    QVERIFY(rc::check([](unsigned seed) {
        const cv::Mat map = steps(*rc::gen::inRange(1, 40), *rc::gen::inRange(1, 40), *rc::gen::inRange(1, 12), seed);
        const auto least = *rc::gen::inRange<std::int64_t>(1, 60);
        cv::Mat opened = map.clone();
        RC_ASSERT(openByArea(opened, {least, 0.25F}).has_value());
        for (const double threshold : {0.25, 0.5, 0.75, 1.1, 2.0}) {
            const auto large = regionsOf(map, {.threshold = threshold, .minAreaPx = least}).value();
            const auto left = regionsOf(opened, {.threshold = threshold}).value();
            RC_ASSERT(large.size() == left.size());
            for (std::size_t i = 0; i < large.size(); ++i) {
                RC_ASSERT(large[i].first == left[i].first);
                RC_ASSERT(large[i].box == left[i].box);
                RC_ASSERT(large[i].areaPx == left[i].areaPx);
                RC_ASSERT(large[i].peak >= left[i].peak);
            }
        }
    }));
}

void TestRegionsAreaOpening::openingTwiceChangesNothing()
{
    cv::Mat once = steps(50, 70, 9, 7);
    QVERIFY(openByArea(once, {12}).has_value());
    cv::Mat twice = once.clone();
    QVERIFY(openByArea(twice, {12}).has_value());
    QVERIFY(same(once, twice));
}

void TestRegionsAreaOpening::notANumberIsLeftAlone()
{
    cv::Mat map(3, 5, CV_32FC1, cv::Scalar(0.0));
    map.row(1).setTo(1.0);
    map.at<float>(1, 2) = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(openByArea(map, {3, 0.5F}).has_value());
    QVERIFY(std::isnan(map.at<float>(1, 2)));
    QCOMPARE(map.at<float>(1, 0), std::nextafter(0.5F, 0.0F)); // two pixels on either side of it
    QCOMPARE(map.at<float>(0, 0), 0.0F);
}

void TestRegionsAreaOpening::wrongArgumentsAreRefused()
{
    cv::Mat map(3, 5, CV_32FC1, cv::Scalar(1.0));
    QCOMPARE(openByArea(map, {0}).error().code, ErrorCode::BadArgument);
    QCOMPARE(openByArea(map, {2}, cv::Mat(2, 5, CV_8UC1)).error().code, ErrorCode::ShapeMismatch);
}

QTEST_GUILESS_MAIN(TestRegionsAreaOpening)
#include "tst_regions_area_opening.moc"
