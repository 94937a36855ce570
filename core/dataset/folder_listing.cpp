#include "core/dataset/folder_listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <system_error>

namespace patina {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t maxEntries = 2'000'000;
constexpr int maxDepth = 32;

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

bool isDesktopLitter(const std::string &name)
{
    const std::string low = lowered(name);
    return name.starts_with('.') || low == "thumbs.db" || low == "desktop.ini" || name == "__MACOSX";
}

void sortByName(std::vector<FolderEntry> &entries)
{
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
}

void append(std::vector<FolderEntry> &to, std::vector<FolderEntry> &&from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

class TreeWalker
{
public:
    Result<FolderTree> walk(const fs::path &folder, const std::string &relative)
    {
        if (auto entered = enter(folder, relative, 0); !entered)
            return failFrom(std::move(entered));
        return std::move(m_tree);
    }

private:
    Result<void> enter(const fs::path &folder, const std::string &relative, int depth)
    {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (!error && !m_entered.insert(real).second)
            return {};
        if (depth > maxDepth)
            return fail(ErrorCode::TooLarge, fmt::format("{} lies over {} folders deep", folder.string(), maxDepth));
        Result<FolderListing> listing = listFolder(folder, relative);
        if (!listing)
            return failFrom(std::move(listing));
        m_entries += listing->files.size() + listing->folders.size();
        if (m_entries > maxEntries)
            return fail(ErrorCode::TooLarge, fmt::format("{}: over {} files", folder.string(), maxEntries));
        append(m_tree.files, std::move(listing->files));
        append(m_tree.others, std::move(listing->others));
        for (FolderEntry &child : listing->folders) {
            m_tree.folders.push_back(child);
            if (auto entered = enter(child.path, child.relative, depth + 1); !entered)
                m_tree.unreadable.emplace_back(std::move(child), std::move(entered).error());
        }
        return {};
    }

    FolderTree m_tree;
    std::set<fs::path> m_entered;
    std::size_t m_entries = 0;
};

} // namespace

Result<FolderListing> listFolder(const fs::path &folder, const std::string &relative)
{
    std::error_code error;
    if (!fs::exists(folder, error))
        return fail(ErrorCode::NotFound, fmt::format("{} does not exist", folder.string()));
    fs::directory_iterator at(folder, error);
    if (error)
        return fail(ErrorCode::Unreadable,
                    fmt::format("folder {} cannot be read: {}", folder.string(), error.message()));
    FolderListing listing;
    std::size_t entries = 0;
    for (; at != fs::directory_iterator(); at.increment(error)) {
        std::string name = at->path().filename().string();
        if (isDesktopLitter(name))
            continue;
        if (++entries > maxEntries)
            return fail(ErrorCode::TooLarge, fmt::format("folder {} has over {} files", folder.string(), maxEntries));
        std::error_code unknown;
        const fs::file_status status = at->status(unknown);
        std::string below = relative;
        if (!below.empty())
            below += '/';
        below += name;
        FolderEntry entry{std::move(name), std::move(below), at->path()};
        auto &kind = fs::is_directory(status)      ? listing.folders
                     : fs::is_regular_file(status) ? listing.files
                                                   : listing.others;
        kind.push_back(std::move(entry));
    }
    if (error)
        return fail(ErrorCode::Unreadable,
                    fmt::format("folder {} cannot be read to its end: {}", folder.string(), error.message()));
    sortByName(listing.files);
    sortByName(listing.folders);
    sortByName(listing.others);
    return listing;
}

Result<FolderTree> listTree(const fs::path &folder, const std::string &relative)
{
    return TreeWalker().walk(folder, relative);
}

bool isFolder(const fs::path &path)
{
    std::error_code error;
    return fs::is_directory(path, error);
}

bool hasImageName(std::string_view name)
{
    static constexpr std::array<std::string_view, 7> endings = {".png", ".jpg", ".jpeg", ".jpe",
                                                                ".bmp", ".tif", ".tiff"};
    const std::string low = lowered(name);
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return low.size() > ending.size() && low.ends_with(ending); });
}

std::string stemOf(std::string_view fileName)
{
    return fs::path(fileName).stem().string();
}

} // namespace patina
