#include "core/project/formats/folder_target.h"

#include "core/base/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace patina::formats {

namespace fs = std::filesystem;

namespace {

/// Names with one slash between them, none of which is empty or leads upwards.
bool staysBelow(const std::string &relative)
{
    for (std::size_t at = 0; at <= relative.size();) {
        const std::size_t end = std::min(relative.find('/', at), relative.size());
        const std::string name = relative.substr(at, end - at);
        if (name.empty() || name == ".." || name.find('\0') != std::string::npos)
            return false;
        at = end + 1;
    }
    return true;
}

} // namespace

FolderTarget::FolderTarget(fs::path target, fs::path temporary)
    : m_target(std::move(target)), m_temporary(std::move(temporary))
{
}

FolderTarget::FolderTarget(FolderTarget &&other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, fs::path()))
{
}

FolderTarget::~FolderTarget()
{
    std::error_code error;
    if (!m_temporary.empty())
        fs::remove_all(m_temporary, error);
}

Result<FolderTarget> FolderTarget::create(const fs::path &target)
{
    fs::path place = fs::absolute(target).lexically_normal();
    if (!place.has_filename()) // "folder/"
        place = place.parent_path();
    std::error_code error;
    const fs::file_status status = fs::status(place, error);
    if (fs::exists(status) && (!fs::is_directory(status) || !fs::is_empty(place, error)))
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} is {}: name a new or an empty folder", target.string(),
                                fs::is_directory(status) ? "a folder with something in it" : "no folder"));
    std::random_device random;
    const fs::path temporary = place.parent_path() / fmt::format(".patina-{:08x}{:08x}", random(), random());
    if (!fs::create_directory(temporary, error))
        return fail(ErrorCode::WriteFailed,
                    fmt::format("no folder can be made in {}: {}", place.parent_path().string(), error.message()));
    return FolderTarget(place, temporary);
}

Result<fs::path> FolderTarget::place(const std::string &relative) const
{
    if (!staysBelow(relative))
        return fail(ErrorCode::BadFormat,
                    fmt::format("{}: a file of that name would not lie in {}", printable(relative), m_target.string()));
    std::error_code error;
    fs::path file = m_temporary / relative;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return fail(ErrorCode::WriteFailed,
                    fmt::format("{}: {}", finalPlace(relative).parent_path().string(), error.message()));
    return file;
}

Result<void> FolderTarget::commit()
{
    std::error_code error;
    fs::rename(m_temporary, m_target, error);
    if (error)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", m_target.string(), error.message()));
    m_temporary.clear();
    return {};
}

fs::path imagePlace(const fs::path &folder, const std::string &stored)
{
    return (fs::absolute(folder.empty() ? fs::path(".") : folder) / stored).lexically_normal();
}

std::string safeStem(const std::string &id)
{
    std::string safe;
    for (const fs::path &part : fs::path(id).relative_path()) {
        std::string name = part.string();
        if (name.empty() || name == ".")
            continue;
        if (name.front() == '.')
            name.front() = '_';
        safe += (safe.empty() ? "" : "/") + name;
    }
    const auto dot = safe.rfind('.');
    const auto slash = safe.rfind('/');
    if (dot != std::string::npos && (slash == std::string::npos || dot > slash + 1) && dot > 0)
        safe.resize(dot);
    return safe.empty() ? "image" : safe;
}

std::string UniqueNames::take(const std::string &scope, const std::string &stem)
{
    std::string name = stem;
    for (int number = 2; !m_taken.emplace(scope, name).second; ++number)
        name = fmt::format("{}-{}", stem, number);
    return name;
}

} // namespace patina::formats
