#include "core/pipeline/memory_plan.h"

#include "core/index/prefix_space.h"
#include "core/pipeline/image_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace patina {

namespace {

constexpr double searchedRowBytes = 40.0; ///< of a row that is laid out: stages, order and norm
constexpr std::int64_t floatBytes = sizeof(float);
constexpr std::int64_t greedyRowBytes = 48; ///< norm, bound, picks seen and level lists of a row
constexpr double allocatorShare = 0.02;     ///< what is freed and not given back, measured at most
constexpr double mostBytes = 9e18;
constexpr std::int64_t shareToSpare = 32; ///< of the size that would do

double rowsOf(double rows, int dim)
{
    return rows * static_cast<double>(dim) * static_cast<double>(floatBytes);
}

/// A row in full and, where it is another, in selection space.
double bytesOfRow(int dim, int selectionDim)
{
    return rowsOf(1, dim) + rowsOf(1, selectionDim) + sizeof(PatchRef);
}

struct Stages
{
    const WorkingPlan &plan;
    const MemoryNeeds &needs;

    double bankRows() const { return static_cast<double>(std::min(needs.bankSize, offered() + needs.initialRows)); }
    std::int64_t offered() const { return needs.sample > 0 ? std::min(needs.sample, needs.patches) : needs.patches; }

    /// Of a tree of summaries, one for each block.
    double levels() const
    {
        const auto rows = static_cast<double>(
            std::min(needs.imagePatches, mostBlockRows(plan.blockBytes, needs.gridColumns, needs.dim)));
        return 1.0 + std::ceil(std::log2(std::max(2.0, 2.0 * static_cast<double>(needs.patches) / rows)));
    }

    /// Of a gated net: its cap and one part of a block.
    double netRows() const
    {
        const auto bank = static_cast<double>(needs.bankSize);
        return std::min(static_cast<double>(offered()), std::ceil(plan.workingFactor * bank) + bank);
    }

    double reservoirRows() const
    {
        return static_cast<double>(std::min(offered(), std::max(plan.reservoirRows, needs.bankSize)));
    }

    /// A reservoir that holds all patches has no net.
    bool hasNet() const
    {
        return needs.strategy == CoresetStrategy::Gated ||
               (needs.strategy == CoresetStrategy::Reservoir && reservoirRows() < static_cast<double>(offered()));
    }

    double workingRows() const
    {
        const auto bank = static_cast<double>(needs.bankSize);
        const auto all = static_cast<double>(offered());
        switch (needs.strategy) {
        case CoresetStrategy::Reservoir:
            return reservoirRows() + (hasNet() ? netRows() : 0.0);
        case CoresetStrategy::Gated:
            return netRows();
        case CoresetStrategy::MeldReduce:
        case CoresetStrategy::Union:
            return std::min(all, 2.0 * bank);
        case CoresetStrategy::Tree:
            return 2.0 * std::min(all, bank * (levels() + 1.0)); // whole copies are made as it is cut down
        case CoresetStrategy::Random:
            return std::min(all, bank);
        case CoresetStrategy::Offline:
            break;
        }
        return 2.0 * all; // grows by doubling
    }

    double rowBytes() const { return bytesOfRow(needs.dim, needs.selectionDim); }
    int selectionDim() const { return needs.selectionDim > 0 ? needs.selectionDim : needs.dim; }

    double blockRows() const
    {
        return std::min(static_cast<double>(needs.imagePatches),
                        static_cast<double>(mostBlockRows(plan.blockBytes, needs.gridColumns, needs.dim)));
    }
    double block() const { return rowsOf(blockRows(), needs.dim) + rowsOf(blockRows(), needs.selectionDim); }

    double samples() const
    {
        // Reservoirs grow by doubling, and are sorted into a copy.
        const auto coverage = static_cast<double>(std::min(plan.coveragePatches, needs.patches));
        const auto drawn = needs.sample > 0 ? static_cast<double>(offered()) : 0.0;
        return rowsOf(2.0 * (coverage + drawn), needs.dim);
    }

    /// Rows laid out for searching: their coordinates, of half the size, beside those that they are rounded from.
    static double searchable(double rows, int dim) { return rowsOf(1.5 * rows, PrefixSpace::dimFor(dim)); }

    /// What greedy adds to rows: its own figures, the picks as products take them, and the rows that stay.
    double reducing(double rows) const
    {
        return rows * static_cast<double>(greedyRowBytes) + rowsOf(bankRows(), selectionDim()) +
               bankRows() * rowBytes();
    }

    /// Features pass, and the working set is reduced. The net of a reservoir is held apart until both are joined.
    double selecting() const
    {
        const double gate = hasNet() ? searchable(netRows(), selectionDim()) + rowsOf(bankRows(), selectionDim()) : 0.0;
        const double apart = hasNet() && needs.strategy == CoresetStrategy::Reservoir ? netRows() * rowBytes() : 0.0;
        return block() + samples() + workingRows() * rowBytes() +
               std::max(reducing(workingRows()), std::max(apart, hasNet() ? reducing(netRows()) : 0.0) + gate);
    }

    /// The bank that the run starts from, as it is read, shown and laid out.
    double initial() const
    {
        const auto rows = static_cast<double>(needs.initialRows);
        return 2.0 * rows * rowBytes() + rowsOf(rows, selectionDim());
    }

    /// The bank, once more for scoring, and laid out for searching; a map of distances.
    double searching() const
    {
        return rowsOf(2.0 * bankRows(), needs.dim) + searchable(bankRows(), needs.dim) +
               std::max(samples(), 3.0 * 8.0 * static_cast<double>(needs.imagePatches));
    }

