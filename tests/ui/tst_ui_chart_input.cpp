#include "tests/support/chart_hands.h"
#include "ui/look.h"

#include <QAction>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace patina;
using namespace patina::testing;

/// The mouse and the keys on a chart.
class TestUiChartInput : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void draggingALineTellsItsValue();
    void aLineStopsAtItsNeighbour();
    void linesOnEachOtherPartWhereTheMouseGoes();
    void escapeTakesADragBack();
    void marksFromOutsideDuringADrag();
    void axesStayUnderAHeldLine();
    void keysStopWhereTheDataEnds();
    void theCursorTellsOfALine();
    void keysMoveTheActiveLine();
    void aHeldKeyIsOneMove();
    void tabGoesThroughTheLinesAndOn();
    void keysAreNotForTheWindow();
    void screenReadersHearTheValue();
    void theWheelZoomsAtTheCursor();
    void theWheelZoomsOneAxisOverItsNumbers();
    void dragPansAndHomeResets();
};

void TestUiChartInput::init()
{
    QLocale::setDefault(QLocale::c());
    applyTheme(Theme::Light);
}

void TestUiChartInput::draggingALineTellsItsValue()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    QSignalSpy moving(&chart, &Chart::markMoving);
    QSignalSpy moved(&chart, &Chart::markMoved);
    drag(chart, onLine(chart, 0.62), onLine(chart, 0.4));
    QCOMPARE(moving.size(), 2);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].toString(), QStringLiteral("review"));
    QVERIFY(std::abs(moved[0][1].toDouble() - 0.4) <= 0.0101);
    QCOMPARE(valueOf(chart, QStringLiteral("review")), moved[0][1].toDouble());
    QCOMPARE(moving.last()[1].toDouble(), moved[0][1].toDouble());
    // A click that moves nothing says nothing.
    QTest::mouseClick(&chart, Qt::LeftButton, {}, onLine(chart, 0.94));
    QCOMPARE(moved.size(), 1);
    // The line is taken some pixels beside it, and by its label.
    drag(chart, onLine(chart, 0.94) + QPoint(6, 0), onLine(chart, 1.2));
    QCOMPARE(moved.size(), 2);
    const QPoint label(onLine(chart, valueOf(chart, QStringLiteral("reject"))).x(),
                       static_cast<int>(chart.frame().area.top()) - 10);
    drag(chart, label, label - QPoint(40, 0));
    QCOMPARE(moved.size(), 3);
}

void TestUiChartInput::aLineStopsAtItsNeighbour()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    drag(chart, onLine(chart, 0.62), onLine(chart, 1.8));
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 0.94);
    drag(chart, onLine(chart, 0.94), QPoint(-500, onLine(chart, 1.0).y()));
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 0.0); // the end of the axis
    drag(chart, onLine(chart, 0.94), onLine(chart, 0.2));
    QVERIFY(std::abs(valueOf(chart, QStringLiteral("reject")) - 0.2) <= 0.0101);
}

void TestUiChartInput::linesOnEachOtherPartWhereTheMouseGoes()
{
    LineChart chart;
    ChartSample sample = recallSample();
    sample.marks[0].value = sample.marks[1].value = 0.8;
    fill(chart, sample);
    show(chart);
    drag(chart, onLine(chart, 0.8), onLine(chart, 1.0));
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 0.8);
    QVERIFY(valueOf(chart, QStringLiteral("reject")) > 0.95);
    chart.setMarks(sample.marks);
    drag(chart, onLine(chart, 0.8), onLine(chart, 0.5));
    QCOMPARE(valueOf(chart, QStringLiteral("reject")), 0.8);
    QVERIFY(valueOf(chart, QStringLiteral("review")) < 0.55);
}

void TestUiChartInput::escapeTakesADragBack()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    QSignalSpy moved(&chart, &Chart::markMoved);
    QTest::mousePress(&chart, Qt::LeftButton, {}, onLine(chart, 0.62));
    moveMouse(chart, onLine(chart, 0.3), Qt::LeftButton);
    QVERIFY(valueOf(chart, QStringLiteral("review")) < 0.32);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 0.62);
    moveMouse(chart, onLine(chart, 0.2), Qt::LeftButton);
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, onLine(chart, 0.2));
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 0.62);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][1].toDouble(), 0.62);
}

