#include "ui/document/review_queue.h"

#include "ui/document/project_document.h"
#include "ui/document/region_review.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <set>
#include <tuple>

namespace patina {

namespace {

bool hasSaid(const std::vector<const Label *> &labels, const std::function<bool(const RunMask &)> &onRegion)
{
    return std::ranges::any_of(
        labels, [&](const Label *label) { return label->source != LabelSource::Imported && onRegion(label->mask); });
}

/// A pixel of a score map in a mask of the image, which may be larger.
cv::Point inMask(cv::Point pixel, cv::Size map, cv::Size mask)
{
    const auto at = [](int x, int from, int to) {
        return static_cast<int>((2 * std::int64_t{x} + 1) * to / (2 * std::int64_t{std::max(1, from)}));
    };
    return {at(pixel.x, map.width, mask.width), at(pixel.y, map.height, mask.height)};
}

} // namespace

ReviewQueue::ReviewQueue(const Document *document, const ProjectDocument *project, const RegionReview *review,
                         QObject *parent)
    : QObject(parent), m_document(document), m_project(project), m_review(review)
{
    const auto begin = [this] {
        m_skipped.clear();
        refresh();
    };
    connect(document, &Document::datasetChanged, this, begin);
    connect(document, &Document::modelChanged, this, &ReviewQueue::refresh);
    connect(document, &Document::resultsReset, this, &ReviewQueue::refresh);
    connect(document, &Document::rangeChanged, this, &ReviewQueue::refresh);
    connect(document, &Document::resultChanged, this, [this](int row) {
        refreshRow(row);
        emit changed();
    });
    connect(document, &Document::regionsListed, this, [this](int row) {
        if (m_document->image(row).id == m_review->from().image && !m_review->from().modelHash.empty())
            return; // known by its masks
        refreshRow(row);
        emit changed();
    });
    connect(project, &ProjectDocument::projectChanged, this, begin);
    connect(project, &ProjectDocument::readerChanged, this, begin);
    connect(project, &ProjectDocument::labelsChanged, this, [this](const QString &image) {
        if (image.toStdString() == m_review->from().image && !m_review->from().modelHash.empty())
            return; // told by the review
        refreshRow(m_rows.value(image, -1));
        emit changed();
    });
    connect(review, &RegionReview::regionsChanged, this, &ReviewQueue::refreshShown);
    connect(review, &RegionReview::decisionsChanged, this, &ReviewQueue::refreshShown);
    refresh();
}

void ReviewQueue::refresh()
{
    m_rows.clear();
    m_entries.assign(static_cast<std::size_t>(m_document->imageCount()), {});
    m_decided = m_total = 0;
    for (int row = 0; row < m_document->imageCount(); ++row) {
        m_rows.insert(QString::fromStdString(m_document->image(row).id), row);
        refreshRow(row);
    }
    refreshShown();
}

void ReviewQueue::refreshRow(int row)
{
    if (row < 0 || row >= std::ssize(m_entries))
        return;
    if (!m_project->isOpen())
        put(row, {});
    else
        put(row, m_project->isBlind() ? readingEntries(row) : listedEntries(row));
}

void ReviewQueue::refreshShown()
{
    const int row = m_rows.value(QString::fromStdString(m_review->from().image), -1);
    const bool withMap = !m_review->from().modelHash.empty(); // else its regions are still to come
    if (row >= 0 && withMap && m_project->isOpen() && !m_project->isBlind())
        put(row, shownEntries());
    else if (row >= 0)
        refreshRow(row);
    emit changed();
}

void ReviewQueue::put(int row, std::vector<Entry> entries)
{
    std::vector<Entry> &place = m_entries[static_cast<std::size_t>(row)];
    const auto decided = [](const std::vector<Entry> &some) {
        return static_cast<int>(std::ranges::count(some, true, &Entry::decided));
    };
    m_decided += decided(entries) - decided(place);
    m_total += static_cast<int>(std::ssize(entries) - std::ssize(place));
    place = std::move(entries);
}

std::vector<ReviewQueue::Entry> ReviewQueue::listedEntries(int row) const
{
    const ImageResult &result = m_document->result(row);
    if (result.state != ImageState::Scored || result.outdated)
        return {};
    std::vector<Entry> entries = result.regions ? entriesOf(*result.regions, row) : std::vector<Entry>();
    if (m_document->hasUnlistedRegions(row)) // beside those that a higher threshold has
        entries.push_back({unlistedRegions, distanceOf(static_cast<float>(result.score)), false});
    return entries;
}

std::vector<ReviewQueue::Entry> ReviewQueue::entriesOf(const RegionList &listed, int row) const
{
    std::vector<Entry> entries;
    const auto labels = m_project->labelsOf(m_document->image(row).id);
    const double review = m_document->range().review.value_or(listed.threshold);
    for (const ListedRegion &region : listed.regions) {
        if (static_cast<double>(region.peak) < review) // was listed at a lower threshold
            continue;
        const auto holdsPeak = [&](const RunMask &mask) {
            return mask.contains(inMask(region.peakAt, listed.mapSize, mask.size()));
        };
        entries.push_back({region.first, distanceOf(region.peak), hasSaid(labels, holdsPeak)});
    }
    return entries;
}

/// What was painted waits for no decision.
std::vector<ReviewQueue::Entry> ReviewQueue::shownEntries() const
{
    std::set<std::int64_t> painted;
    for (const Label *label : m_project->labelsOf(m_review->from().image))
        if (label->source == LabelSource::Drawn)
            painted.insert(label->id);
    std::vector<Entry> entries;
    for (const RegionReview::Item &item : m_review->items())
        if (!item.label || !painted.contains(*item.label))
            entries.push_back(
                {firstOf(item.flagged.mask), distanceOf(item.flagged.region.peak), !item.className.empty()});
    return entries;
}

/// What the first reader has decided, by the masks.
std::vector<ReviewQueue::Entry> ReviewQueue::readingEntries(int row) const
{
    std::vector<Entry> entries;
    const std::string &image = m_document->image(row).id;
    const auto own = m_project->labelsOf(image);
    const RegionList *listed = m_document->result(row).regions.get();
    for (const Label *label : m_project->firstLabelsOf(image)) {
        if (label->mask.empty())
            continue;
        Entry entry{firstOf(label->mask), std::numeric_limits<double>::infinity(), false};
        if (listed != nullptr)
            for (const ListedRegion &region : listed->regions)
                if (label->mask.contains(inMask(region.peakAt, listed->mapSize, label->mask.size())))
                    entry.distance = std::min(entry.distance, distanceOf(region.peak));
        entry.decided = hasSaid(own, [&](const RunMask &mask) {
            return mask.size() == label->mask.size() && !common(mask, label->mask).empty();
        });
        entries.push_back(entry);
    }
    return entries;
}

double ReviewQueue::distanceOf(float peak) const
{
    const double unknown = std::numeric_limits<double>::infinity();
    return std::isfinite(peak) ? m_document->range().distanceToThreshold(static_cast<double>(peak)).value_or(unknown)
                               : unknown;
}

const ReviewQueue::Entry *ReviewQueue::find(const ReviewTarget &target) const
{
    if (target.row < 0 || target.row >= std::ssize(m_entries))
        return nullptr;
    const std::vector<Entry> &entries = m_entries[static_cast<std::size_t>(target.row)];
    const auto found = std::ranges::find(entries, target.first, &Entry::first);
    return found == entries.end() ? nullptr : &*found;
}

bool ReviewQueue::isSkipped(int row, const Entry &entry) const
{
    return std::ranges::find(m_skipped, ReviewTarget{row, entry.first}) != m_skipped.end();
}

bool ReviewQueue::isDecided(const ReviewTarget &target) const
{
    const Entry *entry = find(target);
    return entry != nullptr && entry->decided;
}

ReviewQueue::Progress ReviewQueue::progress() const
{
    Progress progress{m_decided, m_total, 0};
    for (const ReviewTarget &target : m_skipped) {
        const Entry *entry = find(target);
        progress.skipped += entry != nullptr && !entry->decided;
    }
    return progress;
}

std::optional<ReviewTarget> ReviewQueue::next(int shownRow) const
{
    std::optional<ReviewTarget> best;
    std::tuple<bool, double, bool> least;
    for (int row = 0; row < std::ssize(m_entries); ++row)
        for (const Entry &entry : m_entries[static_cast<std::size_t>(row)]) {
            if (entry.decided || (!m_skipped.empty() && isSkipped(row, entry)))
                continue;
            const bool elsewhere = row != shownRow;
            const std::tuple rank(m_order == Order::ByImage && elsewhere, entry.distance, elsewhere);
            if (best && rank >= least)
                continue;
            best = ReviewTarget{row, entry.first};
            least = rank;
        }
    if (best)
        return best;
    for (const ReviewTarget &target : m_skipped)
        if (const Entry *entry = find(target); entry != nullptr && !entry->decided)
            return target;
    return std::nullopt;
}

void ReviewQueue::skip(const ReviewTarget &target)
{
    std::erase(m_skipped, target);
    m_skipped.push_back(target);
    emit changed();
}

} // namespace patina
