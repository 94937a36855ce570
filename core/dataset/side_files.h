#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// labels.json: {"classes":[{"name":"water-stain","kind":"impurity"}, ...]}; the kind is defect where it is not given,
/// other keys are left to those who wrote them. Errors: BadFormat (with what is wrong and where; a key given twice),
/// TooLarge (nested over 16 deep).
Result<std::vector<LabelClass>> parseLabelClasses(std::string_view json);

/// scale.json: {"mmPerPixel":0.01}. \returns a finite value over 0 and at most 1000. Errors: those of
/// parseLabelClasses.
Result<double> parseScale(std::string_view json);

/// The classes of labels.json; nothing where there is no such file. Errors: those of the parser, with the file's name.
Result<std::optional<std::vector<LabelClass>>> readLabelClasses(const std::filesystem::path &root);
/// The value of scale.json; nothing where there is no such file.
Result<std::optional<double>> readScale(const std::filesystem::path &root);

/// Sets the groups of a data set from a CSV file with the columns image,group. An image is named by its id or, where it
/// is the only one of that name, by its file name. Images that are not listed keep their group; rows and images without
/// a partner become one problem each. Errors: those of readCsvTable, BadFormat (empty group, two groups for an image).
Result<void> assignGroups(Dataset &dataset, const std::filesystem::path &csvFile);

} // namespace patina
