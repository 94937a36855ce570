#include "core/report/figures_json.h"
#include "core/report/report_html.h"
#include "core/report/worst_pictures.h"
#include "tests/core/report/made_report.h"

#include <QRegularExpression>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cstdlib>

using namespace patina;

namespace {

ReportDocument documentOf(const ReportInput &input)
{
    auto document = makeReport(input, {});
    return document ? *document : ReportDocument();
}

QString htmlOf(const ReportInput &input)
{
    return QString::fromStdString(reportHtml(documentOf(input)));
}

QStringList captured(const QString &html, const char *pattern)
{
    QStringList found;
    auto matches =
        QRegularExpression(QLatin1String(pattern), QRegularExpression::DotMatchesEverythingOption).globalMatch(html);
    while (matches.hasNext())
        found << matches.next().captured(1);
    return found;
}

/// Every cell of a table, row by row, "|" between.
QStringList rowsOf(const ReportDocument &document, const std::string &caption)
{
    QStringList rows;
    for (const ReportBlock &block : document.blocks)
        if (const auto *table = std::get_if<ReportTable>(&block); table && table->caption.starts_with(caption))
            for (const auto &row : table->rows) {
                QStringList cells;
                for (const std::string &cell : row)
                    cells << QString::fromStdString(cell);
                rows << cells.join('|');
            }
    return rows;
}

Agreement agreement()
{
    Agreement made;
    made.first = "Eva <b>";
    made.second = "Ida";
    made.categories = {"crack", "good"};
    made.classTable = ConfusionTable(2);
    made.classTable.add(0, 0, 5);
    made.classTable.add(0, 1, 2);
    made.classTable.add(1, 1, 4);
    made.classes = cohensKappa(made.classTable);
    return made;
}

ReportInput projectInput()
{
    ReportInput input = made::reportInput();
    input.project = ReportProject();
    input.project->name = "line 4";
    input.project->file = "line4.patinaproj";
    input.project->head = std::string(64, 'd');
    input.project->entries = 3;
    input.project->readers = {"Eva <b>", "Ida"};
    input.project->agreement = {agreement()};
    input.project->journal = journalDigest({{1, "2026-01-01T00:00:00Z", "Eva <b>", "import", ""},
                                            {2, "2026-01-02T00:00:00Z", "Ida", "label", ""},
                                            {3, "2026-01-03T00:00:00Z", "Eva <b>", "label", ""}});
    return input;
}

} // namespace

/// What a report says, and its form as HTML.
class TestReportDocument : public QObject
{
    Q_OBJECT

private slots:
    void tablesHoldTheFigures();
    void figuresAreThoseOfTheEvaluation();
    void onlyTheDateDiffers();
    void hostileNamesStayText();
    void structureIsAccessible();
    void nothingIsFetchedOrRun();
    void uncalibratedSaysWhy();
    void aRuleLeads();
    void suspectsAreSaidWhereTheyMatter();
    void projectIsTold();
    void policiesAreCompared();
    void picturesAreInside();
    void worstComeFirst();
    void inputThatIsNone();
    void dates_data();
    void dates();
    void epochIsHonoured();
    void cancelEnds();
};

void TestReportDocument::tablesHoldTheFigures()
{
    const ReportInput input = made::reportInput();
    const QStringList rows = rowsOf(documentOf(input), "Defects found at review");
    QVERIFY(rows.size() >= 3);
    const DefectCount &crack = input.evaluation.review.defects.front();
    QVERIFY2(rows.front().startsWith(QStringLiteral("crack|%1 of %2|%3 %|")
                                         .arg(crack.found)
                                         .arg(crack.total)
                                         .arg(100.0 * *crack.recall.value, 0, 'f', 1)),
             qPrintable(rows.front()));
}

void TestReportDocument::figuresAreThoseOfTheEvaluation()
{
    const ReportInput input = made::reportInput(made::hostileClass);
    const QStringList found =
        captured(htmlOf(input), "<script type=\"application/json\" id=\"figures\">(.*?)</script>");
    QCOMPARE(found.size(), 1);
    const auto json = nlohmann::json::parse(found.front().toStdString());
    for (const NamedFigure &named : flatFigures(input.evaluation)) {
        QVERIFY2(json.contains(named.name), named.name.c_str());
        if (named.figure.value)
            QCOMPARE(json[named.name].get<double>(), *named.figure.value);
        else
            QCOMPARE(json["why"][named.name].get<std::string>(), named.figure.why);
    }
    QCOMPARE(json["model.hash"].get<std::string>(), input.model.hash);
}

