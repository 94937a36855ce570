#include "core/base/system.h"
#include "core/image/block_cache.h"
#include "core/image/image_source.h"
#include "tests/core/image/image_fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <tiffio.h>

using namespace patina;
using namespace patina::test;

class TestImageTiff : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    // First: the peak of the memory only ever rises.
    void memoryDoesNotGrowWithTheImage_data();
    void memoryDoesNotGrowWithTheImage();
    void everyLayoutIsRead_data();
    void everyLayoutIsRead();
    void jpegCompressionIsClose_data();
    void jpegCompressionIsClose();
    void regionsOfTurnedImages_data();
    void regionsOfTurnedImages();
    void unsupportedVariants_data();
    void unsupportedVariants();
    void giantStripWithoutCompressionIsRead();
    void giantCompressedStripIsRefused();
    void hugeAnnouncementIsRefused();
    void largerThanTheCache();
    void tinyBlocksCountWithTheirOverhead();
    void tinyTilesAreRefused();
    void turnedStripsAreDecodedOnce();
    void turnedStripsOverTheLimitAreRefused();
    void damagedStripIsNamed();

private:
    std::filesystem::path path(const char *name) const { return m_dir->filePath(name).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

Q_DECLARE_METATYPE(TiffSpec)

namespace {

/// Every rectangle of a sample equals the crop of the whole image.
bool regionsEqualCrops(ImageSource &source, const cv::Mat &whole)
{
    cv::RNG random(11);
    for (int i = 0; i < 40; ++i) {
        const cv::Point first(random.uniform(0, whole.cols), random.uniform(0, whole.rows));
        const cv::Rect area(
            first, cv::Size(random.uniform(1, whole.cols - first.x + 1), random.uniform(1, whole.rows - first.y + 1)));
        const auto read = source.read(area);
        if (!read || !identical(*read, whole(area)))
            return false;
    }
    return true;
}

QString nameOf(const TiffSpec &spec, int type)
{
    return QString("%1%2 %3%4 compression %5%6%7%8%9")
        .arg(CV_MAT_CN(type) == 1 ? "mono" : "colour")
        .arg(CV_MAT_DEPTH(type) == CV_16U ? 16 : 8)
        .arg(spec.tile.empty() ? "strips" : "tiles", spec.big ? " big" : "")
        .arg(spec.compression)
        .arg(spec.bigEndian ? " MM" : " II", spec.separatePlanes ? " planes" : "", spec.predictor ? " predictor" : "",
             spec.extraSamples > 0 ? " alpha" : "")
        .append(spec.fillOrder > 0 ? " reversed bits" : "")
        .append(spec.photometric == PHOTOMETRIC_MINISWHITE ? " inverted" : "");
}

} // namespace

void TestImageTiff::everyLayoutIsRead_data()
{
    QTest::addColumn<TiffSpec>("spec");
    QTest::addColumn<int>("type");
    const auto row = [](const TiffSpec &spec, int type) {
        QTest::newRow(qPrintable(nameOf(spec, type))) << spec << type;
    };
    for (const int type : {CV_8UC1, CV_16UC1, CV_8UC3, CV_16UC3}) {
        for (const int compression : {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE, COMPRESSION_DEFLATE,
                                      COMPRESSION_PACKBITS}) {
            for (int variant = 0; variant < 16; ++variant) {
                TiffSpec spec;
                spec.compression = compression;
                spec.tile = (variant & 1) != 0 ? cv::Size(32, 16) : cv::Size();
                spec.big = (variant & 2) != 0;
                spec.bigEndian = (variant & 4) != 0;
                spec.separatePlanes = (variant & 8) != 0;
                if (spec.separatePlanes && CV_MAT_CN(type) == 1)
                    continue;
                row(spec, type);
            }
        }
        row({.compression = COMPRESSION_LZW, .predictor = true}, type);
        row({.compression = COMPRESSION_ADOBE_DEFLATE, .bigEndian = true, .predictor = true}, type);
        row({.bigEndian = true, .fillOrder = FILLORDER_LSB2MSB}, type);
        row({.compression = COMPRESSION_PACKBITS, .fillOrder = FILLORDER_LSB2MSB}, type);
        row({.extraSamples = 1}, type);
        row({.compression = COMPRESSION_LZW, .extraSamples = 1}, type);
        row({.separatePlanes = true, .extraSamples = 1}, type);
        row({.tile = {16, 32}, .compression = COMPRESSION_LZW, .separatePlanes = true, .extraSamples = 1}, type);
        if (CV_MAT_CN(type) == 1) {
            row({.photometric = PHOTOMETRIC_MINISWHITE}, type);
            row({.tile = {32, 16}, .compression = COMPRESSION_LZW, .photometric = PHOTOMETRIC_MINISWHITE}, type);
        }
    }
}

void TestImageTiff::everyLayoutIsRead()
{
    QFETCH(TiffSpec, spec);
    QFETCH(int, type);
    const cv::Mat pixels = noiseImage({77, 43}, type, 21);
    QVERIFY(writeTiff(path("a.tif"), pixels, spec));
    auto source = openImage(path("a.tif"));
    QVERIFY2(source, source ? "" : source.error().detail.c_str());
    const ImageInfo expected{77, 43, CV_MAT_CN(type), CV_MAT_DEPTH(type) == CV_16U ? 16 : 8, true};
    QCOMPARE((*source)->info(), expected);
    QCOMPARE(probeImage(path("a.tif")).value(), expected);
    QVERIFY(identical((*source)->read({0, 0, 77, 43}).value(), pixels));
    QVERIFY(regionsEqualCrops(**source, pixels));
}

void TestImageTiff::jpegCompressionIsClose_data()
{
    QTest::addColumn<TiffSpec>("spec");
    QTest::addColumn<int>("channels");
    TiffSpec spec{.rowsPerStrip = 16, .compression = COMPRESSION_JPEG};
    QTest::newRow("grey strips") << spec << 1;
    QTest::newRow("RGB strips") << spec << 3;
    spec.photometric = PHOTOMETRIC_YCBCR;
    QTest::newRow("YCbCr strips") << spec << 3;
    spec.tile = {32, 32};
    QTest::newRow("YCbCr tiles") << spec << 3;
    spec.photometric = -1;
    QTest::newRow("RGB tiles") << spec << 3;
    QTest::newRow("grey tiles") << spec << 1;
}

void TestImageTiff::jpegCompressionIsClose()
{
    QFETCH(TiffSpec, spec);
    QFETCH(int, channels);
    const cv::Mat pixels = smoothImage({77, 43}, channels);
    QVERIFY(writeTiff(path("a.tif"), pixels, spec));
    ErrorCode code = ErrorCode::Internal;
    QCOMPARE(errorOf(path("a.tif"), code), std::string());
    const cv::Mat whole = readWhole(path("a.tif"));
    QCOMPARE(whole.type(), pixels.type());
    QVERIFY(cv::norm(whole, pixels, cv::NORM_L1) / double(pixels.total() * pixels.elemSize()) < 6.0);
    QVERIFY(regionsEqualCrops(**openImage(path("a.tif")), whole));
}

void TestImageTiff::regionsOfTurnedImages_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<TiffSpec>("spec");
    for (int i = 1; i <= 8; ++i) {
        QTest::addRow("%d rows", i) << i << TiffSpec{.orientation = i};
        QTest::addRow("%d strips", i) << i << TiffSpec{.compression = COMPRESSION_LZW, .orientation = i};
        QTest::addRow("%d tiles", i) << i << TiffSpec{.tile = {16, 32}, .orientation = i};
    }
    QTest::addRow("0 rows") << 1 << TiffSpec{};
}

