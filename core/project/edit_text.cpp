#include "core/project/edit_text.h"

#include "core/project/base64.h"
#include "core/project/change_check.h"
#include "core/project/fact_fields.h"
#include "core/project/fact_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <type_traits>

namespace patina {

namespace {

using detail::FactFields;

std::string textOf(const std::string &value)
{
    return value;
}

template <std::integral Number>
std::string textOf(Number value)
{
    return std::to_string(value);
}

template <detail::Worded Value>
std::string textOf(Value value)
{
    return std::string(detail::wordFor(value));
}

std::string textOf(const std::optional<double> &value)
{
    return value ? fmt::format("{}", *value) : std::string();
}

std::string textOf(const RunMask &mask)
{
    const cv::Rect box = mask.box();
    return fmt::format("{} px: x {}, y {}, {} x {}", mask.areaPx(), box.x, box.y, box.width, box.height);
}

std::string textOf(const std::vector<cv::Point> &polygon)
{
    constexpr std::size_t shown = 8;
    std::vector<std::string> corners;
    for (const cv::Point &corner : polygon) {
        if (corners.size() == shown) {
            corners.push_back(fmt::format("... ({})", polygon.size()));
            break;
        }
        corners.push_back(fmt::format("{}, {}", corner.x, corner.y));
    }
    return fmt::format("{}", fmt::join(corners, "; "));
}

/// Tells two values apart that read the same.
std::string wholeOf(const auto &value)
{
    return textOf(value);
}

std::string wholeOf(const RunMask &mask)
{
    return toBase64(encodeMask(mask));
}

std::string wholeOf(const std::vector<cv::Point> &polygon)
{
    std::string corners;
    for (const cv::Point &corner : polygon)
        corners += fmt::format("{},{};", corner.x, corner.y);
    return corners;
}

struct Field
{
    std::string name;
    std::string text;
    std::string whole;
};

template <typename Fact>
std::vector<Field> fieldsOf(const std::optional<Fact> &fact)
{
    std::vector<Field> fields;
    if (fact)
        FactFields<Fact>::visit(*fact, [&](const char *name, const auto &value) {
            fields.push_back({name, textOf(value), wholeOf(value)});
        });
    return fields;
}

template <typename Fact>
std::vector<FieldText> differencesOf(const EditOf<Fact> &edit)
{
    const std::vector<Field> before = fieldsOf(edit.before);
    const std::vector<Field> after = fieldsOf(edit.after);
    std::vector<FieldText> different;
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
        const Field was = before.empty() ? Field{after[i].name, {}, {}} : before[i];
        const Field is = after.empty() ? Field{was.name, {}, {}} : after[i];
        if (was.whole != is.whole)
            different.push_back({was.name, was.text, is.text});
    }
    return different;
}

template <typename Fact>
std::string keysOf(const Fact &fact)
{
    std::string keys;
    int left = FactFields<Fact>::keys;
    FactFields<Fact>::visit(fact, [&](const char *, const auto &value) {
        if (left-- > 0)
            keys += (keys.empty() ? "" : " of ") + textOf(value);
    });
    return keys;
}

template <typename Fact>
std::string imageOf(const Fact &fact)
{
    if constexpr (std::is_same_v<Fact, ProjectImage>)
        return fact.id;
    else if constexpr (requires { fact.image; })
        return fact.image;
    else
        return {};
}

template <typename Fact>
cv::Rect areaOf(const Fact &fact)
{
    if constexpr (requires { fact.mask; })
        return fact.mask.box();
    else if constexpr (requires { fact.polygon; })
        return cv::boundingRect(fact.polygon);
    else
        return {};
}

template <typename Fact>
EditText textOf(const EditOf<Fact> &edit)
{
    const Fact &fact = edit.after ? *edit.after : *edit.before;
    return {std::string(FactFields<Fact>::what),
            keysOf(fact),
            imageOf(fact),
            areaOf(fact),
            !edit.before  ? EditKind::Added
            : !edit.after ? EditKind::Removed
                          : EditKind::Changed,
            differencesOf(edit)};
}

/// What a stranger wrote is a change that could have been made.
Result<void> checkBothSides(const Edit &edit)
{
    const bool isThere = std::visit([](const auto &one) { return one.before || one.after; }, edit);
    if (!isThere)
        return fail(ErrorCode::BadFormat, "an edit of the journal changes nothing");
    for (const Edit &side : {edit, inverse({{}, {edit}}, {}).edits.front()})
        if (const auto sound = checkEdit(side); !sound)
            return fail(ErrorCode::BadFormat, "an edit of the journal cannot be one: " + sound.error().detail);
    return {};
}

} // namespace

Result<EditTexts> editTexts(const std::string &edits, std::size_t most)
{
    const auto json = nlohmann::json::parse(edits, nullptr, false);
    if (!json.is_array())
        return fail(ErrorCode::BadFormat, "the entry of the journal is no list of edits");
    nlohmann::json shown = nlohmann::json::array();
    for (std::size_t i = 0; i < std::min(most, json.size()); ++i)
        shown.push_back(json[i]);
    return editsFromJson(shown).and_then([&](const std::vector<Edit> &list) -> Result<EditTexts> {
        EditTexts texts{{}, json.size()};
        for (const Edit &edit : list) {
            if (auto sound = checkBothSides(edit); !sound)
                return failFrom(std::move(sound));
            texts.edits.push_back(std::visit([](const auto &one) { return textOf(one); }, edit));
        }
        return texts;
    });
}

} // namespace patina
