#include "core/thresholds/calibration_part.h"

#include "core/dataset/csv.h"
#include "core/thresholds/calibration_data.h"

#include <fmt/format.h>

#include <functional>
#include <set>

namespace patina {
namespace {

void keep(Dataset &dataset, const std::function<bool(const ImageRecord &)> &wanted)
{
    std::erase_if(dataset.images, [&](const ImageRecord &image) { return !wanted(image); });
}

Result<CalibrationPart> checked(CalibrationPart part)
{
    const auto calibrating = part.calibration.ofSplit(Split::Test).size();
    const auto quoted = part.quoted.ofSplit(Split::Test).size();
    if (calibrating > 0 && quoted > 0)
        return part;
    return fail(ErrorCode::BadArgument,
                fmt::format("{} test images calibrate and {} are left to quote figures on ({} more are of a group that "
                            "calibrates): each part takes at least one; name other calibration images or finer groups",
                            calibrating, quoted, part.leftOut));
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
    CalibrationPart part{std::move(*other), dataset, 0};
    keep(part.calibration, [](const ImageRecord &image) { return image.split == Split::Test; });
    std::set<std::string> groups;
    for (const ImageRecord &image : part.calibration.images)
        if (image.group != image.id) // else the group of one image of that folder, whatever another calls its own
            groups.insert(image.group);
    partGroups(part, groups);
    return checked(std::move(part));
}

Result<CalibrationPart> partByList(const Dataset &dataset, const std::filesystem::path &list)
{
    const auto table = readCsvTable(list, {"image"});
    if (!table)
        return tl::unexpected(table.error());
    std::set<std::string> tests;
    for (const ImageRecord *image : dataset.ofSplit(Split::Test))
        tests.insert(image->id);
    std::set<std::string> named;
    const auto column = static_cast<std::size_t>(table->column("image"));
    for (const CsvRow &row : table->rows) {
        if (!tests.contains(row.fields[column]))
            return fail(ErrorCode::BadArgument, fmt::format("{} line {}: '{}' is no test image of {}", list.string(),
                                                            row.line, row.fields[column], dataset.root.string()));
        named.insert(row.fields[column]);
    }
    CalibrationPart part{dataset, dataset, 0};
    keep(part.calibration,
         [&](const ImageRecord &image) { return image.split == Split::Test && named.contains(image.id); });
    keep(part.quoted, [&](const ImageRecord &image) { return !named.contains(image.id); });
    std::set<std::string> groups;
    for (const ImageRecord &image : part.calibration.images)
        groups.insert(image.group);
    partGroups(part, groups);
    return checked(std::move(part));
}

} // namespace

Result<CalibrationPart> partByGroups(const Dataset &dataset, double share, std::uint64_t seed)
{
    CalibrationData data;
    for (const ImageRecord *image : dataset.ofSplit(Split::Test))
        (image->isGood() ? data.good : data.anomalous).push_back({0, image->className, 0.0, image->group});
    const CalibrationSplit split = splitByGroup(data, share, seed);
    std::set<std::string> groups;
    for (const auto *images : {&split.calibration.good, &split.calibration.anomalous})
        for (const JudgedImage &image : *images)
            groups.insert(image.group);
    CalibrationPart part{dataset, dataset, 0};
    keep(part.calibration,
         [&](const ImageRecord &image) { return image.split == Split::Test && groups.contains(image.group); });
    keep(part.quoted,
         [&](const ImageRecord &image) { return image.split != Split::Test || !groups.contains(image.group); });
    return checked(std::move(part));
}

Result<CalibrationPart> partByFolderOrList(const Dataset &dataset, const std::filesystem::path &folderOrList,
                                           const JobContext &context)
{
    std::error_code ec;
    return std::filesystem::is_directory(folderOrList, ec) ? partByFolder(dataset, folderOrList, context)
                                                           : partByList(dataset, folderOrList);
}

} // namespace patina
