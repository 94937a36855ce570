#include "core/comparison/pairing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace patina {
namespace {

using Indices = std::vector<std::size_t>;
/// The regions of A and of B of one class on one image.
using Cells = std::map<std::pair<std::int64_t, int>, std::pair<Indices, Indices>>;

constexpr double leastCover = 0.5; ///< of the smaller box

Cells cellsOf(const Outcomes &a, const Outcomes &b)
{
    Cells cells;
    for (std::size_t i = 0; i < a.defects.size(); ++i)
        cells[{a.defects[i].image, a.defects[i].classIndex}].first.push_back(i);
    for (std::size_t i = 0; i < b.defects.size(); ++i)
        cells[{b.defects[i].image, b.defects[i].classIndex}].second.push_back(i);
    return cells;
}

/// Regions of one box, one for one.
void pairEqualBoxes(const Outcomes &a, const Outcomes &b, const std::pair<Indices, Indices> &cell,
                    std::vector<RegionPair> &pairs)
{
    Indices left = cell.second;
    for (const std::size_t i : cell.first) {
        const auto same =
            std::ranges::find_if(left, [&](std::size_t j) { return a.defects[i].box == b.defects[j].box; });
        if (same == left.end())
            continue;
        pairs.push_back({i, *same});
        left.erase(same);
    }
}

cv::Rect2d asShare(const RegionOutcome &region, const Outcomes &outcomes)
{
    const cv::Size size = outcomes.images[static_cast<std::size_t>(region.image)].mapSize;
    const double width = std::max(1, size.width);
    const double height = std::max(1, size.height);
    return {region.box.x / width, region.box.y / height, region.box.width / width, region.box.height / height};
}

/// Intersection over union; 0 where too little of the smaller one is covered.
double overlapOf(const cv::Rect2d &a, const cv::Rect2d &b)
{
    const double common = (a & b).area();
    const double smaller = std::min(a.area(), b.area());
    return common < leastCover * smaller ? 0.0 : common / (a.area() + b.area() - common);
}

/// Of each of `from` the place among `to` that it overlaps most.
std::vector<std::optional<std::size_t>> favourites(const std::vector<cv::Rect2d> &from,
                                                   const std::vector<cv::Rect2d> &to)
{
    std::vector<std::optional<std::size_t>> best(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        double most = 0.0;
        for (std::size_t j = 0; j < to.size(); ++j)
            if (const double overlap = overlapOf(from[i], to[j]); overlap > most) {
                most = overlap;
                best[i] = j;
            }
    }
    return best;
}

void pairByOverlap(const Outcomes &a, const Outcomes &b, const std::pair<Indices, Indices> &cell,
                   std::vector<RegionPair> &pairs)
{
    std::vector<cv::Rect2d> ofA;
    std::vector<cv::Rect2d> ofB;
    for (const std::size_t i : cell.first)
        ofA.push_back(asShare(a.defects[i], a));
    for (const std::size_t i : cell.second)
        ofB.push_back(asShare(b.defects[i], b));
    const auto bestOfA = favourites(ofA, ofB);
    const auto bestOfB = favourites(ofB, ofA);
    for (std::size_t i = 0; i < bestOfA.size(); ++i)
        if (const auto j = bestOfA[i]; j && bestOfB[*j] == i && std::ranges::count(bestOfA, j) == 1 &&
                                       std::ranges::count(bestOfB, std::optional(i)) == 1)
            pairs.push_back({cell.first[i], cell.second[*j]});
}

Indices without(std::size_t regions, const std::vector<RegionPair> &pairs, std::size_t RegionPair::*side)
{
    std::vector<bool> paired(regions, false);
    for (const RegionPair &pair : pairs)
        paired[pair.*side] = true;
    Indices left;
    for (std::size_t i = 0; i < regions; ++i)
        if (!paired[i])
            left.push_back(i);
    return left;
}

/// The images of `outcomes` and their regions, numbered anew. \param place of each image; none: it is left out.
Outcomes only(const Outcomes &outcomes, const std::vector<std::optional<std::size_t>> &place, std::size_t images)
{
    Outcomes some;
    some.images.resize(images);
    for (std::size_t i = 0; i < place.size(); ++i)
        if (place[i])
            some.images[*place[i]] = outcomes.images[i];
    const auto take = [&](const std::vector<RegionOutcome> &from, std::vector<RegionOutcome> &to) {
        for (RegionOutcome region : from)
            if (const auto at = place[static_cast<std::size_t>(region.image)]) {
                region.image = static_cast<std::int64_t>(*at);
                to.push_back(region);
            }
    };
    take(outcomes.defects, some.defects);
    take(outcomes.impurities, some.impurities);
    return some;
}

} // namespace

RegionPairing pairedRegions(const Outcomes &a, const Outcomes &b)
{
    RegionPairing pairing;
    for (const auto &[key, cell] : cellsOf(a, b)) {
        const auto image = static_cast<std::size_t>(key.first);
        const bool sameSize = a.images[image].mapSize == b.images[image].mapSize;
        (sameSize ? pairEqualBoxes : pairByOverlap)(a, b, cell, pairing.pairs);
    }
    std::ranges::sort(pairing.pairs, {}, &RegionPair::a);
    pairing.onlyA = without(a.defects.size(), pairing.pairs, &RegionPair::a);
    pairing.onlyB = without(b.defects.size(), pairing.pairs, &RegionPair::b);
    return pairing;
}

std::vector<std::string> keepCommonImages(const std::vector<Outcomes *> &all)
{
    std::map<std::string, std::size_t> holders;
    for (const Outcomes *outcomes : all) {
        std::set<std::string> ids;
        for (const ImageOutcome &image : outcomes->images)
            ids.insert(image.id);
        for (const std::string &id : ids)
            ++holders[id];
    }
    for (Outcomes *outcomes : all) {
        std::vector<std::optional<std::size_t>> place(outcomes->images.size());
        std::size_t common = 0;
        for (std::size_t i = 0; i < place.size(); ++i)
            if (holders[outcomes->images[i].id] == all.size())
                place[i] = common++;
        if (common < place.size())
            *outcomes = only(*outcomes, place, common);
    }
    std::vector<std::string> left;
    for (const auto &[id, count] : holders)
        if (count < all.size())
            left.push_back(id);
    return left;
}

PairedOutcomes pairedOutcomes(const Outcomes &a, const Outcomes &b)
{
    std::unordered_map<std::string, std::size_t> ofB;
    for (std::size_t i = 0; i < b.images.size(); ++i)
        ofB.emplace(b.images[i].id, i);
    std::vector<std::optional<std::size_t>> placeA(a.images.size());
    std::vector<std::optional<std::size_t>> placeB(b.images.size());
    PairedOutcomes paired;
    std::size_t common = 0;
    for (std::size_t i = 0; i < a.images.size(); ++i)
        if (const auto found = ofB.find(a.images[i].id); found != ofB.end() && !placeB[found->second])
            placeA[i] = placeB[found->second] = common++;
        else
            paired.imagesOnlyA.push_back(a.images[i].id);
    for (std::size_t i = 0; i < b.images.size(); ++i)
        if (!placeB[i])
            paired.imagesOnlyB.push_back(b.images[i].id);
    paired.a = only(a, placeA, common);
    paired.b = only(b, placeB, common);
    paired.defects = pairedRegions(paired.a, paired.b);
    return paired;
}

} // namespace patina
