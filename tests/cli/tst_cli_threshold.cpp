#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
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

/// Thresholds by a rule: what is printed where it is met and where it cannot be, and what is no use of it.
class TestCliThreshold : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void figuresAddUp();
    void aBoundThatCannotBeShown();
    void twoRulesTwoThresholds();
    void aThresholdThatMovedAlongSaysSo();
    void everyRuleComesToSomething_data();
    void everyRuleComesToSomething();
    void groupsStayTogether();
    void groupsAreWantedForParts();
    void uncalibratedModelIsSaid();
    void smallRegionsDoNotCount();
    void evaluateByARule();
    void evaluateByAFolderOrAList();
    void evaluateRefuses();
    void wrongUsage_data();
    void wrongUsage();
    void unknownClassesAreNamed();

private:
    Outcome run(const QStringList &arguments) const { return runCli(arguments, {.home = file("home")}); }
    QString file(const char *name) const { return text(m_folder.path() / name); }
    QString data() const { return text(m_data.path()); }
    Outcome threshold(const QStringList &more, const char *model = "model.patina") const
    {
        return run(QStringList{"threshold", file(model), data()} + more);
    }
    QJsonObject figures(const QStringList &more) const
    {
        return QJsonDocument::fromJson(threshold(more + QStringList{"--json"}).out.toUtf8()).object();
    }

    SampleFolder m_folder;
    SampleFolder m_data; ///< 8 good training images, 12 good test images, 8 with a scratch, 4 with a dent
};

void TestCliThreshold::initTestCase()
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
    images("good", 12, 20);
    images("scratch", 8, 50);
    images("dent", 4, 80);
    for (const QStringList &model : {QStringList{"model.patina"}, QStringList{"raw.patina", "--holdout", "0"}}) {
        const Outcome trained =
            run(QStringList{"train", data(), "--out", text(m_folder.path() / model[0].toStdString()), "--backbone",
                            "tiny", "--bank-size", "200"} +
                model.mid(1));
        QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
    }
}

void TestCliThreshold::figuresAddUp()
{
    const QStringList rule{"--rule", "max-escape", "--class", "scratch", "--bound", "0.3", "--point"};
    const QJsonObject json = figures(rule);
    QVERIFY(json["met"].toBool());
    QVERIFY(json["threshold.review"].isDouble());
    QVERIFY(json["threshold.reject"].toDouble() >= json["threshold.review"].toDouble());
    QVERIFY(json["nearest.review"].isNull());
    QCOMPARE(json["rule.review"].toString(), QString("max-escape 30 % of scratch by point estimate"));
    QVERIFY(json["rule.reject"].isNull());
    QCOMPARE(json["calibration.defects.scratch.total"].toInt(), 4);
    QCOMPARE(json["acceptance.defects.scratch.total"].toInt(), 4);
    QCOMPARE(json["calibration.defects.dent.total"].toInt(), 2);
    QCOMPARE(json["calibration.defects.all.total"].toInt(), 6);
    QCOMPARE(json["calibration.images.good"].toInt() + json["acceptance.images.good"].toInt(), 12);
    QCOMPARE(json["calibration.at.review.good.total"].toInt(), 6);
    QVERIFY(json["calibration.defects.scratch.escapeRate"].toDouble() <= 0.3);
    QVERIFY(json["acceptance.defects.scratch.escapeUpper"].toDouble() > 0.3);
    QVERIFY(QStringList({"confirmed", "open", "broken"}).contains(json["acceptance.verdict.review"].toString()));
    QCOMPARE(figures(rule), json);
    const Outcome table = threshold(rule);
    QCOMPARE(table.exitCode, 0);
    for (const char *words : {"calibration: 12 groups, 6 good and 6 anomalous images", "escaped, below review: scratch",
                              " of 4 ", "overkill, good parts", "acceptance"})
        QVERIFY2(table.out.contains(words), qPrintable(table.out));
}

