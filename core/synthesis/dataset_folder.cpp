#include "core/synthesis/dataset_folder.h"

#include "core/base/atomic_file.h"
#include "core/base/read_file.h"
#include "core/base/strict_json.h"
#include "core/synthesis/scene.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>

namespace patina::synthesis {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t largestManifestBytes = std::int64_t{1} << 30;

/// A path of an old manifest is not trusted: only plain files below the folder, reached without links, are ours.
bool isOwnFile(const fs::path &folder, const std::string &relative)
{
    const fs::path path(relative);
    if (path.empty() || path.is_absolute())
        return false;
    fs::path walked = folder;
    std::error_code error;
    for (const fs::path &part : path) {
        if (part == ".." || part == "." || part.empty())
            return false;
        walked /= part;
        if (fs::is_symlink(fs::symlink_status(walked, error)))
            return false;
    }
    return fs::is_regular_file(fs::symlink_status(walked, error));
}

tl::unexpected<Error> foreignFolder(const fs::path &folder)
{
    return fail(
        ErrorCode::BadArgument,
        fmt::format(
            "the folder {} is not empty and no synthetic data set of an earlier run; name an empty or new folder",
            folder.string()));
}

/// Files an earlier run may have written; an error where the folder holds something else.
Result<std::vector<std::string>> filesOfEarlierRun(const fs::path &folder)
{
    std::error_code error;
    const bool empty = fs::is_empty(folder, error);
    if (error)
        return fail(ErrorCode::WriteFailed,
                    fmt::format("the folder {} cannot be read: {}", folder.string(), error.message()));
    if (empty)
        return std::vector<std::string>{};
    const auto text = readTextFile(folder / manifestName, largestManifestBytes);
    if (!text)
        return foreignFolder(folder);
    const auto json = parseStrictJson(*text);
    if (!json || !json->is_object() || json->value("format", nlohmann::json()) != manifestFormat)
        return foreignFolder(folder);
    std::vector<std::string> files;
    if (const auto listed = json->find("files"); listed != json->end() && listed->is_array())
        for (const nlohmann::json &file : *listed)
            if (file.is_string())
                files.push_back(file.get<std::string>());
    return files;
}

void addVersionFiles(const SynthesisSpec &spec, const std::vector<PlannedImage> &images, const VersionFolder &version,
                     std::vector<std::string> &files)
{
    for (const PlannedImage &image : images) {
        files.push_back(version.prefix + image.path());
        if (!image.defectClass.empty())
            files.push_back(version.prefix + image.defectMaskPath());
        if (version.version != SynthesisVersion::Clean)
            for (const std::string &impurity : spec.impurities)
                files.push_back(version.prefix + image.impurityMaskPath(impurity));
    }
    for (const char *name : {"labels.json", "scale.json"})
        files.push_back(version.prefix + name);
    if (!version.prefix.empty())
        files.push_back(version.prefix + manifestName);
}

Result<void> makeFolders(const fs::path &folder, const std::vector<std::string> &files)
{
    std::set<fs::path> folders;
    for (const std::string &file : files)
        folders.insert((folder / file).parent_path());
    for (const fs::path &path : folders) {
        std::error_code error;
        for (fs::path part = path; part != folder && part.has_relative_path(); part = part.parent_path())
            if (fs::is_symlink(fs::symlink_status(part, error)))
                return fail(ErrorCode::BadArgument,
                            fmt::format("{} is a link: what lies behind it would be overwritten; name another folder",
                                        part.string()));
        fs::create_directories(path, error);
        if (error)
            return fail(ErrorCode::WriteFailed, fmt::format("cannot make the folder {}: {}; name another folder",
                                                            path.string(), error.message()));
    }
    return {};
}

std::set<std::string> filesOf(const SynthesisSpec &spec, const FinishedImages &finished)
{
    std::set<std::string> files;
    const std::vector<VersionFolder> versions = versionFolders(spec);
    for (const auto &[stem, entries] : finished)
        for (std::size_t v = 0; v < versions.size(); ++v) {
            files.insert(versions[v].prefix + entries[v]["path"].get<std::string>());
            for (const auto &mask : entries[v]["masks"])
                files.insert(versions[v].prefix + mask["path"].get<std::string>());
        }
    return files;
}

/// Removes files, then the folders that are empty without them.
Result<void> removeFiles(const fs::path &folder, const std::vector<std::string> &files)
{
    std::set<fs::path, std::greater<>> folders; // deeper ones first
    for (const std::string &file : files) {
        if (!isOwnFile(folder, file))
            continue;
        std::error_code error;
        fs::remove(folder / file, error);
        if (error)
            return fail(ErrorCode::WriteFailed,
                        fmt::format("cannot remove {} of the earlier run: {}; name another folder",
                                    (folder / file).string(), error.message()));
        for (fs::path parent = fs::path(file).parent_path(); !parent.empty(); parent = parent.parent_path())
            folders.insert(parent);
    }
    for (const fs::path &path : folders) {
        std::error_code ignored;
        fs::remove(folder / path, ignored); // fails where something of the user's is inside: it stays
    }
    return {};
}

} // namespace

