#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// What a run has written, noted before the files get their names: whatever happens, the next run knows what is ours.
namespace patina::synthesis {

/// An image that a run has finished, in each version.
struct NotedImage
{
    std::string identity;                        ///< of its kind, see identitiesOf()
    std::vector<std::string> folders;            ///< "clean/", "stained/", or "" alone
    std::vector<nlohmann::ordered_json> entries; ///< its part of the manifest, as folders
};

/// What earlier runs have noted. A later note of an image takes the place of an earlier one.
struct Notes
{
    std::map<std::string, NotedImage> images;  ///< by stem
    std::map<std::string, std::string> sha256; ///< of every noted file, by its path below the folder

    /// Notes that are not well-formed are left out.
    void add(const std::string &stem, NotedImage image);
};

/// A line for each finished image and each file beside the images.
class DatasetJournal
{
public:
    static constexpr const char *name = "journal.jsonl";

    DatasetJournal() = default;
    DatasetJournal(DatasetJournal &&other) noexcept;
    DatasetJournal &operator=(DatasetJournal &&other) noexcept;
    ~DatasetJournal();

    /// Goes on behind what is there. Errors: WriteFailed.
    static Result<DatasetJournal> open(const std::filesystem::path &folder);
    /// On the disk when it returns. Errors: WriteFailed.
    Result<void> add(std::string_view line);

    static std::string lineOf(const std::string &stem, const NotedImage &image);
    static std::string lineOf(const std::string &file, const std::string &sha256);
    /// Lines that are cut off or not well-formed are left out; none where there is no journal.
    static Notes read(const std::filesystem::path &folder);

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
};

} // namespace patina::synthesis
