#include "ui/document/region_review.h"

#include "core/dataset/class_name.h"
#include "ui/document/project_document.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

std::string countOf(std::size_t regions)
{
    return regions == 1 ? "a region" : fmt::format("{} regions", regions);
}

std::string actionFor(std::size_t regions, const std::string &className)
{
    return className == goodClassName ? fmt::format("call {} a false alarm", countOf(regions))
                                      : fmt::format("label {} as {}", countOf(regions), className);
}

bool sameRegions(const std::vector<RegionItem> &a, const std::vector<RegionItem> &b)
{
    return std::ranges::equal(
        a, b, [](const RegionItem &x, const RegionItem &y) { return x.flagged.mask == y.flagged.mask; });
}

} // namespace

RegionReview::RegionReview(ProjectDocument *project, QObject *parent) : QObject(parent), m_project(project)
{
    connect(project, &ProjectDocument::labelsChanged, this, [this](const QString &image) {
        if (image.toStdString() == m_from.image)
            readLabels();
    });
    connect(project, &ProjectDocument::projectChanged, this, &RegionReview::clear);
    connect(project, &ProjectDocument::readerChanged, this, &RegionReview::clear);
}

void RegionReview::show(RegionsFrom from, std::vector<FlaggedRegion> regions)
{
    m_from = std::move(from);
    m_flagged = std::move(regions);
    m_items = itemsNow();
    emit regionsChanged();
}

void RegionReview::showImage(const std::string &image, cv::Size size)
{
    show({image, {}, 0.0, {}, size, {}}, {});
}

void RegionReview::clear()
{
    show({}, {});
}

int RegionReview::decided() const
{
    return static_cast<int>(std::ranges::count_if(m_items, [](const Item &item) { return !item.className.empty(); }));
}

int RegionReview::nextUndecided(int row) const
{
    const int count = static_cast<int>(m_items.size());
    for (int i = 1; i <= count; ++i) {
        const int next = (row + i + count) % count;
        if (item(next).className.empty())
            return next;
    }
    return -1;
}

Result<void> RegionReview::decide(const std::vector<int> &rows, const std::string &className)
{
    return replace(rows, {actionFor(rows.size(), className), {}}, className);
}

Result<void> RegionReview::decideHarmless(const std::vector<int> &rows)
{
    return decideAs(rows, harmlessClass());
}

Result<void> RegionReview::decideAmbiguous(const std::vector<int> &rows)
{
    return decideAs(rows, ambiguousClass());
}

Result<void> RegionReview::withdraw(const std::vector<int> &rows)
{
    return replace(rows, {rows.size() == 1 ? "take a decision back" : "take decisions back", {}}, {});
}

Result<void> RegionReview::decideAs(const std::vector<int> &rows, const NamedClass &as)
{
    Change change{actionFor(rows.size(), as.name), {}};
    ensureClass(change, as, m_project->contents().classes);
    return replace(rows, std::move(change), as.name);
}

/// \param change what has to be made before. \param className empty: no label takes the place of those that go.
Result<void> RegionReview::replace(const std::vector<int> &rows, Change change, const std::string &className)
{
    if (rows.empty())
        return fail(ErrorCode::BadArgument, "no region is selected");
    std::int64_t id = m_project->nextLabelId();
    for (const int row : rows) {
        const Label *label = labelOf(item(row));
        if (label == nullptr) {
            if (!className.empty()) {
                Label made = labelFor(item(row).flagged.mask, className, LabelSource::Region);
                made.id = id++;
                change.edits.push_back(added(std::move(made)));
            }
        } else if (className.empty()) {
            change.edits.push_back(removed(*label));
        } else if (label->className != className) {
            Label renamed = *label;
            renamed.className = className;
            change.edits.push_back(changed(*label, std::move(renamed)));
        }
    }
    cutHidden(change, rows);
    if (change.edits.empty())
        return {};
    return m_project->change(std::move(change));
}

/// Labels of other models and thresholds, which are no rows: what they say of these rows is decided anew.
void RegionReview::cutHidden(Change &change, const std::vector<int> &rows) const
{
    for (const Label *label : m_project->labelsOf(m_from.image)) {
        if (label->source != LabelSource::Region ||
            std::ranges::any_of(m_items, [&](const Item &other) { return other.label == label->id; }))
            continue;
        const RunMask left = leftOf(*label, rows);
        if (left.empty())
            change.edits.push_back(removed(*label));
        else if (left != label->mask) {
            Label cut = *label;
            cut.mask = left;
            change.edits.push_back(changed(*label, std::move(cut)));
        }
    }
}

/// What remains of a label of another model or threshold when some regions are decided anew: all of it where it lies on
/// none of them, nothing where it lies on these alone. One that was made at a lower threshold lies on several: the
/// others keep their part.
RunMask RegionReview::leftOf(const Label &label, const std::vector<int> &rows) const
{
    const auto liesOn = [&](const Item &other) {
        const RunMask &mask = other.flagged.mask;
        return mask.size() == label.mask.size() && !common(mask, label.mask).empty();
    };
    RunMask left = label.mask;
    bool onThese = false;
    for (const int row : rows) {
        if (!liesOn(item(row)))
            continue;
        onThese = true;
        left = without(left, item(row).flagged.mask);
    }
    if (!onThese)
        return left;
    for (int row = 0; row < std::ssize(m_items); ++row)
        if (std::ranges::find(rows, row) == rows.end() && liesOn(item(row)))
            return left;
    return RunMask(label.mask.size());
}

Label RegionReview::labelFor(const RunMask &mask, const std::string &className, LabelSource source) const
{
    Label label;
    label.image = m_from.image;
    label.className = className;
    label.reader = m_project->reader().toStdString();
    label.source = source;
    label.mask = mask;
    if (source == LabelSource::Region) {
        label.modelHash = m_from.modelHash;
        label.threshold = m_from.threshold;
    }
    // In a second reading a region comes from where the first reader has it from.
    for (const Label *first : m_project->firstLabelsOf(m_from.image))
        if (source == LabelSource::Region && first->mask == mask) {
            label.source = first->source;
            label.modelHash = first->modelHash;
            label.threshold = first->threshold;
        }
    return label;
}

const Label *RegionReview::labelOf(const Item &item) const
{
    if (!item.label)
        return nullptr;
    for (const Label *label : m_project->labelsOf(m_from.image))
        if (label->id == *item.label)
            return label;
    return nullptr;
}

std::vector<RegionItem> RegionReview::itemsNow() const
{
    return regionItems(m_from, m_flagged,
                       m_project->isOpen() ? m_project->labelsOf(m_from.image) : std::vector<const Label *>());
}

void RegionReview::readLabels()
{
    std::vector<Item> items = itemsNow();
    const bool same = sameRegions(items, m_items);
    m_items = std::move(items);
    if (same)
        emit decisionsChanged();
    else
        emit regionsChanged();
}

} // namespace patina
