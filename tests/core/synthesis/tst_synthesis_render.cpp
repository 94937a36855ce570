#include "core/synthesis/camera/thin_film.h"
#include "core/synthesis/noise/groove_field.h"
#include "core/synthesis/scene.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <atomic>
#include <cmath>

using namespace patina;
using namespace patina::synthesis;

namespace {

SynthesisSpec smallSpec(std::uint64_t seed)
{
    SynthesisSpec spec;
    spec.widthPx = 256;
    spec.heightPx = 192;
    spec.seed = seed;
    spec.ranges.waterStain.imageShare = {1.0, 1.0};
    spec.ranges.waterStain.runOffShare = {0.5, 0.5};
    spec.ranges.waterStain.wipedShare = {0.5, 0.5};
    return spec;
}

Scene sceneOf(const SynthesisSpec &spec, int number = 0, const std::string &defect = "scratch")
{
    return createScene(spec, imageSeedOf(spec.seed, "test", number), defect);
}

RenderedScene rendered(const Scene &scene, SynthesisVersion version, int stripRows = 128)
{
    return renderScene(scene, version, {}, stripRows).value();
}

bool same(const cv::Mat &a, const cv::Mat &b)
{
    if (a.size() != b.size() || a.type() != b.type())
        return false;
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    return cv::countNonZero(difference.reshape(1)) == 0;
}

bool sameMasks(const std::map<std::string, cv::Mat1b> &a, const std::map<std::string, cv::Mat1b> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto &x, const auto &y) { return x.first == y.first && same(x.second, y.second); });
}

/// Pixels of any channel that differ.
cv::Mat1b changed(const cv::Mat3b &a, const cv::Mat3b &b)
{
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    cv::Mat1b largest;
    cv::reduce(difference.reshape(1, difference.rows * difference.cols), largest, 1, cv::REDUCE_MAX);
    cv::Mat1b mask = largest.reshape(1, a.rows);
    return mask;
}

cv::Mat1b unionOf(const std::map<std::string, cv::Mat1b> &masks, cv::Size size)
{
    cv::Mat1b all(size, 0);
    for (const auto &[name, mask] : masks)
        all |= mask;
    return all;
}

double meanOf(const cv::Mat3b &image)
{
    const cv::Scalar mean = cv::mean(image);
    return (mean[0] + mean[1] + mean[2]) / 3.0;
}

} // namespace

class TestSynthesisRender : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameBytes();
    void stripsDoNotMatter();
    void bothIsEachAlone();
    void cleanAndStainedDifferUnderImpuritiesOnly();
    void defectsDoNotDependOnImpurities();
    void masksFollowTheHeight();
    void masksAreThereAndInBounds();
    void scratchesAreVisibleButNotGlaring();
    void exposureIsAsAsked();
    void brushingIsAnisotropic_data();
    void brushingIsAnisotropic();
    void groovesHaveTheirDeviation_data();
    void groovesHaveTheirDeviation();
    void ringLightWorks();
    void noFilmNoTint();
    void cancelStops();
    void extremesRender_data();
    void extremesRender();
};

void TestSynthesisRender::sameSeedSameBytes()
{
    const SynthesisSpec spec = smallSpec(3);
    const RenderedScene a = rendered(sceneOf(spec), SynthesisVersion::Both);
    const RenderedScene b = rendered(sceneOf(spec), SynthesisVersion::Both);
    QVERIFY(same(a.clean, b.clean));
    QVERIFY(same(a.stained, b.stained));
    QVERIFY(sameMasks(a.defectMasks, b.defectMasks));
    QVERIFY(sameMasks(a.impurityMasks, b.impurityMasks));
    const RenderedScene other = rendered(sceneOf(spec, 1), SynthesisVersion::Both);
    QVERIFY(!same(a.clean, other.clean));
    QVERIFY(!same(a.clean, rendered(sceneOf(smallSpec(4)), SynthesisVersion::Clean).clean));
}

void TestSynthesisRender::stripsDoNotMatter()
{
    const Scene scene = sceneOf(smallSpec(8));
    const RenderedScene whole = rendered(scene, SynthesisVersion::Both, 10000);
    for (const int rows : {5, 64}) {
        const RenderedScene strips = rendered(scene, SynthesisVersion::Both, rows);
        QVERIFY(same(whole.clean, strips.clean));
        QVERIFY(same(whole.stained, strips.stained));
        QVERIFY(sameMasks(whole.defectMasks, strips.defectMasks));
        QVERIFY(sameMasks(whole.impurityMasks, strips.impurityMasks));
    }
}

