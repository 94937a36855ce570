#pragma once

#include "core/base/job_context.h"
#include "core/coreset/patch_probe.h"
#include "core/pipeline/model.h"
#include "core/pipeline/training_images.h"

#include <optional>
#include <span>
#include <vector>

namespace patina {

/// A patch of a held-out image that no training image bears out.
struct LonePatch
{
    std::size_t record = 0; ///< in Dataset::images
    PatchRef origin;        ///< row and column
    double loneliness = 0.0;
};

/// Looks for contamination in the images that are held out for the score scale, by the measure of rows that stand
/// alone: (the distance to the nearest patch of a training image + that to the nearest row) over the spacing of the
/// bank. Of each image at most 8 patches are followed, the farthest from the bank, two patches apart at least; of all
/// images the 1,000 farthest.
class HeldOutSuspects
{
public:
    /// Scores the images. One that cannot be read is left out: calibration tells of it.
    /// \param spacing of the bank, > 0. Errors: those of TrainingImages::show (strict) and NeighbourIndex, Cancelled.
    static Result<HeldOutSuspects> find(const FeatureMatrix &bank, double spacing, const TrainRequest &request,
                                        std::span<const std::size_t> heldOut, const TrainingImages &images,
                                        const JobContext &context);

    /// Patches of a training image. Errors: those of PatchProbe.
    Result<void> add(const FeatureMatrix &features, const JobContext &context)
    {
        return m_probe.add(features, context);
    }

    /// When all training images have passed: what stands alone, the loneliest first.
    std::vector<LonePatch> lonePatches() const;

private:
    struct Candidate
    {
        std::size_t record = 0;
        PatchRef origin;
        float nearestRowL2 = 0.0F;
        std::vector<float> features;
    };
    static void keepFarthest(std::vector<Candidate> &candidates, std::size_t most);
    HeldOutSuspects(const std::vector<Candidate> &candidates, int dim, double spacing, int threads);

    std::vector<LonePatch> m_patches; ///< loneliness: of the distance to the row alone
    PatchProbe m_probe;
    double m_spacing;
};

} // namespace patina
