#include "tests/support/chart_hands.h"
#include "ui/look.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace patina;
using namespace patina::testing;

/// What charts show.
class TestUiCharts : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void newDataKeepsTheZoom();
    void theLegendHidesSeries();
    void movedLinesDrawOnlyThemselves();
    void thePointerReadsTheNearestPoint();
    void themesAreFollowed();
    void emptyChartsSayWhy();
    void strangeDataIsSurvived_data();
    void strangeDataIsSurvived();
    void countsOfZeroOnALogarithmicAxis();
    void theMenuSwitchesTheAxis();
    void theMenuHidesSeries();
    void everyActionHasAWord();
};

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinite = std::numeric_limits<double>::infinity();

class CountedContent : public ChartContent
{
public:
    explicit CountedContent(int *paints) : m_paints(paints) {}
    std::size_t count() const override { return 1; }
    QString name(std::size_t) const override { return QStringLiteral("one"); }
    std::optional<ChartSpan> span(ChartAxisSide, const ChartAxis &) const override { return ChartSpan{0.0, 1.0}; }
    void paint(QPainter &, const PlotFrame &, const ChartTheme &) const override { ++*m_paints; }
    void paintKey(QPainter &, const QRectF &, std::size_t, const PlotFrame &, const ChartTheme &) const override {}
    std::optional<ChartReadout> nearest(const QPointF &, const PlotFrame &, const ChartTheme &) const override
    {
        return {};
    }
    std::string csv() const override { return {}; }

private:
    int *m_paints;
};

class CountedChart : public Chart
{
public:
    explicit CountedChart(int *paints)
        : Chart(std::make_unique<CountedContent>(paints), ChartAxisSide::Horizontal, nullptr)
    {
    }
};

} // namespace

void TestUiCharts::init()
{
    QLocale::setDefault(QLocale::c());
    applyTheme(Theme::Light);
}

void TestUiCharts::newDataKeepsTheZoom()
{
    LineChart chart;
    const ChartSample sample = recallSample();
    fill(chart, sample);
    show(chart);
    wheel(chart, at(chart, 1.0, 0.5), 3);
    const PlotFrame zoomed = chart.frame();
    auto series = sample.series;
    series.pop_back();
    chart.setSeries(series);
    chart.setMarks(sample.marks);
    QCoreApplication::processEvents();
    QVERIFY(std::abs(chart.frame().x.low - zoomed.x.low) < 1e-9);
    QVERIFY(chart.isZoomed());
}

void TestUiCharts::theLegendHidesSeries()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    QSignalSpy hidden(&chart, &Chart::hiddenSeriesChanged);
    // Right of the plot is the legend; somewhere there is the first entry.
    QPoint entry;
    for (int y = 0; y < 60 && entry.isNull(); ++y) {
        moveMouse(chart, {chart.width() - 20, y});
        if (chart.cursor().shape() == Qt::PointingHandCursor)
            entry = {chart.width() - 20, y + 3};
    }
    QVERIFY(!entry.isNull());
    QTest::mouseClick(&chart, Qt::LeftButton, {}, entry);
    QCOMPARE(chart.hiddenSeries(), QStringList{QStringLiteral("scratch")});
    chart.setSeries(recallSample().series);
    QCOMPARE(chart.hiddenSeries(), QStringList{QStringLiteral("scratch")});
    QTest::mouseClick(&chart, Qt::LeftButton, {}, entry);
    QVERIFY(chart.hiddenSeries().isEmpty());
    QCOMPARE(hidden.size(), 2);
    // Hiding all leaves the legend to bring them back.
    chart.setHiddenSeries({QStringLiteral("scratch"), QStringLiteral("dent"), QStringLiteral("crack"),
                           QStringLiteral("stain at the rim")});
    QCoreApplication::processEvents();
    QTest::mouseClick(&chart, Qt::LeftButton, {}, entry);
    QCOMPARE(chart.hiddenSeries().size(), 3);
}

void TestUiCharts::movedLinesDrawOnlyThemselves()
{
    int paints = 0;
    CountedChart chart(&paints);
    chart.setMarks(sampleMarks());
    show(chart);
    QVERIFY(paints > 0);
    QTest::qWait(50);
    const int before = paints;
    const QImage first = chart.grab().toImage();
    drag(chart, onLine(chart, 0.62), onLine(chart, 0.3));
    std::vector<ChartMark> marks = sampleMarks();
    marks[1].value = 0.7;
    chart.setMarks(marks);
    moveMouse(chart, onLine(chart, 0.5));
    QCoreApplication::processEvents();
    QVERIFY(chart.grab().toImage() != first);
    QCOMPARE(paints, before);
    marks[1].value = 3.0; // outside: the axis has to grow
    chart.setMarks(marks);
    QTRY_VERIFY(paints > before);
    QVERIFY(chart.frame().x.high >= 3.0);
}

