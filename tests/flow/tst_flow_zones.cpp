#include "core/project/project_settings.h"
#include "tests/flow/flow_window.h"
#include "ui/canvas/canvas.h"
#include "ui/drawing/zone_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QFile>
#include <QMouseEvent>
#include <QSpinBox>
#include <QTemporaryDir>

#include <optional>

using namespace patina;
using testing::FlowWindow;

/// What becomes of scores when zones change: none that was found with others is shown, told or kept.
class TestFlowZones : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void noScoreOfBeforeIsEverTold();
    void scoresThatWaitHaveNoVerdict();
    void cancellingLeavesNone();
    void keptScoresThatAreBeingCheckedAreDropped_data();
    void keptScoresThatAreBeingCheckedAreDropped();
    void replacedFilesAreScoredAnew();
    void failuresStayMarked();
    void newPlacesOfImagesStopNoScoring();
    void aHigherThresholdListsItsRegions();
    void aZoneHasThresholdsOfItsOwn();
    void factorsAreSetInTheList();
    void aMinimumAreaLeavesSmallRegionsOut();

private:
    QString at(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    const Document &document() const { return m_flow->document(); }
    bool settled() const { return m_flow->session->idle() && !m_flow->session->keeper().running(); }
    /// A project of four images and a model; no image is scored.
    void make();
    /// Waits until all are scored. \param inMemory of the images, whose patch distances stay there.
    void scoreAll(bool inMemory);
    void open();
    Change ignoring(const std::string &image, const std::vector<cv::Point> &polygon) const
    {
        return {"zone", {added(Zone{1, image, ZoneKind::Ignore, polygon})}};
    }

    /// Over both bright squares of an image.
    const std::vector<cv::Point> squares{{60, 60}, {260, 60}, {260, 140}, {60, 140}};
    const std::vector<cv::Point> corner{{0, 0}, {8, 0}, {8, 8}};

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<FlowWindow> m_flow;
};

void TestFlowZones::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    for (int i = 0; i < 4; ++i)
        testing::writePart(m_folder->filePath(QStringLiteral("parts/part%1.bmp").arg(i)), i);
}

void TestFlowZones::cleanup()
{
    m_flow.reset();
    m_folder.reset();
}

void TestFlowZones::make()
{
    m_flow.emplace();
    m_flow->session->createProject(at("parts"), at("p.patinaproj"));
    QTRY_VERIFY(m_flow->project().isOpen());
    m_flow->session->openModel(at("one.patina"));
    QTRY_VERIFY(document().hasModel() && settled());
}

void TestFlowZones::scoreAll(bool inMemory)
{
    if (!inMemory)
        m_flow->session->document().setInspectionBudget(1); // the last one stays
    m_flow->part<QAction>("scoreAll")->trigger();
    QTRY_VERIFY(document().counts().scored == 4 && settled());
}

void TestFlowZones::open()
{
    m_flow.reset();
    m_flow.emplace();
    m_flow->session->openProject(at("p.patinaproj"));
    QTRY_VERIFY(m_flow->project().isOpen());
    QTRY_VERIFY(settled());
}

void TestFlowZones::noScoreOfBeforeIsEverTold()
{
    make();
    m_flow->behaviour->holdScoring = true;
    m_flow->part<QAction>("scoreAll")->trigger();
    QTRY_COMPARE(m_flow->behaviour->scoreCalls.load(), 1);
    std::vector<std::optional<Verdict>> told;
    connect(&document(), &Document::resultChanged, this, [&](int row) {
        if (row == 0)
            told.push_back(document().result(0).verdict);
    });
    QVERIFY(m_flow->project().change(ignoring("part0.bmp", squares)));
    m_flow->behaviour->holdScoring = false;
    QTRY_VERIFY(document().counts().scored == 4 && settled());
    QCOMPARE(told, std::vector(1, std::optional(Verdict::Ok)));
    QCOMPARE(m_flow->behaviour->scoreCalls.load(), 4); // found again from the distances
    disconnect(&document(), nullptr, this, nullptr);
}

void TestFlowZones::scoresThatWaitHaveNoVerdict()
{
    make();
    scoreAll(false);
    const int ng = document().counts().ng;
    QVERIFY(ng > 1);
    m_flow->behaviour->holdScoring = true;
    QVERIFY(m_flow->project().change(ignoring("", squares)));
    QCOMPARE(document().counts().ng + document().counts().review, 0);
    for (int row = 0; row < 3; ++row) {
        QVERIFY(document().result(row).outdated);
        QVERIFY(!document().result(row).verdict);
    }
    m_flow->session->setThresholds(1.5, 1.8);
    QCOMPARE(document().counts().ng + document().counts().review, 0);
    m_flow->behaviour->holdScoring = false;
    QTRY_VERIFY(document().counts().ok == 4 && settled());
    for (int row = 0; row < 4; ++row)
        QVERIFY(!document().result(row).outdated);
}

