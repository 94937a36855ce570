#include "core/report/svg_writer.h"

#include "core/report/report_text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>

namespace patina {

namespace {

constexpr const char *ink = "#1f2328";

std::string pointsText(const std::vector<SvgPoint> &points)
{
    std::string text;
    for (const SvgPoint &point : points)
        text += (text.empty() ? "" : " ") + svgNumber(point.x) + "," + svgNumber(point.y);
    return text;
}

std::string dashAttribute(const SeriesStyle &style)
{
    return *style.dash != '\0' ? fmt::format(" stroke-dasharray=\"{}\"", style.dash) : std::string();
}

const char *anchorName(SvgWriter::Anchor anchor)
{
    return anchor == SvgWriter::Anchor::Start ? "start" : anchor == SvgWriter::Anchor::Middle ? "middle" : "end";
}

/// Letters, each with how wide it is in halves of a font size.
std::vector<std::pair<std::string_view, double>> lettersOf(std::string_view text)
{
    std::vector<std::pair<std::string_view, double>> letters;
    while (!text.empty()) {
        std::size_t bytes = 1;
        while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U)
            ++bytes;
        constexpr double narrow = 0.56; // the mean of DejaVu Sans is 0.55 to 0.6
        letters.emplace_back(text.substr(0, bytes), bytes >= 3 ? 1.0 : narrow);
        text.remove_prefix(bytes);
    }
    return letters;
}

} // namespace

SeriesStyle seriesStyle(int style)
{
    static constexpr std::array styles{SeriesStyle{"#0072b2", ""},        SeriesStyle{"#d55e00", "7 3"},
                                       SeriesStyle{"#009e73", "2 2"},     SeriesStyle{"#cc79a7", "9 3 2 3"},
                                       SeriesStyle{"#e69f00", "4 2"},     SeriesStyle{"#56b4e9", "12 3"},
                                       SeriesStyle{"#7f7f7f", "6 2 2 2"}, SeriesStyle{"#8c6d1f", "1 3"}};
    return styles[static_cast<std::size_t>(style) % styles.size()];
}

SeriesStyle markStyle(int style)
{
    return style == 0 ? SeriesStyle{"#b07c00", "5 3"} : SeriesStyle{"#b22222", ""};
}

std::string svgNumber(double value)
{
    std::string text = fmt::format("{:.2f}", std::isfinite(value) ? value : 0.0);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text == "-0" ? "0" : text;
}

double textWidthPx(std::string_view text, double sizePx)
{
    double width = 0.0;
    for (const auto &[letter, share] : lettersOf(text))
        width += share * sizePx;
    return width;
}

std::string fittedText(std::string_view text, double widthPx, double sizePx)
{
    const std::string shown = shownText(text);
    if (textWidthPx(shown, sizePx) <= widthPx)
        return shown;
    std::string kept;
    double width = sizePx; // the ellipsis
    for (const auto &[letter, share] : lettersOf(shown)) {
        width += share * sizePx;
        if (width > widthPx)
            break;
        kept += letter;
    }
    return kept + "\xE2\x80\xA6";
}

SvgWriter::SvgWriter(int width, int height, std::string_view title, std::string_view description)
    : m_svg(
          fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 {0} {1}\" "
                      "width=\"{0}\" height=\"{1}\" font-family=\"sans-serif\" "
                      "font-weight=\"400\"><title>{2}</title><desc>{3}</desc>\n",
                      width, height, markupText(title), markupText(description)))
{
}

void SvgWriter::line(SvgPoint from, SvgPoint to, std::string_view cssClass, const SeriesStyle &style, double width)
{
    m_svg += fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" "
                         "stroke-width=\"{}\"{}/>\n",
                         cssClass, svgNumber(from.x), svgNumber(from.y), svgNumber(to.x), svgNumber(to.y), style.colour,
                         svgNumber(width), dashAttribute(style));
}

void SvgWriter::polyline(const std::vector<SvgPoint> &points, const SeriesStyle &style, double width,
                         std::string_view cssClass)
{
    if (points.size() < 2)
        return;
    m_svg += fmt::format("<polyline{} points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" "
                         "stroke-linejoin=\"round\"{}/>\n",
                         cssClass.empty() ? std::string() : fmt::format(" class=\"{}\"", cssClass), pointsText(points),
                         style.colour, svgNumber(width), dashAttribute(style));
}

void SvgWriter::polygon(const std::vector<SvgPoint> &points, const char *colour, double opacity)
{
    if (points.size() >= 3)
        m_svg += fmt::format("<polygon points=\"{}\" fill=\"{}\" fill-opacity=\"{}\" stroke=\"none\"/>\n",
                             pointsText(points), colour, svgNumber(opacity));
}

void SvgWriter::rectangle(SvgPoint at, double width, double height, const char *colour)
{
    m_svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n", svgNumber(at.x),
                         svgNumber(at.y), svgNumber(width), svgNumber(height), colour);
}

void SvgWriter::mark(SvgPoint at, int style, const char *colour)
{
    constexpr double half = 4.0;
    const auto [x, y] = at;
    switch (style % 4) {
    case 0:
        m_svg += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>\n", svgNumber(x), svgNumber(y),
                             svgNumber(half), colour);
        break;
    case 1:
        rectangle({x - half, y - half}, 2 * half, 2 * half, colour);
        break;
    case 2:
        polygon({{x, y - half}, {x + half, y + half}, {x - half, y + half}}, colour, 1.0);
        break;
    default:
        polygon({{x, y - half}, {x + half, y}, {x, y + half}, {x - half, y}}, colour, 1.0);
    }
}

void SvgWriter::text(SvgPoint at, std::string_view text, Anchor anchor, double sizePx, std::string_view cssClass)
{
    m_svg += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\" font-size=\"{}\" fill=\"{}\">{}"
                         "</text>\n",
                         cssClass, svgNumber(at.x), svgNumber(at.y), anchorName(anchor), svgNumber(sizePx), ink,
                         markupText(text));
}

void SvgWriter::textUpwards(SvgPoint at, std::string_view text)
{
    m_svg += fmt::format("<text class=\"label\" transform=\"translate({},{}) rotate(-90)\" text-anchor=\"middle\" "
                         "font-size=\"11\" fill=\"{}\">{}</text>\n",
                         svgNumber(at.x), svgNumber(at.y), ink, markupText(text));
}

std::string SvgWriter::finish()
{
    return std::move(m_svg) + "</svg>\n";
}

} // namespace patina
