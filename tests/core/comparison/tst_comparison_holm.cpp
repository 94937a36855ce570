#include "core/comparison/holm.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace patina;

namespace {

std::vector<double> probabilities()
{
    std::vector<double> p;
    for (const int thousandths : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1001)))
        p.push_back(thousandths / 1000.0);
    return p;
}

/// Step by step, as the paper has it: go through the tests from the smallest p while p is at most alpha / (tests left).
bool rejectedAt(const std::vector<double> &p, std::size_t which, double alpha)
{
    std::multiset<double> left(p.begin(), p.end());
    while (!left.empty() && *left.begin() * static_cast<double>(left.size()) <= alpha) {
        if (*left.begin() >= p[which])
            return true;
        left.erase(left.begin());
    }
    return false;
}

} // namespace

/// p-values of several tests at once.
class TestComparisonHolm : public QObject
{
    Q_OBJECT
private slots:
    void oneTestStaysAsItIs();
    void anExampleByHand();
    void saysWhatTheStepwiseRuleSays();
    void keepsOrderAndBounds();
};

void TestComparisonHolm::oneTestStaysAsItIs()
{
    QCOMPARE(holmAdjusted(std::vector{0.03}), std::vector{0.03});
    QVERIFY(holmAdjusted({}).empty());
}

void TestComparisonHolm::anExampleByHand()
{
    const auto adjusted = holmAdjusted(std::vector{0.04, 0.01, 0.03, 0.9});
    const std::vector expected{0.09, 0.04, 0.09, 0.9}; // 4 x 0.01; 3 x 0.03; 2 x 0.04 is less than that; 0.9
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs(adjusted[i] - expected[i]) < 1e-12);
}

void TestComparisonHolm::saysWhatTheStepwiseRuleSays()
{
    QVERIFY(rc::check([] {
        const auto p = probabilities();
        const auto adjusted = holmAdjusted(p);
        const double alpha = 0.05 + 1e-9; // no adjusted value is just there
        for (std::size_t i = 0; i < p.size(); ++i)
            RC_ASSERT((adjusted[i] <= alpha) == rejectedAt(p, i, alpha));
    }));
}

void TestComparisonHolm::keepsOrderAndBounds()
{
    QVERIFY(rc::check([] {
        const auto p = probabilities();
        const auto adjusted = holmAdjusted(p);
        RC_ASSERT(adjusted.size() == p.size());
        for (std::size_t i = 0; i < p.size(); ++i) {
            RC_ASSERT(adjusted[i] >= p[i] && adjusted[i] <= 1.0);
            RC_ASSERT(adjusted[i] <= static_cast<double>(p.size()) * p[i] + 1e-12); // never worse than Bonferroni
            for (std::size_t j = 0; j < p.size(); ++j)
                RC_ASSERT(p[i] > p[j] || adjusted[i] <= adjusted[j]);
        }
    }));
}

QTEST_APPLESS_MAIN(TestComparisonHolm)
#include "tst_comparison_holm.moc"
