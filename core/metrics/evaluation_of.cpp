#include "core/metrics/evaluation_totals.h"
#include "core/metrics/group_bootstrap.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

namespace patina {
namespace {

constexpr const char *noSegF1Threshold = "its threshold needs score maps of defect-free validation images";

std::vector<RankStep> imageSteps(const Outcomes &outcomes)
{
    std::vector<RankedScore> scores;
    for (const ImageOutcome &image : outcomes.images)
        if (image.role != ImageRole::LeftOut)
            scores.push_back({image.score, image.role == ImageRole::Anomalous});
    return rankSteps(std::move(scores));
}

std::vector<RankStep> pixelSteps(const EvaluationTotals &totals)
{
    std::vector<std::uint32_t> pages = totals.normal.usedPages();
    pages.insert(pages.end(), totals.defect.usedPages().begin(), totals.defect.usedPages().end());
    std::sort(pages.begin(), pages.end(), std::greater<>());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());

    using Histogram = ScoreHistogram<std::uint64_t>;
    std::vector<RankStep> steps;
    for (const std::uint32_t index : pages) {
        const auto *normal = totals.normal.page(index);
        const auto *defect = totals.defect.page(index);
        const auto *overlap = totals.overlap.page(index);
        for (std::size_t bin = Histogram::pageBins; bin-- > 0;) {
            const RankStep step{0.0, normal != nullptr ? static_cast<double>((*normal)[bin]) : 0.0,
                                defect != nullptr ? static_cast<double>((*defect)[bin]) : 0.0,
                                overlap != nullptr ? static_cast<double>((*overlap)[bin]) : 0.0};
            if (step.negatives == 0.0 && step.positives == 0.0)
                continue;
            steps.push_back(step);
            steps.back().threshold = Histogram::lowerEdge(index, bin);
        }
    }
    return steps;
}

RankFigures rankFigures(const std::vector<RankStep> &steps, const std::string &whyNot)
{
    if (!whyNot.empty()) {
        const Figure absent = Figure::absent(whyNot);
        return {absent, absent, absent, absent};
    }
    const BestF1 best = bestF1Of(steps);
    return {Figure::of(aurocOf(steps)), Figure::of(averagePrecisionOf(steps)), Figure::of(best.f1),
            Figure::of(best.threshold)};
}

ImageFigures imageFigures(const std::vector<RankStep> &steps, const std::string &whyNot)
{
    ImageFigures figures{rankFigures(steps, whyNot), {}};
    for (std::size_t i = 0; i < passPercents.size(); ++i) {
        figures.passed[i].good =
            whyNot.empty() ? Figure::of(passedGoodOf(steps, passPercents[i])) : Figure::absent(whyNot);
        figures.passed[i].bad =
            whyNot.empty() ? Figure::of(stoppedBadOf(steps, passPercents[i])) : Figure::absent(whyNot);
    }
    return figures;
}

std::string whyNoImageFigures(const EvaluationCounts &counts)
{
    if (counts.goodImages == 0 && counts.anomalousImages == 0)
        return "there is no image to rank";
    if (counts.anomalousImages == 0)
        return fmt::format("there is no anomalous image among {} good ones", counts.goodImages);
    return counts.goodImages == 0
               ? fmt::format("there is no good image among {} anomalous ones", counts.anomalousImages)
               : "";
}

std::string whyNoPixelFigures(const EvaluationCounts &counts)
{
    if (counts.pixels[static_cast<std::size_t>(PixelRole::Defect)] == 0)
        return counts.unoutlinedImages > 0
                   ? fmt::format("no defect is outlined: {} anomalous images have no mask", counts.unoutlinedImages)
                   : "there is no defect pixel";
    return counts.pixels[static_cast<std::size_t>(PixelRole::Normal)] == 0 ? "there is no normal pixel" : "";
}

Figure segF1(const EvaluationTotals &totals, const EvaluationSettings &settings, const std::string &whyNot)
{
    if (!whyNot.empty())
        return Figure::absent(whyNot);
    if (!settings.segF1Threshold)
        return Figure::absent(noSegF1Threshold);
    const ThresholdTally &tally = totals.thresholds.back();
    const std::int64_t defects = totals.counts.pixels[static_cast<std::size_t>(PixelRole::Defect)];
    return Figure::of(2.0 * static_cast<double>(tally.defectOver) /
                      static_cast<double>(tally.defectOver + tally.normalOver + defects));
}

Figure aupimo(const EvaluationTotals &totals)
{
    if (totals.recalls.empty())
        return Figure::absent("no image has an outlined defect");
    if (totals.goodPixels < aupimoMinPixels)
        return Figure::absent(
            fmt::format("false positive rates down to 1e-5 need {} pixels of good images, there are {}",
                        aupimoMinPixels, totals.goodPixels));
    return Figure::of(aupimoOf(totals.goodFpr, totals.counts.goodImages, totals.recalls));
}

/// What the outcomes say, completed by what was counted on the maps.
OperatingPoint operatingPoint(const EvaluationTotals &totals, const std::vector<LabelClass> &classes,
                              const EvaluationSettings &settings, const ThresholdTally &tally)
{
    OperatingPoint point = countsAt(totals.outcomes, classes, settings, tally.threshold);
    setOverkill(point, tally.goodFlagged);
    if (point.goodImages > 0)
        point.falseRegionsPerImage =
            Figure::of(static_cast<double>(tally.falseRegions) / static_cast<double>(point.goodImages));
    const std::int64_t normal = totals.counts.pixels[static_cast<std::size_t>(PixelRole::Normal)];
    point.pixelFpr = normal > 0 ? Figure::of(static_cast<double>(tally.normalOver) / static_cast<double>(normal))
                                : Figure::absent("there is no normal pixel");
    return point;
}

} // namespace