void TestUiChartInput::marksFromOutsideDuringADrag()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    // The window answers each step with marks of its own.
    connect(&chart, &Chart::markMoving, &chart, [&chart](const QString &, double value) {
        std::vector<ChartMark> marks = sampleMarks();
        marks[0].value = std::max(value, 0.5);
        chart.setMarks(marks);
    });
    drag(chart, onLine(chart, 0.62), onLine(chart, 0.3));
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 0.5);
    QTest::mousePress(&chart, Qt::LeftButton, {}, onLine(chart, 0.5));
    chart.setMarks({});
    moveMouse(chart, onLine(chart, 0.3), Qt::LeftButton);
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, onLine(chart, 0.3));
    QVERIFY(chart.marks().empty());
}

void TestUiChartInput::axesStayUnderAHeldLine()
{
    LineChart chart;
    ChartSample sample = recallSample();
    sample.marks[1].value = 4.0; // far outside of the data
    fill(chart, sample);
    show(chart);
    const PlotFrame before = chart.frame();
    connect(&chart, &Chart::markMoving, &chart, [&](const QString &, double value) {
        sample.marks[1].value = value;
        chart.setMarks(sample.marks);
        chart.setSeries(sample.series);
        QCoreApplication::processEvents();
    });
    QTest::mousePress(&chart, Qt::LeftButton, {}, onLine(chart, 4.0));
    for (const double value : {3.0, 2.0, 1.0}) {
        const QPoint place(static_cast<int>(before.x.toPixel(value)), 200);
        moveMouse(chart, place, Qt::LeftButton);
        QCOMPARE(chart.frame().x.high, before.x.high);
        QVERIFY(std::abs(valueOf(chart, QStringLiteral("reject")) - value) < 0.02);
    }
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, {static_cast<int>(before.x.toPixel(1.0)), 200});
    QVERIFY(chart.frame().x.high < 2.6);
}

void TestUiChartInput::keysStopWhereTheDataEnds()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    QTest::keyClick(&chart, Qt::Key_Tab);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(&chart, Qt::Key_PageUp);
    QCOMPARE(valueOf(chart, QStringLiteral("reject")), 2.4);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(valueOf(chart, QStringLiteral("reject")), 2.39);
}

void TestUiChartInput::theCursorTellsOfALine()
{
    LineChart chart;
    ChartSample sample = recallSample();
    sample.marks.push_back({QStringLiteral("fixed"), QStringLiteral("F1"), 1.6, false});
    fill(chart, sample);
    show(chart);
    moveMouse(chart, onLine(chart, 0.62) + QPoint(5, 0));
    QCOMPARE(chart.cursor().shape(), Qt::SplitHCursor);
    moveMouse(chart, onLine(chart, 0.78));
    QCOMPARE(chart.cursor().shape(), Qt::ArrowCursor);
    moveMouse(chart, onLine(chart, 1.6));
    QCOMPARE(chart.cursor().shape(), Qt::ArrowCursor);
}

void TestUiChartInput::keysMoveTheActiveLine()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    QSignalSpy moving(&chart, &Chart::markMoving);
    QSignalSpy moved(&chart, &Chart::markMoved);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 0.61);
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 0.71);
    QTest::keyClick(&chart, Qt::Key_PageDown);
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 0.61);
    QTest::keyClick(&chart, Qt::Key_Tab);
    QTest::keyClick(&chart, Qt::Key_PageUp);
    QCOMPARE(valueOf(chart, QStringLiteral("reject")), 1.04);
    QTest::keyClick(&chart, Qt::Key_Backtab);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(&chart, Qt::Key_PageUp);
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 1.04); // no further than its neighbour
    QCOMPARE(moved.size(), moving.size());
}

void TestUiChartInput::aHeldKeyIsOneMove()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    QSignalSpy moving(&chart, &Chart::markMoving);
    QSignalSpy moved(&chart, &Chart::markMoved);
    for (int i = 0; i < 5; ++i) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier, {}, i > 0);
        QCoreApplication::sendEvent(&chart, &press);
        if (i == 4)
            break;
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_Right, Qt::NoModifier, {}, true);
        QCoreApplication::sendEvent(&chart, &release);
    }
    QCOMPARE(moving.size(), 5);
    QCOMPARE(moved.size(), 0);
    QTest::keyRelease(&chart, Qt::Key_Right);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][1].toDouble(), 0.67);
    // The focus leaves with the key still down.
    QTest::keyPress(&chart, Qt::Key_Right);
    chart.clearFocus();
    QCOMPARE(moved.size(), 2);
}

