#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <functional>
#include <span>
#include <string_view>

namespace patina {

/// Distance of every patch of one image to its nearest bank row.
struct PatchDistances
{
    PatchGrid grid;
    cv::Mat distancesL2; ///< CV_32FC1, grid.rows x grid.columns
    cv::Mat nearest;     ///< CV_32SC1, bank row
};

/// One scale for the whole data set, frozen in the model: 0 = median, 1 = the 0.95 quantile of held-out good image
/// scores.
struct ScoreScale
{
    double median = 0.0;  ///< raw score that becomes 0
    double upper = 1.0;   ///< raw score that becomes 1; > median
    double largest = 1.0; ///< largest held-out good score, on the scale, rounded to float32 like the maps
    int images = 0;       ///< held-out images it was made from; 0 = uncalibrated: scores are raw distances

    bool calibrated() const { return images > 0; }
    double normalise(double raw) const { return calibrated() ? (raw - median) / (upper - median) : raw; }
    double reviewThreshold() const { return 1.0; }
    /// The largest held-out good score, at least the review threshold.
    double rejectThreshold() const { return largest > reviewThreshold() ? largest : reviewThreshold(); }
    bool operator==(const ScoreScale &) const = default;
};

/// The scale that held-out good images define; quantiles interpolate linearly between order statistics.
/// \param rawScores held-out good image scores, raw, any order.
/// Errors: BadArgument (fewer than 2, a non-finite one, or no spread between the median and the 0.95 quantile).
Result<ScoreScale> scoreScaleFrom(std::span<const double> rawScores);

struct RenderSettings
{
    cv::Size imageSize;
    double sigmaPx = 4.0; ///< Gaussian on the raised map; 0 = none
};

/// Rows [firstRow, firstRow + rows) of the score map: patch distances bilinearly raised to image size (patch centres at
/// (index + 0.5) * stride, edge clamped), smoothed by a Gaussian (truncated at 4 sigma, border reflected without
/// repeating the edge pixel), put on `scale`. Any partition into row bands gives the same map, bit for bit.
/// The patch grid may end before the image does or reach beyond it.
/// \param distances grid.rows x grid.columns, CV_32FC1, finite, at least one patch.
/// \param firstRow, rows inside the image.
/// \returns CV_32FC1, rows x imageSize.width.
cv::Mat renderRows(const PatchDistances &distances, const RenderSettings &settings, const ScoreScale &scale,
                   int firstRow, int rows);

/// Takes row bands from the top to the bottom. The pixels are only valid during the call.
using MapRowSink = std::function<Result<void>(int firstRow, const cv::Mat &rows)>;

/// Calls `sink` (may be empty) with bands of the map from the top to the bottom; \returns the largest value: the image
/// score. Errors: BadArgument (no patch, a non-finite distance, an empty image, a sigma outside 0..500), ShapeMismatch
/// (distances do not have the size of their grid), Cancelled, and those of the sink.
Result<double> renderMap(const PatchDistances &distances, const RenderSettings &settings, const ScoreScale &scale,
                         const MapRowSink &sink, const JobContext &context);

/// What a part is judged to be: below review OK, at or above reject NG, between them (review itself included) a person
/// looks. The same comparison as for pixels: a part is NG exactly when its map has a region at the reject threshold.
enum class Verdict { Ok, Review, Ng };
/// \param reviewThreshold at most rejectThreshold. A score that is not a number is NG: it is never passed unseen.
Verdict verdictFor(double score, double reviewThreshold, double rejectThreshold);
std::string_view verdictName(Verdict verdict); ///< "OK", "review", "NG"

} // namespace patina
