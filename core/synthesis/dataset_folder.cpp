#include "core/synthesis/dataset_folder.h"

#include "core/base/atomic_file.h"
#include "core/synthesis/dataset_resume.h"
#include "core/synthesis/scene.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <set>

namespace patina::synthesis {

namespace fs = std::filesystem;

namespace {

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
    for (const char *name : {labelsName, scaleName})
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
        fs::create_directories(path, error);
        if (error)
            return fail(ErrorCode::WriteFailed, fmt::format("cannot make the folder {}: {}; name another folder",
                                                            path.string(), error.message()));
    }
    return {};
}

std::set<std::string> filesOf(const NotedImage &image)
{
    std::set<std::string> files;
    for (std::size_t v = 0; v < image.entries.size(); ++v) {
        files.insert(image.folders[v] + image.entries[v]["path"].get<std::string>());
        for (const auto &mask : image.entries[v]["masks"])
            files.insert(image.folders[v] + mask["path"].get<std::string>());
    }
    return files;
}

std::string journalOf(const Notes &notes)
{
    std::string journal;
    for (const auto &[stem, image] : notes.images)
        journal += DatasetJournal::lineOf(stem, image);
    for (const auto &[file, sha256] : notes.sha256)
        if (!file.ends_with(".png"))
            journal += DatasetJournal::lineOf(file, sha256);
    return journal;
}

/// Those of an earlier run that do not stay.
std::vector<std::string> filesToRemove(const fs::path &folder, const EarlierRun &earlier,
                                       const std::map<std::string, NotedImage> &finished)
{
    std::set<std::string> kept{manifestName, DatasetJournal::name};
    for (const auto &[stem, image] : finished)
        kept.merge(filesOf(image));
    std::vector<std::string> removed;
    for (const std::string &file : earlier.files)
        if (!kept.contains(file) && isOwnFile(folder, file))
            removed.push_back(file);
    return removed;
}

/// Those of images that are still to be made, and those beside the images.
std::set<std::string> filesToWrite(const SynthesisSpec &spec, const std::vector<PlannedImage> &images,
                                   const std::map<std::string, NotedImage> &finished)
{
    std::vector<PlannedImage> open;
    std::ranges::copy_if(images, std::back_inserter(open),
                         [&](const PlannedImage &image) { return !finished.contains(image.stem); });
    std::vector<std::string> files;
    for (const VersionFolder &version : versionFolders(spec))
        addVersionFiles(spec, open, version, files);
    return {files.begin(), files.end()};
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

/// Of a run that was killed: halves of files, which nobody will ask for again. Where images lie, and nowhere else.
void removeTemporaries(const fs::path &folder, const std::vector<std::string> &files)
{
    std::set<fs::path> folders;
    for (const fs::path file : files)
        if (file.extension() == ".png" && file.has_parent_path() && isPlainFolder(folder, file.parent_path()))
            folders.insert(folder / file.parent_path());
    for (const fs::path &of : folders) {
        std::vector<fs::path> left;
        std::error_code error;
        for (fs::directory_iterator entry(of, error); !error && entry != fs::directory_iterator();
             entry.increment(error))
            if (AtomicFile::isTemporaryName(entry->path().filename().string()) &&
                fs::is_regular_file(entry->symlink_status()))
                left.push_back(entry->path());
        for (const fs::path &file : left)
            fs::remove(file, error);
    }
}

} // namespace

std::vector<PlannedImage> planImages(const SynthesisSpec &spec)
{
    std::vector<PlannedImage> images;
    const auto add = [&](const std::string &split, const std::string &stem, const std::string &defectClass, int count) {
        for (int i = 0; i < count; ++i)
            images.push_back(
                {split, fmt::format("{}_{:04}", stem, i), defectClass, {}, imageSeedOf(spec.seed, split, i), i});
    };
    add("train/good", "train", "", spec.counts.train);
    add(std::string(validationSplit), "validation", "", spec.counts.validation);
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

int photoNumberOf(const SynthesisSpec &spec, const PlannedImage &image)
{
    if (image.split != validationSplit)
        return image.number;
    const SynthesisCounts &counts = spec.counts;
    return std::max({counts.testGood, spec.defects.empty() ? 0 : counts.testDefect, counts.testAmbiguous}) +
           image.number;
}

Scene sceneOf(const SynthesisSpec &spec, const PlannedImage &image,
              const std::shared_ptr<const ExemplarImages> &exemplar)
{
    ExemplarDraw draw(exemplar);
    if (exemplar != nullptr && exemplar->base == ExemplarBase::Photo)
        draw.index = photoOf(spec.seed, image.split, photoNumberOf(spec, image), exemplar->paths.size());
    return image.ambiguity.empty() ? createScene(spec, image.seed, image.defectClass, draw)
                                   : createAmbiguousScene(spec, image.seed, image.ambiguity, draw);
}

std::vector<VersionFolder> versionFolders(const SynthesisSpec &spec)
{
    if (spec.version == SynthesisVersion::Both)
        return {{SynthesisVersion::Clean, "clean/"}, {SynthesisVersion::Stained, "stained/"}};
    return {{spec.version, ""}};
}

Result<void> prepareFolder(const SynthesisSpec &spec, const std::vector<PlannedImage> &images, const fs::path &folder,
                           const EarlierRun &earlier, const std::map<std::string, NotedImage> &finished,
                           const std::map<std::string, std::string> &identities, const JobContext &context)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::WriteFailed,
                    fmt::format("cannot make the folder {}; name one that can be written to", folder.string()));
    std::vector<std::string> planned;
    for (const VersionFolder &version : versionFolders(spec))
        addVersionFiles(spec, images, version, planned);
    const std::vector<std::string> removed = filesToRemove(folder, earlier, finished);
    std::set<std::string> lost = filesToWrite(spec, images, finished);
    lost.insert(removed.begin(), removed.end());
    // First the claim, then the work: whatever happens later, the next run knows what is ours.
    std::set<std::string> owned(planned.begin(), planned.end());
    owned.insert(earlier.files.begin(), earlier.files.end());
    owned.insert(DatasetJournal::name);
    nlohmann::ordered_json manifest{{"format", manifestFormat}, {"formatVersion", manifestFormatVersion},
                                    {"complete", false},        {"generator", identities},
                                    {"spec", toJson(spec)},     {"files", owned}};
    return checkOwn(folder, lost, earlier.notes, context)
        .and_then([&] { return writeTextFile(folder / DatasetJournal::name, journalOf(earlier.notes)); })
        .and_then([&] { return writeTextFile(folder / manifestName, manifest.dump(1) + "\n"); })
        .and_then([&] {
            removeTemporaries(folder, earlier.files);
            return removeFiles(folder, removed);
        })
        .and_then([&] {
            return writeTextFile(folder / DatasetJournal::name, journalOf({finished, {}}));
        })
        .and_then([&] { return makeFolders(folder, planned); });
}

} // namespace patina::synthesis
