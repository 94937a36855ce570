#include "tests/support/fake_engine.h"
#include "ui/canvas/canvas.h"
#include "ui/main_window.h"
#include "ui/session.h"

#include <QAction>
#include <QComboBox>
#include <QCommandLinkButton>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace patina;

/// Whole flows through the real window, by object name, on an engine without a model.
class TestFlowWindow : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void startsWithWhatToDoNext();
    void opensAFolderAndShowsItsFirstImage();
    void stepsThroughImagesByKey();
    void scoresOneImageAndShowsItsHeatmap();
    void scoresAllImages();
    void cancelKeepsWhatIsDone();
    void togglesTheHeatmapByKey();
    void brokenImageIsMarkedAndTheRestGoesOn();
    void failedScoresAreMarkedAndCounted();
    void missingFolderAndModelAreSaidInTheStrip();
    void anotherModelClearsTheHeatmap();
    void languageSwitchesWhileRunning();
    void themeSwitchesWhileRunning();
    void layoutIsRemembered();
    void everyActionHasNameKeyAndWords();
    void tabReachesEverything();
    void keysOfTheCanvasMoveTheView();
    void aProjectIsOpenedOnce();
    void projectsAreOpenedOneAfterTheOther();
    void closesWhileScoring();

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
    void openImages();
    void openBoth();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<testing::FakeBehaviour> m_behaviour;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

/// Grey with a bright square: the larger `i`, the brighter.
void writePart(const QString &file, int i)
{
    QImage image(320, 240, QImage::Format_Grayscale8);
    image.fill(100);
    for (int y = 80; y < 120; ++y)
        for (int x = 80; x < 120; ++x)
            image.scanLine(y)[x] = static_cast<uchar>(100 + 25 * i);
    image.save(file);
}

} // namespace

void TestFlowWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    for (int i = 0; i < 6; ++i)
        writePart(m_folder->filePath(QStringLiteral("parts/part%1.png").arg(i)), i);
    m_behaviour = std::make_shared<testing::FakeBehaviour>();
    makeWindow();
}

void TestFlowWindow::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_folder.reset();
}

void TestFlowWindow::makeWindow(const Settings &settings)
{
    Settings used = settings;
    used.language = settings.language.isEmpty() ? QStringLiteral("en") : settings.language;
    m_window.reset();
    m_session = std::make_unique<Session>(testing::createFakeEngine(m_behaviour));
    m_window = std::make_unique<MainWindow>(m_session.get(), used, m_folder->filePath("patina.ini"));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestFlowWindow::openImages()
{
    m_session->openFolder(m_folder->filePath("parts"));
    QTRY_VERIFY(part<Canvas>("canvas")->hasImage());
}

void TestFlowWindow::openBoth()
{
    openImages();
    m_session->openModel("one.patina");
    QTRY_VERIFY(m_session->document().hasModel());
    QTRY_VERIFY(m_session->idle());
}

void TestFlowWindow::startsWithWhatToDoNext()
{
    QVERIFY(part<QWidget>("startPage")->isVisible());
    auto *button = part<QCommandLinkButton>("start_openFolder");
    QVERIFY(button->isVisible());
    QVERIFY(button->description().contains("Ctrl+O"));
    QVERIFY(part<QLabel>("noRecentProjects")->isVisible());
    QVERIFY(!action("scoreAll")->isEnabled());
    QVERIFY(!action("fit")->isEnabled());
    QVERIFY(action("openModel")->isEnabled());
    QVERIFY(!part<QWidget>("jobBar")->isVisible());
    QVERIFY(!part<QWidget>("messageStrip")->isVisible());
}

void TestFlowWindow::opensAFolderAndShowsItsFirstImage()
{
    openImages();
    auto *list = part<QListView>("imageList");
    QCOMPARE(list->model()->rowCount(), 6);
    QCOMPARE(list->currentIndex().row(), 0);
    QVERIFY(!part<QWidget>("startPage")->isVisible());
    QCOMPARE(part<Canvas>("canvas")->visibleArea(), QRect(0, 0, 320, 240));
    QVERIFY(part<QPushButton>("hintOpenModel")->isVisible());
    QVERIFY(!action("scoreAll")->isEnabled());
    QCOMPARE(part<QLabel>("imageSummary")->text(), QStringLiteral("6 images"));
    QVERIFY(m_window->windowTitle().contains("parts"));
    QTRY_VERIFY(list->model()->index(1, 0).data(Qt::DecorationRole).isValid()); // thumbnails come by themselves
}

void TestFlowWindow::stepsThroughImagesByKey()
{
    openImages();
    auto *list = part<QListView>("imageList");
    auto *canvas = part<Canvas>("canvas");
    QTest::keyClick(m_window.get(), Qt::Key_PageDown);
    QCOMPARE(list->currentIndex().row(), 1);
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Right);
    QTest::keyClick(canvas, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 3);
    QTest::keyClick(canvas, Qt::Key_Left);
    QTest::keyClick(m_window.get(), Qt::Key_PageUp);
    QCOMPARE(list->currentIndex().row(), 1);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 2);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(m_window.get(), Qt::Key_PageDown);
    QCOMPARE(list->currentIndex().row(), 5); // stays at the end
    QTRY_VERIFY(m_session->idle());
    QCOMPARE(m_session->currentRow(), 5);
}

