#include "core/project/label_format.h"

#include <algorithm>

namespace patina {

std::string_view labelFormatName(LabelFormat format)
{
    switch (format) {
    case LabelFormat::Csv:
        return "csv";
    case LabelFormat::Coco:
        return "coco";
    case LabelFormat::Labelme:
        return "labelme";
    case LabelFormat::Cvat:
        return "cvat";
    case LabelFormat::Mvtec:
        return "mvtec";
    case LabelFormat::Overlays:
        break;
    }
    return "overlays";
}

std::optional<LabelFormat> labelFormatNamed(std::string_view name)
{
    const auto *const found = std::ranges::find(allLabelFormats, name, labelFormatName);
    return found == allLabelFormats.end() ? std::nullopt : std::optional(*found);
}

bool isImportable(LabelFormat format)
{
    return format != LabelFormat::Csv && format != LabelFormat::Overlays;
}

bool isFolderFormat(LabelFormat format)
{
    return format == LabelFormat::Labelme || format == LabelFormat::Mvtec || format == LabelFormat::Overlays;
}

} // namespace patina
