#include "app/cli/group_option.h"

#include "core/dataset/group_pattern.h"
#include "core/dataset/side_files.h"

#include <fmt/format.h>

#include <filesystem>

namespace patina::cli {

Result<void> setGroups(Dataset &dataset, const std::string &fileOrPattern, const JobContext &job)
{
    if (fileOrPattern.empty())
        return {};
    std::error_code ec;
    if (std::filesystem::exists(fileOrPattern, ec)) {
        const std::size_t known = dataset.problems.size();
        if (auto set = assignGroups(dataset, fileOrPattern); !set)
            return set;
        for (std::size_t i = known; i < dataset.problems.size(); ++i)
            job.notice(dataset.problems[i].detail);
        return {};
    }
    const auto matched = assignGroupsByPattern(dataset, fileOrPattern);
    if (!matched)
        return fail(matched.error().code,
                    fmt::format("--groups: there is no such file, and {}", matched.error().detail));
    if (*matched < std::ssize(dataset.images))
        job.notice(fmt::format("--groups matches {} of {} images; the others keep their group", *matched,
                               dataset.images.size()));
    return {};
}

Result<void> setGroups(ProjectContents &contents, const std::string &fileOrPattern, const JobContext &job)
{
    if (fileOrPattern.empty())
        return {};
    Dataset listed;
    for (const ProjectImage &image : contents.images)
        listed.images.push_back({image.id, image.path, image.split, image.className, {}, image.group});
    return setGroups(listed, fileOrPattern, job).map([&] {
        for (std::size_t i = 0; i < listed.images.size(); ++i)
            contents.images[i].group = listed.images[i].group;
    });
}

} // namespace patina::cli
