#include "tests/support/flow_window.h"
#include "ui/canvas/canvas.h"
#include "ui/charts/chart_theme.h"
#include "ui/look.h"
#include "ui/panels/decision_button.h"
#include "ui/panels/start_page.h"
#include "ui/text/local_times.h"
#include "ui/text/short_name.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDebug>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOption>
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
    void fitsOnASmallScreen_data();
    void fitsOnASmallScreen();
    void theUsualLayoutKeepsTheTools();
    void anotherLanguageLeavesNothingBehind();
    void theStartPageHasTheKeys();
    void theKeyboardPageIsSearched();
    void theTrainingPageBeginsWithWhatIsChosen();
    void emptyRegionsSayWhy();
    void shortNamesKeepWhatDiffers();
    void timesAreTheUsers();
    void dialogsHaveNoIcons();
    void theFocusIsSeenInTheDark();

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
    QVERIFY(focused() == m_flow->canvas());
    auto *table = m_flow->part<QTableView>("regionTable");
    table->setFocus();
    reject->setFocus();
    reject->selectAll();
    QTest::keyClicks(reject, reject->locale().toString(before + 0.5, 'f', 2));
    QTest::keyClick(reject, Qt::Key_Escape);
    QCOMPARE(reject->value(), before + 0.25); // what was typed is gone
    QVERIFY(focused() == table);
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
    QTRY_VERIFY(table->selectionModel()->hasSelection());
    QVERIFY(focused() == m_flow->canvas());
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
    QVERIFY(focused() == list);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(focused() == list);
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

