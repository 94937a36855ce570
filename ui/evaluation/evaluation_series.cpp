#include "ui/evaluation/evaluation_series.h"

#include "core/metrics/good_parts.h"
#include "ui/models/class_colours.h"
#include "ui/text/text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

namespace patina {

namespace {

constexpr int kBins = 48;
constexpr int kGoodSlot = 7; ///< neutral
constexpr int kGoodDash = 2;

std::vector<double> goodPeaks(const Evaluation &evaluation)
{
    std::vector<double> peaks;
    for (const ImageOutcome &image : evaluation.outcomes.images)
        if (image.role == ImageRole::Good && image.peak)
            peaks.push_back(static_cast<double>(*image.peak));
    std::ranges::sort(peaks);
    return peaks;
}

double shareFrom(const std::vector<double> &sorted, double threshold)
{
    const auto over = sorted.end() - std::ranges::lower_bound(sorted, threshold);
    return static_cast<double>(over) / static_cast<double>(sorted.size());
}

/// Found at falling thresholds, from a curve whose thresholds fall, too: each is looked at once.
class FallingRecall
{
public:
    explicit FallingRecall(const RecallCurve &curve) : m_curve(curve) {}

    double at(double threshold)
    {
        while (m_next < m_curve.points.size() && m_curve.points[m_next].threshold >= threshold)
            m_recall = m_curve.points[m_next++].recall;
        return m_recall;
    }

private:
    const RecallCurve &m_curve;
    std::size_t m_next = 0;
    double m_recall = 0.0;
};

/// Of one class alone the total says nothing more.
std::span<const RecallCurve> curvesOf(const Evaluation &evaluation)
{
    const std::span<const RecallCurve> all(evaluation.curves.recall);
    return all.size() == 2 ? all.first(1) : all;
}

/// The largest scores by series, in the order in which they are shown.
struct Peaks
{
    std::string name;
    std::vector<double> values;
};

std::vector<Peaks> peaksOf(const Evaluation &evaluation)
{
    // Clean ones: what lies on the others is shown by its class.
    const std::vector<bool> clean = cleanImages(evaluation.outcomes);
    Peaks good{"good", {}};
    for (std::size_t i = 0; i < clean.size(); ++i)
        if (clean[i] && evaluation.outcomes.images[i].peak)
            good.values.push_back(static_cast<double>(*evaluation.outcomes.images[i].peak));
    std::vector<Peaks> all{std::move(good)};
    std::map<int, std::vector<double>> ofClass;
    for (const auto *regions : {&evaluation.outcomes.impurities, &evaluation.outcomes.defects})
        for (const RegionOutcome &region : *regions)
            ofClass[region.classIndex].push_back(static_cast<double>(region.peak));
    for (auto &[index, values] : ofClass)
        all.push_back({evaluation.classes[static_cast<std::size_t>(index)].name, std::move(values)});
    return all;
}

} // namespace

QString EvaluationSeries::seriesName(const std::string &name)
{
    if (name == "all")
        return tr("all defects");
    return name == "good" ? tr("good parts") : Text::className(name);
}

ChartSeries EvaluationSeries::seriesOf(const std::string &name, const std::vector<ProjectClass> &classes)
{
    ChartSeries series;
    series.name = seriesName(name);
    const auto known = std::ranges::find(classes, name, &ProjectClass::name);
    if (known == classes.end()) {
        series.slot = kGoodSlot;
        series.dash = 0;
    } else {
        series.colour = classColour(name, classes);
        series.slot = known->position;
    }
    return series;
}

std::vector<ChartSeries> EvaluationSeries::recall(const Evaluation &evaluation,
                                                  const std::vector<ProjectClass> &classes)
{
    std::vector<ChartSeries> all;
    for (const RecallCurve &curve : curvesOf(evaluation)) {
        if (curve.points.empty())
            continue;
        ChartSeries series = seriesOf(curve.name, classes);
        series.step = true;
        const auto add = [&](double threshold, const RecallCurve::Point &point) {
            series.points.emplace_back(threshold, point.recall);
            series.low.push_back(point.low);
            series.high.push_back(point.high);
        };
        add(std::min(0.0, curve.points.back().threshold), curve.points.back());
        for (auto point = curve.points.rbegin(); point != curve.points.rend(); ++point)
            add(point->threshold, *point);
        all.push_back(std::move(series));
    }
    if (const std::vector<double> peaks = goodPeaks(evaluation); !peaks.empty()) {
        ChartSeries series;
        series.name = tr("good parts flagged");
        series.slot = kGoodSlot;
        series.dash = kGoodDash;
        series.step = true;
        series.points.emplace_back(std::min(0.0, peaks.front()), 1.0);
        for (const double peak : peaks)
            series.points.emplace_back(peak, shareFrom(peaks, peak));
        series.points.emplace_back(std::nextafter(peaks.back(), 1e300) + 1e-6, 0.0);
        all.push_back(std::move(series));
    }
    return all;
}

std::vector<ChartSeries> EvaluationSeries::cost(const Evaluation &evaluation, const OperatingPoint &review,
                                                const OperatingPoint &reject, const std::vector<ProjectClass> &classes)
{
    const std::vector<double> peaks = goodPeaks(evaluation);
    std::vector<ChartSeries> all;
    if (peaks.empty())
        return all;
    for (const RecallCurve &curve : curvesOf(evaluation)) {
        if (curve.points.empty())
            continue;
        ChartSeries series = seriesOf(curve.name, classes);
        FallingRecall recall(curve);
        // Just above a peak it is not flagged: the most that can be found without it.
        for (auto peak = peaks.rbegin(); peak != peaks.rend(); ++peak) {
            const double above = std::nextafter(*peak, 1e300);
            series.points.emplace_back(shareFrom(peaks, above), recall.at(above));
        }
        series.points.emplace_back(1.0, recall.at(std::min(peaks.front(), curve.points.back().threshold)));
        all.push_back(std::move(series));
    }
    int slot = kGoodSlot;
    for (const auto &[name, point] : {std::pair(tr("at review"), &review), std::pair(tr("at reject"), &reject)}) {
        if (point->defects.empty() || !point->defects.back().recall.value || !point->overkill.value)
            continue;
        const DefectCount &count = point->defects.back();
        ChartSeries series;
        series.name = name;
        series.slot = slot--;
        series.dots = true;
        series.points = {{*point->overkill.value, *count.recall.value}};
        series.low = {count.low.value.value_or(0.0)};
        series.high = {count.high.value.value_or(1.0)};
        all.push_back(std::move(series));
    }
    return all;
}

std::vector<ChartSeries> EvaluationSeries::sizes(const OperatingPoint &point, std::optional<double> mmPerPixel,
                                                 const std::vector<ProjectClass> &classes)
{
    const double unit = mmPerPixel ? *mmPerPixel * *mmPerPixel : 1.0;
    std::vector<ChartSeries> all;
    const std::size_t shown = point.defects.size() == 2 ? 1 : point.defects.size();
    for (const DefectCount &count : std::span(point.defects).first(shown)) {
        ChartSeries series = seriesOf(count.name, classes);
        series.dots = true;
        for (const SizeQuartile &quartile : count.quartiles) {
            if (!quartile.fromPx.value || !quartile.toPx.value || !quartile.count.recall.value)
                continue;
            series.points.emplace_back(unit * std::sqrt(*quartile.fromPx.value * *quartile.toPx.value),
                                       *quartile.count.recall.value);
            series.low.push_back(quartile.count.low.value.value_or(0.0));
            series.high.push_back(quartile.count.high.value.value_or(1.0));
        }
        if (!series.points.empty())
            all.push_back(std::move(series));
    }
    return all;
}

ChartBins EvaluationSeries::histogram(const Evaluation &evaluation, const std::vector<ProjectClass> &classes)
{
    const std::vector<Peaks> all = peaksOf(evaluation);
    double low = 0.0;
    double high = 0.0;
    for (const Peaks &peaks : all)
        for (const double peak : peaks.values) {
            low = std::min(low, peak);
            high = std::max(high, peak);
        }
    ChartBins bins;
    if (!(high > low))
        return bins;
    for (int i = 0; i <= kBins; ++i)
        bins.edges.push_back(low + (high - low) * i / kBins);
    for (const Peaks &peaks : all) {
        if (peaks.values.empty())
            continue;
        const ChartSeries look = seriesOf(peaks.name, classes);
        BinSeries series{look.name, look.colour, look.slot, std::vector<double>(kBins, 0.0)};
        for (const double peak : peaks.values) {
            const auto bin = static_cast<int>((peak - low) / (high - low) * kBins);
            series.counts[static_cast<std::size_t>(std::clamp(bin, 0, kBins - 1))] += 1.0;
        }
        bins.series.push_back(std::move(series));
    }
    return bins;
}

std::vector<ChartSeries> EvaluationSeries::curve(const Evaluation &evaluation, Curve curve)
{
    const EvaluationCurves &curves = evaluation.curves;
    const std::vector<CurvePoint> &points = curve == Curve::ImageRoc   ? curves.imageRoc
                                            : curve == Curve::ImagePr  ? curves.imagePr
                                            : curve == Curve::PixelRoc ? curves.pixelRoc
                                            : curve == Curve::PixelPr  ? curves.pixelPr
                                                                       : curves.pro;
    if (points.empty())
        return {};
    ChartSeries series;
    series.name = tr("all defects");
    series.slot = 0;
    for (const CurvePoint &point : points)
        series.points.emplace_back(point.x, point.y);
    return {series};
}

} // namespace patina
