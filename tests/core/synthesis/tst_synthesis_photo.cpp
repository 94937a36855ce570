#include "core/image/png_file.h"
#include "core/synthesis/dataset_folder.h"
#include "core/synthesis/dataset_writer.h"
#include "core/synthesis/gallery.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/spec_fields.h"
#include "core/synthesis/surfaces/exemplar_images.h"
#include "core/synthesis/surfaces/exemplar_photos.h"
#include "tests/core/synthesis/small_dataset.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <fstream>
#include <map>
#include <set>

using namespace patina;
using namespace patina::synthesis;

namespace {

const cv::Size imageSize(320, 240);

/// Marks along the columns and noise, about a grey of 120.
cv::Mat1b groundTile(std::uint64_t key, float marks = 14.0F)
{
    cv::Mat1b pixels(imageSize);
    for (int y = 0; y < pixels.rows; ++y)
        for (int x = 0; x < pixels.cols; ++x) {
            const float mark = marks * pixelGaussian(latticeKey(key, x / 2, y / 60));
            const float noise = 2.0F * pixelGaussian(latticeKey(key + 1, x, y));
            pixels(y, x) = cv::saturate_cast<std::uint8_t>(120.0F + mark + noise);
        }
    return pixels;
}

std::filesystem::path writePhoto(const QTemporaryDir &folder, const std::string &name, const cv::Mat &pixels)
{
    const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / name;
    const auto bytes = encodePng(pixels).value();
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path;
}

SynthesisSpec photoSpec(const QTemporaryDir &folder, const cv::Mat &pixels)
{
    const std::filesystem::path path = writePhoto(folder, "photo.png", pixels);
    SynthesisSpec spec;
    spec.surface = "exemplar";
    spec.exemplar = chooseExemplar(std::vector{path}, ExemplarBase::Photo, std::nullopt, {}).value().spec;
    spec.widthPx = pixels.cols;
    spec.heightPx = pixels.rows;
    spec.impurities.clear();
    spec.version = SynthesisVersion::Clean;
    return spec;
}

Scene photoScene(const SynthesisSpec &spec, const std::string &defect, int number)
{
    const auto images = loadExemplar(spec.exemplar, {spec.widthPx, spec.heightPx}, {}).value();
    return createScene(spec, imageSeedOf(spec.seed, "test", number), defect, images);
}

RenderedScene rendered(const Scene &scene, int stripRows = 128)
{
    return renderScene(scene, SynthesisVersion::Clean, {}, stripRows).value();
}

cv::Mat1f greyOf(const cv::Mat &image)
{
    cv::Mat1f grey;
    cv::Mat one;
    cv::extractChannel(image, one, 0);
    one.convertTo(grey, CV_32F);
    return grey;
}

} // namespace

class TestSynthesisPhoto : public QObject
{
    Q_OBJECT

private slots:
    void blurIsFound_data();
    void blurIsFound();
    void noiseIsFound();
    void noiseInColourIsFound();
    void whatIsMadeHasNoMoreNoiseInColour();
    void placesFollowThePhoto();
    void pitsKeepSomeLight();
    void pitsHaveNoMarks();
    void scratchesStandOutOfTheMarks();
    void cracksHaveNoBrightSides();
    void stripsDoNotMatter_data();
    void stripsDoNotMatter();
    void photosStayWhole();
    void photosOfNoFittingSizeAreRefused();
    void sizesComeFromPhotosWhereNoneIsNamed();
    void setsOfWholePhotosAreWrittenAndKept();
    void photosComeInTurn();
    void trainingTakesEveryPhotoOnce();
    void noPhotoServesTwoSplits_data();
    void noPhotoServesTwoSplits();
    void photosToValidateOnFollowTheCounts();
    void allPhotosOfAFolderAreTaken();
    void aPhotoIsReadWhenItIsNeeded();
    void damagedPhotosAreNamed_data();
    void damagedPhotosAreNamed();
    void namesThatAreNoUtf8AreRefused();
};

void TestSynthesisPhoto::blurIsFound_data()
{
    QTest::addColumn<double>("blurPx");
    for (const double blur : {0.7, 1.2, 2.0})
        QTest::newRow(qPrintable(QString::number(blur))) << blur;
}

