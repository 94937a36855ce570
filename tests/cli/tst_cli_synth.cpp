#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "tests/cli/cli_process.h"
#include "tests/core/dataset/sample_folder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace patina;
using namespace patina::test;

/// Parts made like real ones: their sizes, and their defects.
class TestCliSynth : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void photosKeepTheirSizes();
    void aSpecificationWithoutASizeTakesThatOfThePhotos();
    void bitsAreThoseOfTheImages();
    void defectsAreLikeRealOnes();
    void aSecondFitKeepsTheImagesOfTheFirst();
    void defectsAreFittedInTheScaleOfTheRealOnes();
    void whatTheyAreLikeIsNotComparedWith();
    void photosThatNobodyTookAreComparedWith();
    void wrongUsage_data();
    void wrongUsage();

private:
    Outcome synth(const QStringList &arguments) const
    {
        return runCli(QStringList{"synth", "--like", text(m_real.path()), "--impurities", "none", "--train", "4",
                                  "--test-good", "0"} +
                      arguments);
    }
    /// Two round holes in each of four images.
    static void fillReal(const SampleFolder &folder, int shade);
    QString file(const char *name) const { return text(m_folder.path() / name); }
    QJsonObject specOf(const char *name) const
    {
        QFile manifest(file(name) + "/manifest.json");
        return manifest.open(QIODevice::ReadOnly)
                   ? QJsonDocument::fromJson(manifest.readAll()).object()["spec"].toObject()
                   : QJsonObject();
    }

    SampleFolder m_folder;
    SampleFolder m_real;
};

void TestCliSynth::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    fillReal(m_real, 140);
}

void TestCliSynth::fillReal(const SampleFolder &folder, int shade)
{
    const auto write = [&](const std::string &name, const cv::Mat &pixels) {
        folder.image(name, 0, {8, 8}); // makes the folder
        QVERIFY(cv::imwrite((folder.path() / name).string(), pixels));
    };
    for (int i = 0; i < 4; ++i) {
        const std::string number = std::to_string(i);
        cv::Mat1b part(i % 2 == 0 ? cv::Size(150, 110) : cv::Size(120, 130), static_cast<std::uint8_t>(shade + i));
        write("train/good/" + number + ".png", part);
        cv::Mat1b mask(part.size(), std::uint8_t{0});
        for (const cv::Point at : {cv::Point(30, 30), cv::Point(80, 70)}) {
            cv::circle(part, at, 8 + i, cv::Scalar(70), cv::FILLED);
            cv::circle(mask, at, 8 + i, cv::Scalar(255), cv::FILLED);
        }
        write("test/hole/" + number + ".png", part);
        write("ground_truth/hole/" + number + "_mask.png", mask);
    }
}

void TestCliSynth::photosKeepTheirSizes()
{
    const Outcome made = synth({"--base", "photo", "--defects", "none", "--out", file("whole")});
    QVERIFY2(made.exitCode == 0 && made.out.contains("images of up to 150x130"), qPrintable(made.out + made.err));
    QVERIFY(specOf("whole")["exemplar"].toObject()["whole"].toBool());
    const Outcome cut = synth({"--base", "photo", "--defects", "none", "--size", "100x100", "--out", file("cut")});
    QVERIFY2(cut.out.contains("images of 100x100"), qPrintable(cut.out + cut.err));
    QVERIFY(!specOf("cut")["exemplar"].toObject().contains("whole"));
    const Outcome large = synth({"--base", "photo", "--defects", "none", "--size", "140x120", "--out", file("large")});
    QVERIFY2(large.err.contains("none of the 4 images of --like is as large as 140x120"), qPrintable(large.err));
}

void TestCliSynth::aSpecificationWithoutASizeTakesThatOfThePhotos()
{
    m_folder.text("spec.json", R"({"defects":[],"counts":{"testDefect":0},"seed":4})");
    const Outcome whole = synth({"--spec", file("spec.json"), "--base", "photo", "--out", file("specWhole")});
    QVERIFY2(whole.out.contains("images of up to 150x130"), qPrintable(whole.out + whole.err));
    m_folder.text("sized.json", R"({"defects":[],"counts":{"testDefect":0},"size":{"width":90,"height":80}})");
    const Outcome sized = synth({"--spec", file("sized.json"), "--base", "photo", "--out", file("specSized")});
    QVERIFY2(sized.out.contains("images of 90x80"), qPrintable(sized.out + sized.err));
}

