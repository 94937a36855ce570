#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <set>
#include <string>

namespace patina::formats {

/// A folder that appears whole or not at all: filled under a temporary name beside its place, then renamed. Destroyed
/// without commit(): what was written is removed.
class FolderTarget
{
public:
    /// Errors: BadArgument (there is something in it already, or it is a file), WriteFailed.
    static Result<FolderTarget> create(const std::filesystem::path &target);

    FolderTarget(FolderTarget &&other) noexcept;
    FolderTarget &operator=(FolderTarget &&) = delete;
    ~FolderTarget();

    /// Makes the folders of a file below the temporary one. Errors: BadFormat (an absolute or empty name, one with
    /// ".."), WriteFailed.
    Result<std::filesystem::path> place(const std::string &relative) const;
    /// Where the file will be.
    std::filesystem::path finalPlace(const std::string &relative) const { return m_target / relative; }
    /// Errors: WriteFailed.
    Result<void> commit();

private:
    FolderTarget(std::filesystem::path target, std::filesystem::path temporary);

    std::filesystem::path m_target; ///< absolute
    std::filesystem::path m_temporary;
};

/// Where the file of an image is. \param folder of the project; empty: the present one. \param stored as facts hold it.
std::filesystem::path imagePlace(const std::filesystem::path &folder, const std::string &stored);

/// The id of an image as a path that stays below a folder and is not hidden, whoever made it up; no ending.
std::string safeStem(const std::string &id);

/// Names that are given once.
class UniqueNames
{
public:
    /// `stem`, or with "-2", "-3", ... behind it.
    std::string take(const std::string &scope, const std::string &stem);

private:
    std::set<std::pair<std::string, std::string>> m_taken;
};

} // namespace patina::formats
