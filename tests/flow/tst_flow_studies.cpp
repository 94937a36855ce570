#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "core/studies/study_plan.h"
#include "tests/cli/cli_process.h"
#include "tests/core/dataset/sample_folder.h"
#include "ui/charts/line_chart.h"
#include "ui/jobs/core_engine.h"
#include "ui/main_window.h"
#include "ui/session.h"
#include "ui/studies/study_panel.h"
#include "ui/studies/study_state.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace patina;
using namespace patina::test;

namespace {

const cv::Size kPartSize{96, 64};
constexpr int kPatienceMs = 120'000;

} // namespace

/// Studies through the real window, by object name, with the engine of the program.
class TestFlowStudies : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void thePageIsReachedByKeyAndCommand();
    void sectionsAndRunningHaveKeys();
    void pagesTakeTurns();
    void fieldsFollowTheKind();
    void versionsOfOneSetAreBothTaken();
    void aProjectStandsForTheFolderOfItsImages();
    void whatCannotBeIsRefused();
    void aStudyIsRunAndGoesOn();
    void theCommandLineSaysTheSame();
    void aCancelledStudyGoesOn();
    void whatFewNeedIsFoldedAway();
    void aRecipeAndWhatIsKeptReachTheStudy();
    void aStudyOfBeforeIsShownWithoutRunning();
    void whatIsNoStudyIsNotShown();
    void aFailureIsSaidAndTheFieldsStay();
    void fieldsSurviveClosing();
    void closesWhileStudying();
    void speaksTheLanguageOfTheWindow();

private:
    template <typename T>
    T *part(const char *name) const
    {
        auto *found = m_window->findChild<T *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("there is no %s", name);
        return found;
    }
    void makeWindow();
    void showPage() const;
    void fill(const SampleFolder &folder, int seed) const;
    /// Sizes of banks of the real parts: the quickest of all kinds.
    void askBankSizes(const char *out) const;
    void type(const char *name, const QString &text) const;
    void choose(StudyKind kind) const { part<QComboBox>("studyKind")->setCurrentIndex(static_cast<int>(kind)); }
    void press(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
    QString text(const char *name) const { return part<QLabel>(name)->text(); }
    QString file(const char *name) const { return QString::fromStdString((m_folder.path() / name).string()); }
    static QString pathOf(const SampleFolder &folder) { return QString::fromStdString(folder.path().string()); }
    QString value(const char *table, int row, int column) const
    {
        return part<QTableView>(table)->model()->index(row, column).data().toString();
    }
    bool running() const { return part<QPushButton>("studyCancel")->isVisible(); }

    SampleFolder m_folder;
    SampleFolder m_real;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestFlowStudies::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "backbones"));
    fill(m_real, 0);
}

void TestFlowStudies::fill(const SampleFolder &folder, int seed) const
{
    for (int i = 0; i < 6; ++i) {
        const std::string number = std::to_string(i) + ".png";
        folder.image("train/good/" + number, seed + i, kPartSize);
        folder.image("test/good/good" + number, seed + 20 + i, kPartSize);
        folder.image("test/scratch/scratch" + number, seed + 50 + i, kPartSize);
        folder.mask("ground_truth/scratch/scratch" + std::to_string(i) + "_mask.png", 255, kPartSize);
    }
}

void TestFlowStudies::init()
{
    QFile::remove(studyStateFile());
    makeWindow();
}

