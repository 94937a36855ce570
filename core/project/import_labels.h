#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/contents.h"
#include "core/project/label_format.h"

#include <filesystem>
#include <optional>
#include <string>

namespace patina {

struct LabelImportRequest
{
    std::filesystem::path source;      ///< a file or a folder
    std::optional<LabelFormat> format; ///< none: told by its contents
    std::string reader;                ///< whose word the labels are; empty: "ground truth"
    std::filesystem::path folder;      ///< of the project, where its relative paths start
};

struct LabelImportCounts
{
    LabelFormat format = LabelFormat::Coco; ///< what the source was read as
    std::int64_t labels = 0;                ///< new
    std::int64_t images = 0;                ///< that get labels
    std::int64_t classes = 0;               ///< new
    std::int64_t known = 0;                 ///< in the project already, with the same class, reader and pixels
    std::int64_t leftOut = 0;               ///< not taken; notices say why

    bool operator==(const LabelImportCounts &) const = default;
};

/// What taking labels in would change; nothing where its edits are none.
struct LabelImport
{
    Change change;
    LabelImportCounts counts;
};

/// Reads labels of another program and lays them on the images of a project. Nothing is changed yet: the caller applies
/// the change, one step that can be taken back. Classes that are missing are added with the kind that the source says;
/// else "harmless" is an impurity, "ambiguous" ambiguous, any other a defect. Labels that are there stay.
/// What does not fit (an image that the project lacks, another size, a shape without an area) is left out, counted,
/// and told in a notice for each reason with the first one's name. Stages "read", "labels" (images).
/// Errors: NotFound, Unreadable, BadFormat, Unsupported (the source), BadArgument (a format that cannot be read; a name
/// that is no reader's), TooLarge, OutOfMemory, Cancelled.
Result<LabelImport> gatherLabels(const ProjectContents &contents, const LabelImportRequest &request,
                                 const JobContext &context);

/// The same change for contents that others have changed since: new ids for its labels, none of the classes that are
/// there by now.
Change rebased(const Change &change, const ProjectContents &contents, std::int64_t nextLabel);

} // namespace patina
