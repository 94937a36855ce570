#include "core/comparison/comparison.h"
#include "core/metrics/image_groups.h"
#include "core/metrics/intervals.h"
#include "tests/core/metrics/made_images.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>

using namespace patina;
using namespace patina::made;

namespace {

const cv::Size tiny(8, 6);
constexpr BootstrapSettings someResamples{60, 3};

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

/// The same images twice, scored by two models that agree more or less.
struct TwoModels
{
    std::vector<Scored> a;
    std::vector<Scored> b;
};

TwoModels twoModels(unsigned seed, double apart = 0.5)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> hard(1.0, 0.6);
    std::normal_distribution<double> noise(0.0, apart);
    const unsigned long parts = 2 + random() % 12;
    TwoModels models;
    for (int i = 0; i < 40; ++i) {
        const std::string className = i % 2 == 0 ? "good" : i % 3 == 0 ? "scratch" : "crack";
        const std::string part = "part " + std::to_string(random() % parts);
        const double value = hard(random) + (i % 2 == 0 ? -0.3 : 0.3);
        models.a.push_back(image(className, i, part, value));
        models.b.push_back(image(className, i, part, value + 0.1 + noise(random)));
    }
    return models;
}

Comparison compared(const Evaluation &a, const Evaluation &b, const BootstrapSettings &settings = someResamples)
{
    return compareEvaluations({a}, {b}, settings).value_or(Comparison());
}

const ComparedFigure &named(const Comparison &comparison, const std::string &name)
{
    static const ComparedFigure none;
    const auto found = std::ranges::find(comparison.figures, name, &ComparedFigure::name);
    return found == comparison.figures.end() ? none : *found;
}

bool near(const Figure &figure, double value)
{
    return figure.value && std::abs(*figure.value - value) < 1e-12;
}

/// A difference on every resample, each made as a list of images, as often as their group was drawn.
std::optional<Interval>
slowInterval(const Evaluation &a, const Evaluation &b,
             const std::function<double(const Evaluation &, const std::vector<std::size_t> &)> &figure)
{
    const ImageGroups groups(a.outcomes.images);
    std::vector<double> values;
    std::vector<double> times;
    for (std::int64_t r = 0; r < someResamples.resamples; ++r) {
        groups.draw(someResamples.seed, r, times);
        std::vector<std::size_t> drawn;
        for (std::size_t i = 0; i < a.outcomes.images.size(); ++i)
            drawn.insert(drawn.end(), static_cast<std::size_t>(times[*groups.of(i)]), i);
        const double value = figure(b, drawn) - figure(a, drawn);
        if (std::isfinite(value))
            values.push_back(value);
    }
    return percentileInterval95(std::move(values), someResamples.resamples);
}

bool agrees(const FigureInterval &interval, const std::optional<Interval> &expected)
{
    if (!expected)
        return !interval.low.value && !interval.low.why.empty();
    return near(interval.low, expected->low) && near(interval.high, expected->high);
}

double auroc(const Evaluation &evaluation, const std::vector<std::size_t> &images)
{
    double above = 0.0;
    double pairs = 0.0;
    for (const std::size_t i : images)
        for (const std::size_t j : images) {
            const ImageOutcome &bad = evaluation.outcomes.images[i];
            const ImageOutcome &good = evaluation.outcomes.images[j];
            if (bad.role != ImageRole::Anomalous || good.role != ImageRole::Good)
                continue;
            pairs += 1.0;
            above += bad.score > good.score ? 1.0 : bad.score == good.score ? 0.5 : 0.0;
        }
    return above / pairs; // not a number where there is none
}

double recall(const Evaluation &evaluation, const std::vector<std::size_t> &images)
{
    double found = 0.0;
    double total = 0.0;
    for (const std::size_t i : images)
        for (const RegionOutcome &defect : evaluation.outcomes.defects)
            if (defect.image == static_cast<std::int64_t>(i)) {
                total += 1.0;
                found += defect.isFound(1.0, FoundBy::Overlap30) ? 1.0 : 0.0;
            }
    return found / total;
}

