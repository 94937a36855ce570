#include "tests/flow/flow_window.h"
#include "ui/canvas/canvas.h"

#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <csignal>
#include <optional>
#include <sys/resource.h>

using namespace patina;
using testing::FlowWindow;

/// What goes wrong around a project: one sentence each in the real window, and nothing is lost.
class TestFlowDamage : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aFullDiskRefusesADecision();
    void anImageThatWasDeletedIsMarked();
    void aFolderThatCannotBeReadIsSaid();
    void aFolderThatTakesNoProjectIsSaid();
    void aModelOfAnotherBackboneIsSaid();
    void aDamagedProjectIsRestored();
    void damageThatOpeningDoesNotSeeIsFound();
    void whoeverSaysNoKeepsTheFile();
    void whatWouldBeLostIsSaid();
    void aFileThatIsNoProjectAsksNothing();

private:
    QString at(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QString project() const { return at("p.patinaproj"); }
    void make();
    void open();
    void decide(int regions);
    bool settled() const { return m_flow->session->idle() && !m_flow->session->keeper().running(); }
    void sql(const char *text) const { SQLite::Database(project().toStdString(), SQLite::OPEN_READWRITE).exec(text); }
    QMessageBox *question() const { return m_flow->window->findChild<QMessageBox *>("restoreQuestion"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<FlowWindow> m_flow;
};

void TestFlowDamage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    for (int i = 0; i < 3; ++i)
        testing::writePart(m_folder->filePath(QStringLiteral("parts/part%1.png").arg(i)), i);
    m_flow.emplace();
}

void TestFlowDamage::cleanup()
{
    m_flow.reset();
    m_folder.reset();
}

/// A project of three scored images, the first one shown with its two regions.
void TestFlowDamage::make()
{
    m_flow->session->createProject(at("parts"), project());
    QTRY_VERIFY(m_flow->project().isOpen());
    m_flow->session->openModel(at("one.patina"));
    QTRY_VERIFY(m_flow->document().hasModel());
    m_flow->part<QAction>("scoreAll")->trigger();
    QTRY_VERIFY(m_flow->document().counts().scored == 3 && settled());
    QTRY_COMPARE(m_flow->part<QTableView>("regionTable")->model()->rowCount(), 2);
}

void TestFlowDamage::open()
{
    m_flow.emplace();
    m_flow->session->openProject(project());
}

void TestFlowDamage::decide(int regions)
{
    for (int i = 0; i < regions; ++i) {
        m_flow->press(Qt::Key_Space);
        m_flow->press(Qt::Key_0);
    }
    QCOMPARE(m_flow->project().contents().labels.size(), static_cast<std::size_t>(regions));
}

/// A limit on the size of files is a disk that is full.
void TestFlowDamage::aFullDiskRefusesADecision()
{
    make();
    decide(1);
    const ProjectContents before = m_flow->project().contents();
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit usual{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
    const rlimit full{1, usual.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
    m_flow->press(Qt::Key_Space);
    m_flow->press(Qt::Key_0);
    const QString said = m_flow->said();
    const bool kept = m_flow->project().contents() == before;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY2(said.contains("Cannot be written") && said.contains("p.patinaproj"), qPrintable(said));
    QVERIFY(kept);
    m_flow->press(Qt::Key_0); // with room again
    QCOMPARE(m_flow->project().contents().labels.size(), std::size_t{2});
    const ProjectContents after = m_flow->project().contents();
    open();
    QTRY_VERIFY(m_flow->project().isOpen());
    QVERIFY(m_flow->project().contents() == after);
    QVERIFY(m_flow->project().project().verify({})->good());
}

void TestFlowDamage::anImageThatWasDeletedIsMarked()
{
    make();
    decide(2);
    const ProjectContents before = m_flow->project().contents();
    QVERIFY(QFile::remove(at("parts/part1.png")));
    m_flow.reset();
    open();
    QTRY_VERIFY(m_flow->project().isOpen() && settled());
    QCOMPARE(m_flow->document().counts().scored, 2); // of what is not there nothing is shown
    m_flow->session->showRow(1);
    QTRY_VERIFY(m_flow->said().contains("part1.png"));
    QTRY_COMPARE(m_flow->document().result(1).state, ImageState::Failed);
    m_flow->session->showRow(2);
    QTRY_VERIFY(m_flow->part<Canvas>("canvas")->hasImage());
    QVERIFY(m_flow->project().contents() == before);
}

/// A file in the place of the folder: like one whose rights are gone, it gives no image.
void TestFlowDamage::aFolderThatCannotBeReadIsSaid()
{
    make();
    decide(2);
    const ProjectContents before = m_flow->project().contents();
    QVERIFY(QDir(m_folder->path()).rename("parts", "away"));
    QFile inTheWay(at("parts"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    m_flow.reset();
    open();
    QTRY_VERIFY(m_flow->project().isOpen());
    QTRY_VERIFY2(m_flow->said().contains("part0.png"), qPrintable(m_flow->said()));
    QTRY_VERIFY(settled());
    m_flow->part<QAction>("scoreAll")->trigger();
    QTRY_VERIFY2(m_flow->said().contains("3 images were not scored"), qPrintable(m_flow->said()));
    QVERIFY(m_flow->project().contents() == before);
    QVERIFY(inTheWay.remove() && QDir(m_folder->path()).rename("away", "parts"));
    m_flow.reset();
    open();
    QTRY_COMPARE(m_flow->document().counts().scored, 3); // nothing had to be scored again
    QVERIFY(m_flow->project().contents() == before);
}

void TestFlowDamage::aFolderThatTakesNoProjectIsSaid()
{
    QFile file(at("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_flow->session->createProject(at("parts"), at("file/p.patinaproj"));
    QTRY_VERIFY(m_flow->said().contains("file/p.patinaproj"));
    QVERIFY(!m_flow->project().isOpen());
    m_flow->session->createProject(at("file"), project());
    QTRY_VERIFY(m_flow->said().contains("p.patinaproj"));
    QTRY_VERIFY(settled());
    QVERIFY(!QFile::exists(project()));
}

void TestFlowDamage::aModelOfAnotherBackboneIsSaid()
{
    make();
    m_flow->session->openModel(at("foreign.patina"));
    QTRY_VERIFY2(m_flow->said().contains("another backbone"), qPrintable(m_flow->said()));
    QCOMPARE(m_flow->document().modelPath(), at("one.patina"));
    QCOMPARE(m_flow->document().counts().scored, 3);
    decide(2);
}

void TestFlowDamage::aDamagedProjectIsRestored()
{
    make();
    decide(2);
    const ProjectContents before = m_flow->project().contents();
    open();
    QTRY_VERIFY(m_flow->project().isOpen() && settled()); // with a backup of all of it
    m_flow.reset();
    QFile file(project());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write("this is no project any more") > 0);
    file.close();
    open();
    QTRY_VERIFY(question());
    QVERIFY2(m_flow->said().contains("p.patinaproj"), qPrintable(m_flow->said()));
    QVERIFY2(question()->informativeText().contains("Nothing that can still be read is lost"),
             qPrintable(question()->informativeText()));
    QTest::mouseClick(question()->findChild<QPushButton *>("restoreAccept"), Qt::LeftButton);
    QTRY_VERIFY(m_flow->project().isOpen());
    QVERIFY(m_flow->project().canWrite());
    QVERIFY(m_flow->project().contents() == before);
    QVERIFY2(m_flow->said().contains("the damaged file is kept as p.patinaproj.damaged-"), qPrintable(m_flow->said()));
    QTRY_VERIFY(settled());
    QCOMPARE(m_flow->document().counts().scored, 3); // the backup has the results, too
    QCOMPARE(QDir(m_folder->path()).entryList({"*.damaged-*"}).size(), 1);
}

void TestFlowDamage::damageThatOpeningDoesNotSeeIsFound()
{
    make();
    decide(2);
    const ProjectContents before = m_flow->project().contents();
    m_flow.reset();
    sql("UPDATE labels SET class = 'good' WHERE id = 2");
    open();
    QTRY_VERIFY(question());
    QVERIFY2(m_flow->said().contains("is damaged"), qPrintable(m_flow->said()));
    QVERIFY(!m_flow->project().isOpen());
    QTest::keyClick(question(), Qt::Key_Return);
    QTRY_VERIFY(m_flow->project().isOpen());
    QVERIFY(m_flow->project().contents() == before);
}

void TestFlowDamage::whoeverSaysNoKeepsTheFile()
{
    make();
    decide(1);
    m_flow.reset();
    sql("DELETE FROM labels");
    QFile stored(project());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray damaged = stored.readAll();
    open();
    QTRY_VERIFY(question());
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QVERIFY2(m_flow->said().contains("left as it is"), qPrintable(m_flow->said()));
    stored.seek(0);
    QCOMPARE(stored.readAll().size(), damaged.size());
    QVERIFY(!QFile::exists(at("p.patinaproj.restored")));
    open(); // and is asked again
    QTRY_VERIFY(question());
}

void TestFlowDamage::whatWouldBeLostIsSaid()
{
    make();
    decide(2);
    m_flow.reset();
    sql("DELETE FROM journal WHERE number = 2; DELETE FROM labels");
    QVERIFY(QFile::remove(at("p.patinaproj.backup")));
    open();
    QTRY_VERIFY(question());
    QVERIFY2(question()->informativeText().contains("2 changes behind that") ||
                 question()->informativeText().contains("changes behind that"),
             qPrintable(question()->informativeText()));
    QVERIFY(question()->informativeText().contains("There is no backup"));
}

void TestFlowDamage::aFileThatIsNoProjectAsksNothing()
{
    QFile file(project());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("nothing of the kind") > 0);
    file.close();
    open();
    QTRY_VERIFY(m_flow->said().contains("p.patinaproj"));
    QTRY_VERIFY(settled());
    QVERIFY(!question());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("nothing of the kind"));
}

QTEST_MAIN(TestFlowDamage)
#include "tst_flow_damage.moc"
