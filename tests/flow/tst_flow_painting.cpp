#include "tests/support/flow_window.h"
#include "ui/drawing/draw_bar.h"

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>

using namespace patina;

/// Drawing, cutting, joining, thresholds and zones through the real window, by mouse and keys.
class TestFlowPainting : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_flow.reset(); }
    void whatIsPaintedCanBeUndoneAndStays();
    void everyToolDraws();
    void aPartOfARegionIsRelabelled();
    void regionsAreJoinedAndCut();
    void snappingKeepsWhatStandsOut();
    void theSpaceBarPansWithEveryTool();
    void keysOfAPolygonAreItsOwn();
    void thresholdsAreKeptAndFollowed();
    void thresholdsDoNotPassEachOther();
    void zonesChangeScoresAndRegions();
    void nothingIsPaintedAsHarmlessUnasked();
    void nothingIsDrawnWithoutAProject();

private:
    const std::vector<Label> &labels() const { return m_flow->session().project().contents().labels; }
    int rows() const { return m_flow->part<QTableView>("regionTable")->model()->rowCount(); }
    QString summary() const { return m_flow->part<QLabel>("regionSummary")->text(); }
    void choose(const char *target) const
    {
        auto *targets = m_flow->part<QComboBox>("drawTarget");
        targets->setCurrentIndex(targets->findText(QLatin1String(target)));
        QVERIFY(targets->currentIndex() >= 0);
    }

    std::unique_ptr<testing::FlowWindow> m_flow;
};

namespace {

/// The mouse is on whole pixels of the screen: a pixel of the image more or less.
bool about(const cv::Rect &box, const cv::Rect &expected)
{
    return std::abs(box.x - expected.x) <= 1 && std::abs(box.y - expected.y) <= 1 &&
           std::abs(box.width - expected.width) <= 2 && std::abs(box.height - expected.height) <= 2;
}

} // namespace

void TestFlowPainting::init()
{
    m_flow = std::make_unique<testing::FlowWindow>(2);
    QVERIFY(m_flow->makeProject());
    QVERIFY(m_flow->session().project().change(
        {"classes",
         {added(ProjectClass{"scratch", ClassKind::Defect, 0}), added(ProjectClass{"dent", ClassKind::Defect, 1})}}));
}

void TestFlowPainting::whatIsPaintedCanBeUndoneAndStays()
{
    const ProjectContents before = m_flow->session().project().contents();
    m_flow->press(Qt::Key_B);
    choose("scratch");
    m_flow->part<QSpinBox>("drawRadius")->setValue(4);
    m_flow->drag({{20, 200}, {60, 200}});
    QCOMPARE(labels().size(), std::size_t{1});
    QCOMPARE(labels()[0].source, LabelSource::Drawn);
    QCOMPARE(labels()[0].className, std::string("scratch"));
    QVERIFY(labels()[0].mask.contains({40, 201}) && !labels()[0].mask.contains({40, 210}));
    QCOMPARE(rows(), 1);                  // painted without a model
    m_flow->drag({{60, 200}, {60, 220}}); // touches the first: one defect
    QCOMPARE(labels().size(), std::size_t{1});
    QVERIFY(labels()[0].mask.contains({60, 215}));
    m_flow->press(Qt::Key_2); // the stroke is selected: the key renames it
    QCOMPARE(labels()[0].className, std::string("dent"));
    m_flow->press(Qt::Key_E);
    m_flow->drag({{40, 190}, {40, 210}});
    QVERIFY(!labels()[0].mask.contains({40, 200}) && labels()[0].mask.contains({25, 200}));
    const ProjectContents after = m_flow->session().project().contents();
    for (int i = 0; i < 4; ++i)
        m_flow->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_flow->session().project().contents() == before);
    QCOMPARE(rows(), 0);
    for (int i = 0; i < 4; ++i)
        m_flow->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_flow->session().project().contents() == after);
    m_flow->reopen();
    QVERIFY(m_flow->openProject());
    QVERIFY(m_flow->session().project().contents() == after);
    QVERIFY(m_flow->session().project().project().verify({})->good());
    QTRY_COMPARE(rows(), 1);
}

