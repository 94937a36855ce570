#include "core/metrics/region_scores.h"
#include "tests/core/metrics/made_images.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace patina;
using namespace patina::made;

namespace {

/// Scores on a coarse grid, so that many are equal; some are below 0.
std::vector<float> someScores()
{
    const int count = *rc::gen::inRange(1, 300);
    std::vector<float> scores;
    for (const int value :
         *rc::gen::container<std::vector<int>>(static_cast<std::size_t>(count), rc::gen::inRange(-20, 40)))
        scores.push_back(static_cast<float>(value) / 8.0F);
    return scores;
}

RegionScores scoresOf(const std::vector<float> &scores, std::int64_t exactPx)
{
    RegionScores region(std::ssize(scores), exactPx);
    for (const float score : scores)
        region.add(score);
    return region;
}

/// At least `percent` of the scores are at or above the threshold.
bool foundSlowly(const std::vector<float> &scores, int percent, double threshold)
{
    const auto over = std::ranges::count_if(scores, [&](float s) { return static_cast<double>(s) >= threshold; });
    return over * 100 >= percent * std::ssize(scores);
}

/// Scores of the pixels of each defect that count, by (class, first pixel): masks labelled by OpenCV, pixels under an
/// ambiguous region left out.
std::vector<std::pair<int, std::vector<float>>> defectsSlowly(const Scored &image)
{
    cv::Mat hidden = cv::Mat::zeros(image.map.size(), CV_8UC1);
    std::map<int, cv::Mat> masks;
    for (const LabelLayer &layer : image.truth.labels.layers) {
        if (layer.classIndex == spot)
            hidden |= layer.mask;
        else if (layer.classIndex != stain)
            masks[layer.classIndex] =
                masks[layer.classIndex].empty() ? layer.mask : masks[layer.classIndex] | layer.mask;
    }
    std::vector<std::pair<int, std::vector<float>>> defects;
    for (const auto &[classIndex, mask] : masks) {
        cv::Mat labels;
        const int count = cv::connectedComponents(mask, labels, 8);
        for (int label = 1; label < count; ++label) {
            std::vector<float> scores;
            for (int y = 0; y < mask.rows; ++y)
                for (int x = 0; x < mask.cols; ++x)
                    if (labels.at<int>(y, x) == label && hidden.at<std::uint8_t>(y, x) == 0)
                        scores.push_back(image.map.at<float>(y, x));
            if (!scores.empty())
                defects.emplace_back(classIndex, std::move(scores));
        }
    }
    return defects;
}

Scored flatImage(const std::string &className)
{
    Scored image;
    image.truth.id = className + "/0";
    image.truth.className = className;
    image.truth.labels.size = {40, 40};
    image.map = cv::Mat::zeros(40, 40, CV_32FC1);
    return image;
}

/// Cracks of 1 x area pixels, one per row pair, all of one score.
Scored cracksOfAreas(const std::vector<std::pair<int, double>> &areasAndScores)
{
    Scored image = flatImage("crack");
    int y = 0;
    for (const auto &[area, score] : areasAndScores) {
        mark(image, crack, {0, y, area, 1}, score);
        y += 2;
    }
    return image;
}

std::vector<std::int64_t> quartileTotals(const DefectCount &count)
{
    std::vector<std::int64_t> totals;
    for (const SizeQuartile &quartile : count.quartiles)
        totals.push_back(quartile.count.total);
    return totals;
}

} // namespace

class TestFoundBy : public QObject
{
    Q_OBJECT

private slots:
    void pixelsForOverlapAreWhole();
    void scoresSayWhatCountingSays();
    void largeRegionsAreNeverFoundTooEarly();
    void overlapByHand();
    void everyThresholdAgainstASlowCount();
    void overlapCurvesAgreeWithTheCounts();
    void quartilesByHand();
    void equalSizesStayTogether();
    void quartilesNeedFourDefects();
    void namesOfOverlapAndSize();
};

void TestFoundBy::pixelsForOverlapAreWhole()
{
    QCOMPARE(pixelsForOverlap(1, 10), std::int64_t{1});
    QCOMPARE(pixelsForOverlap(10, 30), std::int64_t{3});
    QCOMPARE(pixelsForOverlap(11, 30), std::int64_t{4});
    QCOMPARE(pixelsForOverlap(30, 10), std::int64_t{3});
    QCOMPARE(pixelsForOverlap(7, 50), std::int64_t{4});
}

