#include "core/thresholds/calibration_part.h"

#include <fmt/format.h>

#include <functional>
#include <set>

namespace patina {
namespace {

void keep(Dataset &dataset, const std::function<bool(const ImageRecord &)> &wanted)
{
    std::erase_if(dataset.images, [&](const ImageRecord &image) { return !wanted(image); });
}

std::set<std::string> testIds(const Dataset &dataset)
{
    std::set<std::string> ids;
    for (const ImageRecord *image : dataset.ofSplit(Split::Test))
        ids.insert(image->id);
    return ids;
}

Result<CalibrationPart> checked(CalibrationPart part)
{
    part.parts = {testIds(part.calibration), testIds(part.quoted), part.leftOut};
    const auto calibrating = part.parts.calibration.size();
    const auto quoted = part.parts.quoted.size();
    if (calibrating > 0 && quoted > 0)
        return part;
    return fail(ErrorCode::BadArgument,
                fmt::format("{} test images calibrate and {} are left to quote figures on ({} more are of a group that "
                            "calibrates): each part takes at least one; name other calibration images or finer groups",
                            calibrating, quoted, part.leftOut));
}

/// The data set in those parts; images of other splits are quoted.
CalibrationPart parted(const Dataset &dataset, ImageParts &&parts)
{
    CalibrationPart part{dataset, dataset, parts.leftOut, std::move(parts)};
    keep(part.calibration, [&](const ImageRecord &image) {
        return image.split == Split::Test && part.parts.calibration.contains(image.id);
    });
    keep(part.quoted,
         [&](const ImageRecord &image) { return image.split != Split::Test || part.parts.quoted.contains(image.id); });
    return part;
}

/// Of the images to quote, those of a group that calibrates go.
void partGroups(CalibrationPart &part, const std::set<std::string> &calibrating)
{
    const auto before = part.quoted.images.size();
    keep(part.quoted,
         [&](const ImageRecord &image) { return image.split != Split::Test || !calibrating.contains(image.group); });
    part.leftOut = static_cast<std::int64_t>(before - part.quoted.images.size());
}

Result<CalibrationPart> partByFolder(const Dataset &dataset, const std::filesystem::path &folder,
                                     const JobContext &context)
{
    std::error_code ec;
    if (std::filesystem::equivalent(folder, dataset.root, ec))
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} is the data set that figures are quoted on: thresholds are chosen on other images",
                                folder.string()));
    auto other = openDataset(folder, context);
    if (!other)
        return failFrom(std::move(other));
    CalibrationPart part{std::move(*other), dataset, 0, {}};
    keep(part.calibration, [](const ImageRecord &image) { return image.split == Split::Test; });
    std::set<std::string> groups;
    for (const ImageRecord &image : part.calibration.images)
        if (image.group != image.id) // else the group of one image of that folder, whatever another calls its own
            groups.insert(image.group);
    partGroups(part, groups);
    return checked(std::move(part));
}

} // namespace

Result<CalibrationPart> partByGroups(const Dataset &dataset, double share, std::uint64_t seed)
{
    return dealtParts(knownImages(dataset), share, seed).map([&](ImageParts &&parts) {
        return parted(dataset, std::move(parts));
    });
}

Result<CalibrationPart> partByFolderOrList(const Dataset &dataset, const std::filesystem::path &folderOrList,
                                           const JobContext &context)
{
    std::error_code ec;
    if (std::filesystem::is_directory(folderOrList, ec))
        return partByFolder(dataset, folderOrList, context);
    return listedParts(knownImages(dataset), folderOrList, dataset.root.string()).map([&](ImageParts &&parts) {
        return parted(dataset, std::move(parts));
    });
}

} // namespace patina
