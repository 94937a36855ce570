#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "tests/cli/cli_process.h"
#include "tests/core/dataset/sample_folder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

using namespace patina;
using namespace patina::test;

namespace {

const cv::Size partSize{256, 192};

QString mpirun()
{
    return QStandardPaths::findExecutable("mpirun");
}

/// Processes on this machine, whatever user runs the tests and however few cores there are.
void startOnRanks(QProcess &process, int ranks, const QStringList &arguments, const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PATINA_HOME", home);
    for (const char *allowed : {"OMPI_ALLOW_RUN_AS_ROOT", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"})
        environment.insert(allowed, "1");
    environment.insert("OMPI_MCA_rmaps_base_oversubscribe", "1");
    environment.insert("OMPI_MCA_btl_vader_single_copy_mechanism", "none"); // containers forbid it
    process.setProcessEnvironment(environment);
    process.start(mpirun(), QStringList{"-n", QString::number(ranks), PATINA_CLI} + arguments);
}

Outcome runOnRanks(int ranks, const QStringList &arguments, const QString &home)
{
    QProcess process;
    startOnRanks(process, ranks, arguments, home);
    return outcomeOf(process);
}

/// Children of a process; patina-cli starts itself anew, so names tell nothing.
QList<pid_t> ranksOf(const QProcess &launcher)
{
    QList<pid_t> found;
    for (const QString &name : QDir("/proc").entryList(QDir::Dirs)) {
        const QString line = QString::fromUtf8(bytesOf(("/proc/" + name + "/stat").toStdString()));
        if (line.section(") ", -1).section(' ', 1, 1).toLongLong() == launcher.processId())
            found << name.toInt();
    }
    return found;
}

} // namespace

/// `mpirun -n N patina-cli ...` as a shell sees it.
class TestCliRanks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void bankIsTheSameOnAnyNumberOfRanks();
    void oneShardForEachRankByDefault();
    void evaluationAndScoringAreShared();
    void aLostRankEndsTheRunAndItGoesOn();
    void whatOneRankCannotDoEndsAll();
    void otherVerbsAreNotShared();

private:
    QStringList training(const QString &model, const QStringList &more) const
    {
        return QStringList{"train", file("set"),   "--out", file(model), "--backbone",
                           "tiny",  "--bank-size", "400",   "--threads", "1"} +
               more;
    }
    QJsonObject json(const Outcome &outcome) const
    {
        return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out.toUtf8()).object() : QJsonObject();
    }
    QString file(const QString &name) const { return text(m_folder.path() / name.toStdString()); }
    QString home() const { return file("home"); }

    SampleFolder m_folder;
};

void TestCliRanks::initTestCase()
{
    if (mpirun().isEmpty())
        QSKIP("no mpirun (openmpi-bin) is installed");
    if (PATINA_HAS_MPI == 0)
        QSKIP("patina-cli is built without MPI");
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    for (int i = 0; i < 24; ++i)
        m_folder.image("set/train/good/" + std::to_string(10 + i) + ".png", i, partSize);
    for (int i = 0; i < 5; ++i) {
        m_folder.image("set/test/good/" + std::to_string(i) + ".png", 40 + i, partSize);
        m_folder.image("set/test/spot/" + std::to_string(i) + ".png", 50 + i, partSize);
    }
}

void TestCliRanks::bankIsTheSameOnAnyNumberOfRanks()
{
    const QStringList shards{"--shards", "5", "--json"};
    const QJsonObject byOne = json(runCli(training("one.patina", shards), {.home = home()}));
    QVERIFY(!byOne["bank.sha256"].toString().isEmpty());
    for (const int ranks : {1, 2, 4}) {
        const Outcome outcome = runOnRanks(ranks, training("many.patina", shards), home());
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const QJsonObject many = json(outcome); // of the first rank, and nothing else
        for (const char *name : {"bank.sha256", "coverage.radius", "coverage.mean", "images", "patches"})
            QVERIFY2(many[name] == byOne[name], name);
        QVERIFY(!QDir(file("many.patina.checkpoint")).exists());
        QVERIFY(QFile::remove(file("many.patina")));
    }
}

void TestCliRanks::oneShardForEachRankByDefault()
{
    const QJsonObject two = json(runOnRanks(2, training("m.patina", {"--json"}), home()));
    const QJsonObject expected = json(runCli(training("n.patina", {"--shards", "2", "--json"}), {.home = home()}));
    QVERIFY(!two["bank.sha256"].toString().isEmpty());
    QCOMPARE(two["bank.sha256"], expected["bank.sha256"]);
}