/// Neither now, nor the next time.
void TestFlowZones::cancellingLeavesNone()
{
    make();
    scoreAll(false);
    m_flow->behaviour->holdScoring = true;
    QVERIFY(m_flow->project().change(ignoring("", squares)));
    QTRY_VERIFY(m_flow->session->scoring());
    m_flow->part<QAction>("cancel")->trigger();
    QTRY_VERIFY(!m_flow->session->scoring());
    for (int row = 0; row < 3; ++row)
        QCOMPARE(document().result(row).state, ImageState::NotScored);
    m_flow->behaviour->holdScoring = false;
    open();
    for (int row = 0; row < 4; ++row)
        QVERIFY(document().result(row).state == ImageState::NotScored || document().result(row).score < 1.0);
}

void TestFlowZones::keptScoresThatAreBeingCheckedAreDropped_data()
{
    QTest::addColumn<bool>("copied");
    QTest::newRow("by size and time") << false;
    QTest::newRow("by hash") << true;
}

void TestFlowZones::keptScoresThatAreBeingCheckedAreDropped()
{
    QFETCH(bool, copied);
    make();
    scoreAll(true);
    m_flow.reset();
    for (int i = 0; copied && i < 4; ++i) {
        QFile file(m_folder->filePath(QStringLiteral("parts/part%1.bmp").arg(i)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-3), QFileDevice::FileModificationTime));
    }
    m_flow.emplace();
    connect(
        &document(), &Document::datasetChanged, m_flow->window.get(),
        [this] { QVERIFY(m_flow->project().change(ignoring("part1.bmp", squares))); }, Qt::QueuedConnection);
    m_flow->session->openProject(at("p.patinaproj"));
    QTRY_VERIFY(m_flow->project().isOpen() && m_flow->project().contents().zones.size() == 1);
    QTRY_VERIFY(document().hasModel() && settled());
    QTRY_COMPARE(document().counts().scored, 3);
    QCOMPARE(document().result(1).state, ImageState::NotScored);
    open();
    QTRY_COMPARE(document().counts().scored, 3);
    QCOMPARE(document().result(1).state, ImageState::NotScored);
}