std::vector<PlannedImage> planImages(const SynthesisSpec &spec)
{
    std::vector<PlannedImage> images;
    const auto add = [&](const std::string &split, const std::string &stem, const std::string &defectClass, int count) {
        for (int i = 0; i < count; ++i)
            images.push_back(
                {split, fmt::format("{}_{:04}", stem, i), defectClass, {}, imageSeedOf(spec.seed, split, i)});
    };
    add("train/good", "train", "", spec.counts.train);
    add("validation/good", "validation", "", spec.counts.validation);
    add("test/good", "good", "", spec.counts.testGood);
    for (const std::string &defect : spec.defects)
        add("test/" + defect, defect, defect, spec.counts.testDefect);
    const std::size_t first = images.size();
    const std::string ambiguous(ambiguousClass);
    add("test/" + ambiguous, ambiguous, ambiguous, spec.counts.testAmbiguous);
    for (std::size_t i = first; i < images.size(); ++i)
        images[i].ambiguity = spec.ambiguous[(i - first) % spec.ambiguous.size()];
    return images;
}

Scene sceneOf(const SynthesisSpec &spec, const PlannedImage &image,
              const std::shared_ptr<const ExemplarImages> &exemplar)
{
    return image.ambiguity.empty() ? createScene(spec, image.seed, image.defectClass, exemplar)
                                   : createAmbiguousScene(spec, image.seed, image.ambiguity, exemplar);
}

std::vector<VersionFolder> versionFolders(const SynthesisSpec &spec)
{
    if (spec.version == SynthesisVersion::Both)
        return {{SynthesisVersion::Clean, "clean/"}, {SynthesisVersion::Stained, "stained/"}};
    return {{spec.version, ""}};
}

Result<void> prepareFolder(const SynthesisSpec &spec, const std::vector<PlannedImage> &images, const fs::path &folder,
                           const FinishedImages &finished, const std::string &generator)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::WriteFailed,
                    fmt::format("cannot make the folder {}; name one that can be written to", folder.string()));
    auto earlier = filesOfEarlierRun(folder);
    if (!earlier)
        return failFrom(std::move(earlier));
    std::vector<std::string> files;
    for (const VersionFolder &version : versionFolders(spec))
        addVersionFiles(spec, images, version, files);
    std::set<std::string> owned(files.begin(), files.end());
    owned.insert(earlier->begin(), earlier->end());
    // First the claim, then the work: whatever happens later, the next run knows what is ours.
    nlohmann::ordered_json manifest{
        {"format", manifestFormat}, {"formatVersion", manifestFormatVersion}, {"complete", false}};
    manifest["generator"] = generator;
    manifest["spec"] = toJson(spec);
    owned.insert(journalName);
    manifest["files"] = owned;
    const std::set<std::string> kept = filesOf(spec, finished);
    std::erase_if(*earlier, [&](const std::string &file) { return kept.contains(file); });
    std::string journal;
    for (const auto &[stem, entries] : finished)
        journal += journalLine(stem, entries);
    return writeTextFile(folder / manifestName, manifest.dump(1) + "\n")
        .and_then([&] { return removeFiles(folder, *earlier); })
        .and_then([&] { return writeTextFile(folder / journalName, journal); })
        .and_then([&] { return makeFolders(folder, files); });
}

} // namespace patina::synthesis
