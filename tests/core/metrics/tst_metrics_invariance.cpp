#include "core/metrics/evaluator.h"
#include "tests/core/metrics/made_images.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

using namespace patina;
using namespace patina::made;

namespace {

/// All flat figures but thresholds of F1 agree within `tolerance`; \returns the first name that does not.
std::string firstDifference(const Evaluation &a, const Evaluation &b, double tolerance,
                            const std::set<std::string> &skipped = {})
{
    const auto ours = flatFigures(a);
    const auto theirs = flatFigures(b);
    if (ours.size() != theirs.size())
        return "number of figures";
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const Figure &x = ours[i].figure;
        const Figure &y = theirs[i].figure;
        if (skipped.count(ours[i].name) > 0)
            continue;
        if (ours[i].name != theirs[i].name || x.value.has_value() != y.value.has_value() || x.why != y.why ||
            (x.value && std::abs(*x.value - *y.value) > tolerance))
            return ours[i].name;
    }
    return {};
}

cv::Mat mapped(const cv::Mat &map, const std::function<double(double)> &f)
{
    cv::Mat out(map.size(), CV_32FC1);
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.cols; ++x)
            out.at<float>(y, x) = static_cast<float>(f(static_cast<double>(map.at<float>(y, x))));
    return out;
}

/// A rising function of scores between about -2 and 5.
std::function<double(double)> risingFunction(int which)
{
    switch (which) {
    case 0:
        return [](double x) { return 3.0 * x + 2.0; };
    case 1:
        return [](double x) { return std::exp(x); };
    case 2:
        return [](double x) { return x * x * x; };
    case 3:
        return [](double x) { return 1e-6 * x - 1e-5; };
    case 4:
        return [](double x) { return 1e6 * (x - 20.0); };
    case 5:
        return [](double x) { return 10.0 + x; }; // farther off, scores would crowd into single bins and tie
    default:
        return [](double x) { return std::atan(x); };
    }
}

/// The same image with columns appended that hold wild scores and are marked as don't-care.
Scored withDontCare(const Scored &image, int columns, bool asClass, std::mt19937 &random)
{
    Scored wide = image;
    const cv::Size size(image.map.cols + columns, image.map.rows);
    cv::copyMakeBorder(image.map, wide.map, 0, 0, 0, columns, cv::BORDER_CONSTANT, cv::Scalar(0));
    wide.map.colRange(image.map.cols, size.width) = noise({columns, size.height}, random, 50.0);
    wide.truth.labels.size = size;
    for (LabelLayer &layer : wide.truth.labels.layers) {
        cv::Mat mask;
        cv::copyMakeBorder(layer.mask, mask, 0, 0, 0, columns, cv::BORDER_CONSTANT, cv::Scalar(0));
        layer.mask = mask;
    }
    cv::Mat extra = cv::Mat::zeros(size, CV_8UC1);
    extra.colRange(image.map.cols, size.width) = 255;
    if (asClass)
        wide.truth.labels.layers.push_back({spot, extra});
    else
        wide.truth.ignore = extra;
    return wide;
}

} // namespace

class TestInvariance : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void monotoneMaps();
    void orderOfImages();
    void dontCareRegions();
    void bandsOfRows();
    void subsetsMergeToTheWhole();
    void recallFallsWithTheThreshold();
    void keptRegionsCountAsEvaluated();
    void movedThresholdCountsAsEvaluated();
};

void TestInvariance::initTestCase()
{
    // Each run evaluates a dozen images twice.
    if (const QByteArray given = qgetenv("RC_PARAMS"); !given.contains("max_success"))
        qputenv("RC_PARAMS", given + " max_success=30");
}

void TestInvariance::monotoneMaps()
{
    QVERIFY(rc::check("rank figures do not change under a rising map of all scores", [] {
        std::vector<Scored> images = someImages(*rc::gen::arbitrary<unsigned>());
        const Evaluation before = evaluated(images);
        const auto f = risingFunction(*rc::gen::inRange(0, 7));
        for (Scored &image : images)
            image.map = mapped(image.map, f);
        const Evaluation after = evaluated(images);
        const auto agree = [](const Figure &a, const Figure &b, double tolerance) {
            return a.value.has_value() == b.value.has_value() &&
                   (!a.value || std::abs(*a.value - *b.value) <= tolerance);
        };
        const double binned = 2e-3; // each is within 1e-3 of the exact value
        RC_ASSERT(agree(before.image.auroc, after.image.auroc, 1e-12));
        RC_ASSERT(agree(before.image.ap, after.image.ap, 1e-12));
        RC_ASSERT(agree(before.image.f1max, after.image.f1max, 1e-12));
        RC_ASSERT(agree(before.pixel.auroc, after.pixel.auroc, binned));
        RC_ASSERT(agree(before.pixel.ap, after.pixel.ap, binned));
        RC_ASSERT(agree(before.pixel.aupro30, after.pixel.aupro30, binned));
        RC_ASSERT(agree(before.pixel.aupro05, after.pixel.aupro05, binned));
    }));
}

