#include "core/studies/study_table.h"

#include "core/base/random.h"
#include "core/metrics/intervals.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Values of all arms by figure: [arm][figure].
using Values = std::vector<std::vector<double>>;

class TableMaker
{
public:
    TableMaker(const std::vector<StudyArmResults> &arms, const JobContext &context) : m_arms(arms), m_context(context)
    {
        std::vector<const StudyRunResult *> all;
        for (const StudyArmResults &arm : arms)
            for (const StudyRunResult &run : arm.runs)
                all.push_back(&run);
        m_frame = StudyFrame::of(all);
        for (const StudyArmResults &arm : arms) {
            auto &figures = m_runs.emplace_back();
            for (const StudyRunResult &run : arm.runs)
                figures.emplace_back(run, m_frame);
        }
        m_names = RunFigures::names(m_frame);
        m_drawn = m_names.size();
        for (const StudyRunResult *run : all)
            for (const auto &[name, value] : run->figures)
                if (std::ranges::find(m_names, name) == m_names.end())
                    m_names.push_back(name);
    }

    const StudyFrame &frame() const { return m_frame; }
    const std::vector<std::string> &names() const { return m_names; }

    /// Means over the seeds, each as often as `seeds` says, with groups weighted.
    Values on(const std::vector<double> &seeds, const std::vector<double> &groups) const
    {
        Values values;
        for (std::size_t arm = 0; arm < m_arms.size(); ++arm) {
            std::vector<double> sum(m_names.size(), 0.0);
            double times = 0.0;
            for (std::size_t seed = 0; seed < seeds.size(); ++seed) {
                if (seeds[seed] == 0.0)
                    continue;
                const std::vector<double> one = m_runs[arm][seed].on(groups);
                for (std::size_t i = 0; i < m_names.size(); ++i)
                    sum[i] += seeds[seed] * (i < m_drawn ? one[i] : mapped(arm, seed, m_names[i]));
                times += seeds[seed];
            }
            for (double &figure : sum)
                figure /= times;
            values.push_back(std::move(sum));
        }
        return values;
    }

    Result<std::vector<Values>> draws(std::int64_t resamples, std::uint64_t seed) const
    {
        std::vector<Values> drawn;
        const std::size_t seeds = m_arms.front().runs.size();
        const auto groups = static_cast<std::size_t>(m_frame.groupCount());
        Random random(seed);
        for (std::int64_t i = 0; i < resamples; ++i) {
            if (m_context.cancelled())
                return cancelledError();
            m_context.report("resample", i, resamples);
            std::vector<double> ofSeeds = times(random, seeds);
            drawn.push_back(on(ofSeeds, times(random, groups)));
        }
        return drawn;
    }

    /// The figure does not change with the groups that are drawn.
    bool isOverSeedsAlone(std::size_t figure) const { return figure >= m_drawn; }

private:
    static std::vector<double> times(Random &random, std::size_t count)
    {
        std::vector<double> times(count, 0.0);
        for (std::size_t i = 0; i < count; ++i)
            times[random.below(count)] += 1.0;
        return times;
    }
    double mapped(std::size_t arm, std::size_t seed, const std::string &name) const
    {
        for (const auto &[known, value] : m_arms[arm].runs[seed].figures)
            if (known == name)
                return value.value_or(none);
        return none;
    }

    const std::vector<StudyArmResults> &m_arms;
    const JobContext &m_context;
    StudyFrame m_frame;
    std::vector<std::vector<RunFigures>> m_runs; ///< by arm, then seed
    std::vector<std::string> m_names;
    std::size_t m_drawn = 0; ///< of m_names, those that change with the groups
};

StudyCell cellOf(double value, std::vector<double> drawn)
{
    StudyCell cell;
    if (std::isnan(value))
        return cell;
    cell.mean = value;
    cell.low = cell.high = none;
    const auto resamples = std::ssize(drawn);
    std::erase_if(drawn, [](double one) { return std::isnan(one); });
    if (const auto interval = percentileInterval95(std::move(drawn), resamples)) {
        cell.low = interval->low;
        cell.high = interval->high;
    }
    return cell;
}

} // namespace

Result<StudyTable> studyTable(const std::vector<StudyArmResults> &arms,
                              const std::vector<std::pair<std::size_t, std::size_t>> &pairs, std::int64_t resamples,
                              std::uint64_t seed, const JobContext &context)
{
    if (arms.empty() || arms.front().runs.empty())
        return fail(ErrorCode::BadArgument, "a study without results has no table");
    for (const StudyArmResults &arm : arms)
        if (arm.runs.size() != arms.front().runs.size())
            return fail(ErrorCode::BadArgument,
                        fmt::format("\"{}\" has {} seeds, \"{}\" has {}", arm.arm, arm.runs.size(), arms.front().arm,
                                    arms.front().runs.size()));
    const TableMaker maker(arms, context);
    if (maker.frame().groupCount() == 0)
        return fail(ErrorCode::BadArgument, "no test image counts in any run of the study");
    const auto groups = static_cast<std::size_t>(maker.frame().groupCount());
    const Values means = maker.on(std::vector<double>(arms.front().runs.size(), 1.0), std::vector<double>(groups, 1.0));
    const auto drawn = maker.draws(std::max<std::int64_t>(100, resamples), seed);
    if (!drawn)
        return tl::unexpected(drawn.error());
    StudyTable table{maker.names(), {}, {}, std::ssize(arms.front().runs), static_cast<std::int64_t>(groups)};
    const auto cells = [&](auto valueOf) {
        std::vector<StudyCell> row;
        for (std::size_t i = 0; i < table.figures.size(); ++i) {
            std::vector<double> values;
            if (!maker.isOverSeedsAlone(i) || table.seeds >= fewestSeeds)
                for (const Values &one : *drawn)
                    values.push_back(valueOf(one, i));
            row.push_back(cellOf(valueOf(means, i), std::move(values)));
        }
        return row;
    };
    for (std::size_t arm = 0; arm < arms.size(); ++arm)
        table.rows.push_back({arms[arm].arm, cells([arm](const Values &all, std::size_t i) { return all[arm][i]; })});
    for (const auto &[arm, reference] : pairs)
        table.differences.push_back({arms[arm].arm, arms[reference].arm,
                                     cells([arm = arm, reference = reference](const Values &all, std::size_t i) {
                                         return all[arm][i] - all[reference][i];
                                     })});
    return table;
}

} // namespace patina
