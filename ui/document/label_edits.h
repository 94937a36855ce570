#pragma once

#include "core/project/change.h"
#include "core/project/facts.h"

#include <string>
#include <vector>

// Changes that painting makes. A reader's labels do not overlap where they were painted: the last stroke counts.
namespace patina {

/// A class by its name, and what it is where the project does not have it yet.
struct NamedClass
{
    std::string name;
    ClassKind kind = ClassKind::Defect;

    bool operator==(const NamedClass &) const = default;
};

/// What the keys for harmless and ambiguous call a region.
NamedClass harmlessClass();
NamedClass ambiguousClass();

/// Adds the class at the end of the list, where it is not there. "good" is none.
void ensureClass(Change &change, const NamedClass &wanted, const std::vector<ProjectClass> &classes);

/// A label to begin with: whose, on which image; its class, mask and id are set by paintEdits().
/// Pixels of other labels under the stroke go over to it; a label of the same class that it touches grows by it.
/// \param labels of this image by the present reader; imported ones stay. \param nextId free label id.
void paintEdits(Change &change, Label stroke, const std::vector<const Label *> &labels, std::int64_t nextId);

/// Takes pixels out of all labels but imported ones. No edit where none lies there.
void eraseEdits(Change &change, const RunMask &mask, const std::vector<const Label *> &labels);

} // namespace patina
