#pragma once

namespace patina {

/// How a windowed layer (convolution or pooling) lies on one axis of its input.
struct AxisGeometry
{
    int in = 0;
    int out = 0;       ///< ceil(in / stride)
    int padBefore = 0; ///< zero rows before the first
    int padAfter = 0;  ///< zero rows after the last; 0 where the last input rows are not needed
    bool operator==(const AxisGeometry &) const = default;
};

enum class PaddingStyle {
    TensorFlowSame, ///< as little as gives ceil(in / stride) outputs, the odd one after: depends on the parity of `in`
    Symmetric,      ///< (kernel - 1) / 2 on both sides
};

/// Geometry of a layer with this kernel and stride.
/// \param in size of the piece that is computed. \param wholeIn size of the whole image at this layer: it alone decides
/// how the sampling points lie, so that a tile that starts at a multiple of the total stride samples the same points as
/// the whole image. For the whole image both are the same.
AxisGeometry axisGeometry(PaddingStyle style, int kernel, int stride, int in, int wholeIn);

/// Outputs, from the first, whose whole window lies in the first `received` of the inputs.
int completeOutputs(const AxisGeometry &axis, int kernel, int stride, int received);

/// Ceiling of a / b for a >= 0, b > 0.
constexpr int ceilDiv(int a, int b)
{
    return (a + b - 1) / b;
}

} // namespace patina
