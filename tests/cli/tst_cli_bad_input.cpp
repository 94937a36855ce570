#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "core/base/safetensors.h"
#include "tests/cli/cli_process.h"
#include "tests/core/backbone/pickle_writer.h"
#include "tests/core/dataset/sample_folder.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace patina;
using namespace patina::test;

namespace {

const cv::Size partSize{96, 64};

} // namespace

/// What the program does with input that is missing, damaged, foreign or hostile, and with disks that take nothing:
/// one sentence that names the thing, exit code 1, nothing half-written.
class TestCliBadInput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void missingFolder();
    void folderWithoutGoodImages();
    void truncatedImageIsSkippedAndCounted();
    void truncatedImageEndsAStrictRun();
    void maskOfAnotherSize();
    void modelOfAnotherVersion();
    void modelWithOneFlippedByte();
    void weightsThatCallAFunction();
    void backboneThatLacksATensor();
    void fullDiskWhileWritingTheModel();
    void outputThatIsNoFile();
    void fullDiskWhileScoring();
    void imagesOfWhichNoneCanBeScored();
    void folderThatCannotBeWritten_data();
    void folderThatCannotBeWritten();
    void smallImagesAndBanksLargerThanTheData();

private:
    Outcome run(const QStringList &arguments, rlim_t largestFile = RLIM_INFINITY) const
    {
        return runCli(arguments, {.home = file("home"), .largestFile = largestFile});
    }
    Outcome train(const SampleFolder &data, const QString &out, const QStringList &more = {}) const
    {
        return run(QStringList{"train", text(data.path()), "--out", out, "--backbone", "tiny"} + more);
    }
    QString file(const char *name) const { return text(m_folder.path() / name); }
    static void fill(const SampleFolder &folder);
    /// A whole model at file(name).
    void makeModel(const char *name) const;
    void verifyRefused(const Outcome &outcome, const QStringList &parts) const;
    void verifyNoTemporaries(const std::filesystem::path &folder) const;

    SampleFolder m_folder;
    SampleFolder m_data; ///< 8 good training images, 2 good test images, one with a scratch
};

void TestCliBadInput::fill(const SampleFolder &folder)
{
    for (int i = 0; i < 8; ++i)
        folder.image("train/good/" + std::to_string(i) + ".png", i, partSize);
    for (int i = 0; i < 2; ++i)
        folder.image("test/good/" + std::to_string(i) + ".png", 20 + i, partSize);
    folder.image("test/scratch/0.png", 30, partSize);
    folder.mask("ground_truth/scratch/0_mask.png", 255, partSize);
}

void TestCliBadInput::makeModel(const char *name) const
{
    const Outcome trained = train(m_data, file(name), {"--bank-size", "200"});
    QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
}

void TestCliBadInput::verifyRefused(const Outcome &outcome, const QStringList &parts) const
{
    QVERIFY2(outcome.exitCode == 1, qPrintable(QString("exit code %1: %2").arg(outcome.exitCode).arg(outcome.err)));
    QVERIFY(outcome.sentence().startsWith("patina-cli "));
    for (const QString &part : parts)
        QVERIFY2(outcome.sentence().contains(part), qPrintable(outcome.sentence()));
    QCOMPARE(outcome.out, QString());
}

void TestCliBadInput::verifyNoTemporaries(const std::filesystem::path &folder) const
{
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder))
        QVERIFY2(!entry.path().filename().string().starts_with("."), entry.path().c_str());
}

void TestCliBadInput::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    fill(m_data);
    makeModel("good.patina");
}

void TestCliBadInput::missingFolder()
{
    for (const QString &verb : {QString("train"), QString("dataset")}) {
        const QStringList words = verb == "train" ? QStringList{"train", file("none"), "--out", file("m.patina")}
                                                  : QStringList{"dataset", "info", file("none")};
        verifyRefused(run(words), {file("none")});
    }
    verifyRefused(run({"score", file("good.patina"), file("none"), "--out", file("scores")}), {file("none")});
    verifyRefused(run({"evaluate", file("good.patina"), file("none")}), {file("none")});
    verifyRefused(run({"score", file("none.patina"), text(m_data.path()), "--out", file("scores")}), {"none.patina"});
    QVERIFY(!QFile::exists(file("scores")));
}

