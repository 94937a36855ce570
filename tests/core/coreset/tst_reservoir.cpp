#include "core/coreset/coreset_builder.h"
#include "core/coreset/greedy.h"
#include "core/coreset/initial_bank.h"
#include "core/coreset/patch_sampler.h"
#include "tests/core/coreset/made_blocks.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <limits>

using namespace patina;
using namespace patina::made;
using namespace patina::support;

namespace {

void join(CoresetState &state, const CoresetState &next)
{
    if (!next.rows.empty())
        state.rows.appendRows(next.rows);
    state.origins.insert(state.origins.end(), next.origins.begin(), next.origins.end());
}

/// The state of a gated builder that was shown the same.
CoresetState netOf(CoresetSettings settings, const std::vector<Block> &blocks, const FeatureMatrix &projection)
{
    settings.strategy = CoresetStrategy::Gated;
    auto builder = CoresetBuilder::create(settings, projection).value();
    for (const Block &block : blocks)
        RC_ASSERT(builder->add(block.features, block.origins, {}).has_value());
    return copyOf(builder->state());
}

CoresetState sampleOf(const CoresetSettings &settings, const std::vector<Block> &blocks)
{
    PatchSampler sampler(std::max(settings.reservoirRows, settings.bankSize), settings.seed);
    for (const Block &block : blocks)
        sampler.add(block.features, block.origins);
    return copyOf(sampler.state());
}

/// Greedy over all rows from a seeded first one.
Coreset greedyOf(const CoresetState &rows, const CoresetSettings &settings, const FeatureMatrix &projection)
{
    const FeatureMatrix selection = project(rows.rows, projection, 1, {}).value();
    GreedyRequest request;
    request.count = settings.bankSize;
    request.firstPick =
        static_cast<std::int64_t>(Random(settings.seed).below(static_cast<std::uint64_t>(rows.rows.rows())));
    const auto picked = greedySelect(selection, request, {}).value();
    Coreset coreset{FeatureMatrix(0, rows.rows.dim()), {}, picked.radiusL2};
    for (const std::int64_t pick : picked.picks) {
        coreset.rows.appendRow(rows.rows.row(pick));
        coreset.origins.push_back(rows.origins[static_cast<std::size_t>(pick)]);
    }
    return coreset;
}

CoresetSettings anySettings()
{
    auto settings = settingsFor(CoresetStrategy::Reservoir, *rc::gen::inRange<std::int64_t>(1, 40),
                                *rc::gen::arbitrary<std::uint64_t>());
    settings.reservoirRows = *rc::gen::inRange<std::int64_t>(1, 200);
    settings.workingFactor = *rc::gen::element(1.0, 1.3, 2.0);
    return settings;
}

} // namespace

/// Greedy over a sample and a net, against what each of them holds by itself.
class TestReservoir : public QObject
{
    Q_OBJECT

private slots:
    void whatFitsIsSelectedAsOffline();
    void isGreedyOverSampleAndNet();
    void earlierRowsCompeteWhateverIsDrawn();
    void refusesReservoirs();
    void refusesStatesOfAnotherSize();
};

void TestReservoir::whatFitsIsSelectedAsOffline()
{
    QVERIFY(rc::check("the bank of plain greedy over everything", [] {
        const std::vector<Block> blocks = someBlocks(60);
        const auto seen = joined(blocks).features.rows();
        const auto seed = *rc::gen::arbitrary<std::uint64_t>();
        const auto bankSize = *rc::gen::inRange<std::int64_t>(1, 60);
        RC_PRE(seen > bankSize);
        const FeatureMatrix projection = randomProjection(dimOf(blocks), *rc::gen::inRange(0, 5), 5);
        auto settings = settingsFor(CoresetStrategy::Reservoir, bankSize, seed);
        settings.reservoirRows = seen;
        const auto sequential = build(settings, blocks, projection);
        const auto offline = build(settingsFor(CoresetStrategy::Offline, bankSize, seed), blocks, projection);
        RC_ASSERT(sequential.has_value() && offline.has_value());
        RC_ASSERT(isTheSame(*sequential, *offline));
    }));
}

