#include "tests/support/flow_window.h"
#include "ui/jobs/inspection_cache.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/picture_caption.h"

#include <QComboBox>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace patina;
using patina::testing::FakeBehaviour;
using patina::testing::FlowWindow;

namespace {

constexpr int kImages = 4;
constexpr int kCompare = 3;

} // namespace

/// An image beside what another model makes of it, in the real window, by keys.
class TestFlowPair : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void returnOpensThePair();
    void bothHalvesMoveTogether();
    void keysGoFromOneToTheNext();
    void anotherImageShowsItsPair();
    void leavingGivesTheUsualViewBack();
    void theCurtainShowsThePairToo();
    void labelsAndSwitchesHoldForBoth();
    void thresholdsOfTheOtherModelHold();
    void whatWasNotKeptIsScored();
    void cancellingIsSaid();
    void aFailureIsOneSentence();
    void theOtherModelMayBecomeTheOpenOne();
    void aSecondReadingEndsIt();

private:
    void openModel(const std::string &name);
    void decide(int image, const std::string &higher, const std::string &lower);
    void openPair();
    template <typename T>
    T *part(const char *name) const
    {
        return m_window->part<T>(name);
    }
    Session &session() { return m_window->session(); }
    Canvas *second() const { return part<Canvas>("compareCanvas"); }
    QString caption(const char *name) const { return part<PictureCaption>(name)->text(); }
    bool settled() { return session().idle() && second()->isVisible() && second()->hasHeat(); }

    std::shared_ptr<FakeBehaviour> m_behaviour;
    std::unique_ptr<FlowWindow> m_window;
};

/// The model "one" scores distances; "two" halves of them, so that it finds less.
void TestFlowPair::init()
{
    m_behaviour = std::make_shared<FakeBehaviour>();
    m_behaviour->models["two.patina"].scoreScale = {0.0, 2.0, 1.5, 20};
    m_window = std::make_unique<FlowWindow>(kImages, m_behaviour);
    session().setCache(std::make_shared<InspectionCache>(m_window->file("cache").toStdString()));
    QVERIFY(m_window->makeProject());
    QVERIFY(m_window->score("two.patina"));
    openModel("one.patina");
    m_window->action("scoreAll")->trigger();
    QTRY_VERIFY(session().idle() && session().document().counts().scored == kImages);
    QVERIFY(session().project().change({"classes", {added(ProjectClass{"scratch", ClassKind::Defect, 0})}}));
    decide(0, "scratch", "scratch");
    decide(1, "scratch", "harmless");
    decide(2, "scratch", "good");
    decide(3, "good", "good");
    m_window->action("evaluation")->trigger();
    QTRY_VERIFY(session().evaluator().latest());
    part<QTabWidget>("evaluationTabs")->setCurrentIndex(kCompare);
    QTRY_COMPARE(part<QTableView>("disagreementTable")->model()->rowCount(), 2);
    QTRY_VERIFY(session().idle());
}

void TestFlowPair::cleanup()
{
    m_behaviour->holdScoring = false;
    m_window.reset();
}

void TestFlowPair::openModel(const std::string &name)
{
    session().openModel(QString::fromStdString(name));
    QTRY_VERIFY(session().document().hasModel() && session().document().model().hash == name);
}

void TestFlowPair::decide(int image, const std::string &higher, const std::string &lower)
{
    session().showRow(image);
    QTRY_COMPARE(session().review().from().image, session().document().image(image).id);
    QTRY_COMPARE(session().review().items().size(), 2U);
    const auto as = [&](int row, const std::string &name) {
        QVERIFY(name == "harmless" ? session().review().decideHarmless({row}) : session().review().decide({row}, name));
    };
    as(0, higher);
    as(1, lower);
    session().finishImage();
}

void TestFlowPair::openPair()
{
    auto *table = part<QTableView>("disagreementTable");
    table->setCurrentIndex(table->model()->index(0, 0));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(settled());
}

