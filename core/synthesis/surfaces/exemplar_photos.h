#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/synthesis/camera/jpeg_storage.h"
#include "core/synthesis/surfaces/exemplar_fit.h"
#include "core/synthesis/surfaces/photo_look.h"

#include <opencv2/core.hpp>

#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace patina::synthesis {

/// CV_8U, or of a bit depth over 8 CV_16U; grey stays grey, and colours that are none become grey. An image of 16 bits
/// keeps its codes where more than 8 are asked for; for 8 its own white is guessed.
/// Errors: those of openImage(), BadArgument (codes that so many bits do not hold).
Result<cv::Mat> readExemplar(const std::string &path, int bitDepth, const JobContext &context);
/// 0..255.
cv::Mat1f brightnessOf(const cv::Mat &pixels, int bitDepth);

struct ExemplarPhoto
{
    cv::Mat pixels; ///< CV_8U or CV_16U, 1 or 3 channels
    ExemplarGrain grain;
    PhotoLook look;
    std::optional<JpegStorage> storage; ///< none: not a JPEG
};

/// That a photo cannot be had, where nothing can be returned.
class ExemplarFailure : public std::runtime_error
{
public:
    explicit ExemplarFailure(Error error) : std::runtime_error(error.detail), m_error(std::move(error)) {}
    const Error &error() const { return m_error; }

private:
    Error m_error;
};

/// Photos to make images on, each read when the first image needs it: few images need few of many photos.
class ExemplarPhotos
{
public:
    void add(const std::string &path, cv::Size size, int bitDepth = 8);
    std::size_t count() const { return m_slots.size(); }
    cv::Size sizeOf(std::size_t index) const { return m_slots[index].size; }
    /// May be called from any thread. Throws ExemplarFailure where the file has gone or changed since it was added, or
    /// where its pixels are damaged, which its head does not tell.
    const ExemplarPhoto &at(std::size_t index) const;

private:
    struct Slot
    {
        std::string path;
        cv::Size size;
        int bitDepth = 8;
        std::once_flag read{};
        ExemplarPhoto photo{};
    };
    mutable std::deque<Slot> m_slots;
};

/// Which of `photos` the image of this number in its split is like: in an order that the seed shuffles, anew when all
/// were used. Images to train on take them from the front, others from the back, so that none to test on shows a part
/// that was trained on before there are no others. How many images there are does not matter. Of an image to validate
/// on the number is counted behind those to test on, see photoNumberOf().
std::size_t photoOf(std::uint64_t seed, const std::string &split, int number, std::size_t photos);

} // namespace patina::synthesis
