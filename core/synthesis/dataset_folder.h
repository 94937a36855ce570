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
/// \param exemplar see createScene().
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

inline constexpr const char *journalName =
    "journal.jsonl"; ///< of a run that is under way: a line for each finished image
inline constexpr std::string_view ambiguousClass = "ambiguous";

/// Manifest entries of images that an earlier run finished, by stem, one for each version.
using FinishedImages = std::map<std::string, std::vector<nlohmann::ordered_json>>;

/// What an earlier run of the same specification (but for its counts) by the same generator left whole in `folder`:
/// every file of an image is there with its SHA-256. Empty where there is none.
/// \param generator see manifest field "generator". Errors: Cancelled.
Result<FinishedImages> finishedImages(const SynthesisSpec &spec, const std::vector<PlannedImage> &images,
                                      const std::filesystem::path &folder, const std::string &generator,
                                      const JobContext &context);

/// SHA-256 over small pictures of each kind that the specification makes: two programs with the same one make the same
/// pixels, so that the files of one may stand beside those of the other.
std::string generatorOf(const SynthesisSpec &spec, const std::vector<PlannedImage> &images,
                        const std::shared_ptr<const ExemplarImages> &exemplar);

/// Makes `folder` ready: creates it, or takes it over from an earlier run, whose files are removed but for those of
/// `finished`. Leaves a manifest that says "complete": false and lists every file that may be written, and a journal of
/// what is finished; makes the folders for them.
/// Errors: BadArgument (holds something else), WriteFailed.
Result<void> prepareFolder(const SynthesisSpec &spec, const std::vector<PlannedImage> &images,
                           const std::filesystem::path &folder, const FinishedImages &finished,
                           const std::string &generator);

/// A line of the journal.
std::string journalLine(const std::string &stem, const std::vector<nlohmann::ordered_json> &entries);

} // namespace patina::synthesis
