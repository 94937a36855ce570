#include "core/pipeline/checkpoint.h"

#include "core/base/safetensors.h"
#include "core/base/sha256.h"
#include "core/base/strict_json.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/row_tensors.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace patina {

namespace {

constexpr const char *fileName = "checkpoint.safetensors";
constexpr const char *folderName = "patina-run"; ///< of our own: what is left unfinished in it is ours
constexpr const char *progressKey = "progress";
constexpr const char *infoKey = "patina";
constexpr const char *hashKey = "sha256";
constexpr int formatVersion = 2;
constexpr std::int64_t largestBlockBytes = std::int64_t{1} << 30;
constexpr std::int64_t mostCoveragePatches = 1'000'000;

void addState(const CoresetState &state, const std::string &name, TensorArchive &archive)
{
    archive.tensors[name + ".rows"] = matrixTensor(state.rows);
    archive.tensors[name + ".origins"] = originsTensor(state.origins);
    archive.tensors[name + ".numbers"] = longTensor(state.numbers);
}

Result<CoresetState> stateOf(const TensorReader &reader, const std::string &name, std::span<const std::int64_t> images)
{
    auto rows = reader.matrix(name + ".rows");
    if (!rows)
        return failFrom(std::move(rows));
    auto origins = reader.origins(name + ".origins", rows->rows(), images);
    if (!origins)
        return failFrom(std::move(origins));
    auto numbers = reader.longs(name + ".numbers");
    if (!numbers)
        return failFrom(std::move(numbers));
    return CoresetState{std::move(*rows), std::move(*origins), std::move(*numbers)};
}

std::string contentHash(const TensorArchive &archive)
{
    const std::string text =
        tensorsSha256(archive) + "\n" + archive.metadata.at(progressKey) + "\n" + archive.metadata.at(infoKey);
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

/// The first setting that differs, as "bank size 10000 there, 5000 here".
std::string difference(const nlohmann::json &there, const std::map<std::string, std::string> &here)
{
    for (const auto &[name, value] : here) {
        const auto found = there.find(name);
        const std::string other = found != there.end() && found->is_string() ? found->get<std::string>() : "nothing";
        if (other != value)
            return fmt::format("{} {} there, {} here", name, other, value);
    }
    return there.size() == here.size() ? std::string() : "other settings there";
}

std::optional<WorkingPlan> planOf(const nlohmann::json &object)
{
    if (!object.is_object())
        return std::nullopt;
    const auto field = [&](const char *name) { return object.value(name, nlohmann::json()); };
    if (!field("blockBytes").is_number_integer() || !field("workingFactor").is_number() ||
        !field("coveragePatches").is_number_integer())
        return std::nullopt;
    const WorkingPlan plan{object["blockBytes"].get<std::int64_t>(), object["workingFactor"].get<double>(),
                           object["coveragePatches"].get<std::int64_t>()};
    const bool sound = plan.blockBytes >= 1 && plan.blockBytes <= largestBlockBytes && plan.coveragePatches >= 1 &&
                       plan.coveragePatches <= mostCoveragePatches;
    return sound ? std::optional(plan) : std::nullopt;
}

Result<Checkpoint> checkpointOf(const TensorArchive &archive, const std::map<std::string, std::string> &settings)
{
    for (const char *key : {progressKey, infoKey, hashKey})
        if (!archive.metadata.contains(key))
            return fail(ErrorCode::BadFormat, "not a checkpoint of a training run");
    const auto parsed = parseStrictJson(archive.metadata.at(progressKey));
    const nlohmann::json progress = parsed ? *parsed : nlohmann::json();
    if (!progress.is_object() || !progress.value("version", nlohmann::json()).is_number_integer())
        return fail(ErrorCode::BadFormat, "the checkpoint's description is damaged");
    if (progress["version"].get<std::int64_t>() != formatVersion)
        return fail(ErrorCode::VersionMismatch, fmt::format("the checkpoint has version {}, this program reads {}",
                                                            progress["version"].dump(), formatVersion));
    if (contentHash(archive) != archive.metadata.at(hashKey))
        return fail(ErrorCode::Corrupt, "the checkpoint is damaged: its contents do not match its SHA-256");
    const auto next = progress.value("nextImage", nlohmann::json());
    const auto there = progress.value("settings", nlohmann::json());
    const auto plan = planOf(progress.value("plan", nlohmann::json()));
    if (!next.is_number_integer() || next.get<std::int64_t>() < 0 || !there.is_object() || !plan)
        return fail(ErrorCode::BadFormat, "the checkpoint's description is damaged");
    if (const std::string other = difference(there, settings); !other.empty())
        return fail(ErrorCode::VersionMismatch, fmt::format("the checkpoint is of another run: {}", other));

    auto info = modelInfoFromJson(archive.metadata.at(infoKey));
    if (!info)
        return failFrom(std::move(info));
    Checkpoint checkpoint;
    checkpoint.settings = settings;
    checkpoint.plan = *plan;
    checkpoint.nextImage = next.get<std::int64_t>();
    checkpoint.info = std::move(*info);
    const TensorReader reader(archive, "checkpoint");
    const std::vector<std::int64_t> images = versionEnds(checkpoint.info);
    auto builder = stateOf(reader, "builder", images);
    if (!builder)
        return failFrom(std::move(builder));
    auto coverage = stateOf(reader, "coverage", images);
    if (!coverage)
        return failFrom(std::move(coverage));
    checkpoint.builder = std::move(*builder);
    checkpoint.coverage = std::move(*coverage);
    if (archive.tensors.contains("drawn.rows")) {
        auto drawn = stateOf(reader, "drawn", images);
        if (!drawn)
            return failFrom(std::move(drawn));
        checkpoint.drawn = std::move(*drawn);
    }
    return checkpoint;
}

} // namespace

std::filesystem::path checkpointFile(const std::filesystem::path &folder)
{
    return folder / folderName / fileName;
}

Result<void> saveCheckpoint(const Checkpoint &checkpoint, const std::filesystem::path &folder)
{
    std::error_code ec;
    std::filesystem::create_directories(folder / folderName, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", folder.string(), ec.message()));
    TensorArchive archive;
    addState(checkpoint.builder, "builder", archive);
    addState(checkpoint.coverage, "coverage", archive);
    if (checkpoint.drawn)
        addState(*checkpoint.drawn, "drawn", archive);
    const nlohmann::json progress{{"version", formatVersion},
                                  {"nextImage", checkpoint.nextImage},
                                  {"settings", checkpoint.settings},
                                  {"plan",
                                   {{"blockBytes", checkpoint.plan.blockBytes},
                                    {"workingFactor", checkpoint.plan.workingFactor},
                                    {"coveragePatches", checkpoint.plan.coveragePatches}}}};
    archive.metadata[progressKey] = progress.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    archive.metadata[infoKey] = modelInfoToJson(checkpoint.info);
    archive.metadata[hashKey] = contentHash(archive);
    return writeSafetensors(checkpointFile(folder), archive);
}

Result<Checkpoint> loadCheckpoint(const std::filesystem::path &folder,
                                  const std::map<std::string, std::string> &settings)
{
    const auto file = checkpointFile(folder);
    auto archive = readSafetensors(file);
    if (!archive)
        return failFrom(std::move(archive));
    auto checkpoint = checkpointOf(*archive, settings);
    if (!checkpoint)
        checkpoint.error().detail = fmt::format("{}: {}", file.string(), checkpoint.error().detail);
    return checkpoint;
}

void removeUnfinished(const std::filesystem::path &folder)
{
    std::error_code ec;
    std::vector<std::filesystem::path> unfinished;
    for (std::filesystem::directory_iterator entry(folder / folderName, ec), end; !ec && entry != end;
         entry.increment(ec))
        if (entry->path().filename().string().starts_with(".patina-"))
            unfinished.push_back(entry->path());
    for (const auto &path : unfinished)
        std::filesystem::remove(path, ec);
}

void removeCheckpoint(const std::filesystem::path &folder)
{
    std::error_code ec;
    std::filesystem::remove(checkpointFile(folder), ec);
    removeUnfinished(folder);
    // Only where they are empty.
    std::filesystem::remove(folder / folderName, ec);
    std::filesystem::remove(folder, ec);
}

} // namespace patina
