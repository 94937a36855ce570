#include "tests/support/flow_window.h"
#include "ui/charts/line_chart.h"
#include "ui/jobs/inspection_cache.h"
#include "ui/panels/message_strip.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

using namespace patina;
using patina::testing::FakeBehaviour;
using patina::testing::FlowWindow;

namespace {

constexpr int kImages = 4;
constexpr int kCompare = 3;
constexpr int kDrift = 4;

} // namespace

/// Two models, two policies and two days beside each other, in the real window.
class TestFlowComparison : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void oneModelHasNothingBesideIt();
    void aModelWithoutKeptResultsSaysSo();
    void twoModelsAreCompared();
    void onlyImagesThatBothHaveAreCompared();
    void aReplacedModelIsRefused();
    void twoPoliciesAreCompared();
    void severalModelsAreCompared();
    void oneOfSeveralThatFailsIsLeftOut();
    void unequalOverkillIsSaid();
    void aDisagreementOpensItsPlace();
    void thresholdsOfTheProjectHold();
    void aDriftIsSaidOnceAndShown();
    void partsThatTheModelKnowsAreNoNewOnes();
    void aFolderIsTestedByItself();
    void tooFewHeldOutAreRefused();
    void aModelWithoutHeldOutScoresIsRefused();

private:
    void start();
    void decide(int image, const std::string &higher, const std::string &lower);
    void decideAll();
    void openModel(const std::string &name);
    void scoreAll();
    /// \param others scored before the open one.
    void makeCompared(const QStringList &others = {QStringLiteral("two.patina")});
    /// What the open model can be compared with.
    QList<QAction *> choices() const;
    /// Opens the list and turns the marks of these around, by keys.
    void mark(const QList<int> &which);
    void openTab(int index);
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
    /// The row of a figure by its words; -1: none.
    int rowOf(const QString &figure) const;
    QString said(const char *label) const { return part<QLabel>(label)->text(); }
    QString message() const { return m_window->window().findChild<MessageStrip *>()->text(); }

    std::shared_ptr<FakeBehaviour> m_behaviour;
    std::unique_ptr<FlowWindow> m_window;
};

/// The model "one" scores distances; "two" halves of them, so that it finds less.
void TestFlowComparison::init()
{
    m_behaviour = std::make_shared<FakeBehaviour>();
    m_behaviour->models["two.patina"].scoreScale = {0.0, 2.0, 1.5, 20};
}

void TestFlowComparison::cleanup()
{
    m_window.reset();
}

void TestFlowComparison::start()
{
    m_window = std::make_unique<FlowWindow>(kImages, m_behaviour);
    session().setCache(std::make_shared<InspectionCache>(m_window->file("cache").toStdString()));
}

int TestFlowComparison::rowOf(const QString &figure) const
{
    for (int row = 0; row < rows("differenceTable"); ++row)
        if (cell("differenceTable", row, 0) == figure)
            return row;
    return -1;
}

void TestFlowComparison::decide(int image, const std::string &higher, const std::string &lower)
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

void TestFlowComparison::decideAll()
{
    QVERIFY(session().project().change({"classes", {added(ProjectClass{"scratch", ClassKind::Defect, 0})}}));
    decide(0, "scratch", "scratch");
    decide(1, "scratch", "harmless");
    decide(2, "scratch", "good");
    decide(3, "good", "good");
}

void TestFlowComparison::openModel(const std::string &name)
{
    session().openModel(QString::fromStdString(name));
    QTRY_VERIFY(session().document().hasModel() && session().document().model().hash == name);
}

void TestFlowComparison::scoreAll()
{
    m_window->action("scoreAll")->trigger();
    QTRY_VERIFY(session().idle() && session().document().counts().scored == kImages && m_window->canvas()->hasHeat());
}

void TestFlowComparison::makeCompared(const QStringList &others)
{
    start();
    QVERIFY(m_window->makeProject());
    for (const QString &other : others) {
        openModel(other.toStdString());
        scoreAll();
    }
    openModel("one.patina");
    scoreAll();
    decideAll();
    openTab(kCompare);
}

QList<QAction *> TestFlowComparison::choices() const
{
    QList<QAction *> marks;
    for (QAction *action : part<QMenu>("compareChoices")->actions())
        if (action->isCheckable())
            marks << action;
    return marks;
}

void TestFlowComparison::mark(const QList<int> &which)
{
    auto *list = part<QMenu>("compareChoices");
    list->popup(QPoint(0, 0));
    for (const int index : which) {
        list->setActiveAction(choices()[index]);
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(list->isVisible()); // it stays
    }
    QTest::keyClick(list, Qt::Key_Escape);
    m_window->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
}

