#include "core/pipeline/shard_store.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

constexpr const char *folderStart = "shard-";
constexpr const char *finishedStrategy = "shard"; ///< its checkpoint holds a bank, not what a builder holds

bool holdsCheckpoint(const std::filesystem::path &folder)
{
    std::error_code ec;
    return !folder.empty() && std::filesystem::exists(checkpointFile(folder), ec);
}

std::vector<std::filesystem::path> shardFolders(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> found;
    std::error_code ec;
    for (std::filesystem::directory_iterator entry(folder, ec), end; !ec && entry != end; entry.increment(ec))
        if (entry->path().filename().string().starts_with(folderStart))
            found.push_back(entry->path());
    return found;
}

} // namespace

std::filesystem::path ShardStore::runFolder(std::int64_t number) const
{
    return m_folder.empty() ? m_folder : m_folder / fmt::format("{}{:04}-of-{:04}", folderStart, number + 1, m_count);
}

std::filesystem::path ShardStore::bankFolder(std::int64_t number) const
{
    return m_folder.empty() ? m_folder : std::filesystem::path(runFolder(number).string() + "-bank");
}

std::map<std::string, std::string> ShardStore::settingsOf(std::int64_t number) const
{
    auto settings = m_settings;
    settings["shard"] = fmt::format("{} of {}", number + 1, m_count);
    return settings;
}

bool ShardStore::isBegun(std::int64_t number) const
{
    return holdsCheckpoint(runFolder(number));
}

bool ShardStore::isFinished(std::int64_t number) const
{
    return holdsCheckpoint(bankFolder(number));
}

Result<WorkingPlan> ShardStore::planOf(std::int64_t number) const
{
    return checkpointPlan(isFinished(number) ? bankFolder(number) : runFolder(number), settingsOf(number))
        .map_error([](Error error) {
            error.detail += "; give what the run began with, or begin anew without --resume";
            return error;
        });
}

Result<SelectedBank> ShardStore::load(std::int64_t number, const Expected &expected, const JobContext &context) const
{
    const auto accept = [&](const WorkingPlan &followed) -> Result<void> {
        if (followed == expected.plan)
            return {};
        return fail(ErrorCode::VersionMismatch, fmt::format("{}: the shard was trained by another plan; begin anew "
                                                            "without --resume",
                                                            bankFolder(number).string()));
    };
    auto kept = loadCheckpoint(bankFolder(number), settingsOf(number), 0, accept, context);
    if (!kept)
        return failFrom(std::move(kept));
    ModelInfo &info = kept->facts.info;
    if (kept->facts.nextImage != expected.images || info.versions.size() != 1 || kept->builder.rows.empty() ||
        kept->builder.rows.dim() != expected.dim || kept->coverage.rows.empty() ||
        kept->coverage.rows.dim() != expected.dim)
        return fail(ErrorCode::BadFormat,
                    fmt::format("{} is no finished shard of this run; remove it, and --resume trains it again",
                                bankFolder(number).string()));
    SelectedBank selected;
    selected.model.info = expected.info;
    selected.model.info.images = std::move(info.images);
    selected.model.info.imageDigests = std::move(info.imageDigests);
    selected.model.info.versions = std::move(info.versions);
    selected.model.info.figures = info.figures;
    selected.model.info.reservoirRows = info.reservoirRows;
    selected.model.bank = std::move(kept->builder.rows);
    selected.model.origins = std::move(kept->builder.origins);
    selected.coveragePatches = std::move(kept->coverage.rows);
    return selected;
}

Result<void> ShardStore::keep(std::int64_t number, std::int64_t images, const WorkingPlan &plan,
                              const SelectedBank &selected, const JobContext &context) const
{
    if (m_folder.empty())
        return {};
    CheckpointView view;
    view.facts = {settingsOf(number), plan, images, selected.model.info};
    view.facts.info.strategy = finishedStrategy;
    view.builder.parts.push_back({&selected.model.bank, selected.model.origins});
    const std::vector<PatchRef> nowhere(static_cast<std::size_t>(selected.coveragePatches.rows()));
    view.coverage.parts.push_back({&selected.coveragePatches, nowhere});
    return saveCheckpoint(view, bankFolder(number), context).map([&] { removeCheckpoint(runFolder(number)); });
}

bool holdsShards(const std::filesystem::path &folder)
{
    return std::ranges::any_of(shardFolders(folder), holdsCheckpoint);
}

void removeShards(const std::filesystem::path &folder)
{
    for (const auto &shard : shardFolders(folder))
        removeCheckpoint(shard);
    std::error_code ec;
    std::filesystem::remove(folder, ec);
}

} // namespace patina
