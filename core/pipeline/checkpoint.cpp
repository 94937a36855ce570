#include "core/pipeline/checkpoint.h"

#include "core/base/safetensors.h"
#include "core/base/sha256.h"
#include "core/base/strict_json.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/row_tensors.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace patina {

namespace {

constexpr const char *progressKey = "progress";
constexpr const char *infoKey = "patina";
constexpr const char *hashKey = "sha256";
constexpr const char *rowsEnding = ".rows";
constexpr int formatVersion = 3;
constexpr std::int64_t largestBlockBytes = std::int64_t{1} << 30;
constexpr std::int64_t mostCoveragePatches = 1'000'000;

void addState(const CoresetStateView &state, const std::string &name, ArchiveView &archive)
{
    TensorPieces rows = matrixView({});
    TensorPieces origins = originsView({});
    for (const auto &part : state.parts) {
        if (part.rows->empty())
            continue;
        rows.shape[1] = part.rows->dim();
        joinRows(rows, matrixView(*part.rows));
        joinRows(origins, originsView(part.origins));
    }
    archive.tensors[name + rowsEnding] = std::move(rows);
    archive.tensors[name + ".origins"] = std::move(origins);
    archive.tensors[name + ".numbers"] = longsView(state.numbers);
}

/// A checkpoint's file: rows apart, so that they are held once.
struct ReadArchive
{
    TensorArchive archive;
    std::map<std::string, FeatureMatrix> rows; ///< by the name of the state

    ArchiveView view() const
    {
        ArchiveView all = archive;
        for (const auto &[name, matrix] : rows)
            if (!all.tensors.contains(name + rowsEnding))
                all.tensors[name + rowsEnding] = matrixView(matrix);
        return all;
    }
};

Result<CoresetState> stateOf(ReadArchive &read, const std::string &name, std::span<const std::int64_t> images)
{
    const TensorReader reader(read.archive, "checkpoint");
    FeatureMatrix rows = std::move(read.rows[name]);
    if (read.archive.tensors.contains(name + rowsEnding)) { // none at all, or not what they should be
        if (const auto &none = read.archive.tensors.at(name + rowsEnding);
            none.shape != std::vector<std::int64_t>{0, 0})
            return fail(ErrorCode::BadFormat,
                        fmt::format("the checkpoint's rows of the {} have the shape {}", name, shapeText(none.shape)));
    } else if (firstNonFiniteRow(rows)) {
        return fail(ErrorCode::BadFormat, fmt::format("the checkpoint's rows of the {} are not finite", name));
    }
    auto origins = reader.origins(name + ".origins", rows.rows(), images);
    if (!origins)
        return failFrom(std::move(origins));
    auto numbers = reader.longs(name + ".numbers");
    if (!numbers)
        return failFrom(std::move(numbers));
    return CoresetState{std::move(rows), std::move(*origins), std::move(*numbers)};
}

std::string contentHash(const ArchiveView &archive, const JobContext &context = {})
{
    const std::string text =
        tensorsSha256(archive, context) + "\n" + archive.metadata.at(progressKey) + "\n" + archive.metadata.at(infoKey);
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
        !field("coveragePatches").is_number_integer() || !field("reservoirRows").is_number_integer())
        return std::nullopt;
    const WorkingPlan plan{object["blockBytes"].get<std::int64_t>(), object["workingFactor"].get<double>(),
                           object["coveragePatches"].get<std::int64_t>(), object["reservoirRows"].get<std::int64_t>()};
    const bool sound = plan.workingFactor >= 1.0 && plan.workingFactor <= 100.0 && plan.blockBytes >= 1 &&
                       plan.blockBytes <= largestBlockBytes && plan.coveragePatches >= 1 &&
                       plan.coveragePatches <= mostCoveragePatches && plan.reservoirRows >= 1 &&
                       plan.reservoirRows <= largestReservoir;
    return sound ? std::optional(plan) : std::nullopt;
}