void TestFlowStudies::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestFlowStudies::makeWindow()
{
    Settings settings;
    settings.language = QStringLiteral("en");
    settings.threads = 2;
    m_window.reset();
    m_session.reset();
    m_session = std::make_unique<Session>(createCoreEngine(m_folder.path() / "backbones"));
    m_window = std::make_unique<MainWindow>(m_session.get(), settings, file("patina.ini"));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestFlowStudies::showPage() const
{
    part<QAction>("studies")->setChecked(true);
    QVERIFY(part<QWidget>("studyPanel")->isVisible());
    QTRY_VERIFY(part<QComboBox>("studyBackbone")->count() > 0);
}

void TestFlowStudies::type(const char *name, const QString &text) const
{
    auto *line = part<QLineEdit>(name);
    line->clear();
    QTest::keyClicks(line, text);
}

void TestFlowStudies::askBankSizes(const char *out) const
{
    showPage();
    choose(StudyKind::BankSize);
    type("studyFolder1", pathOf(m_real));
    type("studyBankSizes", QStringLiteral("20, 60"));
    part<QSpinBox>("studySeeds")->setValue(2);
    type("studyOut", file(out));
    QVERIFY2(part<QPushButton>("studyRun")->isEnabled(), qPrintable(text("studyBanner")));
}

void TestFlowStudies::thePageIsReachedByKeyAndCommand()
{
    const auto *action = part<QAction>("studies");
    QVERIFY(!action->icon().isNull() && !action->text().isEmpty() && !action->toolTip().isEmpty());
    for (const auto *other : m_window->findChildren<QAction *>())
        QVERIFY2(other == action || !other->shortcuts().contains(action->shortcut()), qPrintable(other->objectName()));
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(part<QComboBox>("studyKind")->hasFocus());
    QVERIFY(part<QWidget>("studyPanel")->isVisible());
    QVERIFY(part<QDockWidget>("imageDock")->isHidden());
    QVERIFY(text("studyEmpty").startsWith("Choose a question"));
    for (const char *name : {"studyKind", "studyFolder1", "studyGroups1", "studyBackbone", "studyBankSize", "studyMost",
                             "studySeeds", "studyOut"})
        QVERIFY2(!part<QWidget>(name)->accessibleName().isEmpty(), name);
}

void TestFlowStudies::sectionsAndRunningHaveKeys()
{
    showPage();
    m_window->resize(1600, 1000);
    m_window->activateWindow();
    QTRY_VERIFY(part<QComboBox>("studyKind")->hasFocus());
    const auto go = [&](Qt::KeyboardModifiers more = {}) {
        QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier | more);
        return QApplication::focusWidget()->objectName();
    };
    QCOMPARE(go(), QStringLiteral("studyFolder1"));
    QCOMPARE(go(Qt::ShiftModifier), QStringLiteral("studyKind"));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier); // where to?
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("studyOut"));
    askBankSizes("results");
    QTRY_VERIFY(part<QPushButton>("studyRun")->isEnabled());
    QVERIFY(part<QWidget>("studyRun")->toolTip().endsWith("(Ctrl+Return)"));
    QCOMPARE(part<QAction>("pageCommand")->text(), QStringLiteral("Run the study"));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(running());
    QTRY_VERIFY_WITH_TIMEOUT(!running(), 60000);
    QTRY_VERIFY(part<QTableView>("studyMeans")->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_Tab); // to what one does with it
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("studyReport"));
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::AltModifier); // a tab by its letter, and on in it
    QTRY_VERIFY(part<QComboBox>("studyFigure")->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::AltModifier);
    QTRY_VERIFY(part<QTableView>("studyMeans")->hasFocus());
    QCOMPARE(go(), QStringLiteral("studyKind")); // round and round
    QCOMPARE(go(Qt::ShiftModifier), QStringLiteral("studyMeans"));
    QCOMPARE(go(Qt::ShiftModifier), QStringLiteral("studyRun"));
    QCOMPARE(go(Qt::ShiftModifier), QStringLiteral("studyOut"));
}

void TestFlowStudies::pagesTakeTurns()
{
    auto *images = part<QDockWidget>("imageDock");
    showPage();
    part<QAction>("synthesis")->trigger();
    QVERIFY(part<QWidget>("studyPanel")->isHidden() && part<QWidget>("synthesisPage")->isVisible());
    QVERIFY(!part<QAction>("studies")->isChecked() && images->isHidden());
    showPage();
    QVERIFY(part<QWidget>("studyPanel")->isVisible() && part<QWidget>("synthesisPage")->isHidden());
    QTest::keyClick(part<QComboBox>("studyKind"), Qt::Key_Escape);
    QVERIFY(part<QWidget>("studyPanel")->isHidden() && images->isVisible());
    QVERIFY(!part<QAction>("studies")->isChecked());
}

