#include "core/pipeline/run_settings.h"

#include "core/base/sha256.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>

namespace patina {

namespace {

constexpr std::int64_t largestProjection = 4096;
constexpr std::int64_t largestReservoirMebibytes = std::int64_t{1} << 20U;

std::string fileFacts(const std::filesystem::path &path)
{
    std::error_code ec;
    const auto bytes = std::filesystem::file_size(path, ec);
    const auto changed = std::filesystem::last_write_time(path, ec).time_since_epoch().count();
    return fmt::format("{} {}\n", bytes, changed);
}

std::string imagesDigest(const Dataset &dataset, const TrainingSplit &split)
{
    std::string text;
    for (const auto *images : {&split.train, &split.heldOut}) {
        for (const std::size_t index : *images) {
            const ImageRecord &record = dataset.images[index];
            text += record.id + '\n' + fileFacts(record.path);
            for (const MaskFile &mask : record.masks)
                text += mask.className + ' ' + fileFacts(mask.path);
        }
        text += '\n';
    }
    for (const LabelClass &labelClass : dataset.classes)
        text += fmt::format("{} {}\n", labelClass.name, classKindName(labelClass.kind));
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()}).substr(0, 16);
}

} // namespace

std::map<std::string, std::string> runSettings(const TrainRequest &request, const ModelInfo &info,
                                               const TrainingSplit &split, const ExcludedRegions &excluded)
{
    std::vector<std::string_view> kinds;
    for (const ClassKind kind : request.excludedKinds)
        kinds.push_back(classKindName(kind));
    return {{"backbone", info.backboneName},
            {"SHA-256 of the backbone", info.backboneSha256},
            {"arithmetic of the features", arithmeticOf(request.device)},
            {"layers", fmt::format("{}", fmt::join(info.layers, ","))},
            {"strategy", info.strategy},
            {"bank size", fmt::format("{}", info.bankSize)},
            {"working factor", fmt::format("{}", request.coreset.workingFactor)},
            {"projection", fmt::format("{}", request.projectionDim)},
            {"strategy's reservoir", request.coreset.strategy == CoresetStrategy::Reservoir
                                         ? fmt::format("{} MiB", request.reservoirBytes >> 20U)
                                         : "none"},
            {"sample", fmt::format("{}", info.sample)},
            {"seed", fmt::format("{}", info.seed)},
            {"hold-out share", fmt::format("{}", info.holdout)},
            {"tile", fmt::format("{}", info.tilePx)},
            {"scale", fmt::format("{}", info.scale)},
            {"bit depth", fmt::format("{}", info.bitDepth)},
            {"intensity", fmt::format("{}..{}", info.intensity.black, info.intensity.white)},
            {"initial model", info.initialHash.empty() ? "none" : info.initialHash},
            {"keep", info.keep.empty() ? "nothing" : info.keep},
            {"support", supportRuleText(request.support)},
            {"excluded images and regions", excluded.digest().empty() ? "none" : excluded.digest()},
            {"excluded labels", kinds.empty() ? "none" : fmt::format("{}", fmt::join(kinds, ","))},
            {"number of training images", fmt::format("{}", split.train.size())},
            {"the images, or what draws them: digest", imagesDigest(request.dataset, split)}};
}

namespace {

/// A whole number at the start of a setting.
std::optional<std::int64_t> numberIn(const std::map<std::string, std::string> &settings, const char *name)
{
    const auto found = settings.find(name);
    if (found == settings.end())
        return std::nullopt;
    std::int64_t number = 0;
    const char *begin = found->second.data();
    const auto parsed = std::from_chars(begin, begin + found->second.size(), number);
    return parsed.ec == std::errc() ? std::optional(number) : std::nullopt;
}

std::set<ClassKind> kindsIn(const std::string &text)
{
    std::set<ClassKind> kinds;
    for (const ClassKind kind : {ClassKind::Defect, ClassKind::Impurity, ClassKind::Ambiguous})
        if (text.find(classKindName(kind)) != std::string::npos)
            kinds.insert(kind);
    return kinds;
}

} // namespace

TrainRequest requestToGoOn(TrainRequest request, const CheckpointFacts &facts)
{
    const ModelInfo &info = facts.info;
    const auto text = [&](const char *name) {
        const auto found = facts.settings.find(name);
        return found == facts.settings.end() ? std::string() : found->second;
    };
    request.backbone = info.backboneName;
    request.layers = info.layers;
    request.tilePx = info.tilePx;
    request.scale = info.scale;
    request.sample = info.sample;
    request.holdout = info.holdout;
    request.coreset.seed = info.seed;
    request.coreset.bankSize = info.bankSize;
    if (const auto strategy = strategyFromName(info.strategy))
        request.coreset.strategy = *strategy;
    if (const auto keep = parseKeepRule(info.keep))
        request.keep = *keep;
    if (const auto support = parseSupportRule(text("support")))
        request.support = *support;
    if (const auto dim = numberIn(facts.settings, "projection"); dim && *dim >= -1 && *dim <= largestProjection)
        request.projectionDim = static_cast<int>(*dim);
    if (const auto mebibytes = numberIn(facts.settings, "strategy's reservoir"); mebibytes && *mebibytes > 0)
        request.reservoirBytes = std::min(*mebibytes, largestReservoirMebibytes) << 20U;
    request.excludedKinds = kindsIn(text("excluded labels"));
    return request;
}

} // namespace patina
