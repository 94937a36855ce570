#include "core/image/image_ahead.h"

#include <chrono>
#include <new>
#include <system_error>

namespace patina {

namespace {

constexpr std::chrono::milliseconds pollInterval{20};

/// What a file that is decoded whole will hold; 0 where it is read by region, and opened in no time.
std::int64_t heldBytes(const ImageInfo &info)
{
    return info.regions ? 0 : std::int64_t{info.width} * info.height * info.channels * (info.bitDepth / 8);
}

} // namespace

Result<std::unique_ptr<ImageSource>> ImageAhead::open(const std::filesystem::path &image,
                                                      const std::filesystem::path &next, const JobContext &context)
{
    auto opened = take(image, context);
    // One after the other: the image that is taken is decoded before the next is begun with.
    if (!next.empty() && !context.cancelled())
        begin(next, context.quiet());
    return opened;
}

Result<std::unique_ptr<ImageSource>> ImageAhead::take(const std::filesystem::path &image, const JobContext &context)
{
    // Whether it was opened ahead or is opened now, a lack of memory is told alike.
    try {
        if (!m_opening.valid() || m_expected != image) {
            m_opening = {};
            return openImage(image, {}, context);
        }
        while (m_opening.wait_for(pollInterval) != std::future_status::ready)
            if (context.cancelled()) {
                m_opening = {}; // waits, not for long
                m_expected.clear();
                return cancelledError();
            }
        return m_opening.get();
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, image.string() + ": there is not enough memory to decode it");
    }
}

void ImageAhead::begin(const std::filesystem::path &image, const JobContext &context)
{
    m_expected.clear();
    try {
        const auto info = m_mostBytes > 0 ? probeImage(image) : Result<ImageInfo>(fail(ErrorCode::NotFound, {}));
        if (!info || heldBytes(*info) == 0 || heldBytes(*info) > m_mostBytes)
            return; // it is opened, or its error told, in its turn
        m_opening = std::async(std::launch::async, [image, context] { return openImage(image, {}, context); });
        m_expected = image;
    } catch (const std::system_error &) { // no thread is to be had
        m_opening = {};
    } catch (const std::bad_alloc &) {
        m_opening = {};
    }
}

} // namespace patina
