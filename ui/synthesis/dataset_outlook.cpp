#include "ui/synthesis/dataset_outlook.h"

#include "core/synthesis/catalogue.h"
#include "core/synthesis/dataset_identity.h"
#include "core/synthesis/dataset_journal.h"
#include "core/synthesis/dataset_lock.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace patina {

namespace {

namespace fs = std::filesystem;

constexpr int kMostFoldersAbove = 3;   ///< of an image to its data set: test/scratch of stained
constexpr double kSecondVersion = 0.6; ///< of the time of the first: surface and defects are shared

using nlohmann::json;

/// The beginning of a file says whether it is a manifest: another one is not read on.
bool isManifest(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 512> head{};
    stream.read(head.data(), head.size());
    const std::string_view text(head.data(), static_cast<std::size_t>(stream.gcount()));
    return text.find(synthesis::manifestFormat) != std::string_view::npos;
}

/// Without its images, which can have many megabytes; no object: it cannot be read.
json readManifest(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    const auto keep = [](int depth, json::parse_event_t event, json &value) {
        return !(event == json::parse_event_t::key && depth == 1 && value == "images");
    };
    return json::parse(stream, keep, false);
}

/// The specification without how many images there are and of which kinds.
json withoutKinds(json spec)
{
    if (spec.is_object())
        for (const char *name : {"counts", "defects", "ambiguous"})
            spec.erase(name);
    return spec;
}

using Identities = std::map<std::string, std::string>;

/// Of what an earlier run has made, by kind of images.
Identities identitiesIn(const json &manifest)
{
    Identities identities;
    const json named = manifest.value("generator", json());
    if (named.is_object())
        for (const auto &[kind, identity] : named.items())
            if (identity.is_string())
                identities[kind] = identity.get<std::string>();
    return identities;
}

/// Empty where nothing can be written: the images that it is to be like are gone or damaged.
Identities identitiesOf(const SynthesisSpec &spec, const std::vector<synthesis::PlannedImage> &images,
                        const JobContext &context)
{
    synthesis::ExemplarPtr exemplar;
    if (spec.surface == "exemplar") {
        auto loaded = synthesis::loadExemplar(spec.exemplar, {spec.widthPx, spec.heightPx}, context, spec.bitDepth);
        if (!loaded)
            return {};
        exemplar = std::move(*loaded);
    }
    return synthesis::identitiesOf(spec, images, exemplar).value_or(Identities());
}

DatasetOutlook::Origin originOf(const json &manifest, const SynthesisSpec &spec, const Identities &wanted)
{
    const Identities known = identitiesIn(manifest);
    const bool same =
        manifest.value("generator", json()).is_object() && std::ranges::all_of(wanted, [&](const auto &kind) {
            const auto found = known.find(kind.first);
            return found == known.end() || found->second == kind.second;
        });
    if (same)
        return DatasetOutlook::Origin::Same;
    return withoutKinds(manifest.value("spec", json())) != withoutKinds(json(toJson(spec)))
               ? DatasetOutlook::Origin::OtherSpec
               : DatasetOutlook::Origin::OtherProgram;
}

/// Identities of the images of a run that was stopped, by stem; a last line that was cut off is left out.
Identities identitiesOfJournal(const fs::path &file)
{
    constexpr std::string_view begin = R"({"stem":")";
    constexpr std::string_view next = R"(","identity":")";
    Identities identities;
    std::ifstream stream(file, std::ios::binary);
    for (std::string line; std::getline(stream, line);) {
        const auto end = line.find(next, begin.size());
        const auto last = end == std::string::npos ? end : line.find('"', end + next.size());
        if (line.starts_with(begin) && line.ends_with('}') && last != std::string::npos)
            identities[line.substr(begin.size(), end - begin.size())] =
                line.substr(end + next.size(), last - end - next.size());
    }
    return identities;
}

/// Files of images that stay when `spec` is written, whatever else is there.
std::set<std::string> filesThatStay(const fs::path &folder, const SynthesisSpec &spec,
                                    const std::vector<synthesis::PlannedImage> &images, const Identities &wanted,
                                    const std::optional<Identities> &finished)
{
    const Identities noted = finished ? *finished : identitiesOfJournal(folder / synthesis::DatasetJournal::name);
    std::set<std::string> files;
    for (const synthesis::VersionFolder &version : synthesis::versionFolders(spec))
        for (const synthesis::PlannedImage &image : images) {
            const std::string kind = synthesis::kindOf(image);
            const auto known = noted.find(finished ? kind : image.stem);
            const auto want = wanted.find(kind);
            if (known != noted.end() && (want == wanted.end() || want->second == known->second))
                files.insert(version.prefix + image.path());
        }
    return files;
}

bool isImage(const std::string &file)
{
    return file.ends_with(".png") && file.find("ground_truth/") == std::string::npos &&
           file.find("impurity/") == std::string::npos;
}

