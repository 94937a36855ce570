#include "ui/models/fuzzy_match.h"

#include <algorithm>
#include <limits>

namespace patina {

namespace {

constexpr int kWordStart = 6;
constexpr int kNextToEachOther = 5;
constexpr int kMostLost = 4; ///< by letters left out
constexpr int kLongest = 200;
constexpr int kNone = std::numeric_limits<int>::min() / 2;

int letterScore(const QString &text, int place)
{
    const bool starts = place == 0 || (text[place].isLetterOrNumber() && !text[place - 1].isLetterOrNumber());
    return 1 + (starts ? kWordStart : 0);
}

/// \param before place of the letter before; -1: the first, which may stand anywhere: menus come before commands.
int stepScore(int before, int place)
{
    const int leftOut = place - before - 1;
    if (before < 0)
        return 0;
    return leftOut == 0 ? kNextToEachOther : -std::min(leftOut, kMostLost);
}

} // namespace

int fuzzyScore(const QString &text, const std::vector<int> &places)
{
    int score = 0;
    int before = -1;
    for (const int place : places) {
        score += letterScore(text, place) + stepScore(before, place);
        before = place;
    }
    return score;
}

std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &text)
{
    const QString wanted = QString(pattern).remove(QLatin1Char(' ')).toCaseFolded().left(kLongest);
    const QString held = text.left(kLongest);
    const int letters = static_cast<int>(wanted.size());
    const int length = static_cast<int>(held.size());
    if (letters == 0)
        return FuzzyMatch{};
    // best[i][j]: of the first i + 1 letters with the last of them at j; from[i][j]: where the one before it was.
    const auto cells = static_cast<std::size_t>(letters) * static_cast<std::size_t>(length);
    std::vector<int> best(cells, kNone);
    std::vector<int> from(cells, -1);
    const auto at = [length](int i, int j) {
        return static_cast<std::size_t>(i) * static_cast<std::size_t>(length) + static_cast<std::size_t>(j);
    };
    for (int i = 0; i < letters; ++i)
        for (int j = i; j < length; ++j) {
            if (held[j].toCaseFolded() != wanted[i])
                continue;
            if (i == 0)
                best[at(i, j)] = letterScore(held, j) + stepScore(-1, j);
            for (int k = i - 1; i > 0 && k < j; ++k) {
                const int score = best[at(i - 1, k)] + letterScore(held, j) + stepScore(k, j);
                if (best[at(i - 1, k)] > kNone && score > best[at(i, j)]) {
                    best[at(i, j)] = score;
                    from[at(i, j)] = k;
                }
            }
        }
    int last = 0;
    for (int j = 1; j < length; ++j)
        if (best[at(letters - 1, j)] > best[at(letters - 1, last)])
            last = j;
    if (length == 0 || best[at(letters - 1, last)] <= kNone)
        return std::nullopt;
    FuzzyMatch match{best[at(letters - 1, last)], std::vector<int>(static_cast<std::size_t>(letters))};
    for (int i = letters - 1, j = last; i >= 0; j = from[at(i, j)], --i)
        match.places[static_cast<std::size_t>(i)] = j;
    return match;
}

} // namespace patina
