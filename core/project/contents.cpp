#include "core/project/contents.h"

#include "core/project/fact_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>

namespace patina {

namespace {

auto keyOf(const ProjectImage &image)
{
    return std::tie(image.id);
}
auto keyOf(const ProjectClass &labelClass)
{
    return std::tie(labelClass.name);
}
auto keyOf(const Label &label)
{
    return std::tie(label.id);
}
auto keyOf(const Review &review)
{
    return std::tie(review.image, review.reader);
}
auto keyOf(const Zone &zone)
{
    return std::tie(zone.id);
}
auto keyOf(const ProjectModel &model)
{
    return std::tie(model.hash);
}
auto keyOf(const Setting &setting)
{
    return std::tie(setting.name);
}

std::vector<ProjectImage> &factsOf(ProjectContents &contents, const EditOf<ProjectImage> &)
{
    return contents.images;
}
std::vector<ProjectClass> &factsOf(ProjectContents &contents, const EditOf<ProjectClass> &)
{
    return contents.classes;
}
std::vector<Label> &factsOf(ProjectContents &contents, const EditOf<Label> &)
{
    return contents.labels;
}
std::vector<Review> &factsOf(ProjectContents &contents, const EditOf<Review> &)
{
    return contents.reviews;
}
std::vector<Zone> &factsOf(ProjectContents &contents, const EditOf<Zone> &)
{
    return contents.zones;
}
std::vector<ProjectModel> &factsOf(ProjectContents &contents, const EditOf<ProjectModel> &)
{
    return contents.models;
}
std::vector<Setting> &factsOf(ProjectContents &contents, const EditOf<Setting> &)
{
    return contents.settings;
}

template <typename Fact>
auto placeOf(std::vector<Fact> &facts, const Fact &wanted)
{
    return std::ranges::lower_bound(facts, keyOf(wanted), {}, [](const Fact &fact) { return keyOf(fact); });
}

template <typename Fact>
bool makeOne(std::vector<Fact> &facts, const EditOf<Fact> &edit)
{
    if (edit.before) {
        const auto place = placeOf(facts, *edit.before);
        if (place == facts.end() || *place != *edit.before)
            return false;
        facts.erase(place);
    }
    if (!edit.after)
        return true;
    const auto place = placeOf(facts, *edit.after);
    if (place != facts.end() && keyOf(*place) == keyOf(*edit.after))
        return false;
    facts.insert(place, *edit.after);
    return true;
}

bool makeOne(ProjectContents &contents, const Edit &edit)
{
    return std::visit([&](const auto &one) { return makeOne(factsOf(contents, one), one); }, edit);
}

} // namespace

Result<void> makeEdits(ProjectContents &contents, const Change &change)
{
    for (std::size_t i = 0; i < change.edits.size(); ++i) {
        if (makeOne(contents, change.edits[i]))
            continue;
        Change made{{}, {change.edits.begin(), change.edits.begin() + static_cast<std::ptrdiff_t>(i)}};
        for (const Edit &edit : inverse(made, {}).edits)
            makeOne(contents, edit);
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} is not as it was: {}", factName(change.edits[i]), change.action));
    }
    return {};
}

} // namespace patina