void TestSynthesisPhoto::blurIsFound()
{
    QFETCH(double, blurPx);
    cv::Mat1f image(imageSize, 60.0F);
    for (int y = 0; y < image.rows; y += 30)
        for (int x = 0; x < image.cols; x += 30)
            if ((x + y) % 60 == 0)
                image(cv::Rect(x, y, 30, 30) & cv::Rect({}, imageSize)).setTo(170.0F);
    cv::GaussianBlur(image, image, {}, blurPx);
    QVERIFY(std::abs(lookOf(image).blurPx - blurPx) < 0.2);
}

void TestSynthesisPhoto::noiseIsFound()
{
    cv::Mat1f image(imageSize);
    for (int y = 0; y < image.rows; ++y)
        for (int x = 0; x < image.cols; ++x)
            image(y, x) = 128.0F + 3.0F * pixelGaussian(latticeKey(3, x, y));
    // At 128 of 255 light is 0.216 and a step 0.0037 of it (the slope of the sRGB curve).
    const double expected = 3.0 * 0.0037 * 3.0 * 0.0037 / 0.216;
    const double found = lookOf(image).noisePerLight;
    QVERIFY2(found > 0.7 * expected && found < 1.3 * expected, qPrintable(QString::number(found / expected)));
}

/// Three colours with noise of which a share is each one's own.
static cv::Mat3b colourTile(double ownShare)
{
    cv::Mat3b pixels(imageSize);
    const auto shared = static_cast<float>(3.0 * std::sqrt(1.0 - ownShare));
    const auto own = static_cast<float>(3.0 * std::sqrt(ownShare));
    for (int y = 0; y < pixels.rows; ++y)
        for (int x = 0; x < pixels.cols; ++x)
            for (int channel = 0; channel < 3; ++channel)
                pixels(y, x)[channel] = cv::saturate_cast<std::uint8_t>(
                    100.0F + 15.0F * static_cast<float>(channel) + shared * pixelGaussian(latticeKey(7, x, y)) +
                    own * pixelGaussian(latticeKey(8 + static_cast<std::uint64_t>(channel), x, y)));
    return pixels;
}

void TestSynthesisPhoto::noiseInColourIsFound()
{
    for (const double share : {0.0, 0.3, 1.0}) {
        const double found = lookOf(colourTile(share)).noiseInColour;
        QVERIFY2(std::abs(found - share) < 0.1, qPrintable(QString::number(found)));
    }
    QCOMPARE(lookOf(groundTile(1)).noiseInColour, 0.0);
}

/// Independent noise in each colour tells a made place from its photo, though nobody sees it.
void TestSynthesisPhoto::whatIsMadeHasNoMoreNoiseInColour()
{
    const QTemporaryDir folder;
    SynthesisSpec spec = photoSpec(folder, colourTile(0.0));
    PitRanges &pit = spec.ranges.pit;
    pit.diameterMm = {1.0, 1.0};
    const RenderedScene out = rendered(photoScene(spec, "pit", 1));
    cv::Mat1b core;
    cv::erode(out.defectMasks.at("pit"), core, cv::getStructuringElement(cv::MORPH_RECT, {7, 7}));
    cv::Mat1f colours[3];
    for (int i = 0; i < 3; ++i) {
        cv::Mat one;
        cv::extractChannel(out.clean, one, i);
        one.convertTo(colours[i], CV_32F);
    }
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(cv::Mat(colours[1] - colours[0]), mean, deviation, core);
    const double all = deviation[0];
    cv::meanStdDev(colours[1], mean, deviation, core);
    QVERIFY2(all < 0.5 * deviation[0], qPrintable(QString("%1 %2").arg(all).arg(deviation[0])));
}

