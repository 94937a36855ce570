#pragma once

#include <string>
#include <string_view>

namespace patina::cli {

/// What a figure is called in print: `at.review.defects.scratch.recall` is "recall of scratch at review". A name that
/// is not known stays as it is.
std::string figureTitle(std::string_view name);

/// Of a class in a sentence: "all defects" for the total.
std::string defectTitle(std::string_view className);

} // namespace patina::cli
