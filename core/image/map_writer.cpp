#include "core/image/map_writer.h"

#include "core/base/atomic_file.h"
#include "core/image/image_file.h"
#include "core/image/tiff_handle.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tiffio.h>
#include <utility>
#include <vector>

namespace patina {

namespace {

constexpr std::int64_t stripBytes = std::int64_t{256} << 10;
/// Room for the directory and the tables of strips beside the pixels, with 32-bit offsets.
constexpr std::int64_t classicBytes = (std::int64_t{4} << 30) - (std::int64_t{64} << 20);

bool setTags(TIFF *file, cv::Size size, const MapWriterSettings &settings)
{
    const bool deflate = settings.compression == MapWriterSettings::Compression::Deflate;
    const auto rowsPerStrip = std::clamp<std::int64_t>(stripBytes / (std::int64_t{size.width} * 4), 1, size.height);
    bool set = TIFFSetField(file, TIFFTAG_IMAGEWIDTH, size.width) != 0 &&
               TIFFSetField(file, TIFFTAG_IMAGELENGTH, size.height) != 0 &&
               TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 32) != 0 &&
               TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1) != 0 &&
               TIFFSetField(file, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_IEEEFP) != 0 &&
               TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK) != 0 &&
               TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG) != 0 &&
               TIFFSetField(file, TIFFTAG_SOFTWARE, "Patina") != 0 &&
               TIFFSetField(file, TIFFTAG_COMPRESSION, deflate ? COMPRESSION_ADOBE_DEFLATE : COMPRESSION_NONE) != 0 &&
               TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, static_cast<std::uint32_t>(rowsPerStrip)) != 0;
    if (deflate)
        set = set && TIFFSetField(file, TIFFTAG_PREDICTOR, PREDICTOR_FLOATINGPOINT) != 0;
    if (!settings.description.empty())
        set = set && TIFFSetField(file, TIFFTAG_IMAGEDESCRIPTION, settings.description.c_str()) != 0;
    return set;
}

} // namespace

struct MapWriter::State
{
    std::filesystem::path path;
    cv::Size size;
    AtomicFile target;
    detail::TiffHandle file; ///< closed before `target` goes: it writes under the temporary name
    std::vector<float> row;  ///< libtiff's predictor works in place
    int written = 0;
    bool failed = false;

    tl::unexpected<Error> writeFailure(int errorNumber)
    {
        failed = true;
        const std::string reason = errorNumber != 0 ? std::strerror(errorNumber) : file.lastError();
        return detail::imageError(ErrorCode::WriteFailed, path, fmt::format("the map cannot be written ({})", reason));
    }
};

MapWriter::MapWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
MapWriter::MapWriter(MapWriter &&) noexcept = default;
MapWriter::~MapWriter() = default;

bool mapNeedsBigTiff(cv::Size size)
{
    return std::int64_t{size.width} * size.height * 4 > classicBytes;
}

Result<MapWriter> MapWriter::create(const std::filesystem::path &path, cv::Size size, const MapWriterSettings &settings)
{
    using Container = MapWriterSettings::Container;
    if (size.width < 1 || size.height < 1)
        return fail(ErrorCode::BadArgument, fmt::format("a map of {}x{} cannot be written", size.width, size.height));
    const bool needsBig = mapNeedsBigTiff(size);
    if (needsBig && settings.container == Container::Classic) {
        return detail::imageError(
            ErrorCode::TooLarge, path,
            fmt::format("a map of {}x{} does not fit a classic TIFF; write it as BigTIFF", size.width, size.height));
    }
    auto target = AtomicFile::create(path);
    if (!target)
        return failFrom(std::move(target));
    const bool big = needsBig || settings.container == Container::Big;
    auto file = detail::TiffHandle::open(target->temporaryPath(), big ? "w8" : "w4", 0);
    if (!file)
        return detail::imageError(ErrorCode::WriteFailed, path, "the map cannot be created");
    auto state = std::make_unique<State>(State{path, size, std::move(*target), std::move(*file),
                                               std::vector<float>(static_cast<std::size_t>(size.width))});
    if (!setTags(state->file.get(), size, settings))
        return state->writeFailure(0);
    return MapWriter(std::move(state));
}

Result<void> MapWriter::writeRows(int firstRow, const cv::Mat &rows)
{
    State &state = *m_state;
    if (state.failed)
        return detail::imageError(ErrorCode::WriteFailed, state.path, "writing the map has failed before");
    if (rows.type() != CV_32FC1 || rows.cols != state.size.width || rows.rows > state.size.height - state.written) {
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("{}x{} rows do not fit the map of {}x{} after {} rows", rows.cols, rows.rows,
                                state.size.width, state.size.height, state.written));
    }
    if (firstRow != state.written)
        return fail(ErrorCode::BadArgument,
                    fmt::format("map rows from {} come after {} rows: out of order", firstRow, state.written));
    for (int y = 0; y < rows.rows; ++y) {
        std::copy_n(rows.ptr<float>(y), state.row.size(), state.row.data());
        errno = 0;
        if (TIFFWriteScanline(state.file.get(), state.row.data(), static_cast<std::uint32_t>(state.written), 0) < 0)
            return state.writeFailure(errno);
        ++state.written;
    }
    return {};
}

Result<void> MapWriter::finish()
{
    State &state = *m_state;
    if (state.failed)
        return detail::imageError(ErrorCode::WriteFailed, state.path, "writing the map has failed before");
    if (state.written != state.size.height) {
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("the map has {} of its {} rows", state.written, state.size.height));
    }
    errno = 0;
    if (TIFFFlush(state.file.get()) == 0)
        return state.writeFailure(errno);
    state.file.close();
    state.failed = true; // spent, either way
    return state.target.commit();
}

} // namespace patina
