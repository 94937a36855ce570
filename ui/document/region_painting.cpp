#include "core/dataset/class_name.h"
#include "ui/document/project_document.h"
#include "ui/document/region_review.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

Result<void> RegionReview::merge(const std::vector<int> &rows)
{
    if (rows.size() < 2)
        return fail(ErrorCode::BadArgument, "merging takes two regions or more: select them");
    RunMask whole = item(rows.front()).flagged.mask;
    std::string className;
    bool decided = false;
    for (const int row : rows) {
        const Item &part = item(row);
        whole = united(whole, part.flagged.mask);
        decided = decided || part.label.has_value();
        if (part.className.empty())
            continue;
        if (!className.empty() && className != part.className)
            return fail(ErrorCode::BadArgument,
                        fmt::format("the regions are called {} and {}: give them one class before they are merged",
                                    className, part.className));
        className = part.className;
    }
    if (!decided) {
        regroup(whole, {whole});
        return {};
    }
    Change change{fmt::format("merge {} regions of {}", rows.size(), className), {}};
    bool drawn = m_from.modelHash.empty();
    for (const int row : rows)
        if (const Label *label = labelOf(item(row))) {
            drawn = drawn || label->source == LabelSource::Drawn; // the model does not flag all of it
            change.edits.push_back(removed(*label));
        }
    cutHidden(change, rows);
    Label made = labelFor(whole, className, drawn ? LabelSource::Drawn : LabelSource::Region);
    made.id = m_project->nextLabelId();
    change.edits.push_back(added(std::move(made)));
    return make(std::move(change), whole);
}

/// \param mask what the change makes a region of.
Result<void> RegionReview::make(Change change, const RunMask &mask)
{
    return m_project->change(std::move(change)).map([&] { tellMade(mask); });
}

void RegionReview::tellMade(const RunMask &mask)
{
    const auto covers = [&](const Item &item) { return without(mask, item.flagged.mask).empty(); };
    if (const auto row = std::ranges::find_if(m_items, covers); row != m_items.end())
        emit made(static_cast<int>(row - m_items.begin()));
}

/// Regions that nobody has decided on are cut and joined on the screen; a decision keeps it.
void RegionReview::regroup(const RunMask &taken, const std::vector<RunMask> &pieces)
{
    std::vector<FlaggedRegion> flagged;
    for (FlaggedRegion &region : m_flagged)
        if (RunMask rest = without(region.mask, taken); rest == region.mask)
            flagged.push_back(std::move(region));
        else if (!rest.empty())
            flagged.push_back(pieceOf(m_from, std::move(rest)));
    for (const RunMask &piece : pieces)
        flagged.push_back(pieceOf(m_from, piece));
    m_flagged = std::move(flagged);
    readLabels();
    tellMade(pieces.front());
}

Result<void> RegionReview::split(int row)
{
    const Item whole = item(row);
    const std::vector<RunMask> parts = partsOf(m_from, whole.flagged.mask);
    if (parts.size() < 2)
        return fail(ErrorCode::BadArgument, "the region does not fall into parts at a higher threshold: paint the part "
                                            "that is something else");
    if (const Label *label = labelOf(whole)) {
        Change change{fmt::format("split a region of {} into {}", label->className, parts.size()), {}};
        change.edits.push_back(removed(*label));
        std::int64_t id = m_project->nextLabelId();
        for (const RunMask &part : parts) {
            Label made = *label;
            made.id = id++;
            made.mask = part;
            change.edits.push_back(added(std::move(made)));
        }
        return make(std::move(change), parts.front());
    }
    regroup(whole.flagged.mask, parts);
    return {};
}

Result<void> RegionReview::paint(const RunMask &mask, const NamedClass &as)
{
    if (m_from.image.empty() || mask.empty() || mask.size() != m_from.imageSize)
        return fail(ErrorCode::BadArgument, "nothing of the image was painted");
    Change change{as.name == goodClassName ? std::string("paint good") : fmt::format("paint {}", as.name), {}};
    ensureClass(change, as, m_project->contents().classes);
    const std::size_t before = change.edits.size();
    paintEdits(change, labelFor(mask, as.name, LabelSource::Drawn), m_project->labelsOf(m_from.image),
               m_project->nextLabelId());
    if (change.edits.size() == before)
        return {};
    return make(std::move(change), mask);
}

Result<void> RegionReview::erase(const RunMask &mask)
{
    Change change{"erase from labels", {}};
    eraseEdits(change, mask, m_project->labelsOf(m_from.image));
    if (change.edits.empty())
        return {};
    return m_project->change(std::move(change));
}

} // namespace patina
