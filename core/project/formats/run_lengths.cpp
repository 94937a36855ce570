#include "core/project/formats/run_lengths.h"

#include "core/labels/shape_mask.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina::formats {

namespace {

constexpr std::int64_t mostBoxPx = std::int64_t{1} << 29; ///< is held as pixels
constexpr std::int64_t longestCount = std::int64_t{1} << 40;

tl::unexpected<Error> tooManyRuns()
{
    return fail(ErrorCode::TooLarge, fmt::format("a mask of over {} runs", mostMaskRuns));
}

/// Errors: BadFormat.
Result<void> checkCounts(std::span<const std::int64_t> counts, std::int64_t pixels)
{
    std::int64_t sum = 0;
    for (const std::int64_t count : counts) {
        if (count < 0 || count > pixels - sum)
            return fail(ErrorCode::BadFormat, fmt::format("run lengths that do not fit {} pixels", pixels));
        sum += count;
    }
    return {};
}

/// Rows [begin, end) of one column.
struct Span
{
    std::int64_t begin;
    std::int64_t end;
    bool operator==(const Span &) const = default;
};

/// What is in `a` and not in `b`; both ascend, and those of one do not touch.
template <typename Take>
void forDifference(const std::vector<Span> &a, const std::vector<Span> &b, Take take)
{
    auto cut = b.begin();
    for (const Span &span : a) {
        std::int64_t from = span.begin;
        while (cut != b.end() && cut->end <= from)
            ++cut;
        for (auto at = cut; at != b.end() && at->begin < span.end; ++at) {
            if (at->begin > from)
                take(from, at->begin);
            from = std::max(from, at->end);
        }
        if (from < span.end)
            take(from, span.end);
    }
}

/// Goes over an image from left to right; a run of a row begins and ends where columns differ, so that work follows the
/// outline, not the area.
class ColumnSweep
{
public:
    explicit ColumnSweep(cv::Size size) : m_begin(static_cast<std::size_t>(size.height), 0) {}

    /// \returns false where there are too many runs.
    bool column(int x, const std::vector<Span> &spans)
    {
        if (spans == m_before)
            return true;
        std::int64_t ending = 0;
        forDifference(m_before, spans, [&](std::int64_t begin, std::int64_t end) { ending += end - begin; });
        if (ending + std::ssize(m_runs) > static_cast<std::int64_t>(mostMaskRuns))
            return false;
        forDifference(m_before, spans, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t y = begin; y < end; ++y)
                m_runs.push_back({static_cast<int>(y), m_begin[static_cast<std::size_t>(y)], x});
        });
        forDifference(spans, m_before, [&](std::int64_t begin, std::int64_t end) {
            std::fill(m_begin.begin() + begin, m_begin.begin() + end, x);
        });
        m_before = spans;
        return true;
    }
    std::vector<MaskRun> take() { return std::move(m_runs); }

private:
    std::vector<int> m_begin; ///< of the run that is open in a row
    std::vector<Span> m_before;
    std::vector<MaskRun> m_runs;
};

} // namespace

Result<RunMask> maskOfRuns(cv::Size size, std::vector<MaskRun> runs)
{
    if (runs.size() > mostMaskRuns)
        return tooManyRuns();
    return joinedRuns(size, std::move(runs));
}

Result<std::vector<std::int64_t>> columnCountsOf(const RunMask &mask)
{
    const cv::Rect box = mask.box();
    if (std::int64_t{box.width} * box.height > mostBoxPx)
        return fail(ErrorCode::TooLarge, fmt::format("a label that spans {}x{} pixels, over {} for COCO; export CSV",
                                                     box.width, box.height, mostBoxPx));
    const cv::Mat pixels = mask.toMat(box);
    const std::int64_t height = mask.size().height;
    std::vector<std::int64_t> counts;
    std::int64_t from = 0; // where the present run began
    bool inside = false;
    const auto turn = [&](std::int64_t at) {
        counts.push_back(at - from);
        from = at;
        inside = !inside;
    };
    for (int x = 0; x < box.width; ++x) {
        const std::int64_t top = (box.x + x) * height + box.y;
        for (int y = 0; y < box.height; ++y)
            if ((pixels.at<std::uint8_t>(y, x) != 0) != inside)
                turn(top + y);
        // A run goes on into the next column only where it reaches the lower edge, and that one begins at the upper.
        if (inside && box.height < height)
            turn(top + box.height);
    }
    if (inside)
        turn((box.x + box.width) * height);
    if (const std::int64_t rest = height * mask.size().width - from; rest > 0)
        counts.push_back(rest);
    return counts;
}

