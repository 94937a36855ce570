#include "core/network/axis_geometry.h"

#include <algorithm>

namespace patina {

AxisGeometry axisGeometry(PaddingStyle style, int kernel, int stride, int in, int wholeIn)
{
    AxisGeometry axis;
    axis.in = in;
    axis.out = ceilDiv(in, stride);
    if (style == PaddingStyle::Symmetric) {
        axis.padBefore = (kernel - 1) / 2;
    } else {
        const int needed = (ceilDiv(wholeIn, stride) - 1) * stride + kernel - wholeIn;
        axis.padBefore = std::max(0, needed) / 2;
    }
    axis.padAfter = std::max(0, (axis.out - 1) * stride + kernel - axis.padBefore - in);
    return axis;
}

int completeOutputs(const AxisGeometry &axis, int kernel, int stride, int received)
{
    if (received == axis.in)
        return axis.out;
    const int spare = received + axis.padBefore - kernel; // inputs behind the first whole window
    return spare < 0 ? 0 : std::min(axis.out, spare / stride + 1);
}

} // namespace patina
