#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "tests/cli/cli_process.h"
#include "tests/core/dataset/sample_folder.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <cmath>

using namespace patina;
using namespace patina::test;

namespace {

const cv::Size partSize{96, 64};

} // namespace

class TestCliStudy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void transfer();
    void partsMadeLikeFew();
    void banksThatAllArmsFill();
    void aStudyGoesOn();
    void anotherPlanIsMadeAnew();
    void partsMadeLikeTestImagesAreRefused();
    void anotherStudyNeedsAnotherFolder();
    void cancelledItSaysWhatStays();
    void cleanAndStained();
    void policies();
    void believabilityOfSomeClasses();
    void believabilityOfOneGroup_data();
    void believabilityOfOneGroup();
    void believabilityOfSetsWithoutDefects();
    void wrongUsage_data();
    void wrongUsage();

private:
    Outcome run(const QStringList &arguments) const { return runCli(arguments, {.home = file("home")}); }
    QString file(const char *name) const { return text(m_folder.path() / name); }
    QJsonObject study(const QStringList &arguments, const char *bankSize = "60") const
    {
        const Outcome outcome =
            run(QStringList{"study"} + arguments +
                QStringList{"--backbone", "tiny", "--bank-size", bankSize, "--resamples", "100", "--json"});
        if (outcome.exitCode != 0)
            qWarning("%s", qPrintable(outcome.err));
        return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out.toUtf8()).object() : QJsonObject();
    }
    void fill(const SampleFolder &folder, int seed) const;

    SampleFolder m_folder;
    SampleFolder m_real;
    SampleFolder m_made;
};

void TestCliStudy::fill(const SampleFolder &folder, int seed) const
{
    const auto images = [&](const std::string &name, const std::string &mask, int count, int first) {
        for (int i = 0; i < count; ++i) {
            folder.image("test/" + name + "/" + name + std::to_string(i) + ".png", seed + first + i, partSize);
            if (!mask.empty())
                folder.mask(mask + "/" + name + std::to_string(i) + "_mask.png", 255, partSize);
        }
    };
    for (int i = 0; i < 6; ++i)
        folder.image("train/good/" + std::to_string(i) + ".png", seed + i, partSize);
    images("good", {}, 6, 20);
    images("scratch", "ground_truth/scratch", 6, 50);
    images("stain", "impurity/stain", 4, 80);
    folder.text("labels.json", R"({"classes":[{"name":"scratch"},{"name":"stain","kind":"impurity"}]})");
}

void TestCliStudy::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    fill(m_real, 0);
    fill(m_made, 300);
}

void TestCliStudy::transfer()
{
    const QJsonObject json = study({"transfer", text(m_made.path()), text(m_real.path()), "--out", file("transfer"),
                                    "--images", "1,3,0", "--seeds", "2"});
    QCOMPARE(json["study"].toString(), QString("transfer"));
    QCOMPARE(json["arms"].toInt(), 7);
    QCOMPARE(json["seeds"].toInt(), 2);
    QCOMPARE(json["groups"].toInt(), 16);
    QCOMPARE(json["arm.0.name"].toString(), QString("synthetic only"));
    QCOMPARE(json["difference.0.name"].toString(), QString("synthetic, then n = 1 less real only, n = 1"));
    for (const char *figure : {"image.auroc", "recall.all", "recall.scratch", "overkill", "flagged.stain"}) {
        const QString name = figure;
        for (int arm = 0; arm < 7; ++arm) {
            const double mean = json[QString("arm.%1.%2").arg(arm).arg(name)].toDouble(99.0);
            QVERIFY2(mean >= 0.0 && mean <= 1.0, figure);
        }
        const double difference = json["arm.2." + name].toDouble() - json["arm.1." + name].toDouble();
        QVERIFY2(std::abs(json["difference.0." + name].toDouble(99.0) - difference) < 1e-12, figure);
        QVERIFY(json["difference.0." + name + ".low"].toDouble() <= json["difference.0." + name + ".high"].toDouble());
    }
    for (const char *name : {"study.json", "study.csv", "study.md", "study.html"})
        QVERIFY2(QFile::exists(file("transfer") + "/" + name), name);
    // The synthetic bank of a seed is trained once for all arms.
    QCOMPARE(QDir(file("transfer") + "/models").entryList(QDir::Files).size(), 2 * (1 + 3 + 3));
}

