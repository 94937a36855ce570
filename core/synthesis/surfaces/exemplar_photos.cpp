#include "core/synthesis/surfaces/exemplar_photos.h"

#include "core/base/random.h"
#include "core/image/image_source.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/synthesis_spec.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <fstream>
#include <numeric>
#include <span>
#include <vector>

namespace patina::synthesis {

namespace {

/// As many bits as are asked for. Errors: BadArgument (they do not hold the image's codes).
Result<void> rescale(cv::Mat &pixels, int bitDepth, const std::string &path)
{
    const double white = whiteOf(bitDepth);
    if (pixels.depth() == CV_8U) {
        if (bitDepth > 8)
            pixels.convertTo(pixels, CV_16U, white / 255.0);
        return {};
    }
    double largest = 0.0;
    cv::minMaxLoc(pixels.reshape(1), nullptr, &largest);
    if (bitDepth == 8)
        pixels.convertTo(pixels, CV_8U, 255.0 / intensityScaleFor(16, largest).white);
    else if (largest > white)
        return fail(ErrorCode::BadArgument,
                    fmt::format("the image {} has values up to {}, and {} bits hold {}: ask for more bits, or for 8",
                                path, largest, bitDepth, white));
    return {};
}

} // namespace

Result<cv::Mat> readExemplar(const std::string &path, int bitDepth, const JobContext &context)
{
    auto pixels = openImage(path, {}, context).and_then([](const auto &source) {
        const cv::Size size = source->info().size();
        return source->read({0, 0, size.width, size.height});
    });
    if (!pixels && pixels.error().code == ErrorCode::Unreadable)
        pixels.error().detail += "; leave it out of the images of --like";
    if (!pixels)
        return pixels;
    if (auto scaled = rescale(*pixels, bitDepth, path); !scaled)
        return failFrom(std::move(scaled));
    if (pixels->channels() == 3) {
        std::vector<cv::Mat> channels;
        cv::split(*pixels, channels);
        if (cv::countNonZero(channels[0] != channels[1]) + cv::countNonZero(channels[1] != channels[2]) == 0)
            *pixels = channels[0];
    }
    return pixels;
}

cv::Mat1f brightnessOf(const cv::Mat &pixels, int bitDepth)
{
    cv::Mat grey = pixels;
    if (pixels.channels() == 3)
        cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
    cv::Mat1f brightness;
    grey.convertTo(brightness, CV_32F, bitDepth > 8 ? 255.0 / whiteOf(bitDepth) : 1.0);
    return brightness;
}

namespace {

/// Of a file; what is read of it holds the largest heads that cameras write. None where its pixels were turned on
/// reading: their blocks lie otherwise.
std::optional<JpegStorage> storageOf(const std::string &path, cv::Size seen)
{
    constexpr std::size_t headBytes = std::size_t{1} << 20;
    std::ifstream file(path, std::ios::binary);
    std::vector<std::uint8_t> head(headBytes);
    file.read(reinterpret_cast<char *>(head.data()), static_cast<std::streamsize>(head.size()));
    auto storage = jpegStorageOf(std::span(head).first(static_cast<std::size_t>(file.gcount())));
    return storage && storage->size == seen ? storage : std::nullopt;
}

} // namespace

void ExemplarPhotos::add(const std::string &path, cv::Size size, int bitDepth)
{
    Slot &slot = m_slots.emplace_back();
    slot.path = path;
    slot.size = size;
    slot.bitDepth = bitDepth;
}

const ExemplarPhoto &ExemplarPhotos::at(std::size_t index) const
{
    Slot &slot = m_slots[index];
    std::call_once(slot.read, [&] {
        auto pixels = readExemplar(slot.path, slot.bitDepth, {});
        if (!pixels)
            throw ExemplarFailure(pixels.error());
        if (pixels->size() != slot.size)
            throw ExemplarFailure(
                {ErrorCode::Corrupt, fmt::format("the exemplar image {} has changed since the run began", slot.path)});
        const cv::Mat1f brightness = brightnessOf(*pixels, slot.bitDepth);
        slot.photo = {*pixels, grainOf(brightness), lookOf(*pixels, slot.bitDepth),
                      storageOf(slot.path, pixels->size())};
    });
    return slot.photo;
}

std::size_t photoOf(std::uint64_t seed, const std::string &split, int number, std::size_t photos)
{
    const auto place = static_cast<std::size_t>(number) % photos;
    const std::uint64_t round = static_cast<std::size_t>(number) / photos;
    std::vector<std::size_t> order(photos);
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random random(subKey(subKey(seed, "photos"), round));
    shuffle(order, random);
    return order[split == "train/good" ? place : photos - 1 - place];
}

} // namespace patina::synthesis
