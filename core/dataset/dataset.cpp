#include "core/dataset/dataset.h"

#include "core/dataset/layouts.h"
#include "core/dataset/side_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <tuple>

namespace patina {

namespace fs = std::filesystem;
using Kind = DatasetProblem::Kind;

namespace {

Result<fs::path> realRoot(const fs::path &root)
{
    std::error_code error;
    fs::path real = fs::canonical(root, error);
    if (error == std::errc::no_such_file_or_directory)
        return fail(ErrorCode::NotFound, fmt::format("{} does not exist", root.string()));
    if (error)
        return fail(ErrorCode::Unreadable, fmt::format("{} cannot be read: {}", root.string(), error.message()));
    if (!isFolder(real))
        return fail(ErrorCode::BadFormat, fmt::format("{} is a file: a data set is a folder", root.string()));
    return real;
}

Result<Listing> listImages(DatasetLayout layout, const fs::path &root, const JobContext &context)
{
    switch (layout) {
    case DatasetLayout::MvtecAd:
        return listMvtecAd(root);
    case DatasetLayout::VisA:
        return listVisa(root);
    case DatasetLayout::Btad:
        return listBtad(root);
    case DatasetLayout::KolektorSdd:
        return listKolektor(root, context);
    case DatasetLayout::PlainFolder:
        break;
    }
    return listPlainFolder(root);
}

/// Kinds from labels.json; a class it does not name is an impurity where impurity/ has masks of it, else a defect.
void decideClasses(Dataset &dataset, const std::optional<std::vector<LabelClass>> &declared,
                   const std::set<std::string> &impurities)
{
    std::map<std::string, ClassKind> kinds;
    std::set<std::string> ofImages;
    for (const ImageRecord &image : dataset.images)
        if (!image.isGood())
            ofImages.insert(image.className);
    for (const std::string &name : ofImages)
        kinds[name] = ClassKind::Defect;
    for (const std::string &name : impurities)
        kinds[name] = ClassKind::Impurity;
    std::set<std::string> named;
    for (const LabelClass &entry : declared.value_or(std::vector<LabelClass>{})) {
        named.insert(entry.name);
        kinds[entry.name] = entry.kind;
    }
    for (const auto &[name, kind] : kinds) {
        dataset.classes.push_back({name, kind});
        if (named.count(name) != 0)
            continue;
        if (declared)
            dataset.problems.push_back(
                {Kind::BadSideFile, "labels.json",
                 fmt::format("does not name class {}: it counts as {}", name, classKindName(kind))});
        else if (ofImages.count(name) != 0 && impurities.count(name) != 0)
            dataset.problems.push_back({Kind::BadSideFile, "impurity/" + name,
                                        fmt::format("class {} has images and impurity masks: it counts as impurity; "
                                                    "labels.json can say otherwise",
                                                    name)});
    }
}

bool hasOwnMask(const ImageRecord &image)
{
    return std::any_of(image.masks.begin(), image.masks.end(),
                       [&](const MaskFile &mask) { return mask.className == image.className; });
}

/// One problem for a class without any mask, else one for each image without.
void nameMissingMasks(Dataset &dataset)
{
    std::map<std::string, std::vector<const ImageRecord *>> missing;
    std::map<std::string, std::size_t> images;
    for (const ImageRecord &image : dataset.images) {
        if (image.isGood())
            continue;
        ++images[image.className];
        if (!hasOwnMask(image))
            missing[image.className].push_back(&image);
    }
    for (const auto &[name, without] : missing) {
        if (without.size() == images[name] && without.size() > 1) {
            dataset.problems.push_back({Kind::MissingMask, "",
                                        fmt::format("none of the {} images of class {} has a mask: they count at image "
                                                    "level only",
                                                    without.size(), name)});
            continue;
        }
        for (const ImageRecord *image : without)
            dataset.problems.push_back(
                {Kind::MissingMask, image->id,
                 fmt::format("no mask of class {}: the image counts at image level only", name)});
    }
}

void sortAll(Dataset &dataset)
{
    std::sort(dataset.images.begin(), dataset.images.end(), [](const ImageRecord &a, const ImageRecord &b) {
        return std::tie(a.split, a.className, a.id) < std::tie(b.split, b.className, b.id);
    });
    for (ImageRecord &image : dataset.images)
        std::sort(image.masks.begin(), image.masks.end(), [](const MaskFile &a, const MaskFile &b) {
            return std::tie(a.className, a.path) < std::tie(b.className, b.path);
        });
    std::sort(dataset.problems.begin(), dataset.problems.end(), [](const auto &a, const auto &b) {
        return std::tie(a.kind, a.imageId, a.detail) < std::tie(b.kind, b.imageId, b.detail);
    });
}

Result<void> readSideFiles(Dataset &dataset, const std::set<std::string> &impurities)
{
    auto classes = readLabelClasses(dataset.root);
    if (!classes)
        return failFrom(std::move(classes));
    auto scale = readScale(dataset.root);
    if (!scale)
        return failFrom(std::move(scale));
    dataset.mmPerPixel = *scale;
    decideClasses(dataset, *classes, impurities);
    auto grouped = assignGroups(dataset, dataset.root / "groups.csv");
    if (!grouped && grouped.error().code != ErrorCode::NotFound)
        return grouped;
    return {};
}

} // namespace

std::vector<const ImageRecord *> Dataset::ofSplit(Split split) const
{
    std::vector<const ImageRecord *> found;
    for (const ImageRecord &image : images)
        if (image.split == split)
            found.push_back(&image);
    return found;
}

Result<Dataset> openDataset(const fs::path &root, const JobContext &context)
{
    Result<fs::path> real = realRoot(root);
    if (!real)
        return failFrom(std::move(real));
    Result<DatasetLayout> layout = recogniseLayout(*real);
    if (!layout)
        return failFrom(std::move(layout));
    Result<Listing> listing = listImages(*layout, *real, context);
    if (!listing)
        return failFrom(std::move(listing));
    if (listing->images.empty())
        return fail(ErrorCode::BadFormat,
                    fmt::format("{} has no images (read as {}): PNG, JPEG, BMP and TIFF are images", real->string(),
                                layoutName(*layout)));
    Result<std::set<std::string>> impurities = attachImpurityMasks(*listing, *real);
    if (!impurities)
        return failFrom(std::move(impurities));

    Dataset dataset{std::move(*real), *layout, std::move(listing->images), {}, {}, std::move(listing->problems)};
    if (auto read = readSideFiles(dataset, *impurities); !read)
        return failFrom(std::move(read));
    nameMissingMasks(dataset);
    sortAll(dataset);
    return dataset;
}

} // namespace patina
