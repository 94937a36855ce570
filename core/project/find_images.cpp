#include "core/project/find_images.h"

#include "core/base/sha256.h"

#include <fmt/format.h>

#include <iterator>
#include <vector>

namespace patina {

namespace fs = std::filesystem;

namespace {

struct Place
{
    fs::path file; ///< empty: none
    bool otherContent = false;
};

/// a/b/c.png: a/b/c.png, b/c.png, c.png.
std::vector<fs::path> endsOf(const fs::path &path)
{
    std::vector<fs::path> ends;
    fs::path relative = path.relative_path();
    while (!relative.empty()) {
        ends.push_back(relative);
        fs::path rest;
        for (auto part = std::next(relative.begin()); part != relative.end(); ++part)
            rest /= *part;
        relative = std::move(rest);
    }
    return ends;
}

Result<Place> placeOf(const ProjectImage &image, const fs::path &former, const fs::path &below,
                      const JobContext &context)
{
    Place place;
    for (const fs::path &end : endsOf(former)) {
        const fs::path file = below / end;
        std::error_code ec;
        if (!fs::is_regular_file(file, ec))
            continue;
        const auto hash = sha256OfFile(file, context);
        if (!hash && hash.error().code == ErrorCode::Cancelled)
            return cancelledError();
        if (hash && (image.sha256.empty() || *hash == image.sha256))
            return Place{file, false};
        place.otherContent = true;
    }
    return place;
}

} // namespace

Result<FoundImages> findImages(const fs::path &projectFolder, const ProjectContents &contents, const fs::path &below,
                               const JobContext &context)
{
    std::error_code ec;
    if (!fs::is_directory(below, ec))
        return fail(ErrorCode::BadArgument, fmt::format("{} is no folder", below.string()));
    FoundImages found;
    std::int64_t looked = 0;
    for (const ProjectImage &image : contents.images) {
        context.report("images", looked++, std::ssize(contents.images));
        if (context.cancelled())
            return cancelledError();
        const fs::path former = (projectFolder / image.path).lexically_normal();
        if (fs::exists(former, ec))
            continue;
        ++found.missing;
        auto place = placeOf(image, former, below, context);
        if (!place)
            return failFrom(std::move(place));
        if (place->file.empty()) {
            found.otherContent += place->otherContent;
            continue;
        }
        ++found.found;
        ProjectImage moved = image;
        moved.path = Project::storedPath(projectFolder, place->file);
        found.change.edits.push_back(changed(image, std::move(moved)));
    }
    found.change.action = fmt::format("find {} images in {}", found.found, below.string());
    return found;
}

} // namespace patina
