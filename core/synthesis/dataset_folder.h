#pragma once

#include "core/base/result.h"
#include "core/synthesis/synthesis_spec.h"

#include <filesystem>
#include <string>
#include <vector>

namespace patina::synthesis {

/// One image of a data set before it is made.
struct PlannedImage
{
    std::string split;       ///< "train/good", "validation/good", "test/good", "test/scratch"
    std::string stem;        ///< unique in the data set
    std::string defectClass; ///< empty: a good part
    std::uint64_t seed = 0;

    std::string path() const { return split + "/" + stem + ".png"; }
    std::string defectMaskPath() const { return "ground_truth/" + defectClass + "/" + stem + "_mask.png"; }
    std::string impurityMaskPath(std::string_view className) const
    {
        return "impurity/" + std::string(className) + "/" + stem + "_mask.png";
    }
};
std::vector<PlannedImage> planImages(const SynthesisSpec &spec);

/// One data set inside of the folder: "" or "clean/", "stained/".
struct VersionFolder
{
    SynthesisVersion version;
    std::string prefix;
};
std::vector<VersionFolder> versionFolders(const SynthesisSpec &spec);

inline constexpr std::string_view manifestFormat = "patina-synthetic-dataset";
inline constexpr int manifestFormatVersion = 1;
inline constexpr const char *manifestName = "manifest.json";

/// Makes `folder` ready: creates it, or takes it over from an earlier run, whose files are removed. Leaves a manifest
/// that says "complete": false and lists every file that may be written; makes the folders for them.
/// Errors: BadArgument (holds something else), WriteFailed.
Result<void> prepareFolder(const SynthesisSpec &spec, const std::vector<PlannedImage> &images,
                           const std::filesystem::path &folder);

} // namespace patina::synthesis
