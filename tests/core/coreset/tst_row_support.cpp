#include "core/coreset/row_support.h"
#include "core/index/squared_distance.h"
#include "tests/support/made_features.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
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
    return std::sqrt(squaredDistance(a.row(i).data(), b.row(j).data(), dim));
}

bool sameImage(const PatchRef &a, const PatchRef &b)
{
    return a.dataset == b.dataset && a.image == b.image;
}

/// What SupportCounter must equal.
RowSupport slowSupport(const Case &made)
{
    const auto rows = static_cast<std::size_t>(made.bank.rows());
    RowSupport support{std::vector<std::int32_t>(rows, 1),
                       std::vector<float>(rows, std::numeric_limits<float>::infinity())};
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
            ++support.images[row];
        for (std::size_t row = 0; row < rows; ++row)
            for (std::int64_t p = 0; !sameImage(made.origins[row], image.ref) && p < image.patches.rows(); ++p)
                support.elsewhereL2[row] = std::min(
                    support.elsewhereL2[row], distance(image.patches, p, made.bank, static_cast<std::int64_t>(row)));
    }
    for (std::size_t row = 0; row < rows; ++row)
        if (support.images[row] > 1)
            support.elsewhereL2[row] = 0.0F;
    return support;
}

RowSupport countedSupport(const Case &made, std::int64_t blockRows, int threads)
{
    SupportCounter counter(made.bank, made.origins, threads);
    for (const Image &image : made.images)
        for (std::int64_t first = 0; first < image.patches.rows(); first += blockRows) {
            const auto block = rowsOf(image.patches, first, std::min(blockRows, image.patches.rows() - first));
            if (!counter.add(block, image.ref, {}))
                return {};
        }
    return counter.take();
}

std::vector<double> lonelyRows(const FeatureMatrix &bank, const std::vector<PatchRef> &origins,
                               const RowSupport &support)
{
    return loneliness(rowNovelty(bank, origins, 0, 2, {}).value(), support);
}

} // namespace

class TestRowSupport : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatTheSlowWayCounts_data();
    void countsWhatTheSlowWayCounts();
    void oneImageBearsNothingOut();
    void cancels();
    void aRowThatStandsAloneIsTold();
    void equalRowsOfTwoImagesLeaveNoSpacing();
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
        const RowSupport expected = slowSupport(made);
        const RowSupport support = countedSupport(made, blockRows, threads);
        QCOMPARE(support.images, expected.images);
        QCOMPARE(support.elsewhereL2, expected.elsewhereL2);
    }
}

void TestRowSupport::oneImageBearsNothingOut()
{
    const Case made(1, 9, 3);
    const RowSupport support = countedSupport(made, 40, 2);
    QVERIFY(std::ranges::all_of(support.images, [](int images) { return images == 1; }));
    QVERIFY(std::ranges::all_of(support.elsewhereL2, [](float distance) { return std::isinf(distance); }));
    const auto lonely = lonelyRows(made.bank, made.origins, support);
    QVERIFY(std::ranges::all_of(lonely, [](double value) { return value == 0.0; }));
}

void TestRowSupport::cancels()
{
    const Case made(3, 9, 3);
    const std::atomic<bool> cancel = true;
    const JobContext context(&cancel, {});
    SupportCounter counter(made.bank, made.origins, 1);
    QCOMPARE(counter.add(made.images[0].patches, made.images[0].ref, context).error().code, ErrorCode::Cancelled);
    QCOMPARE(rowNovelty(made.bank, made.origins, 0, 1, context).error().code, ErrorCode::Cancelled);
}

/// Rows of two images one apart; a row of one of them five from all that the other shows, six from its rows.
void TestRowSupport::aRowThatStandsAloneIsTold()
{
    FeatureMatrix bank(0, 1);
    for (const float value : {0.0F, 1.0F, 7.0F})
        bank.appendRow({{value}});
    const std::vector<PatchRef> origins{{0, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 1}};
    SupportCounter counter(bank, origins, 1);
    FeatureMatrix first(0, 1);
    for (const float value : {0.0F, 0.9F, 7.0F})
        first.appendRow({{value}});
    FeatureMatrix second(0, 1);
    for (const float value : {0.2F, 1.0F, 2.0F})
        second.appendRow({{value}});
    QVERIFY(counter.add(first, {0, 0, 0, 0}, {}));
    QVERIFY(counter.add(second, {0, 1, 0, 0}, {}));
    const RowSupport support = counter.take();
    QCOMPARE(support.images, (std::vector<std::int32_t>{2, 2, 1}));
    QCOMPARE(support.elsewhereL2[2], 5.0F);
    QCOMPARE(lonelyRows(bank, origins, support), (std::vector<double>{0.0, 0.0, 11.0}));
}

void TestRowSupport::equalRowsOfTwoImagesLeaveNoSpacing()
{
    FeatureMatrix bank(0, 1);
    for (const float value : {0.0F, 0.0F, 7.0F})
        bank.appendRow({{value}});
    const std::vector<PatchRef> origins{{0, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 1}};
    const RowSupport support{{2, 2, 1}, {0.0F, 0.0F, 5.0F}};
    QCOMPARE(lonelyRows(bank, origins, support), (std::vector<double>{0.0, 0.0, 0.0}));
}

QTEST_APPLESS_MAIN(TestRowSupport)
#include "tst_row_support.moc"
