#include "core/image/map_reducer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace patina {

MapReducer::MapReducer(cv::Size mapSize, cv::Size size)
    : m_mapSize(mapSize), m_reduced(size, CV_32FC1, cv::Scalar(std::numeric_limits<float>::quiet_NaN()))
{
}

Result<MapReducer> MapReducer::create(cv::Size mapSize, cv::Size pictureSize)
{
    if (mapSize.width < 1 || mapSize.height < 1 || pictureSize.width < 1 || pictureSize.height < 1) {
        return fail(ErrorCode::BadArgument, fmt::format("a map of {}x{} cannot be brought to {}x{}", mapSize.width,
                                                        mapSize.height, pictureSize.width, pictureSize.height));
    }
    try {
        return MapReducer(mapSize, cv::Size(std::min(mapSize.width, pictureSize.width),
                                            std::min(mapSize.height, pictureSize.height)));
    } catch (const std::exception &) {
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("no memory for a map of {}x{}", pictureSize.width, pictureSize.height));
    }
}

Result<void> MapReducer::add(int firstRow, const cv::Mat &rows)
{
    if (rows.type() != CV_32FC1 || rows.cols != m_mapSize.width || rows.rows > m_mapSize.height - m_added) {
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("{}x{} rows do not fit the map of {}x{} after {} rows", rows.cols, rows.rows,
                                m_mapSize.width, m_mapSize.height, m_added));
    }
    if (firstRow != m_added) {
        return fail(ErrorCode::BadArgument,
                    fmt::format("map rows from {} come after {} rows: out of order", firstRow, m_added));
    }
    for (int y = 0; y < rows.rows; ++y, ++m_added) {
        const float *values = rows.ptr<float>(y);
        float *cells =
            m_reduced.ptr<float>(static_cast<int>(std::int64_t{m_added} * m_reduced.rows / m_mapSize.height));
        for (int x = 0; x < rows.cols; ++x) {
            float &cell = cells[std::int64_t{x} * m_reduced.cols / m_mapSize.width];
            if (std::isnan(cell) || values[x] > cell)
                cell = values[x];
        }
    }
    return {};
}

Result<cv::Mat> MapReducer::finish()
{
    if (m_added == m_mapSize.height)
        return m_reduced;
    return fail(ErrorCode::ShapeMismatch, fmt::format("the map has {} of its {} rows", m_added, m_mapSize.height));
}

} // namespace patina
