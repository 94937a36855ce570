#include "app/cli/flat_json.h"
#include "app/cli/printable.h"
#include "app/cli/project_options.h"
#include "core/base/user_name.h"
#include "core/project/backup.h"
#include "core/project/import_dataset.h"

#include <fmt/format.h>

#include <memory>

namespace patina::cli {

namespace {

void printImported(const ImportCounts &counts, const ProjectOptions &options, const CommandContext &context)
{
    if (context.json) {
        FlatJson json;
        json.set("project", options.file);
        json.set("images", counts.images);
        json.set("known", counts.known);
        json.set("changed", counts.changed);
        json.set("missing", counts.missing);
        json.set("classes", counts.classes);
        json.set("labels", counts.labels);
        json.set("skipped", counts.skipped);
        json.print();
        return;
    }
    if (counts.images + counts.labels + counts.classes == 0)
        fmt::print("{}: nothing new; ", printable(options.file));
    else
        fmt::print("{}: {} images taken, {} labels, {} classes; ", printable(options.file), counts.images,
                   counts.labels, counts.classes);
    fmt::print("{} images were in it already, {} skipped\n", counts.known, counts.skipped + counts.changed);
}

Result<void> importInto(Project &project, const ProjectOptions &options, const CommandContext &context)
{
    auto dataset = openDataset(options.folder, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    return importDataset(project, *dataset, writerOf(options), context.job).map([&](const ImportCounts &counts) {
        printImported(counts, options, context);
    });
}

/// A project that could not take its folder is not left behind.
Result<void> createProject(const ProjectOptions &options, const CommandContext &context)
{
    auto project = Project::create(options.file);
    if (!project)
        return failFrom(std::move(project));
    auto imported = importInto(*project, options, context);
    if (!imported)
        Project::discard(std::move(*project));
    return imported;
}

/// The state before is kept as a backup; a damaged project is not written to.
Result<void> importFolder(const ProjectOptions &options, const CommandContext &context)
{
    auto project = openToWrite(options);
    if (!project)
        return failFrom(std::move(project));
    if (const auto kept = keepBackup(options.file, context.job); !kept) {
        if (kept.error().code != ErrorCode::WriteFailed)
            return tl::unexpected(kept.error());
        context.job.notice(fmt::format("no backup copy could be made: {}", kept.error().detail));
    }
    return importInto(*project, options, context);
}

/// Labels of other programs, to them and from them.
template <typename Add>
void addLabelVerbs(const std::shared_ptr<ProjectOptions> &options, Add add)
{
    CLI::App *write = add("export", "Write the labels for other programs", writeLabels);
    write->add_option("--out", options->out, "File to write; a new folder for labelme, mvtec and overlays")->required();
    write
        ->add_option("--format", options->format,
                     "csv: a line for each label; coco, cvat: one file; labelme: a JSON for each image; mvtec: a data "
                     "set; overlays: pictures; default: csv")
        ->check(CLI::IsMember({"csv", "coco", "labelme", "cvat", "mvtec", "overlays"}));
    write->add_option("--reader", options->reader, "Whose labels; default: those of all readers");
    write
        ->add_option("--shapes", options->shapes,
                     "coco, cvat, labelme: masks or polygons; default: masks, for labelme polygons")
        ->check(CLI::IsMember({"masks", "polygons"}));
    write->add_flag("--link", options->links, "mvtec: links to the images instead of copies");
    CLI::App *take = add("import-labels", "Take labels that another program has written", takeLabels);
    take->add_option("SOURCE", options->source, "COCO JSON, CVAT XML, labelme JSON or folder, MVTec folder")
        ->required();
    take->add_option("--format", options->format, "Default: told by the contents")
        ->check(CLI::IsMember({"auto", "mvtec", "coco", "labelme", "cvat"}));
    take->add_option("--reader", options->reader, "Whose word the labels are; default: ground truth");
    take->add_option("--who", options->who, "Name for the journal (default: the login name)");
}

} // namespace

std::string writerOf(const ProjectOptions &options)
{
    return options.who.empty() ? userName() : options.who;
}

Result<Project> openToWrite(const ProjectOptions &options)
{
    auto project = Project::open(options.file, Project::Access::ReadWrite);
    if (project && project->access() == Project::Access::ReadOnly)
        return fail(ErrorCode::WriteFailed,
                    fmt::format("{} cannot be written to: {}; close it there, or make it writable", options.file,
                                project->whyReadOnly()));
    return project;
}

void addProjectVerbs(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<ProjectOptions>();
    CLI::App *project = app.add_subcommand("project", "Images, labels and journal of a project");
    project->require_subcommand(1);
    const auto add = [&](const char *name, const char *description, auto run) {
        CLI::App *verb = project->add_subcommand(name, description);
        verb->add_option("FILE", options->file, "Project (.patinaproj)")->required();
        addCommonOptions(*verb, context);
        verbs.push_back({verb, [options, run](const CommandContext &ready) { return run(*options, ready); }});
        return verb;
    };
    const auto withFolder = [&](CLI::App *verb) {
        verb->add_option("DIR", options->folder, "Data set or folder of images")->required();
        verb->add_option("--who", options->who, "Name for the journal (default: the login name)");
    };
    withFolder(add("create", "Make a project from a folder of images", createProject));
    withFolder(add("import", "Take what a folder has in addition", importFolder));
    add("info", "Images, classes, labels", showProject);
    add("journal", "Who changed what, and when: the last 20 entries, or all as CSV", showJournal)
        ->add_option("--out", options->out, "CSV file of all entries");
    addLabelVerbs(options, add);
    CLI::App *agreement = add("agreement", "How far two readers agree on what regions are", showAgreement);
    agreement->add_option("--readers", options->readers, "Their names")->expected(2)->required();
    agreement->add_option("--out", options->out, "CSV file with a line for each region");
    add("verify", "Check the file and that its journal tells all of it", verifyProject)
        ->add_flag("--images", options->images, "Also whether every image is there and as it was taken in");
    add("restore", "Make a damaged project whole again, from its backup and its journal", restoreProject);
}

} // namespace patina::cli