void TestFlowPair::returnOpensThePair()
{
    openPair();
    QCOMPARE(session().currentRow(), 0);
    QVERIFY(m_window->action("sideBySide")->isChecked());
    QCOMPARE(second()->scene().image(), m_window->canvas()->scene().image());
    QVERIFY(m_window->canvas()->heatVisible() && second()->heatVisible());
    QVERIFY(m_window->canvas()->scene().heat() != second()->scene().heat());
    const float own = m_window->canvas()->scene().heat()->scoreAt({220, 100}).value();
    QCOMPARE(second()->scene().heat()->scoreAt({220, 100}).value(), own / 2.0F);
    QCOMPARE(second()->marks().size(), 0U); // the other one misses both
    QCOMPARE(m_window->canvas()->marks().size(), 2U);
    QCOMPARE(caption("ownCaption"), QStringLiteral("A: one.patina  1.75  Review"));
    QVERIFY2(caption("otherCaption").startsWith("B: two.patina") && caption("otherCaption").endsWith("0.88  OK"),
             qPrintable(caption("otherCaption")));
    QVERIFY(m_window->canvas()->view().scale() > 1.0); // at the place
    QVERIFY(part<QComboBox>("compareWith")->currentText().startsWith("B: two.patina"));
}

void TestFlowPair::bothHalvesMoveTogether()
{
    openPair();
    m_window->canvas()->zoomIn();
    m_window->canvas()->centreOn({120, 100});
    QCOMPARE(second()->view().scale(), m_window->canvas()->view().scale());
    second()->zoomIn();
    second()->centreOn({200, 90});
    QCOMPARE(second()->view().scale(), m_window->canvas()->view().scale());
    const QPointF apart = QRectF(second()->visibleArea()).center() - QRectF(m_window->canvas()->visibleArea()).center();
    QVERIFY(apart.manhattanLength() < 3);
}

void TestFlowPair::keysGoFromOneToTheNext()
{
    auto *table = part<QTableView>("disagreementTable");
    m_window->press(Qt::Key_F8);
    QTRY_VERIFY(settled());
    QCOMPARE(table->currentIndex().row(), 0);
    const auto place = m_window->canvas()->visibleArea();
    m_window->press(Qt::Key_F8);
    QTRY_COMPARE(table->currentIndex().row(), 1);
    QTRY_VERIFY(settled() && m_window->canvas()->visibleArea() != place);
    m_window->press(Qt::Key_F8); // there is no further one
    QCOMPARE(table->currentIndex().row(), 1);
    m_window->press(Qt::Key_F8, Qt::ShiftModifier);
    QTRY_COMPARE(table->currentIndex().row(), 0);
    QTRY_VERIFY(settled() && m_window->canvas()->visibleArea() == place);
}

void TestFlowPair::anotherImageShowsItsPair()
{
    openPair();
    session().showRow(3);
    QTRY_VERIFY(settled() && second()->scene().image() == m_window->canvas()->scene().image());
    const float own = m_window->canvas()->scene().heat()->scoreAt({220, 100}).value();
    QTRY_VERIFY(second()->hasHeat() && second()->scene().heat()->scoreAt({220, 100}) == own / 2.0F);
    QCOMPARE(second()->marks().size(), 1U);
    QVERIFY(caption("otherCaption").endsWith("1.25  Review"));
    QVERIFY(caption("ownCaption").endsWith("2.50  NG"));
}

void TestFlowPair::leavingGivesTheUsualViewBack()
{
    openPair();
    part<QToolButton>("compareClose")->click();
    QVERIFY(!second()->isVisible() && m_window->canvas()->heatVisible());
    QVERIFY(part<PictureCaption>("ownCaption")->isHidden());
    m_window->press(Qt::Key_D); // beside its heatmap, as ever
    QTRY_VERIFY(second()->isVisible() && second()->scene().heat() == m_window->canvas()->scene().heat());
    QVERIFY(!m_window->canvas()->heatVisible() && second()->marks().empty());
    QVERIFY(part<PictureCaption>("otherCaption")->isHidden());
    auto *with = part<QComboBox>("compareWith");
    QCOMPARE(with->count(), 3); // heatmap, another image, the model
    with->setFocus();
    QTest::keyClick(with, Qt::Key_End);
    QTRY_VERIFY(!part<PictureCaption>("otherCaption")->isHidden() && m_window->canvas()->heatVisible());
    QTRY_VERIFY(second()->scene().heat() && second()->scene().heat() != m_window->canvas()->scene().heat());
}

void TestFlowPair::theCurtainShowsThePairToo()
{
    openPair();
    m_window->press(Qt::Key_D, Qt::ShiftModifier);
    QTRY_VERIFY(part<QWidget>("swipeHandle")->isVisible());
    QVERIFY(m_window->canvas()->heatVisible() && second()->hasHeat());
    QVERIFY(part<PictureCaption>("ownCaption")->isVisible() && part<PictureCaption>("otherCaption")->isVisible());
}