void TestUiCharts::thePointerReadsTheNearestPoint()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    const QImage before = chart.grab().toImage();
    moveMouse(chart, onLine(chart, 1.3));
    QVERIFY(chart.grab().toImage() != before);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&chart, &leave);
    QCOMPARE(chart.grab().toImage(), before);
}

void TestUiCharts::themesAreFollowed()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    const QPoint corner = chart.frame().area.bottomRight().toPoint() - QPoint(3, 40);
    const auto area = [&] { return chart.grab().toImage().pixelColor(corner); };
    const QColor light = area();
    QCOMPARE(light, QApplication::palette().color(QPalette::Base));
    applyTheme(Theme::Dark);
    QTRY_COMPARE(area(), QApplication::palette().color(QPalette::Base));
    QVERIFY(area() != light);
}

void TestUiCharts::emptyChartsSayWhy()
{
    LineChart chart;
    chart.setEmptyText(QStringLiteral("Nothing reviewed yet."));
    show(chart);
    const QImage without = chart.grab().toImage();
    QVERIFY(chart.accessibleDescription().startsWith(QStringLiteral("Nothing reviewed yet.")));
    QVERIFY(!chart.findChild<QWidget *>(QStringLiteral("chartPlot"))->isVisible());
    // Nothing of it can be handled.
    moveMouse(chart, {100, 100});
    drag(chart, {100, 100}, {150, 120});
    wheel(chart, {100, 100}, 2);
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(!chart.isZoomed());
    fill(chart, recallSample());
    QCoreApplication::processEvents();
    QVERIFY(chart.findChild<QWidget *>(QStringLiteral("chartPlot"))->isVisible());
    QVERIFY(chart.grab().toImage() != without);
    chart.setSeries({});
    chart.setMarks({});
    QCoreApplication::processEvents();
    QCOMPARE(chart.grab().toImage(), without);
}

void TestUiCharts::strangeDataIsSurvived_data()
{
    QTest::addColumn<QList<QPointF>>("points");
    QTest::newRow("none") << QList<QPointF>{};
    QTest::newRow("one") << QList<QPointF>{{0.5, 0.5}};
    QTest::newRow("one at zero") << QList<QPointF>{{0.0, 0.0}};
    QTest::newRow("not numbers") << QList<QPointF>{{kNone, kNone}, {kNone, 1.0}};
    QTest::newRow("infinite") << QList<QPointF>{{kInfinite, 0.0}, {-kInfinite, kInfinite}, {0.0, kInfinite}};
    QTest::newRow("mixed") << QList<QPointF>{{0.1, 0.2}, {kNone, 0.3}, {0.3, -kInfinite}, {0.4, 0.4}};
    QTest::newRow("same x") << QList<QPointF>{{1.0, 0.2}, {1.0, 0.4}};
    QTest::newRow("negative") << QList<QPointF>{{-1.0, -0.2}, {-2.0, -0.4}};
    QTest::newRow("huge") << QList<QPointF>{{-1e300, 1e300}, {1e300, -1e300}};
    QTest::newRow("tiny") << QList<QPointF>{{1e-300, 1e-300}, {2e-300, 2e-300}};
}

