#pragma once

#include "core/base/job_context.h"
#include "core/coreset/patch_probe.h"
#include "core/pipeline/model.h"
#include "core/pipeline/training_images.h"

#include <memory>
#include <span>
#include <vector>

namespace patina {

/// A patch of a held-out image that hardly any training image bears out.
struct LonePatch
{
    std::size_t record = 0; ///< in Dataset::images
    PatchRef origin;        ///< row and column
    double loneliness = 0.0;
};

/// Looks for contamination in the images that are held out for the score scale, by the measure of the bank's rows: the
/// distance to the n-th nearest training image over the covering radius. Of each image at most 8 patches
/// are followed, the farthest from the bank, two patches apart at least; of all images the 1,000 farthest.
class HeldOutSuspects
{
public:
    struct Measure
    {
        double radiusL2; ///< the covering radius, > 0
        int nearby;      ///< n
    };
    /// Scores the images. One that cannot be read is left out: calibration tells of it.
    /// Errors: those of TrainingImages::show (strict) and NeighbourIndex,
    /// Cancelled.
    static Result<HeldOutSuspects> find(const FeatureMatrix &bank, const Measure &measure, const TrainRequest &request,
                                        std::span<const std::size_t> heldOut, const TrainingImages &images,
                                        const JobContext &context);

    /// Shows it a training image. Errors: those of PatchProbe.
    Result<void> add(const NeighbourIndex &block, const PatchRef &image, const JobContext &context)
    {
        return m_probe.add(block, image, context);
    }
    bool done() const { return m_probe.done(); }

    /// When all training images have passed: what is suspect, the loneliest first.
    std::vector<LonePatch> take();

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
    static void keepFarthest(std::vector<Candidate> &candidates, std::size_t most);
    static std::unique_ptr<Patches> patchesOf(const std::vector<Candidate> &candidates, int dim);
    HeldOutSuspects(std::unique_ptr<Patches> patches, const Measure &measure, int threads);

    std::unique_ptr<Patches> m_patches;
    PatchProbe m_probe;
    double m_radius;
};

} // namespace patina
