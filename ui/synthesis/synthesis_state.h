#pragma once

#include "core/base/result.h"
#include "core/synthesis/synthesis_spec.h"

#include <QString>

namespace patina {

/// What stands in the fields of the page: kept when it is closed.
struct SynthesisState
{
    SynthesisSpec spec = usual();
    QString out;       ///< folder of the data set
    QString like;      ///< folder of the real images of the surface "exemplar"
    QString realImage; ///< beside the preview; empty: the image that is open
    bool stained = true;

    bool operator==(const SynthesisState &) const = default;

    /// Without ambiguous cases: none is made.
    static SynthesisSpec usual();
};

/// Where the page keeps what was set and the user's presets: beside the settings file.
QString synthesisFolder();

/// Of an earlier session; the usual values where there is none, or a damaged one.
SynthesisState loadSynthesisState(const QString &folder);
/// Errors: WriteFailed.
Result<void> saveSynthesisState(const SynthesisState &state, const QString &folder);

} // namespace patina
