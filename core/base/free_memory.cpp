#include "core/base/free_memory.h"

#include <malloc.h>

namespace patina {

void giveBackFreeMemory()
{
    ::malloc_trim(0);
}

} // namespace patina