void TestSynthesisRender::bothIsEachAlone()
{
    const Scene scene = sceneOf(smallSpec(5));
    const RenderedScene both = rendered(scene, SynthesisVersion::Both);
    const RenderedScene clean = rendered(scene, SynthesisVersion::Clean);
    const RenderedScene stained = rendered(scene, SynthesisVersion::Stained);
    QVERIFY(same(both.clean, clean.clean));
    QVERIFY(same(both.stained, stained.stained));
    QVERIFY(clean.stained.empty());
    QVERIFY(stained.clean.empty());
    QVERIFY(clean.impurityMasks.empty());
    QVERIFY(sameMasks(both.impurityMasks, stained.impurityMasks));
}

void TestSynthesisRender::cleanAndStainedDifferUnderImpuritiesOnly()
{
    int stainedImages = 0;
    for (int number = 0; number < 9; ++number) {
        const Scene scene = sceneOf(smallSpec(11), number);
        const RenderedScene both = rendered(scene, SynthesisVersion::Both);
        const cv::Mat1b difference = changed(both.clean, both.stained);
        cv::Mat1b allowed = unionOf(both.impurityMasks, both.clean.size());
        const int within = cv::countNonZero(difference & allowed);
        const int reach = 2 * scene.sensor->blurReachPx() + 1;
        cv::dilate(allowed, allowed, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}));
        // What lies just outside of the image blurs into it too, and no mask tells of it.
        const int edge = scene.sensor->blurReachPx();
        const cv::Rect inner(edge, edge, allowed.cols - 2 * edge, allowed.rows - 2 * edge);
        QCOMPARE(cv::countNonZero(difference(inner) & ~allowed(inner)), 0);
        if (both.impurityMasks.empty())
            continue;
        ++stainedImages;
        // The mask is not larger than what it marks: most of its pixels look different, not just a few.
        QVERIFY(within * 2 > cv::countNonZero(both.impurityMasks.at("water-stain")));
    }
    QVERIFY(stainedImages >= 6);
}

void TestSynthesisRender::defectsDoNotDependOnImpurities()
{
    SynthesisSpec with = smallSpec(21);
    SynthesisSpec without = with;
    without.impurities.clear();
    without.version = SynthesisVersion::Clean;
    for (int number = 0; number < 4; ++number) {
        const RenderedScene stained = rendered(sceneOf(with, number), SynthesisVersion::Stained);
        const RenderedScene clean = rendered(sceneOf(with, number), SynthesisVersion::Clean);
        const RenderedScene bare = rendered(sceneOf(without, number), SynthesisVersion::Clean);
        QVERIFY(sameMasks(stained.defectMasks, clean.defectMasks));
        QVERIFY(same(clean.clean, bare.clean));
    }
}

/// One scratch an image: where two cross, a groove may take away what the other's burr added.
void TestSynthesisRender::masksFollowTheHeight()
{
    SynthesisSpec spec = smallSpec(31);
    spec.ranges.scratch.perImage = {1.0, 1.0};
    for (int number = 0; number < 8; ++number) {
        Scene scene = sceneOf(spec, number);
        const cv::Rect area(0, 0, scene.size.width, scene.size.height);
        const RenderedScene out = rendered(scene, SynthesisVersion::Clean);
        const cv::Mat1f damaged = heightOf(scene, area);
        QCOMPARE(scene.defects.size(), std::size_t{1});
        const auto threshold = static_cast<double>(scene.defects.front()->maskThresholdUm());
        scene.defects.clear();
        const cv::Mat change = cv::abs(damaged - heightOf(scene, area));
        const cv::Mat1b &mask = out.defectMasks.at("scratch");
        // The difference of two sums of floats is not exact.
        QCOMPARE(cv::countNonZero(mask & (change < 0.99 * threshold)), 0);
        QCOMPARE(cv::countNonZero(~mask & (change > 1.01 * threshold)), 0);
    }
}

