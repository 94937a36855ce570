#include "core/labels/shape_mask.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace patina {

namespace {

constexpr std::size_t mostCrossings = std::size_t{1} << 24;

/// Columns whose centres lie in [from, to), inside a row of `width`.
MaskRun runBetween(int row, double from, double to, int width)
{
    return {row, firstCentre(from, width), firstCentre(to, width)};
}

/// Rows whose centres lie in [from, to), inside an image of `height`.
std::pair<int, int> rowsBetween(double from, double to, int height)
{
    const MaskRun rows = runBetween(0, from, to, height);
    return {rows.begin, rows.end};
}

/// An edge with the upper end first: both directions cross a row at the very same place.
struct PolygonEdge
{
    cv::Point2d upper;
    cv::Point2d lower;
    int firstRow = 0;
    int endRow = 0;
};

std::vector<PolygonEdge> edgesOf(std::span<const cv::Point2d> corners, int height)
{
    std::vector<PolygonEdge> edges;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        cv::Point2d a = corners[i];
        cv::Point2d b = corners[(i + 1) % corners.size()];
        if (a.y > b.y)
            std::swap(a, b);
        const PolygonEdge edge{a, b, firstCentre(a.y, height), firstCentre(b.y, height)};
        if (edge.firstRow < edge.endRow)
            edges.push_back(edge);
    }
    return edges;
}

/// Where a row's centre line is within `radius` of a segment: the hull of where it meets both discs and the band
/// between them.
void addCapsule(std::vector<MaskRun> &runs, cv::Size size, cv::Point2d a, cv::Point2d b, double radius)
{
    const auto [top, bottom] =
        rowsBetween(std::min(a.y, b.y) - radius, std::nextafter(std::max(a.y, b.y) + radius, 1e300), size.height);
    const cv::Point2d along = b - a;
    const double length = std::hypot(along.x, along.y);
    const cv::Point2d side = length > 0.0 ? cv::Point2d(-along.y, along.x) * (radius / length) : cv::Point2d();
    const std::array band{a + side, b + side, b - side, a - side};
    for (int row = top; row < bottom; ++row) {
        const double y = row + 0.5;
        double from = std::numeric_limits<double>::infinity();
        double to = -from;
        for (const cv::Point2d centre : {a, b})
            if (const double square = radius * radius - (y - centre.y) * (y - centre.y); square >= 0.0) {
                from = std::min(from, centre.x - std::sqrt(square));
                to = std::max(to, centre.x + std::sqrt(square));
            }
        for (std::size_t i = 0; length > 0.0 && i < band.size(); ++i) {
            const cv::Point2d p = band[i];
            const cv::Point2d q = band[(i + 1) % band.size()];
            if ((p.y <= y) == (q.y <= y))
                continue;
            const double x = p.x + (q.x - p.x) * (y - p.y) / (q.y - p.y);
            from = std::min(from, x);
            to = std::max(to, x);
        }
        if (from <= to)
            runs.push_back(runBetween(row, from, std::nextafter(to, 1e300), size.width));
    }
}

/// First pixel of the enlarged axis that `index` of the small one is shown on.
int firstShowing(int index, int from, int to)
{
    return static_cast<int>((std::int64_t{index} * to + from - 1) / from);
}

} // namespace

int firstCentre(double at, int end)
{
    return static_cast<int>(std::clamp(std::ceil(at - 0.5), 0.0, static_cast<double>(end)));
}

Result<RunMask> joinedRuns(cv::Size size, std::vector<MaskRun> runs)
{
    std::erase_if(runs, [](const MaskRun &run) { return run.begin >= run.end; });
    std::ranges::sort(runs, {}, [](const MaskRun &run) { return std::pair(run.row, run.begin); });
    std::size_t kept = 0;
    for (const MaskRun &run : runs) {
        if (kept > 0 && runs[kept - 1].row == run.row && runs[kept - 1].end >= run.begin)
            runs[kept - 1].end = std::max(runs[kept - 1].end, run.end);
        else
            runs[kept++] = run;
    }
    runs.resize(kept);
    return RunMask::create(size, std::move(runs));
}

Result<std::vector<MaskRun>> polygonRuns(cv::Size size, std::span<const cv::Point2d> corners, const JobContext &context)
{
    std::vector<MaskRun> runs;
    const std::vector<PolygonEdge> edges = edgesOf(corners, size.height);
    if (edges.empty())
        return runs;
    const int top = std::ranges::min(edges, {}, &PolygonEdge::firstRow).firstRow;
    const int bottom = std::ranges::max(edges, {}, &PolygonEdge::endRow).endRow;
    // Crossings of all rows in one list: counted first, then put in their places.
    std::vector<std::size_t> start(static_cast<std::size_t>(bottom - top) + 1, 0);
    std::size_t crossings = 0;
    for (const PolygonEdge &edge : edges) {
        crossings += static_cast<std::size_t>(edge.endRow - edge.firstRow);
        if (crossings > mostCrossings)
            return fail(ErrorCode::TooLarge, fmt::format("a polygon whose edges cross over {} rows", mostCrossings));
        for (int row = edge.firstRow; row < edge.endRow; ++row)
            ++start[static_cast<std::size_t>(row - top) + 1];
    }
    for (std::size_t row = 0; row + 1 < start.size(); ++row)
        start[row + 1] += start[row];
    std::vector<int> columns(crossings);
    std::vector<std::size_t> next = start;
    for (const PolygonEdge &edge : edges) {
        const double slope = (edge.lower.x - edge.upper.x) / (edge.lower.y - edge.upper.y);
        for (int row = edge.firstRow; row < edge.endRow; ++row)
            columns[next[static_cast<std::size_t>(row - top)]++] =
                firstCentre(edge.upper.x + (row + 0.5 - edge.upper.y) * slope, size.width);
    }
    for (int row = top; row < bottom; ++row) {
        if (row % 4096 == 0 && context.cancelled())
            return cancelledError();
        const auto first = columns.begin() + static_cast<std::ptrdiff_t>(start[static_cast<std::size_t>(row - top)]);
        const auto end = columns.begin() + static_cast<std::ptrdiff_t>(start[static_cast<std::size_t>(row - top) + 1]);
        std::sort(first, end);
        for (auto at = first; end - at >= 2; at += 2)
            if (at[0] < at[1])
                runs.push_back({row, at[0], at[1]});
    }
    return runs;
}

