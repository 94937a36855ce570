#include "core/pipeline/memory_plan.h"

#include "core/pipeline/image_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace patina {

namespace {

constexpr std::int64_t floatBytes = sizeof(float);
constexpr std::int64_t greedyRowBytes = 48; ///< norm, bound, picks seen, level lists and origin of a row
constexpr std::int64_t searchTile = 1024;   ///< bank rows and
constexpr std::int64_t searchPiece = 256;   ///< queries that a thread measures together
constexpr double allocatorShare = 0.02;     ///< what is freed and not given back, measured at most
constexpr double mostBytes = 9e18;

double rowsOf(double rows, int dim)
{
    return rows * static_cast<double>(dim) * static_cast<double>(floatBytes);
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

    double workingRows() const
    {
        const auto bank = static_cast<double>(needs.bankSize);
        const auto all = static_cast<double>(offered());
        switch (needs.strategy) {
        case CoresetStrategy::Gated:
            return std::min(all, std::ceil(plan.workingFactor * bank) + bank);
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

    /// A row in full and, where it is another, in selection space.
    double rowBytes() const { return rowsOf(1, needs.dim) + rowsOf(1, needs.selectionDim) + sizeof(PatchRef); }
    int selectionDim() const { return needs.selectionDim > 0 ? needs.selectionDim : needs.dim; }

    double block() const
    {
        const double rows = std::min(static_cast<double>(needs.imagePatches),
                                     static_cast<double>(mostBlockRows(plan.blockBytes, needs.gridColumns, needs.dim)));
        return rowsOf(rows, needs.dim) + rowsOf(rows, needs.selectionDim);
    }

    double samples() const
    {
        // Reservoirs grow by doubling, and are sorted into a copy.
        const auto coverage = static_cast<double>(std::min(plan.coveragePatches, needs.patches));
        const auto drawn = needs.sample > 0 ? static_cast<double>(offered()) : 0.0;
        return rowsOf(2.0 * (coverage + drawn), needs.dim);
    }

    /// Features pass, and the working set is reduced: its rows, those of the gate, those that are picked.
    double selecting() const
    {
        const double rows = workingRows();
        const double gate = needs.strategy == CoresetStrategy::Gated ? rows : 0.0;
        return block() + samples() + rows * rowBytes() + rows * greedyRowBytes + rowsOf(gate, selectionDim()) +
               rowsOf(2.0 * bankRows(), selectionDim()) + bankRows() * rowBytes();
    }

    /// A checkpoint holds the rows twice more while it is written.
    double checkpointing() const { return block() + samples() + workingRows() * rowBytes() + 2.0 * held(); }
    double held() const { return rowsOf(workingRows(), needs.dim) + samples() / 2.0; }

    /// The bank that the run starts from, as it is read, shown and laid out.
    double initial() const
    {
        const auto rows = static_cast<double>(needs.initialRows);
        return 2.0 * rows * rowBytes() + rowsOf(rows, selectionDim());
    }

    /// The bank, once more for searching and once for scoring; a map of distances.
    double searching() const
    {
        const double pieces = static_cast<double>(needs.threads) * static_cast<double>(searchPiece);
        return rowsOf(3.0 * bankRows(), needs.dim) + rowsOf(pieces, needs.dim + static_cast<int>(searchTile)) +
               std::max(samples(), 3.0 * 8.0 * static_cast<double>(needs.imagePatches));
    }

    /// The second pass: a block, once more to search in; the bank, what it is searched with, and rows that look for
    /// others.
    double supporting() const { return searching() + 3.0 * block() + rowsOf(2.0 * bankRows(), needs.dim); }

    /// The model, its file in memory and the model read back.
    double saving() const { return rowsOf(4.0 * bankRows(), needs.dim); }

    double peak() const { return initial() + std::max({selecting(), checkpointing(), supporting(), saving()}); }
};

/// From the default downwards; each changes less of the bank than the next.
constexpr std::array plans{
    WorkingPlan{std::int64_t{48} << 20, 2.0, 20'000}, WorkingPlan{std::int64_t{24} << 20, 2.0, 20'000},
    WorkingPlan{std::int64_t{12} << 20, 2.0, 20'000}, WorkingPlan{std::int64_t{12} << 20, 1.5, 20'000},
    WorkingPlan{std::int64_t{6} << 20, 1.5, 10'000},  WorkingPlan{std::int64_t{6} << 20, 1.25, 10'000},
    WorkingPlan{std::int64_t{2} << 20, 1.1, 5'000}};

} // namespace

std::int64_t peakBytesOf(const WorkingPlan &plan, const MemoryNeeds &needs)
{
    const double bytes = (static_cast<double>(needs.fixedBytes) + Stages{plan, needs}.peak()) * (1.0 + allocatorShare);
    return static_cast<std::int64_t>(std::min(bytes, mostBytes));
}

Result<WorkingPlan> planWithin(std::int64_t budgetBytes, const MemoryNeeds &needs)
{
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const WorkingPlan &plan : plans) {
        const std::int64_t bytes = peakBytesOf(plan, needs);
        if (bytes <= budgetBytes)
            return plan;
        least = std::min(least, bytes);
    }
    return fail(ErrorCode::BadArgument,
                fmt::format("{} are not enough for this training, {} are: give --memory {}MiB, or a smaller bank or "
                            "image scale",
                            mebibytes(budgetBytes), mebibytes(least), (least >> 20) + 1));
}

std::string mebibytes(std::int64_t bytes)
{
    return fmt::format("{} MiB", (bytes + (1 << 20) - 1) >> 20);
}

} // namespace patina
