#include "core/network/packed_convolution.h"
#include "core/network/row_kernels.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace patina;

namespace {

struct Kernels
{
    QString name;
    const RowKernels *table;
};

/// What this machine can run.
std::vector<Kernels> kernelsHere()
{
    std::vector<Kernels> kernels{{"baseline", &baselineKernels}};
    if (&rowKernels() == &avx2Kernels)
        kernels.push_back({"avx2", &avx2Kernels});
    return kernels;
}

std::vector<float> randomValues(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> uniform(-1.0F, 1.0F);
    std::vector<float> values(count);
    std::ranges::generate(values, [&] { return uniform(random); });
    return values;
}

double activated(double value, Activation activation)
{
    if (activation == Activation::None)
        return value;
    return activation == Activation::Relu ? std::max(value, 0.0) : std::clamp(value, 0.0, 6.0);
}

/// A convolution, small enough to be computed the obvious way.
struct Case
{
    int kernel, stride, in, out, pixels;
    Activation activation;
    bool adds;
};

} // namespace

Q_DECLARE_METATYPE(Case)

class TestRowKernels : public QObject
{
    Q_OBJECT

private slots:
    void convolutionIsTheSum_data();
    void convolutionIsTheSum();
    void sumsGoOnWhereTheyWereLeft();
    void pixelsDoNotDependOnTheirNumber();
    void depthwiseIsTheSum_data();
    void depthwiseIsTheSum();
    void poolingIsTheMaximum();
};

void TestRowKernels::convolutionIsTheSum_data()
{
    QTest::addColumn<const RowKernels *>("kernels");
    QTest::addColumn<Case>("shape");
    for (const Kernels &kernels : kernelsHere())
        for (const Case &shape :
             {Case{1, 1, 5, 8, 1, Activation::None, false}, Case{1, 1, 16, 96, 64, Activation::Relu6, false},
              Case{1, 1, 96, 40, 13, Activation::None, true}, Case{3, 2, 3, 32, 7, Activation::Relu6, false},
              Case{3, 1, 16, 64, 11, Activation::Relu, true}, Case{7, 2, 3, 64, 5, Activation::Relu, false},
              Case{1, 2, 8, 112, 9, Activation::None, false}})
            QTest::newRow(qPrintable(QString("%1 %2x%2/%3 %4->%5, %6 pixels")
                                         .arg(kernels.name)
                                         .arg(shape.kernel)
                                         .arg(shape.stride)
                                         .arg(shape.in)
                                         .arg(shape.out)
                                         .arg(shape.pixels)))
                << kernels.table << shape;
}

void TestRowKernels::convolutionIsTheSum()
{
    QFETCH(const RowKernels *, kernels);
    QFETCH(Case, shape);
    const int columns = (shape.pixels - 1) * shape.stride + shape.kernel;
    const auto input = randomValues(static_cast<std::size_t>(shape.kernel * columns * shape.in), 1);
    FoldedConvolution folded;
    folded.outChannels = shape.out;
    folded.inChannels = shape.in;
    folded.weight = randomValues(static_cast<std::size_t>(shape.out * shape.in * shape.kernel * shape.kernel), 2);
    folded.bias = randomValues(static_cast<std::size_t>(shape.out), 3);
    const auto added = randomValues(static_cast<std::size_t>(shape.pixels * shape.out), 4);
    const PackedConvolution packed = packConvolution(folded, shape.kernel);

    std::vector<const float *> rows;
    for (int y = 0; y < shape.kernel; ++y)
        rows.push_back(input.data() + static_cast<std::ptrdiff_t>(y) * columns * shape.in);
    std::vector<float> out(added.size() + 1, 77.0F);
    ConvolutionRow row;
    row.rows = rows.data();
    row.kernelRows = shape.kernel;
    row.runLength = packed.runLength();
    row.pixelStep = std::ptrdiff_t{shape.stride} * shape.in;
    row.weight = packed.weight.data();
    row.bias = packed.bias.data();
    row.outChannels = shape.out;
    row.pixels = shape.pixels;
    row.out = out.data();
    row.outStep = shape.out;
    row.added = shape.adds ? added.data() : nullptr;
    row.addedStep = shape.out;
    row.activation = shape.activation;
    kernels->convolution(row);

    for (int pixel = 0; pixel < shape.pixels; ++pixel)
        for (int o = 0; o < shape.out; ++o) {
            double sum = static_cast<double>(folded.bias[static_cast<std::size_t>(o)]);
            for (int i = 0; i < shape.in; ++i)
                for (int y = 0; y < shape.kernel; ++y)
                    for (int x = 0; x < shape.kernel; ++x)
                        sum += static_cast<double>(
                                   rows[static_cast<std::size_t>(y)][(pixel * shape.stride + x) * shape.in + i]) *
                               static_cast<double>(folded.weight[static_cast<std::size_t>(
                                   ((o * shape.in + i) * shape.kernel + y) * shape.kernel + x)]);
            const auto place = static_cast<std::size_t>(pixel * shape.out + o);
            if (shape.adds)
                sum += static_cast<double>(added[place]);
            QVERIFY(std::abs(activated(sum, shape.activation) - static_cast<double>(out[place])) < 1e-4);
        }
    QCOMPARE(out.back(), 77.0F);
}

