#include "core/project/project_thresholds.h"
#include "core/thresholds/project_parts.h"
#include "tests/support/flow_window.h"
#include "ui/canvas/legend_bar.h"
#include "ui/charts/chart.h"
#include "ui/classes/class_edits.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include <cmath>

using namespace patina;
using patina::testing::FlowWindow;

namespace {

constexpr int kImages = 4;

} // namespace

/// Figures of a project in the real window: charts, counts, rules and policies follow each other.
class TestFlowEvaluation : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void saysWhatIsMissing();
    void figuresComeFromDecisions();
    void draggingALineMovesCountsOutlinesAndLists();
    void aLineIsMovedByKeys();
    void thresholdsBeyondTheScaleOfTheModelAreSaidEverywhere();
    void aRuleSetsThresholds();
    void aRuleThatCannotBeMetSaysWhy();
    void aPolicyShowsItsShift();
    void figuresFollowADecision();
    void aMissOpensItsPlace();
    void ambiguousRegionsAreListed();
    void nothingIsShownInASecondReading();
    void whatWasCancelledSaysSoAndCanBeMadeAgain();
    void aRenamedClassKeepsItsImages();

private:
    /// A project with decisions: image 0 has two scratches (peaks 1.75 and 1.5), 1 a scratch (2) and a harmless region
    /// (1.5), 2 a scratch (2.25) and a false alarm, 3 two false alarms (2.5).
    void makeDecided();
    void decide(int image, const std::string &higher, const std::string &lower);
    void openEvaluation();
    template <typename T>
    T *part(const char *name) const
    {
        return m_window->part<T>(name);
    }
    Session &session() { return m_window->session(); }
    QString cell(const char *table, int row, int column) const
    {
        return part<QTableView>(table)->model()->index(row, column).data().toString().replace(QChar::Nbsp, ' ');
    }
    int rows(const char *table) const { return part<QTableView>(table)->model()->rowCount(); }
    int reviewLine() const;

    std::unique_ptr<FlowWindow> m_window;
};

void TestFlowEvaluation::init()
{
    m_window = std::make_unique<FlowWindow>(kImages);
}

void TestFlowEvaluation::cleanup()
{
    m_window.reset();
}

void TestFlowEvaluation::decide(int image, const std::string &higher, const std::string &lower)
{
    session().showRow(image);
    QTRY_COMPARE(session().review().items().size(), 2U);
    QTRY_COMPARE(session().review().from().image, session().document().image(image).id);
    const auto as = [&](int row, const std::string &name) {
        QVERIFY(name == "harmless" ? session().review().decideHarmless({row}) : session().review().decide({row}, name));
    };
    as(0, higher);
    as(1, lower);
    session().finishImage();
}

void TestFlowEvaluation::makeDecided()
{
    QVERIFY(m_window->makeProject());
    QVERIFY(session().project().change({"classes", {added(ProjectClass{"scratch", ClassKind::Defect, 0})}}));
    QVERIFY(m_window->score());
    decide(0, "scratch", "scratch");
    decide(1, "scratch", "harmless");
    decide(2, "scratch", "good");
    decide(3, "good", "good");
}

void TestFlowEvaluation::openEvaluation()
{
    m_window->action("evaluation")->trigger();
    QTRY_VERIFY(session().evaluator().latest());
    QTRY_VERIFY(session().idle());
}

/// Where the line of the review threshold is, found as the mouse finds it.
int TestFlowEvaluation::reviewLine() const
{
    auto *chart = part<Chart>("recallChart");
    for (int x = 0; x < chart->width(); x += 2) {
        QTest::mouseMove(chart, {x, chart->height() / 2});
        if (chart->cursor().shape() == Qt::SplitHCursor)
            return x + 3;
    }
    return -1;
}

