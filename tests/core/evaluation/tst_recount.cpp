#include "core/evaluation/recount.h"

#include <QTest>

#include <array>

using namespace patina;

/// An evaluation at other thresholds than those that its maps were looked at with.
class TestRecount : public QObject
{
    Q_OBJECT
private slots:
    void nothingChangesAtItsOwnThresholds();
    void aFlaggedImageCountsWhereRegionsAreNotTold();
    void otherImagesStayAsTheyAre();
};

namespace {

Evaluation sample()
{
    Evaluation evaluation;
    evaluation.settings.reviewThreshold = 1.0;
    evaluation.settings.rejectThreshold = 2.0;
    ImageOutcome good;
    good.id = "good";
    good.peak = 2.5F;
    good.falseRegions = {3, 1};
    ImageOutcome bad;
    bad.id = "bad";
    bad.role = ImageRole::Anomalous;
    bad.peak = 5.0F;
    evaluation.outcomes.images = {good, bad};
    return evaluation;
}

} // namespace

void TestRecount::nothingChangesAtItsOwnThresholds()
{
    const Evaluation before = sample();
    const RecountedEvaluation after = recounted(before, 1.0, 2.0);
    QVERIFY(after.regionsTold);
    QVERIFY(after.evaluation.settings == before.settings);
    QVERIFY(after.evaluation.outcomes.images == before.outcomes.images);
}

void TestRecount::aFlaggedImageCountsWhereRegionsAreNotTold()
{
    RecountedEvaluation after = recounted(sample(), 2.0, 3.0);
    QVERIFY(!after.regionsTold);
    QCOMPARE(after.evaluation.settings.reviewThreshold, 2.0);
    QCOMPARE(after.evaluation.settings.rejectThreshold, 3.0);
    const std::array<std::int64_t, 2> expected{1, 0}; // told at 2; below 3
    QCOMPARE(after.evaluation.outcomes.images[0].falseRegions, expected);
    after = recounted(sample(), 0.5, 2.5);
    const std::array<std::int64_t, 2> reached{1, 1}; // a threshold that is reached flags
    QCOMPARE(after.evaluation.outcomes.images[0].falseRegions, reached);
}

void TestRecount::otherImagesStayAsTheyAre()
{
    const RecountedEvaluation after = recounted(sample(), 3.0, 4.0);
    QVERIFY(after.evaluation.outcomes.images[1] == sample().outcomes.images[1]);
}

QTEST_APPLESS_MAIN(TestRecount)
#include "tst_recount.moc"
