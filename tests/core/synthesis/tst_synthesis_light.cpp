#include "core/base/job_context.h"
#include "core/dataset/dataset.h"
#include "core/image/image_source.h"
#include "core/image/png_file.h"
#include "core/synthesis/dataset_writer.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <fstream>

using namespace patina;
using namespace patina::synthesis;

namespace {

SynthesisSpec specOf(std::string surface)
{
    SynthesisSpec spec;
    spec.surface = std::move(surface);
    spec.widthPx = 400;
    spec.heightPx = 300;
    spec.impurities.clear();
    spec.version = SynthesisVersion::Clean;
    return spec;
}

/// Pixels in the shadow of a pit as deep as wide.
int shadowed(LightKind light, double tiltDeg)
{
    SynthesisSpec spec = specOf("brushed");
    spec.light = light;
    spec.ranges.light.tiltDeg = {tiltDeg, tiltDeg};
    spec.ranges.pit.depthToWidth = {1.0, 1.0};
    const Scene scene = createScene(spec, imageSeedOf(1, "shadow", 0), "pit");
    DamagePlanes damage(scene.size);
    for (const auto &defect : scene.defects)
        defect->addTo(cv::Rect({}, scene.size), damage);
    return cv::countNonZero(damage.shadow > 0.5);
}

std::filesystem::path writeImage(const QTemporaryDir &folder, const cv::Mat &pixels)
{
    const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "like.png";
    const auto bytes = encodePng(pixels).value();
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path;
}

/// Grey noise, under dark shapes or none.
cv::Mat1b noiseWithShapes(bool shapes)
{
    cv::Mat1b pixels(240, 320);
    for (int y = 0; y < pixels.rows; ++y)
        for (int x = 0; x < pixels.cols; ++x)
            pixels(y, x) = cv::saturate_cast<std::uint8_t>(130.0F + 12.0F * pixelGaussian(latticeKey(1, x, y)) -
                                                           (shapes && (x / 80 + y / 90) % 2 == 0 ? 60.0F : 0.0F));
    return pixels;
}

} // namespace

class TestSynthesisLight : public QObject
{
    Q_OBJECT

private slots:
    void aLowBarCastsShadows();
    void aShadowFallsAwayFromTheLamp();
    void polishMirrorsTheRing();
    void shapesAreWarnedOf();
    void greyStaysGrey();
};

void TestSynthesisLight::aLowBarCastsShadows()
{
    QVERIFY(shadowed(LightKind::Bar, 30.0) > 20);
    QVERIFY(shadowed(LightKind::Bar, 38.0) > shadowed(LightKind::Bar, 20.0));
    QCOMPARE(shadowed(LightKind::Bar, 1.0), 0);   // from nearly above
    QCOMPARE(shadowed(LightKind::Ring, 30.0), 0); // from everywhere
}

/// The lamp stands below the image (azimuth 90): within a pit the lower part, at the wall towards it, is dark.
void TestSynthesisLight::aShadowFallsAwayFromTheLamp()
{
    SynthesisSpec spec = specOf("brushed");
    spec.ranges.light.tiltDeg = {30.0, 30.0};
    spec.ranges.light.azimuthDeg = {90.0, 90.0};
    spec.ranges.dent.depthToWidth = {0.4, 0.4};
    spec.ranges.dent.perImage = {1.0, 1.0};
    const Scene scene = createScene(spec, imageSeedOf(1, "shadow", 1), "dent");
    DamagePlanes damage(scene.size);
    scene.defects.front()->addTo(cv::Rect({}, scene.size), damage);
    const cv::Moments shadow = cv::moments(damage.shadow);
    QVERIFY(shadow.m00 > 10.0);
    const cv::Moments basin = cv::moments(cv::Mat1f(cv::max(cv::Mat1f(cv::Mat(-damage.heightUm)), 0.0)));
    QVERIFY(shadow.m01 / shadow.m00 > basin.m01 / basin.m00 + 1.0);
}

/// A bright circle about a darker middle.
void TestSynthesisLight::polishMirrorsTheRing()
{
    SynthesisSpec spec = specOf("polished");
    spec.light = LightKind::Ring;
    int seen = 0;
    for (int number = 0; number < 6; ++number) {
        const Scene scene = createScene(spec, imageSeedOf(1, "ring", number), "");
        cv::Mat1f grey;
        cv::Mat one;
        cv::extractChannel(renderScene(scene, SynthesisVersion::Clean, {})->clean, one, 1);
        one.convertTo(grey, CV_32F);
        cv::GaussianBlur(grey, grey, {}, 8.0);
        double brightest = 0.0;
        cv::minMaxLoc(grey, nullptr, &brightest);
        const double middle = cv::mean(grey(cv::Rect(180, 130, 40, 40)))[0];
        seen += brightest > 1.15 * middle ? 1 : 0;
    }
    QVERIFY2(seen >= 4, qPrintable(QString::number(seen)));
}

void TestSynthesisLight::shapesAreWarnedOf()
{
    for (const bool shapes : {false, true})
        for (const ExemplarBase base : {ExemplarBase::Texture, ExemplarBase::Photo}) {
            const QTemporaryDir folder;
            const auto path = writeImage(folder, noiseWithShapes(shapes));
            const auto chosen = chooseExemplar(std::vector{path}, base, std::nullopt, {}).value();
            std::vector<std::string> told;
            const JobContext context(nullptr, {}, [&](const std::string &sentence) { told.push_back(sentence); });
            QVERIFY(loadExemplar(chosen.spec, {320, 240}, context).has_value());
            const bool expected = shapes && base == ExemplarBase::Texture;
            QCOMPARE(told.size(), expected ? std::size_t{1} : std::size_t{0});
            QVERIFY(!expected || told.front().find("--base photo") != std::string::npos);
        }
}

void TestSynthesisLight::greyStaysGrey()
{
    const QTemporaryDir folder;
    const auto path = writeImage(folder, noiseWithShapes(false));
    for (const ExemplarBase base : {ExemplarBase::Texture, ExemplarBase::Photo}) {
        SynthesisSpec spec = specOf("exemplar");
        spec.exemplar = chooseExemplar(std::vector{path}, base, std::nullopt, {}).value().spec;
        spec.widthPx = 320;
        spec.heightPx = 240;
        spec.counts = {1, 0, 0, 0};
        spec.defects.clear();
        const auto out = std::filesystem::path(folder.path().toStdString()) / std::string(nameOf(base));
        QVERIFY(writeDataset(spec, out, {1}, {}).has_value());
        const Dataset dataset = openDataset(out, {}).value();
        const auto info = probeImage(dataset.ofSplit(Split::Train).front()->path).value();
        QCOMPARE(info.channels, 1);
    }
}

QTEST_APPLESS_MAIN(TestSynthesisLight)
#include "tst_synthesis_light.moc"
