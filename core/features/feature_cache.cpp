#include "core/features/feature_cache.h"

#include "core/base/sha256.h"
#include "core/features/feature_cache_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

namespace patina {

namespace {

constexpr std::int64_t hashedBytes = std::int64_t{4} << 20; ///< of pixels at a time

/// SHA-256 of size, depth and pixels.
Result<std::string> pixelHash(ImageSource &image, const JobContext &context)
{
    const ImageInfo info = image.info();
    const auto rowBytes = static_cast<std::int64_t>(info.width) * info.channels * (info.bitDepth / 8);
    const int height = static_cast<int>(
        std::clamp<std::int64_t>(hashedBytes / std::max<std::int64_t>(1, rowBytes), 1, std::max(1, info.height)));
    Sha256 hash;
    for (int y = 0; y < info.height; y += height) {
        if (context.cancelled())
            return cancelledError();
        auto pixels = image.read({0, y, info.width, std::min(height, info.height - y)});
        if (!pixels)
            return failFrom(std::move(pixels));
        for (int row = 0; row < pixels->rows; ++row)
            hash.update({pixels->ptr<std::uint8_t>(row), static_cast<std::size_t>(rowBytes)});
    }
    return fmt::format("{}x{}x{} of {} bits {}", info.width, info.height, info.channels, info.bitDepth, hash.finish());
}

std::int64_t bytesIn(const std::filesystem::path &folder)
{
    std::int64_t bytes = 0;
    std::error_code ec;
    for (std::filesystem::directory_iterator file(folder, ec), end; !ec && file != end; file.increment(ec)) {
        std::error_code gone; // another process may be replacing it
        const auto size = file->file_size(gone);
        bytes += gone ? 0 : static_cast<std::int64_t>(size);
    }
    return bytes;
}

class CachedExtractor : public FeatureExtractor
{
public:
    CachedExtractor(std::unique_ptr<FeatureExtractor> inner, std::string network, std::filesystem::path folder,
                    std::int64_t roomBytes)
        : m_inner(std::move(inner)), m_network(std::move(network)), m_folder(std::move(folder)), m_roomBytes(roomBytes)
    {
    }

    int dimension() const override { return m_inner->dimension(); }
    PatchGrid gridFor(cv::Size image) const override { return m_inner->gridFor(image); }

    Result<void> extract(ImageSource &image, const BandSink &sink, const JobContext &context) override
    {
        const PatchGrid grid = gridFor(image.info().size());
        if (grid.count() < 1)
            return m_inner->extract(image, sink, context);
        auto pixels = pixelHash(image, context);
        if (!pixels)
            return failFrom(std::move(pixels));
        const CachedFeatures entry{m_network + ", " + *pixels, grid.rows, grid.columns, dimension()};
        const auto file =
            m_folder /
            (sha256Of(std::span(reinterpret_cast<const std::uint8_t *>(entry.key.data()), entry.key.size())) +
             ".safetensors");
        auto reader = FeatureFileReader::open(file, entry, context);
        if (reader)
            return reader->deliver(sink, context);
        if (reader.error().code == ErrorCode::Cancelled)
            return failFrom(std::move(reader));
        return compute(image, file, entry, sink, context);
    }

private:
    Result<void> compute(ImageSource &image, const std::filesystem::path &file, const CachedFeatures &entry,
                         const BandSink &sink, const JobContext &context)
    {
        std::optional<FeatureFileWriter> writer = startFile(file, entry, context);
        const auto keepAndPass = [&](FeatureBand &&band) -> Result<void> {
            if (writer)
                if (auto kept = writer->add(band); !kept)
                    giveUp(writer, kept.error(), context);
            return sink(std::move(band));
        };
        auto extracted = m_inner->extract(image, keepAndPass, context);
        if (!extracted || !writer)
            return extracted;
        if (auto kept = writer->commit(); !kept)
            giveUp(writer, kept.error(), context);
        else
            m_roomBytes -= entry.fileBytes();
        return extracted;
    }

    std::optional<FeatureFileWriter> startFile(const std::filesystem::path &file, const CachedFeatures &entry,
                                               const JobContext &context)
    {
        std::optional<FeatureFileWriter> writer;
        if (m_full)
            return writer;
        if (entry.fileBytes() > m_roomBytes) {
            giveUp(writer, {ErrorCode::TooLarge, fmt::format("{} is full", m_folder.string())}, context);
            return writer;
        }
        auto made = FeatureFileWriter::create(file, entry);
        if (made)
            writer.emplace(std::move(*made));
        else
            giveUp(writer, made.error(), context);
        return writer;
    }

    /// What cannot be kept is still computed.
    void giveUp(std::optional<FeatureFileWriter> &writer, const Error &error, const JobContext &context)
    {
        writer.reset();
        if (!m_full)
            context.notice(fmt::format("no more features are kept: {}", error.detail));
        m_full = true;
    }

    std::unique_ptr<FeatureExtractor> m_inner;
    std::string m_network;
    std::filesystem::path m_folder;
    std::int64_t m_roomBytes;
    bool m_full = false;
};

} // namespace

Result<std::unique_ptr<FeatureExtractor>> withFeatureCache(std::unique_ptr<FeatureExtractor> inner,
                                                           const BackboneInfo &backbone,
                                                           const ExtractorSettings &settings,
                                                           const std::filesystem::path &folder, std::int64_t mostBytes)
{
    if (folder.empty())
        return inner;
    if (backbone.architecture == Architecture::TorchScript)
        return fail(ErrorCode::Unsupported,
                    fmt::format("features of the TorchScript module {} are not kept, as they may depend on the number "
                                "of threads: leave out --feature-cache",
                                backbone.name));
    std::error_code ec;
    std::filesystem::create_directories(folder, ec);
    if (ec || !std::filesystem::is_directory(folder, ec))
        return fail(ErrorCode::WriteFailed, fmt::format("{} is no folder that features can be kept in{}",
                                                        folder.string(), ec ? ": " + ec.message() : ""));
    const auto &layers = settings.layers.empty() ? backbone.defaultLayers : settings.layers;
    const std::string network =
        fmt::format("features {} of {} {}, tile {}, intensity {} to {}", arithmeticOf(settings.device), backbone.sha256,
                    fmt::join(layers, "+"), settings.tilePx, settings.intensity.black, settings.intensity.white);
    return std::make_unique<CachedExtractor>(std::move(inner), network, folder, mostBytes - bytesIn(folder));
}

} // namespace patina
