#include "core/dataset/layouts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace patina {

namespace fs = std::filesystem;
using Kind = DatasetProblem::Kind;

namespace {

/// Layouts of the form `<split>/<class>/<image>` and `<masks>/<class>/<stem>`: MVTec AD, LOCO AD, AD 2 and BTAD.
struct ClassFolderLayout
{
    std::vector<std::pair<std::string, Split>> splits;
    std::string good;
    std::vector<std::string> masks;
    std::vector<std::string> sideFolders = {"impurity"};
};

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

void listClass(Listing &listing, const ClassFolderLayout &layout, const FolderEntry &folder, Split split)
{
    const std::string className = folder.name == layout.good ? "good" : folder.name;
    if (className != "good" && !isClassName(className))
        return listing.problem(Kind::StrayFile, folder.relative,
                               "cannot be the name of a class; its images are left out");
    const Result<FolderListing> inside = listFolder(folder.path, folder.relative);
    if (!inside)
        return listing.problem(Kind::Unreadable, folder.relative, inside.error().detail);
    addImages(listing, *inside, folder.relative, split, className);
}

void listSplit(Listing &listing, const ClassFolderLayout &layout, const FolderEntry &folder, Split split)
{
    const Result<FolderListing> inside = listFolder(folder.path, folder.relative);
    if (!inside)
        return listing.problem(Kind::Unreadable, folder.relative, inside.error().detail);
    for (const FolderEntry &classFolder : inside->folders)
        if (!contains(layout.masks, classFolder.relative))
            listClass(listing, layout, classFolder, split);
    const auto loose = std::count_if(inside->files.begin(), inside->files.end(),
                                     [](const FolderEntry &file) { return hasImageName(file.name); });
    if (loose > 0)
        listing.problem(Kind::StrayFile, folder.relative,
                        fmt::format("{} images stand outside a class folder and are left out", loose));
}

void attachClassMasks(Listing &listing, const ClassFolderLayout &layout, const fs::path &root,
                      const std::string &maskFolder)
{
    if (!isFolder(root / maskFolder))
        return;
    const Result<FolderListing> folder = listFolder(root / maskFolder, maskFolder);
    if (!folder)
        return listing.problem(Kind::Unreadable, maskFolder, folder.error().detail);
    std::map<std::string, std::vector<ImageRecord *>> byClass;
    for (ImageRecord &image : listing.images)
        byClass[image.className].push_back(&image);
    for (const FolderEntry &classFolder : folder->folders) {
        if (classFolder.name == layout.good)
            continue; // some converters write black masks for good images
        const auto images = byClass.find(classFolder.name);
        if (images == byClass.end())
            listing.problem(Kind::StrayFile, classFolder.relative, "masks of a class that has no images");
        else
            attachMasks(listing, classFolder.path, classFolder.relative, images->second);
    }
}

Result<Listing> listClassFolders(const fs::path &root, const ClassFolderLayout &layout)
{
    Result<FolderListing> top = listFolder(root);
    if (!top)
        return failFrom(std::move(top));
    Listing listing;
    for (const FolderEntry &folder : top->folders) {
        const auto split = std::find_if(layout.splits.begin(), layout.splits.end(),
                                        [&](const auto &known) { return known.first == folder.name; });
        if (split != layout.splits.end())
            listSplit(listing, layout, folder, split->second);
        else if (!contains(layout.masks, folder.relative) && !contains(layout.sideFolders, folder.name))
            listing.problem(Kind::StrayFile, folder.relative,
                            "a folder that is not part of the layout; it is left out");
    }
    for (const FolderEntry &file : top->files)
        if (hasImageName(file.name))
            listing.problem(Kind::StrayFile, file.relative,
                            "an image outside the folders of the layout; it is left out");
    for (const std::string &masks : layout.masks)
        attachClassMasks(listing, layout, root, masks);
    return listing;
}

} // namespace

Result<Listing> listMvtecAd(const fs::path &root)
{
    return listClassFolders(root, {{{"train", Split::Train},
                                    {"validation", Split::Validation},
                                    {"test", Split::Test},
                                    {"test_public", Split::Test}},
                                   "good",
                                   {"ground_truth", "test_public/ground_truth"}});
}

Result<Listing> listBtad(const fs::path &root)
{
    return listClassFolders(root, {{{"train", Split::Train}, {"test", Split::Test}}, "ok", {"ground_truth"}});
}

void addImages(Listing &listing, const FolderListing &folder, const std::string &relative, Split split,
               const std::string &className)
{
    std::vector<std::string> strays;
    for (const FolderEntry &file : folder.files) {
        if (hasImageName(file.name))
            listing.images.push_back({file.relative, file.path, split, className, {}, file.relative});
        else
            strays.push_back(file.name);
    }
    if (!strays.empty())
        listing.problem(Kind::StrayFile, relative,
                        fmt::format("{} files are no images (the first is {})", strays.size(), strays.front()));
    for (const FolderEntry &child : folder.folders)
        listing.problem(Kind::StrayFile, child.relative, "a folder inside a class folder; it is left out");
    for (const FolderEntry &other : folder.others)
        listing.problem(Kind::Unreadable, other.relative, "a broken link or no regular file");
}

} // namespace patina