void TestCliRanks::evaluationAndScoringAreShared()
{
    const QStringList evaluate{"evaluate", file("one.patina"), file("set"), "--threads", "1", "--json", "--quiet"};
    QJsonObject byOne = json(runCli(evaluate, {.home = home()}));
    QVERIFY(byOne.contains("image.auroc"));
    QJsonObject byThree = json(runOnRanks(3, evaluate, home()));
    for (QJsonObject *figures : {&byOne, &byThree})
        figures->remove("memory.peakBytes");
    QCOMPARE(byThree, byOne);

    const auto score = [&](const QString &out) {
        return QStringList{"score", file("one.patina"), file("set/test"), "--out", file(out), "--threads", "1"};
    };
    QCOMPARE(runCli(score("by-one"), {.home = home()}).exitCode, 0);
    const Outcome shared = runOnRanks(3, score("by-three"), home());
    QVERIFY2(shared.exitCode == 0, qPrintable(shared.err));
    const QByteArray expected = bytesOf(m_folder.path() / "by-one/scores.csv");
    QVERIFY(expected.count('\n') == 11);
    QCOMPARE(bytesOf(m_folder.path() / "by-three/scores.csv"), expected);
    for (const char *map : {"good/0.png.tiff", "spot/4.png.tiff"})
        QCOMPARE(bytesOf(m_folder.path() / "by-three" / map), bytesOf(m_folder.path() / "by-one" / map));
}

void TestCliRanks::aLostRankEndsTheRunAndItGoesOn()
{
    for (int i = 0; i < 24; ++i)
        m_folder.image("large/" + std::to_string(10 + i) + ".png", i, {1024, 768});
    const auto call = [&](const QString &model) {
        return QStringList{"train", file("large"), "--out", file(model), "--backbone", "tiny",  "--bank-size",
                           "400",   "--threads",   "1",     "--shards",  "4",          "--json"};
    };
    QProcess process;
    startOnRanks(process, 2, call("lost.patina"), home());
    const QDir checkpoints(file("lost.patina.checkpoint"));
    QElapsedTimer patience;
    patience.start();
    while (checkpoints.entryList({"shard-*"}).isEmpty() && patience.elapsed() < patienceMs &&
           process.state() != QProcess::NotRunning)
        QTest::qWait(1);
    const QList<pid_t> ranks = ranksOf(process);
    QVERIFY2(ranks.size() == 2, "the run was over before a rank could be lost");
    ::kill(ranks.last(), SIGKILL);
    const Outcome lost = outcomeOf(process);
    QVERIFY(lost.exitCode != 0);
    QVERIFY2(lost.err.contains("exited on signal 9"), qPrintable(lost.err));
    QVERIFY(!QFile::exists(file("lost.patina")));
    const Outcome resumed = runOnRanks(2, call("lost.patina") + QStringList{"--resume"}, home());
    QVERIFY2(resumed.exitCode == 0, qPrintable(resumed.err));
    const QJsonObject expected = json(runCli(call("whole.patina"), {.home = home()}));
    QVERIFY(!expected["bank.sha256"].toString().isEmpty());
    QCOMPARE(json(resumed)["bank.sha256"], expected["bank.sha256"]);
}

void TestCliRanks::whatOneRankCannotDoEndsAll()
{
    m_folder.image("strict/aa.png", 1, partSize);
    m_folder.image("strict/bb.png", 2, partSize);
    QFile damaged(file("strict/cc.png"));
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(bytesOf(m_folder.path() / "strict/aa.png").left(900)));
    damaged.close();
    const Outcome outcome = runOnRanks(3,
                                       {"train", file("strict"), "--out", file("strict.patina"), "--backbone", "tiny",
                                        "--strict", "--holdout", "0", "--threads", "1"},
                                       home());
    QVERIFY(outcome.exitCode != 0);
    QVERIFY2(outcome.err.contains("cc.png"), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count("patina-cli train: "), 1);
    QVERIFY(!QFile::exists(file("strict.patina")));
}

void TestCliRanks::otherVerbsAreNotShared()
{
    const Outcome outcome = runOnRanks(2, {"dataset", "info", file("set")}, home());
    QVERIFY(outcome.exitCode != 0);
    QVERIFY2(outcome.err.contains("2 processes cannot share this work"), qPrintable(outcome.err));
}

QTEST_GUILESS_MAIN(TestCliRanks)
#include "tst_cli_ranks.moc"
