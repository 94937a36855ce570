#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <functional>
#include <span>

namespace patina {

/// Distance of every patch of one image to its nearest bank row.
struct PatchDistances
{
    PatchGrid grid;
    cv::Mat distancesL2; ///< CV_32FC1, grid.rows x grid.columns
    cv::Mat nearest;     ///< CV_32SC1, bank row
};

/// One scale for the whole data set, frozen in the model: 0 = median, 1 = the 0.95 quantile of held-out good image scores.
struct ScoreScale
{
    double median = 0.0;   ///< raw score that becomes 0
    double upper = 1.0;    ///< raw score that becomes 1; > median
    double largest = 1.0;  ///< largest held-out good score, on the scale
    int images = 0;        ///< held-out images it was made from; 0 = uncalibrated: scores are raw distances

    bool calibrated() const { return images > 0; }
    double normalise(double raw) const { return calibrated() ? (raw - median) / (upper - median) : raw; }
    double reviewThreshold() const { return 1.0; }
    double rejectThreshold() const;
    bool operator==(const ScoreScale &) const = default;
};

/// \param rawScores held-out good image scores, raw. Errors: BadArgument (fewer than 2, or all the same).
Result<ScoreScale> scoreScaleFrom(std::span<const double> rawScores);

struct RenderSettings
{
    cv::Size imageSize;
    double sigmaPx = 4.0; ///< Gaussian on the raised map; 0 = none
};

/// Rows [firstRow, firstRow + rows) of the score map: patch distances bilinearly raised to image size (patch centres at
/// (index + 0.5) * stride), smoothed by a Gaussian (truncated at 4 sigma, border reflected), put on `scale`.
/// Any partition into row bands gives the same map. CV_32FC1, rows x imageSize.width.
cv::Mat renderRows(const PatchDistances &distances, const RenderSettings &settings, const ScoreScale &scale, int firstRow,
                   int rows);

/// Calls `sink` with bands of the map from the top to the bottom; \returns the largest value: the image score.
using MapRowSink = std::function<Result<void>(int firstRow, const cv::Mat &rows)>;
Result<double> renderMap(const PatchDistances &distances, const RenderSettings &settings, const ScoreScale &scale,
                         const MapRowSink &sink, const JobContext &context);

/// What a part is judged to be: below review OK, above reject NG, between them a person looks.
enum class Verdict { Ok, Review, Ng };
Verdict verdictFor(double score, double reviewThreshold, double rejectThreshold);
std::string_view verdictName(Verdict verdict); ///< "OK", "review", "NG"

} // namespace patina
