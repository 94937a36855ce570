#include "tests/support/chart_samples.h"
#include "ui/charts/histogram_chart.h"
#include "ui/charts/line_chart.h"
#include "ui/look.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTest>

#include <cstdio>

// Every chart as a picture, to look at: `patina_chart_preview FOLDER`, with QT_SCALE_FACTOR=1.25 in another size.
// `patina_chart_preview --time` tells how long a dragged line takes to be drawn.
using namespace patina;
using namespace patina::testing;

namespace {

void save(QWidget &chart, const QString &folder, const QString &name, const QSize &size)
{
    chart.resize(size);
    chart.show();
    QTest::qWait(30);
    chart.grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

void fill(LineChart &chart, const ChartSample &sample)
{
    chart.setAxes(sample.x, sample.y);
    chart.setSeries(sample.series);
    chart.setMarks(sample.marks);
}

void saveLines(const QString &folder, const QString &theme)
{
    const std::vector<std::pair<QString, ChartSample>> samples{{QStringLiteral("recall"), recallSample()},
                                                               {QStringLiteral("roc"), rocSample()},
                                                               {QStringLiteral("precision"), precisionRecallSample()},
                                                               {QStringLiteral("size"), recallBySizeSample()}};
    for (const auto &[name, sample] : samples) {
        LineChart chart;
        chart.setTitle(name);
        fill(chart, sample);
        save(chart, folder, name + theme, {760, 300});
        save(chart, folder, name + QStringLiteral("-small") + theme, {320, 220});
        QTest::mouseMove(&chart, {170, 110});
        QTest::keyClick(&chart, Qt::Key_Right);
        save(chart, folder, name + QStringLiteral("-pointer") + theme, {480, 320});
        QTest::mouseMove(&chart, {250, 150});
        save(chart, folder, name + QStringLiteral("-pointer") + theme, {480, 320});
        for (const auto &[suffix, format] : {std::pair("png", ChartFormat::Png), std::pair("svg", ChartFormat::Svg),
                                             std::pair("pdf", ChartFormat::Pdf), std::pair("csv", ChartFormat::Csv)})
            chart.exportTo(QStringLiteral("%1/%2-file%3.%4").arg(folder, name, theme, QLatin1String(suffix)), format);
    }
    LineChart empty;
    empty.setEmptyText(QStringLiteral("No image has been reviewed yet. Decide on some regions, then come back."));
    save(empty, folder, QStringLiteral("empty") + theme, {480, 200});
    LineChart heavy;
    fill(heavy, {recallSample().x, recallSample().y, heavySample(12, 2000), sampleMarks()});
    save(heavy, folder, QStringLiteral("heavy") + theme, {900, 320});
}

void saveHistograms(const QString &folder, const QString &theme)
{
    for (const bool log : {false, true})
        for (const BinForm form : {BinForm::Stacked, BinForm::Outlines}) {
            HistogramChart chart;
            chart.setTitle(QStringLiteral("Scores of all images"));
            const QString name = QStringLiteral("histogram-%1-%2")
                                     .arg(log ? "log" : "linear")
                                     .arg(form == BinForm::Stacked ? "stacked" : "outlines");
            chart.setAxes({QStringLiteral("Score"), {}, {}, false, ChartUnit::Number},
                          {QStringLiteral("Images"), {}, {}, log, ChartUnit::Count});
            chart.setBins(histogramSample());
            chart.setForm(form);
            chart.setMarks(sampleMarks());
            save(chart, folder, name + theme, {760, 300});
            chart.setHiddenSeries({QStringLiteral("good")});
            QTest::mouseMove(&chart, {300, 150});
            save(chart, folder, name + QStringLiteral("-hidden") + theme, {480, 320});
            for (const auto &[suffix, format] : {std::pair("png", ChartFormat::Png), std::pair("svg", ChartFormat::Svg),
                                                 std::pair("pdf", ChartFormat::Pdf)})
                chart.exportTo(QStringLiteral("%1/%2-file%3.%4").arg(folder, name, theme, QLatin1String(suffix)),
                               format);
        }
}

void printTimes()
{
    LineChart chart;
    chart.setAxes(recallSample().x, recallSample().y);
    chart.setMarks(sampleMarks());
    chart.resize(900, 320);
    QElapsedTimer timer;
    timer.start();
    chart.setSeries(heavySample(12, 2000));
    chart.show();
    QTest::qWait(50);
    constexpr int rounds = 200;
    std::vector<ChartMark> marks = sampleMarks();
    timer.restart();
    for (int i = 0; i < rounds; ++i) {
        marks[0].value = 0.3 + i * 0.001;
        chart.setMarks(marks);
        chart.repaint();
    }
    std::printf("line moved, 12 series of 2,000 points:   %6.2f ms\n",
                static_cast<double>(timer.nsecsElapsed()) / 1e6 / rounds);
    timer.restart();
    for (int i = 0; i < rounds; ++i) {
        QMouseEvent move(QEvent::MouseMove, QPointF(200 + i, 150), QPointF(200 + i, 150), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(&chart, &move);
        chart.repaint();
    }
    std::printf("pointer moved, nearest point sought:     %6.2f ms\n",
                static_cast<double>(timer.nsecsElapsed()) / 1e6 / rounds);
    timer.restart();
    for (int i = 0; i < 20; ++i) {
        chart.setSeries(heavySample(12, 2000 - i));
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    std::printf("curves changed and drawn:                %6.2f ms\n",
                static_cast<double>(timer.nsecsElapsed()) / 1e6 / 20);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : ".");
    if (folder == QLatin1String("--time")) {
        printTimes();
        return 0;
    }
    if (argc > 2)
        QLocale::setDefault(QLocale(QString::fromLocal8Bit(argv[2])));
    for (const auto &[theme, name] : {std::pair(Theme::Light, "-light"), std::pair(Theme::Dark, "-dark")}) {
        applyTheme(theme);
        saveLines(folder, QString::fromLatin1(name));
        saveHistograms(folder, QString::fromLatin1(name));
    }
    return 0;
}
