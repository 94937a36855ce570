#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace patina {

/// How numbers along an axis are written.
enum class AxisNumbers { Plain, Percent };

struct PlotAxis
{
    std::string label; ///< with its unit
    AxisNumbers numbers = AxisNumbers::Plain;
    std::optional<std::pair<double, double>> range; ///< none: that of the data
};

struct ChartPoint
{
    double x = 0.0;
    double y = 0.0;
    double low = 0.0; ///< of the band or interval bar, where the series has one
    double high = 0.0;
};

struct PlotSeries
{
    enum class Form {
        Line,
        Step,  ///< holds its value to the left until the next point: a share that falls as the threshold rises
        Points ///< with an interval bar each
    };
    std::string name;
    Form form = Form::Line;
    bool band = false;              ///< low and high are drawn as a band
    int style = 0;                  ///< colour, dash and mark, the same for a class in all charts of a report
    bool strong = false;            ///< a thicker line, in black
    std::vector<ChartPoint> points; ///< x ascending
};

/// A vertical line with a name.
struct PlotMark
{
    double x = 0.0;
    std::string label;
    int style = 0; ///< 0 review, 1 reject
};

/// Lines, steps or points over two axes.
struct PlotChart
{
    std::string title;
    std::string description; ///< what it shows, for who cannot see it
    PlotAxis x;
    PlotAxis y;
    std::vector<PlotSeries> series;
    std::vector<PlotMark> marks;
    std::vector<std::string> categories; ///< names of x = 0, 1, ... in place of numbers
};

/// One row of bars per class over a common score axis. A bar is a share of its row, and all rows have one scale, so
/// that rows of different numbers are compared by their form: that of the largest share among rows of at least
/// steadyRow values, where there are such. What is higher in a smaller row is cut.
struct BinnedChart
{
    struct Row
    {
        std::string name;
        int style = 0;
        std::vector<double> values;
    };
    static constexpr std::int64_t steadyRow = 20; ///< one value is a share of at most 5 %
    std::string title;
    std::string description;
    std::string xLabel;
    std::vector<Row> rows;
    std::vector<PlotMark> marks;
    int bins = 60;
};

/// Where an axis has its numbers.
struct Ticks
{
    double step = 1.0;
    std::vector<double> values; ///< multiples of the step, inside the range
    int digits = 0;             ///< after the point
};

/// About `wished` of them, the step 1, 2 or 5 times a power of ten. \param low < high, finite.
Ticks niceTicks(double low, double high, int wished);

/// A drawing of its own, as inline SVG: the same bytes for the same chart on every machine. Colours are those of Okabe
/// and Ito, which colour-blind eyes tell apart, each with a dash of its own, so that print without colour serves too.
std::string chartSvg(const PlotChart &chart);
std::string chartSvg(const BinnedChart &chart);

/// Size of every drawing, in its own units (CSS pixels).
struct ChartSize
{
    int width = 0;
    int height = 0;
};
ChartSize chartSize(const PlotChart &chart);
ChartSize chartSize(const BinnedChart &chart);

} // namespace patina
