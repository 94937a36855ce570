#pragma once

#include "core/project/change.h"
#include "core/project/contents.h"
#include "core/project/scores.h"

#include <filesystem>
#include <string>
#include <vector>

namespace patina {

class Document;
class ProjectDocument;

/// A model that the open project knows, or that is open without being noted in one.
struct ModelVersion
{
    std::string hash;
    std::filesystem::path file;
    std::string addedUtc{}; ///< when the project noted it; empty: it has not
    bool open = false;      ///< scores are those of this one
    bool chosen = false;    ///< the project says that it is in use

    bool operator==(const ModelVersion &) const = default;
};

/// The models that were noted in the project, the latest first; then others that it keeps scores of, the last used
/// first, and one that is open besides.
std::vector<ModelVersion> modelVersions(const ProjectDocument &project, const Document &document);

/// Hash of the model that the project works with: the one that was chosen; where none was, the one noted last. Empty:
/// no model is noted.
std::string modelInUse(const ProjectContents &contents);
/// Whether one was chosen, in a training or among the versions.
bool choosesModel(const ProjectContents &contents);
/// Stored path of a noted model; empty: it is not noted.
std::string modelPath(const ProjectContents &contents, const std::string &hash);

/// What notes a model that is not noted, or has moved.
std::vector<Edit> editsToNote(const ProjectContents &contents, const ProjectModel &model);
/// The same, and that it is the one in use: no edit where it is.
std::vector<Edit> editsToUse(const ProjectContents &contents, const ProjectModel &model);

/// Whether the change says which model is in use.
bool choosesModel(const Change &change);

} // namespace patina
