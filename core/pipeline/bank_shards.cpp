#include "core/pipeline/bank_shards.h"

#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/meld_rows.h"
#include "core/pipeline/rank_messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace patina {

namespace {

/// The first shard of the right half: the left one is as large a power of two as can be.
std::int64_t middleOf(std::int64_t first, std::int64_t end)
{
    return first + static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(end - first - 1)));
}

} // namespace

std::int64_t shardCount(const TrainRequest &request, const RankGroup &ranks)
{
    return request.shards > 0 ? request.shards : ranks.size();
}

std::int64_t shardBytes(const TrainRequest &request, const RankGroup &ranks, int dim)
{
    const std::int64_t shards = shardCount(request, ranks);
    if (shards <= 1)
        return 0;
    const auto rowBytes = static_cast<std::int64_t>(dim * sizeof(float) + sizeof(PatchRef) + sizeof(std::int32_t));
    // One of each size of subtree, and one that comes from elsewhere with its message.
    const auto held = static_cast<std::int64_t>(std::bit_width(static_cast<std::uint64_t>(shards))) + 2;
    return held * request.coreset.bankSize * rowBytes;
}

BankShards::BankShards(const BankRunParts &parts, std::span<const std::size_t> images,
                       std::map<std::string, std::string> settings, RankGroup &ranks, const JobContext &context)
    : m_parts(parts), m_images(images), m_ranks(ranks), m_context(ranks.own(context)),
      m_count(shardCount(parts.request, ranks)), m_store(parts.request.checkpointFolder, std::move(settings), m_count)
{
}

Result<void> BankShards::checkRequest() const
{
    const TrainRequest &request = m_parts.request;
    if (m_count > std::ssize(m_images))
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} training images cannot be cut into {} shards: give fewer {}", m_images.size(),
                                m_count, request.shards > 0 ? "--shards" : "processes, or --shards"));
    if (!request.initialModel.empty())
        return fail(ErrorCode::BadArgument,
                    "a bank in shards starts from no other model: train the new images in shards without --init, then "
                    "join both models with patina-cli meld");
    if (request.sample > 0)
        return fail(ErrorCode::BadArgument,
                    "--sample is drawn over all images, which no shard sees: leave it out, or give --shards 1");
    return {};
}

Result<ShardedBank> BankShards::run(const PlanRun &planned)
{
    return checkRequest()
        .and_then([&] { return agreeOnPlan(planned); })
        .and_then([&] { return trainOwn(0, m_count); })
        .and_then([&] { return joinRanks(0, m_count); })
        .and_then([&](std::optional<Model> &&root) -> Result<ShardedBank> {
            auto bank = fromFirst(m_ranks, root ? bankMessage(*root) : Bytes(), m_context).and_then(bankOfMessage);
            auto problems = gatherEverywhere(m_ranks, bytesOfText(m_lastProblem), m_context);
            if (!bank)
                return failFrom(std::move(bank));
            if (!problems)
                return failFrom(std::move(problems));
            bank->projection = m_parts.projection;
            const auto problem = std::ranges::find_if(*problems, [](const Bytes &text) { return !text.empty(); });
            return ShardedBank{std::move(*bank), std::move(m_coveragePatches), m_plan,
                               problem == problems->end() ? std::string() : textOfBytes(*problem)};
        });
}

std::span<const std::size_t> BankShards::imagesOf(std::int64_t shard) const
{
    const auto total = std::ssize(m_images);
    const std::int64_t first = total * shard / m_count;
    const std::int64_t end = total * (shard + 1) / m_count;
    return m_images.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(end - first));
}

int BankShards::ownerOf(std::int64_t shard) const
{
    return static_cast<int>(shard * m_ranks.size() / m_count);
}

