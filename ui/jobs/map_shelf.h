#pragma once

#include "core/evaluation/project_evaluation.h"
#include "ui/document/document.h"
#include "ui/jobs/inspection_cache.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace patina {

/// Why an image is left out that nobody has scored with the model.
inline constexpr std::string_view kNotScored = "it has not been scored";

/// What there is of an image when a job begins.
struct ShelvedImage
{
    std::filesystem::path path;
    ImageState state = ImageState::NotScored;
    std::string sha256;                     ///< of the file
    std::shared_ptr<const Inspection> held; ///< null: what the cache has is used
};

/// The score maps of images as one model makes them, from the patch distances that are in memory or were kept.
struct MapShelf
{
    using Render = std::function<Result<double>(const Inspection &, const MapRowSink &, const JobContext &)>;

    std::string modelHash;
    Render render;
    std::shared_ptr<InspectionCache> cache;     ///< null: there is none
    std::map<std::string, ShelvedImage> images; ///< by id

    /// What was found at the patches of an image. Errors, as the reason why there is nothing: NotFound, Unreadable
    /// (scoring failed); those of InspectionCache::get.
    Result<Inspection> inspection(const std::string &image, const JobContext &context) const;
    /// An OpenMap. Errors, as the reason why an image is left out: NotFound, Unreadable, Unsupported; Cancelled.
    Result<ScoredMap> open(const ProjectImage &image, const JobContext &context) const;
};

} // namespace patina