void TestFlowLook::fitsOnASmallScreen_data()
{
    QTest::addColumn<QString>("language");
    for (const char *code : {"en", "de", "zh_CN"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TestFlowLook::fitsOnASmallScreen()
{
    QFETCH(QString, language);
    m_flow->action(qPrintable(QStringLiteral("language_") + language))->trigger();
    MainWindow &window = m_flow->window();
    const auto small = [&] {
        const QSize least = window.minimumSizeHint();
        return least.width() <= 900 && least.height() <= 450;
    };
    QVERIFY2(small(), qPrintable(QDebug::toString(window.minimumSizeHint())));
    window.resize(853, 480);
    QTRY_VERIFY(m_flow->part<QWidget>("imageDock")->width() >= 200);
    QTRY_COMPARE(window.size(), QSize(853, 480));
    m_flow->action("train")->trigger();
    QVERIFY2(small(), qPrintable(QDebug::toString(window.minimumSizeHint())));
    m_flow->session().closeFolder();
    QTRY_VERIFY(window.startPage()->isVisible());
    QVERIFY2(small(), qPrintable(QDebug::toString(window.minimumSizeHint())));
}

void TestFlowLook::theUsualLayoutKeepsTheTools()
{
    QVERIFY(m_flow->part<QWidget>("drawToolBar")->isVisible());
    m_flow->action("resetLayout")->trigger();
    QVERIFY(m_flow->part<QWidget>("drawToolBar")->isVisible());
}

void TestFlowLook::anotherLanguageLeavesNothingBehind()
{
    auto *targets = m_flow->part<QComboBox>("drawTarget");
    targets->setCurrentIndex(targets->count() - 2); // zone to ignore
    const QString counts = m_flow->part<QLabel>("thresholdCounts")->text();
    auto *bank = m_flow->part<QSpinBox>("trainingBankSize");
    bank->setValue(10000);
    m_flow->action("language_de")->trigger();
    QTRY_VERIFY(m_flow->part<QLabel>("thresholdCounts")->text() != counts);
    QCOMPARE(targets->currentIndex(), targets->count() - 2);
    QTRY_VERIFY2(bank->text().contains("10.000"), qPrintable(bank->text()));
    m_flow->action("language_en")->trigger();
    QTRY_COMPARE(m_flow->part<QLabel>("thresholdCounts")->text(), counts);
    QTRY_VERIFY2(bank->text().contains("10,000"), qPrintable(bank->text()));
}

void TestFlowLook::theStartPageHasTheKeys()
{
    m_flow->session().closeFolder();
    QTRY_VERIFY(m_flow->window().startPage()->isVisible());
    auto *recent = m_flow->part<QListView>("recentProjects");
    QVERIFY(focused() == recent);
    QTest::keyClick(recent, Qt::Key_Return);
    QTRY_VERIFY(m_flow->session().project().isOpen());
    m_flow->reopen(); // its settings are those of the first start
    QVERIFY(focused() == m_flow->part<QWidget>("start_newProject"));
}

void TestFlowLook::theKeyboardPageIsSearched()
{
    m_flow->action("keyboardMap")->trigger();
    auto *dialog = m_flow->part<QDialog>("preferences");
    QVERIFY(dialog->focusWidget() == m_flow->part<QWidget>("keySearch"));
    dialog->reject();
}

void TestFlowLook::theTrainingPageBeginsWithWhatIsChosen()
{
    m_flow->action("train")->trigger();
    QVERIFY(focused() == m_flow->part<QWidget>("trainingUseOpen"));
    m_flow->session().closeFolder();
    m_flow->action("train")->trigger();
    QVERIFY(focused() == m_flow->part<QWidget>("trainingFolder"));
}

void TestFlowLook::emptyRegionsSayWhy()
{
    auto *summary = m_flow->part<QLabel>("regionSummary");
    auto *review = m_flow->part<QDoubleSpinBox>("reviewThreshold");
    m_flow->session().setThresholds(review->maximum(), review->maximum());
    QTRY_VERIFY2(summary->text().contains("above the review threshold"), qPrintable(summary->text()));
    m_flow->reopen();
    summary = m_flow->part<QLabel>("regionSummary");
    QVERIFY2(summary->text().contains("No image"), qPrintable(summary->text()));
    m_flow->session().openFolder(m_flow->file("parts"));
    QTRY_VERIFY2(summary->text().contains("Open a model"), qPrintable(summary->text()));
    m_flow->session().openModel("one.patina");
    QTRY_VERIFY2(summary->text().contains("not scored yet"), qPrintable(summary->text()));
}

void TestFlowLook::shortNamesKeepWhatDiffers()
{
    const QFontMetrics metrics(m_flow->window().font());
    const QStringList names{"line7_20081122_camera2_0001.png", "line7_20081122_camera2_0002.png",
                            "line7_20081122_camera2_0113.png"};
    qsizetype common = names[0].size();
    for (const QString &name : names)
        common = std::min(common, commonStart(names[0], name));
    const int room = metrics.horizontalAdvance("...camera2_0001.png");
    QSet<QString> shown;
    for (const QString &name : names) {
        const QString text = shortName(name, common, metrics, room);
        QVERIFY(metrics.horizontalAdvance(text) <= room);
        QCOMPARE(shortName(name, common, metrics, metrics.horizontalAdvance(name)), name);
        shown.insert(text);
    }
    QCOMPARE(shown.size(), names.size());
    for (int width = 0; width < 2 * room; width += 7) // nothing and everything fits
        QVERIFY(metrics.horizontalAdvance(shortName(names[1], common, metrics, width)) <= std::max(width, 20));
    QCOMPARE(shortName("a", 1, metrics, 100), QStringLiteral("a"));
}

void TestFlowLook::timesAreTheUsers()
{
    const QString told = withLocalTimes("open since 2026-11-29T08:15:00Z on line7");
    QVERIFY2(!told.contains("T08:15") && told.startsWith("open since ") && told.endsWith(" on line7"),
             qPrintable(told));
    QCOMPARE(withLocalTimes("2026-99-99T99:99:99Z"), QStringLiteral("2026-99-99T99:99:99Z"));
}

void TestFlowLook::dialogsHaveNoIcons()
{
    for (const Theme theme : {Theme::Dark, Theme::Light}) {
        applyTheme(theme);
        m_flow->action("preferences")->trigger();
        auto *dialog = m_flow->part<QDialog>("preferences");
        for (const auto *button : dialog->findChild<QDialogButtonBox *>()->buttons())
            QVERIFY2(button->icon().isNull(), qPrintable(button->text()));
        dialog->reject();
        QTRY_VERIFY(m_flow->window().findChild<QDialog *>("preferences") == nullptr);
    }
}

/// The edge of a field or button that has the keys stands out more than that of the others.
void TestFlowLook::theFocusIsSeenInTheDark()
{
    applyTheme(Theme::Dark);
    const QColor ground = QApplication::palette().color(QPalette::Base);
    const auto edge = [&](QStyle::PrimitiveElement element, QStyle::State state) {
        QStyleOptionFrame option;
        option.palette = QApplication::palette();
        option.rect = QRect(0, 0, 40, 24);
        option.lineWidth = 1;
        option.state = state | QStyle::State_Enabled;
        QImage image(40, 24, QImage::Format_RGB32);
        image.fill(ground);
        QPainter painter(&image);
        QApplication::style()->drawPrimitive(element, &option, &painter);
        painter.end();
        return contrastRatio(image.pixelColor(0, 12), ground);
    };
    const QStyle::State keys = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    for (const auto element : {QStyle::PE_FrameLineEdit, QStyle::PE_IndicatorCheckBox})
        QVERIFY(edge(element, keys) > 1.5 * edge(element, {}));
    QStyleOptionButton button;
    button.palette = QApplication::palette();
    button.rect = QRect(0, 0, 40, 24);
    button.state = keys | QStyle::State_Enabled;
    QImage image(40, 24, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    QApplication::style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &button, &painter);
    painter.end();
    QVERIFY(contrastRatio(image.pixelColor(0, 12), ground) > 4.5);
    applyTheme(Theme::Light);
}

QTEST_MAIN(TestFlowLook)
#include "tst_flow_look.moc"
