#include "core/metrics/evaluation_totals.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace patina {
namespace {

void addRegionOutcomes(const ImageTally &image, Outcomes &outcomes)
{
    const auto imageIndex = static_cast<std::int64_t>(outcomes.images.size());
    const auto &layers = image.plan().layers();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const TruthPlan::Layer &layer = layers[i];
        const auto &parts = layer.parts.components();
        if (layer.role == ClassRole::Ignored) {
            outcomes.ignoredRegions[static_cast<std::size_t>(layer.classIndex)] +=
                static_cast<std::int64_t>(parts.size());
            continue;
        }
        auto &list = layer.role == ClassRole::Defect ? outcomes.defects : outcomes.impurities;
        for (std::size_t part = 0; part < parts.size(); ++part)
            if (layer.countedPx[part] > 0)
                list.push_back({imageIndex, layer.classIndex, parts[part].box, layer.countedPx[part],
                                image.regionScores(i)[part].peak(), image.regionScores(i)[part].overlapScores()});
    }
}

void countImage(const TruthPlan &plan, EvaluationCounts &counts)
{
    switch (plan.role()) {
    case ImageRole::Good:
        ++counts.goodImages;
        break;
    case ImageRole::Anomalous:
        ++counts.anomalousImages;
        counts.unoutlinedImages += plan.pixels(PixelRole::Defect) == 0 ? 1 : 0;
        break;
    case ImageRole::LeftOut:
        ++counts.leftOutImages;
        break;
    }
    for (std::size_t i = 0; i < std::size(counts.pixels); ++i)
        counts.pixels[i] += plan.pixels(static_cast<PixelRole>(i));
}

void addCounts(EvaluationCounts &counts, const EvaluationCounts &other, std::int64_t times)
{
    counts.goodImages += times * other.goodImages;
    counts.anomalousImages += times * other.anomalousImages;
    counts.leftOutImages += times * other.leftOutImages;
    counts.unoutlinedImages += times * other.unoutlinedImages;
    counts.defects += times * other.defects;
    for (std::size_t i = 0; i < std::size(counts.pixels); ++i)
        counts.pixels[i] += times * other.pixels[i];
}

template <typename T>
void insertAt(std::vector<T> &list, const std::vector<T> &other, std::size_t position)
{
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(position), other.begin(), other.end());
}

template <typename T>
void removeAt(std::vector<T> &list, std::size_t position, std::size_t count)
{
    const auto first = list.begin() + static_cast<std::ptrdiff_t>(position);
    list.erase(first, first + static_cast<std::ptrdiff_t>(count));
}

using Regions = std::vector<RegionOutcome>;

/// The first region of an image that is not before `position`.
std::size_t regionsBefore(const Regions &regions, std::size_t position)
{
    const auto at = std::ranges::lower_bound(regions, static_cast<std::int64_t>(position), {}, &RegionOutcome::image);
    return static_cast<std::size_t>(at - regions.begin());
}

void shiftImages(Regions &regions, std::size_t first, std::int64_t by)
{
    for (std::size_t i = first; i < regions.size(); ++i)
        regions[i].image += by;
}

void insertRegions(Regions &regions, Regions other, std::size_t position, std::size_t images)
{
    const std::size_t at = regionsBefore(regions, position);
    shiftImages(regions, at, static_cast<std::int64_t>(images));
    shiftImages(other, 0, static_cast<std::int64_t>(position));
    insertAt(regions, other, at);
}

bool holdsRegions(const Regions &regions, const Regions &part, std::size_t position, std::size_t images)
{
    const std::size_t at = regionsBefore(regions, position);
    if (regionsBefore(regions, position + images) - at != part.size())
        return false;
    return std::equal(part.begin(), part.end(), regions.begin() + static_cast<std::ptrdiff_t>(at),
                      [&](RegionOutcome theirs, const RegionOutcome &mine) {
                          theirs.image += static_cast<std::int64_t>(position);
                          return theirs == mine;
                      });
}

void removeRegions(Regions &regions, std::size_t position, std::size_t images)
{
    const std::size_t at = regionsBefore(regions, position);
    removeAt(regions, at, regionsBefore(regions, position + images) - at);
    shiftImages(regions, at, -static_cast<std::int64_t>(images));
}

std::size_t recallsBefore(const std::vector<std::uint8_t> &hasRecall, std::size_t position)
{
    return static_cast<std::size_t>(
        std::count(hasRecall.begin(), hasRecall.begin() + static_cast<std::ptrdiff_t>(position), 1));
}

} // namespace

