#include "core/image/image_ahead.h"
#include "core/image/image_source.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <atomic>

using namespace patina;

/// Reading once it is cancelled.
class TestImageCancel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void decodingIsGivenUp_data();
    void decodingIsGivenUp();
    void readingIsGivenUp_data();
    void readingIsGivenUp();
    void cancelledAheadTellsSo();

private:
    std::filesystem::path file(const char *name) const { return m_folder.filePath(name).toStdString(); }
    void write(const char *name, const cv::Size &size, const std::vector<int> &parameters = {}) const
    {
        cv::Mat noise(size, CV_8UC3);
        cv::RNG(1).fill(noise, cv::RNG::UNIFORM, 0, 256);
        QVERIFY(cv::imwrite(file(name).string(), noise, parameters));
    }

    QTemporaryDir m_folder;
};

void TestImageCancel::initTestCase()
{
    write("image.png", {400, 300});
    write("image.bmp", {400, 300});
    write("image.jpg", {400, 300});
    write("progressive.jpg", {400, 300}, {cv::IMWRITE_JPEG_PROGRESSIVE, 1});
    write("image.tiff", {400, 300});
    write("raw.tiff", {400, 300}, {cv::IMWRITE_TIFF_COMPRESSION, 1});
    write("large.png", {4000, 4000});
}

void TestImageCancel::decodingIsGivenUp_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"image.png", "image.bmp", "image.jpg", "progressive.jpg"})
        QTest::newRow(name) << QString(name);
}

void TestImageCancel::decodingIsGivenUp()
{
    QFETCH(QString, name);
    std::atomic<bool> cancel = true;
    const auto cancelled = openImage(file(qPrintable(name)), {}, JobContext(&cancel, {}));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    cancel = false;
    QVERIFY(openImage(file(qPrintable(name)), {}, JobContext(&cancel, {})));
}

void TestImageCancel::readingIsGivenUp_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"image.tiff", "raw.tiff"})
        QTest::newRow(name) << QString(name);
}

/// A TIFF is read by region: opening it is no work, reading is.
void TestImageCancel::readingIsGivenUp()
{
    QFETCH(QString, name);
    std::atomic<bool> cancel = false;
    const auto image = openImage(file(qPrintable(name)), {}, JobContext(&cancel, {}));
    QVERIFY(image);
    const cv::Rect all({0, 0}, (*image)->info().size());
    const auto whole = (*image)->read(all);
    QVERIFY(whole);
    cancel = true;
    const auto cancelled = (*image)->read(all);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    cancel = false;
    const auto again = (*image)->read(all);
    QVERIFY(again);
    QCOMPARE(cv::norm(*whole, *again, cv::NORM_INF), 0.0);
}

void TestImageCancel::cancelledAheadTellsSo()
{
    std::atomic<bool> cancel = false;
    const JobContext context(&cancel, {});
    ImageAhead ahead;
    QVERIFY(ahead.open(file("image.png"), file("large.png"), context));
    cancel = true;
    const auto opened = ahead.open(file("large.png"), {}, context);
    QVERIFY(opened || opened.error().code == ErrorCode::Cancelled); // it may have been there already
    const auto later = ahead.open(file("image.png"), {}, context);
    QVERIFY(!later);
    QCOMPARE(later.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestImageCancel)
#include "tst_image_cancel.moc"
