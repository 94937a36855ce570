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

/// Banks that are joined, and calibrated anew.
class TestCliMeld : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void meldJoinsModelsInAnyOrder();
    void meldRefuses_data();
    void meldRefuses();
    void meldedModelsSayThatTheyAreUncalibrated();
    void calibrateInPlaceAndBeside();
    void calibrateLeavesOutWhatTheBankHasSeen();
    void calibrateRefuses_data();
    void calibrateRefuses();
    void fullDiskLeavesTheModelAsItWas();

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

void TestCliMeld::initTestCase()
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

void TestCliMeld::meldJoinsModelsInAnyOrder()
{
    const QJsonObject one = figures({"meld", file("a.patina"), file("b.patina"), "--out", file("ab.patina")});
    const QJsonObject other = figures({"meld", file("b.patina"), file("a.patina"), "--out", file("ba.patina")});
    QCOMPARE(one["bank.rows"].toInt(), 100); // the larger one
    QVERIFY(!one["bank.sha256"].toString().isEmpty());
    QCOMPARE(one["bank.sha256"], other["bank.sha256"]);
    QCOMPARE(one["calibrated"].toBool(true), false);
    QCOMPARE(one["rows.clean"].toInt() + one["rows.stained"].toInt(), 100);
    QCOMPARE(one["strategy"].toString(), QString("meld"));
    const QJsonObject sized =
        figures({"meld", file("a.patina"), file("b.patina"), "--out", file("ab.patina"), "--bank-size", "130"});
    QCOMPARE(sized["bank.rows"].toInt(), 130);
    QVERIFY(run({"model", "verify", file("ab.patina")}).exitCode == 0);
}

void TestCliMeld::meldRefuses_data()
{
    QTest::addColumn<QStringList>("models");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    QTest::newRow("one model") << QStringList{"a.patina"} << 2 << "MODEL";
    QTest::newRow("missing") << QStringList{"a.patina", "none.patina"} << 1 << "none.patina";
    QTest::newRow("scale") << QStringList{"a.patina", "half.patina"} << 1
                           << "cannot be melded: scale 1 there, 0.5 here";
    QTest::newRow("projection") << QStringList{"a.patina", "projected.patina"} << 1
                                << "cannot be melded: projection none there";
}

void TestCliMeld::meldRefuses()
{
    QFETCH(QStringList, models);
    QFETCH(const int, exitCode);
    QFETCH(const QString, says);
    for (QString &model : models)
        model = file(model);
    verifyRefused(QStringList{"meld"} + models + QStringList{"--out", file("x.patina")}, exitCode, says);
    QVERIFY(!QFile::exists(file("x.patina")));
    verifyRefused(
        QStringList{"meld", file("a.patina"), file("b.patina"), "--out", file("x.patina"), "--bank-size", "0"}, 2,
        "--bank-size");
    // Nothing of somebody's own is replaced.
    const QByteArray before = bytesOf(m_folder.path() / "a.patina");
    verifyRefused({"meld", file("a.patina"), file("b.patina"), "--out", file("a.patina")}, 1, "that this run reads");
    QVERIFY(bytesOf(m_folder.path() / "a.patina") == before);
    QFile notes(file("notes.txt"));
    QVERIFY(notes.open(QIODevice::WriteOnly) && notes.write("precious") == 8);
    notes.close();
    verifyRefused({"meld", file("a.patina"), file("b.patina"), "--out", file("notes.txt")}, 1, "is no Patina model");
    QCOMPARE(bytesOf(m_folder.path() / "notes.txt"), QByteArray("precious"));
}

