#include "ui/charts/chart_marks.h"
#include "ui/charts/chart_numbers.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/curve_points.h"
#include "ui/look.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace patina;

/// What charts are made of, without a widget.
class TestUiChartParts : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void toPixelAndBackIsIdentity();
    void clippedLinesAreTheInsideParts();
    void clippedPolygonsHaveTheInsideArea();
    void simplifiedLinesStayClose();
    void stepsHoldTheValueOfTheLargerX();
    void gapsInterruptCurvesAndBands();
    void homeHoldsTheValues();
    void zoomKeepsTheValueAtThePixel();
    void viewsStayWithinHome();
    void seriesAreReadableAndDiffer();
    void numbersAreInTheLanguage();
    void marksKeepTheirOrder();
    void draggedValuesAreMultiplesOfTheStep();
};

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinite = std::numeric_limits<double>::infinity();

double distanceToSegment(const QPointF &p, const QPointF &a, const QPointF &b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0.0 ? std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0) : 0.0;
    const QPointF away = p - (a + share * along);
    return std::hypot(away.x(), away.y());
}

double distanceToLine(const QPointF &p, const QPolygonF &line)
{
    double least = kInfinite;
    for (qsizetype i = 1; i < line.size(); ++i)
        least = std::min(least, distanceToSegment(p, line[i - 1], line[i]));
    return least;
}

QPolygonF randomLine(QRandomGenerator &random, int points, double size)
{
    QPolygonF line;
    for (int i = 0; i < points; ++i)
        line << QPointF(random.bounded(size), random.bounded(size));
    return line;
}

double areaOf(const QPolygonF &polygon)
{
    double twice = 0.0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF &a = polygon[i];
        const QPointF &b = polygon[(i + 1) % polygon.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2.0;
}

} // namespace

void TestUiChartParts::init()
{
    QLocale::setDefault(QLocale::c());
    applyTheme(Theme::Light);
}

void TestUiChartParts::toPixelAndBackIsIdentity()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 500; ++i) {
        const double low = 0.001 + random.bounded(10.0);
        const PlotScale scale{low, low + 0.01 + random.bounded(100.0), random.bounded(500.0), 600.0, i % 2 == 0};
        const double value = low + random.bounded(scale.high - scale.low);
        QVERIFY(std::abs(scale.toValue(scale.toPixel(value)) - value) < 1e-9 * scale.high);
        QCOMPARE(scale.toPixel(scale.low), scale.from);
        QVERIFY(std::isfinite(scale.toPixel(kInfinite)) && std::isfinite(scale.toPixel(-kInfinite)));
        QVERIFY(std::isnan(scale.toPixel(kNone)));
    }
}

void TestUiChartParts::clippedLinesAreTheInsideParts()
{
    QRandomGenerator random(2);
    const QRectF area(20, 30, 50, 40);
    for (int round = 0; round < 200; ++round) {
        const QPolygonF line = randomLine(random, 8, 120.0);
        const auto parts = clippedLine(line, area);
        for (const QPolygonF &part : parts)
            for (const QPointF &point : part) {
                QVERIFY(area.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(point));
                QVERIFY(distanceToLine(point, line) < 1e-9);
            }
        for (int i = 0; i < 100; ++i) {
            const auto segment = random.bounded(static_cast<int>(line.size()) - 1);
            const QPointF point = line[segment] + (line[segment + 1] - line[segment]) * random.bounded(1.0);
            if (!area.adjusted(1e-6, 1e-6, -1e-6, -1e-6).contains(point))
                continue;
            double least = kInfinite;
            for (const QPolygonF &part : parts)
                least = std::min(least, distanceToLine(point, part));
            QVERIFY(least < 1e-9);
        }
    }
}

void TestUiChartParts::clippedPolygonsHaveTheInsideArea()
{
    QRandomGenerator random(3);
    const QRectF area(20, 30, 50, 40);
    for (int round = 0; round < 100; ++round) {
        const QPolygonF triangle = randomLine(random, 3, 120.0);
        const QPolygonF clipped = clippedPolygon(triangle, area);
        const QPolygonF slow = triangle.intersected(QPolygonF(area));
        QVERIFY(std::abs(areaOf(clipped) - areaOf(slow)) < 1e-3);
    }
    QVERIFY(clippedPolygon({{0, 0}, {5, 0}, {0, 5}}, area).isEmpty());
}

