#include "core/image/image_source.h"
#include "tests/core/image/image_fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <filesystem>
#include <random>
#include <zlib.h>

using namespace patina;
using namespace patina::test;

/// Kinds of PNG that OpenCV does not write: packed with a writer of their own, straight from the specification.
class TestImagePng : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void everyKindIsRead_data();
    void everyKindIsRead();
    void exifChunkTurnsTheImage_data();
    void exifChunkTurnsTheImage();
    void oddChunksDoNotHarm();
    void damagedSideChunkIsRefused();
    void fewBytesForManyPixelsAreRefused();
    void headerIsChecked_data();
    void headerIsChecked();

private:
    std::filesystem::path path(const char *name) const { return m_dir->filePath(name).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

std::string bigEndian(std::uint32_t value)
{
    return {char(value >> 24), char(value >> 16), char(value >> 8), char(value)};
}

std::string chunk(const std::string &type, const std::string &data)
{
    const std::string body = type + data;
    const uLong crc = crc32(0, reinterpret_cast<const Bytef *>(body.data()), uInt(body.size()));
    return bigEndian(std::uint32_t(data.size())) + body + bigEndian(std::uint32_t(crc));
}

std::string deflated(const std::string &data)
{
    uLongf size = compressBound(uLong(data.size()));
    std::string packed(size, '\0');
    compress(reinterpret_cast<Bytef *>(packed.data()), &size, reinterpret_cast<const Bytef *>(data.data()),
             uLong(data.size()));
    packed.resize(size);
    return packed;
}

std::string header(cv::Size size, int bits, int colourType, int interlace)
{
    return chunk("IHDR", bigEndian(std::uint32_t(size.width)) + bigEndian(std::uint32_t(size.height)) +
                             std::string{char(bits), char(colourType), 0, 0, char(interlace)});
}

const std::string signature = "\x89PNG\r\n\x1a\n";

/// Samples of every pixel, 0 .. 2^bits - 1.
struct Samples
{
    cv::Size size;
    int bits = 8;
    int perPixel = 1;
    std::vector<int> values;

    int at(int x, int y, int sample) const { return values[std::size_t((y * size.width + x) * perPixel + sample)]; }
};

Samples randomSamples(cv::Size size, int bits, int perPixel)
{
    Samples samples{size, bits, perPixel, std::vector<int>(std::size_t(size.area() * perPixel))};
    std::mt19937 random(5);
    for (int &value : samples.values)
        value = int(random() % (1u << bits));
    return samples;
}

std::string packedRow(const Samples &samples, int y, int firstX, int stepX)
{
    std::string bits;
    for (int x = firstX; x < samples.size.width; x += stepX) {
        for (int s = 0; s < samples.perPixel; ++s) {
            for (int bit = samples.bits - 1; bit >= 0; --bit)
                bits += char((samples.at(x, y, s) >> bit) & 1);
        }
    }
    std::string row(1 + (bits.size() + 7) / 8, '\0'); // begins with filter 0
    for (std::size_t i = 0; i < bits.size(); ++i)
        row[1 + i / 8] = char(row[1 + i / 8] | (bits[i] << (7 - i % 8)));
    return bits.empty() ? std::string() : row;
}

/// Image data in one piece, or in the seven passes of Adam7.
std::string imageData(const Samples &samples, bool interlaced)
{
    constexpr std::array<std::array<int, 4>, 7> adam7{
        {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}};
    constexpr std::array<std::array<int, 4>, 1> plain{{{0, 0, 1, 1}}};
    std::string data;
    const auto addPass = [&](const std::array<int, 4> &pass) {
        for (int y = pass[1]; y < samples.size.height; y += pass[3])
            data += packedRow(samples, y, pass[0], pass[2]);
    };
    if (interlaced)
        std::for_each(adam7.begin(), adam7.end(), addPass);
    else
        std::for_each(plain.begin(), plain.end(), addPass);
    return chunk("IDAT", deflated(data));
}

std::string palette(int colours)
{
    std::string entries;
    for (int i = 0; i < colours; ++i)
        entries += std::string{char(i * 7), char(255 - i), char(i * 31)}; // R, G, B
    return entries;
}

/// What the reader promises for these samples.
cv::Mat expectedPixels(const Samples &samples, int colourType)
{
    const bool colour = (colourType & 2) != 0;
    cv::Mat pixels(samples.size, CV_MAKETYPE(samples.bits == 16 ? CV_16U : CV_8U, colour ? 3 : 1));
    for (int y = 0; y < pixels.rows; ++y) {
        for (int x = 0; x < pixels.cols; ++x) {
            for (int c = 0; c < pixels.channels(); ++c) {
                int value = samples.at(x, y, colourType == 3 || !colour ? 0 : 2 - c);
                if (colourType == 3)
                    value = std::uint8_t(palette(256)[std::size_t(value * 3 + 2 - c)]);
                else if (samples.bits < 8)
                    value = value * 255 / ((1 << samples.bits) - 1);
                const int at = x * pixels.channels() + c;
                if (samples.bits == 16)
                    pixels.ptr<ushort>(y)[at] = ushort(value);
                else
                    pixels.ptr<uchar>(y)[at] = uchar(value);
            }
        }
    }
    return pixels;
}

std::string pngOf(const Samples &samples, int colourType, bool interlaced, const std::string &beforeData = {},
                  const std::string &afterData = {})
{
    const std::string colours = colourType == 3 ? chunk("PLTE", palette(1 << samples.bits)) : std::string();
    return signature + header(samples.size, samples.bits, colourType, interlaced ? 1 : 0) + colours + beforeData +
           imageData(samples, interlaced) + afterData + chunk("IEND", {});
}

std::string exifBlock(int orientation)
{
    return std::string("MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0", 19) + char(orientation) + std::string(6, '\0');
}

} // namespace

