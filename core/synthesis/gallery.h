#pragma once

#include "core/base/job_context.h"
#include "core/synthesis/synthesis_spec.h"

#include <opencv2/core.hpp>

namespace patina {

/// A contact sheet: many small views of one kind of thing, each of a seed of its own, to judge a model by eye.
struct GalleryRequest
{
    std::string kind; ///< a defect, an impurity, or "surfaces" for all in turn, "exemplar" only with images to be like
    int count = 64;
    int cellPx = 224;
    /// Views at the image's own scale; without it a view shows the whole thing, made smaller where it is large.
    bool fullScale = false;
};

inline constexpr std::string_view allSurfacesKind = "surfaces";
/// Every kind that a gallery can show.
std::vector<std::string_view> galleryKinds();

/// The same request gives the same bytes, on any number of threads.
/// \param spec for the surface, light, image size, scale, ranges and seed. \param threads at least 1.
/// \returns CV_8UC3, blue green red; as many columns as rows, or one more.
/// Errors: BadArgument (unknown kind, a count outside 1..4096, a cell outside 32..1024 pixels or larger than the
/// image), Cancelled; with images to be like those of loadExemplar.
Result<cv::Mat3b> renderGallery(const SynthesisSpec &spec, const GalleryRequest &request, int threads,
                                const JobContext &context);

} // namespace patina