void TestFlowPainting::everyToolDraws()
{
    QVERIFY(m_flow->score());
    QTRY_COMPARE(rows(), 2);
    choose("dent");
    m_flow->press(Qt::Key_R);
    m_flow->drag({{10, 150}, {30, 170}, {50, 180}});
    QCOMPARE(labels().size(), std::size_t{1});
    QVERIFY(about(labels()[0].mask.box(), {10, 150, 40, 30}));
    m_flow->press(Qt::Key_P);
    for (const QPointF corner : {QPointF(100, 150), QPointF(140, 150), QPointF(140, 190)})
        m_flow->click(corner);
    QTest::keyClick(m_flow->canvas(), Qt::Key_Return);
    QCOMPARE(labels().size(), std::size_t{2});
    QVERIFY(labels()[1].mask.contains({130, 160}) && !labels()[1].mask.contains({105, 180}));
    choose("scratch");
    m_flow->press(Qt::Key_W);
    m_flow->drag({{100, 100}, {78, 100}}); // from the middle of the first square to its edge
    QCOMPARE(labels().size(), std::size_t{3});
    QVERIFY(labels()[2].mask.contains({100, 100}) && !labels()[2].mask.contains({220, 100}));
    QVERIFY(labels()[2].mask.areaPx() > 30 * 30 && labels()[2].mask.areaPx() < 60 * 60);
    m_flow->press(Qt::Key_V);
    QVERIFY(m_flow->canvas()->tool() == nullptr);
    m_flow->click({100, 100});
    QCOMPARE(labels().size(), std::size_t{3});
}

void TestFlowPainting::aPartOfARegionIsRelabelled()
{
    QVERIFY(m_flow->score());
    QTRY_COMPARE(rows(), 2);
    m_flow->click({100, 100});
    m_flow->press(Qt::Key_1);
    const std::int64_t whole = labels()[0].mask.areaPx();
    choose("harmless");
    m_flow->press(Qt::Key_R);
    m_flow->drag({{60, 60}, {100, 140}});
    QCOMPARE(labels().size(), std::size_t{2});
    QCOMPARE(labels()[0].className, std::string("scratch"));
    QCOMPARE(labels()[1].className, std::string("harmless"));
    QVERIFY(common(labels()[0].mask, labels()[1].mask).empty());
    QVERIFY(labels()[0].mask.areaPx() < whole && labels()[0].mask.contains({110, 100}));
    QVERIFY(labels()[1].mask.contains({90, 100}));
    QCOMPARE(rows(), 3); // both parts and the other region
    QVERIFY(summary().startsWith("2 of 3 regions are decided."));
    m_flow->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(labels().size(), std::size_t{1});
    QCOMPARE(labels()[0].mask.areaPx(), whole);
    QCOMPARE(rows(), 2);
}

void TestFlowPainting::regionsAreJoinedAndCut()
{
    QVERIFY(m_flow->score());
    QTRY_COMPARE(rows(), 2);
    auto *table = m_flow->part<QTableView>("regionTable");
    QVERIFY(!m_flow->action("merge")->isEnabled());
    table->selectAll();
    QVERIFY(m_flow->action("merge")->isEnabled() && !m_flow->action("split")->isEnabled());
    m_flow->press(Qt::Key_M);
    QCOMPARE(rows(), 1);
    QVERIFY(labels().empty()); // nobody has decided yet
    m_flow->press(Qt::Key_2);  // what was joined is selected
    QCOMPARE(labels().size(), std::size_t{1});
    QVERIFY(labels()[0].mask.contains({100, 100}) && labels()[0].mask.contains({220, 100}));
    m_flow->press(Qt::Key_X);
    QCOMPARE(labels().size(), std::size_t{2});
    QCOMPARE(labels()[1].className, std::string("dent"));
    QVERIFY(labels()[0].mask.contains({100, 100}) != labels()[1].mask.contains({100, 100}));
    QCOMPARE(rows(), 2);
    m_flow->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(labels().size(), std::size_t{1});
    m_flow->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(labels().size(), std::size_t{2});
    m_flow->click({100, 100});
    m_flow->press(Qt::Key_1);
    QVERIFY(labels()[0].className != labels()[1].className);
    table->selectAll();
    QVERIFY(m_flow->action("merge")->isEnabled());
    m_flow->press(Qt::Key_M); // of two classes
    QVERIFY2(m_flow->part<QLabel>("messageText")->text().contains("scratch"),
             qPrintable(m_flow->part<QLabel>("messageText")->text()));
    QCOMPARE(labels().size(), std::size_t{2});
    // What was painted is not the model's, be it joined with what the model flags.
    choose("scratch");
    m_flow->press(Qt::Key_R);
    m_flow->drag({{20, 180}, {60, 220}});
    m_flow->press(Qt::Key_Escape);
    QCOMPARE(rows(), 3);
    table->selectAll();
    m_flow->press(Qt::Key_1);
    m_flow->press(Qt::Key_M);
    QCOMPARE(labels().size(), std::size_t{1});
    QCOMPARE(labels()[0].source, LabelSource::Drawn);
    QVERIFY(labels()[0].mask.contains({30, 190}) && labels()[0].mask.contains({100, 100}));
}

