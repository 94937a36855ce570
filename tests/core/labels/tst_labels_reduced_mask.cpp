#include "core/labels/label_map.h"
#include "core/labels/reduced_mask.h"

#include <QTest>

#include <rapidcheck.h>

using namespace patina;

class TestLabelsReducedMask : public QObject
{
    Q_OBJECT

private slots:
    /// Against the whole mask, pixel by pixel.
    void runsReduceAsTheirPixelsDo()
    {
        QVERIFY(rc::check([] {
            const cv::Size size(*rc::gen::inRange(1, 60), *rc::gen::inRange(1, 40));
            const cv::Size small(*rc::gen::inRange(1, size.width + 1), *rc::gen::inRange(1, size.height + 1));
            cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
            for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
                const cv::Rect area(*rc::gen::inRange(0, size.width), *rc::gen::inRange(0, size.height),
                                    *rc::gen::inRange(1, 20), *rc::gen::inRange(1, 6));
                mask(area & cv::Rect({}, size)).setTo(255);
            }
            const cv::Mat expected = reduceLabels({size, {{0, mask}}}, small).layers.front().mask;
            const cv::Mat found = reducedMask(RunMask::ofMat(mask), small);
            RC_ASSERT(found.size() == small);
            RC_ASSERT(cv::norm(expected, found, cv::NORM_INF) == 0.0);
        }));
    }
};

QTEST_APPLESS_MAIN(TestLabelsReducedMask)

#include "tst_labels_reduced_mask.moc"
