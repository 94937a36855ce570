#include "core/scoring/score_map.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace patina;

class TestScoreScale : public QObject
{
    Q_OBJECT

private slots:
    void quantilesLikeNumpy_data();
    void quantilesLikeNumpy();
    void medianIsZeroUpperIsOne();
    void refusesWhatHasNoScale_data();
    void refusesWhatHasNoScale();
    void followsAffineMaps();
    void rejectIsTheLargestGoodScore();
    void uncalibratedKeepsRawDistances();
    void verdictBoundaries();
    void verdictsAreMonotone();
};

void TestScoreScale::quantilesLikeNumpy_data()
{
    // numpy.quantile(scores, [0.5, 0.95]), NumPy 2, default method.
    QTest::addColumn<QVector<double>>("scores");
    QTest::addColumn<double>("median");
    QTest::addColumn<double>("upper");
    QTest::newRow("two") << QVector<double>{3.0, 1.0} << 2.0 << 2.9;
    QTest::newRow("three") << QVector<double>{5.0, 1.0, 2.0} << 2.0 << 4.7;
    QTest::newRow("four") << QVector<double>{4.0, 1.0, 2.0, 8.0} << 3.0 << 7.4;
    QTest::newRow("ties") << QVector<double>{1.0, 1.0, 1.0, 2.0} << 1.0 << 1.85;
    QTest::newRow("negative") << QVector<double>{-4.0, -1.0, -2.0, -8.0, 0.5} << -2.0 << 0.2;
}

void TestScoreScale::quantilesLikeNumpy()
{
    QFETCH(QVector<double>, scores);
    QFETCH(double, median);
    QFETCH(double, upper);
    const auto scale = scoreScaleFrom(std::vector<double>(scores.begin(), scores.end()));
    QVERIFY(scale.has_value());
    QVERIFY(std::abs(scale->median - median) < 1e-12);
    QVERIFY(std::abs(scale->upper - upper) < 1e-12);
    QCOMPARE(scale->images, static_cast<int>(scores.size()));
    QVERIFY(scale->calibrated());
}

void TestScoreScale::medianIsZeroUpperIsOne()
{
    QVERIFY(rc::check("the median becomes 0, the 0.95 quantile 1, the largest at least 1", [] {
        const auto scores = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 10'000));
        const std::vector<double> raw(scores.begin(), scores.end());
        const auto scale = scoreScaleFrom(raw);
        RC_PRE(scale.has_value());
        RC_ASSERT(scale->normalise(scale->median) == 0.0);
        RC_ASSERT(scale->normalise(scale->upper) == 1.0);
        RC_ASSERT(scale->rejectThreshold() >= scale->reviewThreshold());
        RC_ASSERT(std::abs(scale->normalise(*std::max_element(raw.begin(), raw.end())) - scale->largest) <
                  1e-5 * scale->largest);
    }));
}

void TestScoreScale::refusesWhatHasNoScale_data()
{
    QTest::addColumn<QVector<double>>("scores");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("none") << QVector<double>{};
    QTest::newRow("one") << QVector<double>{1.0};
    QTest::newRow("all the same") << QVector<double>{2.0, 2.0, 2.0};
    QTest::newRow("median equals the upper quantile") << QVector<double>(40, 1.0) + QVector<double>{9.0};
    QTest::newRow("below float32 resolution") << QVector<double>{1.0, 1.0 + 1e-12};
    QTest::newRow("not a number") << QVector<double>{1.0, nan, 2.0};
    QTest::newRow("infinite") << QVector<double>{1.0, infinity, 2.0};
    QTest::newRow("overflow") << QVector<double>{-1.7e308, 1.7e308};
}

void TestScoreScale::refusesWhatHasNoScale()
{
    QFETCH(QVector<double>, scores);
    const auto scale = scoreScaleFrom(std::vector<double>(scores.begin(), scores.end()));
    QVERIFY(!scale.has_value());
    QCOMPARE(scale.error().code, ErrorCode::BadArgument);
    QVERIFY(!scale.error().detail.empty());
}

void TestScoreScale::followsAffineMaps()
{
    QVERIFY(rc::check("normalised scores do not depend on the unit of the raw ones", [] {
        const auto scores = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000));
        const std::vector<double> raw(scores.begin(), scores.end());
        const auto scale = scoreScaleFrom(raw);
        RC_PRE(scale.has_value());
        const double factor = *rc::gen::inRange(1, 50) / 8.0;
        const double offset = *rc::gen::inRange(-100, 100);
        std::vector<double> mapped = raw;
        for (double &value : mapped)
            value = value * factor + offset;
        const auto other = scoreScaleFrom(mapped);
        RC_ASSERT(other.has_value());
        for (std::size_t i = 0; i < raw.size(); ++i)
            RC_ASSERT(std::abs(scale->normalise(raw[i]) - other->normalise(mapped[i])) <
                      1e-6 * (1.0 + std::abs(scale->normalise(raw[i]))));
    }));
}

void TestScoreScale::rejectIsTheLargestGoodScore()
{
    const auto scale = scoreScaleFrom(std::vector<double>{1.0, 2.0, 3.0, 4.0, 14.0});
    QVERIFY(scale.has_value());
    QCOMPARE(scale->rejectThreshold(), scale->largest);
    QVERIFY(scale->largest > 1.0);
    ScoreScale low;
    low.images = 5;
    low.largest = 0.7;
    QCOMPARE(low.rejectThreshold(), 1.0);
}

void TestScoreScale::uncalibratedKeepsRawDistances()
{
    const ScoreScale scale;
    QVERIFY(!scale.calibrated());
    QCOMPARE(scale.normalise(17.25), 17.25);
}

void TestScoreScale::verdictBoundaries()
{
    QCOMPARE(verdictFor(0.999, 1.0, 2.0), Verdict::Ok);
    QCOMPARE(verdictFor(1.0, 1.0, 2.0), Verdict::Review);
    QCOMPARE(verdictFor(1.999, 1.0, 2.0), Verdict::Review);
    QCOMPARE(verdictFor(2.0, 1.0, 2.0), Verdict::Ng);
    QCOMPARE(verdictFor(1.0, 1.0, 1.0), Verdict::Ng);
    QCOMPARE(verdictFor(std::numeric_limits<double>::quiet_NaN(), 1.0, 2.0), Verdict::Ng);
    QVERIFY(verdictName(Verdict::Ok) == "OK" && verdictName(Verdict::Review) == "review" &&
            verdictName(Verdict::Ng) == "NG");
}

void TestScoreScale::verdictsAreMonotone()
{
    QVERIFY(rc::check("a higher score never gets a milder verdict", [](int a, int b, int review, int width) {
        const double low = std::min(a, b);
        const double high = std::max(a, b);
        const double reject = static_cast<double>(review) + std::abs(static_cast<double>(width));
        RC_ASSERT(verdictFor(low, review, reject) <= verdictFor(high, review, reject));
    }));
}

QTEST_APPLESS_MAIN(TestScoreScale)
#include "tst_scoring_score_scale.moc"
