#include "core/coreset/patch_probe.h"
#include "core/coreset/row_support.h"
#include "core/index/squared_distance.h"
#include "tests/support/made_features.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <set>

using namespace patina;
using namespace patina::support;

namespace {

constexpr int dim = 6;

struct Image
{
    PatchRef ref;
    FeatureMatrix patches;
};

/// Images of lattice points, which have many ties and duplicates, and a bank of some patches of each.
struct Case
{
    std::vector<Image> images;
    FeatureMatrix bank{0, dim};
    std::vector<PatchRef> origins;

    /// So many rows and values that blocks are laid out for searching, in directions.
    static Case wide(int count, std::uint64_t seed)
    {
        constexpr int wideDim = 40;
        Case made;
        made.bank = FeatureMatrix(0, wideDim);
        for (int i = 0; i < count; ++i) {
            FeatureMatrix patches = normalRows(180, wideDim, seed + static_cast<std::uint64_t>(i));
            for (std::int64_t p = 0; p < patches.rows(); ++p)
                for (std::size_t k = 0; k < wideDim; ++k)
                    patches.row(p)[k] *= 3.0F / static_cast<float>(1 + k); // some directions tell more
            for (std::int32_t row = 0; row < 40; ++row) {
                made.bank.appendRow(patches.row(row * 4));
                made.origins.push_back({0, i, 0, row * 4});
            }
            made.images.push_back({{0, i, 0, 0}, std::move(patches)});
        }
        return made;
    }

    Case() = default;
    Case(int count, int levels, std::uint64_t seed)
    {
        for (int i = 0; i < count; ++i) {
            // Two data set versions have images of the same numbers.
            images.push_back(
                {{i % 2, i / 2, 0, 0}, latticeRows(40, dim, levels, seed + static_cast<std::uint64_t>(i))});
            for (std::int32_t row = 0; row < 5; ++row) {
                bank.appendRow(images.back().patches.row(row * 3));
                origins.push_back({i % 2, i / 2, 0, row * 3});
            }
        }
    }
};

float distance(const FeatureMatrix &a, std::int64_t i, const FeatureMatrix &b, std::int64_t j)
{
    return std::sqrt(squaredDistance(a.row(i).data(), b.row(j).data(), a.dim()));
}

/// What SupportCounter must equal.
std::vector<std::int32_t> slowSupport(const Case &made)
{
    const auto rows = static_cast<std::size_t>(made.bank.rows());
    std::vector<std::int32_t> support(rows, 1);
    for (const Image &image : made.images) {
        std::set<std::size_t> asked;
        for (std::int64_t p = 0; p < image.patches.rows(); ++p) {
            std::size_t nearest = 0;
            for (std::size_t row = 0; row < rows; ++row)
                if (distance(image.patches, p, made.bank, static_cast<std::int64_t>(row)) <
                    distance(image.patches, p, made.bank, static_cast<std::int64_t>(nearest)))
                    nearest = row;
            if (!sameImage(made.origins[nearest], image.ref))
                asked.insert(nearest);
        }
        for (const std::size_t row : asked)
            ++support[row];
    }
    return support;
}

/// Shows the images to `take` in blocks.
void inBlocks(const Case &made, std::int64_t blockRows,
              const std::function<Result<void>(const FeatureMatrix &, const PatchRef &)> &take)
{
    for (const Image &image : made.images)
        for (std::int64_t first = 0; first < image.patches.rows(); first += blockRows) {
            const auto block = rowsOf(image.patches, first, std::min(blockRows, image.patches.rows() - first));
            QVERIFY(take(block, image.ref));
        }
}

std::vector<std::int32_t> countedSupport(const Case &made, std::int64_t blockRows, int threads)
{
    SupportCounter counter(made.bank, made.origins, threads);
    inBlocks(made, blockRows, [&](const FeatureMatrix &block, const PatchRef &image) {
        return counter.add(block, image, {}).map([](const Neighbours &) {});
    });
    return counter.take();
}

/// Rows of the bank and their distance to the n-th nearest image but their own, from `enough` on.
using Distances = std::map<std::size_t, float>;

/// What PatchProbe must find.
Distances slowDistances(const Case &made, const std::vector<std::size_t> &which, int nearby, float enough)
{
    Distances distances;
    for (const std::size_t row : which) {
        std::vector<float> images(8, std::numeric_limits<float>::infinity());
        for (const Image &image : made.images) {
            if (sameImage(made.origins[row], image.ref))
                continue;
            float nearest = std::numeric_limits<float>::infinity();
            for (std::int64_t p = 0; p < image.patches.rows(); ++p)
                nearest = std::min(nearest, distance(image.patches, p, made.bank, static_cast<std::int64_t>(row)));
            images.push_back(nearest);
        }
        std::ranges::sort(images);
        const float distance = images[static_cast<std::size_t>(nearby - 1)];
        if (distance >= enough)
            distances[row] = distance;
    }
    return distances;
}

/// What a probe is told of the images beside their patches.
enum class Told { Nothing, NearestRows };

Distances probed(const Case &made, const std::vector<std::size_t> &which, int nearby, float enough,
                 std::int64_t blockRows, int threads, Told told)
{
    PatchProbe probe(made.bank, made.origins, which, nearby, enough);
    const auto bank = NeighbourIndex::create(made.bank, 1).value();
    const PrefixSpace directions(made.bank);
    inBlocks(made, blockRows, [&](const FeatureMatrix &block, const PatchRef &image) {
        if (told == Told::Nothing) {
            BlockSearch search(block, threads);
            return probe.add(search, nullptr, image, {});
        }
        BlockSearch search(block, threads, &directions);
        const Neighbours nearest = bank->nearest(block, {}).value();
        return probe.add(search, &nearest, image, {});
    });
    Distances distances;
    for (const PatchProbe::Found &found : probe.take())
        distances[found.patch] = found.distanceL2;
    return distances;
}

std::vector<std::size_t> rowsUpTo(std::int64_t count)
{
    std::vector<std::size_t> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

} // namespace

class TestRowSupport : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatTheSlowWayCounts_data();
    void countsWhatTheSlowWayCounts();
    void oneImageBearsNothingOut();
    void probesWhatTheSlowWayFinds_data();
    void probesWhatTheSlowWayFinds();
    void searchesWhatTheSlowWayFinds_data();
    void searchesWhatTheSlowWayFinds();
    void probesOfSeveralRanksAreJoined();
    void threeImagesAreEnough();
    void fewAndManyFindTheSame();
    void cancels();
};

