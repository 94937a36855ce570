#include "core/image/image_source.h"
#include "tests/core/image/image_fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <jpeglib.h>

using namespace patina;
using namespace patina::test;

namespace {

/// Baseline, one scan for each component.
std::string jpegOfSeveralScans(const cv::Mat &pixels)
{
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = JDIMENSION(pixels.cols);
    jpeg.image_height = JDIMENSION(pixels.rows);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_EXT_BGR;
    jpeg_set_defaults(&jpeg);
    jpeg_scan_info scans[3]{};
    for (int i = 0; i < 3; ++i) {
        scans[i].comps_in_scan = 1;
        scans[i].component_index[0] = i;
        scans[i].Se = 63;
    }
    jpeg.scan_info = scans;
    jpeg.num_scans = 3;
    jpeg_start_compress(&jpeg, TRUE);
    for (int y = 0; y < pixels.rows; ++y) {
        JSAMPROW row = const_cast<JSAMPROW>(pixels.ptr(y));
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    std::string file(reinterpret_cast<const char *>(bytes), size);
    std::free(bytes);
    return file;
}

} // namespace

class TestImageFormats : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void losslessRoundTrip_data();
    void losslessRoundTrip();
    void jpegMatchesTheReferenceDecoder_data();
    void jpegMatchesTheReferenceDecoder();
    void alphaIsDropped_data();
    void alphaIsDropped();
    void paletteBmpBecomesColour();
    void greyPaletteBmpStaysMono();
    void bmpMatchesTheReferenceDecoder_data();
    void bmpMatchesTheReferenceDecoder();
    void oneBitPngIsBlackAndWhite();
    void exifOrientationIsHonoured_data();
    void exifOrientationIsHonoured();
    void memoryOfTurningAndOfScansCounts();
    void brokenExifIsIgnored();
    void formatIsToldByContent();
    void trailingBytesAreTolerated_data();
    void trailingBytesAreTolerated();
    void refusals_data();
    void refusals();
    void folderAndMissingFile();
    void limitsAreCheckedBeforeDecoding_data();
    void limitsAreCheckedBeforeDecoding();
    void areaMustLieInside();
    void whatIsReadBelongsToTheCaller();

private:
    std::filesystem::path path(const char *name) const { return m_dir->filePath(name).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestImageFormats::losslessRoundTrip_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("type");
    for (const char *suffix : {".png", ".bmp", ".tif"}) {
        QTest::addRow("%s mono 8", suffix) << suffix << CV_8UC1;
        QTest::addRow("%s colour 8", suffix) << suffix << CV_8UC3;
        if (QString(suffix) == ".bmp")
            continue;
        QTest::addRow("%s mono 16", suffix) << suffix << CV_16UC1;
        QTest::addRow("%s colour 16", suffix) << suffix << CV_16UC3;
    }
}

void TestImageFormats::losslessRoundTrip()
{
    QFETCH(QString, suffix);
    QFETCH(int, type);
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(37, 23), cv::Size(3, 200)}) {
        const cv::Mat pixels = noiseImage(size, type, 7);
        const auto file = path("image");
        writeBytes(file, encoded(pixels, suffix.toStdString()));
        auto source = openImage(file);
        QVERIFY2(source, source ? "" : source.error().detail.c_str());
        const ImageInfo &info = (*source)->info();
        QCOMPARE(info.size(), size);
        QCOMPARE(info.channels, pixels.channels());
        QCOMPARE(info.bitDepth, pixels.depth() == CV_16U ? 16 : 8);
        QCOMPARE(info.regions, suffix == ".tif");
        QCOMPARE(probeImage(file).value(), info);
        QVERIFY(identical((*source)->read(cv::Rect({}, size)).value(), pixels));
        const cv::Rect part(size.width / 3, size.height / 4, size.width - size.width / 3, size.height / 2 + 1);
        QVERIFY(identical((*source)->read(part).value(), pixels(part)));
    }
}

void TestImageFormats::jpegMatchesTheReferenceDecoder_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("progressive");
    QTest::addRow("grey") << 1 << false;
    QTest::addRow("colour") << 3 << false;
    QTest::addRow("grey progressive") << 1 << true;
    QTest::addRow("colour progressive") << 3 << true;
}

