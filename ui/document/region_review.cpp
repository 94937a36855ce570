#include "ui/document/region_review.h"

#include "core/dataset/class_name.h"
#include "ui/document/project_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace patina {

namespace {

constexpr const char *harmlessName = "harmless";
constexpr const char *ambiguousName = "ambiguous";

/// The label that shares most pixels with a region; null: none does. What was said of a region counts before what was
/// painted.
const Label *labelOn(const RunMask &mask, const std::vector<const Label *> &labels, bool imported)
{
    const Label *best = nullptr;
    std::int64_t most = 0;
    for (const Label *label : labels) {
        if ((label->source == LabelSource::Imported) != imported || label->mask.size() != mask.size())
            continue;
        const std::int64_t shared = common(mask, label->mask).areaPx();
        const bool better =
            best != nullptr && best->source != label->source ? label->source == LabelSource::Region : shared > most;
        if (shared > 0 && (best == nullptr || better)) {
            best = label;
            most = shared;
        }
    }
    return best;
}

std::string actionFor(std::size_t regions, const std::string &className)
{
    const std::string what = regions == 1 ? "a region" : fmt::format("{} regions", regions);
    return className == goodClassName ? fmt::format("call {} a false alarm", what)
                                      : fmt::format("label {} as {}", what, className);
}

} // namespace

RegionReview::RegionReview(ProjectDocument *project, QObject *parent) : QObject(parent), m_project(project)
{
    connect(project, &ProjectDocument::labelsChanged, this, [this](const QString &image) {
        if (image.toStdString() != m_from.image)
            return;
        readLabels();
        emit decisionsChanged();
    });
    connect(project, &ProjectDocument::projectChanged, this, &RegionReview::clear);
}

void RegionReview::show(RegionsFrom from, std::vector<FlaggedRegion> regions)
{
    m_from = std::move(from);
    m_items.clear();
    for (FlaggedRegion &flagged : regions)
        m_items.push_back({std::move(flagged), {}, {}});
    std::ranges::stable_sort(m_items, std::greater{}, [](const Item &item) { return item.flagged.region.peak; });
    readLabels();
    emit regionsChanged();
}

void RegionReview::clear()
{
    m_from = {};
    m_items.clear();
    emit regionsChanged();
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
        if (m_items[static_cast<std::size_t>(next)].className.empty())
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
    return decideAs(rows, harmlessName, ClassKind::Impurity);
}

Result<void> RegionReview::decideAmbiguous(const std::vector<int> &rows)
{
    return decideAs(rows, ambiguousName, ClassKind::Ambiguous);
}

Result<void> RegionReview::withdraw(const std::vector<int> &rows)
{
    return replace(rows, {rows.size() == 1 ? "take a decision back" : "take decisions back", {}}, {});
}

Result<void> RegionReview::decideAs(const std::vector<int> &rows, const std::string &className, ClassKind kind)
{
    Change change{actionFor(rows.size(), className), {}};
    const std::vector<ProjectClass> &classes = m_project->contents().classes;
    if (std::ranges::find(classes, className, &ProjectClass::name) == classes.end()) {
        int position = 0;
        for (const ProjectClass &other : classes)
            position = std::max(position, other.position + 1);
        change.edits.push_back(added(ProjectClass{className, kind, position}));
    }
    return replace(rows, std::move(change), className);
}

/// \param change what has to be made before. \param className empty: no label takes the place of those that go.
Result<void> RegionReview::replace(const std::vector<int> &rows, Change change, const std::string &className)
{
    if (rows.empty())
        return fail(ErrorCode::BadArgument, "no region is selected");
    for (const Label *label : m_project->labelsOf(m_from.image)) {
        if (label->source != LabelSource::Region)
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
    std::int64_t id = m_project->nextLabelId();
    if (!className.empty())
        for (const int row : rows)
            change.edits.push_back(added(
                Label{id++, m_from.image, className, m_project->reader().toStdString(), LabelSource::Region,
                      m_items.at(static_cast<std::size_t>(row)).flagged.mask, m_from.modelHash, m_from.threshold}));
    if (change.edits.empty())
        return {};
    return m_project->change(std::move(change));
}

/// What remains of a label when some regions are decided anew: all of it where it lies on none of them, nothing where
/// it lies on these alone. One that was made at a lower threshold lies on several: the others keep their part.
RunMask RegionReview::leftOf(const Label &label, const std::vector<int> &rows) const
{
    const auto liesOn = [&](const Item &item) {
        const RunMask &mask = item.flagged.mask;
        return mask.size() == label.mask.size() && !common(mask, label.mask).empty();
    };
    RunMask left = label.mask;
    bool onThese = false;
    for (const int row : rows) {
        const Item &item = m_items.at(static_cast<std::size_t>(row));
        if (!liesOn(item))
            continue;
        onThese = true;
        left = without(left, item.flagged.mask);
    }
    if (!onThese)
        return left;
    for (int row = 0; row < std::ssize(m_items); ++row)
        if (std::ranges::find(rows, row) == rows.end() && liesOn(m_items[static_cast<std::size_t>(row)]))
            return left;
    return RunMask(label.mask.size());
}

void RegionReview::readLabels()
{
    const auto labels = m_project->isOpen() ? m_project->labelsOf(m_from.image) : std::vector<const Label *>();
    for (Item &item : m_items) {
        const Label *said = labelOn(item.flagged.mask, labels, false);
        const Label *truth = labelOn(item.flagged.mask, labels, true);
        item.className = said != nullptr ? said->className : std::string();
        item.truth = truth != nullptr ? truth->className : std::string();
    }
}

} // namespace patina
