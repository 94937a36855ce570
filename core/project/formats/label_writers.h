#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/export_labels.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace patina::formats {

/// What is to be written. Everything outlives the writing.
struct LabelsToWrite
{
    const ProjectContents &contents;
    const LabelExport &request;
    std::vector<const Label *> labels; ///< of the readers that were asked for; those of class "good" only for CSV

    /// Of each image that has some, in the order of the project's images.
    std::vector<std::pair<const ProjectImage *, std::vector<const Label *>>> byImage() const;
    std::filesystem::path fullPath(const ProjectImage &image) const;
    /// Null: there is none of that name.
    const ProjectClass *classNamed(const std::string &name) const;
};

// One writer for each format; \returns how many labels were written. Errors: those of exportLabels().
Result<std::int64_t> writeCsv(const LabelsToWrite &source, const std::filesystem::path &file,
                              const JobContext &context);
Result<std::int64_t> writeCoco(const LabelsToWrite &source, const std::filesystem::path &file,
                               const JobContext &context);
Result<std::int64_t> writeCvat(const LabelsToWrite &source, const std::filesystem::path &file,
                               const JobContext &context);
Result<std::int64_t> writeLabelme(const LabelsToWrite &source, const std::filesystem::path &folder,
                                  const JobContext &context);
Result<std::int64_t> writeMvtec(const LabelsToWrite &source, const std::filesystem::path &folder,
                                const JobContext &context);
Result<std::int64_t> writeOverlays(const LabelsToWrite &source, const std::filesystem::path &folder,
                                   const JobContext &context);

} // namespace patina::formats
