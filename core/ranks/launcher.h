#pragma once

namespace patina {

/// Processes that the launcher says it has started together, by the environment that it gives them (Open MPI, PMIx,
/// MPICH, Slurm's PMI): 0 where none has started this one; 1 where it does not say how many.
int launchedProcesses();

} // namespace patina
