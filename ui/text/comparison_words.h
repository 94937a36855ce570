#pragma once

#include "core/comparison/comparison.h"
#include "core/comparison/drift.h"

#include <QCoreApplication>
#include <QString>

#include <string>

namespace patina {

/// Differences between two evaluations, and of scores between two days, in the language of the application.
class ComparisonWords
{
    Q_DECLARE_TR_FUNCTIONS(ComparisonWords)
public:
    /// "scratch found, at review" for "at.review.defects.scratch.recall".
    static QString figure(const std::string &name);
    /// What a figure is, in a sentence; empty: its name says it.
    static QString explanation(const std::string &name);
    /// In the unit of the figure; a dash where there is none.
    static QString value(const std::string &name, const Figure &figure);
    /// The same with a sign, shares in percentage points.
    static QString difference(const std::string &name, const Figure &figure);
    /// "-1.2 to +3.4"; empty where there is none.
    static QString interval(const std::string &name, const FigureInterval &interval);
    /// "0.0123", "< 0.0001"
    static QString pValue(double p);
    /// "= 0.0123", "< 0.0001"
    static QString equals(double p);
    /// Whether the scores of new good parts are others, which way, and what that means.
    static QString drift(const Drift &drift);

private:
    static QString atPoint(const std::string &name);
    static bool isShare(const std::string &name);
    static QString number(const std::string &name, double value, bool withSign);
};

} // namespace patina