void TestFlowWindow::scoresOneImageAndShowsItsHeatmap()
{
    openBoth();
    m_session->showRow(5);
    QTRY_VERIFY(m_session->idle());
    QVERIFY(part<QPushButton>("hintScoreCurrent")->isVisible());
    action("scoreCurrent")->trigger();
    QTRY_VERIFY(part<Canvas>("canvas")->hasHeat());
    QVERIFY(m_session->document().result(5).verdict == Verdict::Ng);
    QVERIFY(part<QWidget>("heatLegend")->isVisible());
    QCOMPARE(m_behaviour->scoreCalls.load(), 1);
    m_session->showRow(0); // not scored: no heatmap of the other image is left
    QTRY_VERIFY(m_session->idle());
    QVERIFY(!part<Canvas>("canvas")->hasHeat());
    m_session->showRow(5);
    QTRY_VERIFY(part<Canvas>("canvas")->hasHeat()); // again without scoring
    QCOMPARE(m_behaviour->scoreCalls.load(), 1);
}

void TestFlowWindow::scoresAllImages()
{
    openBoth();
    action("scoreAll")->trigger();
    QTRY_VERIFY(m_session->idle());
    const auto counts = m_session->document().counts();
    QCOMPARE(counts.scored, 6);
    QCOMPARE(counts.ok + counts.review + counts.ng, 6);
    QVERIFY(counts.ok > 0 && counts.review > 0 && counts.ng > 0);
    QVERIFY(part<QLabel>("imageSummary")->text().contains("6 scored"));
    QTRY_VERIFY(!part<QWidget>("jobBar")->isVisible());
    QVERIFY(part<Canvas>("canvas")->hasHeat());
    action("scoreAll")->trigger(); // nothing is left to do
    QCOMPARE(m_behaviour->scoreCalls.load(), 6);
    QVERIFY(part<QLabel>("messageText")->text().contains("All images"));
}

void TestFlowWindow::cancelKeepsWhatIsDone()
{
    openBoth();
    action("scoreCurrent")->trigger();
    QTRY_VERIFY(m_session->idle());
    m_behaviour->holdScoring = true;
    action("scoreAll")->trigger();
    QTRY_VERIFY(part<QWidget>("jobBar")->isVisible());
    QVERIFY(part<QLabel>("jobText")->text().contains("0 of 5"));
    QVERIFY(action("cancel")->isEnabled());
    QTest::mouseClick(part<QToolButton>("jobCancel"), Qt::LeftButton);
    QTRY_VERIFY(m_session->idle());
    QTRY_VERIFY(!part<QWidget>("jobBar")->isVisible());
    QCOMPARE(m_session->document().counts().scored, 1);
    QVERIFY(part<QLabel>("messageText")->text().contains("cancelled"));
}

