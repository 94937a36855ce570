#pragma once

#include <cstdint>
#include <string>

namespace patina {

/// What two judges made of the same things: of each, whether A and whether B has found (flagged) it.
struct PairedCount
{
    std::string name; ///< of the class; "all" for the total
    std::int64_t both = 0;
    std::int64_t onlyA = 0;
    std::int64_t onlyB = 0;
    std::int64_t neither = 0;

    void add(bool foundByA, bool foundByB) { ++(foundByA ? (foundByB ? both : onlyA) : (foundByB ? onlyB : neither)); }
    std::int64_t total() const { return both + onlyA + onlyB + neither; }
    bool operator==(const PairedCount &) const = default;
};

/// Exact p-value of McNemar's test (McNemar 1947, Psychometrika 12, 153-157): were A and B equally likely to be the one
/// that finds what the other misses, onlyA would be binomial among onlyA + onlyB with probability 1/2; two-sided, twice
/// the smaller tail, at most 1. Takes independent things. \returns 1 where nothing tells them apart.
double mcnemarExact(std::int64_t onlyA, std::int64_t onlyB);

} // namespace patina
