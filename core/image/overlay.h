#pragma once

#include "core/base/result.h"
#include "core/image/heatmap.h"
#include "core/image/image_source.h"

#include <opencv2/core.hpp>

#include <optional>

namespace patina {

/// How a score map is drawn over its image. The same settings serve all images of a data set: one scale, never one per
/// image.
struct OverlaySettings
{
    HeatmapColours colours = HeatmapColours::Turbo;
    double lowestScore = 0.0;              ///< transparent up to here: the bottom of the colour map
    double highestScore = 2.0;             ///< from here on `opacity` and the top of the colour map; > lowestScore
    double opacity = 0.6;                  ///< 0..1; between the two scores it rises in proportion
    std::optional<double> reviewThreshold; ///< contours around the regions that reach it
    std::optional<double> rejectThreshold;
    int maxSidePx = 4096; ///< a larger image is reduced to this
    int lineWidthPx = 0;  ///< of contours; 0 = by the size of the picture

    bool operator==(const OverlaySettings &) const = default;
};

/// The size of an image's overlay: the image's, or its longer side brought down to `maxSidePx`.
cv::Size overlaySize(cv::Size image, int maxSidePx);

/// The picture under the heatmap: CV_8UC3 of overlaySize(), area-averaged, 16 bit brought to 8 by `scale`.
/// Errors: those of ImageSource::read(); BadArgument (scale, side).
Result<cv::Mat> overlayPicture(ImageSource &image, const IntensityScale &scale, int maxSidePx);

/// Draws the heatmap, the contours of the regions with score >= threshold (drawn just outside of them, so that
/// small regions stay visible) and, in a third colour, the outline of the ground truth.
/// \param picture CV_8UC3, from overlayPicture(). \param scores CV_32FC1, of the same picture at any size: reduced by
/// its maxima (as MapReducer does), raised bilinearly; NaN is left clear. \param groundTruth CV_8UC1, at any size, over
/// 0 is a defect; empty: none.
/// Errors: ShapeMismatch (another shape than the picture's), BadArgument (settings, types), OutOfMemory.
Result<cv::Mat> drawOverlay(const cv::Mat &picture, const cv::Mat &scores, const OverlaySettings &settings,
                            const cv::Mat &groundTruth = {});

/// The picture with the scale drawn beside it on the right: colour bar, its numbers, marks at the thresholds; below it,
/// where `groundTruth` is Drawn, the colour of the ground truth. A low picture gets a margin at the bottom.
/// Errors: BadArgument (settings, type), OutOfMemory.
enum class GroundTruthOutline { Absent, Drawn };
Result<cv::Mat> withLegend(const cv::Mat &picture, const OverlaySettings &settings,
                           GroundTruthOutline groundTruth = GroundTruthOutline::Absent);

/// Colours of the outlines (B, G, R), distinct for colour-blind eyes (Okabe and Ito, 2008).
cv::Scalar reviewColour();
cv::Scalar rejectColour();
cv::Scalar groundTruthColour();

/// Errors: BadArgument, with the value that is wrong.
Result<void> checkOverlaySettings(const OverlaySettings &settings);

} // namespace patina
