#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace patina {

/// What kind of expected failure happened. User text is made from it in `ui/text` and in the command line.
enum class ErrorCode {
    NotFound,        ///< a file, folder, backbone or class does not exist
    Unreadable,      ///< it exists but cannot be read (rights, I/O error, truncated)
    BadFormat,       ///< its contents are not what the format says
    Unsupported,     ///< well-formed, but a variant Patina does not handle
    BadArgument,     ///< a value outside its range, or a non-finite one
    ShapeMismatch,   ///< two sizes that must agree do not
    VersionMismatch, ///< written by another version of the format
    Corrupt,         ///< a content hash does not match
    TooLarge,        ///< over a limit of size, count or depth
    OutOfMemory,     ///< does not fit the memory there is or that is allowed
    WriteFailed,     ///< disk full, read-only folder, I/O error while writing
    Cancelled,       ///< the caller asked to stop
    Internal,        ///< a library failed in a way nobody expected
};

/// An expected failure. `detail` is one sentence with the values and, where there is one, the way out.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string detail;

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for `return fail(ErrorCode::BadArgument, "...")` out of a function returning Result.
inline tl::unexpected<Error> fail(ErrorCode code, std::string detail)
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

/// Passes on the error of another result.
template <typename T>
tl::unexpected<Error> failFrom(Result<T> &&failed)
{
    return tl::unexpected<Error>(std::move(failed).error());
}

} // namespace patina
