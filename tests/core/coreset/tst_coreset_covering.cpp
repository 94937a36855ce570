#include "core/base/random.h"
#include "core/coreset/coreset_builder.h"
#include "tests/core/coreset/covering.h"
#include "tests/core/coreset/made_blocks.h"
#include "tests/core/coreset/slow_greedy.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <set>

using namespace patina;
using namespace patina::made;
using namespace patina::support;

namespace {

/// The gated strategy as it is told, without a short cut.
class SlowGate
{
public:
    SlowGate(const CoresetSettings &settings, FeatureMatrix projection)
        : m_bankSize(settings.bankSize),
          m_cap(std::ceil(settings.workingFactor * static_cast<double>(settings.bankSize))), m_random(settings.seed),
          m_projection(std::move(projection))
    {
    }

    void add(const Block &block)
    {
        for (std::int64_t first = 0; first < block.features.rows(); first += m_bankSize) {
            const std::int64_t rows = std::min(m_bankSize, block.features.rows() - first);
            addPart(rowsOf(block.features, first, rows), std::span(block.origins).subspan(first, rows));
        }
    }

    Coreset finish()
    {
        if (m_bank.rows.rows() > m_bankSize || (m_bank.greedyRadiusL2 == 0.0 && !m_bank.rows.empty()))
            reduce();
        return m_bank;
    }

private:
    FeatureMatrix selection(const FeatureMatrix &rows) const { return project(rows, m_projection, 1, {}).value(); }

    void addPart(const FeatureMatrix &part, std::span<const PatchRef> origins)
    {
        if (m_bank.greedyRadiusL2 == 0.0) {
            m_bank.rows.appendRows(part);
            m_bank.origins.insert(m_bank.origins.end(), origins.begin(), origins.end());
        } else {
            addNovel(part, origins);
        }
        if (static_cast<double>(m_bank.rows.rows()) > m_cap)
            reduce();
    }

    void addNovel(const FeatureMatrix &part, std::span<const PatchRef> origins)
    {
        const FeatureMatrix bank = selection(m_bank.rows);
        const FeatureMatrix patches = selection(part);
        FeatureMatrix novel(0, patches.dim());
        std::vector<std::int64_t> rows;
        std::vector<float> distances;
        for (std::int64_t row = 0; row < patches.rows(); ++row) {
            float nearest = std::numeric_limits<float>::infinity();
            for (std::int64_t i = 0; i < bank.rows(); ++i)
                nearest =
                    std::min(nearest, squaredDistance(patches.row(row).data(), bank.row(i).data(), patches.dim()));
            if (std::sqrt(static_cast<double>(nearest)) <= m_bank.greedyRadiusL2)
                continue;
            novel.appendRow(patches.row(row));
            rows.push_back(row);
            distances.push_back(nearest);
        }
        GreedyRequest request{novel.rows(), m_bank.greedyRadiusL2, 0, 1, distances};
        for (const std::int64_t pick : slow::greedy(novel, request).picks) {
            const std::int64_t row = rows[static_cast<std::size_t>(pick)];
            m_bank.rows.appendRow(part.row(row));
            m_bank.origins.push_back(origins[static_cast<std::size_t>(row)]);
        }
    }

    void reduce()
    {
        GreedyRequest request;
        request.count = m_bankSize;
        request.firstPick = static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(m_bank.rows.rows())));
        const GreedySelection kept = slow::greedy(selection(m_bank.rows), request);
        Coreset reduced;
        for (const std::int64_t pick : kept.picks) {
            reduced.rows.appendRow(m_bank.rows.row(pick));
            reduced.origins.push_back(m_bank.origins[static_cast<std::size_t>(pick)]);
        }
        reduced.greedyRadiusL2 = std::max(m_bank.greedyRadiusL2, kept.radiusL2);
        m_bank = std::move(reduced);
    }

    std::int64_t m_bankSize;
    double m_cap;
    Random m_random;
    FeatureMatrix m_projection;
    Coreset m_bank;
};

