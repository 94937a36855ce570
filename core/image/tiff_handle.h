#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

struct tiff; // libtiff's TIFF

namespace patina::detail {

/// An open TIFF file whose libtiff messages are kept here instead of printed.
class TiffHandle
{
public:
    /// \param mode libtiff's. \param allocationLimit largest single allocation of libtiff, 0 = none.
    /// Errors: Unreadable.
    static Result<TiffHandle> open(const std::filesystem::path &path, const char *mode, std::int64_t allocationLimit);

    tiff *get() const { return m_tiff.get(); }
    /// The last error, in libtiff's words.
    const std::string &lastError() const { return m_messages->error; }
    int warningCount() const { return m_messages->warnings; }
    const std::string &lastWarning() const { return m_messages->warning; }
    void close() { m_tiff.reset(); }

private:
    struct Messages
    {
        std::string error;
        std::string warning;
        int warnings = 0;
    };
    struct Closer
    {
        void operator()(tiff *file) const;
    };
    friend struct TiffMessageAccess;

    // libtiff keeps the address of the messages: they stand still when the handle moves, and outlive the file.
    std::unique_ptr<Messages> m_messages = std::make_unique<Messages>();
    std::unique_ptr<tiff, Closer> m_tiff;
};

} // namespace patina::detail
