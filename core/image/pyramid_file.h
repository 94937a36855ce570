#pragma once

#include "core/base/atomic_file.h"
#include "core/base/result.h"
#include "core/image/image_source.h"
#include "core/image/pyramid_layout.h"

#include <opencv2/core.hpp>

#include <array>
#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace patina {

/// Which level is the lowest in a file: that of an image that is read by region is not stored a second time.
enum class LowestLevel { Image, Halved };

/// The pyramid of an image on the disk: a header, its tiles each at a place of its own, the top level. It is written
/// once, level by level from the top row to the bottom, by one thread; what is written can be read by any thread at any
/// time, also before all of it is there. Under its name it appears whole or not at all.
class PyramidFile
{
public:
    /// \param key says of which image it is; told by open().
    /// Errors: WriteFailed.
    static Result<std::shared_ptr<PyramidFile>> create(const std::filesystem::path &target, const ImageInfo &info,
                                                       LowestLevel lowest, const std::string &key);
    /// Errors: NotFound, Unreadable, BadFormat (no whole pyramid, of another version), Corrupt (of another key).
    static Result<std::shared_ptr<PyramidFile>> open(const std::filesystem::path &file, const std::string &key);
    /// What a file takes.
    static std::int64_t bytesOf(const ImageInfo &info, LowestLevel lowest);

    ~PyramidFile();
    PyramidFile(const PyramidFile &) = delete;
    PyramidFile &operator=(const PyramidFile &) = delete;

    const ImageInfo &info() const { return m_info; }
    const PyramidLayout &layout() const { return m_layout; }
    int lowestLevel() const { return m_lowest == LowestLevel::Image ? 0 : 1; }
    bool complete() const { return m_complete.load(std::memory_order_acquire); }
    /// The largest value so far; of 8 bits 255.
    int largestValue() const { return m_largest.load(std::memory_order_relaxed); }

    /// Is the tile there? \param key below the top level.
    bool has(const TileKey &key) const;
    /// Errors: BadArgument (not there), Unreadable.
    Result<cv::Mat> read(const TileKey &key) const;
    /// The first rows of the top level that are there.
    cv::Mat top() const;

    // For the one that writes it.
    void noteLargest(int value);
    /// Tiles of one row of tiles. \param pixels of the level, as wide. Errors: WriteFailed.
    Result<void> writeTiles(int level, int tileRow, const cv::Mat &pixels);
    /// The next rows of the top level.
    void addTop(const cv::Mat &rows);
    /// All is written: header, sync, its name. Errors: WriteFailed.
    Result<void> commit();

private:
    PyramidFile(const ImageInfo &info, LowestLevel lowest, std::string key);
    std::int64_t offsetOf(const TileKey &key) const;
    std::int64_t topOffset() const;
    int matType() const { return CV_MAKETYPE(m_info.bitDepth == 8 ? CV_8U : CV_16U, m_info.channels); }
    std::string header() const;
    Result<void> writeAt(std::int64_t offset, const void *bytes, std::size_t count);
    Result<void> readAt(std::int64_t offset, void *bytes, std::size_t count) const;

    static constexpr int mostLevels = 24;

    ImageInfo m_info;
    PyramidLayout m_layout;
    LowestLevel m_lowest;
    std::string m_key;
    std::optional<AtomicFile> m_pending; ///< until commit()
    int m_descriptor = -1;
    cv::Mat m_top;
    std::atomic<int> m_topRows{0};
    std::array<std::atomic<int>, mostLevels> m_tileRows{}; ///< that are there, of each level
    std::atomic<int> m_largest{0};
    std::atomic<bool> m_complete{false};
};

} // namespace patina