/// One plan for all, so that who trains a shard changes nothing.
Result<void> BankShards::agreeOnPlan(const PlanRun &planned)
{
    auto mine = plansBegun();
    if (!mine)
        return failFrom(std::move(mine));
    auto begun = everybodysValues(m_ranks, *mine, m_context);
    if (!begun)
        return failFrom(std::move(begun));
    if (m_parts.request.resume && begun->empty())
        return fail(ErrorCode::NotFound,
                    fmt::format("{}: no shard of {} is there to go on from{}",
                                m_parts.request.checkpointFolder.string(), m_count,
                                holdsShards(m_parts.request.checkpointFolder)
                                    ? "; there are some of a run with other --shards, which go on when they are given"
                                    : ", begin anew without --resume"));
    std::vector<WorkingPlan> agreed;
    if (m_ranks.isFirst()) {
        auto plan = planned(begun->empty() ? std::nullopt : std::optional(begun->front()), m_context);
        if (!plan)
            return failFrom(std::move(plan));
        if (begun->empty()) // each shard draws its part of the patches that coverage is measured on
            plan->coveragePatches = std::max<std::int64_t>(1, (plan->coveragePatches + m_count - 1) / m_count);
        agreed.push_back(*plan);
    }
    return everybodysValues(m_ranks, agreed, m_context).map([&](const std::vector<WorkingPlan> &plans) {
        m_plan = plans.front();
    });
}

/// Of this rank's shards, where the run goes on. Without --resume what an earlier run has left stays untouched: a later
/// one would take it for its own.
Result<std::vector<WorkingPlan>> BankShards::plansBegun() const
{
    const TrainRequest &request = m_parts.request;
    std::vector<WorkingPlan> plans;
    if (!request.resume && holdsShards(request.checkpointFolder))
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} holds shards of a run that was cut off: --resume goes on with them; remove the "
                                "folder to begin anew",
                                request.checkpointFolder.string()));
    for (std::int64_t shard = 0; request.resume && shard < m_count; ++shard) {
        if (!isMine(shard) || !(m_store.isFinished(shard) || m_store.isBegun(shard)))
            continue;
        auto plan = m_store.planOf(shard);
        if (!plan)
            return failFrom(std::move(plan));
        plans.push_back(*plan);
    }
    return plans;
}

Result<void> BankShards::trainOwn(std::int64_t first, std::int64_t end)
{
    if (!ofOneRank(first, end)) {
        const std::int64_t middle = middleOf(first, end);
        return trainOwn(first, middle).and_then([&] { return trainOwn(middle, end); });
    }
    if (!isMine(first))
        return {};
    return ownSubtree(first, end).map([&](Model &&bank) { m_subtrees[first] = std::move(bank); });
}

Result<Model> BankShards::ownSubtree(std::int64_t first, std::int64_t end)
{
    if (end - first == 1)
        return shardBank(first);
    const std::int64_t middle = middleOf(first, end);
    auto left = ownSubtree(first, middle);
    if (!left)
        return left;
    auto right = ownSubtree(middle, end);
    return right ? joined(std::move(*left), std::move(*right)) : std::move(right);
}

Result<std::optional<Model>> BankShards::joinRanks(std::int64_t first, std::int64_t end)
{
    if (ofOneRank(first, end))
        return isMine(first) ? std::optional(std::move(m_subtrees[first])) : std::nullopt;
    const std::int64_t middle = middleOf(first, end);
    auto left = joinRanks(first, middle);
    if (!left)
        return left;
    auto right = joinRanks(middle, end);
    if (!right)
        return right;
    const int from = ownerOf(middle);
    if (from != ownerOf(first)) {
        if (*right)
            return m_ranks.send(ownerOf(first), bankMessage(**right), m_context).map([] {
                return std::optional<Model>();
            });
        if (*left) {
            auto received = m_ranks.receive(from, m_context).and_then(bankOfMessage);
            if (!received)
                return failFrom(std::move(received));
            *right = std::move(*received);
        }
    }
    if (!*left)
        return std::nullopt;
    return joined(std::move(**left), std::move(**right)).map([](Model &&bank) {
        return std::optional(std::move(bank));
    });
}

