#include "core/features/feature_cache_file.h"

#include "core/base/safetensors.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace patina {

namespace {

constexpr std::int64_t hashDigits = 64;
constexpr std::int64_t chunkBytes = std::int64_t{1} << 20;

/// The header of such a file: all of it follows from what it is to hold.
SafetensorsHeader headerOf(const CachedFeatures &entry)
{
    const std::int64_t features = std::int64_t{entry.rows} * entry.columns * entry.dim * std::int64_t{sizeof(float)};
    const std::int64_t bands = std::int64_t{entry.rows} * std::int64_t{sizeof(std::int32_t)};
    SafetensorsHeader header;
    header.metadata["key"] = entry.key;
    header.entries["features"] = {"F32", {entry.rows, entry.columns, entry.dim}, 0, features};
    header.entries["bands"] = {"I32", {entry.rows}, features, features + bands};
    header.entries["sha256"] = {"U8", {hashDigits}, features + bands, features + bands + hashDigits};
    return header;
}

/// Bands count up from 0 by one.
bool areBands(const std::vector<std::int32_t> &bands)
{
    std::int32_t expected = 0;
    return std::ranges::all_of(bands, [&](std::int32_t band) {
        const bool next = band == expected + 1 && expected + 1 > 0;
        expected = next ? band : expected;
        return band == expected;
    });
}

Result<void> readInto(std::ifstream &file, void *to, std::int64_t bytes)
{
    file.read(static_cast<char *>(to), bytes);
    return file.gcount() == bytes ? Result<void>{} : fail(ErrorCode::Unreadable, "reading failed half way");
}

/// Hashes what is before the hash and compares.
Result<void> verify(std::ifstream &file, std::int64_t bytes, const JobContext &context)
{
    Sha256 hash;
    std::vector<std::uint8_t> chunk(static_cast<std::size_t>(std::min(bytes, chunkBytes)));
    for (std::int64_t done = 0; done < bytes; done += chunkBytes) {
        if (context.cancelled())
            return cancelledError();
        const auto part = std::min(bytes - done, chunkBytes);
        if (auto read = readInto(file, chunk.data(), part); !read)
            return read;
        hash.update(std::span(chunk).first(static_cast<std::size_t>(part)));
    }
    std::string written(static_cast<std::size_t>(hashDigits), '\0');
    if (auto read = readInto(file, written.data(), hashDigits); !read)
        return read;
    return written == hash.finish() ? Result<void>{} : fail(ErrorCode::Corrupt, "its bytes do not match their SHA-256");
}

} // namespace

std::int64_t CachedFeatures::fileBytes() const
{
    return headerOf(*this).entries.at("sha256").end;
}

FeatureFileWriter::FeatureFileWriter(AtomicFile file, CachedFeatures entry)
    : m_file(std::move(file)), m_entry(std::move(entry)), m_hash(std::make_unique<Sha256>())
{
}

Result<FeatureFileWriter> FeatureFileWriter::create(const std::filesystem::path &path, const CachedFeatures &entry)
{
    auto header = safetensorsHeaderBytes(headerOf(entry));
    if (!header)
        return failFrom(std::move(header));
    auto file = AtomicFile::create(path);
    if (!file)
        return failFrom(std::move(file));
    if (auto written = file->write(*header); !written)
        return failFrom(std::move(written));
    return FeatureFileWriter(std::move(*file), entry);
}

Result<void> FeatureFileWriter::append(std::span<const std::uint8_t> bytes)
{
    m_hash->update(bytes);
    return m_file.write(bytes);
}

Result<void> FeatureFileWriter::add(const FeatureBand &band)
{
    const auto next = static_cast<int>(m_bands.size());
    if (band.firstRow != next || band.rows < 1 || band.rows > m_entry.rows - next ||
        band.features.rows() != std::int64_t{band.rows} * m_entry.columns || band.features.dim() != m_entry.dim)
        return fail(ErrorCode::Internal,
                    fmt::format("rows {} of the patch grid came where row {} was due", band.firstRow, next));
    m_bands.resize(m_bands.size() + static_cast<std::size_t>(band.rows), m_bands.empty() ? 0 : m_bands.back() + 1);
    return append(bytesOf(band.features.values()));
}

Result<void> FeatureFileWriter::commit()
{
    if (std::ssize(m_bands) != m_entry.rows)
        return fail(ErrorCode::Internal,
                    fmt::format("{} of {} rows of the patch grid came", m_bands.size(), m_entry.rows));
    if (auto written = append(bytesOf(std::span<const std::int32_t>(m_bands))); !written)
        return written;
    return m_file.write(m_hash->finish()).and_then([&] { return m_file.commit(); });
}

FeatureFileReader::FeatureFileReader(std::filesystem::path file, CachedFeatures entry, std::int64_t dataOffset,
                                     std::vector<std::int32_t> bands)
    : m_file(std::move(file)), m_entry(std::move(entry)), m_dataOffset(dataOffset), m_bands(std::move(bands))
{
}

Result<FeatureFileReader> FeatureFileReader::open(const std::filesystem::path &path, const CachedFeatures &entry,
                                                  const JobContext &context)
{
    const SafetensorsHeader expected = headerOf(entry);
    const auto header = readSafetensorsHeader(path);
    if (!header)
        return tl::unexpected(header.error());
    if (header->entries != expected.entries || header->metadata != expected.metadata)
        return fail(ErrorCode::BadFormat, fmt::format("{} holds features of something else", path.string()));
    std::ifstream file(path, std::ios::binary);
    file.seekg(header->dataOffset);
    const std::int64_t hashed = expected.entries.at("bands").end;
    if (auto sound = verify(file, hashed, context); !sound)
        return fail(sound.error().code, fmt::format("{}: {}", path.string(), sound.error().detail));
    std::vector<std::int32_t> bands(static_cast<std::size_t>(entry.rows));
    file.seekg(header->dataOffset + expected.entries.at("bands").begin);
    if (auto read = readInto(file, bands.data(), hashed - expected.entries.at("bands").begin); !read)
        return failFrom(std::move(read));
    if (!areBands(bands))
        return fail(ErrorCode::Corrupt, fmt::format("{}: its bands do not count up", path.string()));
    return FeatureFileReader(path, entry, header->dataOffset, std::move(bands));
}

Result<void> FeatureFileReader::deliver(const FeatureExtractor::BandSink &sink, const JobContext &context) const
{
    std::ifstream file(m_file, std::ios::binary);
    file.seekg(m_dataOffset);
    for (auto begin = m_bands.begin(); begin != m_bands.end();) {
        if (context.cancelled())
            return cancelledError();
        const auto end = std::find_if(begin, m_bands.end(), [&](std::int32_t band) { return band != *begin; });
        FeatureBand band{static_cast<int>(begin - m_bands.begin()), static_cast<int>(end - begin), {}};
        band.features = FeatureMatrix(std::int64_t{band.rows} * m_entry.columns, m_entry.dim);
        const auto bytes = static_cast<std::int64_t>(band.features.values().size_bytes());
        if (auto read = readInto(file, band.features.data(), bytes); !read)
            return fail(read.error().code, fmt::format("{}: {}", m_file.string(), read.error().detail));
        if (auto taken = sink(std::move(band)); !taken)
            return taken;
        begin = end;
    }
    return {};
}

} // namespace patina