void TestRowSupport::countsWhatTheSlowWayCounts_data()
{
    QTest::addColumn<int>("levels");
    QTest::addColumn<std::int64_t>("blockRows");
    QTest::addColumn<int>("threads");
    for (const int levels : {2, 9, 100})
        for (const int threads : {1, 3})
            for (const std::int64_t blockRows : {7, 40})
                QTest::addRow("%d levels, blocks of %d, %d threads", levels, static_cast<int>(blockRows), threads)
                    << levels << blockRows << threads;
}

void TestRowSupport::countsWhatTheSlowWayCounts()
{
    QFETCH(const int, levels);
    QFETCH(const std::int64_t, blockRows);
    QFETCH(const int, threads);
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const Case made(7, levels, 10 * seed);
        QCOMPARE(countedSupport(made, blockRows, threads), slowSupport(made));
    }
}

void TestRowSupport::oneImageBearsNothingOut()
{
    const Case made(1, 9, 3);
    const auto support = countedSupport(made, 40, 2);
    QVERIFY(std::ranges::all_of(support, [](int images) { return images == 1; }));
    const auto rows = rowsUpTo(made.bank.rows());
    const Distances distances = probed(made, rows, 1, 0.0F, 40, 2, Told::NearestRows);
    QCOMPARE(distances.size(), rows.size());
    for (const auto &[row, distance] : distances)
        QVERIFY(std::isinf(distance));
}

