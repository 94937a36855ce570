#include "core/dataset/csv.h"
#include "tests/support/chart_hands.h"
#include "ui/look.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace patina;
using namespace patina::testing;

/// Charts as files and in the clipboard.
class TestUiChartFiles : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void csvHoldsEveryPoint();
    void csvNamesAreNoFormulas();
    void filesAreWhole_data();
    void filesAreWhole();
    void aFailedFileIsToldOf();
    void filesDoNotDependOnTheTheme();
    void exportLeavesTheWidgetAsItWas();
    void copiedPicturesAreInTheClipboard();
};

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<CsvRow> rowsOf(Chart &chart, const QTemporaryDir &folder)
{
    const QString file = folder.filePath(QStringLiteral("chart.csv"));
    if (!chart.exportTo(file, ChartFormat::Csv))
        return {};
    QFile written(file);
    if (!written.open(QIODevice::ReadOnly))
        return {};
    return parseCsv(written.readAll().toStdString()).value_or(std::vector<CsvRow>());
}

} // namespace

void TestUiChartFiles::init()
{
    QLocale::setDefault(QLocale::c());
    applyTheme(Theme::Light);
}

void TestUiChartFiles::csvHoldsEveryPoint()
{
    const QTemporaryDir folder;
    LineChart chart;
    ChartSeries banded{QStringLiteral("crack, deep"), {}, -1, -1, {{0.1, 1.0}, {0.25, kNone}}, {0.9, 0.1}, {1.0, 0.2}};
    ChartSeries bare{QStringLiteral("stain \"old\""), {}, -1, -1, {{1e-7, 1.0 / 3.0}}, {}, {}};
    chart.setSeries({banded, bare});
    chart.setHiddenSeries({QStringLiteral("crack, deep")});
    QLocale::setDefault(QLocale(QLocale::German));
    const auto rows = rowsOf(chart, folder);
    QCOMPARE(rows.size(), std::size_t{4});
    QCOMPARE(rows[0].fields, (std::vector<std::string>{"series", "x", "y", "low", "high"}));
    QCOMPARE(rows[1].fields, (std::vector<std::string>{"crack, deep", "0.1", "1", "0.9", "1"}));
    QCOMPARE(rows[2].fields, (std::vector<std::string>{"crack, deep", "0.25", "", "0.1", "0.2"}));
    QCOMPARE(rows[3].fields[0], std::string("stain \"old\""));
    QCOMPARE(std::stod(rows[3].fields[1]), 1e-7);
    QCOMPARE(std::stod(rows[3].fields[2]), 1.0 / 3.0);
    HistogramChart histogram;
    histogram.setBins(fewBins());
    const auto counts = rowsOf(histogram, folder);
    QCOMPARE(counts.size(), std::size_t{7});
    QCOMPARE(counts[0].fields, (std::vector<std::string>{"series", "from", "to", "count"}));
    QCOMPARE(counts[6].fields, (std::vector<std::string>{"bad", "1", "1.5", "7"}));
}

void TestUiChartFiles::csvNamesAreNoFormulas()
{
    const QTemporaryDir folder;
    for (const char *name : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
        LineChart chart;
        chart.setSeries({{QString::fromLatin1(name), {}, -1, -1, {{-1.0, 2.0}}, {}, {}}});
        const auto rows = rowsOf(chart, folder);
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[1].fields[0], "'" + std::string(name));
        QCOMPARE(rows[1].fields[1], std::string("-1")); // numbers stay numbers
    }
}

void TestUiChartFiles::filesAreWhole_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("curves") << QStringLiteral("curves");
    QTest::newRow("histogram") << QStringLiteral("histogram");
    QTest::newRow("logarithmic histogram") << QStringLiteral("log");
    QTest::newRow("empty") << QStringLiteral("empty");
}

void TestUiChartFiles::filesAreWhole()
{
    QFETCH(QString, kind);
    const QTemporaryDir folder;
    LineChart lines;
    HistogramChart histogram;
    lines.setTitle(QStringLiteral("Recall"));
    if (kind == QLatin1String("curves"))
        fill(lines, recallSample());
    histogram.setAxes({}, {QStringLiteral("Images"), {}, {}, kind == QLatin1String("log"), ChartUnit::Count});
    histogram.setBins(histogramSample());
    Chart &chart =
        kind == QLatin1String("curves") || kind == QLatin1String("empty") ? static_cast<Chart &>(lines) : histogram;
    chart.resize(300, 200);
    const auto read = [&](const char *name, ChartFormat format) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return chart.exportTo(file.fileName(), format) && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                                         : QByteArray();
    };
    const QImage image = QImage::fromData(read("a.png", ChartFormat::Png));
    QCOMPARE(image.size(), QSize(1280, 800)); // legible on paper, whatever the dock's size
    QSvgRenderer svg;
    QVERIFY(svg.load(read("a.svg", ChartFormat::Svg)));
    QCOMPARE(svg.viewBox().size(), QSize(640, 400));
    const QByteArray pdf = read("a.pdf", ChartFormat::Pdf);
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(!pdf.contains("/Subtype /Image")); // lines, no pixels
}

void TestUiChartFiles::aFailedFileIsToldOf()
{
    const QTemporaryDir folder;
    LineChart chart;
    fill(chart, recallSample());
    QSignalSpy failed(&chart, &Chart::failed);
    const QString file = folder.filePath(QStringLiteral("missing/chart.png"));
    QVERIFY(!chart.exportTo(file, ChartFormat::Png));
    QCOMPARE(failed.size(), 1);
    QVERIFY2(failed[0][0].toString().contains(file), qPrintable(failed[0][0].toString()));
    QVERIFY(chart.exportTo(folder.filePath(QStringLiteral("chart.png")), ChartFormat::Png));
    QCOMPARE(failed.size(), 1);
}

void TestUiChartFiles::filesDoNotDependOnTheTheme()
{
    HistogramChart chart;
    chart.setBins(histogramSample());
    chart.setMarks(sampleMarks());
    const QImage light = chart.picture();
    applyTheme(Theme::Dark);
    QCOMPARE(chart.picture(), light);
}

void TestUiChartFiles::exportLeavesTheWidgetAsItWas()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart, {400, 250});
    QTest::keyClick(&chart, Qt::Key_Right);
    const PlotFrame before = chart.frame();
    const QImage seen = chart.grab().toImage();
    chart.picture();
    QCOMPARE(chart.frame().area, before.area);
    QCOMPARE(chart.grab().toImage(), seen);
}

void TestUiChartFiles::copiedPicturesAreInTheClipboard()
{
    LineChart chart;
    fill(chart, recallSample());
    show(chart);
    action(chart, "chartCopyPicture")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1280, 800));
}

QTEST_MAIN(TestUiChartFiles)
#include "tst_ui_chart_files.moc"
