#include "core/metrics/group_bootstrap.h"
#include "tests/core/metrics/made_images.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

using namespace patina;
using namespace patina::made;

namespace {

const cv::Size tiny(8, 6);

Scored image(const std::string &className, int number, const std::string &group, double value)
{
    Scored made;
    made.truth.id = className + "/" + std::to_string(number);
    made.truth.className = className;
    made.truth.group = group;
    made.truth.labels.size = tiny;
    made.map = cv::Mat(tiny, CV_32FC1, cv::Scalar(0.0));
    if (className == "good")
        made.map.at<float>(3, 3) = static_cast<float>(value);
    else
        mark(made, className == "crack" ? crack : scratch, {1, 1, 2, 2}, value);
    return made;
}

std::string partName(unsigned long number)
{
    return "part " + std::to_string(number);
}

/// Good and cracked images of some parts, scores with ties.
std::vector<Scored> someParts(unsigned seed)
{
    std::mt19937 random(seed);
    const unsigned long parts = 2 + random() % 12;
    std::vector<Scored> images;
    for (int i = 0; i < 40; ++i)
        images.push_back(image(i % 2 == 0   ? "good"
                               : i % 3 == 0 ? "scratch"
                                            : "crack",
                               i, partName(random() % parts),
                               static_cast<double>(random() % 12) / 6.0 + (i % 2 == 0 ? 0.0 : 0.5)));
    return images;
}

/// A figure on every resample, each made as a list of images, as often as their group was drawn.
std::vector<double> slowly(const Evaluation &evaluation,
                           const std::function<double(const std::vector<std::size_t> &images)> &figure)
{
    const ImageGroups groups(evaluation.outcomes.images);
    std::vector<double> values;
    std::vector<double> times;
    for (std::int64_t r = 0; r < evaluation.settings.bootstrap.resamples; ++r) {
        groups.draw(evaluation.settings.bootstrap.seed, r, times);
        std::vector<std::size_t> drawn;
        for (std::size_t i = 0; i < evaluation.outcomes.images.size(); ++i)
            for (int k = 0; k < static_cast<int>(times[*groups.of(i)]); ++k)
                drawn.push_back(i);
        const double value = figure(drawn);
        if (std::isfinite(value))
            values.push_back(value);
    }
    return values;
}

double shareFound(const Evaluation &evaluation, const std::vector<std::size_t> &images, double threshold)
{
    double found = 0.0;
    double total = 0.0;
    for (const std::size_t i : images)
        for (const RegionOutcome &defect : evaluation.outcomes.defects)
            if (defect.image == static_cast<std::int64_t>(i)) {
                total += 1.0;
                found += defect.isFound(threshold) ? 1.0 : 0.0;
            }
    return found / total; // not a number where there is none
}

double aurocOfImages(const Evaluation &evaluation, const std::vector<std::size_t> &images)
{
    std::vector<RankedScore> scores;
    for (const std::size_t i : images)
        scores.push_back(
            {evaluation.outcomes.images[i].score, evaluation.outcomes.images[i].role == ImageRole::Anomalous});
    const auto bad = std::ranges::count_if(scores, [](const RankedScore &s) { return s.positive; });
    return bad == 0 || bad == std::ssize(scores) ? std::nan("") : aurocOf(rankSteps(scores));
}

bool agrees(const FigureInterval &interval, std::vector<double> values, std::int64_t resamples)
{
    const auto expected = percentileInterval95(std::move(values), resamples);
    if (!expected)
        return !interval.low.value && !interval.low.why.empty();
    return interval.low.value && std::abs(*interval.low.value - expected->low) < 1e-12 &&
           std::abs(*interval.high.value - expected->high) < 1e-12;
}

EvaluationSettings withResamples(std::int64_t resamples, std::uint64_t seed = 0)
{
    EvaluationSettings settings;
    settings.bootstrap = {resamples, seed};
    return settings;
}

double width(const FigureInterval &interval)
{
    return *interval.high.value - *interval.low.value;
}

} // namespace

class TestGroups : public QObject
{
    Q_OBJECT

private slots:
    void quantiles();
    void drawsAreTheSameAnywhere();
    void intervalsEqualASlowBootstrap();
    void bandsEqualASlowBootstrap();
    void longCurvesAreCountedOnInBlocks();
    void singleImagesGiveTheBinomialInterval();
    void groupsWidenTheInterval();
    void absentWithAReason();
    void groupsTravelWithTheOutcomes();
};

