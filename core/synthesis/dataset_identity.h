#pragma once

#include "core/synthesis/dataset_folder.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace patina::synthesis {

/// What images are made alike: "good", "validation", "scratch", "ambiguous/hairline".
std::string kindOf(const PlannedImage &image);
/// The same of an image's part of a manifest.
std::string kindOf(const nlohmann::ordered_json &entry);

/// What the bytes of the images of a kind depend on, beside their split and number: the part of a specification that
/// they see (its seed, surface and impurities, but neither counts nor other defects), and what this program makes of
/// it, by a small picture. Of images to validate on also which photos they take, which the counts of those to test on
/// say. Two runs with the same identity make the same files of the same names. SHA-256, by kind.
/// Errors: those of reading a photo of the exemplar.
Result<std::map<std::string, std::string>> identitiesOf(const SynthesisSpec &spec,
                                                        const std::vector<PlannedImage> &images,
                                                        const std::shared_ptr<const ExemplarImages> &exemplar);

} // namespace patina::synthesis
