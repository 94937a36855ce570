#include "core/synthesis/synthesis_spec.h"

#include "core/synthesis/spec_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina {

namespace {

using synthesis::RangeField;

tl::unexpected<Error> bad(std::string detail)
{
    return fail(ErrorCode::BadArgument, "specification: " + std::move(detail));
}

Result<void> checkNames(std::string_view field, const std::vector<std::string> &names,
                        std::span<const std::string_view> known)
{
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (std::find(known.begin(), known.end(), *name) == known.end())
            return bad(fmt::format("{} has '{}', which this version cannot make; known: {}", field, *name,
                                   fmt::join(known, ", ")));
        if (std::find(names.begin(), name, *name) != name)
            return bad(fmt::format("{} names '{}' twice", field, *name));
    }
    return {};
}

Result<void> checkNumber(std::string_view field, double value, double lowest, double highest)
{
    if (std::isfinite(value) && value >= lowest && value <= highest)
        return {};
    return bad(fmt::format("{} is {}; it may be {} to {}", field, value, lowest, highest));
}

Result<void> checkCounts(const SynthesisSpec &spec)
{
    std::int64_t total = 0;
    for (const auto &field : synthesis::countFields()) {
        const int count = spec.counts.*field.of;
        if (auto checked = checkNumber(fmt::format("counts.{}", field.name), count, 0, synthesis::largestCount);
            !checked)
            return checked;
        const bool ofEach = field.of == &SynthesisCounts::testDefect;
        total += count * (ofEach ? std::ssize(spec.defects) : std::int64_t{1});
    }
    if (total > synthesis::largestCount)
        return bad(
            fmt::format("counts ask for {} images in all; a data set may have {}", total, synthesis::largestCount));
    if (total == 0)
        return bad("counts are all 0; ask for at least one image");
    if (spec.defects.empty() && spec.counts.testDefect > 0)
        return bad(fmt::format("counts.testDefect is {} but defects is empty; name a defect or set it to 0",
                               spec.counts.testDefect));
    return {};
}

Result<void> checkExemplar(const SynthesisSpec &spec)
{
    const int most =
        spec.exemplar.base == ExemplarBase::Photo ? synthesis::largestExemplar : synthesis::largestTextures;
    if (std::ssize(spec.exemplar.images) <= most)
        return {};
    return bad(fmt::format("exemplar.images has {} images; with base {} it may have {}: name fewer",
                           spec.exemplar.images.size(), nameOf(spec.exemplar.base), most));
}

Result<void> checkAmbiguous(const SynthesisSpec &spec)
{
    if (spec.counts.testAmbiguous == 0)
        return {};
    if (spec.ambiguous.empty())
        return bad(fmt::format("counts.testAmbiguous is {} but ambiguous is empty; name a case ({}) or set it to 0",
                               spec.counts.testAmbiguous, fmt::join(synthesisAmbiguities(), ", ")));
    const bool stains = std::ranges::find(spec.impurities, "water-stain") != spec.impurities.end();
    for (const std::string &name : spec.ambiguous)
        if (!stains && ambiguityNeedsStain(name))
            return bad(fmt::format("ambiguous has '{}' but impurities has no water-stain; add it, or leave only "
                                   "hairline in ambiguous",
                                   name));
    return {};
}

Result<void> checkBitDepth(int bitDepth)
{
    const std::vector<int> known = synthesisBitDepths();
    if (std::ranges::find(known, bitDepth) != known.end())
        return {};
    return bad(fmt::format("bitDepth is {}; it may be {}", bitDepth, fmt::join(known, ", ")));
}

Result<void> checkRange(const RangeField &field)
{
    const Range &range = *field.range;
    const std::string name = fmt::format("ranges.{}.{}", field.section, field.name);
    const bool ordered = std::isfinite(range.low) && std::isfinite(range.high) && range.low <= range.high;
    if (ordered && range.low >= field.lowest && range.high <= field.highest)
        return {};
    return bad(fmt::format("{} is [{}, {}]; it may be {} to {}, the lower end first", name, range.low, range.high,
                           field.lowest, field.highest));
}

} // namespace

