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

/// Banks that start from others.
class TestCliTransfer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyStrategyIsOffered();
    void trainStartsFromAModel_data();
    void trainStartsFromAModel();
    void infoTellsWhereRowsComeFrom();
    void keepIsCheckedBeforeAnythingElse_data();
    void keepIsCheckedBeforeAnythingElse();
    void startsThatCannotBeAreRefused_data();
    void startsThatCannotBeAreRefused();
    void whatTheInitialBankHasSeenMakesNoScale();
    void interruptedTransferGoesOn();

private:
    Outcome run(const QStringList &arguments, rlim_t largestFile = RLIM_INFINITY) const
    {
        return runCli(arguments, {.home = file("home"), .largestFile = largestFile});
    }
    QString file(const QString &name) const { return text(m_folder.path() / name.toStdString()); }
    QStringList training(const QString &data, const QString &name, const QStringList &more = {}) const
    {
        return QStringList{"train", file(data), "--out", file(name), "--backbone", "tiny"} + more;
    }
    void make(const QString &data, const QString &name, const QStringList &more = {}) const
    {
        const Outcome trained = run(training(data, name, more));
        QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
    }
    QJsonObject figures(const QStringList &arguments) const
    {
        const Outcome outcome = run(arguments + QStringList{"--json"});
        return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out.toUtf8()).object() : QJsonObject();
    }
    void verifyRefused(const QStringList &arguments, int exitCode, const QString &says) const
    {
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.sentence().contains(says), qPrintable(outcome.err));
        QCOMPARE(outcome.out, QString());
    }

    SampleFolder m_folder; ///< data sets clean, stained and fresh, models a and b of the first two
};

void TestCliTransfer::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    for (int i = 0; i < 8; ++i) {
        m_folder.image("clean/" + std::to_string(i) + ".png", i, partSize);
        m_folder.image("stained/" + std::to_string(i) + ".png", 20 + i, partSize);
        m_folder.image("deep/" + std::to_string(i) + ".png", i, partSize, CV_16UC3);
    }
    for (int i = 0; i < 12; ++i)
        m_folder.image("fresh/" + std::to_string(i) + ".png", 40 + i, partSize);
    make("clean", "a.patina", {"--bank-size", "100"});
    make("stained", "b.patina", {"--bank-size", "80"});
    make("clean", "half.patina", {"--bank-size", "100", "--scale", "0.5"});
    make("clean", "all.patina", {"--bank-size", "60", "--holdout", "0"});
    make("clean", "projected.patina", {"--bank-size", "100", "--projection", "6"});
}

void TestCliTransfer::everyStrategyIsOffered()
{
    for (const char *strategy : {"reservoir", "gated", "meld-reduce", "tree", "union", "offline", "random"})
        QCOMPARE(
            figures(training("clean", "s.patina", {"--strategy", strategy, "--bank-size", "60"}))["bank.rows"].toInt(),
            60);
    verifyRefused(training("clean", "s.patina", {"--strategy", "forest"}), 2, "--strategy");
}

void TestCliTransfer::trainStartsFromAModel_data()
{
    QTest::addColumn<QStringList>("keep");
    QTest::addColumn<int>("old");
    QTest::newRow("append") << QStringList{"--keep", "append"} << 100;
    QTest::newRow("quota") << QStringList{"--keep", "quota:20"} << 30;
    QTest::newRow("reduce") << QStringList{"--keep", "reduce"} << -1;
    QTest::newRow("default") << QStringList{} << -1;
}

void TestCliTransfer::trainStartsFromAModel()
{
    QFETCH(const QStringList, keep);
    QFETCH(const int, old);
    const QJsonObject trained =
        figures(training("stained", "t.patina", QStringList{"--bank-size", "150", "--init", file("a.patina")} + keep));
    QCOMPARE(trained["bank.rows"].toInt(), 150);
    QCOMPARE(trained["images"].toInt(), 6); // of this run
    const QJsonObject info = figures({"model", "info", file("t.patina")});
    QCOMPARE(info["initial.hash"], figures({"model", "info", file("a.patina")})["hash"]);
    QCOMPARE(info["initial.keep"].toString(), keep.isEmpty() ? "reduce" : keep.last());
    QCOMPARE(info["rows.training"].toInt(), 150);
    QCOMPARE(info["rows.clean"].toInt() + info["rows.stained"].toInt(), 150);
    QVERIFY(info["rows.stained"].toInt() > 0);
    if (old >= 0)
        QCOMPARE(info["rows.clean"].toInt(), old);
}

