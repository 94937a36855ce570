#include "core/pipeline/held_out_suspects.h"

#include "core/index/neighbour_index.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/rank_messages.h"
#include "core/ranks/in_order.h"

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

/// Looks through one held-out image at a time.
class HeldOutSuspects::Finding
{
public:
    Finding(const NeighbourIndex &bank, const LonelinessMeasure &measure, const TrainRequest &request,
            TrainingImages &images, const JobContext &context)
        : m_bank(bank), m_measure(measure), m_request(request), m_images(images), m_context(context)
    {
    }

    /// \param next that will be looked through; null: none.
    Result<std::vector<Candidate>> in(std::size_t record, const ImageRecord *next) const
    {
        std::vector<Candidate> found;
        const auto search = [&](const FeatureMatrix &features, std::span<const PatchRef> origins) {
            return addFarthest(record, features, origins, found);
        };
        auto shown = m_images.show(m_request.dataset.images[record], next, noTrainingImage, search, m_context.quiet());
        if (!shown && (m_request.strict || shown.error().code == ErrorCode::Cancelled))
            return fail(shown.error().code,
                        fmt::format("{}: {}", m_request.dataset.images[record].id, shown.error().detail));
        return dropBorneOut(found, m_measure, m_context).map([&] { return std::move(found); });
    }

private:
    Result<void> addFarthest(std::size_t record, const FeatureMatrix &features, std::span<const PatchRef> origins,
                             std::vector<Candidate> &found) const
    {
        auto near = m_bank.nearest(features, m_context.quiet());
        if (!near)
            return failFrom(std::move(near));
        // Enough that mostOfImage of them are apart, however they lie.
        constexpr std::size_t most = mostOfImage * (2 * apartPatches + 1) * (2 * apartPatches + 1);
        std::vector<std::size_t> far = allOf(origins.size());
        std::ranges::stable_sort(far, std::greater{}, [&](std::size_t patch) { return near->distancesL2[patch]; });
        far.resize(std::min(far.size(), most));
        for (const std::size_t patch : far) {
            const auto values = features.row(static_cast<std::int64_t>(patch));
            found.push_back({record, origins[patch], near->distancesL2[patch], {values.begin(), values.end()}});
        }
        found = farthestApart(std::move(found));
        return {};
    }

    const NeighbourIndex &m_bank;
    const LonelinessMeasure &m_measure;
    const TrainRequest &m_request;
    TrainingImages &m_images;
    const JobContext &m_context;
};

Bytes HeldOutSuspects::messageOf(const std::vector<Candidate> &candidates)
{
    std::vector<PatchRef> origins;
    std::vector<float> values;
    for (const Candidate &candidate : candidates) {
        origins.push_back(candidate.origin);
        values.push_back(candidate.nearestRowL2);
        values.insert(values.end(), candidate.features.begin(), candidate.features.end());
    }
    return packed({bytesOfValues<PatchRef>(origins), bytesOfValues<float>(values)});
}

Result<std::vector<HeldOutSuspects::Candidate>> HeldOutSuspects::candidatesOf(const Bytes &message, std::size_t record,
                                                                              int dim)
{
    const auto unsound = [] { return fail(ErrorCode::BadFormat, "suspects came damaged from another rank"); };
    const auto parts = unpacked(message);
    if (!parts || parts->size() != 2)
        return unsound();
    const auto origins = valuesOfBytes<PatchRef>(parts->front());
    const auto values = valuesOfBytes<float>(parts->back());
    const auto width = static_cast<std::size_t>(dim) + 1;
    if (!origins || !values || values->size() != origins->size() * width)
        return unsound();
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < origins->size(); ++i) {
        const auto at = values->begin() + static_cast<std::ptrdiff_t>(i * width);
        candidates.push_back({record, (*origins)[i], *at, {at + 1, at + static_cast<std::ptrdiff_t>(width)}});
    }
    return candidates;
}

Result<HeldOutSuspects> HeldOutSuspects::find(const FeatureMatrix &bank, const LonelinessMeasure &measure,
                                              const TrainRequest &request, std::span<const std::size_t> heldOut,
                                              TrainingImages &images, RankGroup &ranks, const JobContext &context)
{
    auto index = NeighbourIndex::create(bank, request.threads, context);
    if (!index)
        return failFrom(std::move(index));
    const Finding finding(**index, measure, request, images, context);
    const auto recordOf = [&](std::int64_t item) { return heldOut[static_cast<std::size_t>(item)]; };
    std::vector<Candidate> all;
    ItemsInOrder<std::vector<Candidate>> items;
    items.total = std::ssize(heldOut);
    items.takenBy = TakenBy::All;
    items.work = [&](std::int64_t item) {
        const auto next = items.nextOf(item, ranks);
        return finding.in(recordOf(item), next ? &request.dataset.images[recordOf(*next)] : nullptr);
    };
    items.encode = messageOf;
    items.decode = [&](std::int64_t item, const Bytes &message) {
        return candidatesOf(message, recordOf(item), bank.dim());
    };
    items.take = [&](std::int64_t, std::vector<Candidate> &&ofImage) -> Result<void> {
        std::ranges::move(ofImage, std::back_inserter(all));
        std::ranges::stable_sort(all, std::greater{}, &Candidate::nearestRowL2);
        all.resize(std::min(all.size(), mostOfAll));
        return {};
    };
    if (auto found = items.run(ranks, context); !found)
        return failFrom(std::move(found));
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