void TestFlowPainting::snappingKeepsWhatStandsOut()
{
    QVERIFY(m_flow->score());
    m_flow->action("drawSnap")->trigger();
    choose("scratch");
    m_flow->press(Qt::Key_R);
    m_flow->drag({{50, 50}, {150, 150}});
    QCOMPARE(labels().size(), std::size_t{1});
    QVERIFY(labels()[0].mask.contains({100, 100}) && !labels()[0].mask.contains({55, 55}));
    QVERIFY(labels()[0].mask.areaPx() < 60 * 60);
}

/// Backspace takes a corner back and Escape all of them; neither withdraws a decision.
/// Also where the second drag follows so soon that it comes as a double click.
void TestFlowPainting::theSpaceBarPansWithEveryTool()
{
    QVERIFY(m_flow->score());
    for (const int tool : {Qt::Key_B, Qt::Key_E, Qt::Key_R, Qt::Key_W}) {
        m_flow->press(tool);
        m_flow->canvas()->setFocus();
        QTest::keyPress(m_flow->canvas(), Qt::Key_Space);
        const QPoint at = m_flow->onCanvas({100, 100});
        QTest::mousePress(m_flow->canvas(), Qt::LeftButton, Qt::NoModifier, at);
        QTest::mouseRelease(m_flow->canvas(), Qt::LeftButton, Qt::NoModifier, at);
        QTest::mouseDClick(m_flow->canvas(), Qt::LeftButton, Qt::NoModifier, at);
        QTest::mouseMove(m_flow->canvas(), at + QPoint(40, 30));
        QTest::mouseRelease(m_flow->canvas(), Qt::LeftButton, Qt::NoModifier, at + QPoint(40, 30));
        QTest::keyRelease(m_flow->canvas(), Qt::Key_Space);
        QVERIFY(m_flow->session().project().contents().labels.empty());
    }
}

void TestFlowPainting::keysOfAPolygonAreItsOwn()
{
    QVERIFY(m_flow->score());
    m_flow->click({100, 100});
    m_flow->press(Qt::Key_1);
    m_flow->press(Qt::Key_P);
    m_flow->canvas()->setFocus();
    for (const QPointF corner : {QPointF(10, 150), QPointF(50, 150), QPointF(50, 190), QPointF(300, 230)})
        m_flow->click(corner);
    QTest::keyClick(m_flow->canvas(), Qt::Key_Backspace);
    QCOMPARE(labels().size(), std::size_t{1});
    QTest::keyClick(m_flow->canvas(), Qt::Key_Return);
    QCOMPARE(labels().size(), std::size_t{2});
    QVERIFY(about(labels()[1].mask.box(), {10, 150, 40, 40}));
    m_flow->click({10, 200});
    QTest::keyClick(m_flow->canvas(), Qt::Key_Escape);
    m_flow->press(Qt::Key_Backspace); // nothing is begun: it withdraws what is selected
    QCOMPARE(labels().size(), std::size_t{1});
}

void TestFlowPainting::thresholdsAreKeptAndFollowed()
{
    QVERIFY(m_flow->score());
    QTRY_COMPARE(rows(), 2);
    const auto verdicts = [this] { return m_flow->session().document().counts(); };
    QCOMPARE(verdicts().ok, 0);
    auto *review = m_flow->part<QDoubleSpinBox>("reviewThreshold");
    review->setValue(1.6); // between the squares: 1.5 and 1.75
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(m_flow->session().document().range().review, std::optional(1.6));
    m_flow->part<QDoubleSpinBox>("rejectThreshold")->setValue(2.9);
    QTRY_COMPARE(m_flow->session().document().range().reject, std::optional(2.9));
    QCOMPARE(verdicts().review, 2);
    review->setValue(2.5);
    QTRY_COMPARE(verdicts().ok, 2);
    QTRY_COMPARE(rows(), 0);
    m_flow->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_flow->session().document().range().review, std::optional(1.6));
    QTRY_COMPARE(rows(), 1);
    m_flow->reopen();
    QVERIFY(m_flow->openProject());
    QVERIFY(m_flow->score());
    QCOMPARE(m_flow->part<QDoubleSpinBox>("reviewThreshold")->value(), 1.6);
    m_flow->session().resetThresholds();
    QCOMPARE(m_flow->session().document().range().review, std::optional(1.0));
    m_flow->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_flow->session().document().range().review, std::optional(1.6));
    QVERIFY(m_flow->session().project().project().verify({})->good());
}