/// A mark in a photo that is taken once more, and the place of a pit: both move alike.
void TestSynthesisPhoto::placesFollowThePhoto()
{
    const QTemporaryDir folder;
    cv::Mat1b photo(imageSize, std::uint8_t{120});
    cv::circle(photo, {200, 90}, 4, cv::Scalar(0), cv::FILLED);
    SynthesisSpec spec = photoSpec(folder, photo);
    spec.ranges.retake.shiftPx = {10.0, 20.0};
    spec.ranges.retake.turnDeg = {5.0, 9.0};
    spec.ranges.retake.magnification = {1.05, 1.1};
    for (const double mirrored : {0.0, 1.0}) {
        spec.ranges.retake.mirrorShare = {mirrored, mirrored};
        const Scene scene = photoScene(spec, "", 2);
        cv::Mat3f seen;
        scene.surface->setTexture(cv::Rect({}, scene.size), seen);
        cv::Mat1f light;
        cv::extractChannel(seen, light, 1);
        const cv::Moments m = cv::moments(cv::Mat(light < 0.1F), true);
        QVERIFY(m.m00 > 20.0);
        const cv::Point2d found = scene.surface->pixelOf(200.0 / imageSize.width, 90.0 / imageSize.height, scene.size);
        QVERIFY2(std::hypot(found.x - m.m10 / m.m00, found.y - m.m01 / m.m00) < 1.0,
                 qPrintable(QString("%1 %2").arg(found.x).arg(found.y)));
        spec.places["pit"] = {{200.0 / imageSize.width, 90.0 / imageSize.height}};
        spec.ranges.pit.diameterMm = {0.3, 0.3};
        spec.ranges.pit.perImage = {1.0, 1.0};
        const auto centre = photoScene(spec, "pit", 2).defects.front()->parameters()["centrePx"];
        QVERIFY(std::hypot(centre[0].get<double>() - found.x, centre[1].get<double>() - found.y) < 1.0);
    }
}

/// Real pits keep a third to two thirds of the light around them; a black disc is none.
void TestSynthesisPhoto::pitsKeepSomeLight()
{
    const QTemporaryDir folder;
    const SynthesisSpec spec = photoSpec(folder, groundTile(1));
    int within = 0;
    for (int number = 0; number < 10; ++number) {
        const RenderedScene out = rendered(photoScene(spec, "pit", number));
        const double seen = cv::mean(out.clean, out.defectMasks.at("pit"))[0];
        within += seen > 55.0 && seen < 112.0 ? 1 : 0; // of 120; 55 is a fifth of the light
    }
    QVERIFY2(within >= 8, qPrintable(QString::number(within)));
}

