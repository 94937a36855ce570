#pragma once

#include "core/metrics/outcomes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace patina {

/// The groups (parts, batches) of the images that count, in the order of their names: what is drawn does not depend on
/// the order of the images.
class ImageGroups
{
public:
    explicit ImageGroups(const std::vector<ImageOutcome> &images);

    std::size_t count() const { return m_count; }
    /// None for an image that is left out. \param image into the images.
    std::optional<std::size_t> of(std::size_t image) const { return m_groupOf[image]; }

    /// As many groups as there are, drawn with replacement: how often each came. The same for the same seed and number,
    /// on every machine. \param times overwritten.
    void draw(std::uint64_t seed, std::int64_t resample, std::vector<double> &times) const;

private:
    std::size_t m_count = 0;
    std::vector<std::optional<std::size_t>> m_groupOf;
};

} // namespace patina
