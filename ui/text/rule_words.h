#pragma once

#include "core/thresholds/threshold_choice.h"

#include <QCoreApplication>
#include <QString>

namespace patina {

/// What a rule for thresholds asks for and comes to, in the language of the application.
class RuleWords
{
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
public:
    static QString kind(RuleKind kind);
    /// What it sets, and from what.
    static QString explanation(RuleKind kind);
    /// The answer to one rule as rich text: thresholds or why there are none, and a table of what they come to on both
    /// parts. \param now what those of the request, in use when it was asked, come to on all images.
    static QString answer(const ThresholdRequest &request, const ThresholdChoice &choice,
                          const std::optional<Verification> &now);

private:
    static QString refusal(const RuleRefusal &refusal);
    /// "5.13 %", "1 %"
    static QString percent(double share);
    static QString tooFew(const RuleRefusal::Few &few, bool groups);
    /// Empty where the rule bounds nothing.
    static QString verdict(const ThresholdRequest &request, const ThresholdChoice &choice);
    /// Which threshold goes along with the one that the rule sets; empty for none.
    static QString movedAlong(const ThresholdRequest &request, const ThresholdChoice &choice);
    static QString cost(const ThresholdChoice &choice);
    static QString before(const ThresholdPair &thresholds, const Verification &counts);
    static QString rate(const RateCount &count);
    static QString table(const ThresholdChoice &choice);
};

} // namespace patina
