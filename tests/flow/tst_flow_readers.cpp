#include "tests/support/fake_engine.h"
#include "ui/canvas/canvas.h"
#include "ui/main_window.h"
#include "ui/models/image_list_model.h"
#include "ui/panels/patch_view.h"
#include "ui/panels/region_panel.h"
#include "ui/session.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace patina;

/// From region to region over many images, a second reading, and what a region looks most like: through the real
/// window, by object name and keys, on an engine without a model.
class TestFlowReaders : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void thirtyRegionsByKeys();
    void theMostUncertainComesFirst();
    void skippedRegionsComeBack();
    void oneKeyForEachRegion();
    void undoShowsWhatItTakesBack();
    void nothingOfTheFirstReadingIsSeen();
    void preferencesDoNotEndASecondReading();
    void aSecondReading();
    void aSecondReadingWithoutAModel();
    void aCellListsAndOpensItsRegions();
    void theNearestPatchIsShown();

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
    void openAll(int images);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    /// Is a region selected that nobody has decided?
    bool atAnOpenRegion() const
    {
        const int row = m_window->findChild<RegionPanel *>()->currentRow();
        return row >= 0 && m_session->review().items().at(static_cast<std::size_t>(row)).className.empty();
    }
    /// The peak of the region that is selected, in hundredths.
    int peakShown() const
    {
        const int row = m_window->findChild<RegionPanel *>()->currentRow();
        if (row < 0)
            return -1;
        return qRound(100.0F * m_session->review().items().at(static_cast<std::size_t>(row)).flagged.region.peak);
    }
    std::string imageShown() const { return m_session->document().image(m_session->currentRow()).id; }
    QString progress() const { return part<QLabel>("reviewProgressText")->text(); }
    void decideAll(int key) const;
    void beginReading(const QString &reader) const;
    const std::vector<Label> &labels() const { return m_session->project().contents().labels; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<testing::FakeBehaviour> m_behaviour;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kRegionsPerImage = 2;

/// Grey with bright squares: the peaks of the second ones are all different.
void writePart(const QString &file, int i)
{
    QImage image(160, 120, QImage::Format_Grayscale8);
    image.fill(60);
    for (int y = 40; y < 72; ++y)
        for (int x = 24; x < 56; ++x) {
            image.scanLine(y)[x] = 128;                                  // 1.7
            image.scanLine(y)[x + 72] = static_cast<uchar>(144 + 4 * i); // 2.1 and more
        }
    image.save(file);
}

} // namespace

void TestFlowReaders::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_behaviour = std::make_shared<testing::FakeBehaviour>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
}

void TestFlowReaders::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_folder.reset();
}

void TestFlowReaders::makeWindow()
{
    Settings settings;
    settings.language = QStringLiteral("en");
    m_window.reset();
    m_session.reset();
    m_session = std::make_unique<Session>(testing::createFakeEngine(m_behaviour));
    m_window = std::make_unique<MainWindow>(m_session.get(), settings, QString());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

/// A project of some images, scored, with two classes.
void TestFlowReaders::openAll(int images)
{
    for (int i = 0; i < images; ++i)
        writePart(m_folder->filePath(QStringLiteral("parts/part%1.png").arg(i, 2, 10, QLatin1Char('0'))), i);
    makeWindow();
    m_session->createProject(m_folder->filePath("parts"), m_folder->filePath("parts/p.patinaproj"));
    QTRY_VERIFY(m_session->project().isOpen());
    QVERIFY(m_session->project().change(
        {"classes",
         {added(ProjectClass{"scratch", ClassKind::Defect, 0}), added(ProjectClass{"dent", ClassKind::Defect, 1})}}));
    m_session->openModel("one.patina");
    QTRY_VERIFY(m_session->document().hasModel());
    action("scoreAll")->trigger();
    QTRY_VERIFY(m_session->idle() && m_session->document().counts().scored == images);
}

void TestFlowReaders::decideAll(int key) const
{
    press(Qt::Key_Space);
    for (int i = 0; i < 100 && action("skipRegion")->isEnabled(); ++i) {
        QTRY_VERIFY(atAnOpenRegion());
        press(key);
        press(Qt::Key_Space);
    }
}

void TestFlowReaders::beginReading(const QString &reader) const
{
    action("beginReading")->trigger();
    auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("readingDialog"));
    QVERIFY(dialog);
    dialog->findChild<QComboBox *>(QStringLiteral("readingReader"))->setCurrentText(reader);
    auto *start = dialog->findChild<QPushButton *>(QStringLiteral("readingStart"));
    QVERIFY(start->isEnabled());
    start->click();
    QVERIFY(m_session->project().isBlind());
    m_window->activateWindow(); // as a window manager does when a dialog closes
    QTRY_VERIFY(m_window->isActiveWindow());
}