void TestImageFormats::jpegMatchesTheReferenceDecoder()
{
    QFETCH(int, channels);
    QFETCH(bool, progressive);
    const cv::Mat pixels = smoothImage({61, 45}, channels);
    const std::string bytes =
        encoded(pixels, ".jpg", {cv::IMWRITE_JPEG_PROGRESSIVE, progressive ? 1 : 0, cv::IMWRITE_JPEG_QUALITY, 95});
    writeBytes(path("image.jpg"), bytes);
    const cv::Mat read = readWhole(path("image.jpg"));
    QCOMPARE(read.type(), pixels.type());
    QVERIFY(cv::norm(read, pixels, cv::NORM_INF) < 12.0);
    QVERIFY(identical(read, cv::imread(path("image.jpg").string(), cv::IMREAD_UNCHANGED)));
}

void TestImageFormats::alphaIsDropped_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("depth");
    QTest::addRow("png 8") << ".png" << CV_8U;
    QTest::addRow("png 16") << ".png" << CV_16U;
    QTest::addRow("bmp") << ".bmp" << CV_8U;
    QTest::addRow("tiff") << ".tif" << CV_8U;
}

void TestImageFormats::alphaIsDropped()
{
    QFETCH(QString, suffix);
    QFETCH(int, depth);
    const cv::Mat withAlpha = noiseImage({19, 11}, CV_MAKETYPE(depth, 4), 3);
    writeBytes(path("image"), encoded(withAlpha, suffix.toStdString()));
    cv::Mat expected;
    cv::cvtColor(withAlpha, expected, cv::COLOR_BGRA2BGR);
    QVERIFY(identical(readWhole(path("image")), expected));
}

namespace {

std::string littleEndian(std::uint32_t value, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(value >> (8 * i));
    return text;
}

/// An 8-bit BMP of 4 x 2 pixels 0..3 with a palette of four entries (B, G, R).
std::string paletteBmp(const std::string &palette)
{
    const std::uint32_t offset = 14 + 40 + static_cast<std::uint32_t>(palette.size());
    const std::string info = littleEndian(40, 4) + littleEndian(4, 4) + littleEndian(2, 4) + littleEndian(1, 2) +
                             littleEndian(8, 2) + std::string(16, '\0') + littleEndian(4, 4) + littleEndian(0, 4);
    return "BM" + littleEndian(offset + 8, 4) + littleEndian(0, 4) + littleEndian(offset, 4) + info + palette +
           std::string("\0\1\2\3\3\2\1\0", 8);
}

} // namespace

void TestImageFormats::paletteBmpBecomesColour()
{
    writeBytes(path("a.bmp"), paletteBmp(std::string("\x0a\x14\x1e\0\x28\x32\x3c\0\x46\x50\x5a\0\x64\x6e\x78\0", 16)));
    const cv::Mat read = readWhole(path("a.bmp"));
    QCOMPARE(read.type(), CV_8UC3);
    QCOMPARE(read.at<cv::Vec3b>(1, 0), cv::Vec3b(10, 20, 30)); // rows are stored from the bottom up
    QCOMPARE(read.at<cv::Vec3b>(1, 3), cv::Vec3b(100, 110, 120));
    QCOMPARE(read.at<cv::Vec3b>(0, 0), cv::Vec3b(100, 110, 120));
}

void TestImageFormats::greyPaletteBmpStaysMono()
{
    writeBytes(path("a.bmp"), paletteBmp(std::string("\x05\x05\x05\0\x10\x10\x10\0\x20\x20\x20\0\x30\x30\x30\0", 16)));
    const cv::Mat read = readWhole(path("a.bmp"));
    QCOMPARE(read.type(), CV_8UC1);
    QCOMPARE(int(read.at<uchar>(1, 0)), 5);
    QCOMPARE(int(read.at<uchar>(0, 0)), 0x30);
}

void TestImageFormats::bmpMatchesTheReferenceDecoder_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("height");
    for (const int bits : {1, 4, 8, 16, 24, 32}) {
        QTest::addRow("%d bottom up", bits) << bits << 7;
        QTest::addRow("%d top down", bits) << bits << -7;
    }
}

