#include "core/backbone/backbone_metadata.h"

#include "core/backbone/architecture.h"
#include "core/base/printable.h"
#include "core/base/sha256.h"
#include "core/base/strict_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

using nlohmann::json;

constexpr const char *metadataKey = "patina-backbone";
constexpr int formatVersion = 1;
constexpr int maxHaloPx = 1 << 16;

/// Text under a key of a file made elsewhere.
Result<std::string> textOf(const json &object, const char *key)
{
    if (!object.contains(key) || !object[key].is_string())
        return fail(ErrorCode::BadFormat, fmt::format("\"{}\" is missing or no text", key));
    return object[key].get<std::string>();
}

Result<int> intOf(const json &object, const char *key)
{
    if (!object.contains(key) || !object[key].is_number_integer() || object[key].get<std::int64_t>() < -1 ||
        object[key].get<std::int64_t>() > maxHaloPx)
        return fail(ErrorCode::BadFormat, fmt::format("\"{}\" is missing or out of range", key));
    return object[key].get<int>();
}

Result<std::array<float, 3>> tripleOf(const json &object, const char *key)
{
    std::array<float, 3> triple{};
    if (!object.contains(key) || !object[key].is_array() || object[key].size() != triple.size())
        return fail(ErrorCode::BadFormat, fmt::format("\"{}\" is not three numbers", key));
    for (std::size_t i = 0; i < triple.size(); ++i) {
        if (!object[key][i].is_number() || !std::isfinite(object[key][i].get<float>()))
            return fail(ErrorCode::BadFormat, fmt::format("\"{}\" is not three finite numbers", key));
        triple[i] = object[key][i].get<float>();
    }
    return triple;
}

Result<InputNormalisation> normalisationOf(const json &object)
{
    if (!object.is_object())
        return fail(ErrorCode::BadFormat, "\"normalisation\" is no object");
    const auto order = textOf(object, "order");
    const auto mean = tripleOf(object, "mean");
    const auto deviation = tripleOf(object, "deviation");
    if (!order || !mean || !deviation)
        return tl::unexpected(!order ? order.error() : !mean ? mean.error() : deviation.error());
    if ((*order != "rgb" && *order != "bgr") || std::ranges::any_of(*deviation, [](float d) { return d <= 0; }))
        return fail(ErrorCode::BadFormat, "\"normalisation\" wants order rgb or bgr and deviations over 0");
    return InputNormalisation{*order == "bgr", *mean, *deviation};
}

Result<std::vector<BackboneLayer>> layersOf(const json &list)
{
    std::vector<BackboneLayer> layers;
    if (!list.is_array())
        return fail(ErrorCode::BadFormat, "\"layers\" is no list");
    for (const json &entry : list) {
        if (!entry.is_object())
            return fail(ErrorCode::BadFormat, "a layer is no object");
        const auto name = textOf(entry, "name");
        const auto stride = intOf(entry, "stride");
        const auto channels = intOf(entry, "channels");
        if (!name || !stride || !channels || *stride < 1 || *channels < 1)
            return fail(ErrorCode::BadFormat, "a layer lacks name, stride or channels");
        layers.push_back({*name, *stride, *channels});
    }
    return layers;
}

Result<std::vector<std::string>> defaultLayersOf(const json &list, const std::vector<BackboneLayer> &layers)
{
    std::vector<std::string> defaults;
    if (!list.is_array())
        return fail(ErrorCode::BadFormat, "\"defaultLayers\" is no list");
    for (const json &entry : list) {
        const std::string name = entry.is_string() ? entry.get<std::string>() : std::string();
        if (std::ranges::find(layers, name, &BackboneLayer::name) == layers.end())
            return fail(ErrorCode::BadFormat,
                        fmt::format("default layer \"{}\" is none of its layers", printable(name)));
        defaults.push_back(name);
    }
    return defaults;
}

Result<void> readTexts(const json &object, BackboneInfo &info)
{
    const auto texts = {std::pair("source", &BackboneInfo::source), std::pair("licence", &BackboneInfo::licence),
                        std::pair("sha256", &BackboneInfo::sha256), std::pair("name", &BackboneInfo::name)};
    for (const auto &[key, member] : texts) {
        auto text = textOf(object, key);
        if (!text)
            return failFrom(std::move(text));
        info.*member = std::move(*text);
    }
    // It becomes part of a file's name.
    if (info.sha256.size() != 64 || info.sha256.find_first_not_of("0123456789abcdef") != std::string::npos)
        return fail(ErrorCode::BadFormat, "\"sha256\" is no hash");
    return checkBackboneName(info.name);
}