/// The settings that a checkpoint was written with; what is no text is left out.
std::map<std::string, std::string> settingsIn(const nlohmann::json &there)
{
    std::map<std::string, std::string> settings;
    for (const auto &[name, value] : there.items())
        if (value.is_string())
            settings[name] = value.get<std::string>();
    return settings;
}

/// What a checkpoint says of itself, before its rows are read. \param wanted settings; none: those it has.
Result<CheckpointFacts> factsOf(const std::map<std::string, std::string> &metadata,
                                const std::map<std::string, std::string> *wanted)
{
    for (const char *key : {progressKey, infoKey, hashKey})
        if (!metadata.contains(key))
            return fail(ErrorCode::BadFormat, "not a checkpoint of a training run");
    const auto parsed = parseStrictJson(metadata.at(progressKey));
    const nlohmann::json progress = parsed ? *parsed : nlohmann::json();
    if (!progress.is_object() || !progress.value("version", nlohmann::json()).is_number_integer())
        return fail(ErrorCode::BadFormat, "the checkpoint's description is damaged");
    if (progress["version"].get<std::int64_t>() != formatVersion)
        return fail(ErrorCode::VersionMismatch, fmt::format("the checkpoint has version {}, this program reads {}",
                                                            progress["version"].dump(), formatVersion));
    const auto next = progress.value("nextImage", nlohmann::json());
    const auto there = progress.value("settings", nlohmann::json());
    const auto plan = planOf(progress.value("plan", nlohmann::json()));
    if (!next.is_number_integer() || next.get<std::int64_t>() < 0 || !there.is_object() || !plan)
        return fail(ErrorCode::BadFormat, "the checkpoint's description is damaged");
    if (const std::string other = wanted ? difference(there, *wanted) : std::string(); !other.empty())
        return fail(ErrorCode::VersionMismatch, fmt::format("the checkpoint is of another run: {}", other));
    return modelInfoFromJson(metadata.at(infoKey)).map([&](ModelInfo info) {
        return CheckpointFacts{settingsIn(there), *plan, next.get<std::int64_t>(), std::move(info)};
    });
}

/// Rows that the builder of a run may hold at the end; 0 where it keeps few.
std::int64_t roomFor(const CheckpointFacts &facts, std::int64_t initialRows)
{
    CoresetSettings settings;
    if (facts.info.strategy != strategyName(CoresetStrategy::Reservoir) || facts.info.bankSize < 1 ||
        facts.info.bankSize > largestBankSize)
        return 0;
    settings.bankSize = facts.info.bankSize;
    settings.reservoirRows = facts.plan.reservoirRows;
    settings.workingFactor = facts.plan.workingFactor;
    return reservoirRoom(settings) + initialRows;
}

Result<ReadArchive> readArchive(const std::filesystem::path &file, std::int64_t room, const JobContext &context)
{
    ReadArchive read;
    const std::array apart{MatrixTarget{"builder.rows", &read.rows["builder"], room},
                           MatrixTarget{"coverage.rows", &read.rows["coverage"]},
                           MatrixTarget{"drawn.rows", &read.rows["drawn"]}};
    // As large as the file: what was written can be read.
    SafetensorsLimits limits;
    limits.maxTensorBytes = std::numeric_limits<std::int64_t>::max();
    auto archive = readSafetensors(file, limits, apart, context);
    if (!archive)
        return failFrom(std::move(archive));
    read.archive = std::move(*archive);
    if (read.rows["drawn"].dim() == 0)
        read.rows.erase("drawn");
    return read;
}

