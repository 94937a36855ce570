#include "core/index/product_block.h"
#include "core/index/squared_distance.h"
#include "tests/support/made_features.h"

#include <QtTest>

#include <rapidcheck.h>

#include <array>
#include <cmath>
#include <limits>

using namespace patina;
using namespace patina::support;

class TestProductBlock : public QObject
{
    Q_OBJECT

private slots:
    void staysWithinItsError();
    void lanesWithoutARowAreOutOfReach();
};

void TestProductBlock::staysWithinItsError()
{
    QVERIFY(rc::check("distances by products differ from measured ones by less than the error allows", [] {
        const int dim = *rc::gen::inRange(1, 300);
        const auto seed = *rc::gen::arbitrary<std::uint64_t>();
        const FeatureMatrix rows =
            normalRows(4 + PackedRows::width, dim, seed, *rc::gen::element(1.0, 1e-18, 1e-21, 1e-23),
                       *rc::gen::element(0.0, 1e-20, 1.0, 1000.0));
        const ProductBound bound(dim);
        PackedRows packed(dim);
        for (std::int64_t i = 4; i < rows.rows(); ++i)
            packed.append(rows.row(i));
        std::array<float, 4 * PackedRows::width> products{};
        panelProducts({rows.row(0).data(), rows.row(1).data(), rows.row(2).data(), rows.row(3).data()}, packed.panel(0),
                      dim, products.data());
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t j = 0; j < PackedRows::width; ++j) {
                const float *a = rows.row(static_cast<std::int64_t>(i)).data();
                const float *b = rows.row(static_cast<std::int64_t>(4 + j)).data();
                const float norms = squaredNorm(a, dim) + packed.norms(0)[j];
                const float byProducts = norms - 2.0F * products[i * PackedRows::width + j];
                RC_ASSERT(std::abs(byProducts - squaredDistance(a, b, dim)) <=
                          bound.relative() * norms + bound.absolute());
            }
    }));
}

void TestProductBlock::lanesWithoutARowAreOutOfReach()
{
    const FeatureMatrix rows = normalRows(PackedRows::width + 3, 5, 1);
    PackedRows packed(5);
    for (std::int64_t i = 0; i < rows.rows(); ++i)
        packed.append(rows.row(i));
    QCOMPARE(packed.rows(), rows.rows());
    QCOMPARE(packed.panels(), std::int64_t{2});
    for (int lane = 0; lane < PackedRows::width; ++lane) {
        QCOMPARE(std::isinf(packed.norms(1)[lane]), lane >= 3);
        for (int k = 0; k < 5; ++k) {
            QCOMPARE(packed.panel(0)[k * PackedRows::width + lane], rows.row(lane)[static_cast<std::size_t>(k)]);
            if (lane >= 3)
                QCOMPARE(packed.panel(1)[k * PackedRows::width + lane], 0.0F);
        }
    }
}

QTEST_APPLESS_MAIN(TestProductBlock)
#include "tst_product_block.moc"
