#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "core/project/project.h"
#include "core/project/project_settings.h"
#include "tests/cli/cli_process.h"
#include "tests/core/dataset/sample_folder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace patina;
using namespace patina::test;

namespace {

const cv::Size partSize{96, 64};

} // namespace

/// Every verb that gives figures of a data set gives those of a project, too: of the same images the same.
class TestCliProjectFigures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void thresholdsAreThoseOfTheDataSet();
    void partsAreTheSameForEveryVerb_data();
    void partsAreTheSameForEveryVerb();
    void seedsAndTilesAreSaid();
    void openBoundsAndCosts();
    void listsCalibrateAProject();
    void reportsByARule();
    void aLeastAreaIsSwitchedOff();
    void groupsAndReaders();
    void comparedAsTheDataSet();
    void whatAnyModelWasMadeFromIsLeftOut();
    void refuses_data();
    void refuses();

private:
    Outcome run(const QStringList &arguments) const { return runCli(arguments, {.home = file("home")}); }
    QString file(const char *name) const { return text(m_folder.path() / name); }
    QString data() const { return text(m_data.path()); }
    QString project() const { return file("parts.patinaproj"); }
    QJsonObject figures(const QStringList &arguments) const
    {
        const Outcome outcome = run(arguments + QStringList{"--json"});
        return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out.toUtf8()).object() : QJsonObject();
    }

    SampleFolder m_folder;
    SampleFolder m_few;  ///< the first 8 of the good training images
    SampleFolder m_data; ///< 12 good training images, 12 good test images, 8 with a scratch, 4 with a dent
};

void TestCliProjectFigures::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    const auto images = [&](const std::string &folder, int count, int seed) {
        for (int i = 0; i < count; ++i) {
            m_data.image("test/" + folder + "/" + std::to_string(i) + ".png", seed + i, partSize);
            if (folder != "good")
                m_data.mask("ground_truth/" + folder + "/" + std::to_string(i) + "_mask.png", 255, partSize);
        }
    };
    for (int i = 0; i < 12; ++i)
        for (const SampleFolder *folder : {&m_data, &m_few})
            if (folder == &m_data || i < 8)
                folder->image("train/good/" + std::to_string(i) + ".png", i, partSize);
    m_few.image("test/good/0.png", 20, partSize);
    images("good", 12, 20);
    images("scratch", 8, 50);
    images("dent", 4, 80);
    for (const QStringList &model :
         {QStringList{"few.patina", text(m_few.path())}, QStringList{"all.patina", data()}}) {
        const Outcome trained =
            run({"train", model[1], "--out", file(qPrintable(model[0])), "--backbone", "tiny", "--bank-size", "200"});
        QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
    }
    QVERIFY(!figures({"project", "create", project(), data()}).isEmpty());
}

void TestCliProjectFigures::thresholdsAreThoseOfTheDataSet()
{
    for (const QStringList &rule :
         {QStringList{"--rule", "quantile:0.2"},
          QStringList{"--rule", "max-escape:0.5", "--class", "scratch", "--point", "--seed", "3"},
          QStringList{"--rule", "quantile:0.2", "--min-area", "40"}}) {
        const QJsonObject ofData = figures(QStringList{"threshold", file("all.patina"), data()} + rule);
        const QJsonObject ofProject = figures(QStringList{"threshold", file("all.patina"), project()} + rule);
        QVERIFY(ofData.size() > 40);
        for (const QString &name : ofData.keys())
            if (name != "why")
                QVERIFY2(ofProject[name] == ofData[name], qPrintable(name));
        QCOMPARE(ofProject["images.trainedOn"].toInt(), 12);
        QVERIFY(ofProject["truth.sha256"].isString());
    }
    const Outcome said = run({"threshold", file("all.patina"), project(), "--rule", "f1-max"});
    QVERIFY2(said.err.contains("left out 12 images that the model was made from"), qPrintable(said.err));
}

