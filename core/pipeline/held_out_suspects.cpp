#include "core/pipeline/held_out_suspects.h"

#include "core/index/neighbour_index.h"
#include "core/pipeline/dataset_versions.h"

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

/// At most mostOfImage of one image, none beside one that is farther from the bank.
std::vector<HeldOutSuspects::Candidate> HeldOutSuspects::farthestApart(std::vector<Candidate> candidates)
{
    std::ranges::stable_sort(candidates, std::greater{}, &Candidate::nearestRowL2);
    std::vector<Candidate> kept;
    for (Candidate &candidate : candidates) {
        const auto beside = [&](const Candidate &other) { return areBeside(other.origin, candidate.origin); };
        if (kept.size() < mostOfImage && std::ranges::none_of(kept, beside))
            kept.push_back(std::move(candidate));
    }
    return kept;
}

Result<void> HeldOutSuspects::dropBorneOut(std::vector<Candidate> &candidates, const LonelinessMeasure &measure,
                                           const JobContext &context)
{
    if (measure.earlier == nullptr || candidates.empty())
        return {};
    const auto patches = patchesOf(candidates, static_cast<int>(candidates.front().features.size()));
    return measure.earlier->nearestL2(patches->features, context).map([&](const std::vector<float> &distances) {
        std::vector<Candidate> kept;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (static_cast<double>(distances[i]) >= suspectFrom * measure.radiusL2)
                kept.push_back(std::move(candidates[i]));
        candidates = std::move(kept);
    });
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

HeldOutSuspects::HeldOutSuspects(std::unique_ptr<Patches> patches, const LonelinessMeasure &measure)
    : m_patches(std::move(patches)), m_probe(m_patches->features, m_patches->origins, allOf(m_patches->origins.size()),
                                             measure.nearby, suspectFrom * measure.radiusL2),
      m_radius(measure.radiusL2)
{
}

Result<HeldOutSuspects> HeldOutSuspects::find(const FeatureMatrix &bank, const LonelinessMeasure &measure,
                                              const TrainRequest &request, std::span<const std::size_t> heldOut,
                                              const TrainingImages &images, const JobContext &context)
{
    auto index = NeighbourIndex::create(bank, request.threads);
    if (!index)
        return failFrom(std::move(index));
    std::vector<Candidate> all;
    for (const std::size_t record : heldOut) {
        std::vector<Candidate> ofImage;
        const auto search = [&](const FeatureMatrix &features, std::span<const PatchRef> origins) -> Result<void> {
            auto found = (*index)->nearest(features, context.quiet());
            if (!found)
                return failFrom(std::move(found));
            // Enough that mostOfImage of them are apart, however they lie.
            constexpr std::size_t most = mostOfImage * (2 * apartPatches + 1) * (2 * apartPatches + 1);
            std::vector<std::size_t> far = allOf(origins.size());
            std::ranges::stable_sort(far, std::greater{}, [&](std::size_t patch) { return found->distancesL2[patch]; });
            far.resize(std::min(far.size(), most));
            for (const std::size_t patch : far) {
                const auto values = features.row(static_cast<std::int64_t>(patch));
                ofImage.push_back({record, origins[patch], found->distancesL2[patch], {values.begin(), values.end()}});
            }
            ofImage = farthestApart(std::move(ofImage));
            return {};
        };
        auto shown = images.show(request.dataset.images[record], noTrainingImage, search, context.quiet());
        if (!shown && (request.strict || shown.error().code == ErrorCode::Cancelled))
            return fail(shown.error().code,
                        fmt::format("{}: {}", request.dataset.images[record].id, shown.error().detail));
        if (auto dropped = dropBorneOut(ofImage, measure, context); !dropped)
            return failFrom(std::move(dropped));
        std::ranges::move(ofImage, std::back_inserter(all));
        std::ranges::stable_sort(all, std::greater{}, &Candidate::nearestRowL2);
        all.resize(std::min(all.size(), mostOfAll));
    }
    return HeldOutSuspects(patchesOf(all, bank.dim()), measure);
}

HeldOutSuspects::Found HeldOutSuspects::take(const Dataset &dataset)
{
    Found found;
    for (const PatchProbe::Found &patch : m_probe.take()) {
        if (!std::isfinite(patch.distanceL2))
            continue;
        const std::size_t record = m_patches->records[patch.patch];
        const double loneliness = static_cast<double>(patch.distanceL2) / m_radius;
        found.patches.push_back({storedId(dataset.images[record].id), m_patches->origins[patch.patch], loneliness, 0});
        if (loneliness >= loneFrom)
            found.alone.insert(record);
    }
    return found;
}

} // namespace patina