void TestCliStudy::partsMadeLikeFew()
{
    const QStringList call{"made-like", text(m_real.path()), "--out", file("like"), "--images", "2", "--seeds", "2"};
    const QJsonObject json = study(call);
    QCOMPARE(json["study"].toString(), QString("made-like"));
    QCOMPARE(json["arms"].toInt(), 3);
    QCOMPARE(json["arm.1.name"].toString(), QString("made like n = 2 only"));
    QCOMPARE(json["difference.1.name"].toString(), QString("made like n = 2, then they less real only, n = 2"));
    // A bank of each arm and seed; what was made for them is gone again.
    QCOMPARE(QDir(file("like") + "/models").entryList(QDir::Files).size(), 2 * 3);
    QVERIFY(QDir(file("like") + "/made").isEmpty());
    QVERIFY(QDir(file("like")).removeRecursively());
    QCOMPARE(study(call), json);
    // Another recipe makes other banks.
    const QString recipe = file("recipe.json");
    m_folder.text("recipe.json", R"({"surface":"exemplar","exemplar":{"base":"texture"},"counts":{"train":4}})");
    QVERIFY(study(call + QStringList{"--recipe", recipe}) != json);
    QCOMPARE(QDir(file("like") + "/models").entryList(QDir::Files).size(), 2 * (3 + 2));
    // The same recipe, like the parts of another set.
    const QJsonObject other = study({"transfer", text(m_made.path()), text(m_real.path()), "--out", file("likeOther"),
                                     "--images", "2", "--seeds", "1", "--recipe", recipe});
    QCOMPARE(other["arm.2.name"].toString(), QString("synthetic, then n = 2"));
    QVERIFY(QDir(file("likeOther") + "/made").isEmpty());
    // A run says how many were trained on: four made ones, not the six that they are like.
    QList<int> trainedOn;
    const QDir runs(file("likeOther") + "/runs");
    for (const QString &name : runs.entryList(QDir::Files)) {
        QFile run(runs.filePath(name));
        QVERIFY(run.open(QIODevice::ReadOnly));
        trainedOn << QJsonDocument::fromJson(run.readAll())["trainingImages"].toInt();
    }
    std::ranges::sort(trainedOn);
    QCOMPARE(trainedOn, QList<int>({2, 2, 4}));
    m_folder.text("recipe.json", R"({"surface":"brushed"})");
    const Outcome refused = run(QStringList{"study"} + call + QStringList{"--recipe", recipe, "--backbone", "tiny"});
    QVERIFY(refused.exitCode != 0);
    QVERIFY2(refused.err.contains("\"brushed\""), qPrintable(refused.err));
}

