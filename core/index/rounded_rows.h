#pragma once

#include "core/index/prefix_space.h"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace patina {

/// Coordinates of rows (PrefixSpace) as 16-bit whole numbers, laid out for ruling rows out: sixteen side by side, two
/// coordinates of each together. Sums of whole numbers are exact, so that only rounding to them has to be allowed for:
/// with coordinates X and Y, rounded x s and y s (s the step), |x - y| s <= |X - Y| + |X - x s| + |Y - y s|, and
/// |X - Y|^2 <= squaredDistance() + slack of both. No row within a limit is ruled out. Coordinates are looked at in
/// stages, as a part of them is never farther than all. Grows at the end.
class RoundedRows
{
public:
    static constexpr int width = 16; ///< rows of a panel
    static constexpr int mostStages = 3;
    static constexpr std::int32_t keepsAll = std::numeric_limits<std::int32_t>::min();

    /// \param dim of the coordinates, up to PrefixSpace::mostDirections. \param largestSquaredNorm of a row that can be
    /// ruled out; others never are.
    explicit RoundedRows(int dim = 0, double largestSquaredNorm = 0.0);

    void reserve(std::int64_t rows);
    void append(std::span<const float> coordinates, PrefixSpace::Mapped mapped);

    std::int64_t rows() const { return m_rows; }
    std::int64_t panels() const { return (m_rows + width - 1) / width; }
    std::int64_t panelBytes() const;

    /// A row that meets panels.
    struct Query
    {
        alignas(16) std::array<std::int16_t, PrefixSpace::mostDirections> values{};
        std::array<std::int64_t, mostStages> norms{}; ///< squared, of the coordinates up to the end of each stage
        double error = 0.0;                           ///< by which rounding has moved it
        double slack = 0.0;
        bool fits = false; ///< one that does not rules nothing out
    };
    void round(std::span<const float> coordinates, PrefixSpace::Mapped mapped, Query &query) const;

    /// What candidates() compares with, for each stage.
    using Thresholds = std::array<std::int32_t, mostStages>;
    /// \param limit squared distance up to which no row is ruled out.
    Thresholds thresholds(const Query &query, float limit) const;

    struct Four
    {
        std::array<const Query *, 4> queries{};
        std::array<Thresholds, 4> thresholds{};
    };
    /// Of each query the columns of a panel that are not ruled out, a bit for each; those beyond rows() mean nothing.
    using Candidates = std::array<std::uint32_t, 4>;
    /// The first panel from `panel` on, before `end`, of which something is left for one of the queries; `end` where
    /// there is none.
    std::int64_t nextPanel(const Four &four, std::int64_t panel, std::int64_t end, Candidates &near) const;

private:
    struct Rounded
    {
        std::array<std::int64_t, mostStages> norms{};
        double error = 0.0;
        bool fits = false;
    };
    Rounded roundTo(std::span<const float> coordinates, std::span<std::int16_t> values, double mostNorm) const;
    Candidates candidatesOfAny(const Four &four, const std::int32_t *panel) const;
    std::int64_t nextOfEightLanes(const Four &four, std::int64_t panel, std::int64_t end, Candidates &near) const;

    int m_dim;
    std::vector<int> m_stages;    ///< where they end, in pairs of coordinates
    std::int64_t m_panelSize = 0; ///< in 32-bit numbers: for each stage what is added to the products, then the pairs
    double m_largest;             ///< squared norm
    double m_step;
    std::int64_t m_rows = 0;
    double m_error = 0.0; ///< of the rows, at most
    double m_slack = 0.0;
    std::vector<std::int32_t> m_values;
};

} // namespace patina
