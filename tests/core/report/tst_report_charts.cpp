#include "core/report/report_charts.h"
#include "core/report/report_text.h"
#include "core/report/svg_writer.h"
#include "tests/core/report/made_report.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <rapidcheck.h>

#include <clocale>
#include <cmath>

using namespace patina;

namespace {

/// Whether it is well-formed XML; and all coordinates of its points.
struct Drawing
{
    bool wellFormed = false;
    QStringList texts;
    QList<QPointF> points;
    QSizeF size;
};

Drawing readSvg(const std::string &svg)
{
    Drawing drawing;
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters() && !reader.isWhitespace())
            drawing.texts << reader.text().toString();
        if (!reader.isStartElement())
            continue;
        const auto attributes = reader.attributes();
        if (reader.name() == QStringLiteral("svg"))
            drawing.size = {attributes.value("width").toDouble(), attributes.value("height").toDouble()};
        for (const QString &pair : attributes.value("points").toString().split(' ', Qt::SkipEmptyParts))
            drawing.points << QPointF(pair.section(',', 0, 0).toDouble(), pair.section(',', 1, 1).toDouble());
    }
    drawing.wellFormed = !reader.hasError();
    return drawing;
}

std::vector<ReportChart> allCharts(const Evaluation &evaluation)
{
    std::vector<ReportChart> charts;
    for (const auto &chart :
         {recallChart(evaluation, ThresholdMarks::Shown), scoreHistogram(evaluation, ThresholdMarks::Shown),
          recallOverkillChart(evaluation, ThresholdMarks::Shown), precisionRecallChart(evaluation),
          rocChart(evaluation), proChart(evaluation), sizeChart(evaluation)})
        if (chart)
            charts.push_back(*chart);
    return charts;
}

} // namespace

/// The drawings: axes that can be read, lines that stay inside, the same bytes always, names that break nothing.
class TestReportCharts : public QObject
{
    Q_OBJECT

private slots:
    void ticksAreFewRoundAndInside();
    void numbersHaveOneForm();
    void textIsAlwaysFitToBeShown();
    void everyChartIsThere();
    void linesStayInside();
    void sameBytesInAnyLocale();
    void hostileNamesAreText();
    void valuesThatAreNoNumbersAreLeftOut();
    void rowsHaveOneScale();
    void recallIsThatOfTheOutcomes();
    void overkillIsCounted();
    void nothingToDrawIsNoChart();
};

void TestReportCharts::ticksAreFewRoundAndInside()
{
    rc::check([] {
        const int power = *rc::gen::inRange(-6, 7);
        const double low = static_cast<double>(*rc::gen::inRange(-1000, 1000)) * std::pow(10.0, power);
        const double high = low + static_cast<double>(*rc::gen::inRange(1, 1000)) * std::pow(10.0, power);
        const int wished = *rc::gen::inRange(2, 12);
        const Ticks ticks = niceTicks(low, high, wished);
        RC_ASSERT(!ticks.values.empty() || ticks.step > high - low);
        RC_ASSERT(ticks.values.size() <= static_cast<std::size_t>(wished) + 1);
        for (const double value : ticks.values) {
            RC_ASSERT(value >= low - 1e-5 * ticks.step && value <= high + 1e-5 * ticks.step);
            RC_ASSERT(std::abs(value / ticks.step - std::round(value / ticks.step)) < 1e-6);
        }
    });
}

void TestReportCharts::numbersHaveOneForm()
{
    QCOMPARE(svgNumber(1.0), std::string("1"));
    QCOMPARE(svgNumber(-0.001), std::string("0"));
    QCOMPARE(svgNumber(12.345), std::string("12.35"));
    QCOMPARE(svgNumber(std::nan("")), std::string("0"));
    QCOMPARE(countText(1234567), std::string("1,234,567"));
    QCOMPARE(countText(-123), std::string("-123"));
    QCOMPARE(countedText(1, "image"), std::string("1 image"));
    QCOMPARE(countedText(1000, "image"), std::string("1,000 images"));
    QCOMPARE(percentText(Figure::absent("none")), std::string("-"));
}