/// One image has fewer patches than the bank has rows: all arms are compared once more, with banks of that many.
void TestCliStudy::banksThatAllArmsFill()
{
    const QStringList call{"transfer", text(m_made.path()), text(m_real.path()), "--images", "1,0", "--seeds", "1"};
    const auto large = [&](const char *out, const QStringList &more) {
        return study(call + QStringList{"--out", file(out)} + more, "250");
    };
    const QJsonObject json = large("fill", {});
    QCOMPARE(json["arms"].toInt(), 10);
    const int rows = json["arm.1.bankRows"].toInt();
    QVERIFY2(rows > 0 && rows < 250, qPrintable(QString::number(rows)));
    QCOMPARE(json["arm.6.name"].toString(), QString("real only, n = 1, %1 rows").arg(rows));
    QCOMPARE(json["arm.0.bankRows"].toInt(), 250);
    for (int arm = 5; arm < 10; ++arm)
        QCOMPARE(json[QString("arm.%1.bankRows").arg(arm)].toInt(), rows);
    QCOMPARE(json["difference.2.name"].toString(),
             QString("synthetic, then n = 1, %1 rows less real only, n = 1, %1 rows").arg(rows));
    // A bank that its images fill completely is the same one, whatever was asked for.
    QCOMPARE(json["arm.6.image.auroc"].toDouble(), json["arm.1.image.auroc"].toDouble());
    QVERIFY(bytesOf((file("fill") + "/study.html").toStdString()).contains("compare all at one size"));
    QCOMPARE(large("fill", {}), json); // gone on with
    const Outcome few =
        run(QStringList{"study"} + call +
            QStringList{"--out", file("few"), "--backbone", "tiny", "--bank-size", "2500", "--resamples", "100"});
    QVERIFY2(few.exitCode == 0 && few.err.contains("too few to compare with (250 or more would do)"),
             qPrintable(few.err));
    QVERIFY2(!few.err.contains("were there already"), qPrintable(few.err));
    QCOMPARE(large("full", {"--no-equal-banks"})["arms"].toInt(), 5);
    QVERIFY(bytesOf((file("full") + "/study.html").toStdString()).contains("--no-equal-banks"));
}

void TestCliStudy::aStudyGoesOn()
{
    const QStringList call{"bank-size", text(m_real.path()), "--out", file("sizes"), "--bank-sizes", "20,60"};
    const QJsonObject first = study(call + QStringList{"--seeds", "1"});
    QCOMPARE(first["arms"].toInt(), 2);
    const QDir runs(file("sizes") + "/runs");
    QCOMPARE(runs.entryList(QDir::Files).size(), 2);
    const QJsonObject more = study(call + QStringList{"--seeds", "2"});
    QCOMPARE(runs.entryList(QDir::Files).size(), 4);
    // A run that was cut off while it was written, as from nothing.
    QFile damaged(runs.filePath(runs.entryList(QDir::Files).first()));
    QVERIFY(damaged.resize(100));
    QCOMPARE(study(call + QStringList{"--seeds", "2"}), more);
    QVERIFY(QDir(file("sizes")).removeRecursively());
    QCOMPARE(study(call + QStringList{"--seeds", "2"}), more);
}

void TestCliStudy::anotherPlanIsMadeAnew()
{
    const QStringList call{"bank-size", text(m_real.path()), "--out", file("other"), "--bank-sizes",
                           "20",        "--seeds",           "1"};
    const QJsonObject before = study(call);
    m_real.image("test/good/good0.png", 999, partSize); // another picture
    const QJsonObject after = study(call);
    QVERIFY(!before.isEmpty() && !after.isEmpty() && before != after);
    QCOMPARE(QDir(file("other") + "/runs").entryList(QDir::Files).size(), 2);
}

void TestCliStudy::partsMadeLikeTestImagesAreRefused()
{
    const std::filesystem::path like = m_folder.path() / "likeTest/train/good";
    std::filesystem::create_directories(like);
    for (const char *name : {"good0.png", "good1.png"})
        std::filesystem::copy_file(m_real.path() / "test/good" / name, like / name);
    const Outcome made = run({"synth", "--like", file("likeTest"), "--base", "texture", "--defects", "none",
                              "--impurities", "none", "--train", "4", "--test-good", "2", "--out", file("leaking")});
    QCOMPARE(made.exitCode, 0);
    const Outcome refused = run({"study", "transfer", file("leaking"), text(m_real.path()), "--out", file("leak"),
                                 "--images", "2", "--seeds", "1", "--backbone", "tiny"});
    QVERIFY(refused.exitCode != 0);
    QVERIFY2(refused.err.contains("were made like the test image test/good/good"), qPrintable(refused.err));
}

