#include "core/comparison/comparison.h"

#include "core/comparison/side_figures.h"
#include "core/metrics/intervals.h"

#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace patina {
namespace {

/// The groups of the images of both: those that count, or have regions, in either.
ImageGroups commonGroups(const PairedOutcomes &paired)
{
    std::vector<ImageOutcome> images(paired.a.images.size());
    for (std::size_t i = 0; i < images.size(); ++i) {
        images[i].group = paired.a.images[i].group;
        images[i].role = paired.a.images[i].role == ImageRole::LeftOut ? paired.b.images[i].role : ImageRole::Good;
    }
    for (const Outcomes *outcomes : {&paired.a, &paired.b})
        for (const auto *regions : {&outcomes->defects, &outcomes->impurities})
            for (const RegionOutcome &region : *regions)
                images[static_cast<std::size_t>(region.image)].role = ImageRole::Good;
    return ImageGroups(images);
}

SideInput sideInput(const ComparedSide &side, const Outcomes &outcomes, const ComparedSide &other)
{
    const Evaluation &evaluation = side.evaluation;
    return {outcomes,
            evaluation.classes,
            evaluation.settings.policy,
            other.evaluation.settings.policy,
            evaluation.settings.reviewThreshold,
            evaluation.settings.rejectThreshold,
            side.whyNoThresholds};
}

/// \param values on the resamples on which both have a meaning. \param whyNone where nothing was drawn.
FigureInterval intervalOf(const Figure &difference, std::vector<double> values, const BootstrapSettings &settings,
                          const std::string &whyNone)
{
    const auto absent = [](const std::string &why) { return FigureInterval{Figure::absent(why), Figure::absent(why)}; };
    if (!difference.value || !whyNone.empty())
        return absent(difference.value ? whyNone : difference.why);
    const std::int64_t without = settings.resamples - std::ssize(values);
    const auto found = percentileInterval95(std::move(values), settings.resamples);
    if (!found)
        return absent(
            fmt::format("on {} of {} resamples of the groups it has no meaning", without, settings.resamples));
    return {Figure::of(found->low), Figure::of(found->high)};
}

std::string whyNoDraws(const BootstrapSettings &settings, const ImageGroups &groups)
{
    if (settings.resamples < 1)
        return "no resamples were asked for";
    return groups.count() < 2 ? fmt::format("resampling needs at least 2 groups of images, there is {}", groups.count())
                              : std::string();
}

/// B - A of every figure on every resample on which both have it.
Result<std::vector<std::vector<double>>> drawnDifferences(SideFigures &a, SideFigures &b, const ImageGroups &groups,
                                                          const BootstrapSettings &settings, const JobContext &context)
{
    constexpr std::int64_t reportEvery = 64;
    std::vector<std::vector<double>> differences(a.names().size());
    std::vector<double> times;
    std::vector<std::optional<double>> ofA;
    std::vector<std::optional<double>> ofB;
    for (std::int64_t resample = 0; resample < settings.resamples; ++resample) {
        if (context.cancelled())
            return cancelledError();
        if (resample % reportEvery == 0)
            context.report("resample", resample, settings.resamples);
        groups.draw(settings.seed, resample, times);
        a.on(times, ofA);
        b.on(times, ofB);
        for (std::size_t i = 0; i < differences.size(); ++i)
            if (ofA[i] && ofB[i])
                differences[i].push_back(*ofB[i] - *ofA[i]);
    }
    context.report("resample", settings.resamples, settings.resamples);
    return differences;
}

Result<void> compareFigures(const SideInput &inputA, const SideInput &inputB, const ImageGroups &groups,
                            const BootstrapSettings &settings, Comparison &comparison, const JobContext &context)
{
    SideFigures a(inputA, groups);
    SideFigures b(inputB, groups);
    assert(a.names() == b.names());
    const std::string whyNone = whyNoDraws(settings, groups);
    std::vector<std::vector<double>> drawn(a.names().size());
    if (whyNone.empty()) {
        auto differences = drawnDifferences(a, b, groups, settings, context);
        if (!differences)
            return failFrom(std::move(differences));
        drawn = std::move(*differences);
    }
    const std::vector<Figure> ofA = a.once();
    const std::vector<Figure> ofB = b.once();
    for (std::size_t i = 0; i < ofA.size(); ++i) {
        const Figure difference = ofA[i].value && ofB[i].value ? Figure::of(*ofB[i].value - *ofA[i].value)
                                                               : Figure::absent(ofA[i].value ? ofB[i].why : ofA[i].why);
        comparison.figures.push_back(
            {a.names()[i], ofA[i], ofB[i], difference, intervalOf(difference, std::move(drawn[i]), settings, whyNone)});
    }
    return {};
}

std::array<bool, 2> foundAt(const RegionOutcome &defect, const SideInput &input)
{
    return {defect.isFound(input.reviewThreshold), defect.isFound(input.rejectThreshold)};
}

void listDefects(const PairedOutcomes &paired, const SideInput &inputA, const SideInput &inputB, Comparison &comparison)
{
    for (const RegionPair &pair : paired.defects.pairs) {
        const RegionOutcome &a = paired.a.defects[pair.a];
        const RegionOutcome &b = paired.b.defects[pair.b];
        comparison.defects.push_back({paired.a.images[static_cast<std::size_t>(a.image)].id,
                                      inputA.classes[static_cast<std::size_t>(a.classIndex)].name, a, b,
                                      foundAt(a, inputA), foundAt(b, inputB)});
    }
    comparison.defectsOnlyA = std::ssize(paired.defects.onlyA);
    comparison.defectsOnlyB = std::ssize(paired.defects.onlyB);
}

void listGood(const PairedOutcomes &paired, Comparison &comparison)
{
    const auto flagged = [](const ImageOutcome &image) {
        return std::array{image.falseRegions[0] > 0, image.falseRegions[1] > 0};
    };
    for (std::size_t i = 0; i < paired.a.images.size(); ++i) {
        const ImageOutcome &a = paired.a.images[i];
        const ImageOutcome &b = paired.b.images[i];
        if (a.role == ImageRole::Good && b.role == ImageRole::Good)
            comparison.good.push_back({a.id, a.score, b.score, flagged(a), flagged(b)});
        else if (a.role == ImageRole::Good || b.role == ImageRole::Good)
            ++comparison.goodInOne;
    }
}

void count(const SideInput &a, const SideInput &b, Comparison &comparison)
{
    comparison.whyNoCounts = !a.whyNoThresholds.empty()   ? "A: " + a.whyNoThresholds
                             : !b.whyNoThresholds.empty() ? "B: " + b.whyNoThresholds
                                                          : std::string();
    if (!comparison.whyNoCounts.empty())
        return;
    for (std::size_t which = 0; which < comparison.counts.size(); ++which) {
        ComparedCounts &counts = comparison.counts[which];
        PairedCount all{"all"};
        for (std::size_t i = 0; i < a.classes.size(); ++i) {
            const ClassKind kind = a.classes[i].kind;
            if (roleOf(kind, a.policy) != ClassRole::Defect || roleOf(kind, b.policy) != ClassRole::Defect)
                continue;
            PairedCount &ofClass = counts.defects.emplace_back(PairedCount{reportName(a.classes[i])});
            for (const ComparedDefect &defect : comparison.defects)
                if (defect.a.classIndex == static_cast<int>(i)) {
                    ofClass.add(defect.foundByA[which], defect.foundByB[which]);
                    all.add(defect.foundByA[which], defect.foundByB[which]);
                }
        }
        counts.defects.push_back(all);
        counts.good.name = "good";
        for (const ComparedGood &image : comparison.good)
            counts.good.add(image.flaggedByA[which], image.flaggedByB[which]);
    }
}

} // namespace

