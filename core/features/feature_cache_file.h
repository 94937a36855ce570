#pragma once

#include "core/base/atomic_file.h"
#include "core/base/sha256.h"
#include "core/features/feature_extractor.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace patina {

/// What a file of the feature cache holds, known before the features are.
struct CachedFeatures
{
    std::string key; ///< network and pixels that they belong to
    int rows = 0;    ///< of the patch grid
    int columns = 0;
    int dim = 0;

    /// Of the tensors; the header adds some hundred.
    std::int64_t fileBytes() const;
};

/// Writes the features of an image as they come: tensors `features` (F32, rows x columns x dim), `bands` (I32, for each
/// row of the grid the number of the band it came in) and `sha256` (U8, the digits for both), metadata `key`.
class FeatureFileWriter
{
public:
    /// Errors: WriteFailed, BadArgument (a key that is not UTF-8).
    static Result<FeatureFileWriter> create(const std::filesystem::path &file, const CachedFeatures &entry);

    /// Errors: WriteFailed (disk full), Internal (not the next rows).
    Result<void> add(const FeatureBand &band);
    /// Errors: WriteFailed, Internal (rows are missing).
    Result<void> commit();

private:
    FeatureFileWriter(AtomicFile file, CachedFeatures entry);
    Result<void> append(std::span<const std::uint8_t> bytes);

    AtomicFile m_file;
    CachedFeatures m_entry;
    std::unique_ptr<Sha256> m_hash;
    std::vector<std::int32_t> m_bands; ///< of the rows written so far
};

/// A file whose every byte has been found to be what was written.
class FeatureFileReader
{
public:
    /// Reads the whole file once, in bounded memory. Errors: NotFound, Unreadable, BadFormat (features of something
    /// else), Corrupt, Cancelled.
    static Result<FeatureFileReader> open(const std::filesystem::path &file, const CachedFeatures &entry,
                                          const JobContext &context);

    /// The bands as they were written. Errors: Unreadable, those of the sink, Cancelled.
    Result<void> deliver(const FeatureExtractor::BandSink &sink, const JobContext &context) const;

private:
    FeatureFileReader(std::filesystem::path file, CachedFeatures entry, std::int64_t dataOffset,
                      std::vector<std::int32_t> bands);

    std::filesystem::path m_file;
    CachedFeatures m_entry;
    std::int64_t m_dataOffset;
    std::vector<std::int32_t> m_bands;
};

} // namespace patina
