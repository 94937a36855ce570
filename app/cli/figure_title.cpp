#include "app/cli/figure_title.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

namespace patina::cli {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> imageTitles{{
    {"image.auroc", "image AUROC"},
    {"image.ap", "image AP"},
    {"image.f1max", "image F1-max"},
    {"image.pg1", "good parts passed where at most 1 % of the bad pass"},
    {"image.pg5", "good parts passed where at most 5 % of the bad pass"},
    {"image.pb1", "bad parts stopped where at most 1 % of the good are"},
    {"image.pb5", "bad parts stopped where at most 5 % of the good are"},
}};

/// What stands behind a beginning; none: it begins otherwise.
std::optional<std::string_view> behind(std::string_view name, std::string_view beginning)
{
    return name.starts_with(beginning) ? std::optional(name.substr(beginning.size())) : std::nullopt;
}

/// \param rest "<class>.<figure>".
std::string recallTitle(std::string_view rest)
{
    const std::size_t dot = rest.rfind('.');
    const std::string of = defectTitle(rest.substr(0, dot));
    const std::string_view figure = rest.substr(dot + 1);
    if (figure == "recall")
        return "recall of " + of;
    if (const auto percent = behind(figure, "recallOverlap"))
        return fmt::format("recall of {} by {} % of the pixels", of, *percent);
    return fmt::format("{} of {}", figure, of);
}

std::string titleAtThreshold(std::string_view name)
{
    if (const auto rest = behind(name, "defects."); rest && rest->rfind('.') != std::string_view::npos)
        return recallTitle(*rest);
    if (const auto rest = behind(name, "impurities."); rest && rest->ends_with(".share"))
        return fmt::format("flagged though harmless: {}", rest->substr(0, rest->rfind('.')));
    if (name == "good.overkill")
        return "overkill of good parts";
    if (name == "good.falseRegionsPerImage")
        return "false regions per good part";
    return {};
}

} // namespace

std::string defectTitle(std::string_view className)
{
    return className == "all" ? "all defects" : std::string(className);
}

std::string figureTitle(std::string_view name)
{
    for (const auto &[known, title] : imageTitles)
        if (name == known)
            return std::string(title);
    for (const std::string_view side : {"review", "reject"})
        if (const auto rest = behind(name, fmt::format("at.{}.", side)))
            if (const std::string title = titleAtThreshold(*rest); !title.empty())
                return fmt::format("{} at {}", title, side);
    return std::string(name);
}

} // namespace patina::cli