/// A sum over channels in two parts has the bits of the sum in one: groups of channels change nothing.
void TestRowKernels::sumsGoOnWhereTheyWereLeft()
{
    const int in = 48, outs = 40, pixels = 10;
    FoldedConvolution folded;
    folded.outChannels = outs;
    folded.inChannels = in;
    folded.weight = randomValues(static_cast<std::size_t>(outs * in), 5);
    folded.bias = randomValues(static_cast<std::size_t>(outs), 6);
    const auto input = randomValues(static_cast<std::size_t>(pixels * in), 7);
    const auto run = [&](const RowKernels &kernels, std::vector<float> &out, ChannelRange channels, bool first) {
        const PackedConvolution packed = packConvolution(folded, 1, {0, outs}, channels);
        const float *start = input.data() + channels.first;
        ConvolutionRow row;
        row.rows = &start;
        row.runLength = channels.count;
        row.pixelStep = in;
        row.weight = packed.weight.data();
        row.bias = first ? packed.bias.data() : nullptr;
        row.outChannels = outs;
        row.pixels = pixels;
        row.out = out.data();
        row.outStep = outs;
        kernels.convolution(row);
    };
    for (const Kernels &kernels : kernelsHere()) {
        std::vector<float> whole(static_cast<std::size_t>(pixels * outs));
        std::vector<float> parts = whole;
        run(*kernels.table, whole, {0, in}, true);
        run(*kernels.table, parts, {0, 32}, true);
        run(*kernels.table, parts, {32, 16}, false);
        QCOMPARE(parts, whole);
    }
}

void TestRowKernels::pixelsDoNotDependOnTheirNumber()
{
    const int in = 24, outs = 72, pixels = 37;
    FoldedConvolution folded;
    folded.outChannels = outs;
    folded.inChannels = in;
    folded.weight = randomValues(static_cast<std::size_t>(outs * in), 8);
    folded.bias = randomValues(static_cast<std::size_t>(outs), 9);
    const PackedConvolution packed = packConvolution(folded, 1);
    const auto input = randomValues(static_cast<std::size_t>(pixels * in), 10);
    for (const Kernels &kernels : kernelsHere()) {
        std::vector<std::vector<float>> outputs;
        for (const int together : {37, 1, 3, 8}) {
            std::vector<float> out(static_cast<std::size_t>(pixels * outs));
            for (int pixel = 0; pixel < pixels; pixel += together) {
                const float *start = input.data() + static_cast<std::ptrdiff_t>(pixel) * in;
                ConvolutionRow row;
                row.rows = &start;
                row.runLength = in;
                row.pixelStep = in;
                row.weight = packed.weight.data();
                row.bias = packed.bias.data();
                row.outChannels = outs;
                row.pixels = std::min(together, pixels - pixel);
                row.out = out.data() + static_cast<std::ptrdiff_t>(pixel) * outs;
                row.outStep = outs;
                kernels.table->convolution(row);
            }
            outputs.push_back(std::move(out));
        }
        for (const auto &out : outputs)
            QCOMPARE(out, outputs.front());
    }
}

