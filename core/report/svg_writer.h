#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace patina {

struct SvgPoint
{
    double x = 0.0;
    double y = 0.0;
};

/// Okabe and Ito (2008), without black and yellow, which vanish on one of the grounds; and a dash and a mark for each.
struct SeriesStyle
{
    const char *colour;
    const char *dash; ///< empty: a full line
};
SeriesStyle seriesStyle(int style);
/// Of the review (0) and the reject (1) threshold.
SeriesStyle markStyle(int style);

/// Writes SVG that both a browser and Qt's renderer (SVG Tiny 1.2: no clipping, no style sheets) draw alike. Colours
/// are attributes, which a style sheet around it may replace by class. Coordinates have two digits after the point.
class SvgWriter
{
public:
    enum class Anchor { Start, Middle, End };

    SvgWriter(int width, int height, std::string_view title, std::string_view description);

    void line(SvgPoint from, SvgPoint to, std::string_view cssClass, const SeriesStyle &style, double width);
    void polyline(const std::vector<SvgPoint> &points, const SeriesStyle &style, double width,
                  std::string_view cssClass = {});
    void polygon(const std::vector<SvgPoint> &points, const char *colour, double opacity);
    void rectangle(SvgPoint at, double width, double height, const char *colour);
    /// A circle, square, triangle or diamond around the point.
    void mark(SvgPoint at, int style, const char *colour);
    void text(SvgPoint at, std::string_view text, Anchor anchor, double sizePx = 11.0,
              std::string_view cssClass = "label");
    void textUpwards(SvgPoint at, std::string_view text);
    std::string finish();

private:
    std::string m_svg;
};

/// A coordinate: two digits after the point at most, no trailing zeros, never "-0".
std::string svgNumber(double value);

/// About as wide as a sans-serif font would set it. Letters of East Asian scripts count twice.
double textWidthPx(std::string_view text, double sizePx);
/// The text, cut to about that width with an ellipsis.
std::string fittedText(std::string_view text, double widthPx, double sizePx);

} // namespace patina
