#include "core/synthesis/gallery.h"
#include "core/synthesis/impurities/ridge_pattern.h"
#include "core/synthesis/impurities/sticker_print.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/spec_fields.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace patina;
using namespace patina::synthesis;

namespace {

SynthesisSpec specOf(const std::string &impurity, std::uint64_t seed)
{
    SynthesisSpec spec;
    spec.widthPx = 288;
    spec.heightPx = 224;
    spec.seed = seed;
    spec.impurities = {impurity};
    for (const RangeField &field : rangeFields(spec.ranges))
        if (field.name == "imageShare")
            *field.range = {1.0, 1.0};
    return spec;
}

Scene sceneOf(const SynthesisSpec &spec, int number)
{
    return createScene(spec, imageSeedOf(spec.seed, "test", number), "");
}

RenderedScene rendered(const Scene &scene, int stripRows = 10000)
{
    return renderScene(scene, SynthesisVersion::Both, {}, stripRows).value();
}

bool same(const cv::Mat &a, const cv::Mat &b)
{
    if (a.size() != b.size() || a.type() != b.type())
        return false;
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    return cv::countNonZero(difference.reshape(1)) == 0;
}

cv::Mat1b changed(const cv::Mat3b &a, const cv::Mat3b &b)
{
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    cv::Mat1b largest;
    cv::reduce(difference.reshape(1, difference.rows * difference.cols), largest, 1, cv::REDUCE_MAX);
    return largest.reshape(1, a.rows);
}

void allKinds()
{
    QTest::addColumn<QString>("kind");
    for (const std::string_view name : synthesisImpurities())
        QTest::addRow("%s", std::string(name).c_str()) << QString::fromStdString(std::string(name));
}

/// What the impurities of a scene put onto the whole image.
DepositPlanes depositOf(const Scene &scene)
{
    const cv::Rect image({}, scene.size);
    DepositPlanes deposit(image);
    for (const auto &impurity : scene.impurities) {
        const cv::Rect area = impurity->bounds() & image;
        if (area.empty())
            continue;
        cv::Mat1b mask(area.size(), 0);
        impurity->addTo(area, deposit, mask);
    }
    return deposit;
}

} // namespace

class TestSynthesisImpurities : public QObject
{
    Q_OBJECT

private slots:
    void everyKindIsThere();
    void stripsDoNotMatter_data() { allKinds(); }
    void stripsDoNotMatter();
    void changeWithinTheMaskOnly_data() { allKinds(); }
    void changeWithinTheMaskOnly();
    void seedsDiffer_data() { allKinds(); }
    void seedsDiffer();
    void lightMatters_data() { allKinds(); }
    void lightMatters();
    void anyScaleRenders_data() { allKinds(); }
    void anyScaleRenders();
    void sharesStaySharesWhereAllLieOnEachOther();
    void stainsAreDarkestAtTheirRim();
    void runOffsOfAnImageGoOneWay();
    void ridgesHaveTheirPeriod_data();
    void ridgesHaveTheirPeriod();
    void barcodesHaveTheirBars();
    void galleriesAreTheSameOnAnyThreads();
    void galleriesRefuse();
};

void TestSynthesisImpurities::everyKindIsThere()
{
    const auto kinds = synthesisImpurities();
    for (const char *name : {"water-stain", "fingerprint", "sticker", "oil-film", "dust", "coolant"}) {
        QVERIFY(std::find(kinds.begin(), kinds.end(), name) != kinds.end());
        const Scene scene = sceneOf(specOf(name, 1), 0);
        QVERIFY(!scene.impurities.empty());
        for (const auto &impurity : scene.impurities) {
            QCOMPARE(std::string(impurity->className()), std::string(name));
            QCOMPARE(impurity->parameters().at("class").get<std::string>(), std::string(name));
        }
    }
}

