#pragma once

#include "app/cli/command_line.h"
#include "core/synthesis/gallery.h"
#include "core/synthesis/synthesis_spec.h"

#include <optional>
#include <string>
#include <vector>

namespace patina::cli {

/// What the caller said; what was left out keeps the value of the specification file, or its default.
struct SynthOptions
{
    std::string out;
    std::string specFile;
    std::optional<std::string> surface;
    std::string like;
    std::optional<std::string> base; ///< without one that of the specification
    std::optional<std::string> light;
    std::optional<std::string> version;
    std::vector<std::string> defects;
    std::string defectsLike;       ///< data set of real defects
    std::vector<std::string> fits; ///< CLASS=KIND of them; empty: classes that are called like a kind
    std::vector<std::string> impurities;
    std::vector<std::string> ambiguous;
    std::optional<int> count;
    std::optional<int> train;
    std::optional<int> validation;
    std::optional<int> testGood;
    std::optional<int> testDefect;
    std::optional<int> testAmbiguous;
    std::optional<std::string> size;
    std::optional<int> bitDepth;
    std::optional<double> mmPerPixel;
    std::string gallery; ///< kind of a contact sheet instead of a data set
    int cellPx = GalleryRequest{}.cellPx;
    bool fullScale = false;
    bool seedGiven = false;
};

/// The specification that the options ask for. Errors: those of readSpec(), openDataset(), chooseExemplar() and
/// fitDefects(), BadArgument.
Result<SynthesisSpec> specOf(const SynthOptions &options, const CommandContext &context);

} // namespace patina::cli
