#include "core/metrics/evaluation.h"
#include "core/metrics/good_parts.h"

#include <fmt/format.h>

#include <utility>

namespace patina {
namespace {

class FlatList
{
public:
    void add(std::string name, Figure figure) { m_figures.push_back({std::move(name), std::move(figure)}); }
    void addCount(std::string name, Figure count) { m_figures.push_back({std::move(name), std::move(count), true}); }
    void add(std::string name, std::int64_t count)
    {
        addCount(std::move(name), Figure::of(static_cast<double>(count)));
    }

    void addRecall(const std::string &prefix, const std::string &suffix, const RecallCount &count)
    {
        add(prefix + "recall" + suffix, count.recall);
        add(prefix + "found" + suffix, count.found);
        add(prefix + "low" + suffix, count.low);
        add(prefix + "high" + suffix, count.high);
    }

    void addQuartile(const std::string &prefix, const std::string &suffix, const RecallCount &count)
    {
        addRecall(prefix, suffix, count);
        add(prefix + "total" + suffix, count.total);
    }

    void addPoint(const std::string &prefix, const OperatingPoint &point)
    {
        for (const DefectCount &defect : point.defects) {
            const std::string name = prefix + "defects." + defect.name + ".";
            add(name + "recall", defect.recall);
            add(name + "found", defect.found);
            add(name + "total", defect.total);
            add(name + "low", defect.low);
            add(name + "high", defect.high);
            add(name + "escapeUpper95", defect.escapeUpper95);
            for (std::size_t i = 0; i < defect.overlap.size(); ++i)
                addRecall(name, fmt::format("Overlap{}", overlapPercents[i]), defect.overlap[i]);
            for (std::size_t i = 0; i < defect.quartiles.size(); ++i)
                addQuartile(name, fmt::format("Quartile{}", i + 1), defect.quartiles[i].count);
        }
        for (const ImpurityCount &impurity : point.impurities) {
            const std::string name = prefix + "impurities." + impurity.name + ".";
            addCount(name + "flagged", impurity.flagged);
            addCount(name + "total", impurity.total);
            add(name + "share", impurity.share);
            add(name + "low", impurity.low);
            add(name + "high", impurity.high);
        }
        add(prefix + "good.images", point.goodImages);
        addCount(prefix + "good.flagged", point.goodFlagged);
        add(prefix + "good.overkill", point.overkill);
        add(prefix + "good.overkillLow", point.overkillLow);
        add(prefix + "good.overkillHigh", point.overkillHigh);
        add(prefix + "good.falseRegionsPerImage", point.falseRegionsPerImage);
        add(prefix + "pixel.fpr", point.pixelFpr);
    }

    void addInterval(const std::string &name, const FigureInterval &interval)
    {
        add(name + "Low", interval.low);
        add(name + "High", interval.high);
    }

    void addRank(const std::string &prefix, const RankFigures &figures)
    {
        add(prefix + "auroc", figures.auroc);
        add(prefix + "ap", figures.ap);
        add(prefix + "f1max", figures.f1max);
        add(prefix + "f1maxThreshold", figures.f1maxThreshold);
    }

