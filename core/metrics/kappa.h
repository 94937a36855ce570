#pragma once

#include "core/metrics/intervals.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace patina {

/// How often two readers said what of the same things: a row for each category of the first, a column for each of the
/// second.
class ConfusionTable
{
public:
    explicit ConfusionTable(int categories);

    int categories() const { return m_categories; }
    void add(int first, int second, std::int64_t times = 1);
    std::int64_t at(int first, int second) const;
    std::int64_t total() const;
    /// Of which both said the same.
    std::int64_t agreed() const;
    std::int64_t rowTotal(int first) const;
    std::int64_t columnTotal(int second) const;
    bool operator==(const ConfusionTable &) const = default;

private:
    std::size_t indexOf(int first, int second) const;

    int m_categories = 0;
    std::vector<std::int64_t> m_counts;
};

enum class KappaState {
    Defined,
    NoPairs,     ///< nothing was judged by both
    OneCategory, ///< both used one category alone, the same: chance agrees always, and kappa is 0 / 0
};

/// Cohen's kappa: (p_o - p_e) / (1 - p_e) with p_o the share of pairs that agree and p_e that which chance makes agree,
/// from the readers' own shares (Cohen 1960, Educational and Psychological Measurement 20, 37-46).
struct Kappa
{
    KappaState state = KappaState::NoPairs;
    double value = 0.0;    ///< -1 .. 1, of a defined one
    double observed = 0.0; ///< p_o, where there are pairs
    double expected = 0.0; ///< p_e, where there are pairs
    /// Of a defined one: value -+ 1.95996 standard errors, cut off at -1 and 1. The error is that of large samples when
    /// kappa is not supposed to be 0 (Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72, 323-327, equation 13);
    /// pairs count as independent. None where it comes out as 0, as it does where all pairs agree: that is no
    /// certainty.
    std::optional<Interval> interval95;

    bool operator==(const Kappa &) const = default;
};

Kappa cohensKappa(const ConfusionTable &table);

} // namespace patina