void TestFlowPainting::thresholdsDoNotPassEachOther()
{
    QVERIFY(m_flow->score());
    m_flow->part<QDoubleSpinBox>("reviewThreshold")->setValue(2.4);
    QTRY_COMPARE(m_flow->session().document().range().review, std::optional(2.4));
    QCOMPARE(m_flow->session().document().range().reject, std::optional(2.4));
    const ScoreRange before = m_flow->session().document().range();
    m_flow->session().setThresholds(2.0, 1.0);
    m_flow->session().setThresholds(std::numeric_limits<double>::quiet_NaN(), 1.0);
    QCOMPARE(m_flow->session().document().range(), before);
}

void TestFlowPainting::zonesChangeScoresAndRegions()
{
    QVERIFY(m_flow->score());
    QTRY_COMPARE(rows(), 2);
    const auto score = [this](int row) { return m_flow->session().document().result(row).score; };
    const double before = score(0);
    choose("Zone to ignore");
    m_flow->press(Qt::Key_R);
    m_flow->drag({{180, 60}, {260, 140}}); // over the brighter square
    QTRY_COMPARE(rows(), 1);
    QTRY_VERIFY(score(0) < before);
    QVERIFY(score(1) > before); // the zone is of the first image
    QTRY_VERIFY(m_flow->session().idle());
    m_flow->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows(), 2);
    QTRY_COMPARE(score(0), before);
    choose("Region of interest");
    m_flow->action("zoneForAll")->trigger();
    m_flow->drag({{0, 150}, {320, 240}});
    QTRY_COMPARE(rows(), 0);
    QTRY_VERIFY(score(0) < 0.5 && score(1) < 0.5);
    QTRY_COMPARE(m_flow->session().document().counts().ok, 2);
    bool seen = false;
    QTimer::singleShot(0, this, [&] {
        auto *table = m_flow->part<QTableWidget>("zoneTable");
        QCOMPARE(table->rowCount(), 1);
        table->selectRow(0);
        QTest::mouseClick(m_flow->part<QWidget>("removeZones"), Qt::LeftButton);
        QCOMPARE(table->rowCount(), 0);
        seen = true;
        m_flow->part<QDialog>("zoneDialog")->reject();
    });
    m_flow->action("zones")->trigger();
    QVERIFY(seen);
    QTRY_COMPARE(rows(), 2);
    QTRY_COMPARE(score(0), before);
    QVERIFY(m_flow->session().project().project().verify({})->good());
}

/// Until somebody chooses, what the model missed is a defect, be the project without classes or given some later.
void TestFlowPainting::nothingIsPaintedAsHarmlessUnasked()
{
    testing::FlowWindow fresh(1);
    QVERIFY(fresh.makeProject());
    const auto targets = [&] { return fresh.part<QComboBox>("drawTarget")->currentText(); };
    QCOMPARE(targets(), QStringLiteral("defect"));
    fresh.press(Qt::Key_B);
    fresh.drag({{20, 200}, {60, 200}});
    const ProjectContents &contents = fresh.session().project().contents();
    QCOMPARE(contents.labels.size(), std::size_t{1});
    QCOMPARE(contents.classes.front(), (ProjectClass{"defect", ClassKind::Defect, 0}));
    fresh.action("undo")->trigger();
    QVERIFY(contents.classes.empty() && contents.labels.empty());
    QVERIFY(fresh.session().project().change(
        {"classes",
         {added(ProjectClass{"oil", ClassKind::Impurity, 0}), added(ProjectClass{"scratch", ClassKind::Defect, 1})}}));
    QCOMPARE(targets(), QStringLiteral("scratch"));
    auto *list = fresh.part<QComboBox>("drawTarget");
    list->setCurrentIndex(list->findText(QStringLiteral("oil"))); // chosen: it stays
    QVERIFY(fresh.session().project().change({"class", {added(ProjectClass{"dent", ClassKind::Defect, 2})}}));
    QCOMPARE(targets(), QStringLiteral("oil"));
}

void TestFlowPainting::nothingIsDrawnWithoutAProject()
{
    m_flow->session().openFolder(m_flow->file("parts"));
    QTRY_VERIFY(!m_flow->session().project().isOpen() && m_flow->canvas()->hasImage());
    QVERIFY(!m_flow->part<DrawBar>("drawToolBar")->isVisible());
    m_flow->press(Qt::Key_B);
    QVERIFY(m_flow->canvas()->tool() == nullptr);
}

QTEST_MAIN(TestFlowPainting)
#include "tst_flow_painting.moc"