    /// Held-out images: a block of what is searched for.
    double scoring() const
    {
        const std::int64_t block = mostBlockRows(scoredBlockBytes, needs.gridColumns, needs.dim);
        return searching() + rowsOf(static_cast<double>(std::min(needs.imagePatches, block)), needs.dim);
    }

    /// The second pass: a block, once more without what is excluded, and laid out for searching; the bank, what it is
    /// searched with, and rows that look for others.
    double supporting() const
    {
        return searching() + 2.0 * block() + searchable(blockRows(), needs.dim) + blockRows() * searchedRowBytes +
               rowsOf(2.0 * bankRows(), needs.dim);
    }

    /// The model, its file in memory and the model read back.
    double saving() const { return rowsOf(3.0 * bankRows(), needs.dim); }

    /// Of the dearest stage: what of it are features of images and samples of patches.
    double images() const
    {
        const double others = std::max(scoring(), saving());
        if (selecting() >= std::max(supporting(), others))
            return block() + samples();
        return supporting() >= others ? 2.0 * block() : 0.0;
    }

    double peak() const { return initial() + std::max({selecting(), supporting(), scoring(), saving()}); }
};

struct Step
{
    std::int64_t blockBytes;
    double workingFactor;
    std::int64_t coveragePatches;
    std::int64_t leastReservoir; ///< rows; with fewer, the next step is better
};

/// From the default downwards; each changes less of the bank than the next.
constexpr std::array steps{
    Step{std::int64_t{48} << 20, 2.0, 20'000, 200'000}, Step{std::int64_t{24} << 20, 2.0, 20'000, 100'000},
    Step{std::int64_t{12} << 20, 2.0, 20'000, 50'000},  Step{std::int64_t{12} << 20, 1.5, 20'000, 50'000},
    Step{std::int64_t{6} << 20, 1.5, 10'000, 25'000},   Step{std::int64_t{6} << 20, 1.25, 10'000, 25'000},
    Step{std::int64_t{2} << 20, 1.1, 5'000, 1}};

WorkingPlan planOf(const Step &step, std::int64_t reservoirRows)
{
    return {step.blockBytes, step.workingFactor, step.coveragePatches, reservoirRows};
}

/// The largest reservoir from `least` to `most` that stays below; `least` does.
std::int64_t largestWithin(std::int64_t budgetBytes, const Step &step, std::int64_t least, std::int64_t most,
                           const MemoryNeeds &needs)
{
    while (least < most) {
        const std::int64_t middle = least + (most - least + 1) / 2;
        if (peakBytesOf(planOf(step, middle), needs) <= budgetBytes)
            least = middle;
        else
            most = middle - 1;
    }
    return least;
}

} // namespace

std::int64_t reservoirRowsFor(std::int64_t bytes, std::int64_t bankSize, int dim, int selectionDim)
{
    const double row = bytesOfRow(dim, selectionDim) + static_cast<double>(greedyRowBytes);
    return std::clamp(static_cast<std::int64_t>(static_cast<double>(bytes) / row), bankSize, largestReservoir);
}

std::int64_t peakBytesOf(const WorkingPlan &plan, const MemoryNeeds &needs)
{
    const double bytes = (static_cast<double>(needs.fixedBytes) + Stages{plan, needs}.peak()) * (1.0 + allocatorShare);
    return static_cast<std::int64_t>(std::min(bytes, mostBytes));
}

MemorySplit splitOf(const WorkingPlan &plan, const MemoryNeeds &needs)
{
    const Stages stages{plan, needs};
    const auto whole = [](double bytes) {
        return static_cast<std::int64_t>(std::min(bytes * (1.0 + allocatorShare), mostBytes / 4));
    };
    MemorySplit split{whole(static_cast<double>(needs.fixedBytes)), whole(stages.initial()), whole(stages.images()), 0};
    split.selectionBytes = std::max<std::int64_t>(0, peakBytesOf(plan, needs) - split.totalBytes());
    return split;
}

Result<WorkingPlan> planWithin(std::int64_t budgetBytes, const MemoryNeeds &needs)
{
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    const auto fits = [&](const Step &step, std::int64_t rows) {
        const std::int64_t bytes = peakBytesOf(planOf(step, rows), needs);
        least = std::min(least, bytes);
        return bytes <= budgetBytes;
    };
    // To hold all patches takes less than to hold nearly all, beside which there is a net.
    const std::int64_t all = Stages{{}, needs}.offered();
    if (needs.reservoirRows >= all)
        for (const Step &step : steps)
            if (fits(step, needs.reservoirRows))
                return planOf(step, needs.reservoirRows);
    const std::int64_t most = std::min(needs.reservoirRows, std::max(needs.bankSize, all - 1));
    for (const Step &step : steps) {
        const std::int64_t rows = std::min(std::max(step.leastReservoir, needs.bankSize), most);
        if (fits(step, rows))
            return planOf(step, largestWithin(budgetBytes, step, rows, most, needs));
    }
    // The next run may find that the program itself takes a little more.
    const std::int64_t enough = least + std::max(least / shareToSpare, measuredStepBytes + measuredStepBytes / 8);
    return fail(ErrorCode::BadArgument,
                fmt::format("{} are not enough for this training, {} are: give --memory {}MiB, or a smaller bank or "
                            "image scale",
                            mebibytes(budgetBytes), mebibytes(enough), (enough >> 20) + 1));
}

std::string mebibytes(std::int64_t bytes)
{
    return fmt::format("{} MiB", (bytes + (1 << 20) - 1) >> 20);
}

} // namespace patina
