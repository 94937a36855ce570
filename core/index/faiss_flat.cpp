#include "core/index/faiss_flat.h"

#include <faiss/IndexFlat.h>

#include <omp.h>

namespace patina {

std::vector<std::int64_t> faissNearest(const FeatureMatrix &bank, const FeatureMatrix &queries, int threads)
{
    omp_set_num_threads(threads);
    faiss::IndexFlatL2 index(bank.dim());
    index.add(bank.rows(), bank.data());
    std::vector<float> squared(static_cast<std::size_t>(queries.rows()));
    std::vector<faiss::Index::idx_t> ids(squared.size());
    index.search(queries.rows(), queries.data(), 1, squared.data(), ids.data());
    return {ids.begin(), ids.end()};
}

} // namespace patina
