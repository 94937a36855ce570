#include "core/metrics/rank_curve.h"
#include "tests/core/metrics/made_images.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

using namespace patina;
using namespace patina::made;

namespace {

/// Few distinct values, so that ties between and within the classes happen.
std::vector<RankedScore> someScores()
{
    std::vector<RankedScore> scores;
    const int levels = *rc::gen::inRange(1, 30);
    for (const int value : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 2 * levels)))
        scores.push_back({static_cast<double>(value / 2) / 7.0, value % 2 == 1});
    return scores;
}

bool hasBoth(const std::vector<RankedScore> &scores)
{
    const auto positives = std::count_if(scores.begin(), scores.end(), [](const RankedScore &s) { return s.positive; });
    return positives > 0 && positives < static_cast<std::ptrdiff_t>(scores.size());
}

/// Share of (positive, negative) pairs in the right order, ties half: what AUROC means.
double pairwiseAuroc(const std::vector<RankedScore> &scores)
{
    double right = 0.0;
    double pairs = 0.0;
    for (const RankedScore &positive : scores)
        for (const RankedScore &negative : scores) {
            if (!positive.positive || negative.positive)
                continue;
            pairs += 1.0;
            right += positive.score > negative.score ? 1.0 : positive.score == negative.score ? 0.5 : 0.0;
        }
    return right / pairs;
}

/// The largest share of one kind on its side of the threshold while at most `percent` % of the other kind are there
/// too, over every threshold there is.
double boundedShareSlowly(const std::vector<RankedScore> &scores, int percent, bool goodPasses)
{
    std::set<double> thresholds{std::numeric_limits<double>::infinity()};
    for (const RankedScore &score : scores)
        thresholds.insert(score.score);
    double best = 0.0;
    for (const double threshold : thresholds) {
        std::array<std::int64_t, 2> counted{};
        std::array<std::int64_t, 2> total{};
        for (const RankedScore &score : scores) {
            ++total[score.positive];
            counted[score.positive] += (score.score < threshold) == goodPasses ? 1 : 0;
        }
        if (counted[goodPasses] * 100 <= percent * total[goodPasses])
            best = std::max(best, static_cast<double>(counted[!goodPasses]) / static_cast<double>(total[!goodPasses]));
    }
    return best;
}

struct Confusion
{
    double found = 0.0, missed = 0.0, falsely = 0.0;
};

Confusion confusionAt(const std::vector<RankedScore> &scores, double threshold)
{
    Confusion confusion;
    for (const RankedScore &score : scores) {
        if (score.positive)
            (score.score >= threshold ? confusion.found : confusion.missed) += 1.0;
        else if (score.score >= threshold)
            confusion.falsely += 1.0;
    }
    return confusion;
}

std::set<double, std::greater<>> distinct(const std::vector<RankedScore> &scores)
{
    std::set<double, std::greater<>> values;
    for (const RankedScore &score : scores)
        values.insert(score.score);
    return values;
}

/// AUPRO pixel by pixel: regions by cv-free flood fill are not needed, boxes do not touch; every distinct score is a
/// threshold.
double slowAupro(const std::vector<std::vector<float>> &regions, const std::vector<float> &normal, double limit)
{
    std::set<float, std::greater<>> thresholds(normal.begin(), normal.end());
    for (const auto &region : regions)
        thresholds.insert(region.begin(), region.end());
    const auto share = [](const std::vector<float> &values, float threshold) {
        return static_cast<double>(
                   std::count_if(values.begin(), values.end(), [=](float v) { return v >= threshold; })) /
               static_cast<double>(values.size());
    };
    double area = 0.0;
    double lastFpr = 0.0;
    double lastPro = 0.0;
    for (const float threshold : thresholds) {
        double pro = 0.0;
        for (const auto &region : regions)
            pro += share(region, threshold) / static_cast<double>(regions.size());
        const double fpr = share(normal, threshold);
        const double to = std::min(fpr, limit);
        const double proAtTo = fpr > lastFpr ? lastPro + (pro - lastPro) * (to - lastFpr) / (fpr - lastFpr) : pro;
        if (to > lastFpr)
            area += (to - lastFpr) * (lastPro + proAtTo) / 2.0;
        if (fpr >= limit)
            break;
        lastFpr = fpr;
        lastPro = pro;
    }
    return area / limit;
}

} // namespace

class TestRankCurve : public QObject
{
    Q_OBJECT

private slots:
    void passedGoodAndStoppedBad();
    void passedAndStoppedByHand();
    void aurocIsThePairwiseShare();
    void aurocTurnsRoundWithTheScores();
    void averagePrecisionBySummation();
    void bestF1ByTrying();
    void auproByBruteForce();
    void auproByHand();
    void auproLimits();
    void curvesAgreeWithFigures();
    void thinningKeepsTheShape();
};

