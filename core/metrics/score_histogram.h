#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <vector>

namespace patina {

/// Scores as integers that order as the scores do: the float32 bit pattern, negative ones turned round. -0 is 0.
inline std::uint32_t orderedKey(float score)
{
    const auto bits = std::bit_cast<std::uint32_t>(score + 0.0F);
    return (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
}

inline float scoreOfKey(std::uint32_t key)
{
    return std::bit_cast<float>((key & 0x80000000U) != 0 ? key & 0x7FFFFFFFU : ~key);
}

/// Counts of finite float32 scores over the whole range of float32: one bin per 24 leading bits of the ordered key.
/// Bins are 2^-15 of the score wide at most, negative and tiny scores included; no range has to be known.
/// Pages of bins are made when first hit: memory follows the spread of the scores, 128 MiB at the very most.
template <typename Count>
class ScoreHistogram
{
public:
    static constexpr int keyShift = 8;
    static constexpr int pageBits = 10;
    static constexpr std::size_t pageBins = std::size_t{1} << pageBits;
    static constexpr std::size_t pageCount = std::size_t{1} << (32 - keyShift - pageBits);
    using Page = std::array<Count, pageBins>;

    ScoreHistogram() : m_pages(pageCount) {}

    void add(float score, Count weight = 1)
    {
        const std::uint32_t bin = orderedKey(score) >> keyShift;
        writablePage(bin >> pageBits)[bin & (pageBins - 1)] += weight;
    }

    /// Adds every bin of another histogram, each count multiplied by `factor`.
    template <typename Other>
    void addScaled(const ScoreHistogram<Other> &other, Count factor)
    {
        for (const std::uint32_t index : other.usedPages()) {
            Page &mine = writablePage(index);
            const auto &theirs = *other.page(index);
            for (std::size_t i = 0; i < pageBins; ++i)
                mine[i] += static_cast<Count>(theirs[i]) * factor;
        }
    }

    /// The same for sums that are no numbers to multiply: each count times `factor`, as a double.
    template <typename Other>
    void addProducts(const ScoreHistogram<Other> &other, double factor)
    {
        for (const std::uint32_t index : other.usedPages()) {
            Page &mine = writablePage(index);
            const auto &theirs = *other.page(index);
            for (std::size_t i = 0; i < pageBins; ++i)
                if (theirs[i] != Other{})
                    mine[i] += Count(static_cast<double>(theirs[i]) * factor);
        }
    }
    void add(const ScoreHistogram &other)
    {
        for (const std::uint32_t index : other.usedPages()) {
            Page &mine = writablePage(index);
            const Page &theirs = *other.page(index);
            for (std::size_t i = 0; i < pageBins; ++i)
                mine[i] += theirs[i];
        }
    }

    /// Whether every bin holds at least as much as that of `part`: it may be taken away.
    bool covers(const ScoreHistogram &part) const
    {
        for (const std::uint32_t index : part.usedPages()) {
            const Page &theirs = *part.page(index);
            const Page *mine = page(index);
            for (std::size_t i = 0; i < pageBins; ++i)
                if (theirs[i] != Count{} && (mine == nullptr || (*mine)[i] < theirs[i]))
                    return false;
        }
        return true;
    }
    /// \param part that is covered. Pages that become empty stay.
    void subtract(const ScoreHistogram &part)
    {
        for (const std::uint32_t index : part.usedPages()) {
            Page &mine = writablePage(index);
            const Page &theirs = *part.page(index);
            for (std::size_t i = 0; i < pageBins; ++i)
                mine[i] -= theirs[i];
        }
    }

    /// The bins that are not empty, rising, with their counts.
    struct Filled
    {
        std::vector<std::uint32_t> bins;
        std::vector<Count> counts;
    };
    Filled filled() const
    {
        Filled found;
        for (std::uint32_t index = 0; index < pageCount; ++index)
            for (std::uint32_t i = 0; m_pages[index] && i < pageBins; ++i)
                if ((*m_pages[index])[i] != Count{}) {
                    found.bins.push_back((index << pageBits) | i);
                    found.counts.push_back((*m_pages[index])[i]);
                }
        return found;
    }
    /// \param bin below pageCount * pageBins.
    void addToBin(std::uint32_t bin, Count weight) { writablePage(bin >> pageBits)[bin & (pageBins - 1)] += weight; }

    /// Sets all counts to 0 and keeps the pages.
    void clear()
    {
        for (const std::uint32_t index : m_used)
            m_pages[index]->fill(Count{});
    }

    /// Null where no score fell.
    const Page *page(std::size_t index) const { return m_pages[index].get(); }
    const std::vector<std::uint32_t> &usedPages() const { return m_used; }

    /// The smallest score of a bin.
    static double lowerEdge(std::size_t page, std::size_t bin)
    {
        return static_cast<double>(scoreOfKey(static_cast<std::uint32_t>(((page << pageBits) | bin) << keyShift)));
    }

private:
    Page &writablePage(std::uint32_t index)
    {
        std::unique_ptr<Page> &page = m_pages[index];
        if (!page) {
            page = std::make_unique<Page>();
            page->fill(Count{});
            m_used.push_back(index);
        }
        return *page;
    }

    std::vector<std::unique_ptr<Page>> m_pages;
    std::vector<std::uint32_t> m_used;
};

} // namespace patina
