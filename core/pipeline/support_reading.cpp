#include "core/pipeline/support_reading.h"

#include "core/coreset/row_support.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/rank_messages.h"

#include <fmt/format.h>

#include <map>
#include <span>
#include <string>

namespace patina {

namespace {

/// The part of one rank.
class Reading
{
public:
    Reading(const Model &model, const TrainRequest &request, TrainingImages &images, SupportProbes &probes,
            const JobContext &context)
        : m_model(model), m_request(request), m_images(images), m_probes(probes), m_context(context),
          m_counter(model.bank, model.origins, request.threads),
          m_directions(probes.rows ? PrefixSpace(model.bank, context) : PrefixSpace()),
          m_version(static_cast<std::int32_t>(model.info.versions.size() - 1))
    {
        for (const ImageRecord &record : request.dataset.images)
            m_records[storedId(record.id)] = &record;
    }

    Result<void> run(const RankGroup &ranks)
    {
        const auto end = static_cast<std::int64_t>(m_model.info.images.size());
        const std::int64_t first = end - m_model.info.versions.back().images;
        for (std::int64_t image = first + ranks.rank(); image < end; image += ranks.size()) {
            m_context.report({"support", image - first, end - first, m_patches});
            const std::int64_t next = image + ranks.size();
            if (auto done = show(image, next < end ? &recordOf(next) : nullptr); !done)
                return done;
        }
        m_context.report("support", end - first, end - first);
        return {};
    }

    SupportReading take() { return {m_counter.take(), m_unread}; }

private:
    const ImageRecord &recordOf(std::int64_t image) const
    {
        return *m_records.at(m_model.info.images[static_cast<std::size_t>(image)]);
    }

    Result<void> show(std::int64_t number, const ImageRecord *next)
    {
        const PatchRef image{m_version, static_cast<std::int32_t>(number), 0, 0};
        const ImageRecord &record = recordOf(number);
        bool searched = true; // or the image could not be read
        const auto add = [&](const FeatureMatrix &features, std::span<const PatchRef>) {
            m_patches += features.rows();
            auto added = m_counter.add(features, image, m_context.quiet()).and_then([&](const Neighbours &nearest) {
                return probe(features, nearest, image);
            });
            searched = added.has_value();
            return added;
        };
        auto shown = m_images.show(record, next, image, add, m_context.quiet());
        if (shown || shown.error().code == ErrorCode::Cancelled)
            return shown;
        if (m_request.strict || !searched)
            return fail(shown.error().code, fmt::format("{}: {}", record.id, shown.error().detail));
        ++m_unread;
        m_context.notice(
            fmt::format("{} counts no further for the support of rows: {}", record.id, shown.error().detail));
        return {};
    }

    Result<void> probe(const FeatureMatrix &features, const Neighbours &nearest, const PatchRef &image)
    {
        if (!m_probes.rows || (m_probes.rows->done() && m_probes.heldOut->done()))
            return {};
        BlockSearch block(features, m_request.threads, &m_directions);
        return m_probes.rows->add(block, &nearest, image, m_context.quiet()).and_then([&] {
            return m_probes.heldOut->add(block, image, m_context.quiet());
        });
    }

    const Model &m_model;
    const TrainRequest &m_request;
    TrainingImages &m_images;
    SupportProbes &m_probes;
    const JobContext &m_context;
    SupportCounter m_counter;
    PrefixSpace m_directions; ///< of the bank, which serve its images as well
    std::map<std::string, const ImageRecord *> m_records;
    std::int32_t m_version;
    std::int64_t m_unread = 0;
    std::int64_t m_patches = 0; ///< that have passed
};

Result<void> joinProbe(PatchProbe &probe, RankGroup &ranks, const JobContext &context)
{
    return everybodysValues(ranks, probe.followed(), context).map([&](std::vector<PatchProbe::Followed> &&all) {
        probe.join(std::move(all), ranks.size());
    });
}

/// A row's support is counted from 1 on, its own image, on every rank.
Result<SupportReading> joined(SupportReading mine, RankGroup &ranks, const JobContext &context)
{
    const std::size_t rows = mine.support.size();
    auto counts = everybodysValues(ranks, mine.support, context);
    if (!counts)
        return failFrom(std::move(counts));
    for (std::size_t row = 0; row < rows; ++row) {
        mine.support[row] = 1;
        for (std::size_t i = row; i < counts->size(); i += rows)
            mine.support[row] += (*counts)[i] - 1;
    }
    return everybodysValues(ranks, std::vector{mine.unread}, context).map([&](const std::vector<std::int64_t> &all) {
        mine.unread = 0;
        for (const std::int64_t unread : all)
            mine.unread += unread;
        return std::move(mine);
    });
}

} // namespace

Result<SupportReading> readForSupport(const Model &model, const TrainRequest &request, TrainingImages &images,
                                      SupportProbes &probes, RankGroup &ranks, const JobContext &context)
{
    const JobContext own = ranks.own(context);
    Reading reading(model, request, images, probes, own);
    if (auto read = reading.run(ranks); !read)
        return failFrom(std::move(read));
    if (ranks.isAlone())
        return reading.take();
    if (probes.rows) {
        auto rows = joinProbe(*probes.rows, ranks, own);
        auto heldOut = rows ? joinProbe(probes.heldOut->probe(), ranks, own) : rows;
        if (!heldOut)
            return failFrom(std::move(heldOut));
    }
    return joined(reading.take(), ranks, own);
}

} // namespace patina