void TestFlowStudies::fieldsFollowTheKind()
{
    showPage();
    const auto shown = [this](const char *name) { return part<QWidget>(name)->isVisibleTo(m_window.get()); };
    choose(StudyKind::Transfer);
    QVERIFY(shown("studyFolder2") && shown("studyImages") && shown("studyBankSize") && !shown("studyBankSizes"));
    QVERIFY(shown("studyImagesNote") && text("studyImagesNote").contains("0 stands for all"));
    QVERIFY(text("studyQuestion").startsWith("What is a bank of synthetic parts worth"));
    choose(StudyKind::BankSize);
    QVERIFY(!shown("studyFolder2") && !shown("studyImages") && !shown("studyBankSize") && shown("studyBankSizes"));
    choose(StudyKind::MadeLike);
    QVERIFY(!shown("studyFolder2") && shown("studyImages") && !shown("studyMost"));
    choose(StudyKind::Policy);
    QVERIFY(!shown("studyFolder2") && !shown("studyImages") && !shown("studyImagesNote") && shown("studyMost"));
}

/// Whoever made a set opens one of its versions: it is not taken for the other.
void TestFlowStudies::versionsOfOneSetAreBothTaken()
{
    SampleFolder made;
    for (const char *name : {"clean/train/good/0.png", "stained/train/good/0.png"})
        made.image(name, 1, kPartSize);
    m_session->openFolder(pathOf(made) + "/stained");
    QTRY_VERIFY(m_session->document().hasImages());
    showPage();
    choose(StudyKind::CleanStained);
    QCOMPARE(part<QLineEdit>("studyFolder1")->toolTip(), pathOf(made) + "/clean");
    QCOMPARE(part<QLineEdit>("studyFolder2")->toolTip(), pathOf(made) + "/stained");
    QVERIFY(text("studyBanner").contains("which folder the results go to"));
    choose(StudyKind::BankSize);
    QCOMPARE(part<QLineEdit>("studyFolder1")->toolTip(), pathOf(made) + "/stained");
}

/// Its images lie elsewhere than its file.
void TestFlowStudies::aProjectStandsForTheFolderOfItsImages()
{
    SampleFolder made;
    for (const char *name : {"clean/train/good/0.png", "stained/train/good/0.png"})
        made.image(name, 1, kPartSize);
    m_session->createProject(pathOf(made) + "/stained", pathOf(made) + "/parts.patinaproj");
    QTRY_VERIFY(m_session->project().isOpen() && m_session->document().hasImages());
    showPage();
    choose(StudyKind::CleanStained);
    QCOMPARE(part<QLineEdit>("studyFolder1")->toolTip(), pathOf(made) + "/clean");
    QCOMPARE(part<QLineEdit>("studyFolder2")->toolTip(), pathOf(made) + "/stained");
}

void TestFlowStudies::whatCannotBeIsRefused()
{
    showPage();
    choose(StudyKind::BankSize);
    const auto refused = [this](const QString &why) {
        return !part<QPushButton>("studyRun")->isEnabled() && text("studyBanner").contains(why);
    };
    QVERIFY(refused("Choose a folder"));
    m_session->openFolder(pathOf(m_real)); // what is open is taken where nothing is named
    QTRY_VERIFY(part<QWidget>("studyPanel")->isHidden());
    showPage();
    QTRY_VERIFY(refused("which folder the results go to"));
    const QString open = QDir(pathOf(m_real)).dirName();
    QVERIFY(part<QLineEdit>("studyFolder1")->placeholderText().endsWith(open + ", which is open"));
    QCOMPARE(part<QLineEdit>("studyFolder1")->toolTip(), pathOf(m_real));
    type("studyFolder1", file("nowhere"));
    QVERIFY(refused("There is no folder"));
    part<QLineEdit>("studyFolder1")->clear();
    type("studyOut", pathOf(m_real) + "/study");
    QVERIFY(refused("among the images"));
    type("studyOut", file("refused"));
    QVERIFY(part<QPushButton>("studyRun")->isEnabled());
    type("studyBankSizes", QStringLiteral("20, many"));
    QVERIFY(refused("whole numbers from 1 to"));
    choose(StudyKind::MadeLike);
    type("studyImages", QStringLiteral("1, -2"));
    QVERIFY(refused("0 stands for all"));
    QVERIFY(!QDir(file("refused")).exists());
}

