#include "core/backbone/architecture.h"
#include "core/backbone/backbone_metadata.h"
#include "core/backbone/backbone_store.h"
#include "core/backbone/pickle_reader.h"
#include "core/backbone/tfjs_reader.h"
#include "core/backbone/zip_container.h"
#include "core/base/printable.h"
#include "core/base/read_file.h"
#include "core/base/safetensors.h"
#include "core/base/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

namespace fs = std::filesystem;

constexpr WeightFileLimits limits;
constexpr int maxHaloPx = 4096;
constexpr std::int64_t maxForeignHeaderBytes = 8 << 20; ///< as for a stored backbone: a hundred times the largest

bool isWeightName(std::string_view name)
{
    return name.ends_with(".pth") || name.ends_with(".pt");
}

/// The one .pth or .pt inside a wheel.
Result<TensorArchive> readWheel(std::span<const std::uint8_t> bytes, const JobContext &context)
{
    const auto zip = ZipContainer::open(bytes);
    if (!zip)
        return tl::unexpected(zip.error());
    if (const auto count = std::ranges::count_if(zip->names(), isWeightName); count != 1)
        return fail(ErrorCode::BadFormat,
                    fmt::format("holds {} weight files (.pth, .pt); exactly one is wanted", count));
    const std::string &name = *std::ranges::find_if(zip->names(), isWeightName);
    const auto weights = zip->read(name, limits.maxFileBytes);
    if (!weights)
        return tl::unexpected(weights.error());
    auto tensors = readStateDict(*weights, limits, context);
    if (!tensors)
        return fail(tensors.error().code, fmt::format("{}: {}", printable(name), tensors.error().detail));
    return tensors;
}

Result<TensorArchive> readTfjs(const fs::path &file, Architecture architecture, const JobContext &context)
{
    if (architecture != Architecture::ResNet50Caffe)
        return fail(ErrorCode::Unsupported,
                    fmt::format("TensorFlow.js weights are read for {}, not for {}",
                                architectureName(Architecture::ResNet50Caffe), architectureName(architecture)));
    return readTfjsWeights(file, limits, context).and_then([](TensorArchive &&keras) {
        return convertKerasResNet50(keras);
    });
}

Result<TensorArchive> readForeign(const fs::path &file, Architecture architecture, const JobContext &context)
{
    std::error_code ec;
    if (fs::is_directory(file, ec) || file.extension() == ".json")
        return readTfjs(file, architecture, context);
    if (file.extension() == ".safetensors")
        return readSafetensors(file,
                               {.maxHeaderBytes = maxForeignHeaderBytes, .maxTensorBytes = limits.maxTensorBytes});
    const auto bytes = readFileBytes(file, limits.maxFileBytes);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (context.cancelled())
        return cancelledError();
    return file.extension() == ".whl" ? readWheel(*bytes, context) : readStateDict(*bytes, limits, context);
}

/// A TorchScript archive has one folder with data.pkl, constants.pkl and code/. Its code is not looked at.
Result<void> checkModule(const fs::path &file)
{
    const auto zip = ZipContainer::openFile(file);
    if (!zip && zip.error().code != ErrorCode::BadFormat)
        return tl::unexpected(zip.error());
    const auto holds = [&](std::string_view part) {
        return std::ranges::any_of(zip->names(), [&](const std::string &name) {
            return name.find(part) != std::string::npos && name.find('/') == name.find(part);
        });
    };
    if (!zip || !holds("/data.pkl") || !holds("/constants.pkl") || !holds("/code/"))
        return fail(ErrorCode::BadFormat,
                    fmt::format("{}: no TorchScript module, as torch.jit.save writes it", file.string()));
    return {};
}

Result<void> checkOptions(Architecture architecture, const ImportOptions &options)
{
    const bool script = architecture == Architecture::TorchScript;
    if (script && !options.trustCode)
        return fail(ErrorCode::BadArgument,
                    "a TorchScript module carries code that runs on this computer: say that you "
                    "trust it (--trust-code)");
    if (options.haloPx < -1 || options.haloPx > maxHaloPx || (!script && options.haloPx >= 0))
        return fail(ErrorCode::BadArgument,
                    fmt::format("halo {}: 0 to {} px, and for TorchScript modules only", options.haloPx, maxHaloPx));
    if (options.normalisation)
        for (std::size_t i = 0; i < 3; ++i) {
            const float mean = options.normalisation->mean[i];
            const float deviation = options.normalisation->deviation[i];
            if (!std::isfinite(mean) || !std::isfinite(deviation) || deviation <= 0)
                return fail(ErrorCode::BadArgument,
                            fmt::format("input mean {} and deviation {}: wanted are finite numbers, "
                                        "the deviation over 0",
                                        mean, deviation));
        }
    return {};
}

