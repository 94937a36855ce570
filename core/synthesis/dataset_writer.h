#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/synthesis/synthesis_spec.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace patina {

struct SynthesisOptions
{
    int threads = 0; ///< images made at the same time; 0 = all cores; fewer where memory would get short
};

struct SynthesisSummary
{
    /// One MVTec AD data set each: `folder` itself, or its clean/ and stained/ where both were asked for.
    std::vector<std::filesystem::path> datasets;
    std::int64_t images = 0; ///< files, over all versions
    std::int64_t masks = 0;
    std::int64_t stainedImages = 0; ///< images with an impurity
    std::int64_t kept = 0;          ///< of the images: stood already, from an earlier run
    double seconds = 0.0;
};

/// Makes a data set: train/good, validation/good, test/good, test/<class>, ground_truth/<class>/<stem>_mask.png,
/// impurity/<class>/<stem>_mask.png, labels.json, scale.json and manifest.json (specification, the parameters and the
/// SHA-256 of every image). Both versions share everything but the impurities. File names are unique in a data set.
///
/// Images are made and written strip by strip: memory does not grow with their height, and as many are made at the same
/// time as fit into half a GiB.
///
/// A data set that an earlier run left in `folder` is replaced (its own files only); a folder that holds anything else
/// is refused, and so is one where a file of that run has other bytes than it wrote: nothing of the user's is lost. No
/// file is ever half-written; while a run is under way, or after one that failed or was cancelled, the manifest says
/// `"complete": false`, and journal.jsonl knows what was written. An image is not made again where its files are there
/// with their SHA-256 and all that they depend on is the same (manifest field "generator", by kind of images): other
/// counts, more kinds of defects or other ranges of one leave the other images as they are.
/// Test images of the class ambiguous have their masks in ground_truth/ambiguous, in both versions.
/// Progress: stage "synthesis", images; strips where an image has over 4 megapixels.
/// One run at a time: another one in the same folder is refused.
/// Errors: BadArgument (specification; folder not empty, or of a run that goes on; a file of the user's in the way),
/// WriteFailed, OutOfMemory, Cancelled, Internal; for the surface "exemplar" those of loadExemplar and of openImage.
Result<SynthesisSummary> writeDataset(const SynthesisSpec &spec, const std::filesystem::path &folder,
                                      const SynthesisOptions &options, const JobContext &context);

} // namespace patina