void TestCliBadInput::folderWithoutGoodImages()
{
    const SampleFolder data;
    data.image("test/good/0.png", 1, partSize);
    data.image("test/scratch/0.png", 2, partSize);
    verifyRefused(train(data, file("m.patina")), {text(data.path()), "no good images"});
    const SampleFolder empty;
    verifyRefused(train(empty, file("m.patina")), {text(empty.path())});
    QVERIFY(!QFile::exists(file("m.patina")));
}

void TestCliBadInput::truncatedImageIsSkippedAndCounted()
{
    const SampleFolder data;
    fill(data);
    const QByteArray whole = bytesOf(data.path() / "train/good/3.png");
    data.text("train/good/3.png", whole.left(whole.size() / 2).toStdString());
    const Outcome outcome = train(data, file("skipping.patina"), {"--bank-size", "200", "--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("train/good/3.png"), qPrintable(outcome.err));
    const QJsonObject figures = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(figures["skipped"].toInt(), 1);
}

void TestCliBadInput::truncatedImageEndsAStrictRun()
{
    const SampleFolder data;
    fill(data);
    const QByteArray whole = bytesOf(data.path() / "train/good/3.png");
    data.text("train/good/3.png", whole.left(whole.size() / 2).toStdString());
    verifyRefused(train(data, file("strict.patina"), {"--strict"}), {"train/good/3.png"});
    QVERIFY(!QFile::exists(file("strict.patina")));
}

void TestCliBadInput::maskOfAnotherSize()
{
    const SampleFolder data;
    fill(data);
    data.mask("ground_truth/scratch/0_mask.png", 255, {95, 64});
    verifyRefused(run({"evaluate", file("good.patina"), text(data.path()), "--out", file("figures")}),
                  {"test/scratch/0.png", "95x64", "96x64"});
    QVERIFY(!QFile::exists(file("figures")));
}

void TestCliBadInput::modelOfAnotherVersion()
{
    auto archive = readSafetensors(m_folder.path() / "good.patina");
    QVERIFY(archive);
    QString info = QString::fromStdString(archive->metadata["patina"]);
    QVERIFY(info.contains("\"formatVersion\":1"));
    archive->metadata["patina"] = info.replace("\"formatVersion\":1", "\"formatVersion\":9").toStdString();
    QVERIFY(writeSafetensors(m_folder.path() / "newer.patina", *archive));
    for (const QStringList &words : {QStringList{"model", "info"}, QStringList{"model", "verify"}})
        verifyRefused(run(words + QStringList{file("newer.patina")}), {"newer.patina", "version 9"});
    verifyRefused(run({"score", file("newer.patina"), text(m_data.path()), "--out", file("scores")}), {"version 9"});
}

void TestCliBadInput::modelWithOneFlippedByte()
{
    const QByteArray good = bytesOf(m_folder.path() / "good.patina");
    for (const qsizetype at : {qsizetype{3}, qsizetype{40}, good.size() / 2, good.size() - 1}) {
        QByteArray bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x10);
        m_folder.text("flipped.patina", bad.toStdString());
        verifyRefused(run({"model", "verify", file("flipped.patina")}), {"flipped.patina"});
        verifyRefused(run({"score", file("flipped.patina"), text(m_data.path()), "--out", file("scores")}),
                      {"flipped.patina"});
    }
    QVERIFY(!QFile::exists(file("scores")));
}

void TestCliBadInput::weightsThatCallAFunction()
{
    const std::string call = pkCall(pkGlobal("os", "system"), pkText("touch " + file("touched").toStdString()));
    m_folder.text("hostile.pth", oldFormat(call, {}));
    verifyRefused(run({"backbone", "import", file("hostile.pth"), "--arch", "resnet18"}), {"hostile.pth", "os.system"});
    QVERIFY(!QFile::exists(file("touched")));
}

void TestCliBadInput::backboneThatLacksATensor()
{
    m_folder.text("part.pth", oldFormat({floatTensor("bn1.weight", "0", {2}, {1, 2})}));
    verifyRefused(run({"backbone", "import", file("part.pth"), "--arch", "resnet18"}),
                  {"part.pth", "conv1.weight", "missing"});
    verifyRefused(run({"backbone", "info", "resnet18"}), {"resnet18"});
    verifyNoTemporaries(m_folder.path() / "home");
}

void TestCliBadInput::fullDiskWhileWritingTheModel()
{
    const SampleFolder target;
    target.text("kept.patina", "an older model");
    const auto path = target.path() / "kept.patina";
    verifyRefused(
        run({"train", text(m_data.path()), "--out", text(path), "--backbone", "tiny", "--bank-size", "200"}, 4096),
        {text(path)});
    QCOMPARE(bytesOf(path), QByteArray("an older model"));
    verifyNoTemporaries(target.path());
}

void TestCliBadInput::outputThatIsNoFile()
{
    std::filesystem::create_symlink("/dev/null", m_folder.path() / "device.patina");
    for (const char *out : {"/dev/null", "device.patina"}) {
        const auto path = m_folder.path() / out; // an absolute name replaces the folder
        verifyRefused(run({"train", text(m_data.path()), "--out", text(path), "--backbone", "tiny"}),
                      {text(path), "no regular file", "--out"});
    }
    QVERIFY(std::filesystem::is_character_file("/dev/null"));
}

void TestCliBadInput::fullDiskWhileScoring()
{
    const SampleFolder target;
    verifyRefused(run({"score", file("good.patina"), text(m_data.path() / "test"), "--out", text(target.path())}, 4096),
                  {".tiff"});
    verifyNoTemporaries(target.path());
    QVERIFY(!std::filesystem::exists(target.path() / "scores.csv"));
}

void TestCliBadInput::imagesOfWhichNoneCanBeScored()
{
    const SampleFolder data;
    data.image("a/deep.png", 1, partSize, CV_16UC3);
    data.text("a/broken.tif", "II*");
    for (const char *format : {"tiff", "png", "none"}) {
        verifyRefused(run({"score", file("good.patina"), text(data.path()), "--out", file("nothing"), "--map", format}),
                      {"none of the 2 images"});
        QVERIFY(!QFile::exists(file("nothing")));
    }
}

void TestCliBadInput::folderThatCannotBeWritten_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("nobody may write there") << "/proc";
    QTest::newRow("below a file") << file("good.patina");
    QTest::newRow("missing") << file("no/such/folder");
}

