#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "core/project/project.h"
#include "core/report/report_claims.h"
#include "tests/cli/cli_process.h"
#include "tests/core/dataset/sample_folder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace patina;
using namespace patina::test;

namespace {

const cv::Size partSize{96, 64};
const QStringList day{"--date", "2026-01-31"};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject dataOf(const QByteArray &html, const char *id)
{
    const QByteArray start = QByteArray("<script type=\"application/json\" id=\"") + id + "\">";
    const auto from = html.indexOf(start);
    const auto to = html.indexOf("</script>", from);
    return from < 0 ? QJsonObject()
                    : QJsonDocument::fromJson(html.mid(from + start.size(), to - from - start.size())).object();
}

/// How many pages a PDF says it has; 0 where it is cut short.
qsizetype pagesOf(const QByteArray &pdf)
{
    if (!pdf.startsWith("%PDF-1.4") || !pdf.trimmed().endsWith("%%EOF") || !pdf.contains("startxref"))
        return 0;
    return pdf.count("/Type /Page\n");
}

} // namespace

/// The audit report from the command line: as HTML and PDF, the figures of `evaluate`, and whether it can be held
/// against what it was made from.
class TestCliReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void figuresAreThoseOfEvaluate_data();
    void figuresAreThoseOfEvaluate();
    void noticesAreSaidOnce();
    void sameInputSameBytes();
    void epochIsTheDate();
    void noDisplayIsNeeded();
    void withoutFontsPdfIsRefused();
    void itBelongsToItsModel_data();
    void itBelongsToItsModel();
    void changedDataIsSeen();
    void itBelongsToItsProject();
    void uncalibratedModelIsSaid();
    void wrongUsage_data();
    void wrongUsage();
    void failuresAreOneSentence_data();
    void failuresAreOneSentence();

private:
    Outcome run(const QStringList &arguments) const { return runCli(arguments, {.home = file("home")}); }
    QString file(const char *name) const { return text(m_folder.path() / name); }
    QString data() const { return text(m_data.path()); }
    /// Makes a report of the first model under that name.
    Outcome report(const char *name, const QStringList &more = {}) const
    {
        return run(QStringList{"report", file("model.patina"), data(), "--out", file(name)} + more);
    }

    SampleFolder m_folder;
    SampleFolder
        m_data; ///< 8 good training images, 4 validation, 10 good test images, 8 with a scratch, 4 with a stain
};

void TestCliReport::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    const auto images = [&](const std::string &folder, int count, int seed) {
        for (int i = 0; i < count; ++i) {
            m_data.image("test/" + folder + "/" + std::to_string(i) + ".png", seed + i, partSize);
            if (folder != "good")
                m_data.mask("ground_truth/" + folder + "/" + std::to_string(i) + "_mask.png", 255, partSize);
        }
    };
    for (int i = 0; i < 8; ++i)
        m_data.image("train/good/" + std::to_string(i) + ".png", i, partSize);
    for (int i = 0; i < 4; ++i)
        m_data.image("validation/good/" + std::to_string(i) + ".png", 12 + i, partSize);
    images("good", 10, 20);
    images("scratch", 8, 50);
    images("st<a>in", 4, 80);
    for (const QStringList &model : {QStringList{"model.patina"}, QStringList{"other.patina", "--bank-size", "60"},
                                     QStringList{"raw.patina", "--holdout", "0"}}) {
        const QString folder = model[0] == "raw.patina" ? data() + "/train/good" : data();
        QStringList arguments{"train",      folder, "--out", text(m_folder.path() / model[0].toStdString()),
                              "--backbone", "tiny"};
        if (!model.contains("--bank-size"))
            arguments += QStringList{"--bank-size", "200"};
        const Outcome trained = run(arguments + model.mid(1));
        QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
    }
}

