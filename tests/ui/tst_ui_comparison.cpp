#include "ui/evaluation/drift_sample.h"
#include "ui/language.h"
#include "ui/models/disagreement_model.h"
#include "ui/models/drift_model.h"
#include "ui/models/figure_difference_model.h"
#include "ui/models/model_figures_model.h"
#include "ui/text/comparison_words.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace patina;

namespace {

QStringList line(const QAbstractItemModel &model, int row)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts << model.index(row, column).data().toString();
    return texts;
}

ComparedFigure figureOf(const std::string &name, double a, double b, double low, double high)
{
    return {name, Figure::of(a), Figure::of(b), Figure::of(b - a), {Figure::of(low), Figure::of(high)}};
}

ComparedDefect defectOf(const std::string &image, float peakA, float peakB)
{
    ComparedDefect defect{image, "scratch", {}, {}};
    defect.a.peak = peakA;
    defect.b.peak = peakB;
    defect.a.box = {1, 2, 3, 4};
    defect.foundByA = {peakA >= 1.0F, peakA >= 2.0F};
    defect.foundByB = {peakB >= 1.0F, peakB >= 2.0F};
    return defect;
}

} // namespace

/// What the pages of comparison and drift list and say.
class TestUiComparison : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void figuresAreNamedInWords_data();
    void figuresAreNamedInWords();
    void differencesHaveTheirCounts();
    void figuresThatNeitherHasAreLeftOut();
    void disagreementsAreSorted();
    void disagreementsOfSeveralAreGathered();
    void figuresOfSeveralHaveAColumnEach();
    void unequalOverkillIsSaid();
    void driftHasTwoRows();
    void partsAreChosenByGroupOrFolder();
    void theCurveIsTheShareBelow();
    void heldOutScoresAreOnTheScale();
    void driftSaysWhichWay();
    void nothingIsNoMinus();
    void aSentenceEndsOnce();
};

void TestUiComparison::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TestUiComparison::figuresAreNamedInWords_data()
{
    QTest::addColumn<QString>("words");
    const auto add = [](const char *name, const char *words) { QTest::newRow(name) << QString::fromLatin1(words); };
    add("image.auroc", "Image AUROC");
    add("image.pg5", "Good parts passed where 5 % of the bad ones are");
    add("image.pb1", "Bad parts stopped where 1 % of the good ones are");
    add("at.review.defects.scratch.recall", "scratch found, at review");
    add("at.reject.defects.all.recall", "all defects found, at reject");
    add("at.review.defects.class:all.recall", "all found, at review");
    add("at.review.defects.a.b.recall", "a.b found, at review");
    add("at.review.defects.scratch.recallOverlap25", "scratch found by an overlap of 25 %, at review");
    add("at.reject.impurities.stain.share", "stain flagged, at reject");
    add("at.review.good.overkill", "Good parts flagged (overkill), at review");
    add("at.review.good.falseRegionsPerImage", "False regions per good part, at review");
    add("something.new", "something.new");
}

void TestUiComparison::figuresAreNamedInWords()
{
    QFETCH(const QString, words);
    QCOMPARE(ComparisonWords::figure(QTest::currentDataTag()), words);
}

