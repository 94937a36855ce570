#include "tests/flow/flow_window.h"
#include "ui/canvas/canvas.h"

#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QTableView>
#include <QTemporaryDir>

#include <optional>

using namespace patina;
using testing::FlowWindow;

/// Results that stay with the project, through the real window.
class TestFlowResults : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void resultsAndHeatmapsAreThereAgain();
    void withoutACacheTheImageThatIsShownIsScored();
    void theQueueIsThereAgain_data();
    void theQueueIsThereAgain();
    void withoutScoresNothingIsReviewed();
    void zonesWithoutAModelForgetScores();
    void withoutTheModelTheListShowsItsScores_data();
    void withoutTheModelTheListShowsItsScores();
    void changedImagesHaveNoResult();
    void imagesThatWereMovedAreFound();
    void anotherModelHasItsOwnResults();
    void aModelThatIsOpenStays();
    void resultsAreNoChanges();
    void damagedMapsAreMadeAgain();

private:
    QString at(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QString project() const { return at("p.patinaproj"); }
    QString cache() const { return at("cache"); }
    /// Makes the project, scores its four images with one.patina, closes all.
    void scoreOnce();
    void score(const char *model);
    void open(std::shared_ptr<testing::FakeBehaviour> behaviour = {});
    bool settled() const { return m_flow->session->idle() && !m_flow->session->keeper().running(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<FlowWindow> m_flow;
};

void TestFlowResults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    for (int i = 0; i < 4; ++i)
        testing::writePart(m_folder->filePath(QStringLiteral("parts/part%1.bmp").arg(i)), i);
}

void TestFlowResults::cleanup()
{
    m_flow.reset();
    m_folder.reset();
}

void TestFlowResults::scoreOnce()
{
    m_flow.emplace(cache());
    m_flow->session->createProject(at("parts"), project());
    QTRY_VERIFY(m_flow->project().isOpen());
    score("one.patina");
    m_flow.reset();
}

void TestFlowResults::score(const char *model)
{
    m_flow->session->openModel(at(model));
    QTRY_VERIFY(m_flow->document().modelPath() == at(model) && settled());
    m_flow->part<QAction>("scoreAll")->trigger();
    QTRY_COMPARE(m_flow->document().counts().scored, 4);
    QTRY_VERIFY(settled());
}

void TestFlowResults::open(std::shared_ptr<testing::FakeBehaviour> behaviour)
{
    m_flow.reset();
    m_flow.emplace(cache(), std::move(behaviour));
    m_flow->session->openProject(project());
    QTRY_VERIFY(m_flow->project().isOpen());
    QTRY_VERIFY(settled());
}

void TestFlowResults::resultsAndHeatmapsAreThereAgain()
{
    scoreOnce();
    open();
    QCOMPARE(m_flow->document().counts().scored, 4);
    QVERIFY(m_flow->document().hasModel());
    QVERIFY(m_flow->part<Canvas>("canvas")->hasHeat());
    QCOMPARE(m_flow->part<QTableView>("regionTable")->model()->rowCount(), 2);
    m_flow->session->showRow(2);
    QTRY_VERIFY(settled() && m_flow->part<Canvas>("canvas")->hasHeat());
    QCOMPARE(m_flow->behaviour->scoreCalls.load(), 0);
    QCOMPARE(m_flow->said(), QString());
}

void TestFlowResults::withoutACacheTheImageThatIsShownIsScored()
{
    scoreOnce();
    QVERIFY(QDir(cache()).removeRecursively());
    open();
    QCOMPARE(m_flow->document().counts().scored, 4);
    QTRY_VERIFY(m_flow->part<Canvas>("canvas")->hasHeat());
    QCOMPARE(m_flow->behaviour->scoreCalls.load(), 1);
}

void TestFlowResults::theQueueIsThereAgain_data()
{
    QTest::addColumn<bool>("cached");
    QTest::newRow("regions from the patch distances that are kept") << true;
    QTest::newRow("regions when an image is shown and scored again") << false;
}

void TestFlowResults::theQueueIsThereAgain()
{
    QFETCH(bool, cached);
    scoreOnce();
    if (!cached)
        QVERIFY(QDir(cache()).removeRecursively());
    open();
    const auto progress = [this] { return m_flow->part<QLabel>("reviewProgressText")->text(); };
    if (cached)
        QTRY_COMPARE(progress(), QString("0 of 8 regions"));
    else
        QTRY_COMPARE(progress(), QString("0 of 5 regions")); // two of the image that is shown, three images
    m_flow->press(Qt::Key_Space);
    for (int i = 0; i < 8; ++i) {
        QTRY_VERIFY(m_flow->part<QTableView>("regionTable")->selectionModel()->hasSelection());
        m_flow->press(Qt::Key_0);
        QTRY_COMPARE(m_flow->project().contents().labels.size(), static_cast<std::size_t>(i + 1));
        m_flow->press(Qt::Key_Space);
    }
    QTRY_VERIFY2(m_flow->said().contains("Every region"), qPrintable(m_flow->said()));
    QCOMPARE(progress(), QString("8 of 8 regions"));
    QCOMPARE(m_flow->project().contents().reviews.size(), std::size_t{4});
    QCOMPARE(m_flow->behaviour->scoreCalls.load(), cached ? 0 : 4);
}

void TestFlowResults::withoutScoresNothingIsReviewed()
{
    m_flow.emplace(cache());
    m_flow->session->createProject(at("parts"), project());
    QTRY_VERIFY(m_flow->project().isOpen() && settled());
    m_flow->press(Qt::Key_Space);
    QVERIFY2(m_flow->said().contains("Open a model"), qPrintable(m_flow->said()));
    QVERIFY(m_flow->project().contents().reviews.empty());
    m_flow->press(Qt::Key_Space);
    QVERIFY(m_flow->project().contents().reviews.empty());
}

namespace {

/// Over both bright squares of an image.
Change ignoreSquares(const std::string &image)
{
    Zone zone;
    zone.id = 1;
    zone.image = image;
    zone.polygon = {{60, 60}, {260, 60}, {260, 140}, {60, 140}};
    return {"zone", {added(zone)}};
}

} // namespace

/// What was found without them stands nowhere, neither now nor when the project is opened again.
void TestFlowResults::zonesWithoutAModelForgetScores()
{
    scoreOnce();
    auto behaviour = std::make_shared<testing::FakeBehaviour>();
    behaviour->replaced = {"one.patina"};
    open(behaviour);
    QVERIFY(!m_flow->document().hasModel());
    QCOMPARE(m_flow->document().counts().scored, 4);
    QVERIFY(m_flow->project().change(ignoreSquares("part1.bmp")));
    QCOMPARE(m_flow->document().counts().scored, 3);
    QCOMPARE(m_flow->document().result(1).state, ImageState::NotScored);
    open();
    QTRY_VERIFY(m_flow->document().hasModel());
    QCOMPARE(m_flow->document().counts().scored, 3);
    m_flow->part<QAction>("scoreAll")->trigger();
    QTRY_VERIFY(m_flow->document().counts().scored == 4 && settled());
    QCOMPARE(m_flow->document().result(1).verdict, std::optional(Verdict::Ok));
}

void TestFlowResults::withoutTheModelTheListShowsItsScores_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("says");
    QTest::newRow("gone") << "missing.patina"
                          << "does not exist";
    QTest::newRow("another one under its name") << "one.patina"
                                                << "It is another model by now";
    QTest::newRow("another backbone") << "foreign.patina"
                                      << "another backbone";
}

