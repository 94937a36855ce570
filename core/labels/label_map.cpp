#include "core/labels/label_map.h"

#include "core/image/mask_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace patina {

namespace {

Result<int> classIndexOf(const std::string &name, const std::vector<LabelClass> &classes)
{
    const auto found =
        std::find_if(classes.begin(), classes.end(), [&](const LabelClass &entry) { return entry.name == name; });
    if (found == classes.end())
        return fail(ErrorCode::NotFound, fmt::format("mask class {} is not one of the data set's classes", name));
    return static_cast<int>(found - classes.begin());
}

/// Joins masks of one class (several files per image occur in MVTec LOCO AD).
void addLayer(ImageLabels &labels, int classIndex, cv::Mat mask)
{
    const auto present = std::find_if(labels.layers.begin(), labels.layers.end(),
                                      [&](const LabelLayer &layer) { return layer.classIndex == classIndex; });
    if (present == labels.layers.end())
        labels.layers.push_back({classIndex, std::move(mask)});
    else
        cv::bitwise_or(present->mask, mask, present->mask);
}

/// The source pixel under the centre of each target pixel. In integers: OpenCV's nearest modes differ from this where a
/// centre falls on an edge, and between its versions.
std::vector<int> pixelsUnderCentres(int from, int to)
{
    std::vector<int> indices(static_cast<std::size_t>(to));
    for (int i = 0; i < to; ++i)
        indices[static_cast<std::size_t>(i)] =
            static_cast<int>((2 * std::int64_t{i} + 1) * from / (2 * std::int64_t{to}));
    return indices;
}

cv::Mat resizeNearest(const cv::Mat &mask, cv::Size size)
{
    const std::vector<int> rows = pixelsUnderCentres(mask.rows, size.height);
    const std::vector<int> columns = pixelsUnderCentres(mask.cols, size.width);
    cv::Mat resized(size, CV_8UC1);
    for (int row = 0; row < size.height; ++row) {
        const auto *from = mask.ptr<std::uint8_t>(rows[static_cast<std::size_t>(row)]);
        auto *to = resized.ptr<std::uint8_t>(row);
        for (std::size_t column = 0; column < columns.size(); ++column)
            to[column] = from[columns[column]];
    }
    return resized;
}

} // namespace

Result<ImageLabels> loadLabels(const ImageRecord &record, const std::vector<LabelClass> &classes, cv::Size imageSize)
{
    ImageLabels labels{imageSize, {}};
    for (const MaskFile &file : record.masks) {
        const Result<int> classIndex = classIndexOf(file.className, classes);
        if (!classIndex)
            return tl::unexpected(classIndex.error());
        Result<cv::Mat> mask = readGreyMask(file.path);
        if (!mask)
            return failFrom(std::move(mask));
        if (mask->size() != imageSize)
            return fail(ErrorCode::ShapeMismatch,
                        fmt::format("mask {}x{} does not match image {}x{} ({})", mask->cols, mask->rows,
                                    imageSize.width, imageSize.height, file.path.string()));
        addLayer(labels, *classIndex, std::move(*mask));
    }
    // A black mask is no finding: the class does not occur.
    std::erase_if(labels.layers, [](const LabelLayer &layer) { return cv::countNonZero(layer.mask) == 0; });
    std::sort(labels.layers.begin(), labels.layers.end(),
              [](const LabelLayer &a, const LabelLayer &b) { return a.classIndex < b.classIndex; });
    return labels;
}

ImageLabels resizeLabels(const ImageLabels &labels, cv::Size size)
{
    ImageLabels resized{size, {}};
    if (size.empty())
        return resized;
    for (const LabelLayer &layer : labels.layers) {
        cv::Mat mask = resizeNearest(layer.mask, size);
        if (cv::countNonZero(mask) > 0)
            resized.layers.push_back({layer.classIndex, std::move(mask)});
    }
    return resized;
}

} // namespace patina
