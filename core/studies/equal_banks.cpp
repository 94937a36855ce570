#include "core/studies/equal_banks.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace patina {

namespace {

constexpr std::int64_t leastShare = 10; ///< a tenth of the rows that were asked for

std::int64_t largestOf(const StudyPlan &plan)
{
    return std::ranges::max_element(plan.arms, {}, &StudyArm::bankSize)->bankSize;
}

} // namespace

std::optional<std::int64_t> rowsThatAllFill(const StudyPlan &plan, const StudyResults &results)
{
    std::optional<std::int64_t> rows;
    for (std::size_t i = 0; i < plan.arms.size() && i < results.arms.size(); ++i)
        for (const StudyRunResult &run : results.arms[i].runs)
            if (run.bankRows < plan.arms[i].bankSize)
                rows = std::min(rows.value_or(run.bankRows), run.bankRows);
    return rows;
}

StudyPlan withEqualBanks(StudyPlan plan, std::int64_t rows)
{
    const std::string suffix = equalBanksSuffix(rows);
    const std::size_t arms = plan.arms.size();
    const std::size_t comparisons = plan.comparisons.size();
    plan.equalRows = rows;
    for (std::size_t i = 0; i < arms; ++i) {
        StudyArm arm = plan.arms[i];
        arm.name += suffix;
        arm.bankSize = std::min(arm.bankSize, rows);
        plan.arms.push_back(std::move(arm));
    }
    for (std::size_t i = 0; i < comparisons; ++i)
        plan.comparisons.emplace_back(plan.comparisons[i].first + arms, plan.comparisons[i].second + arms);
    const std::size_t places = plan.places.size();
    for (std::size_t i = 0; i < places; ++i)
        plan.places.push_back({plan.places[i].line + suffix, plan.places[i].x});
    return plan;
}

Result<StudyResults> runWholeStudy(StudyRequest &request, const JobContext &context)
{
    auto results = runStudy(request, context);
    if (!results || !request.plan.equalBanks)
        return results;
    const auto rows = rowsThatAllFill(request.plan, *results);
    if (!rows)
        return results;
    const std::int64_t least = largestOf(request.plan) / leastShare;
    if (*rows < least) {
        context.notice(fmt::format("not every arm fills its bank, and {} rows, which all fill, are too few to compare "
                                   "with ({} or more would do)",
                                   *rows, least));
        return results;
    }
    context.notice(fmt::format("not every arm fills its bank: all arms once more, with banks of {} rows", *rows));
    request.plan = withEqualBanks(std::move(request.plan), *rows);
    request.held = results->folder;
    const std::int64_t resumed = results->resumed; // of what follows the first half was there, too, but not before
    auto whole = runStudy(request, context);
    request.held.reset();
    if (whole)
        whole->resumed = resumed;
    return whole;
}

} // namespace patina
