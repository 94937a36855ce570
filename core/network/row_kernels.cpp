#include "core/network/row_kernels.h"

namespace patina {

const RowKernels &rowKernels()
{
#if defined(__x86_64__)
    static const bool fused = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    return fused ? avx2Kernels : baselineKernels;
#else
    return baselineKernels;
#endif
}

} // namespace patina
