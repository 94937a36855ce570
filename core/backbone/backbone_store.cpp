#include "core/backbone/backbone_store.h"

#include "core/backbone/architecture.h"
#include "core/backbone/backbone_metadata.h"
#include "core/base/atomic_file.h"
#include "core/base/read_file.h"
#include "core/base/safetensors.h"
#include "core/base/sha256.h"
#include "core/base/system.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <span>

namespace patina {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".safetensors";
/// What a stored backbone may weigh: ten times the largest architecture.
constexpr SafetensorsLimits limits{.maxHeaderBytes = 8 << 20, .maxTensorBytes = std::int64_t{4} << 30U};

fs::path folderOr(const fs::path &folder)
{
    return folder.empty() ? backboneFolder() : folder;
}
fs::path fileOf(const fs::path &folder, const std::string &name)
{
    return folder / (name + std::string(extension));
}
/// backboneInfoFrom() lets only hexadecimal digits through.
fs::path moduleOf(const fs::path &folder, const BackboneInfo &info)
{
    return folder / fmt::format("{}-{}.pt", info.name, info.sha256.substr(0, 16));
}

Error inFile(const fs::path &file, Error error)
{
    if (!error.detail.starts_with(file.string()))
        error.detail = fmt::format("{}: {}", file.string(), error.detail);
    return error;
}

Result<BackboneInfo> infoOfFile(const fs::path &file)
{
    const auto header = readSafetensorsHeader(file, limits);
    if (!header)
        return tl::unexpected(header.error());
    auto info = backboneInfoFrom(header->metadata);
    if (!info)
        return tl::unexpected(inFile(file, std::move(info).error()));
    info->name = file.stem().string(); // a file that was renamed is a backbone that was renamed
    return info;
}

/// Says which backbones there are, for the one who asked for another.
Error unknownBackbone(const std::string &name, const fs::path &folder)
{
    std::string known;
    if (const auto listing = listBackbones(folder))
        for (const auto &info : listing->backbones)
            known += fmt::format("{}{}", known.empty() ? "" : ", ", info.name);
    return {ErrorCode::NotFound,
            fmt::format("no backbone \"{}\" in {} ({}); import one with `patina-cli backbone import`", name,
                        folder.string(), known.empty() ? "there is none yet" : "there are " + known)};
}

Result<void> checkHash(const BackboneInfo &info, std::string_view weightsSha256)
{
    if (backboneSha256(info, weightsSha256) != info.sha256)
        return fail(ErrorCode::Corrupt, "the weights do not match their hash: the file is damaged; import it again");
    return {};
}

/// \param sha256 what the file's hash was before.
Result<void> copyFile(const fs::path &from, const fs::path &to, const std::string &sha256)
{
    std::ifstream source(from, std::ios::binary);
    auto target = AtomicFile::create(to);
    if (!source)
        return fail(ErrorCode::Unreadable, fmt::format("{}: cannot be opened for reading", from.string()));
    if (!target)
        return failFrom(std::move(target));
    Sha256 hash;
    std::vector<std::uint8_t> buffer(1 << 20);
    while (source) {
        source.read(reinterpret_cast<char *>(buffer.data()), static_cast<std::streamsize>(buffer.size()));
        const std::span<const std::uint8_t> part(buffer.data(), static_cast<std::size_t>(source.gcount()));
        hash.update(part);
        if (auto written = target->write(part); !written)
            return written;
    }
    if (source.bad() || hash.finish() != sha256)
        return fail(ErrorCode::Unreadable, fmt::format("{}: changed while it was read", from.string()));
    return target->commit();
}

Result<Backbone> loadFile(const fs::path &file, const fs::path &module, BackboneInfo info, const JobContext &context)
{
    Backbone backbone{std::move(info), {}, {}};
    if (backbone.info.architecture == Architecture::TorchScript) {
        const auto hash = sha256OfFile(module, context);
        if (!hash && hash.error().code == ErrorCode::NotFound)
            return fail(ErrorCode::Corrupt,
                        fmt::format("{}: its module {} is missing; import it again", file.string(), module.string()));
        if (!hash)
            return tl::unexpected(hash.error());
        backbone.modulePath = module;
        if (auto checked = checkHash(backbone.info, *hash); !checked)
            return tl::unexpected(inFile(module, std::move(checked).error()));
        return backbone;
    }
    auto archive = readSafetensors(file, limits, {}, context);
    if (!archive)
        return failFrom(std::move(archive));
    const std::string hash = tensorsSha256(*archive, context);
    if (context.cancelled())
        return cancelledError();
    if (auto checked = checkHash(backbone.info, hash); !checked)
        return tl::unexpected(inFile(file, std::move(checked).error()));
    auto tensors = selectTensors(backbone.info.architecture, std::move(*archive));
    if (!tensors)
        return tl::unexpected(inFile(file, std::move(tensors).error()));
    backbone.tensors = std::move(*tensors);
    return backbone;
}

/// Checks the tensors, or reads the module; the hash of either.
Result<std::string> hashWeights(const Backbone &backbone, TensorArchive &tensors)
{
    if (backbone.info.architecture == Architecture::TorchScript)
        return sha256OfFile(backbone.modulePath);
    auto selected = selectTensors(backbone.info.architecture, backbone.tensors);
    if (!selected)
        return failFrom(std::move(selected));
    tensors.tensors = std::move(selected->tensors);
    return tensorsSha256(tensors);
}

/// Beside the module it replaces, which stays valid until the new facts are written.
Result<void> storeModule(const fs::path &from, const fs::path &to, const std::string &sha256)
{
    std::error_code ec;
    return fs::equivalent(from, to, ec) ? Result<void>() : copyFile(from, to, sha256);
}

/// Once the facts of a name are written: the module of those before is nobody's.
void removeModule(const Result<BackboneInfo> &before, const BackboneInfo &now, const fs::path &folder)
{
    std::error_code ec;
    if (before && before->architecture == Architecture::TorchScript && before->sha256 != now.sha256)
        fs::remove(moduleOf(folder, *before), ec);
}

} // namespace