void TestReportDocument::onlyTheDateDiffers()
{
    ReportInput input = made::reportInput();
    const QString one = htmlOf(input);
    QCOMPARE(htmlOf(made::reportInput()), one);
    input.dateUtc = "2027-02-28T01:02:03Z";
    const QStringList before = one.split('\n');
    const QStringList after = htmlOf(input).split('\n');
    QCOMPARE(after.size(), before.size());
    for (int i = 0; i < after.size(); ++i)
        if (after[i] != before[i])
            QVERIFY2(before[i].contains("2026-01-31T00:00:00Z"), qPrintable(before[i]));
}

void TestReportDocument::hostileNamesStayText()
{
    ReportInput input = made::reportInput(made::hostileClass);
    input.title = "<script>alert(1)</script>";
    input.modelName = made::hostileImage;
    input.data.name = "\"><img src=x onerror=alert(1)>";
    input.data.root = "' onmouseover='alert(1)";
    input.escapes = {{{{{1, 2, 3}, made::hostileImage}}, made::hostileImage}};
    const QString html = htmlOf(input);
    QString tags = html;
    tags.remove(QRegularExpression("\"[^\"]*\"")); // what is in quotes is no attribute
    QCOMPARE(html.count("<script"), 2);            // the two elements of data
    QCOMPARE(html.count("<img"), 1);               // the picture
    QVERIFY(!tags.contains(QRegularExpression("<[^>]*\\son[a-z]+\\s*=")));
    QVERIFY(!html.contains(QChar(0x202E)));
    QVERIFY(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

void TestReportDocument::structureIsAccessible()
{
    ReportInput input = made::reportInput();
    input.escapes = {{{{{1, 2, 3}, "what is seen"}}, "caption"}};
    const QString html = htmlOf(input);
    QVERIFY(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    QCOMPARE(html.count("<th "), html.count("<th scope=\"col\"") + html.count("<th scope=\"row\""));
    QCOMPARE(html.count("<th>"), 0);
    QCOMPARE(html.count("<figure>"), html.count("<figcaption>"));
    QCOMPARE(html.count("<img "), html.count("<img alt=\"what is seen\""));
    QCOMPARE(html.count("<svg "), html.count("role=\"img\""));
    QVERIFY(html.count("<svg ") >= 6);
    QCOMPARE(html.count("<h1>"), 1);
    QCOMPARE(captured(html, "<a href=\"#(section-[0-9]+)\">"), captured(html, "<h2 id=\"(section-[0-9]+)\">"));
    QVERIFY(html.contains("prefers-color-scheme:dark"));
    QVERIFY(html.contains("@page{size:A4"));
}

void TestReportDocument::nothingIsFetchedOrRun()
{
    const QString html = htmlOf(made::reportInput());
    QVERIFY(html.contains("default-src 'none'"));
    for (const QString &address : captured(html, "(?:src|href)=\"([^\"]*)\""))
        QVERIFY2(address.startsWith('#') || address.startsWith("data:"), qPrintable(address));
    QVERIFY(!html.contains("url("));
}

void TestReportDocument::uncalibratedSaysWhy()
{
    ReportInput input = made::reportInput();
    input.thresholds.whyNone = "the model is uncalibrated";
    const QString html = htmlOf(input);
    QVERIFY(html.contains("There are no figures at thresholds: the model is uncalibrated"));
    QVERIFY(rowsOf(documentOf(input), "Defects found at").isEmpty());
    const auto json = nlohmann::json::parse(documentOf(input).figures);
    QVERIFY(json["at.review.defects.all.recall"].is_null());
    QCOMPARE(json["why"]["threshold.review"].get<std::string>(), std::string("the model is uncalibrated"));
    QVERIFY(!html.contains("review 1.00"));
}

/// A rule leads the summary: whether it is met, how many there are and how many it takes.
void TestReportDocument::aRuleLeads()
{
    const auto counts = [](int good, int cracks) {
        CalibrationData part;
        for (int i = 0; i < good; ++i)
            part.good.push_back({i, "good", 0.01 * i, "g" + std::to_string(i)});
        for (int i = 0; i < cracks; ++i)
            part.defects.push_back({i, "crack", 3.0 + 0.01 * i, "c" + std::to_string(i)});
        return part;
    };
    ReportInput input = made::reportInput();
    QVERIFY(rowsOf(documentOf(input), "Counted on both parts").isEmpty());
    ThresholdRule rule;
    rule.bound = {0.05, 0.95, CountUnit::Single};
    rule.classes = {"crack"};
    const auto lead = [&](int cracks) {
        ThresholdRequest request;
        request.rules = {{rule, ThresholdSide::Review}};
        request.classes = {"crack"};
        request.model = ThresholdPair{1.0, 2.0};
        const CalibrationSplit parts{counts(40, 80), counts(30, cracks)};
        input.rule = ReportRule{request, chooseThresholds(parts, request), {}};
        return documentOf(input).blocks[1];
    };
    const ReportBlock open = lead(57);
    QCOMPARE(QString::fromStdString(std::get<ReportNote>(open).text),
             QString("Met: max-escape 5 % of crack with 95 % confidence. Calibration part: 80 defects of class crack "
                     "there, 59 needed, 0 escaped (at most 3.7 %). Not shown by the acceptance part alone: 57 defects "
                     "of class crack there, 59 needed, 0 escaped (at most 5.1 %)."));
    const QStringList rows = rowsOf(documentOf(input), "Counted on both parts");
    QCOMPARE(rows.size(), 3); // the other threshold is the same
    QVERIFY(rows[0].startsWith("escaped, below review: crack|0 of 80|") && rows[0].contains("|3.7 %|0 of 57|"));
    QVERIFY(rows[2].startsWith("overkill, good parts flagged|0 of 40|"));
    QVERIFY(QString::fromStdString(std::get<ReportParagraph>(lead(60)).text).contains("Confirmed by the acceptance"));
    rule.bound.rate = 0.01;
    const std::string refused = std::get<ReportNote>(lead(57)).text;
    QVERIFY2(refused.starts_with("Not met: max-escape 1 % of crack") && refused.find("299") != std::string::npos,
             refused.c_str());
}

/// Of a threshold that nothing is counted at there is nothing to warn of.
void TestReportDocument::suspectsAreSaidWhereTheyMatter()
{
    ReportInput input = made::reportInput();
    input.model.scoreScale = {1.0, 2.0, 2.0, 3};
    input.model.heldOutImages = {"a", "b", "c"};
    input.model.heldOutScores = {0.1, 2.0, 0.5};
    input.model.suspects = {{"b", {}, 4.0, 0}};
    QCOMPARE(input.evaluation.settings.rejectThreshold, input.model.scoreScale.rejectThreshold());
    QVERIFY(htmlOf(input).contains("reject threshold hangs on b"));
    input.model.scoreScale.largest = 1.5;
    QVERIFY(!htmlOf(input).contains("hangs on"));
}

void TestReportDocument::projectIsTold()
{
    const ReportInput input = projectInput();
    const ReportDocument document = documentOf(input);
    QCOMPARE(rowsOf(document, "Entries by action"), QStringList({"label|2", "import|1"}));
    QCOMPARE(rowsOf(document, "What Eva <b>"), QStringList({"crack|5|2", "good|0|4"}));
    QCOMPARE(rowsOf(document, "Last 3 entries").front(), QStringLiteral("1|2026-01-01T00:00:00Z|Eva <b>|import"));
    QVERIFY(document.provenance.find(std::string(64, 'd')) != std::string::npos);
    const QString html = htmlOf(input);
    QVERIFY(html.contains("Eva &lt;b&gt;"));
    QVERIFY(html.contains("Cohen&#39;s kappa"));
    QVERIFY(!htmlOf(made::reportInput()).contains("Journal"));
    QVERIFY(journalDigest({}).last.empty());
}

void TestReportDocument::policiesAreCompared()
{
    ReportInput input = made::reportInput();
    QVERIFY(rowsOf(documentOf(input), "Figures by policy").isEmpty());
    input.policies = {{{ImpurityPolicy::Defect, AmbiguousPolicy::Ignored}, selectedFigures(input.evaluation)}};
    const QStringList rows = rowsOf(documentOf(input), "Figures by policy");
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].section('|', 1), rows[1].section('|', 1)); // the same figures were given
    QVERIFY(rows[1].startsWith("impurity=defect"));
}

void TestReportDocument::picturesAreInside()
{
    ReportInput input = made::reportInput();
    input.overkills = {{{{{'a', 'b', 'c'}, "left"}, {{'d'}, "right"}}, "a good one"}};
    const QString html = htmlOf(input);
    QVERIFY(html.contains("src=\"data:image/png;base64,YWJj\""));
    QVERIFY(html.contains("src=\"data:image/png;base64,ZA==\""));
    QVERIFY(html.contains("<figcaption>a good one</figcaption>"));
}

void TestReportDocument::worstComeFirst()
{
    const Outcomes outcomes = made::evaluation().outcomes;
    const auto defects = worstDefects(outcomes, 5);
    QCOMPARE(defects.size(), std::size_t{5});
    for (std::size_t i = 1; i < defects.size(); ++i) {
        QVERIFY(outcomes.defects[defects[i - 1]].peak <= outcomes.defects[defects[i]].peak);
        QVERIFY(outcomes.defects[defects[i - 1]].image != outcomes.defects[defects[i]].image);
    }
    for (const RegionOutcome &region : outcomes.defects)
        QVERIFY(region.peak >= outcomes.defects[defects.front()].peak);
    const auto images = worstGoodImages(outcomes, 100);
    QCOMPARE(images.size(), std::size_t{12});
    for (std::size_t i = 1; i < images.size(); ++i)
        QVERIFY(*outcomes.images[images[i - 1]].peak >= *outcomes.images[images[i]].peak);
    QVERIFY(worstDefects({}, 3).empty());
}

void TestReportDocument::inputThatIsNone()
{
    ReportInput input = made::reportInput();
    input.model.hash.clear();
    QCOMPARE(makeReport(input, {}).error().code, ErrorCode::BadArgument);
    input = made::reportInput();
    input.dateUtc = "yesterday";
    QVERIFY(makeReport(input, {}).error().detail.find("'yesterday' is no date") != std::string::npos);
    input = made::reportInput();
    input.evaluation = {};
    QVERIFY(makeReport(input, {}).error().detail.find("evaluate the model first") != std::string::npos);
    QVERIFY(checkReportName("a.PDF"));
    QVERIFY(checkReportName("report.doc").error().detail.find(".html or .pdf") != std::string::npos);
    QCOMPARE(writeReport(documentOf(made::reportInput()), "/nowhere/at/all.html").error().code, ErrorCode::WriteFailed);
}

void TestReportDocument::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    QTest::newRow("day") << "2026-01-31"
                         << "2026-01-31T00:00:00Z";
    QTest::newRow("time") << "2026-01-31T23:59:59Z"
                          << "2026-01-31T23:59:59Z";
    QTest::newRow("leap day") << "2028-02-29"
                              << "2028-02-29T00:00:00Z";
    for (const char *bad : {"", "2026", "2026-02-29", "2026-13-01", "2026-1-1", "2026-01-31T24:00:00Z",
                            "2026-01-31T00:00:00", "2026-01-31 00:00:00Z", "-026-01-31", "2026-01-3x"})
        QTest::newRow(*bad == '\0' ? "empty" : bad) << bad << QString();
}

void TestReportDocument::dates()
{
    QFETCH(QString, text);
    QFETCH(QString, date);
    const auto read = parseReportDate(text.toStdString());
    QCOMPARE(read ? QString::fromStdString(*read) : QString(), date);
}

void TestReportDocument::epochIsHonoured()
{
    qputenv("SOURCE_DATE_EPOCH", "1769817600");
    QCOMPARE(defaultReportDate().value(), std::string("2026-01-31T00:00:00Z"));
    for (const char *bad : {"now", "-1", "1e9", "99999999999999999999"}) {
        qputenv("SOURCE_DATE_EPOCH", bad);
        QCOMPARE(defaultReportDate().error().code, ErrorCode::BadArgument);
    }
    qunsetenv("SOURCE_DATE_EPOCH");
    QVERIFY(parseReportDate(defaultReportDate().value()));
}

void TestReportDocument::cancelEnds()
{
    const std::atomic<bool> cancelled = true;
    QCOMPARE(makeReport(made::reportInput(), JobContext(&cancelled, {})).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestReportDocument)
#include "tst_report_document.moc"
