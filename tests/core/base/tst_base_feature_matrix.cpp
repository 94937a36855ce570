#include "core/base/feature_matrix.h"

#include <QTest>

#include <limits>

using namespace patina;

class TestBaseFeatureMatrix : public QObject
{
    Q_OBJECT
private slots:
    void badRow_data()
    {
        QTest::addColumn<float>("bad");
        QTest::newRow("nan") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("infinity") << std::numeric_limits<float>::infinity();
        QTest::newRow("minus infinity") << -std::numeric_limits<float>::infinity();
    }

    void badRow()
    {
        QFETCH(float, bad);
        for (int at = 0; at < 12; ++at) {
            FeatureMatrix matrix(4, 3);
            matrix.data()[at] = bad;
            matrix.data()[11] = bad; // never the first but in its own row
            QCOMPARE(firstNonFiniteRow(matrix).value_or(-1), std::int64_t{at / 3});
        }
    }

    void finiteRows()
    {
        FeatureMatrix extremes(2, 2);
        extremes.data()[0] = std::numeric_limits<float>::max();
        extremes.data()[1] = std::numeric_limits<float>::denorm_min();
        extremes.data()[3] = -std::numeric_limits<float>::max();
        for (const FeatureMatrix &matrix : {extremes, FeatureMatrix(), FeatureMatrix(0, 3), FeatureMatrix(3, 0)})
            QVERIFY(!firstNonFiniteRow(matrix));
    }
};

QTEST_GUILESS_MAIN(TestBaseFeatureMatrix)
#include "tst_base_feature_matrix.moc"
