#pragma once

#include "core/pipeline/bank_run.h"
#include "core/pipeline/shard_store.h"
#include "core/ranks/rank_group.h"

#include <map>
#include <string>
#include <vector>

namespace patina {

/// The bank of all shards, on every rank.
struct ShardedBank
{
    Model model;                                ///< see SelectedBank; times are those of all shards together
    std::vector<FeatureMatrix> coveragePatches; ///< of the shards that this rank has trained, in their order
    WorkingPlan plan;                           ///< the same for every shard
    std::string lastProblem;                    ///< of an image that was skipped
};

/// Parts that the training images are cut into: what was asked for; one for each rank where nothing was.
std::int64_t shardCount(const TrainRequest &request, const RankGroup &ranks);

/// What banks of shards take that a rank holds while it trains the next.
std::int64_t shardBytes(const TrainRequest &request, const RankGroup &ranks, int dim);

/// Trains a bank of each shard, a run of the training images in the order in which they are shown, and joins them two
/// and two in a fixed binary tree (composable coresets: Indyk, Mahabadi, Mahdian and Mirrokni, PODS 2014; meldRows()).
/// The shards, the plan and the tree decide the bank, bit for bit; ranks only share the work: each trains the shards of
/// one stretch, and the owner of a subtree's first shard joins its halves. Each shard has its own checkpoint in the
/// request's folder; a finished one keeps its bank there, so that a run that goes on trains no shard twice. What lies
/// there decides nothing: ranks may have folders of their own.
class BankShards
{
public:
    /// \param images to show, in that order. \param settings of the run, for the checkpoints. Parts, images and ranks
    /// outlive it.
    BankShards(const BankRunParts &parts, std::span<const std::size_t> images,
               std::map<std::string, std::string> settings, RankGroup &ranks, const JobContext &context);

    /// \param planned asked on the first rank, once, for all shards; by the plan that shards of an earlier run have
    /// followed where the run goes on. Progress stages: "features" (images of this rank's shards), "coreset".
    /// Errors: BadArgument (more shards than images; what does not go with shards; shards of an
    /// earlier run are there and it does not go on); those of BankRun; NotFound (no
    /// shard is there to go on from); those of other ranks.
    Result<ShardedBank> run(const PlanRun &planned);

private:
    std::span<const std::size_t> imagesOf(std::int64_t shard) const;
    Result<void> checkRequest() const;
    int ownerOf(std::int64_t shard) const;
    bool ofOneRank(std::int64_t first, std::int64_t end) const { return ownerOf(first) == ownerOf(end - 1); }
    bool isMine(std::int64_t shard) const { return ownerOf(shard) == m_ranks.rank(); }
    Result<void> agreeOnPlan(const PlanRun &planned);
    Result<std::vector<WorkingPlan>> plansBegun() const;
    /// Trains and joins what this rank alone owns of the shards from `first` to before `end`, into m_subtrees.
    Result<void> trainOwn(std::int64_t first, std::int64_t end);
    Result<Model> ownSubtree(std::int64_t first, std::int64_t end);
    /// Joins what several ranks own; the owner of the first shard has what comes out.
    Result<std::optional<Model>> joinRanks(std::int64_t first, std::int64_t end);
    Result<Model> joined(Model left, Model right);
    Result<Model> shardBank(std::int64_t shard);
    Result<SelectedBank> trained(std::int64_t shard, const JobContext &context) const;
    JobContext contextOf(std::int64_t shard) const;

    const BankRunParts &m_parts;
    std::span<const std::size_t> m_images;
    RankGroup &m_ranks;
    JobContext m_context; ///< for what this rank does for all
    std::int64_t m_count; ///< of shards
    ShardStore m_store;
    WorkingPlan m_plan;                       ///< of each shard
    std::map<std::int64_t, Model> m_subtrees; ///< of this rank alone, by their first shard
    std::vector<FeatureMatrix> m_coveragePatches;
    std::string m_lastProblem;
};

} // namespace patina
