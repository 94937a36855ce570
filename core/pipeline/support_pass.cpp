#include "core/pipeline/support_pass.h"

#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/support_reading.h"
#include "core/pipeline/suspect_regions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace patina {

namespace {

constexpr std::int64_t fewestImages = 20; ///< with fewer, what few of them show says nothing
constexpr double mostLone = 0.1;          ///< of the new rows; more is no contamination
constexpr double fewLone = 0.01;          ///< then these, the loneliest, are looked at

class SupportRun
{
public:
    SupportRun(Model &model, double radiusL2, const TrainRequest &request, TrainingImages &images, TrainingSplit &split,
               RankGroup &ranks, const JobContext &context)
        : m_model(model), m_radius(radiusL2), m_request(request), m_rule(request.support), m_images(images),
          m_split(split), m_ranks(ranks), m_context(ranks.common(context)),
          m_version(static_cast<std::int32_t>(model.info.versions.size() - 1)),
          m_nearby(nearbyImages(model.info.versions.back().images))
    {
    }

    Result<void> run()
    {
        m_model.info.supportRule = supportRuleText(m_rule);
        if (auto prepared = prepareProbes(); !prepared)
            return prepared;
        if (auto counted = count(); !counted)
            return counted;
        const std::vector<SuspectRow> suspect = suspectRows();
        noteSuspects(suspect);
        dropRows(suspect);
        return {};
    }

private:
    struct SuspectRow
    {
        std::size_t row;
        double loneliness;
    };

    bool isNew(std::size_t row) const { return m_model.origins[row].dataset == m_version; }

    /// Why standing alone says nothing; empty where it does.
    std::string whyNot() const
    {
        if (m_model.info.versions.back().images < fewestImages)
            return fmt::format("{} training images are too few", m_model.info.versions.back().images);
        if (!(m_radius > 0.0))
            return "the bank holds every patch that it was measured on; a smaller bank tells more";
        return {};
    }

    Result<void> prepareProbes()
    {
        if (const std::string why = whyNot(); !why.empty()) {
            m_context.notice(fmt::format("contamination cannot be told from what is rare: {}", why));
            return {};
        }
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < m_model.origins.size(); ++row)
            if (isNew(row))
                rows.push_back(row);
        const FeatureMatrix earlier = earlierRows();
        BlockSearch search(earlier, m_request.threads);
        if (!earlier.empty())
            if (auto apart = farFrom(search, rows); !apart)
                return apart;
        m_probes.rows.emplace(m_model.bank, m_model.origins, std::move(rows), m_nearby, suspectFrom * m_radius);
        return HeldOutSuspects::find(m_model.bank, {m_radius, m_nearby, earlier.empty() ? nullptr : &search}, m_request,
                                     m_split.heldOut, m_images, m_ranks, m_context)
            .map([&](HeldOutSuspects &&found) { m_probes.heldOut.emplace(std::move(found)); });
    }

    FeatureMatrix earlierRows() const
    {
        FeatureMatrix earlier(0, m_model.bank.dim());
        for (std::size_t row = 0; row < m_model.origins.size(); ++row)
            if (!isNew(row))
                earlier.appendRow(m_model.bank.row(static_cast<std::int64_t>(row)));
        return earlier;
    }

    /// Drops what a row of an earlier version bears out.
    Result<void> farFrom(BlockSearch &earlier, std::vector<std::size_t> &rows) const
    {
        FeatureMatrix queries(0, m_model.bank.dim());
        for (const std::size_t row : rows)
            queries.appendRow(m_model.bank.row(static_cast<std::int64_t>(row)));
        return earlier.nearestL2(queries, m_context.quiet()).map([&](const std::vector<float> &distances) {
            std::vector<std::size_t> apart;
            for (std::size_t i = 0; i < rows.size(); ++i)
                if (static_cast<double>(distances[i]) >= suspectFrom * m_radius)
                    apart.push_back(rows[i]);
            rows = std::move(apart);
        });
    }

    Result<void> count()
    {
        return readForSupport(m_model, m_request, m_images, m_probes, m_ranks, m_context)
            .map([&](SupportReading &&reading) {
                m_unread = reading.unread;
                m_model.support = std::move(reading.support);
                for (std::size_t row = 0; row < m_model.support.size(); ++row)
                    if (!isNew(row))
                        m_model.support[row] = -1; // images of its own version did not pass
            });
    }

