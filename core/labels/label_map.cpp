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

/// Each pixel of the mask falls into one pixel of the smaller one, which is set where any of them is.
cv::Mat reduceAny(const cv::Mat &mask, cv::Size size)
{
    cv::Mat reduced(size, CV_8UC1, cv::Scalar(0));
    const auto target = [](int from, int to, int index) { return static_cast<int>(std::int64_t{index} * to / from); };
    for (int row = 0; row < mask.rows; ++row) {
        const auto *from = mask.ptr<std::uint8_t>(row);
        auto *to = reduced.ptr<std::uint8_t>(target(mask.rows, size.height, row));
        for (int column = 0; column < mask.cols; ++column)
            if (from[column] != 0)
                to[target(mask.cols, size.width, column)] = 255;
    }
    return reduced;
}

} // namespace

Result<ImageLabels> loadLabels(const ImageRecord &record, const std::vector<LabelClass> &classes, cv::Size imageSize,
                               const JobContext &context)
{
    ImageLabels labels{imageSize, {}};
    for (const MaskFile &file : record.masks) {
        const Result<int> classIndex = classIndexOf(file.className, classes);
        if (!classIndex)
            return tl::unexpected(classIndex.error());
        Result<cv::Mat> mask = readGreyMask(file.path, {}, context);
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

ImageLabels reduceLabels(const ImageLabels &labels, cv::Size size)
{
    ImageLabels reduced{size, {}};
    if (size.empty())
        return reduced;
    for (const LabelLayer &layer : labels.layers)
        reduced.layers.push_back({layer.classIndex, reduceAny(layer.mask, size)});
    return reduced;
}

} // namespace patina
