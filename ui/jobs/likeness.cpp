#include "ui/jobs/likeness.h"

#include "ui/canvas/mat_image.h"
#include "ui/document/document.h"
#include "ui/document/project_document.h"
#include "ui/text/path.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace patina {

namespace {

namespace fs = std::filesystem;

/// An id comes from a file of a stranger: it must not lead out of the folder.
bool staysInside(const fs::path &id)
{
    return !id.empty() && id.is_relative() &&
           std::ranges::none_of(id, [](const fs::path &part) { return part == ".."; });
}

} // namespace

std::optional<PatchMatch> matchAt(const Scorer &scorer, const Inspection &inspection, cv::Point mapPixel,
                                  cv::Size imageSize)
{
    const PatchGrid &grid = inspection.patches.grid;
    const cv::Mat &nearest = inspection.patches.nearest;
    if (nearest.empty() || grid.stridePx <= 0 || inspection.mapSize.empty())
        return std::nullopt;
    const int row = std::clamp(mapPixel.y / grid.stridePx, 0, nearest.rows - 1);
    const int column = std::clamp(mapPixel.x / grid.stridePx, 0, nearest.cols - 1);
    const auto origin = scorer.originOf(nearest.at<int>(row, column), grid.stridePx);
    if (!origin)
        return std::nullopt;
    const auto inImage = [&](int patch, int image, int map) {
        return static_cast<int>(std::lround(1.0 * patch * grid.stridePx * image / map));
    };
    const auto corner = [&](int r, int c) {
        return cv::Point(inImage(c, imageSize.width, inspection.mapSize.width),
                         inImage(r, imageSize.height, inspection.mapSize.height));
    };
    return PatchMatch{cv::Rect(corner(row, column), corner(row + 1, column + 1)), *origin};
}

std::vector<fs::path> placesOf(const BankOrigin &origin, const Document &document, const ProjectDocument &project)
{
    std::vector<fs::path> places;
    const fs::path id(origin.image);
    if (!staysInside(id))
        return places;
    std::vector<fs::path> folders{document.dataset().root};
    if (project.isOpen())
        folders.push_back(project.project().file().parent_path());
    folders.push_back(pathOf(document.modelPath()).parent_path());
    const bool named =
        staysInside(fs::path(origin.dataset)) && fs::path(origin.dataset) == fs::path(origin.dataset).filename();
    // A folder of the data set's name first: ids of two data sets are often the same.
    for (const fs::path &folder : folders) {
        if (folder.empty() || !named)
            continue;
        if (folder.filename() == origin.dataset)
            places.push_back(folder / id);
        places.push_back(folder / origin.dataset / id);
        places.push_back(folder.parent_path() / origin.dataset / id);
    }
    for (int row = 0; row < document.imageCount(); ++row)
        if (document.image(row).id == origin.image)
            places.push_back(document.image(row).path);
    for (const fs::path &folder : folders)
        if (!folder.empty())
            places.push_back(folder / id);
    return places;
}

int rowOfOrigin(const std::string &dataset, const std::string &image, const Document &document)
{
    const fs::path below = fs::path(dataset) / image;
    const auto count = std::distance(below.begin(), below.end());
    for (int row = 0; row < document.imageCount(); ++row) {
        const ImageRecord &record = document.image(row);
        if (record.id != image)
            continue;
        if (dataset.empty() || document.dataset().root.filename() == dataset)
            return row;
        const auto parts = std::distance(record.path.begin(), record.path.end());
        if (parts >= count && std::equal(below.begin(), below.end(), std::next(record.path.begin(), parts - count)))
            return row;
    }
    return -1;
}

std::string datasetOf(const ModelInfo &info, const std::string &image)
{
    std::string dataset;
    std::size_t next = 0;
    bool found = false;
    for (const DatasetVersion &version : info.versions)
        for (std::int64_t i = 0; i < version.images && next < info.images.size(); ++i, ++next)
            if (info.images[next] == image) {
                dataset = version.name;
                found = true;
            }
    return found || info.versions.empty() ? dataset : info.versions.back().name;
}

QRect squareAround(const cv::Rect &area, int sidePx)
{
    return {area.x + area.width / 2 - sidePx / 2, area.y + area.height / 2 - sidePx / 2, sidePx, sidePx};
}

Result<PatchPicture> patchPicture(const InspectionEngine &engine, const std::vector<fs::path> &places,
                                  const cv::Rect &area, int sidePx, const IntensityScale &intensity,
                                  const JobContext &context)
{
    std::error_code ec;
    const auto found =
        std::ranges::find_if(places, [&](const fs::path &place) { return fs::is_regular_file(place, ec); });
    if (found == places.end())
        return fail(ErrorCode::NotFound, "the image is not in any folder that is open");
    auto source = engine.openImage(*found, context);
    if (!source)
        return failFrom(std::move(source));
    const QRect square = squareAround(area, sidePx);
    const cv::Rect wanted(square.x(), square.y(), square.width(), square.height());
    const cv::Rect inside = wanted & cv::Rect({0, 0}, (*source)->info().size());
    if (inside.empty())
        return fail(ErrorCode::NotFound, "the image is smaller than it was");
    return (*source)->read(inside).map([&](const cv::Mat &pixels) {
        cv::Mat shown;
        toNetworkRange(pixels, intensity).convertTo(shown, CV_8U);
        cv::cvtColor(shown, shown, cv::COLOR_RGB2BGRA);
        cv::Mat picture(sidePx, sidePx, CV_8UC4, cv::Scalar(0, 0, 0, 0));
        shown.copyTo(picture(inside - wanted.tl()));
        return PatchPicture{imageViewOf(picture), QRect(area.x - wanted.x, area.y - wanted.y, area.width, area.height)};
    });
}

} // namespace patina
