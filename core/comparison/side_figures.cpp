#include "core/comparison/side_figures.h"

#include "core/metrics/recall_curve.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace patina {
namespace {

constexpr std::array sideNames{"review", "reject"};

std::string prefixOf(std::size_t which)
{
    return fmt::format("at.{}.", sideNames[which]);
}

double thresholdOf(const SideInput &input, std::size_t which)
{
    return which == 0 ? input.reviewThreshold : input.rejectThreshold;
}

/// Whether a class has that role under either policy.
bool isEither(const LabelClass &one, const SideInput &input, ClassRole role)
{
    return roleOf(one.kind, input.policy) == role || roleOf(one.kind, input.otherPolicy) == role;
}

std::string whyNoRole(const LabelClass &one, const SideInput &input, ClassRole role, const std::string &none)
{
    const ClassRole is = roleOf(one.kind, input.policy);
    if (is == role)
        return none;
    const char *as = is == ClassRole::Defect     ? "counts as a defect"
                     : is == ClassRole::Harmless ? "is harmless"
                                                 : "is ignored";
    return fmt::format("{} {} under the policy {}", reportName(one), as, labelPolicyText(input.policy));
}

} // namespace

SideFigures::SideFigures(const SideInput &input, const ImageGroups &groups)
    : m_groups(groups), m_images(input.outcomes.images, groups)
{
    addRanks(input);
    for (std::size_t which = 0; which < sideNames.size(); ++which)
        addPoint(input, which);
}

void SideFigures::on(const std::vector<double> &times, std::vector<std::optional<double>> &values)
{
    values.clear();
    const std::span<const RankStep> steps = m_images.steps(times);
    for (const Rank &rank : m_ranks)
        values.push_back(steps.empty() ? std::nullopt : std::optional(rank.value(steps)));
    for (const Share &share : m_shares)
        values.push_back(share.told ? share.parts.on(times) : std::nullopt);
}

std::vector<Figure> SideFigures::once()
{
    std::vector<std::optional<double>> values;
    on(std::vector<double>(m_groups.count(), 1.0), values);
    std::vector<Figure> figures;
    for (std::size_t i = 0; i < values.size(); ++i)
        figures.push_back(
            values[i] ? Figure::of(*values[i])
                      : Figure::absent(i < m_ranks.size() ? m_whyNoRanks : m_shares[i - m_ranks.size()].whyNone));
    return figures;
}

void SideFigures::addRanks(const SideInput &input)
{
    const auto add = [&](std::string name, std::function<double(std::span<const RankStep>)> value) {
        m_names.push_back("image." + std::move(name));
        m_ranks.push_back({std::move(value)});
    };
    add("auroc", aurocOf);
    add("ap", averagePrecisionOf);
    add("f1max", [](auto steps) { return bestF1Of(steps).f1; });
    for (const int percent : passPercents) {
        add(fmt::format("pg{}", percent), [percent](auto steps) { return passedGoodOf(steps, percent); });
        add(fmt::format("pb{}", percent), [percent](auto steps) { return stoppedBadOf(steps, percent); });
    }
    const auto ofRole = [&](ImageRole role) {
        return std::ranges::count(input.outcomes.images, role, &ImageOutcome::role);
    };
    m_whyNoRanks = fmt::format("ranking takes good and anomalous images, there are {} and {}", ofRole(ImageRole::Good),
                               ofRole(ImageRole::Anomalous));
}

void SideFigures::addPoint(const SideInput &input, std::size_t which)
{
    for (std::size_t i = 0; i < input.classes.size(); ++i)
        if (isEither(input.classes[i], input, ClassRole::Defect))
            addRecall(input, which, static_cast<int>(i));
    addRecall(input, which, std::nullopt);
    for (std::size_t i = 0; i < input.classes.size(); ++i)
        if (isEither(input.classes[i], input, ClassRole::Harmless))
            addImpurity(input, which, static_cast<int>(i));
    addGood(input, which);
    if (!input.whyNoThresholds.empty())
        for (Share &share : m_shares)
            share = {std::move(share.parts), input.whyNoThresholds, false};
}

void SideFigures::addRecall(const SideInput &input, std::size_t which, std::optional<int> classIndex)
{
    std::string name = "all";
    std::string none = "there is no outlined defect";
    if (classIndex) {
        const LabelClass &one = input.classes[static_cast<std::size_t>(*classIndex)];
        name = reportName(one);
        none = whyNoRole(one, input, ClassRole::Defect, fmt::format("{} of class {}", none, name));
    }
    const auto addBy = [&](FoundBy by, const std::string &suffix) {
        add(fmt::format("{}defects.{}.recall{}", prefixOf(which), name, suffix),
            {share(input.outcomes.defects, classIndex, thresholdOf(input, which), by), none});
    };
    addBy(FoundBy::Any, {});
    for (std::size_t i = 0; i < overlapCriteria.size(); ++i)
        addBy(overlapCriteria[i], fmt::format("Overlap{}", overlapPercents[i]));
}

void SideFigures::addImpurity(const SideInput &input, std::size_t which, int classIndex)
{
    const LabelClass &one = input.classes[static_cast<std::size_t>(classIndex)];
    const std::string name = reportName(one);
    add(fmt::format("{}impurities.{}.share", prefixOf(which), name),
        {share(input.outcomes.impurities, classIndex, thresholdOf(input, which), FoundBy::Any),
         whyNoRole(one, input, ClassRole::Harmless, fmt::format("there is no outlined region of class {}", name))});
}

void SideFigures::addGood(const SideInput &input, std::size_t which)
{
    const std::string none = "there is no good image";
    Share overkill{GroupShare(m_groups.count()), none};
    Share regions{GroupShare(m_groups.count()), none};
    for (std::size_t i = 0; i < input.outcomes.images.size(); ++i) {
        const ImageOutcome &image = input.outcomes.images[i];
        if (image.role != ImageRole::Good)
            continue;
        overkill.parts.add(*m_groups.of(i), image.falseRegions[which] > 0 ? 1.0 : 0.0);
        regions.parts.add(*m_groups.of(i), static_cast<double>(image.falseRegions[which]));
    }
    add(prefixOf(which) + "good.overkill", std::move(overkill));
    add(prefixOf(which) + "good.falseRegionsPerImage", std::move(regions));
}

GroupShare SideFigures::share(const std::vector<RegionOutcome> &regions, std::optional<int> classIndex,
                              double threshold, FoundBy by) const
{
    GroupShare found(m_groups.count());
    for (const RegionOutcome &region : regions)
        if (!classIndex || *classIndex == region.classIndex)
            found.add(*m_groups.of(static_cast<std::size_t>(region.image)), region.isFound(threshold, by) ? 1.0 : 0.0);
    return found;
}

void SideFigures::add(std::string name, Share share)
{
    m_names.push_back(std::move(name));
    m_shares.push_back(std::move(share));
}

} // namespace patina
