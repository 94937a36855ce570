#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <filesystem>
#include <string>

namespace patina {

enum class LabelFormat {
    Csv,  ///< a line for each label: image, class, kind, reader, source, box and area in pixels, model, threshold
    Coco, ///< COCO object detection: boxes, areas, masks as uncompressed run lengths (column by column)
};

struct LabelExport
{
    LabelFormat format = LabelFormat::Csv;
    std::string reader; ///< whose labels; empty: of all readers
};

/// Writes the labels of a project into one file; false alarms, class "good", only as CSV, which says what was decided.
/// COCO's ids are positions in the lists of images and classes, from 1. Stage "export" (labels).
/// \returns how many labels were written.
/// Errors: NotFound (no label of that reader, with the readers that there are), BadFormat (a label names what is not
/// there), TooLarge (a mask of over 512 megapixels as COCO), WriteFailed, Cancelled.
Result<std::int64_t> exportLabels(const ProjectContents &contents, const LabelExport &request,
                                  const std::filesystem::path &file, const JobContext &context);

} // namespace patina
