#include "core/dataset/layouts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace patina {

namespace fs = std::filesystem;
using Kind = DatasetProblem::Kind;

namespace {

constexpr std::string_view maskEnding = "_mask";

/// The masks of one stem: a file, or all files of a folder.
struct MaskCandidate
{
    std::string relative;
    std::vector<fs::path> files;
    bool named = false; ///< "<stem>_mask": wins over a bare "<stem>"
    const ImageRecord *owner = nullptr;
};

using MaskIndex = std::multimap<std::string, MaskCandidate>;

std::string withoutMaskEnding(const std::string &stem)
{
    const bool ends = stem.size() > maskEnding.size() && stem.ends_with(maskEnding);
    return ends ? stem.substr(0, stem.size() - maskEnding.size()) : stem;
}

MaskIndex indexMasks(Listing &listing, const FolderListing &folder)
{
    MaskIndex index;
    for (const FolderEntry &file : folder.files) {
        if (!hasImageName(file.name)) {
            listing.problem(Kind::StrayFile, file.relative, "a file that is no mask image");
            continue;
        }
        const std::string stem = stemOf(file.name);
        const std::string key = withoutMaskEnding(stem);
        index.emplace(key, MaskCandidate{file.relative, {file.path}, key != stem});
    }
    for (const FolderEntry &child : folder.folders) {
        const Result<FolderListing> inside = listFolder(child.path, child.relative);
        if (!inside) {
            listing.problem(Kind::Unreadable, child.relative, inside.error().detail);
            continue;
        }
        MaskCandidate candidate{child.relative, {}, true};
        for (const FolderEntry &file : inside->files)
            if (hasImageName(file.name))
                candidate.files.push_back(file.path);
        index.emplace(child.name, std::move(candidate));
    }
    return index;
}

void attachFromIndex(Listing &listing, MaskIndex &index, ImageRecord &image)
{
    const std::string stem = stemOf(image.path.filename().string());
    auto [first, last] = index.equal_range(stem);
    if (first == last) // an image that is itself called x_mask
        std::tie(first, last) = index.equal_range(withoutMaskEnding(stem));
    if (first == last)
        return;
    const auto best =
        std::max_element(first, last, [](const auto &a, const auto &b) { return a.second.named < b.second.named; });
    const auto rivals =
        std::count_if(first, last, [&](const auto &entry) { return entry.second.named == best->second.named; });
    MaskCandidate &mask = best->second;
    if (rivals > 1)
        listing.problem(Kind::AmbiguousMask, image.id,
                        fmt::format("{} masks have the same name; {} is used", rivals, mask.relative));
    if (mask.owner != nullptr) {
        listing.problem(Kind::AmbiguousMask, image.id,
                        fmt::format("its mask {} already belongs to {}: this image is left without", mask.relative,
                                    mask.owner->id));
        return;
    }
    for (auto at = first; at != last; ++at) // the losers are named above, not once more as strays
        at->second.owner = &image;
    for (const fs::path &file : mask.files)
        image.masks.push_back({file, image.className});
}

void nameStrays(Listing &listing, const MaskIndex &index, const std::string &relative)
{
    std::vector<std::string> strays;
    for (const auto &[stem, mask] : index)
        if (mask.owner == nullptr)
            strays.push_back(mask.relative);
    if (!strays.empty())
        listing.problem(Kind::StrayFile, relative,
                        fmt::format("{} masks fit no image of their class (the first is {})", strays.size(),
                                    *std::min_element(strays.begin(), strays.end())));
}

} // namespace

void attachMasks(Listing &listing, const fs::path &folder, const std::string &relative,
                 std::vector<ImageRecord *> images)
{
    const Result<FolderListing> masks = listFolder(folder, relative);
    if (!masks) {
        if (masks.error().code != ErrorCode::NotFound)
            listing.problem(Kind::Unreadable, relative, masks.error().detail);
        return;
    }
    for (const FolderEntry &other : masks->others)
        listing.problem(Kind::Unreadable, other.relative, "a broken link or no regular file");
    MaskIndex index = indexMasks(listing, *masks);
    std::sort(images.begin(), images.end(), [](const ImageRecord *a, const ImageRecord *b) {
        return std::tuple(-static_cast<int>(a->split), a->id) < std::tuple(-static_cast<int>(b->split), b->id);
    });
    for (ImageRecord *image : images)
        attachFromIndex(listing, index, *image);
    nameStrays(listing, index, relative);
}

} // namespace patina