void TestImageTiff::regionsOfTurnedImages()
{
    QFETCH(int, orientation);
    QFETCH(TiffSpec, spec);
    for (const int type : {CV_8UC1, CV_16UC3}) {
        const cv::Mat stored = noiseImage({53, 38}, type, 4);
        QVERIFY(writeTiff(path("a.tif"), stored, spec));
        const cv::Mat shown = shownByDefinition(stored, orientation);
        auto source = openImage(path("a.tif")).value();
        QCOMPARE(source->info().size(), shown.size());
        QVERIFY(identical(source->read(cv::Rect({}, shown.size())).value(), shown));
        QVERIFY(regionsEqualCrops(*source, shown));
    }
}

namespace {

/// A TIFF of 8 x 8 pixels with unusual tags, its data zero.
void writeOdd(const std::filesystem::path &path, int bits, int samples, int format, int photometric, int compression)
{
    TIFF *file = TIFFOpen(path.c_str(), "w");
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, 8);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, 8);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, bits);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, samples);
    TIFFSetField(file, TIFFTAG_SAMPLEFORMAT, format);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, photometric);
    TIFFSetField(file, TIFFTAG_COMPRESSION, compression);
    TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 8);
    if (photometric == PHOTOMETRIC_PALETTE) {
        std::vector<std::uint16_t> colours(256, 1000);
        TIFFSetField(file, TIFFTAG_COLORMAP, colours.data(), colours.data(), colours.data());
    }
    std::vector<std::uint8_t> zeros(std::size_t(TIFFStripSize(file)));
    TIFFWriteEncodedStrip(file, 0, zeros.data(), tmsize_t(zeros.size()));
    TIFFClose(file);
}

} // namespace

