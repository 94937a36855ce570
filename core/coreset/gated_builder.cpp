#include "core/base/system.h"
#include "core/coreset/builders.h"
#include "core/coreset/greedy.h"
#include "core/coreset/working_set.h"
#include "core/index/squared_distance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina {

namespace {

/// Starts from the distances of a block to the bank, greedily adds the patches farther than r, and over the working cap
/// reduces to K and raises r to the radius reached (after the doubling algorithm of Charikar et al. 1997). Old rows
/// stay while r holds.
class GatedBuilder : public CoresetBuilder
{
public:
    GatedBuilder(const CoresetSettings &settings, FeatureMatrix projection)
        : m_settings(settings), m_threads(effectiveThreads(settings.threads)), m_random(settings.seed),
          m_working(std::move(projection)),
          m_cap(static_cast<std::int64_t>(std::ceil(settings.workingFactor * static_cast<double>(settings.bankSize))))
    {
    }

    Result<void> add(const FeatureMatrix &features, std::span<const PatchRef> origins,
                     const JobContext &context) override
    {
        if (auto sound = checkBlock(features, origins, m_working.dim()); !sound)
            return sound;
        // Parts of at most K patches: the working set never exceeds its cap by more.
        FeatureMatrix storage;
        auto selection = m_working.inSelectionSpace(features, storage, m_threads, context);
        if (!selection)
            return failFrom(std::move(selection));
        for (std::int64_t first = 0; first < features.rows(); first += m_settings.bankSize) {
            const std::int64_t rows = std::min(m_settings.bankSize, features.rows() - first);
            if (auto added = addPart({features, **selection, origins, first, rows}, context); !added)
                return added;
        }
        return {};
    }

    Result<Coreset> finish(const JobContext &context) override
    {
        if (auto reduced = reduce(context); !reduced)
            return failFrom(std::move(reduced));
        Coreset coreset;
        coreset.rows = m_working.takeRows();
        coreset.origins = m_working.takeOrigins();
        coreset.greedyRadiusL2 = m_radius;
        return coreset;
    }

private:
    struct Part
    {
        const FeatureMatrix &features;
        const FeatureMatrix &selection;
        std::span<const PatchRef> origins;
        std::int64_t first;
        std::int64_t rows;
    };

    Result<void> addPart(const Part &part, const JobContext &context)
    {
        std::vector<float> distances(static_cast<std::size_t>(part.rows));
        if (auto measured = measure(part, distances, context); !measured)
            return measured;
        // Only what is farther than r goes on; with an empty bank that is everything.
        FeatureMatrix novel(0, part.selection.dim());
        std::vector<std::int64_t> rows;
        std::vector<float> novelDistances;
        for (std::int64_t i = 0; i < part.rows; ++i) {
            const float distance = distances[static_cast<std::size_t>(i)];
            if (distance <= squaredRadius())
                continue;
            novel.appendRow(part.selection.row(part.first + i));
            rows.push_back(part.first + i);
            novelDistances.push_back(distance);
        }
        if (rows.empty())
            return {};
        GreedyRequest request;
        request.count = novel.rows();
        request.stopRadiusL2 = m_radius;
        request.threads = m_threads;
        request.squaredDistances = novelDistances;
        auto selection = greedySelect(novel, request, context);
        if (!selection)
            return failFrom(std::move(selection));
        for (const std::int64_t pick : selection->picks) {
            const std::int64_t row = rows[static_cast<std::size_t>(pick)];
            m_working.append(part.features, part.selection, row, part.origins[static_cast<std::size_t>(row)]);
        }
        return m_working.size() > m_cap ? reduce(context) : Result<void>{};
    }

    Result<void> reduce(const JobContext &context)
    {
        auto radius = m_working.reduce(m_settings.bankSize, m_random, m_threads, context);
        if (!radius)
            return failFrom(std::move(radius));
        m_radius = std::max(m_radius, *radius);
        return {};
    }

    /// In float32 this is exactly the square whose root the radius is.
    float squaredRadius() const { return static_cast<float>(m_radius * m_radius); }

    /// Squared distance of each patch to the bank; where some row lies within r, that row's distance does. A patch is
    /// most often covered by the row that covers its predecessor: that one is asked first.
    Result<void> measure(const Part &part, std::vector<float> &distances, const JobContext &context) const
    {
        const float within = squaredRadius();
        constexpr std::int64_t runLength = 64;
        const std::int64_t runs = (part.rows + runLength - 1) / runLength;
#pragma omp parallel for schedule(dynamic, 1) num_threads(m_threads)
        for (std::int64_t run = 0; run < runs; ++run) {
            std::int64_t guess = 0;
            for (std::int64_t i = run * runLength; i < std::min(part.rows, (run + 1) * runLength); ++i)
                if (!context.cancelled())
                    distances[static_cast<std::size_t>(i)] =
                        nearestOrWithin(part.selection.row(part.first + i), within, guess);
        }
        if (context.cancelled())
            return cancelledError();
        return {};
    }

    float nearestOrWithin(std::span<const float> patch, float within, std::int64_t &guess) const
    {
        const FeatureMatrix &bank = m_working.selectionSpace();
        const auto dim = static_cast<int>(patch.size());
        float nearest = std::numeric_limits<float>::infinity();
        if (guess < bank.rows())
            nearest = squaredDistance(patch.data(), bank.row(guess).data(), dim);
        for (std::int64_t row = 0; row < bank.rows() && nearest > within; ++row) {
            const float distance = squaredDistanceWithin(patch.data(), bank.row(row).data(), dim, nearest);
            if (distance < nearest) {
                nearest = distance;
                guess = row;
            }
        }
        return nearest;
    }

    CoresetSettings m_settings;
    int m_threads;
    Random m_random;
    WorkingSet m_working;
    std::int64_t m_cap;
    double m_radius = 0.0;
};

} // namespace

std::unique_ptr<CoresetBuilder> makeGatedBuilder(const CoresetSettings &settings, FeatureMatrix projection)
{
    return std::make_unique<GatedBuilder>(settings, std::move(projection));
}

} // namespace patina
