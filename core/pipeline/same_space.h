#pragma once

#include "core/pipeline/model.h"

#include <optional>
#include <string>

namespace patina {

/// Why the rows of two banks cannot be compared: the first thing that differs, by the words of the command line.
struct SpaceDifference
{
    std::string
        what; ///< "backbone", "SHA-256 of the backbone", "layers", "scale", "bit depth", "intensity", "projection"
    std::string one;
    std::string other;
};

/// Everything that decides what a row means: backbone, layers, reduction of the image, bit depth and intensity scale.
std::optional<SpaceDifference> differenceOfFeatures(const ModelInfo &one, const ModelInfo &other);

/// Those, and the projection that rows are selected by.
std::optional<SpaceDifference> differenceOfModels(const Model &one, const Model &other);

} // namespace patina