void TestSynthesisImpurities::stripsDoNotMatter()
{
    QFETCH(QString, kind);
    for (int number = 0; number < 3; ++number) {
        const Scene scene = sceneOf(specOf(kind.toStdString(), 3), number);
        const RenderedScene whole = rendered(scene);
        for (const int rows : {16, 128}) {
            const RenderedScene strips = rendered(scene, rows);
            QVERIFY(same(whole.clean, strips.clean));
            QVERIFY(same(whole.stained, strips.stained));
            QCOMPARE(strips.impurityMasks.size(), whole.impurityMasks.size());
            for (const auto &[name, mask] : whole.impurityMasks)
                QVERIFY(same(mask, strips.impurityMasks.at(name)));
        }
    }
}

void TestSynthesisImpurities::changeWithinTheMaskOnly()
{
    QFETCH(QString, kind);
    int marked = 0;
    int within = 0;
    for (int number = 0; number < 8; ++number) {
        const Scene scene = sceneOf(specOf(kind.toStdString(), 5), number);
        const RenderedScene both = rendered(scene);
        if (both.impurityMasks.empty())
            continue;
        cv::Mat1b allowed = both.impurityMasks.at(kind.toStdString()).clone();
        cv::Mat1b rest = allowed.clone();
        for (const auto &impurity : scene.impurities)
            rest(impurity->bounds() & cv::Rect({}, rest.size())).setTo(0);
        QCOMPARE(cv::countNonZero(rest), 0);
        const cv::Mat1b difference = changed(both.clean, both.stained);
        marked += cv::countNonZero(allowed);
        within += cv::countNonZero(difference & allowed);
        const int reach = 2 * scene.sensor->blurReachPx() + 1;
        cv::dilate(allowed, allowed, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}));
        // What lies just outside of the image blurs into it too, and no mask tells of it.
        const int edge = scene.sensor->blurReachPx();
        const cv::Rect inner(edge, edge, allowed.cols - 2 * edge, allowed.rows - 2 * edge);
        QCOMPARE(cv::countNonZero(difference(inner) & ~allowed(inner)), 0);
    }
    QVERIFY(marked > 0);
    // Most of what is marked looks different, not just a few pixels of it.
    QVERIFY2(2 * within > marked, QByteArray::number(static_cast<double>(within) / marked));
}

void TestSynthesisImpurities::seedsDiffer()
{
    QFETCH(QString, kind);
    const SynthesisSpec spec = specOf(kind.toStdString(), 7);
    QVERIFY(same(rendered(sceneOf(spec, 0)).stained, rendered(sceneOf(spec, 0)).stained));
    const auto first = sceneOf(spec, 0).impurities.front()->parameters();
    QVERIFY(first != sceneOf(spec, 1).impurities.front()->parameters());
}

/// The contrast of an impurity depends on where the lamp stands: it is not paint.
void TestSynthesisImpurities::lightMatters()
{
    QFETCH(QString, kind);
    SynthesisSpec spec = specOf(kind.toStdString(), 9);
    std::vector<double> contrasts;
    for (const double tilt : {2.0, 16.0}) {
        spec.ranges.light.tiltDeg = {tilt, tilt};
        spec.ranges.camera.exposure = {0.2, 0.2};
        double with = 0.0;
        double without = 0.0;
        for (int number = 0; number < 4; ++number) {
            const RenderedScene both = rendered(sceneOf(spec, number));
            for (const auto &[name, mask] : both.impurityMasks) {
                with += cv::mean(both.stained, mask)[1] * cv::countNonZero(mask);
                without += cv::mean(both.clean, mask)[1] * cv::countNonZero(mask);
            }
        }
        contrasts.push_back(with / without);
    }
    QVERIFY2(std::abs(contrasts[0] - contrasts[1]) > 0.01,
             (QByteArray::number(contrasts[0]) + " " + QByteArray::number(contrasts[1])).constData());
}

