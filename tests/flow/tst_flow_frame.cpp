#include "tests/support/fake_engine.h"
#include "ui/actions.h"
#include "ui/canvas/canvas.h"
#include "ui/key_map.h"
#include "ui/main_window.h"
#include "ui/models/key_map_model.h"
#include "ui/models/message_model.h"
#include "ui/models/recent_project_model.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/start_page.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QCommandLinkButton>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace patina;

/// The frame of the window through the real window, by object name, on an engine without a model.
class TestFlowFrame : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void projectsAreRememberedAndOpened();
    void missingProjectsAreMarkedAndRemoved();
    void closingGoesBackToTheStartPage();
    void aFeatureAddsItsOwnChoice();
    void preferencesAreAppliedAtOnce();
    void cancelledPreferencesChangeNothing();
    void theReaderOfAnOpenProjectChanges();
    void otherThreadsKeepTheScores();
    void keysAreChangedAndRemembered();
    void noTwoCommandsShareAKey();
    void theRegionsTellTheirKeys();
    void thePaletteRunsCommands();
    void thePaletteOpensProjects();
    void messagesCanBeReadAgain();
    void severalJobsAreListedAndCancelled();
    void layoutCanBeReset();
    void aboutNamesModelAndLibraries();
    void anotherLanguageKeepsEverything();
    void everythingHasAnAccessibleName();

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
    void makeProject(const QString &name);
    void openBoth();
    QDialog *openPreferences(const char *by = "preferences") const;
    void press(QDialog *dialog, QDialogButtonBox::StandardButton button) const;
    QString project(const QString &name) const { return m_folder->filePath(name + ".patinaproj"); }
    Settings stored() const { return loadSettings(m_folder->filePath("patina.ini")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<testing::FakeBehaviour> m_behaviour;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestFlowFrame::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    for (int i = 0; i < 4; ++i) {
        QImage image(320, 240, QImage::Format_Grayscale8);
        image.fill(100);
        for (int y = 80; y < 120; ++y)
            for (int x = 80; x < 120; ++x)
                image.scanLine(y)[x] = static_cast<uchar>(130 + 25 * i);
        QVERIFY(image.save(m_folder->filePath(QStringLiteral("parts/part%1.png").arg(i))));
    }
    m_behaviour = std::make_shared<testing::FakeBehaviour>();
    makeWindow();
}

void TestFlowFrame::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_folder.reset();
}

void TestFlowFrame::makeWindow(const Settings &settings)
{
    Settings used = settings;
    used.language = settings.language.isEmpty() ? QStringLiteral("en") : settings.language;
    m_window.reset();
    m_session = std::make_unique<Session>(testing::createFakeEngine(m_behaviour));
    m_window = std::make_unique<MainWindow>(m_session.get(), used, m_folder->filePath("patina.ini"));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestFlowFrame::makeProject(const QString &name)
{
    m_session->createProject(m_folder->filePath("parts"), project(name));
    QTRY_VERIFY(m_session->project().isOpen() &&
                m_session->project().project().file().stem().string() == name.toStdString());
    QTRY_VERIFY(m_session->idle());
}

void TestFlowFrame::openBoth()
{
    m_session->openFolder(m_folder->filePath("parts"));
    m_session->openModel("one.patina");
    QTRY_VERIFY(m_session->document().hasModel() && m_session->document().hasImages());
    QTRY_VERIFY(m_session->idle());
}

QDialog *TestFlowFrame::openPreferences(const char *by) const
{
    action(by)->trigger();
    return part<QDialog>("preferences");
}

void TestFlowFrame::press(QDialog *dialog, QDialogButtonBox::StandardButton button) const
{
    dialog->findChild<QDialogButtonBox *>()->button(button)->click();
}

void TestFlowFrame::projectsAreRememberedAndOpened()
{
    makeProject("first");
    makeProject("second");
    QCOMPARE(stored().recent.size(), std::size_t{2}); // at once: a kill loses nothing
    m_window->close();
    makeWindow(stored());
    auto *list = part<QListView>("recentProjects");
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("second"));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QTRY_VERIFY(m_session->project().isOpen());
    QCOMPARE(m_session->project().project().file().stem().string(), std::string("first"));
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("first"));
    QTRY_VERIFY(m_session->idle());
    auto *menu = part<QMenu>("recentMenu");
    emit menu->aboutToShow();
    QVERIFY(menu->actions().at(1)->text().contains("second"));
    menu->actions().at(1)->trigger();
    QTRY_COMPARE(m_session->project().project().file().stem().string(), std::string("second"));
}

