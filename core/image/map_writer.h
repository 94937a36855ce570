#pragma once

#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace patina {

struct MapWriterSettings
{
    enum class Container {
        Auto, ///< BigTIFF where the map does not fit the 4 GiB of a classic TIFF
        Classic,
        Big,
    };
    enum class Compression {
        None,    ///< fastest; every TIFF reader opens it
        Deflate, ///< floating-point predictor: about half the size, slower
    };

    std::string description; ///< TIFF tag ImageDescription: kind of score, model hash
    Container container = Container::Auto;
    Compression compression = Compression::None;
};

/// Writes a score map, row by row, as a single-channel float32 TIFF that appears whole or not at all: written beside
/// its target under a temporary name, synced, renamed by finish(). Destroyed before finish(): nothing is left.
class MapWriter
{
public:
    /// \param size of the whole map. Errors: WriteFailed (folder missing or read-only), BadArgument (empty size),
    /// TooLarge (Container::Classic over 4 GiB).
    static Result<MapWriter> create(const std::filesystem::path &path, cv::Size size,
                                    const MapWriterSettings &settings = {});

    MapWriter(MapWriter &&) noexcept;
    MapWriter &operator=(MapWriter &&) = delete;
    ~MapWriter();

    /// The next rows: `firstRow` is the number of rows written so far (it fits a MapRowSink).
    /// \param rows CV_32FC1, as wide as the map. Errors: ShapeMismatch, BadArgument (out of order), WriteFailed (disk
    /// full, I/O error; the writer is spent).
    Result<void> writeRows(int firstRow, const cv::Mat &rows);

    /// Errors: ShapeMismatch (rows are missing), WriteFailed.
    Result<void> finish();

private:
    struct State;
    explicit MapWriter(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// Whether a float32 map of this size needs BigTIFF.
bool mapNeedsBigTiff(cv::Size size);

} // namespace patina