void TestGroups::quantiles()
{
    QCOMPARE(quantileOf({1.0, 2.0, 4.0}, 0.0), 1.0);
    QCOMPARE(quantileOf({1.0, 2.0, 4.0}, 0.75), 3.0);
    QCOMPARE(quantileOf({1.0, 2.0, 4.0}, 1.0), 4.0);
    std::vector<double> values(1001);
    std::iota(values.rbegin(), values.rend(), 0.0);
    QCOMPARE(percentileInterval95(values, 1001), (Interval{25.0, 975.0}));
    QVERIFY(percentileInterval95(values, 1050));
    QVERIFY(!percentileInterval95(values, 1060));
    QVERIFY(!percentileInterval95({}, 10));
}

void TestGroups::drawsAreTheSameAnywhere()
{
    std::vector<ImageOutcome> images(6);
    const std::vector<std::string> names{"b", "a", "c", "a", "d", "z"};
    for (std::size_t i = 0; i < images.size(); ++i)
        images[i].group = names[i];
    images.back().role = ImageRole::LeftOut;
    const ImageGroups groups(images);
    QCOMPARE(groups.count(), std::size_t{4});
    QCOMPARE(*groups.of(0), std::size_t{1});
    QCOMPARE(groups.of(1), groups.of(3));
    QVERIFY(!groups.of(5));
    std::vector<double> first;
    std::vector<double> again;
    std::vector<double> sum(4, 0.0);
    for (std::int64_t r = 0; r < 2000; ++r) {
        groups.draw(3, r, first);
        groups.draw(3, r, again);
        QCOMPARE(first, again);
        QCOMPARE(std::accumulate(first.begin(), first.end(), 0.0), 4.0);
        for (std::size_t g = 0; g < 4; ++g)
            sum[g] += first[g];
    }
    for (const double times : sum) // 2000 +- 5 deviations
        QVERIFY(std::abs(times - 2000.0) < 5.0 * std::sqrt(2000.0 * 0.75));
    groups.draw(4, 7, again);
    groups.draw(3, 7, first);
    QVERIFY(first != again || [&] {
        groups.draw(4, 8, again);
        groups.draw(3, 8, first);
        return first != again;
    }());
}

void TestGroups::intervalsEqualASlowBootstrap()
{
    QVERIFY(rc::check("intervals equal those of resamples written out image by image", [] {
        const Evaluation evaluation =
            evaluated(someParts(*rc::gen::arbitrary<unsigned>()), withResamples(60, *rc::gen::arbitrary<unsigned>()));
        const GroupIntervals &grouped = evaluation.grouped;
        RC_ASSERT(agrees(grouped.auroc,
                         slowly(evaluation, [&](const auto &images) { return aurocOfImages(evaluation, images); }),
                         60));
        RC_ASSERT(agrees(grouped.review.recall.back(),
                         slowly(evaluation, [&](const auto &images) { return shareFound(evaluation, images, 1.0); }),
                         60));
        RC_ASSERT(agrees(grouped.review.overkill,
                         slowly(evaluation,
                                [&](const auto &images) {
                                    double good = 0.0;
                                    double flagged = 0.0;
                                    for (const std::size_t i : images)
                                        if (const ImageOutcome &image = evaluation.outcomes.images[i];
                                            image.role == ImageRole::Good) {
                                            good += 1.0;
                                            flagged += *image.peak >= 1.0F ? 1.0 : 0.0;
                                        }
                                    return flagged / good;
                                }),
                         60));
    }));
}

void TestGroups::bandsEqualASlowBootstrap()
{
    const Evaluation evaluation = evaluated(someParts(5), withResamples(60));
    const RecallCurve &curve = evaluation.curves.recall.back();
    QVERIFY(curve.points.size() > 5);
    for (const RecallCurve::Point &point : curve.points) {
        const auto expected = percentileInterval95(
            slowly(evaluation, [&](const auto &images) { return shareFound(evaluation, images, point.threshold); }),
            60);
        QCOMPARE(point.byGroups, expected);
    }
}

