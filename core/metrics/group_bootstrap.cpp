#include "core/metrics/group_bootstrap.h"

#include "core/metrics/group_resampling.h"
#include "core/metrics/intervals.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace patina {
namespace {

/// What a figure came to on the resamples on which it has a meaning.
struct Draws
{
    const Figure *figure = nullptr;     ///< of all images
    FigureInterval *interval = nullptr; ///< where it goes
    std::vector<double> values;

    void absent(const std::string &why) { interval->low = interval->high = Figure::absent(why); }

    /// \param whyNone where nothing was drawn.
    void finish(std::int64_t resamples, const std::string &whyNone)
    {
        if (!figure->value || !whyNone.empty())
            return absent(figure->value ? whyNone : figure->why);
        const std::int64_t without = resamples - std::ssize(values);
        const auto found = percentileInterval95(std::move(values), resamples);
        if (!found)
            return absent(fmt::format("on {} of {} resamples of the groups it has no meaning", without, resamples));
        interval->low = Figure::of(found->low);
        interval->high = Figure::of(found->high);
    }
};

/// A share and what it came to on the resamples.
struct Share
{
    GroupShare parts;
    Draws draws;

    Share(std::size_t groups, const Figure &figure, FigureInterval &interval)
        : parts(groups), draws{&figure, &interval, {}}
    {
    }

    void draw(const std::vector<double> &times)
    {
        if (const auto share = parts.on(times))
            draws.values.push_back(*share);
    }
};

/// A figure of the ranked images.
struct RankDraws
{
    std::function<double(std::span<const RankStep>)> value;
    Draws draws;
};

std::vector<RankDraws> rankDraws(const ImageFigures &figures, GroupIntervals &intervals)
{
    std::vector<RankDraws> all{{aurocOf, {&figures.auroc, &intervals.auroc, {}}},
                               {averagePrecisionOf, {&figures.ap, &intervals.ap, {}}},
                               {[](auto steps) { return bestF1Of(steps).f1; }, {&figures.f1max, &intervals.f1max, {}}}};
    for (std::size_t i = 0; i < passPercents.size(); ++i) {
        const int percent = passPercents[i];
        all.push_back({[percent](auto steps) { return passedGoodOf(steps, percent); },
                       {&figures.passed[i].good, &intervals.passed[i].good, {}}});
        all.push_back({[percent](auto steps) { return stoppedBadOf(steps, percent); },
                       {&figures.passed[i].bad, &intervals.passed[i].bad, {}}});
    }
    return all;
}

/// Recall per class, overkill and false regions at one threshold.
void addShares(const Evaluation &evaluation, const OperatingPoint &point, std::size_t which, const ImageGroups &groups,
               GroupIntervals::Point &intervals, std::vector<Share> &shares)
{
    intervals.recall.resize(point.defects.size());
    const std::size_t first = shares.size();
    for (std::size_t i = 0; i < point.defects.size(); ++i)
        shares.emplace_back(groups.count(), point.defects[i].recall, intervals.recall[i]);
    std::vector<std::size_t> slotOf(evaluation.classes.size(), 0);
    std::size_t slot = first;
    for (std::size_t i = 0; i < evaluation.classes.size(); ++i)
        if (roleOf(evaluation.classes[i].kind, evaluation.settings.policy) == ClassRole::Defect)
            slotOf[i] = slot++;
    for (const RegionOutcome &defect : evaluation.outcomes.defects)
        if (const auto group = groups.of(static_cast<std::size_t>(defect.image)))
            for (const std::size_t s : {slotOf[static_cast<std::size_t>(defect.classIndex)], slot})
                shares[s].parts.add(*group, defect.isFound(point.threshold) ? 1.0 : 0.0);
    Share &overkill = shares.emplace_back(groups.count(), point.overkill, intervals.overkill);
    Share regions(groups.count(), point.falseRegionsPerImage, intervals.falseRegionsPerImage);
    for (std::size_t i = 0; i < evaluation.outcomes.images.size(); ++i) {
        const ImageOutcome &image = evaluation.outcomes.images[i];
        if (image.role != ImageRole::Good)
            continue;
        const std::size_t group = *groups.of(i);
        overkill.parts.add(group, image.falseRegions[which] > 0 ? 1.0 : 0.0);
        regions.parts.add(group, static_cast<double>(image.falseRegions[which]));
    }
    shares.push_back(std::move(regions));
}

std::string whyNoDraws(const BootstrapSettings &settings, const ImageGroups &groups)
{
    if (settings.resamples < 1)
        return "no resamples were asked for";
    return groups.count() < 2 ? fmt::format("resampling needs at least 2 groups of images, there is {}", groups.count())
                              : std::string();
}

} // namespace

GroupIntervals groupIntervals(const Evaluation &evaluation)
{
    const BootstrapSettings &settings = evaluation.settings.bootstrap;
    const ImageGroups groups(evaluation.outcomes.images);
    GroupIntervals intervals;
    intervals.groups = static_cast<std::int64_t>(groups.count());
    std::vector<RankDraws> ranks = rankDraws(evaluation.image, intervals);
    std::vector<Share> shares;
    addShares(evaluation, evaluation.review, 0, groups, intervals.review, shares);
    addShares(evaluation, evaluation.reject, 1, groups, intervals.reject, shares);

    const std::string why = whyNoDraws(settings, groups);
    RankedImages images(evaluation.outcomes.images, groups);
    std::vector<double> times;
    for (std::int64_t resample = 0; why.empty() && resample < settings.resamples; ++resample) {
        groups.draw(settings.seed, resample, times);
        if (const auto steps = images.steps(times); !steps.empty())
            for (RankDraws &rank : ranks)
                rank.draws.values.push_back(rank.value(steps));
        for (Share &share : shares)
            share.draw(times);
    }
    for (RankDraws &rank : ranks)
        rank.draws.finish(settings.resamples, why);
    for (Share &share : shares)
        share.draws.finish(settings.resamples, why);
    return intervals;
}

} // namespace patina