void TestFlowWindow::togglesTheHeatmapByKey()
{
    openBoth();
    m_session->showRow(5);
    action("scoreCurrent")->trigger();
    auto *canvas = part<Canvas>("canvas");
    QTRY_VERIFY(canvas->hasHeat());
    const QImage hot = canvas->grab().toImage();
    QTest::keyClick(m_window.get(), Qt::Key_H);
    QTest::keyClick(m_window.get(), Qt::Key_O);
    QVERIFY(!canvas->heatVisible());
    const QImage plain = canvas->grab().toImage();
    QVERIFY(hot != plain);
    QTest::keyClick(m_window.get(), Qt::Key_H);
    QTest::keyClick(m_window.get(), Qt::Key_O);
    QCOMPARE(canvas->grab().toImage(), hot);
    part<QSlider>("heatOpacity")->setValue(10);
    QVERIFY(canvas->grab().toImage() != hot);
    part<QComboBox>("heatColours")->setCurrentIndex(3);
    QVERIFY(canvas->heatStyle().colours == ColourMap::Grey);
    QTest::keyClick(m_window.get(), Qt::Key_1);
    QCOMPARE(canvas->view().scale(), 1.0);
    QTest::keyClick(m_window.get(), Qt::Key_F);
    QCOMPARE(canvas->visibleArea(), QRect(0, 0, 320, 240));
}

