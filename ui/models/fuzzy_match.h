#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace patina {

/// Letters of a text that spell a pattern.
struct FuzzyMatch
{
    int score = 0;           ///< higher is better
    std::vector<int> places; ///< ascending, one for each letter of the pattern
};

/// The best way to find the letters of a pattern in a text in their order, whatever stands between them: at the
/// beginnings of words and next to each other is best. Case and spaces of the pattern do not matter.
/// \returns nothing where the text does not hold them; an empty match for an empty pattern.
std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &text);

/// What a choice of places is worth; fuzzyMatch() finds the one that is worth most.
int fuzzyScore(const QString &text, const std::vector<int> &places);

} // namespace patina
