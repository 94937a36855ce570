#include "core/pipeline/held_out_suspects.h"

#include "core/coreset/row_support.h"
#include "core/index/neighbour_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace patina {

namespace {

constexpr std::size_t mostOfImage = 8;
constexpr std::size_t mostOfAll = 1000;
constexpr int apartPatches = 2;

bool areBeside(const PatchRef &a, const PatchRef &b)
{
    return std::abs(a.row - b.row) <= apartPatches && std::abs(a.column - b.column) <= apartPatches;
}

FeatureMatrix matrixOf(const auto &candidates, int dim)
{
    FeatureMatrix features(0, dim);
    for (const auto &candidate : candidates)
        features.appendRow(candidate.features);
    return features;
}

/// A training patch nearer than this ends all doubt: the sum stays below what stands alone.
std::vector<float> enoughOf(const auto &candidates, double spacing)
{
    std::vector<float> enough;
    enough.reserve(candidates.size());
    for (const auto &candidate : candidates)
        enough.push_back(static_cast<float>(loneFrom * spacing) - candidate.nearestRowL2);
    return enough;
}

} // namespace

void HeldOutSuspects::keepFarthest(std::vector<Candidate> &candidates, std::size_t most)
{
    std::ranges::stable_sort(candidates, std::greater{}, &Candidate::nearestRowL2);
    candidates.resize(std::min(candidates.size(), most));
}

HeldOutSuspects::HeldOutSuspects(const std::vector<Candidate> &candidates, int dim, double spacing, int threads)
    : m_probe(matrixOf(candidates, dim), enoughOf(candidates, spacing), threads), m_spacing(spacing)
{
    for (const Candidate &candidate : candidates)
        m_patches.push_back(
            {candidate.record, candidate.origin, static_cast<double>(candidate.nearestRowL2) / spacing});
}

Result<HeldOutSuspects> HeldOutSuspects::find(const FeatureMatrix &bank, double spacing, const TrainRequest &request,
                                              std::span<const std::size_t> heldOut, const TrainingImages &images,
                                              const JobContext &context)
{
    auto index = NeighbourIndex::create(bank, request.threads);
    if (!index)
        return failFrom(std::move(index));
    // The nearest training patch is no farther than the nearest row, which is one.
    const auto least = static_cast<float>(loneFrom / 2.0 * spacing);
    std::vector<Candidate> all;
    const auto total = static_cast<std::int64_t>(heldOut.size());
    for (std::int64_t i = 0; i < total; ++i) {
        context.report("support", i, total);
        const std::size_t record = heldOut[static_cast<std::size_t>(i)];
        std::vector<Candidate> ofImage;
        const auto search = [&](const FeatureMatrix &features, std::span<const PatchRef> origins) -> Result<void> {
            auto found = (*index)->nearest(features, context.quiet());
            if (!found)
                return failFrom(std::move(found));
            std::vector<std::size_t> far;
            for (std::size_t patch = 0; patch < origins.size(); ++patch)
                if (found->distancesL2[patch] >= least)
                    far.push_back(patch);
            std::ranges::stable_sort(far, std::greater{}, [&](std::size_t patch) { return found->distancesL2[patch]; });
            std::vector<Candidate> ofBlock;
            for (const std::size_t patch : far) {
                if (ofBlock.size() == mostOfImage)
                    break;
                const auto beside = [&](const Candidate &other) { return areBeside(other.origin, origins[patch]); };
                if (std::ranges::none_of(ofBlock, beside)) {
                    const auto values = features.row(static_cast<std::int64_t>(patch));
                    ofBlock.push_back(
                        {record, origins[patch], found->distancesL2[patch], {values.begin(), values.end()}});
                }
            }
            std::ranges::move(ofBlock, std::back_inserter(ofImage));
            keepFarthest(ofImage, mostOfImage);
            return {};
        };
        auto shown = images.show(request.dataset.images[record], {}, search, context.quiet());
        if (!shown && (request.strict || shown.error().code == ErrorCode::Cancelled))
            return fail(shown.error().code,
                        fmt::format("{}: {}", request.dataset.images[record].id, shown.error().detail));
        std::ranges::move(ofImage, std::back_inserter(all));
        keepFarthest(all, mostOfAll);
    }
    return HeldOutSuspects(all, bank.dim(), spacing, request.threads);
}

std::vector<LonePatch> HeldOutSuspects::lonePatches() const
{
    std::vector<LonePatch> lone;
    for (std::size_t i = 0; i < m_patches.size(); ++i) {
        LonePatch patch = m_patches[i];
        patch.loneliness += static_cast<double>(m_probe.nearestL2()[i]) / m_spacing;
        if (std::isfinite(patch.loneliness) && patch.loneliness >= loneFrom)
            lone.push_back(patch);
    }
    std::ranges::stable_sort(lone, std::greater{}, &LonePatch::loneliness);
    return lone;
}

} // namespace patina
