#include "ui/studies/study_result_view.h"
#include "ui/studies/study_words.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

void addPoint(ChartSeries &series, double x, const StudyCell &cell)
{
    series.points.emplace_back(x, *cell.mean);
    series.low.push_back(std::isnan(cell.low) ? *cell.mean : cell.low);
    series.high.push_back(std::isnan(cell.high) ? *cell.mean : cell.high);
}

/// Arms of one line by their place.
std::vector<std::size_t> armsOn(const StudyOutcome &outcome, const std::string &line, std::size_t figure)
{
    std::vector<std::size_t> arms;
    for (std::size_t arm = 0; arm < outcome.places.size(); ++arm)
        if (outcome.places[arm].line == line && outcome.places[arm].x > 0.0 &&
            outcome.table.rows[arm].cells[figure].mean)
            arms.push_back(arm);
    std::ranges::sort(arms, {}, [&](std::size_t arm) { return outcome.places[arm].x; });
    return arms;
}

/// Numbered as the rows of the table are.
std::vector<ChartSeries> pointsOf(const StudyOutcome &outcome, std::size_t figure)
{
    std::vector<ChartSeries> points;
    for (std::size_t arm = 0; arm < outcome.table.rows.size(); ++arm) {
        const StudyCell &cell = outcome.table.rows[arm].cells[figure];
        if (!cell.mean)
            continue;
        ChartSeries point;
        point.name = StudyWords::numberedArm(outcome, arm);
        point.slot = static_cast<int>(arm);
        point.dots = true;
        addPoint(point, static_cast<double>(arm + 1), cell);
        points.push_back(std::move(point));
    }
    return points;
}

} // namespace

std::vector<ChartSeries> studySeries(const StudyOutcome &outcome, std::size_t figure)
{
    if (outcome.places.empty())
        return pointsOf(outcome, figure);
    std::vector<ChartSeries> lines;
    std::vector<std::string> known;
    double least = 0.0;
    double most = 0.0;
    for (const StudyPlan::Place &place : outcome.places) {
        if (place.x > 0.0) {
            least = least > 0.0 ? std::min(least, place.x) : place.x;
            most = std::max(most, place.x);
        }
        if (std::ranges::find(known, place.line) != known.end())
            continue;
        known.push_back(place.line);
        ChartSeries line;
        line.name = StudyWords::line(place.line);
        for (const std::size_t arm : armsOn(outcome, place.line, figure))
            addPoint(line, outcome.places[arm].x, outcome.table.rows[arm].cells[figure]);
        if (!line.points.empty())
            lines.push_back(std::move(line));
    }
    for (std::size_t arm = 0; arm < outcome.places.size(); ++arm) {
        const StudyCell &cell = outcome.table.rows[arm].cells[figure];
        if (outcome.places[arm].x != 0.0 || !cell.mean || !(most > 0.0))
            continue; // at a place, or at one that is not known
        ChartSeries line;
        line.name = StudyWords::arm(outcome, arm);
        addPoint(line, least, cell);
        if (most > least)
            addPoint(line, most, cell);
        lines.push_back(std::move(line));
    }
    for (ChartSeries &line : lines)
        line.dots = line.points.size() == 1; // a line of one point would not be seen
    return lines;
}

} // namespace patina
