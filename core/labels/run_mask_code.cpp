#include "core/base/short_numbers.h"
#include "core/labels/run_mask.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace patina {

namespace {

constexpr std::uint64_t codeVersion = 1;
constexpr std::size_t leastRunBytes = 3;

/// Numbers up to 2^31 - 1; a longer one, or the end, makes it fail for good.
class Numbers
{
public:
    explicit Numbers(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

    int next()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (m_bytes.empty())
                break;
            const std::uint8_t byte = m_bytes.front();
            m_bytes = m_bytes.subspan(1);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            // One way to write each number: equal masks have equal bytes.
            const bool padded = byte == 0 && shift > 0;
            if ((byte & 0x80) == 0 && value <= 0x7FFFFFFF && !padded)
                return static_cast<int>(value);
            if ((byte & 0x80) == 0)
                break;
        }
        m_failed = true;
        return 0;
    }
    std::size_t left() const { return m_bytes.size(); }
    bool failed() const { return m_failed; }

private:
    std::span<const std::uint8_t> m_bytes;
    bool m_failed = false;
};

} // namespace

// Version, width, height, runs; of each run the rows since the one before, the columns since its end (since 0 in a new
// row), and its length.
std::vector<std::uint8_t> encodeMask(const RunMask &mask)
{
    std::vector<std::uint8_t> bytes;
    bytes.reserve(8 + 4 * mask.runs().size());
    appendShort(bytes, codeVersion);
    appendShort(bytes, static_cast<std::uint64_t>(mask.size().width));
    appendShort(bytes, static_cast<std::uint64_t>(mask.size().height));
    appendShort(bytes, mask.runs().size());
    MaskRun before;
    for (const MaskRun &run : mask.runs()) {
        appendShort(bytes, static_cast<std::uint64_t>(run.row - before.row));
        appendShort(bytes, static_cast<std::uint64_t>(run.begin - (run.row == before.row ? before.end : 0)));
        appendShort(bytes, static_cast<std::uint64_t>(run.end - run.begin));
        before = run;
    }
    return bytes;
}

Result<RunMask> decodeMask(std::span<const std::uint8_t> bytes)
{
    const auto damaged = [&](const std::string &how) {
        return fail(ErrorCode::BadFormat, fmt::format("a mask of {} bytes is damaged: {}", bytes.size(), how));
    };
    Numbers numbers(bytes);
    const int version = numbers.next();
    const int width = numbers.next();
    const cv::Size size(width, numbers.next());
    const int count = numbers.next();
    if (numbers.failed() || version != static_cast<int>(codeVersion))
        return damaged("it does not begin as one");
    if (static_cast<std::size_t>(count) > numbers.left() / leastRunBytes)
        return damaged(fmt::format("{} runs do not fit into it", count));
    std::vector<MaskRun> runs(static_cast<std::size_t>(count));
    std::int64_t row = 0;
    std::int64_t end = 0;
    for (MaskRun &run : runs) {
        const std::int64_t down = numbers.next();
        row += down;
        const std::int64_t begin = (down == 0 ? end : 0) + numbers.next();
        end = begin + numbers.next();
        if (numbers.failed() || row > size.height || end > size.width)
            return damaged("a run lies outside the image, or is cut off");
        run = {static_cast<int>(row), static_cast<int>(begin), static_cast<int>(end)};
    }
    if (numbers.left() != 0)
        return damaged(fmt::format("{} bytes too many", numbers.left()));
    return RunMask::create(size, std::move(runs)).map_error([&](const Error &error) {
        return Error{ErrorCode::BadFormat, error.detail};
    });
}

} // namespace patina
