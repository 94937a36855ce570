#include "core/synthesis/dataset_resume.h"

#include "core/base/sha256.h"
#include "core/synthesis/dataset_identity.h"
#include "core/synthesis/dataset_lock.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

namespace patina::synthesis {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

namespace {

/// No object where there is none of ours.
ordered_json readManifest(const fs::path &file)
{
    std::error_code error;
    if (!fs::is_regular_file(file, error)) // a pipe would be waited for
        return {};
    std::ifstream stream(file, std::ios::binary);
    ordered_json manifest = ordered_json::parse(stream, nullptr, false);
    const bool ours = manifest.is_object() && manifest.value("format", ordered_json()) == manifestFormat;
    return ours ? manifest : ordered_json();
}

/// By its beginning.
bool isManifest(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 512> head{};
    stream.read(head.data(), head.size());
    return std::string_view(head.data(), static_cast<std::size_t>(stream.gcount())).find(manifestFormat) !=
           std::string_view::npos;
}

std::string textOf(const ordered_json &object, const std::string &name)
{
    return object.is_object() && object.contains(name) && object[name].is_string() ? object[name].get<std::string>()
                                                                                   : std::string();
}

/// Manifests of before had no SHA-256 of these: then what is there is taken for ours.
void noteSideFiles(const fs::path &folder, const std::string &prefix, const ordered_json &manifest, Notes &notes)
{
    for (const char *name : {labelsName, scaleName}) {
        std::string sha256 = textOf(manifest.value("sideFiles", ordered_json()), name);
        if (!manifest.contains("sideFiles"))
            sha256 = sha256OfFile(folder / (prefix + name)).value_or("");
        notes.sha256[prefix + name] = sha256;
    }
}

/// Images that only one version's manifest has are noted, too: their files are ours.
Notes notesOfManifests(const fs::path &folder, const ordered_json &root)
{
    std::vector<std::string> prefixes;
    for (const ordered_json &name : root.value("datasets", ordered_json::array()))
        if (name == "clean" || name == "stained")
            prefixes.push_back(name.get<std::string>() + "/");
    if (prefixes.empty())
        prefixes.emplace_back();
    Notes notes;
    std::map<std::string, NotedImage> images;
    for (const std::string &prefix : prefixes) {
        const ordered_json manifest = prefix.empty() ? root : readManifest(folder / (prefix + manifestName));
        if (!manifest.is_object())
            continue;
        noteSideFiles(folder, prefix, manifest, notes);
        for (const ordered_json &entry : manifest.value("images", ordered_json::array())) {
            NotedImage &image = images[fs::path(textOf(entry, "path")).stem().string()];
            image.identity = textOf(root.value("generator", ordered_json()), kindOf(entry));
            image.folders.push_back(prefix);
            image.entries.push_back(entry);
        }
    }
    for (auto &[stem, image] : images)
        notes.add(stem, std::move(image));
    return notes;
}

/// Whether a file that an entry names is one that is planned and has the pixels that were written.
bool isWhole(const fs::path &folder, const std::string &prefix, const ordered_json &named,
             const std::set<std::string> &planned, const JobContext &context)
{
    const auto path = named["path"].get<std::string>();
    if (!planned.contains(path) || fs::is_symlink(fs::symlink_status(folder / (prefix + path))))
        return false;
    const auto sha256 = sha256OfFile(folder / (prefix + path), context);
    return sha256 && named["sha256"] == *sha256;
}

bool isWhole(const fs::path &folder, const std::vector<VersionFolder> &versions, const SynthesisSpec &spec,
             const PlannedImage &image, const NotedImage &noted, const JobContext &context)
{
    if (!std::ranges::equal(noted.folders, versions, {}, {}, &VersionFolder::prefix))
        return false;
    std::set<std::string> masks;
    if (!image.defectClass.empty())
        masks.insert(image.defectMaskPath());
    for (const std::string &impurity : spec.impurities)
        masks.insert(image.impurityMaskPath(impurity));
    for (std::size_t v = 0; v < versions.size(); ++v) {
        const ordered_json &entry = noted.entries[v];
        if (!isWhole(folder, versions[v].prefix, entry, {image.path()}, context))
            return false;
        for (const ordered_json &mask : entry["masks"])
            if (!isWhole(folder, versions[v].prefix, mask, masks, context))
                return false;
    }
    return true;
}

Result<void> checkNoLinks(const fs::path &folder, const std::set<std::string> &files)
{
    std::set<fs::path> folders;
    for (const std::string &file : files)
        for (fs::path part = fs::path(file).parent_path(); !part.empty(); part = part.parent_path())
            folders.insert(part);
    for (const fs::path &part : folders) {
        std::error_code error;
        if (fs::is_symlink(fs::symlink_status(folder / part, error)))
            return fail(ErrorCode::BadArgument,
                        fmt::format("{} is a link: what lies behind it would be overwritten; name another folder",
                                    (folder / part).string()));
    }
    return {};
}

bool isOwn(const fs::path &folder, const std::string &file, const Notes &notes, const JobContext &context)
{
    std::error_code error;
    if (fs::symlink_status(folder / file, error).type() != fs::file_type::regular)
        return false;
    if (fs::path(file).filename() == manifestName && isManifest(folder / file))
        return true;
    const auto noted = notes.sha256.find(file);
    return noted != notes.sha256.end() && sha256OfFile(folder / file, context).value_or("") == noted->second;
}

} // namespace

tl::unexpected<Error> foreignFolder(const fs::path &folder)
{
    return fail(
        ErrorCode::BadArgument,
        fmt::format(
            "the folder {} is not empty and no synthetic data set of an earlier run; name an empty or new folder",
            folder.string()));
}

namespace {

/// What lies there; none where a link or ".." is on the way.
fs::file_type typeBelow(const fs::path &folder, const fs::path &path)
{
    if (path.empty() || path.is_absolute())
        return fs::file_type::none;
    fs::path walked = folder;
    std::error_code error;
    for (const fs::path &part : path) {
        if (part == ".." || part == "." || part.empty())
            return fs::file_type::none;
        walked /= part;
        if (fs::is_symlink(fs::symlink_status(walked, error)))
            return fs::file_type::none;
    }
    return fs::symlink_status(walked, error).type();
}

} // namespace

bool isPlainFolder(const fs::path &folder, const fs::path &relative)
{
    return typeBelow(folder, relative) == fs::file_type::directory;
}

bool isOwnFile(const fs::path &folder, const std::string &relative)
{
    return typeBelow(folder, relative) == fs::file_type::regular;
}

Result<EarlierRun> readEarlierRun(const fs::path &folder)
{
    std::error_code error;
    if (!fs::exists(folder, error) && !error)
        return EarlierRun{};
    const fs::directory_iterator readable(folder, error);
    if (error)
        return fail(ErrorCode::WriteFailed,
                    fmt::format("the folder {} cannot be read: {}", folder.string(), error.message()));
    if (isFreeFolder(folder))
        return EarlierRun{};
    const ordered_json manifest = readManifest(folder / manifestName);
    if (!manifest.is_object())
        return foreignFolder(folder);
    EarlierRun earlier;
    earlier.complete = manifest.value("complete", ordered_json()) == true;
    for (const ordered_json &file : manifest.value("files", ordered_json::array()))
        if (file.is_string())
            earlier.files.push_back(file.get<std::string>());
    earlier.notes = earlier.complete ? notesOfManifests(folder, manifest) : DatasetJournal::read(folder);
    return earlier;
}

Result<std::map<std::string, NotedImage>>
finishedImages(const SynthesisSpec &spec, const std::vector<PlannedImage> &images, const fs::path &folder,
               const Notes &notes, const std::map<std::string, std::string> &identities, const JobContext &context)
{
    const std::vector<VersionFolder> versions = versionFolders(spec);
    std::map<std::string, NotedImage> finished;
    for (const PlannedImage &image : images) {
        if (context.cancelled())
            return cancelledError();
        const auto noted = notes.images.find(image.stem);
        if (noted != notes.images.end() && noted->second.identity == identities.at(kindOf(image)) &&
            isWhole(folder, versions, spec, image, noted->second, context))
            finished[image.stem] = noted->second;
    }
    return finished;
}

Result<void> checkOwn(const fs::path &folder, const std::set<std::string> &files, const Notes &notes,
                      const JobContext &context)
{
    if (auto plain = checkNoLinks(folder, files); !plain)
        return plain;
    // Manifests first: without one nothing of its version is known.
    std::vector<std::string> ordered(files.begin(), files.end());
    std::ranges::stable_partition(ordered, [](const std::string &file) { return file.ends_with(manifestName); });
    for (const std::string &file : ordered) {
        if (context.cancelled())
            return cancelledError();
        std::error_code error;
        const auto type = fs::symlink_status(folder / file, error).type();
        if (type == fs::file_type::not_found || type == fs::file_type::none || isOwn(folder, file, notes, context))
            continue;
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} is not as an earlier run has written it, and would be lost: move it away, or name "
                                "another folder",
                                (folder / file).string()));
    }
    return {};
}

} // namespace patina::synthesis