void TestImageTiff::unsupportedVariants_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("photometric");
    QTest::addColumn<int>("compression");
    QTest::addColumn<QString>("word");
    constexpr int none = COMPRESSION_NONE;
    constexpr int grey = PHOTOMETRIC_MINISBLACK;
    QTest::addRow("float") << 32 << 1 << SAMPLEFORMAT_IEEEFP << grey << none << "32-bit floating-point";
    QTest::addRow("double") << 64 << 1 << SAMPLEFORMAT_IEEEFP << grey << none << "64-bit floating-point";
    QTest::addRow("1 bit") << 1 << 1 << SAMPLEFORMAT_UINT << grey << none << "1 bits";
    QTest::addRow("12 bit") << 12 << 1 << SAMPLEFORMAT_UINT << grey << none << "12 bits";
    QTest::addRow("32 bit") << 32 << 1 << SAMPLEFORMAT_UINT << grey << none << "32 bits";
    QTest::addRow("signed") << 16 << 1 << SAMPLEFORMAT_INT << grey << none << "signed";
    QTest::addRow("palette") << 8 << 1 << SAMPLEFORMAT_UINT << PHOTOMETRIC_PALETTE << none << "palette";
    QTest::addRow("CMYK") << 8 << 4 << SAMPLEFORMAT_UINT << PHOTOMETRIC_SEPARATED << none << "colour model";
    QTest::addRow("Lab") << 8 << 3 << SAMPLEFORMAT_UINT << PHOTOMETRIC_CIELAB << none << "colour model";
    QTest::addRow("five greys") << 8 << 5 << SAMPLEFORMAT_UINT << grey << none << "5 samples";
    QTest::addRow("many samples") << 8 << 600 << SAMPLEFORMAT_UINT << PHOTOMETRIC_RGB << none << "600 samples";
    QTest::addRow("fax") << 1 << 1 << SAMPLEFORMAT_UINT << grey << COMPRESSION_CCITTFAX4 << "1 bits";
}

void TestImageTiff::unsupportedVariants()
{
    QFETCH(int, bits);
    QFETCH(int, samples);
    QFETCH(int, format);
    QFETCH(int, photometric);
    QFETCH(int, compression);
    QFETCH(QString, word);
    writeOdd(path("odd.tif"), bits, samples, format, photometric, compression);
    ErrorCode code = ErrorCode::Internal;
    const QString detail = QString::fromStdString(errorOf(path("odd.tif"), code));
    QCOMPARE(int(code), int(ErrorCode::Unsupported));
    QVERIFY2(detail.contains(word) && detail.contains("save it as"), qPrintable(detail));
}

void TestImageTiff::giantStripWithoutCompressionIsRead()
{
    const cv::Mat pixels = noiseImage({300, 200}, CV_16UC3, 9);
    QVERIFY(writeTiff(path("a.tif"), pixels, {.rowsPerStrip = 200, .bigEndian = true}));
    ImageLimits limits;
    limits.maxBlockBytes = 10'000;
    QVERIFY(identical(readWhole(path("a.tif"), limits), pixels));
}

void TestImageTiff::giantCompressedStripIsRefused()
{
    const cv::Mat pixels = noiseImage({300, 200}, CV_16UC3, 9);
    ImageLimits limits;
    limits.maxBlockBytes = 10'000;
    for (const cv::Size tile : {cv::Size(), cv::Size(304, 208)}) {
        QVERIFY(writeTiff(path("a.tif"), pixels, {.tile = tile, .rowsPerStrip = 200, .compression = COMPRESSION_LZW}));
        ErrorCode code = ErrorCode::Internal;
        const QString detail = QString::fromStdString(errorOf(path("a.tif"), code, limits));
        QCOMPARE(int(code), int(ErrorCode::TooLarge));
        QVERIFY2(detail.contains("smaller strips or tiles"), qPrintable(detail));
        QVERIFY(identical(readWhole(path("a.tif")), pixels));
    }
}

