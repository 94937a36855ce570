#include "core/coreset/initial_bank.h"
#include "tests/core/coreset/made_blocks.h"
#include "tests/core/coreset/slow_greedy.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <set>

using namespace patina;
using namespace patina::made;
using namespace patina::support;

namespace {

constexpr std::array strategies{CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::MeldReduce,
                                CoresetStrategy::Tree,      CoresetStrategy::Union, CoresetStrategy::Offline,
                                CoresetStrategy::Random};
constexpr std::array greedyStrategies{CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::MeldReduce,
                                      CoresetStrategy::Tree,      CoresetStrategy::Union, CoresetStrategy::Offline};

/// Rows of version 0; new blocks are of version 1.
InitialBank oldBank(std::int64_t rows, int dim, const KeepRule &keep, std::uint64_t seed = 77)
{
    return {normalRows(rows, dim, seed, 1.0, 3.0), originsOf(rows), keep};
}

std::vector<Block> newBlocks(const std::vector<FeatureMatrix> &images)
{
    std::vector<Block> blocks = blocksOf(images);
    for (Block &block : blocks)
        for (PatchRef &origin : block.origins)
            origin.dataset = 1;
    return blocks;
}

Result<Coreset> buildFrom(const InitialBank &initial, const CoresetSettings &settings, const std::vector<Block> &blocks,
                          const FeatureMatrix &projection)
{
    auto builder = createFrom(initial, settings, projection, {});
    if (!builder)
        return failFrom(std::move(builder));
    for (const Block &block : blocks)
        if (auto added = (*builder)->add(block.features, block.origins, {}); !added)
            return failFrom(std::move(added));
    return (*builder)->finish({});
}

std::int64_t ofVersion(const Coreset &coreset, std::int32_t version)
{
    return std::ranges::count(coreset.origins, version, &PatchRef::dataset);
}

bool beginsWith(const Coreset &coreset, const FeatureMatrix &rows, const std::vector<PatchRef> &origins)
{
    return coreset.rows.rows() >= rows.rows() && rowsOf(coreset.rows, 0, rows.rows()) == rows &&
           std::equal(origins.begin(), origins.end(), coreset.origins.begin());
}

std::vector<KeepRule> keepRules()
{
    return {{KeepPolicy::Append, 0}, {KeepPolicy::Quota, 40}, {KeepPolicy::Reduce, 0}};
}

} // namespace

/// Banks that start from an earlier one.
class TestInitialBank : public QObject
{
    Q_OBJECT

private slots:
    void appendKeepsAllOldRowsFirst();
    void quotaKeepsTheGreedySelectionOfTheOldRows();
    void newRowsAreThoseThatOldOnesDoNotCover();
    void whatOldRowsCoverIsNotAdded();
    void reducePutsOldAndNewTogether();
    void doesNotDependOnThreads();
    void goesOnFromAnyState();
    void refusesTheStateOfAnotherBank();
    void refusesAFullBank();
    void refusesRowsOfAnotherDimension();
    void rulesGoThereAndBack();
};

void TestInitialBank::appendKeepsAllOldRowsFirst()
{
    QVERIFY(rc::check("they come first, new ones fill up to K", [] {
        const auto strategy = *rc::gen::elementOf(std::vector<CoresetStrategy>(strategies.begin(), strategies.end()));
        const auto oldRows = *rc::gen::inRange<std::int64_t>(1, 30);
        const auto bankSize = oldRows + *rc::gen::inRange<std::int64_t>(1, 30);
        const InitialBank initial = oldBank(oldRows, 5, {KeepPolicy::Append, 0});
        const auto coreset = buildFrom(initial, settingsFor(strategy, bankSize, 3),
                                       newBlocks({normalRows(90, 5, 1), normalRows(90, 5, 2), normalRows(20, 5, 4)}),
                                       randomProjection(5, *rc::gen::element(0, 3), 1));
        RC_ASSERT(coreset.has_value());
        RC_ASSERT(beginsWith(*coreset, initial.rows, initial.origins));
        RC_ASSERT(ofVersion(*coreset, 0) == oldRows);
        RC_ASSERT(coreset->rows.rows() == bankSize);
        RC_ASSERT(static_cast<std::int64_t>(coreset->origins.size()) == bankSize);
    }));
}