/// The marks of grinding went with the metal.
void TestSynthesisPhoto::pitsHaveNoMarks()
{
    const QTemporaryDir folder;
    const cv::Mat1b photo = groundTile(2, 25.0F);
    SynthesisSpec spec = photoSpec(folder, photo);
    spec.ranges.pit.diameterMm = {1.0, 1.0};
    const RenderedScene out = rendered(photoScene(spec, "pit", 1));
    cv::Mat1b core;
    cv::erode(out.defectMasks.at("pit"), core, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
    QVERIFY(cv::countNonZero(core) > 200);
    cv::Mat1f before = greyOf(photo);
    cv::Mat1f after = greyOf(out.clean);
    cv::Mat1f mean;
    cv::blur(before, mean, {9, 9});
    before -= mean;
    cv::blur(after, mean, {9, 9});
    after -= mean;
    const double both = cv::mean(before.mul(after), core)[0];
    const double alone = std::sqrt(cv::mean(before.mul(before), core)[0] * cv::mean(after.mul(after), core)[0]);
    QVERIFY2(both < 0.3 * alone, qPrintable(QString::number(both / alone)));
}

void TestSynthesisPhoto::scratchesStandOutOfTheMarks()
{
    const QTemporaryDir folder;
    const cv::Mat1b photo = groundTile(3);
    SynthesisSpec spec = photoSpec(folder, photo);
    spec.ranges.scratch.perImage = {1.0, 1.0};
    spec.ranges.scratch.widthUm = {5.0, 15.0}; // hairlines: a quarter to three quarters of a pixel
    int seen = 0;
    for (int number = 0; number < 10; ++number) {
        const RenderedScene out = rendered(photoScene(spec, "scratch", number));
        const cv::Mat1f change(cv::Mat(greyOf(out.clean) - greyOf(photo)));
        seen += std::abs(cv::mean(change, out.defectMasks.at("scratch"))[0]) > 4.0 ? 1 : 0;
    }
    QVERIFY2(seen >= 7, qPrintable(QString::number(seen)));
}

void TestSynthesisPhoto::cracksHaveNoBrightSides()
{
    const QTemporaryDir folder;
    const cv::Mat1b photo = groundTile(4);
    const SynthesisSpec spec = photoSpec(folder, photo);
    for (int number = 0; number < 6; ++number) {
        const RenderedScene out = rendered(photoScene(spec, "crack", number));
        const cv::Mat1f change(cv::Mat(greyOf(out.clean) - greyOf(photo)));
        cv::Mat1b near;
        cv::dilate(out.defectMasks.at("crack"), near, cv::Mat());
        double darkest = 0.0;
        double brightest = 0.0;
        cv::minMaxLoc(change, &darkest, &brightest, nullptr, nullptr, near);
        QVERIFY(darkest < -15.0);
        QVERIFY2(brightest < -0.4 * darkest, qPrintable(QString("%1 %2").arg(darkest).arg(brightest)));
    }
}

void TestSynthesisPhoto::stripsDoNotMatter_data()
{
    QTest::addColumn<QString>("defect");
    for (const char *defect : {"pit", "scratch", "crack", "gouge"})
        QTest::newRow(defect) << defect;
}

void TestSynthesisPhoto::stripsDoNotMatter()
{
    QFETCH(QString, defect);
    const QTemporaryDir folder;
    const Scene scene = photoScene(photoSpec(folder, groundTile(5)), defect.toStdString(), 2);
    const RenderedScene whole = rendered(scene, imageSize.height);
    for (const int rows : {7, 64})
        QCOMPARE(cv::norm(rendered(scene, rows).clean, whole.clean, cv::NORM_INF), 0.0);
}

void TestSynthesisPhoto::photosStayWhole()
{
    const QTemporaryDir folder;
    const cv::Mat1b tile = groundTile(6);
    const std::vector<cv::Mat> photos{tile(cv::Rect(0, 0, 320, 100)), tile(cv::Rect(0, 100, 90, 140))};
    const std::vector paths{writePhoto(folder, "a.png", photos[0]), writePhoto(folder, "b.png", photos[1])};
    SynthesisSpec spec = photoSpec(folder, tile);
    const auto chosen = chooseExemplar(paths, ExemplarBase::Photo, std::nullopt, {}).value();
    QCOMPARE(chosen.size, cv::Size(320, 140));
    spec.exemplar = chosen.spec;
    spec.widthPx = chosen.size.width;
    spec.heightPx = chosen.size.height;
    std::set<std::size_t> seen;
    for (int number = 0; number < 12; ++number) {
        const Scene good = photoScene(spec, "", number);
        const std::size_t of = good.size == photos[0].size() ? 0 : 1;
        QCOMPARE(good.size, photos[of].size());
        cv::Mat grey;
        cv::extractChannel(rendered(good).clean, grey, 0);
        QCOMPARE(cv::countNonZero(grey != photos[of]), 0);
        QCOMPARE(rendered(photoScene(spec, "pit", number)).defectMasks.at("pit").size(), photos[of].size());
        seen.insert(of);
    }
    QCOMPARE(seen.size(), std::size_t{2});
    const auto images = loadExemplar(spec.exemplar, {320, 140}, {}).value();
    const SynthesisSpec cut = cutToSmallest(spec, images);
    QVERIFY(!cut.exemplar.whole && cut.widthPx == 90 && cut.heightPx == 100);
    // A size that is asked for is cut out of those that hold it.
    const auto wide = chooseExemplar(paths, ExemplarBase::Photo, cv::Size(200, 80), {}).value();
    QVERIFY(!wide.spec.whole && wide.spec.images.size() == 1 && wide.size == cv::Size(200, 80));
}

void TestSynthesisPhoto::photosOfNoFittingSizeAreRefused()
{
    const QTemporaryDir folder;
    const std::vector paths{writePhoto(folder, "s.png", cv::Mat1b(40, 300, std::uint8_t{9})),
                            writePhoto(folder, "l.png", cv::Mat1b(70, largestSidePx + 1, std::uint8_t{9}))};
    const auto none = chooseExemplar(paths, ExemplarBase::Photo, std::nullopt, {});
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().code, ErrorCode::BadArgument);
    QVERIFY2(none.error().detail.find("none of the 2 images") != std::string::npos &&
                 none.error().detail.find("300x40") != std::string::npos,
             none.error().detail.c_str());
}

