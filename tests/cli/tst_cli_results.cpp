#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
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

} // namespace

/// What train, score and evaluate leave behind: in their files, on standard output, after an interruption.
class TestCliResults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void uncalibratedModelGivesNoVerdicts();
    void uncalibratedModelGivesNoThresholds();
    void countsAreWholeNumbers();
    void moreThresholdsCountAsEvaluated();
    void ownMapsAreNotScored();
    void mapsAmongTheImagesAreRefused();
    void brokenLinksAreSaid();
    void staleScoresAreGone();
    void staleFiguresAreGone();
    void imagesThatCannotBeJudgedStandInTheTable();
    void intervalsOverGroups();
    void segF1NeedsValidationImages();
    void filesOfOthersAreNotRemoved();
    void mixedDepthsFollowTheMajority();
    void interruptedTrainingGoesOn();
    void interruptedScoringKeepsItsTable();

private:
    Outcome run(const QStringList &arguments, rlim_t largestFile = RLIM_INFINITY) const
    {
        return runCli(arguments, {.home = file("home"), .largestFile = largestFile});
    }
    QString file(const char *name) const { return text(m_folder.path() / name); }
    QString test() const { return text(m_data.path() / "test"); }
    void train(const char *name, const QStringList &more) const
    {
        const Outcome trained = run(
            QStringList{"train", text(m_data.path()), "--out", file(name), "--backbone", "tiny", "--bank-size", "200"} +
            more);
        QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
    }
    QJsonObject figures(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(run(arguments + QStringList{"--json"}).out.toUtf8()).object();
    }
    QList<QByteArray> scoreLines(const std::filesystem::path &folder) const
    {
        return bytesOf(folder / "scores.csv").trimmed().split('\n').mid(1);
    }

    SampleFolder m_folder;
    SampleFolder m_data; ///< 8 good training images, 2 good test images, one with a scratch
};

void TestCliResults::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    for (int i = 0; i < 8; ++i)
        m_data.image("train/good/" + std::to_string(i) + ".png", i, partSize);
    for (int i = 0; i < 2; ++i)
        m_data.image("test/good/" + std::to_string(i) + ".png", 20 + i, partSize);
    m_data.image("test/scratch/0.png", 30, partSize);
    m_data.mask("ground_truth/scratch/0_mask.png", 255, partSize);
    train("model.patina", {});
    train("raw.patina", {"--holdout", "0"});
}

void TestCliResults::uncalibratedModelGivesNoVerdicts()
{
    const Outcome outcome = run({"score", file("raw.patina"), test(), "--out", file("raw")});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains("3 images, no verdicts: the model is uncalibrated"), qPrintable(outcome.out));
    const auto lines = scoreLines(m_folder.path() / "raw");
    QCOMPARE(lines.size(), 3);
    for (const QByteArray &line : lines) {
        const auto fields = line.split(',');
        QCOMPARE(fields.size(), 5);
        QVERIFY(fields[1].toDouble() > 0.0);
        QVERIFY(fields[2].isEmpty() && fields[3].isEmpty() && !fields[4].isEmpty());
    }
    const QJsonObject json = figures({"score", file("raw.patina"), test(), "--out", file("raw")});
    QCOMPARE(json["images"].toInt(), 3);
    for (const char *name : {"ok", "review", "ng"}) {
        QVERIFY(json[name].isNull());
        QCOMPARE(json["why"].toObject()[name].toString(), QString("the model is uncalibrated"));
    }
}

void TestCliResults::uncalibratedModelGivesNoThresholds()
{
    const QStringList evaluate{"evaluate", file("raw.patina"), text(m_data.path())};
    for (const QStringList &more : {QStringList{}, QStringList{"--halves"}, QStringList{"--review", "3"}}) {
        const QJsonObject json = figures(evaluate + more);
        QVERIFY(json["image.auroc"].isDouble());
        int empty = 0;
        for (const QString &name : json.keys()) {
            if (!name.contains("threshold.") && !name.contains("at.re"))
                continue;
            ++empty;
            QVERIFY2(json[name].isNull(), qPrintable(name));
            QCOMPARE(json["why"].toObject()[name].toString(), QString("the model is uncalibrated"));
        }
        QVERIFY(empty > 10);
    }
    QVERIFY(run(evaluate).out.contains("no thresholds: the model is uncalibrated"));
    const QJsonObject given = figures(evaluate + QStringList{"--review", "3", "--reject", "4"});
    QCOMPARE(given["threshold.review"].toDouble(), 3.0);
    QVERIFY(given["at.reject.good.overkill"].isDouble());
    QVERIFY(figures({"model", "info", file("raw.patina")})["threshold.review"].isNull());
}

