#include "core/studies/exemplar_paths.h"

#include "core/base/sha256.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <string>
#include <system_error>
#include <utility>

namespace patina {

namespace {

using nlohmann::json;

/// The images of a manifest with what their surface is like, and nothing else of it: read as it comes.
json imagesOf(const std::filesystem::path &manifest)
{
    constexpr int top = 1;
    constexpr int ofImage = 3;
    constexpr int ofSurface = 4;
    const auto keep = [](int depth, json::parse_event_t event, const json &value) {
        if (event != json::parse_event_t::key)
            return true;
        return (depth != top || value == "images") && (depth != ofImage || value == "surface") &&
               (depth != ofSurface || value == "like");
    };
    std::ifstream stream(manifest, std::ios::binary);
    const json parsed = json::parse(stream, keep, false);
    return parsed.is_object() && parsed.contains("images") ? parsed.at("images") : json();
}

/// Contents of the photos that images were made on; of all that are named where an image does not say.
std::set<std::string> photosOf(const std::filesystem::path &manifest, const ExemplarSpec &exemplar)
{
    std::map<std::string, std::string> named;
    std::set<std::string> all;
    for (const ExemplarImage &image : exemplar.images) {
        named[image.path] = image.sha256;
        all.insert(image.sha256);
    }
    const json images = imagesOf(manifest);
    if (!images.is_array() || images.empty())
        return all;
    std::set<std::string> used;
    for (const json &image : images) {
        const json *like = nullptr;
        if (image.is_object() && image.contains("surface") && image["surface"].is_object() &&
            image["surface"].contains("like"))
            like = &image["surface"]["like"];
        const auto found = like != nullptr && like->is_string() ? named.find(like->get<std::string>()) : named.end();
        if (found == named.end())
            return all;
        used.insert(found->second);
    }
    return used;
}

} // namespace

Result<std::optional<std::set<std::string>>> contentsOfExemplars(const std::filesystem::path &made)
{
    const std::filesystem::path manifest = made / "manifest.json";
    std::error_code ignored;
    if (!std::filesystem::exists(std::filesystem::symlink_status(manifest, ignored)))
        return std::nullopt;
    const auto spec = readSpec(manifest);
    if (!spec)
        return tl::unexpected(spec.error());
    std::set<std::string> contents(spec->fittedTo.begin(), spec->fittedTo.end());
    if (spec->surface == "exemplar" && spec->exemplar.base == ExemplarBase::Photo)
        contents.merge(photosOf(manifest, spec->exemplar));
    else if (spec->surface == "exemplar")
        for (const ExemplarImage &image : spec->exemplar.images)
            contents.insert(image.sha256);
    return contents;
}

Result<std::set<std::filesystem::path>> pathsOfExemplars(const Dataset &real, const std::vector<StudyDataset> &made,
                                                         const JobContext &context)
{
    std::set<std::string> contents;
    for (const StudyDataset &set : made) {
        auto some = contentsOfExemplars(set.dataset.root);
        if (!some)
            return failFrom(std::move(some));
        if (!*some)
            context.notice(
                fmt::format("{} has no manifest.json that says what it is like: no real image is left out for it",
                            set.dataset.root.string()));
        else
            contents.merge(**some);
    }
    std::set<std::filesystem::path> paths;
    if (contents.empty())
        return paths;
    std::set<std::string> groups;
    for (const ImageRecord &record : real.images) {
        auto content = sha256OfFile(record.path, context);
        if (!content)
            return failFrom(std::move(content));
        if (contents.contains(*content))
            groups.insert(record.group);
    }
    for (const ImageRecord &record : real.images)
        if (groups.contains(record.group))
            paths.insert(record.path);
    return paths;
}

} // namespace patina
