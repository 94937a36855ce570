#pragma once

#include "core/metrics/figure.h"
#include "core/metrics/label_policy.h"

#include <QCoreApplication>
#include <QString>

namespace patina {

/// Figures as somebody reads them, in the number format of the application.
class FigureWords
{
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
public:
    /// "12.3 %"; a dash where there is none.
    static QString share(const Figure &figure);
    /// "0.912"; a dash where there is none.
    static QString number(const Figure &figure);
    /// "2.1 to 8.4 %"; empty where there is none.
    static QString interval(const Figure &low, const Figure &high);
    /// "28 of 30"
    static QString countOf(std::int64_t part, std::int64_t total);
    /// "+1.2" percentage points of difference; empty for none.
    static QString difference(const Figure &figure, const Figure &from);
    static QString impurityPolicy(ImpurityPolicy policy);
    static QString ambiguousPolicy(AmbiguousPolicy policy);
    /// Both, as far as they matter. \param impurities, \param ambiguous there are such classes.
    static QString policy(const LabelPolicy &policy, bool impurities, bool ambiguous);
};

} // namespace patina
