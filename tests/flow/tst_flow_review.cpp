#include "tests/support/fake_engine.h"
#include "ui/canvas/canvas.h"
#include "ui/main_window.h"
#include "ui/models/image_filter_model.h"
#include "ui/models/image_list_model.h"
#include "ui/panels/region_panel.h"
#include "ui/session.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace patina;

/// Reviewing through the real window, by object name and keys, on an engine without a model.
class TestFlowReview : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void fiveRegionsByKeys();
    void aClickSelectsARegion();
    void whatIsReviewedLeavesTheList();
    void digitsShowOneToOneWithoutAProject();
    void classesWithoutAButtonLeaveNoHole();
    void spacePressesAButtonThatHasTheFocus();
    void aSecondWindowReads();
    void aDeletedImageIsSaid();
    void aDamagedProjectIsSaid();
    void aFolderClosesTheProject();

private:
    template <typename T>
    T *part(const char *name) const
    {
        auto *found = m_window->findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QAction *action(const char *name) const { return part<QAction>(name); }
    void makeWindow();
    void makeProject();
    void openModelAndScore();
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    QString project() const { return m_folder->filePath("parts/p.patinaproj"); }
    std::vector<std::string> decisions() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

/// Grey with two bright squares, each a region; the larger `i`, the brighter the second.
void writePart(const QString &file, int i)
{
    QImage image(320, 240, QImage::Format_Grayscale8);
    image.fill(100);
    for (int y = 80; y < 120; ++y)
        for (int x = 80; x < 120; ++x) {
            image.scanLine(y)[x] = 160;
            image.scanLine(y)[x + 120] = static_cast<uchar>(170 + 10 * i);
        }
    image.save(file);
}

} // namespace

void TestFlowReview::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    for (int i = 0; i < 3; ++i)
        writePart(m_folder->filePath(QStringLiteral("parts/part%1.png").arg(i)), i);
    makeWindow();
}

void TestFlowReview::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_folder.reset();
}

void TestFlowReview::makeWindow()
{
    Settings settings;
    settings.language = QStringLiteral("en");
    settings.reviewByImage = true;
    m_window.reset();
    m_session.reset();
    m_session = std::make_unique<Session>(testing::createFakeEngine(std::make_shared<testing::FakeBehaviour>()));
    m_window = std::make_unique<MainWindow>(m_session.get(), settings, QString());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestFlowReview::makeProject()
{
    m_session->createProject(m_folder->filePath("parts"), project());
    QTRY_VERIFY(m_session->project().isOpen() && part<Canvas>("canvas")->hasImage());
}

void TestFlowReview::openModelAndScore()
{
    m_session->openModel("one.patina");
    QTRY_VERIFY(m_session->document().hasModel());
    action("scoreAll")->trigger();
    QTRY_VERIFY(m_session->idle() && m_session->document().counts().scored == 3);
    QTRY_VERIFY(part<Canvas>("canvas")->hasHeat());
}

/// Classes of all labels, image by image.
std::vector<std::string> TestFlowReview::decisions() const
{
    std::vector<std::string> classes;
    for (const Label &label : m_session->project().contents().labels)
        classes.push_back(label.image + ": " + label.className);
    return classes;
}

void TestFlowReview::fiveRegionsByKeys()
{
    makeProject();
    QVERIFY(m_session->project().change(
        {"classes",
         {added(ProjectClass{"scratch", ClassKind::Defect, 0}), added(ProjectClass{"dent", ClassKind::Defect, 1})}}));
    openModelAndScore();
    const ProjectContents before = m_session->project().contents();
    QCOMPARE(part<QTableView>("regionTable")->model()->rowCount(), 2);
    const auto nextImage = [&] {
        const int row = m_session->currentRow();
        press(Qt::Key_Space);
        QTRY_VERIFY(m_session->currentRow() != row && part<QTableView>("regionTable")->model()->rowCount() == 2);
        QTRY_VERIFY(part<QTableView>("regionTable")->selectionModel()->hasSelection());
    };
    press(Qt::Key_Space);
    QVERIFY(part<QTableView>("regionTable")->selectionModel()->hasSelection());
    press(Qt::Key_1);
    press(Qt::Key_Space);
    press(Qt::Key_2);
    QVERIFY(part<QLabel>("regionSummary")->text().startsWith("2 of 2 regions are decided. 0 of 3"));
    nextImage();
    QVERIFY(part<QLabel>("regionSummary")->text().contains("1 of 3 flagged images"));
    press(Qt::Key_0);
    press(Qt::Key_Space);
    press(Qt::Key_A);
    nextImage();
    press(Qt::Key_Delete);
    const ProjectContents after = m_session->project().contents();
    QCOMPARE(after.labels.size(), std::size_t{5});
    QCOMPARE(after.reviews.size(), std::size_t{2});
    const auto made = decisions();
    QVERIFY(made[0].ends_with(": scratch") && made[1].ends_with(": dent") && made[2].ends_with(": harmless") &&
            made[3].ends_with(": ambiguous") && made[4].ends_with(": good"));

    while (action("undo")->isEnabled() && m_session->project().undoText() != "classes")
        press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_session->project().contents() == before);
    while (action("redo")->isEnabled())
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_session->project().contents() == after);

    makeWindow();
    m_session->openProject(project());
    QTRY_VERIFY(m_session->project().isOpen());
    QVERIFY(m_session->project().contents() == after);
    QVERIFY(m_session->project().project().verify({})->good());
    openModelAndScore();
    QTRY_VERIFY(part<QLabel>("regionSummary")->text().contains("2 of 3 flagged images"));
    QVERIFY(!action("undo")->isEnabled());
}

