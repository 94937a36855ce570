#include "core/metrics/exact_sum.h"
#include "core/metrics/score_histogram.h"

#include <QTest>

#include <rapidcheck.h>

#include <vector>

using namespace patina;

namespace {

/// Shares as they are added: of images up to a gigapixel.
std::vector<double> drawnShares()
{
    std::vector<double> shares;
    for (int i = *rc::gen::inRange(0, 40); i > 0; --i)
        shares.push_back(static_cast<double>(*rc::gen::inRange(0, 5000)) /
                         static_cast<double>(*rc::gen::inRange(1, 1'000'000'000)));
    return shares;
}

} // namespace

class TestMetricsExactSum : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesInAloneComesOut()
    {
        QVERIFY(rc::check([] {
            for (const double share : drawnShares())
                RC_ASSERT(static_cast<double>(ExactSum(share)) == share);
        }));
    }

    void anyOrderComesToTheSameBits()
    {
        QVERIFY(rc::check([] {
            const std::vector<double> shares = drawnShares();
            ExactSum forth;
            ExactSum back;
            double plain = 0.0;
            for (std::size_t i = 0; i < shares.size(); ++i) {
                forth += ExactSum(shares[i]);
                back += ExactSum(shares[shares.size() - 1 - i]);
                plain += shares[i];
            }
            RC_ASSERT(forth == back);
            RC_ASSERT(std::abs(static_cast<double>(forth) - plain) <= 1e-14 * (1.0 + plain));
        }));
    }

    void whatWasAddedIsTakenAway()
    {
        QVERIFY(rc::check([] {
            ExactSum sum;
            const std::vector<double> kept = drawnShares();
            for (const double share : kept)
                sum += ExactSum(share);
            const ExactSum before = sum;
            const std::vector<double> passing = drawnShares();
            for (const double share : passing)
                sum += ExactSum(share);
            RC_ASSERT(sum >= before);
            for (const double share : passing)
                sum -= ExactSum(share);
            RC_ASSERT(sum == before);
        }));
    }

    void histogramsAreTakenApart()
    {
        QVERIFY(rc::check([] {
            ScoreHistogram<std::uint64_t> whole;
            ScoreHistogram<std::uint64_t> part;
            const auto scores = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-1000, 1000));
            for (const int score : scores)
                part.add(0.01F * static_cast<float>(score));
            whole.add(1.5F, 7);
            const auto before = whole.filled();
            whole.add(part);
            RC_ASSERT(whole.covers(part));
            RC_ASSERT(part.filled().bins.empty() || !ScoreHistogram<std::uint64_t>().covers(part));
            whole.subtract(part);
            RC_ASSERT(whole.filled().bins == before.bins);
            RC_ASSERT(whole.filled().counts == before.counts);
        }));
    }
};

QTEST_APPLESS_MAIN(TestMetricsExactSum)

#include "tst_metrics_exact_sum.moc"
