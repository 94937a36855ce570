#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/synthesis/synthesis_spec.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace patina::synthesis {

/// One image of a data set before it is made.
struct PlannedImage
{
    std::string split;       ///< "train/good", "validation/good", "test/good", "test/scratch"
    std::string stem;        ///< unique in the data set
    std::string defectClass; ///< empty: a good part; "ambiguous" for those
    std::string ambiguity{}; ///< which case an ambiguous image is
    std::uint64_t seed = 0;
    int number = 0; ///< in its split

    std::string path() const { return split + "/" + stem + ".png"; }
    std::string defectMaskPath() const { return "ground_truth/" + defectClass + "/" + stem + "_mask.png"; }
    std::string impurityMaskPath(std::string_view className) const
    {
        return "impurity/" + std::string(className) + "/" + stem + "_mask.png";
    }
};
std::vector<PlannedImage> planImages(const SynthesisSpec &spec);
struct Scene;
struct ExemplarImages;
/// The number that photoOf() goes by: images to validate on have photos of their own, behind those of the split that is
/// tested on the most.
int photoNumberOf(const SynthesisSpec &spec, const PlannedImage &image);
/// \param exemplar see createScene(); its photos are taken in turn, see photoOf().
Scene sceneOf(const SynthesisSpec &spec, const PlannedImage &image,
              const std::shared_ptr<const ExemplarImages> &exemplar);

/// One data set inside of the folder: "" or "clean/", "stained/".
struct VersionFolder
{
    SynthesisVersion version;
    std::string prefix;
};
std::vector<VersionFolder> versionFolders(const SynthesisSpec &spec);

inline constexpr std::string_view manifestFormat = "patina-synthetic-dataset";
inline constexpr int manifestFormatVersion = 1;
inline constexpr const char *manifestName = "manifest.json";

inline constexpr const char *labelsName = "labels.json";
inline constexpr const char *scaleName = "scale.json";
inline constexpr std::string_view ambiguousClass = "ambiguous";
inline constexpr std::string_view validationSplit = "validation/good";

struct EarlierRun;
struct NotedImage;

/// Makes `folder` ready: creates it, or takes it over from an earlier run, whose files are removed but for those of
/// `finished`. Leaves a manifest that says "complete": false and lists every file that may be written, and a journal of
/// what is finished; makes the folders for them. Stopped half-way, the journal knows what was there.
/// \param earlier see readEarlierRun(). \param identities see identitiesOf(), the manifest's field "generator".
/// Errors: those of checkOwn(), WriteFailed.
Result<void> prepareFolder(const SynthesisSpec &spec, const std::vector<PlannedImage> &images,
                           const std::filesystem::path &folder, const EarlierRun &earlier,
                           const std::map<std::string, NotedImage> &finished,
                           const std::map<std::string, std::string> &identities, const JobContext &context);

} // namespace patina::synthesis
