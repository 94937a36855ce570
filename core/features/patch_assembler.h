#pragma once

#include "core/backbone/backbone.h"
#include "core/base/feature_matrix.h"
#include "core/features/feature_extractor.h"
#include "core/network/feature_network.h"

#include <deque>
#include <vector>

namespace patina {

/// Turns layer outputs into patch embeddings while they stream by. Per layer: where it is finer than the patch grid,
/// the mean over each patch (edge patches over what there is); 3x3 mean, stride 1, zero padding counted (PatchCore,
/// Roth et al. 2022, sec. 3.1); where it is coarser, raised bilinearly with sample centres at (index + 0.5) * stride,
/// edges clamped. Then all layers concatenated.
class PatchAssembler
{
public:
    PatchAssembler(const std::vector<BackboneLayer> &taps, cv::Size image, int threads = 1);

    /// max(8, finest stride of the taps) pixels.
    static int patchStridePx(const std::vector<BackboneLayer> &taps);
    static int dimension(const std::vector<BackboneLayer> &taps);
    static PatchGrid gridFor(const std::vector<BackboneLayer> &taps, cv::Size image);

    /// Adds rows of each tap, in order from the top, and returns the patch rows that are now complete (rows = 0: none).
    FeatureBand push(const std::vector<LayerRows> &layers);

private:
    /// Rows in memory; the first has index `first`.
    struct RowQueue
    {
        int first = 0;
        std::deque<std::vector<float>> rows;
        int end() const { return first + static_cast<int>(rows.size()); }
        const std::vector<float> &at(int index) const { return rows[static_cast<std::size_t>(index - first)]; }
        std::vector<float> &at(int index) { return rows[static_cast<std::size_t>(index - first)]; }
        void addRows(int count, std::size_t size); ///< of zeros
        void dropBefore(int index);
    };
    struct Layer
    {
        int channels = 0;
        int pool = 1;      ///< layer rows per patch row, where the layer is finer
        double step = 1.0; ///< layer rows per patch row, where it is coarser: < 1
        int inColumns = 0; ///< of the tap
        int inRows = 0;
        int columns = 0; ///< after pooling
        int rows = 0;
        RowQueue raw, pooled, meaned;

        std::size_t rowSize() const ///< after pooling
        {
            return static_cast<std::size_t>(columns) * static_cast<std::size_t>(channels);
        }
    };

    void pool(Layer &layer) const;
    static void poolRow(const Layer &layer, int row, std::vector<float> &out);
    void mean(Layer &layer) const;
    static int lastRowNeeded(const Layer &layer, int patchRow);
    void write(const Layer &layer, int patchRow, float *patches, int offset) const;

    PatchGrid m_grid;
    int m_dimension = 0;
    int m_threads = 1;
    int m_nextRow = 0;
    std::vector<Layer> m_layers;
};

} // namespace patina
