#pragma once

#include "core/project/facts.h"

#include <array>
#include <optional>
#include <string_view>

// One description of the facts' fields, for the tables and for the journal. Only for core/project.
namespace patina::detail {

/// `what`: the word of the journal; `table`: its name; the first `keys` fields are the key; visit() calls
/// field(name, value) for each of them in order.
template <typename Fact>
struct FactFields;

template <>
struct FactFields<ProjectImage>
{
    static constexpr std::string_view what = "image";
    static constexpr std::string_view table = "images";
    static constexpr int keys = 1;
    static void visit(auto &image, auto &&field)
    {
        field("id", image.id);
        field("path", image.path);
        field("sha256", image.sha256);
        field("split", image.split);
        field("class", image.className);
        field("part", image.group);
    }
};

template <>
struct FactFields<ProjectClass>
{
    static constexpr std::string_view what = "class";
    static constexpr std::string_view table = "classes";
    static constexpr int keys = 1;
    static void visit(auto &labelClass, auto &&field)
    {
        field("name", labelClass.name);
        field("kind", labelClass.kind);
        field("position", labelClass.position);
    }
};

template <>
struct FactFields<Label>
{
    static constexpr std::string_view what = "label";
    static constexpr std::string_view table = "labels";
    static constexpr int keys = 1;
    static void visit(auto &label, auto &&field)
    {
        field("id", label.id);
        field("image", label.image);
        field("class", label.className);
        field("reader", label.reader);
        field("source", label.source);
        field("mask", label.mask);
        field("model", label.modelHash);
        field("threshold", label.threshold);
    }
};

template <>
struct FactFields<Review>
{
    static constexpr std::string_view what = "review";
    static constexpr std::string_view table = "reviews";
    static constexpr int keys = 2;
    static void visit(auto &review, auto &&field)
    {
        field("image", review.image);
        field("reader", review.reader);
        field("utc", review.utc);
    }
};

template <>
struct FactFields<Zone>
{
    static constexpr std::string_view what = "zone";
    static constexpr std::string_view table = "zones";
    static constexpr int keys = 1;
    static void visit(auto &zone, auto &&field)
    {
        field("id", zone.id);
        field("image", zone.image);
        field("kind", zone.kind);
        field("polygon", zone.polygon);
    }
};

template <>
struct FactFields<ProjectModel>
{
    static constexpr std::string_view what = "model";
    static constexpr std::string_view table = "models";
    static constexpr int keys = 1;
    static void visit(auto &model, auto &&field)
    {
        field("hash", model.hash);
        field("path", model.path);
        field("addedUtc", model.addedUtc);
    }
};

template <>
struct FactFields<Setting>
{
    static constexpr std::string_view what = "setting";
    static constexpr std::string_view table = "settings";
    static constexpr int keys = 1;
    static void visit(auto &setting, auto &&field)
    {
        field("name", setting.name);
        field("value", setting.value);
    }
};

// The words of values that are one of a few.
inline constexpr std::array splitWords{std::pair{Split::Train, std::string_view("train")},
                                       std::pair{Split::Validation, std::string_view("validation")},
                                       std::pair{Split::Test, std::string_view("test")}};
inline constexpr std::array kindWords{std::pair{ClassKind::Defect, std::string_view("defect")},
                                      std::pair{ClassKind::Impurity, std::string_view("impurity")},
                                      std::pair{ClassKind::Ambiguous, std::string_view("ambiguous")}};
inline constexpr std::array sourceWords{std::pair{LabelSource::Imported, std::string_view("imported")},
                                        std::pair{LabelSource::Region, std::string_view("region")},
                                        std::pair{LabelSource::Drawn, std::string_view("drawn")}};
inline constexpr std::array zoneWords{std::pair{ZoneKind::Roi, std::string_view("roi")},
                                      std::pair{ZoneKind::Ignore, std::string_view("ignore")}};

inline constexpr const auto &wordsOf(Split)
{
    return splitWords;
}
inline constexpr const auto &wordsOf(ClassKind)
{
    return kindWords;
}
inline constexpr const auto &wordsOf(LabelSource)
{
    return sourceWords;
}
inline constexpr const auto &wordsOf(ZoneKind)
{
    return zoneWords;
}

template <typename Value>
concept Worded = requires(Value value)
{
    wordsOf(value);
};

template <Worded Value>
std::string_view wordFor(Value value)
{
    for (const auto &[known, word] : wordsOf(value))
        if (known == value)
            return word;
    return {};
}

template <Worded Value>
std::optional<Value> fromWord(std::string_view text)
{
    for (const auto &[value, word] : wordsOf(Value{}))
        if (word == text)
            return value;
    return std::nullopt;
}

} // namespace patina::detail
