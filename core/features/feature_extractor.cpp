#include "core/features/feature_extractor.h"

#include "core/base/system.h"
#include "core/features/patch_assembler.h"
#include "core/features/tile_grid.h"
#include "core/network/axis_geometry.h"
#include "core/network/feature_network.h"

#include <fmt/format.h>

#include <algorithm>
#include <omp.h>
#include <utility>

namespace patina {

namespace {

constexpr int defaultTilePx = 1024;
constexpr int stripPixels = 256 * 1024; ///< of a strip: what goes from layer to layer stays near the processor

Result<void> checkSize(const ImageInfo &info)
{
    if (info.width < 1 || info.height < 1)
        return fail(ErrorCode::BadArgument, fmt::format("an image of {}x{} has no patches", info.width, info.height));
    return {};
}

/// What the two ways of running a network share.
class NetworkExtractor : public FeatureExtractor
{
public:
    NetworkExtractor(std::unique_ptr<FeatureNetwork> network, const ExtractorSettings &settings)
        : m_network(std::move(network)), m_settings(settings), m_threads(effectiveThreads(settings.threads))
    {
    }

    int dimension() const override { return PatchAssembler::dimension(m_network->taps()); }
    PatchGrid gridFor(cv::Size image) const override { return PatchAssembler::gridFor(m_network->taps(), image); }

protected:
    Result<cv::Mat> readPixels(ImageSource &image, const cv::Rect &area) const
    {
        return image.read(area).map(
            [&](const cv::Mat &pixels) { return toNetworkRange(pixels, m_settings.intensity); });
    }

    static Result<void> deliver(PatchAssembler &assembler, const std::vector<LayerRows> &layers, const BandSink &sink)
    {
        FeatureBand band = assembler.push(layers);
        if (band.rows == 0)
            return {};
        return sink(std::move(band));
    }

    /// The size whose sampling points an image gets: the next at which every layer divides evenly. TensorFlow's padding
    /// would move the points of a layer by up to its stride with the parity of the image's own size, so that a map lay
    /// up to 10 px beside what it shows and parts of different sizes were compared out of step (docs/algorithm.md).
    cv::Size samplingSize(cv::Size image) const
    {
        const int step = m_network->alignmentPx();
        return {ceilDiv(image.width, step) * step, ceilDiv(image.height, step) * step};
    }

    std::unique_ptr<FeatureNetwork> m_network;
    ExtractorSettings m_settings;
    int m_threads;
};

/// Strips of rows flow through the network: no halo, memory proportional to the image's width.
class StreamingExtractor : public NetworkExtractor
{
public:
    using NetworkExtractor::NetworkExtractor;

    Result<void> extract(ImageSource &image, const BandSink &sink, const JobContext &context) override
    {
        const ImageInfo info = image.info();
        if (auto fits = checkSize(info); !fits)
            return fits;
        PatchAssembler assembler(m_network->taps(), info.size(), m_threads);
        const auto stream = m_network->open(info.size(), samplingSize(info.size()));
        const int height = stripHeight(info.width);
        for (int y = 0; y < info.height; y += height) {
            if (context.cancelled())
                return cancelledError();
            const cv::Rect strip(0, y, info.width, std::min(height, info.height - y));
            auto layers =
                readPixels(image, strip).and_then([&](const cv::Mat &rows) { return stream->push(rows, context); });
            if (!layers)
                return failFrom(std::move(layers));
            if (auto done = deliver(assembler, *layers, sink); !done)
                return done;
        }
        return {};
    }

private:
    static int stripHeight(int width) { return std::clamp(stripPixels / std::max(1, width) / 16 * 16, 16, 256); }
};

/// Tiles with a halo: for networks that only run whole pieces, and as the baseline of streaming.
class TiledExtractor : public NetworkExtractor
{
public:
    using NetworkExtractor::NetworkExtractor;

