#pragma once

#include "core/synthesis/synthesis_spec.h"

#include <QCoreApplication>
#include <QString>

#include <string>
#include <string_view>

namespace patina {

/// What models of synthesis and their ranges are called, in the language of the application.
class SynthesisWords
{
    Q_DECLARE_TR_FUNCTIONS(SynthesisWords)
public:
    /// "Milled, parallel" of "milled-parallel" or "milledParallel": a surface, a defect, an impurity, an ambiguous
    /// case, "light" or "camera". The name itself where it is not known.
    static QString model(std::string_view name);
    /// "length" of "lengthMm". The name itself where it is not known.
    static QString range(std::string_view name);
    static bool knowsRange(std::string_view name);
    /// "mm" of "lengthMm"; empty: a pure number.
    static QString unit(std::string_view rangeName);
    /// "0.3", with as many digits as it has, at most six behind the point.
    static QString number(double value);
    /// "0.01 to 200 mm"
    /// "106 images (53 clean, 53 stained)", over all versions; where both do not have as many, without the brackets.
    static QString images(std::int64_t files, SynthesisVersion version);
    static QString limits(double lowest, double highest, const QString &unit);
};

/// "water-stain" of "waterStain": sections of a specification and the models they are of.
std::string modelOfSection(std::string_view section);

} // namespace patina
