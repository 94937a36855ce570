#include "core/studies/exemplar_paths.h"

#include "core/base/sha256.h"

#include <string>
#include <utility>

namespace patina {

Result<std::set<std::filesystem::path>> pathsOfExemplars(const Dataset &real, const std::vector<StudyDataset> &made,
                                                         const JobContext &context)
{
    std::set<std::string> contents;
    for (const StudyDataset &set : made)
        if (const auto spec = readSpec(set.dataset.root / "manifest.json")) {
            for (const ExemplarImage &image : spec->exemplar.images)
                contents.insert(image.sha256);
            contents.insert(spec->fittedTo.begin(), spec->fittedTo.end());
        }
    std::set<std::filesystem::path> paths;
    if (contents.empty())
        return paths;
    for (const ImageRecord &record : real.images) {
        auto content = sha256OfFile(record.path, context);
        if (!content)
            return failFrom(std::move(content));
        if (contents.contains(*content))
            paths.insert(record.path);
    }
    return paths;
}

} // namespace patina