void TestSynthesisRender::masksAreThereAndInBounds()
{
    for (int number = 0; number < 6; ++number) {
        const Scene scene = sceneOf(smallSpec(41), number);
        const RenderedScene out = rendered(scene, SynthesisVersion::Both);
        QCOMPARE(out.defectMasks.size(), std::size_t{1});
        QVERIFY(cv::countNonZero(out.defectMasks.at("scratch")) > 8);
        QVERIFY(sceneOf(smallSpec(41), number, "").defects.empty());
        const auto inside = [](const cv::Mat1b &mask, const auto &models) {
            cv::Mat1b rest = mask.clone();
            for (const auto &model : models)
                rest(model->bounds() & cv::Rect({}, mask.size())).setTo(0);
            return cv::countNonZero(rest) == 0;
        };
        QVERIFY(inside(out.defectMasks.at("scratch"), scene.defects));
        if (!out.impurityMasks.empty())
            QVERIFY(inside(out.impurityMasks.at("water-stain"), scene.impurities));
        for (const auto &[name, mask] : out.defectMasks)
            QCOMPARE(cv::countNonZero((mask != 0) & (mask != 255)), 0);
    }
}

void TestSynthesisRender::scratchesAreVisibleButNotGlaring()
{
    std::vector<double> contrasts;
    for (int number = 0; number < 12; ++number) {
        Scene scene = sceneOf(smallSpec(51), number);
        const RenderedScene with = rendered(scene, SynthesisVersion::Clean);
        scene.defects.clear();
        const RenderedScene without = rendered(scene, SynthesisVersion::Clean);
        cv::Mat difference;
        cv::absdiff(with.clean, without.clean, difference);
        contrasts.push_back(cv::mean(difference, with.defectMasks.at("scratch"))[1]);
    }
    std::sort(contrasts.begin(), contrasts.end());
    QVERIFY2(contrasts.front() > 2.0, QByteArray::number(contrasts.front()));
    QVERIFY2(contrasts.back() < 60.0, QByteArray::number(contrasts.back()));
    QVERIFY(contrasts.back() > 1.5 * contrasts.front());
}

void TestSynthesisRender::exposureIsAsAsked()
{
    for (const double exposure : {0.1, 0.2, 0.3}) {
        SynthesisSpec spec = smallSpec(61);
        spec.ranges.camera.exposure = {exposure, exposure};
        const RenderedScene out = rendered(sceneOf(spec, 0, ""), SynthesisVersion::Clean);
        const double expected = 255.0 * (1.055 * std::pow(exposure, 1.0 / 2.4) - 0.055);
        QVERIFY2(std::abs(meanOf(out.clean) - expected) < 0.1 * expected, QByteArray::number(meanOf(out.clean)));
        const cv::Mat1b notWhite = changed(out.clean, cv::Mat3b(out.clean.size(), cv::Vec3b(255, 255, 255)));
        QVERIFY(cv::countNonZero(notWhite) > 0.98 * out.clean.size().area());
    }
}

void TestSynthesisRender::brushingIsAnisotropic_data()
{
    QTest::addColumn<double>("directionDeg");
    for (const double degrees : {0.0, 30.0, 45.0, 90.0, 135.0, -80.0})
        QTest::addRow("%g degrees", degrees) << degrees;
}

/// Slopes of brightness across the brushing are far steeper than along it, and the structure tensor tells its
/// direction.
void TestSynthesisRender::brushingIsAnisotropic()
{
    QFETCH(double, directionDeg);
    SynthesisSpec spec = smallSpec(71);
    spec.ranges.brushed.directionDeg = {directionDeg, directionDeg};
    const cv::Mat1f height = heightOf(sceneOf(spec, 0, ""), {0, 0, 300, 300});
    cv::Mat1f gx;
    cv::Mat1f gy;
    cv::Sobel(height, gx, CV_32F, 1, 0, 5);
    cv::Sobel(height, gy, CV_32F, 0, 1, 5);
    const double xx = gx.dot(gx);
    const double yy = gy.dot(gy);
    const double xy = gx.dot(gy);
    const double spread = std::sqrt((xx - yy) * (xx - yy) + 4.0 * xy * xy);
    const double across = 0.5 * (xx + yy + spread);
    const double along = 0.5 * (xx + yy - spread);
    QVERIFY2(across > 40.0 * along, QByteArray::number(across / along));
    // The tensor's main axis is across the brushing.
    const double axis = 0.5 * std::atan2(2.0 * xy, xx - yy) * 180.0 / M_PI - 90.0;
    const double off = std::remainder(axis - directionDeg, 180.0);
    QVERIFY2(std::abs(off) < 2.0, QByteArray::number(off));
}

