#include "core/project/formats/image_matcher.h"

#include "core/project/formats/folder_target.h"

#include <algorithm>

namespace patina::formats {

namespace fs = std::filesystem;

namespace {

constexpr int byId = 1 << 20;
constexpr int byPath = byId - 1;

std::string withoutEnding(const std::string &name)
{
    const auto dot = name.rfind('.');
    const auto slash = name.rfind('/');
    const bool ends = dot != std::string::npos && dot > 0 && (slash == std::string::npos || dot > slash + 1);
    return ends ? name.substr(0, dot) : name;
}

/// '/' separated, without what leads up or says "here".
std::string normalised(const std::string &said)
{
    std::string slashed = said;
    std::ranges::replace(slashed, '\\', '/');
    std::string name = fs::path(slashed).lexically_normal().generic_string();
    while (name.starts_with("../"))
        name.erase(0, 3);
    return name;
}

int componentsOf(const std::string &path)
{
    return 1 + static_cast<int>(std::ranges::count(path, '/'));
}

} // namespace

ImageMatcher::ImageMatcher(const ProjectContents &contents, const fs::path &folder)
{
    for (std::size_t i = 0; i < contents.images.size(); ++i) {
        const ProjectImage &image = contents.images[i];
        m_ids.emplace(image.id, i);
        m_paths.emplace(image.path, i);
        m_paths.emplace(imagePlace(folder, image.path).generic_string(), i);
        addTails(image.id, i);
        addTails(image.path, i);
    }
}

void ImageMatcher::addTails(const std::string &path, std::size_t image)
{
    std::size_t start = 0;
    do {
        const std::string tail = path.substr(start);
        for (auto *tails : {&m_tails, &m_tailsWithoutEnding}) {
            const auto [place, added] =
                tails->emplace(tails == &m_tails ? tail : withoutEnding(tail), Tail{image, false});
            place->second.several |= !added && place->second.image != image;
        }
        start = path.find('/', start) + 1; // 0 behind the last
    } while (start != 0);
}

tl::expected<ImageMatcher::Fit, ImageMatcher::Miss> ImageMatcher::fitOf(const ForeignImage &image) const
{
    const std::string name = normalised(image.name);
    const bool kept = image.ending == NameEnding::Kept;
    for (const auto &[names, strength] : {std::pair(&m_ids, byId), std::pair(&m_paths, byPath)})
        for (const std::string &said : {image.name, name})
            if (const auto found = names->find(said); kept && found != names->end())
                return Fit{found->second, strength};
    const auto &tails = kept ? m_tails : m_tailsWithoutEnding;
    std::size_t start = 0;
    do {
        const std::string tail = name.substr(start);
        if (const auto found = tails.find(tail); found != tails.end() && !tail.empty()) {
            if (found->second.several)
                return tl::unexpected(Miss::Several);
            return Fit{found->second.image, componentsOf(tail)};
        }
        start = name.find('/', start) + 1;
    } while (start != 0);
    return tl::unexpected(Miss::None);
}

std::vector<tl::expected<std::size_t, ImageMatcher::Miss>>
ImageMatcher::match(const std::vector<ForeignImage> &images) const
{
    struct Claim
    {
        int strength = 0;
        std::string name;
        bool disputed = false; ///< by another name
    };
    std::map<std::size_t, Claim> claims;
    std::vector<tl::expected<Fit, Miss>> fits;
    for (const ForeignImage &image : images) {
        fits.push_back(fitOf(image));
        if (!fits.back())
            continue;
        Claim &claim = claims[fits.back()->image];
        if (fits.back()->strength > claim.strength)
            claim = {fits.back()->strength, image.name, false};
        else if (fits.back()->strength == claim.strength && claim.name != image.name)
            claim.disputed = true;
    }
    std::vector<tl::expected<std::size_t, Miss>> matches;
    for (const auto &fit : fits) {
        if (!fit) {
            matches.push_back(tl::unexpected(fit.error()));
            continue;
        }
        const Claim &claim = claims.at(fit->image);
        if (fit->strength < claim.strength)
            matches.push_back(tl::unexpected(Miss::None));
        else if (claim.disputed && fit->strength < byPath)
            matches.push_back(tl::unexpected(Miss::Several));
        else
            matches.push_back(fit->image);
    }
    return matches;
}

} // namespace patina::formats
