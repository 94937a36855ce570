#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/metrics/kappa.h"
#include "core/project/contents.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace patina {

/// What two readers said of a region.
struct RegionDecision
{
    std::string image;  ///< id
    cv::Rect box;       ///< image pixels; of the first reader's label where there is one
    std::string first;  ///< class, or "good": nothing is there; empty: the first reader did not decide
    std::string second; ///< the same of the second

    bool both() const { return !first.empty() && !second.empty(); }
    bool operator==(const RegionDecision &) const = default;
};

/// How far two readers agree. Categories: the classes that either used, by their position in the project, then "good",
/// the false alarm.
struct Agreement
{
    std::string first;
    std::string second;
    std::vector<RegionDecision> decisions; ///< in the order of images, then of the first reader's labels
    std::int64_t onlyFirst = 0;
    std::int64_t onlySecond = 0;
    std::vector<std::string> categories;
    ConfusionTable classTable{0}; ///< of what both decided, by category
    ConfusionTable kindTable{4};  ///< the same by kind: defect, impurity, ambiguous, nothing
    Kappa classes;
    Kappa kinds;

    std::int64_t both() const { return classTable.total(); }
};

/// "defect", "impurity", "ambiguous", "nothing": rows of the table of kinds.
std::vector<std::string> agreementKinds();

/// Who has decided something, in alphabetical order; without the reader of imported masks.
std::vector<std::string> readersOf(const ProjectContents &contents);

/// What was imported under a reader's name is not his decision; the reader of imported masks can be compared with.
/// Regions are paired within an image: two labels can be of one region where they share at least half of the smaller
/// one's pixels; those that share most of their union come first, and each is in one pair at most.
/// Errors: BadArgument (one reader twice), NotFound (no label of a reader, with the readers that there are), Cancelled.
Result<Agreement> agreementOf(const ProjectContents &contents, const std::string &first, const std::string &second,
                              const JobContext &context);

/// A line for each decision: image, box, what the first and the second said (empty: not decided), and whether that is
/// the same.
std::string agreementCsv(const Agreement &agreement);

/// One sentence for a kappa that is not defined; empty for one that is.
std::string whyNoKappa(const Kappa &kappa);

} // namespace patina