Result<Checkpoint> checkpointOf(CheckpointFacts facts, ReadArchive read, const JobContext &context)
{
    const std::string found = contentHash(read.view(), context);
    if (context.cancelled())
        return cancelledError();
    if (found != read.archive.metadata.at(hashKey))
        return fail(ErrorCode::Corrupt, "the checkpoint is damaged: its contents do not match its SHA-256");
    const std::vector<std::int64_t> images = versionEnds(facts.info);
    Checkpoint checkpoint{std::move(facts), {}, {}, {}};
    auto builder = stateOf(read, "builder", images);
    if (!builder)
        return failFrom(std::move(builder));
    auto coverage = stateOf(read, "coverage", images);
    if (!coverage)
        return failFrom(std::move(coverage));
    checkpoint.builder = std::move(*builder);
    checkpoint.coverage = std::move(*coverage);
    if (read.archive.tensors.contains("drawn.numbers")) {
        auto drawn = stateOf(read, "drawn", images);
        if (!drawn)
            return failFrom(std::move(drawn));
        checkpoint.drawn = std::move(*drawn);
    }
    return checkpoint;
}

} // namespace

Result<void> saveCheckpoint(const CheckpointView &checkpoint, const std::filesystem::path &folder,
                            const JobContext &context)
{
    std::error_code ec;
    std::filesystem::create_directories(checkpointFile(folder).parent_path(), ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", folder.string(), ec.message()));
    ArchiveView archive;
    addState(checkpoint.builder, "builder", archive);
    addState(checkpoint.coverage, "coverage", archive);
    if (checkpoint.drawn)
        addState(*checkpoint.drawn, "drawn", archive);
    const WorkingPlan &plan = checkpoint.facts.plan;
    const nlohmann::json progress{{"version", formatVersion},
                                  {"nextImage", checkpoint.facts.nextImage},
                                  {"settings", checkpoint.facts.settings},
                                  {"plan",
                                   {{"blockBytes", plan.blockBytes},
                                    {"workingFactor", plan.workingFactor},
                                    {"coveragePatches", plan.coveragePatches},
                                    {"reservoirRows", plan.reservoirRows}}}};
    archive.metadata[progressKey] = progress.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    archive.metadata[infoKey] = modelInfoToJson(checkpoint.facts.info);
    archive.metadata[hashKey] = contentHash(archive, context);
    auto written = writeSafetensors(checkpointFile(folder), archive, context);
    if (!written)
        removeEmptyCheckpoint(folder);
    return written;
}

namespace {

Result<CheckpointFacts> factsIn(const std::filesystem::path &folder, const std::map<std::string, std::string> *wanted)
{
    const auto file = checkpointFile(folder);
    const auto header = readSafetensorsHeader(file);
    if (!header)
        return tl::unexpected(header.error());
    auto facts = factsOf(header->metadata, wanted);
    if (!facts)
        return fail(facts.error().code, fmt::format("{}: {}", file.string(), facts.error().detail));
    return facts;
}

} // namespace

Result<CheckpointFacts> checkpointFacts(const std::filesystem::path &folder)
{
    return factsIn(folder, nullptr);
}

Result<WorkingPlan> checkpointPlan(const std::filesystem::path &folder,
                                   const std::map<std::string, std::string> &settings)
{
    return factsIn(folder, &settings).map([](const CheckpointFacts &facts) { return facts.plan; });
}

Result<Checkpoint> loadCheckpoint(const std::filesystem::path &folder,
                                  const std::map<std::string, std::string> &settings, std::int64_t initialRows,
                                  const AcceptPlan &accept, const JobContext &context)
{
    const auto file = checkpointFile(folder);
    const auto header = readSafetensorsHeader(file);
    if (!header)
        return tl::unexpected(header.error());
    const auto named = [&](Error error) {
        error.detail = fmt::format("{}: {}", file.string(), error.detail);
        return error;
    };
    auto facts = factsOf(header->metadata, &settings).map_error(named);
    if (!facts)
        return failFrom(std::move(facts));
    if (auto accepted = accept(facts->plan); !accepted)
        return failFrom(std::move(accepted));
    auto read = readArchive(file, roomFor(*facts, initialRows), context);
    if (!read)
        return failFrom(std::move(read));
    if (read->archive.metadata != header->metadata)
        return fail(ErrorCode::Corrupt, fmt::format("{}: another run has written it meanwhile", file.string()));
    return checkpointOf(std::move(*facts), std::move(*read), context).map_error(named);
}

} // namespace patina