void TestRankCurve::aurocIsThePairwiseShare()
{
    QVERIFY(rc::check("AUROC is the share of pairs in the right order, ties half", [] {
        const auto scores = someScores();
        RC_PRE(hasBoth(scores));
        RC_ASSERT(std::abs(aurocOf(rankSteps(scores)) - pairwiseAuroc(scores)) < 1e-12);
    }));
}

void TestRankCurve::aurocTurnsRoundWithTheScores()
{
    QVERIFY(rc::check("negated scores give 1 - AUROC", [] {
        auto scores = someScores();
        RC_PRE(hasBoth(scores));
        const double before = aurocOf(rankSteps(scores));
        for (RankedScore &score : scores)
            score.score = -score.score;
        RC_ASSERT(std::abs(aurocOf(rankSteps(scores)) - (1.0 - before)) < 1e-12);
    }));
}

void TestRankCurve::averagePrecisionBySummation()
{
    QVERIFY(rc::check("average precision is the sum of precision times gained recall", [] {
        const auto scores = someScores();
        RC_PRE(hasBoth(scores));
        double expected = 0.0;
        double lastRecall = 0.0;
        for (const double threshold : distinct(scores)) {
            const Confusion at = confusionAt(scores, threshold);
            const double recall = at.found / (at.found + at.missed);
            expected += (recall - lastRecall) * at.found / (at.found + at.falsely);
            lastRecall = recall;
        }
        RC_ASSERT(std::abs(averagePrecisionOf(rankSteps(scores)) - expected) < 1e-12);
    }));
}

void TestRankCurve::bestF1ByTrying()
{
    QVERIFY(rc::check("F1-max is the best F1 of all thresholds, at the highest that reaches it", [] {
        const auto scores = someScores();
        RC_PRE(hasBoth(scores));
        BestF1 expected;
        for (const double threshold : distinct(scores)) {
            const Confusion at = confusionAt(scores, threshold);
            const double f1 = 2.0 * at.found / (2.0 * at.found + at.missed + at.falsely);
            if (f1 > expected.f1 + 1e-12)
                expected = {f1, threshold};
        }
        const BestF1 best = bestF1Of(rankSteps(scores));
        RC_ASSERT(std::abs(best.f1 - expected.f1) < 1e-12);
        const Confusion reached = confusionAt(scores, best.threshold);
        RC_ASSERT(std::abs(2.0 * reached.found / (2.0 * reached.found + reached.missed + reached.falsely) - best.f1) <
                  1e-12);
    }));
}

void TestRankCurve::auproByBruteForce()
{
    QVERIFY(rc::check("AUPRO equals the pixel by pixel definition", [] {
        std::mt19937 random(*rc::gen::arbitrary<unsigned>());
        Scored image = good({17, 13}, random);
        image.truth.className = "crack";
        std::vector<std::vector<float>> regions;
        std::vector<cv::Rect> boxes{{1, 1, 3, 2}, {8, 2, 1, 1}, {3, 7, 6, 4}};
        for (const cv::Rect &box : boxes)
            mark(image, crack, box, static_cast<double>(random() % 5) * 0.4);
        for (int y = 0; y < image.map.rows; ++y) // on a grid that the bins hold exactly, with ties
            for (int x = 0; x < image.map.cols; ++x)
                image.map.at<float>(y, x) = std::round(image.map.at<float>(y, x) * 16.0F) / 16.0F;
        std::vector<float> normal;
        regions.resize(boxes.size());
        for (int y = 0; y < image.map.rows; ++y)
            for (int x = 0; x < image.map.cols; ++x) {
                const auto box = std::find_if(boxes.begin(), boxes.end(), [&](const cv::Rect &b) {
                    return b.contains({x, y});
                });
                (box == boxes.end() ? normal : regions[static_cast<std::size_t>(box - boxes.begin())])
                    .push_back(image.map.at<float>(y, x));
            }
        const Evaluation evaluation = evaluated({image});
        RC_ASSERT(evaluation.counts.defects == 3);
        RC_ASSERT(std::abs(*evaluation.pixel.aupro30.value - slowAupro(regions, normal, 0.3)) < 1e-9);
        RC_ASSERT(std::abs(*evaluation.pixel.aupro05.value - slowAupro(regions, normal, 0.05)) < 1e-9);
    }));
}