std::string_view nameOf(SynthesisVersion version)
{
    switch (version) {
    case SynthesisVersion::Clean:
        return "clean";
    case SynthesisVersion::Stained:
        return "stained";
    default:
        return "both";
    }
}

std::string_view nameOf(LightKind kind)
{
    return kind == LightKind::Bar ? "bar" : "ring";
}

Result<SynthesisVersion> synthesisVersionFromName(std::string_view name)
{
    for (const auto version : {SynthesisVersion::Clean, SynthesisVersion::Stained, SynthesisVersion::Both})
        if (name == nameOf(version))
            return version;
    return bad(fmt::format("version is '{}'; it may be clean, stained or both", name));
}

Result<SynthesisCounts> splitCounts(int total, int defectClasses)
{
    const int least = defectClasses > 0 ? defectClasses + 2 : 1;
    if (total < least)
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} images are too few for {} kinds of defects: there must be one to train on, one "
                                "good one to test and one of each kind; ask for {}, for fewer kinds, or for each "
                                "number by itself",
                                total, defectClasses, least));
    const SynthesisCounts usual;
    const auto share = [](int whole, int part, int rest) {
        return static_cast<int>(std::floor(whole * (static_cast<double>(part) / (part + rest)) + 0.5));
    };
    SynthesisCounts counts{0, 0, 0, 0};
    if (defectClasses > 0)
        counts.testDefect = std::max(1, share(total, usual.testDefect, usual.train + usual.testGood) / defectClasses);
    const int good = total - counts.testDefect * defectClasses;
    counts.testGood = std::clamp(share(good, usual.testGood, usual.train), defectClasses > 0 ? 1 : 0, good - 1);
    counts.train = good - counts.testGood;
    return counts;
}

std::vector<int> synthesisBitDepths()
{
    return {8, 10, 12, 14, 16};
}

bool takesWholePhotos(const SynthesisSpec &spec)
{
    return spec.surface == "exemplar" && spec.exemplar.base == ExemplarBase::Photo && spec.exemplar.whole;
}

Result<void> validate(const SynthesisSpec &spec)
{
    auto checked =
        checkNames("surface", {spec.surface}, synthesisSurfaces())
            .and_then([&] { return checkNames("defects", spec.defects, synthesisDefects()); })
            .and_then([&] { return checkNames("impurities", spec.impurities, synthesisImpurities()); })
            .and_then([&] { return checkExemplar(spec); })
            .and_then([&] { return checkNames("ambiguous", spec.ambiguous, synthesisAmbiguities()); })
            .and_then([&] { return checkCounts(spec); })
            .and_then([&] { return checkAmbiguous(spec); })
            .and_then([&] { return checkPlaces(spec.places, synthesisDefects()); })
            .and_then([&] {
                return checkNumber("size.width", spec.widthPx, synthesis::smallestSidePx, synthesis::largestSidePx);
            })
            .and_then([&] {
                return checkNumber("size.height", spec.heightPx, synthesis::smallestSidePx, synthesis::largestSidePx);
            })
            .and_then([&] {
                return checkNumber("mmPerPixel", spec.mmPerPixel, synthesis::smallestMmPerPixel,
                                   synthesis::largestMmPerPixel);
            })
            .and_then([&] { return checkBitDepth(spec.bitDepth); });
    if (!checked)
        return checked;
    if (spec.impurities.empty() && spec.version != SynthesisVersion::Clean)
        return bad(fmt::format("version is {} but impurities is empty; name an impurity or ask for clean",
                               nameOf(spec.version)));
    SynthesisRanges ranges = spec.ranges;
    for (const RangeField &field : synthesis::rangeFields(ranges))
        if (auto good = checkRange(field); !good)
            return good;
    return {};
}

} // namespace patina
