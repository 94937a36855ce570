#include "core/image/png_writer.h"

#include "core/base/atomic_file.h"
#include "core/base/sha256.h"
#include "core/image/png_encoder.h"

#include <fmt/format.h>

namespace patina {

struct PngWriter::State
{
    State(AtomicFile opened, cv::Size whole, int pixelType) : file(std::move(opened)), size(whole), type(pixelType) {}

    AtomicFile file;
    PngEncoder encoder;
    Sha256 sha256;
    cv::Size size;
    int type;
    int rows = 0;
};

namespace {

tl::unexpected<Error> notEncoded(cv::Size size)
{
    return fail(ErrorCode::OutOfMemory, fmt::format("{}x{} pixels cannot be encoded as PNG: more than it holds, or no "
                                                    "memory",
                                                    size.width, size.height));
}

} // namespace

PngWriter::PngWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PngWriter::PngWriter(PngWriter &&) noexcept = default;
PngWriter::~PngWriter() = default;

Result<PngWriter> PngWriter::create(const std::filesystem::path &path, cv::Size size, int type)
{
    if (size.empty() || !isPngType(type))
        return fail(ErrorCode::BadArgument, fmt::format("{}x{} pixels of OpenCV type {} cannot be written as PNG",
                                                        size.width, size.height, type));
    auto file = AtomicFile::create(path);
    if (!file)
        return failFrom(std::move(file));
    auto state = std::make_unique<State>(std::move(*file), size, type);
    if (!state->encoder.begin(size, type))
        return notEncoded(size);
    return PngWriter(std::move(state));
}

int PngWriter::rowsWritten() const
{
    return m_state->rows;
}

Result<void> PngWriter::passOn()
{
    const std::vector<std::uint8_t> bytes = m_state->encoder.takeBytes();
    m_state->sha256.update(bytes);
    return m_state->file.write(bytes);
}

Result<void> PngWriter::writeRows(const cv::Mat &rows)
{
    const State &state = *m_state;
    if (rows.cols != state.size.width || rows.type() != state.type || state.rows + rows.rows > state.size.height)
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("{}x{} pixels of OpenCV type {} do not follow row {} of {}x{} of type {}", rows.cols,
                                rows.rows, rows.type(), state.rows, state.size.width, state.size.height, state.type));
    if (!m_state->encoder.addRows(rows))
        return notEncoded(state.size);
    m_state->rows += rows.rows;
    return passOn();
}

Result<std::string> PngWriter::end()
{
    if (m_state->rows != m_state->size.height)
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("{} of {} rows were written", m_state->rows, m_state->size.height));
    if (!m_state->encoder.end())
        return notEncoded(m_state->size);
    if (auto written = passOn(); !written)
        return failFrom(std::move(written));
    return m_state->sha256.finish();
}

Result<void> PngWriter::commit()
{
    return m_state->file.commit();
}

Result<std::string> PngWriter::finish()
{
    auto sha256 = end();
    if (!sha256)
        return sha256;
    return commit().map([&] { return *std::move(sha256); });
}

} // namespace patina