void TestUiChartInput::tabGoesThroughTheLinesAndOn()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *before = new QWidget(&window);
    auto *chart = new LineChart(&window);
    auto *after = new QWidget(&window);
    for (QWidget *widget : {before, static_cast<QWidget *>(chart), after}) {
        widget->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(widget);
    }
    fill(*chart, recallSample());
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(chart->hasFocus());
    QVERIFY(chart->accessibleDescription().startsWith(QStringLiteral("Review: 0.62")));
    QTest::keyClick(chart, Qt::Key_Tab);
    QVERIFY(chart->hasFocus());
    QVERIFY(chart->accessibleDescription().startsWith(QStringLiteral("Reject: 0.94")));
    QTest::keyClick(chart, Qt::Key_Tab);
    QVERIFY(after->hasFocus());
    QTest::keyClick(after, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(chart->hasFocus());
    QVERIFY(chart->accessibleDescription().startsWith(QStringLiteral("Reject: 0.94")));
    QTest::keyClick(chart, Qt::Key_Backtab, Qt::ShiftModifier);
    QTest::keyClick(chart, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(before->hasFocus());
}

void TestUiChartInput::keysAreNotForTheWindow()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    QAction next(&chart);
    next.setShortcut(Qt::Key_Right);
    chart.addAction(&next);
    QSignalSpy triggered(&next, &QAction::triggered);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(triggered.size(), 0);
    QCOMPARE(valueOf(chart, QStringLiteral("review")), 0.63);
    chart.setMarks({});
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(triggered.size(), 1);
}

void TestUiChartInput::screenReadersHearTheValue()
{
    LineChart chart;
    chart.setTitle(QStringLiteral("Recall by threshold"));
    fill(chart, recallSample());
    show(chart);
    QCOMPARE(chart.accessibleName(), QStringLiteral("Recall by threshold"));
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY2(chart.accessibleDescription().startsWith(QStringLiteral("Review: 0.63")),
             qPrintable(chart.accessibleDescription()));
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("Reject: 0.94")));
    chart.setLocale(QLocale(QLocale::German));
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("Review: 0,63")));
}

void TestUiChartInput::theWheelZoomsAtTheCursor()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    const PlotFrame home = chart.frame();
    wheel(chart, at(chart, 1.0, 0.5), -1);
    QVERIFY(!chart.isZoomed());
    const QPoint place = at(chart, 1.0, 0.5);
    const double x = home.x.toValue(place.x());
    const double y = home.y.toValue(place.y());
    wheel(chart, place, 3);
    QVERIFY(chart.isZoomed());
    QVERIFY(chart.frame().x.high - chart.frame().x.low < 0.6 * (home.x.high - home.x.low));
    QVERIFY(std::abs(chart.frame().x.toPixel(x) - place.x()) < 0.01);
    QVERIFY(std::abs(chart.frame().y.toPixel(y) - place.y()) < 0.01);
    wheel(chart, place, -8);
    QVERIFY(!chart.isZoomed());
    QCOMPARE(chart.frame().x.high, home.x.high);
    wheel(chart, place, 200); // as far as it goes
    QVERIFY(chart.frame().x.high > chart.frame().x.low);
    action(chart, "chartResetZoom")->trigger();
    QVERIFY(!chart.isZoomed());
}

void TestUiChartInput::theWheelZoomsOneAxisOverItsNumbers()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    const PlotFrame home = chart.frame();
    wheel(chart, {static_cast<int>(home.area.center().x()), static_cast<int>(home.area.bottom()) + 8}, 2);
    QVERIFY(chart.frame().x.high - chart.frame().x.low < home.x.high - home.x.low);
    QCOMPARE(chart.frame().y.high, home.y.high);
    chart.resetZoom();
    wheel(chart, {static_cast<int>(home.area.left()) - 8, static_cast<int>(home.area.center().y())}, 2);
    QVERIFY(chart.frame().y.high - chart.frame().y.low < home.y.high - home.y.low);
    QCOMPARE(chart.frame().x.high, home.x.high);
}

void TestUiChartInput::dragPansAndHomeResets()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    const PlotFrame home = chart.frame();
    wheel(chart, at(chart, 1.4, 0.5), 4);
    const PlotFrame zoomed = chart.frame();
    const QPoint from = at(chart, 1.5, 0.5);
    const double grabbed = zoomed.x.toValue(from.x());
    drag(chart, from, from + QPoint(-40, 25));
    QCoreApplication::processEvents();
    QVERIFY(std::abs(chart.frame().x.toPixel(grabbed) - (from.x() - 40)) < 0.01);
    QTest::keyClick(&chart, Qt::Key_Home);
    QCoreApplication::processEvents();
    QCOMPARE(chart.frame().x.high, home.x.high);
    wheel(chart, at(chart, 1.5, 0.5), 4);
    QTest::mouseDClick(&chart, Qt::LeftButton, {}, at(chart, 1.5, 0.5));
    QCoreApplication::processEvents();
    QVERIFY(!chart.isZoomed());
}

QTEST_MAIN(TestUiChartInput)
#include "tst_ui_chart_input.moc"
