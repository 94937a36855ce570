#include "core/image/block_cache.h"
#include "core/image/image_file.h"
#include "core/image/tiff_handle.h"
#include "core/image/tiff_layout.h"
#include "core/image/tiff_samples.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <tiffio.h>
#include <utility>
#include <vector>

namespace patina::detail {

namespace {

/// Blocks are kept up to one row of them, so that bands read from the top to the bottom decode every block once.
constexpr std::int64_t smallestCacheBytes = std::int64_t{32} << 20;
constexpr std::int64_t largestCacheBytes = std::int64_t{512} << 20;

/// What the blocks of one row take, or of one column where columns are shown as rows.
std::int64_t blockRowBytes(const TiffLayout &layout)
{
    const int blocks = layout.image.orientation.swapsAxes() ? layout.blocksDown() : layout.blocksAcross();
    return (layout.blockBytes() * layout.planes() + BlockCache::entryBytes) * blocks;
}

/// Blocks that are decoded once per band would take hours: an image on its side has its column of blocks held, which
/// is the whole image where it is stored in strips. Errors: TooLarge.
Result<std::int64_t> cacheBytesFor(const std::filesystem::path &path, const TiffLayout &layout,
                                   const ImageLimits &limits)
{
    const std::int64_t needed = blockRowBytes(layout);
    if (layout.readsRows() || !layout.image.orientation.swapsAxes())
        return std::clamp(needed, smallestCacheBytes, largestCacheBytes);
    if (needed > limits.maxDecodedBytes)
        return imageError(ErrorCode::TooLarge, path,
                          fmt::format("its compressed {} take {} to turn it upright, over the limit of {}; save it "
                                      "upright, in tiles or without compression",
                                      layout.tiled ? "tiles" : "strips", readableBytes(needed),
                                      readableBytes(limits.maxDecodedBytes)));
    return std::max(needed, smallestCacheBytes);
}

class TiffSource final : public ImageSource
{
public:
    TiffSource(std::filesystem::path path, TiffHandle file, const TiffLayout &layout, std::int64_t cacheBytes,
               JobContext context)
        : m_path(std::move(path)), m_file(std::move(file)), m_layout(layout), m_info(layout.image.info()),
          m_cache(cacheBytes), m_context(std::move(context))
    {
        m_info.regions = true;
    }

    const ImageInfo &info() const override { return m_info; }
    Result<cv::Mat> read(const cv::Rect &area) override;

private:
    Result<cv::Mat> readStored(const cv::Rect &area);
    Result<void> copyRows(const cv::Rect &area, cv::Mat &target);
    Result<void> readRow(int plane, int y, int x, std::span<std::uint8_t> bytes);
    Result<void> copyBlocks(const cv::Rect &area, cv::Mat &target);
    Result<cv::Mat> block(int column, int row);
    Result<cv::Mat> decodeBlock(std::int64_t index, int rows);
    tl::unexpected<Error> damaged(const std::string &where, const std::string &message) const;