void TestSynthesisRender::groovesHaveTheirDeviation_data()
{
    QTest::addColumn<double>("halfWidthPx");
    QTest::addColumn<double>("lengthPx");
    QTest::addColumn<double>("degrees");
    QTest::newRow("fine") << 1.0 << 30.0 << 0.0;
    QTest::newRow("long") << 2.0 << 120.0 << 0.0;
    QTest::newRow("slanted") << 1.5 << 60.0 << 37.0;
    QTest::newRow("upright") << 1.5 << 60.0 << 90.0;
}

void TestSynthesisRender::groovesHaveTheirDeviation()
{
    QFETCH(double, halfWidthPx);
    QFETCH(double, lengthPx);
    QFETCH(double, degrees);
    GrooveScale scale;
    scale.halfWidthPx = halfWidthPx;
    scale.lengthPx = lengthPx;
    scale.coverage = 2.0;
    scale.deviation = 0.4;
    scale.spreadDeg = 0.5;
    scale.key = 17;
    cv::Mat1f plane(600, 600, 0.0F);
    addGrooves(scale, std::cos(degrees * M_PI / 180.0), std::sin(degrees * M_PI / 180.0), {-50, 20, 600, 600}, plane);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(plane, mean, deviation);
    QVERIFY2(std::abs(mean[0]) < 0.05, QByteArray::number(mean[0]));
    // Slanted marks are wider along the axis they are drawn across of: the field is a little stronger or weaker.
    QVERIFY2(std::abs(deviation[0] - 0.4) < 0.1, QByteArray::number(deviation[0]));
}

void TestSynthesisRender::ringLightWorks()
{
    SynthesisSpec spec = smallSpec(81);
    const RenderedScene bar = rendered(sceneOf(spec), SynthesisVersion::Clean);
    spec.light = LightKind::Ring;
    const RenderedScene ring = rendered(sceneOf(spec), SynthesisVersion::Clean);
    QVERIFY(!same(bar.clean, ring.clean));
    QVERIFY(sameMasks(bar.defectMasks, ring.defectMasks));
    QVERIFY(meanOf(ring.clean) > 60.0 && meanOf(ring.clean) < 200.0);
}

void TestSynthesisRender::noFilmNoTint()
{
    const ThinFilmTint tint;
    for (const float ratio : tint.ratio(0.0F))
        QVERIFY(std::abs(ratio - 1.0F) < 1e-6F);
    for (int nm = 0; nm < 2000; nm += 7)
        for (const float ratio : tint.ratio(static_cast<float>(nm)))
            QVERIFY(ratio > 0.2F && ratio < 1.3F);
}

void TestSynthesisRender::cancelStops()
{
    const std::atomic<bool> cancel{true};
    const auto out = renderScene(sceneOf(smallSpec(1)), SynthesisVersion::Both, JobContext(&cancel, {}));
    QVERIFY(!out.has_value());
    QCOMPARE(out.error().code, ErrorCode::Cancelled);
}

void TestSynthesisRender::extremesRender_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<double>("mmPerPixel");
    QTest::newRow("smallest") << 64 << 64 << 0.02;
    QTest::newRow("coarse") << 100 << 64 << 1.0;
    QTest::newRow("microscope") << 64 << 100 << 0.0005;
    QTest::newRow("wide") << 2000 << 64 << 0.02;
    QTest::newRow("tall") << 64 << 2000 << 0.02;
}

void TestSynthesisRender::extremesRender()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(double, mmPerPixel);
    SynthesisSpec spec = smallSpec(91);
    spec.widthPx = width;
    spec.heightPx = height;
    spec.mmPerPixel = mmPerPixel;
    QVERIFY(validate(spec).has_value());
    for (int number = 0; number < 3; ++number) {
        const RenderedScene out = rendered(sceneOf(spec, number), SynthesisVersion::Both);
        QCOMPARE(out.clean.cols, width);
        QCOMPARE(out.stained.rows, height);
        QVERIFY(meanOf(out.clean) > 40.0 && meanOf(out.clean) < 220.0);
    }
}

QTEST_APPLESS_MAIN(TestSynthesisRender)
#include "tst_synthesis_render.moc"
