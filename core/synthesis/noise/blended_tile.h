#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <functional>
#include <vector>

namespace patina::synthesis {

/// A Gaussian field on the infinite plane out of one periodic tile: cells of half the tile's side show the tile from a
/// place drawn for each corner, faded into each other with weights whose squares add up to one. The mean and the
/// variance are the same everywhere, there is no seam and no period (variance-preserving blending: Heitz and Neyret
/// 2018, "High-performance by-example noise using a histogram-preserving blending operator").
class BlendedTile
{
public:
    BlendedTile() = default;
    /// \param tile square, a power of two, at least 16 a side, periodic, mean 0.
    explicit BlendedTile(const cv::Mat1f &tile);

    /// Adds amplitude times the field. Tiles of one size with the same key are shown from the same places: channels of
    /// one texture stay together.
    void addTo(const cv::Rect &area, std::uint64_t key, float amplitude, cv::Mat1f &plane) const;

private:
    cv::Mat1f m_wide; ///< the tile twice side by side: a cell's row is one run
    int m_side = 0;
    int m_cell = 0;
    std::vector<float> m_fadeOut; ///< over a cell
    std::vector<float> m_fadeIn;
};

/// A periodic tile of Gaussian noise, mean 0, deviation 1, with the power spectrum asked for.
/// \param spectrum power at a frequency in cycles per pixel, both axes in [-0.5, 0.5].
cv::Mat1f gaussianTile(int sidePx, const std::function<double(double, double)> &spectrum, std::uint64_t key);

/// The spectrum of a rough surface: flat up to 1 / (2 pi correlation length), then a power law of a self-affine
/// surface: (1 + (2 pi f l)^2)^-(1 + hurst) (the K-correlation or ABC model, Church and Takacs 1986; Palasantzas 1993).
std::function<double(double, double)> roughSpectrum(double correlationPx, double hurst);

} // namespace patina::synthesis
