#include "core/image/image_source.h"
#include "tests/core/image/image_fixtures.h"

#include <QTest>

#include <rapidcheck.h>

#include <cmath>
#include <limits>

using namespace patina;
using namespace patina::test;

class TestImageReduce : public QObject
{
    Q_OBJECT

private slots:
    void everyPixelIsTheMeanUnderIt();
    void anyPartitionGivesTheSamePixels();
    void wholeNumberRatiosAreBlockMeans();
    void constantStaysConstant_data();
    void constantStaysConstant();
    void scaleOneIsTheImage();
    void sidesAreRounded();
    void badScalesAreRefused();
    void thumbnailOfALongImage();

    void fullScaleOfTheCamera_data();
    void fullScaleOfTheCamera();
    void networkRangeByTheFormula_data();
    void networkRangeByTheFormula();
    void eightBitIsPassedThrough();
};

namespace {

/// The mean of the image under [x0, x1) x [y0, y1), the slow way.
double meanUnder(const cv::Mat &pixels, int channel, double x0, double x1, double y0, double y1)
{
    double sum = 0.0;
    for (int y = int(y0); y < pixels.rows && y < y1; ++y) {
        const double dy = std::min(y1, y + 1.0) - std::max(y0, double(y));
        for (int x = int(x0); x < pixels.cols && x < x1; ++x) {
            const double dx = std::min(x1, x + 1.0) - std::max(x0, double(x));
            const int at = x * pixels.channels() + channel;
            sum += dx * dy * (pixels.depth() == CV_8U ? pixels.ptr<uchar>(y)[at] : pixels.ptr<ushort>(y)[at]);
        }
    }
    return sum / ((x1 - x0) * (y1 - y0));
}

int anyType()
{
    return *rc::gen::element<int>(CV_8UC1, CV_8UC3, CV_16UC1, CV_16UC3);
}

cv::Mat anyImage()
{
    const cv::Size size(*rc::gen::inRange(1, 90), *rc::gen::inRange(1, 90));
    return noiseImage(size, anyType(), *rc::gen::arbitrary<std::uint32_t>());
}

double valueAt(const cv::Mat &pixels, int x, int y, int channel)
{
    const int at = x * pixels.channels() + channel;
    return pixels.depth() == CV_8U ? pixels.ptr<uchar>(y)[at] : pixels.ptr<ushort>(y)[at];
}

} // namespace

void TestImageReduce::everyPixelIsTheMeanUnderIt()
{
    const bool holds = rc::check("mean", [] {
        const cv::Mat pixels = anyImage();
        const cv::Size size(*rc::gen::inRange(1, pixels.cols + 1), *rc::gen::inRange(1, pixels.rows + 1));
        const auto source = imageFromMat(pixels);
        const cv::Mat reduced = readReduced(*source, size).value();
        RC_ASSERT(reduced.size() == size);
        RC_ASSERT(reduced.type() == pixels.type());
        const double dx = double(pixels.cols) / size.width;
        const double dy = double(pixels.rows) / size.height;
        for (int y = 0; y < size.height; ++y) {
            for (int x = 0; x < size.width; ++x) {
                const int c = (x + y) % pixels.channels();
                const double mean = meanUnder(pixels, c, x * dx, (x + 1) * dx, y * dy, (y + 1) * dy);
                RC_ASSERT(std::abs(valueAt(reduced, x, y, c) - mean) <= 0.5 + 1e-6);
            }
        }
    });
    QVERIFY(holds);
}