void TestSynthesisPhoto::sizesComeFromPhotosWhereNoneIsNamed()
{
    const auto wholeOf = [](const char *text) { return specFromJson(text).value().exemplar.whole; };
    QVERIFY(wholeOf(R"({"surface":"exemplar","exemplar":{"base":"photo"}})"));
    QVERIFY(!wholeOf(R"({"surface":"exemplar","exemplar":{"base":"texture"}})"));
    QVERIFY(!wholeOf(R"({"surface":"exemplar","exemplar":{"base":"photo"},"size":{"width":200,"height":100}})"));
    QVERIFY(!wholeOf(R"({"surface":"exemplar","exemplar":{"base":"photo","whole":false}})"));
    QCOMPARE(specFromJson(R"({"exemplar":{"whole":1}})").error().code, ErrorCode::BadFormat);
    const SynthesisSpec spec = specFromJson(R"({"surface":"exemplar","exemplar":{"base":"photo"}})").value();
    QCOMPARE(specFromJson(toJson(spec).dump()).value(), spec); // names both

    const QTemporaryDir folder;
    const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "spec.json";
    std::ofstream(file) << R"({"seed":3})";
    QVERIFY(!specNames(file, "size").value());
    std::ofstream(file) << R"({"spec":{"size":{"width":200,"height":100}}})";
    QVERIFY(specNames(file, "size").value());
    std::ofstream(file) << "{";
    QVERIFY(!specNames(file, "size").has_value());
}

void TestSynthesisPhoto::setsOfWholePhotosAreWrittenAndKept()
{
    const QTemporaryDir folder;
    const cv::Mat1b tile = groundTile(7);
    const std::vector paths{writePhoto(folder, "a.png", tile(cv::Rect(0, 0, 320, 70))),
                            writePhoto(folder, "b.png", tile(cv::Rect(0, 0, 64, 240)))};
    SynthesisSpec spec = photoSpec(folder, tile);
    const auto chosen = chooseExemplar(paths, ExemplarBase::Photo, std::nullopt, {}).value();
    spec.exemplar = chosen.spec;
    spec.defects = {"pit"};
    spec.counts = {2, 0, 0, 2, 0};
    spec.widthPx = chosen.size.width;
    spec.heightPx = chosen.size.height;
    const auto summary = writeDataset(spec, folder.path().toStdString() + "/made", {1}, {});
    QVERIFY2(summary.has_value(), summary ? "" : summary.error().detail.c_str());
    QCOMPARE(summary->images, std::int64_t{4});
    const auto again = writeDataset(spec, folder.path().toStdString() + "/made", {1}, {});
    QCOMPARE(again.value().kept, std::int64_t{4});
}

void TestSynthesisPhoto::photosComeInTurn()
{
    constexpr std::size_t photos = 7;
    const auto drawn = [](const char *split, int from, int to, std::uint64_t seed = 3) {
        std::multiset<std::size_t> taken;
        for (int number = from; number < to; ++number)
            taken.insert(photoOf(seed, split, number, photos));
        return taken;
    };
    for (const int round : {0, 7, 14})
        QVERIFY(drawn("train/good", round, round + 7) == std::multiset<std::size_t>({0, 1, 2, 3, 4, 5, 6}));
    // What is tested on was not trained on as long as there are others.
    std::multiset<std::size_t> both = drawn("train/good", 0, 4);
    both.merge(drawn("test/scratch", 0, 3));
    QVERIFY(both == std::multiset<std::size_t>({0, 1, 2, 3, 4, 5, 6}));
    std::set<std::size_t> first;
    for (std::uint64_t seed = 0; seed < 40; ++seed)
        first.insert(photoOf(seed, "train/good", 0, photos));
    QCOMPARE(first.size(), photos);
}