void TestFlowFrame::missingProjectsAreMarkedAndRemoved()
{
    Settings settings;
    settings.recent = {{project("gone"), QDateTime::currentDateTimeUtc()}, {project("lost"), {}}};
    makeWindow(settings);
    auto *list = part<QListView>("recentProjects");
    const QModelIndex first = list->model()->index(0, 0);
    QTRY_VERIFY(first.data(RecentProjectModel::MissingRole).toBool());
    list->setFocus();
    list->setCurrentIndex(first);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(part<QLabel>("messageText")->text().contains("gone.patinaproj"));
    QVERIFY(part<QWidget>("startPage")->isVisible());
    QCOMPARE(list->model()->rowCount(), 2); // a drive may come back: it is the user who removes it
    list->actions().first()->trigger();
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("lost"));
    QCOMPARE(stored().recent.size(), std::size_t{1});
    emit part<QMenu>("recentMenu")->aboutToShow();
    part<QMenu>("recentMenu")->actions().last()->trigger();
    QVERIFY(part<QLabel>("noRecentProjects")->isVisible());
    QVERIFY(!part<QMenu>("recentMenu")->isEnabled());
}

void TestFlowFrame::closingGoesBackToTheStartPage()
{
    QVERIFY(!action("closeFolder")->isEnabled());
    makeProject("first");
    m_session->openModel("one.patina");
    QTRY_VERIFY(m_session->document().hasModel());
    action("scoreAll")->trigger();
    action("closeFolder")->trigger();
    QTRY_VERIFY(m_session->idle());
    QVERIFY(part<QWidget>("startPage")->isVisible());
    QVERIFY(!m_session->project().isOpen());
    QVERIFY(m_session->document().hasModel());
    QCOMPARE(part<QListView>("imageList")->model()->rowCount(), 0);
    QVERIFY(!action("closeFolder")->isEnabled());
    QVERIFY(!action("scoreAll")->isEnabled());
    m_window->openProject(project("first"));
    QTRY_VERIFY(part<Canvas>("canvas")->hasImage() && part<Canvas>("canvas")->isVisible());
}

void TestFlowFrame::aFeatureAddsItsOwnChoice()
{
    QAction demo;
    demo.setObjectName("openDemo");
    int opened = 0;
    connect(&demo, &QAction::triggered, this, [&opened] { ++opened; });
    part<StartPage>("startPage")
        ->addChoice(
            &demo, [] { return QString("Open the demo"); }, [] { return QString("A made part"); });
    auto *button = part<QCommandLinkButton>("start_openDemo");
    QCOMPARE(button->text(), QStringLiteral("Open the demo"));
    button->click();
    QCOMPARE(opened, 1);
}

void TestFlowFrame::preferencesAreAppliedAtOnce()
{
    openBoth();
    QSignalSpy used(m_window.get(), &MainWindow::settingsApplied);
    QDialog *dialog = openPreferences();
    auto *apply = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Apply);
    QVERIFY(!apply->isEnabled());
    auto *theme = part<QComboBox>("prefTheme");
    theme->setCurrentIndex(theme->findData(static_cast<int>(Theme::Dark)));
    part<QComboBox>("prefLanguage")->setCurrentIndex(part<QComboBox>("prefLanguage")->findData("de"));
    part<QComboBox>("prefColours")->setCurrentIndex(2);
    part<QSpinBox>("prefOpacity")->setValue(35);
    part<QDoubleSpinBox>("prefOutline")->setValue(3.0);
    part<QSpinBox>("prefResults")->setValue(128);
    part<QSpinBox>("prefTileCache")->setValue(777);
    QVERIFY(apply->isEnabled());
    QCOMPARE(used.count(), 0);
    QCOMPARE(m_session->pyramidCache().mostBytes(), std::int64_t{Settings{}.tileCacheMiB} << 20);
    apply->click();
    QCOMPARE(m_session->pyramidCache().mostBytes(), std::int64_t{777} << 20);
    QCOMPARE(used.count(), 1);
    QVERIFY(!dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Apply)->isEnabled());
    QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
    QTRY_COMPARE(part<QLabel>("imageSummary")->text(), QStringLiteral("4 Bilder"));
    QVERIFY(part<Canvas>("canvas")->heatStyle().colours == ColourMap::Turbo);
    QCOMPARE(part<Canvas>("canvas")->heatStyle().opacity, 0.35);
    QVERIFY(action("themeDark")->isChecked() && action("language_de")->isChecked());
    const Settings kept = stored();
    QCOMPARE(kept.outlineWidth, 3.0);
    QCOMPARE(kept.resultsMiB, 128);
    QCOMPARE(kept.tileCacheMiB, 777);
    QCOMPARE(kept.opacityPercent, 35);
    QVERIFY(dialog->isVisible());
    press(dialog, QDialogButtonBox::Ok);
    QVERIFY(!dialog->isVisible());
}

