#pragma once

#include "core/dataset/dataset.h"
#include "core/labels/run_mask.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What a project knows. Each kind of fact has a key that is unique within it; facts refer to each other by keys.
namespace patina {

/// An image of the project. Key: id.
struct ProjectImage
{
    std::string id;     ///< as in the data set that it came from
    std::string path;   ///< '/' separated; relative to the project's folder where it lies below that, else absolute
    std::string sha256; ///< of the file when it was added; empty: not known
    Split split = Split::Test;
    std::string className = "good"; ///< what its folder says: "good" or a class
    std::string group;              ///< part or batch

    bool operator==(const ProjectImage &) const = default;
};

/// A class of the project. Key: name.
struct ProjectClass
{
    std::string name;
    ClassKind kind = ClassKind::Defect;
    int position = 0; ///< in lists, and of its key: the first nine have keys 1 to 9

    bool operator==(const ProjectClass &) const = default;
};

/// Where a label came from.
enum class LabelSource {
    Imported, ///< a mask of the data set
    Region,   ///< what a model flagged, or a part of it
    Drawn,    ///< painted by hand
};

/// Somebody's word on a part of an image. Key: id.
struct Label
{
    std::int64_t id = 0;
    std::string image;     ///< id of the image
    std::string className; ///< a class; "good": nothing is there, a false alarm
    std::string reader;    ///< who said so; of imported masks "ground truth"
    LabelSource source = LabelSource::Drawn;
    RunMask mask;
    std::string modelHash;           ///< of a region: of the model that flagged it
    std::optional<double> threshold; ///< of a region: at which

    bool operator==(const Label &) const = default;
};

/// A reader is done with an image. Key: image and reader.
struct Review
{
    std::string image;
    std::string reader;
    std::string utc; ///< when

    bool operator==(const Review &) const = default;
};

enum class ZoneKind {
    Roi,        ///< only what lies in one of these counts, where there are any
    Ignore,     ///< what lies here does not count
    Thresholds, ///< has thresholds of its own
};

inline constexpr double leastThresholdFactor = 0.1;
inline constexpr double mostThresholdFactor = 10.0;

/// Key: id.
struct Zone
{
    std::int64_t id = 0;
    std::string image; ///< empty: of all images
    ZoneKind kind = ZoneKind::Ignore;
    std::vector<cv::Point> polygon; ///< image pixels, at least three corners
    /// Of ZoneKind::Thresholds, and none of the others: how many times as high both thresholds are here.
    std::optional<double> thresholdFactor{};

    bool operator==(const Zone &) const = default;
};

/// A model that was used. Key: hash.
struct ProjectModel
{
    std::string hash;
    std::string path; ///< as an image's
    std::string addedUtc;

    bool operator==(const ProjectModel &) const = default;
};

/// Key: name ("review.threshold", "mmPerPixel", ...).
struct Setting
{
    std::string name;
    std::string value;

    bool operator==(const Setting &) const = default;
};

} // namespace patina