void TestRowSupport::probesWhatTheSlowWayFinds_data()
{
    QTest::addColumn<Told>("told");
    QTest::addColumn<int>("levels");
    QTest::addColumn<std::int64_t>("blockRows");
    QTest::addColumn<int>("threads");
    for (const Told told : {Told::Nothing, Told::NearestRows})
        for (const int levels : {2, 9, 100})
            for (const int threads : {1, 3})
                for (const std::int64_t blockRows : {7, 40})
                    QTest::addRow("%s, %d levels, blocks of %d, %d threads",
                                  told == Told::Nothing ? "patches" : "patches and nearest rows", levels,
                                  static_cast<int>(blockRows), threads)
                        << told << levels << blockRows << threads;
}

void TestRowSupport::probesWhatTheSlowWayFinds()
{
    QFETCH(const Told, told);
    QFETCH(const int, levels);
    QFETCH(const std::int64_t, blockRows);
    QFETCH(const int, threads);
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const Case made(7, levels, 10 * seed);
        auto which = rowsUpTo(made.bank.rows());
        for (const int nearby : {1, 3, 8}) // of seven images there is no eighth
            QCOMPARE(probed(made, which, nearby, 0.0F, blockRows, threads, told),
                     slowDistances(made, which, nearby, 0.0F));
        // Only those that are asked for, and only what does not have enough.
        which.erase(which.begin() + 3, which.begin() + 9);
        const float middle = slowDistances(made, which, 3, 0.0F).at(which[which.size() / 2]);
        for (const float enough : {0.5F * middle, middle, std::nextafter(middle, 1e9F), 1.5F * middle})
            QCOMPARE(probed(made, which, 3, enough, blockRows, threads, told), slowDistances(made, which, 3, enough));
    }
}

void TestRowSupport::searchesWhatTheSlowWayFinds_data()
{
    QTest::addColumn<Told>("told");
    QTest::addColumn<std::int64_t>("blockRows");
    for (const Told told : {Told::Nothing, Told::NearestRows})
        for (const std::int64_t blockRows : {70, 180})
            QTest::addRow("%s, blocks of %d", told == Told::Nothing ? "patches" : "patches and nearest rows",
                          static_cast<int>(blockRows))
                << told << blockRows;
}

/// With more rows than are measured one by one.
void TestRowSupport::searchesWhatTheSlowWayFinds()
{
    QFETCH(const Told, told);
    QFETCH(const std::int64_t, blockRows);
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        const Case made = Case::wide(6, 100 * seed);
        const auto which = rowsUpTo(made.bank.rows());
        std::vector<float> all;
        for (const auto &[row, distance] : slowDistances(made, which, 2, 0.0F))
            all.push_back(distance);
        std::ranges::sort(all);
        for (const float enough : {0.0F, all[all.size() / 4], all[all.size() / 2], all[all.size() * 9 / 10]})
            for (const int threads : {1, 3})
                QCOMPARE(probed(made, which, 2, enough, blockRows, threads, told),
                         slowDistances(made, which, 2, enough));
    }
}

void TestRowSupport::probesOfSeveralRanksAreJoined()
{
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        const Case made = Case::wide(7, 100 * seed);
        const auto which = rowsUpTo(made.bank.rows());
        const auto bank = NeighbourIndex::create(made.bank, 1).value();
        std::vector<float> all;
        for (const auto &[row, distance] : slowDistances(made, which, 3, 0.0F))
            all.push_back(distance);
        std::ranges::sort(all);
        for (const float enough : {0.0F, all[all.size() / 2], all[all.size() * 9 / 10]})
            for (const std::size_t ranks : {2U, 3U}) {
                std::vector<PatchProbe> probes;
                for (std::size_t rank = 0; rank < ranks; ++rank)
                    probes.emplace_back(made.bank, made.origins, which, 3, static_cast<double>(enough));
                for (std::size_t i = 0; i < made.images.size(); ++i) {
                    const Image &image = made.images[i];
                    BlockSearch search(image.patches, 2);
                    const Neighbours nearest = bank->nearest(image.patches, {}).value();
                    QVERIFY(probes[i % ranks].add(search, &nearest, image.ref, {}));
                }
                std::vector<PatchProbe::Followed> followed;
                for (PatchProbe &probe : probes)
                    followed.insert(followed.end(), probe.followed().begin(), probe.followed().end());
                probes.front().join(std::move(followed), static_cast<int>(ranks));
                Distances found;
                for (const PatchProbe::Found &patch : probes.front().take())
                    found[patch.patch] = patch.distanceL2;
                QCOMPARE(found, slowDistances(made, which, 3, enough));
            }
    }
}