void EvaluationTotals::add(const ImageTally &image, double imageScore)
{
    const TruthPlan &plan = image.plan();
    addRegionOutcomes(image, outcomes);
    const bool someIgnored = plan.pixels(PixelRole::Ignored) > 0;
    const double score = someIgnored && image.peak() ? static_cast<double>(*image.peak()) : imageScore;
    outcomes.images.push_back({plan.id(),
                               plan.classIndex(),
                               plan.role(),
                               score,
                               image.peak(),
                               plan.group(),
                               {image.thresholds()[0].falseRegions, image.thresholds()[1].falseRegions},
                               image.regions(),
                               plan.size()});
    countImage(plan, counts);
    counts.defects = static_cast<std::int64_t>(outcomes.defects.size());
    normal.addScaled(image.normal(), 1);
    defect.addScaled(image.defect(), 1);
    overlap.addProducts(image.overlap(), 1.0);
    if (plan.role() == ImageRole::Good) {
        goodPixels += plan.pixels(PixelRole::Normal);
        goodFpr.addProducts(image.normal(), 1.0 / static_cast<double>(plan.pixels(PixelRole::Normal)));
    }
    hasRecall.push_back(plan.pixels(PixelRole::Defect) > 0 ? 1 : 0);
    if (plan.pixels(PixelRole::Defect) > 0)
        recalls.emplace_back(image.defect());
    for (std::size_t i = 0; i < thresholds.size(); ++i)
        thresholds[i].add(image.thresholds()[i]);
}

void EvaluationTotals::insert(const EvaluationTotals &other, std::size_t position)
{
    insertRegions(outcomes.defects, other.outcomes.defects, position, other.outcomes.images.size());
    insertRegions(outcomes.impurities, other.outcomes.impurities, position, other.outcomes.images.size());
    insertAt(outcomes.images, other.outcomes.images, position);
    insertAt(recalls, other.recalls, recallsBefore(hasRecall, position));
    insertAt(hasRecall, other.hasRecall, position);
    for (std::size_t i = 0; i < outcomes.ignoredRegions.size(); ++i)
        outcomes.ignoredRegions[i] += other.outcomes.ignoredRegions[i];
    addCounts(counts, other.counts, 1);
    normal.add(other.normal);
    defect.add(other.defect);
    overlap.add(other.overlap);
    goodFpr.add(other.goodFpr);
    goodPixels += other.goodPixels;
    for (std::size_t i = 0; i < thresholds.size(); ++i)
        thresholds[i].add(other.thresholds[i]);
}

bool EvaluationTotals::holds(const EvaluationTotals &part, std::size_t position) const
{
    const auto &mine = outcomes.images;
    const auto &theirs = part.outcomes.images;
    if (position > mine.size() || theirs.size() > mine.size() - position)
        return false;
    const auto sameId = [](const ImageOutcome &a, const ImageOutcome &b) { return a.id == b.id; };
    const auto first = mine.begin() + static_cast<std::ptrdiff_t>(position);
    return std::equal(theirs.begin(), theirs.end(), first, sameId) &&
           std::equal(part.hasRecall.begin(), part.hasRecall.end(),
                      hasRecall.begin() + static_cast<std::ptrdiff_t>(position)) &&
           holdsRegions(outcomes.defects, part.outcomes.defects, position, theirs.size()) &&
           holdsRegions(outcomes.impurities, part.outcomes.impurities, position, theirs.size()) &&
           normal.covers(part.normal) && defect.covers(part.defect) && overlap.covers(part.overlap) &&
           goodFpr.covers(part.goodFpr);
}

void EvaluationTotals::remove(const EvaluationTotals &part, std::size_t position)
{
    const std::size_t images = part.outcomes.images.size();
    removeRegions(outcomes.defects, position, images);
    removeRegions(outcomes.impurities, position, images);
    removeAt(outcomes.images, position, images);
    removeAt(recalls, recallsBefore(hasRecall, position), part.recalls.size());
    removeAt(hasRecall, position, images);
    for (std::size_t i = 0; i < outcomes.ignoredRegions.size(); ++i)
        outcomes.ignoredRegions[i] -= part.outcomes.ignoredRegions[i];
    addCounts(counts, part.counts, -1);
    normal.subtract(part.normal);
    defect.subtract(part.defect);
    overlap.subtract(part.overlap);
    goodFpr.subtract(part.goodFpr);
    goodPixels -= part.goodPixels;
    for (std::size_t i = 0; i < thresholds.size(); ++i)
        thresholds[i].subtract(part.thresholds[i]);
}

} // namespace patina