double overkill(const Evaluation &evaluation, const std::vector<std::size_t> &images)
{
    double flagged = 0.0;
    double total = 0.0;
    for (const std::size_t i : images)
        if (const ImageOutcome &one = evaluation.outcomes.images[i]; one.role == ImageRole::Good) {
            total += 1.0;
            flagged += *one.peak >= 1.0F ? 1.0 : 0.0;
        }
    return flagged / total;
}

} // namespace

class TestComparisonFigures : public QObject
{
    Q_OBJECT

private slots:
    void withItselfNothingDiffers();
    void figuresAreThoseOfTheEvaluation();
    void swappedSidesMirror();
    void intervalsEqualASlowBootstrap();
    void pairingNarrowsTheInterval();
    void countsAddUp();
    void missingImagesAreCountedAndLeftOut();
    void policiesOfOneModel();
    void withoutThresholds();
    void absentWithAReason();
    void refusals();
};

void TestComparisonFigures::withItselfNothingDiffers()
{
    QVERIFY(rc::check("compared with itself", [] {
        const Evaluation evaluation = evaluated(someImages(*rc::gen::arbitrary<unsigned>()));
        const Comparison comparison = compared(evaluation, evaluation);
        RC_ASSERT(comparison.images == std::ssize(evaluation.outcomes.images));
        for (const ComparedFigure &figure : comparison.figures) {
            RC_ASSERT(figure.a == figure.b);
            RC_ASSERT(!figure.difference.value || *figure.difference.value == 0.0);
            RC_ASSERT(!figure.interval.low.value ||
                      (*figure.interval.low.value == 0.0 && *figure.interval.high.value == 0.0));
        }
        for (const ComparedCounts &counts : comparison.counts) {
            RC_ASSERT(counts.good.onlyA == 0 && counts.good.onlyB == 0);
            RC_ASSERT(counts.defects.back().total() == std::ssize(evaluation.outcomes.defects));
        }
    }));
}

void TestComparisonFigures::figuresAreThoseOfTheEvaluation()
{
    QVERIFY(rc::check("every figure is the one of evaluate", [] {
        const Evaluation evaluation = evaluated(someImages(*rc::gen::arbitrary<unsigned>()), settingsWith(0.7, 1.4));
        for (const ComparedFigure &figure : compared(evaluation, evaluation, {0, 0}).figures) {
            const Figure expected = figureNamed(evaluation, figure.name);
            RC_ASSERT(figure.a.value.has_value() == expected.value.has_value());
            RC_ASSERT(!expected.value || near(figure.a, *expected.value));
        }
    }));
}

void TestComparisonFigures::swappedSidesMirror()
{
    QVERIFY(rc::check("B against A is A against B from behind", [] {
        const TwoModels models = twoModels(*rc::gen::arbitrary<unsigned>());
        const Evaluation a = evaluated(models.a);
        const Evaluation b = evaluated(models.b);
        const Comparison there = compared(a, b);
        const Comparison back = compared(b, a);
        for (std::size_t i = 0; i < there.figures.size(); ++i) {
            RC_ASSERT(there.figures[i].a == back.figures[i].b);
            RC_ASSERT(!there.figures[i].difference.value ||
                      near(back.figures[i].difference, -*there.figures[i].difference.value));
            RC_ASSERT(!there.figures[i].interval.low.value ||
                      near(back.figures[i].interval.high, -*there.figures[i].interval.low.value));
        }
        RC_ASSERT(there.counts[0].good.onlyA == back.counts[0].good.onlyB);
        RC_ASSERT(there.counts[1].defects.back().onlyB == back.counts[1].defects.back().onlyA);
    }));
}

