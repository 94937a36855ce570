#pragma once

#include "core/project/facts.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace patina {

/// A fact before and after; none: it is not there.
template <typename Fact>
struct EditOf
{
    std::optional<Fact> before;
    std::optional<Fact> after;

    bool operator==(const EditOf &) const = default;
};

using Edit = std::variant<EditOf<ProjectImage>, EditOf<ProjectClass>, EditOf<Label>, EditOf<Review>, EditOf<Zone>,
                          EditOf<ProjectModel>, EditOf<Setting>>;

/// One step of work: made in one transaction with its entry in the journal, and taken back in one.
struct Change
{
    std::string action; ///< what was done, in words: "label a region as scratch"
    std::vector<Edit> edits;

    bool operator==(const Change &) const = default;
};

template <typename Fact>
Edit added(Fact fact)
{
    return EditOf<Fact>{std::nullopt, std::move(fact)};
}
template <typename Fact>
Edit changed(Fact before, Fact after)
{
    return EditOf<Fact>{std::move(before), std::move(after)};
}
template <typename Fact>
Edit removed(Fact fact)
{
    return EditOf<Fact>{std::move(fact), std::nullopt};
}

/// What a fact is called in the journal and in sentences: `label "7"`, `review "a.png" of "Eva"`.
std::string factName(const Edit &edit);

/// What takes the change back: the edits the other way round, the last first.
Change inverse(const Change &change, std::string action);

} // namespace patina
