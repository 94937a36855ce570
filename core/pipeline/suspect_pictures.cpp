#include "core/pipeline/suspect_pictures.h"

#include "core/base/atomic_file.h"
#include "core/image/overlay.h"
#include "core/image/png_file.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/suspect_list.h"
#include "core/pipeline/suspect_regions.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <string_view>

namespace patina {

namespace {

constexpr int leastContextPx = 192; ///< of the image, a side
constexpr int leastPicturePx = 480; ///< a smaller excerpt is enlarged by a whole factor
constexpr int largestExcerptPx = 2048;

/// The region with as much around it again on each side, inside the image.
cv::Rect excerptAround(const cv::Rect &area, cv::Size image)
{
    const auto span = [](int at, int length, int limit) {
        const int wished = std::clamp(3 * length, leastContextPx, largestExcerptPx);
        const int size = std::min(wished, limit);
        return std::pair{std::clamp(at + length / 2 - size / 2, 0, limit - size), size};
    };
    const auto [left, width] = span(area.x, area.width, image.width);
    const auto [top, height] = span(area.y, area.height, image.height);
    return {left, top, width, height};
}

Result<cv::Mat> pictureOf(const SuspectRegion &suspect, const ImageRecord &record, const IntensityScale &intensity,
                          const JobContext &context)
{
    auto source = openImage(record.path, {}, context);
    if (!source)
        return failFrom(std::move(source));
    const cv::Rect excerpt = excerptAround(suspect.areaPx, (*source)->info().size());
    return (*source)->read(excerpt).map([&](const cv::Mat &pixels) {
        cv::Mat picture;
        toNetworkRange(pixels, intensity).convertTo(picture, CV_8U);
        cv::cvtColor(picture, picture, cv::COLOR_RGB2BGR);
        const int factor = std::max(1, leastPicturePx / std::max(picture.rows, picture.cols));
        cv::resize(picture, picture, {}, factor, factor, cv::INTER_NEAREST);
        const cv::Rect area = suspect.areaPx & excerpt;
        const cv::Rect outline((area.x - excerpt.x) * factor, (area.y - excerpt.y) * factor, area.width * factor,
                               area.height * factor);
        cv::rectangle(picture, outline, reviewColour(), 2);
        return picture;
    });
}

/// \param number from 1 on: none is ever replaced, as somebody may have edited it.
std::filesystem::path listBefore(const std::filesystem::path &folder, int number)
{
    return folder / (number == 1 ? "suspects.before.csv" : fmt::format("suspects.before-{}.csv", number));
}

/// Only a regular file is opened: a pipe would not answer.
bool isList(const std::filesystem::path &file)
{
    constexpr std::string_view begin = "image,x,y,width,height,";
    std::error_code ec;
    if (!std::filesystem::is_regular_file(file, ec))
        return false;
    std::string start(begin.size(), '\0');
    std::ifstream(file).read(start.data(), static_cast<std::streamsize>(start.size()));
    return start == begin;
}

std::string pictureName(std::size_t index)
{
    return fmt::format("{:02}.png", index + 1);
}

} // namespace

std::filesystem::path suspectsFile(const std::filesystem::path &folder)
{
    return folder / "suspects.csv";
}

Result<void> checkSuspects(const std::filesystem::path &folder)
{
    std::error_code ec;
    if (!std::filesystem::exists(folder, ec) || std::filesystem::is_empty(folder, ec) || isList(suspectsFile(folder)) ||
        isList(listBefore(folder, 1)))
        return {};
    return fail(
        ErrorCode::BadArgument,
        fmt::format("{} holds files, but no list of suspects: give --suspects a new or empty folder", folder.string()));
}

void removeSuspects(const std::filesystem::path &folder)
{
    if (!isList(suspectsFile(folder)))
        return;
    std::error_code ec;
    int number = 1;
    while (std::filesystem::exists(listBefore(folder, number), ec))
        ++number;
    std::filesystem::rename(suspectsFile(folder), listBefore(folder, number), ec);
    for (std::size_t i = 0; i < mostSuspects; ++i)
        std::filesystem::remove(folder / pictureName(i), ec);
}

Result<std::int64_t> writeSuspects(const ModelInfo &info, const Dataset &dataset, const std::filesystem::path &folder,
                                   const JobContext &context)
{
    if (info.suspects.empty())
        return std::int64_t{0};
    std::error_code ec;
    std::filesystem::create_directories(folder, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", folder.string(), ec.message()));
    std::map<std::string, const ImageRecord *> records;
    for (const ImageRecord &record : dataset.images)
        records[storedId(record.id)] = &record;
    std::string csv = suspectListHeader();
    for (std::size_t i = 0; i < info.suspects.size(); ++i) {
        const SuspectRegion &suspect = info.suspects[i];
        const std::string &id = suspect.image;
        const auto record = records.find(id);
        std::string name;
        // Once cancelled, the list is finished without further pictures: the model that it belongs to is there.
        if (record != records.end() && !context.cancelled()) {
            auto picture = pictureOf(suspect, *record->second, info.intensity, context);
            if (!picture)
                context.notice(fmt::format("no picture of {}: {}", id, picture.error().detail));
            name = picture ? pictureName(i) : std::string();
            if (picture)
                if (auto written = writePng(folder / name, *picture); !written)
                    return failFrom(std::move(written));
        }
        csv += suspectListLine(suspect, name);
    }
    return writeTextFile(suspectsFile(folder), csv).map([&] {
        return static_cast<std::int64_t>(info.suspects.size());
    });
}

} // namespace patina
