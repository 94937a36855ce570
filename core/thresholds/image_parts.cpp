#include "core/thresholds/image_parts.h"

#include "core/base/sha256.h"
#include "core/dataset/csv.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {
namespace {

const std::string &groupOf(const KnownImage &image)
{
    return image.group.empty() ? image.id : image.group;
}

Result<ImageParts> checked(ImageParts parts)
{
    if (!parts.calibration.empty() && !parts.quoted.empty())
        return parts;
    return fail(ErrorCode::BadArgument,
                fmt::format("{} test images calibrate and {} are left to quote figures on ({} more are of a group that "
                            "calibrates): each part takes at least one; name other calibration images or finer groups",
                            parts.calibration.size(), parts.quoted.size(), parts.leftOut));
}

std::string digestOf(const std::set<std::string> &ids)
{
    std::string text;
    for (const std::string &id : ids)
        text += id + '\n';
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

} // namespace

std::vector<KnownImage> knownImages(const Dataset &dataset)
{
    std::vector<KnownImage> images;
    for (const ImageRecord *record : dataset.ofSplit(Split::Test)) {
        KnownImage &image = images.emplace_back(KnownImage{record->id, record->group, record->className, {}});
        for (const MaskFile &mask : record->masks)
            image.labels.insert(mask.className);
    }
    return images;
}

Result<ImageParts> dealtParts(const std::vector<KnownImage> &images, double share, std::uint64_t seed)
{
    CalibrationData data;
    for (const KnownImage &image : images) {
        (image.className == "good" ? data.good : data.anomalous).push_back({0, image.className, 0.0, groupOf(image)});
        for (const std::string &label : image.labels)
            data.defects.push_back({0, label, 0.0, groupOf(image)});
    }
    const CalibrationSplit split = splitByGroup(data, share, seed);
    std::set<std::string> calibrating;
    for (const auto *side : {&split.calibration.good, &split.calibration.anomalous})
        for (const JudgedImage &image : *side)
            calibrating.insert(image.group);
    ImageParts parts;
    for (const KnownImage &image : images)
        (calibrating.contains(groupOf(image)) ? parts.calibration : parts.quoted).insert(image.id);
    return checked(std::move(parts));
}

Result<ImageParts> listedParts(const std::vector<KnownImage> &images, const std::filesystem::path &list,
                               const std::string &source)
{
    const auto table = readCsvTable(list, {"image"});
    if (!table)
        return tl::unexpected(table.error());
    std::set<std::string> known;
    for (const KnownImage &image : images)
        known.insert(image.id);
    ImageParts parts;
    const auto column = static_cast<std::size_t>(table->column("image"));
    for (const CsvRow &row : table->rows) {
        if (!known.contains(row.fields[column]))
            return fail(ErrorCode::BadArgument, fmt::format("{} line {}: '{}' is no test image of {}", list.string(),
                                                            row.line, row.fields[column], source));
        parts.calibration.insert(row.fields[column]);
    }
    std::set<std::string> calibrating;
    for (const KnownImage &image : images)
        if (parts.calibration.contains(image.id))
            calibrating.insert(groupOf(image));
    for (const KnownImage &image : images)
        if (!calibrating.contains(groupOf(image)))
            parts.quoted.insert(image.id);
        else
            parts.leftOut += parts.calibration.contains(image.id) ? 0 : 1;
    return checked(std::move(parts));
}

CalibrationSplit splitByParts(const CalibrationData &data, const Outcomes &outcomes, const ImageParts &parts)
{
    const auto ofPart = [&](const std::set<std::string> &ids) {
        const auto is = [&](const auto &one) {
            return ids.contains(outcomes.images[static_cast<std::size_t>(one.image)].id);
        };
        CalibrationData part;
        std::ranges::copy_if(data.good, std::back_inserter(part.good), is);
        std::ranges::copy_if(data.anomalous, std::back_inserter(part.anomalous), is);
        std::ranges::copy_if(data.defects, std::back_inserter(part.defects), is);
        return part;
    };
    return {ofPart(parts.calibration), ofPart(parts.quoted)};
}

PartsNote dealtNote(const ImageParts &parts, double share, std::uint64_t seed)
{
    return {
        fmt::format("whole groups dealt by seed {}, {:g} % of each class to the calibration part", seed, 100.0 * share),
        true, digestOf(parts.calibration), digestOf(parts.quoted)};
}

PartsNote namedNote(const ImageParts &parts, const std::string &by)
{
    return {fmt::format("the calibration images are those of {}", by), false, digestOf(parts.calibration),
            digestOf(parts.quoted)};
}

} // namespace patina
