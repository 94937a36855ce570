#include "ui/document/project_models.h"

#include "core/project/project_settings.h"
#include "ui/document/document.h"
#include "ui/document/project_document.h"

#include <algorithm>

namespace patina {

namespace {

constexpr const char *kInUse = "model.inUse";

const ProjectModel *notedIn(const ProjectContents &contents, const std::string &hash)
{
    const auto found = std::ranges::find(contents.models, hash, &ProjectModel::hash);
    return found == contents.models.end() ? nullptr : &*found;
}

void addUnknown(std::vector<ModelVersion> &versions, ModelVersion version)
{
    if (std::ranges::find(versions, version.hash, &ModelVersion::hash) == versions.end())
        versions.push_back(std::move(version));
}

} // namespace

std::vector<ModelVersion> modelVersions(const ProjectDocument &project, const Document &document)
{
    std::vector<ModelVersion> versions;
    if (project.isOpen()) {
        for (const ProjectModel &model : project.contents().models)
            versions.push_back({model.hash, project.project().fullPath(model.path), model.addedUtc});
        std::ranges::stable_sort(versions, std::ranges::greater(), &ModelVersion::addedUtc);
        if (const auto scoring = project.project().scoringModels())
            for (const ScoringModel &model : *scoring)
                addUnknown(versions, {model.hash, project.project().fullPath(model.path)});
    }
    if (document.hasModel())
        addUnknown(versions, {document.model().hash, document.modelPath().toStdString()});
    const std::string chosen = choosesModel(project.contents()) ? modelInUse(project.contents()) : std::string();
    for (ModelVersion &version : versions) {
        version.open = document.hasModel() && version.hash == document.model().hash;
        version.chosen = version.hash == chosen;
    }
    return versions;
}

std::string modelInUse(const ProjectContents &contents)
{
    if (const Setting *choice = settingOf(contents, kInUse);
        choice != nullptr && notedIn(contents, choice->value) != nullptr)
        return choice->value;
    const auto last = std::ranges::max_element(contents.models, {}, &ProjectModel::addedUtc);
    return last == contents.models.end() ? std::string() : last->hash;
}

bool choosesModel(const ProjectContents &contents)
{
    return settingOf(contents, kInUse) != nullptr;
}

std::string modelPath(const ProjectContents &contents, const std::string &hash)
{
    const ProjectModel *model = notedIn(contents, hash);
    return model == nullptr ? std::string() : model->path;
}

std::vector<Edit> editsToNote(const ProjectContents &contents, const ProjectModel &model)
{
    const ProjectModel *noted = notedIn(contents, model.hash);
    if (noted == nullptr)
        return {added(model)};
    if (noted->path == model.path)
        return {};
    return {changed(*noted, ProjectModel{model.hash, model.path, noted->addedUtc})};
}

std::vector<Edit> editsToUse(const ProjectContents &contents, const ProjectModel &model)
{
    std::vector<Edit> edits = editsToNote(contents, model);
    setSetting(edits, contents, kInUse, model.hash);
    return edits;
}

bool choosesModel(const Change &change)
{
    return std::ranges::any_of(change.edits, [](const Edit &edit) {
        const auto *setting = std::get_if<EditOf<Setting>>(&edit);
        return setting != nullptr && (setting->after ? setting->after : setting->before)->name == kInUse;
    });
}

} // namespace patina