void TestGroups::longCurvesAreCountedOnInBlocks()
{
    std::vector<Scored> images;
    for (int i = 0; i < 600; ++i)
        images.push_back(image("crack", i, partName(static_cast<unsigned long>(i) % 9), 1.0 + i * 0.01));
    const Evaluation evaluation = evaluated(images, withResamples(40));
    const RecallCurve &curve = evaluation.curves.recall.front();
    QCOMPARE(curve.points.size(), std::size_t{600});
    for (const std::size_t i : {0UL, 255UL, 256UL, 511UL, 512UL, 599UL})
        QCOMPARE(curve.points[i].byGroups, percentileInterval95(slowly(evaluation,
                                                                       [&](const auto &drawn) {
                                                                           return shareFound(evaluation, drawn,
                                                                                             curve.points[i].threshold);
                                                                       }),
                                                                40));
}

void TestGroups::singleImagesGiveTheBinomialInterval()
{
    std::vector<Scored> images;
    for (int i = 0; i < 200; ++i)
        images.push_back(image("good", i, {}, i % 10 < 3 ? 2.0 : 0.5));
    const FigureInterval overkill = evaluated(images).grouped.review.overkill;
    // 0.3 -+ 1.96 sqrt(0.3 0.7 / 200), and what 1,000 draws leave to chance.
    QVERIFY(std::abs(*overkill.low.value - 0.2365) < 0.015);
    QVERIFY(std::abs(*overkill.high.value - 0.3635) < 0.015);
}

void TestGroups::groupsWidenTheInterval()
{
    std::vector<Scored> alone;
    std::vector<Scored> together;
    for (int i = 0; i < 200; ++i) {
        const int part = i / 20;
        const double value = part < 3 ? 2.0 : 0.5;
        alone.push_back(image("good", i, {}, value));
        together.push_back(image("good", i, partName(static_cast<unsigned>(part)), value));
    }
    const GroupIntervals ofImages = evaluated(alone).grouped;
    const GroupIntervals ofParts = evaluated(together).grouped;
    QCOMPARE(ofImages.groups, std::int64_t{200});
    QCOMPARE(ofParts.groups, std::int64_t{10});
    const double ratio = width(ofParts.review.overkill) / width(ofImages.review.overkill);
    QVERIFY2(ratio > 3.5 && ratio < 5.5, qPrintable(QString::number(ratio))); // sqrt(20) = 4.5
}

void TestGroups::absentWithAReason()
{
    std::vector<Scored> images{image("good", 0, "a", 0.5), image("crack", 1, "a", 2.0)};
    QCOMPARE(figureNamed(evaluated(images), "image.aurocGroupLow").why,
             std::string("resampling needs at least 2 groups of images, there is 1"));
    for (int i = 2; i < 6; ++i)
        images.push_back(image("good", i, partName(static_cast<unsigned>(i)), 0.5));
    QCOMPARE(figureNamed(evaluated(images, withResamples(0)), "at.review.good.overkillGroupHigh").why,
             std::string("no resamples were asked for"));
    QVERIFY(evaluated(images).grouped.review.overkill.low.value);
    QCOMPARE(figureNamed(evaluated(images), "at.review.defects.scratch.groupLow").why,
             std::string("there is no outlined defect of class scratch"));
    const Figure rare = figureNamed(evaluated(images), "at.review.defects.crack.groupLow");
    QVERIFY2(rare.why.ends_with(" of 1000 resamples of the groups it has no meaning"), rare.why.c_str());
    QVERIFY(!evaluated(images).curves.recall.front().points.front().byGroups);
}

void TestGroups::groupsTravelWithTheOutcomes()
{
    const std::vector<Scored> images = someParts(8);
    auto there = Evaluator::create(classes(), {});
    for (const Scored &scored : images)
        QVERIFY(feed(*there, scored).has_value());
    auto here = Evaluator::create(classes(), {});
    QVERIFY(here->mergeEncoded(there->encoded()).has_value());
    QVERIFY(here->evaluate().outcomes.images == there->evaluate().outcomes.images);
    QVERIFY(here->evaluate().outcomes.defects == there->evaluate().outcomes.defects);
    QCOMPARE(there->evaluate().outcomes.images.front().group, images.front().truth.group);
}

QTEST_APPLESS_MAIN(TestGroups)
#include "tst_metrics_groups.moc"