CoresetSettings gatedSettings(std::int64_t mostRows)
{
    auto settings = settingsFor(CoresetStrategy::Gated, *rc::gen::inRange<std::int64_t>(1, mostRows),
                                *rc::gen::arbitrary<std::uint64_t>());
    settings.workingFactor = *rc::gen::element(1.0, 1.3, 2.0, 4.0);
    return settings;
}

/// Clusters of a diameter under 1 whose centres are 40 apart, shuffled into blocks; the first value names the cluster.
std::vector<Block> clusteredBlocks(int clusters)
{
    Random random(*rc::gen::arbitrary<std::uint64_t>());
    std::vector<int> patches;
    for (int cluster = 0; cluster < clusters; ++cluster)
        patches.insert(patches.end(), 1 + (random.below(3) == 0 ? 0 : random.below(60)), cluster);
    for (std::size_t i = patches.size(); i > 1; --i)
        std::swap(patches[i - 1], patches[random.below(i)]);
    std::vector<FeatureMatrix> images(1 + random.below(6), FeatureMatrix(0, 4));
    for (const int cluster : patches) {
        std::vector<float> row{static_cast<float>(cluster) * 40.0F, 0.0F, 0.0F, 0.0F};
        for (float &value : row)
            value += static_cast<float>(random.uniform() * 0.4);
        images[random.below(images.size())].appendRow(row);
    }
    return blocksOf(images);
}

std::set<int> clustersOf(const FeatureMatrix &rows)
{
    std::set<int> clusters;
    for (std::int64_t i = 0; i < rows.rows(); ++i)
        clusters.insert(static_cast<int>(rows.row(i)[0] / 40.0F));
    return clusters;
}

} // namespace

/// How well the strategies that pick greedily cover what they have seen.
class TestCoresetCovering : public QObject
{
    Q_OBJECT

private slots:
    void offlineIsGreedyOverEverything();
    void gatedIsWhatItIsToldToBe();
    void gatedCoversWithinItsBound();
    void gatedKeepsRowsApart();
    void meldReduceCoversWithinItsBound();
    void rareVariantsStay();
};

void TestCoresetCovering::offlineIsGreedyOverEverything()
{
    QVERIFY(rc::check("pick for pick, on the projected patches", [] {
        const std::vector<Block> blocks = someBlocks(80);
        const Block all = joined(blocks);
        const auto bankSize = *rc::gen::inRange<std::int64_t>(1, 60);
        RC_PRE(all.features.rows() > bankSize);
        const auto seed = *rc::gen::arbitrary<std::uint64_t>();
        const FeatureMatrix projection = randomProjection(dimOf(blocks), *rc::gen::inRange(0, 5), 3);
        GreedyRequest request;
        request.count = bankSize;
        request.firstPick =
            static_cast<std::int64_t>(Random(seed).below(static_cast<std::uint64_t>(all.features.rows())));
        const GreedySelection expected = slow::greedy(project(all.features, projection, 1, {}).value(), request);
        const auto coreset = build(settingsFor(CoresetStrategy::Offline, bankSize, seed), blocks, projection);
        RC_ASSERT(coreset.has_value());
        RC_ASSERT(coreset->greedyRadiusL2 == expected.radiusL2);
        RC_ASSERT(coreset->origins.size() == expected.picks.size());
        for (std::size_t i = 0; i < expected.picks.size(); ++i)
            RC_ASSERT(coreset->origins[i] == all.origins[static_cast<std::size_t>(expected.picks[i])]);
    }));
}

void TestCoresetCovering::gatedIsWhatItIsToldToBe()
{
    QVERIFY(rc::check("bit for bit what measuring everything gives", [] {
        const std::vector<Block> blocks = someBlocks(150);
        const CoresetSettings settings = gatedSettings(40);
        const FeatureMatrix projection = randomProjection(dimOf(blocks), *rc::gen::inRange(0, 5), 3);
        SlowGate slow(settings, projection);
        for (const Block &block : blocks)
            slow.add(block);
        const auto coreset = build(settings, blocks, projection);
        RC_ASSERT(coreset.has_value());
        const Coreset expected = slow.finish();
        RC_ASSERT(coreset->origins == expected.origins);
        RC_ASSERT(coreset->greedyRadiusL2 == expected.greedyRadiusL2);
        RC_ASSERT(std::ranges::equal(coreset->rows.values(), expected.rows.values()));
    }));
}