void TestImageReduce::anyPartitionGivesTheSamePixels()
{
    const bool holds = rc::check("partition", [] {
        const cv::Mat pixels = anyImage();
        const double scale = *rc::gen::inRange(1, 1000) / 1000.0;
        auto source = scaledImage(imageFromMat(pixels), scale).value();
        const cv::Size size = source->info().size();
        const cv::Mat whole = source->read(cv::Rect({}, size)).value();
        cv::Mat gathered(size, whole.type());
        int y = 0;
        while (y < size.height) {
            const int rows = *rc::gen::inRange(1, size.height - y + 1);
            int x = 0;
            while (x < size.width) {
                const int columns = *rc::gen::inRange(1, size.width - x + 1);
                const cv::Rect area(x, y, columns, rows);
                source->read(area)->copyTo(gathered(area));
                x += columns;
            }
            y += rows;
        }
        RC_ASSERT(identical(gathered, whole));
    });
    QVERIFY(holds);
}

void TestImageReduce::wholeNumberRatiosAreBlockMeans()
{
    const cv::Mat pixels = (cv::Mat_<uchar>(2, 6) << 0, 4, 10, 10, 1, 0, 4, 8, 11, 10, 0, 1);
    const cv::Mat expected = (cv::Mat_<uchar>(1, 3) << 4, 10, 1); // 16/4, 41/4, 2/4: halves go up
    QVERIFY(identical(readReduced(*imageFromMat(pixels), {3, 1}).value(), expected));
}

void TestImageReduce::constantStaysConstant_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("value");
    QTest::addRow("black") << CV_8UC3 << 0;
    QTest::addRow("white 8") << CV_8UC1 << 255;
    QTest::addRow("white 16") << CV_16UC3 << 65535;
    QTest::addRow("grey 16") << CV_16UC1 << 4095;
}

void TestImageReduce::constantStaysConstant()
{
    QFETCH(int, type);
    QFETCH(int, value);
    const cv::Mat pixels(211, 307, type, cv::Scalar::all(value));
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(100, 200), cv::Size(306, 7), cv::Size(307, 1)}) {
        const cv::Mat expected(size, type, cv::Scalar::all(value));
        QVERIFY(identical(readReduced(*imageFromMat(pixels), size).value(), expected));
    }
}

void TestImageReduce::scaleOneIsTheImage()
{
    const cv::Mat pixels = noiseImage({31, 17}, CV_16UC3, 5);
    auto source = scaledImage(imageFromMat(pixels), 1.0).value();
    QVERIFY(identical(source->read({0, 0, 31, 17}).value(), pixels));
    QVERIFY(identical(readReduced(*source, {31, 17}).value(), pixels));
}

void TestImageReduce::sidesAreRounded()
{
    const auto sizeAt = [](cv::Size size, double scale) {
        return scaledImage(imageFromMat(cv::Mat::zeros(size, CV_8UC1)), scale).value()->info().size();
    };
    QCOMPARE(sizeAt({101, 99}, 0.5), cv::Size(51, 50));
    QCOMPARE(sizeAt({10, 3}, 0.25), cv::Size(3, 1));
    QCOMPARE(sizeAt({500, 2}, 0.001), cv::Size(1, 1));
}

void TestImageReduce::badScalesAreRefused()
{
    for (const double scale : {0.0, -0.5, 1.0001, std::nan(""), std::numeric_limits<double>::infinity()}) {
        const auto refused = scaledImage(imageFromMat(cv::Mat::zeros(4, 4, CV_8UC1)), scale);
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().code), int(ErrorCode::BadArgument));
    }
    const auto source = imageFromMat(cv::Mat::zeros(4, 4, CV_8UC1));
    for (const cv::Size size : {cv::Size(0, 1), cv::Size(5, 4), cv::Size(4, -1)})
        QCOMPARE(int(readReduced(*source, size).error().code), int(ErrorCode::BadArgument));
    QVERIFY(!scaledImage(imageFromMat(cv::Mat::zeros(8, 8, CV_8UC1)), 0.5).value()->read({0, 0, 5, 1}));
}

