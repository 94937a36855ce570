#pragma once

#include "core/synthesis/dataset_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace patina::synthesis {

/// Writes labels.json, scale.json and manifest.json of each version, and with two of them the manifest above both.
/// \param entries per version and image: its part of the manifest. \param generator see generatorOf().
/// \returns the folders of the data sets.
/// Errors: WriteFailed.
Result<std::vector<std::filesystem::path>>
writeSideFiles(const SynthesisSpec &spec, const std::filesystem::path &folder,
               const std::vector<VersionFolder> &versions,
               const std::vector<std::vector<nlohmann::ordered_json>> &entries, const std::string &generator);

} // namespace patina::synthesis
