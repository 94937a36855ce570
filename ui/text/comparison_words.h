#pragma once

#include "core/comparison/comparison.h"
#include "core/comparison/comparison_summary.h"
#include "core/comparison/drift.h"

#include <QCoreApplication>
#include <QString>

#include <string>
#include <vector>

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
    /// What a model is called in a comparison: 0 is A, the one that others are compared with; after Z by numbers.
    static QString letter(int model);
    /// "A 3 of 60, B 14 of 60" for each threshold at which two models flag different numbers of good parts, in a
    /// sentence that says what that means for recall; empty: they flag as many. \param others A with B, A with C, ...
    static QString unequalOverkill(const std::vector<const Comparison *> &others);
    /// Which is better in what, by how much, and in what no difference is shown. \param other of the one that is
    /// compared with A. \param sameModel under two policies, of which neither is better.
    static QString summary(const std::vector<SummaryLine> &lines, int other, bool sameModel);
    /// Whether the scores of new good parts are others, which way, and what that means.
    static QString drift(const Drift &drift);

private:
    static QString unequalAt(const std::vector<const Comparison *> &others, std::size_t which);
    static QString shownText(const SummaryLine &line);
    static QString atPoint(const std::string &name);
    static bool isShare(const std::string &name);
    static QString number(const std::string &name, double value, bool withSign);
};

} // namespace patina