void TestImageFormats::bmpMatchesTheReferenceDecoder()
{
    QFETCH(int, bits);
    QFETCH(int, height);
    constexpr int width = 13;
    const int colours = bits <= 8 ? 1 << bits : 0;
    const int dataBytes = (width * bits + 31) / 32 * 4 * 7;
    const cv::Mat noise = noiseImage({colours * 4 + dataBytes, 1}, CV_8UC1, 17);
    const std::string body(noise.ptr<char>(), noise.total());
    const auto offset = std::uint32_t(54 + colours * 4);
    writeBytes(path("a.bmp"), "BM" + littleEndian(offset + std::uint32_t(dataBytes), 4) + littleEndian(0, 4) +
                                  littleEndian(offset, 4) + littleEndian(40, 4) + littleEndian(width, 4) +
                                  littleEndian(std::uint32_t(height), 4) + littleEndian(1, 2) +
                                  littleEndian(std::uint32_t(bits), 2) + std::string(24, '\0') + body);
    const cv::Mat read = readWhole(path("a.bmp"));
    const cv::Mat reference = cv::imread(path("a.bmp").string(), cv::IMREAD_COLOR);
    QCOMPARE(read.size(), cv::Size(width, 7));
    QCOMPARE(read.type(), CV_8UC3);
    // Five bits become eight by shifting there, by scaling here.
    QVERIFY(cv::norm(read, reference, cv::NORM_INF) <= (bits == 16 ? 7.0 : 0.0));
}

void TestImageFormats::oneBitPngIsBlackAndWhite()
{
    cv::Mat pixels = noiseImage({21, 9}, CV_8UC1, 5) > 128;
    writeBytes(path("a.png"), encoded(pixels, ".png", {cv::IMWRITE_PNG_BILEVEL, 1}));
    QVERIFY(identical(readWhole(path("a.png")), pixels));
}

void TestImageFormats::exifOrientationIsHonoured_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<bool>("bigEndian");
    for (int i = 1; i <= 8; ++i) {
        QTest::addRow("%d little endian", i) << i << false;
        QTest::addRow("%d big endian", i) << i << true;
    }
}

void TestImageFormats::exifOrientationIsHonoured()
{
    QFETCH(int, orientation);
    QFETCH(bool, bigEndian);
    for (const int channels : {1, 3}) {
        const std::string plain = encoded(smoothImage({33, 20}, channels), ".jpg");
        writeBytes(path("plain.jpg"), plain);
        writeBytes(path("turned.jpg"), withExif(plain, orientation, bigEndian));
        const cv::Mat expected = shownByDefinition(readWhole(path("plain.jpg")), orientation);
        QVERIFY(identical(readWhole(path("turned.jpg")), expected));
        QCOMPARE(probeImage(path("turned.jpg"))->size(), expected.size());
    }
}

void TestImageFormats::memoryOfTurningAndOfScansCounts()
{
    constexpr std::int64_t pixelBytes = 330 * 200 * 3;
    const auto opens = [&](const std::string &bytes, std::int64_t limit) {
        writeBytes(path("a.jpg"), bytes);
        ErrorCode code{};
        const std::string detail = errorOf(path("a.jpg"), code, {.maxDecodedBytes = limit});
        return detail.empty() || code != ErrorCode::TooLarge;
    };
    const std::string plain = encoded(smoothImage({330, 200}, 3), ".jpg");
    QVERIFY(opens(plain, pixelBytes));
    QVERIFY(opens(withExif(plain, 3, false), pixelBytes));
    QVERIFY(!opens(withExif(plain, 6, false), 2 * pixelBytes - 1)); // a second image, turned
    QVERIFY(opens(withExif(plain, 6, false), 2 * pixelBytes));
    const std::string scans = jpegOfSeveralScans(smoothImage({330, 200}, 3));
    QVERIFY(!opens(scans, 3 * pixelBytes - 1)); // 16-bit coefficients
    QVERIFY(opens(scans, 3 * pixelBytes));
    QVERIFY(opens(withExif(scans, 6, false), 3 * pixelBytes)); // one after the other
}