Result<Comparison> compareEvaluations(const ComparedSide &a, const ComparedSide &b, const BootstrapSettings &bootstrap,
                                      const JobContext &context)
{
    if (a.evaluation.classes != b.evaluation.classes)
        return fail(ErrorCode::BadArgument, fmt::format("A and B know other classes ({} and {}): compare evaluations "
                                                        "of one data set",
                                                        a.evaluation.classes.size(), b.evaluation.classes.size()));
    PairedOutcomes paired = pairedOutcomes(a.evaluation.outcomes, b.evaluation.outcomes);
    if (paired.a.images.empty())
        return fail(ErrorCode::BadArgument,
                    fmt::format("A and B have no image in common: {} and {} images by id; compare evaluations of one "
                                "data set",
                                paired.imagesOnlyA.size(), paired.imagesOnlyB.size()));
    Comparison comparison;
    comparison.images = std::ssize(paired.a.images);
    const ImageGroups groups = commonGroups(paired);
    comparison.groups = static_cast<std::int64_t>(groups.count());
    const SideInput inputA = sideInput(a, paired.a, b);
    const SideInput inputB = sideInput(b, paired.b, a);
    if (auto compared = compareFigures(inputA, inputB, groups, bootstrap, comparison, context); !compared)
        return failFrom(std::move(compared));
    listDefects(paired, inputA, inputB, comparison);
    listGood(paired, comparison);
    count(inputA, inputB, comparison);
    comparison.imagesOnlyA = std::move(paired.imagesOnlyA);
    comparison.imagesOnlyB = std::move(paired.imagesOnlyB);
    return comparison;
}

} // namespace patina