void TestFlowStudies::aStudyIsRunAndGoesOn()
{
    askBankSizes("sizes");
    part<QPushButton>("studyRun")->setFocus();
    QTest::keyClick(part<QPushButton>("studyRun"), Qt::Key_Space);
    QVERIFY(running());
    QVERIFY(!part<QPushButton>("studyCancel")->hasFocus()); // another press of the key stops nothing
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    const auto *means = part<QTableView>("studyMeans");
    QVERIFY2(means->isVisible(), qPrintable(text("studyBanner")));
    QTRY_VERIFY(means->hasFocus());
    QCOMPARE(means->model()->rowCount(), 2);
    QCOMPARE(means->model()->headerData(1, Qt::Vertical).toString(), QStringLiteral("60 rows"));
    QVERIFY(value("studyMeans", 0, 0).contains(" to "));
    QCOMPARE(part<QTableView>("studyDifferences")->model()->rowCount(), 1);
    QVERIFY(text("studyFacts").contains("2 arms, 2 seeds"));
    QVERIFY(!text("studyFacts").contains("already"));
    QVERIFY(text("studyHint").contains("at most 5 % of the good parts"));
    QCOMPARE(part<QComboBox>("studyFigure")->currentData().toString(), QStringLiteral("recall.all"));
    QCOMPARE(part<LineChart>("studyChart")->series().front().points.size(), std::size_t{2});
    for (const char *name : {"study.html", "study.csv", "study.json", "study.md"})
        QVERIFY2(QFile::exists(file("sizes") + "/" + name), name);
    QVERIFY(bytesOf((file("sizes") + "/study.html").toStdString()).contains("patina-cli study bank-size"));
    QVERIFY(m_session->jobs().isEmpty());

    // The same again is read, not made; one more seed is.
    const QString before = value("studyMeans", 0, 0);
    QVERIFY(text("studyOutNote").startsWith("A study is there already"));
    press("studyRun");
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    QVERIFY(text("studyFacts").contains("4 runs were there already"));
    QCOMPARE(value("studyMeans", 0, 0), before);
    part<QSpinBox>("studySeeds")->setValue(3);
    press("studyRun");
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    QVERIFY(text("studyFacts").contains("2 arms, 3 seeds"));
    QVERIFY(text("studyFacts").contains("4 runs were there already"));

    // Its folder is not another study's.
    choose(StudyKind::ImageOrder);
    QVERIFY2(text("studyBanner").startsWith("Another study is there (Sizes of the bank)"),
             qPrintable(text("studyBanner")));
    QVERIFY(!part<QPushButton>("studyRun")->isEnabled());
    choose(StudyKind::BankSize);

    // Whoever works elsewhere when a study ends goes on there.
    press("studyRun");
    press("studyLeave");
    QVERIFY(part<QDockWidget>("imageDock")->isVisible());
    part<QLineEdit>("imageFilter")->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    QVERIFY(part<QLineEdit>("imageFilter")->hasFocus());
}

void TestFlowStudies::theCommandLineSaysTheSame()
{
    askBankSizes("window");
    press("studyRun");
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    const Outcome done = runCli({"study", "bank-size", pathOf(m_real), "--out", file("cli"), "--backbone", "tiny",
                                 "--bank-sizes", "20,60", "--seeds", "2", "--threads", "1"},
                                {.home = QString::fromStdString(m_folder.path().string())});
    QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    for (const char *name : {"study.json", "study.csv", "study.md"})
        QCOMPARE(bytesOf((file("window") + "/" + name).toStdString()),
                 bytesOf((file("cli") + "/" + name).toStdString()));
    const auto runs = [this](const char *out) { return QDir(file(out) + "/runs").entryList(QDir::Files); };
    QCOMPARE(runs("window"), runs("cli")); // what one has made the other goes on with
}