void TestFlowEvaluation::saysWhatIsMissing()
{
    m_window->action("evaluation")->trigger();
    auto *said = part<QLabel>("evaluationNothing");
    QVERIFY(said->text().contains("project"));
    QVERIFY(m_window->makeProject());
    QTRY_VERIFY(said->text().contains("model"));
    session().openModel("one.patina");
    QTRY_VERIFY2(said->text().contains("score all images"), qPrintable(said->text()));
    session().showRow(0);
    session().scoreCurrent();
    QTRY_VERIFY(part<QLabel>("evaluationSummary")->text().contains("1 good, 0 with defects, 3 not scored"));
    QVERIFY(m_window->score());
    QTRY_VERIFY(
        part<QLabel>("evaluationSummary")->text().startsWith("4 images, 4 good, 0 with defects; labels as imported"));
    QVERIFY(!said->isVisible());
}

void TestFlowEvaluation::figuresComeFromDecisions()
{
    makeDecided();
    openEvaluation();
    QVERIFY(part<QLabel>("evaluationSummary")->text().startsWith("4 images, 1 good, 3 with defects; decisions of"));
    QCOMPARE(cell("evaluationCounts", 0, 0), QStringLiteral("scratch: found"));
    QCOMPARE(cell("evaluationCounts", 0, 1), QStringLiteral("4 of 4"));
    QCOMPARE(cell("evaluationCounts", 0, 4), QStringLiteral("2 of 4")); // from reject, 2, on
    QCOMPARE(cell("evaluationCounts", 2, 1), QStringLiteral("1 of 1")); // harmless
    QCOMPARE(cell("evaluationCounts", 3, 1), QStringLiteral("1 of 1")); // overkill
    QCOMPARE(cell("evaluationCounts", 4, 1), QStringLiteral("2.00"));   // false regions
    QCOMPARE(rows("missTable"), 2);
    QCOMPARE(cell("missTable", 0, 0), QStringLiteral("Overkill"));
}

void TestFlowEvaluation::draggingALineMovesCountsOutlinesAndLists()
{
    makeDecided();
    openEvaluation();
    session().showRow(0);
    QTRY_COMPARE(session().review().items().size(), 2U);
    auto *chart = part<Chart>("recallChart");
    const int line = reviewLine();
    QVERIFY(line > 0);
    const int middle = chart->height() / 2;
    QTest::mousePress(chart, Qt::LeftButton, {}, {line, middle});
    int x = line;
    while (part<QDoubleSpinBox>("reviewThreshold")->value() < 1.6 && x < chart->width())
        QTest::mouseMove(chart, {++x, middle});
    // Still held: everything follows, nothing is kept.
    const double held = part<QDoubleSpinBox>("reviewThreshold")->value();
    QVERIFY(held >= 1.6 && held < 1.75);
    QCOMPARE(cell("evaluationCounts", 0, 1), QStringLiteral("3 of 4"));
    QCOMPARE(cell("missTable", 0, 0), QStringLiteral("Escape"));
    QCOMPARE(*session().document().range().review, 1.0);
    QVERIFY(!thresholdsOf(session().project().contents(), "one.patina"));
    QTest::mouseRelease(chart, Qt::LeftButton, {}, {x, middle});
    QTRY_VERIFY(std::abs(*session().document().range().review - held) < 0.006);
    QVERIFY(thresholdsOf(session().project().contents(), "one.patina"));
    QTRY_COMPARE(session().review().items().size(), 2U); // decided ones stay in the list
    QCOMPARE(*session().document().result(1).verdict, Verdict::Ng);
    const auto last = session().project().project().head();
    QVERIFY(last && last->action.starts_with("set the thresholds to"));
    m_window->action("undo")->trigger();
    QTRY_COMPARE(*session().document().range().review, 1.0);
    QTRY_COMPARE(cell("evaluationCounts", 0, 1), QStringLiteral("4 of 4"));
    QCOMPARE(rows("missTable"), 2);
}

