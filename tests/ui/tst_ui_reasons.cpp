// Why a figure has no value, why a rule cannot be met: in the window's language, whatever core says.

#include "core/comparison/comparison.h"
#include "core/metrics/operating_point.h"
#include "tests/core/metrics/made_images.h"
#include "ui/text/reason_words.h"
#include "ui/text/rule_words.h"

#include <QTest>

#include <set>

using namespace patina;

namespace {

void addReasons(const Figure &figure, std::set<std::string> &reasons)
{
    if (!figure.value)
        reasons.insert(figure.why);
}

void addReasons(const OperatingPoint &point, std::set<std::string> &reasons)
{
    for (const DefectCount &count : point.defects)
        addReasons(count.recall, reasons);
    for (const ImpurityCount &count : point.impurities)
        addReasons(count.share, reasons);
    addReasons(point.overkill, reasons);
    addReasons(point.falseRegionsPerImage, reasons);
}

/// Of images of one kind, of both, of none, under every policy: whatever core has to say of a missing figure.
std::set<std::string> reasonsOfCore()
{
    std::set<std::string> reasons;
    const std::vector<made::Scored> all = made::someImages(3);
    const std::vector<std::vector<made::Scored>> sets{
        {}, {all.begin(), all.begin() + 4}, {all.begin() + 4, all.end()}, {all.front(), all[4]}, all};
    for (const std::vector<made::Scored> &images : sets)
        for (const ImpurityPolicy impurity : {ImpurityPolicy::Normal, ImpurityPolicy::Defect, ImpurityPolicy::Ignored})
            for (const int resamples : {0, 20}) {
                EvaluationSettings settings = made::settingsWith(1.0, 2.0);
                settings.policy.impurity = impurity;
                settings.bootstrap.resamples = resamples;
                const Evaluation one = made::evaluated(images, settings);
                for (const NamedFigure &figure : flatFigures(one))
                    addReasons(figure.figure, reasons);
                addReasons(countsAt(one.outcomes, one.classes, one.settings, 1.2345), reasons);
                const Evaluation other = made::evaluated(images, made::settingsWith(1.0, 2.0));
                const auto comparison = compareEvaluations({other}, {one}, settings.bootstrap);
                for (std::size_t i = 0; comparison && i < comparison->figures.size(); ++i) {
                    const ComparedFigure &figure = comparison->figures[i];
                    for (const Figure *part : {&figure.a, &figure.b, &figure.difference, &figure.interval.low})
                        addReasons(*part, reasons);
                }
            }
    return reasons;
}

} // namespace

class TestUiReasons : public QObject
{
    Q_OBJECT

private slots:
    void everyReasonOfCoreIsKnown();
    void whatStandsInAReasonStays();
    void refusalsSayHowManyItTakes();
    void answersSayWhatElseChanges();
};

void TestUiReasons::everyReasonOfCoreIsKnown()
{
    const std::set<std::string> reasons = reasonsOfCore();
    QVERIFY(reasons.size() > 12);
    for (const std::string &reason : reasons)
        QVERIFY2(ReasonWords::isKnown(reason), reason.c_str());
}

void TestUiReasons::whatStandsInAReasonStays()
{
    QCOMPARE(ReasonWords::why("3 of 40 escaped: the exact bound is for no escape"),
             QString("3 of 40 escaped: the exact bound is for no escape."));
    QCOMPARE(ReasonWords::why("quartiles of size need 4 outlined defects of class %2 of (x), there are 3"),
             QString("Quarters by size need 4 outlined defects of class %2 of (x); there are 3."));
    QCOMPARE(ReasonWords::why("stain is ignored under this policy"), QString("stain is left out under this policy."));
    QVERIFY(!ReasonWords::isKnown("something else"));
    QCOMPARE(ReasonWords::why("something else"), QString("something else"));
    QCOMPARE(ReasonWords::why({}), QString());
}

void TestUiReasons::refusalsSayHowManyItTakes()
{
    ThresholdRule rule;
    rule.classes = {"crack"};
    rule.bound = {0.01, 0.95, CountUnit::Single};
    CalibrationData data;
    for (int i = 0; i < 57; ++i)
        data.defects.push_back({i, "crack", 2.0, std::to_string(i)});
    const auto said = [&] {
        ThresholdRequest request;
        request.rules = {{rule, ThresholdSide::Both}};
        return RuleWords::answer(request, chooseThresholds(CalibrationSplit{data, data}, request), {});
    };
    const QString few = said();
    QVERIFY2(few.contains("The rule cannot be met. crack: 57 defect(s) bound the rate at 5.12 % even if none escapes; "
                          "1 % with 95 % confidence takes 299."),
             qPrintable(few));
    rule.classes = {"dent"};
    QVERIFY(said().contains("no outlined defect of class dent"));
    for (const RuleKind kind :
         {RuleKind::MeanSigma, RuleKind::Quantile, RuleKind::F1Max, RuleKind::MaxOverkill, RuleKind::Cost}) {
        rule.kind = kind;
        QVERIFY2(said().contains("The rule cannot be met: "), qPrintable(said()));
    }
}

void TestUiReasons::answersSayWhatElseChanges()
{
    ThresholdRequest request;
    request.rules = {{ThresholdRule(), ThresholdSide::Review}};
    ThresholdRule &rule = request.rules.front().rule;
    rule.kind = RuleKind::MaxEscape;
    rule.classes = {"crack"};
    rule.bound = {0.05, std::nullopt, CountUnit::Single}; // by what is counted
    request.classes = {"crack"};
    request.model = ThresholdPair{1.0, 1.2};
    CalibrationSplit parts;
    for (int i = 0; i < 15; ++i) {
        parts.calibration.defects.push_back({i, "crack", 3.0, std::to_string(i)});
        parts.acceptance.defects.push_back({i, "crack", i == 0 ? 0.5 : 3.0, std::to_string(i)});
    }
    const auto now = verifyAt(*request.model, parts.acceptance, request.classes, CountUnit::Single, request.confidence);
    const QString said = RuleWords::answer(request, chooseThresholds(parts, request), now).replace(QChar::Nbsp, ' ');
    QVERIFY2(said.contains("The reject threshold, 1.20, goes up with it"), qPrintable(said));
    QVERIFY2(said.contains("but what was counted there is above it"), qPrintable(said)); // 1 of 15
    QVERIFY2(said.contains("In brackets: what the rate is at most, with 95 % confidence."), qPrintable(said));
    // It stays true when the lines are moved.
    QVERIFY2(said.contains("Before, at review 1.00 and reject 1.20, of all images: 1 of 15 defects escape"),
             qPrintable(said));
    parts.acceptance.defects.front().peak = 3.0;
    QVERIFY(!RuleWords::answer(request, chooseThresholds(parts, request), now).contains("above it"));
}

QTEST_GUILESS_MAIN(TestUiReasons)
#include "tst_ui_reasons.moc"