void TestSynthesisImpurities::anyScaleRenders()
{
    QFETCH(QString, kind);
    for (const double mmPerPixel : {0.002, 0.08, 0.5}) {
        SynthesisSpec spec = specOf(kind.toStdString(), 11);
        spec.widthPx = 128;
        spec.heightPx = 96;
        spec.mmPerPixel = mmPerPixel;
        const RenderedScene both = rendered(sceneOf(spec, 0));
        const double mean = cv::mean(both.stained)[1];
        QVERIFY2(mean > 10.0 && mean < 245.0, QByteArray::number(mean));
    }
}

void TestSynthesisImpurities::sharesStaySharesWhereAllLieOnEachOther()
{
    SynthesisSpec spec = specOf("water-stain", 13);
    spec.impurities.clear();
    for (const std::string_view name : synthesisImpurities())
        spec.impurities.emplace_back(name);
    for (int number = 0; number < 4; ++number) {
        const Scene scene = sceneOf(spec, number);
        DepositPlanes deposit = depositOf(scene);
        for (int y = 0; y < scene.size.height; ++y)
            for (int x = 0; x < scene.size.width; ++x) {
                const Deposit &pixel = deposit.at(x, y);
                for (const float share : {pixel.film, pixel.flood, pixel.cover, pixel.scatter, pixel.gloss,
                                          pixel.shadow, pixel.transmit[0], pixel.transmit[2]})
                    QVERIFY(share >= 0.0F && share <= 1.0F);
                QVERIFY(pixel.roughen >= 0.0F && pixel.filmNm >= 0.0F && std::isfinite(pixel.topSlopeX));
                QVERIFY(pixel.touched || (pixel.scatter == 0.0F && pixel.cover == 0.0F && pixel.shadow == 0.0F));
            }
    }
}

/// The coffee ring: more salt within a few pixels of the outline than further inside.
void TestSynthesisImpurities::stainsAreDarkestAtTheirRim()
{
    SynthesisSpec spec = specOf("water-stain", 15);
    spec.ranges.waterStain.perImage = {1.0, 1.0};
    spec.ranges.waterStain.radiusMm = {1.0, 1.4};
    spec.ranges.waterStain.wipedShare = {0.0, 0.0};
    spec.ranges.waterStain.splashes = {0.0, 0.0};
    double rim = 0.0;
    double inside = 0.0;
    for (int number = 0; number < 8; ++number) {
        const Scene scene = sceneOf(spec, number);
        DepositPlanes deposit = depositOf(scene);
        cv::Mat1f solid(scene.size);
        for (int y = 0; y < solid.rows; ++y)
            for (int x = 0; x < solid.cols; ++x)
                solid(y, x) = deposit.at(x, y).scatter;
        const cv::Mat1b mask = cv::Mat(solid > 0.0);
        cv::Mat1b inner;
        cv::Mat1b core;
        cv::erode(mask, inner, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));
        cv::erode(mask, core, cv::getStructuringElement(cv::MORPH_ELLIPSE, {25, 25}));
        rim += cv::mean(solid, mask & ~inner)[0];
        inside += cv::mean(solid, core)[0];
    }
    QVERIFY2(rim > 1.3 * inside, QByteArray::number(rim / inside));
}

void TestSynthesisImpurities::runOffsOfAnImageGoOneWay()
{
    SynthesisSpec spec = specOf("water-stain", 17);
    spec.ranges.waterStain.perImage = {3.0, 5.0};
    const Scene scene = sceneOf(spec, 0);
    const auto first = scene.impurities.front()->parameters().at("downDeg");
    for (const auto &impurity : scene.impurities)
        QCOMPARE(impurity->parameters().at("downDeg").get<double>(), first.get<double>());
    QVERIFY(sceneOf(spec, 1).impurities.front()->parameters().at("downDeg") != first);
}

void TestSynthesisImpurities::ridgesHaveTheirPeriod_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("loop") << static_cast<int>(FingerprintKind::Loop);
    QTest::newRow("whorl") << static_cast<int>(FingerprintKind::Whorl);
    QTest::newRow("arch") << static_cast<int>(FingerprintKind::Arch);
}

