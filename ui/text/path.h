#pragma once

#include <QString>

#include <filesystem>

namespace patina {

inline std::filesystem::path pathOf(const QString &text)
{
    return std::filesystem::path(text.toStdString());
}

inline QString fileNameOf(const std::filesystem::path &path)
{
    return QString::fromStdString(path.filename().string());
}

} // namespace patina
