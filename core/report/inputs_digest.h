#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/report/report_input.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace patina {

/// One image of an evaluation, and what is said of it.
struct DigestItem
{
    std::string id;
    std::string sha256; ///< of the image file
    std::string className;
    std::string group;
    std::vector<std::pair<std::string, std::string>> labels; ///< class, and SHA-256 of what says where it is
};

/// SHA-256 of one line for each class and each image: compact JSON lists, a line feed after each, first
/// ["class", name, kind], sorted, then ["image", id, sha256, class, group, [[class, sha256], ...]], sorted by id, their
/// labels sorted. So whatever is evaluated, a moved pixel, another label, an image more or less changes it, and the
/// order of files does not.
InputsDigest inputsDigest(std::vector<DigestItem> items, std::vector<LabelClass> classes);

/// Of a data set: its test images, and the good images of the validation split, which set the threshold of SegF1, with
/// their masks. \param known SHA-256 of image files by their ids, which are not read again. Stage "digest" (images).
/// Errors: NotFound, Unreadable, Cancelled.
Result<InputsDigest> inputsDigest(const Dataset &dataset, const JobContext &context,
                                  const std::map<std::string, std::string> &known = {});

} // namespace patina
