#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// A zip file, read with a bound on what it may unfold to.
class ZipContainer
{
public:
    /// \param bytes must outlive it. Errors: BadFormat (damaged directory), TooLarge (over 65,536 entries).
    static Result<ZipContainer> open(std::span<const std::uint8_t> bytes);
    /// The file stays open; only its directory is read. Errors: as above, and those of regularFileSize().
    static Result<ZipContainer> openFile(const std::filesystem::path &path);
    static bool looksLikeZip(std::span<const std::uint8_t> bytes);

    ZipContainer(ZipContainer &&) noexcept;
    ZipContainer &operator=(ZipContainer &&) noexcept;
    ~ZipContainer();

    const std::vector<std::string> &names() const { return m_names; }
    bool contains(std::string_view name) const;

    /// One entry, unpacked, its checksum verified. Errors: NotFound, TooLarge (over maxBytes, or unfolds to over a
    /// hundred times its packed size), Unsupported (encryption, odd compression), Corrupt (checksum), BadFormat.
    Result<std::vector<std::uint8_t>> read(const std::string &name, std::int64_t maxBytes) const;

private:
    struct State;
    explicit ZipContainer(std::unique_ptr<State> state);
    static Result<ZipContainer> withNames(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
    std::vector<std::string> m_names;
};

} // namespace patina