void TestFlowComparison::openTab(int index)
{
    m_window->action("evaluation")->trigger();
    QTRY_VERIFY(session().evaluator().latest());
    part<QTabWidget>("evaluationTabs")->setCurrentIndex(index);
    QTRY_VERIFY(session().idle());
}

void TestFlowComparison::oneModelHasNothingBesideIt()
{
    start();
    QVERIFY(m_window->makeProject());
    QVERIFY(m_window->score());
    openTab(kCompare);
    QTRY_VERIFY(said("compareNothing").contains("train another version"));
    QVERIFY(said("compareNothing").contains("one.patina"));
    QVERIFY(!part<QPushButton>("compareChoice")->isEnabled());
    QVERIFY(!part<QPushButton>("compareAgain")->isEnabled());
}

void TestFlowComparison::aModelWithoutKeptResultsSaysSo()
{
    makeCompared();
    QTRY_VERIFY(rows("differenceTable") > 0);
    session().setCache(std::make_shared<InspectionCache>(m_window->file("other").toStdString()));
    QTest::mouseClick(part<QPushButton>("compareAgain"), Qt::LeftButton);
    QTRY_VERIFY(said("compareNothing").contains("none of 4 has a kept result"));
    QVERIFY(said("compareNothing").contains("two.patina"));
    QCOMPARE(rows("differenceTable"), 0);
}

void TestFlowComparison::twoModelsAreCompared()
{
    makeCompared();
    QTRY_VERIFY(rows("differenceTable") > 0);
    QVERIFY(said("compareSummary").startsWith("A is one.patina, B is two.patina"));
    QVERIFY(said("compareSummary").contains("4 images of both in 4 groups."));
    // Of 2 defects in 4 that only one finds nothing can be said.
    QVERIFY2(said("compareSummary").contains("No difference of B from A is shown in: ") &&
                 said("compareSummary").contains("all defects found, at review"),
             qPrintable(said("compareSummary")));
    const int found = rowOf("all defects found, at review");
    QVERIFY(found >= 0);
    QCOMPARE(cell("differenceTable", found, 1), QStringLiteral("100.0 %"));
    QCOMPARE(cell("differenceTable", found, 2), QStringLiteral("50.0 %"));
    QCOMPARE(cell("differenceTable", found, 3), QStringLiteral("-50.0"));
    QVERIFY(cell("differenceTable", found, 4).contains(" to "));
    QCOMPARE(cell("differenceTable", found, 5), QStringLiteral("2")); // only A
    QCOMPARE(cell("differenceTable", found, 6), QStringLiteral("0"));
    QCOMPARE(cell("differenceTable", found, 7), QStringLiteral("0.5000")); // 2 of 2: twice 1/4
    QCOMPARE(rows("disagreementTable"), 2);
    QCOMPARE(cell("disagreementTable", 0, 0), QStringLiteral("Only A finds it"));
    QVERIFY(said("disagreementSummary").contains("Only A finds 2 defects, only B 0"));
}

void TestFlowComparison::onlyImagesThatBothHaveAreCompared()
{
    start();
    QVERIFY(m_window->makeProject());
    openModel("two.patina");
    for (int row = 0; row < 3; ++row) {
        session().showRow(row);
        session().scoreCurrent();
        QTRY_VERIFY(session().document().result(row).state == ImageState::Scored);
    }
    QTRY_VERIFY(session().idle());
    openModel("one.patina");
    scoreAll();
    decideAll();
    openTab(kCompare);
    QTRY_VERIFY(said("compareSummary").contains("3 images of both"));
    QVERIFY(said("compareSummary").contains("1 of 4 have no kept result of B"));
}

void TestFlowComparison::aReplacedModelIsRefused()
{
    makeCompared();
    QTRY_VERIFY(rows("differenceTable") > 0);
    m_behaviour->replaced = {"two.patina"};
    QTest::mouseClick(part<QPushButton>("compareAgain"), Qt::LeftButton);
    QTRY_VERIFY(said("compareNothing").contains("another model by now"));
}

void TestFlowComparison::twoPoliciesAreCompared()
{
    start();
    QVERIFY(m_window->makeProject());
    QVERIFY(m_window->score());
    decideAll();
    openTab(kCompare);
    QTRY_VERIFY(rows("differenceTable") > 0);
    const auto marks = choices();
    QCOMPARE(marks.size(), 2); // impurities as defects, left out
    QVERIFY(marks[0]->text().contains("impurities count as defects") && marks[0]->isChecked());
    QVERIFY(said("compareSummary").contains("1 of B have no counterpart")); // the harmless region
    mark({0, 1});
    QTRY_VERIFY(said("compareSummary").contains("impurities are left out"));
    auto *table = part<QTableView>("disagreementTable");
    QCOMPARE(table->model()->rowCount(), 0);
}