/// More source rows than one band of the reader holds.
void TestImageReduce::thumbnailOfALongImage()
{
    cv::Mat pixels(9000, 3000, CV_8UC1);
    for (int y = 0; y < pixels.rows; ++y)
        pixels.row(y).setTo(y / 3000 * 100);
    const cv::Mat expected = (cv::Mat_<uchar>(3, 1) << 0, 100, 200);
    QVERIFY(identical(readReduced(*imageFromMat(pixels), {1, 3}).value(), expected));
}

void TestImageReduce::fullScaleOfTheCamera_data()
{
    QTest::addColumn<int>("bitDepth");
    QTest::addColumn<double>("largest");
    QTest::addColumn<double>("white");
    QTest::addRow("8 bit") << 8 << 17.0 << 255.0;
    QTest::addRow("16 bit holding 8") << 16 << 255.0 << 255.0;
    QTest::addRow("10 bit from below") << 16 << 256.0 << 1023.0;
    QTest::addRow("10 bit") << 16 << 1023.0 << 1023.0;
    QTest::addRow("12 bit") << 16 << 1024.0 << 4095.0;
    QTest::addRow("14 bit") << 16 << 4096.0 << 16383.0;
    QTest::addRow("16 bit") << 16 << 16384.0 << 65535.0;
    QTest::addRow("16 bit full") << 16 << 65535.0 << 65535.0;
    QTest::addRow("unknown") << 16 << std::nan("") << 65535.0;
}

void TestImageReduce::fullScaleOfTheCamera()
{
    QFETCH(int, bitDepth);
    QFETCH(double, largest);
    QFETCH(double, white);
    QCOMPARE(intensityScaleFor(bitDepth, largest), (IntensityScale{0.0, white}));
}

void TestImageReduce::networkRangeByTheFormula_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("black");
    QTest::addColumn<double>("white");
    for (const int type : {CV_8UC1, CV_8UC3, CV_16UC1, CV_16UC3}) {
        QTest::addRow("%d identity", type) << type << 0.0 << 255.0;
        QTest::addRow("%d 12 bit", type) << type << 0.0 << 4095.0;
        QTest::addRow("%d black level", type) << type << 64.0 << 1023.0;
    }
}

void TestImageReduce::networkRangeByTheFormula()
{
    QFETCH(int, type);
    QFETCH(double, black);
    QFETCH(double, white);
    const cv::Mat pixels = noiseImage({67, 29}, type, 8);
    const cv::Mat values = toNetworkRange(pixels, {black, white});
    QCOMPARE(values.size(), pixels.size());
    QCOMPARE(values.type(), CV_32FC3);
    for (int y = 0; y < pixels.rows; ++y) {
        for (int x = 0; x < pixels.cols; ++x) {
            for (int c = 0; c < 3; ++c) {
                const int stored = pixels.channels() == 1 ? 0 : 2 - c;
                const double expected = (valueAt(pixels, x, y, stored) - black) * 255.0 / (white - black);
                QVERIFY(std::abs(values.at<cv::Vec3f>(y, x)[c] - expected) <= 1e-3 + 1e-6 * std::abs(expected));
            }
        }
    }
}

void TestImageReduce::eightBitIsPassedThrough()
{
    const cv::Mat pixels = (cv::Mat_<cv::Vec3b>(1, 2) << cv::Vec3b(1, 2, 3), cv::Vec3b(255, 0, 128));
    const cv::Mat values = toNetworkRange(pixels, {});
    QCOMPARE(values.at<cv::Vec3f>(0), cv::Vec3f(3, 2, 1));
    QCOMPARE(values.at<cv::Vec3f>(1), cv::Vec3f(128, 0, 255));
    // A part of a larger image, not continuous in memory.
    const cv::Mat large = noiseImage({20, 10}, CV_8UC3, 3);
    const cv::Rect part(3, 2, 7, 5);
    QVERIFY(identical(toNetworkRange(large(part), {}), toNetworkRange(large, {})(part).clone()));
}

QTEST_APPLESS_MAIN(TestImageReduce)
#include "tst_image_reduce.moc"