void TestCliResults::countsAreWholeNumbers()
{
    const QString out = run({"evaluate", file("model.patina"), text(m_data.path()), "--json"}).out;
    for (const char *line : {"\"at.review.defects.scratch.total\": 1,", "\"at.review.good.images\": 2,",
                             "\"images.good\": 2,", "\"images.anomalous\": 1,"})
        QVERIFY2(out.contains(line), qPrintable(out));
    QVERIFY(!QRegularExpression("\\.(found|total|flagged|images)\": [0-9]+\\.").match(out).hasMatch());
}

void TestCliResults::moreThresholdsCountAsEvaluated()
{
    const QStringList evaluate{"evaluate", file("model.patina"), text(m_data.path()), "--min-area", "5"};
    const QJsonObject moved = figures(evaluate + QStringList{"--at", "0.7,1.25,1.255"});
    const QJsonObject there = figures(evaluate + QStringList{"--review", "0.7", "--reject", "1.25"});
    int same = 0;
    for (const QString &name : moved.keys())
        for (const auto &[at, made] : {std::pair("at.0.7.", "at.review."), std::pair("at.1.25.", "at.reject.")}) {
            if (!name.startsWith(at) || name.endsWith("pixel.fpr"))
                continue;
            ++same;
            QCOMPARE(moved[name], there[made + name.mid(QString(at).size())]);
        }
    QVERIFY(same > 20);
    QVERIFY(moved["at.0.7.good.falseRegionsPerImage"].isDouble());
    QVERIFY(moved["at.1.255.good.falseRegionsPerImage"].isNull()); // between two that regions are kept for
    QVERIFY(moved["at.1.255.defects.scratch.found"].isDouble());
    const Outcome wrong = run(evaluate + QStringList{"--at", "high"});
    QCOMPARE(wrong.exitCode, 2);
}

void TestCliResults::ownMapsAreNotScored()
{
    const SampleFolder data;
    for (int i = 0; i < 3; ++i)
        data.image("lot/" + std::to_string(i) + ".png", 40 + i, partSize);
    std::filesystem::create_directory_symlink(data.path(), data.path().string() + ".link");
    const QStringList score{"score", file("model.patina"), text(data.path()), "--overlay", "--out"};
    for (const QString &out : {text(data.path()) + "/out", text(data.path()) + ".link/lot/../out/"}) {
        const Outcome outcome = run(score + QStringList{out});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QCOMPARE(scoreLines(data.path() / "out").size(), 3);
    }
    std::filesystem::remove(data.path().string() + ".link");
    // A folder above the images, such as the current one, is no reason to leave them out.
    const Outcome above = run({"score", file("model.patina"), text(data.path() / "lot"), "--out", text(data.path())});
    QVERIFY2(above.exitCode == 0, qPrintable(above.err));
    QCOMPARE(scoreLines(data.path()).size(), 3);
}

void TestCliResults::mapsAmongTheImagesAreRefused()
{
    const Outcome outcome = run({"score", file("model.patina"), test(), "--out", test()});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.sentence().contains("--out"), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(test() + "/scores.csv"));
}

void TestCliResults::brokenLinksAreSaid()
{
    const SampleFolder data;
    data.image("0.png", 40, partSize);
    std::filesystem::create_symlink("nowhere", data.path() / "1.png");
    const QStringList score{"score", file("model.patina"), text(data.path()), "--out", file("linked")};
    const Outcome outcome = run(score);
    QVERIFY2(outcome.exitCode == 0 && outcome.err.contains("1.png"), qPrintable(outcome.err));
    QCOMPARE(run(score + QStringList{"--strict"}).exitCode, 1);
}

void TestCliResults::staleScoresAreGone()
{
    const QStringList score{"score", file("model.patina"), test(), "--out", file("scores")};
    QCOMPARE(run(score).exitCode, 0);
    QCOMPARE(scoreLines(m_folder.path() / "scores").size(), 3);
    QCOMPARE(run(score, 4096).exitCode, 1); // a disk that is full half way
    QVERIFY2(!QFile::exists(file("scores/scores.csv")), "scores of the run before beside maps of this one");
}

