#include "core/pipeline/intensity_probe.h"
#include "tests/core/dataset/sample_folder.h"

#include <QTest>

#include <numeric>

using namespace patina;

namespace {

std::vector<std::size_t> allOf(const Dataset &dataset)
{
    std::vector<std::size_t> images(dataset.images.size());
    std::iota(images.begin(), images.end(), std::size_t{0});
    return images;
}

/// Images in the order of `depths`; 0: one that cannot be read.
Dataset madeImages(const SampleFolder &folder, const std::vector<int> &depths)
{
    Dataset dataset;
    for (std::size_t i = 0; i < depths.size(); ++i) {
        const std::string name = std::to_string(i) + ".png";
        if (depths[i] == 0)
            folder.text(name, "no image");
        else
            folder.image(name, static_cast<int>(i), {12, 8}, depths[i] == 8 ? CV_8UC1 : CV_16UC1);
        dataset.images.push_back({name, folder.path() / name, Split::Train, "good", {}, name});
    }
    return dataset;
}

Result<ImageIntensity> probed(const std::vector<int> &depths)
{
    const SampleFolder folder;
    const Dataset dataset = madeImages(folder, depths);
    return probeIntensity(dataset, allOf(dataset), {});
}

} // namespace

class TestIntensityProbe : public QObject
{
    Q_OBJECT

private slots:
    void theMajorityDecides()
    {
        const auto eight = probed({16, 8, 8, 8, 8, 8, 8, 8});
        QVERIFY2(eight, eight ? "" : eight.error().detail.c_str());
        QCOMPARE(eight->bitDepth, 8);
        QCOMPARE(eight->scale, IntensityScale{});
        const auto sixteen = probed({8, 0, 16, 16, 0, 16, 8});
        QVERIFY2(sixteen, sixteen ? "" : sixteen.error().detail.c_str());
        QCOMPARE(sixteen->bitDepth, 16);
        QCOMPARE(sixteen->scale, (IntensityScale{0.0, 255.0})); // what SampleFolder's values need
    }

    void noMajorityNamesTheCounts()
    {
        const auto mixed = probed({8, 16, 16, 8});
        QVERIFY(!mixed);
        QCOMPARE(mixed.error().code, ErrorCode::BadArgument);
        for (const char *part : {"2 with 8 bits", "2 with 16 bits"})
            QVERIFY2(mixed.error().detail.find(part) != std::string::npos, mixed.error().detail.c_str());
    }

    void nothingReadable()
    {
        const auto none = probed({0, 0});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::Unreadable);
        QVERIFY2(none.error().detail.find("1.png") != std::string::npos, none.error().detail.c_str());
    }

    void theOnlyReadableOneOfVeryManyIsFound()
    {
        const SampleFolder folder;
        Dataset dataset = madeImages(folder, {8, 0});
        const ImageRecord bad = dataset.images[1];
        const ImageRecord good = dataset.images[0];
        dataset.images.assign(600, bad);
        dataset.images[301] = good;
        const auto found = probeIntensity(dataset, allOf(dataset), {});
        QVERIFY2(found, found ? "" : found.error().detail.c_str());
        QCOMPARE(found->bitDepth, 8);
    }

    void cancelEndsIt()
    {
        const SampleFolder folder;
        const Dataset dataset = madeImages(folder, {8});
        const std::atomic<bool> cancel = true;
        const auto ended = probeIntensity(dataset, allOf(dataset), JobContext(&cancel, {}));
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestIntensityProbe)
#include "tst_intensity_probe.moc"
