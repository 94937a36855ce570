#pragma once

#include "core/dataset/dataset.h"
#include "core/metrics/label_policy.h"
#include "core/metrics/outcomes.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace patina {

/// An image as rules see it.
struct JudgedImage
{
    std::int64_t image = 0; ///< into Outcomes::images
    std::string className;  ///< "good", or the class of its folder
    /// The image is flagged at t when peak >= t: the largest score of its map that counts.
    double peak = 0.0;
    std::string group; ///< part or batch
    bool operator==(const JudgedImage &) const = default;
};

/// A defect as rules see it.
struct JudgedDefect
{
    std::int64_t image = 0;
    std::string className;
    double peak = 0.0; ///< it escapes at t when peak < t
    std::string group;
    bool operator==(const JudgedDefect &) const = default;
};

/// What thresholds are chosen from and verified on. Images that a policy leaves out are in none of the lists.
struct CalibrationData
{
    std::vector<JudgedImage> good;
    std::vector<JudgedImage> anomalous;
    std::vector<JudgedDefect> defects; ///< outlined ones that count as defects
    bool operator==(const CalibrationData &) const = default;
};

/// The group of an image, by its id.
using GroupOfImage = std::function<std::string(const std::string &imageId)>;

/// \param groupOf empty: the group that the outcome names. Where it answers an empty text the image is a group of its
/// own. Where maps were opened by a least area (openByArea()) peaks are those of regions that are large enough.
CalibrationData calibrationData(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                                const GroupOfImage &groupOf = {});

/// The groups of a data set, for calibrationData(); holds its own copy.
GroupOfImage groupsOf(const Dataset &dataset);

/// Groups in which copies stay together, whatever part they are said to be of: else one copy would choose a threshold
/// and the other verify it.
struct CopiesTogether
{
    GroupOfImage groupOf;
    std::int64_t copies = 0; ///< images with the content of another one of another group
    std::string first;       ///< the first of them, by id
    std::string of;          ///< of which it is a copy
    /// One sentence on them; empty where there are none.
    std::string sentence() const;
};
/// \param groupOf as for calibrationData(). \param sha256 of image files by their ids; images without count as no copy.
CopiesTogether copiesTogether(const GroupOfImage &groupOf, const std::map<std::string, std::string> &sha256);

std::int64_t groupCount(const CalibrationData &data);

struct CalibrationSplit
{
    CalibrationData calibration;
    CalibrationData acceptance;
};

/// Two parts that have no group in common: thresholds are chosen on one and quoted on the other. Groups are dealt out
/// one at a time, those with what is rarest first, each to the side that lacks most of what it holds (iterative
/// stratification: Sechidis, Tsoumakas and Vlahavas 2011, ECML PKDD), so that good images and the defects of each class
/// come near `share`, and what lies in two groups or more is on both sides unless other classes on the same images
/// prevent it. Depends on groups and seed alone, not on the order of the images.
/// \param share of the calibration part, in (0, 1).
CalibrationSplit splitByGroup(const CalibrationData &data, double share, std::uint64_t seed);

} // namespace patina
