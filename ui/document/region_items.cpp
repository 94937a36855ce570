#include "ui/document/region_items.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace patina {

namespace {

constexpr float kNoScore = std::numeric_limits<float>::quiet_NaN();

/// A label with the box around it, which rules out most pairs.
struct Boxed
{
    const Label *label = nullptr;
    cv::Rect box;
};

std::vector<Boxed> boxed(const std::vector<const Label *> &labels, cv::Size size, bool imported)
{
    std::vector<Boxed> all;
    for (const Label *label : labels)
        if ((label->source == LabelSource::Imported) == imported && label->mask.size() == size)
            all.push_back({label, label->mask.box()});
    return all;
}

/// Class of the label that shares most pixels with a mask; empty: none does.
std::string mostSharedClass(const RunMask &mask, const std::vector<Boxed> &labels)
{
    const cv::Rect box = mask.box();
    const Label *best = nullptr;
    std::int64_t most = 0;
    for (const Boxed &other : labels) {
        if ((other.box & box).empty())
            continue;
        const std::int64_t shared = common(mask, other.label->mask).areaPx();
        if (shared > most) {
            best = other.label;
            most = shared;
        }
    }
    return best != nullptr ? best->className : std::string();
}

bool liesOnAny(const Boxed &label, const std::vector<FlaggedRegion> &flagged, const std::vector<cv::Rect> &boxes)
{
    for (std::size_t i = 0; i < flagged.size(); ++i)
        if (!(boxes[i] & label.box).empty() && !common(flagged[i].mask, label.label->mask).empty())
            return true;
    return false;
}

float rankOf(const RegionItem &item)
{
    const float peak = item.flagged.region.peak;
    return peak == peak ? peak : -std::numeric_limits<float>::infinity();
}

} // namespace

bool isOf(const Label &label, const RegionsFrom &from)
{
    return label.source == LabelSource::Region && !from.modelHash.empty() && label.modelHash == from.modelHash &&
           label.threshold == from.threshold;
}

FlaggedRegion pieceOf(const RegionsFrom &from, RunMask mask)
{
    FlaggedRegion piece;
    Region &region = piece.region;
    const cv::Size size = mask.size();
    const auto column = [&](int x) { return static_cast<int>(std::int64_t{x} * from.map.cols / size.width); };
    const auto row = [&](int y) { return static_cast<int>(std::int64_t{y} * from.map.rows / size.height); };
    region.areaPx = mask.areaPx();
    region.peak = kNoScore;
    region.mean = std::numeric_limits<double>::quiet_NaN();
    if (!from.map.empty()) {
        double sum = 0.0;
        float peak = -std::numeric_limits<float>::infinity();
        for (const MaskRun &run : mask.runs()) {
            const float *scores = from.map.ptr<float>(row(run.row));
            for (int x = run.begin; x < run.end; ++x) {
                const float score = scores[column(x)];
                sum += static_cast<double>(score);
                if (score > peak) {
                    peak = score;
                    region.peakAt = {column(x), row(run.row)};
                }
            }
        }
        region.peak = peak;
        region.mean = sum / static_cast<double>(region.areaPx);
        const cv::Rect box = mask.box();
        region.first = {column(mask.runs().front().begin), row(box.y)};
        region.box = {cv::Point(column(box.x), row(box.y)),
                      cv::Point(column(box.x + box.width - 1) + 1, row(box.y + box.height - 1) + 1)};
    }
    piece.mask = std::move(mask);
    return piece;
}

std::vector<RegionItem> regionItems(const RegionsFrom &from, const std::vector<FlaggedRegion> &flagged,
                                    const std::vector<const Label *> &labels)
{
    const auto mine = boxed(labels, from.imageSize, false);
    const auto imported = boxed(labels, from.imageSize, true);
    std::vector<cv::Rect> boxes;
    for (const FlaggedRegion &region : flagged)
        boxes.push_back(region.mask.box());
    std::vector<Boxed> rows;   // labels that are rows of their own
    std::vector<Boxed> others; // of another model or threshold: their class is taken over
    for (const Boxed &label : mine) {
        const bool own = label.label->source == LabelSource::Drawn || isOf(*label.label, from);
        (own || !liesOnAny(label, flagged, boxes) ? rows : others).push_back(label);
    }
    std::vector<RegionItem> items;
    const auto add = [&](FlaggedRegion region, std::string className, std::optional<std::int64_t> id) {
        std::string truth = mostSharedClass(region.mask, imported);
        items.push_back({std::move(region), std::move(className), std::move(truth), id});
    };
    for (const Boxed &label : rows) {
        const auto same = std::ranges::find(flagged, label.label->mask, &FlaggedRegion::mask);
        add(same != flagged.end() ? *same : pieceOf(from, label.label->mask), label.label->className, label.label->id);
    }
    for (std::size_t i = 0; i < flagged.size(); ++i) {
        RunMask rest = flagged[i].mask;
        for (const Boxed &label : rows)
            if (!(label.box & boxes[i]).empty())
                rest = without(rest, label.label->mask);
        if (rest.empty())
            continue;
        std::string className = mostSharedClass(rest, others);
        if (rest == flagged[i].mask)
            add(flagged[i], std::move(className), {});
        else
            add(pieceOf(from, std::move(rest)), std::move(className), {});
    }
    std::ranges::stable_sort(items, [](const RegionItem &a, const RegionItem &b) {
        const auto place = [](const RegionItem &item) {
            const MaskRun &first = item.flagged.mask.runs().front();
            return std::pair(first.row, first.begin);
        };
        return rankOf(a) != rankOf(b) ? rankOf(a) > rankOf(b) : place(a) < place(b);
    });
    return items;
}

} // namespace patina