void TestFlowEvaluation::aLineIsMovedByKeys()
{
    makeDecided();
    openEvaluation();
    auto *chart = part<Chart>("recallChart");
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_PageUp);
    QTRY_COMPARE(*session().document().range().review, 1.1);
    QTest::keyClick(chart, Qt::Key_Tab); // to the other line
    QTest::keyClick(chart, Qt::Key_Left);
    QTRY_COMPARE(*session().document().range().reject, 1.99);
    QVERIFY(thresholdsOf(session().project().contents(), "one.patina"));
}

void TestFlowEvaluation::thresholdsBeyondTheScaleOfTheModelAreSaidEverywhere()
{
    makeDecided();
    openEvaluation();
    const auto *legend = part<LegendBar>("heatLegend");
    const double before = legend->range().top;
    session().previewThresholds(1.5, 9.0); // held
    QCOMPARE(part<QDoubleSpinBox>("rejectThreshold")->value(), 9.0);
    QCOMPARE(legend->range().reject, 9.0);
    session().setThresholds(4.0, 9.0);
    QTRY_COMPARE(part<QDoubleSpinBox>("reviewThreshold")->value(), 4.0);
    QCOMPARE(part<QDoubleSpinBox>("rejectThreshold")->value(), 9.0);
    QCOMPARE(legend->range().review, 4.0);
    QVERIFY(legend->range().top > 9.0);
    session().setThresholds(-0.5, 1.0);
    QTRY_COMPARE(part<QDoubleSpinBox>("reviewThreshold")->value(), -0.5);
    QCOMPARE(legend->range().top, before);
}

void TestFlowEvaluation::aRuleSetsThresholds()
{
    makeDecided();
    openEvaluation();
    part<QTabWidget>("evaluationTabs")->setCurrentIndex(1);
    part<QComboBox>("ruleKind")->setCurrentIndex(3); // largest F1
    QVERIFY(!part<QDoubleSpinBox>("ruleRate")->isVisible());
    QTest::mouseClick(part<QPushButton>("ruleFind"), Qt::LeftButton);
    QTRY_VERIFY(part<QLabel>("ruleResult")->text().contains("Acceptance") ||
                part<QLabel>("ruleResult")->text().contains("cannot"));
    // The parts are those of the command line.
    const auto parts = partsOfProject(*session().evaluator().request(), 0.5, 0);
    QVERIFY(parts);
    const QString tip = part<QLabel>("ruleResult")->toolTip();
    QVERIFY(tip.contains(QString::fromStdString(dealtNote(*parts, 0.5, 0).calibrationSha256)));
    QVERIFY(tip.contains(QString::fromStdString(dealtNote(*parts, 0.5, 0).acceptanceSha256)));
    part<QComboBox>("ruleKind")->setCurrentIndex(0);
    QVERIFY(!part<QPushButton>("ruleUse")->isEnabled());
    part<QComboBox>("ruleConfidence")->setCurrentIndex(3); // the counted share
    part<QDoubleSpinBox>("ruleRate")->setValue(50.0);
    QTest::mouseClick(part<QPushButton>("ruleFind"), Qt::LeftButton);
    QTRY_VERIFY(part<QPushButton>("ruleUse")->isEnabled());
    QVERIFY(part<QLabel>("ruleResult")->text().contains("Thresholds: review"));
    QTest::mouseClick(part<QPushButton>("ruleUse"), Qt::LeftButton);
    const auto thresholds = thresholdsOf(session().project().contents(), "one.patina");
    QVERIFY(thresholds);
    QVERIFY2(thresholds->rule.starts_with("max-escape 50 % of scratch"), thresholds->rule.c_str());
    QCOMPARE(*session().document().range().review, thresholds->review);
    const auto last = session().project().project().head();
    QVERIFY(last && last->action.find("by max-escape 50 %") != std::string::npos);
    // Moved by hand, no rule has set them any more.
    session().setThresholds(1.1, 2.5);
    QCOMPARE(thresholdsOf(session().project().contents(), "one.patina")->rule, std::string());
    m_window->action("undo")->trigger();
    QCOMPARE(*thresholdsOf(session().project().contents(), "one.patina"), *thresholds);
}

