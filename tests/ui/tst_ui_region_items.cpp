#include "core/labels/shape_mask.h"
#include "ui/document/label_edits.h"
#include "ui/document/region_items.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace patina;

/// Rows of a review and strokes, as properties of pixels.
class TestUiRegionItems : public QObject
{
    Q_OBJECT
private slots:
    void everyFlaggedPixelIsInARow();
    void rowsAreInOrderOfTheirPeaks();
    void aStrokeHasItsPixels();
    void aStrokeTakenBackLeavesWhatWas();
    void partsCoverTheRegion();
    void withoutAMapThereAreNoScores();
};

namespace {

constexpr int kSide = 30;
const cv::Size kSize(kSide, kSide);
const std::string kModel(64, 'a');

RunMask block()
{
    const double x = *rc::gen::inRange(0, kSide - 2);
    const double y = *rc::gen::inRange(0, kSide - 2);
    return rectangleMask(kSize, {x, y, 1.0 * *rc::gen::inRange(1, 12), 1.0 * *rc::gen::inRange(1, 12)});
}

cv::Mat drawnMap()
{
    cv::Mat map(kSize, CV_32FC1);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            map.at<float>(y, x) = static_cast<float>(*rc::gen::inRange(0, 100)) / 10.0F;
    return map;
}

RegionsFrom fromOf(const cv::Mat &map)
{
    return {"a.png", kModel, 1.0, kSize, kSize, map};
}

/// Regions that share no pixel, as those of a map do.
std::vector<FlaggedRegion> drawnRegions(const RegionsFrom &from)
{
    std::vector<FlaggedRegion> regions;
    RunMask taken(kSize);
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        RunMask mask = without(block(), taken);
        if (mask.empty())
            continue;
        taken = united(taken, mask);
        regions.push_back(pieceOf(from, std::move(mask)));
    }
    return regions;
}

std::vector<Label> drawnLabels()
{
    std::vector<Label> labels;
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
        Label label;
        label.id = i;
        label.image = "a.png";
        label.className = *rc::gen::element<std::string>("scratch", "dent");
        label.reader = "Eva";
        label.source = *rc::gen::element(LabelSource::Drawn, LabelSource::Region, LabelSource::Imported);
        label.mask = block();
        if (label.source == LabelSource::Region) {
            label.modelHash = *rc::gen::element(kModel, std::string(64, 'b'));
            label.threshold = *rc::gen::element(1.0, 2.0);
        }
        labels.push_back(label);
    }
    return labels;
}

std::vector<const Label *> pointersTo(const std::vector<Label> &labels)
{
    std::vector<const Label *> pointers;
    for (const Label &label : labels)
        pointers.push_back(&label);
    return pointers;
}

/// The labels after a change.
std::vector<Label> after(std::vector<Label> labels, const Change &change)
{
    for (const Edit &edit : change.edits) {
        const auto &of = std::get<EditOf<Label>>(edit);
        if (of.before) {
            const auto found = std::ranges::find(labels, *of.before);
            RC_ASSERT(found != labels.end());
            labels.erase(found);
        }
        if (of.after)
            labels.push_back(*of.after);
    }
    return labels;
}

} // namespace

void TestUiRegionItems::everyFlaggedPixelIsInARow()
{
    QVERIFY(rc::check([] {
        const RegionsFrom from = fromOf(drawnMap());
        const auto regions = drawnRegions(from);
        const auto labels = drawnLabels();
        const auto items = regionItems(from, regions, pointersTo(labels));
        RunMask shown(kSize);
        for (const RegionItem &item : items) {
            RC_ASSERT(!item.flagged.mask.empty());
            if (!item.label) // what is left to decide is in no other row
                RC_ASSERT(common(shown, item.flagged.mask).empty() ||
                          std::ranges::any_of(items, [&](const RegionItem &other) { return other.label.has_value(); }));
            shown = united(shown, item.flagged.mask);
        }
        for (const FlaggedRegion &region : regions)
            RC_ASSERT(without(region.mask, shown).empty());
        for (const Label &label : labels)
            if (label.source == LabelSource::Drawn || isOf(label, from))
                RC_ASSERT(std::ranges::count(items, std::optional(label.id), &RegionItem::label) == 1);
        const auto isRest = [](const RegionItem &item) { return !item.label; };
        for (const RegionItem &item : items)
            for (const RegionItem &other : items)
                if (&item != &other && (isRest(item) != isRest(other) || (isRest(item) && isRest(other))))
                    RC_ASSERT(common(item.flagged.mask, other.flagged.mask).empty());
    }));
}

