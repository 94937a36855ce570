#include "core/pipeline/features_benchmark.h"

#include "core/backbone/backbone_store.h"
#include "core/base/stopwatch.h"
#include "core/base/system.h"
#include "core/features/feature_extractor.h"
#include "core/network/feature_network.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace patina {

namespace {

constexpr int stripRows = 64;
constexpr int tilePx = 1024;
constexpr std::uint64_t noiseSeed = 1;

using Layers = std::vector<std::vector<float>>;

/// Keeps the fastest round and the highest peak; the first round's values.
class Measured
{
public:
    Measured(std::string name, std::string stage) : m_stage(std::move(stage)) { m_way.name = std::move(name); }

    /// Stage: that of this way (rounds).
    template <typename Run>
    Result<void> round(const Progress &rounds, const JobContext &context, const Run &run)
    {
        context.report(m_stage, rounds.done, rounds.total);
        restartPeakMemory();
        const std::int64_t before = peakMemoryBytes();
        const Stopwatch watch;
        Layers values;
        auto done = run(values);
        if (!done)
            return done;
        const double seconds = watch.seconds();
        m_way.seconds = m_values.empty() ? seconds : std::min(seconds, m_way.seconds);
        m_way.peakBytes = std::max(m_way.peakBytes, peakMemoryBytes() - before);
        if (m_values.empty())
            m_values = std::move(values);
        return {};
    }

    FeaturesWay comparedWith(const Measured &ours)
    {
        double largest = 0.0;
        double difference = m_values.size() == ours.m_values.size() ? 0.0 : std::numeric_limits<double>::infinity();
        for (std::size_t layer = 0; layer < m_values.size() && std::isfinite(difference); ++layer) {
            if (m_values[layer].size() != ours.m_values[layer].size())
                difference = std::numeric_limits<double>::infinity();
            for (std::size_t i = 0; i < m_values[layer].size() && std::isfinite(difference); ++i) {
                const auto own = static_cast<double>(ours.m_values[layer][i]);
                largest = std::max(largest, std::abs(own));
                difference = std::max(difference, std::abs(own - static_cast<double>(m_values[layer][i])));
            }
        }
        m_way.largestDifference = largest > 0.0 ? difference / largest : difference;
        return m_way;
    }

private:
    std::string m_stage;
    FeaturesWay m_way;
    Layers m_values;
};

/// The layers' outputs, pushed in strips of so many rows.
Result<void> runNetwork(const FeatureNetwork &network, const cv::Mat &pixels, int rows, Layers &values,
                        const JobContext &context)
{
    const int step = network.alignmentPx();
    const cv::Size whole{(pixels.cols + step - 1) / step * step, (pixels.rows + step - 1) / step * step};
    const auto stream = network.open(pixels.size(), whole);
    values.resize(network.taps().size());
    for (int y = 0; y < pixels.rows; y += rows) {
        if (context.cancelled())
            return cancelledError();
        auto layers = stream->push(pixels.rowRange(y, std::min(y + rows, pixels.rows)));
        if (!layers)
            return failFrom(std::move(layers));
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i].empty()) // at once, so that growing does not count
                values[i].reserve(static_cast<std::size_t>((whole.width / network.taps()[i].stride)) *
                                  static_cast<std::size_t>(whole.height / network.taps()[i].stride) *
                                  static_cast<std::size_t>(network.taps()[i].channels));
            values[i].insert(values[i].end(), (*layers)[i].values.begin(), (*layers)[i].values.end());
        }
    }
    return {};
}

Result<void> runExtractor(FeatureExtractor &extractor, ImageSource &image, Layers &values, const JobContext &context)
{
    values.resize(1);
    values[0].reserve(static_cast<std::size_t>(extractor.gridFor(image.info().size()).count()) *
                      static_cast<std::size_t>(extractor.dimension()));
    return extractor.extract(
        image,
        [&](FeatureBand &&band) -> Result<void> {
            values[0].insert(values[0].end(), band.features.values().begin(), band.features.values().end());
            return {};
        },
        context);
}