void TestRankCurve::auproByHand()
{
    // Two regions of 2 and 4 pixels. FPR 0: overlap (1 + 0) / 2; then half of the second at FPR 0.2; all at FPR 0.5.
    const std::vector<RankStep> steps{{9.0, 0, 2, 1.0}, {5.0, 2, 2, 0.5}, {3.0, 3, 2, 0.5}, {1.0, 5, 0, 0.0}};
    // To 0.2: (0.5 + 0.75) / 2 * 0.2 = 0.125; at 0.3 the overlap is 0.75 + 0.25 / 3.
    const double expected = (0.125 + 0.1 * (0.75 + 0.75 + 0.25 / 3.0) / 2.0) / 0.3;
    QVERIFY(std::abs(auproOf(steps, 2, 0.3) - expected) < 1e-12);
    QVERIFY(std::abs(auproOf(steps, 2, 0.2) - 0.625) < 1e-12);
    QVERIFY(std::abs(auproOf(steps, 2, 0.1) - (0.5 + 0.625) / 2.0) < 1e-12);
}

void TestRankCurve::auproLimits()
{
    QVERIFY(rc::check("AUPRO of one pixel regions up to FPR 1 is AUROC", [] {
        const auto scores = someScores();
        RC_PRE(hasBoth(scores));
        auto steps = rankSteps(scores);
        double regions = 0.0;
        for (RankStep &step : steps) {
            step.overlap = step.positives;
            regions += step.positives;
        }
        RC_ASSERT(std::abs(auproOf(steps, static_cast<std::int64_t>(regions), 1.0) - aurocOf(steps)) < 1e-12);
    }));
}

void TestRankCurve::curvesAgreeWithFigures()
{
    QVERIFY(rc::check("the area under the ROC curve is AUROC", [] {
        const auto scores = someScores();
        RC_PRE(hasBoth(scores));
        const auto steps = rankSteps(scores);
        const auto roc = rocCurve(steps);
        double area = 0.0;
        for (std::size_t i = 1; i < roc.size(); ++i)
            area += (roc[i].x - roc[i - 1].x) * (roc[i].y + roc[i - 1].y) / 2.0;
        RC_ASSERT(std::abs(area - aurocOf(steps)) < 1e-12);
        RC_ASSERT(roc.front().threshold == std::numeric_limits<double>::infinity());
        for (const CurvePoint &point : prCurve(steps))
            RC_ASSERT(point.y >= 0.0 && point.y <= 1.0);
    }));
}

void TestRankCurve::thinningKeepsTheShape()
{
    std::vector<CurvePoint> points;
    for (int i = 0; i <= 100'000; ++i)
        points.push_back({i / 1e5, std::sqrt(i / 1e5), -i / 1e5});
    const auto few = thinned(points);
    QVERIFY(few.size() < 3000);
    QCOMPARE(few.front(), points.front());
    QCOMPARE(few.back(), points.back());
    for (std::size_t i = 1; i < few.size(); ++i)
        QVERIFY(few[i].y - few[i - 1].y < 0.0011 + 0.0032 && few[i].x - few[i - 1].x <= 0.0011);
    QVERIFY(thinned({}).empty());
}

void TestRankCurve::passedGoodAndStoppedBad()
{
    QVERIFY(rc::check("PGn and PBn are the best over all thresholds that keep the bound", [] {
        const std::vector<RankedScore> scores = someScores();
        RC_PRE(hasBoth(scores));
        const int percent = *rc::gen::element(0, 1, 5, 10, 20, 50, 100);
        RC_ASSERT(std::abs(passedGoodOf(rankSteps(scores), percent) - boundedShareSlowly(scores, percent, true)) <
                  1e-12);
        RC_ASSERT(std::abs(stoppedBadOf(rankSteps(scores), percent) - boundedShareSlowly(scores, percent, false)) <
                  1e-12);
    }));
}

void TestRankCurve::passedAndStoppedByHand()
{
    // Good 0 .. 9, bad 4.5, 8, 12, 13, .. 29: twenty of them.
    std::vector<RankedScore> scores{{4.5, true}, {8.0, true}};
    for (int i = 0; i < 10; ++i)
        scores.push_back({static_cast<double>(i), false});
    for (int i = 12; i < 30; ++i)
        scores.push_back({static_cast<double>(i), true});
    const auto steps = rankSteps(scores);
    QCOMPARE(passedGoodOf(steps, 1), 0.5);   // none of 20 may pass: good below 4.5
    QCOMPARE(passedGoodOf(steps, 5), 0.8);   // one may: good below 8; the tie with 8 is stopped
    QCOMPARE(passedGoodOf(steps, 10), 1.0);  // two may
    QCOMPARE(stoppedBadOf(steps, 5), 0.9);   // none of 10 may be stopped: bad above 9
    QCOMPARE(stoppedBadOf(steps, 20), 0.95); // two may: 8 is stopped with good 8 and 9
}

QTEST_APPLESS_MAIN(TestRankCurve)
#include "tst_metrics_rank_curve.moc"
