#include "core/metrics/group_bootstrap.h"

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

/// A share whose parts add up over groups.
struct Share
{
    std::vector<double> hits; ///< per group
    std::vector<double> of;
    Draws draws;

    Share(std::size_t groups, const Figure &figure, FigureInterval &interval)
        : hits(groups, 0.0), of(groups, 0.0), draws{&figure, &interval, {}}
    {
    }

    void draw(const std::vector<double> &times)
    {
        double hit = 0.0;
        double all = 0.0;
        for (std::size_t g = 0; g < times.size(); ++g) {
            hit += times[g] * hits[g];
            all += times[g] * of[g];
        }
        if (all > 0.0)
            draws.values.push_back(hit / all);
    }
};

/// The images in falling order of their scores, to be counted anew for each resample.
class RankedImages
{
public:
    RankedImages(const std::vector<ImageOutcome> &images, const ImageGroups &groups)
    {
        for (std::size_t i = 0; i < images.size(); ++i)
            if (const auto group = groups.of(i))
                m_images.push_back({images[i].score, *group, images[i].role == ImageRole::Anomalous, 0});
        std::ranges::stable_sort(m_images, std::greater<>(), &Image::score);
        for (std::size_t i = 0; i < m_images.size(); ++i) {
            if (i == 0 || m_images[i].score != m_images[i - 1].score)
                m_steps.push_back({m_images[i].score, 0.0, 0.0, 0.0});
            m_images[i].step = m_steps.size() - 1;
        }
    }

    /// Empty where a resample lacks good or anomalous images.
    std::span<const RankStep> steps(const std::vector<double> &times)
    {
        double positives = 0.0;
        double negatives = 0.0;
        for (RankStep &step : m_steps)
            step.positives = step.negatives = 0.0;
        for (const Image &image : m_images) {
            RankStep &step = m_steps[image.step];
            (image.isAnomalous ? step.positives : step.negatives) += times[image.group];
            (image.isAnomalous ? positives : negatives) += times[image.group];
        }
        return positives > 0.0 && negatives > 0.0 ? std::span<const RankStep>(m_steps) : std::span<const RankStep>();
    }

private:
    struct Image
    {
        double score = 0.0;
        std::size_t group = 0;
        bool isAnomalous = false;
        std::size_t step = 0;
    };
    std::vector<Image> m_images;
    std::vector<RankStep> m_steps;
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
            for (const std::size_t s : {slotOf[static_cast<std::size_t>(defect.classIndex)], slot}) {
                shares[s].of[*group] += 1.0;
                shares[s].hits[*group] += defect.isFound(point.threshold) ? 1.0 : 0.0;
            }
    Share &overkill = shares.emplace_back(groups.count(), point.overkill, intervals.overkill);
    Share regions(groups.count(), point.falseRegionsPerImage, intervals.falseRegionsPerImage);
    for (std::size_t i = 0; i < evaluation.outcomes.images.size(); ++i) {
        const ImageOutcome &image = evaluation.outcomes.images[i];
        if (image.role != ImageRole::Good)
            continue;
        const std::size_t group = *groups.of(i);
        overkill.of[group] += 1.0;
        overkill.hits[group] += image.falseRegions[which] > 0 ? 1.0 : 0.0;
        regions.of[group] += 1.0;
        regions.hits[group] += static_cast<double>(image.falseRegions[which]);
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
