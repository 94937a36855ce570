#include "core/base/system.h"
#include "core/torch/torch_networks.h"

#include <fmt/format.h>
#include <torch/script.h>

#include <ATen/Parallel.h>
#include <algorithm>
#include <exception>
#include <iterator>
#include <mutex>

namespace patina {

namespace {

/// Feature maps of a module by name, in the module's order.
using NamedMaps = std::vector<std::pair<std::string, at::Tensor>>;

NamedMaps mapsOf(const torch::jit::IValue &answer)
{
    NamedMaps maps;
    const auto add = [&](const auto &values) {
        for (std::size_t i = 0; i < values.size(); ++i)
            maps.emplace_back(std::to_string(i), torch::jit::IValue(values[i]).toTensor());
    };
    if (answer.isTensor())
        maps.emplace_back("0", answer.toTensor());
    else if (answer.isTuple())
        add(answer.toTupleRef().elements());
    else if (answer.isTensorList())
        add(answer.toTensorVector());
    else if (answer.isList())
        add(answer.toListRef());
    else if (answer.isGenericDict())
        for (const auto &entry : answer.toGenericDict())
            maps.emplace_back(entry.key().toStringRef(), entry.value().toTensor());
    return maps;
}

/// The module and what is known of it. One forward at a time.
struct Module
{
    mutable torch::jit::Module module;
    mutable std::mutex mutex;
    InputNormalisation normalisation;
    at::Device device = at::kCPU;
    int threads = 1;

    NamedMaps forward(const cv::Mat &pixels) const
    {
        const std::scoped_lock lock(mutex);
        const c10::InferenceMode inference;
        if (at::get_num_threads() != threads)
            at::set_num_threads(threads);
        at::Tensor input = at::empty({1, 3, pixels.rows, pixels.cols});
        auto values = input.accessor<float, 4>();
        for (int y = 0; y < pixels.rows; ++y)
            for (int x = 0; x < pixels.cols; ++x)
                for (int c = 0; c < 3; ++c) {
                    const auto channel = static_cast<std::size_t>(c);
                    const float value = pixels.at<cv::Vec3f>(y, x)[normalisation.bgr ? 2 - c : c];
                    values[0][c][y][x] = (value - normalisation.mean[channel]) / normalisation.deviation[channel];
                }
        return mapsOf(module.forward({input.to(device)}));
    }
};

cv::Mat noiseImage(int side)
{
    cv::Mat noise(side, side, CV_32FC3);
    cv::RNG(1).fill(noise, cv::RNG::UNIFORM, 0.0, 255.0);
    return noise;
}

class TorchScriptStream : public NetworkStream
{
public:
    TorchScriptStream(const Module &module, const std::vector<BackboneLayer> &taps) : m_module(module), m_taps(taps) {}

    /// A module runs as a whole: cancelling waits for it.
    Result<std::vector<LayerRows>> push(const cv::Mat &rows, const JobContext &) override
    {
        try {
            const NamedMaps maps = m_module.forward(rows);
            std::vector<LayerRows> outputs;
            for (const auto &tap : m_taps) {
                const auto map = std::ranges::find(maps, tap.name, &NamedMaps::value_type::first);
                if (map == maps.end() || map->second.dim() != 4 || map->second.size(0) != 1)
                    return fail(ErrorCode::BadFormat, fmt::format("the module returned no map named {}", tap.name));
                const at::Tensor dense = map->second.to(at::kCPU, at::kFloat).permute({0, 2, 3, 1}).contiguous();
                LayerRows layer{0,
                                static_cast<int>(dense.size(1)),
                                static_cast<int>(dense.size(2)),
                                static_cast<int>(dense.size(3)),
                                {}};
                layer.values.assign(dense.data_ptr<float>(), dense.data_ptr<float>() + dense.numel());
                outputs.push_back(std::move(layer));
            }
            return outputs;
        } catch (const std::exception &error) {
            return fail(ErrorCode::Internal, fmt::format("the TorchScript module failed: {}", error.what()));
        }
    }

private:
    const Module &m_module;
    const std::vector<BackboneLayer> &m_taps;
};

class TorchScriptNetwork : public FeatureNetwork
{
public:
    Result<void> load(const Backbone &backbone, const std::vector<std::string> &layers, const std::string &device,
                      int threads, const JobContext &context)
    {
        m_module.device = at::Device(device);
        m_module.module = torch::jit::load(backbone.modulePath.string(), m_module.device);
        m_module.module.eval();
        m_module.normalisation = backbone.info.normalisation;
        m_module.threads = effectiveThreads(threads);
        if (auto probed = probeLayers(layers); !probed)
            return probed;
        for (const auto &tap : m_taps)
            m_alignment = std::max(m_alignment, tap.stride);
        if (backbone.info.haloPx < 0)
            return probeHalo(context);
        m_halo = roundedUp(backbone.info.haloPx);
        return {};
    }

