#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "core/project/project.h"
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

/// Every verb that gives figures of a data set gives those of a project, too: of the same images the same.
class TestCliProjectFigures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void thresholdsAreThoseOfTheDataSet();
    void groupsAndReaders();
    void comparedAsTheDataSet();
    void whatAnyModelWasMadeFromIsLeftOut();
    void refuses_data();
    void refuses();

private:
    Outcome run(const QStringList &arguments) const { return runCli(arguments, {.home = file("home")}); }
    QString file(const char *name) const { return text(m_folder.path() / name); }
    QString data() const { return text(m_data.path()); }
    QString project() const { return file("parts.patinaproj"); }
    QJsonObject figures(const QStringList &arguments) const
    {
        const Outcome outcome = run(arguments + QStringList{"--json"});
        return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out.toUtf8()).object() : QJsonObject();
    }

    SampleFolder m_folder;
    SampleFolder m_few;  ///< the first 8 of the good training images
    SampleFolder m_data; ///< 12 good training images, 12 good test images, 8 with a scratch, 4 with a dent
};

void TestCliProjectFigures::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    const auto images = [&](const std::string &folder, int count, int seed) {
        for (int i = 0; i < count; ++i) {
            m_data.image("test/" + folder + "/" + std::to_string(i) + ".png", seed + i, partSize);
            if (folder != "good")
                m_data.mask("ground_truth/" + folder + "/" + std::to_string(i) + "_mask.png", 255, partSize);
        }
    };
    for (int i = 0; i < 12; ++i)
        for (const SampleFolder *folder : {&m_data, &m_few})
            if (folder == &m_data || i < 8)
                folder->image("train/good/" + std::to_string(i) + ".png", i, partSize);
    m_few.image("test/good/0.png", 20, partSize);
    images("good", 12, 20);
    images("scratch", 8, 50);
    images("dent", 4, 80);
    for (const QStringList &model :
         {QStringList{"few.patina", text(m_few.path())}, QStringList{"all.patina", data()}}) {
        const Outcome trained =
            run({"train", model[1], "--out", file(qPrintable(model[0])), "--backbone", "tiny", "--bank-size", "200"});
        QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
    }
    QVERIFY(!figures({"project", "create", project(), data()}).isEmpty());
}

void TestCliProjectFigures::thresholdsAreThoseOfTheDataSet()
{
    for (const QStringList &rule :
         {QStringList{"--rule", "quantile:0.2"},
          QStringList{"--rule", "max-escape:0.5", "--class", "scratch", "--point", "--seed", "3"},
          QStringList{"--rule", "quantile:0.2", "--min-area", "40"}}) {
        const QJsonObject ofData = figures(QStringList{"threshold", file("all.patina"), data()} + rule);
        const QJsonObject ofProject = figures(QStringList{"threshold", file("all.patina"), project()} + rule);
        QVERIFY(ofData.size() > 40);
        for (const QString &name : ofData.keys())
            if (name != "why")
                QVERIFY2(ofProject[name] == ofData[name], qPrintable(name));
        QCOMPARE(ofProject["images.trainedOn"].toInt(), 12);
        QVERIFY(ofProject["truth.sha256"].isString());
    }
    const Outcome said = run({"threshold", file("all.patina"), project(), "--rule", "f1-max"});
    QVERIFY2(said.err.contains("left out 12 images that the model was made from"), qPrintable(said.err));
}

void TestCliProjectFigures::groupsAndReaders()
{
    const QStringList call{"threshold", file("all.patina"), project(), "--rule", "f1-max"};
    const QJsonObject grouped = figures(call + QStringList{"--groups", "test/[a-z]+/([0-9])"});
    QCOMPARE(grouped["calibration.groups"].toInt() + grouped["acceptance.groups"].toInt(), 10);
    const Outcome nobody = run(call + QStringList{"--reader", "Ida"});
    QCOMPARE(nobody.exitCode, 1);
    QVERIFY2(nobody.sentence().contains("nobody called Ida"), qPrintable(nobody.err));
}

void TestCliProjectFigures::comparedAsTheDataSet()
{
    const QStringList models{"compare", file("few.patina"), file("all.patina")};
    const QJsonObject ofData = figures(models + QStringList{data(), "--review", "0.8"});
    const QJsonObject ofProject = figures(models + QStringList{project(), "--review", "0.8"});
    QVERIFY(ofData.size() > 100);
    for (const QString &name : ofData.keys())
        if (name != "why" && name != "memory.peakBytes")
            QVERIFY2(ofProject[name] == ofData[name], qPrintable(name));
    QCOMPARE(ofProject["images.trainedOn"].toInt(), 12);
}

/// Images that one reader is done with count, unless one of the two was made from them.
void TestCliProjectFigures::whatAnyModelWasMadeFromIsLeftOut()
{
    QVERIFY(QFile::copy(project(), file("read.patinaproj")));
    {
        auto opened = Project::open(file("read.patinaproj").toStdString(), Project::Access::ReadWrite);
        QVERIFY(opened);
        Change change{"reviewed", {}};
        for (const char *name : {"8", "9", "10", "11"})
            change.edits.push_back(
                added(Review{std::string("train/good/") + name + ".png", "Eva", "2026-01-31T00:00:00Z"}));
        QVERIFY(opened->apply(change, "Eva"));
    }
    const QStringList alone{"compare", file("few.patina"), file("few.patina"), file("read.patinaproj")};
    QCOMPARE(figures(alone)["images.matched"].toInt(), 24 + 4);
    QCOMPARE(figures(alone)["images.trainedOn"].toInt(), 8);
    for (const QStringList &models :
         {QStringList{file("few.patina"), file("all.patina")}, QStringList{file("all.patina"), file("few.patina")}}) {
        const Outcome both = run(QStringList{"compare"} + models + QStringList{file("read.patinaproj"), "--json"});
        const QJsonObject json = QJsonDocument::fromJson(both.out.toUtf8()).object();
        QCOMPARE(json["images.matched"].toInt(), 24);
        QCOMPARE(json["images.trainedOn"].toInt(), 12);
        QCOMPARE(json["reader"].toString(), QString("Eva"));
        QVERIFY2(both.err.contains("left out 12 images that one of the models was made from"), qPrintable(both.err));
    }
}

void TestCliProjectFigures::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const QStringList rule{"--rule", "f1-max"};
    const QString model = file("all.patina");
    QTest::newRow("no such project") << QStringList{"threshold", model, "none.patinaproj"} + rule
                                     << "there is no such project";
    QTest::newRow("strict") << QStringList{"threshold", model, project(), "--strict"} + rule
                            << "--strict is for a data set";
    QTest::newRow("reader of a folder") << QStringList{"threshold", model, data(), "--reader", "Eva"} + rule
                                        << "which " + data() + " is not";
    QTest::newRow("class") << QStringList{"threshold", model, project(), "--rule", "max-escape:0.1", "--class", "crack"}
                           << "'crack' is no class that counts as a defect in " + project();
    QTest::newRow("compare, strict") << QStringList{"compare", model, model, project(), "--strict"}
                                     << "--strict is for a data set";
    QTest::newRow("compare, no model") << QStringList{"compare", model, "none.patina", project()} << "none.patina";
    QTest::newRow("compare, reader of a folder")
        << QStringList{"compare", model, model, data(), "--reader", "Eva"} << "--reader is for a project";
}

void TestCliProjectFigures::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.sentence().contains(says), qPrintable(outcome.err));
    QCOMPARE(outcome.out, QString());
}

QTEST_GUILESS_MAIN(TestCliProjectFigures)
#include "tst_cli_project_figures.moc"
