#include "core/base/sha256.h"

#include "core/base/read_file.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <vector>

namespace patina {

struct Sha256::State
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr);
}
Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::uint8_t> bytes)
{
    EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size());
}

std::string Sha256::finish()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(m_state->context, digest.data(), &length);
    std::string text;
    for (unsigned int i = 0; i < length; ++i)
        text += fmt::format("{:02x}", digest[i]);
    return text;
}

std::string sha256Of(std::span<const std::uint8_t> bytes)
{
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

Result<std::string> sha256OfFile(const std::filesystem::path &path, const JobContext &context)
{
    if (const auto size = regularFileSize(path); !size)
        return tl::unexpected(size.error());
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::Unreadable, fmt::format("{}: cannot be opened for reading", path.string()));
    Sha256 hash;
    std::vector<std::uint8_t> buffer(1 << 20);
    while (file) {
        if (context.cancelled())
            return cancelledError();
        file.read(reinterpret_cast<char *>(buffer.data()), static_cast<std::streamsize>(buffer.size()));
        hash.update({buffer.data(), static_cast<std::size_t>(file.gcount())});
    }
    if (file.bad())
        return fail(ErrorCode::Unreadable, fmt::format("{}: reading failed half way", path.string()));
    return hash.finish();
}

} // namespace patina