void TestFlowResults::withoutTheModelTheListShowsItsScores()
{
    QFETCH(QString, model);
    QFETCH(QString, says);
    scoreOnce();
    {
        // It was where the test says when it was opened last.
        Project stored = Project::open(project().toStdString(), Project::Access::ReadWrite).value();
        ScoringModel last = stored.scoringModels()->front();
        last.path = model.toStdString();
        QVERIFY(stored.putScores(last, {}));
    }
    auto behaviour = std::make_shared<testing::FakeBehaviour>();
    behaviour->replaced = {"one.patina"};
    open(behaviour);
    QVERIFY(!m_flow->document().hasModel());
    QCOMPARE(m_flow->document().counts().scored, 4);
    QVERIFY(m_flow->document().counts().ng > 0);
    QVERIFY(m_flow->document().range().calibrated());
    QVERIFY(!m_flow->part<Canvas>("canvas")->hasHeat());
    QVERIFY2(m_flow->said().contains(says) && m_flow->said().contains(model), qPrintable(m_flow->said()));
    // The model itself, from elsewhere: nothing has to be scored.
    behaviour->replaced.clear();
    m_flow->session->openModel(at("elsewhere/one.patina"));
    QTRY_VERIFY(m_flow->document().hasModel());
    QTRY_VERIFY(settled() && m_flow->part<Canvas>("canvas")->hasHeat());
    QCOMPARE(m_flow->document().counts().scored, 4);
    QCOMPARE(behaviour->scoreCalls.load(), 0);
}

void TestFlowResults::changedImagesHaveNoResult()
{
    scoreOnce();
    QFile same(at("parts/part0.bmp"));
    QVERIFY(same.open(QIODevice::ReadWrite));
    QVERIFY(same.setFileTime(QDateTime::currentDateTime().addDays(-3), QFileDevice::FileModificationTime));
    same.close();
    testing::writePart(at("parts/part1.bmp"), 7); // of the same size
    QVERIFY(QImage(at("parts/part2.bmp")).scaled(500, 300).save(at("parts/part2.bmp")));
    QVERIFY(QFile::remove(at("parts/part3.bmp")));
    for (int round = 0; round < 2; ++round) { // the second time the new time of the first image is known
        open();
        const Document &document = m_flow->document();
        QTRY_COMPARE(document.result(0).state, ImageState::Scored);
        for (int row = 1; row < 4; ++row)
            QCOMPARE(document.result(row).state, ImageState::NotScored);
        m_flow->session->showRow(1);
        QTRY_VERIFY(settled());
        QVERIFY(!m_flow->part<Canvas>("canvas")->hasHeat());
    }
}

