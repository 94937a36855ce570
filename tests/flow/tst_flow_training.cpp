#include "tests/support/fake_engine.h"
#include "ui/canvas/canvas.h"
#include "ui/charts/radius_chart.h"
#include "ui/main_window.h"
#include "ui/panels/memory_bar.h"
#include "ui/panels/training_panel.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace patina;

/// Training through the real window, by object name, on an engine that only counts images.
class TestFlowTraining : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void trainsOpensNotesAndScores();
    void aProjectIsCalledByItsImages();
    void outlinesOfAllReadersCount();
    void theFormBeginsWithTheUsualValues();
    void cancelKeepsACheckpointAndResumeGoesOn();
    void theWindowStaysUsable();
    void scoringWaitsAndTakesTheNewModel();
    void theStatusBarCancels();
    void aFolderWithoutAProjectIsTrainedOn();
    void withoutABackboneOneIsInstalled();
    void whatTheBudgetDoesNotAllowIsSaid();
    void aModelThatIsThereIsNotReplacedUnasked();
    void aFailureIsSaidAndTheFormStays();
    void whatWasSetIsRemembered();
    void everyFieldHasAName();
    void languageSwitchesWhileTraining();
    void closesWhileTraining();

private:
    template <typename T>
    T *part(const char *name) const
    {
        auto *found = m_window->findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QAction *action(const char *name) const { return part<QAction>(name); }
    void makeWindow(const Settings &settings = {});
    void openProject();
    void showPage();
    void press(const char *name) const { QTest::mouseClick(part<QAbstractButton>(name), Qt::LeftButton); }
    QString text(const char *name) const { return part<QLabel>(name)->text(); }
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<testing::FakeBehaviour> m_behaviour;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestFlowTraining::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    QImage image(320, 240, QImage::Format_Grayscale8);
    for (int i = 0; i < 4; ++i) {
        image.fill(100);
        for (int y = 80; y < 120; ++y)
            for (int x = 80; x < 120; ++x)
                image.scanLine(y)[x] = static_cast<uchar>(100 + 25 * i);
        QVERIFY(image.save(m_folder->filePath(QStringLiteral("parts/part%1.png").arg(i))));
    }
    m_behaviour = std::make_shared<testing::FakeBehaviour>();
    makeWindow();
}

void TestFlowTraining::cleanup()
{
    m_behaviour->holdTrainingAfter = -1;
    m_window.reset();
    m_session.reset();
    m_folder.reset();
}

