#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"

#include <vector>

namespace patina {

/// A few orthogonal directions in which some rows differ most. Coordinates in them, the prefix, never make a distance
/// longer, so that rows which are too far by their prefixes alone need not be measured. Directions are found by
/// orthogonal iteration (Golub and Van Loan, Matrix Computations, sec. 8.2) on a sample, those of most difference
/// first; any orthonormal ones are right, the better ones are faster.
class PrefixSpace
{
public:
    PrefixSpace() = default;
    /// \param rows m x d, d > 0; none: the directions are the first coordinates.
    explicit PrefixSpace(const FeatureMatrix &rows, const JobContext &context = {});

    static constexpr int mostDirections = 128;

    /// d / 2, from 16 to 128; all of d where that is no more.
    static int dimFor(int dim);
    int dim() const { return m_dim; }

    struct Mapped
    {
        float squaredNorm = 0.0F; ///< of the row less the centre, in full dimension
        float slack = 0.0F;       ///< room for all rounding on the way
    };
    /// Writes dim() coordinates. Of two rows the squared distance of their coordinates is not above squaredDistance()
    /// and the slack of both.
    Mapped map(const float *row, float *coordinates) const;

private:
    float mapAny(const float *row, float *coordinates) const;
    float mapEightLanes(const float *row, float *coordinates) const;
    float mapTo(const float *row, float *coordinates) const;
    void findBasis(const FeatureMatrix &rows, const JobContext &context);
    void takeFirstCoordinates();
    bool orthonormalise(std::vector<double> &columns, const JobContext &context) const;

    int m_full = 0;
    int m_dim = 0;
    std::vector<float> m_centre; ///< d
    std::vector<float> m_basis;  ///< d x dim, row-major, rows padded with zeros
    float m_slack = 0.0F;        ///< of a squared norm in full dimension
    float m_absolute = 0.0F;
};

} // namespace patina
