#include "core/project/formats/shape_mask.h"

#include "core/image/mask_file.h"
#include "core/image/png_file.h"
#include "core/labels/shape_mask.h"
#include "core/project/formats/run_lengths.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace patina::formats {

namespace {

struct MaskMaker
{
    cv::Size size;
    const JobContext &context;

    Result<RunMask> operator()(const PolygonShape &shape) const
    {
        std::vector<MaskRun> runs;
        for (const auto &ring : shape.rings) {
            auto filled = polygonRuns(size, ring, context);
            if (!filled)
                return failFrom(std::move(filled));
            runs.insert(runs.end(), filled->begin(), filled->end());
            if (runs.size() > 2 * mostMaskRuns)
                break; // says so below
        }
        return maskOfRuns(size, std::move(runs));
    }

    /// Where a row cuts the ellipse: A x^2 + B x y + C y^2 = 1 around its centre.
    Result<RunMask> operator()(const EllipseShape &shape) const
    {
        const double angle = shape.degrees * std::numbers::pi / 180.0;
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        const double inverseX = 1.0 / (shape.radii.width * shape.radii.width);
        const double inverseY = 1.0 / (shape.radii.height * shape.radii.height);
        const double xx = c * c * inverseX + s * s * inverseY;
        const double xy = 2.0 * c * s * (inverseX - inverseY);
        const double yy = s * s * inverseX + c * c * inverseY;
        const double reach = std::hypot(shape.radii.width, shape.radii.height);
        std::vector<MaskRun> runs;
        const int end = firstCentre(shape.centre.y + reach, size.height);
        for (int row = firstCentre(shape.centre.y - reach, size.height); row < end; ++row) {
            const double y = row + 0.5 - shape.centre.y;
            const double root = xy * y * xy * y - 4.0 * xx * (yy * y * y - 1.0);
            if (!(root > 0.0))
                continue;
            const double half = std::sqrt(root) / (2.0 * xx);
            const double middle = shape.centre.x - xy * y / (2.0 * xx);
            const MaskRun run{row, firstCentre(middle - half, size.width), firstCentre(middle + half, size.width)};
            if (run.begin < run.end)
                runs.push_back(run);
        }
        return maskOfRuns(size, std::move(runs));
    }

    Result<RunMask> operator()(const ColumnRuns &shape) const
    {
        if (shape.size != size)
            return otherSize(shape.size);
        return maskOfColumnCounts(size, shape.counts, context);
    }

    Result<RunMask> operator()(const RowRuns &shape) const
    {
        return maskOfRowCounts(size, shape.box, shape.counts, context);
    }

    Result<RunMask> operator()(const PngShape &shape) const
    {
        ImageLimits limits;
        limits.maxDecodedBytes = std::int64_t{1} << 29;
        return decodePng(shape.bytes, limits, context).and_then([&](const cv::Mat &mask) -> Result<RunMask> {
            if (mask.channels() != 1)
                return fail(ErrorCode::BadFormat, "a mask with colours");
            cv::Mat over = mask > 0;
            return RunMask::of(over, size, shape.at);
        });
    }

    Result<RunMask> operator()(const MaskPath &shape) const
    {
        return readGreyMask(shape.file, {}, context).and_then([&](const cv::Mat &mask) -> Result<RunMask> {
            if (mask.size() != size)
                return otherSize(mask.size());
            return RunMask::ofMat(mask);
        });
    }

    tl::unexpected<Error> otherSize(cv::Size other) const
    {
        return fail(ErrorCode::ShapeMismatch, fmt::format("mask {}x{} does not match image {}x{}", other.width,
                                                          other.height, size.width, size.height));
    }
};

} // namespace

Result<RunMask> maskOf(const Geometry &geometry, cv::Size size, const JobContext &context)
{
    try {
        return std::visit(MaskMaker{size, context}, geometry);
    } catch (const std::exception &) { // bad_alloc, and what OpenCV makes of it
        return fail(ErrorCode::OutOfMemory, fmt::format("no memory for a mask of {}x{}", size.width, size.height));
    }
}

PolygonShape rectangleShape(cv::Point2d a, cv::Point2d b, double degrees)
{
    std::vector<cv::Point2d> ring{a, {b.x, a.y}, b, {a.x, b.y}};
    if (degrees != 0.0) {
        const cv::Point2d centre = (a + b) / 2.0;
        const double c = std::cos(degrees * std::numbers::pi / 180.0);
        const double s = std::sin(degrees * std::numbers::pi / 180.0);
        for (cv::Point2d &corner : ring) {
            const cv::Point2d from = corner - centre;
            corner = centre + cv::Point2d(c * from.x - s * from.y, s * from.x + c * from.y);
        }
    }
    return {{std::move(ring)}};
}

} // namespace patina::formats
