#include "core/project/base64.h"

#include <openssl/evp.h>

namespace patina {

namespace {

constexpr std::size_t mostBytes = std::size_t{1} << 30; // OpenSSL counts in int

} // namespace

std::string toBase64(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() > mostBytes)
        return {};
    std::vector<unsigned char> text(4 * ((bytes.size() + 2) / 3) + 1); // and a zero
    const int length = EVP_EncodeBlock(text.data(), bytes.data(), static_cast<int>(bytes.size()));
    return {text.begin(), text.begin() + length};
}

std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text)
{
    // OpenSSL passes over white space at both ends and decodes padding as zeros.
    if (text.size() % 4 != 0 || text.size() > mostBytes || text.find_first_of(" \t\r\n") != std::string_view::npos)
        return std::nullopt;
    std::vector<std::uint8_t> bytes(text.size() / 4 * 3);
    if (EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char *>(text.data()),
                        static_cast<int>(text.size())) < 0)
        return std::nullopt;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
    bytes.resize(bytes.size() - padding);
    if (toBase64(bytes) != text) // bits left over, padding in the middle
        return std::nullopt;
    return bytes;
}

} // namespace patina