fs::path backboneFolder()
{
    return dataFolder() / "backbones";
}

Result<BackboneListing> listBackbones(const fs::path &folder)
{
    const fs::path place = folderOr(folder);
    BackboneListing listing;
    std::error_code ec;
    if (!fs::exists(place, ec))
        return listing;
    fs::directory_iterator entry(place, ec);
    for (; !ec && entry != fs::directory_iterator(); entry.increment(ec)) {
        const fs::path file = entry->path();
        if (file.extension() != extension || file.filename().string().starts_with('.'))
            continue;
        auto info = checkBackboneName(file.stem().string()).and_then([&] { return infoOfFile(file); });
        if (info)
            listing.backbones.push_back(std::move(*info));
        else
            listing.problems.push_back(inFile(file, std::move(info).error()).detail);
    }
    if (ec)
        return fail(ErrorCode::Unreadable, fmt::format("{}: {}", place.string(), ec.message()));
    std::ranges::sort(listing.backbones, {}, &BackboneInfo::name);
    std::ranges::sort(listing.problems);
    return listing;
}

Result<BackboneInfo> backboneInfo(const std::string &name, const fs::path &folder)
{
    if (auto checked = checkBackboneName(name); !checked)
        return failFrom(std::move(checked));
    const fs::path file = fileOf(folderOr(folder), name);
    std::error_code ec;
    if (!fs::exists(file, ec))
        return tl::unexpected(unknownBackbone(name, folderOr(folder)));
    return infoOfFile(file);
}

Result<Backbone> loadBackbone(const std::string &name, const fs::path &folder, const JobContext &context)
{
    auto info = backboneInfo(name, folder);
    if (!info)
        return failFrom(std::move(info));
    const fs::path module = moduleOf(folderOr(folder), *info);
    return loadFile(fileOf(folderOr(folder), name), module, std::move(*info), context);
}

Result<BackboneInfo> saveBackbone(const Backbone &backbone, const fs::path &folder)
{
    if (auto checked = checkBackboneName(backbone.info.name); !checked)
        return failFrom(std::move(checked));
    const fs::path place = folderOr(folder);
    std::error_code ec;
    fs::create_directories(place, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", place.string(), ec.message()));
    TensorArchive archive;
    const auto weights = hashWeights(backbone, archive);
    if (!weights)
        return tl::unexpected(weights.error());
    BackboneInfo info = backbone.info;
    info.sha256 = backboneSha256(info, *weights);
    if (info.architecture == Architecture::TorchScript)
        if (auto stored = storeModule(backbone.modulePath, moduleOf(place, info), *weights); !stored)
            return failFrom(std::move(stored));
    archive.metadata = backboneMetadata(info);
    const auto before = infoOfFile(fileOf(place, info.name));
    if (auto written = writeSafetensors(fileOf(place, info.name), archive); !written)
        return failFrom(std::move(written));
    removeModule(before, info, place);
    return info;
}

} // namespace patina
