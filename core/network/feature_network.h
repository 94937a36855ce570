#pragma once

#include "core/backbone/backbone.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <memory>
#include <string>
#include <vector>

namespace patina {

/// Whole rows of one layer's output, rows x columns x channels (channels innermost).
struct LayerRows
{
    int firstRow = 0;
    int rows = 0;
    int columns = 0;
    int channels = 0;
    std::vector<float> values;

    const float *row(int r) const
    {
        return values.data() +
               static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) * static_cast<std::size_t>(channels);
    }
};

/// Rows of an image on their way through a network, from the top to the bottom; nothing is computed twice.
class NetworkStream
{
public:
    virtual ~NetworkStream() = default;
    /// \param rows CV_32FC3, R, G, B, 0..255, the next rows of the image, full width.
    /// \returns per tap the rows that are complete (rows = 0: none yet); after the last image row all of them.
    /// Errors: OutOfMemory, Cancelled; the stream is spent then.
    virtual Result<std::vector<LayerRows>> push(const cv::Mat &rows, const JobContext &context = {}) = 0;
};

/// A backbone cut off after its last used layer, ready to run. Weights are shared by all its streams.
class FeatureNetwork
{
public:
    virtual ~FeatureNetwork() = default;

    /// The layers whose outputs are delivered, in the order asked for.
    virtual const std::vector<BackboneLayer> &taps() const = 0;
    /// Context a side that a tile needs, in pixels; a multiple of alignmentPx().
    virtual int haloPx() const = 0;
    /// Tiles start at multiples of this.
    virtual int alignmentPx() const = 0;
    /// False: only whole tiles can be run (one push with all rows).
    virtual bool streams() const = 0;

    /// \param piece size of what will be pushed. \param whole size of the image it was cut from, at a multiple of
    /// alignmentPx(): it decides how the layers' sampling points lie.
    virtual std::unique_ptr<NetworkStream> open(cv::Size piece, cv::Size whole) const = 0;
};

/// A built-in architecture with our own inner loops: the same bits on any number of threads, however an image is cut.
/// Errors: BadArgument (unknown layer), BadFormat (tensor missing or of another shape, named), Cancelled.
Result<std::unique_ptr<FeatureNetwork>> createRowNetwork(const Backbone &backbone,
                                                         const std::vector<std::string> &layers, int threads,
                                                         const JobContext &context = {});

/// The same architecture with LibTorch's operators. \param device of LibTorch: "cpu", "cuda:0". Errors: the same.
Result<std::unique_ptr<FeatureNetwork>> createTensorNetwork(const Backbone &backbone,
                                                            const std::vector<std::string> &layers,
                                                            const std::string &device, int threads);

/// A TorchScript module that returns a tensor, or a list, tuple or dictionary of tensors [1, C, H, W]. It runs the
/// module's code, on `device`. Layers are named as in the dictionary, or "0", "1", ...; strides, channels and, where
/// the backbone does not say, the halo are probed. Errors: BadFormat (no module), BadArgument (a layer it does not
/// return), Unsupported (a map without a whole stride, a halo over 512 px), Cancelled.
Result<std::unique_ptr<FeatureNetwork>> createTorchScriptNetwork(const Backbone &backbone,
                                                                 const std::vector<std::string> &layers,
                                                                 const std::string &device, int threads,
                                                                 const JobContext &context = {});

} // namespace patina
