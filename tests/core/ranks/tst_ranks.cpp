#include "core/ranks/in_order.h"
#include "tests/support/thread_ranks.h"

#include <QTest>

#include <numeric>

using namespace patina;
using namespace patina::test;

namespace {

/// A message that tells who sent it: as many bytes as the rank's number, and one more.
Bytes bytesOfRank(int rank)
{
    return Bytes(static_cast<std::size_t>(rank) + 1, static_cast<std::uint8_t>(rank));
}

} // namespace

/// Processes that share work, played by threads.
class TestRanks : public QObject
{
    Q_OBJECT

private slots:
    void messagesArePackedAndUnpacked();
    void whatIsCutOffIsRefused();
    void everybodyIsHeard_data();
    void everybodyIsHeard();
    void itemsAreTakenInOrder_data();
    void itemsAreTakenInOrder();
    void oneThatFailsEndsAll();
    void oneThatIsCancelledEndsAll();
    void aloneThereIsNobodyToTalkTo();
};

void TestRanks::messagesArePackedAndUnpacked()
{
    const std::vector<Bytes> messages{{1, 2, 3}, {}, bytesOfRank(200)};
    QCOMPARE(unpacked(packed(messages)).value(), messages);
    QCOMPARE(unpacked(packed({})).value(), std::vector<Bytes>());
}

void TestRanks::whatIsCutOffIsRefused()
{
    const Bytes whole = packed({{1, 2, 3}, bytesOfRank(40)});
    for (std::size_t length = 0; length < whole.size(); ++length)
        QCOMPARE(unpacked(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))).error().code,
                 ErrorCode::BadFormat);
    Bytes longer = whole;
    longer.push_back(0);
    QVERIFY(!unpacked(longer));
    QVERIFY(!unpacked(Bytes(8, 0xFF))); // so many messages, and none of them
}

void TestRanks::everybodyIsHeard_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 5})
        QTest::addRow("%d", size) << size;
}

void TestRanks::everybodyIsHeard()
{
    QFETCH(int, size);
    std::vector<Bytes> expected;
    for (int rank = 0; rank < size; ++rank)
        expected.push_back(bytesOfRank(rank));
    const auto everywhere = onRanks(
        size, [](RankGroup &ranks) { return gatherEverywhere(ranks, bytesOfRank(ranks.rank()), JobContext()); });
    const auto first =
        onRanks(size, [](RankGroup &ranks) { return gather(ranks, bytesOfRank(ranks.rank()), JobContext()); });
    for (int rank = 0; rank < size; ++rank) {
        QCOMPARE(everywhere[static_cast<std::size_t>(rank)].value(), expected);
        QCOMPARE(first[static_cast<std::size_t>(rank)].value(), rank == 0 ? expected : std::vector<Bytes>());
    }
}

void TestRanks::itemsAreTakenInOrder_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("total");
    for (const int size : {1, 2, 3, 7})
        for (const int total : {0, 1, 5, 64})
            QTest::addRow("%d ranks, %d items", size, total) << size << total;
}

void TestRanks::itemsAreTakenInOrder()
{
    QFETCH(int, size);
    QFETCH(int, total);
    std::vector<int> worked(static_cast<std::size_t>(total)); // each by one rank
    for (const TakenBy takenBy : {TakenBy::First, TakenBy::All}) {
        const auto taken = onRanks(size, [&](RankGroup &ranks) -> Result<std::vector<std::int64_t>> {
            std::vector<std::int64_t> squares;
            ItemsInOrder<std::int64_t> items;
            items.total = total;
            items.takenBy = takenBy;
            items.work = [&](std::int64_t item) -> Result<std::int64_t> {
                ++worked[static_cast<std::size_t>(item)];
                return item * item;
            };
            items.encode = [](const std::int64_t &value) { return bytesOfRank(static_cast<int>(value)); };
            items.decode = [](std::int64_t, const Bytes &bytes) -> Result<std::int64_t> {
                return static_cast<std::int64_t>(bytes.size()) - 1;
            };
            items.take = [&](std::int64_t item, std::int64_t &&value) -> Result<void> {
                squares.push_back(1000 * item + value);
                return {};
            };
            return items.run(ranks, JobContext()).map([&] { return squares; });
        });
        std::vector<std::int64_t> expected;
        for (std::int64_t item = 0; item < total; ++item)
            expected.push_back(1000 * item + item * item);
        QCOMPARE(taken.front().value(), expected);
        for (std::size_t rank = 1; rank < taken.size(); ++rank)
            QCOMPARE(taken[rank].value(), takenBy == TakenBy::All ? expected : std::vector<std::int64_t>());
    }
    QVERIFY(std::ranges::all_of(worked, [](int times) { return times == 2; }));
}

void TestRanks::oneThatFailsEndsAll()
{
    const auto answers = onRanks(3, [](RankGroup &ranks) -> Result<std::vector<Bytes>> {
        if (ranks.rank() == 2)
            return fail(ErrorCode::Unreadable, "7.png is truncated");
        return gatherEverywhere(ranks, {}, JobContext());
    });
    QCOMPARE(answers[2].error().detail, std::string("7.png is truncated"));
    for (const std::size_t rank : {0U, 1U}) {
        QCOMPARE(answers[rank].error().code, ErrorCode::Unreadable);
        QCOMPARE(answers[rank].error().detail, std::string("rank 2 has failed: 7.png is truncated"));
    }
}

void TestRanks::oneThatIsCancelledEndsAll()
{
    const auto answers = onRanks(2, [](RankGroup &ranks) {
        const std::atomic<bool> cancel = true;
        return gatherEverywhere(ranks, {}, ranks.rank() == 1 ? JobContext(&cancel, {}) : JobContext());
    });
    for (const auto &answer : answers)
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
}

void TestRanks::aloneThereIsNobodyToTalkTo()
{
    QVERIFY(alone().isAlone());
    QVERIFY(alone().isFirst());
    QCOMPARE(alone().send(0, {}, {}).error().code, ErrorCode::Internal);
    QCOMPARE(alone().receive(0, {}).error().code, ErrorCode::Internal);
    QCOMPARE(gatherEverywhere(alone(), {1}, {}).value(), (std::vector<Bytes>{{1}}));
}

QTEST_APPLESS_MAIN(TestRanks)
#include "tst_ranks.moc"
