#include "core/dataset/layouts.h"
#include "core/dataset/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace patina {

namespace fs = std::filesystem;
using Kind = DatasetProblem::Kind;

namespace {

constexpr const char *impurityFolder = "impurity";

std::string withoutEnding(const std::string &relative)
{
    return relative.substr(0, relative.size() - fs::path(relative).extension().string().size());
}

std::string lastComponent(const std::string &key)
{
    return key.substr(key.rfind('/') + 1);
}

bool endsInComponents(const std::string &id, const std::string &key)
{
    return id == key || (id.size() > key.size() && id.ends_with(key) && id[id.size() - key.size() - 1] == '/');
}

class ImpurityMatcher
{
public:
    explicit ImpurityMatcher(Listing &listing) : m_listing(listing)
    {
        for (std::size_t i = 0; i < listing.images.size(); ++i)
            m_byStem.emplace(lastComponent(withoutEnding(listing.images[i].id)), i);
    }

    /// \param key path below `impurity/<class>/`, without ending.
    void attach(const FolderEntry &mask, const std::string &className, const std::string &key)
    {
        std::vector<std::size_t> fits;
        if (key.ends_with("_mask"))
            fits = fitting(key.substr(0, key.size() - 5));
        if (fits.empty())
            fits = fitting(key);
        if (fits.size() == 1)
            return attachTo(m_listing.images[fits.front()], mask, className);
        if (fits.empty())
            return m_listing.problem(Kind::StrayFile, mask.relative, "an impurity mask that fits no image");
        m_listing.problem(Kind::AmbiguousMask, mask.relative,
                          fmt::format("fits {} images ({}, {}{}) and is left out: put it into a folder named like the "
                                      "image's, such as impurity/{}/{}_mask.png",
                                      fits.size(), m_listing.images[fits[0]].id, m_listing.images[fits[1]].id,
                                      fits.size() > 2 ? ", ..." : "", className,
                                      withoutEnding(m_listing.images[fits[0]].id)));
    }

private:
    std::vector<std::size_t> fitting(const std::string &key) const
    {
        std::vector<std::size_t> fits;
        const auto [first, last] = m_byStem.equal_range(lastComponent(key));
        for (auto at = first; at != last; ++at)
            if (endsInComponents(withoutEnding(m_listing.images[at->second].id), key))
                fits.push_back(at->second);
        std::sort(fits.begin(), fits.end(),
                  [&](std::size_t a, std::size_t b) { return m_listing.images[a].id < m_listing.images[b].id; });
        return fits;
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
    std::multimap<std::string, std::size_t> m_byStem;
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

bool isClassName(const std::string &name)
{
    const bool plain = std::none_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '/' || c == '\\';
    });
    return plain && !name.empty() && name.size() <= 128 && name != "good" && isUtf8(name);
}

} // namespace patina
