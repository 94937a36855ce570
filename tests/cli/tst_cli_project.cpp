#include "tests/cli/cli_process.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <memory>

using namespace patina::test;

/// Projects on the command line.
class TestCliProject : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void madeShownAndVerified();
    void missingImagesAreFound();
    void importingTakesWhatIsNew();
    void theJournalIsWrittenAsCsv();
    void labelsAreExported();
    void refuses_data();
    void refuses();
    void aFolderThatIsNoneLeavesNoProject();
    void aFullDiskLeavesTheProjectAsItWas();
    void aDamagedProjectIsRestored();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, int grey) const
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(name).path()));
        QVERIFY(cv::imwrite(at(name).toStdString(), cv::Mat(40, 60, CV_8UC1, cv::Scalar(grey))));
    }
    QJsonObject figures(const QStringList &arguments) const
    {
        const Outcome outcome = runCli(QStringList{"project"} + arguments + QStringList{"--json"});
        return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out.toUtf8()).object() : QJsonObject();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliProject::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write("parts/train/good/1.png", 10);
    write("parts/test/good/2.png", 20);
    write("parts/test/scratch/3.png", 30);
    write("parts/ground_truth/scratch/3_mask.png", 255);
}

void TestCliProject::madeShownAndVerified()
{
    const QJsonObject made = figures({"create", at("a.patinaproj"), at("parts"), "--who", "Eva"});
    QCOMPARE(made["images"].toInt(), 3);
    QCOMPARE(made["labels"].toInt(), 1);
    const QJsonObject info = figures({"info", at("a.patinaproj")});
    QCOMPARE(info["images"].toInt(), 3);
    QCOMPARE(info["class.scratch"].toString(), QString("defect"));
    QCOMPARE(info["journal.entries"].toInt(), 1);
    const QJsonObject verified = figures({"verify", at("a.patinaproj")});
    QCOMPARE(verified["verified"].toBool(), true);
    QCOMPARE(verified["journal.sha256"], info["journal.sha256"]);
    const Outcome shown = runCli({"project", "info", at("a.patinaproj")});
    QCOMPARE(shown.exitCode, 0);
    QVERIFY2(shown.out.contains("3 images, 1 labels") && shown.out.contains("scratch"), qPrintable(shown.out));
    QVERIFY(runCli({"project", "journal", at("a.patinaproj")}).out.contains("Eva"));
}

void TestCliProject::missingImagesAreFound()
{
    QVERIFY(!figures({"create", at("a.patinaproj"), at("parts")}).isEmpty());
    QCOMPARE(figures({"verify", at("a.patinaproj"), "--images"})["images"].toInt(), 3);
    QVERIFY(runCli({"project", "verify", at("a.patinaproj")}).out.contains("images not looked at: --images"));
    QVERIFY(QFile::remove(at("parts/test/good/2.png")));
    write("parts/train/good/1.png", 99);
    const Outcome outcome = runCli({"project", "verify", at("a.patinaproj"), "--images"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(
        outcome.sentence().contains("of the images 1 are as they were taken in, 1 changed (first: train/good/1.png), "
                                    "1 missing (first: test/good/2.png)"),
        qPrintable(outcome.err));
}

void TestCliProject::importingTakesWhatIsNew()
{
    QVERIFY(!figures({"create", at("a.patinaproj"), at("parts")}).isEmpty());
    write("parts/test/good/4.png", 40);
    const QJsonObject more = figures({"import", at("a.patinaproj"), at("parts")});
    QCOMPARE(more["images"].toInt(), 1);
    QCOMPARE(more["known"].toInt(), 3);
    QCOMPARE(figures({"info", at("a.patinaproj")})["journal.entries"].toInt(), 2);
}

void TestCliProject::theJournalIsWrittenAsCsv()
{
    QVERIFY(!figures({"create", at("a.patinaproj"), at("parts"), "--who", "Eva, \"E\""}).isEmpty());
    const Outcome outcome = runCli({"project", "journal", at("a.patinaproj"), "--out", at("journal.csv")});
    QCOMPARE(outcome.exitCode, 0);
    const QByteArray csv = bytesOf(at("journal.csv").toStdString());
    QVERIFY2(csv.startsWith("number,utc,who,action,edits,previous,sha256\n1,"), csv.constData());
    QVERIFY(csv.contains(",\"Eva, \"\"E\"\"\",import 3 images from "));
    QCOMPARE(csv.count('\n'), 2);
}

void TestCliProject::labelsAreExported()
{
    QVERIFY(!figures({"create", at("a.patinaproj"), at("parts")}).isEmpty());
    QCOMPARE(figures({"export", at("a.patinaproj"), "--out", at("labels.csv")})["labels"].toInt(), 1);
    QVERIFY(
        bytesOf(at("labels.csv").toStdString()).contains("test/scratch/3.png,scratch,defect,ground truth,imported"));
    QCOMPARE(figures({"export", at("a.patinaproj"), "--out", at("labels.json"), "--format", "coco"})["labels"].toInt(),
             1);
    const QJsonObject coco = QJsonDocument::fromJson(bytesOf(at("labels.json").toStdString())).object();
    QCOMPARE(coco["images"].toArray().size(), 3);
    QCOMPARE(coco["annotations"].toArray()[0].toObject()["area"].toInt(), 40 * 60);
    const Outcome nobody =
        runCli({"project", "export", at("a.patinaproj"), "--out", at("none.csv"), "--reader", "Ida"});
    QCOMPARE(nobody.exitCode, 1);
    QVERIFY2(nobody.sentence().contains("there are those of ground truth"), qPrintable(nobody.err));
    QVERIFY(!QFile::exists(at("none.csv")));
}

void TestCliProject::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such project") << QStringList{"info", "none.patinaproj"} << "there is no such project";
    QTest::newRow("restore none") << QStringList{"restore", "none.patinaproj"} << "neither a project nor a backup";
    QTest::newRow("restore an image") << QStringList{"restore", "parts/train/good/1.png"} << "cannot be restored";
    QTest::newRow("an image") << QStringList{"info", "parts/train/good/1.png"} << "not a Patina project";
    QTest::newRow("a file that is there")
        << QStringList{"create", "parts/train/good/1.png", "parts"} << "is there already";
    QTest::newRow("no folder for it") << QStringList{"create", "no/such/a.patinaproj", "parts"}
                                      << "no/such does not exist";
    QTest::newRow("another ending") << QStringList{"create", "a.txt", "parts"} << "ends with .patinaproj";
    QTest::newRow("into none") << QStringList{"import", "none.patinaproj", "parts"} << "there is no such project";
    QTest::newRow("verify an image") << QStringList{"verify", "parts/test/good/2.png"} << "not a Patina project";
}

void TestCliProject::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    for (QString &name : arguments)
        if (name.contains('/') || name.contains('.') || name == "parts")
            name = at(name);
    const Outcome outcome = runCli(QStringList{"project"} + arguments);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.sentence().contains(says), qPrintable(outcome.err));
    QCOMPARE(outcome.out, QString());
}

