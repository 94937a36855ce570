#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/thresholds/calibration_data.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace patina {

/// What is known of an image before it is scored.
struct KnownImage
{
    std::string id;
    std::string group;            ///< empty: one of its own
    std::string className;        ///< "good", or what its folder says
    std::set<std::string> labels; ///< classes of its masks or labels
};

/// Two parts of images that have no group in common, by their ids: thresholds are chosen on the one, figures quoted on
/// the other.
struct ImageParts
{
    std::set<std::string> calibration;
    std::set<std::string> quoted;
    std::int64_t leftOut = 0; ///< in neither: others of their group calibrate
    bool operator==(const ImageParts &) const = default;
};

/// The test images of a data set.
std::vector<KnownImage> knownImages(const Dataset &dataset);

/// Deals whole groups, as splitByGroup() does it, by what is known before anything is scored: so every verb, whatever
/// it scores first, has the same parts for the same images, groups, share and seed. The order of the images is of no
/// influence. \param share of the calibration part, in (0, 1). Errors: BadArgument (one part has no image).
Result<ImageParts> dealtParts(const std::vector<KnownImage> &images, double share, std::uint64_t seed);

/// Calibrates on the images that a list names (CSV with a column `image`, ids). Others of their groups are left out.
/// \param source that they are of, for what is said. Errors: those of readCsvTable(); BadArgument (a name that is none
/// of the images, one part has no image).
Result<ImageParts> listedParts(const std::vector<KnownImage> &images, const std::filesystem::path &list,
                               const std::string &source);

/// Judged images on the side that they were dealt to; those of neither are left out.
CalibrationSplit splitByParts(const CalibrationData &data, const Outcomes &outcomes, const ImageParts &parts);

/// How parts came about, for whoever reads the figures.
struct PartsNote
{
    std::string how;   ///< "whole groups dealt by seed 0, ..."
    bool dealt = true; ///< by share and seed; false: the calibration images were named
    // SHA-256 of the ids of a part, sorted, a line feed after each:
    std::string calibrationSha256;
    std::string acceptanceSha256;
};
PartsNote dealtNote(const ImageParts &parts, double share, std::uint64_t seed);
PartsNote namedNote(const ImageParts &parts, const std::string &by);

} // namespace patina