    std::filesystem::path m_path;
    TiffHandle m_file;
    TiffLayout m_layout;
    ImageInfo m_info;
    BlockCache m_cache;
    JobContext m_context;
};

tl::unexpected<Error> TiffSource::damaged(const std::string &where, const std::string &message) const
{
    return imageError(ErrorCode::Unreadable, m_path,
                      fmt::format("the TIFF file is truncated or damaged at {} ({})", where, message));
}

Result<cv::Mat> TiffSource::read(const cv::Rect &area)
{
    if (auto inside = checkArea(area, m_info); !inside)
        return failFrom(std::move(inside));
    try {
        const Orientation &orientation = m_layout.image.orientation;
        return readStored(orientation.storedArea(area, m_layout.image.size)).map([&](cv::Mat stored) {
            return orientation.apply(std::move(stored));
        });
    } catch (const std::exception &) {
        return imageError(ErrorCode::OutOfMemory, m_path,
                          fmt::format("no memory for {}x{} pixels", area.width, area.height));
    }
}

Result<cv::Mat> TiffSource::readStored(const cv::Rect &area)
{
    cv::Mat target(area.size(), m_layout.image.matType());
    auto copied = m_layout.readsRows() ? copyRows(area, target) : copyBlocks(area, target);
    if (!copied)
        return failFrom(std::move(copied));
    return target;
}

Result<void> TiffSource::copyRows(const cv::Rect &area, cv::Mat &target)
{
    const int depth = target.depth();
    std::vector<cv::Mat> planes(static_cast<std::size_t>(std::min(m_layout.planes(), m_layout.image.channels)));
    for (auto &plane : planes)
        plane.create(1, area.width, CV_MAKETYPE(depth, m_layout.samplesPerPlane()));
    for (int y = 0; y < area.height; ++y) {
        if (m_context.cancelled())
            return cancelledError();
        for (std::size_t p = 0; p < planes.size(); ++p) {
            const std::span bytes(planes[p].data, planes[p].total() * planes[p].elemSize());
            if (auto done = readRow(static_cast<int>(p), area.y + y, area.x, bytes); !done)
                return done;
        }
        cv::Mat row = target.row(y);
        pixelsFromSamples(planes, m_layout, row);
    }
    return {};
}

Result<void> TiffSource::readRow(int plane, int y, int x, std::span<std::uint8_t> bytes)
{
    const std::int64_t strip = m_layout.blocksPerPlane() * plane + y / m_layout.block.height;
    const std::int64_t pixelBytes = m_layout.planePixelBytes();
    const std::int64_t within = (std::int64_t{y % m_layout.block.height} * m_layout.image.size.width + x) * pixelBytes;
    const std::uint64_t offset =
        TIFFGetStrileOffset(m_file.get(), static_cast<std::uint32_t>(strip)) + static_cast<std::uint64_t>(within);
    const thandle_t stream = TIFFClientdata(m_file.get());
    const auto wanted = static_cast<tmsize_t>(bytes.size());
    if (TIFFGetSeekProc(m_file.get())(stream, offset, SEEK_SET) != offset ||
        TIFFGetReadProc(m_file.get())(stream, bytes.data(), wanted) != wanted)
        return damaged(fmt::format("row {}", y), fmt::format("{} bytes at {} cannot be read", wanted, offset));
    if (m_layout.reversedBits)
        TIFFReverseBits(bytes.data(), wanted);
    if (m_layout.image.bitDepth == 16 && TIFFIsByteSwapped(m_file.get()) != 0)
        TIFFSwabArrayOfShort(reinterpret_cast<std::uint16_t *>(bytes.data()), wanted / 2);
    return {};
}

Result<void> TiffSource::copyBlocks(const cv::Rect &area, cv::Mat &target)
{
    const cv::Size size = m_layout.block;
    for (int row = area.y / size.height; row <= (area.br().y - 1) / size.height; ++row) {
        for (int column = area.x / size.width; column <= (area.br().x - 1) / size.width; ++column) {
            if (m_context.cancelled())
                return cancelledError();
            auto pixels = block(column, row);
            if (!pixels)
                return failFrom(std::move(pixels));
            const cv::Point origin(column * size.width, row * size.height);
            const cv::Rect shared = cv::Rect(origin, pixels->size()) & area;
            (*pixels)(shared - origin).copyTo(target(shared - area.tl()));
        }
    }
    return {};
}

Result<cv::Mat> TiffSource::block(int column, int row)
{
    const std::int64_t index = std::int64_t{row} * m_layout.blocksAcross() + column;
    if (const cv::Mat *known = m_cache.find(index))
        return *known;
    // A tile is always stored whole; the last strip only as far as the image goes.
    const int rows = m_layout.tiled
                         ? m_layout.block.height
                         : std::min(m_layout.block.height, m_layout.image.size.height - row * m_layout.block.height);
    std::vector<cv::Mat> planes;
    for (int p = 0; p < std::min(m_layout.planes(), m_layout.image.channels); ++p) {
        auto plane = decodeBlock(m_layout.blocksPerPlane() * p + index, rows);
        if (!plane)
            return plane;
        planes.push_back(std::move(*plane));
    }
    cv::Mat pixels(rows, m_layout.block.width, m_layout.image.matType());
    pixelsFromSamples(planes, m_layout, pixels);
    // What lies past the right and lower border is padding.
    const cv::Rect valid(0, 0,
                         std::min(m_layout.block.width, m_layout.image.size.width - column * m_layout.block.width),
                         std::min(rows, m_layout.image.size.height - row * m_layout.block.height));
    m_cache.insert(index, pixels(valid));
    return pixels(valid);
}

Result<cv::Mat> TiffSource::decodeBlock(std::int64_t index, int rows)
{
    cv::Mat samples(rows, m_layout.block.width,
                    CV_MAKETYPE(m_layout.image.bitDepth == 8 ? CV_8U : CV_16U, m_layout.samplesPerPlane()));
    const auto number = static_cast<std::uint32_t>(index);
    const auto wanted = static_cast<tmsize_t>(samples.total() * samples.elemSize());
    const int warningsBefore = m_file.warningCount();
    const tmsize_t got = m_layout.tiled ? TIFFReadEncodedTile(m_file.get(), number, samples.data, wanted)
                                        : TIFFReadEncodedStrip(m_file.get(), number, samples.data, wanted);
    const std::string where = fmt::format("{} {}", m_layout.tiled ? "tile" : "strip", index + 1);
    if (got < 0)
        return damaged(where, m_file.lastError());
    if (got < wanted)
        return damaged(where, fmt::format("{} of {} bytes", got, wanted));
    if (m_layout.lossyWarnings && m_file.warningCount() != warningsBefore)
        return damaged(where, m_file.lastWarning());
    return samples;
}

} // namespace

Result<std::unique_ptr<ImageSource>> openTiff(const std::filesystem::path &path, const ImageLimits &limits,
                                              const JobContext &context)
{
    std::error_code error;
    const auto fileBytes = std::filesystem::file_size(path, error);
    if (error)
        return imageError(ErrorCode::Unreadable, path, error.message());
    // m: no memory map (a file cut while it is read would end the process); c: strips as they are in the file.
    constexpr std::int64_t tableBytes = std::int64_t{64} << 20;
    auto file = TiffHandle::open(path, "rmc", limits.maxBlockBytes + tableBytes);
    if (!file)
        return failFrom(std::move(file));
    auto layout = readTiffLayout(file->get(), path, static_cast<std::int64_t>(fileBytes), limits);
    if (!layout)
        return failFrom(std::move(layout));
    const auto cacheBytes = cacheBytesFor(path, *layout, limits);
    if (!cacheBytes)
        return tl::unexpected(cacheBytes.error());
    return std::make_unique<TiffSource>(path, std::move(*file), *layout, *cacheBytes, context.quiet());
}

} // namespace patina::detail