void TestReservoir::isGreedyOverSampleAndNet()
{
    QVERIFY(rc::check("pick for pick", [] {
        const std::vector<Block> blocks = someBlocks(120);
        const auto settings = anySettings();
        const auto seen = joined(blocks).features.rows();
        RC_PRE(seen > std::max(settings.reservoirRows, settings.bankSize));
        const FeatureMatrix projection = randomProjection(dimOf(blocks), *rc::gen::inRange(0, 5), 5);
        // The net is shown what the sample held before it was full in one piece, which parts of K may cut elsewhere.
        std::vector<Block> asShown;
        std::vector<Block> before;
        for (const Block &block : blocks) {
            const bool full = !asShown.empty();
            const auto held = before.empty() ? 0 : joined(before).features.rows();
            if (!full && held + block.features.rows() <= std::max(settings.reservoirRows, settings.bankSize)) {
                before.push_back(block);
                continue;
            }
            if (!full)
                asShown.push_back(before.empty() ? Block{FeatureMatrix(0, dimOf(blocks)), {}} : joined(before));
            asShown.push_back(block);
        }
        CoresetState all = sampleOf(settings, blocks);
        join(all, netOf(settings, asShown, projection));
        const auto coreset = build(settings, blocks, projection);
        RC_ASSERT(coreset.has_value());
        RC_ASSERT(isTheSame(*coreset, greedyOf(all, settings, projection)));
    }));
}

void TestReservoir::earlierRowsCompeteWhateverIsDrawn()
{
    auto settings = settingsFor(CoresetStrategy::Reservoir, 30, 4);
    settings.reservoirRows = 50;
    // Far from all that follows: each is a row of the bank if it was there at the end.
    const FeatureMatrix old = normalRows(20, 5, 7, 100.0);
    std::vector<PatchRef> origins = originsOf(20);
    const auto blocks = blocksOf({normalRows(400, 5, 1), normalRows(400, 5, 2), normalRows(400, 5, 3)});
    auto builder = createFrom({old, origins, {}}, settings, {}, {}).value();
    for (const Block &block : blocks) {
        std::vector<PatchRef> ofNew = block.origins;
        for (PatchRef &origin : ofNew)
            origin.dataset = 1;
        QVERIFY(builder->add(block.features, ofNew, {}));
    }
    const auto coreset = builder->finish({}).value();
    QCOMPARE(coreset.rows.rows(), 30);
    QCOMPARE(std::ranges::count(coreset.origins, 0, &PatchRef::dataset), 20);
}

void TestReservoir::refusesReservoirs()
{
    for (const std::int64_t rows : {std::int64_t{-1}, std::int64_t{0}, largestReservoir + 1}) {
        auto settings = settingsFor(CoresetStrategy::Reservoir, 10);
        settings.reservoirRows = rows;
        const auto refused = CoresetBuilder::create(settings, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadArgument);
        QVERIFY(refused.error().detail.find(std::to_string(rows)) != std::string::npos);
    }
}

void TestReservoir::refusesStatesOfAnotherSize()
{
    auto settings = settingsFor(CoresetStrategy::Reservoir, 20);
    settings.reservoirRows = 60;
    auto builder = CoresetBuilder::create(settings, {}).value();
    const FeatureMatrix features = normalRows(200, 6, 1);
    QVERIFY(builder->add(features, originsOf(200), {}));
    const CoresetState sound = copyOf(builder->state());
    QVERIFY(CoresetBuilder::create(settings, {}).value()->restore(sound, {}));
    const auto isRefused = [&](const CoresetState &state, const CoresetSettings &of) {
        const auto restored = CoresetBuilder::create(of, {}).value()->restore(state, {});
        return !restored && restored.error().code == ErrorCode::BadFormat;
    };
    auto other = settings;
    other.reservoirRows = 61;
    QVERIFY(isRefused(sound, other));
    const std::size_t sampled = sound.numbers.size() - 1;
    for (const std::int64_t rows : {std::int64_t{-1}, std::int64_t{0}, std::int64_t{59}, std::int64_t{61},
                                    sound.rows.rows(), std::numeric_limits<std::int64_t>::max()}) {
        CoresetState damaged = sound;
        damaged.numbers[sampled] = rows;
        QVERIFY(isRefused(damaged, settings));
    }
    CoresetState noWeight = sound; // a draw that would skip by what is no number
    noWeight.numbers[0] = bitsOf(0.0);
    QVERIFY(isRefused(noWeight, settings));
    CoresetState withoutNet = sound;
    withoutNet.rows.resize(60);
    withoutNet.origins.resize(60);
    QVERIFY(isRefused(withoutNet, settings));
    CoresetState noRadius = sound;
    noRadius.numbers[4] = bitsOf(std::numeric_limits<double>::quiet_NaN());
    QVERIFY(isRefused(noRadius, settings));
}

QTEST_APPLESS_MAIN(TestReservoir)
#include "tst_reservoir.moc"
