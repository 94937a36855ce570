#pragma once

#include "core/base/job_context.h"
#include "core/comparison/mcnemar.h"
#include "core/comparison/pairing.h"
#include "core/metrics/evaluation.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace patina {

/// One of the two evaluations that are compared.
struct ComparedSide
{
    const Evaluation &evaluation;
    std::string whyNoThresholds{}; ///< empty where the figures at the two thresholds have a meaning
};

/// A figure of both on the images that both have, and B - A.
struct ComparedFigure
{
    std::string name; ///< as in `evaluate --json`
    Figure a;
    Figure b;
    Figure difference;
    FigureInterval interval; ///< 95 %, of the difference
};

/// At the review or at the reject threshold of each.
struct ComparedCounts
{
    std::vector<PairedCount> defects; ///< found by any pixel: classes that count as defects in both, then "all"
    PairedCount good;                 ///< good images flagged
};

/// A defect that both know.
struct ComparedDefect
{
    std::string imageId;
    std::string className;
    RegionOutcome a; ///< its box in the map of A
    RegionOutcome b;
    // At review and at reject:
    std::array<bool, 2> foundByA{};
    std::array<bool, 2> foundByB{};
};

/// An image that is good for both.
struct ComparedGood
{
    std::string imageId;
    double scoreA = 0.0; ///< each on the scale of its model
    double scoreB = 0.0;
    std::array<bool, 2> flaggedByA{};
    std::array<bool, 2> flaggedByB{};
};

struct Comparison
{
    std::vector<ComparedFigure> figures;
    std::array<ComparedCounts, 2> counts; ///< at review and at reject; empty where one of the two has no thresholds
    std::string whyNoCounts;              ///< empty: they are there
    std::vector<ComparedDefect> defects;
    std::vector<ComparedGood> good;
    std::int64_t images = 0; ///< that both have
    std::vector<std::string> imagesOnlyA;
    std::vector<std::string> imagesOnlyB;
    std::int64_t goodInOne = 0;    ///< images of both that are good for only one of the two
    std::int64_t defectsOnlyA = 0; ///< on images of both, without their like
    std::int64_t defectsOnlyB = 0;
    std::int64_t groups = 0;
};

/// Compares two evaluations of the same images: two models, or two policies. Figures of each are counted anew on the
/// images that both have; they equal those of the evaluation where these are all. Each counts its own defects; one by
/// one only those are compared that both know (pairedRegions).
/// The interval of a difference is that of a paired bootstrap: on each resample the same groups are drawn for both
/// (Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 10; groups as in groupIntervals), so that what
/// makes an image hard for both cancels out. Absent where a figure of either is, and where one has no meaning on more
/// than 5 % of the resamples. Groups are those of A.
/// Progress stage "resample". Errors: BadArgument (other classes, no image in common), Cancelled.
Result<Comparison> compareEvaluations(const ComparedSide &a, const ComparedSide &b, const BootstrapSettings &bootstrap,
                                      const JobContext &context = {});

} // namespace patina