void TestComparisonFigures::intervalsEqualASlowBootstrap()
{
    QVERIFY(rc::check("intervals equal those of resamples written out image by image", [] {
        const TwoModels models = twoModels(*rc::gen::arbitrary<unsigned>());
        const Evaluation a = evaluated(models.a);
        const Evaluation b = evaluated(models.b);
        const Comparison comparison = compared(a, b);
        RC_ASSERT(agrees(named(comparison, "image.auroc").interval, slowInterval(a, b, auroc)));
        RC_ASSERT(
            agrees(named(comparison, "at.review.defects.all.recallOverlap30").interval, slowInterval(a, b, recall)));
        RC_ASSERT(agrees(named(comparison, "at.reject.good.overkill").interval, slowInterval(a, b, overkill)));
    }));
}

void TestComparisonFigures::pairingNarrowsTheInterval()
{
    TwoModels models;
    for (int i = 0; i < 300; ++i) {
        const double value = i % 10 < 3 ? 2.0 : 0.5;
        models.a.push_back(image("good", i, {}, value));
        models.b.push_back(image("good", i, {}, i % 100 == 4 ? 2.0 : value)); // 3 more
    }
    const Evaluation a = evaluated(models.a);
    const Evaluation b = evaluated(models.b);
    const Comparison comparison = compared(a, b, {1000, 0});
    const ComparedFigure &figure = named(comparison, "at.review.good.overkill");
    QVERIFY(near(figure.difference, 0.01));
    const double width = *figure.interval.high.value - *figure.interval.low.value;
    const double alone = *a.grouped.review.overkill.high.value - *a.grouped.review.overkill.low.value;
    // Of the difference sqrt(0.01 0.99 / 300), of each share sqrt(0.3 0.7 / 300).
    QVERIFY2(width < 0.35 * alone, qPrintable(QString::number(width / alone)));
}

void TestComparisonFigures::countsAddUp()
{
    TwoModels models;
    const double scores[][2] = {{2.0, 2.0}, {2.0, 0.5}, {2.0, 0.5}, {0.5, 2.0}, {0.5, 0.5}};
    for (int i = 0; i < 5; ++i)
        for (const char *className : {"good", "crack"}) {
            models.a.push_back(image(className, i, {}, scores[i][0]));
            models.b.push_back(image(className, i, {}, scores[i][1]));
        }
    const Comparison comparison = compared(evaluated(models.a), evaluated(models.b));
    const ComparedCounts &counts = comparison.counts[0];
    QCOMPARE(counts.good, (PairedCount{"good", 1, 2, 1, 1}));
    QCOMPARE(counts.defects.size(), std::size_t{3});
    QCOMPARE(counts.defects.front(), (PairedCount{"crack", 1, 2, 1, 1}));
    QCOMPARE(counts.defects[1], PairedCount{"scratch"});
    QCOMPARE(counts.defects.back(), (PairedCount{"all", 1, 2, 1, 1}));
    QCOMPARE(comparison.defects.size(), std::size_t{5});
    for (const ComparedDefect &defect : comparison.defects) {
        QCOMPARE(defect.className, std::string("crack"));
        QCOMPARE(defect.foundByA[0], defect.a.peak >= 1.0F);
        QCOMPARE(defect.foundByB[0], defect.b.peak >= 1.0F);
    }
    QCOMPARE(comparison.good.size(), std::size_t{5});
}

void TestComparisonFigures::missingImagesAreCountedAndLeftOut()
{
    TwoModels models = twoModels(11);
    const Evaluation without = evaluated({models.a.begin() + 3, models.a.end()});
    const Evaluation a = evaluated(models.a);
    models.b.erase(models.b.begin(), models.b.begin() + 3);
    std::ranges::reverse(models.b);
    const Comparison comparison = compared(a, evaluated(models.b));
    QCOMPARE(comparison.images, std::int64_t{37});
    QCOMPARE(comparison.imagesOnlyA, (std::vector<std::string>{"good/0", "crack/1", "good/2"}));
    QVERIFY(comparison.imagesOnlyB.empty());
    for (const ComparedFigure &figure : comparison.figures)
        QCOMPARE(figure.a.value, figureNamed(without, figure.name).value);
}

