#include "core/project/journal_csv.h"

#include "core/base/atomic_file.h"
#include "core/dataset/csv.h"

#include <fmt/format.h>

namespace patina {

namespace {

constexpr std::int64_t entriesAtOnce = 100;

std::string rowOf(const JournalEntry &entry)
{
    return fmt::format("{},{},{},{},{},{},{}\n", entry.number, csvField(entry.utc), csvField(entry.who),
                       csvField(entry.action), csvField(entry.edits), csvField(entry.previous), csvField(entry.sha256));
}

} // namespace

Result<JournalEntry> writeJournalCsv(const Project &project, const std::filesystem::path &target,
                                     const JobContext &context)
{
    auto file = AtomicFile::create(target);
    if (!file)
        return failFrom(std::move(file));
    auto written = file->write("number,utc,who,action,edits,previous,sha256\n");
    auto last = project.head();
    if (!last)
        return last;
    const std::int64_t all = last->number;
    for (std::int64_t next = 1; written && next <= all; next += entriesAtOnce) {
        if (context.cancelled())
            return cancelledError();
        context.report("write", next - 1, all);
        const auto entries = project.journal(next, std::min(entriesAtOnce, all - next + 1));
        if (!entries)
            return tl::unexpected(entries.error());
        for (const JournalEntry &entry : *entries) {
            if (entry.number > all)
                break;
            written = written.and_then([&] { return file->write(rowOf(entry)); });
            last = entry;
        }
    }
    return written.and_then([&] { return file->commit(); }).map([&] { return *last; });
}

} // namespace patina
