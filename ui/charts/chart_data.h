#pragma once

#include <QColor>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace patina {

/// How the numbers of an axis are written.
enum class ChartUnit {
    Number,
    Percent, ///< 0.5 is written 50 %
    Count,   ///< whole numbers
};

struct ChartAxis
{
    QString label{};
    std::optional<double> min{}; ///< none: of the data and the marks
    std::optional<double> max{};
    bool log = false; ///< values that are not above 0 are not shown then
    ChartUnit unit = ChartUnit::Number;

    bool operator==(const ChartAxis &) const = default;
};

/// A curve, or points with error bars. Points that are not finite interrupt the curve.
struct ChartSeries
{
    QString name{};                ///< unique within a chart: hidden series are remembered by it
    QColor colour{};               ///< made readable on the ground of the moment; invalid: that of the slot
    int slot = -1;                 ///< of the palette; below 0: its position among the series
    int dash = -1;                 ///< of the dash patterns; below 0: that of the slot
    std::vector<QPointF> points{}; ///< in the order in which they are joined
    std::vector<double> low{};     ///< lower ends of the intervals of y, one per point; empty: none
    std::vector<double> high{};    ///< upper ends
    /// Between two neighbours the value of the one with the larger x holds, as recall does where scores at or above a
    /// threshold count.
    bool step = false;
    bool dots = false; ///< points with error bars instead of a line with a band

    bool operator==(const ChartSeries &) const = default;
};

/// A labelled vertical line.
struct ChartMark
{
    QString id{};
    QString label{};
    double value = 0.0; ///< on the horizontal axis
    bool draggable = true;
    QColor colour{};    ///< invalid: that of the text
    double step = 0.01; ///< dragged values are multiples of it; a key moves by one, with Shift by ten

    bool operator==(const ChartMark &) const = default;
};

/// The counts of one class over the bins.
struct BinSeries
{
    QString name{};
    QColor colour{};              ///< as in ChartSeries
    int slot = -1;                ///< of the palette, of the fill patterns and of the dash patterns
    std::vector<double> counts{}; ///< one per bin, at least 0

    bool operator==(const BinSeries &) const = default;
};

struct ChartBins
{
    std::vector<double> edges{}; ///< ascending, one more than there are bins
    std::vector<BinSeries> series{};

    bool operator==(const ChartBins &) const = default;
};

} // namespace patina