void TestFlowFrame::cancelledPreferencesChangeNothing()
{
    const Settings before = m_window->currentSettings();
    QDialog *dialog = openPreferences();
    part<QLineEdit>("prefReader")->setText("Somebody else");
    part<QSpinBox>("prefThreads")->setValue(1);
    press(dialog, QDialogButtonBox::Cancel);
    QVERIFY(m_window->currentSettings() == before);
}

void TestFlowFrame::theReaderOfAnOpenProjectChanges()
{
    makeProject("first");
    QDialog *dialog = openPreferences();
    part<QLineEdit>("prefReader")->setText("  Ada   Berg ");
    press(dialog, QDialogButtonBox::Ok);
    QCOMPARE(m_session->project().reader(), QStringLiteral("Ada Berg"));
    QVERIFY(m_session->project().change({"classes", {added(ProjectClass{"scratch", ClassKind::Defect, 0})}}));
    QCOMPARE(m_session->project().project().head()->who, std::string("Ada Berg"));
    makeProject("second");
    QCOMPARE(m_session->project().reader(), QStringLiteral("Ada Berg"));
}

void TestFlowFrame::otherThreadsKeepTheScores()
{
    openBoth();
    action("scoreCurrent")->trigger();
    QTRY_VERIFY(m_session->idle());
    m_behaviour->holdScoring = true;
    action("scoreAll")->trigger();
    QTRY_COMPARE(m_behaviour->scoreCalls.load(), 2);
    QDialog *dialog = openPreferences();
    part<QSpinBox>("prefThreads")->setValue(2);
    press(dialog, QDialogButtonBox::Ok);
    m_behaviour->holdScoring = false;
    QTRY_COMPARE(m_behaviour->threads.load(), 2);
    QTRY_COMPARE(m_session->document().counts().scored, 4); // what was waiting goes on
    QTRY_VERIFY(m_session->idle());
    QVERIFY(part<Canvas>("canvas")->hasHeat());
}

void TestFlowFrame::keysAreChangedAndRemembered()
{
    QDialog *dialog = openPreferences("keyboardMap");
    auto *table = part<QTableView>("keyTable");
    QVERIFY(table->isVisible());
    part<QLineEdit>("keySearch")->setText("Fit");
    QCOMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    part<QKeySequenceEdit>("keyPress")->setKeySequence(QKeySequence(Qt::Key_H)); // the heatmap's
    QVERIFY(part<QLabel>("keyConflict")->text().contains("Heatmap"));
    part<QPushButton>("keySet")->click();
    press(dialog, QDialogButtonBox::Ok);
    QCOMPARE(action("fit")->shortcut(), QKeySequence(Qt::Key_H));
    QVERIFY(action("heatmap")->shortcuts().isEmpty());
    QVERIFY(action("fit")->toolTip().contains("(H)"));
    m_window->close();
    makeWindow(stored());
    QCOMPARE(action("fit")->shortcut(), QKeySequence(Qt::Key_H));
    openBoth();
    auto *canvas = part<Canvas>("canvas");
    canvas->showOneToOne();
    canvas->zoomIn();
    const bool heat = canvas->heatVisible();
    QTest::keyClick(m_window.get(), Qt::Key_H);
    QCOMPARE(canvas->visibleArea(), QRect(0, 0, 320, 240));
    QCOMPARE(canvas->heatVisible(), heat);
    dialog = openPreferences("keyboardMap");
    part<QPushButton>("keyResetAll")->click();
    press(dialog, QDialogButtonBox::Ok);
    QCOMPARE(action("heatmap")->shortcut(), QKeySequence(Qt::Key_H));
    QVERIFY(stored().keys.isEmpty());
}

