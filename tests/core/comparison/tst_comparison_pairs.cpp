#include "core/comparison/mcnemar.h"
#include "core/comparison/pairing.h"

#include <QtTest>

#include <rapidcheck.h>

#include <cmath>

using namespace patina;

namespace {

ImageOutcome image(const std::string &id, cv::Size mapSize)
{
    ImageOutcome outcome;
    outcome.id = outcome.group = id;
    outcome.role = ImageRole::Anomalous;
    outcome.mapSize = mapSize;
    return outcome;
}

RegionOutcome region(std::int64_t image, int classIndex, const cv::Rect &box)
{
    return {image, classIndex, box, box.area(), 1.0F, {}};
}

/// What a box becomes on a reduced map: every pixel that any pixel of it lies under.
cv::Rect reduced(const cv::Rect &box, int by)
{
    const cv::Point first(box.x / by, box.y / by);
    const cv::Point last((box.x + box.width - 1) / by, (box.y + box.height - 1) / by);
    return {first, last + cv::Point(1, 1)};
}

/// Defects far enough apart not to touch on a map reduced by 4.
Outcomes someDefects()
{
    Outcomes outcomes;
    outcomes.images = {image("a", {400, 320}), image("b", {400, 320})};
    for (int cell = 0; cell < 2 * 5 * 4; ++cell) {
        const int classIndex = *rc::gen::inRange(-1, 2);
        if (classIndex < 0)
            continue;
        const int within = cell % 20;
        outcomes.defects.push_back(
            region(cell / 20, classIndex,
                   {within % 5 * 80 + *rc::gen::inRange(0, 20), within / 5 * 80 + *rc::gen::inRange(0, 20),
                    *rc::gen::inRange(1, 40), *rc::gen::inRange(1, 40)}));
    }
    return outcomes;
}

} // namespace

class TestComparisonPairs : public QObject
{
    Q_OBJECT

private slots:
    void mcnemarCountsEveryOutcome();
    void mcnemarOfALargeSample();
    void imagesById();
    void oneSizePairsEqualBoxes();
    void reducedMapsPairTheSameDefects();
    void grownTogetherIsPairedWithNothing();
    void otherClassesAreOthers();
};

void TestComparisonPairs::mcnemarCountsEveryOutcome()
{
    for (int apart = 0; apart <= 14; ++apart)
        for (int onlyA = 0; onlyA <= apart; ++onlyA) {
            // Of all ways in which coins fall, those at least as far from the middle.
            std::int64_t asFar = 0;
            for (unsigned coins = 0; coins < 1U << apart; ++coins)
                asFar += std::abs(2 * __builtin_popcount(coins) - apart) >= std::abs(2 * onlyA - apart) ? 1 : 0;
            const double expected = static_cast<double>(asFar) / static_cast<double>(1U << apart);
            QVERIFY(std::abs(mcnemarExact(onlyA, apart - onlyA) - expected) < 1e-12);
        }
    QCOMPARE(mcnemarExact(0, 0), 1.0);
    QVERIFY(std::abs(mcnemarExact(0, 6) - 0.03125) < 1e-15);
}

void TestComparisonPairs::mcnemarOfALargeSample()
{
    // Near the normal approximation with continuity: z = (|5100 - 4900| - 1) / 100 = 1.99, p = 0.04659.
    const double p = mcnemarExact(4900, 5100);
    QVERIFY2(std::abs(p - 0.04659) < 2e-4, qPrintable(QString::number(p)));
    QCOMPARE(p, mcnemarExact(5100, 4900));
}