void TestCliProjectFigures::partsAreTheSameForEveryVerb_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("as usual") << QStringList();
    QTest::newRow("another seed and share") << QStringList{"--seed", "11", "--calibration-share", "0.3"};
    QTest::newRow("groups") << QStringList{"--groups", "test/[a-z]+/([0-9])", "--seed", "2"};
}

void TestCliProjectFigures::partsAreTheSameForEveryVerb()
{
    QFETCH(QStringList, options);
    const QStringList rule = QStringList{"--rule", "quantile:0.3"} + options;
    const QJsonObject chosen = figures(QStringList{"threshold", file("all.patina"), data()} + rule);
    QVERIFY(chosen["calibration.images.sha256"].toString().size() == 64);
    QVERIFY(chosen["calibration.images.sha256"] != chosen["acceptance.images.sha256"]);
    for (const QStringList &call :
         {QStringList{"evaluate", data()}, QStringList{"threshold", project()}, QStringList{"evaluate", project()}}) {
        const QJsonObject other = figures(QStringList{call[0], file("all.patina"), call[1], "--resamples", "20"}.mid(
                                              0, call[0] == "threshold" ? 3 : 5) +
                                          rule);
        for (const QString &name : chosen.keys())
            if (name.startsWith("calibration.") || name.startsWith("acceptance.") || name.startsWith("threshold.") ||
                name == "seed" || name == "parts")
                QVERIFY2(other[name] == chosen[name], qPrintable(call.join(' ') + ": " + name));
    }
    const Outcome said = run(QStringList{"threshold", file("all.patina"), data()} + rule);
    QVERIFY2(said.out.contains("parts: whole groups dealt by seed "), qPrintable(said.out));
}

void TestCliProjectFigures::seedsAndTilesAreSaid()
{
    const QStringList call{"threshold", file("all.patina"), data()};
    const QStringList bounded{"--rule", "max-overkill:0.5", "--confidence", "0.5"};
    QVERIFY(!run(call + bounded).err.contains("--seed"));
    QVERIFY(
        run(call + bounded + QStringList{"--seed", "3"}).err.contains("--seed 3 deals other parts than the default"));
    QVERIFY(!run(call + QStringList{"--rule", "f1-max", "--seed", "3"}).err.contains("--seed"));
    SampleFolder tiles;
    for (int part = 0; part < 3; ++part)
        for (int tile = 0; tile < 4; ++tile)
            tiles.image("test/good/part" + std::to_string(part) + "_" + std::to_string(tile) + ".png",
                        700 + 10 * part + tile, partSize);
    tiles.image("train/good/0.png", 1, partSize);
    const QStringList ofTiles{"threshold", file("all.patina"), text(tiles.path()), "--rule", "quantile:0.5"};
    const Outcome said = run(ofTiles);
    QVERIFY2(said.err.contains("images are counted as independent; by their names 12 of 12 look like several of one "
                               "part (4 of test/good/part0): give --groups"),
             qPrintable(said.err));
    const Outcome grouped = run(ofTiles + QStringList{"--groups", "([^/]+)[_-][0-9]+[.]"});
    QVERIFY2(!grouped.err.contains("counted as independent") && grouped.exitCode == 0, qPrintable(grouped.err));
    QVERIFY(!run(call + bounded).err.contains("counted as independent"));
    SampleFolder grid;
    for (const char *place : {"x0_y0", "x0_y64", "x96_y0", "x96_y64"})
        for (int part = 0; part < 2; ++part)
            grid.image(std::string("test/good/part_000") + std::to_string(part) + "_" + place + ".png",
                       700 + 10 * part + place[4], partSize);
    grid.image("train/good/0.png", 1, partSize);
    const Outcome ofGrid = run({"threshold", file("all.patina"), text(grid.path()), "--rule", "quantile:0.5"});
    QVERIFY2(ofGrid.err.contains("by their names 8 of 8 look like several of one part (4 of part_0000): give --groups, "
                                 "such as '([^/]+?)[_-]x[0-9]+[_-]y[0-9]+[.]'"),
             qPrintable(ofGrid.err));
}

