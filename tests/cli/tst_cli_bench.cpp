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

/// Benchmarks run their baseline in the same call and say what it is; and where features are computed.
class TestCliBench : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void benchmarksNameTheirBaseline();
    void featuresAreThoseOfLibTorch();
    void scoringIsExact();
    void devicesThatAreNotThereAreRefused();

private:
    Outcome run(const QStringList &arguments) const { return runCli(arguments, {.home = file("home")}); }
    QString file(const char *name) const { return text(m_folder.path() / name); }
    QJsonObject figures(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(run(arguments + QStringList{"--json"}).out.toUtf8()).object();
    }

    SampleFolder m_folder;
    SampleFolder m_data;
};

void TestCliBench::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    for (int i = 0; i < 8; ++i)
        m_data.image("train/good/" + std::to_string(i) + ".png", i, partSize);
    for (int i = 0; i < 2; ++i)
        m_data.image("test/good/" + std::to_string(i) + ".png", 20 + i, partSize);
    const Outcome trained =
        run({"train", text(m_data.path()), "--out", file("model.patina"), "--backbone", "tiny", "--bank-size", "200"});
    QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
}

void TestCliBench::benchmarksNameTheirBaseline()
{
    for (const QStringList &data : {QStringList{"--rows", "3000", "--projection", "16"},
                                    QStringList{"--data", text(m_data.path()), "--backbone", "tiny"}}) {
        const QJsonObject result = figures(QStringList{"bench", "coreset", "--share", "0.05"} + data);
        QCOMPARE(result["name"].toString(), QString("coreset"));
        QCOMPARE(result["baseline"].toString(), QString("plain farthest-first"));
        QCOMPARE(result["identical"].toBool(), true);
        QVERIFY(result["seconds"].toDouble() > 0.0 && result["baselineSeconds"].toDouble() > 0.0);
        QCOMPARE(result["ratio"].toDouble(), result["baselineSeconds"].toDouble() / result["seconds"].toDouble());
        QCOMPARE(result["picks"].toInt(), qRound(0.05 * result["rows"].toInt()));
        QVERIFY(result["peakBytes"].toDouble() > 1e6);
    }
    const QJsonObject search = figures({"bench", "search", file("model.patina"), text(m_data.path())});
    QCOMPARE(search["baseline"].toString(), QString("FAISS IndexFlatL2"));
    QCOMPARE(search["identical"].toBool(), true);
    QCOMPARE(search["rows"].toInt(), 200);
    QVERIFY(search["picks"].toInt() > 0 && search["radius"].toDouble() > 0.0);
    QCOMPARE(search["ratio"].toDouble(), search["baselineSeconds"].toDouble() / search["seconds"].toDouble());
}

void TestCliBench::featuresAreThoseOfLibTorch()
{
    const QJsonObject made =
        figures({"bench", "features", "--backbone", "tiny", "--size", "300x170", "--rounds", "2", "--threads", "2"});
    QCOMPARE(made["name"].toString(), QString("features"));
    QCOMPARE(made["baseline"].toString(), QString("LibTorch, whole image"));
    QCOMPARE(made["width"].toInt(), 300);
    QCOMPARE(made["ratio"].toDouble(), made["baselineSeconds"].toDouble() / made["seconds"].toDouble());
    QVERIFY(made["untiled.largestDifference"].toDouble() < 1e-5);
    QVERIFY(made["tiled.largestDifference"].toDouble() < 1e-5);
    QVERIFY(made["features.msPerMegapixel"].toDouble() > 0.0);
    const QJsonObject file =
        figures({"bench", "features", text(m_data.path() / "test/good/0.png"), "--backbone", "tiny", "--rounds", "1"});
    QCOMPARE(file["height"].toInt(), partSize.height);
    const Outcome wrong = run({"bench", "features", "--backbone", "tiny", "--size", "300"});
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY2(wrong.err.contains("'300' is not WIDTHxHEIGHT"), qPrintable(wrong.err));
}

void TestCliBench::scoringIsExact()
{
    const QJsonObject score = figures({"bench", "score", file("model.patina"), text(m_data.path() / "test")});
    QCOMPARE(score["images"].toInt(), 2);
    QCOMPARE(score["identical"].toBool(), true);
    QCOMPARE(score["baseline"].toString(), QString("LibTorch, whole image; FAISS IndexFlatL2"));
    QCOMPARE(score["ratio"].toDouble(), score["baselineSeconds"].toDouble() / score["seconds"].toDouble());
    QCOMPARE(score["patches"].toInt(), 2 * 12 * 8);
    QVERIFY(score["largestDifference"].toDouble() < 1e-3);
    const double sum = score["stages.decodeS"].toDouble() + score["stages.featuresS"].toDouble() +
                       score["stages.searchS"].toDouble() + score["stages.mapS"].toDouble();
    QVERIFY(std::abs(score["stages.totalS"].toDouble() - sum) < 1e-9);
}

void TestCliBench::devicesThatAreNotThereAreRefused()
{
    const QStringList score{"score", file("model.patina"), text(m_data.path() / "test"), "--out", file("scores")};
    const Outcome missing = run(score + QStringList{"--device", "cuda:9"});
    QCOMPARE(missing.exitCode, 1);
    QVERIFY2(missing.err.contains("device cuda:9: "), qPrintable(missing.err));
    const Outcome unknown = run(score + QStringList{"--device", "gpu"});
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY2(unknown.err.contains("'gpu' is none of cpu, cuda, cuda:N, auto"), qPrintable(unknown.err));
    QVERIFY(!std::filesystem::exists(m_folder.path() / "scores" / "scores.csv"));
    const Outcome processor = run(score + QStringList{"--device", "auto"});
    QVERIFY2(processor.exitCode == 0, qPrintable(processor.err));
}

QTEST_GUILESS_MAIN(TestCliBench)
#include "tst_cli_bench.moc"
