#include "core/index/squared_distance.h"

#include <cstring>

// One binary serves old and new processors. Lanes are summed in the same order either way; sanitizers cannot start
// programs with resolvers.
#if defined(__x86_64__) && !defined(PATINA_SANITIZED)
#define PATINA_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define PATINA_WIDE
#endif

namespace patina {

namespace {

constexpr int lanes = 8;
constexpr int checkEvery = 32; ///< values between two looks at the limit

typedef float Lanes __attribute__((vector_size(lanes * sizeof(float)), aligned(4)));

inline float sumOf(const Lanes &v)
{
    return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

} // namespace

PATINA_WIDE float squaredDistance(const float *a, const float *b, int dim)
{
    Lanes sum = {};
    int i = 0;
    for (; i + lanes <= dim; i += lanes) {
        const Lanes difference = *reinterpret_cast<const Lanes *>(a + i) - *reinterpret_cast<const Lanes *>(b + i);
        sum += difference * difference;
    }
    for (int lane = 0; i < dim; ++i, ++lane)
        sum[lane] += (a[i] - b[i]) * (a[i] - b[i]);
    return sumOf(sum);
}

PATINA_WIDE float squaredDistanceWithin(const float *a, const float *b, int dim, float limit)
{
    Lanes sum = {};
    int i = 0;
    while (i + checkEvery <= dim) {
        for (const int end = i + checkEvery; i < end; i += lanes) {
            const Lanes difference = *reinterpret_cast<const Lanes *>(a + i) - *reinterpret_cast<const Lanes *>(b + i);
            sum += difference * difference;
        }
        if (sumOf(sum) > limit)
            return sumOf(sum);
    }
    for (; i + lanes <= dim; i += lanes) {
        const Lanes difference = *reinterpret_cast<const Lanes *>(a + i) - *reinterpret_cast<const Lanes *>(b + i);
        sum += difference * difference;
    }
    for (int lane = 0; i < dim; ++i, ++lane)
        sum[lane] += (a[i] - b[i]) * (a[i] - b[i]);
    return sumOf(sum);
}

} // namespace patina
