#include "core/pipeline/support_rule.h"

#include <fmt/format.h>

#include <charconv>

namespace patina {

namespace {

constexpr int mostImages = 1'000'000;

} // namespace

Result<SupportRule> parseSupportRule(std::string_view text)
{
    if (text == "auto")
        return SupportRule{SupportRule::Kind::Auto, 0};
    int images = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), images);
    if (error != std::errc() || end != text.data() + text.size() || images < 0 || images > mostImages)
        return fail(
            ErrorCode::BadArgument,
            fmt::format("'{}' is no support: write auto, or a number of images from 0 to {}", text, mostImages));
    return images == 0 ? SupportRule{SupportRule::Kind::Off, 0} : SupportRule{SupportRule::Kind::AtLeast, images};
}

std::string supportRuleText(const SupportRule &rule)
{
    return rule.kind == SupportRule::Kind::Auto ? "auto" : fmt::format("{}", rule.images);
}

} // namespace patina