void TestSynthesisPhoto::trainingTakesEveryPhotoOnce()
{
    const QTemporaryDir folder;
    SynthesisSpec spec = photoSpec(folder, groundTile(1));
    std::vector<std::filesystem::path> paths;
    for (std::uint64_t i = 0; i < 5; ++i)
        paths.push_back(writePhoto(folder, "photo" + std::to_string(i) + ".png", groundTile(i)));
    spec.exemplar = chooseExemplar(paths, ExemplarBase::Photo, std::nullopt, {}).value().spec;
    spec.defects.clear();
    spec.counts = {5, 0, 0, 0, 0};
    const std::filesystem::path out = folder.filePath("made").toStdString();
    QVERIFY(writeDataset(spec, out, {2}, {}).has_value());
    std::ifstream file(out / "manifest.json");
    std::set<std::string> like;
    const auto manifest = nlohmann::json::parse(file);
    for (const auto &image : manifest["images"])
        like.insert(image["surface"]["like"].get<std::string>());
    QCOMPARE(like.size(), std::size_t{5});
    spec.counts.train = 8; // those that stand stay as they are
    QCOMPARE(writeDataset(spec, out, {2}, {})->kept, std::int64_t{5});
}

void TestSynthesisPhoto::noPhotoServesTwoSplits_data()
{
    QTest::addColumn<int>("testGood");
    QTest::addColumn<int>("testDefect");
    QTest::addColumn<int>("testAmbiguous");
    QTest::newRow("most good ones") << 4 << 2 << 1;
    QTest::newRow("most defective ones") << 2 << 4 << 1;
    QTest::newRow("most ambiguous ones") << 1 << 2 << 4;
}

void TestSynthesisPhoto::noPhotoServesTwoSplits()
{
    QFETCH(int, testGood);
    QFETCH(int, testDefect);
    QFETCH(int, testAmbiguous);
    constexpr std::size_t photos = 12; // 5 to train on, 3 to validate on, 4 to test on
    SynthesisSpec spec;
    spec.counts = {5, 3, testGood, testDefect, testAmbiguous};
    std::map<std::string, std::set<std::size_t>> taken;
    for (const PlannedImage &image : planImages(spec))
        taken[image.split.substr(0, image.split.find('/'))].insert(
            photoOf(spec.seed, image.split, photoNumberOf(spec, image), photos));
    std::set<std::size_t> all;
    for (const auto &[split, of] : taken)
        all.insert(of.begin(), of.end());
    QCOMPARE(taken["train"].size(), std::size_t{5});
    QCOMPARE(taken["validation"].size(), std::size_t{3});
    QCOMPARE(taken["test"].size(), std::size_t{4});
    QCOMPARE(all.size(), photos);
}

void TestSynthesisPhoto::photosToValidateOnFollowTheCounts()
{
    const QTemporaryDir folder;
    SynthesisSpec spec = photoSpec(folder, groundTile(1));
    std::vector<std::filesystem::path> paths;
    for (std::uint64_t i = 0; i < 6; ++i)
        paths.push_back(writePhoto(folder, "photo" + std::to_string(i) + ".png", groundTile(i)));
    spec.exemplar = chooseExemplar(paths, ExemplarBase::Photo, std::nullopt, {}).value().spec;
    spec.defects.clear();
    spec.counts = {2, 1, 1, 0, 0};
    const std::filesystem::path made = folder.filePath("made").toStdString();
    const std::filesystem::path fresh = folder.filePath("fresh").toStdString();
    QVERIFY(writeDataset(spec, made, {2}, {}).has_value());
    QVERIFY(patina::test::contentsOf(made).at("validation/good/validation_0000.png") !=
            patina::test::contentsOf(made).at("test/good/good_0000.png"));
    spec.counts.testGood = 2; // that to validate on has to make room, the others stay
    QCOMPARE(writeDataset(spec, made, {2}, {})->kept, std::int64_t{3});
    QVERIFY(writeDataset(spec, fresh, {2}, {}).has_value());
    QVERIFY(patina::test::contentsOf(made) == patina::test::contentsOf(fresh));
}