/// The spectrum has its ring at one cycle a period, whatever the pattern.
void TestSynthesisImpurities::ridgesHaveTheirPeriod()
{
    QFETCH(int, kind);
    const RidgePattern pattern(static_cast<FingerprintKind>(kind), {36.0, 44.0}, 5);
    constexpr int side = 256;
    constexpr float samplesPerPeriod = 8.0F;
    cv::Mat1f sampled(side, side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            sampled(y, x) = pattern.at(static_cast<float>(x - side / 2) / samplesPerPeriod,
                                       static_cast<float>(y - side / 2) / samplesPerPeriod);
    sampled -= cv::mean(sampled)[0];
    cv::Mat2f spectrum;
    cv::dft(sampled, spectrum, cv::DFT_COMPLEX_OUTPUT);
    double power = 0.0;
    double frequencies = 0.0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double fy = y < side / 2 ? y : y - side;
            const double fx = x < side / 2 ? x : x - side;
            const double radius = std::sqrt(fx * fx + fy * fy);
            if (radius > side / 4.0) // harmonics of the steep sides
                continue;
            const double p = cv::norm(spectrum(y, x), cv::NORM_L2SQR);
            power += p;
            frequencies += p * radius;
        }
    const double cyclesPerPeriod = frequencies / power / side * static_cast<double>(samplesPerPeriod);
    QVERIFY2(std::abs(cyclesPerPeriod - 1.0) < 0.12, QByteArray::number(cyclesPerPeriod));
}

/// A symbol of Code 39 has five bars; a start and a stop symbol stand around the digits.
void TestSynthesisImpurities::barcodesHaveTheirBars()
{
    for (std::uint64_t key = 0; key < 6; ++key) {
        const StickerPrint print(8.0F, 4.0F, true, key);
        QVERIFY(print.isBarcode());
        int bars = 0;
        bool dark = false;
        for (int i = 0; i <= 8000; ++i) {
            const bool ink = print.inkAt(-4.0F + 0.001F * static_cast<float>(i), -0.5F, 0.001F) > 0.5F;
            bars += ink && !dark ? 1 : 0;
            dark = ink;
        }
        QCOMPARE(bars, 5 * (static_cast<int>(print.text().size()) + 2));
    }
}

void TestSynthesisImpurities::galleriesAreTheSameOnAnyThreads()
{
    SynthesisSpec spec = specOf("water-stain", 19);
    const GalleryRequest request{"water-stain", 5, 96, true};
    const auto one = renderGallery(spec, request, 1, {});
    const auto three = renderGallery(spec, request, 3, {});
    QVERIFY(one.has_value() && three.has_value());
    QVERIFY(same(*one, *three));
    QCOMPARE(one->cols, 3 * 98 - 2);
    QCOMPARE(one->rows, 2 * 98 - 2);
    for (const char *kind : {"scratch", "surfaces"})
        QVERIFY(renderGallery(spec, {kind, 2, 64, false}, 2, {}).has_value());
}

void TestSynthesisImpurities::galleriesRefuse()
{
    const SynthesisSpec spec = specOf("dust", 1);
    for (const GalleryRequest &request : {GalleryRequest{"jam", 4, 64, false}, GalleryRequest{"dust", 0, 64, false},
                                          GalleryRequest{"dust", 4, 8, false}, GalleryRequest{"dust", 4, 300, false}}) {
        const auto sheet = renderGallery(spec, request, 1, {});
        QVERIFY(!sheet.has_value());
        QCOMPARE(sheet.error().code, ErrorCode::BadArgument);
    }
    const std::atomic<bool> cancel{true};
    QCOMPARE(renderGallery(spec, {"dust", 2, 64, false}, 1, JobContext(&cancel, {})).error().code,
             ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestSynthesisImpurities)
#include "tst_synthesis_impurities.moc"