void TestCliResults::staleFiguresAreGone()
{
    const SampleFolder data;
    std::filesystem::copy(m_data.path(), data.path(), std::filesystem::copy_options::recursive);
    const QStringList evaluate{"evaluate", file("model.patina"), text(data.path()), "--out", file("figures")};
    QVERIFY(QDir().mkpath(file("figures")));
    QFile older(file("figures/regions.csv")); // as the program wrote it before there were overlaps
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write("image,class,kind,x,y,width,height,areaPx,peak\n") > 0);
    older.close();
    QCOMPARE(run(evaluate).exitCode, 0);
    QVERIFY(bytesOf(m_folder.path() / "figures/regions.csv")
                .startsWith("image,class,kind,x,y,width,height,areaPx,peak,overlap10"));
    QVERIFY(QFile::exists(file("figures/evaluation.json")) && QFile::exists(file("figures/images.csv")));
    data.mask("ground_truth/scratch/0_mask.png", 255, {95, 64});
    QCOMPARE(run(evaluate).exitCode, 1);
    QVERIFY(!QFile::exists(file("figures/evaluation.json")) && !QFile::exists(file("figures/images.csv")));
}

void TestCliResults::imagesThatCannotBeJudgedStandInTheTable()
{
    const SampleFolder parts;
    parts.image("good.png", 1, partSize);
    parts.text("broken.png", "hi");
    const SampleFolder target;
    const Outcome scored = run({"score", file("model.patina"), text(parts.path()), "--out", text(target.path())});
    QCOMPARE(scored.exitCode, 0);
    const QByteArray table = bytesOf(target.path() / "scores.csv");
    QVERIFY2(table.contains("\nbroken.png,,skipped,,\n") && table.contains("\ngood.png,"), table.constData());
}

void TestCliResults::intervalsOverGroups()
{
    const QStringList evaluate{"evaluate", file("model.patina"), text(m_data.path()), "--json"};
    const QJsonObject json = figures(evaluate);
    QCOMPARE(json["groups.resamples"].toInt(), 1000);
    QVERIFY(json["groups.total"].toInt() > 0 && json.contains("image.aurocGroupLow"));
    QVERIFY(json.contains("at.review.defects.all.recallOverlap30") && json.contains("image.pg5"));
    const QJsonObject none = figures(evaluate + QStringList{"--resamples", "0", "--seed", "3"});
    QVERIFY(none["image.aurocGroupLow"].isNull());
    QCOMPARE(none["image.auroc"], json["image.auroc"]);
    QCOMPARE(run(evaluate + QStringList{"--resamples", "-1"}).exitCode, 2);
}

void TestCliResults::segF1NeedsValidationImages()
{
    const SampleFolder data;
    std::filesystem::copy(m_data.path(), data.path(), std::filesystem::copy_options::recursive);
    const QStringList evaluate{"evaluate", file("model.patina"), text(data.path()), "--json"};
    QVERIFY(figures(evaluate)["pixel.segf1"].isNull());
    data.image("validation/good/0.png", 40, partSize);
    data.image("validation/good/1.png", 41, partSize);
    data.image("validation/good/stained.png", 42, partSize);
    data.mask("impurity/stain/stained_mask.png", 255, partSize);
    data.text("labels.json", R"({"classes":[{"name":"scratch","kind":"defect"},{"name":"stain","kind":"impurity"}]})");
    const QJsonObject json = figures(evaluate);
    QVERIFY(json["pixel.segf1"].isDouble());
    const double threshold = json["pixel.segf1Threshold"].toDouble();
    QVERIFY(std::filesystem::remove(data.path() / "validation/good/stained.png"));
    QCOMPARE(figures(evaluate)["pixel.segf1Threshold"].toDouble(), threshold);
    QVERIFY(std::filesystem::remove(data.path() / "validation/good/1.png"));
    QVERIFY(figures(evaluate)["pixel.segf1Threshold"].toDouble() != threshold);
    data.text("validation/good/1.png", "hi");
    QVERIFY(run(evaluate).err.contains("skipped validation/good/1.png"));
    QCOMPARE(run(evaluate + QStringList{"--strict"}).exitCode, 1);
}

