#pragma once

#include "core/base/job_context.h"
#include "core/coreset/patch_probe.h"
#include "core/pipeline/suspect_regions.h"
#include "core/pipeline/training_images.h"
#include "core/ranks/rank_group.h"

#include <memory>
#include <set>
#include <span>
#include <vector>

namespace patina {

/// What loneliness is measured in and by.
struct LonelinessMeasure
{
    double radiusL2;      ///< the covering radius, > 0
    int nearby;           ///< n: the n-th nearest image counts
    BlockSearch *earlier; ///< rows of earlier data set versions, which bear out what is near to them; null: none
};

/// Looks for contamination in the images that are held out for the score scale, by the measure of the bank's rows: the
/// distance to the n-th nearest training image over the covering radius. Of each image at most 8 patches are followed,
/// the farthest from the bank of each block, and two patches apart; of all images the 1,000 farthest.
class HeldOutSuspects
{
public:
    /// Scores the images, which ranks share. One that cannot be read is left out: calibration tells of it. Errors:
    /// those of TrainingImages::show (strict) and BlockSearch, Cancelled.
    static Result<HeldOutSuspects> find(const FeatureMatrix &bank, const LonelinessMeasure &measure,
                                        const TrainRequest &request, std::span<const std::size_t> heldOut,
                                        TrainingImages &images, RankGroup &ranks, const JobContext &context);

    /// Shows it a training image. Errors: those of PatchProbe.
    Result<void> add(BlockSearch &block, const PatchRef &image, const JobContext &context)
    {
        return m_probe.add(block, nullptr, image, context);
    }
    bool done() const { return m_probe.done(); }
    /// To be joined with those of other ranks.
    PatchProbe &probe() { return m_probe; }

    struct Found
    {
        std::vector<SuspectPatch> patches;
        std::set<std::size_t> alone; ///< in Dataset::images: those in which something stands alone
    };
    /// When all training images have passed.
    Found take(const Dataset &dataset);

private:
    struct Candidate
    {
        std::size_t record = 0;
        PatchRef origin;
        float nearestRowL2 = 0.0F;
        std::vector<float> features;
    };
    /// What the probe looks at, in its place.
    struct Patches
    {
        FeatureMatrix features;
        std::vector<PatchRef> origins; ///< data set -1: of no training image
        std::vector<std::size_t> records;
    };
    class Finding;
    static Bytes messageOf(const std::vector<Candidate> &candidates);
    static Result<std::vector<Candidate>> candidatesOf(const Bytes &message, std::size_t record, int dim);
    static std::vector<Candidate> farthestApart(std::vector<Candidate> candidates);
    static Result<void> dropBorneOut(std::vector<Candidate> &candidates, const LonelinessMeasure &measure,
                                     const JobContext &context);
    static std::unique_ptr<Patches> patchesOf(const std::vector<Candidate> &candidates, int dim);
    HeldOutSuspects(std::unique_ptr<Patches> patches, const LonelinessMeasure &measure);

    std::unique_ptr<Patches> m_patches;
    PatchProbe m_probe;
    double m_radius;
};

} // namespace patina
