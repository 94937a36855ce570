#include "core/evaluation/misses.h"
#include "core/evaluation/open_questions.h"

#include <QTest>

#include <cmath>

using namespace patina;

namespace {

const std::vector<LabelClass> classes{{"crack", ClassKind::Defect}, {"doubt", ClassKind::Ambiguous}};

RegionOutcome region(std::int64_t image, int classIndex, float peak)
{
    RegionOutcome one;
    one.image = image;
    one.classIndex = classIndex;
    one.box = {static_cast<int>(image), 2, 3, 4};
    one.areaPx = 12;
    one.peak = peak;
    return one;
}

ImageOutcome image(const std::string &id, ImageRole role, float peak)
{
    ImageOutcome one;
    one.id = id;
    one.role = role;
    one.score = static_cast<double>(peak);
    one.peak = peak;
    return one;
}

/// Two images with cracks, two good ones.
Outcomes usual()
{
    Outcomes outcomes;
    outcomes.images = {image("a", ImageRole::Anomalous, 1.5F), image("b", ImageRole::Anomalous, 0.9F),
                       image("c", ImageRole::Good, 1.2F), image("d", ImageRole::Good, 0.2F)};
    outcomes.defects = {region(0, 0, 1.5F), region(0, 0, 0.7F), region(1, 0, 0.9F)};
    outcomes.impurities = {region(2, 1, 1.2F)};
    return outcomes;
}

Evaluation evaluationOf(Outcomes outcomes)
{
    Evaluation evaluation;
    evaluation.classes = classes;
    evaluation.outcomes = std::move(outcomes);
    return evaluation;
}

} // namespace

class MissesTest : public QObject
{
    Q_OBJECT
private slots:
    void theWorstComeFirst()
    {
        const EvaluationSettings settings; // review and reject at 1
        const auto misses = missesAt(usual(), settings, 1.1);
        QCOMPARE(misses.size(), 4U);
        QCOMPARE(misses[0].kind, Miss::Kind::Escape);
        QCOMPARE(misses[0].peak, static_cast<double>(0.7F));
        QCOMPARE(misses[1].image, std::string("b"));
        QCOMPARE(misses[2].kind, Miss::Kind::Overkill);
        QCOMPARE(misses[2].image, std::string("c"));
        QVERIFY(misses[2].box.empty());
        QCOMPARE(misses[3].kind, Miss::Kind::Impurity);
        QCOMPARE(misses[3].box, cv::Rect(2, 2, 3, 4));
    }

    void theyAreWhatIsCounted_data()
    {
        QTest::addColumn<double>("threshold");
        for (const double threshold : {0.0, 0.2, 0.7, 0.71, 0.9, 1.2, 1.3, 1.5, 2.0})
            QTest::addRow("%g", threshold) << threshold;
    }

    void theyAreWhatIsCounted()
    {
        QFETCH(double, threshold);
        const EvaluationSettings settings{{}, 5.0, 5.0, 1, {}, {}, {}, {}};
        const Outcomes outcomes = usual();
        const auto misses = missesAt(outcomes, settings, threshold);
        const OperatingPoint point = countsAt(outcomes, classes, settings, threshold);
        const auto number = [&](Miss::Kind kind) { return std::ranges::count(misses, kind, &Miss::kind); };
        QCOMPARE(number(Miss::Kind::Escape), point.defects.back().total - point.defects.back().found);
        QCOMPARE(static_cast<double>(number(Miss::Kind::Overkill)), *point.goodFlagged.value);
    }

    void countedRegionsDecideWhereTheyAreKnown()
    {
        // Flagged by pixels, but no region was large enough.
        EvaluationSettings settings;
        settings.minAreaPx = 50;
        for (const Miss &miss : missesAt(usual(), settings, settings.reviewThreshold))
            QVERIFY(miss.kind != Miss::Kind::Overkill);
    }

    void openQuestionsAreRankedByWhatTheyMove()
    {
        Outcomes ignored = usual();
        ignored.impurities.clear();
        Outcomes harsh = ignored;
        harsh.defects.push_back(region(2, 1, 1.2F)); // found: recall rises a little, an overkill goes
        harsh.defects.push_back(region(3, 1, 0.1F)); // not found: recall falls
        const OpenQuestions questions = openQuestions(evaluationOf(ignored), evaluationOf(harsh), 1.0);
        QCOMPARE(questions.regions.size(), 2U);
        QCOMPARE(questions.regions[0].image, std::string("c"));
        // Recall 1/3 becomes 2/4; overkill is 1/2 with the region harmless, 0/1 without its image.
        QVERIFY(std::abs(questions.regions[0].effect - (0.5 - 1.0 / 3.0 + 0.5)) < 1e-12);
        // Recall becomes 1/4; overkill 1/2 becomes 1/1 without the good image.
        QVERIFY(std::abs(questions.regions[1].effect - (1.0 / 3.0 - 0.25 + 0.5)) < 1e-12);
        QCOMPARE(questions.settling, 2U);
        QCOMPARE(openQuestions(evaluationOf(ignored), evaluationOf(harsh), 1.0, 0.4).settling, 1U);
        QCOMPARE(openQuestions(evaluationOf(ignored), evaluationOf(ignored), 1.0).settling, 0U);
    }
};

QTEST_GUILESS_MAIN(MissesTest)
#include "tst_misses.moc"
