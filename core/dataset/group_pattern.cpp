#include "core/dataset/group_pattern.h"

#include <fmt/format.h>

#include <optional>
#include <regex>

namespace patina {
namespace {

std::optional<std::regex> compiled(const std::string &pattern)
{
    try {
        return std::regex(pattern);
    } catch (const std::regex_error &) {
        return std::nullopt;
    }
}

} // namespace

Result<std::int64_t> assignGroupsByPattern(Dataset &dataset, const std::string &pattern)
{
    const auto expression = compiled(pattern);
    if (!expression)
        return fail(ErrorCode::BadArgument, fmt::format("'{}' is no regular expression", pattern));
    std::int64_t matched = 0;
    for (ImageRecord &image : dataset.images) {
        std::smatch match;
        if (!std::regex_search(image.id, match, *expression))
            continue;
        const std::string group = match.size() > 1 ? match.str(1) : match.str();
        if (group.empty())
            continue;
        image.group = group;
        ++matched;
    }
    if (matched == 0)
        return fail(ErrorCode::BadArgument,
                    fmt::format("'{}' matches no image of {}; ids are such as {}", pattern, dataset.root.string(),
                                dataset.images.empty() ? "-" : dataset.images.back().id));
    return matched;
}

} // namespace patina
