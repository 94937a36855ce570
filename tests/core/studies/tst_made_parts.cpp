#include "core/dataset/dataset.h"
#include "core/image/image_source.h"
#include "core/studies/made_parts.h"
#include "core/studies/study_plan.h"
#include "tests/core/dataset/sample_folder.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <map>

using namespace patina;

namespace {

/// As of a camera of 12 bits.
cv::Mat1w photoOf(cv::Size size)
{
    cv::Mat1w photo(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            photo(y, x) = static_cast<std::uint16_t>(600 + (x * 7919 + y * 104729) % 2500);
    return photo;
}

} // namespace

/// Parts made like those of a data set, as studies train on them.
class TestMadeParts : public QObject
{
    Q_OBJECT
private slots:
    void sizesAndBitsAreThoseOfTheImages();
    void mixedDepthsAreRefused();
    void otherSurfacesAreRefused();
};

void TestMadeParts::sizesAndBitsAreThoseOfTheImages()
{
    const SampleFolder real;
    for (int i = 0; i < 4; ++i) {
        const std::string name = "train/good/" + std::to_string(i) + ".png";
        real.image(name, i, {8, 8}); // makes the folder
        QVERIFY(cv::imwrite((real.path() / name).string(), photoOf(i % 2 == 0 ? cv::Size(90, 70) : cv::Size(80, 100))));
    }
    const SampleFolder folder;
    SynthesisSpec recipe = retakeRecipe();
    recipe.counts.train = 6;
    const auto made = makeParts(recipe, openDataset(real.path(), {}).value(), 3, folder.path() / "made", 1, {});
    QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
    std::map<std::pair<int, int>, int> sizes;
    for (const ImageRecord &image : made->images) {
        const auto source = openImage(image.path, {}, {});
        QVERIFY(source.has_value());
        const ImageInfo info = (*source)->info();
        QCOMPARE(info.bitDepth, 16);
        double largest = 0.0;
        cv::minMaxLoc((*source)->read({{}, info.size()}).value(), nullptr, &largest);
        QVERIFY2(largest > 1023.0 && largest <= 4095.0, qPrintable(QString::number(largest)));
        ++sizes[{info.width, info.height}];
    }
    QVERIFY((sizes == std::map<std::pair<int, int>, int>{{{90, 70}, 3}, {{80, 100}, 3}}));
}

void TestMadeParts::mixedDepthsAreRefused()
{
    const SampleFolder real;
    real.image("train/good/0.png", 1, {80, 80});
    real.image("train/good/1.png", 2, {8, 8});
    QVERIFY(cv::imwrite((real.path() / "train/good/1.png").string(), photoOf({80, 80})));
    const SampleFolder folder;
    const auto made = makeParts(retakeRecipe(), openDataset(real.path(), {}).value(), 0, folder.path() / "made", 1, {});
    QCOMPARE(made.error().code, ErrorCode::BadArgument);
    QVERIFY2(made.error().detail.find("0.png has 8 bits a channel and") != std::string::npos,
             made.error().detail.c_str());
}

void TestMadeParts::otherSurfacesAreRefused()
{
    const SampleFolder folder;
    const auto made = makeParts(SynthesisSpec{}, {}, 0, folder.path() / "made", 1, {});
    QCOMPARE(made.error().code, ErrorCode::BadArgument);
    QVERIFY2(made.error().detail.find("brushed") != std::string::npos, made.error().detail.c_str());
}

QTEST_GUILESS_MAIN(TestMadeParts)
#include "tst_made_parts.moc"