void TestCliThreshold::aBoundThatCannotBeShown()
{
    const QStringList rule{"--rule", "max-escape:0.01", "--class", "scratch"};
    const Outcome outcome = threshold(rule);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.sentence().startsWith("patina-cli threshold: max-escape cannot be met: no escape among 4 defects "
                                           "of class scratch bounds the rate at 53 % with 95 % confidence; 1 % needs "
                                           "299; nearest is "),
             qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains("cannot be met; nearest: review ") && outcome.out.contains("0 of 4"),
             qPrintable(outcome.out));
    const QJsonObject json = figures(rule);
    QVERIFY(!json["met"].toBool());
    QVERIFY(json["threshold.review"].isNull());
    QVERIFY(json["why"].toObject()["threshold.review"].toString().contains("1 % needs 299"));
    QVERIFY(json["nearest.review"].isDouble());
    QCOMPARE(json["calibration.defects.scratch.escaped"].toInt(-1), 0);
}

void TestCliThreshold::twoRulesTwoThresholds()
{
    const QJsonObject json =
        figures({"--rule", "max-escape:0.3", "--rule", "max-overkill:0.2", "--class", "scratch", "--point"});
    QVERIFY(json["met"].toBool());
    QVERIFY(json["rule.review"].toString().startsWith("max-escape 30 % of scratch"));
    QVERIFY(json["rule.reject"].toString().startsWith("max-overkill 20 %"));
    QVERIFY(json["calibration.defects.scratch.escapeRate"].toDouble() <= 0.3);
    QVERIFY(json["calibration.at.reject.good.overkill"].toDouble() <= 0.2);
    QVERIFY(json["acceptance.verdict.reject"].isString());
}

void TestCliThreshold::aThresholdThatMovedAlongSaysSo()
{
    const auto why = [](const QJsonObject &json) { return json["why"].toObject()["rule.reject"].toString(); };
    const QJsonObject info =
        QJsonDocument::fromJson(run({"model", "info", file("model.patina"), "--json"}).out.toUtf8()).object();
    // A review threshold above the model's reject takes that along.
    const QStringList high{"--rule", "mean-sigma:90", "--sets", "review"};
    const QJsonObject along = figures(high);
    QCOMPARE(along["threshold.reject"], along["threshold.review"]);
    QVERIFY(along["rule.reject"].isNull());
    QVERIFY2(why(along).startsWith("no rule sets it: the one in use, ") &&
                 why(along).endsWith(", would be below review, so it moved up to it"),
             qPrintable(why(along)));
    QVERIFY(threshold(high).out.contains("reject: no rule sets it: the one in use, "));
    const QJsonObject low = figures({"--rule", "max-escape:0.3", "--point"});
    QVERIFY(low["threshold.reject"].toDouble() > low["threshold.review"].toDouble());
    QCOMPARE(why(low), QString("no rule sets it: the one in use"));
}

void TestCliThreshold::everyRuleComesToSomething_data()
{
    QTest::addColumn<QStringList>("rule");
    QTest::newRow("mean-sigma") << QStringList{"--rule", "mean-sigma:3"};
    QTest::newRow("quantile") << QStringList{"--rule", "quantile:0.2"};
    QTest::newRow("f1-max") << QStringList{"--rule", "f1-max", "--seed", "3"};
    QTest::newRow("max-escape of all") << QStringList{"--rule", "max-escape:0.5", "--confidence", "0.5"};
    QTest::newRow("max-overkill") << QStringList{"--rule", "max-overkill", "--bound", "0.4", "--sets", "both"};
    QTest::newRow("cost") << QStringList{"--rule",       "cost", "--cost-escape",       "10", "--cost-overkill", "1",
                                         "--prevalence", "0.1",  "--calibration-share", "0.7"};
}

void TestCliThreshold::everyRuleComesToSomething()
{
    QFETCH(QStringList, rule);
    const QJsonObject json = figures(rule);
    QVERIFY(json["threshold.review"].isDouble() && json["threshold.reject"].isDouble());
    QVERIFY(json["threshold.reject"].toDouble() >= json["threshold.review"].toDouble());
    QVERIFY(json["rule.review"].toString().startsWith(rule[1].section(':', 0, 0)));
    QVERIFY(json["acceptance.defects.all.total"].toInt() > 0);
}