void TestFoundBy::scoresSayWhatCountingSays()
{
    QVERIFY(rc::check("a region is found by overlap exactly when that share of its pixels is at or above", [] {
        const std::vector<float> scores = someScores();
        const RegionScores region = scoresOf(scores, RegionScores::maxExactPx);
        RC_ASSERT(region.peak() == *std::ranges::max_element(scores));
        for (double threshold = -3.0; threshold < 6.0; threshold += 0.0625)
            for (std::size_t i = 0; i < overlapPercents.size(); ++i)
                RC_ASSERT((static_cast<double>(region.overlapScores()[i]) >= threshold) ==
                          foundSlowly(scores, overlapPercents[i], threshold));
    }));
}

void TestFoundBy::largeRegionsAreNeverFoundTooEarly()
{
    QVERIFY(rc::check("by histogram the score is at most 2^-15 of itself too low, and never too high", [] {
        std::vector<float> scores = someScores();
        std::mt19937 random(*rc::gen::arbitrary<unsigned>());
        for (float &score : scores)
            score += static_cast<float>(random() % 1000) * 1e-5F;
        const RegionScores exact = scoresOf(scores, RegionScores::maxExactPx);
        const RegionScores rough = scoresOf(scores, 0);
        RC_ASSERT(rough.peak() == exact.peak());
        for (std::size_t i = 0; i < overlapPercents.size(); ++i) {
            const double difference =
                static_cast<double>(exact.overlapScores()[i]) - static_cast<double>(rough.overlapScores()[i]);
            RC_ASSERT(difference >= 0.0);
            RC_ASSERT(difference <= std::abs(static_cast<double>(exact.overlapScores()[i])) * 0x1p-15);
        }
    }));
}

void TestFoundBy::overlapByHand()
{
    // Ten pixels: 9, 8, .. 0. Three of them are at or above 7, five at or above 5.
    Scored image = flatImage("crack");
    mark(image, crack, {0, 0, 10, 1}, 0.0);
    for (int x = 0; x < 10; ++x)
        image.map.at<float>(0, x) = static_cast<float>(9 - x);
    const Evaluation evaluation = evaluated({image}, settingsWith(7.0, 9.5));
    QCOMPARE(evaluation.outcomes.defects.front().overlapScores, (OverlapScores{9.0F, 7.0F, 5.0F}));
    const DefectCount &cracks = evaluation.review.defects.front();
    QCOMPARE(cracks.overlap[0].found, std::int64_t{1});
    QCOMPARE(cracks.overlap[1].found, std::int64_t{1});
    QCOMPARE(cracks.overlap[2].found, std::int64_t{0});
    QCOMPARE(cracks.overlap[2].recall, Figure::of(0.0));
    QCOMPARE(evaluation.reject.defects.front().overlap[0].found, std::int64_t{0});
}

void TestFoundBy::everyThresholdAgainstASlowCount()
{
    QVERIFY(rc::check("recall by overlap equals a count over labelled masks, at any threshold", [] {
        const std::vector<Scored> images = someImages(*rc::gen::arbitrary<unsigned>());
        const Evaluation evaluation = evaluated(images);
        std::vector<std::pair<int, std::vector<float>>> defects;
        for (const Scored &image : images)
            std::ranges::move(defectsSlowly(image), std::back_inserter(defects));
        for (double threshold = -1.0; threshold < 3.0; threshold += 0.17) {
            const OperatingPoint point =
                countsAt(evaluation.outcomes, evaluation.classes, evaluation.settings, threshold);
            for (const int classIndex : {crack, scratch})
                for (std::size_t i = 0; i < overlapPercents.size(); ++i)
                    RC_ASSERT(point.defects[static_cast<std::size_t>(classIndex)].overlap[i].found ==
                              std::ranges::count_if(defects, [&](const auto &defect) {
                                  return defect.first == classIndex &&
                                         foundSlowly(defect.second, overlapPercents[i], threshold);
                              }));
        }
    }));
}

