#pragma once

#include "core/coreset/coreset_builder.h"
#include "core/coreset/initial_bank.h"
#include "core/coreset/patch_sampler.h"
#include "core/pipeline/checkpoint.h"

#include <memory>
#include <optional>
#include <span>

namespace patina {

/// What a training run selects its bank with: the builder, the sample it starts from where one is asked for, and the
/// sample that its coverage is measured on.
class BankSelection
{
public:
    /// \param sample patches drawn uniformly before selection; 0: all are shown to the builder as they pass.
    /// \param initial the bank to start from, if there is one; it does not take part in the two samples.
    /// \param coveragePatches drawn uniformly for takeCoveragePatches().
    /// Errors: those of CoresetBuilder::create and createFrom().
    static Result<BankSelection> create(const CoresetSettings &settings, FeatureMatrix projection, std::int64_t sample,
                                        std::int64_t coveragePatches, std::optional<InitialBank> initial,
                                        const JobContext &context);

    /// Errors: those of CoresetBuilder::add.
    Result<void> add(const FeatureMatrix &features, std::span<const PatchRef> origins, const JobContext &context);

    /// Of what is picked so far; 0: not known yet.
    double radiusL2() const { return m_builder->radiusL2(); }

    /// What a checkpoint needs; valid until patches are added.
    CheckpointView viewWith(CheckpointFacts facts) const;
    /// Nothing may have been added before. Errors: BadFormat (parts that do not belong together), Cancelled.
    Result<void> restoreFrom(Checkpoint &checkpoint, const JobContext &context);

    /// Errors: those of CoresetBuilder. The selection is spent but for takeCoveragePatches().
    Result<Coreset> finish(const JobContext &context);
    /// n x d, drawn of all patches that were added.
    FeatureMatrix takeCoveragePatches() { return m_coverageSample.take().features; }

private:
    BankSelection(std::unique_ptr<CoresetBuilder> builder, std::int64_t sample, std::int64_t coveragePatches,
                  std::uint64_t seed);

    std::unique_ptr<CoresetBuilder> m_builder;
    std::optional<PatchSampler> m_sample;
    PatchSampler m_coverageSample;
};

} // namespace patina
