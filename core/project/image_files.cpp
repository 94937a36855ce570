#include "core/project/image_files.h"

#include "core/base/sha256.h"

namespace patina {

Result<ImageFiles> checkImageFiles(const Project &project, const ProjectContents &contents, const JobContext &context)
{
    ImageFiles files;
    std::int64_t looked = 0;
    const auto total = std::ssize(contents.images);
    for (const ProjectImage &image : contents.images) {
        context.report("images", looked++, total);
        const auto hash = sha256OfFile(project.fullPath(image.path), context);
        if (!hash && hash.error().code == ErrorCode::Cancelled)
            return cancelledError();
        if (!hash)
            files.missing.push_back(image.id);
        else if (*hash != image.sha256)
            files.changed.push_back(image.id);
        else
            ++files.same;
    }
    context.report("images", total, total);
    return files;
}

} // namespace patina