void TestCliReport::figuresAreThoseOfEvaluate_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("as they are") << QStringList();
    QTest::newRow("thresholds, area, policy, resamples")
        << QStringList{"--review",        "0.4",         "--reject", "1.7",    "--min-area", "5", "--policy",
                       "impurity=defect", "--resamples", "30",       "--seed", "3"};
}

void TestCliReport::figuresAreThoseOfEvaluate()
{
    QFETCH(QStringList, options);
    const Outcome made = report("figures.html", options + day + QStringList{"--pictures", "2"});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QJsonObject evaluated =
        QJsonDocument::fromJson(
            run(QStringList{"evaluate", file("model.patina"), data(), "--json"} + options).out.toUtf8())
            .object();
    QVERIFY(evaluated.size() > 100);
    evaluated.remove("memory.peakBytes"); // of that run
    const QByteArray html = contentOf(file("figures.html"));
    const QJsonObject reported = dataOf(html, "figures");
    for (const QString &name : evaluated.keys())
        QVERIFY2(reported[name] == evaluated[name], qPrintable(name));
    QCOMPARE(reported.size(), evaluated.size());
    QVERIFY(html.contains("st&lt;a&gt;in") && !html.contains("st<a>in"));
    QCOMPARE(html.count("<img "), 8); // a pair of each
}

void TestCliReport::noticesAreSaidOnce()
{
    SampleFolder some;
    for (int i = 0; i < 3; ++i)
        some.image("test/good/" + std::to_string(i) + ".png", 20 + i, partSize);
    some.image("test/st<a>in/0.png", 80, partSize);
    some.text("test/good/broken.png", "no image");
    const QStringList arguments{"report", file("model.patina"), text(some.path()), "--out", file("once.html")};
    const Outcome made =
        run(arguments + QStringList{"--other-policy", "impurity=defect", "--other-policy", "impurity=ignored"});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QVERIFY2(made.err.count("skipped") == 1, qPrintable(made.err));
}

void TestCliReport::sameInputSameBytes()
{
    for (const char *name : {"a.html", "b.html"}) {
        const QString pdf = file(name).chopped(4) + "pdf";
        const Outcome made = report(name, day + QStringList{"--also", pdf});
        QVERIFY2(made.exitCode == 0, qPrintable(made.err));
        QCOMPARE(made.out, file(name) + "\n" + pdf + "\n");
    }
    QCOMPARE(contentOf(file("a.html")), contentOf(file("b.html")));
    QCOMPARE(contentOf(file("a.pdf")), contentOf(file("b.pdf")));
    QVERIFY(contentOf(file("a.pdf")).contains("/CreationDate (D:20260131000000Z)"));
    QVERIFY(pagesOf(contentOf(file("a.pdf"))) >= 5);
}

void TestCliReport::epochIsTheDate()
{
    qputenv("SOURCE_DATE_EPOCH", "1769817600");
    const Outcome made = report("epoch.html", {"--pictures", "0"});
    qputenv("SOURCE_DATE_EPOCH", "soon");
    const Outcome refused = report("never.html");
    qunsetenv("SOURCE_DATE_EPOCH");
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QVERIFY(contentOf(file("epoch.html")).contains("2026-01-31T00:00:00Z"));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.sentence().contains("SOURCE_DATE_EPOCH is 'soon'"), qPrintable(refused.err));
}

void TestCliReport::noDisplayIsNeeded()
{
    qputenv("QT_QPA_PLATFORM", "xcb"); // which would end the program, as there is none
    qunsetenv("DISPLAY");
    const Outcome made = report("bare.pdf", day);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QVERIFY(pagesOf(contentOf(file("bare.pdf"))) > 0);
}