    /// What is suspect, the loneliest first. Where much stands alone, little of it: that is no contamination.
    std::vector<SuspectRow> suspectRows()
    {
        std::vector<SuspectRow> rows;
        for (const PatchProbe::Found &found : m_probes.rows ? m_probes.rows->take() : std::vector<PatchProbe::Found>())
            if (std::isfinite(found.distanceL2))
                rows.push_back({found.patch, static_cast<double>(found.distanceL2) / m_radius});
        std::ranges::stable_sort(rows, std::greater{}, &SuspectRow::loneliness);
        const auto alone =
            std::ranges::count_if(rows, [](const SuspectRow &row) { return row.loneliness >= loneFrom; });
        const auto added = static_cast<double>(newRows());
        if (static_cast<double>(alone) > mostLone * added) {
            m_tooMany = true;
            m_context.notice(fmt::format("{} of {} rows stand alone, too many to be contamination: only the loneliest "
                                         "are suspect; a smaller bank or more images tell more",
                                         alone, newRows()));
            rows.resize(std::max<std::size_t>(1, static_cast<std::size_t>(fewLone * added)));
        }
        return rows;
    }

    std::int64_t newRows() const { return std::ranges::count(m_model.origins, m_version, &PatchRef::dataset); }

    void noteSuspects(const std::vector<SuspectRow> &rows)
    {
        HeldOutSuspects::Found heldOut;
        if (m_probes.heldOut)
            heldOut = m_probes.heldOut->take(m_request.dataset);
        if (m_tooMany)
            heldOut = {};
        for (const SuspectRow &row : rows) {
            const PatchRef &origin = m_model.origins[row.row];
            heldOut.patches.push_back(
                {m_model.info.images[static_cast<std::size_t>(origin.image)], origin, row.loneliness, 1});
        }
        m_model.info.suspects = suspectRegions(std::move(heldOut.patches), m_images.stridePx() / m_model.info.scale);
        if (m_rule.kind != SupportRule::Kind::Auto || heldOut.alone.empty())
            return;
        std::erase_if(m_split.heldOut, [&](std::size_t image) { return heldOut.alone.contains(image); });
        for (const std::size_t image : heldOut.alone)
            m_model.info.excludedImages.push_back(storedId(m_request.dataset.images[image].id));
        m_context.notice(
            fmt::format("{} held-out images are not used for the score scale: something in them stands alone",
                        heldOut.alone.size()));
    }

    void dropRows(const std::vector<SuspectRow> &suspect)
    {
        const std::vector<bool> gone =
            m_rule.kind == SupportRule::Kind::Auto ? standingAlone(suspect) : supportedBelow(m_rule.images);
        const auto dropped = std::ranges::count(gone, true);
        if (dropped == 0)
            return;
        if (m_unread > 0) {
            m_context.notice(fmt::format("all rows stay: {} images that were trained on could not be read again, and "
                                         "may bear out the {} rows that would go",
                                         m_unread, dropped));
            return;
        }
        if (dropped == newRows()) {
            m_context.notice(fmt::format("all rows stay: none has a support of {} images", m_rule.images));
            return;
        }
        m_model.info.droppedRows = dropped;
        keepRows(gone);
    }

    std::vector<bool> standingAlone(const std::vector<SuspectRow> &suspect) const
    {
        std::vector<bool> gone(m_model.origins.size(), false);
        for (const SuspectRow &row : suspect)
            gone[row.row] = row.loneliness >= loneFrom;
        return gone;
    }

    std::vector<bool> supportedBelow(int images) const
    {
        std::vector<bool> rows(m_model.origins.size());
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[row] = isNew(row) && m_model.support[row] < images;
        return rows;
    }

    void keepRows(const std::vector<bool> &gone)
    {
        FeatureMatrix bank(0, m_model.bank.dim());
        bank.reserve(m_model.bank.rows());
        std::vector<PatchRef> origins;
        std::vector<std::int32_t> support;
        for (std::size_t row = 0; row < gone.size(); ++row) {
            if (gone[row])
                continue;
            bank.appendRow(m_model.bank.row(static_cast<std::int64_t>(row)));
            origins.push_back(m_model.origins[row]);
            support.push_back(m_model.support[row]);
        }
        m_model.bank = std::move(bank);
        m_model.origins = std::move(origins);
        m_model.support = std::move(support);
    }

    Model &m_model;
    double m_radius; ///< L2, of the bank
    const TrainRequest &m_request;
    SupportRule m_rule;
    TrainingImages &m_images;
    TrainingSplit &m_split;
    RankGroup &m_ranks;
    JobContext m_context; ///< for what all ranks do alike
    std::int32_t m_version;
    int m_nearby;
    bool m_tooMany = false;    ///< rows that stand alone
    std::int64_t m_unread = 0; ///< training images that the first pass had read
    SupportProbes m_probes;
};

} // namespace

Result<void> supportPass(Model &model, double radiusL2, const TrainRequest &request, TrainingImages &images,
                         TrainingSplit &split, RankGroup &ranks, const JobContext &context)
{
    if (request.support.kind == SupportRule::Kind::Off)
        return {};
    return SupportRun(model, radiusL2, request, images, split, ranks, context).run();
}

} // namespace patina
