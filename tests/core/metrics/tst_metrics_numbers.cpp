// Intervals, histograms, pixel moments and AUPIMO.

#include "core/metrics/aupimo.h"
#include "core/metrics/evaluator.h"
#include "core/metrics/intervals.h"
#include "core/metrics/pixel_moments.h"
#include "core/metrics/score_histogram.h"
#include "tests/core/metrics/made_images.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

using namespace patina;
using namespace patina::made;

namespace {

/// AUPIMO over sorted pixels, one FPR at a time on a fine logarithmic grid.
double slowAupimo(std::vector<std::vector<float>> goods, const std::vector<std::vector<float>> defects)
{
    std::map<float, double, std::greater<>> fprGain;
    for (const auto &pixels : goods)
        for (const float value : pixels)
            fprGain[value] += 1.0 / static_cast<double>(pixels.size() * goods.size());
    constexpr int grid = 2000;
    double sum = 0.0;
    for (int i = 0; i < grid; ++i) {
        const double fpr = 1e-5 * std::pow(10.0, (i + 0.5) / grid);
        // The lowest threshold whose FPR is within `fpr` lies just above the first score that would exceed it.
        double passed = 0.0;
        float blocked = 0.0F;
        for (const auto &[value, gain] : fprGain) {
            blocked = value;
            passed += gain;
            if (passed > fpr)
                break;
        }
        for (const auto &pixels : defects)
            sum +=
                static_cast<double>(std::count_if(pixels.begin(), pixels.end(), [=](float v) { return v > blocked; })) /
                static_cast<double>(pixels.size() * defects.size());
    }
    return sum / grid;
}

} // namespace

class TestNumbers : public QObject
{
    Q_OBJECT

private slots:
    void wilsonKnownValues_data();
    void wilsonKnownValues();
    void wilsonProperties();
    void noneSeenBound();
    void keysKeepTheOrder();
    void binsAreNarrow();
    void histogramAddsScalesAndClears();
    void momentsEqualTwoPasses();
    void aupimoByBruteForce();
    void aupimoNeedsEnoughPixels();
    void recallSketchIsCloseAndSmall();
    void segF1UsesItsThreshold();
};

void TestNumbers::wilsonKnownValues_data()
{
    // scipy.stats.binomtest(found, total).proportion_ci(method="wilson"), SciPy 1.
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("total");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("0 of 1") << 0 << 1 << 0.0 << 0.793450685622763;
    QTest::newRow("1 of 1") << 1 << 1 << 0.206549314377237 << 1.0;
    QTest::newRow("0 of 57") << 0 << 57 << 0.0 << 0.0631388348529789;
    QTest::newRow("55 of 57") << 55 << 57 << 0.880792186323742 << 0.990324335655067;
    QTest::newRow("57 of 57") << 57 << 57 << 0.936861165147021 << 1.0;
    QTest::newRow("5 of 10") << 5 << 10 << 0.236593090512564 << 0.763406909487436;
    QTest::newRow("1 of 1000") << 1 << 1000 << 0.000176546370626078 << 0.00564255859795794;
    QTest::newRow("299 of 300") << 299 << 300 << 0.981363306305469 << 0.999411342278149;
}

void TestNumbers::wilsonKnownValues()
{
    QFETCH(int, found);
    QFETCH(int, total);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval interval = wilson95(found, total);
    QVERIFY(std::abs(interval.low - low) < 1e-9);
    QVERIFY(std::abs(interval.high - high) < 1e-9);
}

