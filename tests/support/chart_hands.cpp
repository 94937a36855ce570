#include "tests/support/chart_hands.h"

#include <QAction>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <limits>

namespace patina::testing {

void fill(LineChart &chart, const ChartSample &sample)
{
    chart.setAxes(sample.x, sample.y);
    chart.setSeries(sample.series);
    chart.setMarks(sample.marks);
}

void show(Chart &chart, const QSize &size)
{
    chart.resize(size);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.activateWindow();
    chart.setFocus();
    QTRY_VERIFY(chart.hasFocus());
    QCoreApplication::processEvents();
}

QPoint at(const Chart &chart, double x, double y)
{
    return chart.frame().place({x, y}).toPoint();
}

QPoint onLine(const Chart &chart, double value)
{
    return {static_cast<int>(std::round(chart.frame().x.toPixel(value))),
            static_cast<int>(chart.frame().area.center().y())};
}

void moveMouse(QWidget &widget, const QPoint &place, Qt::MouseButtons buttons)
{
    QMouseEvent event(QEvent::MouseMove, QPointF(place), widget.mapToGlobal(QPointF(place)), Qt::NoButton, buttons,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

void drag(QWidget &widget, const QPoint &from, const QPoint &to)
{
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    moveMouse(widget, (from + to) / 2, Qt::LeftButton);
    moveMouse(widget, to, Qt::LeftButton);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
}

void wheel(QWidget &widget, const QPoint &place, int notches)
{
    QWheelEvent event(QPointF(place), widget.mapToGlobal(QPointF(place)), {}, {0, 120 * notches}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
    QCoreApplication::processEvents();
}

double valueOf(const Chart &chart, const QString &id)
{
    for (const ChartMark &mark : chart.marks())
        if (mark.id == id)
            return mark.value;
    return std::numeric_limits<double>::quiet_NaN();
}

QAction *action(Chart &chart, const char *name)
{
    return chart.findChild<QAction *>(QString::fromLatin1(name));
}

ChartBins fewBins()
{
    return {{0.0, 0.5, 1.0, 1.5},
            {{QStringLiteral("good"), {}, -1, {100, 3, 0}}, {QStringLiteral("bad"), {}, -1, {0, 1, 7}}}};
}

} // namespace patina::testing
