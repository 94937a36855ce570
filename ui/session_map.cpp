#include "core/project/project_settings.h"
#include "core/project/project_thresholds.h"
#include "core/project/zone_mask.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

/// Thresholds of the project may be far above those of the model: the scale that all is shown on has room for them.
ScoreRange withRoomAbove(ScoreRange range)
{
    constexpr double kRoom = 1.5; // as above the model's own
    if (range.calibrated())
        range.top = std::max(range.top, kRoom * *range.reject);
    return range;
}

} // namespace

void Session::startHeat()
{
    if (!m_image || m_row < 0)
        return;
    m_heatJob.abandon();
    m_cacheJob.abandon();
    if (!m_scorer || m_document.result(m_row).state != ImageState::Scored)
        return showMap(nullptr);
    const auto inspection = m_document.inspection(m_row);
    if (!inspection) // dropped to save memory, or of another day
        return fetchInspection();
    const MapRequest request{m_scorer,       inspection,    m_image->size(), m_document.range().review,
                             rulesOn(m_row), readingMasks()};
    startMapJob([request](const JobContext &context) { return makeMapView(request, context); });
}

void Session::startRegions()
{
    if (!m_view || m_heatJob.running() || m_view->rules != rulesOn(m_row))
        return startHeat();
    const MapRequest request{m_scorer,       nullptr,       m_image->size(), m_document.range().review,
                             rulesOn(m_row), readingMasks()};
    startMapJob([request, view = m_view](const JobContext &context) { return withRegions(*view, request, context); });
}

void Session::startMapJob(const std::function<Result<std::shared_ptr<const MapView>>(const JobContext &)> &job)
{
    m_heatJob.start(job, [this](Result<std::shared_ptr<const MapView>> view) {
        showMap(view.value_or(nullptr));
        if (!view)
            complain(tr("The heatmap cannot be shown. %1").arg(Text::error(view.error())));
    });
}

/// Null: there is none.
void Session::showMap(const std::shared_ptr<const MapView> &view)
{
    const bool sameMap = view && m_view && view->heat == m_view->heat;
    m_view = view;
    if (m_row < 0 || !m_image) {
        m_review.clear();
    } else {
        const cv::Size size(m_image->size().width(), m_image->size().height());
        const std::string &image = m_document.image(m_row).id;
        if (m_project.isBlind())
            showReading(view);
        else if (view)
            m_review.show({image, m_scorer->model().hash, view->threshold.value_or(0.0), view->mapSize, size,
                           view->heat->level(0)},
                          view->regions);
        else
            m_review.showImage(image, size);
    }
    if (!sameMap)
        emit heatChanged(view ? view->heat : nullptr);
}

/// What the first reader has decided on, on the image that is shown; none while no second reading runs.
std::optional<std::vector<RunMask>> Session::readingMasks() const
{
    if (!m_project.isBlind())
        return std::nullopt;
    std::vector<RunMask> masks;
    for (const Label *label : m_project.firstLabelsOf(m_document.image(m_row).id))
        if (!label->mask.empty() && label->mask.size() == cv::Size(m_image->size().width(), m_image->size().height()))
            masks.push_back(label->mask);
    return masks;
}

/// A second reading needs no map. Its labels say what the first reader's say of where the regions come from.
void Session::showReading(const std::shared_ptr<const MapView> &view)
{
    RegionsFrom from{m_document.image(m_row).id, {}, 0.0, {}, {m_image->size().width(), m_image->size().height()}, {}};
    if (view) {
        from.mapSize = view->mapSize;
        from.map = view->heat->level(0);
    }
    for (const Label *label : m_project.firstLabelsOf(from.image))
        if (label->source == LabelSource::Region && from.modelHash.empty()) {
            from.modelHash = label->modelHash;
            from.threshold = label->threshold.value_or(0.0);
        }
    std::vector<FlaggedRegion> regions;
    if (view)
        regions = view->regions;
    else
        for (RunMask &mask : readingMasks().value_or(std::vector<RunMask>()))
            regions.push_back(pieceOf(from, std::move(mask)));
    m_review.show(std::move(from), std::move(regions));
}

