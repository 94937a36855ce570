#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// Both ends included; every image draws its own value.
struct Range
{
    double low = 0.0;
    double high = 0.0;
    bool operator==(const Range &) const = default;
};

enum class SynthesisVersion { Clean, Stained, Both };
enum class LightKind { Bar, Ring };

/// How the metal was brushed.
struct BrushedRanges
{
    Range directionDeg{-1.5, 1.5};   ///< of the brushing; 0 = along the rows, positive turns towards +y
    Range roughnessRqUm{0.22, 0.32}; ///< deviation of the height over the scales a pixel resolves
    Range grooveLengthMm{2.0, 4.0};  ///< typical length of one brush mark
    Range alphaAlong{0.085, 0.11};   ///< GGX roughness of what a pixel does not resolve, along the brushing
    Range alphaAcross{0.20, 0.26};   ///< the same across it
    Range bandContrast{0.07, 0.12};  ///< relative deviation of alphaAcross between brush bands
    bool operator==(const BrushedRanges &) const = default;
};

struct LightRanges
{
    Range azimuthDeg{70.0, 110.0};     ///< where the lamp stands; 0 = to the right, 90 = below the image
    Range tiltDeg{6.0, 11.0};          ///< angle of the half vector to the normal at the image centre: 0 = bright field
    Range distanceDiagonals{2.2, 3.0}; ///< from the image centre, in image diagonals
    Range ambient{0.10, 0.18};         ///< share of the light that comes from the surroundings
    bool operator==(const LightRanges &) const = default;
};

struct CameraRanges
{
    Range blurPx{0.55, 0.75};   ///< deviation of the lens blur
    Range exposure{0.24, 0.30}; ///< mean of the clean surface on the linear scale, 1 = white
    Range fullWellElectrons{11000.0, 13000.0};
    Range readNoiseElectrons{7.0, 11.0};
    Range vignetting{0.08, 0.18}; ///< loss of light at the corners
    bool operator==(const CameraRanges &) const = default;
};

struct ScratchRanges
{
    Range perImage{1.0, 3.0};
    Range lengthMm{1.6, 9.0};
    Range widthUm{14.0, 85.0}; ///< of the groove between its burrs; under a pixel: a hairline
    Range depthToWidth{0.04, 0.10};
    Range angleDeg{-80.0, 80.0}; ///< to the brushing
    Range bendDeg{0.0, 35.0};    ///< turn of the path from end to end
    bool operator==(const ScratchRanges &) const = default;
};

struct WaterStainRanges
{
    Range imageShare{0.75, 0.75}; ///< share of the images that carry stains
    Range perImage{1.0, 4.0};
    Range radiusMm{0.5, 2.6};
    Range drops{1.0, 4.0};          ///< that ran together into one stain
    Range irregularity{0.08, 0.26}; ///< a in r(theta) = R (1 + a fbm(theta))
    Range rim{0.45, 0.95};          ///< share of the reflection that the rim's deposit blocks
    Range film{0.05, 0.22};         ///< the same of the film inside
    Range innerRings{0.0, 3.0};
    Range filmNm{30.0, 150.0};     ///< thickness of the transparent film: its interference tint
    Range runOffShare{0.25, 0.25}; ///< share of the stains with a run-off streak
    Range wipedShare{0.20, 0.20};  ///< share of the stains that were partly wiped
    bool operator==(const WaterStainRanges &) const = default;
};

struct SynthesisRanges
{
    BrushedRanges surface;
    LightRanges light;
    CameraRanges camera;
    ScratchRanges scratch;
    WaterStainRanges waterStain;
    bool operator==(const SynthesisRanges &) const = default;
};

/// Images per split and version.
struct SynthesisCounts
{
    int train = 24;
    int validation = 0;
    int testGood = 10;
    int testDefect = 14; ///< for each defect class
    bool operator==(const SynthesisCounts &) const = default;
};

/// What to make. The same specification gives the same bytes, on any number of threads.
struct SynthesisSpec
{
    std::string surface = "brushed";
    std::vector<std::string> defects{"scratch"};
    std::vector<std::string> impurities{"water-stain"};
    SynthesisVersion version = SynthesisVersion::Both;
    LightKind light = LightKind::Bar;
    SynthesisCounts counts;
    int widthPx = 1024;
    int heightPx = 768;
    double mmPerPixel = 0.02;
    std::uint64_t seed = 1;
    SynthesisRanges ranges;

    bool operator==(const SynthesisSpec &) const = default;
};

/// What this build can make.
std::span<const std::string_view> synthesisSurfaces();
std::span<const std::string_view> synthesisDefects();
std::span<const std::string_view> synthesisImpurities();

Result<SynthesisVersion> synthesisVersionFromName(std::string_view name);
std::string_view nameOf(SynthesisVersion version);
std::string_view nameOf(LightKind kind);

/// Splits `total` images like the default counts (24 train, 10 test good, 14 with defects); all defect classes
/// together. \param defectClasses 0: no images with defects.
SynthesisCounts splitCounts(int total, int defectClasses);

/// Errors: BadArgument, naming the field, its value and what it may be.
Result<void> validate(const SynthesisSpec &spec);

/// Every field, ranges included: reading it gives the same specification.
nlohmann::ordered_json toJson(const SynthesisSpec &spec);

/// Fields that are missing keep their defaults; unknown ones are refused. Validated.
/// Errors: BadFormat (not JSON, wrong type, unknown field), VersionMismatch, BadArgument (value outside its range).
Result<SynthesisSpec> specFromJson(std::string_view text);

/// Reads a specification, or the one inside a manifest written by writeDataset.
/// Errors: those of specFromJson, NotFound, Unreadable, TooLarge (over 64 MiB).
Result<SynthesisSpec> readSpec(const std::filesystem::path &file);

} // namespace patina
