#include "ui/jobs/inspection_cache.h"

#include "core/base/safetensors.h"
#include "core/base/sha256.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>
#include <sstream>
#include <vector>

namespace patina {

namespace fs = std::filesystem;

namespace {

constexpr const char *ending = ".safetensors";
constexpr std::int64_t largestTensors = std::int64_t{2} << 30;
constexpr int largestSidePx = 200'000;
constexpr std::array verdicts{Verdict::Ok, Verdict::Review, Verdict::Ng};

std::string keyOf(const std::string &modelHash, const std::string &imageSha256)
{
    return "distances 1 of " + modelHash + " on " + imageSha256;
}

std::string numbers(std::initializer_list<int> values)
{
    std::string text;
    for (const int value : values)
        text += (text.empty() ? "" : " ") + std::to_string(value);
    return text;
}

template <std::size_t Count>
std::optional<std::array<int, Count>> numbersOf(const std::map<std::string, std::string> &metadata, const char *name)
{
    const auto found = metadata.find(name);
    if (found == metadata.end())
        return std::nullopt;
    std::istringstream text(found->second);
    std::array<int, Count> values{};
    for (int &value : values)
        if (!(text >> value) || value < 0 || value > largestSidePx)
            return std::nullopt;
    return values;
}

/// The shortest text that gives the same number again.
std::string exactly(double value)
{
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

TensorPieces piecesOf(const cv::Mat &values, TensorType type)
{
    TensorPieces pieces{type, {values.rows, values.cols}, {}};
    for (int row = 0; row < values.rows; ++row)
        pieces.pieces.emplace_back(values.ptr<std::uint8_t>(row), static_cast<std::size_t>(values.cols) * 4);
    return pieces;
}

ArchiveView viewOf(const Inspection &inspection)
{
    ArchiveView view;
    view.tensors["distances"] = piecesOf(inspection.patches.distancesL2, TensorType::Float32);
    if (!inspection.patches.nearest.empty())
        view.tensors["nearest"] = piecesOf(inspection.patches.nearest, TensorType::Int32);
    const ImageInfo &image = inspection.image;
    const PatchGrid &grid = inspection.patches.grid;
    view.metadata["image"] =
        numbers({image.width, image.height, image.channels, image.bitDepth, image.regions ? 1 : 0});
    view.metadata["map"] = numbers({inspection.mapSize.width, inspection.mapSize.height});
    view.metadata["grid"] = numbers({grid.rows, grid.columns, grid.stridePx});
    view.metadata["score"] = exactly(inspection.score);
    view.metadata["verdict"] = verdictName(inspection.verdict);
    view.metadata["sha256"] = tensorsSha256(view);
    return view;
}

bool readWords(const std::map<std::string, std::string> &metadata, Inspection &inspection)
{
    const auto score = metadata.find("score");
    const auto verdict = metadata.find("verdict");
    if (score == metadata.end() || verdict == metadata.end())
        return false;
    const char *end = score->second.data() + score->second.size();
    const auto read = std::from_chars(score->second.data(), end, inspection.score);
    const auto word = std::ranges::find(verdicts, verdict->second, [](Verdict one) { return verdictName(one); });
    if (read.ptr != end || !std::isfinite(inspection.score) || word == verdicts.end())
        return false;
    inspection.verdict = *word;
    return true;
}

std::optional<cv::Mat> matOf(const TensorArchive &archive, const char *name, TensorType type, int rows, int columns)
{
    const auto found = archive.tensors.find(name);
    if (found == archive.tensors.end() || found->second.type != type ||
        found->second.shape != std::vector<std::int64_t>{rows, columns})
        return std::nullopt;
    cv::Mat values(rows, columns, type == TensorType::Float32 ? CV_32FC1 : CV_32SC1);
    std::memcpy(values.data, found->second.bytes.data(), found->second.bytes.size());
    return values;
}

std::optional<Inspection> inspectionOf(const TensorArchive &archive)
{
    const auto image = numbersOf<5>(archive.metadata, "image");
    const auto map = numbersOf<2>(archive.metadata, "map");
    const auto grid = numbersOf<3>(archive.metadata, "grid");
    Inspection inspection;
    if (!image || !map || !grid || !readWords(archive.metadata, inspection))
        return std::nullopt;
    inspection.image = {(*image)[0], (*image)[1], (*image)[2], (*image)[3], (*image)[4] != 0};
    inspection.mapSize = {(*map)[0], (*map)[1]};
    inspection.patches.grid = {(*grid)[0], (*grid)[1], (*grid)[2]};
    auto distances = matOf(archive, "distances", TensorType::Float32, (*grid)[0], (*grid)[1]);
    if (!distances || inspection.mapSize.empty() || !cv::checkRange(*distances))
        return std::nullopt;
    inspection.patches.distancesL2 = *distances;
    if (archive.tensors.contains("nearest")) {
        auto nearest = matOf(archive, "nearest", TensorType::Int32, (*grid)[0], (*grid)[1]);
        if (!nearest)
            return std::nullopt;
        inspection.patches.nearest = *nearest;
    }
    return inspection;
}

} // namespace

InspectionCache::InspectionCache(fs::path folder, std::int64_t mostBytes)
    : m_folder(std::move(folder), ending, mostBytes)
{
}

fs::path InspectionCache::fileFor(const std::string &modelHash, const std::string &imageSha256) const
{
    const std::string key = keyOf(modelHash, imageSha256);
    return m_folder.fileFor(sha256Of({reinterpret_cast<const std::uint8_t *>(key.data()), key.size()}));
}

Result<void> InspectionCache::put(const std::string &modelHash, const std::string &imageSha256,
                                  const Inspection &inspection)
{
    const cv::Mat &distances = inspection.patches.distancesL2;
    const auto bytes = static_cast<std::int64_t>((distances.total() + inspection.patches.nearest.total()) * 4 + 4096);
    ArchiveView view = viewOf(inspection);
    view.metadata["key"] = keyOf(modelHash, imageSha256);
    return m_folder.put(bytes, [&] { return writeSafetensors(fileFor(modelHash, imageSha256), view); });
}

Result<Inspection> InspectionCache::get(const std::string &modelHash, const std::string &imageSha256,
                                        const JobContext &context) const
{
    const fs::path file = fileFor(modelHash, imageSha256);
    auto archive = readSafetensors(file, {.maxTensorBytes = largestTensors}, {}, context);
    if (!archive && (archive.error().code == ErrorCode::Cancelled || archive.error().code == ErrorCode::NotFound))
        return failFrom(std::move(archive));
    std::optional<Inspection> inspection;
    if (archive && archive->metadata["key"] == keyOf(modelHash, imageSha256) &&
        archive->metadata["sha256"] == tensorsSha256(*archive, context))
        inspection = inspectionOf(*archive);
    if (context.cancelled())
        return cancelledError();
    std::error_code ec;
    if (!inspection) {
        fs::remove(file, ec);
        return fail(ErrorCode::Corrupt, file.string() + ": damaged");
    }
    BoundedFolder::touch(file);
    return *std::move(inspection);
}

} // namespace patina