void TestFlowWindow::brokenImageIsMarkedAndTheRestGoesOn()
{
    QFile broken(m_folder->filePath("parts/part2.png"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("\x89PNG\r\n\x1a\n and then nothing");
    broken.close();
    openBoth();
    m_session->showRow(2);
    QTRY_VERIFY(part<QWidget>("messageStrip")->isVisible());
    QVERIFY(part<QLabel>("messageText")->text().contains("part2.png"));
    QVERIFY(!part<Canvas>("canvas")->hasImage());
    QVERIFY(m_session->document().result(2).state == ImageState::Failed);
    QTest::mouseClick(part<QToolButton>("messageClose"), Qt::LeftButton);
    QVERIFY(!part<QWidget>("messageStrip")->isVisible());
    m_session->showRow(3);
    QTRY_VERIFY(part<Canvas>("canvas")->hasImage());
    action("scoreAll")->trigger();
    QTRY_VERIFY(m_session->idle());
    QCOMPARE(m_session->document().counts().scored, 5);
    QCOMPARE(m_session->document().counts().failed, 1);
}

void TestFlowWindow::failedScoresAreMarkedAndCounted()
{
    m_behaviour->failing = {"part1.png", "part4.png"};
    openBoth();
    action("scoreAll")->trigger();
    QTRY_VERIFY(m_session->idle());
    QCOMPARE(m_session->document().counts().failed, 2);
    QVERIFY(part<QLabel>("messageText")->text().startsWith("2 images were not scored"));
    m_session->showRow(1);
    QTRY_VERIFY(part<QPushButton>("hintScoreCurrent")->isVisible());
    QVERIFY(part<Canvas>("canvas")->hasImage());
    action("scoreCurrent")->trigger();
    QTRY_VERIFY(part<QLabel>("messageText")->text().contains("16 bit"));
}

void TestFlowWindow::missingFolderAndModelAreSaidInTheStrip()
{
    m_session->openFolder("/nonexistent");
    QTRY_VERIFY(part<QLabel>("messageText")->text().contains("/nonexistent"));
    QVERIFY(part<QWidget>("startPage")->isVisible());
    openImages();
    m_session->openModel("missing.patina");
    QTRY_VERIFY(part<QLabel>("messageText")->text().contains("missing.patina"));
    QVERIFY(!action("scoreAll")->isEnabled());
    m_session->openFolder("/nonexistent"); // what is open stays open
    QTRY_VERIFY(m_session->idle());
    QCOMPARE(m_session->document().imageCount(), 6);
    QVERIFY(part<Canvas>("canvas")->hasImage());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTRY_VERIFY(!part<QWidget>("messageStrip")->isVisible());
}

void TestFlowWindow::anotherModelClearsTheHeatmap()
{
    openBoth();
    action("scoreCurrent")->trigger();
    QTRY_VERIFY(part<Canvas>("canvas")->hasHeat());
    m_session->openModel("raw.patina");
    QTRY_VERIFY(!part<Canvas>("canvas")->hasHeat());
    QVERIFY(part<QLabel>("messageText")->text().contains("not calibrated"));
    QCOMPARE(m_session->document().counts().scored, 0);
    action("scoreCurrent")->trigger();
    QTRY_VERIFY(part<Canvas>("canvas")->hasHeat());
    QVERIFY(!m_session->document().result(0).verdict);
}

void TestFlowWindow::languageSwitchesWhileRunning()
{
    openBoth();
    const QString english = action("scoreAll")->text();
    action("language_de")->trigger();
    QTRY_VERIFY(action("scoreAll")->text() != english);
    QCOMPARE(part<QLabel>("imageSummary")->text(), QStringLiteral("6 Bilder"));
    QVERIFY(part<QDockWidget>("imageDock")->windowTitle() == QStringLiteral("Bilder"));
    QVERIFY(action("language_de")->isChecked());
    action("language_en")->trigger();
    QTRY_COMPARE(action("scoreAll")->text(), english);
}

void TestFlowWindow::themeSwitchesWhileRunning()
{
    openImages();
    action("themeDark")->trigger();
    QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
    action("themeLight")->trigger();
    QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() > 128);
}

void TestFlowWindow::layoutIsRemembered()
{
    m_window->resize(1000, 640);
    part<QDockWidget>("imageDock")->hide();
    action("heatmap")->setChecked(false);
    m_window->close();
    makeWindow(loadSettings(m_folder->filePath("patina.ini")));
    QCOMPARE(m_window->size(), QSize(1000, 640));
    QVERIFY(part<QDockWidget>("imageDock")->isHidden());
    QVERIFY(!action("heatmap")->isChecked());
}

void TestFlowWindow::everyActionHasNameKeyAndWords()
{
    QSet<QString> keys;
    for (const char *name : {"openFolder", "openModel", "quit", "scoreAll", "scoreCurrent", "cancel", "fit", "oneToOne",
                             "zoomIn", "zoomOut", "heatmap", "outlines", "nextImage", "previousImage"}) {
        QVERIFY2(!action(name)->text().isEmpty(), name);
        QVERIFY2(!action(name)->icon().isNull(), name);
        const QString key = action(name)->shortcut().toString();
        QVERIFY2(!key.isEmpty() && !keys.contains(key), name);
        keys.insert(key);
    }
    for (const char *name :
         {"imageList", "canvas", "heatColours", "heatOpacity", "heatLegend", "jobCancel", "messageClose"})
        QVERIFY2(!part<QWidget>(name)->accessibleName().isEmpty(), name);
}

void TestFlowWindow::tabReachesEverything()
{
    openBoth();
    QApplication::setActiveWindow(m_window.get());
    QTRY_COMPARE(QApplication::focusWidget(), part<QWidget>("imageList")); // arrows work at once
    const auto tabbed = [&](int steps) {
        QStringList names;
        for (int i = 0; i < steps; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            names << QApplication::focusWidget()->objectName();
        }
        return names;
    };
    QTRY_VERIFY(!part<QWidget>("jobCancel")->isVisible()); // nothing runs any more, nothing can be cancelled
    QCOMPARE(tabbed(12), (QStringList{"canvas", "hintScoreCurrent", "hintScoreAll", "reviewThreshold",
                                      "rejectThreshold", "regionTable", "imageCompact", "imageFilter", "imageGroup",
                                      "imageShow", "imageOrder", "imageList"}));
    action("scoreCurrent")->trigger();
    QTRY_VERIFY(part<Canvas>("canvas")->hasHeat());
    QTRY_VERIFY(!part<QWidget>("jobCancel")->isVisible());
    QCOMPARE(tabbed(13), (QStringList{"canvas", "heatColours", "heatOpacity", "heatLegend", "reviewThreshold",
                                      "rejectThreshold", "regionTable", "imageCompact", "imageFilter", "imageGroup",
                                      "imageShow", "imageOrder", "imageList"}));
}

void TestFlowWindow::keysOfTheCanvasMoveTheView()
{
    openImages();
    auto *canvas = part<Canvas>("canvas");
    canvas->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Plus);
    QTest::keyClick(m_window.get(), Qt::Key_Plus);
    const QRect before = canvas->visibleArea();
    QVERIFY(before != QRect(0, 0, 320, 240));
    QTest::keyClick(canvas, Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(canvas->visibleArea().left() > before.left());
    QCOMPARE(m_session->currentRow(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_Minus);
    QTest::keyClick(m_window.get(), Qt::Key_F);
    QCOMPARE(canvas->visibleArea(), QRect(0, 0, 320, 240));
}

/// Twice before it is there: the second one must not find it locked by the first.
void TestFlowWindow::aProjectIsOpenedOnce()
{
    const QString file = m_folder->filePath("a.patinaproj");
    m_session->createProject(m_folder->filePath("parts"), file);
    QTRY_VERIFY(m_session->project().isOpen());
    m_session->closeFolder();
    QSignalSpy said(m_session.get(), &Session::messaged);
    for (int i = 0; i < 3; ++i)
        m_session->openProject(file);
    QTRY_VERIFY(m_session->project().isOpen() && m_session->idle());
    QVERIFY(m_session->project().canWrite());
    QCOMPARE(said.count(), 0);
}

void TestFlowWindow::projectsAreOpenedOneAfterTheOther()
{
    const QString first = m_folder->filePath("a.patinaproj");
    const QString second = m_folder->filePath("b.patinaproj");
    for (const QString &file : {first, second}) {
        m_session->createProject(m_folder->filePath("parts"), file);
        QTRY_VERIFY(m_session->project().isOpen() && m_session->project().project().file() == file.toStdString());
    }
    m_session->closeFolder();
    QSignalSpy opened(&m_session->project(), &ProjectDocument::projectChanged);
    QSignalSpy said(m_session.get(), &Session::messaged);
    for (const QString &file : {first, second, first})
        m_session->openProject(file);
    QTRY_VERIFY(m_session->project().isOpen() && m_session->idle());
    QCOMPARE(m_session->project().project().file(), std::filesystem::path(first.toStdString()));
    QVERIFY(m_session->project().canWrite());
    m_session->openProject(second);
    m_session->closeFolder(); // not wanted any more
    m_session->openProject(second);
    QTRY_VERIFY(m_session->project().isOpen() && m_session->idle());
    QVERIFY(m_session->project().canWrite());
    QCOMPARE(opened.count(), 3); // the first, none, the second
    QCOMPARE(said.count(), 0);
}

void TestFlowWindow::closesWhileScoring()
{
    openBoth();
    m_behaviour->holdScoring = true;
    action("scoreAll")->trigger();
    QTRY_COMPARE(m_behaviour->scoreCalls.load(), 1);
    m_window->close();
    m_window.reset();
    m_session.reset(); // cancels and waits
    QCOMPARE(m_behaviour->scoreCalls.load(), 1);
}

QTEST_MAIN(TestFlowWindow)
#include "tst_flow_window.moc"