void TestFlowReview::aClickSelectsARegion()
{
    makeProject();
    openModelAndScore();
    auto *canvas = part<Canvas>("canvas");
    auto *table = part<QTableView>("regionTable");
    const auto click = [&](QPointF imagePoint) {
        const QPointF at = canvas->view().toView(imagePoint) / canvas->devicePixelRatioF();
        QTest::mouseClick(canvas, Qt::LeftButton, Qt::NoModifier, at.toPoint());
    };
    click({100, 100});
    QVERIFY(table->selectionModel()->hasSelection());
    QCOMPARE(std::ranges::count(canvas->marks(), true, &CanvasMark::selected), 1);
    press(Qt::Key_0);
    QCOMPARE(m_session->project().contents().labels.size(), std::size_t{1});
    QVERIFY(m_session->project().contents().labels.front().mask.contains({100, 100}));
    press(Qt::Key_F);
    click({20, 20});
    QVERIFY(!table->selectionModel()->hasSelection());
    QVERIFY(!action("harmless")->isEnabled());
}

void TestFlowReview::whatIsReviewedLeavesTheList()
{
    makeProject();
    openModelAndScore();
    auto *list = part<QListView>("imageList");
    auto *show = part<QComboBox>("imageShow");
    show->setCurrentIndex(show->findData(static_cast<int>(ImageFilterModel::Show::ToReview)));
    QCOMPARE(list->model()->rowCount(), 3);
    const std::string first = m_session->document().image(m_session->currentRow()).id;
    for (int i = 0; i < 2; ++i) {
        press(Qt::Key_Space);
        press(Qt::Key_Delete);
    }
    press(Qt::Key_Space);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QVERIFY(m_session->project().isReviewed(first));
    QTRY_VERIFY(m_session->document().image(m_session->currentRow()).id != first);
    QTRY_COMPARE(part<QTableView>("regionTable")->model()->rowCount(), 2);
    QTRY_VERIFY(part<QTableView>("regionTable")->selectionModel()->hasSelection());
    QVERIFY(!m_session->project().isReviewed(m_session->document().image(m_session->currentRow()).id));
    // What leaves the list, by text too, stays on the canvas.
    const int shown = m_session->currentRow();
    part<QLineEdit>("imageFilter")->setText("no such name");
    QCOMPARE(list->model()->rowCount(), 0);
    part<QLineEdit>("imageFilter")->setText(shown == 2 ? "part0" : "part2");
    QCOMPARE(m_session->currentRow(), shown);
    part<QLineEdit>("imageFilter")->clear();
    show->setCurrentIndex(0);
    QCOMPARE(list->model()->rowCount(), 3);
    QCOMPARE(m_session->currentRow(), shown);
    const auto reviewed = [&](int row) {
        return list->model()->index(row, 0).data(ImageListModel::ReviewedRole).toBool();
    };
    QCOMPARE(reviewed(0) + reviewed(1) + reviewed(2), 1);
}

