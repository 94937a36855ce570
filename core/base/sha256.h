#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace patina {

/// Streaming SHA-256 (FIPS 180-4, by OpenSSL).
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void update(std::span<const std::uint8_t> bytes);
    /// 64 lower-case hexadecimal digits; the object is spent afterwards.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

std::string sha256Of(std::span<const std::uint8_t> bytes);
/// Errors: NotFound, Unreadable (folders, pipes and devices, too), Cancelled.
Result<std::string> sha256OfFile(const std::filesystem::path &path, const JobContext &context = {});

} // namespace patina
