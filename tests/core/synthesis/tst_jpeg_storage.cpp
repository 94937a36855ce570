#include "core/synthesis/camera/jpeg_storage.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <fstream>

using namespace patina;
using namespace patina::synthesis;

namespace {

const cv::Size imageSize(200, 150);

/// Colours that change softly, with blotches and noise.
cv::Mat3b picture(std::uint64_t key)
{
    cv::Mat3b pixels(imageSize);
    for (int y = 0; y < pixels.rows; ++y)
        for (int x = 0; x < pixels.cols; ++x) {
            const float soft = 90.0F + 0.3F * static_cast<float>(x) + 0.2F * static_cast<float>(y);
            const float noise = 6.0F * pixelGaussian(latticeKey(key, x, y));
            pixels(y, x) = {cv::saturate_cast<std::uint8_t>(0.6F * soft + noise),
                            cv::saturate_cast<std::uint8_t>(soft + noise),
                            cv::saturate_cast<std::uint8_t>(1.1F * soft + noise)};
        }
    cv::circle(pixels, {90, 70}, 20, cv::Scalar(30, 40, 60), cv::FILLED);
    return pixels;
}

std::vector<std::uint8_t> encoded(const cv::Mat &pixels, int quality = 75)
{
    std::vector<std::uint8_t> bytes;
    cv::imencode(".jpg", pixels, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return bytes;
}

} // namespace

class TestJpegStorage : public QObject
{
    Q_OBJECT

private slots:
    void headsAreRead();
    void damagedHeadsAreNone();
    void pixelsAreThoseOfADecoder_data();
    void pixelsAreThoseOfADecoder();
    void untouchedUnitsKeepTheirBytes();
    void whatIsPutIntoAJpegIsAsCoarse();
    void stripsDoNotMatter();
};

void TestJpegStorage::headsAreRead()
{
    const auto storage = jpegStorageOf(encoded(picture(1)));
    QVERIFY(storage.has_value());
    QCOMPARE(storage->pixelsPerColour, cv::Size(2, 2));
    QCOMPARE(storage->size, imageSize);
    QCOMPARE(storage->steps[0][0], 8.0F); // half of the standard's 16, T.81 table K.1
    QCOMPARE(storage->steps[0][1], 6.0F); // across: 11
    QCOMPARE(storage->steps[0][8], 6.0F); // down: 12
    QCOMPARE(storage->steps[1][63], 50.0F);
    const auto grey = jpegStorageOf(encoded(cv::Mat1b(imageSize, std::uint8_t{90})));
    QVERIFY(grey.has_value());
    QCOMPARE(grey->unit(), cv::Size(8, 8));
    QCOMPARE(storage->unitsOver({0, 0, 16, 17}), cv::Rect(0, 0, 16, 32));
    JpegStorage cut = *storage;
    cut.origin = {-5, 3};
    QCOMPARE(cut.unitsOver({0, 0, 1, 4}), cv::Rect(-5, -13, 16, 32));
}

void TestJpegStorage::damagedHeadsAreNone()
{
    const std::vector<std::uint8_t> whole = encoded(picture(1));
    QVERIFY(!jpegStorageOf({}));
    std::vector<std::uint8_t> png;
    cv::imencode(".png", picture(1), png);
    QVERIFY(!jpegStorageOf(png));
    for (std::size_t bytes = 0; bytes < 600; ++bytes) {
        QVERIFY(!jpegStorageOf(std::span(whole).first(bytes)) || bytes > 500);
        std::vector<std::uint8_t> damaged(whole.begin(), whole.begin() + 700);
        damaged[bytes] = 0xFF; // never beyond its end
        (void)jpegStorageOf(damaged);
    }
}

void TestJpegStorage::pixelsAreThoseOfADecoder_data()
{
    QTest::addColumn<int>("quality");
    for (const int quality : {40, 75, 92})
        QTest::newRow(qPrintable(QString::number(quality))) << quality;
}

void TestJpegStorage::pixelsAreThoseOfADecoder()
{
    QFETCH(int, quality);
    const cv::Mat3b plain = picture(2);
    const std::vector<std::uint8_t> bytes = encoded(plain, quality);
    cv::Mat3b stored = plain.clone();
    storeAsJpeg(*jpegStorageOf(bytes), {0, 0}, cv::Mat3b(imageSize, cv::Vec3b(0, 0, 0)), false, stored);
    const cv::Mat decoded = cv::imdecode(bytes, cv::IMREAD_COLOR);
    const double off = cv::norm(stored, decoded, cv::NORM_L1) / static_cast<double>(3 * plain.total());
    QVERIFY2(off < 0.7, qPrintable(QString::number(off)));
    QVERIFY(cv::norm(stored, plain, cv::NORM_L1) > 3.0 * cv::norm(stored, decoded, cv::NORM_L1));
    cv::Mat3b again = stored.clone(); // what was stored stays about what it is
    storeAsJpeg(*jpegStorageOf(bytes), {0, 0}, cv::Mat3b(imageSize, cv::Vec3b(0, 0, 0)), false, again);
    QVERIFY(cv::norm(stored, again, cv::NORM_L1) / static_cast<double>(3 * plain.total()) < 0.5);
}

void TestJpegStorage::untouchedUnitsKeepTheirBytes()
{
    const cv::Mat3b before = picture(3);
    cv::Mat3b after = before.clone();
    after(70, 90) = {0, 0, 255};
    storeAsJpeg(*jpegStorageOf(encoded(before)), {0, 0}, before, false, after);
    cv::Mat changed;
    cv::absdiff(before, after, changed);
    const cv::Rect unit(80, 64, 16, 16);
    QVERIFY(cv::norm(changed(unit), cv::NORM_INF) > 0.0);
    changed(unit).setTo(0);
    QCOMPARE(cv::norm(changed, cv::NORM_INF), 0.0);
}

namespace {

Scene pitScene(const QTemporaryDir &folder, const char *name, const std::vector<std::uint8_t> &bytes)
{
    const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / name;
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    SynthesisSpec spec;
    spec.surface = "exemplar";
    spec.exemplar = chooseExemplar(std::vector{path}, ExemplarBase::Photo, std::nullopt, {}).value().spec;
    spec.widthPx = imageSize.width;
    spec.heightPx = imageSize.height;
    spec.impurities.clear();
    spec.version = SynthesisVersion::Clean;
    spec.ranges.pit.diameterMm = {0.8, 0.8};
    const auto images = loadExemplar(spec.exemplar, imageSize, {}).value();
    return createScene(spec, imageSeedOf(5, "test", 1), "pit", images);
}

} // namespace

/// The same pit in the same pixels, once stored as a JPEG and once without loss.
void TestJpegStorage::whatIsPutIntoAJpegIsAsCoarse()
{
    const QTemporaryDir folder;
    const std::vector<std::uint8_t> bytes = encoded(picture(4), 40);
    const cv::Mat3b seen = cv::imdecode(bytes, cv::IMREAD_COLOR);
    std::vector<std::uint8_t> png;
    cv::imencode(".png", seen, png);
    const Scene jpegScene = pitScene(folder, "photo.jpg", bytes);
    const Scene pngScene = pitScene(folder, "photo.png", png);
    QVERIFY(jpegScene.surface->storage() != nullptr && pngScene.surface->storage() == nullptr);
    const RenderedScene stored = renderScene(jpegScene, SynthesisVersion::Clean, {}, 64).value();
    const RenderedScene plain = renderScene(pngScene, SynthesisVersion::Clean, {}, 64).value();
    QVERIFY(cv::norm(stored.defectMasks.at("pit"), plain.defectMasks.at("pit"), cv::NORM_INF) == 0.0);
    cv::Mat3b expected = plain.clean.clone();
    storeAsJpeg(*jpegStorageOf(bytes), {0, 0}, seen, false, expected);
    QVERIFY(cv::norm(stored.clean, plain.clean, cv::NORM_INF) > 3.0);
    QCOMPARE(cv::norm(stored.clean, expected, cv::NORM_INF), 0.0);
}

void TestJpegStorage::stripsDoNotMatter()
{
    const QTemporaryDir folder;
    const Scene scene = pitScene(folder, "photo.jpg", encoded(picture(6), 60));
    const RenderedScene whole = renderScene(scene, SynthesisVersion::Clean, {}, imageSize.height).value();
    for (const int rows : {1, 7, 50}) {
        const RenderedScene strips = renderScene(scene, SynthesisVersion::Clean, {}, rows).value();
        QCOMPARE(cv::norm(strips.clean, whole.clean, cv::NORM_INF), 0.0);
        QCOMPARE(cv::norm(strips.defectMasks.at("pit"), whole.defectMasks.at("pit"), cv::NORM_INF), 0.0);
    }
    // A part without impurities is the same twice, stored once.
    const RenderedScene both = renderScene(scene, SynthesisVersion::Both, {}, 50).value();
    QCOMPARE(cv::norm(both.clean, whole.clean, cv::NORM_INF), 0.0);
    QCOMPARE(cv::norm(both.stained, whole.clean, cv::NORM_INF), 0.0);
    const cv::Rect part(61, 33, 77, 59);
    const RenderedScene area = renderArea(scene, SynthesisVersion::Clean, part, 3, {}).value();
    QCOMPARE(cv::norm(area.clean, whole.clean(part), cv::NORM_INF), 0.0);
}

QTEST_APPLESS_MAIN(TestJpegStorage)
#include "tst_jpeg_storage.moc"
