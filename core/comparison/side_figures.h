#pragma once

#include "core/metrics/evaluation.h"
#include "core/metrics/group_resampling.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// One of two evaluations, as figures are made of it.
struct SideInput
{
    const Outcomes &outcomes; ///< of the images that both have
    const std::vector<LabelClass> &classes;
    LabelPolicy policy;
    LabelPolicy otherPolicy; ///< of the other one: what counts under either has a figure
    double reviewThreshold = 1.0;
    double rejectThreshold = 1.0;
    std::string whyNoThresholds{}; ///< empty: they have a meaning
};

/// Every figure that outcomes give, on any resample of groups, under the names of `evaluate --json`. Two sides of the
/// same classes have the same figures in the same order.
class SideFigures
{
public:
    /// \param groups of every image that counts or has regions; outlives this.
    SideFigures(const SideInput &input, const ImageGroups &groups);

    const std::vector<std::string> &names() const { return m_names; }
    /// On a resample. \param times how often each group was drawn. \param values overwritten, in the order of names().
    void on(const std::vector<double> &times, std::vector<std::optional<double>> &values);
    /// Of the images as they are, each once, with the reason where there is none.
    std::vector<Figure> once();

private:
    struct Rank
    {
        std::function<double(std::span<const RankStep>)> value;
    };
    struct Share
    {
        GroupShare parts;
        std::string whyNone; ///< where it counts nothing
        bool told = true;    ///< false: whyNone, whatever it counts
    };

    void addRanks(const SideInput &input);
    void addPoint(const SideInput &input, std::size_t which);
    void addRecall(const SideInput &input, std::size_t which, std::optional<int> classIndex);
    void addImpurity(const SideInput &input, std::size_t which, int classIndex);
    void addGood(const SideInput &input, std::size_t which);
    GroupShare share(const std::vector<RegionOutcome> &regions, std::optional<int> classIndex, double threshold,
                     FoundBy by) const;
    void add(std::string name, Share share);

    const ImageGroups &m_groups;
    RankedImages m_images;
    std::vector<std::string> m_names; ///< of the ranks, then of the shares
    std::vector<Rank> m_ranks;
    std::vector<Share> m_shares;
    std::string m_whyNoRanks;
};

} // namespace patina
