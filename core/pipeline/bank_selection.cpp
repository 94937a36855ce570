#include "core/pipeline/bank_selection.h"

namespace patina {

namespace {

constexpr std::uint64_t coverageSeedOffset = 0x5eed;

} // namespace

BankSelection::BankSelection(std::unique_ptr<CoresetBuilder> builder, std::int64_t sample, std::int64_t coveragePatches,
                             std::uint64_t seed)
    : m_builder(std::move(builder)), m_coverageSample(coveragePatches, seed + coverageSeedOffset)
{
    if (sample > 0)
        m_sample.emplace(sample, seed);
}

Result<BankSelection> BankSelection::create(const CoresetSettings &settings, FeatureMatrix projection,
                                            std::int64_t sample, std::int64_t coveragePatches,
                                            std::optional<InitialBank> initial, const JobContext &context)
{
    auto builder = initial ? createFrom(std::move(*initial), settings, projection, context)
                           : CoresetBuilder::create(settings, std::move(projection));
    if (!builder)
        return failFrom(std::move(builder));
    return BankSelection(std::move(*builder), sample, coveragePatches, settings.seed);
}

Result<void> BankSelection::add(const FeatureMatrix &features, std::span<const PatchRef> origins,
                                const JobContext &context)
{
    m_coverageSample.add(features, origins);
    if (!m_sample)
        return m_builder->add(features, origins, context);
    m_sample->add(features, origins);
    return {};
}

CheckpointView BankSelection::viewWith(CheckpointFacts facts) const
{
    CheckpointView view{std::move(facts), m_builder->state(), m_coverageSample.state(), {}};
    if (m_sample)
        view.drawn.emplace(m_sample->state());
    return view;
}

Result<void> BankSelection::restoreFrom(Checkpoint &checkpoint, const JobContext &context)
{
    if (checkpoint.drawn.has_value() != m_sample.has_value())
        return fail(ErrorCode::BadFormat, "the checkpoint's parts do not belong together");
    return m_builder->restore(std::move(checkpoint.builder), context)
        .and_then([&] { return m_coverageSample.restore(std::move(checkpoint.coverage)); })
        .and_then([&] { return m_sample ? m_sample->restore(std::move(*checkpoint.drawn)) : Result<void>{}; });
}

Result<Coreset> BankSelection::finish(const JobContext &context)
{
    if (m_sample) {
        const auto drawn = m_sample->take();
        m_sample.reset();
        if (auto shown = m_builder->add(drawn.features, drawn.origins, context); !shown)
            return failFrom(std::move(shown));
    }
    auto coreset = m_builder->finish(context);
    m_builder.reset();
    return coreset;
}

} // namespace patina
