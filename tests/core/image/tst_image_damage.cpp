#include "core/image/image_source.h"
#include "tests/core/image/image_fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <fcntl.h>
#include <filesystem>
#include <random>
#include <tiffio.h>
#include <unistd.h>

using namespace patina;
using namespace patina::test;

/// Files cut anywhere and files with flipped bits: an error in one sentence, or an image of the announced size.
class TestImageDamage : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void everyTruncationIsRefusedOrHarmless_data() { addFiles(); }
    void everyTruncationIsRefusedOrHarmless();
    void flippedBitsNeverCrash_data() { addFiles(); }
    void flippedBitsNeverCrash();
    void flippedBitsInPngAreAlwaysFound();
    void nothingIsPrinted();

private:
    void addFiles();
    std::filesystem::path path(const char *name) const { return m_dir->filePath(name).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

/// A limit as for a small machine, so that a flipped size does not fill the memory of the one that tests.
ImageLimits testLimits()
{
    ImageLimits limits;
    limits.maxPixels = 4'000'000;
    limits.maxDecodedBytes = 16 << 20;
    limits.maxBlockBytes = 16 << 20;
    return limits;
}

/// Empty where all is well; else what is wrong.
QString verdict(const std::filesystem::path &path)
{
    auto source = openImage(path, testLimits());
    const auto sentence = [](const Error &error) {
        return error.detail.empty() || error.detail.find('\n') != std::string::npos
                   ? QString("bad sentence: ") + error.detail.c_str()
                   : QString();
    };
    if (!source)
        return sentence(source.error());
    const ImageInfo info = (*source)->info();
    const auto probed = probeImage(path, testLimits());
    if (!probed || probed->size() != info.size())
        return "the probe disagrees with the image";
    auto pixels = (*source)->read(cv::Rect({}, info.size()));
    if (!pixels)
        return sentence(pixels.error());
    const int type = CV_MAKETYPE(info.bitDepth == 16 ? CV_16U : CV_8U, info.channels);
    return pixels->size() == info.size() && pixels->type() == type ? QString() : "pixels do not fit the facts";
}

std::string tiffBytes(const std::filesystem::path &path, const cv::Mat &pixels, const TiffSpec &spec)
{
    writeTiff(path, pixels, spec);
    return readBytes(path);
}

} // namespace

void TestImageDamage::addFiles()
{
    QTest::addColumn<QByteArray>("bytes");
    QTemporaryDir folder;
    const std::filesystem::path scratch = folder.filePath("scratch.tif").toStdString();
    const auto row = [](const char *name, const std::string &bytes) {
        QVERIFY(!bytes.empty());
        QTest::addRow("%s", name) << QByteArray(bytes.data(), qsizetype(bytes.size()));
    };
    const cv::Mat grey = noiseImage({17, 13}, CV_8UC1, 1);
    const cv::Mat colour = noiseImage({17, 13}, CV_8UC3, 1);
    const cv::Mat deep = noiseImage({17, 13}, CV_16UC1, 1);
    row("png grey", encoded(grey, ".png"));
    row("png colour 16", encoded(noiseImage({9, 7}, CV_16UC3, 1), ".png"));
    row("png one bit", encoded(grey, ".png", {cv::IMWRITE_PNG_BILEVEL, 1}));
    row("jpeg grey", encoded(smoothImage({40, 24}, 1), ".jpg"));
    row("jpeg colour", encoded(smoothImage({40, 24}, 3), ".jpg"));
    row("jpeg progressive", encoded(smoothImage({40, 24}, 3), ".jpg", {cv::IMWRITE_JPEG_PROGRESSIVE, 1}));
    row("jpeg restarts", encoded(smoothImage({40, 24}, 3), ".jpg", {cv::IMWRITE_JPEG_RST_INTERVAL, 2}));
    row("jpeg exif", withExif(encoded(smoothImage({40, 24}, 3), ".jpg"), 6, true));
    row("bmp grey", encoded(grey, ".bmp"));
    row("bmp colour", encoded(colour, ".bmp"));
    row("bmp alpha", encoded(noiseImage({9, 7}, CV_8UC4, 1), ".bmp"));
    row("tiff strips", tiffBytes(scratch, deep, {}));
    row("tiff tiles", tiffBytes(scratch, grey, {.tile = {16, 16}}));
    row("tiff lzw", tiffBytes(scratch, colour, {.compression = COMPRESSION_LZW, .predictor = true}));
    row("tiff deflate big", tiffBytes(scratch, deep, {.compression = COMPRESSION_ADOBE_DEFLATE, .big = true}));
    row("tiff packbits planes",
        tiffBytes(scratch, colour, {.compression = COMPRESSION_PACKBITS, .bigEndian = true, .separatePlanes = true}));
    row("tiff jpeg",
        tiffBytes(scratch, smoothImage({40, 24}, 3),
                  {.rowsPerStrip = 16, .compression = COMPRESSION_JPEG, .photometric = PHOTOMETRIC_YCBCR}));
    row("tiff turned", tiffBytes(scratch, grey, {.orientation = 6}));
}

