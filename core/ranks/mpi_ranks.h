#pragma once

#include "core/ranks/rank_group.h"

#include <memory>

namespace patina {

/// The processes that mpirun (or srun) has started this one with, by MPI; null where nothing of the kind has started
/// it. MPI is begun here and ended with the group: once in a process.
/// Errors: Unsupported (started as one of several, but built without MPI, or the launcher is of another MPI than this
/// program), Internal.
Result<std::unique_ptr<RankGroup>> joinRanks();

} // namespace patina