void TestUiChartParts::simplifiedLinesStayClose()
{
    QRandomGenerator random(4);
    for (int round = 0; round < 100; ++round) {
        QPolygonF line;
        for (int i = 0; i < 400; ++i)
            line << QPointF(i * 0.2 + random.bounded(0.1),
                            round % 2 == 0 ? 40 * std::sin(i * 0.02) : random.bounded(30.0));
        const QPolygonF few = simplified(line, 0.3);
        QCOMPARE(few.first(), line.first());
        QCOMPARE(few.last(), line.last());
        for (const QPointF &point : line)
            QVERIFY(distanceToLine(point, few) < 0.3 + 1e-9);
        if (round % 2 == 0)
            QVERIFY(few.size() < 80);
    }
    // There and back again is a line of its own.
    QCOMPARE(simplified({{0, 0}, {10, 0}, {2, 0}, {6, 0}}, 0.3).size(), 4);
}

void TestUiChartParts::stepsHoldTheValueOfTheLargerX()
{
    ChartSeries series;
    series.step = true;
    series.points = {{0.0, 100.0}, {50.0, 60.0}};
    const PlotFrame frame{{0, 0, 100, 100}, {0, 100, 0, 100, false}, {0, 100, 0, 100, false}};
    const QPolygonF rising{{0, 100}, {0, 60}, {50, 60}};
    QCOMPARE(linesOf(series, frame).front(), rising);
    std::ranges::reverse(series.points);
    const QPolygonF falling{{50, 60}, {0, 60}, {0, 100}};
    QCOMPARE(linesOf(series, frame).front(), falling);
}

void TestUiChartParts::gapsInterruptCurvesAndBands()
{
    ChartSeries series;
    series.points = {{0, 1}, {10, 2}, {20, kNone}, {30, 3}, {kInfinite, 4}, {50, 5}, {60, 6}};
    series.low = {0, 1, 1, 2, 3, kNone, 5};
    series.high = {2, 3, 3, 4, 5, 6, 7};
    const PlotFrame frame{{0, 0, 100, 10}, {0, 100, 0, 100, false}, {0, 10, 0, 10, false}};
    QCOMPARE(linesOf(series, frame).size(), std::size_t{3});
    QCOMPARE(bandsOf(series, frame).size(), std::size_t{3});
    series.high.pop_back();
    QVERIFY(bandsOf(series, frame).empty()); // not one per point: no band
}

void TestUiChartParts::homeHoldsTheValues()
{
    QRandomGenerator random(5);
    for (int i = 0; i < 300; ++i) {
        ChartAxis axis;
        axis.log = i % 2 == 0;
        const double low = 1e-3 + random.bounded(5.0);
        const ChartSpan values{low, i % 5 == 0 ? low : low + random.bounded(50.0)};
        const ChartSpan home = homeSpan(axis, values, 0.04);
        QVERIFY(home.low < home.high);
        QVERIFY(home.low <= values.low && home.high >= values.high);
        QVERIFY(!axis.log || home.low > 0.0);
    }
    QCOMPARE(homeSpan({{}, 0.0, 1.0}, ChartSpan{0.2, 3.0}, 0.04), (ChartSpan{0.0, 1.0}));
    QCOMPARE(homeSpan({{}, kNone, -kInfinite}, ChartSpan{0.0, 0.0}, 0.04), (ChartSpan{-0.5, 0.5}));
    // A logarithmic axis cannot begin at 0.
    QVERIFY(homeSpan({{}, 0.0, 1.0, true}, ChartSpan{0.01, 1.0}, 0.0).low > 0.0);
    QVERIFY(homeSpan({{}, {}, {}, true}, std::nullopt, 0.04).low > 0.0);
}

void TestUiChartParts::zoomKeepsTheValueAtThePixel()
{
    QRandomGenerator random(6);
    for (int i = 0; i < 300; ++i) {
        const PlotScale scale{0.5, 0.6 + random.bounded(20.0), 40.0, 400.0, i % 2 == 0};
        const double pixel = 40.0 + random.bounded(360.0);
        const ChartSpan zoomed = zoomedSpan(scale, pixel, 0.3 + random.bounded(2.0));
        const PlotScale after{zoomed.low, zoomed.high, scale.from, scale.to, scale.log};
        QVERIFY(std::abs(after.toPixel(scale.toValue(pixel)) - pixel) < 1e-6);
    }
}