/// But where others are asked for.
void TestCliSynth::bitsAreThoseOfTheImages()
{
    const SampleFolder deep;
    for (int i = 0; i < 2; ++i) {
        const std::string name = "train/good/" + std::to_string(i) + ".png";
        deep.image(name, 0, {8, 8}); // makes the folder
        QVERIFY(cv::imwrite((deep.path() / name).string(), cv::Mat1w(80, 90, std::uint16_t{3000})));
    }
    const QStringList options{"synth",        "--like", text(deep.path()), "--base", "photo",       "--defects", "none",
                              "--impurities", "none",   "--train",         "2",      "--test-good", "0"};
    const auto depthOf = [&](const QStringList &more, const char *name) {
        const Outcome made = runCli(options + more + QStringList{"--out", file(name)});
        const cv::Mat image =
            cv::imread((file(name) + "/train/good/train_0000.png").toStdString(), cv::IMREAD_UNCHANGED);
        return made.exitCode == 0 && !image.empty() ? image.depth() : -1;
    };
    QCOMPARE(depthOf({}, "deep"), CV_16U);
    QCOMPARE(specOf("deep")["bitDepth"].toInt(), 12);
    QCOMPARE(depthOf({"--bit-depth", "8"}, "shallow"), CV_8U);
    m_folder.text("eight.json", R"({"bitDepth":8})");
    QCOMPARE(depthOf({"--spec", file("eight.json")}, "named"), CV_8U);
    const Outcome odd = runCli(options + QStringList{"--bit-depth", "9", "--out", file("odd")});
    QVERIFY2(odd.exitCode != 0 && odd.err.contains("bitDepth is 9; it may be 8, 10, 12, 14, 16"), qPrintable(odd.err));
}

void TestCliSynth::defectsAreLikeRealOnes()
{
    const Outcome made = synth({"--base", "photo", "--mm-per-pixel", "0.1", "--defects-like", text(m_real.path()),
                                "--fit", "hole=pit", "--out", file("fitted")});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    const QJsonObject spec = specOf("fitted");
    QCOMPARE(spec["defects"].toArray(), QJsonArray{"pit"});
    QCOMPARE(spec["fittedTo"].toArray().size(), 4);
    const QJsonArray diameter = spec["ranges"].toObject()["pit"].toObject()["diameterMm"].toArray();
    QVERIFY(diameter[0].toDouble() > 1.5 && diameter[1].toDouble() < 2.5); // 17 to 23 pixels
    QCOMPARE(spec["places"].toObject()["pit"].toArray().size(), 8);        // two in each
    // The manifest makes the same once more.
    const Outcome again = runCli({"synth", "--spec", file("fitted") + "/manifest.json", "--out", file("again")});
    QVERIFY2(again.exitCode == 0, qPrintable(again.err));
    QCOMPARE(specOf("again"), spec);
}

/// Of another set, or of other classes: what is measured on either proves nothing.
void TestCliSynth::aSecondFitKeepsTheImagesOfTheFirst()
{
    const SampleFolder other;
    fillReal(other, 170);
    const auto fitted = [&](const char *out, const QString &real, const QStringList &options) {
        const Outcome made = synth(QStringList{"--base", "photo", "--test-defect", "1", "--defects-like", real, "--fit",
                                               "hole=pit", "--out", file(out)} +
                                   options);
        if (made.exitCode != 0)
            qWarning("%s", qPrintable(made.err));
        return specOf(out)["fittedTo"].toArray();
    };
    const QJsonArray first = fitted("first", text(m_real.path()), {});
    QCOMPARE(first.size(), 4);
    const QStringList more{"--spec", file("first") + "/manifest.json"};
    const QJsonArray both = fitted("both", text(other.path()), more);
    QCOMPARE(both.size(), 8);
    for (const QJsonValue &image : first)
        QVERIFY(both.contains(image));
    QCOMPARE(fitted("same", text(m_real.path()), more), first);
}

