#include "core/coreset/coreset_builder.h"
#include "tests/core/coreset/made_blocks.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <limits>
#include <set>

using namespace patina;
using namespace patina::made;
using namespace patina::support;

Q_DECLARE_METATYPE(patina::CoresetStrategy)

namespace {

constexpr std::array strategies{CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::MeldReduce,
                                CoresetStrategy::Tree,      CoresetStrategy::Union, CoresetStrategy::Offline,
                                CoresetStrategy::Random};

CoresetStrategy anyStrategy()
{
    return *rc::gen::elementOf(std::vector<CoresetStrategy>(strategies.begin(), strategies.end()));
}

bool rowsAreThoseOfTheirOrigins(const Coreset &coreset, const std::vector<Block> &blocks)
{
    for (std::int64_t i = 0; i < coreset.rows.rows(); ++i) {
        const PatchRef &origin = coreset.origins[static_cast<std::size_t>(i)];
        const FeatureMatrix &image = blocks[static_cast<std::size_t>(origin.image)].features;
        if (!std::ranges::equal(coreset.rows.row(i), image.row(origin.row * 16 + origin.column)))
            return false;
    }
    return true;
}

std::multiset<std::vector<float>> contents(const FeatureMatrix &matrix)
{
    std::multiset<std::vector<float>> rows;
    for (std::int64_t i = 0; i < matrix.rows(); ++i)
        rows.emplace(matrix.row(i).begin(), matrix.row(i).end());
    return rows;
}

std::set<std::vector<float>> distinctContents(const FeatureMatrix &matrix)
{
    const auto rows = contents(matrix);
    return {rows.begin(), rows.end()};
}

} // namespace

/// What holds for every strategy.
class TestCoresetBuilders : public QObject
{
    Q_OBJECT

private slots:
    void holdsRowsThatWereSeen();
    void keepsEverythingWhileThereIsRoom();
    void doesNotDependOnThreads();
    void doesNotDependOnHowBlocksAreCut();
    void goesOnFromAnyState();
    void refusesStates();
    void seedsDecide();
    void refusesSettings();
    void refusesBanksThatAreTooLarge();
    void refusesBlocks_data();
    void refusesBlocks();
    void dimensionComesFromTheProjection();
    void cancels_data();
    void cancels();
    void nothingSeenNothingKept_data();
    void nothingSeenNothingKept();
    void namesGoThereAndBack();
};

void TestCoresetBuilders::holdsRowsThatWereSeen()
{
    QVERIFY(rc::check("at most K patches, none twice, each as it was at its origin", [] {
        const std::vector<Block> blocks = someBlocks(120);
        const int projected = *rc::gen::inRange(0, 5);
        const auto bankSize = *rc::gen::inRange<std::int64_t>(1, 60);
        const auto coreset =
            build(settingsFor(anyStrategy(), bankSize), blocks, randomProjection(dimOf(blocks), projected, 5));
        RC_ASSERT(coreset.has_value());
        RC_ASSERT(coreset->rows.rows() <= bankSize);
        RC_ASSERT(coreset->rows.rows() == static_cast<std::int64_t>(coreset->origins.size()));
        RC_ASSERT(rowsAreThoseOfTheirOrigins(*coreset, blocks));
        const std::set<PatchRef> once(coreset->origins.begin(), coreset->origins.end());
        RC_ASSERT(once.size() == coreset->origins.size());
        RC_ASSERT(coreset->rows.empty() == joined(blocks).features.empty());
    }));
}

