#include "core/ranks/launcher.h"
#include "core/ranks/mpi_ranks.h"

#include <fmt/format.h>

namespace patina {

Result<std::unique_ptr<RankGroup>> joinRanks()
{
    if (const int launched = launchedProcesses(); launched > 1)
        return fail(
            ErrorCode::Unsupported,
            fmt::format("the launcher has started {} processes, but this program is built without MPI, and each "
                        "would do the whole job: install libopenmpi-dev, configure and build again",
                        launched));
    return std::unique_ptr<RankGroup>();
}

} // namespace patina