void TestCliTransfer::infoTellsWhereRowsComeFrom()
{
    const QStringList train = training("clean", "again.patina", {"--bank-size", "150", "--init", file("a.patina")});
    const Outcome trained = run(train);
    QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
    QVERIFY2(trained.err.contains("have the names of images that the initial bank was trained on"),
             qPrintable(trained.err));
    QVERIFY2(trained.out.contains("\nfrom clean#2: ") && trained.out.contains(" rows, 6 images, training\n"),
             qPrintable(trained.out));
    const QString info = run({"model", "info", file("again.patina")}).out;
    for (const char *part : {"from clean  ", "from clean#2", "6 images, initial", "6 images, training", "began with"})
        QVERIFY2(info.contains(part), qPrintable(info));
    const QJsonObject json = figures({"model", "info", file("again.patina")});
    QCOMPARE(json["rows.clean"].toInt() + json["rows.clean#2"].toInt(), json["rows.training"].toInt());
    const QJsonObject plain = figures({"model", "info", file("a.patina")});
    QCOMPARE(plain["rows.clean"].toInt(), 100);
    QVERIFY(plain["initial.hash"].isNull() && plain["why"].toObject().contains("initial.hash"));
}

void TestCliTransfer::keepIsCheckedBeforeAnythingElse_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("keep alone") << QStringList{"--keep", "append"};
    for (const char *keep : {"everything", "quota", "quota:0", "quota:100", "quota:x"})
        QTest::newRow(keep) << QStringList{"--init", "a.patina", "--keep", keep};
}

void TestCliTransfer::keepIsCheckedBeforeAnythingElse()
{
    QFETCH(const QStringList, options);
    verifyRefused(training("stained", "x.patina", options), 2, "--keep");
}

void TestCliTransfer::startsThatCannotBeAreRefused_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << "stained" << QStringList{"--init", "none.patina"} << "none.patina";
    QTest::newRow("full") << "stained" << QStringList{"--init", "a.patina", "--keep", "append", "--bank-size", "100"}
                          << "has 100 rows, a bank of 100 has no room";
    QTest::newRow("scale") << "stained" << QStringList{"--init", "half.patina"}
                           << "its scale is 0.5, that of this run 1; give --scale 0.5";
    QTest::newRow("projection") << "stained" << QStringList{"--init", "a.patina", "--projection", "6"}
                                << "its projection is 0, that of this run 6";
    QTest::newRow("bit depth") << "deep" << QStringList{"--init", "a.patina"}
                               << "its bit depth is 8, that of this run 16";
}

void TestCliTransfer::startsThatCannotBeAreRefused()
{
    QFETCH(const QString, data);
    QFETCH(QStringList, options);
    QFETCH(const QString, says);
    options[1] = file(options[1]);
    verifyRefused(training(data, "x.patina", options), 1, says);
    QVERIFY(!QFile::exists(file("x.patina")));
}

void TestCliTransfer::whatTheInitialBankHasSeenMakesNoScale()
{
    const QStringList command =
        training("clean", "seen.patina", {"--bank-size", "70", "--init", file("all.patina"), "--keep", "append"});
    const Outcome outcome = run(command);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.err.contains("2 held-out images are not used for the score scale: they have the names"),
             qPrintable(outcome.err));
    QCOMPARE(figures(command)["calibrated"].toBool(true), false);
}

void TestCliTransfer::interruptedTransferGoesOn()
{
    for (int i = 0; i < 200; ++i)
        m_folder.image("many/" + std::to_string(i) + ".png", 300 + i, partSize);
    const QStringList from{"--bank-size", "150", "--init", file("a.patina"), "--keep", "append"};
    const QString expected = figures(training("many", "whole.patina", from))["bank.sha256"].toString();
    QVERIFY(!expected.isEmpty());
    QProcess process;
    startCli(process, training("many", "part.patina", from), {.home = file("home")});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("part.patina.checkpoint/patina-run/checkpoint.safetensors")),
                             patienceMs);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QCOMPARE(outcomeOf(process).exitCode, 130);
    QStringList other = from;
    other.last() = "quota:30";
    verifyRefused(training("many", "part.patina", other + QStringList{"--resume"}), 1,
                  "keep append there, quota:30 here");
    other = from;
    other[3] = file("b.patina");
    verifyRefused(training("many", "part.patina", other + QStringList{"--resume"}), 1, "initial model ");
    QCOMPARE(figures(training("many", "part.patina", from + QStringList{"--resume"}))["bank.sha256"].toString(),
             expected);
}

QTEST_GUILESS_MAIN(TestCliTransfer)
#include "tst_cli_transfer.moc"