void TestFoundBy::overlapCurvesAgreeWithTheCounts()
{
    const Evaluation evaluation = evaluated(someImages(11));
    QCOMPARE(evaluation.curves.recallOverlap.size(), evaluation.curves.recall.size() * overlapPercents.size());
    for (const RecallCurve &curve : evaluation.curves.recallOverlap)
        for (const RecallCurve::Point &point : curve.points) {
            const OperatingPoint counts =
                countsAt(evaluation.outcomes, evaluation.classes, evaluation.settings, point.threshold);
            const auto named = std::ranges::find(counts.defects, curve.name, &DefectCount::name);
            QCOMPARE(named->overlap[overlapIndex(curve.by)].found, point.found);
        }
}

void TestFoundBy::quartilesByHand()
{
    // Areas 1, 2 | 3, 4 | 5, 6 | 7, 20; found are 2, 5, 6, 7 and 20.
    const Scored image =
        cracksOfAreas({{20, 2.0}, {1, 0.0}, {2, 2.0}, {5, 2.0}, {4, 0.0}, {3, 0.0}, {7, 2.0}, {6, 2.0}});
    const Evaluation evaluation = evaluated({image});
    const DefectCount &cracks = evaluation.review.defects.front();
    QCOMPARE(quartileTotals(cracks), (std::vector<std::int64_t>{2, 2, 2, 2}));
    QCOMPARE(cracks.quartiles[0].count.recall, Figure::of(0.5));
    QCOMPARE(cracks.quartiles[1].count.recall, Figure::of(0.0));
    QCOMPARE(cracks.quartiles[3].count.recall, Figure::of(1.0));
    QCOMPARE(cracks.quartiles[1].fromPx, Figure::of(3.0));
    QCOMPARE(cracks.quartiles[3].toPx, Figure::of(20.0));
    QVERIFY(std::abs(*cracks.quartiles[0].count.low.value - 0.094531) < 1e-6); // Wilson of 1 of 2
    QCOMPARE(evaluation.review.defects.back().quartiles[2].count.found, std::int64_t{2});
}

void TestFoundBy::equalSizesStayTogether()
{
    const Evaluation evaluation = evaluated({cracksOfAreas({{3, 2.0}, {3, 2.0}, {3, 0.0}, {3, 0.0}, {9, 2.0}})});
    const DefectCount &cracks = evaluation.review.defects.front();
    QCOMPARE(quartileTotals(cracks), (std::vector<std::int64_t>{4, 0, 0, 1}));
    QCOMPARE(cracks.quartiles[1].count.recall.why, std::string("too many outlined defects of class crack are of one "
                                                               "size: none is left for this quartile"));
    QCOMPARE(cracks.quartiles[1].fromPx.why, cracks.quartiles[1].count.recall.why);
}

void TestFoundBy::quartilesNeedFourDefects()
{
    const Evaluation evaluation = evaluated({cracksOfAreas({{3, 2.0}, {4, 2.0}, {5, 0.0}})});
    const DefectCount &cracks = evaluation.review.defects.front();
    for (const SizeQuartile &quartile : cracks.quartiles)
        QCOMPARE(quartile.count.recall.why,
                 std::string("quartiles of size need 4 outlined defects of class crack, there are 3"));
}

void TestFoundBy::namesOfOverlapAndSize()
{
    const Evaluation evaluation =
        evaluated({cracksOfAreas({{1, 2.0}, {2, 2.0}, {3, 0.0}, {4, 2.0}}), flatImage("good")});
    QCOMPARE(figureNamed(evaluation, "at.review.defects.crack.recallOverlap10"), Figure::of(0.75));
    QCOMPARE(figureNamed(evaluation, "at.reject.defects.all.foundOverlap50"), Figure::of(3.0));
    QCOMPARE(figureNamed(evaluation, "at.review.defects.crack.recallQuartile3"), Figure::of(0.0));
    QCOMPARE(figureNamed(evaluation, "at.review.defects.crack.totalQuartile3"), Figure::of(1.0));
    QCOMPARE(figureNamed(evaluation, "size.crack.fromPxQuartile4"), Figure::of(4.0));
    QVERIFY(figureNamed(evaluation, "at.review.defects.crack.lowOverlap30").value);
    QCOMPARE(figureNamed(evaluation, "size.scratch.toPxQuartile1").why,
             std::string("quartiles of size need 4 outlined defects of class scratch, there are 0"));
}

QTEST_APPLESS_MAIN(TestFoundBy)
#include "tst_metrics_found_by.moc"
