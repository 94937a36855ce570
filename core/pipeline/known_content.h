#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/evaluation/used_images.h"
#include "core/pipeline/model.h"

#include <filesystem>
#include <string>
#include <vector>

namespace patina {

/// Digests of the training images, in their order; "" where the model keeps none.
inline std::vector<std::string> imageDigestsOf(const ModelInfo &info)
{
    std::vector<std::string> digests = info.imageDigests;
    digests.resize(info.images.size());
    return digests;
}

/// The images that the bank was trained on.
inline UsedImages trainedContent(const ModelInfo &info)
{
    UsedImages used;
    const std::vector<std::string> digests = imageDigestsOf(info);
    for (std::size_t i = 0; i < info.images.size(); ++i)
        used.add(info.images[i], digests[i]);
    return used;
}

/// Those, and the ones that the score scale was made of.
inline UsedImages usedImagesOf(const ModelInfo &info)
{
    UsedImages used = trainedContent(info);
    for (std::size_t i = 0; i < info.heldOutImages.size(); ++i)
        used.add(info.heldOutImages[i], i < info.heldOutDigests.size() ? info.heldOutDigests[i] : std::string());
    return used;
}

/// contentDigest() of a file; "" where it cannot be read, which whoever decodes it says. Right after it was opened: its
/// bytes are in the system's memory then, and are not fetched a second time. Errors: Cancelled.
Result<std::string> digestOfFile(const std::filesystem::path &path, const JobContext &context);

/// Says which test images of a data set are copies of images that the model was made from. Only files as long as one of
/// the data set's good images are read. Errors: Cancelled.
Result<void> noticeTestCopies(const Dataset &dataset, const ModelInfo &info, const JobContext &context);

} // namespace patina
