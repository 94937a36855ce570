#pragma once

#include "core/dataset/dataset.h"
#include "core/pipeline/model.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace patina {

/// The last part of the data set's path: what its versions are told by.
std::string datasetName(const Dataset &dataset);

/// An image's id as a model keeps it: what is not UTF-8 in a file name is the replacement character.
std::string storedId(const std::string &id);

/// Adds a version without images as the last; those of a data set that follow belong to it.
void addVersion(ModelInfo &info, const std::string &name);
/// Adds an image to the last version, which there has to be. \param digest contentDigest() of its file; "": not known.
void addImage(ModelInfo &info, const std::string &id, const std::string &digest);
/// Adds the images of another model, and what is known of their content, behind its own; not its versions.
void appendImages(ModelInfo &info, const ModelInfo &other);

/// For each version one past its last image in ModelInfo::images.
std::vector<std::int64_t> versionEnds(const ModelInfo &info);

/// What the versions are called in figures: their names; "unnamed" where there is none, "#2", "#3", ... added where the
/// name is taken. "training" is, by the rows of all versions together, and "operator".
std::vector<std::string> versionLabels(const ModelInfo &info);
/// Rows of the bank that come from each version.
std::vector<std::int64_t> rowsByVersion(const Model &model);

/// Ids of images that the bank was trained on in versions of that name. One without a name may be any: its ids count.
std::set<std::string> trainedImages(const ModelInfo &info, const std::string &name);

} // namespace patina