/// "three" finds one of the four defects; "bad" is not there any more.
void TestFlowComparison::severalModelsAreCompared()
{
    m_behaviour->models["three.patina"].scoreScale = {0.0, 1.2, 1.5, 20};
    makeCompared({"three.patina", "two.patina"});
    QTRY_VERIFY(rows("differenceTable") > 0);
    QCOMPARE(choices().size(), 4); // two models, two policies
    mark({1});                     // the second one, too
    QTRY_COMPARE(part<QTableView>("differenceTable")->model()->columnCount(), 4);
    QVERIFY(said("compareSummary").startsWith("A is one.patina, the one that 2 others are compared with"));
    const int found = rowOf("all defects found, at review");
    QVERIFY(found >= 0);
    QCOMPARE(cell("differenceTable", found, 1), QStringLiteral("100.0 %"));
    const auto header = [this](int column) {
        return part<QTableView>("differenceTable")->model()->headerData(column, Qt::Horizontal).toString();
    };
    QVERIFY(header(1) == "A: one.patina" && header(2).startsWith("B: ") && header(3).startsWith("C: "));
    const int two = header(2).contains("two") ? 2 : 3;
    QVERIFY2(cell("differenceTable", found, two).startsWith("50.0 %   -50.0 (") &&
                 cell("differenceTable", found, two).endsWith("p = 1.0000"), // 0.5 of one, of two models
             qPrintable(cell("differenceTable", found, two)));
    QCOMPARE(part<QTableView>("disagreementTable")->model()->columnCount(), 6);
    QVERIFY(rows("disagreementTable") > 0);
    QVERIFY(m_window->action("nextDisagreement")->isEnabled());
    m_window->press(Qt::Key_F8);
    QTRY_VERIFY(session().idle() && part<QWidget>("compareBar")->isVisible());
    QTRY_VERIFY2(part<Canvas>("compareCanvas")->hasHeat(), qPrintable(message()));
    QCOMPARE(part<QComboBox>("compareWith")->count(), 4); // heatmap, another image, two models
    mark({0, 1});
    QTRY_VERIFY(said("compareNothing").contains("Choose above what one.patina is compared with"));
    mark({0});
    QTRY_COMPARE(part<QTableView>("differenceTable")->model()->columnCount(), 8); // a column for each number again
}

void TestFlowComparison::oneOfSeveralThatFailsIsLeftOut()
{
    m_behaviour->models["three.patina"].scoreScale = {0.0, 1.2, 1.5, 20};
    makeCompared({"three.patina", "two.patina"});
    QTRY_VERIFY(rows("differenceTable") > 0);
    m_behaviour->replaced = {"two.patina"};
    for (int i = 0; i < 2; ++i)
        if (!choices()[i]->isChecked())
            mark({i});
    QTRY_VERIFY(said("compareSummary").contains("is left out"));
    QVERIFY(said("compareSummary").contains("another model by now"));
    QVERIFY(rows("differenceTable") > 0);
}

void TestFlowComparison::unequalOverkillIsSaid()
{
    makeCompared();
    QTRY_VERIFY(rows("differenceTable") > 0);
    bool differs = false;
    for (const char *point : {"review", "reject"}) {
        const int flagged = rowOf(QStringLiteral("Good parts flagged (overkill), at %1").arg(QLatin1String(point)));
        differs |= cell("differenceTable", flagged, 1) != cell("differenceTable", flagged, 2);
    }
    QCOMPARE(part<QWidget>("compareWarning")->isVisible(), differs);
    session().setThresholds(5.0, 6.0); // A flags nothing any more, B one
    QTRY_VERIFY2(said("compareWarningText").startsWith("Recall is compared at unequal overkill: A 0 of "),
                 qPrintable(said("compareWarningText")));
    QVERIFY(part<QWidget>("compareWarning")->isVisible());
}

void TestFlowComparison::aDisagreementOpensItsPlace()
{
    makeCompared();
    QTRY_COMPARE(rows("disagreementTable"), 2);
    session().showRow(3);
    QTRY_VERIFY(session().idle());
    const double before = m_window->canvas()->view().scale();
    auto *table = part<QTableView>("disagreementTable");
    table->setCurrentIndex(table->model()->index(0, 0));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(session().currentRow(), 0);
    QTRY_VERIFY(m_window->canvas()->view().scale() > before);
}

