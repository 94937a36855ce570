#include "core/pipeline/support_pass.h"

#include "core/coreset/row_support.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/held_out_suspects.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>

namespace patina {

namespace {

constexpr std::int64_t fewestImages = 20; ///< with fewer, what one image alone shows says nothing
constexpr double mostLone = 0.1;          ///< of the bank; more is no contamination
constexpr std::size_t mostSuspects = 200; ///< the loneliest regions
constexpr int besidePatches = 2; ///< rows this near belong to one region; a feature reaches one patch beyond its own

class SupportRun
{
public:
    SupportRun(Model &model, double radiusL2, const TrainRequest &request, const TrainingImages &images,
               TrainingSplit &split, const JobContext &context)
        : m_model(model), m_radius(radiusL2), m_request(request), m_rule(request.support), m_images(images),
          m_split(split), m_context(context), m_version(static_cast<std::int32_t>(model.info.versions.size() - 1)),
          m_nearby(nearbyImages(model.info.versions.back().images))
    {
    }

    Result<void> run()
    {
        m_model.info.supportRule = supportRuleText(m_rule);
        if (auto prepared = prepareProbes(); !prepared)
            return prepared;
        auto support = count();
        if (!support)
            return failFrom(std::move(support));
        m_model.support = std::move(*support);
        const std::vector<LoneRow> suspect = suspectRows();
        noteSuspects(suspect);
        dropRows(suspect);
        return {};
    }

private:
    struct LoneRow
    {
        std::size_t row;
        double loneliness;
    };

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
        std::vector<std::size_t> own;
        for (std::size_t row = 0; row < m_model.origins.size(); ++row)
            if (m_model.origins[row].dataset == m_version)
                own.push_back(row);
        m_rows.emplace(m_model.bank, m_model.origins, std::move(own), m_nearby, suspectFrom * m_radius,
                       m_request.threads);
        return HeldOutSuspects::find(m_model.bank, {m_radius, m_nearby}, m_request, m_split.heldOut, m_images,
                                     m_context)
            .map([&](HeldOutSuspects &&found) { m_heldOut.emplace(std::move(found)); });
    }

    Result<std::vector<std::int32_t>> count()
    {
        std::map<std::string, const ImageRecord *> records;
        for (const ImageRecord &record : m_request.dataset.images)
            records[storedId(record.id)] = &record;
        SupportCounter counter(m_model.bank, m_model.origins, m_request.threads);
        const auto end = static_cast<std::int64_t>(m_model.info.images.size());
        const std::int64_t first = end - m_model.info.versions.back().images;
        for (std::int64_t i = first; i < end; ++i) {
            m_context.report("support", i - first, end - first);
            const PatchRef image{m_version, static_cast<std::int32_t>(i), 0, 0};
            const ImageRecord &record = *records.at(m_model.info.images[static_cast<std::size_t>(i)]);
            const auto add = [&](const FeatureMatrix &features, std::span<const PatchRef>) {
                return counter.add(features, image, m_context.quiet()).and_then([&] { return probe(features, image); });
            };
            auto shown = m_images.show(record, image, add, m_context.quiet());
            if (!shown && (m_request.strict || shown.error().code == ErrorCode::Cancelled))
                return failFrom(std::move(shown));
            if (!shown)
                m_context.notice(
                    fmt::format("{} counts no further for the support of rows: {}", record.id, shown.error().detail));
        }
        m_context.report("support", end - first, end - first);
        return counter.take();
    }

    Result<void> probe(const FeatureMatrix &features, const PatchRef &image)
    {
        if (features.empty() || !m_rows || (m_rows->done() && m_heldOut->done()))
            return {};
        auto block = NeighbourIndex::create(features, m_request.threads);
        if (!block)
            return failFrom(std::move(block));
        return m_rows->add(**block, image, m_context.quiet()).and_then([&] {
            return m_heldOut->add(**block, image, m_context.quiet());
        });
    }

    /// What is suspect, the loneliest first.
    std::vector<LoneRow> suspectRows()
    {
        std::vector<LoneRow> rows;
        for (const PatchProbe::Found &found : m_rows ? m_rows->take() : std::vector<PatchProbe::Found>())
            if (std::isfinite(found.distanceL2))
                rows.push_back({found.patch, static_cast<double>(found.distanceL2) / m_radius});
        std::ranges::stable_sort(rows, std::greater{}, &LoneRow::loneliness);
        return rows;
    }

