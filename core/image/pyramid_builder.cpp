#include "core/image/pyramid_builder.h"

#include <algorithm>
#include <future>
#include <vector>

namespace patina {

namespace {

constexpr int stripPixels = 4'000'000; // some 30 ms of decoding between two looks at cancel

/// The rows of one level that its next row of tiles is made of.
struct Pending
{
    cv::Mat rows;     ///< one row of tiles high
    int filled = 0;   ///< of these
    int passedOn = 0; ///< of these, halved and given to the next level
    int tileRow = 0;
    int done = 0; ///< rows of the level that have come in
};

class Builder
{
public:
    explicit Builder(PyramidFile &file)
        : m_file(file), m_layout(file.layout()), m_levels(static_cast<std::size_t>(m_layout.levelCount()))
    {
    }

    /// \param rows the next ones of the level.
    Result<void> add(int level, const cv::Mat &rows)
    {
        if (level == m_layout.top()) {
            m_file.addTop(rows);
            return {};
        }
        for (int taken = 0; taken < rows.rows;) {
            Pending &pending = m_levels[static_cast<std::size_t>(level)];
            if (pending.rows.empty())
                pending.rows.create(PyramidLayout::tilePx, rows.cols, rows.type());
            const int count = std::min(PyramidLayout::tilePx - pending.filled, rows.rows - taken);
            rows.rowRange(taken, taken + count).copyTo(pending.rows.rowRange(pending.filled, pending.filled + count));
            pending.filled += count;
            pending.done += count;
            taken += count;
            if (auto passed = passOn(level); !passed)
                return passed;
        }
        return {};
    }

private:
    /// What can be halved goes to the next level at once, so that its picture grows evenly; a full row of tiles, or the
    /// last one, to the disk.
    Result<void> passOn(int level)
    {
        Pending &pending = m_levels[static_cast<std::size_t>(level)];
        const bool last = pending.done == m_layout.levelSize(level).height;
        const int upTo = last ? pending.filled : pending.filled / 2 * 2;
        if (upTo > pending.passedOn) {
            const cv::Mat half = halved(pending.rows.rowRange(pending.passedOn, upTo));
            pending.passedOn = upTo;
            if (auto added = add(level + 1, half); !added)
                return added;
        }
        if (pending.filled < PyramidLayout::tilePx && !last)
            return {};
        auto written = m_file.writeTiles(level, pending.tileRow, pending.rows.rowRange(0, pending.filled));
        pending.filled = 0;
        pending.passedOn = 0;
        ++pending.tileRow;
        return written;
    }

    PyramidFile &m_file;
    PyramidLayout m_layout;
    std::vector<Pending> m_levels;
};

/// Strips of an image from the top, each decoded while the one before is worked on.
class Strips
{
public:
    explicit Strips(ImageRows &rows)
        : m_rows(rows), m_count(std::clamp(stripPixels / rows.info().width, 1, PyramidLayout::tilePx)),
          m_coming(begun())
    {
    }

    int rowCount() const { return m_count; }

    /// Not to be called below the last one.
    Result<cv::Mat> next()
    {
        auto strip = m_coming.get();
        if (strip && m_asked < m_rows.info().height)
            m_coming = begun();
        return strip;
    }

private:
    std::future<Result<cv::Mat>> begun()
    {
        m_asked += m_count;
        return std::async(std::launch::async, [this] { return m_rows.next(m_count); });
    }

    ImageRows &m_rows;
    int m_count;
    int m_asked = 0;
    std::future<Result<cv::Mat>> m_coming; ///< waited for at the end: it reads from the rows
};

void noteLargest(PyramidFile &file, const cv::Mat &strip)
{
    if (strip.depth() != CV_16U)
        return;
    double largest = 0.0;
    cv::minMaxLoc(strip.reshape(1), nullptr, &largest);
    file.noteLargest(static_cast<int>(largest));
}

} // namespace

Result<void> buildPyramid(ImageRows &rows, PyramidFile &file, const JobContext &context)
{
    const ImageInfo &info = rows.info();
    if (info != file.info())
        return fail(ErrorCode::ShapeMismatch, "the image changed while it was read");
    Builder builder(file);
    Strips strips(rows);
    for (int row = 0; row < info.height; row += strips.rowCount()) {
        if (context.cancelled())
            return cancelledError();
        context.report("pyramid", row, info.height);
        auto strip = strips.next();
        if (!strip)
            return failFrom(std::move(strip));
        noteLargest(file, *strip);
        if (auto added = builder.add(0, *strip); !added)
            return added;
    }
    return file.commit();
}

} // namespace patina