CountingRules Session::rulesOn(int row) const
{
    const double scale = m_scorer ? m_scorer->model().scale : 1.0;
    return countingRulesOf(m_project.contents(), m_document.image(row).id, scale);
}

void Session::setMinimumArea(std::int64_t areaPx)
{
    std::vector<Edit> edits = minimumAreaEdits(m_project.contents(), areaPx);
    if (edits.empty() || !m_project.canWrite())
        return;
    const std::string action =
        areaPx > 1 ? fmt::format("let regions below {} pixels not count", areaPx) : "let regions of any size count";
    if (auto done = m_project.change({action, std::move(edits)}); !done)
        complain(tr("The minimum area was not kept. %1").arg(Text::error(done.error())));
}

void Session::setThresholds(double review, double reject, const std::string &rule)
{
    if (!m_document.range().calibrated() || !std::isfinite(review) || !std::isfinite(reject) || review > reject)
        return;
    if (!m_project.canWrite()) {
        const ScoreRange own = m_scorer ? m_scorer->range() : m_document.range();
        m_document.setRange(withRoomAbove({own.top, review, reject}));
        return;
    }
    changeThresholds(
        thresholdEdits(m_project.contents(), m_document.resultsOf(), {review, reject, rule}),
        fmt::format("set the thresholds to {} and {}{}", review, reject, rule.empty() ? std::string() : " by " + rule));
}

void Session::resetThresholds()
{
    if (!m_document.range().calibrated())
        return;
    if (m_project.canWrite())
        changeThresholds(thresholdResets(m_project.contents(), m_document.resultsOf()),
                         "set the thresholds back to those of the model");
    else
        m_document.setRange(modelRange());
}

void Session::changeThresholds(std::vector<Edit> edits, const std::string &action)
{
    if (edits.empty())
        return;
    if (auto done = m_project.change({action, std::move(edits)}); !done) {
        complain(tr("The thresholds were not kept. %1").arg(Text::error(done.error())));
        m_document.setRange(m_document.range()); // what moved them shows what holds
    }
}

void Session::setPolicy(const LabelPolicy &policy)
{
    std::vector<Edit> edits = policyEdits(m_project.contents(), policy);
    if (edits.empty() || !m_project.canWrite())
        return;
    if (auto done = m_project.change({"evaluate with " + labelPolicyText(policy), std::move(edits)}); !done)
        complain(tr("The labelling policy was not kept. %1").arg(Text::error(done.error())));
}

/// Those that the project has for the model, else the model's own.
void Session::useThresholds()
{
    if (m_document.resultsOf().empty())
        return;
    const ScoreRange range = m_scorer ? m_scorer->range() : m_document.range();
    m_document.setRange(withRoomAbove(withThresholds(m_project.contents(), m_document.resultsOf(), range)));
}

/// Scores of the images that other zones hold for, or of all where the minimum area is another, are found again, from
/// the patch distances where they are kept. Without a model scores are forgotten, as they are in the project.
void Session::countingChanged()
{
    const bool all = m_minimumAreaPx != minimumAreaOf(m_project.contents());
    std::vector<ScoringQueue::Known> again;
    std::vector<int> outdated;
    for (int row = 0; row < m_document.imageCount(); ++row) {
        const ImageRecord &image = m_document.image(row);
        const ImageResult &result = m_document.result(row);
        if (result.state != ImageState::Scored ||
            (!all && zonesOf(m_zones, image.id) == zonesOf(m_project.contents().zones, image.id)))
            continue;
        again.push_back({image.path, m_document.inspection(row), result.stamp});
        if (row == m_row) // looked at: it comes first
            std::rotate(again.begin(), again.end() - 1, again.end());
        outdated.push_back(row);
    }
    noteCounting();
    m_document.outdate(outdated);
    m_results.countingChanged();
    if (!m_scorer)
        forgetOutdated();
    m_queue.again(std::move(again));
    startHeat();
}

void Session::noteCounting()
{
    m_zones = m_project.contents().zones;
    m_minimumAreaPx = minimumAreaOf(m_project.contents());
}

/// No verdict stands that does not know how maps count.
void Session::forgetOutdated()
{
    for (int row = 0; row < m_document.imageCount(); ++row)
        if (m_document.result(row).outdated)
            m_document.forgetResult(row);
}

} // namespace patina
