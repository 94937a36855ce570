#pragma once

#include "core/base/result.h"

#include <opencv2/core.hpp>

namespace patina {

/// A score map or mask brought down to the size of a picture, band by band: every cell keeps the largest value under
/// it, so that a defect of one pixel is still seen where the mean would hide it. Axes that are no larger than the
/// picture's stay as they are. NaN (not scored) stays NaN only where nothing else lies under the cell.
class MapReducer
{
public:
    /// Errors: BadArgument (an empty size).
    static Result<MapReducer> create(cv::Size mapSize, cv::Size pictureSize);

    /// The next rows of the map, from the top; fits a MapRowSink.
    /// \param rows CV_32FC1, as wide as the map. Errors: ShapeMismatch, BadArgument (out of order).
    Result<void> add(int firstRow, const cv::Mat &rows);

    /// CV_32FC1, at most the picture's size. Errors: ShapeMismatch (rows are missing).
    Result<cv::Mat> finish();

private:
    MapReducer(cv::Size mapSize, cv::Size size);

    cv::Size m_mapSize;
    int m_added = 0;
    cv::Mat m_reduced;
};

} // namespace patina