void TestFlowFrame::noTwoCommandsShareAKey()
{
    const KeyMapModel model(m_window->findChild<Actions *>()->keys());
    QVERIFY(model.rowCount() > 40);
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString other = model.index(row, 0).data(KeyMapModel::ConflictRole).toString();
        QVERIFY2(other.isEmpty(), qPrintable(model.index(row, 0).data().toString() + " and " + other));
    }
}

void TestFlowFrame::theRegionsTellTheirKeys()
{
    makeProject("first");
    QVERIFY(m_session->project().change({"classes", {added(ProjectClass{"scratch", ClassKind::Defect, 0})}}));
    QVERIFY(action("class1")->text().startsWith("1"));
    QVERIFY(action("oneToOne")->shortcuts() == QList{QKeySequence(Qt::CTRL | Qt::Key_1)});
    Settings settings = m_window->currentSettings();
    settings.keys = {{"class1", {"Q"}}, {"harmless", {"W"}}, {"oneToOne", {"E"}}};
    m_window->apply(settings);
    QVERIFY(action("class1")->text().startsWith("Q"));
    QVERIFY(action("harmless")->text().startsWith("W"));
    m_session->closeFolder();
    QCOMPARE(action("oneToOne")->shortcuts(), QList{QKeySequence(Qt::Key_E)}); // no 1 on the side
}

void TestFlowFrame::thePaletteRunsCommands()
{
    openBoth();
    QApplication::setActiveWindow(m_window.get());
    auto *list = part<QListView>("imageList");
    list->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto *line = part<QLineEdit>("commandLine");
    QVERIFY(part<QWidget>("commandPalette")->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), line);
    QTest::keyClicks(line, "themdrk");
    auto *found = part<QListView>("commands");
    QCOMPARE(found->model()->index(0, 0).data().toString(), QStringLiteral("Theme: Dark"));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(!part<QWidget>("commandPalette")->isVisible());
    QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
    QCOMPARE(QApplication::focusWidget(), list); // keys go on where they went
    action("themeLight")->trigger();
    action("commandPalette")->trigger();
    QTest::keyClicks(line, "ho"); // letters that are keys of the window
    QVERIFY(part<Canvas>("canvas")->heatVisible());
    QCOMPARE(line->text(), QStringLiteral("ho"));
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(found->currentIndex().row(), std::min(1, found->model()->rowCount() - 1));
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(!part<QWidget>("commandPalette")->isVisible());
    for (int row = 0; row < found->model()->rowCount(); ++row)
        QVERIFY(!found->model()->index(row, 0).data().toString().contains("Undo")); // nothing is there to undo
}

void TestFlowFrame::thePaletteOpensProjects()
{
    makeProject("housing");
    makeProject("lid");
    action("commandPalette")->trigger();
    auto *line = part<QLineEdit>("commandLine");
    QTest::keyClicks(line, "projecthousing");
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(m_session->project().project().file().stem().string(), std::string("housing"));
}

void TestFlowFrame::messagesCanBeReadAgain()
{
    m_session->openFolder("/nonexistent");
    QTRY_VERIFY(part<QWidget>("messageStrip")->isVisible());
    m_session->openModel("missing.patina");
    QTRY_VERIFY(part<QLabel>("messageText")->text().contains("missing.patina"));
    QTest::mouseClick(part<QToolButton>("messageClose"), Qt::LeftButton);
    action("showMessages")->trigger();
    auto *list = part<QListView>("messages");
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->rowCount(), 2);
    QVERIFY(list->model()->index(1, 0).data().toString().contains("/nonexistent"));
    part<QPushButton>("messagesCopy")->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains("missing.patina"));
    part<QPushButton>("messagesClear")->click();
    QCOMPARE(list->model()->rowCount(), 0);
    QVERIFY(!list->isVisible());
}