void TestFlowReaders::thirtyRegionsByKeys()
{
    constexpr int images = 15;
    openAll(images);
    QCOMPARE(progress(), QString("0 of 30 regions"));
    QElapsedTimer clock;
    clock.start();
    const QList<int> keys{Qt::Key_1, Qt::Key_2, Qt::Key_0, Qt::Key_A, Qt::Key_Delete};
    for (int i = 0; i < images * kRegionsPerImage; ++i) {
        press(Qt::Key_Space);
        QTRY_VERIFY(atAnOpenRegion());
        press(keys[i % keys.size()]);
        QCOMPARE(labels().size(), static_cast<std::size_t>(i + 1));
    }
    press(Qt::Key_Space);
    qInfo("30 regions on 15 images by keys: %lld ms", static_cast<long long>(clock.elapsed()));
    QCOMPARE(progress(), QString("30 of 30 regions"));
    QVERIFY(part<QLabel>("messageText")->text().startsWith("Every region that is flagged"));
    QCOMPARE(m_session->project().contents().reviews.size(), std::size_t{images});
    std::set<std::pair<std::string, int>> places;
    for (const Label &label : labels())
        places.insert({label.image, label.mask.box().x});
    QCOMPARE(places.size(), std::size_t{images * kRegionsPerImage});
    QVERIFY(m_session->project().project().verify({})->good());
}

void TestFlowReaders::theMostUncertainComesFirst()
{
    openAll(4); // second regions: 2.1, 2.2, 2.3, 2.4; the first are 0.3 from a threshold, on each
    QList<int> peaks;
    for (int i = 0; i < 8; ++i) {
        press(Qt::Key_Space);
        QTRY_VERIFY(atAnOpenRegion());
        peaks << peakShown();
        press(Qt::Key_1);
    }
    QCOMPARE(peaks.first(2), (QList<int>{210, 220}));
    QCOMPARE(peaks.last(), 240);
    QCOMPARE(peaks.count(170), 4);
}

void TestFlowReaders::skippedRegionsComeBack()
{
    openAll(2);
    press(Qt::Key_Space);
    QTRY_VERIFY(atAnOpenRegion());
    QCOMPARE(peakShown(), 210);
    press(Qt::Key_K);
    QTRY_VERIFY(atAnOpenRegion() && peakShown() == 220);
    QCOMPARE(progress(), QString("0 of 4 regions, 1 skipped"));
    for (int i = 0; i < 3; ++i) {
        press(Qt::Key_2);
        press(Qt::Key_Space);
        QTRY_VERIFY(atAnOpenRegion());
    }
    QCOMPARE(peakShown(), 210); // the one that was left
    press(Qt::Key_1);
    QCOMPARE(progress(), QString("4 of 4 regions"));
    QVERIFY(!action("skipRegion")->isEnabled());
}

void TestFlowReaders::oneKeyForEachRegion()
{
    openAll(3);
    action("reviewGoesOn")->trigger();
    press(Qt::Key_Space);
    for (int i = 0; i < 6; ++i) {
        QTRY_VERIFY(atAnOpenRegion());
        press(i % 2 == 0 ? Qt::Key_1 : Qt::Key_Delete);
    }
    QTRY_COMPARE(progress(), QString("6 of 6 regions"));
    QVERIFY(part<QLabel>("messageText")->text().contains("Every region"));
    press(Qt::Key_Backspace); // what is taken back stays in view
    QCOMPARE(progress(), QString("5 of 6 regions"));
    QVERIFY(atAnOpenRegion());
}

void TestFlowReaders::undoShowsWhatItTakesBack()
{
    openAll(3);
    std::vector<std::pair<std::string, int>> visited;
    for (int i = 0; i < 6; ++i) {
        press(Qt::Key_Space);
        QTRY_VERIFY(atAnOpenRegion());
        visited.emplace_back(imageShown(), peakShown());
        press(Qt::Key_1);
    }
    press(Qt::Key_Space); // notes the last image as done
    QCOMPARE(m_session->project().contents().reviews.size(), std::size_t{3});
    const ProjectContents after = m_session->project().contents();
    for (std::size_t i = visited.size(); i-- > 0;) {
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(labels().size(), i); // each step takes a decision back
        QTRY_VERIFY(imageShown() == visited[i].first && peakShown() == visited[i].second && atAnOpenRegion());
    }
    QVERIFY(m_session->project().contents().reviews.empty());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(imageShown() == visited[0].first && peakShown() == visited[0].second && !atAnOpenRegion());
    while (action("redo")->isEnabled())
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_session->project().contents() == after);
}

