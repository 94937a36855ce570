#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/synthesis/synthesis_spec.h"

#include <cstdint>
#include <filesystem>

namespace patina {

/// That all good training images have 8 bits a channel, or all 16. Errors: BadArgument, with one of each; those of
/// probeImage().
Result<void> checkOneDepth(const Dataset &dataset);

/// Good parts made like the images of a data set: for each size of theirs a set of its own in `folder`, with as large a
/// share of recipe.counts.train as it has of the images, at least one each. \param recipe of the surface "exemplar";
/// which images it is like, its size and other counts do not matter. \param seed other parts for another one.
/// \returns the made images, all to train on. Errors: BadArgument (another surface, no images), those of
/// checkOneDepth(), chooseExemplar(), writeDataset() and openDataset().
Result<Dataset> makeParts(const SynthesisSpec &recipe, const Dataset &like, std::uint64_t seed,
                          const std::filesystem::path &folder, int threads, const JobContext &context);

} // namespace patina
