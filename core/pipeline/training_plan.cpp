#include "core/pipeline/training_plan.h"

#include <fmt/format.h>

namespace patina {

namespace {

std::string workingSetText(const WorkingPlan &plan, CoresetStrategy strategy)
{
    const std::string net = fmt::format("working set of {} rows a bank row", plan.workingFactor);
    return strategy == CoresetStrategy::Reservoir ? fmt::format("reservoir of {} patches, {}", plan.reservoirRows, net)
                                                  : net;
}

/// A run that goes on keeps the plan it began with.
Result<WorkingPlan> planToStayBelow(std::int64_t budgetBytes, const MemoryNeeds &needs,
                                    const std::optional<WorkingPlan> &begun)
{
    if (!begun) {
        MemoryNeeds roomy = needs;
        roomy.fixedBytes = (needs.fixedBytes / measuredStepBytes + 1) * measuredStepBytes;
        return planWithin(budgetBytes, roomy);
    }
    if (const auto bytes = peakBytesOf(*begun, needs); bytes > budgetBytes)
        return fail(ErrorCode::BadArgument, fmt::format("the run that goes on needs {}, not {}: give --memory {}MiB",
                                                        mebibytes(bytes), mebibytes(budgetBytes), (bytes >> 20) + 1));
    return *begun;
}

} // namespace

Result<WorkingPlan> planTraining(const TrainRequest &request, const std::optional<MemoryNeeds> &needs,
                                 const std::optional<WorkingPlan> &begun, int dim, int selectionDim,
                                 const JobContext &context)
{
    if (needs)
        return planToStayBelow(request.memoryBytes, *needs, begun).map([&](const WorkingPlan &plan) {
            context.notice(fmt::format("planned to stay below {} of {}: blocks of {}, {}",
                                       mebibytes(peakBytesOf(plan, *needs)), mebibytes(request.memoryBytes),
                                       mebibytes(plan.blockBytes), workingSetText(plan, request.coreset.strategy)));
            return plan;
        });
    if (begun)
        return *begun;
    WorkingPlan plan;
    plan.workingFactor = request.coreset.workingFactor;
    plan.reservoirRows = reservoirRowsFor(request.reservoirBytes, request.coreset.bankSize, dim, selectionDim);
    return plan;
}

} // namespace patina
