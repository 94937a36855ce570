#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/pipeline/inspector.h"
#include "ui/jobs/bounded_folder.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace patina {

/// Patch distances of scored images on the disk, from which heatmaps and regions are made without scoring again: one
/// safetensors file each. What is kept is known by the SHA-256 of the model and of the image file: what belongs to
/// another model or to an image that has changed has another name and is never found. The folder may be removed at any
/// time; above `mostBytes` the files that were used least recently go. From any thread; processes may share it.
class InspectionCache
{
public:
    explicit InspectionCache(std::filesystem::path folder, std::int64_t mostBytes = std::int64_t{4} << 30);

    /// Errors: WriteFailed; TooLarge (more than the whole folder may hold).
    Result<void> put(const std::string &modelHash, const std::string &imageSha256, const Inspection &inspection);
    /// Errors: NotFound; Corrupt, BadFormat (damaged: the file is removed); Cancelled.
    Result<Inspection> get(const std::string &modelHash, const std::string &imageSha256,
                           const JobContext &context) const;

private:
    std::filesystem::path fileFor(const std::string &modelHash, const std::string &imageSha256) const;

    BoundedFolder m_folder;
};

} // namespace patina