void TestReportCharts::textIsAlwaysFitToBeShown()
{
    rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        const std::string shown = shownText(bytes);
        RC_ASSERT(QString::fromStdString(shown).toStdString() == shown); // valid UTF-8
        RC_ASSERT(shownText(shown) == shown);
        for (const char letter : shown)
            RC_ASSERT(static_cast<unsigned char>(letter) >= 0x20);
        const std::string markup = markupText(bytes);
        RC_ASSERT(markup.find_first_of("<>\"'") == std::string::npos);
    });
    QCOMPARE(shownText("a\xE2\x80\xAEgnp"), std::string("a\xEF\xBF\xBDgnp"));       // turns the writing round
    QCOMPARE(shownText("\xC0\xAF\xED\xA0\x80"), shownText("\x80\x80\x80\x80\x80")); // too long a form, a surrogate
    QCOMPARE(shownText("\xE8\xA3\x82\xE7\xBA\xB9"), std::string("\xE8\xA3\x82\xE7\xBA\xB9")); // a name in Chinese
}

void TestReportCharts::everyChartIsThere()
{
    const auto charts = allCharts(made::evaluation());
    QCOMPARE(charts.size(), std::size_t{7});
    for (const ReportChart &chart : charts) {
        const Drawing drawing = readSvg(chart.svg());
        QVERIFY2(drawing.wellFormed, chart.title().c_str());
        QVERIFY(drawing.texts.contains(QString::fromStdString(chart.title())));
        QCOMPARE(drawing.size, QSizeF(chart.size().width, chart.size().height));
        QVERIFY(!chart.caption.empty());
    }
}

void TestReportCharts::linesStayInside()
{
    for (unsigned seed = 0; seed < 20; ++seed)
        for (const ReportChart &chart : allCharts(made::evaluation("crack", seed))) {
            const Drawing drawing = readSvg(chart.svg());
            const QRectF sheet({0, 0}, drawing.size);
            for (const QPointF &point : drawing.points)
                QVERIFY2(sheet.contains(point), chart.title().c_str());
        }
}

void TestReportCharts::sameBytesInAnyLocale()
{
    const auto before = allCharts(made::evaluation());
    std::setlocale(LC_ALL, "de_DE.UTF-8"); // a comma as decimal point, where it is installed
    const auto after = allCharts(made::evaluation());
    std::setlocale(LC_ALL, "C");
    for (std::size_t i = 0; i < before.size(); ++i)
        QCOMPARE(after[i].svg(), before[i].svg());
}

void TestReportCharts::hostileNamesAreText()
{
    for (const ReportChart &chart : allCharts(made::evaluation(made::hostileClass))) {
        const std::string svg = chart.svg();
        QVERIFY(svg.find("<script") == std::string::npos);
        QVERIFY(readSvg(svg).wellFormed);
    }
    const std::string svg = recallChart(made::evaluation(made::hostileClass), ThresholdMarks::Shown)->svg();
    QVERIFY(svg.find("&lt;/td&gt;&lt;script&gt;") != std::string::npos);
}

void TestReportCharts::valuesThatAreNoNumbersAreLeftOut()
{
    PlotChart chart{"title", "", {"x", AxisNumbers::Plain, {}}, {"y", AxisNumbers::Plain, {}}, {}, {}, {}};
    chart.series.push_back({"a", PlotSeries::Form::Line, true, 0, false, {{0, 1, NAN, 2}, {INFINITY, NAN, 0, 0}}});
    QVERIFY(chartSvg(chart).find("nan") == std::string::npos);
    QVERIFY(chartSvg(chart).find("inf") == std::string::npos);
    BinnedChart bars{"title", "", "x", {{"a", 0, {NAN, INFINITY, 3.0}}, {"b", 1, {}}}, {}};
    QVERIFY(readSvg(chartSvg(bars)).wellFormed);
    QVERIFY(chartSvg(bars).find("nan") == std::string::npos);
}

