#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/synthesis/synthesis_spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// Real defects of a class, and the kind that is made like them.
struct DefectFit
{
    std::string className;
    std::string kind;
};
/// "blowhole=pit"; "crack" stands for "crack=crack". Errors: BadArgument (no name on a side).
Result<DefectFit> parseDefectFit(std::string_view text);

/// Fits the ranges and places of a specification to the masks of the test images of a real data set, in that set's own
/// scale, else in the specification's (a notice where they differ), and adds the SHA-256 of these images to those that
/// it was fitted to before: what is measured on them proves nothing. Regions of one kind count together, of whatever
/// class they are. Errors: BadArgument (a class that is not there; those of fitRanges()), those of openImage(),
/// loadLabels() and sha256OfFile(), Cancelled.
Result<void> fitDefects(const Dataset &real, const std::vector<DefectFit> &fits, SynthesisSpec &spec,
                        const JobContext &context);

} // namespace patina