void TestFlowReview::digitsShowOneToOneWithoutAProject()
{
    m_session->openFolder(m_folder->filePath("parts"));
    QTRY_VERIFY(part<Canvas>("canvas")->hasImage());
    QVERIFY(action("oneToOne")->shortcuts().contains(QKeySequence(Qt::Key_1)));
    QVERIFY(!action("nextRegion")->isEnabled());
    QVERIFY(part<QLabel>("regionSummary")->isVisible());
    makeProject();
    QVERIFY(!action("oneToOne")->shortcuts().contains(QKeySequence(Qt::Key_1)));
    QVERIFY(action("nextRegion")->isEnabled());
}

void TestFlowReview::classesWithoutAButtonLeaveNoHole()
{
    makeProject();
    QVERIFY(m_session->project().change(
        {"classes",
         {added(ProjectClass{"ambiguous", ClassKind::Ambiguous, 0}), added(ProjectClass{"dent", ClassKind::Defect, 1}),
          added(ProjectClass{"harmless", ClassKind::Impurity, 2}),
          added(ProjectClass{"scratch", ClassKind::Defect, 3})}}));
    openModelAndScore();
    QApplication::processEvents();
    QStringList inOrder; // left to right, then down
    auto buttons = part<QWidget>("regionDock")->findChildren<QToolButton *>(QRegularExpression("^decide_"));
    buttons.removeIf([](const QToolButton *button) { return !button->isVisible(); });
    std::ranges::sort(buttons, {}, [](const QToolButton *button) { return std::pair(button->y(), button->x()); });
    for (const QToolButton *button : buttons)
        inOrder << button->objectName().mid(int(QString("decide_").size()));
    QCOMPARE(inOrder.mid(0, 4), QStringList({"class2", "class4", "harmless", "ambiguous"}));
    QCOMPARE(buttons[0]->x(), buttons[2]->x());
    QCOMPARE(buttons[0]->y(), buttons[1]->y());
}

void TestFlowReview::spacePressesAButtonThatHasTheFocus()
{
    makeProject();
    openModelAndScore();
    QApplication::setActiveWindow(m_window.get());
    press(Qt::Key_Space);
    QVERIFY(action("harmless")->isEnabled());
    auto *button = part<QToolButton>("decide_harmless");
    button->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), button);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(m_session->project().contents().labels.size(), std::size_t{1});
}

void TestFlowReview::aSecondWindowReads()
{
    makeProject();
    Session second(testing::createFakeEngine(std::make_shared<testing::FakeBehaviour>()));
    QStringList said;
    connect(&second, &Session::messaged, &second, [&](const Message &message) { said << message.text; });
    second.openProject(project());
    QTRY_VERIFY(second.project().isOpen());
    QVERIFY(!second.project().canWrite());
    QVERIFY2(said.size() == 1 && said.front().contains("read only"), qPrintable(said.join('\n')));
    QVERIFY(!second.project().change({"no", {added(Setting{"a", "b"})}}));
}

void TestFlowReview::aDeletedImageIsSaid()
{
    makeProject();
    QVERIFY(QFile::remove(m_folder->filePath("parts/part1.png")));
    makeWindow();
    m_session->openProject(project());
    QTRY_VERIFY(m_session->project().isOpen());
    m_session->showRow(1);
    QTRY_VERIFY(part<QWidget>("messageStrip")->isVisible());
    QVERIFY(part<QLabel>("messageText")->text().contains("part1.png"));
    m_session->showRow(2);
    QTRY_VERIFY(part<Canvas>("canvas")->hasImage());
}

void TestFlowReview::aDamagedProjectIsSaid()
{
    QFile file(m_folder->filePath("bad.patinaproj"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no project");
    file.close();
    m_session->openProject(file.fileName());
    QTRY_VERIFY(part<QWidget>("messageStrip")->isVisible());
    QVERIFY(part<QLabel>("messageText")->text().contains("bad.patinaproj"));
    QVERIFY(!m_session->project().isOpen());
}

void TestFlowReview::aFolderClosesTheProject()
{
    makeProject();
    openModelAndScore();
    m_session->openFolder(m_folder->filePath("parts"));
    QTRY_VERIFY(!m_session->project().isOpen());
    QTRY_VERIFY(m_session->idle());
    QVERIFY(!action("nextRegion")->isEnabled() && !action("harmless")->isEnabled());
    m_session->openProject(project()); // nobody holds it any more
    QTRY_VERIFY(m_session->project().isOpen());
    QVERIFY(m_session->project().canWrite());
}

QTEST_MAIN(TestFlowReview)
#include "tst_flow_review.moc"
