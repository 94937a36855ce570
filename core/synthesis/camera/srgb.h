#pragma once

#include "core/synthesis/noise/portable_math.h"

namespace patina::synthesis {

/// The sRGB curve (IEC 61966-2-1) and back; both on [0, 1].
inline double srgbEncoded(double linear)
{
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * power(linear, 1.0 / 2.4) - 0.055;
}
inline double srgbLinear(double encoded)
{
    return encoded <= 0.04045 ? encoded / 12.92 : power((encoded + 0.055) / 1.055, 2.4);
}

} // namespace patina::synthesis
