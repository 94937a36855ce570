#include "core/image/pyramid_file.h"

#include "core/base/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <span>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace patina {

namespace {

constexpr std::int64_t headerBytes = 4096;
constexpr const char *magic = "patina pyramid 1";

tl::unexpected<Error> diskError(ErrorCode code, int errorNumber)
{
    return fail(code, fmt::format("the cache of pictures: {}", std::strerror(errorNumber)));
}

std::int64_t slotBytes(const ImageInfo &info)
{
    return std::int64_t{PyramidLayout::tilePx} * PyramidLayout::tilePx * info.channels * (info.bitDepth / 8);
}

std::int64_t slotsBelow(const PyramidLayout &layout, int lowest, int level)
{
    std::int64_t slots = 0;
    for (int l = lowest; l < level; ++l)
        slots += std::int64_t{layout.tileGrid(l).width} * layout.tileGrid(l).height;
    return slots;
}

std::string digestOf(const std::string &text)
{
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

/// A number of a header; -1 where there is none.
std::int64_t numberAt(std::vector<std::string_view> &words)
{
    std::int64_t number = -1;
    if (words.empty())
        return number;
    const std::string_view word = words.front();
    words.erase(words.begin());
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc() && end == word.data() + word.size() ? number : -1;
}

struct Header
{
    ImageInfo info;
    LowestLevel lowest = LowestLevel::Image;
    int largest = 0;
    std::string key;
};

Result<Header> parseHeader(std::string_view text)
{
    const auto refused = fail(ErrorCode::BadFormat, "this is no picture cache of this version");
    std::vector<std::string_view> lines;
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string_view::npos; at = end + 1)
        lines.push_back(text.substr(at, end - at));
    if (lines.size() < 4 || lines[0] != magic)
        return refused;
    const std::size_t signedLength = lines[0].size() + lines[1].size() + lines[2].size() + 3;
    if (digestOf(std::string(text.substr(0, signedLength))) != lines[3])
        return refused;
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at <= lines[1].size();) {
        const std::size_t end = std::min(lines[1].find(' ', at), lines[1].size());
        words.push_back(lines[1].substr(at, end - at));
        at = end + 1;
    }
    std::array<std::int64_t, 7> n{};
    for (std::int64_t &number : n)
        number = numberAt(words);
    const ImageLimits limits;
    const bool sane = n[0] > 0 && n[1] > 0 && n[0] <= limits.maxSidePx && n[1] <= limits.maxSidePx &&
                      n[0] * n[1] <= limits.maxPixels && (n[2] == 1 || n[2] == 3) && (n[3] == 8 || n[3] == 16) &&
                      (n[4] | 1) == 1 && (n[5] | 1) == 1 && n[6] >= 0 && n[6] <= 65535;
    if (!sane)
        return refused;
    return Header{
        {static_cast<int>(n[0]), static_cast<int>(n[1]), static_cast<int>(n[2]), static_cast<int>(n[3]), n[4] == 1},
        n[5] == 1 ? LowestLevel::Halved : LowestLevel::Image,
        static_cast<int>(n[6]),
        std::string(lines[2])};
}

} // namespace

PyramidFile::PyramidFile(const ImageInfo &info, LowestLevel lowest, std::string key)
    : m_info(info), m_layout(info.size()), m_lowest(lowest), m_key(std::move(key))
{
    m_top = cv::Mat::zeros(m_layout.levelSize(m_layout.top()), matType());
}

PyramidFile::~PyramidFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::int64_t PyramidFile::bytesOf(const ImageInfo &info, LowestLevel lowest)
{
    const PyramidLayout layout(info.size());
    const cv::Size top = layout.levelSize(layout.top());
    return headerBytes + slotBytes(info) * slotsBelow(layout, lowest == LowestLevel::Image ? 0 : 1, layout.top()) +
           std::int64_t{top.width} * top.height * info.channels * (info.bitDepth / 8);
}

Result<std::shared_ptr<PyramidFile>> PyramidFile::create(const std::filesystem::path &target, const ImageInfo &info,
                                                         LowestLevel lowest, const std::string &key)
{
    std::shared_ptr<PyramidFile> file(new PyramidFile(info, lowest, key));
    auto pending = AtomicFile::create(target);
    if (!pending)
        return failFrom(std::move(pending));
    file->m_descriptor = ::open(pending->temporaryPath().c_str(), O_RDWR | O_CLOEXEC);
    if (file->m_descriptor < 0 || ::ftruncate(file->m_descriptor, bytesOf(info, lowest)) != 0)
        return diskError(ErrorCode::WriteFailed, errno);
    file->m_pending.emplace(std::move(*pending));
    if (info.bitDepth == 8)
        file->noteLargest(255);
    return file;
}

