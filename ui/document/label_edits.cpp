#include "ui/document/label_edits.h"

#include "core/dataset/class_name.h"

#include <algorithm>
#include <optional>

namespace patina {

namespace {

/// The label without some pixels: changed, gone, or as it is.
void takeOut(Change &change, const Label &label, const RunMask &mask)
{
    RunMask left = without(label.mask, mask);
    if (left == label.mask)
        return;
    if (left.empty()) {
        change.edits.push_back(removed(label));
        return;
    }
    Label cut = label;
    cut.mask = std::move(left);
    change.edits.push_back(changed(label, std::move(cut)));
}

bool canBePainted(const Label &label, const RunMask &mask)
{
    return label.source != LabelSource::Imported && label.mask.size() == mask.size();
}

} // namespace

NamedClass harmlessClass()
{
    return {"harmless", ClassKind::Impurity};
}

NamedClass ambiguousClass()
{
    return {"ambiguous", ClassKind::Ambiguous};
}

void ensureClass(Change &change, const NamedClass &wanted, const std::vector<ProjectClass> &classes)
{
    if (wanted.name == goodClassName || std::ranges::find(classes, wanted.name, &ProjectClass::name) != classes.end())
        return;
    int position = 0;
    for (const ProjectClass &other : classes)
        position = std::max(position, other.position + 1);
    change.edits.push_back(added(ProjectClass{wanted.name, wanted.kind, position}));
}

void paintEdits(Change &change, Label stroke, const std::vector<const Label *> &labels, std::int64_t nextId)
{
    const RunMask painted = stroke.mask;
    const Label *grown = nullptr;
    std::vector<Edit> joined;
    for (const Label *label : labels) {
        if (!canBePainted(*label, painted) || common(label->mask, painted).empty())
            continue;
        if (label->className != stroke.className) {
            takeOut(change, *label, painted);
            continue;
        }
        stroke.mask = united(stroke.mask, label->mask);
        if (grown == nullptr)
            grown = label;
        else
            joined.push_back(removed(*label));
    }
    change.edits.insert(change.edits.end(), joined.begin(), joined.end());
    if (grown == nullptr) {
        stroke.id = nextId;
        change.edits.push_back(added(std::move(stroke)));
    } else if (stroke.mask != grown->mask || !joined.empty()) {
        Label whole = *grown;
        whole.mask = std::move(stroke.mask);
        change.edits.push_back(changed(*grown, std::move(whole)));
    }
}

void eraseEdits(Change &change, const RunMask &mask, const std::vector<const Label *> &labels)
{
    for (const Label *label : labels)
        if (canBePainted(*label, mask))
            takeOut(change, *label, mask);
}

} // namespace patina