void TestUiCharts::strangeDataIsSurvived()
{
    QFETCH(QList<QPointF>, points);
    for (const bool log : {false, true}) {
        LineChart chart;
        HistogramChart histogram;
        ChartSeries series{QStringLiteral("s"), {}, -1, -1, {points.begin(), points.end()}, {}, {}};
        ChartSeries banded = series;
        banded.name = QStringLiteral("banded");
        ChartBins bins;
        bins.series.push_back({QStringLiteral("s"), {}, -1, {}});
        for (const QPointF &point : points) {
            banded.low.push_back(point.y() - 0.1);
            banded.high.push_back(point.x());
            bins.edges.push_back(point.x());
            bins.series[0].counts.push_back(point.y());
        }
        ChartSeries dots = banded;
        dots.dots = true;
        dots.name = QStringLiteral("dots");
        ChartSeries stairs = banded;
        stairs.step = true;
        stairs.name = QStringLiteral("stairs");
        const ChartAxis axis{QStringLiteral("a"), {}, {}, log};
        for (Chart *shown : {static_cast<Chart *>(&chart), static_cast<Chart *>(&histogram)}) {
            shown->setAxes(axis, axis);
            shown->setMarks({{QStringLiteral("m"), QStringLiteral("M"), points.isEmpty() ? kNone : points[0].x()}});
        }
        chart.setSeries({series, banded, dots, stairs});
        histogram.setBins(bins);
        for (Chart *shown : {static_cast<Chart *>(&chart), static_cast<Chart *>(&histogram)}) {
            show(*shown);
            for (const QPoint place : {QPoint(300, 150), QPoint(310, 160)}) {
                moveMouse(*shown, place);
                wheel(*shown, place, 5);
            }
            drag(*shown, {300, 150}, {340, 170});
            QTest::keyClick(shown, Qt::Key_Right);
            QVERIFY(!shown->grab().isNull());
            QVERIFY(!shown->picture().isNull());
        }
        histogram.setForm(BinForm::Outlines);
        QVERIFY(!histogram.grab().isNull());
    }
}

void TestUiCharts::countsOfZeroOnALogarithmicAxis()
{
    HistogramChart chart;
    chart.setAxes({}, {QStringLiteral("Images"), {}, {}, true, ChartUnit::Count});
    chart.setBins(fewBins());
    show(chart);
    QVERIFY(chart.frame().y.low > 0.0 && chart.frame().y.low < 1.0); // one image is seen
    QVERIFY(chart.frame().y.high >= 100.0);
    ChartBins none = fewBins();
    for (BinSeries &series : none.series)
        series.counts.assign(3, 0.0);
    chart.setBins(none);
    QCoreApplication::processEvents();
    QVERIFY(chart.frame().y.low > 0.0 && chart.frame().y.high >= 1.0);
    QVERIFY(!chart.grab().isNull());
    // Counts on top of each other: the axis holds their sum.
    chart.setAxes({}, {QStringLiteral("Images"), {}, {}, false, ChartUnit::Count});
    ChartBins stacked = fewBins();
    stacked.series[1].counts = {100, 0, 0};
    chart.setBins(stacked);
    QCoreApplication::processEvents();
    QVERIFY(chart.frame().y.high >= 200.0);
    chart.setForm(BinForm::Outlines);
    QCoreApplication::processEvents();
    QVERIFY(chart.frame().y.high < 150.0);
}

void TestUiCharts::theMenuSwitchesTheAxis()
{
    HistogramChart chart;
    chart.setAxes({}, {QStringLiteral("Images"), {}, {}, false, ChartUnit::Count});
    chart.setBins(fewBins());
    show(chart);
    wheel(chart, at(chart, 0.7, 50), 2);
    QSignalSpy changed(&chart, &Chart::logChanged);
    action(chart, "chartLogAxis")->trigger();
    QVERIFY(chart.axis(ChartAxisSide::Vertical).log);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toBool(), true);
    QCoreApplication::processEvents();
    QVERIFY(chart.frame().y.log);
    LineChart lines;
    fill(lines, recallBySizeSample());
    QVERIFY(lines.axis(ChartAxisSide::Horizontal).log);
    action(lines, "chartLogAxis")->trigger();
    QVERIFY(!lines.axis(ChartAxisSide::Horizontal).log);
}

void TestUiCharts::theMenuHidesSeries()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {50, 50}, chart.mapToGlobal(QPoint(50, 50)));
    QCoreApplication::sendEvent(&chart, &event);
    auto *menu = chart.findChild<QMenu *>(QStringLiteral("chartMenu"));
    QVERIFY(menu != nullptr);
    auto *series = menu->findChild<QMenu *>(QStringLiteral("chartSeriesMenu"));
    QVERIFY(series != nullptr);
    QCOMPARE(series->actions().size(), 4);
    QVERIFY(series->actions()[1]->isChecked());
    series->actions()[1]->trigger();
    QCOMPARE(chart.hiddenSeries(), QStringList{QStringLiteral("dent")});
    menu->close();
}

void TestUiCharts::everyActionHasAWord()
{
    LineChart chart;
    for (const QAction *entry : chart.actions()) {
        QVERIFY(!entry->objectName().isEmpty());
        QVERIFY(!entry->text().isEmpty());
    }
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&chart, &language);
    QCOMPARE(chart.actions().size(), 7);
}

QTEST_MAIN(TestUiCharts)
#include "tst_ui_charts.moc"