void TestCliThreshold::groupsStayTogether()
{
    const QJsonObject json = figures({"--rule", "f1-max", "--groups", "test/[a-z]+/([0-9])", "--unit", "group"});
    QCOMPARE(json["calibration.groups"].toInt() + json["acceptance.groups"].toInt(), 10); // 0 .. 9, 10 and 11 with 1
    QCOMPARE(json["unit"].toString(), QString("group"));
    QVERIFY(threshold({"--rule", "f1-max", "--groups", "test/[a-z]+/([0-9])", "--unit", "group"})
                .out.contains("counted: groups with defects and groups with good images\n"));
    m_folder.text("groups.csv", "image,group\ntest/scratch/0.png,p\ntest/scratch/1.png,p\n");
    const Outcome byFile =
        threshold({"--rule", "max-escape:0.5", "--confidence", "0.5", "--groups", file("groups.csv")});
    QVERIFY2(byFile.exitCode == 0, qPrintable(byFile.err));
    QVERIFY2(byFile.err.contains("8 defects of class scratch are in 7 groups"), qPrintable(byFile.err));
    const Outcome neither = threshold({"--rule", "f1-max", "--groups", "nogroups.csv"});
    QCOMPARE(neither.exitCode, 1);
    QVERIFY2(neither.sentence().contains("'nogroups.csv' matches no image"), qPrintable(neither.err));
}

/// Without groups each image would pass for a part.
void TestCliThreshold::groupsAreWantedForParts()
{
    const QStringList rule{"--rule", "quantile:0.3", "--unit", "group"};
    for (const char *verb : {"threshold", "evaluate"}) {
        const Outcome refused = run(QStringList{verb, file("model.patina"), data()} + rule);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.sentence().contains("--unit group: no groups of ") &&
                     refused.sentence().endsWith("give --groups FILE (CSV image,group) or a regular expression, or "
                                                 "--unit single"),
                 qPrintable(refused.err));
        QCOMPARE(refused.out, QString());
    }
    SampleFolder tiles;
    for (int i = 0; i < 4; ++i)
        tiles.image("test/good/p" + std::to_string(i / 2) + "_x" + std::to_string(i % 2) + "_y0.png", 20 + i, partSize);
    tiles.image("train/good/0.png", 1, partSize);
    const QStringList ofTiles = QStringList{"threshold", file("model.patina"), text(tiles.path())} + rule;
    const Outcome named = run(ofTiles);
    QVERIFY2(named.sentence().contains("give --groups, such as '([^/]+?)[_-]x[0-9]+[_-]y[0-9]+[.]', or"),
             qPrintable(named.err));
    QCOMPARE(run(ofTiles + QStringList{"--groups", named.sentence().section('\'', 1, 1)}).exitCode, 0);
}

void TestCliThreshold::uncalibratedModelIsSaid()
{
    const Outcome outcome = threshold({"--rule", "quantile:0.2"}, "raw.patina");
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("the model is uncalibrated") && !outcome.err.contains("--review"),
             qPrintable(outcome.err));
}

void TestCliThreshold::smallRegionsDoNotCount()
{
    const QStringList rule{"--rule", "quantile:0.2"};
    const QJsonObject any = figures(rule);
    const QJsonObject large = figures(rule + QStringList{"--min-area", "400"});
    QCOMPARE(large["minAreaPx"].toInt(), 400);
    QVERIFY(large["threshold.review"].toDouble(9e9) <= any["threshold.review"].toDouble());
    // Just what evaluate counts there, of good parts and of defects.
    const QString at = QString::number(large["threshold.review"].toDouble(), 'g', 17);
    const auto evaluated = [&](const char *areaPx) {
        const Outcome outcome = run(
            {"evaluate", file("model.patina"), data(), "--json", "--min-area", areaPx, "--review", at, "--reject", at});
        return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    };
    const QJsonObject exact = evaluated("400");
    const QJsonObject all = evaluated("1");
    const auto sum = [&](const QString &name) {
        return large["calibration." + name].toInt() + large["acceptance." + name].toInt();
    };
    const int flagged = sum("at.review.good.flagged");
    const int found = sum("defects.all.total") - sum("defects.all.escaped");
    QCOMPARE(exact["at.review.good.flagged"].toInt(-1), flagged);
    QCOMPARE(exact["at.review.defects.all.found"].toInt(-1), found);
    QVERIFY(all["at.review.good.flagged"].toInt(-1) >= flagged &&
            all["at.review.defects.all.found"].toInt(-1) >= found);
    const Outcome table = threshold(rule + QStringList{"--min-area", "400"});
    QVERIFY2(table.out.contains("regions of at least 400 px count"), qPrintable(table.out));
    QCOMPARE(threshold(rule + QStringList{"--min-area", "2"}, "raw.patina").exitCode, 0); // on raw distances too
}

