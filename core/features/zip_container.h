#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// A zip file in memory, read with a bound on what it may unfold to. The bytes must outlive it.
class ZipContainer
{
public:
    /// Errors: BadFormat (damaged directory), TooLarge (over 65,536 entries).
    static Result<ZipContainer> open(std::span<const std::uint8_t> bytes);
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

    std::unique_ptr<State> m_state;
    std::vector<std::string> m_names;
};

} // namespace patina
