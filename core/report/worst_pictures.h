#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/metrics/evaluation.h"
#include "core/pipeline/inspector.h"
#include "core/report/report_document.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace patina {

/// The defects with the lowest peak, lowest first, or the good images with the highest, highest first: as many as
/// wished, at most one for each image, into Outcomes::defects or Outcomes::images. Where two are equal, the order of
/// the evaluation decides.
std::vector<std::size_t> worstDefects(const Outcomes &outcomes, std::size_t most);
std::vector<std::size_t> worstGoodImages(const Outcomes &outcomes, std::size_t most);

struct WorstPictures
{
    std::vector<ReportPicture> escapes;
    std::vector<ReportPicture> overkills;
};

struct WorstRequest
{
    std::size_t most = 6;        ///< of each
    bool thresholdsApply = true; ///< outlines at them, and words about them
};

/// An image as it was scored, with its map and what is labelled on it.
struct PictureSource
{
    std::unique_ptr<ImageSource> image;
    std::function<Result<double>(const MapRowSink &)> render; ///< of the size of `image`
    std::vector<cv::Mat> labels;                              ///< CV_8UC1 of that size, each
};
/// By the id of an image. Errors: NotFound, those of opening and scoring.
using OpenPicture = std::function<Result<PictureSource>(const std::string &imageId, const JobContext &context)>;

/// Makes the maps of those images once more and cuts out what matters, with as much around it: the image, and beside it
/// the image with the score map and outlines. Memory grows with the excerpt, not with the image. One that cannot be
/// read any more is left out, and a notice says so. Stage "pictures" (images). Errors: Cancelled, OutOfMemory.
Result<WorstPictures> worstPictures(const OpenPicture &open, const ModelInfo &model, const Evaluation &evaluation,
                                    const WorstRequest &request, const JobContext &context);
/// Of a data set.
Result<WorstPictures> worstPictures(Inspector &inspector, const Dataset &dataset, const Evaluation &evaluation,
                                    const WorstRequest &request, const JobContext &context);

} // namespace patina