void TestCliThreshold::evaluateByARule()
{
    const auto call = [&](const QStringList &more) {
        const Outcome outcome = run(QStringList{"evaluate", file("model.patina"), data(), "--json"} + more);
        return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    };
    const QJsonObject json = call({"--rule", "quantile:0.3"});
    QVERIFY(json["met"].toBool());
    QCOMPARE(json["calibration.images.good"].toInt() + json["images.good"].toInt(), 12);
    QCOMPARE(json["calibration.images.anomalous"].toInt() + json["images.anomalous"].toInt(), 12);
    QVERIFY(json["calibration.at.review.good.overkill"].toDouble(1.0) <= 0.3);
    // Both ways to count the part that is quoted agree.
    QCOMPARE(json["acceptance.images.good"], json["images.good"]);
    QCOMPARE(json["acceptance.at.review.good.flagged"], json["at.review.good.flagged"]);
    QCOMPARE(json["acceptance.defects.scratch.total"].toInt() - json["acceptance.defects.scratch.escaped"].toInt(),
             json["at.review.defects.scratch.found"].toInt(-1));
    QCOMPARE(call({"--rule", "quantile:0.3"})["threshold.review"], json["threshold.review"]);
    const QJsonObject grouped = call({"--groups", "test/[a-z]+/([0-9])", "--resamples", "200"});
    QCOMPARE(grouped["groups.total"].toInt(), 10);
    QCOMPARE(grouped["images.good"].toInt(), 12);
    const QJsonObject both = call({"--groups", "test/[a-z]+/([0-9])", "--rule", "f1-max"});
    QCOMPARE(both["calibration.groups"].toInt() + both["groups.total"].toInt(), 10);
}

void TestCliThreshold::evaluateByAFolderOrAList()
{
    const auto call = [&](const QStringList &more) {
        return run(QStringList{"evaluate", file("model.patina"), data(), "--json", "--rule", "quantile:0.3"} + more);
    };
    m_folder.text("some.csv", "image\ntest/good/0.png\ntest/good/1.png\ntest/good/2.png\ntest/dent/0.png\n");
    const Outcome byList = call({"--calibration", file("some.csv")});
    QVERIFY2(byList.exitCode == 0, qPrintable(byList.err));
    const QJsonObject json = QJsonDocument::fromJson(byList.out.toUtf8()).object();
    QCOMPARE(json["calibration.images.good"].toInt(), 3);
    QCOMPARE(json["images.good"].toInt(), 9);
    QCOMPARE(json["images.anomalous"].toInt(), 11);
    QVERIFY(json["calibrationShare"].isNull());
    SampleFolder other;
    for (int i = 0; i < 6; ++i)
        other.image("test/good/" + std::to_string(i) + ".png", 300 + i, partSize);
    other.image("test/scratch/0.png", 400, partSize);
    other.image("train/good/0.png", 500, partSize);
    const Outcome byFolder = call({"--calibration", text(other.path())});
    QVERIFY2(byFolder.exitCode == 0, qPrintable(byFolder.err));
    const QJsonObject all = QJsonDocument::fromJson(byFolder.out.toUtf8()).object();
    QCOMPARE(all["calibration.images.good"].toInt(), 6);
    QCOMPARE(all["images.good"].toInt(), 12);
    m_folder.text("odd.csv", "image\ntest/good/99.png\n");
    const Outcome odd = call({"--calibration", file("odd.csv")});
    QCOMPARE(odd.exitCode, 1);
    QVERIFY2(odd.sentence().contains("line 2: 'test/good/99.png' is no test image"), qPrintable(odd.err));
    const Outcome itself = call({"--calibration", data()});
    QCOMPARE(itself.exitCode, 1);
    QVERIFY2(itself.sentence().contains("is the data set that figures are quoted on"), qPrintable(itself.err));
}