void TestImagePng::everyKindIsRead_data()
{
    QTest::addColumn<int>("colourType");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("samples");
    QTest::addColumn<bool>("interlaced");
    for (const bool interlaced : {false, true}) {
        const auto row = [interlaced](const char *name, int colourType, int bits, int samples) {
            QTest::addRow("%s %d%s", name, bits, interlaced ? " interlaced" : "")
                << colourType << bits << samples << interlaced;
        };
        for (const int bits : {1, 2, 4, 8, 16})
            row("grey", 0, bits, 1);
        for (const int bits : {8, 16}) {
            row("RGB", 2, bits, 3);
            row("grey and alpha", 4, bits, 2);
            row("RGBA", 6, bits, 4);
        }
        for (const int bits : {1, 2, 4, 8})
            row("palette", 3, bits, 1);
    }
}

void TestImagePng::everyKindIsRead()
{
    QFETCH(int, colourType);
    QFETCH(int, bits);
    QFETCH(int, samples);
    QFETCH(bool, interlaced);
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(19, 13), cv::Size(2, 9)}) {
        const Samples values = randomSamples(size, bits, samples);
        const cv::Mat expected = expectedPixels(values, colourType);
        for (const std::string &before : {std::string(), chunk("tRNS", std::string(colourType == 3   ? 2
                                                                                   : colourType == 2 ? 6
                                                                                                     : 2,
                                                                                   '\1'))}) {
            writeBytes(path("a.png"), pngOf(values, colourType, interlaced, before));
            ErrorCode code{};
            QCOMPARE(errorOf(path("a.png"), code), std::string());
            QVERIFY(identical(readWhole(path("a.png")), expected));
            QCOMPARE(probeImage(path("a.png"))->channels, expected.channels());
        }
    }
}

void TestImagePng::exifChunkTurnsTheImage_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<bool>("afterData");
    for (int i = 1; i <= 8; ++i) {
        QTest::addRow("%d before the data", i) << i << false;
        QTest::addRow("%d after the data", i) << i << true;
    }
}