void TestFlowTraining::makeWindow(const Settings &settings)
{
    Settings used = settings;
    used.language = QStringLiteral("en");
    m_window.reset();
    m_session.reset();
    m_session = std::make_unique<Session>(testing::createFakeEngine(m_behaviour));
    m_window = std::make_unique<MainWindow>(m_session.get(), used, file("patina.ini"));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestFlowTraining::openProject()
{
    m_session->createProject(file("parts"), file("line.patinaproj"));
    QTRY_VERIFY(m_session->project().isOpen() && part<Canvas>("canvas")->hasImage());
}

void TestFlowTraining::showPage()
{
    action("train")->trigger();
    QVERIFY(part<QDockWidget>("trainingDock")->isVisible());
    QTRY_VERIFY(part<QPushButton>("trainingStart")->isEnabled());
    QTRY_VERIFY(text("trainingSurvey").contains("images train the bank"));
}

void TestFlowTraining::trainsOpensNotesAndScores()
{
    QVERIFY(part<QDockWidget>("trainingDock")->isHidden());
    openProject();
    showPage();
    QVERIFY(part<QAbstractButton>("trainingUseOpen")->isChecked());
    QVERIFY(text("trainingSurvey").startsWith("3 images train the bank, 1 "));
    QVERIFY(text("trainingSurvey").contains("320 x 240 px"));
    QTRY_VERIFY(text("trainingPlanText").contains("150 MiB"));
    QCOMPARE(part<MemoryBar>("trainingPlan")->total(), qint64{150} << 20);
    QCOMPARE(part<QLineEdit>("trainingOut")->text(), file("line.patina"));
    m_window->activateWindow();
    part<QPushButton>("trainingStart")->setFocus();
    QTest::keyClick(part<QPushButton>("trainingStart"), Qt::Key_Space);
    QTRY_VERIFY(m_session->document().hasModel());
    QTRY_VERIFY(m_session->idle());
    QTRY_VERIFY(part<QPushButton>("trainingScore")->hasFocus()); // what one wants next
    QCOMPARE(m_session->document().modelPath(), file("line.patina"));
    QVERIFY(text("trainingStage").contains("77 rows of 4 images"));
    QVERIFY(part<RadiusChart>("trainingRadius")->emptyText().startsWith("No curve: ")); // nothing will come of it
    QCOMPARE(part<RadiusChart>("trainingRadius")->points().back().radiusL2, 0.25);

    const auto models = [&] { return m_session->project().contents().models; };
    QCOMPARE(models().size(), std::size_t{1});
    QCOMPARE(models().front().hash, std::string("line.patina"));
    QCOMPARE(models().front().path, std::string("line.patina")); // relative: the folder can be moved
    action("undo")->trigger();
    QVERIFY(models().empty());
    action("redo")->trigger();
    QCOMPARE(models().size(), std::size_t{1});

    QCOMPARE(part<QPushButton>("trainingScore")->text(), QStringLiteral("Score the project's images"));
    QTest::keyClick(part<QPushButton>("trainingScore"), Qt::Key_Return);
    QVERIFY(!part<QPushButton>("trainingScore")->hasFocus()); // Space goes to the regions
    QTRY_VERIFY(m_session->idle() && m_session->document().counts().scored == 4);
    QTRY_VERIFY(part<Canvas>("canvas")->hasHeat());
}

/// A second reader does not see them, but the bank must not hold what is known to be a defect.
/// The bank names its rows by it.
void TestFlowTraining::aProjectIsCalledByItsImages()
{
    openProject();
    QCOMPARE(QString::fromStdString(m_session->withOpenImages({}).job.request.dataset.root.string()), file("parts"));
}

void TestFlowTraining::outlinesOfAllReadersCount()
{
    openProject();
    ProjectDocument &project = m_session->project();
    const ProjectImage listed = project.contents().images.front();
    ProjectImage trained = listed;
    trained.split = Split::Train;
    QVERIFY(project.change({"train on it", {changed(listed, trained)}}));
    Change change{"label", {added(ProjectClass{"scratch", ClassKind::Defect, 0})}};
    const std::vector<std::pair<const char *, LabelSource>> sayings{
        {"Eva", LabelSource::Drawn}, {"Jan", LabelSource::Drawn}, {"ground truth", LabelSource::Imported}};
    for (const auto &[reader, source] : sayings) {
        Label label;
        label.id = std::ssize(change.edits);
        label.image = trained.id;
        label.className = "scratch";
        label.reader = reader;
        label.source = source;
        label.mask = RunMask::create({320, 240}, {{10 * static_cast<int>(label.id), 5, 20}}).value();
        change.edits.push_back(added(std::move(label)));
    }
    QVERIFY(project.change(std::move(change)));
    QCOMPARE(m_session->withOpenImages({}).job.request.outlines.size(), std::size_t{3});
    QVERIFY(project.beginReading("Ida", "Eva"));
    QCOMPARE(m_session->withOpenImages({}).job.request.outlines.size(), std::size_t{3});
}

void TestFlowTraining::theFormBeginsWithTheUsualValues()
{
    openProject();
    showPage();
    const TrainRequest request = part<TrainingPanel>("trainingPanel")->order().job.request;
    const TrainRequest usual;
    QCOMPARE(request.backbone, std::string("tiny"));
    QVERIFY(request.coreset.strategy == usual.coreset.strategy);
    QCOMPARE(request.coreset.bankSize, usual.coreset.bankSize);
    QCOMPARE(request.coreset.seed, usual.coreset.seed);
    QCOMPARE(request.reservoirBytes, usual.reservoirBytes);
    QVERIFY(request.support == usual.support && request.keep == usual.keep);
    QVERIFY(request.excludedKinds == usual.excludedKinds && request.layers == usual.layers);
    QCOMPARE(request.projectionDim, usual.projectionDim);
    QCOMPARE(request.sample, usual.sample);
    QCOMPARE(request.maxImages, usual.maxImages);
    QCOMPARE(request.holdout, usual.holdout); // to the last bit: a run of the command line goes on here
    QCOMPARE(request.scale, usual.scale);
    QCOMPARE(request.sigmaPx, usual.sigmaPx);
    QCOMPARE(request.tilePx, usual.tilePx);
    QCOMPARE(request.memoryBytes, usual.memoryBytes);
    QVERIFY(request.device == usual.device && request.strict == usual.strict && !request.resume);
}

void TestFlowTraining::cancelKeepsACheckpointAndResumeGoesOn()
{
    openProject();
    showPage();
    m_behaviour->holdTrainingAfter = 2;
    press("trainingStart");
    QTRY_COMPARE(m_session->training().progress().done, 2);
    QVERIFY(text("trainingCount").contains("2 of 4 images"));
    QVERIFY(text("trainingMemoryText").contains("MiB now"));
    QVERIFY(part<MemoryBar>("trainingGauge")->total() > 0);
    press("trainingCancel");
    QTRY_VERIFY(m_session->idle());
    QVERIFY(text("messageText").contains("cancelled"));
    QVERIFY(QFile::exists(file("line.patina.checkpoint/run")));
    QVERIFY(!m_session->document().hasModel());
    QTRY_VERIFY(part<QPushButton>("trainingResume")->isVisible());
    QVERIFY(text("trainingBanner").contains("2 of 4 images"));
    QCOMPARE(part<QPushButton>("trainingStart")->text(), QStringLiteral("Begin anew"));
    QVERIFY(part<QWidget>("messageStrip")->isVisible());
    press("trainingResume");
    QVERIFY(part<QWidget>("messageStrip")->isHidden()); // what it said is not so any more
    QTRY_COMPARE(m_behaviour->trainCalls.load(), 2);
    press("trainingCancel");
    QTRY_VERIFY(m_session->idle());

    makeWindow(); // another day
    m_behaviour->holdTrainingAfter = -1;
    m_session->openProject(file("line.patinaproj"));
    QTRY_VERIFY(m_session->project().isOpen());
    showPage();
    QTRY_VERIFY(part<QPushButton>("trainingResume")->isVisible());
    press("trainingResume");
    QTRY_VERIFY(m_session->document().hasModel());
    QVERIFY(!QFile::exists(file("line.patina.checkpoint/run")));
    const QString said = part<QPlainTextEdit>("trainingNotices")->toPlainText();
    QVERIFY2(said.contains("goes on after 2 images; Resume goes on with it"), qPrintable(said));
    QTRY_VERIFY(m_session->idle());
    QCOMPARE(m_session->project().contents().models.size(), std::size_t{1});
}

void TestFlowTraining::theWindowStaysUsable()
{
    openProject();
    m_session->openModel("one.patina");
    QTRY_VERIFY(m_session->document().hasModel() && m_session->idle());
    action("scoreAll")->trigger();
    QTRY_VERIFY(m_session->idle());
    showPage();
    m_behaviour->holdTrainingAfter = 1;
    press("trainingStart");
    QTRY_COMPARE(m_session->training().progress().done, 1);
    part<QDockWidget>("regionDock")->raise();
    m_session->showRow(3);
    QTRY_COMPARE(part<QTableView>("regionTable")->model()->rowCount(), 1); // of scores that were there
    part<Canvas>("canvas")->setFocus();
    QVERIFY(m_session->project().change({"class", {added(ProjectClass{"dent", ClassKind::Defect, 0})}}));
    QTest::keyClick(m_window.get(), Qt::Key_Space);
    QTest::keyClick(m_window.get(), Qt::Key_1);
    QTRY_COMPARE(m_session->project().contents().labels.size(), std::size_t{1});
    QVERIFY(m_session->training().running());
    m_behaviour->holdTrainingAfter = -1;
    QTRY_VERIFY(m_session->idle());
    QCOMPARE(m_session->document().modelPath(), file("line.patina"));
}

void TestFlowTraining::scoringWaitsAndTakesTheNewModel()
{
    openProject();
    m_session->openModel("one.patina");
    QTRY_VERIFY(m_session->document().hasModel() && m_session->idle());
    showPage();
    m_behaviour->holdTrainingAfter = 1;
    press("trainingStart");
    QTRY_COMPARE(m_session->training().progress().done, 1);
    action("scoreAll")->trigger();
    QVERIFY(text("messageText").startsWith("Scoring begins when the training is done"));
    QTRY_VERIFY(text("jobText").contains("scoring waits"));
    QCOMPARE(m_behaviour->scoreCalls.load(), 0);
    m_behaviour->holdTrainingAfter = -1;
    QTRY_VERIFY(m_session->idle() && m_session->document().counts().scored == 4);
    QCOMPARE(m_session->document().modelPath(), file("line.patina"));
    QCOMPARE(m_session->document().result(0).stamp.modelHash, std::string("line.patina"));
}

void TestFlowTraining::theStatusBarCancels()
{
    openProject();
    showPage();
    m_behaviour->holdTrainingAfter = 0;
    press("trainingStart");
    QTRY_VERIFY(part<QWidget>("jobBar")->isVisible() && text("jobText").contains("Training"));
    QTRY_COMPARE(m_behaviour->trainCalls.load(), 1);
    QVERIFY(action("cancel")->isEnabled());
    action("cancel")->trigger();
    QTRY_VERIFY(!m_session->training().running());
    QTRY_VERIFY(part<QPushButton>("trainingStart")->isVisible());
    QCOMPARE(m_behaviour->trainCalls.load(), 1);
}

void TestFlowTraining::aFolderWithoutAProjectIsTrainedOn()
{
    action("train")->trigger();
    QTRY_VERIFY(text("trainingBanner").contains("Choose a folder"));
    QVERIFY(!part<QPushButton>("trainingStart")->isEnabled());
    QVERIFY(!part<QAbstractButton>("trainingUseOpen")->isEnabled());
    QTest::keyClicks(part<QLineEdit>("trainingFolder"), file("parts"));
    QTRY_VERIFY(part<QPushButton>("trainingStart")->isEnabled());
    QCOMPARE(part<QLineEdit>("trainingOut")->text(), file("parts.patina"));
    QTRY_VERIFY(text("trainingSurvey").contains("3 images"));
    press("trainingStart");
    QTRY_VERIFY(m_session->document().hasModel() && m_session->idle());
    QVERIFY(!part<QPushButton>("trainingScore")->isEnabled()); // there are no images yet
    m_session->openFolder(file("parts"));
    QTRY_VERIFY(part<QPushButton>("trainingScore")->isEnabled());
    QCOMPARE(part<QPushButton>("trainingScore")->text(), QStringLiteral("Score all images"));
}

void TestFlowTraining::withoutABackboneOneIsInstalled()
{
    m_behaviour->backbones.clear();
    openProject();
    action("train")->trigger();
    QTRY_VERIFY(part<QLabel>("trainingNoBackbone")->isVisible());
    QVERIFY(text("trainingBanner").contains("Install a backbone"));
    QVERIFY(!part<QPushButton>("trainingStart")->isEnabled());
    press("trainingImport");
    QVERIFY(!part<QPushButton>("backboneInstall")->isEnabled());
    auto *line = part<QLineEdit>("backboneFile");
    QTest::keyClicks(line, file("broken.pth"));
    press("backboneInstall");
    QTRY_VERIFY(text("backboneProblem").contains("conv1.weight"));
    line->clear();
    QTest::keyClicks(line, "/x/wide_resnet50_2-95faca4d.pth");
    QCOMPARE(part<QComboBox>("backboneArchitecture")->currentText(), QStringLiteral("wide_resnet50_2"));
    QVERIFY(part<QAbstractButton>("backboneTrust")->isHidden());
    press("backboneInstall");
    QTRY_COMPARE(part<QComboBox>("trainingBackbone")->currentText(), QStringLiteral("wide_resnet50_2"));
    QTRY_VERIFY(part<QPushButton>("trainingStart")->isEnabled());
    QVERIFY(part<QLabel>("trainingNoBackbone")->isHidden());
}

void TestFlowTraining::whatTheBudgetDoesNotAllowIsSaid()
{
    openProject();
    showPage();
    part<QSpinBox>("trainingMemory")->setValue(64);
    QTRY_VERIFY(text("trainingPlanText").contains("set the memory budget to 150 MiB"));
    QVERIFY(part<QWidget>("trainingPlan")->isHidden());
    part<QSpinBox>("trainingMemory")->setValue(150);
    QTRY_VERIFY(text("trainingPlanText").startsWith("Planned to stay below 150 MiB"));
    QCOMPARE(part<MemoryBar>("trainingPlan")->budget(), qint64{150} << 20);
}

void TestFlowTraining::aModelThatIsThereIsNotReplacedUnasked()
{
    openProject();
    QFile there(file("line.patina"));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.close();
    makeWindow();
    m_session->openProject(file("line.patinaproj"));
    QTRY_VERIFY(m_session->project().isOpen());
    showPage();
    QCOMPARE(part<QLineEdit>("trainingOut")->text(), file("line-2.patina"));
    QVERIFY(part<QLabel>("trainingOutNote")->isHidden());
    part<QLineEdit>("trainingOut")->clear();
    QTest::keyClicks(part<QLineEdit>("trainingOut"), file("line.patina"));
    QVERIFY(part<QLabel>("trainingOutNote")->isVisible());
}

void TestFlowTraining::aFailureIsSaidAndTheFormStays()
{
    openProject();
    showPage();
    part<QLineEdit>("trainingOut")->clear();
    QTest::keyClicks(part<QLineEdit>("trainingOut"), file("nowhere/m.patina"));
    press("trainingStart");
    QTRY_VERIFY(text("messageText").contains("nowhere/m.patina cannot be written"));
    QTRY_VERIFY(part<QPushButton>("trainingStart")->isVisible());
    QVERIFY(text("trainingBanner").contains("name another place to write to"));
    QVERIFY(!m_session->document().hasModel());
    QVERIFY(m_session->project().contents().models.empty());
}

void TestFlowTraining::whatWasSetIsRemembered()
{
    action("train")->trigger();
    part<QSpinBox>("trainingBankSize")->setValue(1234);
    part<QSpinBox>("trainingMemory")->setValue(900);
    QTest::keyClicks(part<QLineEdit>("trainingFolder"), file("parts"));
    press("trainingMore");
    QVERIFY(part<QWidget>("trainingSigma")->isVisible());
    m_window->close();
    makeWindow(loadSettings(file("patina.ini")));
    QVERIFY(part<QDockWidget>("trainingDock")->isVisible());
    QCOMPARE(part<QSpinBox>("trainingBankSize")->value(), 1234);
    QCOMPARE(part<QSpinBox>("trainingMemory")->value(), 900);
    QCOMPARE(part<QLineEdit>("trainingFolder")->text(), file("parts"));
    QVERIFY(part<QToolButton>("trainingMore")->isChecked());
}

void TestFlowTraining::everyFieldHasAName()
{
    openProject();
    showPage();
    int fields = 0;
    for (const QWidget *field : part<QWidget>("trainingPanel")->findChildren<QWidget *>()) {
        if (field->focusPolicy() == Qt::NoFocus || field->objectName().startsWith("qt_") || field->focusProxy() ||
            QByteArray(field->metaObject()->className()).startsWith("QComboBoxListView"))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(field);
        const bool isScroll = field->objectName() == QLatin1String("trainingForm");
        QVERIFY2(!field->objectName().isEmpty(), field->metaObject()->className());
        QVERIFY2(isScroll || !field->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(field->objectName()));
        ++fields;
    }
    QVERIFY(fields > 25);
}

void TestFlowTraining::languageSwitchesWhileTraining()
{
    openProject();
    showPage();
    m_behaviour->holdTrainingAfter = 1;
    press("trainingStart");
    QTRY_COMPARE(m_session->training().progress().done, 1);
    action("language_de")->trigger();
    action("language_en")->trigger();
    QTRY_VERIFY(text("trainingCount").contains("1 of 4 images"));
    action("themeDark")->trigger();
    action("themeLight")->trigger();
    m_behaviour->holdTrainingAfter = -1;
    QTRY_VERIFY(m_session->document().hasModel());
}

void TestFlowTraining::closesWhileTraining()
{
    openProject();
    showPage();
    m_behaviour->holdTrainingAfter = 1;
    press("trainingStart");
    QTRY_COMPARE(m_behaviour->trainCalls.load(), 1);
    m_window->close();
    QVERIFY(m_window->isVisible()); // it asks
    auto *question = part<QMessageBox>("quitQuestion");
    QVERIFY(question->isVisible());
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(m_window->isVisible() && m_session->training().running());
    QTRY_VERIFY(m_window->findChild<QMessageBox *>("quitQuestion") == nullptr);
    m_window->close();
    press("quitStop");
    QVERIFY(!m_window->isVisible());
    m_window.reset();
    m_session.reset(); // cancels and waits
    QVERIFY(QFile::exists(file("line.patina.checkpoint/run")));
    QVERIFY(!QFile::exists(file("line.patina")));
}

QTEST_MAIN(TestFlowTraining)
#include "tst_flow_training.moc"