void TestFlowEvaluation::aRuleThatCannotBeMetSaysWhy()
{
    makeDecided();
    openEvaluation();
    part<QTabWidget>("evaluationTabs")->setCurrentIndex(1);
    QTest::mouseClick(part<QPushButton>("ruleFind"), Qt::LeftButton);
    auto *result = part<QLabel>("ruleResult");
    QTRY_VERIFY(result->text().contains("1 % with 95 % confidence takes 299."));
    QVERIFY(result->text().contains("Nearest: review"));
    // Nobody has said which images are of one part.
    part<QComboBox>("ruleUnit")->setCurrentIndex(1);
    QTest::mouseClick(part<QPushButton>("ruleFind"), Qt::LeftButton);
    QVERIFY(result->text().contains("The project knows no groups"));
    QVERIFY(!part<QPushButton>("ruleUse")->isEnabled());
}

void TestFlowEvaluation::aPolicyShowsItsShift()
{
    makeDecided();
    openEvaluation();
    part<QTabWidget>("evaluationTabs")->setCurrentIndex(2);
    QTRY_COMPARE(rows("policyTable"), 3);
    auto *impurity = part<QComboBox>("impurityPolicy");
    QVERIFY(impurity->isVisible());
    QVERIFY(!part<QComboBox>("ambiguousPolicy")->isVisible());
    impurity->setFocus();
    QTest::keyClick(impurity, Qt::Key_Down); // count as defects
    QTRY_COMPARE(policyOf(session().project().contents()).impurity, ImpurityPolicy::Defect);
    part<QTabWidget>("evaluationTabs")->setCurrentIndex(0);
    QTRY_COMPARE(cell("evaluationCounts", 0, 1), QStringLiteral("4 of 4"));
    QTRY_COMPARE(cell("evaluationCounts", 1, 1), QStringLiteral("1 of 1")); // harmless, now a defect
    QCOMPARE(cell("evaluationCounts", 2, 1), QStringLiteral("5 of 5"));
    session().setThresholds(1.6, 2.0);
    QTRY_COMPARE(cell("evaluationCounts", 2, 1), QStringLiteral("3 of 5"));
    part<QTabWidget>("evaluationTabs")->setCurrentIndex(2);
    QTRY_COMPARE(cell("policyTable", 1, 1), QStringLiteral("60.0 %"));
    QCOMPARE(cell("policyTable", 0, 1), QStringLiteral("75.0 % (+15.0)"));
    m_window->action("undo")->trigger();
    m_window->action("undo")->trigger();
    QTRY_COMPARE(policyOf(session().project().contents()), LabelPolicy());
    QCOMPARE(impurity->currentIndex(), 0);
}

void TestFlowEvaluation::figuresFollowADecision()
{
    makeDecided();
    openEvaluation();
    session().showRow(0);
    QTRY_COMPARE(session().review().items().size(), 2U);
    QVERIFY(session().review().decide({1}, "good"));
    QTRY_COMPARE(cell("evaluationCounts", 0, 1), QStringLiteral("3 of 3"));
    m_window->action("undo")->trigger();
    QTRY_COMPARE(cell("evaluationCounts", 0, 1), QStringLiteral("4 of 4"));
}

