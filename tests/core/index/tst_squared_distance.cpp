#include "core/index/squared_distance.h"
#include "tests/support/made_features.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace patina;
using namespace patina::support;

namespace {

/// Two rows of a dimension with and without whole groups of lanes, in the order of magnitude of features.
FeatureMatrix twoRows()
{
    const int dim = *rc::gen::inRange(1, 200);
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    return normalRows(2, dim, seed, *rc::gen::element(1e-3, 1.0, 50.0), *rc::gen::element(0.0, 1.0, 1000.0));
}

float distanceOf(const FeatureMatrix &rows)
{
    return squaredDistance(rows.row(0).data(), rows.row(1).data(), rows.dim());
}

float distanceWithin(const FeatureMatrix &rows, float limit)
{
    return squaredDistanceWithin(rows.row(0).data(), rows.row(1).data(), rows.dim(), limit);
}

double exactly(const FeatureMatrix &rows)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < rows.row(0).size(); ++i) {
        const double difference = static_cast<double>(rows.row(0)[i]) - static_cast<double>(rows.row(1)[i]);
        sum += difference * difference;
    }
    return sum;
}

/// Value i goes to lane i mod 8. Volatile keeps the compiler from fusing the product into the sum, which would round
/// once instead of twice.
float inEightLanes(const FeatureMatrix &rows)
{
    std::array<float, 8> lanes{};
    for (std::size_t i = 0; i < rows.row(0).size(); ++i) {
        const float difference = rows.row(0)[i] - rows.row(1)[i];
        const volatile float square = difference * difference;
        lanes[i % 8] += square;
    }
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

} // namespace

class TestSquaredDistance : public QObject
{
    Q_OBJECT

private slots:
    void staysWithinTheRoundingOfItsSums();
    void sumsInTheOrderItStates();
    void isSymmetric();
    void isZeroOnlyForEqualRows();
    void doesNotDependOnAlignment();
    void withinIsTheSameUpToTheLimit();
    void withinGivesUpAboveTheLimit();
    void overflowIsInfinity();
};

void TestSquaredDistance::staysWithinTheRoundingOfItsSums()
{
    QVERIFY(rc::check("each value passes one difference, one square and dim / 8 + 4 sums", [] {
        const FeatureMatrix rows = twoRows();
        const double roundings = 3.0 + rows.dim() / 8.0 + 4.0;
        const double exact = exactly(rows);
        const double error = std::abs(static_cast<double>(distanceOf(rows)) - exact);
        RC_ASSERT(error <= roundings * static_cast<double>(std::numeric_limits<float>::epsilon()) * exact);
    }));
}

void TestSquaredDistance::sumsInTheOrderItStates()
{
    QVERIFY(rc::check("bit for bit what eight lanes add up to", [] {
        const FeatureMatrix rows = twoRows();
        RC_ASSERT(distanceOf(rows) == inEightLanes(rows));
    }));
}

void TestSquaredDistance::isSymmetric()
{
    QVERIFY(rc::check("a to b is b to a", [] {
        const FeatureMatrix rows = twoRows();
        RC_ASSERT(distanceOf(rows) == squaredDistance(rows.row(1).data(), rows.row(0).data(), rows.dim()));
    }));
}

void TestSquaredDistance::isZeroOnlyForEqualRows()
{
    QVERIFY(rc::check("one value that differs is seen wherever it stands", [] {
        FeatureMatrix rows = twoRows();
        std::ranges::copy(rows.row(0), rows.row(1).begin());
        RC_ASSERT(distanceOf(rows) == 0.0F);
        RC_ASSERT(distanceWithin(rows, 0.0F) == 0.0F);
        const auto at = *rc::gen::inRange<std::size_t>(0, rows.row(0).size());
        rows.row(1)[at] = rows.row(0)[at] * 1.5F + 1.0F;
        RC_ASSERT(distanceOf(rows) > 0.0F);
        RC_ASSERT(distanceWithin(rows, 0.0F) > 0.0F);
    }));
}

void TestSquaredDistance::doesNotDependOnAlignment()
{
    const FeatureMatrix rows = normalRows(2, 83, 7);
    for (std::size_t shift = 0; shift < 16; ++shift) {
        std::vector<float> moved(shift);
        moved.insert(moved.end(), rows.row(0).begin(), rows.row(0).end());
        QCOMPARE(squaredDistance(moved.data() + shift, rows.row(1).data(), rows.dim()), distanceOf(rows));
    }
}

void TestSquaredDistance::withinIsTheSameUpToTheLimit()
{
    QVERIFY(rc::check("a limit that is not exceeded changes no bit", [] {
        const FeatureMatrix rows = twoRows();
        const float distance = distanceOf(rows);
        RC_ASSERT(distanceWithin(rows, distance) == distance);
        RC_ASSERT(distanceWithin(rows, distance * 2.0F) == distance);
        RC_ASSERT(distanceWithin(rows, std::numeric_limits<float>::infinity()) == distance);
    }));
}

void TestSquaredDistance::withinGivesUpAboveTheLimit()
{
    QVERIFY(rc::check("what comes back lies above the limit and not above the distance", [] {
        const FeatureMatrix rows = twoRows();
        const float distance = distanceOf(rows);
        const float limit = distance * static_cast<float>(*rc::gen::inRange(0, 100)) / 100.0F;
        RC_PRE(limit < distance);
        RC_ASSERT(distanceWithin(rows, limit) > limit);
        RC_ASSERT(distanceWithin(rows, limit) <= distance);
    }));
}

void TestSquaredDistance::overflowIsInfinity()
{
    FeatureMatrix rows(2, 40);
    std::ranges::fill(rows.row(0), std::numeric_limits<float>::max());
    std::ranges::fill(rows.row(1), std::numeric_limits<float>::lowest());
    QCOMPARE(distanceOf(rows), std::numeric_limits<float>::infinity());
    QCOMPARE(distanceWithin(rows, 1.0F), std::numeric_limits<float>::infinity());
}

QTEST_APPLESS_MAIN(TestSquaredDistance)
#include "tst_squared_distance.moc"