Result<Backbone> readBackbone(const fs::path &file, Architecture architecture, const std::string &name,
                              const ImportOptions &options, const JobContext &context)
{
    ArchitectureFacts facts = architectureFacts(architecture);
    Backbone backbone;
    backbone.info = {name,
                     architecture,
                     std::move(facts.layers),
                     std::move(facts.defaultLayers),
                     options.normalisation.value_or(facts.normalisation),
                     options.source.empty() ? file.filename().string() : options.source,
                     options.licence,
                     {},
                     options.haloPx};
    if (architecture == Architecture::TorchScript) {
        backbone.modulePath = file;
        auto checked = checkModule(file);
        return checked ? Result<Backbone>(std::move(backbone)) : failFrom(std::move(checked));
    }
    auto tensors = readForeign(file, architecture, context).and_then([&](TensorArchive &&found) {
        return selectTensors(architecture, std::move(found));
    });
    if (!tensors)
        return failFrom(std::move(tensors));
    backbone.tensors = std::move(*tensors);
    return backbone;
}

/// What the store already holds under that name: the same (true), nothing (false), or another, which is an error.
Result<bool> isStored(const Backbone &backbone, const ImportOptions &options)
{
    const auto stored = loadBackbone(backbone.info.name, options.folder);
    if (!stored && stored.error().code == ErrorCode::NotFound)
        return false;
    const auto weights = backbone.info.architecture == Architecture::TorchScript
                             ? sha256OfFile(backbone.modulePath)
                             : Result<std::string>(tensorsSha256(backbone.tensors));
    if (!weights)
        return tl::unexpected(weights.error());
    const std::string hash = backboneSha256(backbone.info, *weights);
    if (stored && stored->info.sha256 == hash && stored->info.licence == backbone.info.licence &&
        stored->info.source == backbone.info.source)
        return true;
    // A damaged file may be replaced by anything, and the same weights may get another source or licence. What cannot
    // be read for another reason (rights, memory, a newer version, no backbone at all) may be worth keeping.
    const bool damaged = !stored && stored.error().code == ErrorCode::Corrupt;
    if (options.replace || damaged || (stored && stored->info.sha256 == hash))
        return false;
    if (!stored)
        return fail(ErrorCode::BadArgument,
                    fmt::format("what is stored as \"{}\" already cannot be read ({}): choose another name, or replace "
                                "it (--replace)",
                                backbone.info.name, stored.error().detail));
    return fail(ErrorCode::BadArgument,
                fmt::format("there is another backbone \"{}\" already (from {}): choose another "
                            "name, or replace it (--replace)",
                            backbone.info.name, stored->info.source));
}

} // namespace

Result<BackboneInfo> importBackbone(const fs::path &file, Architecture architecture, const std::string &name,
                                    const ImportOptions &options, const JobContext &context)
{
    const std::string chosen = name.empty() ? std::string(architectureName(architecture)) : name;
    if (auto checked = checkBackboneName(chosen).and_then([&] { return checkOptions(architecture, options); });
        !checked)
        return failFrom(std::move(checked));
    context.report("read", 0, 2);
    auto backbone = readBackbone(file, architecture, chosen, options, context);
    if (!backbone) {
        Error error = std::move(backbone).error();
        if (error.code != ErrorCode::Cancelled && error.detail.find(file.string()) == std::string::npos)
            error.detail = fmt::format("{}: {}", file.string(), error.detail);
        return tl::unexpected(std::move(error));
    }
    if (context.cancelled())
        return cancelledError();
    context.report("write", 1, 2);
    const auto stored = isStored(*backbone, options);
    if (!stored)
        return tl::unexpected(stored.error());
    if (context.cancelled())
        return cancelledError();
    auto info = *stored ? backboneInfo(chosen, options.folder) : saveBackbone(*backbone, options.folder);
    context.report("write", 2, 2);
    return info;
}

} // namespace patina