void TestInitialBank::quotaKeepsTheGreedySelectionOfTheOldRows()
{
    const InitialBank initial = oldBank(60, 5, {KeepPolicy::Quota, 25});
    for (const CoresetStrategy strategy : strategies) {
        const CoresetSettings settings = settingsFor(strategy, 50, 3);
        const GreedyRequest request{12, 0.0, static_cast<std::int64_t>(Random(3).below(60)), 1, {}};
        const GreedySelection expected = slow::greedy(initial.rows, request);
        const auto coreset = buildFrom(initial, settings, newBlocks({normalRows(200, 5, 1)}), FeatureMatrix(5, 0));
        QVERIFY(coreset.has_value());
        QCOMPARE(coreset->rows.rows(), 50);
        QCOMPARE(ofVersion(*coreset, 0), 12);
        for (std::size_t i = 0; i < expected.picks.size(); ++i)
            QVERIFY(coreset->origins[i] == initial.origins[static_cast<std::size_t>(expected.picks[i])]);
    }
    // Fewer old rows than their share all stay, and leave their room to new ones.
    const InitialBank few = oldBank(7, 5, {KeepPolicy::Quota, 25});
    const auto coreset = buildFrom(few, settingsFor(CoresetStrategy::Gated, 50), newBlocks({normalRows(200, 5, 1)}),
                                   FeatureMatrix(5, 0));
    QVERIFY(beginsWith(coreset.value(), few.rows, few.origins));
    QCOMPARE(coreset->rows.rows(), 50);
    // A share under one row keeps none.
    const InitialBank none = oldBank(7, 5, {KeepPolicy::Quota, 1});
    const auto fresh = buildFrom(none, settingsFor(CoresetStrategy::Gated, 50), newBlocks({normalRows(200, 5, 1)}), {});
    QCOMPARE(ofVersion(fresh.value(), 0), 0);
}

void TestInitialBank::newRowsAreThoseThatOldOnesDoNotCover()
{
    QVERIFY(rc::check("greedy that starts from the distances to the old rows", [] {
        const FeatureMatrix patches =
            latticeRows(*rc::gen::inRange<std::int64_t>(1, 80), 4, 5, *rc::gen::arbitrary<int>());
        InitialBank initial{latticeRows(6, 4, 5, 8), originsOf(6), {KeepPolicy::Append, 0}};
        std::vector<float> distances;
        for (std::int64_t i = 0; i < patches.rows(); ++i) {
            float nearest = std::numeric_limits<float>::infinity();
            for (std::int64_t j = 0; j < 6; ++j)
                nearest = std::min(nearest, squaredDistance(patches.row(i).data(), initial.rows.row(j).data(), 4));
            distances.push_back(nearest);
        }
        const auto bankSize = *rc::gen::inRange<std::int64_t>(7, 40);
        const GreedySelection expected = slow::greedy(patches, {bankSize - 6, 0.0, 0, 1, distances});
        for (const CoresetStrategy strategy : greedyStrategies) {
            if (strategy == CoresetStrategy::Offline && patches.rows() + 6 <= bankSize)
                continue; // it keeps everything then
            const auto coreset = buildFrom(initial, settingsFor(strategy, bankSize), newBlocks({patches}), {});
            RC_ASSERT(coreset.has_value());
            RC_ASSERT(ofVersion(*coreset, 1) == static_cast<std::int64_t>(expected.picks.size()));
            for (std::size_t i = 0; i < expected.picks.size() && strategy == CoresetStrategy::Offline; ++i)
                RC_ASSERT(std::ranges::equal(coreset->rows.row(static_cast<std::int64_t>(6 + i)),
                                             patches.row(expected.picks[i])));
        }
    }));
}

void TestInitialBank::whatOldRowsCoverIsNotAdded()
{
    const InitialBank initial = oldBank(30, 5, {KeepPolicy::Append, 0});
    for (const CoresetStrategy strategy : greedyStrategies) {
        // Over the working cap, too.
        const auto coreset = buildFrom(initial, settingsFor(strategy, 40),
                                       newBlocks({initial.rows, initial.rows, initial.rows, initial.rows}), {});
        QCOMPARE(coreset.value().rows.rows(), 30);
        QCOMPARE(ofVersion(*coreset, 1), 0);
    }
}

void TestInitialBank::reducePutsOldAndNewTogether()
{
    for (const CoresetStrategy strategy : strategies) {
        const auto coreset = buildFrom(oldBank(100, 5, {KeepPolicy::Reduce, 0}), settingsFor(strategy, 60),
                                       newBlocks({normalRows(100, 5, 1)}), FeatureMatrix(5, 0));
        QVERIFY(coreset.has_value());
        QCOMPARE(coreset->rows.rows(), 60);
        QVERIFY(ofVersion(*coreset, 0) > 0 && ofVersion(*coreset, 1) > 0);
    }
    const InitialBank initial = oldBank(100, 5, {KeepPolicy::Reduce, 0});
    std::vector<Block> all = newBlocks({normalRows(100, 5, 1)});
    const auto coreset = buildFrom(initial, settingsFor(CoresetStrategy::Offline, 60), all, {});
    all.insert(all.begin(), Block{initial.rows, initial.origins});
    QVERIFY(isTheSame(coreset.value(), build(settingsFor(CoresetStrategy::Offline, 60), all).value()));
}

