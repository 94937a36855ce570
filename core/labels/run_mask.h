#pragma once

#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// Columns [begin, end) of one row.
struct MaskRun
{
    int row = 0;
    int begin = 0;
    int end = 0;

    bool operator==(const MaskRun &) const = default;
};

/// A mask as runs: memory follows the outline, not the area. Runs ascend in raster order, lie inside the image, are not
/// empty, and two of one row do not touch: equal masks have equal runs.
class RunMask
{
public:
    /// No pixel of an image without size.
    RunMask() = default;
    /// No pixel. \param size of the image, sides from 0 to 2^24.
    explicit RunMask(cv::Size size);

    /// The pixels over 0. \param mask CV_8UC1, laid with its top left corner on `at`; what lies outside `size` is left
    /// out.
    static RunMask of(const cv::Mat &mask, cv::Size size, cv::Point at = {});
    static RunMask ofMat(const cv::Mat &mask) { return of(mask, mask.size()); }
    /// Errors: BadArgument (runs that are not as they have to be, with the first of them).
    static Result<RunMask> create(cv::Size size, std::vector<MaskRun> runs);

    cv::Size size() const { return m_size; }
    std::span<const MaskRun> runs() const { return m_runs; }
    bool empty() const { return m_runs.empty(); }
    std::int64_t areaPx() const;
    /// The smallest rectangle around it, half open; empty for an empty mask.
    cv::Rect box() const;
    bool contains(cv::Point pixel) const;
    /// \param area inside the image. \returns CV_8UC1 of its size, 0 or 255.
    cv::Mat toMat(const cv::Rect &area) const;

    bool operator==(const RunMask &) const = default;

private:
    cv::Size m_size;
    std::vector<MaskRun> m_runs;
};

// Of two masks of one size: the pixels in either, in the first alone, in both.
RunMask united(const RunMask &a, const RunMask &b);
RunMask without(const RunMask &a, const RunMask &b);
RunMask common(const RunMask &a, const RunMask &b);

/// Variable-length numbers, some three bytes a run: what a project stores. Equal masks give equal bytes.
std::vector<std::uint8_t> encodeMask(const RunMask &mask);
/// Errors: BadFormat (cut off, bytes left over, runs that are not as they have to be, another version).
Result<RunMask> decodeMask(std::span<const std::uint8_t> bytes);

} // namespace patina
