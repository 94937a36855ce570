#include "core/thresholds/calibration_data.h"

#include "core/base/random.h"
#include "core/regions/runs.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace patina {
namespace {

/// How much of what: of good images, of images of a class, of defects of a class.
using Holdings = std::map<std::string, double>;

struct Group
{
    std::string name;
    Holdings holds;
    std::size_t rarest = 0; ///< groups that hold what fewest groups hold, of what this one holds
};

std::map<std::string, Holdings> holdingsByGroup(const CalibrationData &data)
{
    std::map<std::string, Holdings> groups;
    for (const JudgedImage &image : data.good)
        groups[image.group]["good"] += 1.0;
    for (const JudgedImage &image : data.anomalous)
        groups[image.group]["image/" + image.className] += 1.0; // no class name holds a slash
    for (const JudgedDefect &defect : data.defects)
        groups[defect.group][defect.className] += 1.0;
    return groups;
}

/// In the order in which they are dealt out.
std::vector<Group> dealtGroups(const CalibrationData &data, Random &random)
{
    std::vector<Group> groups;
    std::map<std::string, std::size_t> holders;
    for (auto &[name, holds] : holdingsByGroup(data)) {
        for (const auto &[what, amount] : holds)
            ++holders[what];
        groups.push_back({name, holds, 0});
    }
    shuffle(groups, random);
    for (Group &group : groups) {
        group.rarest = groups.size();
        for (const auto &[what, amount] : group.holds)
            group.rarest = std::min(group.rarest, holders[what]);
    }
    std::ranges::stable_sort(groups, {}, &Group::rarest);
    return groups;
}

/// Deals groups to two sides.
class Dealer
{
public:
    Dealer(const std::vector<Group> &groups, double share) : m_shares{share, 1.0 - share}
    {
        for (const Group &group : groups)
            for (const auto &[what, amount] : group.holds) {
                m_total[what] += amount;
                ++m_left[what];
            }
    }

    /// \returns 0 or 1.
    std::size_t deal(const Group &group, Random &random)
    {
        const std::size_t side = sideFor(group, random);
        for (const auto &[what, amount] : group.holds) {
            m_have[side][what] += amount;
            --m_left[what];
        }
        return side;
    }

private:
    std::size_t sideFor(const Group &group, Random &random)
    {
        std::array<double, 2> need{0.0, 0.0};
        for (const auto &[what, amount] : group.holds)
            for (std::size_t side = 0; side < 2; ++side) {
                need[side] += m_shares[side] - m_have[side][what] / m_total[what];
                // The last chance for that side weighs more than any share.
                if (m_left[what] == 1 && m_have[side][what] == 0.0 && m_have[1 - side][what] > 0.0)
                    need[side] += lastChance;
            }
        return need[0] == need[1] ? static_cast<std::size_t>(random.below(2)) : need[0] > need[1] ? 0U : 1U;
    }

    static constexpr double lastChance = 1000.0;
    std::array<double, 2> m_shares;
    std::array<Holdings, 2> m_have;
    Holdings m_total;
    std::map<std::string, std::size_t> m_left; ///< groups that are not dealt yet
};

template <typename T>
std::vector<T> ofGroups(const std::vector<T> &all, const std::set<std::string> &groups)
{
    std::vector<T> some;
    std::ranges::copy_if(all, std::back_inserter(some), [&](const T &one) { return groups.contains(one.group); });
    return some;
}

CalibrationData ofGroups(const CalibrationData &data, const std::set<std::string> &groups)
{
    return {ofGroups(data.good, groups), ofGroups(data.anomalous, groups), ofGroups(data.defects, groups)};
}

} // namespace

CalibrationData calibrationData(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                                const GroupOfImage &groupOf)
{
    const auto nameOf = [&](int index) {
        return index < 0 ? std::string("good") : classes[static_cast<std::size_t>(index)].name;
    };
    const auto groupOfImage = [&](const ImageOutcome &image) {
        std::string group = groupOf ? groupOf(image.id) : image.group;
        return group.empty() ? image.id : group;
    };
    CalibrationData data;
    for (std::size_t i = 0; i < outcomes.images.size(); ++i) {
        const ImageOutcome &image = outcomes.images[i];
        if (image.role == ImageRole::LeftOut)
            continue;
        // The map decides what is flagged, in float32; the score is the same number before it was rounded.
        const double peak = image.peak ? static_cast<double>(*image.peak) : image.score;
        const bool isGood = image.role == ImageRole::Good;
        (isGood ? data.good : data.anomalous)
            .push_back({static_cast<std::int64_t>(i), nameOf(image.classIndex), peak, groupOfImage(image)});
    }
    for (const RegionOutcome &defect : outcomes.defects)
        data.defects.push_back({defect.image, nameOf(defect.classIndex), static_cast<double>(defect.peak),
                                groupOfImage(outcomes.images[static_cast<std::size_t>(defect.image)])});
    return data;
}

GroupOfImage groupsOf(const Dataset &dataset)
{
    std::unordered_map<std::string, std::string> groups;
    for (const ImageRecord &image : dataset.images)
        groups.emplace(image.id, image.group);
    return [groups = std::move(groups)](const std::string &id) {
        const auto found = groups.find(id);
        return found == groups.end() ? std::string() : found->second;
    };
}

std::int64_t groupCount(const CalibrationData &data)
{
    return std::ssize(holdingsByGroup(data));
}

CalibrationSplit splitByGroup(const CalibrationData &data, double share, std::uint64_t seed)
{
    assert(share > 0.0 && share < 1.0);
    Random random(seed);
    const std::vector<Group> groups = dealtGroups(data, random);
    Dealer dealer(groups, share);
    std::array<std::set<std::string>, 2> sides;
    for (const Group &group : groups)
        sides[dealer.deal(group, random)].insert(group.name);
    return {ofGroups(data, sides[0]), ofGroups(data, sides[1])};
}

} // namespace patina