void TestImageFormats::brokenExifIsIgnored()
{
    const std::string plain = encoded(smoothImage({33, 20}, 1), ".jpg");
    writeBytes(path("plain.jpg"), plain);
    const cv::Mat expected = readWhole(path("plain.jpg"));
    QVERIFY(!expected.empty());
    for (const int orientation : {0, 9, 65535}) {
        writeBytes(path("odd.jpg"), withExif(plain, orientation, false));
        QVERIFY(identical(readWhole(path("odd.jpg")), expected));
    }
    std::string farAway = withExif(plain, 6, false);
    farAway.replace(farAway.find("II") + 4, 4, "\xff\xff\xff\x7f");
    writeBytes(path("odd.jpg"), farAway);
    QVERIFY(identical(readWhole(path("odd.jpg")), expected));
}

void TestImageFormats::formatIsToldByContent()
{
    const cv::Mat pixels = noiseImage({9, 7}, CV_8UC3, 1);
    writeBytes(path("a.jpg"), encoded(pixels, ".png"));
    QVERIFY(identical(readWhole(path("a.jpg")), pixels));
}

void TestImageFormats::trailingBytesAreTolerated_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {".png", ".bmp", ".jpg", ".tif"})
        QTest::addRow("%s", suffix) << suffix;
}

void TestImageFormats::trailingBytesAreTolerated()
{
    QFETCH(QString, suffix);
    const std::string bytes = encoded(smoothImage({40, 30}, 3), suffix.toStdString());
    writeBytes(path("plain"), bytes);
    writeBytes(path("longer"), bytes + std::string(1000, 'x'));
    QVERIFY(identical(readWhole(path("longer")), readWhole(path("plain"))));
}

void TestImageFormats::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const std::string &bytes, ErrorCode code, const char *word) {
        QTest::addRow("%s", name) << QByteArray(bytes.data(), qsizetype(bytes.size())) << int(code) << word;
    };
    row("empty", "", ErrorCode::BadFormat, "empty");
    row("one byte", "B", ErrorCode::BadFormat, "not a PNG");
    row("text", "Hello, world, I am a picture", ErrorCode::BadFormat, "not a PNG");
    row("text like BMP", "BMW builds cars, and some of them are pictures of beauty indeed", ErrorCode::BadFormat,
        "BMP");
    row("BMP magic only", "BM", ErrorCode::BadFormat, "BMP");
    row("PNG magic only", "\x89PNG\r\n\x1a\n", ErrorCode::Unreadable, "truncated");
    row("JPEG magic only", "\xff\xd8\xff", ErrorCode::Unreadable, "truncated");
    row("TIFF magic only", std::string("II*\0", 4), ErrorCode::Unreadable, "truncated");
    row("float TIFF", encoded(cv::Mat::ones(4, 4, CV_32FC1), ".tif"), ErrorCode::Unsupported, "floating-point");
    std::string cut = encoded(noiseImage({9, 9}, CV_8UC1, 2), ".png");
    row("PNG without its end", cut.substr(0, cut.size() - 12), ErrorCode::Unreadable, "IEND");
    std::string flipped = cut;
    flipped[flipped.size() - 14] ^= 1; // in the CRC of the last IDAT
    row("PNG with a flipped bit", flipped, ErrorCode::Unreadable, "CRC");
    const std::string jpeg = encoded(smoothImage({90, 90}, 3), ".jpg");
    row("half a JPEG", jpeg.substr(0, jpeg.size() / 2), ErrorCode::Unreadable, "truncated");
    row("half a JPEG with its end put on", jpeg.substr(0, jpeg.size() / 2) + "\xff\xd9", ErrorCode::Unreadable,
        "damaged");
}

void TestImageFormats::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, word);
    const auto file = path("some picture.png");
    writeBytes(file, {bytes.data(), std::size_t(bytes.size())});
    ErrorCode got = ErrorCode::Internal;
    const QString detail = QString::fromStdString(errorOf(file, got));
    QCOMPARE(int(got), code);
    QVERIFY2(detail.startsWith(QString::fromStdString(file.string())), qPrintable(detail));
    QVERIFY2(detail.contains(word), qPrintable(detail));
    QVERIFY(!detail.contains('\n'));
}