void TestCliProjectFigures::openBoundsAndCosts()
{
    const QStringList call{"threshold", file("all.patina"), data()};
    bool above = false;
    for (int seed = 0; seed < 6 && !above; ++seed) {
        const QStringList rule{"--rule", "quantile:0.05", "--seed", QString::number(seed)};
        const QJsonObject json = figures(call + rule);
        if (json["acceptance.verdict.review"].toString() != "open" ||
            json["acceptance.at.review.good.overkill"].toDouble() <= 0.05)
            continue;
        above = true;
        const QString words = QString("neither confirms nor breaks 5 %, but what was counted there is above it: %1 of "
                                      "%2 good were flagged, ")
                                  .arg(json["acceptance.at.review.good.flagged"].toInt())
                                  .arg(json["acceptance.at.review.good.total"].toInt());
        QVERIFY2(run(call + rule).out.contains(words), qPrintable(run(call + rule).out));
    }
    const QStringList cost{"--rule", "cost", "--cost-escape", "10", "--cost-overkill", "1"};
    const QJsonObject json = figures(call + cost);
    QVERIFY(json["calibration.cost"].isDouble() && json["acceptance.cost"].isDouble());
    // By hand, at the share of anomalous images of the calibration part; every image with a defect has one.
    const auto costOf = [&](const QString &part) {
        const double good = json["calibration.images.good"].toDouble();
        const double share =
            json["calibration.images.anomalous"].toDouble() / (json["calibration.images.anomalous"].toDouble() + good);
        return (1.0 - share) * json[part + ".at.review.good.overkill"].toDouble();
    };
    QVERIFY(json["acceptance.cost"].toDouble() >= costOf("acceptance") - 1e-12);
    QVERIFY(run(call + cost).out.contains("cost: ") &&
            run(call + cost).out.contains(" a part on the calibration part, "));
}

void TestCliProjectFigures::listsCalibrateAProject()
{
    m_folder.text("some.csv", "image\ntest/good/0.png\ntest/good/1.png\ntest/good/2.png\ntest/dent/0.png\n");
    const QStringList options{"--rule", "quantile:0.3", "--resamples", "0", "--calibration", file("some.csv")};
    const QJsonObject ofData = figures(QStringList{"evaluate", file("all.patina"), data()} + options);
    const QJsonObject ofProject = figures(QStringList{"evaluate", file("all.patina"), project()} + options);
    QCOMPARE(ofProject["images.good"].toInt(), 9);
    for (const QString &name : ofData.keys())
        if (name != "why" && name != "memory.peakBytes" && !name.startsWith("size.") && !name.startsWith("pixel.seg"))
            QVERIFY2(ofProject[name] == ofData[name], qPrintable(name));
    const Outcome folder =
        run({"evaluate", file("all.patina"), project(), "--rule", "f1-max", "--calibration", data()});
    QCOMPARE(folder.exitCode, 1);
    QVERIFY2(folder.sentence().contains("is a folder: of a project the images that calibrate are a list"),
             qPrintable(folder.err));
}

