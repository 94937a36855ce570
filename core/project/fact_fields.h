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
        field("thresholdFactor", zone.thresholdFactor);
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

// Values that are one of a few, and their words; those of the data set are its own.
inline constexpr auto valuesLike(Split)
{
    return std::array{Split::Train, Split::Validation, Split::Test};
}
inline constexpr auto valuesLike(ClassKind)
{
    return std::array{ClassKind::Defect, ClassKind::Impurity, ClassKind::Ambiguous};
}
inline constexpr auto valuesLike(LabelSource)
{
    return std::array{LabelSource::Imported, LabelSource::Region, LabelSource::Drawn};
}
inline constexpr auto valuesLike(ZoneKind)
{
    return std::array{ZoneKind::Roi, ZoneKind::Ignore, ZoneKind::Thresholds};
}

inline std::string_view wordFor(Split split)
{
    return splitName(split);
}
inline std::string_view wordFor(ClassKind kind)
{
    return classKindName(kind);
}
inline std::string_view wordFor(LabelSource source)
{
    return source == LabelSource::Imported ? "imported" : source == LabelSource::Region ? "region" : "drawn";
}
inline std::string_view wordFor(ZoneKind kind)
{
    return kind == ZoneKind::Roi ? "roi" : kind == ZoneKind::Ignore ? "ignore" : "thresholds";
}

template <typename Value>
concept Worded = requires(Value value)
{
    valuesLike(value);
};

template <Worded Value>
std::optional<Value> fromWord(std::string_view text)
{
    for (const Value value : valuesLike(Value{}))
        if (wordFor(value) == text)
            return value;
    return std::nullopt;
}

} // namespace patina::detail