void TestCliBadInput::folderThatCannotBeWritten()
{
    QFETCH(QString, target);
    const Outcome trained = train(m_data, target + "/m.patina");
    verifyRefused(trained, {target});
    QVERIFY2(!trained.err.contains("features"), "the target must be looked at before the training");
    if (target == file("no/such/folder"))
        return; // score and evaluate make their folder
    verifyRefused(run({"score", file("good.patina"), text(m_data.path() / "test"), "--out", target + "/out"}),
                  {target});
    const Outcome evaluated = run({"evaluate", file("good.patina"), text(m_data.path()), "--out", target + "/out"});
    verifyRefused(evaluated, {target});
    QVERIFY2(!evaluated.err.contains("evaluate 1/"), "the target must be looked at before the evaluation");
}

void TestCliBadInput::smallImagesAndBanksLargerThanTheData()
{
    const SampleFolder data;
    for (int i = 0; i < 3; ++i)
        data.image(std::to_string(i) + ".png", i, {20, 7});
    const Outcome outcome = train(data, file("small.patina"), {"--holdout", "0", "--tile", "1024", "--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("no more patches"), qPrintable(outcome.err));
    const QJsonObject figures = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(figures["bank.rows"].toInt(), 3 * 3 * 1);
    QCOMPARE(figures["patches"].toInt(), 3 * 3 * 1);
}

QTEST_GUILESS_MAIN(TestCliBadInput)
#include "tst_cli_bad_input.moc"