void TestCoresetBuilders::keepsEverythingWhileThereIsRoom()
{
    QVERIFY(rc::check("all rows, of equal ones one where a greedy pass picked", [] {
        const std::vector<Block> blocks = someBlocks(120);
        const FeatureMatrix seen = joined(blocks).features;
        const CoresetStrategy strategy = anyStrategy();
        const auto coreset = build(settingsFor(strategy, std::max<std::int64_t>(1, seen.rows())), blocks);
        RC_ASSERT(coreset.has_value());
        RC_ASSERT(coreset->greedyRadiusL2 == 0.0);
        RC_ASSERT(distinctContents(coreset->rows) == distinctContents(seen));
        if (strategy == CoresetStrategy::Offline || strategy == CoresetStrategy::Random)
            RC_ASSERT(contents(coreset->rows) == contents(seen));
        if (strategy == CoresetStrategy::Reservoir || strategy == CoresetStrategy::Gated ||
            strategy == CoresetStrategy::Tree)
            RC_ASSERT(contents(coreset->rows).size() == distinctContents(seen).size());
    }));
}

void TestCoresetBuilders::doesNotDependOnThreads()
{
    const std::vector<Block> blocks = blocksOf({latticeRows(700, 12, 4, 1), normalRows(900, 12, 2)});
    for (const CoresetStrategy strategy : strategies) {
        for (const int projected : {0, 6}) {
            const FeatureMatrix projection = randomProjection(12, projected, 3);
            CoresetSettings settings = settingsFor(strategy, 120);
            const auto one = build(settings, blocks, projection);
            for (const int threads : {0, 2, 4}) {
                settings.threads = threads;
                const auto many = build(settings, blocks, projection);
                QVERIFY(one.has_value() && many.has_value());
                QVERIFY(isTheSame(*one, *many));
            }
        }
    }
}

void TestCoresetBuilders::doesNotDependOnHowBlocksAreCut()
{
    QVERIFY(rc::check("offline and random see patches, not blocks", [] {
        const std::vector<Block> blocks = someBlocks(60);
        const auto strategy = *rc::gen::element(CoresetStrategy::Offline, CoresetStrategy::Random);
        const auto settings = settingsFor(strategy, *rc::gen::inRange<std::int64_t>(1, 60), 9);
        const auto cut = build(settings, blocks);
        const auto whole = build(settings, {joined(blocks)});
        RC_ASSERT(cut.has_value() && whole.has_value());
        RC_ASSERT(cut->origins == whole->origins);
        RC_ASSERT(cut->rows.values().size() == whole->rows.values().size());
        RC_ASSERT(std::ranges::equal(cut->rows.values(), whole->rows.values()));
    }));
}

void TestCoresetBuilders::goesOnFromAnyState()
{
    QVERIFY(rc::check("a builder that takes over another's state ends with its bank", [] {
        const std::vector<Block> blocks = someBlocks(120);
        const auto settings = settingsFor(anyStrategy(), *rc::gen::inRange<std::int64_t>(1, 60), 7);
        const FeatureMatrix projection = randomProjection(dimOf(blocks), *rc::gen::inRange(0, 5), 5);
        const auto expected = build(settings, blocks, projection);
        auto builder = CoresetBuilder::create(settings, projection).value();
        for (const Block &block : blocks) {
            auto next = CoresetBuilder::create(settings, projection).value();
            RC_ASSERT(next->restore(copyOf(builder->state()), {}).has_value());
            builder = std::move(next);
            RC_ASSERT(builder->add(block.features, block.origins, {}).has_value());
        }
        const auto coreset = builder->finish({});
        RC_ASSERT(expected.has_value() && coreset.has_value());
        RC_ASSERT(isTheSame(*coreset, *expected));
    }));
}

