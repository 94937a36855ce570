#include "ui/document/project_models.h"

#include "ui/document/document.h"
#include "ui/document/project_document.h"

#include <algorithm>

namespace patina {

namespace {

constexpr const char *kInUse = "model.inUse";

const Setting *choiceIn(const ProjectContents &contents)
{
    const auto found = std::ranges::find(contents.settings, kInUse, &Setting::name);
    return found == contents.settings.end() ? nullptr : &*found;
}

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
            versions.push_back({model.hash, project.project().fullPath(model.path), model.addedUtc, false});
        std::ranges::stable_sort(versions, std::ranges::greater(), &ModelVersion::addedUtc);
        if (const auto scoring = project.project().scoringModels())
            for (const ScoringModel &model : *scoring)
                addUnknown(versions, {model.hash, project.project().fullPath(model.path), {}, false});
    }
    if (!document.hasModel())
        return versions;
    const std::string &hash = document.model().hash;
    addUnknown(versions, {hash, document.modelPath().toStdString(), {}, false});
    std::ranges::find(versions, hash, &ModelVersion::hash)->open = true;
    return versions;
}

std::string modelInUse(const ProjectContents &contents)
{
    if (const Setting *choice = choiceIn(contents); choice != nullptr && notedIn(contents, choice->value) != nullptr)
        return choice->value;
    const auto last = std::ranges::max_element(contents.models, {}, &ProjectModel::addedUtc);
    return last == contents.models.end() ? std::string() : last->hash;
}

bool choosesModel(const ProjectContents &contents)
{
    return choiceIn(contents) != nullptr;
}

std::string modelPath(const ProjectContents &contents, const std::string &hash)
{
    const ProjectModel *model = notedIn(contents, hash);
    return model == nullptr ? std::string() : model->path;
}

std::vector<Edit> editsToUse(const ProjectContents &contents, const ProjectModel &model)
{
    std::vector<Edit> edits;
    const ProjectModel *noted = notedIn(contents, model.hash);
    if (noted == nullptr)
        edits.push_back(added(model));
    else if (noted->path != model.path)
        edits.push_back(changed(*noted, ProjectModel{model.hash, model.path, noted->addedUtc}));
    const Setting choice{kInUse, model.hash};
    if (const Setting *before = choiceIn(contents); before == nullptr)
        edits.push_back(added(choice));
    else if (*before != choice)
        edits.push_back(changed(*before, choice));
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