    void noteSuspects(const std::vector<LoneRow> &rows)
    {
        auto &suspects = m_model.info.suspects;
        for (const LoneRow &row : rows) {
            const PatchRef &origin = m_model.origins[row.row];
            noteSuspect(m_model.info.images[static_cast<std::size_t>(origin.image)], origin, row.loneliness, 1);
        }
        std::set<std::size_t> alone;
        for (const LonePatch &patch : m_heldOut ? m_heldOut->take() : std::vector<LonePatch>()) {
            noteSuspect(storedId(m_request.dataset.images[patch.record].id), patch.origin, patch.loneliness, 0);
            if (patch.loneliness >= loneFrom)
                alone.insert(patch.record);
        }
        std::ranges::stable_sort(suspects, std::greater{}, &SuspectRegion::loneliness);
        suspects.resize(std::min(suspects.size(), mostSuspects));
        for (SuspectRegion &region : suspects)
            region.areaPx = inImage(region.areaPx);
        if (m_rule.kind != SupportRule::Kind::Auto || alone.empty())
            return;
        std::erase_if(m_split.heldOut, [&](std::size_t image) { return alone.contains(image); });
        m_context.notice(fmt::format(
            "{} held-out images are not used for the score scale: something in them stands alone", alone.size()));
    }

    void dropRows(const std::vector<LoneRow> &suspect)
    {
        const std::vector<bool> gone =
            m_rule.kind == SupportRule::Kind::Auto ? standingAlone(suspect) : supportedBelow(m_rule.images);
        const auto dropped = std::ranges::count(gone, true);
        if (dropped == m_model.bank.rows()) {
            m_context.notice(fmt::format("all rows stay: none has a support of {} images", m_rule.images));
            return;
        }
        m_model.info.droppedRows = dropped;
        keepRows(gone);
    }

    std::vector<bool> standingAlone(const std::vector<LoneRow> &suspect) const
    {
        auto count = std::ranges::count_if(suspect, [](const LoneRow &row) { return row.loneliness >= loneFrom; });
        const auto rows = m_model.bank.rows();
        if (static_cast<double>(count) > mostLone * static_cast<double>(rows)) {
            m_context.notice(fmt::format("{} of {} rows stand alone, too many to be contamination: only the loneliest "
                                         "are dropped; a smaller bank or more images tell more",
                                         count, rows));
            count = rows / 100;
        }
        std::vector<bool> gone(m_model.origins.size(), false);
        for (const LoneRow &row : std::span(suspect).first(static_cast<std::size_t>(count)))
            gone[row.row] = true;
        return gone;
    }

    std::vector<bool> supportedBelow(int images) const
    {
        std::vector<bool> rows(m_model.origins.size());
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[row] = m_model.origins[row].dataset == m_version && m_model.support[row] < images;
        return rows;
    }

    /// Adds the patch to the region of its image that it lies beside, or begins one; in patches of the grid.
    /// \param rows of the bank that it is.
    void noteSuspect(const std::string &image, const PatchRef &origin, double lonely, std::int32_t rows)
    {
        const cv::Rect own(origin.column - 1, origin.row - 1, 3, 3);
        const cv::Rect near(own.x - besidePatches, own.y - besidePatches, own.width + 2 * besidePatches,
                            own.height + 2 * besidePatches);
        auto &suspects = m_model.info.suspects;
        const auto beside = std::ranges::find_if(suspects, [&](const SuspectRegion &region) {
            return region.image == image && (region.areaPx & near).area() > 0;
        });
        if (beside != suspects.end()) {
            beside->areaPx |= own;
            beside->rows += rows;
        } else if (suspects.size() < 2 * mostSuspects) { // of rows and of held-out images, before they are merged
            suspects.push_back({image, own, lonely, rows});
        }
    }

    /// From patches of the grid to pixels of the image file.
    cv::Rect inImage(const cv::Rect &patches) const
    {
        const double px = m_images.stridePx() / m_model.info.scale;
        const auto at = [&](int patch) { return std::max(0, static_cast<int>(std::lround(patch * px))); };
        const int left = at(patches.x);
        const int top = at(patches.y);
        return {left, top, at(patches.x + patches.width) - left, at(patches.y + patches.height) - top};
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
    const TrainingImages &m_images;
    TrainingSplit &m_split;
    const JobContext &m_context;
    std::int32_t m_version;
    int m_nearby;
    std::optional<PatchProbe> m_rows;
    std::optional<HeldOutSuspects> m_heldOut;
};

} // namespace

Result<void> supportPass(Model &model, double radiusL2, const TrainRequest &request, const TrainingImages &images,
                         TrainingSplit &split, const JobContext &context)
{
    if (request.support.kind == SupportRule::Kind::Off)
        return {};
    return SupportRun(model, radiusL2, request, images, split, context).run();
}

} // namespace patina
