#include "core/coreset/coreset_builder.h"
#include "tests/core/coreset/made_blocks.h"

#include <QtTest>

#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>

using namespace patina;
using namespace patina::made;
using namespace patina::support;

Q_DECLARE_METATYPE(patina::CoresetStrategy)

namespace {

std::atomic<std::size_t> liveBytes{0};
std::atomic<std::size_t> peakBytes{0};

void *counted(std::size_t size)
{
    void *block = std::malloc(size == 0 ? 1 : size);
    if (block == nullptr)
        throw std::bad_alloc();
    const std::size_t live = liveBytes += malloc_usable_size(block);
    std::size_t peak = peakBytes;
    while (live > peak && !peakBytes.compare_exchange_weak(peak, live)) {
    }
    return block;
}

void release(void *block) noexcept
{
    if (block != nullptr)
        liveBytes -= malloc_usable_size(block);
    std::free(block);
}

} // namespace

void *operator new(std::size_t size)
{
    return counted(size);
}

void *operator new[](std::size_t size)
{
    return counted(size);
}

void operator delete(void *block) noexcept
{
    release(block);
}

void operator delete[](void *block) noexcept
{
    release(block);
}

void operator delete(void *block, std::size_t) noexcept
{
    release(block);
}

void operator delete[](void *block, std::size_t) noexcept
{
    release(block);
}

/// Memory does not grow with what a builder has seen.
class TestCoresetMemory : public QObject
{
    Q_OBJECT

private slots:
    void staysBounded_data();
    void staysBounded();
    void holdsAReservoirOnce();
};

void TestCoresetMemory::staysBounded_data()
{
    QTest::addColumn<CoresetStrategy>("strategy");
    QTest::addColumn<int>("projected");
    for (const auto strategy : {CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::MeldReduce,
                                CoresetStrategy::Tree, CoresetStrategy::Union, CoresetStrategy::Random})
        for (const int projected : {0, 16})
            QTest::addRow("%s, projected to %d", std::string(strategyName(strategy)).c_str(), projected)
                << strategy << projected;
}

void TestCoresetMemory::staysBounded()
{
    QFETCH(CoresetStrategy, strategy);
    QFETCH(int, projected);
    constexpr std::int64_t bankSize = 100;
    constexpr std::int64_t blockRows = 1000;
    constexpr int dim = 64;
    const CoresetSettings settings = settingsFor(strategy, bankSize);
    // Working set of cap + K rows and the novel rows of a part of K; where a vector grows, its old and its doubled
    // storage, so three times that; the reduced bank. Projected block; 64 bytes of book-keeping for each of its rows.
    // The tree has a summary for each of its levels: six, of forty blocks.
    const std::int64_t summaries = strategy == CoresetStrategy::Tree ? 6 * bankSize : 0;
    const std::int64_t sampled = strategy == CoresetStrategy::Reservoir ? settings.reservoirRows + bankSize : 0;
    const auto workingRows =
        static_cast<std::int64_t>(settings.workingFactor * bankSize) + 2 * bankSize + summaries + sampled;
    const auto bound = static_cast<std::size_t>((3 * workingRows + bankSize) * (dim + projected) * 4 +
                                                blockRows * (projected * 4 + 64));
    const FeatureMatrix projection = randomProjection(dim, projected, 1);
    auto builder = CoresetBuilder::create(settings, projection).value();
    const std::size_t before = liveBytes;
    for (std::int32_t image = 0; image < 40; ++image) {
        // Ever farther out, so that every block has much that is new.
        const FeatureMatrix features = normalRows(blockRows, dim, static_cast<std::uint64_t>(image), 1.0 + image);
        const std::vector<PatchRef> origins = originsOf(blockRows, image);
        const std::size_t shown = liveBytes;
        peakBytes = shown;
        QVERIFY(builder->add(features, origins, {}).has_value());
        const std::size_t needed = peakBytes - shown + (shown - before - features.values().size_bytes());
        QVERIFY2(needed < bound, qPrintable(QString("%1 bytes, bound %2").arg(needed).arg(bound)));
    }
    QCOMPARE(builder->finish({}).value().rows.rows(), bankSize);
}

/// A reservoir is most of what a run holds: it is never there twice, neither full, nor joined with the net, nor
/// reduced.
void TestCoresetMemory::holdsAReservoirOnce()
{
    constexpr std::int64_t bankSize = 100;
    constexpr std::int64_t blockRows = 1000;
    constexpr int dim = 64;
    CoresetSettings settings = settingsFor(CoresetStrategy::Reservoir, bankSize);
    settings.reservoirRows = 20'000;
    constexpr std::size_t rowBytes = dim * 4 + sizeof(PatchRef);
    const auto reservoir = static_cast<std::size_t>(settings.reservoirRows) * rowBytes;
    const std::size_t before = liveBytes;
    peakBytes = before;
    auto builder = CoresetBuilder::create(settings, FeatureMatrix(dim, 0)).value();
    for (std::int32_t image = 0; image < 30; ++image) {
        const FeatureMatrix features = normalRows(blockRows, dim, static_cast<std::uint64_t>(image));
        QVERIFY(builder->add(features, originsOf(blockRows, image), {}).has_value());
        QCOMPARE(builder->state().parts.size(), image < 20 ? 1U : 2U);
    }
    QCOMPARE(builder->finish({}).value().rows.rows(), bankSize);
    const std::size_t needed = peakBytes - before;
    QVERIFY2(needed > reservoir && needed < reservoir + reservoir / 2, qPrintable(QString::number(needed)));
}

QTEST_APPLESS_MAIN(TestCoresetMemory)
#include "tst_coreset_memory.moc"
