#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/coreset/coreset_state.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// How a bank of K rows is picked from patches that pass by one block (image or strip) at a time.
enum class CoresetStrategy {
    Reservoir, ///< greedy over a uniform sample of the patches together with a gated net of K; over all where they fit
    Gated, ///< add what is farther than r from the bank; over the working cap reduce and raise r; at the end reduce to
           ///< K
    MeldReduce, ///< greedy picks of the block joined with the bank, reduced to K
    Tree,       ///< summaries of K rows, two of a level joined and reduced: errors add up over log2(blocks) levels only
    Union,      ///< each image's own greedy picks, as many for one as for another: the cheap baseline
    Offline,    ///< plain greedy over everything: the yardstick; memory grows with the data
    Random,     ///< uniform reservoir of K rows: the baseline that must be beaten
};

/// "reservoir", "gated", "meld-reduce", "tree", "union", "offline", "random"
std::vector<std::string> strategyNames();
std::string_view strategyName(CoresetStrategy strategy);
Result<CoresetStrategy> strategyFromName(std::string_view name);

/// The largest K: no product of rows, columns and bytes overflows with it, nor does the 32-bit count of greedy picks.
inline constexpr std::int64_t largestBankSize = 10'000'000;
inline constexpr std::int64_t largestReservoir = std::int64_t{1} << 31;

struct CoresetSettings
{
    CoresetStrategy strategy = CoresetStrategy::Reservoir;
    std::int64_t bankSize = 10'000;         ///< K, 1..largestBankSize
    std::int64_t reservoirRows = 1'000'000; ///< reservoir: patches in the sample, 1..largestReservoir; at least K are
    std::uint64_t seed = 0;
    int threads = 0;            ///< 0 = all cores; the result does not depend on it
    double workingFactor = 2.0; ///< gated and reservoir: working cap of the net = workingFactor * K
};

/// A picked bank. Frozen rows come first; the others are in the order they were picked by the last greedy pass, if
/// there was one.
struct Coreset
{
    FeatureMatrix rows;            ///< m x d, full dimension, m <= K
    std::vector<PatchRef> origins; ///< m
    double greedyRadiusL2 = 0.0;   ///< largest radius a reduction to K reached, in selection space; 0: there was none
};

/// Builds a coreset from blocks. Selection works on projected features, rows are kept in full dimension.
/// Memory is bounded by the bank, the working set or reservoir and one block, except for Offline.
/// The same blocks, settings and seed give the same bank, bit for bit, on any number of threads. Offline and Random do
/// not depend on how the patches are cut into blocks; Reservoir does not while all of them fit.
class CoresetBuilder
{
public:
    virtual ~CoresetBuilder() = default;

    /// \param projection d x p, or d x 0 for selecting in the full dimension; 0 x 0 leaves d to the first block.
    /// Errors: BadArgument (bankSize outside 1..largestBankSize, reservoirRows outside 1..largestReservoir,
    /// workingFactor outside 1..100).
    static Result<std::unique_ptr<CoresetBuilder>> create(const CoresetSettings &settings, FeatureMatrix projection);

    /// Makes rows of an earlier bank the first of this one: they stay, and count among the K; new rows are chosen for
    /// what they do not cover (Random: drawn). Nothing may have been added before.
    /// \param rows fewer than K, of the dimension of the projection where there is one, finite. Errors: Cancelled.
    virtual Result<void> freeze(FeatureMatrix rows, std::vector<PatchRef> origins, const JobContext &context) = 0;

    /// Shows rows of an earlier bank that compete with what is added: like patches, where a strategy makes no
    /// difference. Nothing may have been added before. Errors: those of add().
    virtual Result<void> addEarlier(const FeatureMatrix &rows, std::span<const PatchRef> origins,
                                    const JobContext &context)
    {
        return add(rows, origins, context);
    }

    /// \param features n x d, finite. \param origins n.
    /// Errors: ShapeMismatch, BadArgument (non-finite feature), Cancelled (the builder must then be dropped).
    virtual Result<void> add(const FeatureMatrix &features, std::span<const PatchRef> origins,
                             const JobContext &context) = 0;

    /// Within which its rows cover what has passed, L2 as the selection measures it; 0: it does not know, or holds all.
    virtual double radiusL2() const { return 0.0; }

    /// What it holds; valid until rows are added.
    virtual CoresetStateView state() const = 0;
    /// Goes on from what a builder of the same settings, projection and earlier bank held: then everything that follows
    /// is the same, bit for bit. Rows added before are dropped. \param state may come from a damaged file.
    /// Errors: BadFormat (not a state of this strategy), Cancelled.
    virtual Result<void> restore(CoresetState state, const JobContext &context) = 0;

    /// The bank; all rows seen where they are no more than K, without those that a greedy pass found equal to another.
    /// The builder is spent afterwards. Errors: Cancelled.
    virtual Result<Coreset> finish(const JobContext &context) = 0;
};

/// Rows that the reservoir strategy may hold at the end, its net among them; those of an earlier bank come on top.
std::int64_t reservoirRoom(const CoresetSettings &settings);

/// Seeded Gaussian random projection d x p with entries N(0, 1/p) (Johnson-Lindenstrauss; PatchCore sec. 3.2): squared
/// distances keep their expectation.
FeatureMatrix randomProjection(int dim, int projectedDim, std::uint64_t seed);

/// features (n x d) times projection (d x p); a copy of features where p is 0. The same on every thread count.
/// Errors: Cancelled.
Result<FeatureMatrix> project(const FeatureMatrix &features, const FeatureMatrix &projection, int threads,
                              const JobContext &context);

} // namespace patina