/// What there is of an earlier run, and what becomes of it.
void lookAtEarlier(const fs::path &folder, const SynthesisSpec &spec, const JobContext &context,
                   DatasetOutlook &outlook)
{
    const json manifest = readManifest(folder / synthesis::manifestName);
    if (!manifest.is_object()) {
        outlook.kind = DatasetOutlook::Kind::Foreign;
        return;
    }
    const bool finished = manifest.value("complete", json()) == true;
    outlook.kind = finished ? DatasetOutlook::Kind::Finished : DatasetOutlook::Kind::Unfinished;
    const bool valid = validate(spec).has_value();
    const auto images = valid ? synthesis::planImages(spec) : std::vector<synthesis::PlannedImage>();
    const Identities wanted = valid ? identitiesOf(spec, images, context) : Identities();
    outlook.origin = valid ? originOf(manifest, spec, wanted) : DatasetOutlook::Origin::OtherSpec;
    const auto stay =
        filesThatStay(folder, spec, images, wanted, finished ? std::optional(identitiesIn(manifest)) : std::nullopt);
    const json files = manifest.value("files", json::array());
    for (const json &file : files) {
        if (context.cancelled())
            return;
        std::error_code error;
        if (!file.is_string() || !isImage(file.get<std::string>()) ||
            !fs::is_regular_file(folder / file.get<std::string>(), error))
            continue;
        ++(stay.contains(file.get<std::string>()) ? outlook.kept : outlook.lost);
    }
}

void lookInto(const fs::path &folder, const SynthesisSpec &spec, const JobContext &context, DatasetOutlook &outlook)
{
    if (synthesis::isFreeFolder(folder))
        outlook.kind = DatasetOutlook::Kind::Free;
    else if (!isManifest(folder / synthesis::manifestName))
        outlook.kind = DatasetOutlook::Kind::Foreign;
    else
        lookAtEarlier(folder, spec, context, outlook);
}

} // namespace

Result<DatasetOutlook> datasetOutlook(const fs::path &folder, const SynthesisSpec &spec, const JobContext &context)
{
    std::error_code error;
    fs::path there = fs::absolute(folder, error);
    const bool exists = fs::exists(there, error);
    while (!fs::exists(there, error) && there.has_relative_path())
        there = there.parent_path();
    if (context.cancelled())
        return cancelledError();
    DatasetOutlook outlook;
    const fs::space_info space = fs::space(there, error);
    outlook.freeBytes = error ? 0 : static_cast<std::int64_t>(space.available);
    if (!fs::is_directory(there, error))
        outlook.kind = DatasetOutlook::Kind::NoFolder;
    else if (::access(there.c_str(), W_OK | X_OK) != 0)
        outlook.kind = DatasetOutlook::Kind::NotWritable;
    else if (exists)
        lookInto(there, spec, context, outlook);
    if (context.cancelled())
        return cancelledError();
    return outlook;
}

bool isMade(const fs::path &image)
{
    fs::path folder = image.parent_path();
    for (int i = 0; i < kMostFoldersAbove; ++i, folder = folder.parent_path())
        if (isManifest(folder / synthesis::manifestName))
            return true;
    return false;
}

std::int64_t imageFilesOf(const SynthesisSpec &spec)
{
    const SynthesisCounts &counts = spec.counts;
    const std::int64_t images = std::int64_t{counts.train} + counts.validation + counts.testGood +
                                static_cast<std::int64_t>(spec.defects.size()) * counts.testDefect +
                                counts.testAmbiguous;
    return images * (spec.version == SynthesisVersion::Both ? 2 : 1);
}

namespace {

/// Of files, against those of 8 bits, which the pace is of: noise takes most of it and has no pattern (measured on
/// brushed, milled and cast surfaces: 2.2 to 2.3, 2.2 to 3.2, 2.7 to 3.9, 2.8 to 4.4).
double sizeOf(int bitDepth)
{
    switch (bitDepth) {
    case 8:
        return 1.0;
    case 10:
        return 2.3;
    case 12:
        return 3.1;
    default:
        return bitDepth == 14 ? 3.8 : 4.3;
    }
}

} // namespace

DatasetForecast forecastOf(const SynthesisSpec &spec, const SynthesisPace &pace)
{
    const double files = static_cast<double>(imageFilesOf(spec));
    const double pixels = files * spec.widthPx * spec.heightPx;
    const bool both = spec.version == SynthesisVersion::Both;
    const double rendered = both ? pixels * (1.0 + kSecondVersion) / 2.0 : pixels;
    const double seconds = rendered / pace.renderedPxPerS + pixels * sizeOf(spec.bitDepth) / pace.encodedPxPerS;
    const double fileBytes = pixels * pace.bytesPerPx * sizeOf(spec.bitDepth);
    return {static_cast<std::int64_t>(fileBytes), static_cast<std::int64_t>(1000.0 * seconds)};
}

} // namespace patina
