#include "core/metrics/image_groups.h"

#include "core/base/random.h"

#include <map>
#include <string_view>

namespace patina {

ImageGroups::ImageGroups(const std::vector<ImageOutcome> &images) : m_groupOf(images.size())
{
    std::map<std::string_view, std::size_t> indices;
    for (const ImageOutcome &image : images)
        if (image.role != ImageRole::LeftOut)
            indices.emplace(image.group, 0);
    for (auto &[name, index] : indices)
        index = m_count++;
    for (std::size_t i = 0; i < images.size(); ++i)
        if (images[i].role != ImageRole::LeftOut)
            m_groupOf[i] = indices.at(images[i].group);
}

void ImageGroups::draw(std::uint64_t seed, std::int64_t resample, std::vector<double> &times) const
{
    times.assign(m_count, 0.0);
    Random random(Random(Random(seed).next() + static_cast<std::uint64_t>(resample)).next());
    for (std::size_t i = 0; i < m_count; ++i)
        times[static_cast<std::size_t>(random.below(m_count))] += 1.0;
}

} // namespace patina