void TestFlowStudies::aCancelledStudyGoesOn()
{
    askBankSizes("cut");
    part<QSpinBox>("studySeeds")->setValue(20);
    press("studyRun");
    QTRY_COMPARE(m_session->jobs().rowCount(), 1);
    QVERIFY(m_session->jobs().index(0).data().toString().contains("Sizes of the bank"));
    const auto runs = [this] { return QDir(file("cut") + "/runs").entryList(QDir::Files).size(); };
    QTRY_VERIFY_WITH_TIMEOUT(runs() >= 2, kPatienceMs);
    part<QAction>("studies")->trigger();
    showPage(); // once more: what runs has the keys, and the next of them cancels
    m_window->activateWindow();
    part<QWidget>("studyPanel")->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Tab);
    QVERIFY(part<QPushButton>("studyCancel")->hasFocus());
    press("studyCancel");
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    const auto kept = runs();
    QVERIFY(kept < 40);
    QVERIFY(text("studyBanner").startsWith("Cancelled."));
    QVERIFY(m_session->jobs().isEmpty());
    QVERIFY(!QFile::exists(file("cut") + "/study.html"));
    part<QSpinBox>("studySeeds")->setValue(2);
    press("studyRun");
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    QVERIFY(part<QTableView>("studyMeans")->isVisible());
    QVERIFY(text("studyFacts").contains("already"));
}

void TestFlowStudies::whatFewNeedIsFoldedAway()
{
    askBankSizes("more");
    auto *scale = part<QSpinBox>("studyScale");
    QVERIFY(!scale->isVisible());
    part<QAbstractButton>("studyMore")->click();
    QVERIFY(scale->isVisible() && part<QLineEdit>("studyCache")->isVisible());
    QVERIFY(!part<QLineEdit>("studyRecipe")->isVisible() && !part<QComboBox>("studyKeep")->isVisible());
    for (const char *name : {"studyScale", "studyFirstSeed", "studyCache", "studyRecipe", "studyKeep"})
        QVERIFY2(!part<QWidget>(name)->accessibleName().isEmpty(), name);
    const QString features = file("features");
    type("studyCache", pathOf(m_real) + "/test/good/good0.png");
    QVERIFY(text("studyBanner").contains("this is a file"));
    type("studyCache", features);
    scale->setValue(50);
    part<QSpinBox>("studyFirstSeed")->setValue(3);
    press("studyRun");
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    const auto report = bytesOf((file("more") + "/study.html").toStdString());
    QVERIFY(report.contains("--seed 3") && report.contains("--scale 0.5"));
    QVERIFY(!QDir(features).isEmpty());
    makeWindow(); // what is not usual is not hidden
    showPage();
    QVERIFY(part<QSpinBox>("studyScale")->isVisible());
}

void TestFlowStudies::aRecipeAndWhatIsKeptReachTheStudy()
{
    showPage();
    choose(StudyKind::MadeLike);
    type("studyFolder1", pathOf(m_real));
    type("studyOut", file("like"));
    type("studyImages", QStringLiteral("1"));
    part<QSpinBox>("studyBankSize")->setValue(20);
    part<QSpinBox>("studySeeds")->setValue(1);
    part<QAbstractButton>("studyMore")->click();
    QVERIFY(part<QLineEdit>("studyRecipe")->isVisible() && !part<QSpinBox>("studyKeepShare")->isVisible());
    type("studyRecipe", file("recipe.json"));
    QVERIFY(text("studyBanner").contains("There is no file"));
    QFile recipe(file("recipe.json"));
    QVERIFY(recipe.open(QIODevice::WriteOnly) && recipe.write("{\"seeds\": 1}") > 0);
    recipe.close();
    type("studyRecipe", file("recipe.json"));
    QVERIFY2(text("studyBanner").startsWith("The recipe cannot be used."), qPrintable(text("studyBanner")));
    SynthesisSpec usual = retakeRecipe();
    usual.counts.train = 2;
    QVERIFY(recipe.open(QIODevice::WriteOnly));
    recipe.write(QByteArray::fromStdString(toJson(usual).dump()));
    recipe.close();
    type("studyRecipe", file("recipe.json"));
    part<QComboBox>("studyKeep")->setCurrentIndex(1);
    part<QSpinBox>("studyKeepShare")->setValue(30);
    QVERIFY2(part<QPushButton>("studyRun")->isEnabled(), qPrintable(text("studyBanner")));
    press("studyRun");
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    QVERIFY2(part<QTableView>("studyMeans")->isVisible(), qPrintable(text("studyBanner")));
    const auto report = bytesOf((file("like") + "/study.html").toStdString());
    QVERIFY(report.contains("recipe.json") && report.contains("--keep quota:30"));
}

