#include "core/coreset/patch_sampler.h"
#include "tests/core/coreset/made_blocks.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <set>

using namespace patina;
using namespace patina::made;
using namespace patina::support;

namespace {

PatchSample sampleOf(const std::vector<Block> &blocks, std::int64_t size, std::uint64_t seed)
{
    PatchSampler sampler(size, seed);
    for (const Block &block : blocks)
        sampler.add(block.features, block.origins);
    return sampler.take();
}

/// A patch's place in the stream is its only feature.
Block numbered(int patches)
{
    Block block{FeatureMatrix(patches, 1), originsOf(patches)};
    for (int i = 0; i < patches; ++i)
        block.features.row(i)[0] = static_cast<float>(i);
    return block;
}

} // namespace

class TestPatchSampler : public QObject
{
    Q_OBJECT

private slots:
    void drawsExactlyAsManyAsAsked();
    void rowsAreThoseOfTheirOrigins();
    void doesNotDependOnHowBlocksAreCut();
    void eachPatchIsAsLikely_data();
    void eachPatchIsAsLikely();
    void eachPairIsAsLikely();
    void sizeOfNothing();
};

void TestPatchSampler::drawsExactlyAsManyAsAsked()
{
    QVERIFY(rc::check("N patches, or all where there are fewer, none twice, in the order of their origins", [] {
        const std::vector<Block> blocks = someBlocks(100);
        const auto size = *rc::gen::inRange<std::int64_t>(0, 200);
        const PatchSample sample = sampleOf(blocks, size, *rc::gen::arbitrary<std::uint64_t>());
        RC_ASSERT(sample.features.rows() == std::min(size, joined(blocks).features.rows()));
        RC_ASSERT(static_cast<std::int64_t>(sample.origins.size()) == sample.features.rows());
        RC_ASSERT(std::ranges::adjacent_find(sample.origins, std::greater_equal{}) == sample.origins.end());
    }));
}

void TestPatchSampler::rowsAreThoseOfTheirOrigins()
{
    QVERIFY(rc::check("features travel with their origins", [] {
        const std::vector<Block> blocks = someBlocks(100);
        const PatchSample sample = sampleOf(blocks, 30, *rc::gen::arbitrary<std::uint64_t>());
        for (std::int64_t i = 0; i < sample.features.rows(); ++i) {
            const PatchRef &origin = sample.origins[static_cast<std::size_t>(i)];
            const FeatureMatrix &image = blocks[static_cast<std::size_t>(origin.image)].features;
            RC_ASSERT(std::ranges::equal(sample.features.row(i), image.row(origin.row * 16 + origin.column)));
        }
    }));
}

void TestPatchSampler::doesNotDependOnHowBlocksAreCut()
{
    QVERIFY(rc::check("the same patches for the same seed", [] {
        const std::vector<Block> blocks = someBlocks(100);
        const auto seed = *rc::gen::arbitrary<std::uint64_t>();
        const auto size = *rc::gen::inRange<std::int64_t>(1, 60);
        const PatchSample cut = sampleOf(blocks, size, seed);
        const PatchSample whole = sampleOf({joined(blocks)}, size, seed);
        RC_ASSERT(cut.origins == whole.origins);
        RC_ASSERT(std::ranges::equal(cut.features.values(), whole.features.values()));
    }));
}

void TestPatchSampler::eachPatchIsAsLikely_data()
{
    QTest::addColumn<int>("patches");
    QTest::addColumn<int>("size");
    QTest::newRow("one of many") << 40 << 1;
    QTest::newRow("a few of many") << 40 << 7;
    QTest::newRow("half") << 40 << 20;
    QTest::newRow("all but one") << 40 << 39;
}

/// Chi-square over how often each patch was drawn; draws without replacement depend on each other, which the factor
/// (n - 1) / n / (1 - p) undoes. 39 degrees of freedom exceed 72.1 once in a thousand times.
void TestPatchSampler::eachPatchIsAsLikely()
{
    QFETCH(int, patches);
    QFETCH(int, size);
    constexpr int draws = 5000;
    const Block block = numbered(patches);
    std::vector<double> drawn(static_cast<std::size_t>(patches));
    for (std::uint64_t seed = 0; seed < draws; ++seed) {
        const PatchSample sample = sampleOf({block}, size, seed);
        for (const float place : sample.features.values())
            ++drawn[static_cast<std::size_t>(place)];
    }
    const double share = static_cast<double>(size) / patches;
    double chiSquare = 0.0;
    for (const double count : drawn)
        chiSquare += std::pow(count - draws * share, 2) / (draws * share);
    chiSquare *= (patches - 1.0) / patches / (1.0 - share);
    QVERIFY2(chiSquare < 72.1, qPrintable(QString::number(chiSquare)));
    QVERIFY2(chiSquare > 15.0, "too even to be drawn at random");
}

void TestPatchSampler::eachPairIsAsLikely()
{
    constexpr int patches = 12;
    constexpr int size = 4;
    constexpr int draws = 20'000;
    const Block block = numbered(patches);
    std::vector<int> drawn(patches * patches);
    for (std::uint64_t seed = 0; seed < draws; ++seed) {
        const PatchSample sample = sampleOf({block}, size, seed);
        for (const float a : sample.features.values())
            for (const float b : sample.features.values())
                ++drawn[static_cast<std::size_t>(a) * patches + static_cast<std::size_t>(b)];
    }
    const double share = static_cast<double>(size * (size - 1)) / (patches * (patches - 1));
    const double sigma = std::sqrt(draws * share * (1.0 - share));
    for (std::size_t a = 0; a < patches; ++a)
        for (std::size_t b = 0; b < a; ++b)
            QVERIFY(std::abs(drawn[a * patches + b] - draws * share) < 4.5 * sigma);
}

void TestPatchSampler::sizeOfNothing()
{
    for (const std::int64_t size : {-5, 0}) {
        const PatchSample sample = sampleOf({numbered(9)}, size, 1);
        QVERIFY(sample.features.empty() && sample.origins.empty());
    }
    QVERIFY(sampleOf({}, 5, 1).features.empty());
}

QTEST_APPLESS_MAIN(TestPatchSampler)
#include "tst_patch_sampler.moc"
