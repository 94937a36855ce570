#include "core/pipeline/held_out_suspects.h"

#include "core/index/neighbour_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace patina {

namespace {

constexpr std::size_t mostOfImage = 8;
constexpr std::size_t mostOfAll = 1000;
constexpr int apartPatches = 2;
constexpr PatchRef noTrainingImage{-1, -1, 0, 0};

bool areBeside(const PatchRef &a, const PatchRef &b)
{
    return std::abs(a.row - b.row) <= apartPatches && std::abs(a.column - b.column) <= apartPatches;
}

std::vector<std::size_t> allOf(std::size_t count)
{
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

} // namespace

void HeldOutSuspects::keepFarthest(std::vector<Candidate> &candidates, std::size_t most)
{
    std::ranges::stable_sort(candidates, std::greater{}, &Candidate::nearestRowL2);
    candidates.resize(std::min(candidates.size(), most));
}

std::unique_ptr<HeldOutSuspects::Patches> HeldOutSuspects::patchesOf(const std::vector<Candidate> &candidates, int dim)
{
    auto patches = std::make_unique<Patches>();
    patches->features = FeatureMatrix(0, dim);
    for (const Candidate &candidate : candidates) {
        patches->features.appendRow(candidate.features);
        patches->origins.push_back(candidate.origin);
        patches->records.push_back(candidate.record);
    }
    return patches;
}

HeldOutSuspects::HeldOutSuspects(std::unique_ptr<Patches> patches, const Measure &measure, int threads)
    : m_patches(std::move(patches)), m_probe(m_patches->features, m_patches->origins, allOf(m_patches->origins.size()),
                                             measure.nearby, suspectFrom * measure.radiusL2, threads),
      m_radius(measure.radiusL2)
{
}

Result<HeldOutSuspects> HeldOutSuspects::find(const FeatureMatrix &bank, const Measure &measure,
                                              const TrainRequest &request, std::span<const std::size_t> heldOut,
                                              const TrainingImages &images, const JobContext &context)
{
    auto index = NeighbourIndex::create(bank, request.threads);
    if (!index)
        return failFrom(std::move(index));
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
            std::vector<std::size_t> far = allOf(origins.size());
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
        auto shown = images.show(request.dataset.images[record], noTrainingImage, search, context.quiet());
        if (!shown && (request.strict || shown.error().code == ErrorCode::Cancelled))
            return fail(shown.error().code,
                        fmt::format("{}: {}", request.dataset.images[record].id, shown.error().detail));
        std::ranges::move(ofImage, std::back_inserter(all));
        keepFarthest(all, mostOfAll);
    }
    return HeldOutSuspects(patchesOf(all, bank.dim()), measure, request.threads);
}

std::vector<LonePatch> HeldOutSuspects::take()
{
    std::vector<LonePatch> lone;
    for (const PatchProbe::Found &found : m_probe.take())
        if (std::isfinite(found.distanceL2))
            lone.push_back({m_patches->records[found.patch], m_patches->origins[found.patch],
                            static_cast<double>(found.distanceL2) / m_radius});
    std::ranges::stable_sort(lone, std::greater{}, &LonePatch::loneliness);
    return lone;
}

} // namespace patina