void TestCliStudy::anotherStudyNeedsAnotherFolder()
{
    QVERIFY(!study({"policy", text(m_real.path()), "--out", file("mine"), "--seeds", "1"}).isEmpty());
    const QByteArray report = bytesOf((file("mine") + "/study.html").toStdString());
    for (const QStringList &call : {QStringList{"bank-size", text(m_real.path())}, {"policy", text(m_made.path())}}) {
        const Outcome refused =
            run(QStringList{"study"} + call + QStringList{"--out", file("mine"), "--backbone", "tiny"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.sentence().contains("name another folder"), qPrintable(refused.err));
        QVERIFY(bytesOf((file("mine") + "/study.html").toStdString()) == report);
    }
}

void TestCliStudy::cancelledItSaysWhatStays()
{
    const QStringList call{"study",        "bank-size", text(m_real.path()), "--out", file("cut"), "--backbone", "tiny",
                           "--bank-sizes", "20,60",     "--threads",         "1"};
    QProcess process;
    startCli(process, call + QStringList{"--seeds", "1000"}, {.home = file("home")});
    process.setReadChannel(QProcess::StandardError);
    QByteArray err;
    while (!err.contains("seed 1:") && process.waitForReadyRead(patienceMs))
        err += process.readAllStandardError();
    QVERIFY2(err.contains("seed 1:"), err.constData());
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    const Outcome outcome = outcomeOf(process);
    QCOMPARE(outcome.exitCode, 130);
    const auto runs = QDir(file("cut") + "/runs").entryList(QDir::Files).size();
    QVERIFY2(outcome.sentence().contains(QString("cancelled, %1 of 2000 runs are done and stay in ").arg(runs)),
             qPrintable(outcome.err));
    // What is there counts as done, and takes no time.
    const Outcome more = run(call + QStringList{"--seeds", QString::number(runs / 2 + 2)});
    QCOMPARE(more.exitCode, 0);
    QVERIFY2(more.err.contains(QString("study %1/%2").arg(runs).arg(2 * (runs / 2 + 2))), qPrintable(more.err));
}

void TestCliStudy::cleanAndStained()
{
    const QJsonObject json =
        study({"clean-stained", text(m_made.path()), text(m_real.path()), "--out", file("stained"), "--seeds", "1"});
    QCOMPARE(json["arms"].toInt(), 4);
    QCOMPARE(json["arm.3.name"].toString(), QString("train stained, test stained"));
    QCOMPARE(json["difference.0.name"].toString(), QString("train clean, test stained less train clean, test clean"));
}

void TestCliStudy::policies()
{
    const QJsonObject json = study({"policy", text(m_real.path()), "--out", file("policy"), "--seeds", "1"});
    QCOMPARE(json["arms"].toInt(), 3); // a class of impurities, none that is ambiguous
    QVERIFY(json["arm.0.name"].toString().contains("impurity=normal"));
}

/// Real defects, and the blobs that are as large, are those of the classes that are named.
void TestCliStudy::believabilityOfSomeClasses()
{
    const SampleFolder real;
    fill(real, 500);
    cv::Mat mask = cv::Mat::zeros(partSize, CV_8UC1);
    mask(cv::Rect(20, 10, 40, 40)).setTo(255);
    for (int i = 0; i < 6; ++i) {
        real.image("test/hole/" + std::to_string(i) + ".png", 600 + i, partSize);
        const std::string name = "ground_truth/hole/" + std::to_string(i) + "_mask.png";
        real.mask(name, 255, partSize);
        QVERIFY(cv::imwrite((real.path() / name).string(), mask));
    }
    const auto patches = [&](const QStringList &options) {
        const Outcome found = run(QStringList{"study", "believability", text(real.path()), text(m_made.path()),
                                              "--backbone", "tiny", "--patches", "1000", "--json"} +
                                  options);
        const QJsonObject json = QJsonDocument::fromJson(found.out.toUtf8()).object();
        return std::pair(json["defects.0.patches"].toInt(), json["defects.2.patches"].toInt());
    };
    const auto [dots, dotBlobs] = patches({"--classes", "scratch"}); // of one pixel each
    const auto [holes, holeBlobs] = patches({"--classes", "hole"});
    QVERIFY2(dots > 0 && dots * 10 < holes, qPrintable(QString("%1 %2").arg(dots).arg(holes)));
    QVERIFY2(dotBlobs > 0 && dotBlobs * 3 < holeBlobs, qPrintable(QString("%1 %2").arg(dotBlobs).arg(holeBlobs)));
    const Outcome table = run({"study", "believability", text(real.path()), text(m_made.path()), "--backbone", "tiny",
                               "--classes", "hole,scratch"});
    QVERIFY2(table.out.contains("## Defects: hole, scratch"), qPrintable(table.out + table.err));
    const Outcome unknown = run(
        {"study", "believability", text(real.path()), text(m_made.path()), "--backbone", "tiny", "--classes", "dent"});
    QVERIFY(unknown.exitCode != 0);
    QVERIFY2(unknown.err.contains("has no defect class 'dent'; it has: scratch, hole") ||
                 unknown.err.contains("has no defect class 'dent'; it has: hole, scratch"),
             qPrintable(unknown.err));
}

void TestCliStudy::believabilityOfOneGroup_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("said");
    QTest::newRow("good") << "train/good/"
                          << "all 6 good training images that no made set is like are of one group";
    QTest::newRow("bad") << "test/scratch/scratch"
                         << "all 6 test images with defects that no made set is like are of one group";
}

