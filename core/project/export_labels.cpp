#include "core/project/export_labels.h"

#include "core/dataset/class_name.h"
#include "core/project/formats/folder_target.h"
#include "core/project/formats/label_writers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace patina {

using namespace formats;

namespace {

Result<std::vector<const Label *>> chosen(const ProjectContents &contents, const LabelExport &request)
{
    std::vector<const Label *> labels;
    std::set<std::string> readers;
    for (const Label &label : contents.labels) {
        readers.insert(label.reader);
        if (request.reader.empty() || label.reader == request.reader)
            labels.push_back(&label);
    }
    if (!request.reader.empty() && labels.empty())
        return fail(ErrorCode::NotFound,
                    fmt::format("there is no label of \"{}\"; {}", request.reader,
                                readers.empty() ? "nobody has labelled anything yet"
                                                : fmt::format("there are those of {}", fmt::join(readers, ", "))));
    return labels;
}

/// Contents of a file that no program of ours wrote. Errors: BadFormat.
Result<void> checkLabels(const LabelsToWrite &source)
{
    std::set<std::string_view> images;
    for (const ProjectImage &image : source.contents.images)
        images.insert(image.id);
    for (const Label *label : source.labels)
        if (!images.contains(label->image) || source.classNamed(label->className) == nullptr)
            return fail(ErrorCode::BadFormat, fmt::format("label {} names an image or a class that is not in the "
                                                          "project",
                                                          label->id));
    return {};
}

} // namespace

std::vector<std::pair<const ProjectImage *, std::vector<const Label *>>> LabelsToWrite::byImage() const
{
    std::map<std::string_view, std::vector<const Label *>> byId;
    for (const Label *label : labels)
        byId[label->image].push_back(label);
    std::vector<std::pair<const ProjectImage *, std::vector<const Label *>>> images;
    for (const ProjectImage &image : contents.images)
        if (const auto found = byId.find(image.id); found != byId.end())
            images.emplace_back(&image, std::move(found->second));
    return images;
}

std::filesystem::path LabelsToWrite::fullPath(const ProjectImage &image) const
{
    return imagePlace(request.folder, image.path);
}

const ProjectClass *LabelsToWrite::classNamed(const std::string &name) const
{
    const auto found = std::ranges::find(contents.classes, name, &ProjectClass::name);
    return found == contents.classes.end() ? nullptr : &*found;
}

Result<std::int64_t> exportLabels(const ProjectContents &contents, const LabelExport &request,
                                  const std::filesystem::path &target, const JobContext &context)
{
    auto labels = chosen(contents, request);
    if (!labels)
        return failFrom(std::move(labels));
    LabelsToWrite source{contents, request, *std::move(labels)};
    if (request.format == LabelFormat::Csv)
        return writeCsv(source, target, context);
    std::erase_if(source.labels, [](const Label *label) { return label->className == goodClassName; });
    if (auto sound = checkLabels(source); !sound)
        return failFrom(std::move(sound));
    switch (request.format) {
    case LabelFormat::Labelme:
        return writeLabelme(source, target, context);
    case LabelFormat::Cvat:
        return writeCvat(source, target, context);
    case LabelFormat::Mvtec:
        return writeMvtec(source, target, context);
    case LabelFormat::Overlays:
        return writeOverlays(source, target, context);
    case LabelFormat::Csv:
    case LabelFormat::Coco:
        break;
    }
    return writeCoco(source, target, context);
}

} // namespace patina