    const std::vector<BackboneLayer> &taps() const override { return m_taps; }
    int haloPx() const override { return m_halo; }
    int alignmentPx() const override { return m_alignment; }
    bool streams() const override { return false; }

    std::unique_ptr<NetworkStream> open(cv::Size /*piece*/, cv::Size /*whole*/) const override
    {
        return std::make_unique<TorchScriptStream>(m_module, m_taps);
    }

private:
    static constexpr int probeSidePx = 256;
    static constexpr int largestHaloPx = 512;

    int roundedUp(int halo) const { return (halo + m_alignment - 1) / m_alignment * m_alignment; }

    /// All maps of the module where no layers are asked for.
    Result<void> probeLayers(std::vector<std::string> layers)
    {
        const NamedMaps maps = m_module.forward(noiseImage(probeSidePx));
        if (layers.empty())
            std::ranges::transform(maps, std::back_inserter(layers), &NamedMaps::value_type::first);
        for (const std::string &name : layers) {
            const auto found = std::ranges::find(maps, name, &NamedMaps::value_type::first);
            if (found == maps.end())
                return fail(ErrorCode::BadArgument,
                            fmt::format("the module returns no map \"{}\"; it returns {} maps", name, maps.size()));
            const at::Tensor &map = found->second;
            if (map.dim() != 4 || map.size(2) < 1 || map.size(2) > probeSidePx || probeSidePx % map.size(2) != 0)
                return fail(ErrorCode::Unsupported,
                            fmt::format("the module's map {} is not [1, C, H, W] with a whole stride", name));
            m_taps.push_back({name, static_cast<int>(probeSidePx / map.size(2)), static_cast<int>(map.size(1))});
        }
        return m_taps.empty() ? fail(ErrorCode::BadArgument, "the module returns no maps") : Result<void>();
    }

    /// The smallest halo at which what lies outside it does not change the outputs in the middle. A larger one does no
    /// harm, so that it is found by halving.
    Result<void> probeHalo(const JobContext &context)
    {
        const int side = 2 * largestHaloPx + 2 * m_alignment;
        const cv::Mat noise = noiseImage(side);
        const NamedMaps whole = m_module.forward(noise);
        const auto suffices = [&](int steps) {
            const int halo = steps * m_alignment;
            cv::Mat changed = cv::Mat::zeros(side, side, CV_32FC3);
            const cv::Rect kept(side / 2 - halo, side / 2 - halo, 2 * halo + m_alignment, 2 * halo + m_alignment);
            noise(kept).copyTo(changed(kept));
            return sameInTheMiddle(whole, m_module.forward(changed), side);
        };
        int enough = largestHaloPx / m_alignment;
        if (!suffices(enough))
            return fail(ErrorCode::Unsupported, fmt::format("the module's outputs depend on more than {} px a side, so "
                                                            "tiles cannot be seamless; state a halo with --halo",
                                                            largestHaloPx));
        for (int tooFew = 0; enough - tooFew > 1;) {
            if (context.cancelled())
                return cancelledError();
            const int middle = (tooFew + enough) / 2;
            (suffices(middle) ? enough : tooFew) = middle;
        }
        m_halo = enough * m_alignment;
        return {};
    }

    bool sameInTheMiddle(const NamedMaps &whole, const NamedMaps &changed, int side) const
    {
        for (const auto &tap : m_taps) {
            const auto byName = [&](const NamedMaps &maps) {
                return std::ranges::find(maps, tap.name, &NamedMaps::value_type::first)->second;
            };
            const std::int64_t first = side / 2 / tap.stride;
            const std::int64_t count = m_alignment / tap.stride;
            const at::Tensor a = byName(whole).narrow(2, first, count).narrow(3, first, count);
            const at::Tensor b = byName(changed).narrow(2, first, count).narrow(3, first, count);
            if ((a - b).abs().max().item<float>() > 1e-4F * byName(whole).abs().max().item<float>())
                return false;
        }
        return true;
    }

    Module m_module;
    std::vector<BackboneLayer> m_taps;
    int m_alignment = 64; ///< layers that are not tapped may have larger strides than those that are
    int m_halo = 0;
};

} // namespace

Result<std::unique_ptr<FeatureNetwork>> torchScriptNetwork(const Backbone &backbone,
                                                           const std::vector<std::string> &layers,
                                                           const std::string &device, int threads,
                                                           const JobContext &context)
{
    try {
        auto network = std::make_unique<TorchScriptNetwork>();
        return network->load(backbone, layers, device, threads, context).map([&]() -> std::unique_ptr<FeatureNetwork> {
            return std::move(network);
        });
    } catch (const std::exception &error) {
        return fail(ErrorCode::BadFormat,
                    fmt::format("{}: not a usable TorchScript module: {}", backbone.modulePath.string(), error.what()));
    }
}

} // namespace patina