void TestImageDamage::everyTruncationIsRefusedOrHarmless()
{
    QFETCH(QByteArray, bytes);
    const auto file = path("image");
    writeBytes(file, {bytes.data(), std::size_t(bytes.size())});
    const cv::Mat whole = readWhole(file, testLimits());
    QVERIFY(!whole.empty());
    for (qsizetype length = bytes.size() - 1; length >= 0; --length) {
        std::filesystem::resize_file(file, std::uintmax_t(length));
        const cv::Mat read = readWhole(file, testLimits());
        QVERIFY2(read.empty() || identical(read, whole), qPrintable(QString("cut at %1").arg(length)));
        const QString wrong = verdict(file);
        QVERIFY2(wrong.isEmpty(), qPrintable(QString("cut at %1: %2").arg(length).arg(wrong)));
    }
}

void TestImageDamage::flippedBitsNeverCrash()
{
    QFETCH(QByteArray, bytes);
    const auto file = path("image");
    std::mt19937 random(2024);
    const int rounds = 1500;
    for (int round = 0; round < rounds; ++round) {
        std::string damaged(bytes.data(), std::size_t(bytes.size()));
        // Two thirds of the flips in the first bytes and the last, where the headers are.
        const std::size_t size = damaged.size();
        const int flips = 1 + int(random() % 3);
        for (int i = 0; i < flips; ++i) {
            const std::size_t span = std::min<std::size_t>(size, 200);
            const std::size_t at = round % 3 == 0   ? random() % size
                                   : round % 3 == 1 ? random() % span
                                                    : size - 1 - random() % span;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << (random() % 8)));
        }
        writeBytes(file, damaged);
        const QString wrong = verdict(file);
        QVERIFY2(wrong.isEmpty(), qPrintable(QString("round %1: %2").arg(round).arg(wrong)));
    }
}

void TestImageDamage::flippedBitsInPngAreAlwaysFound()
{
    const std::string bytes = encoded(noiseImage({11, 9}, CV_8UC3, 1), ".png");
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        writeBytes(path("a.png"), damaged);
        ErrorCode code{};
        // IEND's own CRC and the reserved bits of its name carry no pixels, but are damage all the same.
        QVERIFY2(!errorOf(path("a.png"), code).empty(), qPrintable(QString("bit %1").arg(bit)));
    }
}

void TestImageDamage::nothingIsPrinted()
{
    const auto log = path("stderr.txt");
    std::fflush(stderr);
    const int saved = ::dup(STDERR_FILENO);
    const int target = ::open(log.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
    QVERIFY(saved >= 0 && target >= 0 && ::dup2(target, STDERR_FILENO) >= 0);
    const cv::Mat colour = smoothImage({60, 40}, 3);
    for (const char *suffix : {".png", ".jpg", ".bmp", ".tif"}) {
        const std::string bytes = encoded(colour, suffix);
        for (const double part : {0.2, 0.5, 0.9}) {
            writeBytes(path("cut"), bytes.substr(0, std::size_t(double(bytes.size()) * part)));
            readWhole(path("cut"));
            std::string damaged = bytes;
            damaged[std::size_t(double(bytes.size()) * part)] ^= 0x55;
            writeBytes(path("cut"), damaged);
            readWhole(path("cut"));
        }
    }
    std::fflush(stderr);
    ::dup2(saved, STDERR_FILENO);
    ::close(saved);
    ::close(target);
    QCOMPARE(readBytes(log), std::string());
}

QTEST_APPLESS_MAIN(TestImageDamage)
#include "tst_image_damage.moc"