void TestInvariance::orderOfImages()
{
    QVERIFY(rc::check("the order of images does not matter", [] {
        std::vector<Scored> images = someImages(*rc::gen::arbitrary<unsigned>());
        const Evaluation before = evaluated(images);
        std::mt19937 random(*rc::gen::arbitrary<unsigned>());
        std::shuffle(images.begin(), images.end(), random);
        RC_ASSERT(firstDifference(before, evaluated(images), 1e-12) == "");
    }));
}

void TestInvariance::dontCareRegions()
{
    QVERIFY(rc::check("adding don't-care regions, by mask or by class, changes nothing", [] {
        std::vector<Scored> images = someImages(*rc::gen::arbitrary<unsigned>());
        const Evaluation before = evaluated(images);
        std::mt19937 random(*rc::gen::arbitrary<unsigned>());
        for (Scored &image : images)
            image = withDontCare(image, 1 + static_cast<int>(random() % 9), random() % 2 == 0, random);
        RC_ASSERT(firstDifference(before, evaluated(images), 1e-12, {"pixels.ignored", "ignored.spot.total"}) == "");
    }));
}

void TestInvariance::bandsOfRows()
{
    QVERIFY(rc::check("any partition of the maps into bands gives the same figures", [] {
        const std::vector<Scored> images = someImages(*rc::gen::arbitrary<unsigned>());
        auto evaluator = Evaluator::create(classes(), {});
        for (const Scored &image : images) {
            RC_ASSERT(evaluator->beginImage(image.truth).has_value());
            const auto sink = evaluator->rowSink();
            for (int row = 0; row < image.map.rows;) {
                const int rows = *rc::gen::inRange(1, image.map.rows - row + 1);
                RC_ASSERT(sink(row, image.map.rowRange(row, row + rows)).has_value());
                row += rows;
            }
            RC_ASSERT(evaluator->endImage(image.score()).has_value());
        }
        RC_ASSERT(firstDifference(evaluated(images), evaluator->evaluate(), 0.0) == "");
    }));
}

void TestInvariance::subsetsMergeToTheWhole()
{
    QVERIFY(rc::check("two subsets merged equal both together, and fed side by side each is its own", [] {
        const std::vector<Scored> images = someImages(*rc::gen::arbitrary<unsigned>());
        auto even = Evaluator::create(classes(), {});
        auto odd = Evaluator::create(classes(), {});
        std::vector<Scored> evenImages;
        for (const Scored &image : images) {
            const bool isEven = *rc::gen::arbitrary<bool>();
            RC_ASSERT(feed(isEven ? *even : *odd, image).has_value());
            if (isEven)
                evenImages.push_back(image);
        }
        RC_ASSERT(firstDifference(even->evaluate(), evaluated(evenImages), 0.0) == "");
        auto carried = Evaluator::create(even->evaluate().classes, even->evaluate().settings);
        for (const Evaluator *half : {&*even, &*odd})
            RC_ASSERT(carried->mergeEncoded(half->encoded()).has_value());
        RC_ASSERT(even->merge(*odd).has_value());
        RC_ASSERT(firstDifference(carried->evaluate(), even->evaluate(), 0.0) == "");
        const Evaluation merged = even->evaluate();
        RC_ASSERT(firstDifference(merged, evaluated(images), 1e-12) == "");
        for (const RegionOutcome &defect : merged.outcomes.defects)
            RC_ASSERT(merged.outcomes.images[static_cast<std::size_t>(defect.image)].role == ImageRole::Anomalous);
    }));
}