void TestFlowPair::labelsAndSwitchesHoldForBoth()
{
    openPair();
    QTRY_COMPARE(m_window->canvas()->labels().size(), 2U);
    QCOMPARE(second()->labels().size(), 2U);
    m_window->press(Qt::Key_H);
    QVERIFY(!m_window->canvas()->heatVisible() && !second()->heatVisible());
    m_window->press(Qt::Key_H);
    QVERIFY(second()->heatVisible());
    m_window->press(Qt::Key_L);
    QCOMPARE(second()->labelsVisible(), m_window->canvas()->labelsVisible());
    m_window->press(Qt::Key_D);
    m_window->press(Qt::Key_D); // beside the heatmap there are none
    QVERIFY(second()->labels().empty());
}

void TestFlowPair::thresholdsOfTheOtherModelHold()
{
    openPair();
    openModel("two.patina");
    QTRY_VERIFY(session().idle());
    session().setThresholds(0.5, 0.8);
    openModel("one.patina");
    QTRY_VERIFY(session().idle());
    QTRY_COMPARE(part<QTableView>("disagreementTable")->model()->rowCount(), 0); // both find all
    auto *with = part<QComboBox>("compareWith");
    m_window->press(Qt::Key_D);
    if (!second()->isVisible())
        m_window->press(Qt::Key_D);
    with->setFocus();
    QTest::keyClick(with, Qt::Key_End);
    QTRY_VERIFY(settled() && second()->marks().size() == 2U);
    QVERIFY(caption("otherCaption").endsWith("NG"));
    QVERIFY(std::abs(second()->heatStyle().top - m_window->canvas()->heatStyle().top * 0.5) < 1e-9);
}

void TestFlowPair::whatWasNotKeptIsScored()
{
    session().setCache(std::make_shared<InspectionCache>(m_window->file("other").toStdString()));
    const int before = m_behaviour->scoreCalls;
    m_behaviour->holdScoring = true;
    m_window->press(Qt::Key_F8);
    QTRY_VERIFY(m_behaviour->scoreCalls == before + 1);
    QVERIFY(caption("otherCaption").endsWith("is being scored"));
    QVERIFY(!session().jobs().isEmpty()); // in the status bar, where it can be stopped
    m_behaviour->holdScoring = false;
    QTRY_VERIFY(settled());
    QVERIFY(caption("otherCaption").endsWith("0.88  OK"));
    QCOMPARE(session().document().model().hash, std::string("one.patina")); // the open one stays
}

void TestFlowPair::cancellingIsSaid()
{
    session().setCache(std::make_shared<InspectionCache>(m_window->file("other").toStdString()));
    const int before = m_behaviour->scoreCalls;
    m_behaviour->holdScoring = true;
    m_window->press(Qt::Key_F8);
    QTRY_VERIFY(m_behaviour->scoreCalls == before + 1);
    m_window->action("cancel")->trigger();
    QTRY_VERIFY(caption("otherCaption").endsWith("cancelled"));
    QVERIFY(!second()->hasHeat());
    m_behaviour->holdScoring = false;
    auto *table = part<QTableView>("disagreementTable");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return); // once more
    QTRY_VERIFY(settled());
}

void TestFlowPair::aFailureIsOneSentence()
{
    m_behaviour->replaced = {"two.patina"};
    m_window->press(Qt::Key_F8);
    QTRY_VERIFY(caption("otherCaption").endsWith("no heatmap"));
    const QString said = m_window->window().findChild<MessageStrip *>()->text();
    QVERIFY2(said.startsWith("The heatmap of B: two.patina") && said.contains("another model by now"),
             qPrintable(said));
    QVERIFY(second()->isVisible() && !second()->hasHeat());
}

void TestFlowPair::theOtherModelMayBecomeTheOpenOne()
{
    openPair();
    openModel("two.patina");
    QTRY_VERIFY(session().idle());
    QVERIFY(part<PictureCaption>("otherCaption")->isHidden());
    QVERIFY(second()->scene().heat() == m_window->canvas()->scene().heat()); // beside its heatmap
}

void TestFlowPair::aSecondReadingEndsIt()
{
    openPair();
    QVERIFY(session().project().beginReading("other", session().project().reader()));
    QTRY_VERIFY(part<PictureCaption>("otherCaption")->isHidden());
    QVERIFY(second()->marks().empty() && second()->labels().empty());
}

QTEST_MAIN(TestFlowPair)
#include "tst_flow_pair.moc"
