#include "core/synthesis/dataset_manifest.h"

#include "core/base/atomic_file.h"

namespace patina::synthesis {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

namespace {

ordered_json labelsOf(const SynthesisSpec &spec, SynthesisVersion version)
{
    ordered_json classes = ordered_json::array();
    if (spec.counts.testDefect > 0)
        for (const std::string &name : spec.defects)
            classes.push_back({{"name", name}, {"kind", "defect"}});
    if (spec.counts.testAmbiguous > 0)
        classes.push_back({{"name", ambiguousClass}, {"kind", "ambiguous"}});
    if (version == SynthesisVersion::Stained)
        for (const std::string &name : spec.impurities)
            classes.push_back({{"name", name}, {"kind", "impurity"}});
    return {{"classes", classes}};
}

ordered_json manifestHead(const SynthesisSpec &spec, const std::string &generator)
{
    return {{"format", manifestFormat}, {"formatVersion", manifestFormatVersion},
            {"complete", true},         {"generator", generator},
            {"spec", toJson(spec)},     {"files", ordered_json::array()}};
}

/// Files of one data set as its manifest entries tell, relative to it.
std::vector<std::string> filesOf(const std::vector<ordered_json> &entries)
{
    std::vector<std::string> files{"labels.json", "scale.json"};
    for (const ordered_json &entry : entries) {
        files.push_back(entry["path"].get<std::string>());
        for (const ordered_json &mask : entry["masks"])
            files.push_back(mask["path"].get<std::string>());
    }
    return files;
}

Result<void> writeJson(const fs::path &file, const std::string &text)
{
    return writeTextFile(file, text + "\n");
}

Result<void> writeVersion(const SynthesisSpec &spec, const fs::path &dataset, SynthesisVersion version,
                          const std::vector<ordered_json> &entries, const std::string &generator)
{
    ordered_json manifest = manifestHead(spec, generator);
    manifest["version"] = nameOf(version);
    manifest["files"] = filesOf(entries);
    manifest["images"] = entries;
    return writeJson(dataset / "labels.json", labelsOf(spec, version).dump(1))
        .and_then([&] {
            return writeJson(dataset / "scale.json", ordered_json{{"mmPerPixel", spec.mmPerPixel}}.dump());
        })
        .and_then([&] { return writeJson(dataset / manifestName, manifest.dump(1)); });
}

} // namespace

Result<std::vector<fs::path>> writeSideFiles(const SynthesisSpec &spec, const fs::path &folder,
                                             const std::vector<VersionFolder> &versions,
                                             const std::vector<std::vector<ordered_json>> &entries,
                                             const std::string &generator)
{
    std::vector<fs::path> datasets;
    ordered_json root = manifestHead(spec, generator);
    for (std::size_t v = 0; v < versions.size(); ++v) {
        const std::string &prefix = versions[v].prefix;
        datasets.push_back(prefix.empty() ? folder : (folder / prefix).parent_path());
        if (auto written = writeVersion(spec, datasets.back(), versions[v].version, entries[v], generator); !written)
            return failFrom(std::move(written));
        for (const std::string &file : filesOf(entries[v]))
            root["files"].push_back(prefix + file);
        root["files"].push_back(prefix + manifestName);
    }
    if (versions.size() == 1)
        return datasets;
    root["datasets"] = {"clean", "stained"};
    if (auto written = writeJson(folder / manifestName, root.dump(1)); !written)
        return failFrom(std::move(written));
    return datasets;
}

} // namespace patina::synthesis