/// Of a data set and of a project: the figures of `evaluate --rule`, and how the parts were dealt.
void TestCliProjectFigures::reportsByARule()
{
    const QStringList rule{"--rule",      "quantile:0.3", "--seed",   "5",
                           "--resamples", "20",           "--groups", "test/[a-z]+/([0-9])"};
    for (const QString &source : {data(), project()}) {
        const QJsonObject evaluated = figures(QStringList{"evaluate", file("all.patina"), source} + rule);
        const Outcome made = run(
            QStringList{"report", file("all.patina"), source, "--out", file("rule.html"), "--pictures", "0"} + rule);
        QVERIFY2(made.exitCode == 0, qPrintable(made.err));
        const QByteArray html = bytesOf(m_folder.path() / "rule.html");
        const QByteArray start = "id=\"figures\">";
        const auto from = html.indexOf(start) + start.size();
        const QJsonObject reported =
            QJsonDocument::fromJson(html.mid(from, html.indexOf("</script>", from) - from)).object();
        QVERIFY(reported.size() > 100);
        for (const QString &name : reported.keys())
            if (name != "why")
                QVERIFY2(reported[name] == evaluated[name], qPrintable(name));
        for (const char *words :
             {"by the rule quantile", "whole groups dealt by seed 5",
              "Chosen on the calibration part: ", "the figures of this report are of these", "--rule quantile:0.3",
              "Met as counted: quantile 30 %. Calibration part: ", "Counted on both parts of the rule: "})
            QVERIFY2(html.contains(words), words);
        QVERIFY(!html.contains("--review "));                                       // the command chooses again
        QVERIFY(html.indexOf("Met as counted") < html.indexOf("was evaluated on")); // first of all
        QVERIFY(source == data() || made.err.contains("left out 12 images that the model was made from"));
    }
    QCOMPARE(run({"report", file("all.patina"), data(), "--out", file("rule.html"), "--pictures", "0", "--rule",
                  "quantile:0.3"})
                 .exitCode,
             0);
    for (const QString &source : {data(), project()}) {
        const QStringList cannot{source, "--rule", "max-escape:0.01", "--class", "scratch"};
        const Outcome refused = run(QStringList{"report", file("all.patina"), "--out", file("refused.html")} + cannot);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.sentence().contains("1 % needs 299"), qPrintable(refused.err));
        QCOMPARE(refused.out, run(QStringList{"threshold", file("all.patina")} + cannot).out);
        QVERIFY(!QFile::exists(file("refused.html")));
    }
    const Outcome verified =
        run({"report", "--verify", file("rule.html"), "--model", file("all.patina"), "--data", data()});
    QVERIFY2(verified.exitCode == 0, qPrintable(verified.err));
}

/// That of a project, by a least area of 1 or 0.
void TestCliProjectFigures::aLeastAreaIsSwitchedOff()
{
    QVERIFY(QFile::copy(project(), file("large.patinaproj")));
    {
        auto opened = Project::open(file("large.patinaproj").toStdString(), Project::Access::ReadWrite);
        QVERIFY(opened);
        const auto contents = opened->contents();
        QVERIFY(contents && opened->apply({"large regions", minimumAreaEdits(*contents, 300)}, "Eva"));
    }
    const QString large = file("large.patinaproj");
    for (const QStringList &call :
         {QStringList{"threshold", file("all.patina"), large, "--rule", "quantile:0.2"},
          QStringList{"evaluate", file("all.patina"), large, "--resamples", "0"},
          QStringList{"compare", file("all.patina"), file("few.patina"), large, "--resamples", "0"}}) {
        QCOMPARE(figures(call)["minAreaPx"].toInt(), 300);
        for (const char *areaPx : {"0", "1"}) {
            const QJsonObject off = figures(call + QStringList{"--min-area", areaPx});
            QCOMPARE(off["minAreaPx"].toInt(), 1);
            QStringList ofAny = call;
            ofAny.replace(ofAny.indexOf(large), project());
            const QJsonObject any = figures(ofAny);
            for (const QString &name : any.keys())
                if (name != "why" && name != "memory.peakBytes")
                    QVERIFY2(off[name] == any[name], qPrintable(name));
        }
    }
    QCOMPARE(run({"evaluate", file("all.patina"), large, "--min-area", "-1"}).exitCode, 2);
    const Outcome made = run({"report", file("all.patina"), large, "--out", file("any.html"), "--pictures", "0",
                              "--resamples", "0", "--min-area", "1"});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QVERIFY(bytesOf(m_folder.path() / "any.html").contains("--min-area 1 ")); // the command switches it off as well
    QVERIFY(run({"evaluate", "--help"}).out.contains("0 or 1"));
}

