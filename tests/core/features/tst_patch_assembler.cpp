#include "core/features/patch_assembler.h"
#include "core/features/tile_grid.h"
#include "core/network/axis_geometry.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace patina;

namespace {

/// Values of one layer of a whole image, rows x columns x channels.
LayerRows madeLayer(const BackboneLayer &tap, cv::Size image, unsigned seed)
{
    LayerRows layer{0, ceilDiv(image.height, tap.stride), ceilDiv(image.width, tap.stride), tap.channels, {}};
    cv::RNG random(seed);
    for (int i = 0; i < layer.rows * layer.columns * layer.channels; ++i)
        layer.values.push_back(static_cast<float>(random.uniform(-1.0, 1.0)));
    return layer;
}

float at(const LayerRows &layer, int row, int column, int channel)
{
    return layer.row(row)[column * layer.channels + channel];
}

/// The mean over a patch where the layer is finer than the patch grid.
LayerRows pooled(const LayerRows &layer, int factor)
{
    LayerRows out{0, ceilDiv(layer.rows, factor), ceilDiv(layer.columns, factor), layer.channels, {}};
    for (int r = 0; r < out.rows; ++r)
        for (int x = 0; x < out.columns; ++x)
            for (int c = 0; c < out.channels; ++c) {
                double sum = 0.0;
                int count = 0;
                for (int y = r * factor; y < std::min(layer.rows, (r + 1) * factor); ++y)
                    for (int in = x * factor; in < std::min(layer.columns, (x + 1) * factor); ++in, ++count)
                        sum += at(layer, y, in, c);
                out.values.push_back(static_cast<float>(sum / count));
            }
    return out;
}

double mean3x3(const LayerRows &layer, int row, int column, int channel)
{
    double sum = 0.0;
    for (int y = std::max(0, row - 1); y <= std::min(layer.rows - 1, row + 1); ++y)
        for (int x = std::max(0, column - 1); x <= std::min(layer.columns - 1, column + 1); ++x)
            sum += at(layer, y, x, channel);
    return sum / 9.0;
}

/// One feature of one patch, straight from the definition.
double expected(const LayerRows &layer, double step, int row, int column, int channel)
{
    const double y = std::clamp((row + 0.5) * step - 0.5, 0.0, layer.rows - 1.0);
    const double x = std::clamp((column + 0.5) * step - 0.5, 0.0, layer.columns - 1.0);
    const int y0 = static_cast<int>(y);
    const int x0 = static_cast<int>(x);
    double sum = 0.0;
    for (const int dy : {0, 1})
        for (const int dx : {0, 1}) {
            const double weight = (dy == 1 ? y - y0 : 1.0 - (y - y0)) * (dx == 1 ? x - x0 : 1.0 - (x - x0));
            if (weight > 0.0)
                sum += weight * mean3x3(layer, y0 + dy, x0 + dx, channel);
        }
    return sum;
}

FeatureMatrix assembledInStrips(const std::vector<BackboneLayer> &taps, const std::vector<LayerRows> &layers,
                                cv::Size image, unsigned seed)
{
    PatchAssembler assembler(taps, image);
    FeatureMatrix all;
    std::vector<int> sent(taps.size(), 0);
    cv::RNG random(seed);
    int expectedRow = 0;
    for (bool more = true; more;) {
        more = false;
        std::vector<LayerRows> strip;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const int rows = std::min(random.uniform(0, 4), layers[i].rows - sent[i]);
            LayerRows part{sent[i], rows, layers[i].columns, layers[i].channels, {}};
            part.values.assign(layers[i].row(sent[i]), layers[i].row(sent[i] + rows));
            sent[i] += rows;
            more = more || sent[i] < layers[i].rows;
            strip.push_back(std::move(part));
        }
        const FeatureBand band = assembler.push(strip);
        RC_ASSERT(band.firstRow == expectedRow);
        expectedRow += band.rows;
        if (band.rows > 0)
            all.appendRows(band.features);
    }
    return all;
}

} // namespace

class TestPatchAssembler : public QObject
{
    Q_OBJECT

private slots:
    void anyStripsGiveTheDefinition();
    void patchStrideIsEightOrCoarser();
    void geometryMatchesTensorFlowSame_data();
    void geometryMatchesTensorFlowSame();
    void tilesCoverEachPixelOnce();
};

