#include "ui/dialogs/label_format_text.h"

namespace patina {

QString LabelFormatText::name(LabelFormat format)
{
    switch (format) {
    case LabelFormat::Csv:
        return tr("CSV table");
    case LabelFormat::Coco:
        return tr("COCO (JSON)");
    case LabelFormat::Labelme:
        return tr("labelme (a JSON for each image)");
    case LabelFormat::Cvat:
        return tr("CVAT for images 1.1 (XML)");
    case LabelFormat::Mvtec:
        return tr("MVTec folder (images and masks)");
    case LabelFormat::Overlays:
        break;
    }
    return tr("Pictures with the labels drawn in (PNG)");
}

QString LabelFormatText::hint(LabelFormat format)
{
    switch (format) {
    case LabelFormat::Csv:
        return tr("One line for each label, false alarms too. It cannot be imported again.");
    case LabelFormat::Coco:
        return tr("One file with all images, classes and labels.");
    case LabelFormat::Labelme:
        return tr("A new folder with one file for each labelled image.");
    case LabelFormat::Cvat:
        return tr("One file with all labelled images; upload it to a task with the same images.");
    case LabelFormat::Mvtec:
        return tr("A new folder that can be opened, trained and evaluated like any data set.");
    case LabelFormat::Overlays:
        break;
    }
    return tr("A new folder with one picture for each labelled image. It cannot be imported again.");
}

QString LabelFormatText::fileFilter(LabelFormat format)
{
    switch (format) {
    case LabelFormat::Csv:
        return tr("CSV tables (*.csv)");
    case LabelFormat::Cvat:
        return tr("CVAT (*.xml)");
    default:
        return tr("COCO (*.json)");
    }
}

} // namespace patina
