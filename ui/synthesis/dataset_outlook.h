#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/synthesis/synthesis_spec.h"

#include <cstdint>
#include <filesystem>

namespace patina {

/// What a folder is that a data set is to be written to, before anything is written.
struct DatasetOutlook
{
    enum class Kind {
        Free,        ///< new or empty
        Finished,    ///< a data set of an earlier run
        Unfinished,  ///< one that was stopped
        Foreign,     ///< it holds something else
        NoFolder,    ///< a file
        NotWritable, ///< it, or the one that it would be made in
    };
    /// What an earlier run made it of, counts and other kinds of images aside. Of another one some kinds may stay.
    enum class Origin { Same, OtherSpec, OtherProgram };

    Kind kind = Kind::Free;
    Origin origin = Origin::Same;
    std::int64_t kept = 0;      ///< image files of an earlier run that stay
    std::int64_t lost = 0;      ///< those that are replaced or removed
    std::int64_t freeBytes = 0; ///< of its file system; 0: not known

    bool earlier() const { return kind == Kind::Finished || kind == Kind::Unfinished; }
    bool possible() const { return kind == Kind::Free || earlier(); }
};

/// Files are counted, not read: one that was changed since stops the writing all the same.
/// \param spec that is to be written there. Errors: Cancelled.
Result<DatasetOutlook> datasetOutlook(const std::filesystem::path &folder, const SynthesisSpec &spec,
                                      const JobContext &context);

/// Whether an image lies in a data set that was made.
bool isMade(const std::filesystem::path &image);

/// Images of a data set, over all of its versions.
std::int64_t imageFilesOf(const SynthesisSpec &spec);

/// How fast this machine makes what was seen in the preview, and how large it gets.
struct SynthesisPace
{
    double renderedPxPerS = 0.0; ///< one version; all threads together; 0: not known
    double encodedPxPerS = 0.0;
    double bytesPerPx = 0.0;
};
struct DatasetForecast
{
    std::int64_t bytes = 0;
    std::int64_t ms = 0;
};
/// Rough: masks and side files are small beside images. \param pace known.
DatasetForecast forecastOf(const SynthesisSpec &spec, const SynthesisPace &pace);

} // namespace patina