void TestInitialBank::doesNotDependOnThreads()
{
    const std::vector<Block> blocks = newBlocks({latticeRows(500, 12, 4, 1), normalRows(600, 12, 2)});
    for (const KeepRule &keep : keepRules())
        for (const CoresetStrategy strategy : strategies)
            for (const int projected : {0, 6}) {
                CoresetSettings settings = settingsFor(strategy, 120);
                const InitialBank initial = oldBank(90, 12, keep);
                const auto one = buildFrom(initial, settings, blocks, randomProjection(12, projected, 3));
                settings.threads = 4;
                const auto four = buildFrom(initial, settings, blocks, randomProjection(12, projected, 3));
                QVERIFY(one.has_value() && four.has_value());
                QVERIFY(isTheSame(*one, *four));
            }
}

void TestInitialBank::goesOnFromAnyState()
{
    QVERIFY(rc::check("a builder of the same start that takes over another's state ends with its bank", [] {
        const auto strategy = *rc::gen::elementOf(std::vector<CoresetStrategy>(strategies.begin(), strategies.end()));
        const auto keep = *rc::gen::elementOf(keepRules());
        const auto settings = settingsFor(strategy, *rc::gen::inRange<std::int64_t>(26, 60), 7);
        const InitialBank initial = oldBank(25, 6, keep);
        const FeatureMatrix projection = randomProjection(6, *rc::gen::element(0, 4), 5);
        const std::vector<Block> blocks =
            newBlocks({normalRows(50, 6, 1), latticeRows(70, 6, 3, 2), normalRows(9, 6, 3)});
        const auto expected = buildFrom(initial, settings, blocks, projection);
        auto builder = createFrom(initial, settings, projection, {}).value();
        for (const Block &block : blocks) {
            auto next = createFrom(initial, settings, projection, {}).value();
            RC_ASSERT(next->restore(copyOf(builder->state()), {}).has_value());
            builder = std::move(next);
            RC_ASSERT(builder->add(block.features, block.origins, {}).has_value());
        }
        RC_ASSERT(expected.has_value());
        RC_ASSERT(isTheSame(builder->finish({}).value(), *expected));
    }));
}

void TestInitialBank::refusesTheStateOfAnotherBank()
{
    const KeepRule append{KeepPolicy::Append, 0};
    InitialBank other = oldBank(20, 6, append);
    other.origins.front().column = 99;
    for (const CoresetStrategy strategy : greedyStrategies) {
        const auto settings = settingsFor(strategy, 40);
        auto builder = createFrom(oldBank(20, 6, append), settings, {}, {}).value();
        QVERIFY(builder->add(normalRows(50, 6, 1), originsOf(50, 1), {}));
        for (const InitialBank &start : {other, oldBank(39, 6, append)}) {
            const auto restored = createFrom(start, settings, {}, {}).value()->restore(copyOf(builder->state()), {});
            QVERIFY(!restored);
            QCOMPARE(restored.error().code, ErrorCode::BadFormat);
        }
    }
}

void TestInitialBank::refusesAFullBank()
{
    for (const CoresetStrategy strategy : strategies)
        for (const std::int64_t rows : {20, 21}) {
            const auto refused =
                createFrom(oldBank(rows, 6, {KeepPolicy::Append, 0}), settingsFor(strategy, 20), {}, {});
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::BadArgument);
            for (const std::string &part :
                 {std::to_string(rows), std::string("bank of 20"), std::string("--keep reduce")})
                QVERIFY2(refused.error().detail.find(part) != std::string::npos, refused.error().detail.c_str());
        }
}

void TestInitialBank::refusesRowsOfAnotherDimension()
{
    for (const KeepRule &keep : keepRules()) {
        const auto refused =
            createFrom(oldBank(20, 6, keep), settingsFor(CoresetStrategy::Gated, 50), randomProjection(5, 2, 1), {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ShapeMismatch);
    }
}

void TestInitialBank::rulesGoThereAndBack()
{
    for (const std::string text : {"append", "reduce", "quota:1", "quota:50", "quota:99"})
        QCOMPARE(keepRuleText(parseKeepRule(text).value()), text);
    for (const std::string_view text : {"", "Append", "quota", "quota:", "quota:0", "quota:100", "quota:5%", "quota:-5",
                                        "quota: 5", "quota:99999999999"})
        QCOMPARE(parseKeepRule(text).error().code, ErrorCode::BadArgument);
}

QTEST_APPLESS_MAIN(TestInitialBank)
#include "tst_initial_bank.moc"
