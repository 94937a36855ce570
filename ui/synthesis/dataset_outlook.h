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
        Finished,    ///< a data set of an earlier run, which would be replaced
        Unfinished,  ///< one that was stopped
        Foreign,     ///< it holds something else
        NoFolder,    ///< a file
        NotWritable, ///< it, or the one that it would be made in
    };
    Kind kind = Kind::Free;
    std::int64_t freeBytes = 0; ///< of its file system; 0: not known

    bool possible() const { return kind == Kind::Free || kind == Kind::Finished || kind == Kind::Unfinished; }
};

/// Errors: Cancelled.
Result<DatasetOutlook> datasetOutlook(const std::filesystem::path &folder, const JobContext &context);

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