Evaluation evaluationOf(const EvaluationTotals &totals, const std::vector<LabelClass> &classes,
                        const EvaluationSettings &settings)
{
    Evaluation evaluation{settings, classes, totals.counts, {}, {}, {}, {}, {}, {}, totals.outcomes};
    const std::string noImages = whyNoImageFigures(totals.counts);
    const std::string noPixels = whyNoPixelFigures(totals.counts);
    const std::vector<RankStep> images = imageSteps(totals.outcomes);
    const std::vector<RankStep> pixels = pixelSteps(totals);
    const auto aupro = [&](double limit) {
        return noPixels.empty() ? Figure::of(auproOf(pixels, totals.counts.defects, limit)) : Figure::absent(noPixels);
    };
    evaluation.image = imageFigures(images, noImages);
    static_cast<RankFigures &>(evaluation.pixel) = rankFigures(pixels, noPixels);
    evaluation.pixel.aupro30 = aupro(0.30);
    evaluation.pixel.aupro05 = aupro(0.05);
    evaluation.pixel.segF1 = segF1(totals, settings, noPixels);
    evaluation.pixel.segF1Threshold =
        settings.segF1Threshold ? Figure::of(*settings.segF1Threshold) : Figure::absent(noSegF1Threshold);
    evaluation.pixel.aupimo = aupimo(totals);
    evaluation.review = operatingPoint(totals, classes, settings, totals.thresholds[0]);
    evaluation.reject = operatingPoint(totals, classes, settings, totals.thresholds[1]);
    if (noImages.empty()) {
        evaluation.curves.imageRoc = thinned(rocCurve(images));
        evaluation.curves.imagePr = thinned(prCurve(images));
    }
    if (noPixels.empty()) {
        evaluation.curves.pixelRoc = thinned(rocCurve(pixels));
        evaluation.curves.pixelPr = thinned(prCurve(pixels));
        evaluation.curves.pro = thinned(proCurve(pixels, totals.counts.defects));
    }
    evaluation.curves.recall = recallCurves(totals.outcomes, classes, settings.policy);
    for (const FoundBy by : overlapCriteria)
        std::ranges::move(recallCurves(totals.outcomes, classes, settings.policy, by),
                          std::back_inserter(evaluation.curves.recallOverlap));
    addGroupBands(evaluation.curves.recall, evaluation);
    evaluation.grouped = groupIntervals(evaluation);
    return evaluation;
}

} // namespace patina
