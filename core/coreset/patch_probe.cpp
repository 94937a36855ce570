#include "core/coreset/patch_probe.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace patina {

namespace {

constexpr float infinite = std::numeric_limits<float>::infinity();

} // namespace

int nearbyImages(std::int64_t images)
{
    return static_cast<int>(std::clamp<std::int64_t>(images / 15, 3, mostNearbyImages));
}

PatchProbe::PatchProbe(const FeatureMatrix &patches, std::span<const PatchRef> origins, std::vector<std::size_t> which,
                       int images, double enoughL2)
    : m_patches(patches), m_origins(origins),
      m_nearby(static_cast<std::size_t>(std::clamp(images, 1, mostNearbyImages))),
      m_enough(static_cast<float>(enoughL2))
{
    Followed followed{0, infinite, {}};
    followed.nearest.fill(infinite);
    m_followed.assign(which.size(), followed);
    for (std::size_t i = 0; i < which.size(); ++i)
        m_followed[i].patch = which[i];
}

Result<void> PatchProbe::add(BlockSearch &block, const Neighbours *nearest, const PatchRef &image,
                             const JobContext &context)
{
    if (!sameImage(image, m_image)) {
        closeImage();
        m_image = image;
    }
    if (nearest != nullptr && !done())
        takeKnown(*nearest, image);
    std::vector<Followed *> asked;
    std::vector<float> within;
    FeatureMatrix queries(0, m_patches.dim());
    queries.reserve(std::ssize(m_followed));
    for (Followed &followed : m_followed)
        if (!(followed.ofImage < m_enough) && !sameImage(m_origins[followed.patch], image)) {
            asked.push_back(&followed);
            within.push_back(std::min(followed.ofImage, followed.nearest[m_nearby - 1]));
            queries.appendRow(m_patches.row(static_cast<std::int64_t>(followed.patch)));
        }
    auto found = block.nearestL2(queries, {within, m_enough}, context);
    if (!found)
        return failFrom(std::move(found));
    for (std::size_t i = 0; i < asked.size(); ++i)
        asked[i]->ofImage = std::min(asked[i]->ofImage, (*found)[i]);
    return {};
}

/// That a patch of the image has one of ours for its nearest tells how far ours is from the image at most.
void PatchProbe::takeKnown(const Neighbours &nearest, const PatchRef &image)
{
    std::vector<float> known(m_origins.size(), infinite);
    for (std::size_t i = 0; i < nearest.ids.size(); ++i) {
        assert(nearest.ids[i] >= 0 && nearest.ids[i] < std::ssize(m_origins));
        float &least = known[static_cast<std::size_t>(nearest.ids[i])];
        least = std::min(least, nearest.distancesL2[i]);
    }
    for (Followed &followed : m_followed)
        if (!sameImage(m_origins[followed.patch], image))
            followed.ofImage = std::min(followed.ofImage, known[followed.patch]);
}

std::vector<PatchProbe::Found> PatchProbe::take()
{
    closeImage();
    std::vector<Found> found;
    found.reserve(m_followed.size());
    for (const Followed &followed : m_followed)
        found.push_back({followed.patch, followed.nearest[m_nearby - 1]});
    m_followed.clear();
    return found;
}

/// Before the first image all distances are infinite, and nothing changes.
void PatchProbe::closeImage()
{
    for (Followed &followed : m_followed) {
        const auto nearest = std::span(followed.nearest).first(m_nearby);
        if (followed.ofImage < nearest.back()) {
            nearest.back() = followed.ofImage;
            std::ranges::sort(nearest);
        }
        followed.ofImage = infinite;
    }
    dropNear();
}

void PatchProbe::dropNear()
{
    std::erase_if(m_followed, [&](const Followed &followed) { return followed.nearest[m_nearby - 1] < m_enough; });
}

const std::vector<PatchProbe::Followed> &PatchProbe::followed()
{
    closeImage();
    return m_followed;
}

/// A patch that one probe has dropped has enough.
void PatchProbe::join(std::vector<Followed> all, int probes)
{
    std::ranges::stable_sort(all, {}, &Followed::patch);
    m_followed.clear();
    for (auto first = all.begin(); first != all.end();) {
        const auto end = std::find_if(first, all.end(), [&](const Followed &f) { return f.patch != first->patch; });
        if (end - first == probes) {
            std::vector<float> nearest;
            for (auto of = first; of != end; ++of)
                nearest.insert(nearest.end(), of->nearest.begin(), of->nearest.end());
            std::ranges::sort(nearest);
            std::copy_n(nearest.begin(), first->nearest.size(), first->nearest.begin());
            m_followed.push_back(*first);
        }
        first = end;
    }
    dropNear();
}

} // namespace patina
