#include "core/base/read_file.h"
#include "core/base/strict_json.h"
#include "core/synthesis/object_reader.h"
#include "core/synthesis/places_json.h"
#include "core/synthesis/spec_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <utility>

namespace patina {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;
using synthesis::countFields;
using synthesis::ObjectReader;
using synthesis::RangeField;
using synthesis::rangeFields;
using synthesis::readPlaces;
using synthesis::writePlaces;

constexpr std::string_view formatName = "patina-synthesis";
constexpr int formatVersion = 2; ///< 1 had one surface, "brushed", whose ranges were called "surface"
constexpr std::int64_t largestFileBytes = std::int64_t{64} << 20; ///< of a specification

Result<void> readSize(ObjectReader &reader, SynthesisSpec &spec)
{
    const json *found = reader.find("size");
    if (found == nullptr)
        return {};
    ObjectReader size(*found, "size");
    return size.open()
        .and_then([&] { return size.read("width", spec.widthPx); })
        .and_then([&] { return size.read("height", spec.heightPx); })
        .and_then([&] { return size.close(); });
}

Result<void> readCounts(ObjectReader &reader, SynthesisCounts &counts)
{
    const json *found = reader.find("counts");
    if (found == nullptr)
        return {};
    ObjectReader object(*found, "counts");
    if (auto opened = object.open(); !opened)
        return opened;
    for (const auto &field : countFields())
        if (auto read = object.read(std::string(field.name), counts.*field.of); !read)
            return read;
    return object.close();
}

Result<void> readSection(const json &value, std::string_view section, SynthesisRanges &ranges)
{
    ObjectReader object(value, fmt::format("ranges.{}", section));
    if (auto opened = object.open(); !opened)
        return opened;
    for (const RangeField &field : rangeFields(ranges))
        if (field.section == section)
            if (auto read = object.read(std::string(field.name), *field.range); !read)
                return read;
    return object.close();
}

Result<void> readRanges(ObjectReader &reader, SynthesisRanges &ranges)
{
    const json *found = reader.find("ranges");
    if (found == nullptr)
        return {};
    ObjectReader sections(*found, "ranges");
    if (auto opened = sections.open(); !opened)
        return opened;
    std::string_view last;
    for (const RangeField &field : rangeFields(ranges)) {
        if (std::exchange(last, field.section) == field.section)
            continue;
        if (const json *section = sections.find(std::string(field.section)); section != nullptr)
            if (auto read = readSection(*section, field.section, ranges); !read)
                return read;
    }
    return sections.close();
}

Result<ExemplarImage> readExemplarImage(const json &value)
{
    ExemplarImage image;
    ObjectReader object(value, "exemplar.images");
    auto read = object.open()
                    .and_then([&] { return object.read("path", image.path); })
                    .and_then([&] { return object.read("sha256", image.sha256); })
                    .and_then([&] { return object.close(); });
    if (!read)
        return failFrom(std::move(read));
    return image;
}

/// \param sized the specification names a size: photos are cut to it, unless they are to stay whole.
Result<void> readExemplar(ObjectReader &reader, bool sized, ExemplarSpec &exemplar)
{
    const json *found = reader.find("exemplar");
    if (found == nullptr)
        return {};
    ObjectReader object(*found, "exemplar");
    std::string base(nameOf(exemplar.base));
    exemplar.whole = !sized;
    auto read = object.open().and_then([&] { return object.read("base", base); }).and_then([&] {
        return object.read("whole", exemplar.whole);
    });
    if (!read)
        return read;
    if (base != nameOf(ExemplarBase::Texture) && base != nameOf(ExemplarBase::Photo))
        return fail(ErrorCode::BadArgument,
                    fmt::format("specification: exemplar.base is '{}'; it may be texture or photo", base));
    exemplar.base = base == nameOf(ExemplarBase::Photo) ? ExemplarBase::Photo : ExemplarBase::Texture;
    exemplar.whole = exemplar.whole && exemplar.base == ExemplarBase::Photo;
    const json *images = object.find("images");
    if (images != nullptr && !images->is_array())
        return object.wrongType("images", "a list", *images);
    for (const json &value : images != nullptr ? *images : json::array()) {
        auto image = readExemplarImage(value);
        if (!image)
            return failFrom(std::move(image));
        exemplar.images.push_back(*image);
    }
    return object.close();
}

Result<void> readNames(ObjectReader &reader, SynthesisSpec &spec)
{
    std::string version(nameOf(spec.version));
    std::string light(nameOf(spec.light));
    auto read = reader.read("surface", spec.surface)
                    .and_then([&] { return reader.read("defects", spec.defects); })
                    .and_then([&] { return reader.read("impurities", spec.impurities); })
                    .and_then([&] { return reader.read("ambiguous", spec.ambiguous); })
                    .and_then([&] { return reader.read("version", version); })
                    .and_then([&] { return reader.read("light", light); });
    if (!read)
        return read;
    auto named = synthesisVersionFromName(version);
    if (!named)
        return failFrom(std::move(named));
    spec.version = *named;
    if (light != nameOf(LightKind::Bar) && light != nameOf(LightKind::Ring))
        return fail(ErrorCode::BadArgument, fmt::format("specification: light is '{}'; it may be bar or ring", light));
    spec.light = light == nameOf(LightKind::Bar) ? LightKind::Bar : LightKind::Ring;
    return {};
}

Result<void> readFormat(ObjectReader &reader)
{
    std::string format(formatName);
    int version = formatVersion;
    auto read = reader.read("format", format).and_then([&] { return reader.read("formatVersion", version); });
    if (!read)
        return read;
    if (format != formatName)
        return fail(ErrorCode::BadFormat, fmt::format("specification: format is '{}', not '{}'", format, formatName));
    if (version != formatVersion)
        return fail(ErrorCode::VersionMismatch,
                    fmt::format("specification: formatVersion is {}, this program reads {}", version, formatVersion));
    return {};
}

Result<SynthesisSpec> specFromObject(const json &object)
{
    SynthesisSpec spec;
    ObjectReader reader(object, "");
    auto read = reader.open()
                    .and_then([&] { return readFormat(reader); })
                    .and_then([&] { return readNames(reader, spec); })
                    .and_then([&] { return readCounts(reader, spec.counts); })
                    .and_then([&] { return readSize(reader, spec); })
                    .and_then([&] { return reader.read("bitDepth", spec.bitDepth); })
                    .and_then([&] { return reader.read("mmPerPixel", spec.mmPerPixel); })
                    .and_then([&] { return reader.read("seed", spec.seed); })
                    .and_then([&] { return readRanges(reader, spec.ranges); })
                    .and_then([&] { return readExemplar(reader, object.contains("size"), spec.exemplar); })
                    .and_then([&] { return readPlaces(reader.find("places"), spec.places); })
                    .and_then([&] { return reader.read("fittedTo", spec.fittedTo); })
                    .and_then([&] { return reader.close(); })
                    .and_then([&] { return validate(spec); });
    if (!read)
        return failFrom(std::move(read));
    return spec;
}

} // namespace

