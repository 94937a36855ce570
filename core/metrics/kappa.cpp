#include "core/metrics/kappa.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace patina {

namespace {

constexpr double z95 = 1.959963984540054;

double square(double x)
{
    return x * x;
}

/// Shares instead of counts.
struct Shares
{
    explicit Shares(const ConfusionTable &table) : count(table.categories())
    {
        const auto total = static_cast<double>(table.total());
        for (int i = 0; i < count; ++i) {
            first.push_back(static_cast<double>(table.rowTotal(i)) / total);
            second.push_back(static_cast<double>(table.columnTotal(i)) / total);
            for (int j = 0; j < count; ++j)
                cells.push_back(static_cast<double>(table.at(i, j)) / total);
        }
    }
    double cell(int i, int j) const { return cells[static_cast<std::size_t>(i * count + j)]; }
    double rowShare(int i) const { return first[static_cast<std::size_t>(i)]; }
    double columnShare(int i) const { return second[static_cast<std::size_t>(i)]; }

    int count;
    std::vector<double> cells;
    std::vector<double> first;
    std::vector<double> second;
};

/// Times the number of pairs: equation 13 of Fleiss, Cohen and Everitt.
double varianceOf(const Shares &p, double kappa, double expected)
{
    double diagonal = 0.0;
    double others = 0.0;
    for (int i = 0; i < p.count; ++i)
        for (int j = 0; j < p.count; ++j)
            if (i == j)
                diagonal += p.cell(i, i) * square(1.0 - (p.rowShare(i) + p.columnShare(i)) * (1.0 - kappa));
            else
                others += p.cell(i, j) * square(p.columnShare(i) + p.rowShare(j));
    const double variance = diagonal + square(1.0 - kappa) * others - square(kappa - expected * (1.0 - kappa));
    return variance / square(1.0 - expected);
}

} // namespace

ConfusionTable::ConfusionTable(int categories)
    : m_categories(categories), m_counts(static_cast<std::size_t>(categories) * static_cast<std::size_t>(categories))
{
    assert(categories >= 0);
}

std::size_t ConfusionTable::indexOf(int first, int second) const
{
    assert(first >= 0 && first < m_categories && second >= 0 && second < m_categories);
    return static_cast<std::size_t>(first) * static_cast<std::size_t>(m_categories) + static_cast<std::size_t>(second);
}

void ConfusionTable::add(int first, int second, std::int64_t times)
{
    m_counts[indexOf(first, second)] += times;
}

std::int64_t ConfusionTable::at(int first, int second) const
{
    return m_counts[indexOf(first, second)];
}

std::int64_t ConfusionTable::total() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), std::int64_t{0});
}

std::int64_t ConfusionTable::agreed() const
{
    std::int64_t sum = 0;
    for (int i = 0; i < m_categories; ++i)
        sum += at(i, i);
    return sum;
}

std::int64_t ConfusionTable::rowTotal(int first) const
{
    std::int64_t sum = 0;
    for (int j = 0; j < m_categories; ++j)
        sum += at(first, j);
    return sum;
}

std::int64_t ConfusionTable::columnTotal(int second) const
{
    std::int64_t sum = 0;
    for (int i = 0; i < m_categories; ++i)
        sum += at(i, second);
    return sum;
}

Kappa cohensKappa(const ConfusionTable &table)
{
    Kappa kappa;
    const std::int64_t total = table.total();
    if (total <= 0)
        return kappa;
    bool oneCategory = false;
    const Shares shares(table);
    for (int i = 0; i < table.categories(); ++i) {
        kappa.expected += shares.rowShare(i) * shares.columnShare(i);
        oneCategory = oneCategory || table.at(i, i) == total;
    }
    kappa.observed = static_cast<double>(table.agreed()) / static_cast<double>(total);
    kappa.state = oneCategory ? KappaState::OneCategory : KappaState::Defined;
    if (oneCategory)
        return kappa;
    kappa.value = (kappa.observed - kappa.expected) / (1.0 - kappa.expected);
    const double variance = varianceOf(shares, kappa.value, kappa.expected) / static_cast<double>(total);
    constexpr double noWidth = 1e-12; // what rounding leaves of 0
    if (table.agreed() < total && variance > noWidth) {
        const double half = z95 * std::sqrt(variance);
        kappa.interval95 = Interval{std::max(-1.0, kappa.value - half), std::min(1.0, kappa.value + half)};
    }
    return kappa;
}

} // namespace patina