void TestCliReport::withoutFontsPdfIsRefused()
{
    QFile settings(file("fonts.conf"));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("<?xml version=\"1.0\"?><fontconfig><dir>/nonexistent</dir></fontconfig>");
    settings.close();
    qputenv("FONTCONFIG_FILE", file("fonts.conf").toUtf8());
    const Outcome pdf = report("fontless.pdf");
    const Outcome html = report("fontless.html", {"--pictures", "0"});
    qunsetenv("FONTCONFIG_FILE");
    QCOMPARE(pdf.exitCode, 1);
    QVERIFY2(pdf.sentence().contains("no font is installed; install fonts-dejavu-core"), qPrintable(pdf.err));
    QVERIFY(!pdf.err.contains("evaluate")); // said before the work, not after it
    QVERIFY(!QFile::exists(file("fontless.pdf")));
    QCOMPARE(html.exitCode, 0);
}

void TestCliReport::itBelongsToItsModel_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("html") << "own.html";
    QTest::newRow("pdf") << "own.pdf";
}

void TestCliReport::itBelongsToItsModel()
{
    QFETCH(QString, name);
    const QString path = text(m_folder.path() / name.toStdString());
    const Outcome made = report(qPrintable(name), day + QStringList{"--pictures", "1"});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    const Outcome belongs = run({"report", "--verify", path, "--model", file("model.patina")});
    QCOMPARE(belongs.exitCode, 0);
    QVERIFY(belongs.out.contains("is the model of the report"));
    const Outcome whole = run({"report", file("model.patina"), data(), "--verify", path, "--json"});
    const QJsonObject json = QJsonDocument::fromJson(whole.out.toUtf8()).object();
    QCOMPARE(whole.exitCode, 0);
    QVERIFY(json["belongs"].toBool() && json["model"].toBool() && json["data"].toBool());
    const Outcome another = run({"report", "--verify", path, "--model", file("other.patina")});
    QCOMPARE(another.exitCode, 1);
    QVERIFY2(another.sentence().contains("is another model: its hash is"), qPrintable(another.err));
    const Outcome none = run({"report", "--verify", path, "--model", file("model.patina"), "--project", file("x")});
    QCOMPARE(none.exitCode, 1);
    QVERIFY2(none.sentence().contains("the report is not that of a project"), qPrintable(none.err));
}

void TestCliReport::changedDataIsSeen()
{
    QCOMPARE(report("data.html", day + QStringList{"--pictures", "0"}).exitCode, 0);
    const QStringList verify{"report", "--verify", file("data.html"), "--model", file("model.patina"),
                             "--data", data()};
    QCOMPARE(run(verify).exitCode, 0);
    const QString mask = data() + "/ground_truth/scratch/0_mask.png";
    QVERIFY(QFile::rename(mask, mask + ".away"));
    const Outcome changed = run(verify);
    QVERIFY(QFile::rename(mask + ".away", mask));
    QCOMPARE(changed.exitCode, 1);
    QVERIFY2(changed.sentence().contains("the images or labels of"), qPrintable(changed.err));
    QCOMPARE(run(verify).exitCode, 0);
}

/// A report of a project, as the window writes it: here with the model's hash and the journal's head alone.
void TestCliReport::itBelongsToItsProject()
{
    const std::filesystem::path path = m_folder.path() / "line.patinaproj";
    auto project = Project::create(path);
    QVERIFY(project);
    const ProjectImage image{"a.png", "a.png", std::string(64, '1'), Split::Test, "good", "a"};
    const auto entry = project->apply({"first", {added(image)}}, "Eva");
    QVERIFY2(entry, entry ? "" : entry.error().detail.c_str());
    const QByteArray model =
        QJsonDocument::fromJson(run({"model", "info", file("model.patina"), "--json"}).out.toUtf8())
            .object()["hash"]
            .toString()
            .toUtf8();
    QFile page(file("project.html"));
    QVERIFY(page.open(QIODevice::WriteOnly));
    ReportClaims claims{model.toStdString(), {}, {}, entry->sha256, entry->number, "2026-01-31T00:00:00Z", "Patina"};
    page.write("<script type=\"application/json\" id=\"provenance\">" +
               QByteArray::fromStdString(claimsToJson(claims)) + "</script>");
    page.close();
    const QStringList verify{"report",    "--verify", file("project.html"), "--model", file("model.patina"),
                             "--project", text(path)};
    QVERIFY(run(verify).out.contains("is the project of the report, as it was then"));
    QVERIFY(project->apply({"second", {removed(image)}}, "Eva"));
    const Outcome later = run(verify);
    QVERIFY2(later.out.contains("its journal has gone on by 1 entry"), qPrintable(later.out + later.err));
    claims.projectHead = std::string(64, '0');
    QVERIFY(page.open(QIODevice::WriteOnly));
    page.write("<script type=\"application/json\" id=\"provenance\">" +
               QByteArray::fromStdString(claimsToJson(claims)) + "</script>");
    page.close();
    const Outcome another = run(verify);
    QCOMPARE(another.exitCode, 1);
    QVERIFY2(another.sentence().contains("is another project, or its journal was changed"), qPrintable(another.err));
}

