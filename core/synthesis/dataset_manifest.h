#pragma once

#include "core/synthesis/dataset_folder.h"
#include "core/synthesis/dataset_journal.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace patina::synthesis {

/// Writes labels.json, scale.json and manifest.json of each version, and with two of them the manifest above both.
/// \param entries per version and image: its part of the manifest. \param identities see identitiesOf().
/// \returns the folders of the data sets.
/// Errors: WriteFailed.
Result<std::vector<std::filesystem::path>>
writeSideFiles(const SynthesisSpec &spec, const std::filesystem::path &folder,
               const std::vector<VersionFolder> &versions,
               const std::vector<std::vector<nlohmann::ordered_json>> &entries,
               const std::map<std::string, std::string> &identities, DatasetJournal &journal);

} // namespace patina::synthesis
