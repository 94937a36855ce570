#pragma once

#include "core/base/result.h"
#include "core/synthesis/places_spec.h"
#include "core/synthesis/surfaces/exemplar_spec.h"
#include "core/synthesis/synthesis_ranges.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

enum class SynthesisVersion { Clean, Stained, Both };

/// Images per split and version.
struct SynthesisCounts
{
    int train = 24;
    int validation = 0;
    int testGood = 10;
    int testDefect = 14; ///< for each defect class
    int testAmbiguous = 0;
    bool operator==(const SynthesisCounts &) const = default;
};

/// What to make. The same specification gives the same bytes, on any number of threads.
struct SynthesisSpec
{
    std::string surface = "brushed";
    std::vector<std::string> defects{"scratch"};
    std::vector<std::string> impurities{"water-stain"};
    /// Cases made so that nobody can be sure, taken in turn by the images of test/ambiguous.
    std::vector<std::string> ambiguous{"stain-over-scratch", "scratch-in-stain", "hairline"};
    SynthesisVersion version = SynthesisVersion::Both;
    LightKind light = LightKind::Bar;
    SynthesisCounts counts;
    int widthPx = 1024; ///< where photos are taken whole: of the largest
    int heightPx = 768;
    int bitDepth = 8; ///< one of synthesisBitDepths(); above 8 in files of 16 bits, as cameras write them
    double mmPerPixel = 0.02;
    std::uint64_t seed = 1;
    SynthesisRanges ranges;
    DefectPlaces places;               ///< where defects lie, by kind; of others anywhere
    ExemplarSpec exemplar;             ///< what the surface "exemplar" is like; without a meaning for others
    std::vector<std::string> fittedTo; ///< SHA-256 of real images whose defects the ranges were fitted to

    bool operator==(const SynthesisSpec &) const = default;
};

/// What this build can make.
std::vector<std::string_view> synthesisSurfaces();
std::vector<std::string_view> synthesisDefects();
std::vector<std::string_view> synthesisImpurities();
std::vector<std::string_view> synthesisAmbiguities();
/// Bits of a channel: white is the largest number that they hold.
std::vector<int> synthesisBitDepths();
constexpr int whiteOf(int bitDepth)
{
    return (1 << bitDepth) - 1;
}
/// Whether such a case needs the impurity water-stain.
bool ambiguityNeedsStain(std::string_view ambiguity);

Result<SynthesisVersion> synthesisVersionFromName(std::string_view name);
std::string_view nameOf(SynthesisVersion version);

/// Splits `total` images like the default counts (24 train, 10 test good, 14 with defects); all defect classes
/// together. There is at least one to train on, and with defects one good one to test and one of each class.
/// \param defectClasses 0: no images with defects. Errors: BadArgument (too few for that).
Result<SynthesisCounts> splitCounts(int total, int defectClasses);

/// Whether each image is as large as the photo that it is like.
bool takesWholePhotos(const SynthesisSpec &spec);

/// The images of an exemplar may be named later: loadExemplar() asks for them.
/// Errors: BadArgument, naming the field, its value and what it may be.
Result<void> validate(const SynthesisSpec &spec);

/// Every field, ranges included: reading it gives the same specification.
nlohmann::ordered_json toJson(const SynthesisSpec &spec);

/// Fields that are missing keep their defaults; unknown ones are refused. Photos are taken whole where neither a size
/// nor exemplar.whole is named. Validated.
/// Errors: BadFormat (not JSON, wrong type, unknown field), VersionMismatch, BadArgument (value outside its range).
Result<SynthesisSpec> specFromJson(std::string_view text);

/// Reads a specification, or the one inside a manifest written by writeDataset, however many images that lists.
/// Errors: those of specFromJson, NotFound, Unreadable, TooLarge (over 64 MiB and no manifest).
Result<SynthesisSpec> readSpec(const std::filesystem::path &file);
/// Whether the file has a field of the specification at its top, such as "size": where it does not, photos are taken
/// whole, and what is not named keeps its default. Errors: those of readSpec().
Result<bool> specNames(const std::filesystem::path &file, const std::string &field);

} // namespace patina