void TestUiComparison::differencesHaveTheirCounts()
{
    Comparison comparison;
    comparison.figures = {figureOf("image.auroc", 0.9, 0.95, -0.01, 0.11),
                          figureOf("at.review.defects.scratch.recall", 0.8, 0.5, -0.5, -0.1)};
    comparison.counts[0].defects = {{"scratch", 4, 4, 1, 1}, {"all", 4, 4, 1, 1}};
    FigureDifferenceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setComparison(comparison, true);
    QCOMPARE(line(model, 0), QStringList({"Image AUROC", "0.900", "0.950", "+0.050", "-0.010 to +0.110", "", "", ""}));
    QCOMPARE(line(model, 1), QStringList({"scratch found, at review", "80.0 %", "50.0 %", "-30.0", "-50.0 to -10.0",
                                          "4", "1", "0.3750"}));
    QVERIFY(!model.index(0, 0).data(Qt::FontRole).isValid()); // its interval holds 0
    QVERIFY(model.index(1, 0).data(Qt::FontRole).isValid());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestUiComparison::figuresThatNeitherHasAreLeftOut()
{
    Comparison comparison;
    const Figure none = Figure::absent("there is no good image");
    comparison.figures = {{"at.review.good.overkill", none, none, none, {none, none}},
                          {"image.ap", Figure::of(0.5), none, none, {none, none}},
                          figureOf("at.review.good.falseRegionsPerImage", 1.0, 1.25, 0.0, 0.5)};
    FigureDifferenceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setComparison(comparison, true);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(line(model, 0).mid(0, 5), QStringList({"Image AP", "0.500", "\u2013", "\u2013", ""}));
    QCOMPARE(model.index(0, FigureDifferenceModel::BColumn).data(Qt::ToolTipRole).toString(),
             QStringLiteral("There is no good image."));
    QCOMPARE(line(model, 1).mid(1, 3), QStringList({"1.00", "1.25", "+0.25"}));
    model.setComparison(comparison, false);
    QCOMPARE(model.rowCount(), 1);
}

void TestUiComparison::disagreementsAreSorted()
{
    Comparison comparison;
    comparison.defects = {defectOf("a", 1.1F, 0.9F), defectOf("b", 0.5F, 1.5F), defectOf("c", 3.0F, 0.5F),
                          defectOf("d", 1.5F, 1.5F), defectOf("e", 2.5F, 1.5F)};
    comparison.good = {{"g", 1.5, 0.5, {true, false}, {false, false}},
                       {"h", 0.5, 1.5, {false, false}, {true, false}},
                       {"i", 1.5, 2.5, {true, false}, {true, true}}};
    DisagreementModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDisagreements(disagreementsOf({&comparison}), 2);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(line(model, 0), QStringList({"Only A finds it", "scratch", "c", "3.00", "0.50"}));
    QCOMPARE(line(model, 1).at(2), QStringLiteral("a"));
    QCOMPARE(line(model, 2), QStringList({"Only B finds it", "scratch", "b", "0.50", "1.50"}));
    QCOMPARE(line(model, 3), QStringList({"Only A flags it", "good part", "g", "1.50", "0.50"}));
    QCOMPARE(line(model, 4).at(0), QStringLiteral("Only B flags it"));
    QCOMPARE(model.countOnly(Disagreement::Kind::Defect, 0), 2);
    QCOMPARE(model.countOnly(Disagreement::Kind::Good, 1), 1);
    QCOMPARE(model.at(0).box, cv::Rect(1, 2, 3, 4));
    QVERIFY(model.at(3).box.empty());
}

/// What one comparison knows and another does not is left open, and two defects of one box are not taken for one.
void TestUiComparison::disagreementsOfSeveralAreGathered()
{
    Comparison b;
    b.defects = {defectOf("a", 1.5F, 0.5F), defectOf("b", 1.5F, 1.25F), defectOf("c", 1.5F, 0.5F),
                 defectOf("t", 1.5F, 1.5F), defectOf("t", 1.5F, 0.25F)};
    b.good = {{"g", 0.5, 1.5, {false, false}, {true, false}}};
    Comparison c;
    c.defects = {defectOf("a", 1.5F, 2.5F), defectOf("b", 1.5F, 0.75F), defectOf("t", 1.5F, 1.5F),
                 defectOf("t", 1.5F, 1.75F)};
    c.good = {{"g", 0.5, 2.5, {false, false}, {true, true}}, {"h", 0.5, 0.5, {false, false}, {false, false}}};
    DisagreementModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDisagreements(disagreementsOf({&b, &c}), 3);
    QCOMPARE(model.columnCount(), 6);
    QCOMPARE(model.headerData(5, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Peak of C"));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(line(model, 0), QStringList({"A, B find it", "scratch", "b", "1.50", "1.25", "0.75"}));
    QCOMPARE(line(model, 1), QStringList({"A, C find it", "scratch", "a", "1.50", "0.50", "2.50"}));
    QCOMPARE(line(model, 2), QStringList({"A, C find it", "scratch", "t", "1.50", "0.25", "1.75"}));
    QCOMPARE(line(model, 3), QStringList({"Only A finds it", "scratch", "c", "1.50", "0.50", "\u2013"}));
    QCOMPARE(line(model, 4), QStringList({"B, C flag it", "good part", "g", "0.50", "1.50", "2.50"}));
    model.setDisagreements({}, 2);
    QCOMPARE(model.columnCount(), 5);
}

void TestUiComparison::figuresOfSeveralHaveAColumnEach()
{
    Comparison b;
    b.figures = {figureOf("image.auroc", 0.9, 0.95, -0.01, 0.11),
                 figureOf("at.review.defects.all.recall", 0.8, 0.5, -0.5, -0.1)};
    b.counts[0].defects = {{"all", 4, 6, 0, 0}};
    Comparison c;
    c.figures = {figureOf("at.review.defects.all.recall", 0.8, 0.7, -0.3, 0.1),
                 figureOf("at.review.good.falseRegionsPerImage", 1.0, 1.25, 0.0, 0.5)};
    c.counts[0].defects = {{"all", 7, 3, 2, 0}};
    ModelFiguresModel model;
    const QAbstractItemModelTester tester(&model);
    model.setComparisons("A: one", {{"B: two", &b, true}, {"C: three", &c, false}});
    QCOMPARE(model.rowCount(), 2); // false regions are not told of C
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("A: one"));
    QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("C: three"));
    QCOMPARE(line(model, 0), QStringList({"Image AUROC", "0.900", "0.950   +0.050 (-0.010 to +0.110)", "\u2013"}));
    // McNemar: 6 of 6 gives 2/64, 3 of 5 gives 1; two models: the smaller one times two.
    QCOMPARE(line(model, 1),
             QStringList({"all defects found, at review", "80.0 %", "50.0 %   -30.0 (-50.0 to -10.0)   p = 0.0625",
                          "70.0 %   -10.0 (-30.0 to +10.0)   p = 1.0000"}));
    QVERIFY(model.index(1, 2).data(Qt::FontRole).isValid() && !model.index(1, 3).data(Qt::FontRole).isValid());
    QVERIFY(model.index(1, 2).data(Qt::ToolTipRole).toString().contains("p before the adjustment = 0.03"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 2);
}

void TestUiComparison::unequalOverkillIsSaid()
{
    Comparison same;
    same.counts[0].good = {"good", 3, 1, 1, 55};
    QCOMPARE(ComparisonWords::unequalOverkill({&same}), QString());
    Comparison other;
    other.counts[0].good = {"good", 2, 1, 12, 45};
    QCOMPARE(ComparisonWords::unequalOverkill({&other}),
             QStringLiteral(
                 "Recall is compared at unequal overkill: A 3 of 60, B 14 of 60 good parts are flagged at review. "
                 "Thresholds of each by the same rule make it comparable."));
    Comparison third = other;
    third.counts[0].good = {"good", 3, 0, 1, 56};
    third.counts[1].good = {"good", 0, 1, 0, 59};
    const QString said = ComparisonWords::unequalOverkill({&same, &other, &third});
    QVERIFY2(said.contains("A 3 of 60, C 14 of 60, D 4 of 60 good parts are flagged at review, A 1 of 60, D 0 of 60 at "
                           "reject"),
             qPrintable(said));
    QCOMPARE(ComparisonWords::unequalOverkill({}), QString());
}

void TestUiComparison::driftHasTwoRows()
{
    DriftModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    Drift drift;
    drift.heldOut = {40, 0.25, 2, {0.006, 0.169}};
    drift.fresh = {10, 0.75, 5, {0.187, 0.813}};
    model.setDrift(drift);
    QCOMPARE(line(model, 0),
             QStringList({"Held out for the score scale", "40", "0.25", "2", "5.0 %", "0.6 to 16.9 %"}));
    QCOMPARE(line(model, 1), QStringList({"Good parts of now", "10", "0.75", "5", "50.0 %", "18.7 to 81.3 %"}));
    model.setDrift({});
    QCOMPARE(model.rowCount(), 0);
}

void TestUiComparison::partsAreChosenByGroupOrFolder()
{
    const std::vector<GoodPart> inFolders{{"week/1/a", "", 1.0}, {"week/1/b", "", 2.0}, {"week/2/a", "", 3.0}};
    const auto folders = partChoices(inFolders);
    QCOMPARE(folders.size(), 3U); // all, and not the folder of all
    QCOMPARE(folders[1].name, std::string("week/1"));
    QCOMPARE(scoresOf(inFolders, folders[0]).size(), 3U);
    QCOMPARE(scoresOf(inFolders, folders[1]), std::vector({1.0, 2.0}));
    QCOMPARE(scoresOf(inFolders, {PartChoice::Kind::Folder, "week/"}), std::vector<double>());
    std::vector<GoodPart> inGroups = inFolders;
    inGroups[2].group = "lot";
    const auto groups = partChoices(inGroups);
    QCOMPARE(groups.size(), 2U);
    QVERIFY(groups[1].kind == PartChoice::Kind::Group);
    QCOMPARE(scoresOf(inGroups, groups[1]), std::vector({3.0}));
    QCOMPARE(partChoices({}).size(), 1U);
}

/// A step holds the value of its right end: a score itself is not below itself.
void TestUiComparison::theCurveIsTheShareBelow()
{
    const ChartSeries curve = belowCurve({2.0, 1.0, 2.0, 3.0}, 0.0, 4.0);
    QVERIFY(curve.step);
    QCOMPARE(curve.points, std::vector<QPointF>({{0, 0}, {1, 0}, {2, 0.25}, {3, 0.75}, {4, 1}}));
}

void TestUiComparison::heldOutScoresAreOnTheScale()
{
    ModelInfo info;
    info.heldOutScores = {2.0, 4.0};
    QVERIFY(heldOutScoresOf(info).empty());
    info.scoreScale = {2.0, 4.0, 1.0, 2};
    QCOMPARE(heldOutScoresOf(info), std::vector({0.0, 1.0}));
}

void TestUiComparison::driftSaysWhichWay()
{
    std::vector<double> low;
    std::vector<double> high;
    std::vector<double> spread;
    for (int i = 0; i < 40; ++i) {
        low.push_back(i * 0.01);
        high.push_back(1.0 + i * 0.01);
        spread.push_back(i % 2 ? -5.0 - i : 5.0 + i);
    }
    const auto said = [](const std::vector<double> &heldOut, const std::vector<double> &fresh) {
        return ComparisonWords::drift(*driftOf(heldOut, fresh, {}));
    };
    QVERIFY(said(low, high).startsWith(QLatin1String("These good parts score higher")));
    QVERIFY(said(low, high).contains(QLatin1String("p < 0.0001 is below 0.01")));
    QVERIFY(said(high, low).startsWith(QLatin1String("These good parts score lower")));
    QVERIFY(said(low, spread).contains(QLatin1String("otherwise")) || said(low, spread).contains("lower"));
    QCOMPARE(said(low, low).left(21), QStringLiteral("No drift is shown: p "));
}

void TestUiComparison::nothingIsNoMinus()
{
    QCOMPARE(ComparisonWords::difference("image.ap", Figure::of(-0.0003)), QStringLiteral("0.000"));
    QCOMPARE(ComparisonWords::difference("image.ap", Figure::of(-0.0006)), QStringLiteral("-0.001"));
    QCOMPARE(ComparisonWords::difference("at.review.good.overkill", Figure::of(-0.0003)), QStringLiteral("0.0"));
    QCOMPARE(ComparisonWords::difference("at.review.good.overkill", Figure::of(0.0117)), QStringLiteral("+1.2"));
}

void TestUiComparison::aSentenceEndsOnce()
{
    Language language;
    language.apply("de"); // where "n.i.O." ends with a stop of its own
    SummaryLine line;
    line.name = "at.reject.good.overkill";
    const QString said = ComparisonWords::summary({line}, 1, false);
    QVERIFY2(said.endsWith("n.i.O."), qPrintable(said));
    language.apply("en");
}

QTEST_GUILESS_MAIN(TestUiComparison)
#include "tst_ui_comparison.moc"
