#include "core/coreset/coreset_builder.h"
#include "tests/core/coreset/covering.h"
#include "tests/core/coreset/made_blocks.h"
#include "tests/core/coreset/slow_greedy.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace patina;
using namespace patina::made;
using namespace patina::support;

namespace {

std::vector<std::int64_t> rowsOfImage(const Coreset &coreset, std::int32_t image)
{
    std::vector<std::int64_t> rows;
    for (const PatchRef &origin : coreset.origins)
        if (origin.image == image)
            rows.push_back(origin.row * 16 + origin.column);
    return rows;
}

} // namespace

/// What the tree's levels cost, and that a union is shared out evenly.
class TestCoresetShares : public QObject
{
    Q_OBJECT

private slots:
    void treeCoversWithinItsBound();
    void unionGivesEachImageItsQuota();
    void unionFillsTheBank();
    void unionKeepsAnImagesBlocksTogether();
    void unionOfMoreImagesThanRowsStaysBounded();
};

/// A patch passes through its block's picks, one reduction for each level above, and the last one.
void TestCoresetShares::treeCoversWithinItsBound()
{
    QVERIFY(rc::check("the largest radius of a reduction, once for each level and twice more", [] {
        std::vector<Block> blocks = someBlocks(60);
        for (int more = *rc::gen::inRange(0, 4); more > 0; --more)
            for (Block &block : someBlocks(60))
                if (block.features.dim() == dimOf(blocks))
                    blocks.push_back(std::move(block));
        const FeatureMatrix seen = joined(blocks).features;
        const auto bankSize = *rc::gen::inRange<std::int64_t>(1, 65);
        const auto tree = build(settingsFor(CoresetStrategy::Tree, bankSize), blocks);
        const auto offline = build(settingsFor(CoresetStrategy::Offline, bankSize), blocks);
        RC_ASSERT(tree.has_value() && offline.has_value());
        const double passes = 2.0 + std::floor(std::log2(static_cast<double>(blocks.size())));
        RC_ASSERT(tree->greedyRadiusL2 <= 2.0 * coveringRadius(seen, offline->rows) * rounding);
        RC_ASSERT(coveringRadius(seen, tree->rows) <= passes * tree->greedyRadiusL2 * rounding);
    }));
}

void TestCoresetShares::unionGivesEachImageItsQuota()
{
    QVERIFY(rc::check("of each image the first greedy picks, as many as K over the images", [] {
        const auto images = *rc::gen::inRange<std::int64_t>(1, 7);
        const auto quota = *rc::gen::inRange<std::int64_t>(1, 12);
        auto seed = *rc::gen::arbitrary<std::uint64_t>();
        std::vector<FeatureMatrix> made;
        for (std::int64_t i = 0; i < images; ++i)
            made.push_back(normalRows(quota * images + 1, 5, ++seed)); // each would fill the bank
        const std::vector<Block> blocks = blocksOf(made);
        const CoresetSettings settings = settingsFor(CoresetStrategy::Union, quota * images, seed);
        const auto coreset = build(settings, blocks);
        RC_ASSERT(coreset.has_value());
        for (std::int32_t image = 0; image < images; ++image) {
            const std::vector<std::int64_t> rows = rowsOfImage(*coreset, image);
            RC_ASSERT(static_cast<std::int64_t>(rows.size()) == quota);
            const GreedyRequest request{quota, 0.0, rows.front(), 1, {}};
            RC_ASSERT(rows == slow::greedy(made[static_cast<std::size_t>(image)], request).picks);
        }
    }));
}

void TestCoresetShares::unionFillsTheBank()
{
    QVERIFY(
        rc::check("where images have fewer rows than their share, others have more, and none more than another", [] {
            auto seed = *rc::gen::arbitrary<std::uint64_t>();
            std::vector<FeatureMatrix> made;
            std::int64_t all = 0;
            for (int left = *rc::gen::inRange(1, 8); left > 0; --left) {
                made.push_back(normalRows(*rc::gen::inRange<std::int64_t>(0, 40), 5, ++seed));
                all += made.back().rows();
            }
            const auto bankSize = *rc::gen::inRange<std::int64_t>(1, 80);
            const auto coreset = build(settingsFor(CoresetStrategy::Union, bankSize, seed), blocksOf(made));
            RC_ASSERT(coreset.has_value());
            RC_ASSERT(coreset->rows.rows() == std::min(bankSize, all));
            std::size_t most = 0;
            for (std::size_t image = 0; image < made.size(); ++image)
                most = std::max(most, rowsOfImage(*coreset, static_cast<std::int32_t>(image)).size());
            for (std::size_t image = 0; image < made.size(); ++image) {
                // What rounding up to whole rows gives too much is cut by greedy, from any image.
                const std::size_t kept = rowsOfImage(*coreset, static_cast<std::int32_t>(image)).size();
                RC_ASSERT(kept + made.size() >= std::min(most, static_cast<std::size_t>(made[image].rows())));
            }
        }));
}

void TestCoresetShares::unionKeepsAnImagesBlocksTogether()
{
    QVERIFY(rc::check("no image has more than its quota, however it is cut into blocks", [] {
        std::vector<Block> blocks;
        auto seed = *rc::gen::arbitrary<std::uint64_t>();
        for (std::int32_t image = 0; image < 3; ++image)
            for (int part = 0; part < 3; ++part)
                blocks.push_back({normalRows(40, 4, ++seed), originsOf(40, image)});
        const CoresetSettings settings = settingsFor(CoresetStrategy::Union, 30, seed);
        for (const auto &shown : {blocks, std::vector<Block>{joined(blocks)}}) {
            const auto coreset = build(settings, shown);
            RC_ASSERT(coreset.has_value());
            for (std::int32_t image = 0; image < 3; ++image)
                RC_ASSERT(rowsOfImage(*coreset, image).size() == 10U);
        }
    }));
}

void TestCoresetShares::unionOfMoreImagesThanRowsStaysBounded()
{
    constexpr std::int64_t bankSize = 20;
    auto builder = CoresetBuilder::create(settingsFor(CoresetStrategy::Union, bankSize, 3), {}).value();
    for (std::int32_t image = 0; image < 150; ++image) {
        QVERIFY(builder->add(normalRows(9, 4, static_cast<std::uint64_t>(image)), originsOf(9, image), {}));
        QVERIFY(copyOf(builder->state()).rows.rows() <= 2 * bankSize);
    }
    QCOMPARE(builder->finish({}).value().rows.rows(), bankSize);
}

QTEST_APPLESS_MAIN(TestCoresetShares)
#include "tst_coreset_shares.moc"
