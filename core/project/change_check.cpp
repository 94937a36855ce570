#include "core/project/change_check.h"

#include "core/base/printable.h"
#include "core/dataset/class_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr std::size_t longestName = 200;
constexpr std::size_t longestPath = 4096;                 ///< bytes, as Linux has it
constexpr std::int64_t largestId = std::int64_t{1} << 53; ///< a number that every JSON reader has whole
constexpr std::size_t mostCorners = 100'000;
constexpr int farthestCorner = 1 << 24; ///< as the longest side of a mask

/// Names stand in tables, file names and reports.
Result<void> checkName(const std::string &name, const char *ofWhat)
{
    const bool shows = std::ranges::any_of(name, [](unsigned char letter) { return letter > ' '; });
    const bool controls = std::ranges::any_of(name, [](unsigned char letter) { return letter < ' ' || letter == 127; });
    if (!shows || controls || name.size() > longestName)
        return fail(ErrorCode::BadArgument, fmt::format("\"{}\" cannot be the name of {}: 1 to {} bytes, no control "
                                                        "characters",
                                                        printable(name), ofWhat, longestName));
    return {};
}

Result<void> checkId(std::int64_t id, const char *ofWhat)
{
    if (id < 1 || id > largestId)
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} {} cannot be: ids are from 1 to {}", ofWhat, id, largestId));
    return {};
}

/// Of an image or a label; "good" is one.
Result<void> checkClassName(const std::string &name)
{
    if (name == goodClassName)
        return {};
    if (!isClassName(name))
        return fail(ErrorCode::BadArgument,
                    fmt::format("\"{}\" cannot be the name of a class: 1 to 128 bytes of UTF-8, no slashes or control "
                                "characters",
                                printable(name)));
    return checkName(name, "a class");
}

} // namespace

Result<void> checkFact(const ProjectImage &image)
{
    if (image.id.empty() || image.path.empty())
        return fail(ErrorCode::BadArgument, "an image needs an id and a path");
    if (image.id.size() > longestPath || image.path.size() > longestPath)
        return fail(ErrorCode::BadArgument,
                    fmt::format("an image has an id of {} and a path of {} bytes: {} are the most", image.id.size(),
                                image.path.size(), longestPath));
    return checkClassName(image.className);
}

Result<void> checkFact(const ProjectClass &labelClass)
{
    if (labelClass.name == goodClassName)
        return fail(ErrorCode::BadArgument, "a class cannot be called \"good\", which says that nothing is there");
    return checkClassName(labelClass.name);
}

Result<void> checkFact(const Label &label)
{
    if (auto sound = checkId(label.id, "label"); !sound)
        return sound;
    if (label.mask.empty())
        return fail(ErrorCode::BadArgument, fmt::format("label {} has no pixel", label.id));
    if (label.threshold && !std::isfinite(*label.threshold))
        return fail(ErrorCode::BadArgument, fmt::format("label {} has a threshold that is not finite", label.id));
    return checkName(label.reader, "a reader").and_then([&] { return checkClassName(label.className); });
}

Result<void> checkFact(const Review &review)
{
    return checkName(review.reader, "a reader");
}

Result<void> checkFact(const Zone &zone)
{
    if (auto sound = checkId(zone.id, "zone"); !sound)
        return sound;
    if (zone.polygon.size() < 3 || zone.polygon.size() > mostCorners)
        return fail(ErrorCode::BadArgument,
                    fmt::format("a zone has 3 to {} corners, not {}", mostCorners, zone.polygon.size()));
    for (const cv::Point &corner : zone.polygon)
        if (std::max(corner.x, corner.y) > farthestCorner || std::min(corner.x, corner.y) < -farthestCorner)
            return fail(ErrorCode::BadArgument,
                        fmt::format("a zone has a corner at {}, {}: a side of an image is at most {} pixels", corner.x,
                                    corner.y, farthestCorner));
    const auto &factor = zone.thresholdFactor;
    if (factor.has_value() != (zone.kind == ZoneKind::Thresholds))
        return fail(ErrorCode::BadArgument, fmt::format("zone {}: zones with thresholds of their own have a factor, "
                                                        "and no others",
                                                        zone.id));
    if (factor && !(*factor >= leastThresholdFactor && *factor <= mostThresholdFactor))
        return fail(ErrorCode::BadArgument, fmt::format("a zone cannot have {} times the thresholds: {} to {}", *factor,
                                                        leastThresholdFactor, mostThresholdFactor));
    return {};
}

Result<void> checkFact(const ProjectModel &model)
{
    if (model.hash.empty() || model.path.empty())
        return fail(ErrorCode::BadArgument, "a model needs a hash and a path");
    return {};
}

Result<void> checkFact(const Setting &setting)
{
    return checkName(setting.name, "a setting");
}

Result<void> checkEdit(const Edit &edit)
{
    return std::visit([](const auto &one) { return one.after ? checkFact(*one.after) : Result<void>{}; }, edit);
}

} // namespace patina
