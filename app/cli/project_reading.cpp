#include "app/cli/flat_json.h"
#include "app/cli/printable.h"
#include "app/cli/project_options.h"
#include "app/cli/text_table.h"
#include "core/dataset/class_name.h"
#include "core/project/image_files.h"
#include "core/project/journal_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>

namespace patina::cli {

namespace {

constexpr std::int64_t entriesShown = 20;

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
    if (const auto good = counts.find(goodClassName); good != counts.end())
        table.addRow(
            {goodClassName, "false alarm", std::to_string(good->second.labels), std::to_string(good->second.areaPx)});
    return table.text();
}

/// "2 missing (first: a.png)"
std::string findingText(const char *what, const std::vector<std::string> &ids)
{
    return ids.empty() ? std::string() : fmt::format(", {} {} (first: {})", ids.size(), what, ids.front());
}

Result<std::optional<ImageFiles>> lookAtImages(const Project &project, const ProjectOptions &options,
                                               const CommandContext &context)
{
    if (!options.images)
        return std::nullopt;
    return project.contents()
        .and_then([&](const ProjectContents &contents) { return checkImageFiles(project, contents, context.job); })
        .map([](ImageFiles &&files) { return std::optional(std::move(files)); });
}

} // namespace

Result<Project> openToRead(const ProjectOptions &options, const CommandContext &context)
{
    auto project = Project::open(options.file, Project::Access::ReadOnly);
    if (project)
        if (const std::string writer = project->writer(); !writer.empty())
            context.job.notice(
                fmt::format("open to write in another program ({}): this is what is saved so far", writer));
    return project;
}

Result<void> showProject(const ProjectOptions &options, const CommandContext &context)
{
    auto project = openToRead(options, context);
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

Result<void> showJournal(const ProjectOptions &options, const CommandContext &context)
{
    auto project = openToRead(options, context);
    if (!project)
        return failFrom(std::move(project));
    const auto head = project->head();
    if (!head)
        return tl::unexpected(head.error());
    if (!options.out.empty())
        if (auto written = writeJournalCsv(*project, options.out, context.job); !written)
            return failFrom(std::move(written));
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

Result<void> verifyProject(const ProjectOptions &options, const CommandContext &context)
{
    auto project = openToRead(options, context);
    if (!project)
        return failFrom(std::move(project));
    const auto verdict = project->verify(context.job);
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (!verdict->good()) {
        for (const std::string &problem : std::span(verdict->problems).subspan(1))
            context.job.notice(problem);
        return fail(ErrorCode::Corrupt, fmt::format("{}: {}", options.file, verdict->problems.front()));
    }
    const auto files = lookAtImages(*project, options, context);
    if (!files)
        return tl::unexpected(files.error());
    if (*files && !(*files)->good())
        return fail(ErrorCode::Corrupt,
                    fmt::format("{}: file and journal are sound; of the images {} are as they were taken in{}{}",
                                options.file, (*files)->same, findingText("changed", (*files)->changed),
                                findingText("missing", (*files)->missing)));
    if (context.json) {
        FlatJson json;
        json.set("verified", true);
        json.set("journal.entries", verdict->entries);
        json.set("journal.sha256", verdict->head);
        if (*files)
            json.set("images", (*files)->same);
        else
            json.setNull("images", "not looked at: --images");
        json.print();
    } else {
        fmt::print("{}: file and journal are sound (entries: {}, SHA-256 {}); {}\n", printable(options.file),
                   verdict->entries, verdict->head,
                   *files ? fmt::format("all {} images are as they were taken in", (*files)->same)
                          : std::string("images not looked at: --images"));
    }
    return {};
}

} // namespace patina::cli
