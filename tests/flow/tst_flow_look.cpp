#include "tests/support/flow_window.h"
#include "ui/canvas/canvas.h"
#include "ui/panels/decision_button.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTableView>

using namespace patina;

/// How the window behaves under hands and on small screens: who has the keys, what is wide, what moves.
class TestFlowLook : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void thresholdsGiveTheKeysBack();
    void thresholdsLeaveCommandsAlone();
    void theFilterIsClearedAndLeft();
    void aLongClassNameWidensNothing();
    void harmlessHasOneButton();
    void theViewStaysWhereTheRegionIsSeen();
    void zoomsAtTheSelectedRegion();

private:
    QWidget *focused() const { return m_flow->window().focusWidget(); }
    void addClass(const std::string &name, ClassKind kind);

    std::unique_ptr<testing::FlowWindow> m_flow;
};

void TestFlowLook::init()
{
    m_flow = std::make_unique<testing::FlowWindow>(3);
    m_flow->window().resize(1280, 800);
    QVERIFY(m_flow->makeProject() && m_flow->score());
    m_flow->window().activateWindow();
    m_flow->canvas()->setFocus();
    QTRY_VERIFY(m_flow->canvas()->hasFocus());
}

void TestFlowLook::cleanup()
{
    m_flow.reset();
}

void TestFlowLook::addClass(const std::string &name, ClassKind kind)
{
    const int place = static_cast<int>(m_flow->session().project().classes().size());
    QVERIFY(m_flow->session().project().change({"add a class", {added(ProjectClass{name, kind, place})}}));
}

void TestFlowLook::thresholdsGiveTheKeysBack()
{
    auto *reject = m_flow->part<QDoubleSpinBox>("rejectThreshold");
    const double before = reject->value();
    reject->setFocus();
    QVERIFY(reject->hasFocus());
    reject->selectAll();
    QTest::keyClicks(reject, reject->locale().toString(before + 0.25, 'f', 2));
    QTest::keyClick(reject, Qt::Key_Return);
    QCOMPARE(reject->value(), before + 0.25);
    QCOMPARE(focused(), m_flow->canvas());
    auto *table = m_flow->part<QTableView>("regionTable");
    table->setFocus();
    reject->setFocus();
    reject->selectAll();
    QTest::keyClicks(reject, reject->locale().toString(before + 0.5, 'f', 2));
    QTest::keyClick(reject, Qt::Key_Escape);
    QCOMPARE(reject->value(), before + 0.25); // what was typed is gone
    QCOMPARE(focused(), table);
}

void TestFlowLook::thresholdsLeaveCommandsAlone()
{
    auto *review = m_flow->part<QDoubleSpinBox>("reviewThreshold");
    auto *table = m_flow->part<QTableView>("regionTable");
    const double before = review->value();
    QSignalSpy next(m_flow->action("nextRegion"), &QAction::triggered);
    review->setFocus();
    QTest::keyClick(review, Qt::Key_Space);
    QCOMPARE(next.count(), 1);
    QVERIFY(table->selectionModel()->hasSelection());
    QCOMPARE(focused(), m_flow->canvas());
    review->setFocus();
    QSignalSpy heat(m_flow->action("heatmap"), &QAction::triggered);
    QTest::keyClick(review, Qt::Key_H);
    QCOMPARE(heat.count(), 1);
    QCOMPARE(review->value(), before);
}

void TestFlowLook::theFilterIsClearedAndLeft()
{
    auto *filter = m_flow->part<QLineEdit>("imageFilter");
    auto *list = m_flow->part<QListView>("imageList");
    filter->setFocus();
    QTest::keyClicks(filter, "001");
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty() && filter->hasFocus());
    QCOMPARE(list->model()->rowCount(), 3);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(focused(), list);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(focused(), list);
}

void TestFlowLook::aLongClassNameWidensNothing()
{
    addClass("scratch", ClassKind::Defect);
    QCoreApplication::processEvents();
    auto *dock = m_flow->part<QWidget>("regionDock");
    auto *targets = m_flow->part<QComboBox>("drawTarget");
    const int dockWidth = dock->width();
    const int leastWidth = dock->minimumSizeHint().width();
    const int targetWidth = targets->width();
    const QString name = QString(80, QLatin1Char('W'));
    addClass(name.toStdString(), ClassKind::Defect);
    QTRY_VERIFY(m_flow->part<QWidget>("decide_class2")->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(dock->width(), dockWidth);
    QCOMPARE(dock->minimumSizeHint().width(), leastWidth);
    QCOMPARE(targets->width(), targetWidth);
    QVERIFY(m_flow->part<QWidget>("decide_class2")->toolTip().contains(name));
    const int row = targets->findText(name);
    QVERIFY(row >= 0);
    QCOMPARE(targets->itemData(row, Qt::ToolTipRole).toString(), name);
}

void TestFlowLook::harmlessHasOneButton()
{
    addClass("scratch", ClassKind::Defect);
    addClass("harmless", ClassKind::Impurity);
    auto *own = m_flow->part<DecisionButton>("decide_harmless");
    QVERIFY(own->isVisible());
    QCOMPARE(own->otherKey(), QStringLiteral("2"));
    QVERIFY(!m_flow->part<QWidget>("decide_class2")->isVisible());
    QVERIFY(m_flow->action("class2")->isVisible()); // its key stays
    QVERIFY(m_flow->session().project().undo());
    QVERIFY(own->otherKey().isEmpty());
}

void TestFlowLook::theViewStaysWhereTheRegionIsSeen()
{
    auto *table = m_flow->part<QTableView>("regionTable");
    m_flow->action("fit")->trigger();
    const QPointF offset = m_flow->canvas()->view().offset();
    table->selectRow(0);
    table->selectRow(1);
    QCOMPARE(m_flow->canvas()->view().offset(), offset); // all of the image is in view
    m_flow->action("oneToOne")->trigger();
    m_flow->canvas()->zoomIn();
    m_flow->canvas()->centreOn({5000, 5000});
    table->selectRow(0);
    QVERIFY(QRectF(m_flow->canvas()->visibleArea()).contains(m_flow->canvas()->selectedArea()));
}

void TestFlowLook::zoomsAtTheSelectedRegion()
{
    Canvas *canvas = m_flow->canvas();
    auto *table = m_flow->part<QTableView>("regionTable");
    QVERIFY(!m_flow->action("zoomToRegion")->isEnabled());
    table->selectRow(0);
    const QPointF centre = canvas->selectedArea().center();
    const QPointF at = canvas->view().toView(centre);
    canvas->zoomIn();
    QVERIFY((canvas->view().toView(centre) - at).manhattanLength() < 2.0);
    const double scale = canvas->view().scale();
    QVERIFY(m_flow->action("zoomToRegion")->isEnabled());
    m_flow->press(Qt::Key_Z);
    QVERIFY(canvas->view().scale() > scale);
    const QPointF middle = QPointF(canvas->width(), canvas->height()) * canvas->devicePixelRatioF() / 2.0;
    QVERIFY((canvas->view().toView(centre) - middle).manhattanLength() < 4.0);
}

QTEST_MAIN(TestFlowLook)
#include "tst_flow_look.moc"
