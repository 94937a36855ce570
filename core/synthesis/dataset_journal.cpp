#include "core/synthesis/dataset_journal.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>
#include <utility>

namespace patina::synthesis {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

namespace {

bool isText(const ordered_json &object, const char *name)
{
    return object.contains(name) && object[name].is_string();
}

/// A file with its SHA-256.
bool isNamed(const ordered_json &file)
{
    return file.is_object() && isText(file, "path") && isText(file, "sha256");
}

bool isEntry(const ordered_json &entry)
{
    if (!isNamed(entry) || !entry.contains("masks") || !entry["masks"].is_array())
        return false;
    for (const ordered_json &mask : entry["masks"])
        if (!isNamed(mask) || !isText(mask, "class"))
            return false;
    return true;
}

tl::unexpected<Error> writeError(const fs::path &file)
{
    return fail(ErrorCode::WriteFailed, fmt::format("cannot write {}: {}", file.string(), std::strerror(errno)));
}

/// A note of an image or of a file beside them.
void takeNote(const ordered_json &line, Notes &notes)
{
    if (!line.is_object())
        return;
    if (isText(line, "file") && isText(line, "sha256")) {
        notes.sha256[line["file"].get<std::string>()] = line["sha256"].get<std::string>();
        return;
    }
    if (!isText(line, "stem") || !isText(line, "identity") || !line.contains("folders") ||
        !line["folders"].is_array() || !line.contains("entries") || !line["entries"].is_array())
        return;
    NotedImage image{line["identity"].get<std::string>(), {}, line["entries"].get<std::vector<ordered_json>>()};
    for (const ordered_json &folder : line["folders"])
        if (folder.is_string())
            image.folders.push_back(folder.get<std::string>());
    notes.add(line["stem"].get<std::string>(), std::move(image));
}

} // namespace

void Notes::add(const std::string &stem, NotedImage image)
{
    if (image.folders.size() != image.entries.size())
        return;
    for (const ordered_json &entry : image.entries)
        if (!isEntry(entry))
            return;
    for (std::size_t i = 0; i < image.entries.size(); ++i) {
        const ordered_json &entry = image.entries[i];
        sha256[image.folders[i] + entry["path"].get<std::string>()] = entry["sha256"].get<std::string>();
        for (const ordered_json &mask : entry["masks"])
            sha256[image.folders[i] + mask["path"].get<std::string>()] = mask["sha256"].get<std::string>();
    }
    images[stem] = std::move(image);
}

DatasetJournal::DatasetJournal(DatasetJournal &&other) noexcept
    : m_file(std::move(other.m_file)), m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

DatasetJournal &DatasetJournal::operator=(DatasetJournal &&other) noexcept
{
    std::swap(m_file, other.m_file);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

DatasetJournal::~DatasetJournal()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<DatasetJournal> DatasetJournal::open(const fs::path &folder)
{
    DatasetJournal journal;
    journal.m_file = folder / name;
    journal.m_descriptor = ::open(journal.m_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (journal.m_descriptor < 0)
        return writeError(journal.m_file);
    return journal;
}

Result<void> DatasetJournal::add(std::string_view line)
{
    while (!line.empty()) {
        const ssize_t written = ::write(m_descriptor, line.data(), line.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return writeError(m_file);
        line.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(m_descriptor) == 0 ? Result<void>() : writeError(m_file);
}

std::string DatasetJournal::lineOf(const std::string &stem, const NotedImage &image)
{
    return ordered_json{
               {"stem", stem}, {"identity", image.identity}, {"folders", image.folders}, {"entries", image.entries}}
               .dump() +
           "\n";
}

std::string DatasetJournal::lineOf(const std::string &file, const std::string &sha256)
{
    return ordered_json{{"file", file}, {"sha256", sha256}}.dump() + "\n";
}

Notes DatasetJournal::read(const fs::path &folder)
{
    Notes notes;
    std::ifstream lines(folder / name, std::ios::binary);
    for (std::string line; std::getline(lines, line);)
        takeNote(ordered_json::parse(line, nullptr, false), notes);
    return notes;
}

} // namespace patina::synthesis
