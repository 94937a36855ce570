#include "tests/support/flow_window.h"
#include "ui/journal_feature.h"
#include "ui/models/edit_model.h"
#include "ui/models/journal_model.h"
#include "ui/panels/region_panel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDockWidget>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>

#include <SQLiteCpp/Database.h>

using namespace patina;

/// The journal in the real window: it follows what is done, tells what each entry changed, goes there, and is verified
/// and exported.
class TestFlowJournal : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_flow.reset(); }
    void withoutAProjectItSaysWhatToDo();
    void decisionsStandInIt();
    void anEntryTellsWhatItChangedAndLeadsThere();
    void entriesOfTheImageThatIsShown();
    void itIsVerified();
    void damageIsSaid();
    void itIsExported();
    void aSecondReaderDoesNotSeeIt();
    void itsHashCanBeKept();

private:
    QTableView *table() const { return m_flow->part<QTableView>("journalTable"); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString said() const
    {
        return m_flow->part<QWidget>("messageStrip")->isVisible() ? m_flow->part<QLabel>("messageText")->text()
                                                                  : QString();
    }
    QString empty() const { return m_flow->part<QLabel>("journalEmpty")->text(); }
    QLabel *label(const char *name) const { return m_flow->part<QLabel>(name); }
    /// A scored project of two images with a decision on the first region of the first.
    void decideOnce();

    std::unique_ptr<testing::FlowWindow> m_flow;
};

void TestFlowJournal::init()
{
    m_flow = std::make_unique<testing::FlowWindow>(2);
}

void TestFlowJournal::decideOnce()
{
    QVERIFY(m_flow->makeProject());
    QVERIFY(m_flow->session().project().change({"classes", {added(ProjectClass{"scratch", ClassKind::Defect, 0})}}));
    QVERIFY(m_flow->score());
    m_flow->press(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(m_flow->part<QDockWidget>("journalDock")->isVisible());
    QVERIFY(table()->hasFocus());
    m_flow->press(Qt::Key_Space);
    QTRY_VERIFY(m_flow->window().findChild<RegionPanel *>()->currentRow() >= 0);
    m_flow->press(Qt::Key_1);
    QCOMPARE(m_flow->session().project().contents().labels.size(), std::size_t{1});
}

void TestFlowJournal::withoutAProjectItSaysWhatToDo()
{
    m_flow->action("showJournal")->trigger();
    QVERIFY(empty().contains("make one of a folder"));
    QVERIFY(!table()->isVisible());
    QVERIFY(m_flow->makeProject());
    QVERIFY(table()->isVisible());
    QCOMPARE(cell(0, JournalModel::WhatColumn).left(16), QString("import 2 images "));
}

void TestFlowJournal::decisionsStandInIt()
{
    decideOnce();
    QCOMPARE(cell(0, JournalModel::WhatColumn), QString("label a region as scratch"));
    QCOMPARE(cell(0, JournalModel::NumberColumn), QString("3"));
    m_flow->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(cell(0, JournalModel::WhatColumn), QString("undo: label a region as scratch"));
    m_flow->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(cell(0, JournalModel::WhatColumn), QString("redo: label a region as scratch"));
    QCOMPARE(table()->model()->rowCount(), 5);
    QCOMPARE(label("journalCount")->text(), QString("5 entries"));
    m_flow->part<QLineEdit>("journalSearch")->setText("undo");
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(label("journalCount")->text(), QString("1 of 5 entries"));
}

void TestFlowJournal::anEntryTellsWhatItChangedAndLeadsThere()
{
    decideOnce();
    const auto *edits = m_flow->window().findChild<EditModel *>();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTRY_COMPARE(edits->rowCount(), 1);
    const std::string image = m_flow->session().project().contents().labels.front().image;
    QCOMPARE(edits->edits().edits.front().image, image);
    m_flow->session().showRow(m_flow->session().document().rowOfName(QString::fromStdString(image)) == 0 ? 1 : 0);
    QTRY_VERIFY(m_flow->canvas()->hasHeat());
    m_flow->part<QTreeView>("journalEdits")->setFocus();
    const QModelIndex fact = edits->index(0, 0);
    emit m_flow->part<QTreeView>("journalEdits")->activated(edits->index(0, EditModel::AfterColumn, fact));
    QTRY_COMPARE(m_flow->session().document().image(m_flow->session().currentRow()).id, image);
    QTRY_VERIFY(m_flow->window().findChild<RegionPanel *>()->currentRow() >= 0);
    // An entry of two edits, and back.
    table()->setCurrentIndex(table()->model()->index(2, 0));
    QTRY_VERIFY(edits->rowCount() > 1);
    QCOMPARE(edits->edits().edits.front().kind, EditKind::Added);
}

void TestFlowJournal::entriesOfTheImageThatIsShown()
{
    decideOnce();
    auto &session = m_flow->session();
    const std::string image = session.project().contents().labels.front().image;
    m_flow->part<QCheckBox>("journalThisImage")->setChecked(true);
    QCOMPARE(session.document().image(session.currentRow()).id, image);
    QCOMPARE(table()->model()->rowCount(), 2); // import, decision
    m_flow->press(Qt::Key_Backspace);
    QCOMPARE(table()->model()->rowCount(), 3);
    session.showRow(1 - session.currentRow());
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    m_flow->part<QCheckBox>("journalThisImage")->setChecked(false);
    QCOMPARE(table()->model()->rowCount(), 4);
}

void TestFlowJournal::itIsVerified()
{
    decideOnce();
    m_flow->part<QPushButton>("journalVerify")->click();
    QTRY_VERIFY(said().startsWith("File and journal are sound: 3 entries"));
    QVERIFY(said().contains(QString::fromStdString(m_flow->session().project().project().head().value().sha256)));
}

void TestFlowJournal::damageIsSaid()
{
    decideOnce();
    {
        SQLite::Database other(m_flow->projectFile().toStdString(), SQLite::OPEN_READWRITE); // another program
        other.exec("UPDATE journal SET who = 'Ida' WHERE number = 2");
    }
    m_flow->window().findChild<JournalFeature *>()->verify();
    QTRY_VERIFY(said().startsWith("The project is not what its journal tells: "));
}

void TestFlowJournal::itIsExported()
{
    decideOnce();
    const QString target = m_flow->file("journal.csv");
    m_flow->window().findChild<JournalFeature *>()->exportTo(target);
    QTRY_VERIFY(said().startsWith("3 entries of the journal were written to "));
    QFile csv(target);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().contains("label a region as scratch"));
    m_flow->window().findChild<JournalFeature *>()->exportTo(m_flow->file("none/journal.csv"));
    QTRY_VERIFY(said().startsWith("The journal was not exported. Cannot be written: "));
}

void TestFlowJournal::aSecondReaderDoesNotSeeIt()
{
    decideOnce();
    auto &project = m_flow->session().project();
    QVERIFY(project.beginReading("Ida", project.reader()));
    QCOMPARE(table()->model()->rowCount(), 0);
    QVERIFY(!table()->isVisible());
    QVERIFY(empty().contains("second reading"));
    project.endReading();
    QCOMPARE(table()->model()->rowCount(), 3);
    QVERIFY(table()->isVisible());
}

void TestFlowJournal::itsHashCanBeKept()
{
    decideOnce();
    m_flow->part<QPushButton>("journalCopy")->click();
    const auto head = m_flow->session().project().project().head().value();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("Entry 3, SHA-256 %1").arg(QString::fromStdString(head.sha256)));
}

QTEST_MAIN(TestFlowJournal)
#include "tst_flow_journal.moc"