ordered_json toJson(const SynthesisSpec &spec)
{
    SynthesisRanges ranges = spec.ranges;
    ordered_json json{{"format", formatName},
                      {"formatVersion", formatVersion},
                      {"surface", spec.surface},
                      {"defects", spec.defects},
                      {"impurities", spec.impurities},
                      {"ambiguous", spec.ambiguous},
                      {"version", nameOf(spec.version)},
                      {"light", nameOf(spec.light)}};
    for (const auto &field : countFields())
        json["counts"][std::string(field.name)] = spec.counts.*field.of;
    json["size"] = {{"width", spec.widthPx}, {"height", spec.heightPx}};
    json["bitDepth"] = spec.bitDepth;
    json["mmPerPixel"] = spec.mmPerPixel;
    json["seed"] = spec.seed;
    for (const RangeField &field : rangeFields(ranges))
        json["ranges"][std::string(field.section)][std::string(field.name)] = {field.range->low, field.range->high};
    writePlaces(spec.places, json);
    if (!spec.fittedTo.empty())
        json["fittedTo"] = spec.fittedTo;
    if (spec.exemplar == ExemplarSpec{})
        return json;
    json["exemplar"]["base"] = nameOf(spec.exemplar.base);
    if (spec.exemplar.whole)
        json["exemplar"]["whole"] = true;
    json["exemplar"]["images"] = ordered_json::array();
    for (const ExemplarImage &image : spec.exemplar.images)
        json["exemplar"]["images"].push_back({{"path", image.path}, {"sha256", image.sha256}});
    return json;
}

namespace {

/// A manifest holds the specification it was made from.
const json &specIn(const json &parsed)
{
    const bool manifest = parsed.is_object() && parsed.contains("spec");
    return manifest ? parsed.at("spec") : parsed;
}

} // namespace

Result<SynthesisSpec> specFromJson(std::string_view text)
{
    const auto parsed = parseStrictJson(text);
    if (!parsed)
        return fail(parsed.error().code, "specification: " + parsed.error().detail);
    return specFromObject(specIn(*parsed));
}

namespace {

/// What a manifest of very many images has at its top, without them and the list of files: read as it comes.
Result<json> readLargeManifest(const std::filesystem::path &file, std::int64_t bytes)
{
    std::ifstream stream(file, std::ios::binary);
    const auto keep = [](int depth, json::parse_event_t event, const json &value) {
        return depth != 1 || event != json::parse_event_t::key || value == "spec";
    };
    json head = json::parse(stream, keep, false);
    if (head.is_object() && head.contains("spec"))
        return head;
    return fail(ErrorCode::TooLarge, fmt::format("{} has {} MiB and is no manifest of a synthetic data set; a "
                                                 "specification may have {} MiB",
                                                 file.string(), bytes >> 20, largestFileBytes >> 20));
}

/// A specification, or a manifest.
Result<json> readJson(const std::filesystem::path &file)
{
    const auto bytes = regularFileSize(file);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (*bytes > largestFileBytes)
        return readLargeManifest(file, *bytes);
    const auto text = readTextFile(file, largestFileBytes);
    if (!text)
        return tl::unexpected(text.error());
    auto parsed = parseStrictJson(*text);
    if (!parsed)
        return fail(parsed.error().code, fmt::format("{}: specification: {}", file.string(), parsed.error().detail));
    return parsed;
}

} // namespace

Result<bool> specNames(const std::filesystem::path &file, const std::string &field)
{
    return readJson(file).map([&](const json &parsed) { return specIn(parsed).contains(field); });
}

Result<SynthesisSpec> readSpec(const std::filesystem::path &file)
{
    const auto parsed = readJson(file);
    if (!parsed)
        return tl::unexpected(parsed.error());
    auto spec = specFromObject(specIn(*parsed));
    if (!spec)
        return fail(spec.error().code, fmt::format("{}: {}", file.string(), spec.error().detail));
    return spec;
}

} // namespace patina
