#include "tests/flow/flow_window.h"
#include "ui/canvas/canvas.h"
#include "ui/document/project_models.h"

#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

#include <optional>

using namespace patina;
using testing::FlowWindow;

/// The page of the bank in the real window: rows, suspects, versions, and back to an earlier one.
class TestFlowBank : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void thePageSaysWhatADecisionDoesNotChange();
    void rowsLeadToTheirImages();
    void suspectsAreShownAndListed();
    void anEarlierVersionIsUsedAndComesBack();
    void theChosenVersionIsTheOneAfterReopening();
    void aProjectBringsItsVersion();
    void aReplacedFileIsNotUsed();
    void aMissingFileIsSaid();
    void readOnlyProjectsAreOnlyLookedAt();

private:
    QString at(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    bool settled() const { return m_flow->session->idle() && !m_flow->session->keeper().running(); }
    std::string openModel() const { return m_flow->document().hasModel() ? m_flow->document().model().hash : ""; }
    void start();
    /// A project of four images, whose first model is one.patina and whose second is two.patina, both scored.
    void makeVersions();
    void showPage(int tab)
    {
        m_flow->part<QAction>("bank")->trigger();
        m_flow->part<QTabWidget>("bankTabs")->setCurrentIndex(tab);
    }
    void selectVersion(const QString &file);
    QStringList versions() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<testing::FakeBehaviour> m_behaviour;
    std::optional<FlowWindow> m_flow;
};

void TestFlowBank::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    for (int i = 0; i < 4; ++i)
        testing::writePart(m_folder->filePath(QStringLiteral("parts/part%1.bmp").arg(i)), i);
    m_behaviour = std::make_shared<testing::FakeBehaviour>();
    ModelInfo info;
    info.images = {"part0.bmp", "part1.bmp"};
    info.versions = {{"parts", {}, 2, "training"}};
    info.bankRows = 10;
    info.supportRule = "auto";
    info.suspects = {{"part1.bmp", {80, 80, 40, 40}, 2.5, 3}, {"gone.bmp", {0, 0, 8, 8}, 1.5, 0}};
    m_behaviour->models["one.patina"] = info;
    info.bankRows = 20;
    m_behaviour->models["two.patina"] = info;
    m_behaviour->rowsOfImages = {4, 6};
    start();
}

void TestFlowBank::cleanup()
{
    m_flow.reset();
    m_folder.reset();
}

void TestFlowBank::start()
{
    m_flow.reset();
    m_flow.emplace(QString(), m_behaviour);
}

void TestFlowBank::makeVersions()
{
    m_flow->session->createProject(at("parts"), at("p.patinaproj"));
    QTRY_VERIFY(m_flow->project().isOpen() && settled());
    for (const char *name : {"one.patina", "two.patina"}) {
        const ProjectModel model{name, m_flow->project().project().storedPath(at(name).toStdString()),
                                 std::string("2026-01-01T00:00:0") + (name[0] == 'o' ? "1Z" : "2Z")};
        QVERIFY(m_flow->project().change({"train a model", editsToUse(m_flow->project().contents(), model)}));
        m_flow->session->openModel(at(name));
        QTRY_COMPARE(openModel(), std::string(name));
        m_flow->part<QAction>("scoreAll")->trigger();
        QTRY_VERIFY(m_flow->document().counts().scored == 4 && settled());
    }
}

QStringList TestFlowBank::versions() const
{
    const auto *model = m_flow->part<QTableView>("versionTable")->model();
    QStringList names;
    for (int row = 0; row < model->rowCount(); ++row)
        names << model->index(row, 0).data().toString();
    return names;
}

void TestFlowBank::selectVersion(const QString &file)
{
    auto *table = m_flow->part<QTableView>("versionTable");
    const auto row = static_cast<int>(versions().indexOf(file));
    QVERIFY(row >= 0);
    QTRY_COMPARE(table->model()->index(row, 2).data().toString().isEmpty(), false); // its file was read
    table->selectRow(row);
}

void TestFlowBank::thePageSaysWhatADecisionDoesNotChange()
{
    auto *dock = m_flow->part<QDockWidget>("bankDock");
    QVERIFY(!dock->isVisible());
    m_flow->press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(dock->isVisible());
    QVERIFY(m_flow->part<QLabel>("bankNote")->text().contains(QStringLiteral("not the model")));
}

void TestFlowBank::rowsLeadToTheirImages()
{
    m_flow->session->openFolder(at("parts"));
    m_flow->session->openModel(at("one.patina"));
    QTRY_VERIFY(m_flow->document().hasModel() && m_flow->document().hasImages() && settled());
    showPage(0);
    auto *tree = m_flow->part<QTreeView>("bankRows");
    QCOMPARE(tree->model()->rowCount(), 1);
    const QModelIndex image = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QCOMPARE(image.data().toString(), QStringLiteral("part1.bmp"));
    tree->setCurrentIndex(image);
    QTest::keyClick(tree, Qt::Key_Return);
    QTRY_COMPARE(m_flow->session->currentRow(), 1);
}

