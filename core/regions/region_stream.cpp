#include "core/regions/region.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace patina {
namespace {

bool before(const cv::Point &a, const cv::Point &b)
{
    return std::tie(a.y, a.x) < std::tie(b.y, b.x);
}

} // namespace

RegionStream::RegionStream(int width, const RegionSettings &settings, Sink sink)
    : m_width(width), m_threshold(floatThreshold(settings.threshold)), m_minAreaPx(settings.minAreaPx),
      m_sink(std::move(sink))
{
}

Result<RegionStream> RegionStream::create(int width, const RegionSettings &settings, Sink sink)
{
    if (width < 1)
        return fail(ErrorCode::BadArgument, fmt::format("a map of {} columns has no regions", width));
    if (!std::isfinite(settings.threshold))
        return fail(ErrorCode::BadArgument,
                    fmt::format("a region threshold of {} is not a finite number", settings.threshold));
    return RegionStream(width, settings, std::move(sink));
}

void RegionStream::addRow(const float *values, const std::uint8_t *ignore)
{
    m_current.clear();
    appendRuns({values, static_cast<std::size_t>(m_width)}, m_threshold, ignore, m_current);
    if (!m_current.empty() || !m_open.empty()) {
        linkRow();
        for (const Run &run : m_current)
            extend(m_sets.find(run.set), run, values);
        compact();
    }
    std::swap(m_above, m_current);
    ++m_row;
}

void RegionStream::linkRow()
{
    forTouchingRuns(m_above, m_current, [&](std::size_t a, std::size_t b) {
        Run &run = m_current[b];
        if (run.set < 0) {
            run.set = m_above[a].set;
            return;
        }
        int absorbed = -1;
        const int root = m_sets.join(run.set, m_above[a].set, absorbed);
        if (absorbed >= 0)
            absorb(root, absorbed);
    });
    for (Run &run : m_current) {
        if (run.set >= 0)
            continue;
        run.set = m_sets.make();
        m_open.emplace_back();
    }
}

void RegionStream::extend(int set, const Run &run, const float *values)
{
    Region &region = m_open[static_cast<std::size_t>(set)];
    const cv::Rect box(run.begin, m_row, run.end - run.begin, 1);
    const float *peak = std::max_element(values + run.begin, values + run.end);
    const cv::Point peakAt(static_cast<int>(peak - values), m_row);
    if (region.areaPx == 0) {
        region.first = {run.begin, m_row};
        region.box = box;
    }
    if (region.areaPx == 0 || *peak > region.peak) {
        region.peak = *peak;
        region.peakAt = peakAt;
    }
    region.box |= box;
    region.areaPx += run.end - run.begin;
    for (int x = run.begin; x < run.end; ++x)
        region.mean += static_cast<double>(values[x]);
}

void RegionStream::absorb(int into, int from)
{
    Region &kept = m_open[static_cast<std::size_t>(into)];
    Region &gone = m_open[static_cast<std::size_t>(from)];
    if (before(gone.first, kept.first))
        kept.first = gone.first;
    if (gone.peak > kept.peak || (gone.peak == kept.peak && before(gone.peakAt, kept.peakAt))) {
        kept.peak = gone.peak;
        kept.peakAt = gone.peakAt;
    }
    kept.box |= gone.box;
    kept.areaPx += std::exchange(gone.areaPx, 0);
    kept.mean += gone.mean;
}

void RegionStream::giveOut(Region &region)
{
    if (region.areaPx == 0 || region.areaPx < m_minAreaPx)
        return;
    region.mean /= static_cast<double>(region.areaPx);
    if (m_sink)
        m_sink(region);
}

/// Gives out the regions that have no run in the current row and numbers the others from 0, so that sets do not pile
/// up.
void RegionStream::compact()
{
    m_renumbered.assign(m_open.size(), -1);
    m_kept.clear();
    for (Run &run : m_current) {
        const auto root = static_cast<std::size_t>(m_sets.find(run.set));
        if (m_renumbered[root] < 0) {
            m_renumbered[root] = static_cast<int>(m_kept.size());
            m_kept.push_back(m_open[root]);
        }
        run.set = m_renumbered[root];
    }
    for (std::size_t i = 0; i < m_open.size(); ++i)
        if (m_renumbered[i] < 0)
            giveOut(m_open[i]);
    std::swap(m_open, m_kept);
    m_sets.reset(static_cast<int>(m_open.size()));
}

void RegionStream::finish()
{
    for (Region &region : m_open)
        giveOut(region);
    m_open.clear();
    m_above.clear();
    m_sets.reset(0);
    m_row = 0;
}

std::vector<Region> numbered(std::vector<Region> regions)
{
    std::sort(regions.begin(), regions.end(),
              [](const Region &a, const Region &b) { return before(a.first, b.first); });
    for (std::size_t i = 0; i < regions.size(); ++i)
        regions[i].id = static_cast<int>(i + 1);
    return regions;
}

} // namespace patina