    Result<void> extract(ImageSource &image, const BandSink &sink, const JobContext &context) override
    {
        const ImageInfo info = image.info();
        if (auto fits = checkSize(info); !fits)
            return fits;
        omp_set_num_threads(m_threads);
        PatchAssembler assembler(m_network->taps(), info.size(), m_threads);
        const int tilePx = m_settings.tilePx > 0 ? m_settings.tilePx : defaultTilePx;
        const TileGrid grid(info.size(), tilePx, m_network->haloPx(), m_network->alignmentPx());
        for (int row = 0; row < grid.rows(); ++row) {
            auto layers = tileRow(image, grid, row, context);
            if (!layers)
                return failFrom(std::move(layers));
            if (auto done = deliver(assembler, *layers, sink); !done)
                return done;
        }
        return {};
    }

private:
    /// One row of tiles, put together to whole rows of every layer.
    Result<std::vector<LayerRows>> tileRow(ImageSource &image, const TileGrid &grid, int row,
                                           const JobContext &context) const
    {
        const cv::Size whole = image.info().size();
        std::vector<LayerRows> joined;
        for (const BackboneLayer &tap : m_network->taps()) {
            const cv::Rect core = grid.tile(row, 0).core;
            LayerRows rows{core.y / tap.stride, 0, ceilDiv(whole.width, tap.stride), tap.channels, {}};
            rows.rows = ceilDiv(core.y + core.height, tap.stride) - rows.firstRow;
            rows.values.resize(static_cast<std::size_t>(rows.rows) * static_cast<std::size_t>(rows.columns) *
                               static_cast<std::size_t>(rows.channels));
            joined.push_back(std::move(rows));
        }
        for (int column = 0; column < grid.columns(); ++column) {
            if (context.cancelled())
                return cancelledError();
            const Tile tile = grid.tile(row, column);
            auto layers = readPixels(image, tile.window).and_then([&](const cv::Mat &pixels) {
                return m_network->open(tile.window.size(), samplingSize(whole))->push(pixels, context);
            });
            if (!layers)
                return layers;
            for (std::size_t i = 0; i < joined.size(); ++i)
                if (auto done = copyCore((*layers)[i], tile, m_network->taps()[i].stride, joined[i]); !done)
                    return failFrom(std::move(done));
        }
        return joined;
    }

    static Result<void> copyCore(const LayerRows &tileRows, const Tile &tile, int stride, LayerRows &joined)
    {
        const int fromColumn = (tile.core.x - tile.window.x) / stride;
        const int fromRow = (tile.core.y - tile.window.y) / stride;
        const int toColumn = tile.core.x / stride;
        const int columns = ceilDiv(tile.core.x + tile.core.width, stride) - toColumn;
        if (tileRows.rows < fromRow + joined.rows || tileRows.columns < fromColumn + columns ||
            tileRows.channels != joined.channels)
            return fail(ErrorCode::ShapeMismatch,
                        fmt::format("the backbone answered a tile of {}x{} px with {}x{} values at stride {}",
                                    tile.window.width, tile.window.height, tileRows.columns, tileRows.rows, stride));
        const auto channels = static_cast<std::ptrdiff_t>(joined.channels);
        for (int r = 0; r < joined.rows; ++r) {
            const float *from = tileRows.row(fromRow + r) + fromColumn * channels;
            float *to = joined.values.data() + (static_cast<std::ptrdiff_t>(r) * joined.columns + toColumn) * channels;
            std::copy_n(from, columns * channels, to);
        }
        return {};
    }
};

Result<std::unique_ptr<FeatureNetwork>> networkFor(const Backbone &backbone, const std::vector<std::string> &layers,
                                                   const ExtractorSettings &settings, const JobContext &context)
{
    const Device &device = settings.device;
    if (backbone.info.architecture == Architecture::TorchScript)
        return createTorchScriptNetwork(backbone, layers, device.name, settings.threads, context);
    if (device.kind == Device::Kind::LibTorch)
        return createTensorNetwork(backbone, layers, device.name, settings.threads);
    return createRowNetwork(backbone, layers, settings.threads, context);
}

} // namespace

Result<std::unique_ptr<FeatureExtractor>>
FeatureExtractor::create(const Backbone &backbone, const ExtractorSettings &settings, const JobContext &context)
{
    const auto &layers = settings.layers.empty() ? backbone.info.defaultLayers : settings.layers;
    auto network = networkFor(backbone, layers, settings, context);
    if (!network)
        return failFrom(std::move(network));
    const bool tiled = settings.tilePx > 0 || !(*network)->streams();
    if (tiled)
        return std::make_unique<TiledExtractor>(std::move(*network), settings);
    return std::make_unique<StreamingExtractor>(std::move(*network), settings);
}

Result<FeatureMap> FeatureExtractor::extractAll(ImageSource &image, const JobContext &context)
{
    FeatureMap map{gridFor(image.info().size()), {}};
    map.features = FeatureMatrix(map.grid.count(), dimension());
    const auto gather = [&](FeatureBand &&band) -> Result<void> {
        const auto values = band.features.values();
        std::ranges::copy(values, map.features.row(static_cast<std::int64_t>(band.firstRow) * map.grid.columns).data());
        return {};
    };
    return extract(image, gather, context).map([&] { return std::move(map); });
}

} // namespace patina
