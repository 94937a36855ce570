#include "core/pipeline/meld_rows.h"

#include "core/coreset/coreset_builder.h"
#include "core/coreset/greedy.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace patina {

namespace {

/// The rows sorted by their values; equal rows by where they come from, whatever model that was read from.
std::vector<std::int64_t> canonicalOrder(const Model &model)
{
    const auto origin = [&](std::int64_t row) {
        const PatchRef &ref = model.origins[static_cast<std::size_t>(row)];
        const DatasetVersion &version = model.info.versions[static_cast<std::size_t>(ref.dataset)];
        return std::tie(model.info.images[static_cast<std::size_t>(ref.image)], ref.row, ref.column, version.name,
                        version.createdUtc);
    };
    std::vector<std::int64_t> order(model.origins.size());
    std::iota(order.begin(), order.end(), std::int64_t{0});
    std::ranges::sort(order, [&](std::int64_t a, std::int64_t b) {
        const auto rowA = model.bank.row(a);
        const auto rowB = model.bank.row(b);
        const auto [atA, atB] = std::ranges::mismatch(rowA, rowB);
        return atA != rowA.end() ? *atA < *atB : origin(a) < origin(b);
    });
    return order;
}

void reorder(Model &model, const std::vector<std::int64_t> &rows)
{
    FeatureMatrix bank(0, model.bank.dim());
    bank.reserve(static_cast<std::int64_t>(rows.size()));
    std::vector<PatchRef> origins;
    for (const std::int64_t row : rows) {
        bank.appendRow(model.bank.row(row));
        origins.push_back(model.origins[static_cast<std::size_t>(row)]);
    }
    model.bank = std::move(bank);
    model.origins = std::move(origins);
}

} // namespace

Result<void> meldRows(Model &model, int threads, const JobContext &context)
{
    reorder(model, canonicalOrder(model));
    auto selection = project(model.bank, model.projection, threads, context);
    if (!selection)
        return failFrom(std::move(selection));
    GreedyRequest request;
    request.count = model.info.bankSize;
    request.threads = threads;
    return greedySelect(*selection, request, context).map([&](const GreedySelection &picked) {
        reorder(model, picked.picks);
        model.support.assign(picked.picks.size(), -1);
    });
}

} // namespace patina
