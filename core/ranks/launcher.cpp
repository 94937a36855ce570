#include "core/ranks/launcher.h"

#include <algorithm>
#include <cstdlib>

namespace patina {

int launchedProcesses()
{
    for (const char *name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"})
        if (const char *value = std::getenv(name))
            return std::max(1, std::atoi(value));
    if (std::getenv("PMIX_RANK") != nullptr)
        return 1;
    // srun of one task says so, too, and an MPI without Slurm's parts ends the program where it is started by it.
    const char *tasks = std::getenv("SLURM_STEP_NUM_TASKS");
    return tasks != nullptr && std::atoi(tasks) > 1 ? std::atoi(tasks) : 0;
}

} // namespace patina
