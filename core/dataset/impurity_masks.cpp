#include "core/dataset/layouts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace patina {

namespace fs = std::filesystem;
using Kind = DatasetProblem::Kind;

namespace {

constexpr const char *impurityFolder = "impurity";

std::string withoutEnding(const std::string &relative)
{
    return relative.substr(0, relative.size() - fs::path(relative).extension().string().size());
}

/// The images whose id ends in a key: how many, and the first two by id.
struct Fits
{
    std::size_t count = 0;
    std::size_t first = 0;
    std::size_t second = 0;
};

class ImpurityMatcher
{
public:
    explicit ImpurityMatcher(Listing &listing) : m_listing(listing)
    {
        std::vector<std::size_t> byId(listing.images.size());
        std::iota(byId.begin(), byId.end(), std::size_t{0});
        std::sort(byId.begin(), byId.end(),
                  [&](std::size_t a, std::size_t b) { return listing.images[a].id < listing.images[b].id; });
        for (const std::size_t image : byId)
            addEndings(withoutEnding(listing.images[image].id), image);
    }

    /// \param key path below `impurity/<class>/`, without ending.
    void attach(const FolderEntry &mask, const std::string &className, const std::string &key)
    {
        Fits fits;
        if (key.ends_with("_mask"))
            fits = fitting(key.substr(0, key.size() - 5));
        if (fits.count == 0)
            fits = fitting(key);
        if (fits.count == 0)
            return m_listing.problem(Kind::StrayFile, mask.relative, "an impurity mask that fits no image");
        const ImageRecord &first = m_listing.images[fits.first];
        if (fits.count == 1)
            return attachTo(m_listing.images[fits.first], mask, className);
        m_listing.problem(Kind::AmbiguousMask, mask.relative,
                          fmt::format("fits {} images ({}, {}{}) and is left out: put it into a folder named like the "
                                      "image's, such as impurity/{}/{}_mask.png",
                                      fits.count, first.id, m_listing.images[fits.second].id,
                                      fits.count > 2 ? ", ..." : "", className, withoutEnding(first.id)));
    }

private:
    /// Every key that fits an id is looked up as it stands: the id itself and what follows each of its slashes.
    void addEndings(const std::string &id, std::size_t image)
    {
        std::size_t start = 0;
        do {
            Fits &fits = m_byEnding[id.substr(start)];
            ++fits.count;
            if (fits.count <= 2)
                (fits.count == 1 ? fits.first : fits.second) = image;
            start = id.find('/', start) + 1; // 0 behind the last
        } while (start != 0);
    }

    Fits fitting(const std::string &key) const
    {
        const auto found = m_byEnding.find(key);
        return found == m_byEnding.end() ? Fits{} : found->second;
    }

    void attachTo(ImageRecord &image, const FolderEntry &mask, const std::string &className)
    {
        const bool taken = std::any_of(image.masks.begin(), image.masks.end(),
                                       [&](const MaskFile &present) { return present.className == className; });
        if (taken)
            m_listing.problem(Kind::AmbiguousMask, mask.relative,
                              fmt::format("{} already has a mask of class {}: both count", image.id, className));
        image.masks.push_back({mask.path, className});
    }

    Listing &m_listing;
    std::map<std::string, Fits> m_byEnding;
};

void attachClass(Listing &listing, ImpurityMatcher &matcher, const FolderEntry &classFolder)
{
    const Result<FolderTree> tree = listTree(classFolder.path, classFolder.relative);
    if (!tree)
        return listing.problem(Kind::Unreadable, classFolder.relative, tree.error().detail);
    for (const auto &[folder, error] : tree->unreadable)
        listing.problem(Kind::Unreadable, folder.relative, error.detail);
    for (const FolderEntry &other : tree->others)
        listing.problem(Kind::Unreadable, other.relative, "a broken link or no regular file");
    for (const FolderEntry &mask : tree->files) {
        if (hasImageName(mask.name))
            matcher.attach(mask, classFolder.name,
                           withoutEnding(mask.relative.substr(classFolder.relative.size() + 1)));
        else
            listing.problem(Kind::StrayFile, mask.relative, "a file that is no mask image");
    }
}

} // namespace

Result<std::set<std::string>> attachImpurityMasks(Listing &listing, const fs::path &root)
{
    std::set<std::string> classes;
    if (!isFolder(root / impurityFolder))
        return classes;
    Result<FolderListing> folder = listFolder(root / impurityFolder, impurityFolder);
    if (!folder)
        return failFrom(std::move(folder));
    for (const FolderEntry &file : folder->files)
        listing.problem(Kind::StrayFile, file.relative, "impurity masks stand in a folder named after their class");
    ImpurityMatcher matcher(listing);
    for (const FolderEntry &classFolder : folder->folders) {
        if (!isClassName(classFolder.name)) {
            listing.problem(Kind::StrayFile, classFolder.relative, "cannot be the name of an impurity class");
            continue;
        }
        classes.insert(classFolder.name);
        attachClass(listing, matcher, classFolder);
    }
    return classes;
}

} // namespace patina
