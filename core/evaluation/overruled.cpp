#include "core/evaluation/overruled.h"

#include "core/regions/runs.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace patina {

namespace {

/// For each run of a mask the 8-connected region that it is of, by any number.
std::vector<std::size_t> regionsOfRuns(const RunMask &mask)
{
    const std::span<const MaskRun> runs = mask.runs();
    DisjointSets sets;
    sets.reset(static_cast<int>(runs.size()));
    std::vector<Run> above;
    std::vector<Run> row;
    int aboveRow = -2;
    for (std::size_t i = 0; i < runs.size();) {
        const int y = runs[i].row;
        row.clear();
        for (; i < runs.size() && runs[i].row == y; ++i)
            row.push_back({runs[i].begin, runs[i].end, static_cast<int>(i)});
        int absorbed = -1;
        if (aboveRow == y - 1)
            forTouchingRuns(above, row,
                            [&](std::size_t a, std::size_t b) { sets.join(above[a].set, row[b].set, absorbed); });
        std::swap(above, row);
        aboveRow = y;
    }
    std::vector<std::size_t> regions(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i)
        regions[i] = static_cast<std::size_t>(sets.find(static_cast<int>(i)));
    return regions;
}

} // namespace

RunMask overruled(const RunMask &mask, const RunMask &taken)
{
    const std::span<const MaskRun> runs = mask.runs();
    const std::vector<std::size_t> regions = regionsOfRuns(mask);
    std::vector<std::int64_t> area(runs.size(), 0);
    std::vector<std::int64_t> covered(runs.size(), 0);
    for (std::size_t i = 0; i < runs.size(); ++i)
        area[regions[i]] += runs[i].end - runs[i].begin;
    std::size_t at = 0;
    const RunMask both = common(mask, taken);
    for (const MaskRun &part : both.runs()) { // each within one run of the mask
        while (std::pair(runs[at].row, runs[at].end) < std::pair(part.row, part.end))
            ++at;
        covered[regions[at]] += part.end - part.begin;
    }
    std::vector<MaskRun> gone;
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (2 * covered[regions[i]] >= area[regions[i]])
            gone.push_back(runs[i]);
    return united(RunMask::create(mask.size(), std::move(gone)).value(), taken);
}

} // namespace patina
