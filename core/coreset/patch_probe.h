#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/index/block_search.h"
#include "core/index/neighbour_index.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// A patch stands alone whose n-th nearest image (nearbyImages) is this many covering radii away, or more. Chosen on
/// three draws of magnetic_tile and two of bsdata: docs/benchmarks.md.
inline constexpr double loneFrom = 1.25;
/// From here on somebody should look at it.
inline constexpr double suspectFrom = 1.1;
inline constexpr int mostNearbyImages = 8;

/// How many images bear out what is common among so many: a fifteenth of them, at least 3 and at most 8.
int nearbyImages(std::int64_t images);

/// How far patches are from the images that bear them out best. An image is as far from a patch as the nearest of its
/// own patches is; images pass by one after another. The same on any number of threads and however an image is cut into
/// blocks. Memory: the patches that are followed once more.
class PatchProbe
{
public:
    /// \param patches m x d and \param origins m; both must outlive the probe. A patch's own image is not measured.
    /// \param which of them are followed. \param images n, 1 to mostNearbyImages: the n-th nearest is looked for.
    /// \param enoughL2 a patch that n images are nearer to is followed no further.
    PatchProbe(const FeatureMatrix &patches, std::span<const PatchRef> origins, std::vector<std::size_t> which,
               int images, double enoughL2);

    /// \param block patches of one image, which is told by `image`'s data set and image; blocks of an image
    /// come one after another. \param nearest of the patches of the block among the patches of this probe, where it is
    /// known: it spares most of the search; null otherwise. Errors: those of BlockSearch.
    Result<void> add(BlockSearch &block, const Neighbours *nearest, const PatchRef &image, const JobContext &context);

    /// Has every patch enough? Then further images tell nothing.
    bool done() const { return m_followed.empty(); }

    /// A patch that is followed, with the distances to the images that have passed: exact from `enoughL2` on, others
    /// are only known to be below.
    struct Followed
    {
        std::size_t patch = 0;
        float ofImage = 0.0F; ///< L2 distance to the image that passes, or no less than the n-th nearest's
        std::array<float, mostNearbyImages> nearest{}; ///< the first n, rising
    };
    /// What has been found so far, for join(); the image that passes is at its end.
    const std::vector<Followed> &followed();
    /// Makes it as if all images had passed here that have passed so many equal probes, this one among them.
    /// \param all what they follow, one probe's after another's.
    void join(std::vector<Followed> all, int probes);

    struct Found
    {
        std::size_t patch = 0;
        float distanceL2 = 0.0F; ///< to the n-th nearest image; infinite where fewer have passed
    };
    /// When all images have passed: the patches that do not have enough, in their order.
    std::vector<Found> take();

private:
    void takeKnown(const Neighbours &nearest, const PatchRef &image);
    void closeImage();
    void dropNear();

    const FeatureMatrix &m_patches;
    std::span<const PatchRef> m_origins;
    std::vector<Followed> m_followed;
    std::size_t m_nearby; ///< n
    float m_enough;
    PatchRef m_image{-1, -1, -1, -1};
};

} // namespace patina
