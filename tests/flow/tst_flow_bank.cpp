#include "tests/flow/bank_window.h"
#include "ui/canvas/canvas.h"

#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace patina;

/// The page of the bank in the real window: rows, suspects, versions, and back to an earlier one.
class TestFlowBank : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_bank.emplace(); }
    void cleanup() { m_bank.reset(); }
    void thePageSaysWhatADecisionDoesNotChange();
    void rowsLeadToTheirImages();
    void suspectsAreShownAndListed();
    void anEarlierVersionIsUsedAndComesBack();
    void aReplacedFileIsNotUsed();

private:
    void showPage(int tab)
    {
        m_bank->flow().part<QAction>("bank")->trigger();
        m_bank->flow().part<QTabWidget>("bankTabs")->setCurrentIndex(tab);
    }
    void selectVersion(const QString &file);
    QStringList versions();

    std::optional<testing::BankWindow> m_bank;
};

QStringList TestFlowBank::versions()
{
    const auto *model = m_bank->flow().part<QTableView>("versionTable")->model();
    QStringList names;
    for (int row = 0; row < model->rowCount(); ++row)
        names << model->index(row, 0).data().toString();
    return names;
}

void TestFlowBank::selectVersion(const QString &file)
{
    auto *table = m_bank->flow().part<QTableView>("versionTable");
    const auto row = static_cast<int>(versions().indexOf(file));
    QVERIFY(row >= 0);
    QTRY_COMPARE(table->model()->index(row, 2).data().toString().isEmpty(), false); // its file was read
    table->selectRow(row);
}

void TestFlowBank::thePageSaysWhatADecisionDoesNotChange()
{
    m_bank->session().openFolder(m_bank->at("parts"));
    QTRY_VERIFY(m_bank->flow().document().hasImages() && m_bank->settled());
    auto *dock = m_bank->flow().part<QDockWidget>("bankDock");
    QVERIFY(!dock->isVisible());
    m_bank->flow().press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(dock->isVisible());
    QVERIFY(m_bank->flow().part<QLabel>("bankNote")->text().contains(QStringLiteral("not the model")));
}

void TestFlowBank::rowsLeadToTheirImages()
{
    m_bank->session().openFolder(m_bank->at("parts"));
    m_bank->session().openModel(m_bank->at("one.patina"));
    QTRY_VERIFY(m_bank->flow().document().hasModel() && m_bank->flow().document().hasImages() && m_bank->settled());
    showPage(0);
    auto *tree = m_bank->flow().part<QTreeView>("bankRows");
    QCOMPARE(tree->model()->rowCount(), 1);
    const QModelIndex image = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QCOMPARE(image.data().toString(), QStringLiteral("part1.bmp"));
    tree->setCurrentIndex(image);
    QTest::keyClick(tree, Qt::Key_Return);
    QTRY_COMPARE(m_bank->session().currentRow(), 1);
}

void TestFlowBank::suspectsAreShownAndListed()
{
    m_bank->session().openFolder(m_bank->at("parts"));
    m_bank->session().openModel(m_bank->at("one.patina"));
    QTRY_VERIFY(m_bank->flow().document().hasModel() && m_bank->flow().document().hasImages() && m_bank->settled());
    showPage(1);
    auto *table = m_bank->flow().part<QTableView>("suspectTable");
    QCOMPARE(table->model()->rowCount(), 2);
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(m_bank->session().currentRow(), 1);
    const auto *canvas = m_bank->flow().part<Canvas>("canvas");
    QTRY_VERIFY(canvas->hasImage() && canvas->visibleArea().contains(QRect(80, 80, 40, 40)) &&
                canvas->visibleArea().width() < 200);
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_bank->flow().said(), QStringLiteral("The image gone.bmp of parts is not open."));
    table->selectRow(0);
    m_bank->flow().part<QPushButton>("suspectSave")->click();
    auto *dialog = m_bank->flow().part<QFileDialog>("suspectListDialog");
    emit dialog->fileSelected(m_bank->at("list.csv"));
    QFile list(m_bank->at("list.csv"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    QCOMPARE(list.readAll(), QByteArray("image,x,y,width,height,loneliness,rows,picture\n"
                                        "part1.bmp,80,80,40,40,2.500,3,\n"));
    QVERIFY(m_bank->flow().said().contains(QStringLiteral("1 region was written")));
    dialog->close();
    table->clearSelection();
    QVERIFY(!m_bank->flow().part<QPushButton>("suspectSave")->isEnabled());
    QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
    m_bank->flow().part<QPushButton>("suspectSaveAll")->click();
    dialog = m_bank->flow().part<QFileDialog>("suspectListDialog");
    emit dialog->fileSelected(m_bank->at("list.csv"));
    QVERIFY(m_bank->flow().said().contains(QStringLiteral("2 regions were written")));
    emit dialog->fileSelected(m_bank->at("no/such/folder.csv"));
    QVERIFY(m_bank->flow().said().startsWith(QStringLiteral("The list was not saved.")));
}

void TestFlowBank::anEarlierVersionIsUsedAndComesBack()
{
    QVERIFY(m_bank->makeVersions());
    showPage(2);
    QTRY_COMPARE(versions(), QStringList({"two.patina", "one.patina"}));
    auto *use = m_bank->flow().part<QPushButton>("versionUse");
    QVERIFY(!use->isEnabled());
    selectVersion(QStringLiteral("one.patina"));
    const auto *sides = m_bank->flow().part<QTableView>("versionComparison")->model();
    QCOMPARE(sides->headerData(1, Qt::Horizontal).toString(), QStringLiteral("one.patina"));
    QCOMPARE(sides->headerData(2, Qt::Horizontal).toString(), QStringLiteral("two.patina (in use)"));
    QVERIFY(use->isEnabled());
    const int scored = m_bank->behaviour->scoreCalls;
    use->click();
    QTRY_COMPARE(m_bank->openModel(), std::string("one.patina"));
    QTRY_COMPARE(m_bank->flow().document().counts().scored, 4); // what it said is kept
    QVERIFY(m_bank->behaviour->scoreCalls <= scored + 1);       // the image that is shown, for its heatmap
    QCOMPARE(m_bank->project().undoText(), std::string("use the model one.patina"));
    m_bank->flow().press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_bank->openModel(), std::string("two.patina"));
    m_bank->flow().press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_bank->openModel(), std::string("one.patina"));
    QTRY_VERIFY(m_bank->settled());
    const auto verdict = m_bank->project().project().verify({});
    QVERIFY(verdict && verdict->good());
}

void TestFlowBank::aReplacedFileIsNotUsed()
{
    QVERIFY(m_bank->makeVersions());
    m_bank->behaviour->replaced.insert("one.patina");
    showPage(2);
    QTRY_COMPARE(versions().size(), 2);
    const auto *model = m_bank->flow().part<QTableView>("versionTable")->model();
    QTRY_VERIFY(model->index(1, 5).data().toString().contains(QStringLiteral("another model by now")));
    m_bank->flow().part<QTableView>("versionTable")->selectRow(1);
    QVERIFY(!m_bank->flow().part<QPushButton>("versionUse")->isEnabled());
    m_bank->session().useModel(m_bank->at("one.patina"), "one.patina");
    QTRY_VERIFY(m_bank->flow().said().contains(QStringLiteral("was replaced by another one")));
    QCOMPARE(m_bank->openModel(), std::string("two.patina"));
    QCOMPARE(m_bank->inUse(), std::string("two.patina"));
}

QTEST_MAIN(TestFlowBank)
#include "tst_flow_bank.moc"