    std::vector<NamedFigure> take() { return std::move(m_figures); }

private:
    std::vector<NamedFigure> m_figures;
};

void addCounts(FlatList &list, const Evaluation &evaluation)
{
    const EvaluationCounts &counts = evaluation.counts;
    const auto pixels = [&](PixelRole role) { return counts.pixels[static_cast<std::size_t>(role)]; };
    list.add("images.good", counts.goodImages);
    list.add("images.anomalous", counts.anomalousImages);
    list.add("images.leftOut", counts.leftOutImages);
    list.add("images.unoutlined", counts.unoutlinedImages);
    list.add("pixels.normal", pixels(PixelRole::Normal));
    list.add("pixels.defect", pixels(PixelRole::Defect));
    list.add("pixels.ignored", pixels(PixelRole::Ignored));
    list.add("pixels.unknown", pixels(PixelRole::Unknown));
    for (std::size_t i = 0; i < evaluation.classes.size(); ++i)
        if (roleOf(evaluation.classes[i].kind, evaluation.settings.policy) == ClassRole::Ignored)
            list.add("ignored." + evaluation.classes[i].name + ".total", evaluation.outcomes.ignoredRegions[i]);
}

/// Clean good images and others apart.
void addGoodParts(FlatList &list, const std::string &prefix, const Evaluation &evaluation, double threshold)
{
    const GoodParts parts = goodParts(evaluation.outcomes, evaluation.settings, threshold);
    list.add(prefix + "good.clean.flagged", parts.clean.flagged);
    list.add(prefix + "good.clean.total", parts.clean.total);
    list.add(prefix + "good.withImpurities.flagged", parts.withImpurities.flagged);
    list.add(prefix + "good.withImpurities.total", parts.withImpurities.total);
}

/// The sizes are the same at every threshold.
void addSizes(FlatList &list, const Evaluation &evaluation)
{
    const std::optional<double> side = evaluation.settings.mmPerPixel;
    const auto add = [&](const std::string &prefix, std::size_t quartile, const Figure &areaPx) {
        list.addCount(fmt::format("{}PxQuartile{}", prefix, quartile), areaPx);
        if (side)
            list.add(fmt::format("{}Mm2Quartile{}", prefix, quartile),
                     areaPx.value ? Figure::of(*areaPx.value * *side * *side) : areaPx);
    };
    for (const DefectCount &defect : evaluation.review.defects)
        for (std::size_t i = 0; i < defect.quartiles.size(); ++i) {
            add("size." + defect.name + ".from", i + 1, defect.quartiles[i].fromPx);
            add("size." + defect.name + ".to", i + 1, defect.quartiles[i].toPx);
        }
}

void addGroupedPoint(FlatList &list, const std::string &prefix, const OperatingPoint &point,
                     const GroupIntervals::Point &grouped)
{
    for (std::size_t i = 0; i < point.defects.size(); ++i)
        list.addInterval(prefix + "defects." + point.defects[i].name + ".group", grouped.recall[i]);
    list.addInterval(prefix + "good.overkillGroup", grouped.overkill);
    list.addInterval(prefix + "good.falseRegionsGroup", grouped.falseRegionsPerImage);
}

/// The bootstrap over groups.
void addGrouped(FlatList &list, const Evaluation &evaluation)
{
    const GroupIntervals &grouped = evaluation.grouped;
    list.add("groups.total", grouped.groups);
    list.add("groups.resamples", evaluation.settings.bootstrap.resamples);
    list.addInterval("image.aurocGroup", grouped.auroc);
    list.addInterval("image.apGroup", grouped.ap);
    list.addInterval("image.f1maxGroup", grouped.f1max);
    for (std::size_t i = 0; i < passPercents.size(); ++i) {
        list.addInterval(fmt::format("image.pg{}Group", passPercents[i]), grouped.passed[i].good);
        list.addInterval(fmt::format("image.pb{}Group", passPercents[i]), grouped.passed[i].bad);
    }
    addGroupedPoint(list, "at.review.", evaluation.review, grouped.review);
    addGroupedPoint(list, "at.reject.", evaluation.reject, grouped.reject);
}

} // namespace

std::vector<NamedFigure> flatFigures(const Evaluation &evaluation)
{
    FlatList list;
    list.addRank("image.", evaluation.image);
    for (std::size_t i = 0; i < passPercents.size(); ++i) {
        list.add(fmt::format("image.pg{}", passPercents[i]), evaluation.image.passed[i].good);
        list.add(fmt::format("image.pb{}", passPercents[i]), evaluation.image.passed[i].bad);
    }
    list.addRank("pixel.", evaluation.pixel);
    list.add("pixel.aupro30", evaluation.pixel.aupro30);
    list.add("pixel.aupro05", evaluation.pixel.aupro05);
    list.add("pixel.segf1", evaluation.pixel.segF1);
    list.add("pixel.segf1Threshold", evaluation.pixel.segF1Threshold);
    list.add("pixel.aupimo", evaluation.pixel.aupimo);
    list.add("threshold.review", Figure::of(evaluation.review.threshold));
    list.add("threshold.reject", Figure::of(evaluation.reject.threshold));
    list.addPoint("at.review.", evaluation.review);
    list.addPoint("at.reject.", evaluation.reject);
    addGoodParts(list, "at.review.", evaluation, evaluation.review.threshold);
    addGoodParts(list, "at.reject.", evaluation, evaluation.reject.threshold);
    addCounts(list, evaluation);
    addSizes(list, evaluation);
    addGrouped(list, evaluation);
    return list.take();
}

std::vector<NamedFigure> flatFigures(const OperatingPoint &point, const std::string &prefix)
{
    FlatList list;
    list.addPoint(prefix, point);
    return list.take();
}

} // namespace patina