void TestRowKernels::depthwiseIsTheSum_data()
{
    QTest::addColumn<const RowKernels *>("kernels");
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("pixels");
    for (const Kernels &kernels : kernelsHere())
        for (const int kernel : {3, 5})
            for (const int stride : {1, 2})
                for (const int pixels : {1, 8, 21})
                    QTest::newRow(qPrintable(
                        QString("%1 %2x%2/%3, %4 pixels").arg(kernels.name).arg(kernel).arg(stride).arg(pixels)))
                        << kernels.table << kernel << stride << pixels;
}

void TestRowKernels::depthwiseIsTheSum()
{
    QFETCH(const RowKernels *, kernels);
    QFETCH(int, kernel);
    QFETCH(int, stride);
    QFETCH(int, pixels);
    const int channels = 16;
    const int columns = (pixels - 1) * stride + kernel;
    const auto input = randomValues(static_cast<std::size_t>(kernel * columns * channels), 11);
    const auto weight = randomValues(static_cast<std::size_t>(kernel * kernel * channels), 12);
    const auto bias = randomValues(static_cast<std::size_t>(channels), 13);
    std::vector<const float *> rows;
    for (int y = 0; y < kernel; ++y)
        rows.push_back(input.data() + static_cast<std::ptrdiff_t>(y) * columns * channels);
    std::vector<float> out(static_cast<std::size_t>(pixels * channels) + 1, 77.0F);
    ChannelwiseRow row;
    row.rows = rows.data();
    row.kernel = kernel;
    row.stride = stride;
    row.channels = channels;
    row.pixelStep = channels;
    row.weight = weight.data();
    row.weightStep = channels;
    row.bias = bias.data();
    row.pixels = pixels;
    row.out = out.data();
    row.activation = Activation::Relu6;
    kernels->depthwise(row);
    for (int pixel = 0; pixel < pixels; ++pixel)
        for (int c = 0; c < channels; ++c) {
            double sum = static_cast<double>(bias[static_cast<std::size_t>(c)]);
            for (int y = 0; y < kernel; ++y)
                for (int x = 0; x < kernel; ++x)
                    sum += static_cast<double>(rows[static_cast<std::size_t>(y)][(pixel * stride + x) * channels + c]) *
                           static_cast<double>(weight[static_cast<std::size_t>((y * kernel + x) * channels + c)]);
            const float found = out[static_cast<std::size_t>(pixel * channels + c)];
            QVERIFY(std::abs(activated(sum, Activation::Relu6) - static_cast<double>(found)) < 1e-5);
        }
    QCOMPARE(out.back(), 77.0F);
}

void TestRowKernels::poolingIsTheMaximum()
{
    const int channels = 8, pixels = 6, columns = 2 * pixels + 1;
    const auto input = randomValues(static_cast<std::size_t>(3 * columns * channels), 14);
    for (const Kernels &kernels : kernelsHere()) {
        std::vector<const float *> rows;
        for (int y = 0; y < 3; ++y)
            rows.push_back(input.data() + static_cast<std::ptrdiff_t>(y) * columns * channels);
        std::vector<float> out(static_cast<std::size_t>(pixels * channels));
        ChannelwiseRow row;
        row.rows = rows.data();
        row.kernel = 3;
        row.stride = 2;
        row.channels = channels;
        row.pixelStep = channels;
        row.pixels = pixels;
        row.out = out.data();
        kernels.table->maxPool(row);
        for (int pixel = 0; pixel < pixels; ++pixel)
            for (int c = 0; c < channels; ++c) {
                float largest = -2.0F;
                for (int y = 0; y < 3; ++y)
                    for (int x = 0; x < 3; ++x)
                        largest = std::max(largest, rows[static_cast<std::size_t>(y)][(pixel * 2 + x) * channels + c]);
                QCOMPARE(out[static_cast<std::size_t>(pixel * channels + c)], largest);
            }
    }
}

QTEST_APPLESS_MAIN(TestRowKernels)
#include "tst_row_kernels.moc"