void TestFlowComparison::thresholdsOfTheProjectHold()
{
    makeCompared();
    QTRY_VERIFY(rows("differenceTable") > 0);
    session().setThresholds(2.1, 3.0); // of four only the one of 2.25
    QTRY_VERIFY(rowOf("all defects found, at review") >= 0 &&
                cell("differenceTable", rowOf("all defects found, at review"), 1) == "25.0 %");
    QCOMPARE(cell("differenceTable", rowOf("all defects found, at review"), 6), QStringLiteral("1")); // only B
    QCOMPARE(cell("disagreementTable", 0, 0), QStringLiteral("Only B finds it"));
}

void TestFlowComparison::aDriftIsSaidOnceAndShown()
{
    ModelInfo &one = m_behaviour->models["one.patina"];
    one.scoreScale = {0.0, 1.0, 2.0, 20};
    for (int i = 0; i < 20; ++i)
        one.heldOutScores.push_back(0.5 + 0.01 * i);
    start();
    QVERIFY(m_window->makeProject());
    QVERIFY(m_window->score());
    QTRY_COMPARE(message().replace(QChar::Nbsp, ' '),
                 QStringLiteral("Scores of good parts have drifted (p = 0.0002): see Drift in the evaluation."));
    openTab(kDrift);
    QTRY_VERIFY(said("driftSentence").startsWith("These good parts score higher"));
    QVERIFY(part<QLabel>("driftWarning")->isVisible());
    QCOMPARE(cell("driftTable", 0, 1), QStringLiteral("20"));
    QCOMPARE(cell("driftTable", 1, 3), QStringLiteral("4"));
    auto *chart = part<LineChart>("driftChart");
    QCOMPARE(chart->series().size(), 2U);
    QCOMPARE(chart->marks().size(), 1U);
    QVERIFY(!chart->marks().front().draggable);
    QVERIFY(!part<QComboBox>("driftParts")->isEnabled());
    QVERIFY(!said("driftSentence").contains("not for those held out"));
    session().setMinimumArea(2); // the held-out scores know nothing of it
    QTRY_VERIFY(said("driftSentence").contains("not for those held out"));
}

void TestFlowComparison::partsThatTheModelKnowsAreNoNewOnes()
{
    ModelInfo &one = m_behaviour->models["one.patina"];
    one.scoreScale = {0.0, 1.0, 2.0, 20};
    one.heldOutScores = std::vector<double>(20, 0.5);
    one.images = {"part000.png", "part001.png"};
    one.heldOutImages = {"part002.png"}; // the fourth is new
    start();
    QVERIFY(m_window->makeProject());
    QVERIFY(m_window->score());
    openTab(kDrift);
    QTRY_VERIFY2(said("driftSentence").startsWith("1 good parts against 20"), qPrintable(said("driftSentence")));
    QVERIFY(!message().contains("drifted"));
}

void TestFlowComparison::aFolderIsTestedByItself()
{
    ModelInfo &one = m_behaviour->models["one.patina"];
    one.scoreScale = {0.0, 1.0, 2.0, 20};
    for (int i = 0; i < 20; ++i)
        one.heldOutScores.push_back(1.5 + 0.05 * i);
    start();
    QDir(m_window->file("parts")).mkdir("new");
    QFile::copy(m_window->file("parts/part000.png"), m_window->file("parts/new/a.png"));
    QVERIFY(m_window->makeProject());
    QVERIFY(m_window->score());
    openTab(kDrift);
    QTRY_VERIFY(said("driftSentence").startsWith("No drift is shown"));
    QVERIFY(!part<QLabel>("driftWarning")->isVisible());
    auto *choice = part<QComboBox>("driftParts");
    QCOMPARE(choice->count(), 2);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTRY_VERIFY(said("driftSentence").contains("it takes 2"));
    QCOMPARE(rows("driftTable"), 0);
    QCOMPARE(part<LineChart>("driftChart")->series().size(), 2U);
}

void TestFlowComparison::tooFewHeldOutAreRefused()
{
    ModelInfo &one = m_behaviour->models["one.patina"];
    one.scoreScale = {0.0, 1.0, 2.0, 2};
    one.heldOutScores = {0.5, 1.0};
    start();
    QVERIFY(m_window->makeProject());
    QVERIFY(m_window->score());
    openTab(kDrift);
    QTRY_COMPARE(said("driftSentence"),
                 QStringLiteral("4 good parts against 2 held-out ones cannot show p < 0.01, whatever their scores: it "
                                "takes 19."));
}

void TestFlowComparison::aModelWithoutHeldOutScoresIsRefused()
{
    start();
    QVERIFY(m_window->makeProject());
    QVERIFY(m_window->score());
    openTab(kDrift);
    QTRY_VERIFY(said("driftSentence").contains("no scores of held-out good images"));
    QVERIFY(message().isEmpty() || !message().contains("drifted"));
}

QTEST_MAIN(TestFlowComparison)
#include "tst_flow_comparison.moc"
