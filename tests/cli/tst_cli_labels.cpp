#include "tests/cli/cli_process.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <memory>

using namespace patina::test;

/// Labels of a project, to other programs and from them, on the command line.
class TestCliLabels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void comeBack_data();
    void comeBack();
    void theMvtecFolderIsADataSet();
    void overlaysAreWritten();
    void whatIsNotTakenIsSaid();
    void refuses_data();
    void refuses();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, int grey, cv::Rect rest = {}) const
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(name).path()));
        cv::Mat pixels(40, 60, CV_8UC1, cv::Scalar(grey));
        pixels(rest) = 0;
        QVERIFY(cv::imwrite(at(name).toStdString(), pixels));
    }
    QJsonObject figures(const QStringList &arguments) const
    {
        const Outcome outcome = runCli(arguments + QStringList{"--json"});
        return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out.toUtf8()).object() : QJsonObject();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliLabels::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write("parts/train/good/1.png", 10);
    write("parts/test/good/2.png", 20);
    write("parts/test/scratch/3.png", 30);
    write("parts/ground_truth/scratch/3_mask.png", 255, {0, 0, 30, 20});
    write("bare/train/good/1.png", 10);
    write("bare/test/good/2.png", 20);
    write("bare/test/scratch/3.png", 30);
    QVERIFY(!figures({"project", "create", at("first.patinaproj"), at("parts")}).isEmpty());
    QVERIFY(!figures({"project", "create", at("second.patinaproj"), at("bare")}).isEmpty());
}

void TestCliLabels::init()
{
    QFile::remove(at("out"));
    QDir(at("out")).removeRecursively();
    for (const char *name : {"a.patinaproj", "b.patinaproj", "c.patinaproj"})
        QFile::remove(at(name));
    QVERIFY(QFile::copy(at("first.patinaproj"), at("a.patinaproj")));
    QVERIFY(QFile::copy(at("second.patinaproj"), at("b.patinaproj")));
}

void TestCliLabels::comeBack_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"coco", "labelme", "cvat", "mvtec"})
        QTest::newRow(format) << format;
}

void TestCliLabels::comeBack()
{
    QFETCH(QString, format);
    QCOMPARE(
        figures({"project", "export", at("a.patinaproj"), "--out", at("out"), "--format", format})["labels"].toInt(),
        1);
    const QJsonObject taken =
        figures({"project", "import-labels", at("b.patinaproj"), at("out"), "--reader", "Jan", "--who", "Eva"});
    QCOMPARE(taken["format"].toString(), format);
    QCOMPARE(taken["labels"].toInt(), 1);
    QCOMPARE(taken["leftOut"].toInt(), 0);
    QCOMPARE(figures({"project", "export", at("b.patinaproj"), "--out", at("b.csv")})["labels"].toInt(), 1);
    const QByteArray csv = bytesOf(at("b.csv").toStdString());
    QVERIFY2(csv.contains("test/scratch/3.png,scratch,defect,Jan,imported,0,0,60,40,1800"), csv.constData());
    const Outcome again =
        runCli({"project", "import-labels", at("b.patinaproj"), at("out"), "--format", format, "--reader", "Jan"});
    QVERIFY2(again.out.contains("0 labels taken on 0 images, 0 classes made; 1 were in it already"),
             qPrintable(again.out + again.err));
    const QJsonObject verified = figures({"project", "verify", at("b.patinaproj")});
    QCOMPARE(verified["verified"].toBool(), true);
    QCOMPARE(verified["journal.entries"].toInt(), 2); // made, taken once
}

void TestCliLabels::theMvtecFolderIsADataSet()
{
    QVERIFY(!figures({"project", "export", at("a.patinaproj"), "--out", at("out"), "--format", "mvtec", "--link"})
                 .isEmpty());
    const Outcome info = runCli({"dataset", "info", at("out")});
    QCOMPARE(info.exitCode, 0);
    QVERIFY2(info.out.contains("MVTec AD"), qPrintable(info.out));
    const QJsonObject made = figures({"project", "create", at("c.patinaproj"), at("out")});
    QCOMPARE(made["images"].toInt(), 3);
    QCOMPARE(made["labels"].toInt(), 1);
}

void TestCliLabels::overlaysAreWritten()
{
    QCOMPARE(figures({"project", "export", at("a.patinaproj"), "--out", at("out"), "--format", "overlays"})["labels"]
                 .toInt(),
             1);
    const cv::Mat picture = cv::imread(at("out/test/scratch/3.png").toStdString());
    QVERIFY(picture.cols > 60 && picture.rows >= 40);
    QVERIFY(!QFile::exists(at("out/test/good/2.png")));
}

void TestCliLabels::whatIsNotTakenIsSaid()
{
    QFile file(at("other.xml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<annotations><image name='9.png' width='60' height='40'><box label='a' xtl='1' ytl='1' xbr='4' "
               "ybr='4'/></image><image name='3.png'><polyline label='a' points='1,1;2,2'/></image></annotations>");
    file.close();
    const Outcome outcome = runCli({"project", "import-labels", at("b.patinaproj"), file.fileName()});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.err.contains("not taken: 1 images that the project does not have (first: 9.png)") &&
                 outcome.err.contains("have no area (first: 3.png)"),
             qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains("0 labels taken"), qPrintable(outcome.out));
    QCOMPARE(figures({"project", "info", at("b.patinaproj")})["journal.entries"].toInt(), 1);
}

void TestCliLabels::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such source") << QStringList{"import-labels", "a.patinaproj", "none.json"} << "does not exist";
    QTest::newRow("an image") << QStringList{"import-labels", "a.patinaproj", "parts/test/good/2.png"}
                              << "neither XML (CVAT) nor a JSON object";
    QTest::newRow("a folder of nothing") << QStringList{"import-labels", "a.patinaproj", "parts/test"}
                                         << "neither a folder ground_truth (MVTec) nor JSON files";
    QTest::newRow("no such project") << QStringList{"import-labels", "none.patinaproj", "parts"}
                                     << "there is no such project";
    QTest::newRow("a folder that is full")
        << QStringList{"export", "a.patinaproj", "--out", "parts/test", "--format", "mvtec"}
        << "name a new or an empty";
    QTest::newRow("shapes of a table") << QStringList{"export", "a.patinaproj", "--out", "a.csv", "--shapes", "masks"}
                                       << "--shapes is for coco, cvat and labelme";
    QTest::newRow("links in a file") << QStringList{"export", "a.patinaproj", "--out", "a.csv", "--link"}
                                     << "--link is for mvtec";
}

void TestCliLabels::refuses()
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

QTEST_APPLESS_MAIN(TestCliLabels)
#include "tst_cli_labels.moc"