void TestPatchAssembler::anyStripsGiveTheDefinition()
{
    QVERIFY(rc::check("strips in any order of arrival give the definition", [] {
        const cv::Size image(*rc::gen::inRange(1, 130), *rc::gen::inRange(1, 130));
        const std::vector<BackboneLayer> taps{{"fine", 4, 2}, {"same", 8, 3}, {"coarse", 16, 2}};
        std::vector<LayerRows> layers;
        for (std::size_t i = 0; i < taps.size(); ++i)
            layers.push_back(madeLayer(taps[i], image, static_cast<unsigned>(i + 1)));
        const FeatureMatrix all = assembledInStrips(taps, layers, image, *rc::gen::inRange(1U, 1000U));
        const PatchGrid grid = PatchAssembler::gridFor(taps, image);
        RC_ASSERT(all.rows() == grid.count());
        RC_ASSERT(all.dim() == 7);
        const LayerRows fine = pooled(layers[0], 2);
        for (std::int64_t i = 0; i < all.rows(); ++i) {
            const int row = static_cast<int>(i / grid.columns);
            const int column = static_cast<int>(i % grid.columns);
            const auto patch = all.row(i);
            RC_ASSERT(std::abs(static_cast<double>(patch[1]) - expected(fine, 1.0, row, column, 1)) < 1e-5);
            RC_ASSERT(std::abs(static_cast<double>(patch[4]) - expected(layers[1], 1.0, row, column, 2)) < 1e-5);
            RC_ASSERT(std::abs(static_cast<double>(patch[5]) - expected(layers[2], 0.5, row, column, 0)) < 1e-5);
        }
    }));
}

void TestPatchAssembler::patchStrideIsEightOrCoarser()
{
    QCOMPARE(PatchAssembler::patchStridePx({{"a", 4, 1}, {"b", 16, 1}}), 8);
    QCOMPARE(PatchAssembler::patchStridePx({{"b", 16, 1}}), 16);
    QCOMPARE(PatchAssembler::gridFor({{"b", 16, 1}}, {33, 16}), (PatchGrid{1, 3, 16}));
}

void TestPatchAssembler::geometryMatchesTensorFlowSame_data()
{
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("3x3 stride 2, even: all of it after") << 3 << 8 << 0 << 1;
    QTest::newRow("3x3 stride 2, odd: one on each side") << 3 << 9 << 1 << 1;
    QTest::newRow("5x5 stride 2, even: the odd one after") << 5 << 8 << 1 << 2;
    QTest::newRow("5x5 stride 2, odd: two on each side") << 5 << 9 << 2 << 2;
}

void TestPatchAssembler::geometryMatchesTensorFlowSame()
{
    QFETCH(int, kernel);
    QFETCH(int, size);
    QFETCH(int, before);
    QFETCH(int, after);
    const AxisGeometry axis = axisGeometry(PaddingStyle::TensorFlowSame, kernel, 2, size, size);
    QCOMPARE(axis.padBefore, before);
    QCOMPARE(axis.padAfter, after);
    QCOMPARE(axis.out, (size + 1) / 2);
}

void TestPatchAssembler::tilesCoverEachPixelOnce()
{
    QVERIFY(rc::check("cores cover each pixel once, windows hold the halo", [] {
        const cv::Size image(*rc::gen::inRange(1, 400), *rc::gen::inRange(1, 400));
        const int halo = 16 * *rc::gen::inRange(0, 4);
        const TileGrid grid(image, *rc::gen::inRange(16, 300), halo, 16);
        cv::Mat covered = cv::Mat::zeros(image, CV_8UC1);
        const cv::Rect whole({0, 0}, image);
        for (int row = 0; row < grid.rows(); ++row)
            for (int column = 0; column < grid.columns(); ++column) {
                const Tile tile = grid.tile(row, column);
                covered(tile.core) += 1;
                const cv::Rect wanted(tile.core.x - halo, tile.core.y - halo, tile.core.width + 2 * halo,
                                      tile.core.height + 2 * halo);
                RC_ASSERT(tile.window == (wanted & whole));
                RC_ASSERT(tile.window.x % 16 == 0 && tile.window.y % 16 == 0);
            }
        RC_ASSERT(cv::countNonZero(covered == 1) == image.area());
    }));
}

QTEST_APPLESS_MAIN(TestPatchAssembler)
#include "tst_patch_assembler.moc"
