#include "core/regions/mask_components.h"

#include <algorithm>
#include <cassert>

namespace patina {

MaskComponents::MaskComponents(const cv::Mat &mask)
{
    assert(mask.empty() || mask.type() == CV_8UC1);
    DisjointSets sets;
    m_rowStart.assign(1, 0);
    std::size_t aboveStart = 0;
    for (int y = 0; y < mask.rows; ++y) {
        const std::size_t start = m_runs.size();
        appendRuns({mask.ptr<std::uint8_t>(y), static_cast<std::size_t>(mask.cols)}, m_runs);
        const std::span<Run> row(m_runs.data() + start, m_runs.size() - start);
        const std::span<const Run> above(m_runs.data() + aboveStart, start - aboveStart);
        forTouchingRuns(above, row, [&](std::size_t a, std::size_t b) {
            int absorbed = -1;
            row[b].set = row[b].set < 0 ? above[a].set : sets.join(row[b].set, above[a].set, absorbed);
        });
        for (Run &run : row)
            if (run.set < 0)
                run.set = sets.make();
        aboveStart = start;
        m_rowStart.push_back(m_runs.size());
    }

    std::vector<int> index(static_cast<std::size_t>(sets.size()), -1);
    for (int y = 0; y < mask.rows; ++y)
        for (std::size_t i = m_rowStart[static_cast<std::size_t>(y)]; i < m_rowStart[static_cast<std::size_t>(y) + 1];
             ++i) {
            Run &run = m_runs[i];
            int &component = index[static_cast<std::size_t>(sets.find(run.set))];
            if (component < 0) {
                component = static_cast<int>(m_components.size());
                m_components.push_back({cv::Rect(run.begin, y, run.end - run.begin, 1), 0});
            }
            run.set = component;
            MaskComponent &part = m_components[static_cast<std::size_t>(component)];
            part.box |= cv::Rect(run.begin, y, run.end - run.begin, 1);
            part.areaPx += run.end - run.begin;
        }
}

std::span<const Run> MaskComponents::row(int y) const
{
    if (y < 0 || static_cast<std::size_t>(y) + 1 >= m_rowStart.size())
        return {};
    const std::size_t start = m_rowStart[static_cast<std::size_t>(y)];
    return {m_runs.data() + start, m_rowStart[static_cast<std::size_t>(y) + 1] - start};
}

std::int64_t MaskComponents::areaPx() const
{
    std::int64_t area = 0;
    for (const MaskComponent &component : m_components)
        area += component.areaPx;
    return area;
}

} // namespace patina
