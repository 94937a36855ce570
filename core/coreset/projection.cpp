#include "core/base/random.h"
#include "core/base/system.h"
#include "core/coreset/coreset_builder.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace patina {

FeatureMatrix randomProjection(int dim, int projectedDim, std::uint64_t seed)
{
    Random random(seed);
    FeatureMatrix projection(dim, projectedDim);
    const double scale = 1.0 / std::sqrt(static_cast<double>(std::max(1, projectedDim)));
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(dim) * projectedDim; ++i)
        projection.data()[i] = static_cast<float>(random.normal() * scale);
    return projection;
}

Result<FeatureMatrix> project(const FeatureMatrix &features, const FeatureMatrix &projection, int threads,
                              const JobContext &context)
{
    const int to = projection.dim();
    if (to == 0 || features.empty())
        return features;
    assert(projection.rows() == features.dim());
    FeatureMatrix projected(features.rows(), to);
    // One patch at a time in a fixed order of sums: a library's product adds up differently on other thread counts.
#pragma omp parallel for schedule(static) num_threads(effectiveThreads(threads))
    for (std::int64_t row = 0; row < features.rows(); ++row) {
        if (context.cancelled())
            continue;
        const auto in = features.row(row);
        float *out = projected.row(row).data();
        for (int i = 0; i < features.dim(); ++i) {
            const float value = in[static_cast<std::size_t>(i)];
            const float *weights = projection.row(i).data();
            for (int j = 0; j < to; ++j)
                out[j] += value * weights[j];
        }
    }
    if (context.cancelled())
        return cancelledError();
    return projected;
}

} // namespace patina