void TestFlowFrame::severalJobsAreListedAndCancelled()
{
    openBoth();
    QVERIFY(!action("showJobs")->isEnabled());
    m_behaviour->holdScoring = true;
    action("scoreAll")->trigger();
    int stopped = 0;
    JobList &jobs = m_session->jobs();
    JobList::Id own = 0;
    own = jobs.add([] { return QString("Training"); },
                   [&] {
                       ++stopped;
                       jobs.remove(own);
                   });
    jobs.update(own, {"features", 1, 10});
    QVERIFY(part<QLabel>("jobText")->text().startsWith("Scoring")); // the one that began first
    QVERIFY(part<QToolButton>("jobMore")->text().contains("2"));
    action("showJobs")->trigger();
    auto *popup = part<QWidget>("jobPopup");
    QVERIFY(popup->isVisible());
    QTest::mouseClick(part<QToolButton>("cancelJob1"), Qt::LeftButton);
    QCOMPARE(stopped, 1);
    QCOMPARE(jobs.rowCount(), 1);
    QVERIFY(!part<QToolButton>("jobMore")->isVisible());
    popup->hide();
    QTest::keyClick(m_window.get(), Qt::Key_Escape, Qt::ShiftModifier);
    QTRY_VERIFY(m_session->idle());
    QVERIFY(jobs.isEmpty());
    QTRY_VERIFY(!part<QWidget>("jobBar")->isVisible());
}

void TestFlowFrame::layoutCanBeReset()
{
    auto *images = part<QDockWidget>("imageDock");
    images->setFloating(true);
    part<QDockWidget>("regionDock")->hide();
    part<QToolBar>("mainToolBar")->hide();
    action("resetLayout")->trigger();
    QVERIFY(!images->isFloating());
    QVERIFY(part<QDockWidget>("regionDock")->isVisible());
    QVERIFY(part<QToolBar>("mainToolBar")->isVisible());
    QCOMPARE(m_window->dockWidgetArea(images), Qt::LeftDockWidgetArea);
}

void TestFlowFrame::aboutNamesModelAndLibraries()
{
    openBoth();
    action("about")->trigger();
    part<QPushButton>("aboutCopy")->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("Qt: ") + QLatin1String(qVersion())));
    QVERIFY(copied.contains("Made up: 1.2.3"));
    QVERIFY(copied.contains("Model: one.patina"));
    QVERIFY(copied.contains("Hash of the model: one.patina")); // the fake's
}

void TestFlowFrame::anotherLanguageKeepsEverything()
{
    makeProject("first");
    m_session->openModel("one.patina");
    QTRY_VERIFY(m_session->document().hasModel());
    action("scoreAll")->trigger();
    QTRY_VERIFY(m_session->idle());
    m_session->showRow(2);
    QTRY_VERIFY(m_session->idle()); // until then the canvas has the image before
    QVERIFY(part<Canvas>("canvas")->hasHeat());
    auto *canvas = part<Canvas>("canvas");
    canvas->zoomIn();
    part<QLineEdit>("imageFilter")->setText("part");
    auto *table = part<QTableView>("regionTable"); // selectRow() would toggle with the keys of a test before
    table->selectionModel()->setCurrentIndex(table->model()->index(0, 0),
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QVERIFY(part<QTableView>("regionTable")->selectionModel()->isRowSelected(0));
    const QRect seen = canvas->visibleArea();
    const auto image = part<QListView>("imageList")->currentIndex().data();
    action("language_de")->trigger();
    QTRY_COMPARE(part<QDockWidget>("imageDock")->windowTitle(), QStringLiteral("Bilder"));
    QCOMPARE(canvas->visibleArea(), seen);
    QVERIFY(canvas->hasHeat());
    QCOMPARE(part<QListView>("imageList")->currentIndex().data(), image);
    QCOMPARE(part<QLineEdit>("imageFilter")->text(), QStringLiteral("part"));
    QVERIFY(part<QTableView>("regionTable")->selectionModel()->isRowSelected(0));
    QCOMPARE(m_session->document().counts().scored, 4);
    action("language_en")->trigger();
    QTRY_COMPARE(part<QDockWidget>("imageDock")->windowTitle(), QStringLiteral("Images"));
}

/// What can have the focus says what it is.
void TestFlowFrame::everythingHasAnAccessibleName()
{
    QDialog *dialog = openPreferences();
    action("commandPalette")->trigger();
    QStringList nameless;
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool ours = !widget->objectName().isEmpty() && !widget->objectName().startsWith("qt_");
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool says = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()) ||
                          !widget->windowTitle().isEmpty();
        if (ours && !says && (widget->focusPolicy() & Qt::TabFocus) != 0)
            nameless << widget->objectName();
    }
    nameless.removeAll("ScrollLeftButton");
    nameless.removeAll("ScrollRightButton");
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(' ')));
    press(dialog, QDialogButtonBox::Cancel);
}

QTEST_MAIN(TestFlowFrame)
#include "tst_flow_frame.moc"