void TestCliSynth::defectsAreFittedInTheScaleOfTheRealOnes()
{
    const SampleFolder real;
    fillReal(real, 140);
    real.text("scale.json", R"({"mmPerPixel":0.2})");
    const Outcome made = synth({"--base", "photo", "--mm-per-pixel", "0.1", "--test-defect", "1", "--defects-like",
                                text(real.path()), "--fit", "hole=pit", "--out", file("scaled")});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    const QJsonArray diameter = specOf("scaled")["ranges"].toObject()["pit"].toObject()["diameterMm"].toArray();
    QVERIFY(diameter[0].toDouble() > 3.0 && diameter[1].toDouble() < 5.0); // 17 to 23 pixels
    QVERIFY2(made.err.contains("has 0.2 mm per pixel and what is made 0.1"), qPrintable(made.err));
}

void TestCliSynth::whatTheyAreLikeIsNotComparedWith()
{
    const Outcome made = runCli({"synth", "--surface", "brushed", "--size", "128x96", "--impurities", "none", "--train",
                                 "4", "--test-good", "0", "--test-defect", "4", "--defects-like", text(m_real.path()),
                                 "--fit", "hole=pit", "--out", file("brushed")});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    const Outcome found = runCli(
        {"study", "believability", text(m_real.path()), file("brushed"), "--backbone", "tiny", "--classes", "hole"},
        {.home = file("home")});
    QVERIFY(found.exitCode != 0);
    QVERIFY2(found.err.contains("0 test images with defects of hole that no made set is like"), qPrintable(found.err));
}

/// All photos of the real set are named, and a few are made new ones of.
void TestCliSynth::photosThatNobodyTookAreComparedWith()
{
    const SampleFolder real;
    for (int i = 0; i < 12; ++i)
        real.image("train/good/" + std::to_string(i) + ".png", i, {96, 96});
    const Outcome made = runCli({"synth", "--like", text(real.path()), "--base", "photo", "--defects", "none",
                                 "--impurities", "none", "--train", "4", "--test-good", "0", "--out", file("few")});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QCOMPARE(specOf("few")["exemplar"].toObject()["images"].toArray().size(), 12);
    const Outcome found = runCli({"study", "believability", text(real.path()), file("few"), "--backbone", "tiny"},
                                 {.home = file("home")});
    QVERIFY2(found.exitCode == 0, qPrintable(found.err));
    QVERIFY2(found.out.contains("| real, held out | 4 |"), qPrintable(found.out));
    QVERIFY2(found.out.contains("| few | 4 |"), qPrintable(found.out));
    QVERIFY2(found.out.contains("| - |\n"), qPrintable(found.out)); // four groups tell nothing apart
    QVERIFY2(found.err.contains("has 0 test images with defects that no made set is like"), qPrintable(found.err));
}

void TestCliSynth::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const QString real = text(m_real.path());
    QTest::newRow("no set") << QStringList{"--fit", "hole=pit"} << "--fit requires --defects-like";
    QTest::newRow("no class") << QStringList{"--defects-like", real, "--fit", "dent=pit"}
                              << "has no defect class 'dent'; it has: hole";
    QTest::newRow("no kind") << QStringList{"--defects-like", real, "--fit", "hole=scratch"}
                             << "defects of kind 'scratch' cannot be fitted to real ones; pit and crack can";
    QTest::newRow("no form") << QStringList{"--defects-like", real, "--fit", "=pit"} << "'=pit' is not CLASS=KIND";
    QTest::newRow("no names") << QStringList{"--defects-like", real} << "say with --fit which are made as what";
}

void TestCliSynth::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const Outcome outcome = synth(arguments + QStringList{"--out", file("wrong")});
    QVERIFY(outcome.exitCode != 0);
    QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
}

QTEST_GUILESS_MAIN(TestCliSynth)
#include "tst_cli_synth.moc"
