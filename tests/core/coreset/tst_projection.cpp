#include "core/coreset/coreset_builder.h"
#include "tests/support/made_features.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace patina;
using namespace patina::support;

namespace {

struct Case
{
    FeatureMatrix features = normalRows(*rc::gen::inRange<std::int64_t>(1, 40), *rc::gen::inRange(1, 50),
                                        *rc::gen::arbitrary<std::uint64_t>());
    FeatureMatrix projection =
        randomProjection(features.dim(), *rc::gen::inRange(1, 30), *rc::gen::arbitrary<std::uint64_t>());
};

double squaredNorm(std::span<const float> row)
{
    double sum = 0.0;
    for (const float value : row)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return sum;
}

} // namespace

class TestProjection : public QObject
{
    Q_OBJECT

private slots:
    void entriesAreNormal();
    void seedsDecide();
    void keepsSquaredDistancesOnAverage();
    void isTheMatrixProduct();
    void doesNotDependOnThreadsOrTheBlock();
    void nothingToProject();
    void cancels();
};

void TestProjection::entriesAreNormal()
{
    const int projected = 50;
    const FeatureMatrix projection = randomProjection(400, projected, 11);
    QCOMPARE(projection.rows(), 400);
    QCOMPARE(projection.dim(), projected);
    double sum = 0.0;
    double fourth = 0.0;
    for (const float entry : projection.values()) {
        sum += static_cast<double>(entry);
        fourth += std::pow(static_cast<double>(entry) * std::sqrt(projected), 4);
    }
    const auto count = static_cast<double>(projection.values().size());
    // Within four standard errors: mean 0, variance 1/p, fourth moment 3 in units of the variance.
    QVERIFY(std::abs(sum / count) < 4.0 / std::sqrt(count * projected));
    QVERIFY(std::abs(squaredNorm(projection.values()) / count * projected - 1.0) < 4.0 * std::sqrt(2.0 / count));
    QVERIFY(std::abs(fourth / count - 3.0) < 4.0 * std::sqrt(96.0 / count));
}

void TestProjection::seedsDecide()
{
    QVERIFY(randomProjection(20, 8, 1) == randomProjection(20, 8, 1));
    QVERIFY(randomProjection(20, 8, 1) != randomProjection(20, 8, 2));
}

/// |xP|^2 / |x|^2 is a chi-square variable of p degrees of freedom over p: mean 1, variance 2 / p.
void TestProjection::keepsSquaredDistancesOnAverage()
{
    const FeatureMatrix difference = normalRows(1, 300, 5);
    const int projected = 16;
    const int matrices = 500;
    double sum = 0.0;
    for (std::uint64_t seed = 0; seed < matrices; ++seed) {
        const auto moved = project(difference, randomProjection(300, projected, seed), 1, {});
        sum += squaredNorm(moved.value().row(0)) / squaredNorm(difference.row(0));
    }
    QVERIFY(std::abs(sum / matrices - 1.0) < 4.0 * std::sqrt(2.0 / projected / matrices));
}

void TestProjection::isTheMatrixProduct()
{
    QVERIFY(rc::check("within the rounding of d sums", [] {
        const Case made;
        const auto projected = project(made.features, made.projection, 1, {});
        RC_ASSERT(projected.has_value());
        RC_ASSERT(projected->rows() == made.features.rows() && projected->dim() == made.projection.dim());
        for (std::int64_t row = 0; row < projected->rows(); ++row)
            for (std::size_t j = 0; j < projected->row(row).size(); ++j) {
                double exact = 0.0;
                double size = 0.0;
                for (std::int64_t i = 0; i < made.projection.rows(); ++i) {
                    const double term = static_cast<double>(made.features.row(row)[static_cast<std::size_t>(i)]) *
                                        static_cast<double>(made.projection.row(i)[j]);
                    exact += term;
                    size += std::abs(term);
                }
                const double error = std::abs(static_cast<double>(projected->row(row)[j]) - exact);
                RC_ASSERT(error <= (made.features.dim() + 1) * 1.2e-7 * size);
            }
    }));
}

void TestProjection::doesNotDependOnThreadsOrTheBlock()
{
    const FeatureMatrix features = normalRows(300, 40, 1);
    const FeatureMatrix projection = randomProjection(40, 12, 2);
    const auto one = project(features, projection, 1, {});
    for (const int threads : {0, 2, 4})
        QVERIFY(project(features, projection, threads, {}).value() == one.value());
    for (std::int64_t row = 0; row < features.rows(); ++row) {
        const auto alone = project(rowsOf(features, row, 1), projection, 1, {});
        QVERIFY(std::ranges::equal(alone.value().values(), one->row(row)));
    }
}

void TestProjection::nothingToProject()
{
    const FeatureMatrix features = normalRows(5, 4, 1);
    QVERIFY(project(features, FeatureMatrix(4, 0), 1, {}).value() == features);
    QVERIFY(project(features, {}, 1, {}).value() == features);
    QVERIFY(project({}, randomProjection(4, 2, 1), 1, {}).value().empty());
}

void TestProjection::cancels()
{
    const std::atomic<bool> cancel{true};
    const auto projected = project(normalRows(5, 4, 1), randomProjection(4, 2, 1), 1, JobContext(&cancel, {}));
    QCOMPARE(projected.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestProjection)
#include "tst_projection.moc"