void TestImagePng::exifChunkTurnsTheImage()
{
    QFETCH(int, orientation);
    QFETCH(bool, afterData);
    const Samples values = randomSamples({17, 8}, 8, 3);
    const std::string exif = chunk("eXIf", exifBlock(orientation));
    writeBytes(path("a.png"), pngOf(values, 2, false, afterData ? "" : exif, afterData ? exif : ""));
    const cv::Mat expected = shownByDefinition(expectedPixels(values, 2), orientation);
    QVERIFY(identical(readWhole(path("a.png")), expected));
    QCOMPARE(probeImage(path("a.png"))->size(), expected.size());
    // Turning by a quarter needs a second image.
    const std::int64_t needed = 17 * 8 * 3 * (orientation >= 5 ? 2 : 1);
    ErrorCode code{};
    QCOMPARE(errorOf(path("a.png"), code, {.maxDecodedBytes = needed}), std::string());
    QVERIFY(!errorOf(path("a.png"), code, {.maxDecodedBytes = needed - 1}).empty());
    QCOMPARE(int(code), int(ErrorCode::TooLarge));
}

void TestImagePng::oddChunksDoNotHarm()
{
    const Samples values = randomSamples({17, 8}, 16, 1);
    const std::string odd = chunk("iCCP", "nonsense") + chunk("gAMA", bigEndian(1)) + chunk("tEXt", "a") +
                            chunk("paTn", "ours") + chunk("eXIf", "short");
    writeBytes(path("a.png"), pngOf(values, 0, false, odd, chunk("tEXt", std::string(100'000, 'x'))));
    ErrorCode code{};
    QCOMPARE(errorOf(path("a.png"), code), std::string());
    QVERIFY(identical(readWhole(path("a.png")), expectedPixels(values, 0)));
}

void TestImagePng::damagedSideChunkIsRefused()
{
    std::string note = chunk("tEXt", "Comment");
    note[9] ^= 1;
    writeBytes(path("a.png"), pngOf(randomSamples({9, 9}, 8, 1), 0, false, note));
    ErrorCode code{};
    QVERIFY(errorOf(path("a.png"), code).find("CRC") != std::string::npos);
    QCOMPARE(int(code), int(ErrorCode::Unreadable));
}

void TestImagePng::fewBytesForManyPixelsAreRefused()
{
    const std::string bytes =
        signature + header({30'000, 30'000}, 8, 0, 0) + chunk("IDAT", deflated("abc")) + chunk("IEND", {});
    writeBytes(path("a.png"), bytes);
    ErrorCode code{};
    QVERIFY(errorOf(path("a.png"), code).find("cannot hold") != std::string::npos);
    QCOMPARE(int(code), int(ErrorCode::Unreadable));
    // As dense as zlib packs it is no reason to refuse.
    const Samples black{{4000, 3000}, 1, 1, std::vector<int>(12'000'000)};
    writeBytes(path("black.png"), pngOf(black, 0, false));
    QVERIFY(std::filesystem::file_size(path("black.png")) < 2000);
    QCOMPARE(readWhole(path("black.png")).size(), black.size);
}

void TestImagePng::headerIsChecked_data()
{
    QTest::addColumn<int>("colourType");
    QTest::addColumn<int>("bits");
    QTest::addRow("type 1") << 1 << 8;
    QTest::addRow("type 7") << 7 << 8;
    QTest::addRow("type 9") << 9 << 8;
    QTest::addRow("3 bits") << 0 << 3;
    QTest::addRow("0 bits") << 0 << 0;
    QTest::addRow("32 bits") << 0 << 32;
    QTest::addRow("RGB of 4 bits") << 2 << 4;
    QTest::addRow("palette of 16 bits") << 3 << 16;
}

void TestImagePng::headerIsChecked()
{
    QFETCH(int, colourType);
    QFETCH(int, bits);
    writeBytes(path("a.png"), signature + header({4, 4}, bits, colourType, 0) + chunk("PLTE", palette(2)) +
                                  chunk("IDAT", deflated(std::string(100, '\0'))) + chunk("IEND", {}));
    ErrorCode code{};
    QVERIFY(!errorOf(path("a.png"), code).empty());
    QVERIFY(code == ErrorCode::BadFormat || code == ErrorCode::Unreadable);
}

QTEST_APPLESS_MAIN(TestImagePng)
#include "tst_image_png.moc"