/// Twice as many values of the same scores give the same bars; a row of two does not set the scale.
void TestReportCharts::rowsHaveOneScale()
{
    const auto heights = [](const std::vector<BinnedChart::Row> &rows) {
        const std::string svg = chartSvg(BinnedChart{"title", "", "x", rows, {}, 10});
        std::vector<double> tall;
        const QString text = QString::fromStdString(svg);
        const QRegularExpression bar("<rect[^>]* height=\"([0-9.]+)\"[^>]*>");
        for (auto found = bar.globalMatch(text); found.hasNext();)
            tall.push_back(found.next().captured(1).toDouble());
        return tall;
    };
    BinnedChart::Row half{"half", 0, std::vector<double>(10, 0.0)};
    half.values.resize(20, 1.0);
    BinnedChart::Row twice{"twice", 1, std::vector<double>(20, 0.0)};
    twice.values.resize(40, 1.0);
    BinnedChart::Row tenths{"tenths", 2, {}};
    for (int i = 0; i < 40; ++i)
        tenths.values.push_back(i % 10 / 9.0);
    const BinnedChart::Row two{"two", 3, {0.5, 0.5}};
    auto tall = heights({half, twice, tenths, two});
    QVERIFY(tall.size() >= 15); // 2, 2, 10 and 1 bars; other rectangles come first
    tall.erase(tall.begin(), tall.end() - 15);
    QCOMPARE(tall[0], 32.0);
    QVERIFY(tall[1] == tall[0] && tall[2] == tall[0] && tall[3] == tall[0]);
    for (std::size_t i = 4; i < 14; ++i)
        QVERIFY(std::abs(tall[i] - 6.4) < 0.06); // a tenth where a half is full
    QCOMPARE(tall[14], 32.0);                    // cut
    const auto alone = heights({two, tenths});   // 40 are steady: a tenth is full
    QCOMPARE(alone.back(), 32.0);
}

void TestReportCharts::recallIsThatOfTheOutcomes()
{
    const Evaluation evaluation = made::evaluation();
    const auto chart = recallChart(evaluation, ThresholdMarks::Shown);
    const auto &plot = std::get<PlotChart>(chart->chart);
    QCOMPARE(plot.series.size(), std::size_t{3}); // crack, scratch, all
    for (const PlotSeries &series : plot.series)
        for (const ChartPoint &point : series.points) {
            if (point.x <= plot.x.range->first || point.y <= 0.0)
                continue;
            const OperatingPoint counted =
                countsAt(evaluation.outcomes, evaluation.classes, evaluation.settings, point.x);
            const auto same = std::ranges::find_if(
                counted.defects, [&](const DefectCount &one) { return series.name.starts_with(one.name + " "); });
            QVERIFY(same != counted.defects.end());
            QCOMPARE(point.y, *same->recall.value);
        }
    QCOMPARE(plot.marks.size(), std::size_t{2});
    QVERIFY(std::get<PlotChart>(recallChart(evaluation, ThresholdMarks::Absent)->chart).marks.empty());
}

void TestReportCharts::overkillIsCounted()
{
    const Evaluation evaluation = made::evaluation();
    for (const double threshold : {-100.0, 0.5, 1.0, 1.3, 100.0}) {
        const OperatingPoint counted =
            countsAt(evaluation.outcomes, evaluation.classes, evaluation.settings, threshold);
        QCOMPARE(overkillAt(evaluation.outcomes, {threshold}).front(), *counted.overkill.value);
    }
}

void TestReportCharts::nothingToDrawIsNoChart()
{
    auto evaluator = Evaluator::create(made::classes(), {});
    const Evaluation empty = evaluator->evaluate();
    QVERIFY(allCharts(empty).empty());
}

QTEST_APPLESS_MAIN(TestReportCharts)
#include "tst_report_charts.moc"
