#include "core/base/random.h"

#include <QTest>

#include <map>
#include <numeric>

using namespace patina;

class TestBaseRandom : public QObject
{
    Q_OBJECT
private slots:
    void aShuffleIsTheSameEverywhere();
    void everyOrderComesAsOften();
};

/// Holdouts, draws of studies and thresholds that were stored depend on it.
void TestBaseRandom::aShuffleIsTheSameEverywhere()
{
    std::vector<int> values(10);
    std::iota(values.begin(), values.end(), 0);
    Random random(7);
    shuffle(values, random);
    QCOMPARE(values, std::vector<int>({8, 1, 5, 9, 0, 4, 3, 2, 6, 7}));
    QCOMPARE(random.next(), Random(Random(7).state() + 9 * 0x9E3779B97F4A7C15ULL).next()); // nine draws
    std::vector<int> none;
    shuffle(none, random);
    QVERIFY(none.empty());
}

void TestBaseRandom::everyOrderComesAsOften()
{
    std::map<std::vector<int>, int> times;
    Random random(1);
    for (int i = 0; i < 6000; ++i) {
        std::vector<int> values{0, 1, 2};
        shuffle(values, random);
        ++times[values];
    }
    QCOMPARE(times.size(), std::size_t{6});
    for (const auto &[order, count] : times)
        QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
}

QTEST_APPLESS_MAIN(TestBaseRandom)
#include "tst_base_random.moc"