void TestCliProjectFigures::groupsAndReaders()
{
    const QStringList call{"threshold", file("all.patina"), project(), "--rule", "f1-max"};
    const QJsonObject grouped = figures(call + QStringList{"--groups", "test/[a-z]+/([0-9])"});
    QCOMPARE(grouped["calibration.groups"].toInt() + grouped["acceptance.groups"].toInt(), 10);
    const Outcome nobody = run(call + QStringList{"--reader", "Ida"});
    QCOMPARE(nobody.exitCode, 1);
    QVERIFY2(nobody.sentence().contains("nobody called Ida"), qPrintable(nobody.err));
}

void TestCliProjectFigures::comparedAsTheDataSet()
{
    const QStringList models{"compare", file("few.patina"), file("all.patina")};
    const QJsonObject ofData = figures(models + QStringList{data(), "--review", "0.8"});
    const QJsonObject ofProject = figures(models + QStringList{project(), "--review", "0.8"});
    QVERIFY(ofData.size() > 100);
    for (const QString &name : ofData.keys())
        if (name != "why" && name != "memory.peakBytes")
            QVERIFY2(ofProject[name] == ofData[name], qPrintable(name));
    QCOMPARE(ofProject["images.trainedOn"].toInt(), 12);
}

/// Images that one reader is done with count, unless one of the two was made from them.
void TestCliProjectFigures::whatAnyModelWasMadeFromIsLeftOut()
{
    QVERIFY(QFile::copy(project(), file("read.patinaproj")));
    {
        auto opened = Project::open(file("read.patinaproj").toStdString(), Project::Access::ReadWrite);
        QVERIFY(opened);
        Change change{"reviewed", {}};
        for (const char *name : {"8", "9", "10", "11"})
            change.edits.push_back(
                added(Review{std::string("train/good/") + name + ".png", "Eva", "2026-01-31T00:00:00Z"}));
        QVERIFY(opened->apply(change, "Eva"));
    }
    const QStringList alone{"compare", file("few.patina"), file("few.patina"), file("read.patinaproj")};
    QCOMPARE(figures(alone)["images.matched"].toInt(), 24 + 4);
    QCOMPARE(figures(alone)["images.trainedOn"].toInt(), 8);
    for (const QStringList &models :
         {QStringList{file("few.patina"), file("all.patina")}, QStringList{file("all.patina"), file("few.patina")}}) {
        const Outcome both = run(QStringList{"compare"} + models + QStringList{file("read.patinaproj"), "--json"});
        const QJsonObject json = QJsonDocument::fromJson(both.out.toUtf8()).object();
        QCOMPARE(json["images.matched"].toInt(), 24);
        QCOMPARE(json["images.trainedOn"].toInt(), 12);
        QCOMPARE(json["reader"].toString(), QString("Eva"));
        QVERIFY2(both.err.contains("left out 12 images that one of the models was made from"), qPrintable(both.err));
    }
}

void TestCliProjectFigures::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const QStringList rule{"--rule", "f1-max"};
    const QString model = file("all.patina");
    QTest::newRow("no such project") << QStringList{"threshold", model, "none.patinaproj"} + rule
                                     << "there is no such project";
    QTest::newRow("strict") << QStringList{"threshold", model, project(), "--strict"} + rule
                            << "--strict is for a data set";
    QTest::newRow("reader of a folder") << QStringList{"threshold", model, data(), "--reader", "Eva"} + rule
                                        << "which " + data() + " is not";
    QTest::newRow("class") << QStringList{"threshold", model, project(), "--rule", "max-escape:0.1", "--class", "crack"}
                           << "'crack' is no class that counts as a defect in " + project();
    QTest::newRow("compare, strict") << QStringList{"compare", model, model, project(), "--strict"}
                                     << "--strict is for a data set";
    QTest::newRow("compare, no model") << QStringList{"compare", model, "none.patina", project()} << "none.patina";
    QTest::newRow("compare, reader of a folder")
        << QStringList{"compare", model, model, data(), "--reader", "Eva"} << "--reader is for a project";
}

void TestCliProjectFigures::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.sentence().contains(says), qPrintable(outcome.err));
    QCOMPARE(outcome.out, QString());
}

QTEST_GUILESS_MAIN(TestCliProjectFigures)
#include "tst_cli_project_figures.moc"