void TestCliProject::aFolderThatIsNoneLeavesNoProject()
{
    const Outcome outcome = runCli({"project", "create", at("a.patinaproj"), at("no such folder")});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList{"parts"});
}

void TestCliProject::aFullDiskLeavesTheProjectAsItWas()
{
    QVERIFY(!figures({"create", at("a.patinaproj"), at("parts")}).isEmpty());
    const QJsonObject before = figures({"info", at("a.patinaproj")});
    for (int i = 10; i < 200; ++i)
        write(QString("parts/test/good/%1.png").arg(i), i % 256);
    const Outcome outcome = runCli({"project", "import", at("a.patinaproj"), at("parts")}, {.largestFile = 40'000});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(figures({"info", at("a.patinaproj")}), before);
    QVERIFY(!figures({"verify", at("a.patinaproj")}).isEmpty());
    QCOMPARE(figures({"import", at("a.patinaproj"), at("parts")})["images"].toInt(), 190);
}

void TestCliProject::aDamagedProjectIsRestored()
{
    QVERIFY(!figures({"create", at("a.patinaproj"), at("parts")}).isEmpty());
    write("parts/test/good/4.png", 40);
    QVERIFY(!figures({"import", at("a.patinaproj"), at("parts")}).isEmpty()); // with a backup of the state before
    const QJsonObject before = figures({"info", at("a.patinaproj")});
    const Outcome sound = runCli({"project", "restore", at("a.patinaproj")});
    QCOMPARE(sound.exitCode, 1);
    QVERIFY2(sound.sentence().contains("the project is sound"), qPrintable(sound.err));
    QFile out(at("a.patinaproj"));
    QVERIFY(out.open(QIODevice::ReadWrite) && out.seek(4096));
    QVERIFY(out.write(QByteArray(3 * 4096, 'x')) > 0);
    out.close();
    QVERIFY(runCli({"project", "import", at("a.patinaproj"), at("parts")}).sentence().contains("damaged"));
    const QJsonObject restored = figures({"restore", at("a.patinaproj")});
    QCOMPARE(restored["lost"].toInt(), 0);
    QVERIFY(QFile::exists(restored["kept"].toString()));
    QVERIFY(!figures({"verify", at("a.patinaproj")}).isEmpty());
    const int entries = restored["journal.entries"].toInt();
    QVERIFY(entries == 1 || entries == 2); // of the journal's pages as many as were left
    if (entries == 2)
        QCOMPARE(figures({"info", at("a.patinaproj")}), before);
}

QTEST_APPLESS_MAIN(TestCliProject)
#include "tst_cli_project.moc"
