#include "core/thresholds/project_parts.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace patina {

std::vector<KnownImage> knownImages(const ProjectEvaluationRequest &request)
{
    const ProjectTruth truth(request.contents, request.reader);
    std::vector<KnownImage> known;
    for (const std::size_t index : truth.scope(request.usedByModel).counted) {
        const ProjectImage &image = request.contents->images[index];
        const bool isTest = image.split == Split::Test; // the folder of another says what it was trained as
        known.push_back({image.id, image.group, isTest ? image.className : "good", truth.classesOn(index)});
    }
    return known;
}

CopiesTogether joinCopies(ProjectEvaluationRequest &request)
{
    std::map<std::string, std::string> hashes;
    std::map<std::string, std::string> groups;
    for (const ProjectImage &image : request.contents->images) {
        hashes[image.id] = image.sha256;
        groups[image.id] = image.group;
    }
    CopiesTogether together = copiesTogether(
        [groups = std::move(groups)](const std::string &id) {
            const auto found = groups.find(id);
            return found == groups.end() ? std::string() : found->second;
        },
        hashes);
    if (together.copies == 0)
        return together;
    auto contents = std::make_shared<ProjectContents>(*request.contents);
    for (ProjectImage &image : contents->images)
        image.group = together.groupOf(image.id);
    request.contents = std::move(contents);
    return together;
}

Result<ImageParts> partsOfProject(ProjectEvaluationRequest request, double share, std::uint64_t seed)
{
    joinCopies(request);
    return dealtParts(knownImages(request), share, seed);
}

} // namespace patina
