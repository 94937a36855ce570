#include "core/pipeline/checkpoint.h"

#include <filesystem>
#include <system_error>
#include <vector>

namespace patina {

namespace {

constexpr const char *fileName = "checkpoint.safetensors";
constexpr const char *folderName = "patina-run"; ///< of our own: what is left unfinished in it is ours

} // namespace

std::filesystem::path checkpointFile(const std::filesystem::path &folder)
{
    return folder / folderName / fileName;
}

void removeUnfinished(const std::filesystem::path &folder)
{
    std::error_code ec;
    std::vector<std::filesystem::path> unfinished;
    for (std::filesystem::directory_iterator entry(checkpointFile(folder).parent_path(), ec), end; !ec && entry != end;
         entry.increment(ec))
        if (entry->path().filename().string().starts_with(".patina-"))
            unfinished.push_back(entry->path());
    for (const auto &path : unfinished)
        std::filesystem::remove(path, ec);
}

void removeCheckpoint(const std::filesystem::path &folder)
{
    std::error_code ec;
    std::filesystem::remove(checkpointFile(folder), ec);
    removeUnfinished(folder);
    removeEmptyCheckpoint(folder);
}

void removeEmptyCheckpoint(const std::filesystem::path &folder)
{
    std::error_code ec;
    std::filesystem::remove(checkpointFile(folder).parent_path(), ec);
    std::filesystem::remove(folder, ec);
}

} // namespace patina