void TestFlowEvaluation::aMissOpensItsPlace()
{
    makeDecided();
    openEvaluation();
    session().setThresholds(1.6, 2.0);
    QTRY_COMPARE(cell("missTable", 0, 0), QStringLiteral("Escape"));
    session().showRow(2);
    QTRY_VERIFY(session().idle());
    const double before = m_window->canvas()->view().scale();
    auto *table = part<QTableView>("missTable");
    table->setCurrentIndex(table->model()->index(0, 0));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(session().currentRow(), 0);
    QTRY_VERIFY(m_window->canvas()->view().scale() > before);
    QVERIFY(m_window->canvas()->height() > 64 * m_window->canvas()->view().scale()); // with what lies around it
    QVERIFY(m_window->action("groundTruth")->isChecked()); // imported outlines show where it is
    // A good part is no place: all of it is shown again.
    QCOMPARE(cell("missTable", 1, 0), QStringLiteral("Overkill"));
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(session().currentRow(), 3);
    QTRY_COMPARE(m_window->canvas()->view().scale(), before);
}

void TestFlowEvaluation::ambiguousRegionsAreListed()
{
    makeDecided();
    session().showRow(2);
    QTRY_COMPARE(session().review().from().image, session().document().image(2).id);
    QTRY_COMPARE(session().review().items().size(), 2U);
    QVERIFY(session().review().decideAmbiguous({1}));
    openEvaluation();
    part<QTabWidget>("evaluationTabs")->setCurrentIndex(2);
    QTRY_COMPARE(rows("policyTable"), 9);
    QCOMPARE(rows("questionTable"), 1);
    auto *summary = part<QLabel>("questionSummary");
    QVERIFY(summary->text().contains("recall and overkill stay")); // it is found, as all scratches are
    session().setThresholds(1.6, 2.0);
    QTRY_VERIFY(summary->text().contains("first 1 ambiguous region"));
    auto *table = part<QTableView>("questionTable");
    table->setCurrentIndex(table->model()->index(0, 0));
    table->setFocus();
    session().showRow(0);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(session().currentRow(), 2);
    QTRY_COMPARE(part<QTableView>("regionTable")->currentIndex().row(), 1); // a key decides it
}

void TestFlowEvaluation::nothingIsShownInASecondReading()
{
    makeDecided();
    openEvaluation();
    QVERIFY(session().project().beginReading("Ida", session().project().reader()));
    QTRY_VERIFY(part<QLabel>("evaluationNothing")->isVisible());
    QVERIFY(part<QLabel>("evaluationNothing")->text().contains("second reading"));
    QVERIFY(!session().evaluator().latest());
    session().project().endReading();
    QTRY_VERIFY(session().evaluator().latest());
}

void TestFlowEvaluation::whatWasCancelledSaysSoAndCanBeMadeAgain()
{
    makeDecided();
    openEvaluation();
    session().showRow(0);
    QTRY_COMPARE(session().review().items().size(), 2U);
    auto *again = part<QPushButton>("evaluateAgain");
    QVERIFY(!again->isVisible());
    JobRunnerBase *runner = session().evaluator().runner();
    const auto stop = connect(runner, &JobRunnerBase::runningChanged, this, [runner](bool running) {
        if (running)
            runner->cancel();
    });
    QVERIFY(session().review().decide({1}, "good"));
    QTRY_VERIFY(again->isVisible());
    disconnect(stop);
    QVERIFY(part<QLabel>("evaluationSummary")->text().contains("not up to date"));
    QCOMPARE(cell("evaluationCounts", 0, 1), QStringLiteral("4 of 4"));
    QVERIFY(!part<QPushButton>("writeReport")->isEnabled());
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE(cell("evaluationCounts", 0, 1), QStringLiteral("3 of 3"));
    QVERIFY(!again->isVisible());
}

void TestFlowEvaluation::aRenamedClassKeepsItsImages()
{
    makeDecided();
    openEvaluation();
    const auto renamed = renameClass(session().project().contents(), "scratch", "groove");
    QVERIFY(renamed && session().project().change(*renamed));
    QTRY_COMPARE(cell("evaluationCounts", 0, 0), QStringLiteral("groove: found"));
    QTRY_COMPARE(cell("evaluationCounts", 0, 1), QStringLiteral("4 of 4"));
}

QTEST_MAIN(TestFlowEvaluation)
#include "tst_flow_evaluation.moc"