void TestCoresetBuilders::refusesStates()
{
    const std::vector<Block> blocks = blocksOf({normalRows(50, 6, 1)});
    for (const CoresetStrategy strategy : strategies) {
        const auto settings = settingsFor(strategy, 20);
        auto builder = CoresetBuilder::create(settings, FeatureMatrix(6, 0)).value();
        QVERIFY(builder->add(blocks[0].features, blocks[0].origins, {}));
        const CoresetState sound = copyOf(builder->state());
        CoresetState fewerOrigins = sound;
        fewerOrigins.origins.pop_back();
        CoresetState noNumbers = sound;
        noNumbers.numbers.clear();
        CoresetState otherDim = sound;
        otherDim.rows = FeatureMatrix(sound.rows.rows(), 5);
        CoresetState notANumber = sound;
        notANumber.numbers[0] = bitsOf(std::numeric_limits<double>::quiet_NaN());
        for (const CoresetState &damaged : {fewerOrigins, noNumbers, otherDim, notANumber}) {
            auto next = CoresetBuilder::create(settings, FeatureMatrix(6, 0)).value();
            const auto restored = next->restore(damaged, {});
            QVERIFY(!restored);
            QCOMPARE(restored.error().code, ErrorCode::BadFormat);
        }
        QVERIFY(CoresetBuilder::create(settings, FeatureMatrix(6, 0)).value()->restore(sound, {}));
    }
}

void TestCoresetBuilders::seedsDecide()
{
    const std::vector<Block> blocks = blocksOf({normalRows(300, 6, 1), normalRows(300, 6, 2)});
    for (const CoresetStrategy strategy : strategies) {
        const auto first = build(settingsFor(strategy, 40, 1), blocks);
        const auto again = build(settingsFor(strategy, 40, 1), blocks);
        const auto other = build(settingsFor(strategy, 40, 2), blocks);
        QVERIFY(first.has_value() && again.has_value() && other.has_value());
        QVERIFY(isTheSame(*first, *again));
        QVERIFY(first->origins != other->origins);
    }
}

void TestCoresetBuilders::refusesSettings()
{
    const auto code = [](std::int64_t bankSize, double workingFactor) {
        CoresetSettings settings = settingsFor(CoresetStrategy::Gated, bankSize);
        settings.workingFactor = workingFactor;
        return CoresetBuilder::create(settings, {}).error().code;
    };
    QCOMPARE(code(0, 2.0), ErrorCode::BadArgument);
    QCOMPARE(code(-3, 2.0), ErrorCode::BadArgument);
    QCOMPARE(code(10, 0.99), ErrorCode::BadArgument);
    QCOMPARE(code(10, 101.0), ErrorCode::BadArgument);
    QCOMPARE(code(10, std::numeric_limits<double>::quiet_NaN()), ErrorCode::BadArgument);
}

void TestCoresetBuilders::refusesBanksThatAreTooLarge()
{
    for (const CoresetStrategy strategy : strategies) {
        QVERIFY(CoresetBuilder::create(settingsFor(strategy, largestBankSize), {}));
        for (const std::int64_t rows : {largestBankSize + 1, std::numeric_limits<std::int64_t>::max()}) {
            const auto refused = CoresetBuilder::create(settingsFor(strategy, rows), {});
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::BadArgument);
            QCOMPARE(refused.error().detail,
                     "a bank of " + std::to_string(rows) + " rows cannot be built; it may have 1 to 10000000");
        }
    }
}

void TestCoresetBuilders::refusesBlocks_data()
{
    QTest::addColumn<CoresetStrategy>("strategy");
    for (const CoresetStrategy strategy : strategies)
        QTest::newRow(std::string(strategyName(strategy)).c_str()) << strategy;
}

void TestCoresetBuilders::refusesBlocks()
{
    QFETCH(CoresetStrategy, strategy);
    auto builder = CoresetBuilder::create(settingsFor(strategy, 20), {}).value();
    QVERIFY(builder->add(normalRows(8, 4, 1), originsOf(8), {}).has_value());
    QCOMPARE(builder->add(normalRows(8, 4, 2), originsOf(7), {}).error().code, ErrorCode::ShapeMismatch);
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        FeatureMatrix features = normalRows(8, 4, 2);
        features.row(5)[3] = bad;
        QCOMPARE(builder->add(features, originsOf(8), {}).error().code, ErrorCode::BadArgument);
    }
    // An empty block of any dimension is no block, and leaves that of the bank.
    QVERIFY(builder->add({}, {}, {}).has_value());
    QVERIFY(builder->add(FeatureMatrix(0, 9), {}, {}).has_value());
    QCOMPARE(builder->add(normalRows(8, 5, 2), originsOf(8), {}).error().code, ErrorCode::ShapeMismatch);
    QVERIFY(builder->add(normalRows(3, 4, 3), originsOf(3, 1), {}).has_value());
    QCOMPARE(builder->finish({}).value().rows.rows(), 11);
}

