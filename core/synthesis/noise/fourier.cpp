#include "core/synthesis/noise/fourier.h"

#include "core/synthesis/noise/portable_math.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace patina::synthesis {

namespace {

Complex operator*(const Complex &a, const Complex &b)
{
    return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

/// One line of a fixed length; `turns` holds the powers of the primitive root.
class Line
{
public:
    Line(int length, Transform direction)
        : m_length(static_cast<std::size_t>(length)), m_turns(m_length), m_spare(m_length)
    {
        const double sign = direction == Transform::Forward ? -1.0 : 1.0;
        for (std::size_t i = 0; i < m_length; ++i) {
            const SineCosine at = sineCosineTurns(static_cast<double>(i) / static_cast<double>(m_length));
            m_turns[i] = {at.cosine, sign * at.sine};
        }
    }

    void transform(const std::vector<Complex> &in, std::vector<Complex> &out)
    {
        step(in.data(), out.data(), m_length, 1);
    }

private:
    static std::size_t smallestFactor(std::size_t n)
    {
        for (std::size_t factor = 2; factor * factor <= n; ++factor)
            if (n % factor == 0)
                return factor;
        return n;
    }

    void step(const Complex *in, Complex *out, std::size_t n, std::size_t stride)
    {
        if (n == 1) {
            out[0] = in[0];
            return;
        }
        const std::size_t radix = smallestFactor(n);
        const std::size_t part = n / radix;
        for (std::size_t k = 0; k < radix; ++k)
            step(in + k * stride, out + k * part, part, stride * radix);
        if (radix == 2)
            joinTwo(out, part, stride);
        else
            join(out, part, radix, stride);
    }

    void joinTwo(Complex *out, std::size_t part, std::size_t stride) const
    {
        for (std::size_t q = 0; q < part; ++q) {
            const Complex even = out[q];
            const Complex odd = out[q + part] * m_turns[q * stride];
            out[q] = {even.re + odd.re, even.im + odd.im};
            out[q + part] = {even.re - odd.re, even.im - odd.im};
        }
    }

    void join(Complex *out, std::size_t part, std::size_t radix, std::size_t stride)
    {
        for (std::size_t q = 0; q < part; ++q) {
            for (std::size_t k = 0; k < radix; ++k)
                m_spare[k] = out[q + k * part];
            for (std::size_t r = 0; r < radix; ++r) {
                Complex sum = m_spare[0];
                const std::size_t frequency = q + r * part;
                for (std::size_t k = 1; k < radix; ++k) {
                    const Complex term = m_spare[k] * m_turns[frequency * k * stride % m_length];
                    sum = {sum.re + term.re, sum.im + term.im};
                }
                out[frequency] = sum;
            }
        }
    }

    std::size_t m_length;
    std::vector<Complex> m_turns;
    std::vector<Complex> m_spare;
};

} // namespace

void fourier(std::vector<Complex> &data, int rows, int columns, Transform direction)
{
    const auto height = static_cast<std::size_t>(rows);
    const auto width = static_cast<std::size_t>(columns);
    assert(data.size() == height * width);
    Line row(columns, direction);
    std::vector<Complex> in(width);
    std::vector<Complex> out(width);
    for (std::size_t y = 0; y < height; ++y) {
        std::copy_n(data.begin() + static_cast<std::ptrdiff_t>(y * width), width, in.begin());
        row.transform(in, out);
        std::copy(out.begin(), out.end(), data.begin() + static_cast<std::ptrdiff_t>(y * width));
    }
    Line column(rows, direction);
    in.resize(height);
    out.resize(height);
    for (std::size_t x = 0; x < width; ++x) {
        for (std::size_t y = 0; y < height; ++y)
            in[y] = data[y * width + x];
        column.transform(in, out);
        for (std::size_t y = 0; y < height; ++y)
            data[y * width + x] = out[y];
    }
}

} // namespace patina::synthesis