/// A score is that of the file that was read.
void TestFlowZones::replacedFilesAreScoredAnew()
{
    make();
    scoreAll(true);
    const double before = document().result(1).score;
    testing::writePart(at("parts/part1.bmp"), 7);
    QFile file(at("parts/part1.bmp"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(1), QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(m_flow->project().change(ignoring("", corner)));
    QTRY_VERIFY(m_flow->behaviour->scoreCalls.load() == 5 && settled());
    QVERIFY(document().result(1).score > before);
    QCOMPARE(document().result(1).stamp.revision, imageRevisionOf(document().image(1).path));
    QVERIFY(document().result(1).stamp.imageSha256 != document().result(0).stamp.imageSha256);
}

void TestFlowZones::failuresStayMarked()
{
    make();
    scoreAll(false);
    m_flow->behaviour->failing = {"part1.bmp"};
    QVERIFY(m_flow->project().change(ignoring("", squares)));
    QTRY_VERIFY(document().counts().failed == 1 && settled());
    QCOMPARE(document().result(1).state, ImageState::Failed);
    QVERIFY2(m_flow->said().contains("1 image"), qPrintable(m_flow->said()));
}

void TestFlowZones::newPlacesOfImagesStopNoScoring()
{
    make();
    m_flow->behaviour->holdScoring = true;
    m_flow->part<QAction>("scoreAll")->trigger();
    QTRY_COMPARE(m_flow->behaviour->scoreCalls.load(), 1);
    const ProjectImage before = m_flow->project().contents().images.front();
    ProjectImage after = before;
    after.group = "another part";
    QVERIFY(m_flow->project().change({"regroup", {changed(before, after)}}));
    m_flow->behaviour->holdScoring = false;
    QTRY_VERIFY(document().counts().scored == 4 && settled());
    QCOMPARE(m_flow->said(), QString());
}

void TestFlowZones::aHigherThresholdListsItsRegions()
{
    make();
    scoreAll(true);
    for (const double review : {1.7, 1.2, 1.9}) {
        m_flow->session->setThresholds(review, 3.0);
        QTRY_VERIFY(document().result(3).regions && document().result(3).regions->threshold == review);
    }
}

/// Drawn with the rectangle; undo takes it back, for scores as well.
void TestFlowZones::aZoneHasThresholdsOfItsOwn()
{
    make();
    scoreAll(true);
    m_flow->session->showRow(3);
    QTRY_VERIFY(settled() && m_flow->session->review().items().size() == 2);
    const double before = document().result(3).score;
    auto *target = m_flow->part<QComboBox>("drawTarget");
    target->setCurrentIndex(target->findText("Zone with its own thresholds"));
    QVERIFY(target->currentIndex() >= 0);
    m_flow->window->resize(1600, 900); // else the box is in the list of what has no room
    QTRY_VERIFY(m_flow->part<QDoubleSpinBox>("zoneFactor")->isVisible());
    m_flow->part<QDoubleSpinBox>("zoneFactor")->setValue(10.0);
    m_flow->part<QAction>("drawRectangle")->trigger();
    auto *canvas = m_flow->part<Canvas>("canvas");
    const auto at = [&](double x, double y) { return canvas->view().toView(QPointF(x, y)).toPoint(); };
    QTest::mousePress(canvas, Qt::LeftButton, {}, at(190, 70));
    QMouseEvent move(QEvent::MouseMove, at(250, 130), canvas->mapToGlobal(at(250, 130)), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier); // QTest::mouseMove() holds no button
    QApplication::sendEvent(canvas, &move);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, at(250, 130));
    QTRY_COMPARE(m_flow->project().contents().zones.size(), std::size_t{1});
    QCOMPARE(*m_flow->project().contents().zones[0].thresholdFactor, 10.0);
    QTRY_VERIFY(settled() && m_flow->session->review().items().size() == 1);
    QVERIFY(document().result(3).score < before);
    m_flow->part<QAction>("undo")->trigger();
    QTRY_VERIFY(settled() && m_flow->session->review().items().size() == 2);
    QCOMPARE(document().result(3).score, before);
}

void TestFlowZones::factorsAreSetInTheList()
{
    make();
    scoreAll(true);
    Zone zone{1, "", ZoneKind::Thresholds, squares, 1.0};
    QVERIFY(m_flow->project().change({"zone", {added(zone)}}));
    QTRY_VERIFY(settled());
    const double score = document().result(2).score;
    ZoneDialog dialog(&m_flow->project());
    dialog.show();
    auto *box = dialog.findChild<QDoubleSpinBox *>("zoneFactor1");
    QVERIFY(box != nullptr);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box, Qt::Key_Down);
    QTRY_COMPARE(*m_flow->project().contents().zones[0].thresholdFactor, 0.9);
    QCOMPARE(m_flow->project().undoText(), std::string("give a zone 0.90 times the thresholds"));
    QCOMPARE(m_flow->project().lastDone()->edits.size(), std::size_t{1}); // both keys make one change
    QTRY_VERIFY(settled());
    QVERIFY(document().result(2).score > score * 1.05);
    QCOMPARE(dialog.findChild<QDoubleSpinBox *>("zoneFactor1"), box); // it keeps the focus
    QTest::keyClick(box, Qt::Key_Up);
    dialog.reject(); // what has been typed is not lost
    QCOMPARE(*m_flow->project().contents().zones[0].thresholdFactor, 0.95);
}

void TestFlowZones::aMinimumAreaLeavesSmallRegionsOut()
{
    make();
    scoreAll(true);
    m_flow->session->showRow(3);
    QTRY_VERIFY(settled() && m_flow->session->review().items().size() == 2);
    const double before = document().result(3).score;
    auto *area = m_flow->part<QSpinBox>("minimumArea");
    QVERIFY(area->isEnabled() && area->value() == 1);
    area->setValue(100'000);
    QTRY_COMPARE(minimumAreaOf(m_flow->project().contents()), std::int64_t{100'000});
    QTRY_VERIFY(settled() && m_flow->session->review().items().empty());
    for (int row = 0; row < 4; ++row)
        QCOMPARE(document().result(row).verdict, std::optional(Verdict::Ok));
    m_flow->part<QAction>("undo")->trigger();
    QTRY_VERIFY(settled() && m_flow->session->review().items().size() == 2);
    QCOMPARE(area->value(), 1);
    QCOMPARE(document().result(3).score, before);
    // As large as the regions are, and a pixel more.
    const auto px = static_cast<int>(m_flow->session->review().items()[0].flagged.region.areaPx);
    area->setValue(px);
    QTRY_VERIFY(settled() && minimumAreaOf(m_flow->project().contents()) == px);
    QTRY_VERIFY(!m_flow->session->review().items().empty());
    open();
    QCOMPARE(m_flow->part<QSpinBox>("minimumArea")->value(), px);
}

QTEST_MAIN(TestFlowZones)
#include "tst_flow_zones.moc"
