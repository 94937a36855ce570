#pragma once

#include "core/base/job_context.h"
#include "core/image/image_source.h"

#include <filesystem>
#include <future>

namespace patina {

/// Opens images of a list, the next one on a thread of its own while whoever asks is busy with the present one. What
/// comes out is what openImage() gives, errors too, in the order in which images are asked for.
class ImageAhead
{
public:
    /// Of an image that is held decoded while the one before is worked on; a larger one is opened when it is asked for.
    static constexpr std::int64_t defaultBytes = std::int64_t{256} << 20;

    /// \param mostBytes decoded; 0: nothing is opened ahead.
    explicit ImageAhead(std::int64_t mostBytes = defaultBytes) : m_mostBytes(mostBytes) {}
    ImageAhead(ImageAhead &&) = default;
    ImageAhead &operator=(ImageAhead &&) = default;
    /// Waits for an image that is being opened; not for long where its context is cancelled.
    ~ImageAhead() = default;

    /// The image, and begins with `next`; empty: there is none. What the context refers to must outlive this.
    /// Errors: those of openImage(), Cancelled.
    Result<std::unique_ptr<ImageSource>> open(const std::filesystem::path &image, const std::filesystem::path &next,
                                              const JobContext &context);

private:
    Result<std::unique_ptr<ImageSource>> take(const std::filesystem::path &image, const JobContext &context);
    void begin(const std::filesystem::path &image, const JobContext &context);

    std::int64_t m_mostBytes;
    std::filesystem::path m_expected; ///< empty: nothing is opened ahead
    std::future<Result<std::unique_ptr<ImageSource>>> m_opening;
};

} // namespace patina
