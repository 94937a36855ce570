#include "core/studies/believability_rows.h"

#include "core/index/neighbour_index.h"
#include "core/metrics/rank_curve.h"
#include "core/studies/logistic.h"
#include "core/studies/radial_spectrum.h"

#include <numeric>
#include <utility>

namespace patina {

namespace {

constexpr int folds = 5;

double meanOf(const std::vector<float> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Mean distance of the one's patches to the nearest of the other's.
Result<double> distance(const PatchSet &from, const PatchSet &to, int threads, const JobContext &context)
{
    const auto index = NeighbourIndex::create(to.features, threads, context);
    if (!index)
        return tl::unexpected(index.error());
    return (*index)->nearest(from.features, context.quiet()).map([](const Neighbours &found) {
        return meanOf(found.distancesL2);
    });
}

Result<std::optional<double>> toldApart(const PatchSet &real, const PatchSet &other, const JobContext &context)
{
    cv::Mat rows;
    std::vector<int> labels;
    std::vector<int> groups;
    const auto add = [&](const PatchSet &set, int label) {
        for (std::int64_t i = 0; i < set.features.rows(); ++i) {
            cv::Mat row;
            cv::Mat(1, set.features.dim(), CV_32FC1, const_cast<float *>(set.features.row(i).data()))
                .convertTo(row, CV_64FC1);
            rows.push_back(row);
            labels.push_back(label);
            groups.push_back(set.groups[static_cast<std::size_t>(i)]);
        }
    };
    add(real, 0);
    add(other, 1);
    if (!canCrossValidate(labels, groups, folds))
        return std::nullopt;
    const std::vector<double> logOdds = crossValidatedLogOdds(rows, labels, groups, folds, 1.0, context);
    if (logOdds.empty())
        return cancelledError();
    std::vector<RankedScore> ranked;
    for (std::size_t i = 0; i < labels.size(); ++i)
        ranked.push_back({logOdds[i], labels[i] == 1});
    return std::optional(aurocOf(rankSteps(std::move(ranked))));
}

} // namespace

Result<std::vector<BelievabilityRow>> believabilityRows(const PatchSet &base, const std::vector<PatchSet> &sets,
                                                        int threads, const JobContext &context)
{
    std::vector<BelievabilityRow> rows;
    const PatchSet &held = sets.front();
    if (base.features.empty() || held.features.empty())
        return rows;
    const auto floor = distance(held, base, threads, context);
    if (!floor)
        return tl::unexpected(floor.error());
    for (const PatchSet &set : sets) {
        if (set.features.empty())
            continue;
        BelievabilityRow row{set.name, set.imageCount, set.features.rows(), 1.0, 1.0, {}, {}};
        const auto nearest = distance(set, base, threads, context);
        if (!nearest)
            return tl::unexpected(nearest.error());
        row.nearest = *nearest / *floor;
        if (&set != &held) { // its own patches are in itself
            const auto covered = distance(held, set, threads, context);
            if (!covered)
                return tl::unexpected(covered.error());
            row.covered = *covered / *floor;
        }
        if (!set.spectrum.empty() && !base.spectrum.empty())
            row.spectrumDb = spectrumDistance(set.spectrum, base.spectrum);
        const auto apart = toldApart(base, set, context);
        if (!apart)
            return tl::unexpected(apart.error());
        row.toldApart = *apart;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace patina