void TestFlowBank::suspectsAreShownAndListed()
{
    m_flow->session->openFolder(at("parts"));
    m_flow->session->openModel(at("one.patina"));
    QTRY_VERIFY(m_flow->document().hasModel() && m_flow->document().hasImages() && settled());
    showPage(1);
    auto *table = m_flow->part<QTableView>("suspectTable");
    QCOMPARE(table->model()->rowCount(), 2);
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(m_flow->session->currentRow(), 1);
    const auto *canvas = m_flow->part<Canvas>("canvas");
    QTRY_VERIFY(canvas->hasImage() && canvas->visibleArea().contains(QRect(80, 80, 40, 40)) &&
                canvas->visibleArea().width() < 200);
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_flow->said(), QStringLiteral("The image gone.bmp is not open."));
    m_flow->part<QPushButton>("suspectSave")->click();
    auto *dialog = m_flow->part<QFileDialog>("suspectListDialog");
    emit dialog->fileSelected(at("list.csv"));
    QFile list(at("list.csv"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    QCOMPARE(list.readAll(), QByteArray("image,x,y,width,height,loneliness,rows,picture\n"
                                        "part1.bmp,80,80,40,40,2.500,3,\ngone.bmp,0,0,8,8,1.500,0,\n"));
    QVERIFY(m_flow->said().contains(QStringLiteral("2 regions were written")));
    emit dialog->fileSelected(at("no/such/folder.csv"));
    QVERIFY(m_flow->said().startsWith(QStringLiteral("The list was not saved.")));
}

void TestFlowBank::anEarlierVersionIsUsedAndComesBack()
{
    makeVersions();
    showPage(2);
    QTRY_COMPARE(versions(), QStringList({"two.patina", "one.patina"}));
    auto *use = m_flow->part<QPushButton>("versionUse");
    QVERIFY(!use->isEnabled());
    selectVersion(QStringLiteral("one.patina"));
    const auto *sides = m_flow->part<QTableView>("versionComparison")->model();
    QCOMPARE(sides->headerData(1, Qt::Horizontal).toString(), QStringLiteral("one.patina"));
    QCOMPARE(sides->headerData(2, Qt::Horizontal).toString(), QStringLiteral("two.patina (in use)"));
    QVERIFY(use->isEnabled());
    const int scored = m_behaviour->scoreCalls;
    use->click();
    QTRY_COMPARE(openModel(), std::string("one.patina"));
    QTRY_COMPARE(m_flow->document().counts().scored, 4); // what it said is kept
    QCOMPARE(m_behaviour->scoreCalls.load(), scored);
    QCOMPARE(m_flow->project().undoText(), std::string("use the model one.patina"));
    m_flow->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(openModel(), std::string("two.patina"));
    m_flow->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(openModel(), std::string("one.patina"));
    QTRY_VERIFY(settled());
    const auto verdict = m_flow->project().project().verify({});
    QVERIFY(verdict && verdict->good());
}

void TestFlowBank::theChosenVersionIsTheOneAfterReopening()
{
    makeVersions();
    m_flow->session->useModel(at("one.patina"), "one.patina");
    QTRY_COMPARE(openModel(), std::string("one.patina"));
    start();
    m_flow->session->openProject(at("p.patinaproj"));
    QTRY_COMPARE(openModel(), std::string("one.patina"));
    QTRY_COMPARE(m_flow->document().counts().scored, 4);
    m_flow->session->openModel(at("two.patina")); // from its file: it is the one in use from now on
    QTRY_COMPARE(openModel(), std::string("two.patina"));
    QCOMPARE(modelInUse(m_flow->project().contents()), std::string("two.patina"));
    QTRY_VERIFY(settled());
    start();
    m_flow->session->openProject(at("p.patinaproj"));
    QTRY_COMPARE(openModel(), std::string("two.patina"));
}

void TestFlowBank::aProjectBringsItsVersion()
{
    makeVersions();
    start();
    m_flow->session->openModel(at("other.patina"));
    QTRY_COMPARE(openModel(), std::string("other.patina"));
    m_flow->session->openProject(at("p.patinaproj"));
    QTRY_COMPARE(openModel(), std::string("two.patina"));
    QVERIFY(!m_flow->project().canUndo());
}

void TestFlowBank::aReplacedFileIsNotUsed()
{
    makeVersions();
    m_behaviour->replaced.insert("one.patina");
    showPage(2);
    QTRY_COMPARE(versions().size(), 2);
    const auto *model = m_flow->part<QTableView>("versionTable")->model();
    QTRY_VERIFY(model->index(1, 5).data().toString().contains(QStringLiteral("is another model by now")));
    m_flow->part<QTableView>("versionTable")->selectRow(1);
    QVERIFY(!m_flow->part<QPushButton>("versionUse")->isEnabled());
    m_flow->session->useModel(at("one.patina"), "one.patina");
    QTRY_VERIFY(m_flow->said().contains(QStringLiteral("was replaced by another one")));
    QCOMPARE(openModel(), std::string("two.patina"));
    QCOMPARE(modelInUse(m_flow->project().contents()), std::string("two.patina"));
}

void TestFlowBank::aMissingFileIsSaid()
{
    makeVersions();
    m_flow->session->useModel(at("missing.patina"), "missing.patina");
    QTRY_VERIFY(m_flow->said().startsWith(QStringLiteral("The model missing.patina was not opened.")));
    QCOMPARE(openModel(), std::string("two.patina"));
    QCOMPARE(m_flow->project().undoText(), std::string("train a model"));
}

void TestFlowBank::readOnlyProjectsAreOnlyLookedAt()
{
    makeVersions();
    auto behaviour = m_behaviour;
    FlowWindow second(QString(), behaviour);
    second.session->openProject(at("p.patinaproj"));
    QTRY_VERIFY(second.project().isOpen() && second.document().hasModel() && second.session->idle());
    QVERIFY(!second.project().canWrite());
    second.session->useModel(at("one.patina"), "one.patina");
    QTRY_COMPARE(second.document().model().hash, std::string("one.patina"));
    QCOMPARE(modelInUse(second.project().contents()), std::string("two.patina"));
}

QTEST_MAIN(TestFlowBank)
#include "tst_flow_bank.moc"