/// There is no half of it.
void TestCliStudy::believabilityOfOneGroup()
{
    QFETCH(QString, folder);
    QFETCH(QString, said);
    const SampleFolder real;
    fill(real, 700);
    std::string groups = "image,group\n";
    for (int i = 0; i < 6; ++i)
        groups += folder.toStdString() + std::to_string(i) + ".png,part\n";
    real.text("groups.csv", groups);
    const Outcome found =
        run({"study", "believability", text(real.path()), text(m_made.path()), "--backbone", "tiny", "--images", "4"});
    QVERIFY(found.exitCode != 0);
    QVERIFY2(found.err.contains(said), qPrintable(found.err));
    QVERIFY2(found.err.contains("2 groups are the fewest"), qPrintable(found.err));
}

/// Its row is missing in one of the tables, and that is said.
void TestCliStudy::believabilityOfSetsWithoutDefects()
{
    const SampleFolder made;
    for (int i = 0; i < 4; ++i)
        made.image("train/good/" + std::to_string(i) + ".png", 900 + i, partSize);
    const Outcome found = run({"study", "believability", text(m_real.path()), text(made.path()), text(m_made.path()),
                               "--backbone", "tiny", "--images", "4"});
    QVERIFY2(found.exitCode == 0, qPrintable(found.err));
    QVERIFY2(found.err.contains("has no test images with defects: it has no row in the table of defects"),
             qPrintable(found.err));
    const QString name = QString::fromStdString(made.path().filename().string());
    QCOMPARE(found.out.count("| " + name + " |"), 1); // of the surfaces
}

void TestCliStudy::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("no study") << QStringList{"study"} << "bank-size";
    QTest::newRow("unknown") << QStringList{"study", "magic"} << "magic";
    QTest::newRow("one data set") << QStringList{"study", "transfer", "a", "--out", "b"} << "REAL";
    QTest::newRow("no seeds") << QStringList{"study", "policy", "a", "--out", "b", "--seeds", "0"} << "--seeds";
    QTest::newRow("no folder") << QStringList{"study", "policy", "/no/such", "--out", "b"} << "/no/such";
}

void TestCliStudy::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const Outcome outcome = run(arguments);
    QVERIFY(outcome.exitCode != 0);
    QVERIFY2((outcome.err + outcome.out).contains(said), qPrintable(outcome.err + outcome.out));
}

QTEST_GUILESS_MAIN(TestCliStudy)
#include "tst_cli_study.moc"
