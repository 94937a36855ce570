#include "core/regions/area_opening.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

namespace patina {

namespace {

/// Rises with the score, as an unsigned number.
std::uint32_t orderOf(float score)
{
    const auto bits = std::bit_cast<std::uint32_t>(score);
    return (bits & 0x80000000U) != 0U ? ~bits : bits | 0x80000000U;
}

class Opener
{
public:
    Opener(cv::Mat &map, const AreaOpening &opening) : m_map(map), m_opening(opening) {}

    Result<void> run(const cv::Mat &ignore, const JobContext &context)
    {
        gather(ignore);
        for (std::uint32_t at = 0; at < m_pixels.size(); ++at) {
            if (at % pollEvery == 0 && context.cancelled())
                return cancelledError();
            join(at);
        }
        lower();
        return {};
    }

private:
    static constexpr std::uint32_t pollEvery = 1U << 16;
    static constexpr std::uint32_t kNone = 0xffffffffU;

    float score(std::uint32_t at) const { return m_map.ptr<float>()[m_pixels[at]]; }

    /// Pixels at or above the floor, from the highest score down; among equals in raster order.
    void gather(const cv::Mat &ignore)
    {
        std::vector<std::uint64_t> keys;
        for (int y = 0; y < m_map.rows; ++y) {
            const auto *scores = m_map.ptr<float>(y);
            const auto *ignored = ignore.empty() ? nullptr : ignore.ptr<std::uint8_t>(y);
            for (int x = 0; x < m_map.cols; ++x)
                if (scores[x] >= m_opening.floor && (ignored == nullptr || ignored[x] == 0)) {
                    const auto pixel = static_cast<std::uint32_t>(std::int64_t{y} * m_map.cols + x);
                    keys.push_back(std::uint64_t{~orderOf(scores[x])} << 32 | pixel);
                }
        }
        std::sort(keys.begin(), keys.end());
        m_pixels.reserve(keys.size());
        m_at.assign(m_map.total(), kNone);
        for (const std::uint64_t key : keys)
            m_pixels.push_back(static_cast<std::uint32_t>(key));
        std::vector<std::uint64_t>().swap(keys); // before more is taken
        m_parent.assign(m_pixels.size(), kNone);
        m_area.assign(m_pixels.size(), 1);
    }

    void join(std::uint32_t at)
    {
        const std::uint32_t pixel = m_pixels[at];
        m_at[pixel] = at;
        m_parent[at] = at;
        const int y = static_cast<int>(pixel / static_cast<std::uint32_t>(m_map.cols));
        const int x = static_cast<int>(pixel % static_cast<std::uint32_t>(m_map.cols));
        for (int v = std::max(0, y - 1); v <= std::min(m_map.rows - 1, y + 1); ++v)
            for (int u = std::max(0, x - 1); u <= std::min(m_map.cols - 1, x + 1); ++u) {
                const std::uint32_t other = m_at[static_cast<std::size_t>(v) * static_cast<std::size_t>(m_map.cols) +
                                                 static_cast<std::size_t>(u)];
                if (other != kNone && other != at)
                    take(at, rootOf(other));
            }
    }

    /// A set that is large enough above the score keeps what it has; the pixel below is large enough with it.
    void take(std::uint32_t at, std::uint32_t root)
    {
        if (root == at)
            return;
        if (m_area[root] < m_opening.minAreaPx || score(root) == score(at)) {
            m_area[at] += m_area[root];
            m_parent[root] = at;
        } else {
            m_area[at] = std::max(m_area[at], m_opening.minAreaPx);
        }
    }

    std::uint32_t rootOf(std::uint32_t at)
    {
        while (m_parent[at] != at)
            at = m_parent[at] = m_parent[m_parent[at]];
        return at;
    }

    /// A parent has the lower score, or the same and comes later: it is done before its children.
    void lower()
    {
        const float below = std::nextafter(m_opening.floor, -std::numeric_limits<float>::infinity());
        auto *scores = m_map.ptr<float>();
        for (auto at = static_cast<std::uint32_t>(m_pixels.size()); at-- > 0;) {
            float &own = scores[m_pixels[at]];
            if (m_parent[at] != at)
                own = scores[m_pixels[m_parent[at]]];
            else if (m_area[at] < m_opening.minAreaPx)
                own = below;
        }
    }

    cv::Mat &m_map;
    const AreaOpening &m_opening;
    std::vector<std::uint32_t> m_pixels;
    std::vector<std::uint32_t> m_at;     ///< by pixel: into m_pixels, of those that have been joined
    std::vector<std::uint32_t> m_parent; ///< as m_pixels
    std::vector<std::int64_t> m_area;    ///< of the set, at its root; the minimum stands for what is at least that
};

} // namespace

Result<void> openByArea(cv::Mat &map, const AreaOpening &opening, const cv::Mat &ignore, const JobContext &context)
{
    if (opening.minAreaPx < 1)
        return fail(ErrorCode::BadArgument, fmt::format("a minimum area of {} px is below 1", opening.minAreaPx));
    if (!ignore.empty() && ignore.size() != map.size())
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("ignore {}x{} does not match map {}x{}", ignore.cols, ignore.rows, map.cols, map.rows));
    if (map.total() >= 0xffffffffU)
        return fail(ErrorCode::TooLarge, fmt::format("a map of {}x{} has too many pixels for a minimum area: at most "
                                                     "4294967294",
                                                     map.cols, map.rows));
    if (opening.minAreaPx == 1 || map.empty())
        return {};
    if (!map.isContinuous())
        map = map.clone();
    return Opener(map, opening).run(ignore, context);
}

} // namespace patina