/// The labels over the image that is shown go at once, and nothing tells what its folder is called.
void TestFlowReaders::nothingOfTheFirstReadingIsSeen()
{
    openAll(2);
    decideAll(Qt::Key_1);
    const Canvas *canvas = part<Canvas>("canvas");
    QTRY_VERIFY(!canvas->labels().empty());
    action("beginReading")->trigger();
    auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("readingDialog"));
    dialog->findChild<QComboBox *>(QStringLiteral("readingReader"))->setCurrentText("Ida");
    auto *groups = part<QComboBox>("imageGroup");
    QVERIFY(groups->isEnabled());
    groups->setCurrentIndex(groups->count() - 1);
    dialog->findChild<QPushButton *>(QStringLiteral("readingStart"))->click();
    QVERIFY(canvas->labels().empty() && canvas->groundTruth().empty());
    QVERIFY(!groups->isEnabled() && groups->currentIndex() == 0);
    QVERIFY(!action("exportLabels")->isEnabled());
    QTRY_VERIFY(m_session->idle());
    QVERIFY(canvas->labels().empty());
    action("endReading")->trigger();
    QTRY_VERIFY(!canvas->labels().empty());
    QVERIFY(groups->isEnabled() && action("exportLabels")->isEnabled());
}

/// Another theme, or another name in the preferences, leaves the second reader where and who he is.
void TestFlowReaders::preferencesDoNotEndASecondReading()
{
    openAll(2);
    decideAll(Qt::Key_1);
    const std::vector<Label> before = labels();
    beginReading("Ida");
    QCOMPARE(progress(), QString("0 of 4 regions"));
    m_session->setReader("Eva");
    QVERIFY(m_session->project().isBlind());
    QCOMPARE(m_session->project().reader(), QString("Ida"));
    QTRY_VERIFY(atAnOpenRegion());
    QCOMPARE(progress(), QString("0 of 4 regions"));
    press(Qt::Key_2);
    QCOMPARE(labels().size(), before.size() + 1);
    for (std::size_t i = 0; i < before.size(); ++i)
        QVERIFY(labels()[i] == before[i]);
    QCOMPARE(labels().back().reader, std::string("Ida"));
    action("endReading")->trigger();
    QCOMPARE(m_session->project().reader(), QString("Eva")); // who is named in the preferences goes on
}

void TestFlowReaders::aSecondReading()
{
    openAll(3);
    // The first reader decides on four of six regions, and is done with one image.
    for (int i = 0; i < 4; ++i) {
        press(Qt::Key_Space);
        QTRY_VERIFY(atAnOpenRegion());
        press(Qt::Key_1);
    }
    press(Qt::Key_Space);
    const std::size_t done = m_session->project().contents().reviews.size();
    QVERIFY(done > 0);
    QVERIFY(!part<QWidget>("readingBar")->isVisible());
    beginReading("Ida");
    QVERIFY(part<QWidget>("readingBar")->isVisible());
    QVERIFY(part<QLabel>("readingText")->text().contains("Ida"));
    QCOMPARE(progress(), QString("0 of 4 regions")); // and none is skipped
    QVERIFY(!action("showAgreement")->isEnabled() && !action("beginReading")->isEnabled());
    for (int row = 0; row < 3; ++row)
        QVERIFY(!part<QListView>("imageList")->model()->index(row, 0).data(ImageListModel::ReviewedRole).toBool());
    for (int i = 0; i < 4; ++i) {
        QTRY_VERIFY(atAnOpenRegion()); // the first one is shown at once
        for (const RegionReview::Item &item : m_session->review().items())
            QVERIFY(item.truth.empty());
        press(i < 2 ? Qt::Key_1 : Qt::Key_Delete);
        press(Qt::Key_Space);
    }
    QVERIFY(part<QLabel>("messageText")->text().contains("End the reading"));
    QCOMPARE(labels().size(), std::size_t{8});
    QCOMPARE(std::ranges::count(labels(), std::string("Ida"), &Label::reader), 4);
    for (const Label &second : labels()) // a region comes from where the first reader has it from
        QVERIFY(std::ranges::any_of(labels(), [&](const Label &first) {
            return first.reader != "Ida" && first.mask == second.mask && first.source == second.source &&
                   first.modelHash == second.modelHash && first.threshold == second.threshold;
        }));

    part<QAbstractButton>("readingEnd")->click();
    QVERIFY(!m_session->project().isBlind());
    QVERIFY(!part<QWidget>("readingBar")->isVisible());
    QVERIFY(part<QDialog>("agreementDialog")->isVisible());
    QTRY_COMPARE(part<QTableView>("agreementTable")->model()->rowCount(), 2);
    const QString summary = part<QLabel>("agreementSummary")->text();
    QVERIFY2(summary.contains("both decided: 4.") && summary.contains("2 of 4 agree"), qPrintable(summary));
    QCOMPARE(progress(), QString("4 of 6 regions")); // the first reader goes on
    QVERIFY(m_session->project().project().verify({})->good());
}