void TestUiRegionItems::rowsAreInOrderOfTheirPeaks()
{
    QVERIFY(rc::check([] {
        const cv::Mat map = drawnMap();
        const RegionsFrom from = fromOf(map);
        const auto labels = drawnLabels();
        const auto items = regionItems(from, drawnRegions(from), pointersTo(labels));
        RC_ASSERT(std::ranges::is_sorted(items, std::greater{},
                                         [](const RegionItem &item) { return item.flagged.region.peak; }));
        for (const RegionItem &item : items) {
            double peak = 0.0;
            const cv::Rect box = item.flagged.mask.box();
            cv::minMaxLoc(map(box), nullptr, &peak, nullptr, nullptr, item.flagged.mask.toMat(box));
            RC_ASSERT(static_cast<double>(item.flagged.region.peak) == peak);
            RC_ASSERT(std::abs(item.flagged.region.mean - cv::mean(map(box), item.flagged.mask.toMat(box))[0]) < 1e-6);
        }
    }));
}

void TestUiRegionItems::aStrokeHasItsPixels()
{
    QVERIFY(rc::check([] {
        std::vector<Label> labels;
        std::int64_t next = 1;
        for (int stroke = 0; stroke < 6; ++stroke) {
            Label painted;
            painted.className = *rc::gen::element<std::string>("scratch", "dent", "good");
            painted.source = LabelSource::Drawn;
            painted.mask = block();
            Change change;
            paintEdits(change, painted, pointersTo(labels), next);
            labels = after(labels, change);
            for (const Label &label : labels)
                next = std::max(next, label.id + 1);
            for (const Label &label : labels) {
                const bool own = label.className == painted.className;
                RC_ASSERT(!label.mask.empty());
                RC_ASSERT(own || common(label.mask, painted.mask).empty());
            }
            RC_ASSERT(std::ranges::count_if(labels, [&](const Label &label) {
                          return label.className == painted.className && without(painted.mask, label.mask).empty();
                      }) == 1);
        }
        Change erased;
        const RunMask gone = block();
        eraseEdits(erased, gone, pointersTo(labels));
        for (const Label &label : after(labels, erased))
            RC_ASSERT(common(label.mask, gone).empty());
    }));
}

void TestUiRegionItems::aStrokeTakenBackLeavesWhatWas()
{
    QVERIFY(rc::check([] {
        auto labels = drawnLabels();
        Label painted;
        painted.className = "dent";
        painted.source = LabelSource::Drawn;
        painted.mask = block();
        Change change;
        paintEdits(change, painted, pointersTo(labels), 100);
        auto back = after(after(labels, change), inverse(change, "undo"));
        for (auto *list : {&labels, &back})
            std::ranges::sort(*list, {}, &Label::id);
        RC_ASSERT(back == labels);
        for (const Label &label : after(labels, change)) // imported masks stay as they are
            if (label.source == LabelSource::Imported)
                RC_ASSERT(std::ranges::find(labels, label) != labels.end());
    }));
}

void TestUiRegionItems::partsCoverTheRegion()
{
    QVERIFY(rc::check([] {
        const RegionsFrom from = fromOf(drawnMap());
        const RunMask mask = united(block(), block());
        const auto parts = partsOf(from, mask);
        RC_ASSERT(parts.size() != 1);
        RunMask whole(kSize);
        for (const RunMask &part : parts) {
            RC_ASSERT(!part.empty() && common(whole, part).empty());
            whole = united(whole, part);
        }
        RC_ASSERT(parts.empty() || whole == mask);
    }));
    // Two hills with a saddle between them: two parts.
    cv::Mat map(kSize, CV_32FC1, cv::Scalar(0.0));
    for (const int x : {7, 22})
        map(cv::Rect(x - 3, 10, 7, 7)).setTo(5.0);
    map(cv::Rect(11, 13, 8, 1)).setTo(2.0);
    const auto parts = partsOf(fromOf(map), RunMask::ofMat(map >= 1.0));
    QCOMPARE(parts.size(), std::size_t{2});
    QVERIFY(parts[0].contains({7, 13}) != parts[1].contains({7, 13}));
    QVERIFY(parts[0].contains({22, 13}) != parts[1].contains({22, 13}));
}

void TestUiRegionItems::withoutAMapThereAreNoScores()
{
    const RegionsFrom from{"a.png", {}, 0.0, {}, kSize, {}};
    Label label;
    label.id = 7;
    label.className = "dent";
    label.source = LabelSource::Region;
    label.mask = rectangleMask(kSize, {3, 3, 5, 5});
    const auto items = regionItems(from, {}, {&label});
    QCOMPARE(items.size(), std::size_t{1});
    QVERIFY(std::isnan(items[0].flagged.region.peak) && std::isnan(items[0].flagged.region.mean));
    QCOMPARE(items[0].label, std::optional<std::int64_t>(7));
    QVERIFY(partsOf(from, label.mask).empty());
    label.mask = rectangleMask({9, 9}, {3, 3, 5, 5}); // of an image of another size
    QVERIFY(regionItems(from, {}, {&label}).empty());
}

QTEST_APPLESS_MAIN(TestUiRegionItems)
#include "tst_ui_region_items.moc"