void TestCoresetBuilders::dimensionComesFromTheProjection()
{
    for (const CoresetStrategy strategy : strategies) {
        for (const int projected : {0, 3}) {
            auto builder = CoresetBuilder::create(settingsFor(strategy, 20), randomProjection(6, projected, 1)).value();
            QCOMPARE(builder->add(normalRows(8, 5, 1), originsOf(8), {}).error().code, ErrorCode::ShapeMismatch);
            QVERIFY(builder->add(normalRows(8, 6, 1), originsOf(8), {}).has_value());
            QCOMPARE(builder->finish({}).value().rows.dim(), 6);
        }
    }
}

void TestCoresetBuilders::cancels_data()
{
    refusesBlocks_data();
}

void TestCoresetBuilders::cancels()
{
    QFETCH(CoresetStrategy, strategy);
    for (const int projected : {0, 3}) {
        std::atomic<bool> cancel{false};
        const JobContext context(&cancel, {});
        const FeatureMatrix projection = randomProjection(6, projected, 1);
        auto builder = CoresetBuilder::create(settingsFor(strategy, 20), projection).value();
        QVERIFY(builder->add(normalRows(30, 6, 1), originsOf(30), context).has_value());
        cancel = true;
        QCOMPARE(builder->add(normalRows(30, 6, 2), originsOf(30, 1), context).error().code, ErrorCode::Cancelled);
    }
    if (strategy != CoresetStrategy::Reservoir && strategy != CoresetStrategy::Gated &&
        strategy != CoresetStrategy::Offline)
        return;
    const std::atomic<bool> cancel{true};
    auto builder = CoresetBuilder::create(settingsFor(strategy, 20), {}).value();
    QVERIFY(builder->add(normalRows(30, 6, 1), originsOf(30), {}).has_value());
    QCOMPARE(builder->finish(JobContext(&cancel, {})).error().code, ErrorCode::Cancelled);
}

void TestCoresetBuilders::nothingSeenNothingKept_data()
{
    refusesBlocks_data();
}

void TestCoresetBuilders::nothingSeenNothingKept()
{
    QFETCH(CoresetStrategy, strategy);
    const auto none = build(settingsFor(strategy, 5), {});
    QVERIFY(none.value().rows.empty() && none.value().origins.empty());
    const std::vector<Block> single = blocksOf({normalRows(1, 4, 1)});
    const auto one = build(settingsFor(strategy, 1), single);
    QVERIFY(one.value().rows == single.front().features);
    const auto ofMany = build(settingsFor(strategy, 1), blocksOf({normalRows(50, 4, 1), normalRows(50, 4, 2)}));
    QCOMPARE(ofMany.value().rows.rows(), 1);
}

void TestCoresetBuilders::namesGoThereAndBack()
{
    for (const CoresetStrategy strategy : strategies)
        QCOMPARE(strategyFromName(strategyName(strategy)).value(), strategy);
    QCOMPARE(strategyNames().size(), strategies.size());
    for (const std::string &name : strategyNames())
        QCOMPARE(std::string(strategyName(strategyFromName(name).value())), name);
    for (const std::string_view name : {"", "Gated", "forest"})
        QCOMPARE(strategyFromName(name).error().code, ErrorCode::BadArgument);
}

QTEST_APPLESS_MAIN(TestCoresetBuilders)
#include "tst_coreset_builders.moc"
