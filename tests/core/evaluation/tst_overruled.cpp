#include "core/evaluation/overruled.h"

#include <QTest>

#include <opencv2/imgproc.hpp>
#include <rapidcheck.h>

using namespace patina;

namespace {

/// The same on whole masks.
cv::Mat goneOf(const cv::Mat &mask, const cv::Mat &taken)
{
    cv::Mat regions;
    const int count = cv::connectedComponents(mask, regions, 8, CV_32S);
    cv::Mat gone = taken.clone();
    for (int region = 1; region < count; ++region) {
        const cv::Mat own = regions == region;
        if (2 * cv::countNonZero(own & taken) >= cv::countNonZero(own))
            gone |= own;
    }
    return gone;
}

cv::Mat drawnMask(cv::Size size)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
        const cv::Rect area(*rc::gen::inRange(0, size.width), *rc::gen::inRange(0, size.height),
                            *rc::gen::inRange(1, 6), *rc::gen::inRange(1, 4));
        mask(area & cv::Rect({}, size)).setTo(255);
    }
    return mask;
}

} // namespace

class OverruledTest : public QObject
{
    Q_OBJECT

private slots:
    void runsComeToWhatPixelsDo()
    {
        QVERIFY(rc::check([] {
            const cv::Size size(*rc::gen::inRange(1, 24), *rc::gen::inRange(1, 16));
            const cv::Mat mask = drawnMask(size);
            const cv::Mat taken = drawnMask(size);
            const RunMask found = overruled(RunMask::ofMat(mask), RunMask::ofMat(taken));
            RC_ASSERT(found == RunMask::ofMat(goneOf(mask, taken)));
        }));
    }

    void aGigapixelTakesNoMemory()
    {
        const cv::Size size(1 << 20, 1 << 20); // 2^40 pixels: no mask of it could be held
        const RunMask mask = RunMask::create(size, {{10, 5, 900'000}, {500'000, 7, 9}}).value();
        const RunMask taken = RunMask::create(size, {{10, 0, 600'000}}).value();
        QCOMPARE(overruled(mask, taken).areaPx(), 900'000);
    }
};

QTEST_APPLESS_MAIN(OverruledTest)

#include "tst_overruled.moc"