/// Images are counted on from one half to the other, so that in the end they stand in the order of training.
Result<Model> BankShards::joined(Model left, Model right)
{
    const auto images = static_cast<std::int32_t>(left.info.images.size());
    left.bank.appendRows(right.bank);
    for (PatchRef origin : right.origins) {
        origin.image += images;
        left.origins.push_back(origin);
    }
    appendImages(left.info, right.info);
    left.info.versions.back().images += right.info.versions.back().images;
    TrainingFigures &sum = left.info.figures;
    const TrainingFigures &figures = right.info.figures;
    sum.images += figures.images;
    sum.patches += figures.patches;
    sum.skipped += figures.skipped;
    sum.featuresS += figures.featuresS;
    sum.checkpointsS += figures.checkpointsS;
    sum.coresetS += figures.coresetS;
    left.projection = m_parts.projection;
    if (left.bank.empty())
        return left;
    const Stopwatch watch;
    return meldRows(left, m_parts.request.threads, m_context).map([&] {
        left.info.figures.coresetS += watch.seconds();
        return std::move(left);
    });
}

Result<Model> BankShards::shardBank(std::int64_t shard)
{
    const JobContext context = contextOf(shard);
    const bool finished = m_parts.request.resume && m_store.isFinished(shard);
    const ShardStore::Expected expected{m_plan, std::ssize(imagesOf(shard)), m_parts.extractor.dimension(),
                                        m_parts.info};
    auto selected = finished ? m_store.load(shard, expected, context) : trained(shard, context);
    if (!selected)
        return failFrom(std::move(selected));
    if (finished)
        context.notice("finished in the run before");
    m_coveragePatches.push_back(std::move(selected->coveragePatches));
    if (!selected->lastProblem.empty())
        m_lastProblem = std::move(selected->lastProblem);
    return std::move(selected->model);
}

Result<SelectedBank> BankShards::trained(std::int64_t shard, const JobContext &context) const
{
    const auto images = imagesOf(shard);
    const auto planned = [&](const std::optional<WorkingPlan> &begun, const JobContext &) -> Result<WorkingPlan> {
        if (begun && *begun != m_plan)
            return fail(ErrorCode::VersionMismatch,
                        fmt::format("{}: shard {} was begun by another plan; begin anew without --resume",
                                    m_parts.request.checkpointFolder.string(), shard + 1));
        return m_plan;
    };
    BankRun bank(m_parts, images, m_store.keeper(shard), context);
    auto selected = bank.run(std::nullopt, m_parts.request.resume && m_store.isBegun(shard), planned);
    if (!selected)
        return selected;
    selected->model.info.figures.totalS = 0.0;
    // What could not be read may be there the next time.
    if (selected->model.bank.empty())
        return selected;
    // Where it cannot be kept, the run goes on: only resuming loses by it.
    const auto kept = m_store.keep(shard, std::ssize(images), m_plan, *selected, context);
    if (!kept && kept.error().code == ErrorCode::Cancelled)
        return cancelledError();
    if (!kept)
        context.notice(
            fmt::format("its bank could not be kept, --resume would train it again: {}", kept.error().detail));
    return selected;
}

/// Notices name the shard; progress counts the images of all of this rank's shards.
JobContext BankShards::contextOf(std::int64_t shard) const
{
    std::int64_t before = 0;
    std::int64_t total = 0;
    for (std::int64_t other = 0; other < m_count; ++other) {
        if (!isMine(other))
            continue;
        const auto images = std::ssize(imagesOf(other));
        total += images;
        before += other < shard ? images : 0;
    }
    const std::string name = fmt::format("shard {} of {}: ", shard + 1, m_count);
    return m_context.withNotices([this, name](const std::string &sentence) { m_context.notice(name + sentence); })
        .withProgress([this, before, total](const Progress &step) {
            const bool features = step.stage == "features";
            Progress ofAll = step;
            ofAll.done += features ? before : 0;
            ofAll.total = features ? total : step.total;
            m_context.report(ofAll);
        });
}

} // namespace patina
