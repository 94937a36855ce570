#pragma once

#include "core/synthesis/defects/damage_patch.h"
#include "core/synthesis/defects/pore_cluster_ranges.h"

namespace patina::synthesis {

/// Pores of a casting that machining opened: cups of log-normal diameter, strewn around a few centres (a Thomas
/// process; sizes: Nicoletto, Konecna and Fintova 2012, "Characterization of microshrinkage casting defects"). Large
/// ones lie further inside; each has a dark ground and a slightly smeared lip on the side that the tool left.
class PoreCluster final : public PatchDefect
{
public:
    PoreCluster(const PoreClusterRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "pore-cluster"; }

private:
    struct Pore;
    static std::vector<Pore> strew(const PoreClusterRanges &ranges, CounterRandom &random, double spreadPx,
                                   double medianPx);
    void press(const Pore &pore, const Place &place, double depthToWidth);
};

} // namespace patina::synthesis
