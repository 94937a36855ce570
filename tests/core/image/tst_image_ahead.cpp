#include "core/image/image_ahead.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <atomic>
#include <fstream>

using namespace patina;

/// Images that are opened while the one before is worked on.
class TestImageAhead : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void imagesComeInTheirOrder_data();
    void imagesComeInTheirOrder();
    void errorsComeInTheirTurn();
    void anotherThanExpected();
    void cancelledWhileItWaits();
    void isLeftWithOneBeingOpened();

private:
    std::filesystem::path file(const char *name) const { return m_folder.filePath(name).toStdString(); }
    static int greyOf(const Result<std::unique_ptr<ImageSource>> &image)
    {
        return image ? (*image)->read({0, 0, 1, 1})->at<uchar>(0, 0) : -1;
    }

    QTemporaryDir m_folder;
};

void TestImageAhead::initTestCase()
{
    for (int i = 0; i < 4; ++i)
        for (const char *ending : {".png", ".tiff", ".bmp"})
            QVERIFY(cv::imwrite(file((std::to_string(i) + ending).c_str()).string(),
                                cv::Mat(300, 400, CV_8UC1, cv::Scalar(10 * i + 5))));
    std::ofstream(file("damaged.png")) << "\x89PNG\r\n\x1a\nand no more";
}

void TestImageAhead::imagesComeInTheirOrder_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<qint64>("most");
    for (const char *ending : {".png", ".tiff", ".bmp"})
        for (const qint64 most : {qint64{0}, qint64{1000}, qint64{1} << 20}) // none; none is so small; all
            QTest::newRow(qPrintable(QString("%1, %2 bytes").arg(ending).arg(most))) << QString(ending) << most;
}

void TestImageAhead::imagesComeInTheirOrder()
{
    QFETCH(QString, ending);
    QFETCH(qint64, most);
    ImageAhead ahead(most);
    const auto name = [&](int i) { return file(qPrintable(QString::number(i) + ending)); };
    for (int i = 0; i < 4; ++i)
        QCOMPARE(greyOf(ahead.open(name(i), i < 3 ? name(i + 1) : std::filesystem::path(), JobContext())), 10 * i + 5);
}

void TestImageAhead::errorsComeInTheirTurn()
{
    ImageAhead ahead;
    QCOMPARE(greyOf(ahead.open(file("0.png"), file("damaged.png"), JobContext())), 5);
    const auto damaged = ahead.open(file("damaged.png"), file("missing.png"), JobContext());
    QVERIFY(!damaged);
    QCOMPARE(damaged.error(), openImage(file("damaged.png")).error());
    const auto missing = ahead.open(file("missing.png"), file("1.png"), JobContext());
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QCOMPARE(greyOf(ahead.open(file("1.png"), {}, JobContext())), 15);
}

void TestImageAhead::anotherThanExpected()
{
    ImageAhead ahead;
    QCOMPARE(greyOf(ahead.open(file("0.png"), file("1.png"), JobContext())), 5);
    QCOMPARE(greyOf(ahead.open(file("2.png"), file("3.png"), JobContext())), 25);
    QCOMPARE(greyOf(ahead.open(file("3.png"), {}, JobContext())), 35);
    QCOMPARE(greyOf(ahead.open(file("3.png"), {}, JobContext())), 35); // once more
}

void TestImageAhead::cancelledWhileItWaits()
{
    ImageAhead ahead;
    QVERIFY(ahead.open(file("0.png"), file("1.png"), JobContext()));
    const std::atomic<bool> cancel = true;
    const auto opened = ahead.open(file("1.png"), {}, JobContext(&cancel, {}));
    QVERIFY(opened || opened.error().code == ErrorCode::Cancelled); // it may have been there already
}

void TestImageAhead::isLeftWithOneBeingOpened()
{
    for (int i = 0; i < 20; ++i) {
        ImageAhead ahead;
        QVERIFY(ahead.open(file("0.png"), file("1.png"), JobContext()));
    }
}

QTEST_APPLESS_MAIN(TestImageAhead)
#include "tst_image_ahead.moc"
