#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/contents.h"
#include "core/project/label_format.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace patina {

/// How pixels of a label are written where a format knows both.
enum class ShapeForm {
    Masks,    ///< pixel by pixel
    Polygons, ///< outlines along the edges of pixels; a label with holes stays a mask
};

/// How the images of an MVTec folder come into it.
enum class ImageTransfer { Copy, Link };

struct LabelExport
{
    LabelFormat format = LabelFormat::Csv;
    std::string reader{};              ///< whose labels; empty: of all readers
    std::optional<ShapeForm> shapes{}; ///< none: polygons for labelme, masks for COCO and CVAT
    ImageTransfer images = ImageTransfer::Copy;
    std::filesystem::path folder{}; ///< of the project, where its relative paths start
};

/// Writes the labels of a project for other programs: a file, or a folder that must be new or empty; either appears
/// whole or not at all. False alarms, class "good", only as CSV, which says what was decided. COCO's ids are positions
/// in the lists of images and classes, from 1. Stage "export" (labels or images). Notices name images that cannot be
/// read.
/// \returns how many labels were written.
/// Errors: NotFound (no label of that reader, with the readers that there are), BadFormat (a label names what is not
/// there), BadArgument (a folder that is not empty), TooLarge (a mask of over 512 megapixels), WriteFailed, Cancelled.
Result<std::int64_t> exportLabels(const ProjectContents &contents, const LabelExport &request,
                                  const std::filesystem::path &target, const JobContext &context);

} // namespace patina