void TestNumbers::wilsonProperties()
{
    QVERIFY(rc::check("the interval holds the share, is mirrored for the rest, and narrows with more", [] {
        const std::int64_t total = *rc::gen::inRange(1, 100'000);
        const std::int64_t found = *rc::gen::inRange<std::int64_t>(0, total + 1);
        const Interval interval = wilson95(found, total);
        const double share = static_cast<double>(found) / static_cast<double>(total);
        RC_ASSERT(interval.low >= 0.0 && interval.low <= share && share <= interval.high && interval.high <= 1.0);
        const Interval mirrored = wilson95(total - found, total);
        RC_ASSERT(std::abs(mirrored.low - (1.0 - interval.high)) < 1e-12);
        const Interval more = wilson95(10 * found, 10 * total);
        RC_ASSERT(more.high - more.low < interval.high - interval.low);
    }));
}

void TestNumbers::noneSeenBound()
{
    QVERIFY(std::abs(noneSeenUpper95(57) - 0.0512) < 1e-4); // no escape among 57 bounds the rate at 5.1 %
    QVERIFY(std::abs(noneSeenUpper95(1) - 0.95) < 1e-12);
    QCOMPARE(trialsForUpper95(0.01), std::int64_t{299});
    QCOMPARE(trialsForUpper95(0.95), std::int64_t{1});
    QVERIFY(rc::check("it is exact: (1 - bound)^n = 0.05, and the trials are the fewest that do", [] {
        const std::int64_t trials = *rc::gen::inRange(1, 100'000);
        const double bound = noneSeenUpper95(trials);
        RC_ASSERT(std::abs(std::pow(1.0 - bound, static_cast<double>(trials)) - 0.05) < 1e-8);
        RC_ASSERT(trialsForUpper95(bound) == trials);
    }));
}

void TestNumbers::keysKeepTheOrder()
{
    QVERIFY(rc::check("keys order as scores do and turn back", [](float a, float b) {
        RC_PRE(std::isfinite(a) && std::isfinite(b));
        RC_ASSERT((a < b) == (orderedKey(a) < orderedKey(b)));
        RC_ASSERT((a == b) == (orderedKey(a) == orderedKey(b)));
        RC_ASSERT(scoreOfKey(orderedKey(a)) == a);
    }));
    QCOMPARE(orderedKey(-0.0F), orderedKey(0.0F));
}

void TestNumbers::binsAreNarrow()
{
    QVERIFY(rc::check("a bin starts at or below its score, by at most 2^-15 of it", [] {
        const double magnitude = std::pow(2.0, *rc::gen::inRange(-60, 60));
        const auto score = static_cast<float>(magnitude * *rc::gen::inRange(-1000, 1001) / 777.0);
        ScoreHistogram<int> histogram;
        histogram.add(score);
        RC_ASSERT(histogram.usedPages().size() == 1U);
        const std::uint32_t page = histogram.usedPages().front();
        const auto &bins = *histogram.page(page);
        const auto bin = static_cast<std::size_t>(std::find(bins.begin(), bins.end(), 1) - bins.begin());
        const double edge = ScoreHistogram<int>::lowerEdge(page, bin);
        const auto exact = static_cast<double>(score);
        RC_ASSERT(edge <= exact && exact - edge <= std::abs(exact) / 32768.0);
    }));
}

void TestNumbers::histogramAddsScalesAndClears()
{
    ScoreHistogram<std::uint64_t> counts;
    counts.add(1.0F);
    counts.add(1.0F, 4);
    counts.add(-3.0F, 2);
    ScoreHistogram<double> scaled;
    scaled.addScaled(counts, 0.5);
    scaled.addScaled(counts, 1.0);
    const auto total = [](const auto &histogram) {
        double sum = 0.0;
        for (const std::uint32_t page : histogram.usedPages())
            for (const auto count : *histogram.page(page))
                sum += static_cast<double>(count);
        return sum;
    };
    QCOMPARE(total(counts), 7.0);
    QCOMPARE(total(scaled), 10.5);
    counts.clear();
    QCOMPARE(total(counts), 0.0);
    QCOMPARE(counts.usedPages().size(), std::size_t{2});
    QVERIFY(counts.page(0) == nullptr);
}

void TestNumbers::momentsEqualTwoPasses()
{
    QVERIFY(rc::check("mean and sigma equal those of two passes over all pixels", [] {
        std::mt19937 random(*rc::gen::arbitrary<unsigned>());
        const double offset = *rc::gen::inRange(-1000, 1000);
        PixelMoments moments;
        std::vector<double> all;
        for (int i = 0; i < 3; ++i) {
            cv::Mat map = noise({1 + static_cast<int>(random() % 20), 1 + static_cast<int>(random() % 20)}, random);
            map += offset;
            cv::Mat ignore = cv::Mat::zeros(map.size(), CV_8UC1);
            ignore.row(0) = random() % 2 == 0 ? 255 : 0;
            moments.add(map, i == 2 ? cv::Mat() : ignore);
            for (int y = 0; y < map.rows; ++y)
                for (int x = 0; x < map.cols; ++x)
                    if (i == 2 || ignore.at<std::uint8_t>(y, x) == 0)
                        all.push_back(static_cast<double>(map.at<float>(y, x)));
        }
        double mean = 0.0;
        for (const double value : all)
            mean += value / static_cast<double>(all.size());
        double variance = 0.0;
        for (const double value : all)
            variance += (value - mean) * (value - mean) / static_cast<double>(all.size());
        RC_ASSERT(moments.count() == static_cast<std::int64_t>(all.size()));
        RC_ASSERT(std::abs(moments.mean() - mean) < 1e-9 * (1.0 + std::abs(mean)));
        RC_ASSERT(std::abs(moments.sigma() - std::sqrt(variance)) < 1e-7);
        RC_ASSERT(std::abs(moments.threshold() - (mean + 3.0 * std::sqrt(variance))) < 1e-6);
    }));
    QCOMPARE(PixelMoments().sigma(), 0.0);
}

void TestNumbers::aupimoByBruteForce()
{
    for (const unsigned seed : {1U, 2U, 3U}) {
        std::mt19937 random(seed);
        std::vector<Scored> images;
        std::vector<std::vector<float>> goods;
        std::vector<std::vector<float>> defects;
        for (int i = 0; i < 3; ++i) {
            images.push_back(good({200 + 40 * i, 180}, random));
            goods.emplace_back(images.back().map.begin<float>(), images.back().map.end<float>());
        }
        for (int i = 0; i < 4; ++i) {
            images.push_back(good({60, 50}, random, "crack/" + std::to_string(i)));
            images.back().truth.className = "crack";
            mark(images.back(), crack, {5 + i, 7, 20, 10 + i}, 1.0 + 0.3 * i);
            const cv::Mat region = images.back().map(cv::Rect(5 + i, 7, 20, 10 + i)).clone();
            defects.emplace_back(region.begin<float>(), region.end<float>());
        }
        const Figure aupimo = evaluated(images).pixel.aupimo;
        QVERIFY2(aupimo.value.has_value(), aupimo.why.c_str());
        QVERIFY(*aupimo.value > 0.05 && *aupimo.value < 0.95);
        QVERIFY(std::abs(*aupimo.value - slowAupimo(goods, defects)) < 2e-3);
    }
}

void TestNumbers::aupimoNeedsEnoughPixels()
{
    std::mt19937 random(1);
    Scored cracked = good({20, 20}, random, "crack/0");
    cracked.truth.className = "crack";
    mark(cracked, crack, {3, 3, 5, 5}, 2.0);
    const Figure aupimo = evaluated({good({100, 100}, random), cracked}).pixel.aupimo;
    QVERIFY(!aupimo.value);
    QCOMPARE(aupimo.why,
             std::string("false positive rates down to 1e-5 need 100000 pixels of good images, there are 10000"));
}

void TestNumbers::recallSketchIsCloseAndSmall()
{
    std::mt19937 random(9);
    const cv::Mat pixels = noise({300, 200}, random);
    ScoreHistogram<std::uint64_t> histogram;
    for (const float value : cv::Mat_<float>(pixels))
        histogram.add(value);
    const RecallSketch sketch(histogram);
    QVERIFY(sketch.points().size() <= 1001);
    QCOMPARE(sketch.points().back().tpr, 1.0);
    for (const RecallSketch::Point &point : sketch.points()) {
        const auto above = static_cast<double>(cv::countNonZero(pixels >= point.threshold));
        QVERIFY(std::abs(point.tpr - above / 60'000.0) < 1e-9);
    }
}

void TestNumbers::segF1UsesItsThreshold()
{
    Scored cracked;
    cracked.truth = {"crack/0", "crack", {{8, 8}, {}}, {}};
    cracked.map = cv::Mat::zeros(8, 8, CV_32FC1);
    mark(cracked, crack, {0, 0, 4, 1}, 1.0);
    cracked.map.at<float>(0, 3) = 0.25F; // one missed
    cracked.map.at<float>(7, 7) = 0.5F;  // one false
    EvaluationSettings settings;
    QVERIFY(!evaluated({cracked}, settings).pixel.segF1.value);
    settings.segF1Threshold = 0.5;
    QCOMPARE(evaluated({cracked}, settings).pixel.segF1, Figure::of(6.0 / 8.0));
    settings.segF1Threshold = 0.25;
    QCOMPARE(evaluated({cracked}, settings).pixel.segF1, Figure::of(8.0 / 9.0));
}

QTEST_APPLESS_MAIN(TestNumbers)
#include "tst_metrics_numbers.moc"
