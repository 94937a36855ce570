#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "tests/cli/cli_process.h"
#include "tests/core/dataset/sample_folder.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace patina;
using namespace patina::test;

namespace {

const cv::Size partSize{256, 192};

} // namespace

/// What `train` promises beyond a bank: a size of memory, rows that other images bear out, regions kept out.
class TestCliTraining : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void memoryIsKeptOrRefused();
    void suspectsAreListedAndCanBeExcluded();
    void exclusionsOfWhatIsNotThere();
    void supportThatIsNone();
    void benchmarkOfTrainingNamesItsBaseline();

private:
    Outcome train(const QStringList &more) const
    {
        const QStringList call{"train", file("parts"), "--out", file("m.patina"), "--backbone", "tiny"};
        return runCli(call + more, {.home = file("home")});
    }
    QJsonObject figures(const QStringList &more) const
    {
        const Outcome outcome = train(more + QStringList{"--json"});
        return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out.toUtf8()).object() : QJsonObject();
    }
    void verifyRefused(const Outcome &outcome, const QStringList &parts) const
    {
        QCOMPARE(outcome.exitCode, 1);
        for (const QString &part : parts)
            QVERIFY2(outcome.sentence().contains(part), qPrintable(outcome.sentence()));
        QVERIFY(!QFile::exists(file("m.patina")));
    }
    QString file(const QString &name) const { return text(m_folder.path() / name.toStdString()); }

    SampleFolder m_folder; ///< three parts, eight times each, one of them with a blotch
};

void TestCliTraining::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    for (int i = 0; i < 24; ++i) {
        const std::string name = "parts/" + std::to_string(10 + i) + ".png";
        m_folder.image(name, i % 3, partSize);
        if (i != 7)
            continue;
        cv::Mat part = cv::imread((m_folder.path() / name).string());
        cv::circle(part, {80, 40}, 6, cv::Scalar(20, 20, 255), cv::FILLED);
        QVERIFY(cv::imwrite((m_folder.path() / name).string(), part));
    }
    m_folder.image("large/0.png", 0, {3000, 2000});
}

void TestCliTraining::memoryIsKeptOrRefused()
{
    const QStringList large{"train", file("large"), "--out", file("m.patina"), "--backbone", "tiny"};
    verifyRefused(runCli(large + QStringList{"--memory", "64MiB"}, {.home = file("home")}),
                  {"64 MiB are not enough", "give --memory "});
    const QJsonObject kept = figures({"--memory", "4GiB", "--bank-size", "200"});
    QCOMPARE(kept["memory.budgetBytes"].toDouble(), 4.0 * 1024 * 1024 * 1024);
    QVERIFY(kept["memory.peakBytes"].toDouble() > 0.0);
    QVERIFY(kept["memory.peakBytes"].toDouble() < kept["memory.budgetBytes"].toDouble());
    QVERIFY(QFile::remove(file("m.patina")));
}

void TestCliTraining::suspectsAreListedAndCanBeExcluded()
{
    const QStringList bank{"--bank-size", "2000", "--holdout", "0", "--min-support", "auto"};
    const QJsonObject counted = figures(bank);
    QCOMPARE(counted["support.rule"].toString(), QString("auto"));
    QVERIFY(counted["support.dropped"].toInt() > 0);
    QCOMPARE(counted["suspects"].toString(), file("m.patina.suspects"));
    QVERIFY(bytesOf(file("m.patina.suspects").toStdString() + "/suspects.csv").contains("\n17.png,"));
    QVERIFY(QFile::exists(file("m.patina.suspects/01.png")));
    const Outcome told = train(bank);
    QVERIFY2(told.out.contains("17.png"), qPrintable(told.out));
    // The list that this run would replace cannot be given back from there.
    QCOMPARE(train(bank + QStringList{"--exclude", file("m.patina.suspects/suspects.csv")}).exitCode, 1);
    // Nor does a list go among files of somebody's own.
    QVERIFY(QDir().mkpath(file("own")));
    QVERIFY(QFile::copy(file("parts/10.png"), file("own/01.png")));
    QCOMPARE(train(bank + QStringList{"--suspects", file("own")}).exitCode, 1);
    QVERIFY(bytesOf(file("own/01.png").toStdString()) == bytesOf(file("parts/10.png").toStdString()));
    // A list that somebody may have edited is not lost to the next run.
    QVERIFY(QFile::exists(file("m.patina.suspects/suspects.before.csv")));
    const QByteArray edited = "image,x,y,width,height\n17.png,0,0,9,9\n";
    QFile list(file("m.patina.suspects/suspects.before.csv"));
    QVERIFY(list.open(QIODevice::WriteOnly) && list.write(edited) == edited.size());
    list.close();
    QVERIFY(train(bank).exitCode == 0);
    QVERIFY(bytesOf(list.fileName().toStdString()) == edited);
    QVERIFY(QFile::exists(file("m.patina.suspects/suspects.before-2.csv")));
    // A second look excludes them: nothing stands alone any more.
    const QJsonObject excluded =
        figures(bank + QStringList{"--exclude", file("m.patina.suspects/suspects.csv"), "--suspects", file("again")});
    QCOMPARE(excluded["support.dropped"].toInt(-1), 0);
    QVERIFY(excluded["suspects"].isNull());
    QVERIFY(!QFile::exists(file("again")));
    QVERIFY(QFile::remove(file("m.patina")));
}

void TestCliTraining::exclusionsOfWhatIsNotThere()
{
    QFile list(file("exclude.csv"));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("image\nnowhere.png\n");
    list.close();
    verifyRefused(train({"--exclude", file("exclude.csv")}), {"exclude.csv", "line 2", "nowhere.png"});
    verifyRefused(train({"--exclude", file("missing.csv")}), {"missing.csv"});
    QCOMPARE(train({"--exclude-labels", "stains"}).exitCode, 2);
}

void TestCliTraining::supportThatIsNone()
{
    QCOMPARE(train({"--min-support", "some"}).exitCode, 2);
    const QJsonObject off = figures({"--min-support", "0", "--bank-size", "200"});
    QVERIFY(off.contains("support.rule") && off["support.rule"].isNull());
    QVERIFY(QFile::remove(file("m.patina")));
}

void TestCliTraining::benchmarkOfTrainingNamesItsBaseline()
{
    const Outcome outcome = runCli({"bench", "train", "--data", file("parts"), "--backbone", "tiny", "--bank-size",
                                    "200", "--max-images", "6", "--json"},
                                   {.home = file("home")});
    QCOMPARE(outcome.exitCode, 0);
    const QJsonObject result = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(result["name"].toString(), QString("train"));
    QCOMPARE(result["baseline"].toString(), QString("offline training"));
    QVERIFY(result["identical"].isNull());
    QCOMPARE(result["ratio"].toDouble(), result["baselineSeconds"].toDouble() / result["seconds"].toDouble());
    QCOMPARE(result["rows"].toInt(), 6 * 32 * 24);
    QCOMPARE(result["picks"].toInt(), 200);
    QVERIFY(result["peakBytes"].toDouble() <= result["baselinePeakBytes"].toDouble());
    // The offline bank is the yardstick of covering.
    QVERIFY(result["radius"].toDouble() > 0.0 && result["baseline.radius"].toDouble() > 0.0);
}

QTEST_GUILESS_MAIN(TestCliTraining)
#include "tst_cli_training.moc"
