#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <string_view>

namespace patina::synthesis {

enum class FingerprintKind { Loop, Whorl, Arch };
std::string_view nameOf(FingerprintKind kind);

/// The ridges of a fingertip. Their direction follows from a few singular points of the complex plane: half the sum of
/// the arguments to the cores less those to the deltas (Sherlock and Monro 1993, "A model for interpreting fingerprint
/// topology"). Ridges grow out of noise by filtering it along that direction again and again with a Gabor kernel
/// (Cappelli, Erol, Maio and Maltoni 2000, "Synthetic fingerprint-image generation"): endings and bifurcations, the
/// spirals of the phase (Larkin and Fletcher 2007), come by themselves.
class RidgePattern
{
public:
    /// \param periods ridges over the pattern's width and height.
    RidgePattern(FingerprintKind kind, cv::Size2d periods, std::uint64_t key);

    /// 1 on a ridge's crest, -1 between ridges; place in periods from the pattern's centre. -1 outside.
    float at(float x, float y) const;

private:
    void grow(FingerprintKind kind, std::uint64_t key);

    cv::Mat1f m_ridges;
};

} // namespace patina::synthesis
