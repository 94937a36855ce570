#include "core/synthesis/dataset_manifest.h"

#include "core/base/atomic_file.h"
#include "core/base/sha256.h"

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

ordered_json manifestHead(const SynthesisSpec &spec, const std::map<std::string, std::string> &identities)
{
    return {{"format", manifestFormat}, {"formatVersion", manifestFormatVersion},
            {"complete", true},         {"generator", identities},
            {"spec", toJson(spec)},     {"files", ordered_json::array()}};
}

/// Files of one data set as its manifest entries tell, relative to it.
std::vector<std::string> filesOf(const std::vector<ordered_json> &entries)
{
    std::vector<std::string> files{labelsName, scaleName};
    for (const ordered_json &entry : entries) {
        files.push_back(entry["path"].get<std::string>());
        for (const ordered_json &mask : entry["masks"])
            files.push_back(mask["path"].get<std::string>());
    }
    return files;
}

/// A file beside the images, noted before it is there. \returns its SHA-256.
Result<std::string> writeSideFile(const fs::path &folder, const std::string &file, const ordered_json &content,
                                  int indent, DatasetJournal &journal)
{
    const std::string text = content.dump(indent) + "\n";
    const std::string sha256 = sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
    return journal.add(DatasetJournal::lineOf(file, sha256))
        .and_then([&] { return writeTextFile(folder / file, text); })
        .map([&] { return sha256; });
}

Result<void> writeVersion(const SynthesisSpec &spec, const fs::path &folder, const VersionFolder &version,
                          const std::vector<ordered_json> &entries,
                          const std::map<std::string, std::string> &identities, DatasetJournal &journal)
{
    auto labels = writeSideFile(folder, version.prefix + labelsName, labelsOf(spec, version.version), 1, journal);
    if (!labels)
        return failFrom(std::move(labels));
    auto scale = writeSideFile(folder, version.prefix + scaleName, {{"mmPerPixel", spec.mmPerPixel}}, -1, journal);
    if (!scale)
        return failFrom(std::move(scale));
    ordered_json manifest = manifestHead(spec, identities);
    manifest["version"] = nameOf(version.version);
    manifest["sideFiles"] = {{labelsName, *labels}, {scaleName, *scale}};
    manifest["files"] = filesOf(entries);
    manifest["images"] = entries;
    return writeTextFile(folder / (version.prefix + manifestName), manifest.dump(1) + "\n");
}

} // namespace

Result<std::vector<fs::path>> writeSideFiles(const SynthesisSpec &spec, const fs::path &folder,
                                             const std::vector<VersionFolder> &versions,
                                             const std::vector<std::vector<ordered_json>> &entries,
                                             const std::map<std::string, std::string> &identities,
                                             DatasetJournal &journal)
{
    std::vector<fs::path> datasets;
    ordered_json root = manifestHead(spec, identities);
    for (std::size_t v = 0; v < versions.size(); ++v) {
        const std::string &prefix = versions[v].prefix;
        datasets.push_back(prefix.empty() ? folder : (folder / prefix).parent_path());
        if (auto written = writeVersion(spec, folder, versions[v], entries[v], identities, journal); !written)
            return failFrom(std::move(written));
        for (const std::string &file : filesOf(entries[v]))
            root["files"].push_back(prefix + file);
        root["files"].push_back(prefix + manifestName);
    }
    if (versions.size() == 1)
        return datasets;
    root["datasets"] = {"clean", "stained"};
    if (auto written = writeTextFile(folder / manifestName, root.dump(1) + "\n"); !written)
        return failFrom(std::move(written));
    return datasets;
}

} // namespace patina::synthesis
