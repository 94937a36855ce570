#include "core/base/read_file.h"
#include "core/base/sha256.h"
#include "core/base/strict_json.h"
#include "core/synthesis/dataset_folder.h"
#include "core/synthesis/scene.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace patina::synthesis {

namespace fs = std::filesystem;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

constexpr std::int64_t largestTextBytes = std::int64_t{1} << 30;
constexpr int samplePx = 128;

/// The specification without how many images there are: these do not change each other.
json withoutCounts(json spec)
{
    if (spec.is_object())
        spec.erase("counts");
    return spec;
}

std::optional<json> readJson(const fs::path &file)
{
    const auto text = readTextFile(file, largestTextBytes);
    if (!text)
        return std::nullopt;
    auto parsed = parseStrictJson(*text);
    if (!parsed || !parsed->is_object())
        return std::nullopt;
    return std::move(*parsed);
}

/// Entries of a finished data set, from the manifest of each version.
FinishedImages fromManifests(const fs::path &folder, const std::vector<VersionFolder> &versions)
{
    FinishedImages found;
    for (const VersionFolder &version : versions) {
        const auto text = readTextFile(folder / (version.prefix + manifestName), largestTextBytes);
        const ordered_json manifest = text ? ordered_json::parse(*text, nullptr, false) : ordered_json();
        if (!manifest.is_object() || !manifest.contains("images") || !manifest["images"].is_array())
            return {};
        for (const ordered_json &entry : manifest["images"])
            if (entry.is_object() && entry.contains("path") && entry["path"].is_string())
                found[fs::path(entry["path"].get<std::string>()).stem().string()].push_back(entry);
    }
    return found;
}

/// Entries of a run that was stopped; a last line that was cut off is left out.
FinishedImages fromJournal(const fs::path &folder)
{
    FinishedImages found;
    const auto text = readTextFile(folder / journalName, largestTextBytes);
    if (!text)
        return found;
    std::istringstream lines{std::string(*text)};
    for (std::string line; std::getline(lines, line);) {
        const ordered_json parsed = ordered_json::parse(line, nullptr, false);
        if (!parsed.is_object() || !parsed.contains("stem") || !parsed["stem"].is_string() ||
            !parsed.contains("entries") || !parsed["entries"].is_array())
            continue;
        found[parsed["stem"].get<std::string>()] = parsed["entries"].get<std::vector<ordered_json>>();
    }
    return found;
}

/// Whether a file that an entry names is the one planned and has the pixels that were written.
bool isWhole(const fs::path &folder, const std::string &prefix, const ordered_json &named,
             const std::set<std::string> &planned, const JobContext &context)
{
    if (!named.is_object() || !named.contains("path") || !named["path"].is_string() || !named.contains("sha256"))
        return false;
    const auto path = named["path"].get<std::string>();
    if (!planned.contains(path) || fs::is_symlink(fs::symlink_status(folder / (prefix + path))))
        return false;
    const auto sha256 = sha256OfFile(folder / (prefix + path), context);
    return sha256 && named["sha256"] == *sha256;
}

bool isWhole(const fs::path &folder, const std::vector<VersionFolder> &versions, const SynthesisSpec &spec,
             const PlannedImage &image, const std::vector<ordered_json> &entries, const JobContext &context)
{
    if (entries.size() != versions.size())
        return false;
    std::set<std::string> masks;
    if (!image.defectClass.empty())
        masks.insert(image.defectMaskPath());
    for (const std::string &impurity : spec.impurities)
        masks.insert(image.impurityMaskPath(impurity));
    for (std::size_t v = 0; v < versions.size(); ++v) {
        const ordered_json &entry = entries[v];
        if (!isWhole(folder, versions[v].prefix, entry, {image.path()}, context) || !entry.contains("masks") ||
            !entry["masks"].is_array())
            return false;
        for (const ordered_json &mask : entry["masks"])
            if (!mask.is_object() || !mask.contains("class") || !mask["class"].is_string() ||
                !isWhole(folder, versions[v].prefix, mask, masks, context))
                return false;
    }
    return true;
}

} // namespace

std::string generatorOf(const SynthesisSpec &spec, const std::vector<PlannedImage> &images,
                        const std::shared_ptr<const ExemplarImages> &exemplar)
{
    SynthesisSpec small = cutToSmallest(spec, exemplar);
    small.widthPx = std::min(samplePx, small.widthPx); // no larger than the images that it is to be like
    small.heightPx = std::min(samplePx, small.heightPx);
    Sha256 sha256;
    std::set<std::string> seen;
    for (const PlannedImage &image : images) {
        if (!seen.insert(image.defectClass + image.ambiguity).second)
            continue;
        const Scene scene = sceneOf(small, image, exemplar);
        const auto rendered = renderScene(scene, spec.version, {});
        for (const cv::Mat3b &pixels : {rendered->clean, rendered->stained})
            if (!pixels.empty())
                sha256.update({pixels.ptr(), pixels.total() * pixels.elemSize()});
    }
    return sha256.finish();
}

std::string journalLine(const std::string &stem, const std::vector<ordered_json> &entries)
{
    return ordered_json{{"stem", stem}, {"entries", entries}}.dump() + "\n";
}

Result<FinishedImages> finishedImages(const SynthesisSpec &spec, const std::vector<PlannedImage> &images,
                                      const fs::path &folder, const std::string &generator, const JobContext &context)
{
    const auto manifest = readJson(folder / manifestName);
    if (!manifest || manifest->value("format", json()) != manifestFormat ||
        manifest->value("generator", json()) != generator ||
        withoutCounts(manifest->value("spec", json())) != withoutCounts(json(toJson(spec))))
        return FinishedImages{};
    const std::vector<VersionFolder> versions = versionFolders(spec);
    const bool complete = manifest->value("complete", json()) == true;
    FinishedImages found = complete ? fromManifests(folder, versions) : fromJournal(folder);
    FinishedImages finished;
    for (const PlannedImage &image : images) {
        if (context.cancelled())
            return cancelledError();
        const auto entries = found.find(image.stem);
        if (entries != found.end() && isWhole(folder, versions, spec, image, entries->second, context))
            finished[image.stem] = std::move(entries->second);
    }
    return finished;
}

} // namespace patina::synthesis
