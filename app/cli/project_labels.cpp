#include "app/cli/flat_json.h"
#include "app/cli/printable.h"
#include "app/cli/project_options.h"
#include "core/project/export_labels.h"
#include "core/project/import_labels.h"

#include <fmt/format.h>

namespace patina::cli {

namespace {

std::filesystem::path folderOf(const Project &project)
{
    return std::filesystem::absolute(project.file()).parent_path();
}

void printTaken(const LabelImportCounts &counts, const ProjectOptions &options, const CommandContext &context)
{
    if (context.json) {
        FlatJson json;
        json.set("project", options.file);
        json.set("format", labelFormatName(counts.format));
        json.set("labels", counts.labels);
        json.set("images", counts.images);
        json.set("classes", counts.classes);
        json.set("known", counts.known);
        json.set("leftOut", counts.leftOut);
        json.print();
        return;
    }
    fmt::print("{}: {} labels taken on {} images, {} classes made; {} were in it already, {} left out\n",
               printable(options.file), counts.labels, counts.images, counts.classes, counts.known, counts.leftOut);
}

/// Nothing is accepted and then ignored.
Result<void> checkOptions(const LabelExport &request)
{
    const bool hasShapes = request.format == LabelFormat::Coco || request.format == LabelFormat::Cvat ||
                           request.format == LabelFormat::Labelme;
    if (request.shapes && !hasShapes)
        return fail(ErrorCode::BadArgument,
                    fmt::format("--shapes is for coco, cvat and labelme, not for {}", labelFormatName(request.format)));
    if (request.images == ImageTransfer::Link && request.format != LabelFormat::Mvtec)
        return fail(ErrorCode::BadArgument,
                    fmt::format("--link is for mvtec, not for {}", labelFormatName(request.format)));
    return {};
}

} // namespace

Result<void> writeLabels(const ProjectOptions &options, const CommandContext &context)
{
    LabelExport request;
    request.format = labelFormatNamed(options.format).value_or(LabelFormat::Csv);
    request.reader = options.reader;
    if (!options.shapes.empty())
        request.shapes = options.shapes == "masks" ? ShapeForm::Masks : ShapeForm::Polygons;
    request.images = options.links ? ImageTransfer::Link : ImageTransfer::Copy;
    if (auto sound = checkOptions(request); !sound)
        return sound;
    const auto project = openToRead(options, context);
    if (!project)
        return tl::unexpected(project.error());
    const auto contents = project->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    request.folder = folderOf(*project);
    return exportLabels(*contents, request, options.out, context.job).map([&](std::int64_t labels) {
        if (context.json) {
            FlatJson json;
            json.set("labels", labels);
            json.set("out", options.out);
            json.print();
        } else {
            fmt::print("{}: {} labels\n", printable(options.out), labels);
        }
    });
}

/// One change, or none.
Result<void> takeLabels(const ProjectOptions &options, const CommandContext &context)
{
    auto project = openToWrite(options);
    if (!project)
        return failFrom(std::move(project));
    const auto contents = project->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto import = gatherLabels(
        *contents, {options.source, labelFormatNamed(options.format), options.reader, folderOf(*project)}, context.job);
    if (!import)
        return tl::unexpected(import.error());
    if (!import->change.edits.empty())
        if (auto applied = project->apply(import->change, writerOf(options)); !applied)
            return failFrom(std::move(applied));
    printTaken(import->counts, options, context);
    return {};
}

} // namespace patina::cli