void TestFlowResults::imagesThatWereMovedAreFound()
{
    scoreOnce();
    open();
    QVERIFY(!m_flow->part<QAction>("findImages")->isEnabled()); // nothing is missing
    QVERIFY(QDir(m_folder->path()).mkpath("archive/2026"));
    QVERIFY(QDir(m_folder->path()).rename("parts", "archive/2026/parts"));
    testing::writePart(at("archive/2026/parts/part3.bmp"), 7); // another part under an old name
    open();
    QCOMPARE(m_flow->document().file(0).bytes, std::int64_t{-1});
    QCOMPARE(m_flow->document().counts().scored, 0);
    QVERIFY(m_flow->part<QAction>("findImages")->isEnabled());
    const auto findIn = [this](const QString &folder) {
        m_flow->part<QAction>("findImages")->trigger();
        auto *dialog = m_flow->part<QFileDialog>("findImagesDialog");
        emit dialog->fileSelected(folder);
        dialog->close();
    };
    findIn(at("archive/2026"));
    QTRY_VERIFY(m_flow->said().contains("3 of 4 missing images were found"));
    QVERIFY2(m_flow->said().contains("another content"), qPrintable(m_flow->said()));
    QTRY_VERIFY(m_flow->document().counts().scored == 3 && settled()); // with what is known of them
    QCOMPARE(m_flow->project().contents().images[0].path, std::string("archive/2026/parts/part0.bmp"));
    QVERIFY(m_flow->part<Canvas>("canvas")->hasHeat());
    m_flow->part<QAction>("undo")->trigger();
    QTRY_COMPARE(m_flow->document().file(0).bytes, std::int64_t{-1});
    m_flow->part<QAction>("redo")->trigger();
    QTRY_VERIFY(m_flow->document().counts().scored == 3 && settled());
    findIn(at("nowhere"));
    QTRY_VERIFY(m_flow->said().contains("nowhere is no folder"));
    QVERIFY(m_flow->project().project().verify({})->good());
    QCOMPARE(m_flow->behaviour->scoreCalls.load(), 0);
}

void TestFlowResults::anotherModelHasItsOwnResults()
{
    scoreOnce();
    open();
    const double first = m_flow->document().result(3).score;
    m_flow->session->openModel(at("two.patina"));
    QTRY_COMPARE(m_flow->document().modelPath(), at("two.patina"));
    QTRY_VERIFY(settled());
    QCOMPARE(m_flow->document().counts().scored, 0);
    score("two.patina");
    open();
    QCOMPARE(m_flow->document().model().hash, std::string("two.patina")); // the last one that scored
    QCOMPARE(m_flow->document().counts().scored, 4);
    m_flow->session->openModel(at("one.patina"));
    QTRY_COMPARE(m_flow->document().modelPath(), at("one.patina"));
    QTRY_COMPARE(m_flow->document().counts().scored, 4);
    QCOMPARE(m_flow->document().result(3).score, first);
    QTRY_VERIFY(settled());
    QCOMPARE(m_flow->behaviour->scoreCalls.load(), 0);
    open();
    QCOMPARE(m_flow->document().model().hash, std::string("one.patina")); // the last one that was used
}

void TestFlowResults::aModelThatIsOpenStays()
{
    scoreOnce();
    m_flow.emplace(cache());
    m_flow->session->openModel(at("two.patina"));
    m_flow->session->openProject(project());
    QTRY_VERIFY(m_flow->project().isOpen() && m_flow->document().hasModel());
    QTRY_VERIFY(settled());
    QCOMPARE(m_flow->document().modelPath(), at("two.patina"));
    QCOMPARE(m_flow->document().counts().scored, 0);
    QCOMPARE(m_flow->said(), QString());
}

void TestFlowResults::resultsAreNoChanges()
{
    m_flow.emplace(cache());
    m_flow->session->createProject(at("parts"), project());
    QTRY_VERIFY(m_flow->project().isOpen());
    const JournalEntry head = m_flow->project().project().head().value();
    score("one.patina");
    QVERIFY(!m_flow->project().canUndo());
    open();
    QVERIFY(m_flow->project().project().head().value() == head);
    QVERIFY(m_flow->project().project().verify({})->good());
    QCOMPARE(m_flow->project().project().scores("one.patina")->size(), std::size_t{4});
}

void TestFlowResults::damagedMapsAreMadeAgain()
{
    scoreOnce();
    const QDir kept(cache());
    const QStringList files = kept.entryList(QDir::Files);
    QCOMPARE(files.size(), 4);
    for (const QString &name : files) {
        QFile file(kept.filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 9));
        file.write("damaged");
    }
    open();
    QTRY_VERIFY(m_flow->part<Canvas>("canvas")->hasHeat());
    QCOMPARE(m_flow->behaviour->scoreCalls.load(), 1);
    QCOMPARE(m_flow->document().counts().scored, 4);
}

QTEST_MAIN(TestFlowResults)
#include "tst_flow_results.moc"