void TestImageTiff::hugeAnnouncementIsRefused()
{
    for (const bool big : {false, true}) {
        TIFF *file = TIFFOpen(path("huge.tif").c_str(), big ? "w8" : "w");
        TIFFSetField(file, TIFFTAG_IMAGEWIDTH, 100'000);
        TIFFSetField(file, TIFFTAG_IMAGELENGTH, 100'000);
        TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
        TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 100'000);
        std::vector<std::uint8_t> some(100, 1);
        TIFFWriteRawStrip(file, 0, some.data(), 100);
        TIFFClose(file);
        ErrorCode code = ErrorCode::Internal;
        const QString detail = QString::fromStdString(errorOf(path("huge.tif"), code));
        QCOMPARE(int(code), int(ErrorCode::TooLarge));
        QVERIFY2(detail.contains("100000x100000"), qPrintable(detail));
    }
}

/// Tiles of more than the cache holds, read in bands, in columns and crosswise.
void TestImageTiff::largerThanTheCache()
{
    const cv::Mat pixels = noiseImage({3000, 6400}, CV_16UC1, 2);
    QVERIFY(writeTiff(path("a.tif"), pixels, {.tile = {512, 512}, .big = true}));
    auto source = openImage(path("a.tif")).value();
    for (int y = 0; y < pixels.rows; y += 300) {
        const cv::Rect band(0, y, pixels.cols, std::min(300, pixels.rows - y));
        QVERIFY(identical(source->read(band).value(), pixels(band)));
    }
    for (int x = 0; x < pixels.cols; x += 700) {
        const cv::Rect column(x, 0, std::min(700, pixels.cols - x), pixels.rows);
        QVERIFY(identical(source->read(column).value(), pixels(column)));
    }
    QVERIFY(regionsEqualCrops(*source, pixels));
}

void TestImageTiff::tinyBlocksCountWithTheirOverhead()
{
    detail::BlockCache cache(1 << 20);
    const cv::Mat pixel(1, 1, CV_8UC1);
    int held = 0;
    for (int i = 0; i < 10'000; ++i)
        cache.insert(i, pixel);
    for (int i = 0; i < 10'000; ++i)
        held += cache.find(i) != nullptr ? 1 : 0;
    QVERIFY(held > 100 && held <= (1 << 20) / 512);
    QVERIFY(cache.find(9'999) != nullptr);
}

void TestImageTiff::tinyTilesAreRefused()
{
    QVERIFY(writeTiff(path("a.tif"), noiseImage({16, 16}, CV_8UC1, 1), {.tile = {16, 16}}));
    std::string bytes = readBytes(path("a.tif"));
    const std::string width("\x42\x01\x03\0\x01\0\0\0\x10\0", 10); // TileWidth, one SHORT, 16
    const auto place = bytes.find(width);
    QVERIFY(place != std::string::npos);
    bytes[place + 8] = 8;
    writeBytes(path("a.tif"), bytes);
    ErrorCode code = ErrorCode::Internal;
    const std::string detail = errorOf(path("a.tif"), code);
    QCOMPARE(int(code), int(ErrorCode::Unsupported));
    QVERIFY2(detail.find("8x16") != std::string::npos, detail.c_str());
}

/// Two thousand bands of an image on its side: decoding all of it for each would take far too long.
void TestImageTiff::turnedStripsAreDecodedOnce()
{
    const cv::Mat stored = noiseImage({4000, 6000}, CV_16UC1, 3);
    QVERIFY(writeTiff(path("a.tif"), stored,
                      {.rowsPerStrip = 16, .compression = COMPRESSION_ADOBE_DEFLATE, .orientation = 6}));
    auto source = openImage(path("a.tif")).value();
    const cv::Mat shown = shownByDefinition(stored, 6);
    for (int y = 0; y < shown.rows; y += 2) {
        const cv::Rect band(0, y, shown.cols, 2);
        QVERIFY(identical(source->read(band).value(), shown(band)));
    }
}

void TestImageTiff::turnedStripsOverTheLimitAreRefused()
{
    const cv::Mat stored = noiseImage({300, 200}, CV_8UC1, 3);
    ImageLimits limits;
    limits.maxDecodedBytes = 50'000;
    TiffSpec spec{.rowsPerStrip = 10, .compression = COMPRESSION_LZW, .orientation = 8};
    QVERIFY(writeTiff(path("a.tif"), stored, spec));
    ErrorCode code = ErrorCode::Internal;
    const QString detail = QString::fromStdString(errorOf(path("a.tif"), code, limits));
    QCOMPARE(int(code), int(ErrorCode::TooLarge));
    QVERIFY2(detail.contains("upright"), qPrintable(detail));
    for (const TiffSpec &allowed : {TiffSpec{.tile = {32, 32}, .compression = COMPRESSION_LZW, .orientation = 8},
                                    TiffSpec{.rowsPerStrip = 10, .orientation = 8},
                                    TiffSpec{.rowsPerStrip = 10, .compression = COMPRESSION_LZW, .orientation = 3}}) {
        QVERIFY(writeTiff(path("a.tif"), stored, allowed));
        QVERIFY(!readWhole(path("a.tif"), limits).empty());
    }
}

void TestImageTiff::damagedStripIsNamed()
{
    const cv::Mat pixels = noiseImage({60, 40}, CV_8UC1, 2);
    QVERIFY(writeTiff(path("a.tif"), pixels, {.rowsPerStrip = 10, .compression = COMPRESSION_ADOBE_DEFLATE}));
    std::string bytes = readBytes(path("a.tif"));
    for (std::size_t i = 8; i < 60; ++i)
        bytes[i] = '\x5a'; // the start of the first strip
    writeBytes(path("a.tif"), bytes);
    auto source = openImage(path("a.tif")).value();
    const auto damaged = source->read({0, 0, 60, 10});
    QVERIFY(!damaged);
    QCOMPARE(int(damaged.error().code), int(ErrorCode::Unreadable));
    QVERIFY(damaged.error().detail.find("strip 1") != std::string::npos);
    QVERIFY(identical(source->read({0, 10, 60, 30}).value(), pixels(cv::Rect(0, 10, 60, 30))));
}

void TestImageTiff::memoryDoesNotGrowWithTheImage_data()
{
    QTest::addColumn<bool>("tiled");
    QTest::addColumn<int>("compression");
    QTest::addRow("tiles") << true << COMPRESSION_LZW;
    QTest::addRow("strips") << false << COMPRESSION_LZW;
    QTest::addRow("rows") << false << COMPRESSION_NONE;
}

void TestImageTiff::memoryDoesNotGrowWithTheImage()
{
    QFETCH(bool, tiled);
    QFETCH(int, compression);
#ifdef PATINA_SANITIZED
    QSKIP("the sanitizers keep freed memory");
#endif
    // 16-bit, 160 MiB (80 where they reach the disk); made of one block that is written again and again.
    constexpr std::uint32_t width = 10'240;
    const std::uint32_t height = compression == COMPRESSION_NONE ? 4'096 : 8'192;
    constexpr std::uint32_t side = 512;
    TIFF *file = TIFFOpen(path("large.tif").c_str(), "w8");
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 16);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    TIFFSetField(file, TIFFTAG_COMPRESSION, compression);
    if (tiled)
        TIFFSetField(file, TIFFTAG_TILEWIDTH, side), TIFFSetField(file, TIFFTAG_TILELENGTH, side);
    else
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, side);
    cv::Mat block(int(side), int(tiled ? side : width), CV_16UC1, cv::Scalar(4711));
    const auto bytes = tmsize_t(block.total() * 2);
    const std::uint32_t count = tiled ? width / side * (height / side) : height / side;
    for (std::uint32_t i = 0; i < count; ++i)
        QCOMPARE(tiled ? TIFFWriteEncodedTile(file, i, block.data, bytes)
                       : TIFFWriteEncodedStrip(file, i, block.data, bytes),
                 bytes);
    TIFFClose(file);
    const std::int64_t before = peakMemoryBytes();
    auto source = openImage(path("large.tif")).value();
    for (int y = 0; y < int(height); y += 200) {
        const auto band = source->read({0, y, int(width), std::min(200, int(height) - y)});
        QVERIFY(band.has_value());
        QCOMPARE(int(band->at<ushort>(0, 5000)), 4711);
    }
    QVERIFY2(peakMemoryBytes() - before < std::int64_t{60} << 20,
             qPrintable(QString::number(peakMemoryBytes() - before)));
}

QTEST_APPLESS_MAIN(TestImageTiff)
#include "tst_image_tiff.moc"
