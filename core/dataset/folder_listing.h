#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// A file or folder by its name and by its path relative to the root of a data set ('/' separated).
struct FolderEntry
{
    std::string name;
    std::string relative;
    std::filesystem::path path;

    bool operator==(const FolderEntry &) const = default;
};

/// What stands directly in a folder, sorted by name (bytes): the same on every machine. Hidden names and the files that
/// desktops leave behind are skipped; links are followed.
struct FolderListing
{
    std::vector<FolderEntry> files; ///< regular files
    std::vector<FolderEntry> folders;
    std::vector<FolderEntry> others; ///< broken links, pipes, devices: never opened
};

/// \param relative the folder's path relative to the root, empty for the root itself.
/// Errors: NotFound, Unreadable, TooLarge (over 2,000,000 entries).
Result<FolderListing> listFolder(const std::filesystem::path &folder, const std::string &relative = {});

/// All files below a folder.
struct FolderTree
{
    std::vector<FolderEntry> files; ///< depth first, in the order of names
    std::vector<FolderEntry> folders;
    std::vector<FolderEntry> others;
    std::vector<std::pair<FolderEntry, Error>> unreadable; ///< folders that cannot be listed or are too deep
};

/// Enters each real folder once, so that links in a circle end. Errors: those of listFolder, for `folder` itself.
Result<FolderTree> listTree(const std::filesystem::path &folder, const std::string &relative = {});

bool isFolder(const std::filesystem::path &path);

/// By the ending: png, jpg, jpeg, jpe, bmp, tif, tiff, in any case.
bool hasImageName(std::string_view name);
/// "a.b" of "a.b.png".
std::string stemOf(std::string_view fileName);

} // namespace patina
