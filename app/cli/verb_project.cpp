#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/printable.h"
#include "app/cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/base/user_name.h"
#include "core/dataset/csv.h"
#include "core/project/export_labels.h"
#include "core/project/import_dataset.h"
#include "core/project/project.h"

#include <fmt/format.h>

#include <map>
#include <memory>

namespace patina::cli {

namespace {

const std::map<std::string, LabelFormat> labelFormats{{"csv", LabelFormat::Csv}, {"coco", LabelFormat::Coco}};

constexpr std::int64_t entriesAtOnce = 1000;
constexpr std::int64_t entriesShown = 20;

struct ProjectOptions
{
    std::string file;
    std::string folder;
    std::string out;
    std::string who;
    std::string format = "csv";
    std::string reader; ///< whose labels
};

std::string writerOf(const ProjectOptions &options)
{
    return options.who.empty() ? userName() : options.who;
}

Result<Project> openToRead(const ProjectOptions &options)
{
    return Project::open(options.file, Project::Access::ReadOnly);
}

Result<Project> openToWrite(const ProjectOptions &options)
{
    auto project = Project::open(options.file, Project::Access::ReadWrite);
    if (project && project->access() == Project::Access::ReadOnly)
        return fail(ErrorCode::WriteFailed,
                    fmt::format("{} cannot be written to: {}", options.file, project->whyReadOnly()));
    return project;
}

void printImported(const ImportCounts &counts, const ProjectOptions &options, const CommandContext &context)
{
    if (context.json) {
        FlatJson json;
        json.set("project", options.file);
        json.set("images", counts.images);
        json.set("known", counts.known);
        json.set("classes", counts.classes);
        json.set("labels", counts.labels);
        json.set("skipped", counts.skipped);
        json.print();
        return;
    }
    fmt::print("{}: {} images taken, {} labels, {} classes; {} images were in it already, {} skipped\n",
               printable(options.file), counts.images, counts.labels, counts.classes, counts.known, counts.skipped);
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

Result<void> importFolder(const ProjectOptions &options, const CommandContext &context)
{
    return openToWrite(options).and_then([&](Project &&project) { return importInto(project, options, context); });
}

struct LabelCounts
{
    std::int64_t labels = 0;
    std::int64_t areaPx = 0;
};

std::string classTable(const ProjectContents &contents)
{
    std::map<std::string, LabelCounts> counts;
    for (const Label &label : contents.labels) {
        ++counts[label.className].labels;
        counts[label.className].areaPx += label.mask.areaPx();
    }
    TextTable table({"Class", "Kind", "Labels", "Pixels"}, 2);
    for (const ProjectClass &labelClass : contents.classes) {
        const LabelCounts &count = counts[labelClass.name];
        table.addRow({labelClass.name, std::string(classKindName(labelClass.kind)), std::to_string(count.labels),
                      std::to_string(count.areaPx)});
    }
    if (const auto good = counts.find("good"); good != counts.end())
        table.addRow({"good", "false alarm", std::to_string(good->second.labels), std::to_string(good->second.areaPx)});
    return table.text();
}

Result<void> showProject(const ProjectOptions &options, const CommandContext &context)
{
    auto project = openToRead(options);
    if (!project)
        return failFrom(std::move(project));
    auto contents = project->contents();
    auto head = project->head();
    if (!contents || !head)
        return contents ? failFrom(std::move(head)) : failFrom(std::move(contents));
    if (context.json) {
        FlatJson json;
        json.set("images", std::ssize(contents->images));
        json.set("classes", std::ssize(contents->classes));
        json.set("labels", std::ssize(contents->labels));
        json.set("reviews", std::ssize(contents->reviews));
        json.set("zones", std::ssize(contents->zones));
        json.set("models", std::ssize(contents->models));
        for (const ProjectClass &labelClass : contents->classes)
            json.set("class." + labelClass.name, std::string(classKindName(labelClass.kind)));
        for (const Setting &setting : contents->settings)
            json.set("setting." + setting.name, setting.value);
        json.set("journal.entries", head->number);
        json.set("journal.sha256", head->sha256);
        json.print();
        return {};
    }
    fmt::print("{}: {} images, {} labels, {} reviews, {} zones, {} models\n", printable(options.file),
               contents->images.size(), contents->labels.size(), contents->reviews.size(), contents->zones.size(),
               contents->models.size());
    fmt::print("journal: {} entries, SHA-256 {}\n", head->number, head->sha256);
    if (!contents->classes.empty())
        fmt::print("\n{}", classTable(*contents));
    return {};
}

/// All of it as CSV; the edits are JSON in one field.
Result<std::string> journalCsv(const Project &project)
{
    std::string csv = "number,utc,who,action,edits,previous,sha256\n";
    std::int64_t next = 1;
    while (true) {
        const auto entries = project.journal(next, entriesAtOnce);
        if (!entries)
            return tl::unexpected(entries.error());
        for (const JournalEntry &entry : *entries)
            csv += fmt::format("{},{},{},{},{},{},{}\n", entry.number, entry.utc, csvField(entry.who),
                               csvField(entry.action), csvField(entry.edits), entry.previous, entry.sha256);
        if (std::ssize(*entries) < entriesAtOnce)
            return csv;
        next = entries->back().number + 1;
    }
}

Result<void> showJournal(const ProjectOptions &options, const CommandContext &context)
{
    auto project = openToRead(options);
    if (!project)
        return failFrom(std::move(project));
    const auto head = project->head();
    if (!head)
        return tl::unexpected(head.error());
    if (!options.out.empty())
        if (auto written =
                journalCsv(*project).and_then([&](const std::string &csv) { return writeTextFile(options.out, csv); });
            !written)
            return written;
    if (context.json) {
        FlatJson json;
        json.set("journal.entries", head->number);
        json.set("journal.sha256", head->sha256);
        json.print();
        return {};
    }
    if (!options.out.empty()) {
        fmt::print("{}: {} entries, SHA-256 {}\n", printable(options.out), head->number, head->sha256);
        return {};
    }
    const auto last = project->journal(std::max<std::int64_t>(1, head->number - entriesShown + 1), entriesShown);
    if (!last)
        return tl::unexpected(last.error());
    TextTable table({"Entry", "When", "Who", "What", "SHA-256"}, 5);
    for (const JournalEntry &entry : *last)
        table.addRow({std::to_string(entry.number), entry.utc, entry.who, entry.action, entry.sha256.substr(0, 16)});
    fmt::print("{}", table.text());
    return {};
}

Result<void> writeLabels(const ProjectOptions &options, const CommandContext &context)
{
    auto contents = openToRead(options).and_then([](Project &&project) { return project.contents(); });
    if (!contents)
        return failFrom(std::move(contents));
    const LabelExport request{labelFormats.at(options.format), options.reader};
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

Result<void> verifyProject(const ProjectOptions &options, const CommandContext &context)
{
    auto project = openToRead(options);
    if (!project)
        return failFrom(std::move(project));
    const auto verdict = project->verify(context.job);
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (!verdict->good()) {
        for (const std::string &problem : verdict->problems)
            context.job.notice(problem);
        return fail(ErrorCode::Corrupt, fmt::format("{}: {} ({} of such findings)", options.file,
                                                    verdict->problems.front(), verdict->problems.size()));
    }
    if (context.json) {
        FlatJson json;
        json.set("verified", true);
        json.set("journal.entries", verdict->entries);
        json.set("journal.sha256", verdict->head);
        json.print();
    } else {
        fmt::print("{}: sound, {} entries, SHA-256 {}\n", printable(options.file), verdict->entries, verdict->head);
    }
    return {};
}

} // namespace

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
    add("journal", "Who changed what, and when: the last entries, or all as CSV", showJournal)
        ->add_option("--out", options->out, "CSV file of all entries");
    CLI::App *labels = add("export", "Write the labels for other programs", writeLabels);
    labels->add_option("--out", options->out, "File to write")->required();
    labels
        ->add_option("--format", options->format,
                     "csv: a line for each label; coco: COCO JSON with run-length masks; default: csv")
        ->check(CLI::IsMember(labelFormats));
    labels->add_option("--reader", options->reader, "Whose labels; default: those of all readers");
    add("verify", "Check the file and that its journal tells all of it", verifyProject);
}

} // namespace patina::cli