void TestInvariance::recallFallsWithTheThreshold()
{
    QVERIFY(rc::check("recall, overkill and FPR at reject are never above those at review", [] {
        const double review = *rc::gen::inRange(-10, 30) / 10.0;
        const Evaluation evaluation = evaluated(someImages(*rc::gen::arbitrary<unsigned>()),
                                                settingsWith(review, review + *rc::gen::inRange(0, 20) / 10.0));
        for (std::size_t i = 0; i < evaluation.review.defects.size(); ++i)
            RC_ASSERT(evaluation.reject.defects[i].found <= evaluation.review.defects[i].found);
        RC_ASSERT(*evaluation.reject.overkill.value <= *evaluation.review.overkill.value);
        RC_ASSERT(*evaluation.reject.pixelFpr.value <= *evaluation.review.pixelFpr.value);
        for (const RecallCurve &curve : evaluation.curves.recall)
            RC_ASSERT(std::is_sorted(curve.points.begin(), curve.points.end(), [](const auto &a, const auto &b) {
                return a.threshold > b.threshold && a.recall < b.recall;
            }));
    }));
}

void TestInvariance::keptRegionsCountAsEvaluated()
{
    QVERIFY(rc::check("regions at a moved threshold equal those of an evaluation made with it", [] {
        const std::vector<Scored> images = someImages(*rc::gen::arbitrary<unsigned>());
        EvaluationSettings kept = settingsWith(1.0, 1.0);
        kept.levels = LevelScale{10, -30, 100};
        kept.minAreaPx = *rc::gen::inRange(1, 8);
        const Evaluation first = evaluated(images, kept);
        const double threshold = *rc::gen::inRange(-20, 40) / 10.0;
        EvaluationSettings there = settingsWith(threshold, threshold);
        there.minAreaPx = kept.minAreaPx;
        const OperatingPoint moved = countsAt(first.outcomes, first.classes, first.settings, threshold);
        const OperatingPoint made = evaluated(images, there).review;
        RC_ASSERT(moved.goodFlagged == made.goodFlagged);
        RC_ASSERT(moved.overkill == made.overkill);
        RC_ASSERT(moved.falseRegionsPerImage == made.falseRegionsPerImage);
        const OperatingPoint between = countsAt(first.outcomes, first.classes, first.settings, threshold + 0.05);
        RC_ASSERT(made.goodImages == 0 || !between.falseRegionsPerImage.value); // not one that they are kept for
        auto coded = Evaluator::create(first.classes, kept);
        for (const Scored &image : images)
            RC_ASSERT(coded->addImage(image.truth, image.score(), image.map).has_value());
        auto other = Evaluator::create(first.classes, kept);
        RC_ASSERT(other->mergeEncoded(coded->encoded()).has_value());
        RC_ASSERT(other->evaluate().outcomes.images == first.outcomes.images);
    }));
}

void TestInvariance::movedThresholdCountsAsEvaluated()
{
    QVERIFY(rc::check("counts at a moved threshold equal an evaluation made with it", [] {
        const std::vector<Scored> images = someImages(*rc::gen::arbitrary<unsigned>());
        const Evaluation first = evaluated(images);
        const double threshold = *rc::gen::inRange(-20, 40) / 10.0;
        const OperatingPoint moved = countsAt(first.outcomes, first.classes, first.settings, threshold);
        const OperatingPoint made = evaluated(images, settingsWith(threshold, threshold)).review;
        RC_ASSERT(moved.defects.size() == made.defects.size());
        for (std::size_t i = 0; i < made.defects.size(); ++i)
            RC_ASSERT(moved.defects[i].found == made.defects[i].found &&
                      moved.defects[i].recall == made.defects[i].recall);
        for (std::size_t i = 0; i < made.defects.size(); ++i)
            for (std::size_t k = 0; k < overlapPercents.size(); ++k)
                RC_ASSERT(moved.defects[i].overlap[k].found == made.defects[i].overlap[k].found);
        for (std::size_t i = 0; i < made.impurities.size(); ++i)
            RC_ASSERT(moved.impurities[i].flagged == made.impurities[i].flagged);
        RC_ASSERT(moved.overkill == made.overkill);
        const bool counted = threshold == first.settings.reviewThreshold || threshold == first.settings.rejectThreshold;
        if (counted)
            RC_ASSERT(moved.falseRegionsPerImage == made.falseRegionsPerImage);
        else
            RC_ASSERT(!moved.falseRegionsPerImage.value && !moved.falseRegionsPerImage.why.empty());
    }));
}

QTEST_APPLESS_MAIN(TestInvariance)
#include "tst_metrics_invariance.moc"
