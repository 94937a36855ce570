#include "ui/classes/class_edits.h"

#include "core/dataset/class_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace patina {

namespace {

const ProjectClass *classOf(const ProjectContents &contents, const std::string &name)
{
    const auto found = std::ranges::find(contents.classes, name, &ProjectClass::name);
    return found != contents.classes.end() ? &*found : nullptr;
}

tl::unexpected<Error> notThere(const std::string &name)
{
    return fail(ErrorCode::BadArgument, fmt::format("the project has no class \"{}\"", name));
}

Result<void> checkNewName(const ProjectContents &contents, const std::string &name)
{
    if (!isClassName(name))
        return fail(ErrorCode::BadArgument,
                    fmt::format("\"{}\" is no name for a class: 1 to 128 bytes, no slash, not \"good\"", name));
    if (classOf(contents, name) != nullptr)
        return fail(ErrorCode::BadArgument, fmt::format("there is a class \"{}\" already", name));
    return {};
}

std::vector<ProjectClass> inOrder(const ProjectContents &contents)
{
    std::vector<ProjectClass> classes = contents.classes;
    std::ranges::stable_sort(classes, {}, &ProjectClass::position);
    return classes;
}

} // namespace

Result<Change> addClass(const ProjectContents &contents, const std::string &name, ClassKind kind)
{
    if (auto good = checkNewName(contents, name); !good)
        return failFrom(std::move(good));
    const auto classes = inOrder(contents);
    const int position = classes.empty() ? 0 : classes.back().position + 1;
    return Change{fmt::format("add the class {}", name), {added(ProjectClass{name, kind, position})}};
}

Result<Change> renameClass(const ProjectContents &contents, const std::string &from, const std::string &to)
{
    const ProjectClass *before = classOf(contents, from);
    if (before == nullptr)
        return notThere(from);
    if (auto good = checkNewName(contents, to); !good)
        return failFrom(std::move(good));
    ProjectClass after = *before;
    after.name = to;
    Change change{fmt::format("rename the class {} to {}", from, to), {removed(*before), added(after)}};
    for (const Label &label : contents.labels)
        if (label.className == from) {
            Label renamed = label;
            renamed.className = to;
            change.edits.push_back(changed(label, std::move(renamed)));
        }
    // What their folder says of them is said of the class.
    for (const ProjectImage &image : contents.images)
        if (image.className == from) {
            ProjectImage renamed = image;
            renamed.className = to;
            change.edits.push_back(changed(image, std::move(renamed)));
        }
    return change;
}

Result<Change> setClassKind(const ProjectContents &contents, const std::string &name, ClassKind kind)
{
    const ProjectClass *before = classOf(contents, name);
    if (before == nullptr)
        return notThere(name);
    Change change{fmt::format("the class {} is of kind {}", name, classKindName(kind)), {}};
    if (before->kind != kind) {
        ProjectClass after = *before;
        after.kind = kind;
        change.edits.push_back(changed(*before, std::move(after)));
    }
    return change;
}

Result<Change> moveClass(const ProjectContents &contents, const std::string &name, int by)
{
    const auto before = inOrder(contents);
    auto after = before;
    const auto found = std::ranges::find(after, name, &ProjectClass::name);
    if (found == after.end())
        return notThere(name);
    const auto to = (found - after.begin()) + by;
    if (to >= 0 && to < std::ssize(after))
        std::iter_swap(found, after.begin() + to);
    Change change{fmt::format("move the class {} {}", name, by < 0 ? "up" : "down"), {}};
    // Positions of an imported project may leave gaps: they are counted anew.
    for (int place = 0; place < std::ssize(after); ++place) {
        ProjectClass moved = after[static_cast<std::size_t>(place)];
        moved.position = place;
        if (const ProjectClass *was = classOf(contents, moved.name); *was != moved)
            change.edits.push_back(changed(*was, std::move(moved)));
    }
    return change;
}

Result<Change> removeClass(const ProjectContents &contents, const std::string &name)
{
    const ProjectClass *before = classOf(contents, name);
    if (before == nullptr)
        return notThere(name);
    if (std::ranges::find(contents.labels, name, &Label::className) != contents.labels.end())
        return fail(ErrorCode::BadArgument,
                    fmt::format("labels are of the class {}: give them another class first", name));
    return Change{fmt::format("remove the class {}", name), {removed(*before)}};
}

} // namespace patina