Result<RunMask> maskOfColumnCounts(cv::Size size, std::span<const std::int64_t> counts, const JobContext &context)
{
    const std::int64_t height = size.height;
    if (auto fits = checkCounts(counts, height * size.width); !fits)
        return failFrom(std::move(fits));
    ColumnSweep sweep(size);
    std::vector<Span> column;
    std::int64_t at = 0;   // pixel at which the present count begins
    std::size_t count = 0; // index of it
    std::int64_t used = 0; // pixels of it that are behind
    for (int x = 0; x < size.width; ++x) {
        if (x % 1024 == 0 && context.cancelled())
            return cancelledError();
        column.clear();
        for (const std::int64_t end = (x + std::int64_t{1}) * height; at < end && count < counts.size();) {
            const std::int64_t length = std::min(counts[count] - used, end - at);
            if (count % 2 == 1 && length > 0) {
                const std::int64_t top = at - x * height;
                if (!column.empty() && column.back().end == top)
                    column.back().end = top + length;
                else
                    column.push_back({top, top + length});
            }
            at += length;
            used += length;
            if (used == counts[count]) {
                ++count;
                used = 0;
            }
        }
        if (!sweep.column(x, column))
            return tooManyRuns();
    }
    if (!sweep.column(size.width, {}))
        return tooManyRuns();
    return maskOfRuns(size, sweep.take());
}

Result<std::vector<std::int64_t>> countsOfText(std::string_view text)
{
    const auto damaged = [] { return fail(ErrorCode::BadFormat, "run lengths as text are damaged"); };
    std::vector<std::int64_t> counts;
    for (std::size_t i = 0; i < text.size();) {
        std::int64_t value = 0;
        bool more = true;
        for (int shift = 0; more; shift += 5) {
            if (i == text.size() || shift > 45 || text[i] < '0' || text[i] > 'o')
                return damaged();
            const int bits = text[i++] - '0';
            value |= std::int64_t{bits & 0x1F} << shift;
            more = (bits & 0x20) != 0;
            if (!more && (bits & 0x10) != 0)
                value |= -(std::int64_t{1} << (shift + 5));
        }
        if (counts.size() > 2)
            value += counts[counts.size() - 2];
        if (value < 0 || value > longestCount)
            return damaged();
        if (counts.size() > 2 * mostMaskRuns)
            return tooManyRuns();
        counts.push_back(value);
    }
    return counts;
}

std::vector<std::int64_t> rowCountsOf(const RunMask &mask)
{
    const cv::Rect box = mask.box();
    std::vector<std::int64_t> counts;
    std::int64_t from = 0;
    for (const MaskRun &run : mask.runs()) {
        const std::int64_t begin = std::int64_t{run.row - box.y} * box.width + run.begin - box.x;
        const std::int64_t end = begin + run.end - run.begin;
        if (begin == from && !counts.empty()) { // goes on from the row above
            counts.back() += end - begin;
        } else {
            counts.push_back(begin - from);
            counts.push_back(end - begin);
        }
        from = end;
    }
    if (const std::int64_t rest = std::int64_t{box.width} * box.height - from; rest > 0)
        counts.push_back(rest);
    return counts;
}

Result<RunMask> maskOfRowCounts(cv::Size size, const cv::Rect &box, std::span<const std::int64_t> counts,
                                const JobContext &context)
{
    if (auto fits = checkCounts(counts, std::int64_t{box.width} * box.height); !fits)
        return failFrom(std::move(fits));
    std::vector<MaskRun> runs;
    std::int64_t at = 0;
    for (std::size_t i = 0; i < counts.size(); at += counts[i++]) {
        if (i % 2 == 0)
            continue;
        const std::int64_t end = at + counts[i];
        for (std::int64_t from = at; from < end;) {
            if (context.cancelled())
                return cancelledError();
            const std::int64_t row = from / box.width;
            const std::int64_t to = std::min(end, (row + 1) * box.width);
            const std::int64_t y = box.y + row;
            const std::int64_t begin = std::clamp<std::int64_t>(box.x + from % box.width, 0, size.width);
            const std::int64_t stop = std::clamp<std::int64_t>(box.x + to - row * box.width, 0, size.width);
            if (y >= 0 && y < size.height && begin < stop)
                runs.push_back({static_cast<int>(y), static_cast<int>(begin), static_cast<int>(stop)});
            if (runs.size() > mostMaskRuns)
                return tooManyRuns();
            from = to;
        }
    }
    return maskOfRuns(size, std::move(runs));
}

} // namespace patina::formats
