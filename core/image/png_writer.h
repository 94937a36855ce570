#pragma once

#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace patina {

/// Writes a PNG row by row, with the bytes of writePng(): it appears whole or not at all, and only the rows of one call
/// are in memory. Destroyed before finish(): nothing is left.
class PngWriter
{
public:
    /// \param type 8 or 16 bit, 1 or 3 (B, G, R) channels. Errors: BadArgument, WriteFailed, OutOfMemory.
    static Result<PngWriter> create(const std::filesystem::path &path, cv::Size size, int type);

    PngWriter(PngWriter &&) noexcept;
    PngWriter &operator=(PngWriter &&) = delete;
    ~PngWriter();

    int rowsWritten() const;
    /// The next rows. Errors: ShapeMismatch, WriteFailed, OutOfMemory; the writer is spent then.
    Result<void> writeRows(const cv::Mat &rows);
    /// All is written, under a temporary name. \returns the file's SHA-256. Errors: ShapeMismatch (rows are missing),
    /// WriteFailed, OutOfMemory.
    Result<std::string> end();
    /// Gives the file its name, after end(). Errors: WriteFailed.
    Result<void> commit();
    /// Both.
    Result<std::string> finish();

private:
    struct State;
    explicit PngWriter(std::unique_ptr<State> state);
    Result<void> passOn();

    std::unique_ptr<State> m_state;
};

} // namespace patina