void TestCliResults::filesOfOthersAreNotRemoved()
{
    const SampleFolder target;
    for (const char *name : {"scores.csv", "images.csv", "evaluation.json"})
        target.text(name, "mine");
    for (const QString &verb : {QString("score"), QString("evaluate")}) {
        const Outcome outcome = run({verb, file("model.patina"), text(m_data.path()), "--out", text(target.path())});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.sentence().contains("not of an earlier run"), qPrintable(outcome.err));
    }
    for (const char *name : {"scores.csv", "images.csv", "evaluation.json"})
        QCOMPARE(bytesOf(target.path() / name), QByteArray("mine"));
}

void TestCliResults::mixedDepthsFollowTheMajority()
{
    const SampleFolder data;
    for (int i = 0; i < 7; ++i)
        data.image(std::to_string(i) + ".png", i, partSize);
    data.image("00.png", 9, partSize, CV_16UC3);
    const QJsonObject json = figures({"train", text(data.path()), "--out", file("mixed.patina"), "--backbone", "tiny",
                                      "--bank-size", "200", "--holdout", "0"});
    QCOMPARE(json["images"].toInt(), 7);
    QCOMPARE(json["skipped"].toInt(), 1);
}

void TestCliResults::interruptedTrainingGoesOn()
{
    const SampleFolder data;
    for (int i = 0; i < 200; ++i)
        data.image(std::to_string(i) + ".png", i, partSize);
    const SampleFolder target;
    const auto trainTo = [&](const char *name) {
        return QStringList{"train", text(data.path()), "--out", text(target.path() / name), "--backbone",
                           "tiny",  "--bank-size",     "150"};
    };
    const QString expected = figures(trainTo("whole.patina"))["bank.sha256"].toString();
    QVERIFY(!expected.isEmpty());
    QVERIFY(!std::filesystem::exists(target.path() / "whole.patina.checkpoint"));

    const auto kept = target.path() / "part.patina.checkpoint" / "patina-run" / "checkpoint.safetensors";
    QProcess process;
    startCli(process, trainTo("part.patina"), {.home = file("home")});
    QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(kept), patienceMs);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    const Outcome cut = outcomeOf(process);
    QCOMPARE(cut.exitCode, 130);
    QVERIFY2(cut.err.contains("--resume"), qPrintable(cut.err));
    QVERIFY(std::filesystem::exists(kept) && !std::filesystem::exists(target.path() / "part.patina"));

    const Outcome other = run(trainTo("part.patina") + QStringList{"--resume", "--tile", "64"});
    QCOMPARE(other.exitCode, 1);
    QVERIFY2(other.sentence().contains("tile 0 there, 64 here"), qPrintable(other.err));
    QCOMPARE(figures(trainTo("part.patina") + QStringList{"--resume"})["bank.sha256"].toString(), expected);
    QVERIFY(!std::filesystem::exists(target.path() / "part.patina.checkpoint"));
    const Outcome done = run(trainTo("part.patina") + QStringList{"--resume"});
    QCOMPARE(done.exitCode, 1);
    QVERIFY2(done.err.contains("nothing is left to resume"), qPrintable(done.err));
}

void TestCliResults::interruptedScoringKeepsItsTable()
{
    constexpr int images = 400;
    const SampleFolder parts;
    for (int i = 0; i < images; ++i)
        parts.image(std::to_string(i) + ".png", i, partSize);
    const SampleFolder target;
    QProcess process;
    startCli(process, {"score", file("model.patina"), text(parts.path()), "--out", text(target.path())},
             {.home = file("home")});
    const auto maps = [&] {
        std::error_code ec;
        const std::filesystem::recursive_directory_iterator files(target.path(), ec);
        return ec ? 0 : std::distance(begin(files), end(files));
    };
    QTRY_VERIFY_WITH_TIMEOUT(maps() > 3, patienceMs);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    const Outcome cut = outcomeOf(process);
    QCOMPARE(cut.exitCode, 130);
    QVERIFY(!std::filesystem::exists(target.path() / "scores.csv"));
    const auto lines = bytesOf(target.path() / "scores.partial.csv").trimmed().split('\n');
    QVERIFY(lines.size() > 2 && lines.size() <= images);
    QCOMPARE(lines.front(), QByteArray("image,score,verdict,regions,map"));
    QVERIFY2(
        cut.err.contains(QString("scores.partial.csv has the first %1 of %2 images").arg(lines.size() - 1).arg(images)),
        qPrintable(cut.err));
}

QTEST_GUILESS_MAIN(TestCliResults)
#include "tst_cli_results.moc"