void TestCliMeld::meldedModelsSayThatTheyAreUncalibrated()
{
    const Outcome melded = run({"meld", file("a.patina"), file("b.patina"), "--out", file("raw.patina")});
    QVERIFY2(melded.exitCode == 0, qPrintable(melded.err));
    const QString wayOut = "patina-cli model calibrate ";
    QVERIFY2(melded.out.contains("uncalibrated") && melded.out.contains(wayOut), qPrintable(melded.out));
    const Outcome scored = run({"score", file("raw.patina"), file("fresh"), "--out", file("scores")});
    QCOMPARE(scored.exitCode, 0);
    QVERIFY2(scored.err.contains("the model is uncalibrated") && scored.err.contains(wayOut + file("raw.patina")),
             qPrintable(scored.err));
    m_folder.image("judged/train/good/0.png", 1, partSize);
    m_folder.image("judged/test/good/0.png", 2, partSize);
    m_folder.image("judged/test/scratch/0.png", 3, partSize);
    m_folder.mask("judged/ground_truth/scratch/0_mask.png", 255, partSize);
    const Outcome evaluated = run({"evaluate", file("raw.patina"), file("judged")});
    QCOMPARE(evaluated.exitCode, 0);
    QVERIFY2(evaluated.err.contains("the model is uncalibrated") && evaluated.err.contains(wayOut),
             qPrintable(evaluated.err));
}

void TestCliMeld::calibrateInPlaceAndBeside()
{
    QVERIFY(run({"meld", file("a.patina"), file("b.patina"), "--out", file("m.patina")}).exitCode == 0);
    const QByteArray before = bytesOf(m_folder.path() / "m.patina");
    const QJsonObject beside =
        figures({"model", "calibrate", file("m.patina"), file("fresh"), "--out", file("m2.patina")});
    QCOMPARE(beside["calibrated"].toBool(), true);
    QCOMPARE(beside["calibration.images"].toInt(), 12);
    QVERIFY(beside["threshold.reject"].toDouble() >= beside["threshold.review"].toDouble());
    QCOMPARE(bytesOf(m_folder.path() / "m.patina"), before);
    const Outcome inPlace = run({"model", "calibrate", file("m.patina"), file("fresh")});
    QVERIFY2(inPlace.exitCode == 0, qPrintable(inPlace.err));
    QVERIFY2(inPlace.out.contains("score scale from 12 good images"), qPrintable(inPlace.out));
    QCOMPARE(bytesOf(m_folder.path() / "m.patina"), bytesOf(m_folder.path() / "m2.patina"));
    const QJsonObject info = figures({"model", "info", file("m.patina")});
    QCOMPARE(info["hash"], beside["hash"]);
    QCOMPARE(info["calibrated"].toBool(), true);
    QVERIFY(!run({"score", file("m.patina"), file("fresh"), "--out", file("scores")}).err.contains("uncalibrated"));
}

void TestCliMeld::calibrateLeavesOutWhatTheBankHasSeen()
{
    const Outcome outcome = run({"model", "calibrate", file("a.patina"), file("clean"), "--out", file("left.patina")});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("left out 6 good images that the bank was trained on"), qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains("score scale from 2 good images"), qPrintable(outcome.out));
}

void TestCliMeld::calibrateRefuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    QTest::newRow("no folder") << QStringList{"a.patina"} << 2 << "DIR";
    QTest::newRow("missing folder") << QStringList{"a.patina", "none"} << 1 << "none does not exist";
    QTest::newRow("missing model") << QStringList{"none.patina", "fresh"} << 1 << "none.patina";
    QTest::newRow("all seen") << QStringList{"all.patina", "clean"} << 1 << "no good images that the bank has not been";
    QTest::newRow("bit depth") << QStringList{"a.patina", "deep"} << 1 << "8 of them not scored";
}

void TestCliMeld::calibrateRefuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(const int, exitCode);
    QFETCH(const QString, says);
    for (QString &argument : arguments)
        argument = file(argument);
    const QByteArray before = bytesOf(m_folder.path() / "a.patina");
    verifyRefused(QStringList{"model", "calibrate"} + arguments, exitCode, says);
    QCOMPARE(bytesOf(m_folder.path() / "a.patina"), before);
}

void TestCliMeld::fullDiskLeavesTheModelAsItWas()
{
    const QByteArray before = bytesOf(m_folder.path() / "b.patina");
    QCOMPARE(run({"model", "calibrate", file("b.patina"), file("fresh")}, 4096).exitCode, 1);
    QCOMPARE(bytesOf(m_folder.path() / "b.patina"), before);
}

QTEST_GUILESS_MAIN(TestCliMeld)
#include "tst_cli_meld.moc"
