#pragma once

#include "core/base/result.h"
#include "core/coreset/coreset_builder.h"

#include <cstdint>
#include <string>

namespace patina {

/// How a training run is cut up: what decides how much memory it takes, and its bank.
struct WorkingPlan
{
    std::int64_t blockBytes = std::int64_t{48} << 20; ///< features of an image shown to the selection together
    double workingFactor = 2.0;                       ///< gated and reservoir: working cap = workingFactor * K
    std::int64_t coveragePatches = 20'000;            ///< drawn to measure the covering radius on
    std::int64_t reservoirRows = 0;                   ///< reservoir: patches in the sample, at least K

    bool operator==(const WorkingPlan &) const = default;
};

/// What a run will have to hold whatever its plan.
struct MemoryNeeds
{
    std::int64_t fixedBytes = 0; ///< measured: the program, the network at work, the largest image
    CoresetStrategy strategy = CoresetStrategy::Reservoir;
    std::int64_t bankSize = 0;
    std::int64_t reservoirRows = 0; ///< asked for; a plan may have fewer
    std::int64_t sample = 0;        ///< patches drawn before selection; 0: none are
    std::int64_t initialRows = 0;   ///< of the bank that the run starts from
    std::int64_t patches = 0;       ///< of all training images
    std::int64_t imagePatches = 0;  ///< of the largest image
    std::int64_t gridColumns = 0;   ///< of the widest image
    int dim = 0;
    int selectionDim = 0; ///< 0: selected in the full dimension
};

/// What is measured differs a little from run to run; a plan is made for the next multiple of this, so that the same
/// size mostly gives the same plan, and a run that goes on finds its plan still fits.
inline constexpr std::int64_t measuredStepBytes = std::int64_t{16} << 20U;

/// Rows that a reservoir of this size holds, with what selecting among them takes; from K to largestReservoir.
std::int64_t reservoirRowsFor(std::int64_t bytes, std::int64_t bankSize, int dim, int selectionDim);

/// Upper bound of the resident memory of a run, in bytes; of its stages the dearest one.
std::int64_t peakBytesOf(const WorkingPlan &plan, const MemoryNeeds &needs);

/// What the dearest stage of a run holds, in bytes; the parts add up to peakBytesOf().
struct MemorySplit
{
    std::int64_t fixedBytes = 0;     ///< the program, the network at work, the largest image
    std::int64_t initialBytes = 0;   ///< the bank that the run starts from
    std::int64_t imageBytes = 0;     ///< features of an image, and samples of patches
    std::int64_t selectionBytes = 0; ///< rows to select from, the bank, and what searching them takes

    std::int64_t totalBytes() const { return fixedBytes + initialBytes + imageBytes + selectionBytes; }
    bool operator==(const MemorySplit &) const = default;
};
MemorySplit splitOf(const WorkingPlan &plan, const MemoryNeeds &needs);

/// The plan that changes least of the default and stays below `budgetBytes`, with the largest reservoir that does.
/// Errors: BadArgument (none does), with the smallest size that would do.
Result<WorkingPlan> planWithin(std::int64_t budgetBytes, const MemoryNeeds &needs);

/// "412 MiB"
std::string mebibytes(std::int64_t bytes);

} // namespace patina