Result<std::unique_ptr<ImageSource>> imageFor(const FeaturesBenchmarkRequest &request)
{
    if (!request.image.empty())
        return openImage(request.image);
    try {
        cv::Mat noise(request.size, CV_8UC3);
        cv::RNG(noiseSeed).fill(noise, cv::RNG::UNIFORM, 0, 256);
        return imageFromMat(std::move(noise));
    } catch (const cv::Exception &error) {
        return fail(ErrorCode::OutOfMemory, fmt::format("no memory for an image of {}x{}: {}", request.size.width,
                                                        request.size.height, error.err));
    }
}

} // namespace

Result<FeaturesBenchmark> benchmarkFeatures(const FeaturesBenchmarkRequest &request, const JobContext &context)
{
    const auto backbone = loadBackbone(request.backbone, request.backboneFolder, context);
    if (!backbone)
        return tl::unexpected(backbone.error());
    if (backbone->info.architecture == Architecture::TorchScript)
        return fail(ErrorCode::Unsupported, fmt::format("{} is a TorchScript module, which is run in tiles only: "
                                                        "there is nothing to compare",
                                                        request.backbone));
    auto image = imageFor(request);
    if (!image)
        return failFrom(std::move(image));
    const ImageInfo info = (*image)->info();
    const auto whole = (*image)->read({{}, info.size()});
    if (!whole)
        return tl::unexpected(whole.error());
    const IntensityScale intensity = intensityScaleFor(info.bitDepth, info.bitDepth == 8 ? 255.0 : 65535.0);
    const cv::Mat pixels = toNetworkRange(*whole, intensity);

    const auto &layers = backbone->info.defaultLayers;
    const Device libTorch{Device::Kind::LibTorch, "cpu"};
    auto rows = createRowNetwork(*backbone, layers, request.threads);
    auto tensors = createTensorNetwork(*backbone, layers, libTorch.name, request.threads);
    auto streaming = FeatureExtractor::create(*backbone, {layers, intensity, request.threads, 0, {}}, context);
    auto tiled = FeatureExtractor::create(*backbone, {layers, intensity, request.threads, tilePx, libTorch}, context);
    if (!rows || !tensors || !streaming || !tiled)
        return tl::unexpected(!rows        ? rows.error()
                              : !tensors   ? tensors.error()
                              : !streaming ? streaming.error()
                                           : tiled.error());

    Measured network("row streaming", "layers, row streaming");
    Measured untiled("LibTorch, whole image", "layers, LibTorch");
    Measured features("row streaming", "patch features, row streaming");
    Measured inTiles("LibTorch, tiles of 1024 px with halo", "patch features, LibTorch in tiles");
    const auto layersOf = [&](const FeatureNetwork &by, int stripOfRows) {
        return [&, stripOfRows](Layers &values) { return runNetwork(by, pixels, stripOfRows, values, context); };
    };
    const auto featuresOf = [&](FeatureExtractor &by) {
        return [&](Layers &values) { return runExtractor(by, **image, values, context); };
    };
    for (int round = 0; round < request.rounds; ++round) {
        const Progress at{{}, round, request.rounds};
        auto done = network.round(at, context, layersOf(**rows, stripRows))
                        .and_then([&] { return untiled.round(at, context, layersOf(**tensors, pixels.rows)); })
                        .and_then([&] { return features.round(at, context, featuresOf(**streaming)); })
                        .and_then([&] { return inTiles.round(at, context, featuresOf(**tiled)); });
        if (!done)
            return failFrom(std::move(done));
    }
    return FeaturesBenchmark{info.size(),
                             (*streaming)->dimension(),
                             network.comparedWith(network),
                             untiled.comparedWith(network),
                             features.comparedWith(features),
                             inTiles.comparedWith(features)};
}

} // namespace patina