/// Let R be the largest radius that a reduction reached. A patch is within R of a row when it is left out, and each
/// later reduction moves it by at most R; between two of them there are at least cap - K + 1 new rows. K + 1 rows were
/// R apart, so no K rows of any kind cover them within less than R / 2.
void TestCoresetCovering::gatedCoversWithinItsBound()
{
    QVERIFY(rc::check("R times the reductions, and R within twice the offline radius", [] {
        const std::vector<Block> blocks = someBlocks(150);
        const FeatureMatrix seen = joined(blocks).features;
        const CoresetSettings settings = gatedSettings(40);
        const auto gated = build(settings, blocks);
        RC_PRE(!seen.empty());
        const auto cap =
            static_cast<std::int64_t>(std::ceil(settings.workingFactor * static_cast<double>(settings.bankSize)));
        const auto reductions = 1.0 + static_cast<double>(seen.rows() / (cap - settings.bankSize + 1));
        RC_ASSERT(gated.has_value());
        RC_ASSERT(coveringRadius(seen, gated->rows) <= reductions * gated->greedyRadiusL2 * rounding);
        const auto offline = build(settingsFor(CoresetStrategy::Offline, settings.bankSize), blocks);
        RC_ASSERT(gated->greedyRadiusL2 <= 2.0 * coveringRadius(seen, offline->rows) * rounding);
    }));
}

void TestCoresetCovering::gatedKeepsRowsApart()
{
    QVERIFY(rc::check("no two rows are equal or nearer to each other than the radius", [] {
        const auto gated = build(gatedSettings(40), someBlocks(150));
        RC_ASSERT(gated.has_value());
        for (std::int64_t i = 1; i < gated->rows.rows(); ++i)
            for (std::int64_t j = 0; j < i; ++j) {
                const double distance = distanceBetween(gated->rows.row(i), gated->rows.row(j));
                RC_ASSERT(distance > 0.0 && distance >= gated->greedyRadiusL2);
            }
    }));
}

/// Up to 64 rows, each block gives as many picks as the bank has rows: they and every reduction stay within twice the
/// best radius.
void TestCoresetCovering::meldReduceCoversWithinItsBound()
{
    QVERIFY(rc::check("twice the offline radius, once for the block and once for each reduction", [] {
        const std::vector<Block> blocks = someBlocks(150);
        const FeatureMatrix seen = joined(blocks).features;
        const auto bankSize = *rc::gen::inRange<std::int64_t>(1, 65);
        const auto melded = build(settingsFor(CoresetStrategy::MeldReduce, bankSize), blocks);
        const auto offline = build(settingsFor(CoresetStrategy::Offline, bankSize), blocks);
        RC_ASSERT(melded.has_value() && offline.has_value());
        const double passes = 1.0 + static_cast<double>(blocks.size());
        const double best = coveringRadius(seen, offline->rows);
        RC_ASSERT(melded->greedyRadiusL2 <= 2.0 * best * rounding);
        RC_ASSERT(coveringRadius(seen, melded->rows) <= 2.0 * passes * best * rounding);
    }));
}

/// A radius stays below a cluster's diameter while there are no more clusters than rows, so no reduction hands a
/// cluster's last row to another.
void TestCoresetCovering::rareVariantsStay()
{
    QVERIFY(rc::check("each cluster keeps a row, even one seen once", [] {
        const int clusters = *rc::gen::inRange(1, 30);
        const std::vector<Block> blocks = clusteredBlocks(clusters);
        const auto strategy =
            *rc::gen::element(CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::MeldReduce,
                              CoresetStrategy::Tree, CoresetStrategy::Offline);
        CoresetSettings settings = settingsFor(strategy, clusters + *rc::gen::inRange(0, 8));
        settings.workingFactor = *rc::gen::element(1.0, 2.0);
        const auto coreset = build(settings, blocks);
        RC_ASSERT(coreset.has_value());
        RC_ASSERT(clustersOf(coreset->rows) == clustersOf(joined(blocks).features));
    }));
}

QTEST_APPLESS_MAIN(TestCoresetCovering)
#include "tst_coreset_covering.moc"