void TestImageFormats::folderAndMissingFile()
{
    ErrorCode code = ErrorCode::Internal;
    QVERIFY(errorOf(path("nothing.png"), code).find("no such file") != std::string::npos);
    QCOMPARE(int(code), int(ErrorCode::NotFound));
    std::filesystem::create_directory(path("folder.png"));
    QVERIFY(errorOf(path("folder.png"), code).find("folder") != std::string::npos);
    QCOMPARE(int(code), int(ErrorCode::Unreadable));
    QVERIFY(errorOf("/dev/zero", code).find("regular file") != std::string::npos);
    QCOMPARE(int(code), int(ErrorCode::Unreadable));
}

void TestImageFormats::limitsAreCheckedBeforeDecoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("offset"); ///< of width and height, which become 100,000 (JPEG: 65,500)
    QTest::addColumn<bool>("bigEndian");
    QTest::addColumn<int>("fieldBytes");
    const auto row = [](const char *suffix, int offset, bool bigEndian, int fieldBytes) {
        const std::string bytes = encoded(smoothImage({16, 16}, 3), suffix);
        QTest::addRow("%s", suffix) << QByteArray(bytes.data(), qsizetype(bytes.size()))
                                    << (offset > 0 ? offset : int(bytes.find("\xff\xc0")) + 5) << bigEndian
                                    << fieldBytes;
    };
    row(".png", 16, true, 4);
    row(".bmp", 18, false, 4);
    row(".jpg", 0, true, 2);
}

void TestImageFormats::limitsAreCheckedBeforeDecoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, offset);
    QFETCH(bool, bigEndian);
    QFETCH(int, fieldBytes);
    const std::uint32_t side = fieldBytes == 4 ? 100'000 : 65'500;
    for (int i = 0; i < 2 * fieldBytes; ++i) {
        const int byte = i % fieldBytes;
        bytes[offset + i] = char(side >> (8 * (bigEndian ? fieldBytes - 1 - byte : byte)));
    }
    writeBytes(path("bomb"), {bytes.data(), std::size_t(bytes.size())});
    ErrorCode code = ErrorCode::Internal;
    const QString detail = QString::fromStdString(errorOf(path("bomb"), code));
    QCOMPARE(int(code), int(ErrorCode::TooLarge));
    QVERIFY2(detail.contains(QString::number(side)), qPrintable(detail));
    ImageLimits small;
    small.maxSidePx = 1000;
    QVERIFY(errorOf(path("bomb"), code, small).find("1000 a side") != std::string::npos);
    QCOMPARE(int(code), int(ErrorCode::TooLarge));
}

void TestImageFormats::areaMustLieInside()
{
    writeBytes(path("a.png"), encoded(noiseImage({10, 8}, CV_8UC1, 1), ".png"));
    writeBytes(path("a.tif"), encoded(noiseImage({10, 8}, CV_8UC1, 1), ".tif"));
    for (const char *name : {"a.png", "a.tif"}) {
        const auto source = openImage(path(name)).value();
        for (const cv::Rect area : {cv::Rect(0, 0, 11, 8), cv::Rect(-1, 0, 2, 2), cv::Rect(0, 0, 0, 4),
                                    cv::Rect(9, 7, 1, 2), cv::Rect(5, 5, INT_MAX, 1), cv::Rect(2, 2, -1, -1)}) {
            const auto read = source->read(area);
            QVERIFY(!read);
            QCOMPARE(int(read.error().code), int(ErrorCode::BadArgument));
        }
        QVERIFY(source->read({9, 7, 1, 1}).has_value());
    }
}

void TestImageFormats::whatIsReadBelongsToTheCaller()
{
    const cv::Mat pixels = noiseImage({10, 8}, CV_8UC3, 1);
    const auto source = imageFromMat(pixels.clone());
    const cv::Rect whole({}, pixels.size());
    source->read(whole)->setTo(0);
    QVERIFY(identical(source->read(whole).value(), pixels));
    QVERIFY(!source->info().regions);
}

QTEST_APPLESS_MAIN(TestImageFormats)
#include "tst_image_formats.moc"
