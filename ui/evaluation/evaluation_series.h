#pragma once

#include "core/metrics/evaluation.h"
#include "core/project/facts.h"
#include "ui/charts/chart_data.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

namespace patina {

/// Figures as charts draw them. Colours of classes are those of lists and outlines.
class EvaluationSeries
{
    Q_DECLARE_TR_FUNCTIONS(EvaluationSeries)
public:
    /// Recall of each class against the threshold with Wilson intervals, and what it costs: the share of good parts
    /// that are flagged.
    static std::vector<ChartSeries> recall(const Evaluation &evaluation, const std::vector<ProjectClass> &classes);
    /// Recall of each class against overkill, a point for each threshold that flags one more good part; and where the
    /// two thresholds are, for all defects.
    static std::vector<ChartSeries> cost(const Evaluation &evaluation, const OperatingPoint &review,
                                         const OperatingPoint &reject, const std::vector<ProjectClass> &classes);
    /// Recall by the size of defects at a threshold, in quarters from the smallest to the largest: area in px, or in
    /// mm2 where a pixel of the score map has a size, recall, Wilson interval. Classes with fewer than four defects are
    /// left out.
    static std::vector<ChartSeries> sizes(const OperatingPoint &point, std::optional<double> mmPerPixel,
                                          const std::vector<ProjectClass> &classes);
    /// Largest scores: of good parts, of defects by class, of impurities by class.
    static ChartBins histogram(const Evaluation &evaluation, const std::vector<ProjectClass> &classes);

    enum class Curve { ImageRoc, ImagePr, PixelRoc, PixelPr, Pro };
    static std::vector<ChartSeries> curve(const Evaluation &evaluation, Curve curve);

private:
    static QString seriesName(const std::string &name);
    static ChartSeries seriesOf(const std::string &name, const std::vector<ProjectClass> &classes);
};

} // namespace patina