/// It needs no scores: the regions are the first reader's.
void TestFlowReaders::aSecondReadingWithoutAModel()
{
    openAll(2);
    decideAll(Qt::Key_1);
    const QString file = m_folder->filePath("parts/p.patinaproj");
    makeWindow();
    m_session->openProject(file);
    QTRY_VERIFY(m_session->project().isOpen() && part<Canvas>("canvas")->hasImage());
    beginReading("Ida");
    for (int i = 0; i < 4; ++i) {
        QTRY_VERIFY(atAnOpenRegion());
        press(Qt::Key_2);
        press(Qt::Key_Space);
    }
    QCOMPARE(progress(), QString("4 of 4 regions"));
    QCOMPARE(labels().back().modelHash, std::string("one.patina")); // whose regions they were
    action("endReading")->trigger();
    QTRY_VERIFY(part<QLabel>("agreementSummary")->text().contains("0 of 4 agree"));
}

void TestFlowReaders::aCellListsAndOpensItsRegions()
{
    openAll(3);
    decideAll(Qt::Key_1);
    beginReading("Ida");
    for (int i = 0; i < 100 && action("skipRegion")->isEnabled(); ++i) {
        QTRY_VERIFY(atAnOpenRegion());
        press(peakShown() == 170 ? Qt::Key_1 : Qt::Key_2);
        press(Qt::Key_Space);
    }
    action("endReading")->trigger();
    auto *table = part<QTableView>("agreementTable");
    auto *list = part<QTableView>("agreementRegions");
    QTRY_COMPARE(table->model()->columnCount(), 2);
    QCOMPARE(list->model()->rowCount(), 3); // all on which they disagree
    table->setCurrentIndex(table->model()->index(0, 0));
    QCOMPARE(list->model()->rowCount(), 3);
    QCOMPARE(list->model()->index(0, 2).data().toString(), QString("scratch"));
    table->setCurrentIndex(table->model()->index(1, 0));
    QCOMPARE(list->model()->rowCount(), 0);
    part<QPushButton>("agreementAll")->click();
    QCOMPARE(list->model()->rowCount(), 3);
    m_session->showRow(0);
    const QString image = list->model()->index(2, 0).data().toString();
    emit list->activated(list->model()->index(2, 0));
    QTRY_VERIFY(QString::fromStdString(imageShown()) == image && peakShown() == 230);
}

void TestFlowReaders::theNearestPatchIsShown()
{
    m_behaviour->origin = "part00.png";
    openAll(2);
    auto *nearest = part<PatchView>("likenessNearest");
    QVERIFY(part<QLabel>("likenessHint")->isVisible() && !nearest->isVisible());
    press(Qt::Key_Space);
    QTRY_VERIFY(nearest->hasPicture());
    QVERIFY(nearest->isVisible() && part<PatchView>("likenessOwn")->hasPicture());
    press(Qt::Key_F); // a key that changes nothing about the region
    QVERIFY(nearest->hasPicture());
    // Where the image is gone, one sentence says so.
    QVERIFY(QFile::remove(m_folder->filePath("parts/part00.png")));
    press(Qt::Key_1);
    press(Qt::Key_Space);
    QTRY_VERIFY(nearest->message().contains("part00.png is not here"));
    QVERIFY(!nearest->hasPicture());
}

QTEST_MAIN(TestFlowReaders)
#include "tst_flow_readers.moc"
