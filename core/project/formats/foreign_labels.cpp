#include "core/project/formats/foreign_labels.h"

#include "core/base/printable.h"
#include "core/dataset/folder_listing.h"
#include "core/dataset/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace patina::formats {

namespace fs = std::filesystem;

namespace {

constexpr std::streamsize headBytes = 4096;

Result<std::string> headOf(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(ErrorCode::Unreadable, fmt::format("{} cannot be read", file.string()));
    std::string head(static_cast<std::size_t>(headBytes), '\0');
    stream.read(head.data(), headBytes);
    head.resize(static_cast<std::size_t>(stream.gcount()));
    return head;
}

Result<LabelFormat> recogniseFolder(const fs::path &folder)
{
    if (isFolder(folder / "ground_truth") || isFolder(folder / "impurity"))
        return LabelFormat::Mvtec;
    const auto tree = listTree(folder);
    if (!tree)
        return tl::unexpected(tree.error());
    if (std::ranges::any_of(tree->files, [](const FolderEntry &file) { return file.name.ends_with(".json"); }))
        return LabelFormat::Labelme;
    return fail(ErrorCode::Unsupported,
                fmt::format("{} has neither a folder ground_truth (MVTec) nor JSON files (labelme)", folder.string()));
}

} // namespace

void LeftOut::add(const std::string &reason, const std::string &what)
{
    Entry &entry = m_entries[reason];
    if (entry.count++ == 0)
        entry.first = isUtf8(what) && what.size() <= 200 ? what : printable(what);
}

std::int64_t LeftOut::count() const
{
    std::int64_t count = 0;
    for (const auto &[reason, entry] : m_entries)
        count += entry.count;
    return count;
}

void LeftOut::tell(const JobContext &context) const
{
    for (const auto &[reason, entry] : m_entries)
        context.notice(fmt::format("not taken: {} {} (first: {})", entry.count, reason, entry.first));
}

Result<LabelFormat> recogniseLabels(const fs::path &source)
{
    std::error_code error;
    if (!fs::exists(source, error))
        return fail(ErrorCode::NotFound, fmt::format("{} does not exist", source.string()));
    if (fs::is_directory(source, error))
        return recogniseFolder(source);
    if (!fs::is_regular_file(source, error))
        return fail(ErrorCode::Unreadable, fmt::format("{} is neither a file nor a folder", source.string()));
    const auto head = headOf(source);
    if (!head)
        return tl::unexpected(head.error());
    if (head->starts_with("PK\x03\x04"))
        return fail(ErrorCode::Unsupported, fmt::format("{} is a ZIP archive: unpack it, and take the file or folder "
                                                        "that is in it",
                                                        source.string()));
    const auto first = head->find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const char letter = first == std::string::npos ? '\0' : (*head)[first];
    if (letter == '<')
        return LabelFormat::Cvat;
    if (letter != '{')
        return fail(ErrorCode::Unsupported,
                    fmt::format("{} is neither XML (CVAT) nor a JSON object (COCO, labelme)", source.string()));
    const auto text = readUtf8File(source, mostFileBytes);
    if (!text)
        return tl::unexpected(text.error());
    return text->find("\"shapes\"") != std::string::npos && text->find("\"annotations\"") == std::string::npos
               ? LabelFormat::Labelme
               : LabelFormat::Coco;
}

} // namespace patina::formats