Result<BackboneInfo> infoFrom(const json &object)
{
    BackboneInfo info;
    if (auto read = readTexts(object, info); !read)
        return failFrom(std::move(read));
    const auto architecture =
        textOf(object, "architecture").and_then([](const std::string &name) { return architectureFromName(name); });
    if (!architecture)
        return fail(ErrorCode::Unsupported, architecture.error().detail);
    info.architecture = *architecture;
    const auto normalisation = normalisationOf(object.value("normalisation", json()));
    const auto layers = layersOf(object.value("layers", json()));
    const auto halo = intOf(object, "haloPx");
    if (!normalisation || !layers || !halo)
        return tl::unexpected(!normalisation ? normalisation.error() : !layers ? layers.error() : halo.error());
    const auto defaults = defaultLayersOf(object.value("defaultLayers", json()), *layers);
    if (!defaults)
        return tl::unexpected(defaults.error());
    info.normalisation = *normalisation;
    info.layers = *layers;
    info.defaultLayers = *defaults;
    info.haloPx = *halo;
    if (info.architecture != Architecture::TorchScript && info.layers != architectureFacts(info.architecture).layers)
        return fail(ErrorCode::BadFormat,
                    fmt::format("its layers are not those of {}", architectureName(info.architecture)));
    return info;
}

} // namespace

std::string backboneSha256(const BackboneInfo &info, std::string_view weightsSha256)
{
    const std::string text =
        fmt::format("patina backbone {}\n{}\n{} {} {}\n{}\n{}\n", formatVersion, architectureName(info.architecture),
                    info.normalisation.bgr ? "bgr" : "rgb", fmt::join(info.normalisation.mean, " "),
                    fmt::join(info.normalisation.deviation, " "), info.haloPx, weightsSha256);
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

std::map<std::string, std::string> backboneMetadata(const BackboneInfo &info)
{
    json layers = json::array();
    for (const auto &layer : info.layers)
        layers.push_back({{"name", layer.name}, {"stride", layer.stride}, {"channels", layer.channels}});
    const json object{{"format", formatVersion},
                      {"name", info.name},
                      {"architecture", architectureName(info.architecture)},
                      {"layers", layers},
                      {"defaultLayers", info.defaultLayers},
                      {"normalisation",
                       {{"order", info.normalisation.bgr ? "bgr" : "rgb"},
                        {"mean", info.normalisation.mean},
                        {"deviation", info.normalisation.deviation}}},
                      {"source", info.source},
                      {"licence", info.licence},
                      {"sha256", info.sha256},
                      {"haloPx", info.haloPx}};
    // A source named by a path that is not UTF-8 is kept readable rather than refused.
    return {{metadataKey, object.dump(-1, ' ', false, json::error_handler_t::replace)}};
}

Result<BackboneInfo> backboneInfoFrom(const std::map<std::string, std::string> &metadata)
{
    const auto found = metadata.find(metadataKey);
    if (found == metadata.end())
        return fail(ErrorCode::BadFormat, "a safetensors file, but no backbone of Patina; import it first");
    const auto object = parseStrictJson(found->second, {.maxDepth = 8, .maxValues = 100'000});
    if (!object)
        return tl::unexpected(object.error());
    if (!object->is_object() || !object->contains("format") || !(*object)["format"].is_number_integer())
        return fail(ErrorCode::BadFormat, "the facts of the backbone are damaged");
    if ((*object)["format"] != formatVersion)
        return fail(ErrorCode::VersionMismatch, fmt::format("written by another version of Patina (format {}, this one "
                                                            "reads {}); import the backbone again",
                                                            (*object)["format"].dump(), formatVersion));
    return infoFrom(*object);
}

Result<void> checkBackboneName(std::string_view name)
{
    constexpr std::size_t longest = 64;
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const bool valid =
        !name.empty() && name.size() <= longest && isPlain(name[0]) &&
        std::ranges::all_of(name, [&](char c) { return isPlain(c) || c == '.' || c == '_' || c == '-'; });
    if (!valid)
        return fail(ErrorCode::BadArgument, fmt::format("backbone name \"{}\": 1 to {} of a-z, 0-9, '.', '_', '-' are "
                                                        "allowed, the first a letter or digit",
                                                        printable(name), longest));
    return {};
}

} // namespace patina
