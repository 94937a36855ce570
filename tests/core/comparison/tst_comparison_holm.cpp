// Several models against one: corrected p-values, common images, and recall that is paid for unlike.

#include "core/comparison/comparison_summary.h"
#include "core/comparison/holm.h"
#include "core/comparison/pairing.h"
#include "core/comparison/unequal_overkill.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <set>

using namespace patina;

namespace {

std::vector<double> someP()
{
    const auto hundredths = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 101));
    std::vector<double> p;
    for (const int hundredth : hundredths)
        p.push_back(hundredth / 100.0);
    return p;
}

/// By its definition: of each the largest over all that are not larger, each times how many are not smaller (ties by
/// place).
double slowHolm(const std::vector<double> &p, std::size_t of)
{
    const auto before = [&](std::size_t i, std::size_t j) { return p[i] < p[j] || (p[i] == p[j] && i < j); };
    double largest = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (i != of && !before(i, of))
            continue;
        std::size_t left = 0;
        for (std::size_t j = 0; j < p.size(); ++j)
            left += before(j, i) ? 0 : 1;
        largest = std::max(largest, std::min(1.0, static_cast<double>(left) * p[i]));
    }
    return largest;
}

/// \param counts found by A alone and by B alone: in the class, and flagged of the good images.
Comparison someComparison(PairedCount ofClass, PairedCount good)
{
    Comparison comparison;
    for (ComparedCounts &counts : comparison.counts) {
        counts.defects = {ofClass, ofClass};
        counts.good = good;
    }
    return comparison;
}

Comparison withFigures(double recallA, double recallB, double overkillA, double overkillB)
{
    Comparison comparison;
    const auto add = [&](const char *name, double a, double b) {
        comparison.figures.push_back({name, Figure::of(a), Figure::of(b), Figure::of(b - a), {}});
    };
    add("at.reject.defects.all.recall", recallA, recallB);
    add("at.reject.good.overkill", overkillA, overkillB);
    return comparison;
}

Outcomes outcomesOf(const std::vector<int> &images)
{
    Outcomes outcomes;
    for (const int number : images) {
        ImageOutcome image;
        image.id = std::to_string(number);
        RegionOutcome defect;
        defect.image = std::ssize(outcomes.images);
        defect.areaPx = number;
        outcomes.images.push_back(image);
        outcomes.defects.push_back(defect);
    }
    return outcomes;
}

} // namespace

class TestComparisonHolm : public QObject
{
    Q_OBJECT

private slots:
    void correctedAsDefined();
    void neverLessAndInOrder();
    void asManyAsAskTheSame();
    void onlyCommonImagesStay();
    void theSummaryNamesTheBetterOne();
    void recallAtUnequalOverkill_data();
    void recallAtUnequalOverkill();
};

void TestComparisonHolm::correctedAsDefined()
{
    QVERIFY(rc::check("Holm, step by step and by its definition", [] {
        const std::vector<double> p = someP();
        const std::vector<double> adjusted = holmAdjusted(p);
        RC_ASSERT(adjusted.size() == p.size());
        for (std::size_t i = 0; i < p.size(); ++i)
            RC_ASSERT(std::abs(adjusted[i] - slowHolm(p, i)) < 1e-15);
    }));
}

void TestComparisonHolm::neverLessAndInOrder()
{
    QVERIFY(rc::check("not below p, not above p times their number, in the order of p", [] {
        const std::vector<double> p = someP();
        const std::vector<double> adjusted = holmAdjusted(p);
        for (std::size_t i = 0; i < p.size(); ++i) {
            RC_ASSERT(adjusted[i] >= p[i] && adjusted[i] <= 1.0);
            RC_ASSERT(adjusted[i] <= static_cast<double>(p.size()) * p[i] + 1e-15);
            for (std::size_t k = 0; k < p.size(); ++k)
                RC_ASSERT(p[i] > p[k] || adjusted[i] <= adjusted[k]);
        }
    }));
    QCOMPARE(holmAdjusted(std::vector{0.03}), std::vector{0.03});
}

void TestComparisonHolm::asManyAsAskTheSame()
{
    const PairedCount favoured{"crack", 5, 0, 8, 1};
    const PairedCount alike{"crack", 5, 3, 3, 1};
    const std::vector<Comparison> one{someComparison(favoured, alike)};
    QCOMPARE(correctedP(one)[0][0].defects[0], mcnemarExact(0, 8));
    const std::vector<Comparison> three{someComparison(favoured, alike), someComparison(alike, alike),
                                        someComparison(alike, favoured)};
    const auto corrected = correctedP(three);
    QCOMPARE(corrected[0][1].defects[0], 3.0 * mcnemarExact(0, 8));
    QCOMPARE(corrected[1][0].defects[1], 1.0);
    QCOMPARE(corrected[2][0].good, 3.0 * mcnemarExact(0, 8));
    std::vector<Comparison> without = three;
    without[1] = Comparison();
    without[1].whyNoCounts = "uncalibrated";
    QCOMPARE(correctedP(without)[0][0].defects[0], 2.0 * mcnemarExact(0, 8)); // it tests nothing
    QVERIFY(correctedP(without)[1][0].defects.empty());
}

