#pragma once

#include "core/scoring/score_map.h"

#include <cstdint>
#include <optional>
#include <string>

// What models have said of a project's images. Results are no facts: they can be computed again, so that they stand in
// no journal and are not undone.
namespace patina {

/// A model whose results a project holds, with the scale that they are shown on.
struct ScoringModel
{
    std::string hash;
    std::string path; ///< where it was opened last, as Project::storedPath() gives it
    double top = 1.0; ///< > 0; end of the scale
    std::optional<double> review;
    std::optional<double> reject;

    bool operator==(const ScoringModel &) const = default;
};

/// The score of one image, and the state of its file when it was scored.
struct ImageScore
{
    std::string image;  ///< id in the project
    std::string sha256; ///< of the file
    std::int64_t bytes = 0;
    std::int64_t modifiedMs =
        0; ///< since 1970; of a file with the same one and the same size the hash is taken as read
    double score = 0.0;
    std::optional<Verdict> verdict; ///< none from a model without thresholds

    bool operator==(const ImageScore &) const = default;
};

} // namespace patina
