#include "app/cli/flat_json.h"
#include "app/cli/printable.h"
#include "app/cli/project_options.h"
#include "core/project/restore.h"

#include <fmt/format.h>

namespace patina::cli {

namespace {

void printRestored(const RestorePlan &plan, const std::filesystem::path &kept, const ProjectOptions &options,
                   const CommandContext &context)
{
    if (context.json) {
        FlatJson json;
        json.set("project", options.file);
        json.set("journal.entries", plan.entries);
        json.set("journal.utc", plan.utc);
        json.set("backup.entries", plan.backupEntries);
        json.set("readable.entries", plan.readableEntries);
        json.set("lost", plan.lost);
        json.set("kept", kept.string());
        json.print();
        return;
    }
    fmt::print("{}: restored up to entry {} of its journal ({}); ", printable(options.file), plan.entries, plan.utc);
    if (plan.lost > 0)
        fmt::print("{} entries are lost, up to number {} ({})", plan.lost, plan.readableEntries, plan.readableUtc);
    else
        fmt::print("nothing that could be read is lost");
    if (!kept.empty())
        fmt::print("; the damaged file is kept as {}", printable(kept.string()));
    fmt::print("\n");
}

} // namespace

Result<void> restoreProject(const ProjectOptions &options, const CommandContext &context)
{
    auto restore = ProjectRestore::prepare(options.file, context.job);
    if (!restore)
        return failFrom(std::move(restore));
    return restore->finish().map(
        [&](const std::filesystem::path &kept) { printRestored(restore->plan(), kept, options, context); });
}

} // namespace patina::cli