void TestComparisonFigures::policiesOfOneModel()
{
    const std::vector<Scored> images = someImages(4);
    EvaluationSettings strict;
    strict.policy.impurity = ImpurityPolicy::Defect;
    const Evaluation a = evaluated(images);
    const Evaluation b = evaluated(images, strict);
    const Comparison comparison = compared(a, b);
    QCOMPARE(named(comparison, "at.review.defects.stain.recall").a.why,
             std::string("stain is harmless under the policy impurity=normal,ambiguous=ignored"));
    QVERIFY(named(comparison, "at.review.defects.stain.recall").b.value);
    QVERIFY(!named(comparison, "at.review.defects.stain.recall").interval.low.value);
    QVERIFY(named(comparison, "at.review.impurities.stain.share").a.value);
    QVERIFY(named(comparison, "image.auroc").difference.value);
    QCOMPARE(comparison.defectsOnlyA, std::int64_t{0});
    QCOMPARE(comparison.defectsOnlyB, std::ssize(b.outcomes.defects) - std::ssize(a.outcomes.defects));
    QCOMPARE(comparison.goodInOne, std::int64_t{1});
    for (const PairedCount &count : comparison.counts[0].defects)
        QVERIFY(count.name != "stain");
}

void TestComparisonFigures::withoutThresholds()
{
    const TwoModels models = twoModels(2);
    const Evaluation a = evaluated(models.a);
    const Evaluation b = evaluated(models.b);
    const auto comparison = compareEvaluations({a}, {b, "the model is uncalibrated"}, someResamples);
    QVERIFY(comparison.has_value());
    QVERIFY(named(*comparison, "image.auroc").interval.low.value);
    const ComparedFigure &figure = named(*comparison, "at.review.good.overkill");
    QVERIFY(figure.a.value && !figure.b.value && !figure.difference.value);
    QCOMPARE(figure.interval.low.why, std::string("the model is uncalibrated"));
    QCOMPARE(comparison->whyNoCounts, std::string("B: the model is uncalibrated"));
    QVERIFY(comparison->counts[0].defects.empty());
}

void TestComparisonFigures::absentWithAReason()
{
    std::vector<Scored> images{image("good", 0, "a", 0.5), image("good", 1, "a", 2.0)};
    const Comparison comparison = compared(evaluated(images), evaluated(images));
    QCOMPARE(named(comparison, "image.ap").difference.why,
             std::string("ranking takes good and anomalous images, there are 2 and 0"));
    QCOMPARE(named(comparison, "at.reject.defects.crack.recallOverlap50").difference.why,
             std::string("there is no outlined defect of class crack"));
    QCOMPARE(named(comparison, "at.review.good.overkill").interval.low.why,
             std::string("resampling needs at least 2 groups of images, there is 1"));
}

void TestComparisonFigures::refusals()
{
    const Evaluation a = evaluated({image("good", 0, {}, 0.5)});
    const Evaluation b = evaluated({image("good", 1, {}, 0.5)});
    const auto apart = compareEvaluations({a}, {b}, someResamples);
    QCOMPARE(apart.error().code, ErrorCode::BadArgument);
    QVERIFY(apart.error().detail.find("no image in common") != std::string::npos);
    Evaluation other = a;
    other.classes.pop_back();
    QCOMPARE(compareEvaluations({a}, {other}, someResamples).error().code, ErrorCode::BadArgument);
    const TwoModels models = twoModels(5);
    const std::atomic<bool> cancel{true};
    const Evaluation some = evaluated(models.a);
    QCOMPARE(compareEvaluations({some}, {some}, someResamples, JobContext(&cancel, {})).error().code,
             ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestComparisonFigures)
#include "tst_comparison_figures.moc"
