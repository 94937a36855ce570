#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace patina {

/// A test image as a run of a study saw it. Images that the labelling policy leaves out are in no result.
struct StudyImage
{
    std::string id;
    std::string group; ///< part or batch
    bool good = true;
    double peak = 0.0; ///< largest score that counts, on the scale of the run's model
    bool operator==(const StudyImage &) const = default;
};

/// A labelled region: a defect, or a harmless impurity.
struct StudyRegion
{
    std::int64_t image = 0; ///< into StudyRunResult::images; -1: its image counts neither as good nor as anomalous
    std::string className;
    bool impurity = false;
    double peak = 0.0;
    bool operator==(const StudyRegion &) const = default;
};

/// What one arm of a study came to with one seed: enough to make every figure and every resample anew.
struct StudyRunResult
{
    std::vector<StudyImage> images;
    std::vector<StudyRegion> regions;
    /// Figures that need the maps, by their names in `evaluate --json`; none where one has no meaning.
    std::vector<std::pair<std::string, std::optional<double>>> figures;
    std::int64_t bankRows = 0;
    std::int64_t trainingImages = 0; ///< of the last step
    std::string modelHash;
    double seconds = 0.0;
    bool operator==(const StudyRunResult &) const = default;
};

std::string toJsonText(const StudyRunResult &result);
/// Errors: BadFormat.
Result<StudyRunResult> studyResultFromJson(std::string_view text);

} // namespace patina
