#include "core/pipeline/dataset_versions.h"

#include "core/base/system.h"
#include "core/pipeline/known_content.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <map>

namespace patina {

std::string datasetName(const Dataset &dataset)
{
    return storedId(dataset.root.filename().string());
}

std::string storedId(const std::string &id)
{
    using nlohmann::json;
    return json::parse(json(id).dump(-1, ' ', false, json::error_handler_t::replace)).get<std::string>();
}

void addVersion(ModelInfo &info, const std::string &name)
{
    info.versions.push_back({name, utcNow(), 0, "training"});
}

void addImage(ModelInfo &info, const std::string &id, const std::string &digest)
{
    info.imageDigests.resize(info.images.size());
    info.imageDigests.push_back(digest);
    info.images.push_back(storedId(id));
    ++info.versions.back().images;
}

void appendImages(ModelInfo &info, const ModelInfo &other)
{
    info.imageDigests.resize(info.images.size());
    std::ranges::copy(imageDigestsOf(other), std::back_inserter(info.imageDigests));
    info.images.insert(info.images.end(), other.images.begin(), other.images.end());
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
    std::map<std::string, int> next;
    std::vector<std::string> labels;
    for (const DatasetVersion &version : info.versions) {
        const std::string name = version.name.empty() ? "unnamed" : version.name;
        std::string label = name;
        for (int &number = next.try_emplace(name, 2).first->second; !taken.insert(label).second; ++number)
            label = fmt::format("{}#{}", name, number);
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