Result<std::shared_ptr<PyramidFile>> PyramidFile::open(const std::filesystem::path &path, const std::string &key)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return diskError(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Unreadable, errno);
    PyramidFile opened({1, 1, 1, 8, false}, LowestLevel::Image, {});
    opened.m_descriptor = descriptor; // closed with it
    std::string text(headerBytes, '\0');
    if (auto read = opened.readAt(0, text.data(), text.size()); !read)
        return failFrom(std::move(read));
    auto header = parseHeader(text);
    if (!header)
        return failFrom(std::move(header));
    if (header->key != key)
        return fail(ErrorCode::Corrupt, "the picture cache is of another image");
    struct ::stat facts
    {
    };
    if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode) ||
        facts.st_size != bytesOf(header->info, header->lowest))
        return fail(ErrorCode::BadFormat, "the picture cache has another length than its header says");
    std::shared_ptr<PyramidFile> file(new PyramidFile(header->info, header->lowest, key));
    file->m_descriptor = std::exchange(opened.m_descriptor, -1);
    const std::size_t topBytes = file->m_top.total() * file->m_top.elemSize();
    if (auto read = file->readAt(file->topOffset(), file->m_top.data, topBytes); !read)
        return failFrom(std::move(read));
    file->m_topRows = file->m_top.rows;
    for (int level = 0; level < file->m_layout.top(); ++level)
        file->m_tileRows[static_cast<std::size_t>(level)] = file->m_layout.tileGrid(level).height;
    file->m_largest = header->largest;
    file->m_complete = true;
    return file;
}

bool PyramidFile::has(const TileKey &key) const
{
    return key.level >= lowestLevel() && key.level < m_layout.top() && m_layout.contains(key) &&
           key.row < m_tileRows[static_cast<std::size_t>(key.level)].load(std::memory_order_acquire);
}

Result<cv::Mat> PyramidFile::read(const TileKey &key) const
{
    if (!has(key))
        return fail(ErrorCode::BadArgument,
                    fmt::format("tile {}, {} of level {} is not in the picture cache", key.column, key.row, key.level));
    cv::Mat tile(m_layout.tileArea(key).size(), matType());
    return readAt(offsetOf(key), tile.data, tile.total() * tile.elemSize()).map([&] { return tile; });
}

cv::Mat PyramidFile::top() const
{
    return m_top.rowRange(0, m_topRows.load(std::memory_order_acquire));
}

void PyramidFile::noteLargest(int value)
{
    m_largest.store(std::max(value, m_largest.load(std::memory_order_relaxed)), std::memory_order_relaxed);
}

Result<void> PyramidFile::writeTiles(int level, int tileRow, const cv::Mat &pixels)
{
    if (level < lowestLevel())
        return {};
    for (int column = 0; column < m_layout.tileGrid(level).width; ++column) {
        const TileKey key{level, column, tileRow};
        const cv::Rect area = m_layout.tileArea(key);
        const cv::Mat tile = pixels(cv::Rect(area.x, 0, area.width, area.height)).clone();
        if (auto written = writeAt(offsetOf(key), tile.data, tile.total() * tile.elemSize()); !written)
            return written;
    }
    m_tileRows[static_cast<std::size_t>(level)].store(tileRow + 1, std::memory_order_release);
    return {};
}

void PyramidFile::addTop(const cv::Mat &rows)
{
    const int first = m_topRows.load(std::memory_order_relaxed);
    rows.copyTo(m_top.rowRange(first, first + rows.rows));
    m_topRows.store(first + rows.rows, std::memory_order_release);
}

Result<void> PyramidFile::commit()
{
    const std::string text = header();
    return writeAt(topOffset(), m_top.data, m_top.total() * m_top.elemSize())
        .and_then([&] { return writeAt(0, text.data(), text.size()); })
        .and_then([&]() -> Result<void> {
            m_complete.store(true, std::memory_order_release);
            return m_pending->commit();
        });
}

std::string PyramidFile::header() const
{
    const std::string text =
        fmt::format("{}\n{} {} {} {} {} {} {}\n{}\n", magic, m_info.width, m_info.height, m_info.channels,
                    m_info.bitDepth, m_info.regions ? 1 : 0, lowestLevel(), largestValue(), m_key);
    return text + digestOf(text) + '\n';
}

std::int64_t PyramidFile::offsetOf(const TileKey &key) const
{
    const std::int64_t slot = slotsBelow(m_layout, lowestLevel(), key.level) +
                              std::int64_t{key.row} * m_layout.tileGrid(key.level).width + key.column;
    return headerBytes + slot * slotBytes(m_info);
}

std::int64_t PyramidFile::topOffset() const
{
    return headerBytes + slotsBelow(m_layout, lowestLevel(), m_layout.top()) * slotBytes(m_info);
}

Result<void> PyramidFile::writeAt(std::int64_t offset, const void *bytes, std::size_t count)
{
    std::span left(static_cast<const std::uint8_t *>(bytes), count);
    while (!left.empty()) {
        const ssize_t written = ::pwrite(m_descriptor, left.data(), left.size(), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return diskError(ErrorCode::WriteFailed, written < 0 ? errno : ENOSPC);
        left = left.subspan(static_cast<std::size_t>(written));
        offset += written;
    }
    return {};
}

Result<void> PyramidFile::readAt(std::int64_t offset, void *bytes, std::size_t count) const
{
    std::span left(static_cast<std::uint8_t *>(bytes), count);
    while (!left.empty()) {
        const ssize_t got = ::pread(m_descriptor, left.data(), left.size(), offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return diskError(ErrorCode::Unreadable, got < 0 ? errno : EIO);
        left = left.subspan(static_cast<std::size_t>(got));
        offset += got;
    }
    return {};
}

} // namespace patina