Result<RunMask> polygonMask(cv::Size size, std::span<const cv::Point2d> corners, const JobContext &context)
{
    return polygonRuns(size, corners, context).and_then([size](std::vector<MaskRun> &&runs) {
        return joinedRuns(size, std::move(runs));
    });
}

RunMask rectangleMask(cv::Size size, const cv::Rect2d &area)
{
    const auto [top, bottom] = rowsBetween(area.y, area.y + area.height, size.height);
    std::vector<MaskRun> runs;
    for (int row = top; row < bottom; ++row)
        runs.push_back(runBetween(row, area.x, area.x + area.width, size.width));
    return joinedRuns(size, std::move(runs)).value();
}

RunMask strokeMask(cv::Size size, std::span<const cv::Point2d> points, double radiusPx)
{
    std::vector<MaskRun> runs;
    for (std::size_t i = 0; i < points.size(); ++i) {
        addCapsule(runs, size, points[i == 0 ? 0 : i - 1], points[i], radiusPx);
        const int x = static_cast<int>(std::floor(std::clamp(points[i].x, -1.0, static_cast<double>(size.width))));
        const int y = static_cast<int>(std::floor(std::clamp(points[i].y, -1.0, static_cast<double>(size.height))));
        if (cv::Rect({}, size).contains({x, y}))
            runs.push_back({y, x, x + 1});
    }
    return joinedRuns(size, std::move(runs)).value();
}

RunMask componentAt(const cv::Mat &map, cv::Point pixel, double threshold)
{
    const RunMask none(map.size());
    if (map.type() != CV_32FC1 || !cv::Rect({}, map.size()).contains(pixel))
        return none;
    const float score = map.at<float>(pixel);
    const auto least = static_cast<float>(threshold);
    if (!(score >= least)) // neither is a score that is no number
        return none;
    cv::Mat above = map >= static_cast<double>(least);
    cv::Rect box;
    constexpr std::uint8_t found = 2;
    cv::floodFill(above, pixel, cv::Scalar(found), &box, {}, {}, 8);
    const cv::Mat part = above(box) == found;
    return RunMask::of(part, map.size(), box.tl());
}

RunMask raisedPart(const RunMask &mask, const cv::Mat &map)
{
    const cv::Size size = mask.size();
    if (map.type() != CV_32FC1 || map.empty() || mask.empty())
        return mask;
    const auto scoreAt = [&](int row, int column) {
        return map.ptr<float>(
            static_cast<int>(std::int64_t{row} * map.rows / size.height))[std::int64_t{column} * map.cols / size.width];
    };
    std::vector<float> scores;
    scores.reserve(static_cast<std::size_t>(mask.areaPx()));
    for (const MaskRun &run : mask.runs())
        for (int column = run.begin; column < run.end; ++column)
            scores.push_back(scoreAt(run.row, column));
    const auto [least, most] = std::ranges::minmax(scores);
    if (!(most > least))
        return mask;
    cv::Mat levels;
    const double step = (static_cast<double>(most) - static_cast<double>(least)) / 255.0;
    cv::Mat(scores).convertTo(levels, CV_8UC1, 1.0 / step, -static_cast<double>(least) / step);
    const double level = cv::threshold(levels, levels, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    const double threshold = static_cast<double>(least) + (level + 0.5) * step;
    std::vector<MaskRun> runs;
    for (const MaskRun &run : mask.runs())
        for (int column = run.begin; column < run.end; ++column)
            if (static_cast<double>(scoreAt(run.row, column)) > threshold)
                runs.push_back({run.row, column, column + 1});
    return runs.empty() ? mask : joinedRuns(size, std::move(runs)).value();
}

RunMask enlarged(const RunMask &mask, cv::Size size)
{
    const cv::Size from = mask.size();
    if (from == size || from.empty())
        return from == size ? mask : RunMask(size);
    std::vector<MaskRun> runs;
    for (const MaskRun &run : mask.runs()) {
        const int end = firstShowing(run.row + 1, from.height, size.height);
        for (int row = firstShowing(run.row, from.height, size.height); row < end; ++row)
            runs.push_back(
                {row, firstShowing(run.begin, from.width, size.width), firstShowing(run.end, from.width, size.width)});
    }
    return joinedRuns(size, std::move(runs)).value();
}

} // namespace patina