void TestComparisonHolm::onlyCommonImagesStay()
{
    QVERIFY(rc::check("each keeps the images of all, in its order, with their regions", [] {
        std::vector<std::vector<int>> lists;
        for (int side = 0; side < 3; ++side) {
            const unsigned held = *rc::gen::inRange(0U, 4096U);
            std::vector<int> &list = lists.emplace_back();
            for (int number = 0; number < 12; ++number)
                if ((held >> number & 1U) != 0)
                    list.push_back(number);
            if (side > 0)
                std::ranges::reverse(list);
        }
        std::vector<Outcomes> all;
        std::vector<Outcomes *> pointers;
        for (const auto &list : lists)
            all.push_back(outcomesOf(list));
        for (Outcomes &one : all)
            pointers.push_back(&one);
        const std::vector<std::string> left = keepCommonImages(pointers);
        std::set<int> either;
        for (std::size_t i = 0; i < lists.size(); ++i) {
            std::vector<std::string> wanted;
            for (const int number : lists[i]) {
                either.insert(number);
                if (std::ranges::all_of(lists, [&](const auto &list) { return std::ranges::count(list, number) > 0; }))
                    wanted.push_back(std::to_string(number));
            }
            RC_ASSERT(all[i].images.size() == wanted.size() && all[i].defects.size() == wanted.size());
            for (std::size_t k = 0; k < wanted.size(); ++k) {
                RC_ASSERT(all[i].images[k].id == wanted[k]);
                const auto image = static_cast<std::size_t>(all[i].defects[k].image);
                RC_ASSERT(all[i].images[image].id == std::to_string(all[i].defects[k].areaPx));
            }
        }
        RC_ASSERT(left.size() + all[0].images.size() == either.size());
    }));
}

void TestComparisonHolm::theSummaryNamesTheBetterOne()
{
    // 20 defects that only B finds, 9 good images that only B flags; at reject nothing differs.
    Comparison one = someComparison({"all", 50, 0, 20, 10}, {"", 1, 0, 9, 90});
    one.counts[1] = {{{"all", 50, 3, 3, 24}}, {"", 1, 1, 1, 97}};
    const auto add = [](Comparison &to, const char *name, double a, double b, double low, double high) {
        to.figures.push_back(
            {name, Figure::of(a), Figure::of(b), Figure::of(b - a), {Figure::of(low), Figure::of(high)}});
    };
    add(one, "image.auroc", 0.8, 0.9, -0.01, 0.2);
    add(one, "at.review.defects.all.recall", 0.625, 0.875, 0.1, 0.4);
    add(one, "at.review.good.overkill", 0.01, 0.1, 0.04, 0.15);
    add(one, "at.reject.defects.all.recall", 0.6625, 0.6625, -0.05, 0.05);
    using Better = SummaryLine::Better;
    const std::vector<SummaryLine> lines = summaryOf({&one}).front();
    QCOMPARE(lines.size(), std::size_t{4});      // of overkill at reject there is no figure
    QCOMPARE(lines[0].better, Better::NotShown); // the interval holds 0
    QVERIFY(!lines[0].adjustedP);
    QCOMPARE(lines[1].better, Better::B);
    QCOMPARE(lines[2].better, Better::A); // less overkill
    QCOMPARE(lines[3].better, Better::NotShown);
    QCOMPARE(*lines[1].adjustedP, 3.0 * mcnemarExact(0, 20));
    QCOMPARE(*lines[2].adjustedP, 2.0 * mcnemarExact(0, 9));
    // Among many comparisons 9 to 0 is less of a wonder.
    const std::vector<const Comparison *> many(12, &one);
    for (const auto &of : summaryOf(many)) {
        QCOMPARE(of[1].better, Better::B);
        QCOMPARE(of[2].better, Better::NotShown);
    }
    // Without intervals the tests decide, and what has neither is not shown.
    for (ComparedFigure &figure : one.figures)
        figure.interval = {};
    QCOMPARE(summaryOf({&one}).front()[1].better, Better::B);
    QCOMPARE(summaryOf({&one}).front()[0].better, Better::NotShown);
}

void TestComparisonHolm::recallAtUnequalOverkill_data()
{
    QTest::addColumn<std::vector<double>>("figures"); ///< recall of both, overkill of both
    QTest::addColumn<bool>("misleads");
    QTest::newRow("like recall, other overkill") << std::vector{0.94, 0.95, 0.12, 0.03} << true;
    QTest::newRow("the other way round") << std::vector{0.95, 0.94, 0.03, 0.12} << true;
    QTest::newRow("like both") << std::vector{0.94, 0.95, 0.12, 0.11} << false;
    QTest::newRow("other recall") << std::vector{0.70, 0.95, 0.12, 0.03} << false;
    QTest::newRow("the same") << std::vector{1.0, 1.0, 0.0, 0.0} << false;
}

void TestComparisonHolm::recallAtUnequalOverkill()
{
    QFETCH(std::vector<double>, figures);
    QFETCH(bool, misleads);
    Comparison comparison = withFigures(figures[0], figures[1], figures[2], figures[3]);
    const auto found = unequalOverkill(comparison);
    QCOMPARE(found.size(), misleads ? 1U : 0U);
    if (misleads) {
        QCOMPARE(found[0].which, 1U);
        QCOMPARE(found[0].recallA, figures[0]);
        QCOMPARE(found[0].overkillB, figures[3]);
    }
    comparison.figures[1].difference = Figure::absent("the model is uncalibrated");
    QVERIFY(unequalOverkill(comparison).empty());
}

QTEST_APPLESS_MAIN(TestComparisonHolm)
#include "tst_comparison_holm.moc"
