#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/image/image_source.h"
#include "ui/jobs/inspection_engine.h"

#include <QImage>
#include <QRect>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace patina {

class Document;
class ProjectDocument;

/// A square part of an image around a patch. What lies outside the image is transparent.
struct PatchPicture
{
    QImage pixels;
    QRect patch; ///< in the picture
};

/// Which patch of an image is looked at, and which of the bank it is nearest to.
struct PatchMatch
{
    cv::Rect areaPx; ///< of the patch, in pixels of the image file
    BankOrigin origin;
};

/// The patch under a pixel of the score map. \param imageSize of the file. None where the model does not say where the
/// row comes from, or the inspection has no patches.
std::optional<PatchMatch> matchAt(const Scorer &scorer, const Inspection &inspection, cv::Point mapPixel,
                                  cv::Size imageSize);

/// Where a training image may be: among the images that are open, below their folder, the project's and the model's, or
/// below a folder of the data set's name beside those. None for an id that leaves its folder.
std::vector<std::filesystem::path> placesOf(const BankOrigin &origin, const Document &document,
                                            const ProjectDocument &project);

/// The row of a training image among the images that are open; -1 where it is not among them. The same id in another
/// folder than that of its data set is another image.
int rowOfOrigin(const std::string &dataset, const std::string &image, const Document &document);
/// Name of the data set that a model has an image from; of one that was not trained on, as it was held out, the last.
std::string datasetOf(const ModelInfo &info, const std::string &image);

/// \param sidePx of the picture, > 0.
QRect squareAround(const cv::Rect &area, int sidePx);

/// Reads a training image's patch. Errors: NotFound (none of the places has it), those of openImage and read,
/// Cancelled.
Result<PatchPicture> patchPicture(const InspectionEngine &engine, const std::vector<std::filesystem::path> &places,
                                  const cv::Rect &area, int sidePx, const IntensityScale &intensity,
                                  const JobContext &context);

} // namespace patina