void TestComparisonPairs::imagesById()
{
    Outcomes a;
    a.images = {image("x", {8, 8}), image("y", {8, 8}), image("z", {8, 8})};
    a.defects = {region(0, 0, {1, 1, 2, 2}), region(1, 0, {3, 3, 2, 2}), region(2, 0, {5, 5, 1, 1})};
    Outcomes b;
    b.images = {image("z", {8, 8}), image("w", {8, 8}), image("x", {8, 8})};
    b.defects = {region(0, 0, {5, 5, 1, 1}), region(1, 0, {1, 1, 1, 1}), region(2, 0, {1, 1, 2, 2})};
    const PairedOutcomes paired = pairedOutcomes(a, b);
    QCOMPARE(paired.imagesOnlyA, std::vector<std::string>{"y"});
    QCOMPARE(paired.imagesOnlyB, std::vector<std::string>{"w"});
    QCOMPARE(paired.a.images.size(), std::size_t{2});
    for (std::size_t i = 0; i < 2; ++i)
        QCOMPARE(paired.a.images[i].id, paired.b.images[i].id);
    QCOMPARE(paired.defects.pairs, (std::vector<RegionPair>{{0, 1}, {1, 0}}));
    QVERIFY(paired.defects.onlyA.empty() && paired.defects.onlyB.empty());
}

void TestComparisonPairs::oneSizePairsEqualBoxes()
{
    QVERIFY(rc::check("every defect is paired with itself, whatever the order", [] {
        const Outcomes a = someDefects();
        Outcomes b = a;
        std::ranges::reverse(b.defects);
        const RegionPairing pairing = pairedRegions(a, b);
        RC_ASSERT(pairing.pairs.size() == a.defects.size());
        for (const RegionPair &pair : pairing.pairs)
            RC_ASSERT(a.defects[pair.a] == b.defects[pair.b]);
    }));
    // Two of one box, a ring and what it surrounds, in their order.
    Outcomes rings;
    rings.images = {image("a", {20, 20})};
    rings.defects = {region(0, 0, {2, 2, 9, 9}), region(0, 0, {2, 2, 9, 9}), region(0, 0, {12, 2, 3, 3})};
    QCOMPARE(pairedRegions(rings, rings).pairs, (std::vector<RegionPair>{{0, 0}, {1, 1}, {2, 2}}));
}

void TestComparisonPairs::reducedMapsPairTheSameDefects()
{
    QVERIFY(rc::check("defects that stay apart are found again on a reduced map", [] {
        const Outcomes a = someDefects();
        Outcomes b = a;
        const int by = *rc::gen::element(2, 4);
        for (ImageOutcome &one : b.images)
            one.mapSize = {one.mapSize.width / by, one.mapSize.height / by};
        for (RegionOutcome &one : b.defects)
            one.box = reduced(one.box, by);
        const RegionPairing pairing = pairedRegions(a, b);
        RC_ASSERT(pairing.pairs.size() == a.defects.size());
        for (const RegionPair &pair : pairing.pairs)
            RC_ASSERT(pair.a == pair.b);
        const RegionPairing back = pairedRegions(b, a);
        RC_ASSERT(back.pairs == pairing.pairs);
    }));
}

void TestComparisonPairs::grownTogetherIsPairedWithNothing()
{
    Outcomes a;
    a.images = {image("a", {40, 40})};
    a.defects = {region(0, 0, {0, 0, 10, 4}), region(0, 0, {11, 0, 5, 4}), region(0, 0, {30, 30, 4, 4})};
    Outcomes b;
    b.images = {image("a", {10, 10})};
    b.defects = {region(0, 0, {0, 0, 4, 1}), region(0, 0, {7, 7, 2, 2})};
    const RegionPairing pairing = pairedRegions(a, b);
    QCOMPARE(pairing.pairs, (std::vector<RegionPair>{{2, 1}}));
    QCOMPARE(pairing.onlyA, (std::vector<std::size_t>{0, 1}));
    QCOMPARE(pairing.onlyB, std::vector<std::size_t>{0});
}

void TestComparisonPairs::otherClassesAreOthers()
{
    Outcomes a;
    a.images = {image("a", {40, 40})};
    a.defects = {region(0, 0, {0, 0, 10, 4})};
    Outcomes b = a;
    b.defects[0].classIndex = 1;
    const RegionPairing pairing = pairedRegions(a, b);
    QVERIFY(pairing.pairs.empty());
    QCOMPARE(pairing.onlyA.size() + pairing.onlyB.size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(TestComparisonPairs)
#include "tst_comparison_pairs.moc"
