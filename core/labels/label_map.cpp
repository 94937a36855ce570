#include "core/labels/label_map.h"

#include "core/dataset/mask_reading.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

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

} // namespace

Result<ImageLabels> loadLabels(const ImageRecord &record, const std::vector<LabelClass> &classes, cv::Size imageSize)
{
    ImageLabels labels{imageSize, {}};
    for (const MaskFile &file : record.masks) {
        const Result<int> classIndex = classIndexOf(file.className, classes);
        if (!classIndex)
            return tl::unexpected(classIndex.error());
        Result<cv::Mat> mask = readMask(file.path, imageSize);
        if (!mask)
            return failFrom(std::move(mask));
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
        cv::Mat mask;
        cv::resize(layer.mask, mask, size, 0, 0, cv::INTER_NEAREST_EXACT);
        if (cv::countNonZero(mask) > 0)
            resized.layers.push_back({layer.classIndex, std::move(mask)});
    }
    return resized;
}

} // namespace patina
