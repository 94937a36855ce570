#include "core/project/project.h"
#include "tests/cli/cli_process.h"
#include "tests/core/project/made_project.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace patina;
using namespace patina::test;

/// `project agreement` on projects that are made here.
class TestCliAgreement : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void saysHowFarTheyAgree();
    void saysWhyThereIsNone();
    void writesEachRegion();
    void refuses();

private:
    QString file() const { return m_folder->filePath("a.patinaproj"); }
    /// \param second what the second reader says of the regions that the first calls a scratch.
    void makeProject(const QStringList &second) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliAgreement::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestCliAgreement::makeProject(const QStringList &second) const
{
    auto project = Project::create(file().toStdString());
    QVERIFY(project);
    Change change = madeStart();
    std::int64_t id = 0;
    for (const QString &className : second) {
        Label label = madeLabel(++id, "train/good/1.png");
        label.mask = madeMask(static_cast<int>(id) * 3);
        change.edits.push_back(added(label));
        label.id = ++id;
        label.reader = "Ida";
        label.className = className.toStdString();
        change.edits.push_back(added(label));
    }
    QVERIFY(project->apply(change, "Eva"));
}

void TestCliAgreement::saysHowFarTheyAgree()
{
    makeProject({"scratch", "scratch", "water stain", "good"});
    const Outcome text = runCli({"project", "agreement", file(), "--readers", "Eva", "Ida"});
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.out.contains("decided by Eva and Ida: 4, by Eva alone: 0, by Ida alone: 0") &&
                 text.out.contains("over classes: 0.00 (") && text.out.contains("2 of 4 agree") &&
                 text.out.contains("Eva \\ Ida"),
             qPrintable(text.out));
    const Outcome outcome = runCli({"project", "agreement", file(), "--readers", "Eva", "Ida", "--json"});
    const QJsonObject json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(json["regions.both"].toInt(), 4);
    QCOMPARE(json["classes.agreement"].toDouble(), 0.5);
    QCOMPARE(json["classes.kappa"].toDouble(-1.0), 0.0);
    QCOMPARE(json["table.scratch/good"].toInt(), 1);
}

void TestCliAgreement::saysWhyThereIsNone()
{
    makeProject({"scratch", "scratch"});
    const Outcome text = runCli({"project", "agreement", file(), "--readers", "Eva", "Ida"});
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.out.contains("none: both readers used one category only") && !text.out.contains("nan"),
             qPrintable(text.out));
    const Outcome outcome = runCli({"project", "agreement", file(), "--readers", "Eva", "Ida", "--json"});
    const QJsonObject json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QVERIFY(json["classes.kappa"].isNull() && json["classes.kappaLow95"].isNull());
    QVERIFY(json["why"].toObject()["classes.kappa"].toString().contains("one category only"));
}

void TestCliAgreement::writesEachRegion()
{
    makeProject({"scratch", "good"});
    const QString csv = m_folder->filePath("agreement.csv");
    QCOMPARE(runCli({"project", "agreement", file(), "--readers", "Eva", "Ida", "--out", csv}).exitCode, 0);
    const QByteArray lines = bytesOf(csv.toStdString());
    QVERIFY2(lines.startsWith("image,x,y,width,height,first,second,same\ntrain/good/1.png,10,"), lines.constData());
    QVERIFY(lines.contains(",scratch,scratch,yes\n") && lines.contains(",scratch,good,no\n"));
}

void TestCliAgreement::refuses()
{
    makeProject({"scratch"});
    const Outcome nobody = runCli({"project", "agreement", file(), "--readers", "Eva", "Uwe"});
    QCOMPARE(nobody.exitCode, 1);
    QVERIFY2(nobody.sentence().contains("nothing was decided by Uwe; there are decisions by Eva, Ida"),
             qPrintable(nobody.err));
    QCOMPARE(runCli({"project", "agreement", file(), "--readers", "Eva", "Eva"}).exitCode, 1);
    QVERIFY(runCli({"project", "agreement", file(), "--readers", "Eva"}).exitCode != 0);
    QVERIFY(runCli({"project", "agreement", file()}).exitCode != 0);
}

QTEST_APPLESS_MAIN(TestCliAgreement)
#include "tst_cli_agreement.moc"
