#include "tests/support/fake_engine.h"
#include "ui/canvas/canvas.h"
#include "ui/compare_feature.h"
#include "ui/document/project_scale.h"
#include "ui/main_window.h"
#include "ui/session.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <opencv2/imgcodecs.hpp>

#include <limits>

using namespace patina;

/// How an image is looked at, through the real window, by object name, on an engine without a model.
class TestFlowView : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void everySwitchHasNameKeyAndWords();
    void masksAreLaidOverTheImage();
    void scaleIsAChange();
    void scaleIsAskedForAndTold();
    void comparesWithTheHeatmapSideBySide();
    void comparesWithAnotherImage();
    void swipesBetweenTwoImages();
    void spaceOnTheCanvasGoesOn();
    void windowAndLevelByNumbers();
    void largeImagesComeFromTheDisk();
    void aDamagedLargeImageIsSaid();
    void switchesAreRemembered();

private:
    template <typename T>
    T *part(const char *name) const
    {
        auto *found = m_window->findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QAction *action(const char *name) const { return part<QAction>(name); }
    Canvas *canvas() const { return part<Canvas>("canvas"); }
    Canvas *second() const { return part<Canvas>("compareCanvas"); }
    void makeWindow(const Settings &settings = {});
    void openProject();
    void openModelAndScore();
    QImage shown(Canvas *canvas) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestFlowView::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    for (int i = 0; i < 3; ++i) {
        cv::Mat part(240, 320, CV_8UC1, cv::Scalar(100 + 40 * i));
        part(cv::Rect(80, 80, 40, 40)).setTo(200);
        part(cv::Rect(200, 80, 40, 40)).setTo(220);
        cv::imwrite(m_folder->filePath(QStringLiteral("parts/part%1.png").arg(i)).toStdString(), part);
    }
    makeWindow();
}

void TestFlowView::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_folder.reset();
}

