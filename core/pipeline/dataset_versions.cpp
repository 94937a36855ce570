#include "core/pipeline/dataset_versions.h"

#include "core/base/system.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

std::string datasetName(const Dataset &dataset)
{
    return dataset.root.filename().string();
}

void addVersion(ModelInfo &info, const std::string &name)
{
    info.versions.push_back({name, utcNow(), 0, "training"});
}

void addImage(ModelInfo &info, const std::string &id)
{
    info.images.push_back(id);
    ++info.versions.back().images;
}

std::vector<std::int64_t> versionEnds(const ModelInfo &info)
{
    std::vector<std::int64_t> ends;
    std::int64_t end = 0;
    for (const DatasetVersion &version : info.versions)
        ends.push_back(end += version.images);
    return ends;
}

std::vector<std::string> versionLabels(const ModelInfo &info)
{
    std::set<std::string> taken{"training", "operator"};
    std::vector<std::string> labels;
    for (const DatasetVersion &version : info.versions) {
        const std::string name = version.name.empty() ? "unnamed" : version.name;
        std::string label = name;
        for (int next = 2; !taken.insert(label).second; ++next)
            label = fmt::format("{}#{}", name, next);
        labels.push_back(std::move(label));
    }
    return labels;
}

std::vector<std::int64_t> rowsByVersion(const Model &model)
{
    std::vector<std::int64_t> rows(model.info.versions.size());
    for (const PatchRef &origin : model.origins)
        ++rows.at(static_cast<std::size_t>(origin.dataset));
    return rows;
}

std::set<std::string> trainedImages(const ModelInfo &info, const std::string &name)
{
    std::set<std::string> ids;
    std::int64_t first = 0;
    for (const DatasetVersion &version : info.versions) {
        const auto begin = info.images.begin() + first;
        if (version.name.empty() || version.name == name)
            ids.insert(begin, begin + version.images);
        first += version.images;
    }
    return ids;
}

} // namespace patina