void TestCliThreshold::evaluateRefuses()
{
    const auto call = [&](const QStringList &more) {
        return run(QStringList{"evaluate", file("model.patina"), data()} + more);
    };
    const Outcome few = call({"--rule", "max-escape:0.01", "--class", "scratch"});
    QCOMPARE(few.exitCode, 1);
    QVERIFY2(few.sentence().contains("1 % needs 299; nearest is "), qPrintable(few.err));
    // With the table of `threshold`, which has the same parts.
    const QStringList rule{"--rule", "max-escape:0.01", "--class", "scratch"};
    QVERIFY(few.out.contains("cannot be met; nearest: review "));
    QCOMPARE(few.out, threshold(rule).out);
    const Outcome forPrograms = call(rule + QStringList{"--json"});
    QCOMPARE(forPrograms.exitCode, 1);
    const QJsonObject json = QJsonDocument::fromJson(forPrograms.out.toUtf8()).object();
    QVERIFY(!json["met"].toBool(true));
    QCOMPARE(json["nearest.review"], figures(rule)["nearest.review"]);
    QCOMPARE(json["acceptance.at.review.good.flagged"], figures(rule)["acceptance.at.review.good.flagged"]);
    for (const QStringList &more :
         {QStringList{"--rule", "f1-max", "--review", "1"}, QStringList{"--calibration", "x"},
          QStringList{"--unit", "group"}, QStringList{"--bound", "0.1"}, QStringList{"--rule", "max-escape"}})
        QCOMPARE(call(more).exitCode, 2);
}

void TestCliThreshold::wrongUsage_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("says");
    QTest::newRow("no rule") << QStringList{} << "--rule";
    QTest::newRow("unknown rule") << QStringList{"--rule", "best"} << "'best' is none of mean-sigma:K";
    QTest::newRow("no bound") << QStringList{"--rule", "max-escape"} << "--bound 0.01";
    QTest::newRow("bound twice") << QStringList{"--rule", "max-escape:0.1", "--bound", "0.1"} << "--bound";
    QTest::newRow("bound of one") << QStringList{"--rule", "max-escape", "--bound", "1"} << "--bound";
    QTest::newRow("class") << QStringList{"--rule", "f1-max", "--class", "scratch"} << "--class";
    QTest::newRow("point") << QStringList{"--rule", "f1-max", "--point"} << "--point";
    QTest::newRow("point and confidence")
        << QStringList{"--rule", "max-escape:0.1", "--point", "--confidence", "0.9"} << "--point";
    QTest::newRow("prices") << QStringList{"--rule", "cost", "--cost-escape", "1"} << "--cost-overkill";
    QTest::newRow("no prices") << QStringList{"--rule", "f1-max", "--cost-escape", "1"} << "only cost takes";
    QTest::newRow("three") << QStringList{"--rule", "f1-max", "--rule", "f1-max", "--rule", "f1-max"} << "3 rules";
    QTest::newRow("same side") << QStringList{"--rule", "max-escape:0.1", "--rule", "f1-max"} << "the same threshold";
    QTest::newRow("sides") << QStringList{"--rule", "max-escape:0.1", "--rule", "max-overkill:0.1", "--sets", "both"}
                           << "--sets";
}

void TestCliThreshold::wrongUsage()
{
    QFETCH(QStringList, more);
    QFETCH(QString, says);
    const Outcome outcome = threshold(more);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.sentence().startsWith("patina-cli threshold: ") && outcome.sentence().contains(says),
             qPrintable(outcome.err));
    QCOMPARE(outcome.out, QString());
}

void TestCliThreshold::unknownClassesAreNamed()
{
    const Outcome outcome = threshold({"--rule", "max-escape:0.1", "--class", "crack"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.sentence().contains("'crack' is no class") && outcome.sentence().contains("dent, scratch"),
             qPrintable(outcome.err));
}

QTEST_GUILESS_MAIN(TestCliThreshold)
#include "tst_cli_threshold.moc"