void TestFlowView::makeWindow(const Settings &settings)
{
    Settings used = settings;
    used.language = QStringLiteral("en");
    used.reviewByImage = true;
    m_window.reset();
    m_session = std::make_unique<Session>(testing::createFakeEngine(std::make_shared<testing::FakeBehaviour>()));
    m_session->setPyramidCache(PyramidCache(m_folder->filePath("cache").toStdString()));
    m_window = std::make_unique<MainWindow>(m_session.get(), used, m_folder->filePath("patina.ini"));
    m_window->resize(1200, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestFlowView::openProject()
{
    m_session->createProject(m_folder->filePath("parts"), m_folder->filePath("p.patinaproj"));
    QTRY_VERIFY(m_session->project().isOpen() && canvas()->hasImage());
}

void TestFlowView::openModelAndScore()
{
    m_session->openModel("one.patina");
    QTRY_VERIFY(m_session->document().hasModel());
    action("scoreAll")->trigger();
    QTRY_VERIFY(m_session->idle() && canvas()->hasHeat());
}

QImage TestFlowView::shown(Canvas *canvas) const
{
    [&] { QTRY_VERIFY(canvas->grab().width() > 0 && canvas->settled()); }();
    return canvas->grab().toImage();
}

void TestFlowView::everySwitchHasNameKeyAndWords()
{
    QSet<QString> keys;
    for (const auto *each : m_window->findChildren<QAction *>())
        if (!each->shortcut().isEmpty() && each->isVisible() && each->isEnabled())
            QVERIFY2(!keys.contains(each->shortcut().toString()), qPrintable(each->objectName()));
    for (const char *name :
         {"labels", "groundTruth", "minimapShown", "tonesShown", "scale", "sideBySide", "swipe", "pinForComparison"}) {
        QVERIFY2(!action(name)->text().isEmpty() && !action(name)->icon().isNull(), name);
        const QString key = action(name)->shortcut().toString();
        QVERIFY2(!key.isEmpty() && !keys.contains(key), name);
        keys.insert(key);
    }
    for (const char *name : {"minimap", "toneBlack", "toneWhite", "toneBar", "compareWith", "compareClose",
                             "compareCanvas", "swipeHandle"})
        QVERIFY2(!part<QWidget>(name)->accessibleName().isEmpty(), name);
}

void TestFlowView::masksAreLaidOverTheImage()
{
    openProject();
    action("labels")->setChecked(false);
    action("outlines")->setChecked(false); // what is painted is a region, too
    const QImage plain = shown(canvas());
    cv::Mat mask = cv::Mat::zeros(240, 320, CV_8UC1);
    mask(cv::Rect(30, 150, 60, 60)).setTo(255);
    const std::string image = m_session->document().image(0).id;
    Label imported{1, image, "scratch", "ground truth", LabelSource::Imported, RunMask::ofMat(mask), {}, {}};
    mask = cv::Mat::zeros(240, 320, CV_8UC1);
    mask(cv::Rect(150, 150, 60, 60)).setTo(255);
    Label drawn{
        2,  image, "scratch", m_session->project().reader().toStdString(), LabelSource::Drawn, RunMask::ofMat(mask),
        {}, {}};
    QVERIFY(m_session->project().change(
        {"label", {added(ProjectClass{"scratch", ClassKind::Defect, 0}), added(imported), added(drawn)}}));
    QCOMPARE(shown(canvas()), plain); // both are switched off
    action("groundTruth")->setChecked(true);
    QTRY_VERIFY(shown(canvas()) != plain);
    const QImage withTruth = shown(canvas());
    action("labels")->setChecked(true);
    QVERIFY(shown(canvas()) != withTruth);
    action("groundTruth")->setChecked(false);
    QVERIFY(m_session->project().undo());
    QTRY_COMPARE(shown(canvas()), plain);
}

void TestFlowView::scaleIsAChange()
{
    openProject();
    ProjectDocument &project = m_session->project();
    QVERIFY(!mmPerPixelOf(project));
    QVERIFY(setMmPerPixel(project, 0.0125));
    QCOMPARE(*mmPerPixelOf(project), 0.0125);
    QVERIFY(project.undo());
    QVERIFY(!mmPerPixelOf(project));
    QVERIFY(project.redo());
    QCOMPARE(*mmPerPixelOf(project), 0.0125);
    const std::string last = project.undoText();
    QVERIFY(setMmPerPixel(project, 0.0125)); // as it is: no change
    QCOMPARE(project.undoText(), last);
    for (const double wrong : {0.0, -1.0, 2000.0, std::numeric_limits<double>::quiet_NaN()})
        QVERIFY(!setMmPerPixel(project, wrong));
    QVERIFY(setMmPerPixel(project, std::nullopt));
    QVERIFY(!mmPerPixelOf(project));
    QVERIFY(project.undo());
    QCOMPARE(*mmPerPixelOf(project), 0.0125);
}

void TestFlowView::scaleIsAskedForAndTold()
{
    QVERIFY(!action("scale")->isEnabled()); // there is no project to keep it
    openProject();
    QTimer::singleShot(0, m_window.get(), [this] {
        auto *dialog = m_window->findChild<QDialog *>("scaleDialog");
        dialog->findChild<QDoubleSpinBox *>("scaleValue")->setValue(0.5);
        dialog->accept();
    });
    action("scale")->trigger();
    QCOMPARE(*mmPerPixelOf(m_session->project()), 0.5);
    QTest::mouseMove(canvas(), canvas()->rect().center());
    QVERIFY2(part<QLabel>("cursorLabel")->text().contains("mm"), qPrintable(part<QLabel>("cursorLabel")->text()));
    action("undo")->trigger();
    QTest::mouseMove(canvas(), canvas()->rect().center() + QPoint(3, 3));
    QVERIFY(!part<QLabel>("cursorLabel")->text().contains("mm"));
}

void TestFlowView::comparesWithTheHeatmapSideBySide()
{
    openProject();
    openModelAndScore();
    action("sideBySide")->trigger();
    QVERIFY(second()->isVisible() && part<QWidget>("compareBar")->isVisible());
    QVERIFY(second()->hasHeat() && second()->heatVisible() && !canvas()->heatVisible());
    canvas()->zoomIn();
    canvas()->centreOn({120, 100});
    QCOMPARE(second()->view().scale(), canvas()->view().scale());
    QVERIFY((QRectF(second()->visibleArea()).center() - QRectF(canvas()->visibleArea()).center()).manhattanLength() <
            3);
    second()->zoomIn(); // either leads
    QCOMPARE(second()->view().scale(), canvas()->view().scale());
    m_session->showRow(1);
    QTRY_VERIFY(m_session->idle() && second()->scene().image() == canvas()->scene().image() && second()->hasHeat());
    part<QToolButton>("compareClose")->click();
    QVERIFY(!second()->isVisible() && canvas()->heatVisible() && !action("sideBySide")->isChecked());
}

void TestFlowView::comparesWithAnotherImage()
{
    openProject();
    const auto good = canvas()->scene().image();
    action("pinForComparison")->trigger();
    QVERIFY(second()->isVisible());
    m_session->showRow(2);
    QTRY_VERIFY(canvas()->scene().image() && canvas()->scene().image() != good);
    QCOMPARE(second()->scene().image(), good);
    QVERIFY(!second()->heatVisible());
    action("sideBySide")->trigger();
    QVERIFY(!second()->isVisible());
}

void TestFlowView::swipesBetweenTwoImages()
{
    openProject();
    action("pinForComparison")->trigger(); // grey of 100
    m_session->showRow(2);                 // of 180
    QTRY_VERIFY(m_session->idle() && canvas()->hasImage());
    action("swipe")->trigger();
    QTRY_COMPARE(second()->geometry().left(), canvas()->width() / 2);
    shown(second());
    const QImage picture = shown(canvas());
    const auto greyAt = [&](double x) {
        const QPointF at = canvas()->view().toView(QPointF(x, 20));
        return qGray(picture.pixel(at.toPoint()));
    };
    QCOMPARE(greyAt(20), 180);
    QCOMPARE(greyAt(300), 100);
    auto *handle = part<QWidget>("swipeHandle");
    QTest::mousePress(handle, Qt::LeftButton, {}, {6, 100});
    QTest::mouseMove(handle, {-94, 100});
    QTest::mouseRelease(handle, Qt::LeftButton, {}, {-94, 100});
    QCOMPARE(second()->geometry().left(), canvas()->width() / 2 - 100);
    QKeyEvent left(QEvent::KeyPress, Qt::Key_Left, Qt::NoModifier);
    QApplication::sendEvent(handle, &left);
    QVERIFY(second()->geometry().left() < canvas()->width() / 2 - 100);
    const QPointF before = canvas()->view().offset();
    QTest::mousePress(canvas(), Qt::LeftButton, {}, {100, 100});
    QTest::mouseMove(canvas(), {120, 110});
    QTest::mouseRelease(canvas(), Qt::LeftButton, {}, {120, 110});
    QVERIFY(canvas()->view().offset() != before);
    const QPointF corner = second()->view().toImage(QPointF(0, 0));
    const QPointF same =
        canvas()->view().toImage(QPointF(second()->geometry().topLeft()) * canvas()->devicePixelRatioF());
    QVERIFY((corner - same).manhattanLength() < 1.0);
    action("swipe")->trigger();
    QVERIFY(!second()->isVisible() && !handle->isVisible());
}

void TestFlowView::spaceOnTheCanvasGoesOn()
{
    openProject();
    openModelAndScore();
    canvas()->setFocus();
    auto *table = part<QTableView>("regionTable");
    QTest::keyClick(canvas(), Qt::Key_Space);
    QVERIFY(table->selectionModel()->hasSelection());
    const int first = table->currentIndex().row();
    QTest::keyPress(canvas(), Qt::Key_Space);
    QTest::mousePress(canvas(), Qt::LeftButton, {}, {100, 100});
    QTest::mouseMove(canvas(), {120, 110});
    QTest::mouseRelease(canvas(), Qt::LeftButton, {}, {120, 110});
    QTest::keyRelease(canvas(), Qt::Key_Space);
    QCOMPARE(table->currentIndex().row(), first); // held for a drag it does not go on
    QVERIFY(table->selectionModel()->hasSelection());
}

void TestFlowView::windowAndLevelByNumbers()
{
    openProject();
    QVERIFY(!part<QWidget>("tonePanel")->isVisible());
    action("tonesShown")->trigger();
    QVERIFY(part<QWidget>("tonePanel")->isVisible());
    const QImage before = shown(canvas());
    part<QSpinBox>("toneWhite")->setValue(150);
    QVERIFY(canvas()->scene().tone() == (ToneWindow{0, 150}));
    QVERIFY(shown(canvas()) != before);
    part<QPushButton>("toneAuto")->click();
    QCOMPARE(canvas()->scene().tone().black, 100);
    QCOMPARE(canvas()->scene().tone().white, 220);
    m_session->showRow(1); // it stays
    QTRY_VERIFY(m_session->idle() && canvas()->hasImage());
    QCOMPARE(canvas()->scene().tone().black, 100);
    part<QPushButton>("toneReset")->click();
    QVERIFY(canvas()->scene().tone() == ToneWindow{});
}

void TestFlowView::largeImagesComeFromTheDisk()
{
    const std::string file = m_folder->filePath("parts/part0.png").toStdString();
    cv::imwrite(file, cv::Mat(6400, 6400, CV_8UC1, cv::Scalar(90)));
    m_session->openFolder(m_folder->filePath("parts"));
    QTRY_VERIFY_WITH_TIMEOUT(canvas()->hasImage() && m_session->idle(), 60'000);
    QVERIFY(!canvas()->scene().image()->tile({0, 0, 0})); // not held in memory
    const QImage picture = shown(canvas());
    QCOMPARE(qGray(picture.pixel(picture.rect().center())), 90);
    QVERIFY(QDir(m_folder->filePath("cache")).entryList({"*.pyramid"}, QDir::Files).size() == 1);
    m_session->showRow(1);
    QTRY_VERIFY(m_session->idle());
    m_session->showRow(0);
    QTRY_VERIFY(canvas()->hasImage() && canvas()->scene().image()->size() == QSize(6400, 6400));
    QVERIFY(!canvas()->scene().image()->growing()); // the second time it is all there
}

void TestFlowView::aDamagedLargeImageIsSaid()
{
    QFile file(m_folder->filePath("parts/part0.jpg"));
    cv::imwrite(file.fileName().toStdString(), cv::Mat(6400, 6400, CV_8UC1, cv::Scalar(90)));
    QVERIFY(file.resize(file.size() / 2));
    m_session->openFolder(m_folder->filePath("parts"));
    QTRY_VERIFY_WITH_TIMEOUT(part<QWidget>("messageStrip")->isVisible() && m_session->idle(), 60'000);
    QVERIFY(m_session->document().result(0).state == ImageState::Failed);
    QVERIFY(!canvas()->hasImage());
    QTRY_VERIFY(QDir(m_folder->filePath("cache")).entryList(QDir::Files | QDir::Hidden).isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_PageDown);
    QTRY_VERIFY(canvas()->hasImage());
}

void TestFlowView::switchesAreRemembered()
{
    action("groundTruth")->setChecked(true);
    action("minimapShown")->setChecked(false);
    m_window->close();
    const Settings stored = loadSettings(m_folder->filePath("patina.ini"));
    QVERIFY(stored.groundTruth && !stored.minimap && stored.labels);
    makeWindow(stored);
    QVERIFY(action("groundTruth")->isChecked() && !action("minimapShown")->isChecked());
}

QTEST_MAIN(TestFlowView)
#include "tst_flow_view.moc"
