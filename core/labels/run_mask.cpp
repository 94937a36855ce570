#include "core/labels/run_mask.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <limits>

namespace patina {

namespace {

constexpr int mostSidePx = 1 << 24;

/// Where runs of both masks begin and end, in raster order: pixels are told by one number, row * width + column.
class Sweep
{
public:
    explicit Sweep(const RunMask &mask) : m_runs(mask.runs()), m_width(mask.size().width) {}

    static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();

    bool inside() const { return m_inside; }
    std::int64_t next() const
    {
        if (m_at == m_runs.size())
            return none;
        const MaskRun &run = m_runs[m_at];
        return std::int64_t{run.row} * m_width + (m_inside ? run.end : run.begin);
    }
    void step()
    {
        if (m_inside)
            ++m_at;
        m_inside = !m_inside;
    }

private:
    std::span<const MaskRun> m_runs;
    std::int64_t m_width;
    std::size_t m_at = 0;
    bool m_inside = false;
};

/// \param keep decides by whether a pixel is in a and in b; false where it is in neither.
template <typename Keep>
RunMask combined(const RunMask &a, const RunMask &b, Keep keep)
{
    assert(a.size() == b.size());
    const std::int64_t width = a.size().width;
    std::vector<MaskRun> runs;
    Sweep inA(a);
    Sweep inB(b);
    std::int64_t from = 0;
    while (true) {
        const std::int64_t to = std::min(inA.next(), inB.next());
        if (to == Sweep::none)
            break;
        // What is kept lies within a run, and so within a row.
        if (to > from && keep(inA.inside(), inB.inside())) {
            const MaskRun run{static_cast<int>(from / width), static_cast<int>(from % width),
                              static_cast<int>(from % width + (to - from))};
            if (!runs.empty() && runs.back().row == run.row && runs.back().end == run.begin)
                runs.back().end = run.end;
            else
                runs.push_back(run);
        }
        from = to;
        if (inA.next() == to)
            inA.step();
        if (inB.next() == to)
            inB.step();
    }
    return RunMask::create(a.size(), std::move(runs)).value();
}

std::string runText(const MaskRun &run)
{
    return fmt::format("row {}, columns {} to {}", run.row, run.begin, run.end);
}

} // namespace

RunMask::RunMask(cv::Size size) : m_size(size)
{
    assert(size.width >= 0 && size.height >= 0 && size.width <= mostSidePx && size.height <= mostSidePx);
}

RunMask RunMask::of(const cv::Mat &mask, cv::Size size, cv::Point at)
{
    assert(mask.type() == CV_8UC1 || mask.empty());
    RunMask result(size);
    const cv::Rect inside = cv::Rect(at, mask.size()) & cv::Rect({0, 0}, size);
    for (int row = inside.y; row < inside.y + inside.height; ++row) {
        const auto *pixels = mask.ptr<std::uint8_t>(row - at.y) - at.x;
        for (int column = inside.x; column < inside.x + inside.width; ++column) {
            if (pixels[column] == 0)
                continue;
            const int begin = column;
            while (column < inside.x + inside.width && pixels[column] != 0)
                ++column;
            result.m_runs.push_back({row, begin, column});
        }
    }
    return result;
}

Result<RunMask> RunMask::create(cv::Size size, std::vector<MaskRun> runs)
{
    if (size.width < 0 || size.height < 0 || size.width > mostSidePx || size.height > mostSidePx)
        return fail(ErrorCode::BadArgument, fmt::format("a mask of {}x{}", size.width, size.height));
    const MaskRun *before = nullptr;
    for (const MaskRun &run : runs) {
        const bool inside = run.row >= 0 && run.row < size.height && run.begin >= 0 && run.end <= size.width;
        const bool ascends =
            before == nullptr || run.row > before->row || (run.row == before->row && run.begin > before->end);
        if (!inside || run.begin >= run.end || !ascends)
            return fail(ErrorCode::BadArgument, fmt::format("a run of a mask of {}x{} is out of place: {}", size.width,
                                                            size.height, runText(run)));
        before = &run;
    }
    RunMask mask(size);
    mask.m_runs = std::move(runs);
    return mask;
}

std::int64_t RunMask::areaPx() const
{
    std::int64_t area = 0;
    for (const MaskRun &run : m_runs)
        area += run.end - run.begin;
    return area;
}

cv::Rect RunMask::box() const
{
    if (m_runs.empty())
        return {};
    int left = m_size.width;
    int right = 0;
    for (const MaskRun &run : m_runs) {
        left = std::min(left, run.begin);
        right = std::max(right, run.end);
    }
    const int top = m_runs.front().row;
    return {left, top, right - left, m_runs.back().row + 1 - top};
}

bool RunMask::contains(cv::Point pixel) const
{
    const auto after = std::ranges::upper_bound(m_runs, std::pair(pixel.y, pixel.x), {},
                                                [](const MaskRun &run) { return std::pair(run.row, run.begin); });
    return after != m_runs.begin() && std::prev(after)->row == pixel.y && pixel.x < std::prev(after)->end;
}

cv::Mat RunMask::toMat(const cv::Rect &area) const
{
    assert((area & cv::Rect({0, 0}, m_size)) == area);
    cv::Mat mask(area.size(), CV_8UC1, cv::Scalar(0));
    const auto first = std::ranges::lower_bound(m_runs, area.y, {}, &MaskRun::row);
    for (auto run = first; run != m_runs.end() && run->row < area.y + area.height; ++run) {
        const int begin = std::max(run->begin, area.x) - area.x;
        const int end = std::min(run->end, area.x + area.width) - area.x;
        if (begin < end)
            std::fill_n(mask.ptr<std::uint8_t>(run->row - area.y) + begin, end - begin, std::uint8_t{255});
    }
    return mask;
}

RunMask united(const RunMask &a, const RunMask &b)
{
    return combined(a, b, [](bool inA, bool inB) { return inA || inB; });
}

RunMask without(const RunMask &a, const RunMask &b)
{
    return combined(a, b, [](bool inA, bool inB) { return inA && !inB; });
}

RunMask common(const RunMask &a, const RunMask &b)
{
    return combined(a, b, [](bool inA, bool inB) { return inA && inB; });
}

} // namespace patina