void TestCliReport::uncalibratedModelIsSaid()
{
    const Outcome made = run(QStringList{"report", file("raw.patina"), data(), "--out", file("raw.html")} + day);
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    const QByteArray html = contentOf(file("raw.html"));
    QVERIFY(html.contains("There are no figures at thresholds: the model is uncalibrated"));
    QVERIFY(dataOf(html, "figures")["threshold.review"].isNull());
}

void TestCliReport::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    const QStringList both{"report", "m", "d"};
    QTest::newRow("nothing") << QStringList{"report"} << "MODEL and DIR, or --verify FILE";
    QTest::newRow("no folder") << QStringList{"report", "m", "--out", "a.pdf"} << "MODEL and DIR";
    QTest::newRow("no file") << both << "--out";
    QTest::newRow("another form") << both + QStringList{"--out", "a.docx"} << ".html or .pdf";
    QTest::newRow("another form, too") << both + QStringList{"--out", "a.pdf", "--also", "a"} << ".html or .pdf";
    QTest::newRow("a date") << both + QStringList{"--out", "a.pdf", "--date", "2026-02-30"} << "is no date";
    QTest::newRow("order") << both + QStringList{"--out", "a.pdf", "--review", "2", "--reject", "1"}
                           << "below --review";
    QTest::newRow("policy") << both + QStringList{"--out", "a.pdf", "--other-policy", "x=y"} << "--other-policy";
    QTest::newRow("verify alone") << QStringList{"report", "--verify", "a.pdf"} << "--model MODEL";
    QTest::newRow("verify writes") << QStringList{"report", "m", "--verify", "a.pdf", "--out", "b.pdf"} << "--out";
    QTest::newRow("project without verify") << both + QStringList{"--out", "a.pdf", "--project", "p"} << "--verify";
}

void TestCliReport::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.sentence().contains(sentence), qPrintable(outcome.err));
}

void TestCliReport::failuresAreOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    const QString model = file("model.patina");
    QTest::newRow("no such folder") << QStringList{model, data(), "--out", "/nowhere/a.pdf"} << "/nowhere";
    QTest::newRow("no such model") << QStringList{"/nowhere/m", data(), "--out", file("x.html")} << "/nowhere/m";
    QTest::newRow("no such data") << QStringList{model, "/nowhere/d", "--out", file("x.html")} << "/nowhere/d";
    QTest::newRow("no report") << QStringList{"--verify", model, "--model", model} << "this is no report of Patina";
    QTest::newRow("no file") << QStringList{"--verify", "/nowhere/r", "--model", model} << "/nowhere/r";
}

void TestCliReport::failuresAreOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    const Outcome outcome = run(QStringList{"report"} + arguments);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.sentence().contains(sentence), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(file("x.html")));
}

QTEST_GUILESS_MAIN(TestCliReport)
#include "tst_cli_report.moc"