void TestFlowStudies::aStudyOfBeforeIsShownWithoutRunning()
{
    askBankSizes("before");
    press("studyRun");
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    const QString mean = value("studyMeans", 1, 0);
    const QString difference = value("studyDifferences", 0, 0);
    const auto curves = part<LineChart>("studyChart")->series();
    QVERIFY(QDir(file("before") + "/runs").removeRecursively());
    m_window->close();
    makeWindow();
    showPage(); // the fields name its folder: one comes back to it
    const auto *means = part<QTableView>("studyMeans");
    QTRY_VERIFY(means->isVisible());
    QCOMPARE(value("studyMeans", 1, 0), mean);
    QCOMPARE(value("studyDifferences", 0, 0), difference);
    QCOMPARE(means->model()->headerData(1, Qt::Vertical).toString(), QStringLiteral("60 rows"));
    QVERIFY(part<LineChart>("studyChart")->series() == curves);
    QVERIFY(text("studyFacts").contains("2 arms, 2 seeds") && text("studyFacts").contains("backbone tiny"));
    QVERIFY(!QDir(file("before") + "/runs").exists());
    QVERIFY(!part<QWidget>("messageStrip")->isVisible());
}

void TestFlowStudies::whatIsNoStudyIsNotShown()
{
    showPage();
    auto *panel = part<StudyPanel>("studyPanel");
    panel->showStudy(file("nothing"));
    QTRY_VERIFY(text("messageText").startsWith("There is no study to be shown."));
    QVERIFY(part<QLabel>("studyEmpty")->isVisible());
}

void TestFlowStudies::aFailureIsSaidAndTheFieldsStay()
{
    askBankSizes("failed");
    type("studyGroups1", QStringLiteral("(unclosed"));
    press("studyRun");
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    QVERIFY2(text("studyBanner").contains("unclosed"), qPrintable(text("studyBanner")));
    QVERIFY(text("messageText").contains("did not come to an end"));
    QCOMPARE(part<QLineEdit>("studyOut")->text(), file("failed"));
    part<QLineEdit>("studyGroups1")->clear();
    QTest::keyClicks(part<QLineEdit>("studyGroups1"), QStringLiteral("(good|scratch)"));
    QVERIFY(!text("studyBanner").contains("unclosed"));
}

void TestFlowStudies::fieldsSurviveClosing()
{
    askBankSizes("kept");
    m_window->close();
    makeWindow();
    showPage();
    QCOMPARE(part<QComboBox>("studyKind")->currentIndex(), static_cast<int>(StudyKind::BankSize));
    QCOMPARE(part<QLineEdit>("studyBankSizes")->text(), QStringLiteral("20, 60"));
    QCOMPARE(part<QLineEdit>("studyOut")->text(), file("kept"));
    QCOMPARE(part<QSpinBox>("studySeeds")->value(), 2);
}

void TestFlowStudies::closesWhileStudying()
{
    askBankSizes("closed");
    press("studyRun");
    QVERIFY(running());
    m_window.reset();
    m_session.reset();
    QVERIFY(!QFile::exists(file("closed") + "/study.html"));
}

void TestFlowStudies::speaksTheLanguageOfTheWindow()
{
    askBankSizes("language");
    press("studyRun");
    QTRY_VERIFY_WITH_TIMEOUT(!running(), kPatienceMs);
    part<QAction>("language_de")->trigger();
    QTRY_VERIFY(part<QTableView>("studyMeans")->model()->headerData(1, Qt::Vertical).toString().contains("Zeilen"));
    QVERIFY(value("studyMeans", 0, 0).contains(','));
    QTRY_COMPARE(part<QPushButton>("studyRun")->text(), QStringLiteral("Starten"));
    const auto *tabs = part<QWidget>("studyPanel")->findChild<QTabWidget *>();
    for (int i = 0; i < tabs->count(); ++i) // a key of two leads nowhere
        for (const QAction *menu : m_window->menuBar()->actions())
            QVERIFY2(QKeySequence::mnemonic(menu->text()) != QKeySequence::mnemonic(tabs->tabText(i)),
                     qPrintable(menu->text() + ' ' + tabs->tabText(i)));
    part<QAction>("language_en")->trigger();
    QTRY_COMPARE(part<QPushButton>("studyRun")->text(), QStringLiteral("Run"));
}

QTEST_MAIN(TestFlowStudies)
#include "tst_flow_studies.moc"
