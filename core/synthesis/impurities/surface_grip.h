#pragma once

#include "core/synthesis/models.h"

namespace patina::synthesis {

/// The surface's own height where something lies on it: residue gathers in its grooves and contact lines hold on to
/// them, so that an impurity shows the very marks it lies on.
class SurfaceGrip
{
public:
    /// Measures the heights around a place.
    SurfaceGrip(const Place &place, float x, float y);
    /// Height over its deviation, limited to +-2.5; below 0 in grooves. Zero where the place knows no surface.
    cv::Mat1f relief(const cv::Rect &area) const;

private:
    const SurfaceModel *m_surface;
    float m_meanUm = 0.0F;
    float m_perDeviation = 0.0F;
};

} // namespace patina::synthesis
