#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace patina {

/// Forms in which labels go to other programs and come from them: docs/labels.md.
enum class LabelFormat {
    Csv,      ///< a line for each label: image, class, kind, reader, source, box and area in pixels, model, threshold
    Coco,     ///< COCO object detection: boxes, areas, masks as run lengths or polygons
    Labelme,  ///< a folder with one JSON for each image
    Cvat,     ///< CVAT for images 1.1: one XML
    Mvtec,    ///< a folder as MVTec AD has it: images, and masks in ground_truth/
    Overlays, ///< a folder of PNGs: labels drawn over their images, with a legend
};

inline constexpr std::array allLabelFormats{LabelFormat::Csv,  LabelFormat::Coco,  LabelFormat::Labelme,
                                            LabelFormat::Cvat, LabelFormat::Mvtec, LabelFormat::Overlays};

/// "csv", "coco", "labelme", "cvat", "mvtec", "overlays".
std::string_view labelFormatName(LabelFormat format);
std::optional<LabelFormat> labelFormatNamed(std::string_view name);
/// Whether labels of that form can be taken in, and not only be written.
bool isImportable(LabelFormat format);
/// Whether it is written as a folder, not as one file.
bool isFolderFormat(LabelFormat format);

} // namespace patina
