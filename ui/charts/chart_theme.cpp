#include "ui/charts/chart_theme.h"

#include "ui/look.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace patina {

namespace {

// Blue, vermilion, green, purple, orange, sky, yellow, text: darker than the originals on white, lighter on dark.
constexpr std::array<QRgb, 8> kOnLight{0xff0072b2, 0xffd04a00, 0xff008a64, 0xffb0508a,
                                       0xffb37400, 0xff2b8fc4, 0xff857b00, 0xff3c4649};
constexpr std::array<QRgb, 8> kOnDark{0xff4c9fe0, 0xffff7f4d, 0xff1fc08f, 0xffdd97bf,
                                      0xffe69f00, 0xff8fd0f5, 0xfff0e442, 0xffd0d6d8};
// Dashes and gaps in widths of the pen; the first is solid.
const std::array<QList<double>, 7> kDashes{QList<double>{},       {5, 2.5}, {1.5, 2}, {6, 2, 1.5, 2}, {9, 3}, {3, 2},
                                           {6, 2, 1.5, 2, 1.5, 2}};
constexpr double kContrast = 3.0;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto channel = [shareOfB](float from, float to) { return static_cast<float>(from + (to - from) * shareOfB); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

} // namespace

ChartTheme ChartTheme::of(const QPalette &palette, const QFont &font, const QLocale &locale)
{
    ChartTheme theme;
    theme.dark = isDark(palette);
    theme.ground = palette.color(QPalette::Window);
    theme.area = palette.color(QPalette::Base);
    theme.text = palette.color(QPalette::WindowText);
    theme.muted = mutedText(palette);
    theme.grid = mixed(theme.area, theme.text, theme.dark ? 0.14 : 0.1);
    theme.axis = mixed(theme.area, theme.text, 0.45);
    theme.accent = readableOn(palette.color(QPalette::Highlight), theme.area);
    theme.font = font;
    theme.locale = locale;
    return theme;
}

ChartTheme ChartTheme::print(const QFont &font, const QLocale &locale)
{
    ChartTheme theme;
    theme.ground = theme.area = Qt::white;
    theme.text = QColor(0xff1d2325);
    theme.muted = QColor(0xff4d575b);
    theme.grid = QColor(0xffe2e5e6);
    theme.axis = QColor(0xff7d878a);
    theme.accent = QColor(0xff1f7a6d);
    theme.font = font;
    theme.locale = locale;
    return theme;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor readableOn(const QColor &colour, const QColor &ground)
{
    const QColor towards = luminance(ground) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    QColor readable(colour.rgb());
    for (int percent = 5; percent <= 100 && contrastRatio(readable, ground) < kContrast; percent += 5)
        readable = mixed(QColor(colour.rgb()), towards, percent / 100.0);
    return readable;
}

QColor slotColour(int slot, const ChartTheme &theme)
{
    const auto &colours = theme.dark ? kOnDark : kOnLight;
    return readableOn(QColor(colours[static_cast<std::size_t>(slot) % colours.size()]), theme.area);
}

QColor seriesColour(const QColor &own, int slot, const ChartTheme &theme)
{
    return own.isValid() ? readableOn(own, theme.area) : slotColour(slot, theme);
}

QPen seriesPen(const QColor &colour, int dash, double width)
{
    QPen pen(colour, width);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::FlatCap);
    if (const auto &pattern = kDashes[static_cast<std::size_t>(dash) % kDashes.size()]; !pattern.isEmpty())
        pen.setDashPattern(pattern);
    return pen;
}

} // namespace patina