/// A row that three images but its own have the like of; one that two have; one that none has.
void TestRowSupport::threeImagesAreEnough()
{
    FeatureMatrix bank(0, 1);
    for (const float value : {0.0F, 10.0F, 30.0F})
        bank.appendRow({{value}});
    const std::vector<PatchRef> origins{{0, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 0, 2}};
    PatchProbe probe(bank, origins, {0, 1, 2}, 3, 2.0);
    const std::vector<std::vector<float>> images{{0.0F, 10.0F, 30.0F}, {0.5F, 10.5F}, {0.5F}, {1.0F, 11.0F}, {4.0F}};
    for (std::size_t i = 0; i < images.size(); ++i) {
        FeatureMatrix patches(0, 1);
        for (const float value : images[i])
            patches.appendRow({{value}});
        BlockSearch search(patches, 1);
        QVERIFY(probe.add(search, nullptr, {0, static_cast<std::int32_t>(i), 0, 0}, {}));
    }
    QVERIFY(!probe.done());
    const auto found = probe.take();
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].patch, std::size_t{1});
    QCOMPARE(found[0].distanceL2, 6.0F);
    QCOMPARE(found[1].patch, std::size_t{2});
    QCOMPARE(found[1].distanceL2, 26.0F);
    QVERIFY(probe.done());
    QCOMPARE(nearbyImages(20), 3);
    QCOMPARE(nearbyImages(60), 4);
    QCOMPARE(nearbyImages(1'000'000), 8);
}

/// Few queries measure every row, many build an index.
void TestRowSupport::fewAndManyFindTheSame()
{
    const FeatureMatrix block = latticeRows(300, dim, 9, 1);
    const FeatureMatrix queries = latticeRows(200, dim, 9, 2);
    BlockSearch many(block, 3);
    const auto all = many.nearestL2(queries, {}).value();
    QCOMPARE(all, NeighbourIndex::create(block, 1).value()->nearest(queries, {}).value().distancesL2);
    for (std::int64_t first = 0; first < queries.rows(); first += 40) {
        BlockSearch few(block, 2);
        const auto some = few.nearestL2(rowsOf(queries, first, 40), {}).value();
        QVERIFY(std::ranges::equal(some, std::span(all).subspan(static_cast<std::size_t>(first), 40)));
    }
    // Within limits exact; beyond, on the same side.
    const auto [least, most] = std::ranges::minmax(all);
    const float enough = least + 0.3F * (most - least);
    const std::vector<float> within(all.size(), least + 0.7F * (most - least));
    for (const std::int64_t asked : {40, 200}) {
        BlockSearch limited(block, 2);
        const auto found = limited.nearestL2(rowsOf(queries, 0, asked),
                                             {std::span(within).first(static_cast<std::size_t>(asked)), enough}, {});
        QCOMPARE(std::ssize(found.value()), asked);
        for (std::size_t i = 0; i < found->size(); ++i)
            if (all[i] < enough)
                QVERIFY((*found)[i] < enough);
            else if (all[i] >= within[i])
                QVERIFY((*found)[i] >= within[i]);
            else
                QCOMPARE((*found)[i], all[i]);
    }
    const FeatureMatrix nothing(0, dim);
    QVERIFY(std::isinf(BlockSearch(nothing, 1).nearestL2(queries, {}).value().front()));
}

void TestRowSupport::cancels()
{
    const Case made(3, 9, 3);
    const std::atomic<bool> cancel = true;
    const JobContext context(&cancel, {});
    SupportCounter counter(made.bank, made.origins, 1);
    QCOMPARE(counter.add(made.images[0].patches, made.images[0].ref, context).error().code, ErrorCode::Cancelled);
    PatchProbe probe(made.bank, made.origins, rowsUpTo(made.bank.rows()), 3, 0.0);
    BlockSearch search(made.images[1].patches, 1);
    QCOMPARE(probe.add(search, nullptr, made.images[1].ref, context).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestRowSupport)
#include "tst_row_support.moc"
