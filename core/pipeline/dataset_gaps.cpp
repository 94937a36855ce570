#include "core/pipeline/dataset_gaps.h"

#include <fmt/format.h>

namespace patina {

Result<void> reportGaps(const Dataset &dataset, bool strict, const JobContext &context)
{
    for (const DatasetProblem &problem : dataset.problems) {
        if (problem.kind != DatasetProblem::Kind::Unreadable)
            continue;
        const std::string sentence =
            fmt::format("{}: {}", problem.imageId.empty() ? dataset.root.string() : problem.imageId, problem.detail);
        if (strict)
            return fail(ErrorCode::Unreadable, sentence);
        context.notice("left out " + sentence);
    }
    return {};
}

} // namespace patina
