#pragma once

#include "core/regions/runs.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// One 8-connected component of a mask.
struct MaskComponent
{
    cv::Rect box;
    std::int64_t areaPx = 0;
    bool operator==(const MaskComponent &) const = default;
};

/// A mask as runs of its 8-connected components: memory follows the outline of what is marked, not the image.
class MaskComponents
{
public:
    MaskComponents() = default;
    /// \param mask CV_8UC1; pixels over 0 are marked.
    explicit MaskComponents(const cv::Mat &mask);

    /// In the order of their first pixels, top to bottom, then left to right.
    const std::vector<MaskComponent> &components() const { return m_components; }
    /// Runs of one row, left to right; Run::set is an index into components(). Empty outside the mask.
    std::span<const Run> row(int y) const;
    std::int64_t areaPx() const;

private:
    std::vector<Run> m_runs;
    std::vector<std::size_t> m_rowStart; ///< rows + 1
    std::vector<MaskComponent> m_components;
};

} // namespace patina