void TestSynthesisPhoto::allPhotosOfAFolderAreTaken()
{
    const QTemporaryDir folder;
    std::vector<std::filesystem::path> paths;
    for (int i = 0; i < 70; ++i)
        paths.push_back(writePhoto(folder, "photo" + std::to_string(i) + ".png", cv::Mat1b(64, 64, std::uint8_t{90})));
    QCOMPARE(chooseExemplar(paths, ExemplarBase::Photo, std::nullopt, {})->spec.images.size(), std::size_t{70});
    SynthesisSpec spec;
    spec.surface = "exemplar";
    spec.exemplar = chooseExemplar(paths, ExemplarBase::Texture, std::nullopt, {})->spec;
    QCOMPARE(spec.exemplar.images.size(), std::size_t{16});
    // A texture is fitted to each at the start: a specification written by hand does not make that endless.
    spec.exemplar.images.resize(65, spec.exemplar.images.front());
    const auto refused = validate(spec);
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.find("it may have 64") != std::string::npos, refused.error().detail.c_str());
}

void TestSynthesisPhoto::aPhotoIsReadWhenItIsNeeded()
{
    const QTemporaryDir folder;
    ExemplarPhotos photos;
    const auto here = writePhoto(folder, "here.png", groundTile(1));
    photos.add((here.parent_path() / "gone.png").string(), imageSize);
    photos.add(here.string(), imageSize);
    photos.add(here.string(), {10, 10});
    QCOMPARE(photos.sizeOf(0), imageSize);
    QVERIFY(cv::countNonZero(photos.at(1).pixels != groundTile(1)) == 0);
    QCOMPARE(&photos.at(1), &photos.at(1));
    QVERIFY_EXCEPTION_THROWN(photos.at(0), ExemplarFailure);
    QVERIFY_EXCEPTION_THROWN(photos.at(2), ExemplarFailure);
}

/// Their heads are whole, so that they are chosen.
void TestSynthesisPhoto::damagedPhotosAreNamed_data()
{
    QTest::addColumn<int>("whole");
    QTest::newRow("all") << 0;
    QTest::newRow("some") << 4; // the one that stands for a kind of images may be whole
}

void TestSynthesisPhoto::damagedPhotosAreNamed()
{
    QFETCH(int, whole);
    const QTemporaryDir folder;
    SynthesisSpec spec = photoSpec(folder, groundTile(1));
    std::vector<std::filesystem::path> paths;
    for (int i = 0; i < 5; ++i) {
        paths.push_back(writePhoto(folder, "photo" + std::to_string(i) + ".png", groundTile(1)));
        if (i >= whole)
            std::fstream(paths.back(), std::ios::binary | std::ios::in | std::ios::out).seekp(2000) << "damaged";
    }
    spec.exemplar = chooseExemplar(paths, ExemplarBase::Photo, std::nullopt, {}).value().spec;
    spec.counts = {5, 0, 0, 0, 0};
    const auto refused = writeDataset(spec, folder.filePath("made").toStdString(), {2}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unreadable);
    const std::string &detail = refused.error().detail;
    QVERIFY2(detail.find("photo" + std::string(whole > 0 ? "4.png" : "")) != std::string::npos, detail.c_str());
    QVERIFY2(detail.find("leave it out") != std::string::npos, detail.c_str());
    const auto sheet = renderGallery(spec, {"pit", 8, 64, false}, 1, {});
    QVERIFY(!sheet);
    QCOMPARE(sheet.error().code, ErrorCode::Unreadable);
}

void TestSynthesisPhoto::namesThatAreNoUtf8AreRefused()
{
    const QTemporaryDir folder;
    const auto path = writePhoto(folder, "p\xE4rt.png", groundTile(1));
    const auto refused = chooseExemplar(std::vector{path}, ExemplarBase::Photo, std::nullopt, {});
    std::filesystem::remove(path); // the folder would not
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    QVERIFY2(refused.error().detail.find("p?rt.png") != std::string::npos, refused.error().detail.c_str());
}

QTEST_APPLESS_MAIN(TestSynthesisPhoto)
#include "tst_synthesis_photo.moc"