void TestUiChartParts::viewsStayWithinHome()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 500; ++i) {
        const bool log = i % 2 == 0;
        const ChartSpan home{0.1, 20.0};
        const double low = 0.01 + random.bounded(40.0);
        const ChartSpan wanted{low, low * (1.0 + random.bounded(3.0))};
        const ChartSpan kept = keptWithin(wanted, home, log);
        QVERIFY(kept.low < kept.high);
        QVERIFY(kept.low > home.low - 1e-9 && kept.high < home.high + 1e-9);
        if (wanted.low >= home.low && wanted.high <= home.high && wanted.high > wanted.low * 1.01)
            QVERIFY(std::abs(kept.low - wanted.low) < 1e-6 && std::abs(kept.high - wanted.high) < 1e-6);
    }
}

void TestUiChartParts::seriesAreReadableAndDiffer()
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(theme);
        const ChartTheme seen = ChartTheme::of(QApplication::palette(), QApplication::font(), QLocale());
        for (const ChartTheme &on : {seen, ChartTheme::print(QApplication::font(), QLocale())}) {
            QSet<QString> looks;
            for (int slot = 0; slot < 56; ++slot) {
                const QColor colour = slotColour(slot, on);
                QVERIFY2(contrastRatio(colour, on.area) >= 3.0, qPrintable(colour.name()));
                const QPen pen = seriesPen(colour, slot, 2.0);
                QString look = colour.name();
                for (const double dash : pen.dashPattern())
                    look += QStringLiteral(" %1").arg(dash);
                looks << look;
            }
            QCOMPARE(looks.size(), 56);
            for (const QColor own : {QColor(Qt::yellow), QColor(Qt::black), QColor(Qt::white), QColor(0xff808080)})
                QVERIFY(contrastRatio(seriesColour(own, 0, on), on.area) >= 3.0);
        }
    }
    QVERIFY(std::abs(contrastRatio(Qt::black, Qt::white) - 21.0) < 1e-6);
}

void TestUiChartParts::numbersAreInTheLanguage()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(ChartNumbers::atStep(0.25, 0.05, ChartUnit::Number, german), QStringLiteral("0,25"));
    QCOMPARE(ChartNumbers::atStep(2.5, 2.5, ChartUnit::Number, german), QStringLiteral("2,5"));
    QCOMPARE(ChartNumbers::atStep(-1e-18, 0.1, ChartUnit::Number, german), QStringLiteral("0,0"));
    QCOMPARE(ChartNumbers::atStep(0.25, 0.05, ChartUnit::Percent, german), QStringLiteral("25 %"));
    QCOMPARE(ChartNumbers::atStep(0.125, 0.025, ChartUnit::Percent, german), QStringLiteral("12,5 %"));
    QCOMPARE(ChartNumbers::atStep(12000, 2000, ChartUnit::Count, german), QStringLiteral("12.000"));
    QCOMPARE(ChartNumbers::read(0.91237, ChartUnit::Percent, german), QStringLiteral("91,2 %"));
    QCOMPARE(ChartNumbers::read(3.0, ChartUnit::Count, german), QStringLiteral("3"));
}

void TestUiChartParts::marksKeepTheirOrder()
{
    QRandomGenerator random(8);
    ChartMarks marks;
    marks.set({{QStringLiteral("a"), {}, 0.2},
               {QStringLiteral("fixed"), {}, 0.5, false},
               {QStringLiteral("b"), {}, 0.8},
               {QStringLiteral("c"), {}, 0.8}});
    for (int i = 0; i < 1000; ++i) {
        const std::size_t moved = std::array<std::size_t, 3>{0, 2, 3}[static_cast<std::size_t>(random.bounded(3))];
        marks.move(moved, random.bounded(2.0) - 0.5, {0.0, 1.0});
        const auto &all = marks.all();
        QVERIFY(0.0 <= all[0].value && all[0].value <= all[2].value && all[2].value <= all[3].value &&
                all[3].value <= 1.0);
        QCOMPARE(all[1].value, 0.5);
    }
    QVERIFY(!marks.move(0, kNone, {0.0, 1.0}));
}

void TestUiChartParts::draggedValuesAreMultiplesOfTheStep()
{
    ChartMarks marks;
    marks.set({{QStringLiteral("a"), {}, 0.2}});
    QVERIFY(marks.move(0, 0.2862, {0.0, 1.0}));
    QCOMPARE(marks.all()[0].value, 0.29); // the very same double
    QVERIFY(marks.move(0, 5.0, {0.0, 0.995}));
    QCOMPARE(marks.all()[0].value, 0.995);
}

QTEST_MAIN(TestUiChartParts)
#include "tst_ui_chart_parts.moc"
