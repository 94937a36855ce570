#include "ui/synthesis/dataset_outlook.h"

#include "core/synthesis/dataset_folder.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace patina {

namespace {

namespace fs = std::filesystem;

constexpr double kSecondVersion = 0.6; ///< of the time of the first: surface and defects are shared

/// The beginning of its manifest says whose a folder is: the whole of it can have many megabytes.
DatasetOutlook::Kind kindOf(const fs::path &folder)
{
    std::error_code error;
    if (fs::is_empty(folder, error) && !error)
        return DatasetOutlook::Kind::Free;
    std::ifstream file(folder / synthesis::manifestName, std::ios::binary);
    std::array<char, 512> head{};
    file.read(head.data(), head.size());
    const std::string_view text(head.data(), static_cast<std::size_t>(file.gcount()));
    if (text.find(synthesis::manifestFormat) == std::string_view::npos)
        return DatasetOutlook::Kind::Foreign;
    const bool finished = text.find("\"complete\": false") == std::string_view::npos;
    return finished ? DatasetOutlook::Kind::Finished : DatasetOutlook::Kind::Unfinished;
}

} // namespace

Result<DatasetOutlook> datasetOutlook(const fs::path &folder, const JobContext &context)
{
    std::error_code error;
    fs::path there = fs::absolute(folder, error);
    const bool exists = fs::exists(there, error);
    while (!fs::exists(there, error) && there.has_relative_path())
        there = there.parent_path();
    if (context.cancelled())
        return cancelledError();
    DatasetOutlook outlook;
    const fs::space_info space = fs::space(there, error);
    outlook.freeBytes = error ? 0 : static_cast<std::int64_t>(space.available);
    if (!fs::is_directory(there, error))
        outlook.kind = DatasetOutlook::Kind::NoFolder;
    else if (::access(there.c_str(), W_OK | X_OK) != 0)
        outlook.kind = DatasetOutlook::Kind::NotWritable;
    else if (exists)
        outlook.kind = kindOf(there);
    return outlook;
}

std::int64_t imageFilesOf(const SynthesisSpec &spec)
{
    const SynthesisCounts &counts = spec.counts;
    const std::int64_t images = std::int64_t{counts.train} + counts.validation + counts.testGood +
                                static_cast<std::int64_t>(spec.defects.size()) * counts.testDefect +
                                counts.testAmbiguous;
    return images * (spec.version == SynthesisVersion::Both ? 2 : 1);
}

DatasetForecast forecastOf(const SynthesisSpec &spec, const SynthesisPace &pace)
{
    const double files = static_cast<double>(imageFilesOf(spec));
    const double pixels = files * spec.widthPx * spec.heightPx;
    const bool both = spec.version == SynthesisVersion::Both;
    const double rendered = both ? pixels * (1.0 + kSecondVersion) / 2.0 : pixels;
    const double seconds = rendered / pace.renderedPxPerS + pixels / pace.encodedPxPerS;
    return {static_cast<std::int64_t>(pixels * pace.bytesPerPx), static_cast<std::int64_t>(1000.0 * seconds)};
}

} // namespace patina
