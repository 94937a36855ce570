#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/network/device.h"
#include "core/studies/study_plan.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patina {

struct BelievabilityRequest
{
    StudyDataset real;
    std::vector<StudyDataset> made;   ///< made to look like it
    std::vector<std::string> classes; ///< of the real defects that are compared with; empty: all
    std::string backbone = "efficientnet-lite0";
    std::filesystem::path backboneFolder; ///< empty: the user's data folder
    int images = 60;                      ///< of each set, drawn by the seed
    int patches = 40;                     ///< of each image
    std::uint64_t seed = 0;
    int threads = 0;
    Device device{};
};

/// How far one set is from the real one. Half of the real images are what is compared with; the first row of each part
/// is the other half, real images that could not be nearer.
struct BelievabilityRow
{
    std::string name;
    std::int64_t images = 0;
    std::int64_t patches = 0;
    /// Mean distance of its patches to the nearest of the real ones, over the same of the other real half. 1: as near.
    double nearest = 0.0;
    /// Mean distance of the other real half's patches to the nearest of its own, over that to the real half: above 1,
    /// real patches have no like in it.
    double covered = 0.0;
    std::optional<double> spectrumDb; ///< see spectrumDistance(); of good images, none where they are too small
    /// AUROC at which a logistic regression on backbone features tells its patches from real ones, groups kept apart:
    /// 0.5 could not be better, 1 gives it away. None where either has too few groups, see canCrossValidate().
    std::optional<double> toldApart;
};

struct Believability
{
    std::vector<std::string> classes;      ///< of the real defects; empty: all
    std::vector<BelievabilityRow> surface; ///< patches anywhere on good images
    std::vector<BelievabilityRow> defects; ///< patches in the masks of defects; empty where either has none
};

/// Real images that made sets come from are left out, see pathsOfExemplars(). The halves of the real set share no
/// group. Each made set, and two that anybody could make of the real images, beside real images that were held out:
/// "random phase", good images with the phases of their Fourier transform drawn anew; "pasted blobs", good images with
/// ellipses of one brightness pasted on, as many, as large and as different from their surroundings as the defects of
/// the real set (of good images: as they are, without their like). A made set has to be nearer than both. Progress:
/// stage "believability" (images). Errors: BadArgument (a class that the real set does not have), NotFound (too few
/// good images, too few with a class that was asked for, or all of either in one group), those of openImage() and
/// FeatureExtractor, Cancelled.
Result<Believability> measureBelievability(const BelievabilityRequest &request, const JobContext &context);

/// A Markdown table of each part.
std::string believabilityMarkdown(const Believability &found);
/// `classes` (comma separated), `surface.<i>.name`, `.nearest`, `.covered`, `.spectrumDb`, `.toldApart` (null: none);
/// `defects.<i>...`.
std::string believabilityJson(const Believability &found);

} // namespace patina
