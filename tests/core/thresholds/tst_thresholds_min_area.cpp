// Overkill by regions of a minimum area, from the regions that are kept of good images.

#include "core/regions/region.h"
#include "core/thresholds/calibration_data.h"
#include "core/thresholds/counting_units.h"
#include "core/thresholds/threshold_choice.h"
#include "tests/core/metrics/made_images.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace patina;
using namespace patina::made;

namespace {

EvaluationSettings keepingRegions(std::int64_t minAreaPx)
{
    EvaluationSettings settings;
    settings.minAreaPx = minAreaPx;
    settings.levels = LevelScale{100, 50, 4000};
    settings.bootstrap.resamples = 0;
    return settings;
}

/// Smooth maps, so that regions are larger than a pixel.
std::vector<Scored> smoothImages(unsigned seed, int count)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> height(0.3, 2.5);
    std::vector<Scored> images;
    for (int i = 0; i < count; ++i) {
        Scored image = good({24, 20}, random, "good/" + std::to_string(i));
        const double top = height(random);
        const double cx = static_cast<double>(random() % 24);
        const double cy = static_cast<double>(random() % 20);
        for (int y = 0; y < image.map.rows; ++y)
            for (int x = 0; x < image.map.cols; ++x)
                image.map.at<float>(y, x) =
                    static_cast<float>(top - 0.01 * ((x - cx) * (x - cx) + (y - cy) * (y - cy))) +
                    0.05F * image.map.at<float>(y, x);
        images.push_back(std::move(image));
    }
    return images;
}

/// Good images with a region of that area, from the maps.
std::int64_t flaggedOnMaps(const std::vector<Scored> &images, double threshold, std::int64_t minAreaPx)
{
    return std::ranges::count_if(images, [&](const Scored &image) {
        RegionSettings settings;
        settings.threshold = threshold;
        settings.minAreaPx = minAreaPx;
        return !regionsOf(image.map, settings).value().empty();
    });
}

} // namespace

class TestThresholdsMinArea : public QObject
{
    Q_OBJECT

private slots:
    void exactAtHundredthsNeverTooFewBetween();
    void anyPixelWithoutAMinimumArea();
    void escapesStayAsTheyAre();
    void chosenThresholdsAreHundredths();
};

void TestThresholdsMinArea::exactAtHundredthsNeverTooFewBetween()
{
    QVERIFY(rc::check("counts of regions of a minimum area", [] {
        const std::vector<Scored> images = smoothImages(*rc::gen::arbitrary<unsigned>(), 8);
        const std::int64_t minAreaPx = *rc::gen::element<std::int64_t>(2, 5, 20, 100);
        const Evaluation evaluation = evaluated(images, keepingRegions(minAreaPx));
        const auto peaks =
            overkillPeaks(calibrationData(evaluation.outcomes, evaluation.classes, {}, minAreaPx), CountUnit::Single);
        for (int i = 0; i < 30; ++i) {
            const int hundredths = *rc::gen::inRange(50, 280);
            const double at = hundredths / 100.0;
            RC_ASSERT(countAtOrAbove(peaks, at) == flaggedOnMaps(images, at, minAreaPx));
            const double between = at + 0.001 * *rc::gen::inRange(1, 10);
            RC_ASSERT(countAtOrAbove(peaks, between) >= flaggedOnMaps(images, between, minAreaPx));
            RC_ASSERT(countAtOrAbove(peaks, between) <= flaggedOnMaps(images, at, minAreaPx));
            RC_ASSERT(countAtOrAbove(peaks, between) <= flaggedOnMaps(images, between, 1));
        }
    }));
}

void TestThresholdsMinArea::anyPixelWithoutAMinimumArea()
{
    const std::vector<Scored> images = smoothImages(3, 20);
    const Evaluation kept = evaluated(images, keepingRegions(1));
    const Evaluation dropped = evaluated(images);
    const auto peaksOf = [](const Evaluation &evaluation, std::int64_t minAreaPx) {
        return overkillPeaks(calibrationData(evaluation.outcomes, evaluation.classes, {}, minAreaPx),
                             CountUnit::Single);
    };
    QCOMPARE(peaksOf(kept, 1), peaksOf(dropped, 1));
    QCOMPARE(peaksOf(dropped, 50), peaksOf(dropped, 1));
    for (const double peak : peaksOf(kept, 100000)) // no region is as large: below the lowest level
        QVERIFY(peak < 0.5);
}

void TestThresholdsMinArea::escapesStayAsTheyAre()
{
    const Evaluation evaluation = evaluated(someImages(6), keepingRegions(30));
    const CalibrationData any = calibrationData(evaluation.outcomes, evaluation.classes);
    const CalibrationData large = calibrationData(evaluation.outcomes, evaluation.classes, {}, 30);
    QCOMPARE(any.defects, large.defects);
    QCOMPARE(any.anomalous, large.anomalous);
    QVERIFY(any.good != large.good);
}

void TestThresholdsMinArea::chosenThresholdsAreHundredths()
{
    const std::vector<Scored> images = smoothImages(9, 60);
    const Evaluation evaluation = evaluated(images, keepingRegions(10));
    ThresholdRequest request;
    request.minAreaPx = 10;
    request.rules.push_back({{RuleKind::Quantile, 3.0, {0.2, {}, CountUnit::Single}, {}, {}}, ThresholdSide::Both});
    const ThresholdChoice choice =
        chooseThresholds(calibrationData(evaluation.outcomes, evaluation.classes, {}, 10), request);
    QVERIFY(choice.met());
    const double at = choice.thresholds->review;
    QCOMPARE(at, std::round(at * 100.0) / 100.0);
    QCOMPARE(choice.calibration.lookedAt.failed + choice.acceptance.lookedAt.failed, flaggedOnMaps(images, at, 10));
    QVERIFY(choice.calibration.lookedAt.failed <= 6 && flaggedOnMaps(images, at, 1) > flaggedOnMaps(images, at, 10));
}

QTEST_APPLESS_MAIN(TestThresholdsMinArea)
#include "tst_thresholds_min_area.moc"
