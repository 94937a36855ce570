#include "core/base/sha256.h"
#include "core/image/png_file.h"
#include "core/synthesis/noise/blended_tile.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/crater_field.h"
#include "core/synthesis/noise/fourier.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/surfaces/cutting_marks.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <complex>
#include <fstream>

using namespace patina;
using namespace patina::synthesis;

namespace {

SynthesisSpec specOf(const std::string &surface, std::uint64_t seed = 5)
{
    SynthesisSpec spec;
    spec.surface = surface;
    spec.widthPx = 300;
    spec.heightPx = 220;
    spec.seed = seed;
    return spec;
}

bool same(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0.0;
}

/// Of each green value to the one at its right.
cv::Mat1f differencesAcross(const cv::Mat &image)
{
    cv::Mat green;
    cv::extractChannel(image, green, 1);
    cv::Mat1f values;
    green.convertTo(values, CV_32F);
    cv::Mat1f differences;
    cv::subtract(values.colRange(1, values.cols), values.colRange(0, values.cols - 1), differences);
    return differences;
}

double deviationOf(const cv::Mat1f &plane)
{
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(plane, mean, deviation);
    return deviation[0];
}

/// A texture with vertical streaks and a light falloff; in colour a tint that follows the streaks.
cv::Mat streaks(cv::Size size, int channels, std::uint64_t key)
{
    cv::Mat pixels(size, CV_8UC(channels));
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float streak = pixelGaussian(latticeKey(key, x / 3, y / 60));
            const float noise = pixelGaussian(latticeKey(key + 1, x, y));
            const float light = 110.0F + 0.15F * static_cast<float>(x) - 0.08F * static_cast<float>(y);
            for (int c = 0; c < channels; ++c)
                pixels.ptr<std::uint8_t>(y)[x * channels + c] = cv::saturate_cast<std::uint8_t>(
                    light + (12.0F + 5.0F * static_cast<float>(c)) * streak + 2.0F * noise);
        }
    return pixels;
}

std::filesystem::path writeImage(const QTemporaryDir &folder, const std::string &name, const cv::Mat &pixels)
{
    const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / name;
    const auto bytes = encodePng(pixels).value();
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path;
}

SynthesisSpec exemplarSpec(const std::vector<std::filesystem::path> &paths, ExemplarBase base)
{
    SynthesisSpec spec = specOf("exemplar");
    const auto chosen = chooseExemplar(paths, base, std::nullopt, {}).value();
    spec.exemplar = chosen.spec;
    spec.widthPx = chosen.size.width;
    spec.heightPx = chosen.size.height;
    return spec;
}

Scene exemplarScene(const SynthesisSpec &spec, const std::string &defect = "", int number = 0)
{
    const auto images = loadExemplar(spec.exemplar, {spec.widthPx, spec.heightPx}, {}).value();
    return createScene(spec, imageSeedOf(spec.seed, "test", number), defect, images);
}

cv::Mat3b rendered(const Scene &scene, int stripRows = 128)
{
    return renderScene(scene, SynthesisVersion::Clean, {}, stripRows).value().clean;
}

} // namespace

class TestSynthesisSurfaces : public QObject
{
    Q_OBJECT

private slots:
    void fourierIsTheSum();
    void tileHasItsSpectrum();
    void blendingKeepsTheVariance();
    void cratersDoNotDependOnTheRectangle();
    void stripsDoNotMatter_data();
    void stripsDoNotMatter();
    void seedsMatter_data() { stripsDoNotMatter_data(); }
    void seedsMatter();
    void roughnessIsAsAsked_data();
    void roughnessIsAsAsked();
    void marksRepeatWithTheFeed();
    void cuspsAreAsHighAsTheory();
    void polishIsSmoothAndCastIsNot();
    void castScatters();
    void spiralGrainIsAUnitVector();
    void periodicComponentHasNoJump();
    void textureIsLikeItsExemplar_data();
    void textureIsLikeItsExemplar();
    void photoIsThePhoto();
    void damageChangesThePhotoThereOnly();
    void retakesDoNotDependOnStrips();
    void retakesAreAsAsked();
    void changedImagesAreRefused();
    void specificationKeepsTheExemplar();
};

void TestSynthesisSurfaces::fourierIsTheSum()
{
    const int rows = 6;
    const int columns = 20;
    std::vector<Complex> data;
    for (int i = 0; i < rows * columns; ++i)
        data.push_back({static_cast<double>(pixelGaussian(mix64(static_cast<std::uint64_t>(i)))), 0.1 * i});
    std::vector<Complex> out = data;
    fourier(out, rows, columns, Transform::Forward);
    for (const auto &[v, u] : {std::pair{0, 0}, std::pair{1, 3}, std::pair{5, 19}, std::pair{2, 11}}) {
        std::complex<double> sum;
        for (int y = 0; y < rows; ++y)
            for (int x = 0; x < columns; ++x) {
                const Complex &value = data[static_cast<std::size_t>(y * columns + x)];
                sum += std::complex(value.re, value.im) *
                       std::polar(1.0, -2.0 * M_PI *
                                           (static_cast<double>(v * y) / rows + static_cast<double>(u * x) / columns));
            }
        const Complex &fast = out[static_cast<std::size_t>(v * columns + u)];
        QVERIFY(std::abs(sum - std::complex(fast.re, fast.im)) < 1e-8);
    }
    fourier(out, rows, columns, Transform::Inverse);
    for (std::size_t i = 0; i < data.size(); ++i)
        QVERIFY(std::abs(out[i].re / (rows * columns) - data[i].re) < 1e-10);
}

/// The power in a band of low frequencies against one of high ones is what the spectrum says.
void TestSynthesisSurfaces::tileHasItsSpectrum()
{
    const auto spectrum = roughSpectrum(6.0, 0.8);
    const cv::Mat1f tile = gaussianTile(256, spectrum, 3);
    QVERIFY(std::abs(deviationOf(tile) - 1.0) < 1e-3);
    std::vector<Complex> data;
    for (const float value : tile)
        data.push_back({static_cast<double>(value), 0.0});
    fourier(data, 256, 256, Transform::Forward);
    const auto meanPower = [&](int from, int to, bool asked) {
        double sum = 0.0;
        int count = 0;
        for (int y = -to; y <= to; ++y)
            for (int x = -to; x <= to; ++x) {
                const double radius = std::hypot(x, y);
                if (radius < from || radius > to)
                    continue;
                const Complex &value = data[static_cast<std::size_t>((y & 255) * 256 + (x & 255))];
                sum += asked ? spectrum(x / 256.0, y / 256.0) : value.re * value.re + value.im * value.im;
                ++count;
            }
        return sum / count;
    };
    const double ratio = meanPower(2, 6, false) / meanPower(40, 60, false);
    const double asked = meanPower(2, 6, true) / meanPower(40, 60, true);
    QVERIFY2(ratio > 0.7 * asked && ratio < 1.4 * asked, QByteArray::number(ratio / asked));
}

void TestSynthesisSurfaces::blendingKeepsTheVariance()
{
    const BlendedTile tile(gaussianTile(128, roughSpectrum(1.5, 0.8), 9));
    cv::Mat1f squares(64, 64, 0.0F);
    constexpr int planes = 120;
    for (int i = 0; i < planes; ++i) {
        cv::Mat1f plane(64, 64, 0.0F);
        tile.addTo({0, 0, 64, 64}, static_cast<std::uint64_t>(i), 1.0F, plane);
        squares += plane.mul(plane) / planes;
    }
    // A place in the middle of a cell, where four corners meet, varies as much as a corner.
    for (const cv::Rect &place : {cv::Rect(0, 0, 12, 12), cv::Rect(26, 26, 12, 12), cv::Rect(26, 0, 12, 12)})
        QVERIFY2(std::abs(cv::mean(squares(place))[0] - 1.0) < 0.2, QByteArray::number(cv::mean(squares(place))[0]));
}

void TestSynthesisSurfaces::cratersDoNotDependOnTheRectangle()
{
    CraterScale scale;
    scale.key = 12;
    cv::Mat1f whole(120, 140, 0.0F);
    addCraters(scale, {-30, -20, 140, 120}, whole);
    cv::Mat1f part(30, 50, 0.0F);
    addCraters(scale, {5, 17, 50, 30}, part);
    QVERIFY(same(part, whole(cv::Rect(35, 37, 50, 30))));
    QVERIFY(deviationOf(whole) > 0.0);
}

void TestSynthesisSurfaces::stripsDoNotMatter_data()
{
    QTest::addColumn<QString>("surface");
    for (const std::string_view name : synthesisSurfaces())
        if (name != "exemplar")
            QTest::newRow(std::string(name).c_str()) << QString::fromStdString(std::string(name));
}

void TestSynthesisSurfaces::stripsDoNotMatter()
{
    QFETCH(QString, surface);
    for (const LightKind light : {LightKind::Bar, LightKind::Ring}) {
        SynthesisSpec spec = specOf(surface.toStdString());
        spec.light = light;
        spec.ranges.cast.partingShare = {1.0, 1.0};
        spec.ranges.milledParallel.passMm = {2.0, 2.0};
        spec.ranges.milledSpiral.cutterMm = {5.0, 5.0};
        const Scene scene = createScene(spec, imageSeedOf(spec.seed, "test", 0), "scratch");
        const cv::Mat3b whole = rendered(scene, 10000);
        QVERIFY(same(whole, rendered(scene, 16)));
        QVERIFY(same(whole, rendered(scene, 128)));
        const cv::Scalar mean = cv::mean(whole);
        QVERIFY2(mean[1] > 50.0 && mean[1] < 215.0, QByteArray::number(mean[1]));
    }
}

void TestSynthesisSurfaces::seedsMatter()
{
    QFETCH(QString, surface);
    const SynthesisSpec spec = specOf(surface.toStdString());
    const auto scene = [&](int number) { return createScene(spec, imageSeedOf(spec.seed, "test", number), ""); };
    QVERIFY(same(rendered(scene(0)), rendered(scene(0))));
    QVERIFY(!same(rendered(scene(0)), rendered(scene(1))));
}

void TestSynthesisSurfaces::roughnessIsAsAsked_data()
{
    QTest::addColumn<QString>("surface");
    QTest::newRow("sandblasted") << "sandblasted";
    QTest::newRow("cast") << "cast";
}

void TestSynthesisSurfaces::roughnessIsAsAsked()
{
    QFETCH(QString, surface);
    for (const double rqUm : {1.0, 3.0, 7.0}) {
        SynthesisSpec spec = specOf(surface.toStdString());
        spec.ranges.sandblasted.roughnessRqUm = {rqUm, rqUm};
        spec.ranges.cast.roughnessRqUm = {rqUm, rqUm};
        spec.ranges.cast.flowUm = {0.0, 0.0};
        spec.ranges.cast.poresPerCm2 = {0.0, 0.0};
        spec.ranges.cast.partingShare = {0.0, 0.0};
        const Scene scene = createScene(spec, imageSeedOf(spec.seed, "test", 0), "");
        const double found = deviationOf(heightOf(scene, {0, 0, 900, 900}));
        QVERIFY2(std::abs(found - rqUm) < 0.15 * rqUm, QByteArray::number(found / rqUm));
    }
}

/// Height across the marks has its strongest line at one over the feed.
void TestSynthesisSurfaces::marksRepeatWithTheFeed()
{
    SynthesisSpec spec = specOf("milled-parallel");
    auto &ranges = spec.ranges.milledParallel;
    ranges.directionDeg = {90.0, 90.0}; // marks down the columns, feed along the rows
    ranges.feedPerToothMm = {0.16, 0.16};
    ranges.runOutUm = {0.1, 0.1};
    const Scene scene = createScene(spec, imageSeedOf(spec.seed, "test", 0), "");
    const int length = 512;
    const cv::Mat1f height = heightOf(scene, {0, 40, length, 64});
    std::vector<double> power(length / 2, 0.0);
    for (int y = 0; y < height.rows; ++y) {
        std::vector<Complex> line;
        for (const float value : cv::Mat1f(height.row(y).clone()))
            line.push_back({static_cast<double>(value), 0.0});
        fourier(line, 1, length, Transform::Forward);
        for (std::size_t i = 0; i < power.size(); ++i)
            power[i] += line[i].re * line[i].re + line[i].im * line[i].im;
    }
    const auto peak = std::max_element(power.begin() + 20, power.end()) - power.begin();
    const double feedPx = static_cast<double>(length) / static_cast<double>(peak);
    QVERIFY2(std::abs(feedPx - 8.0) < 0.3, QByteArray::number(feedPx));
}

void TestSynthesisSurfaces::cuspsAreAsHighAsTheory()
{
    CuttingTool tool;
    tool.feedMm = 0.2;
    tool.noseRadiusMm = 0.8;
    tool.runOutUm = tool.jitterShare = tool.chatterUm = tool.wearUm = tool.edgeUm = 0.0;
    std::vector<CuttingMarks::Place> places;
    for (int i = 0; i < 4000; ++i)
        places.push_back({0.001F * static_cast<float>(i), 0.0F, 1.0F, 0.0F});
    std::vector<float> height(places.size(), 1e9F);
    CuttingMarks(tool).cut(places, 1, height.data());
    const auto [low, high] = std::ranges::minmax(height);
    const double asked = 1000.0 * 0.2 * 0.2 / (8.0 * 0.8);
    QVERIFY2(std::abs(static_cast<double>(high - low) - asked) < 0.02 * asked, QByteArray::number(high - low));
}

void TestSynthesisSurfaces::polishIsSmoothAndCastIsNot()
{
    const auto slopeOf = [](const std::string &surface) {
        const SynthesisSpec spec = specOf(surface);
        const cv::Mat1f height = heightOf(createScene(spec, imageSeedOf(1, "test", 0), ""), {0, 0, 300, 300});
        cv::Mat1f slope;
        cv::Sobel(height, slope, CV_32F, 1, 0, 3, 1.0 / 8.0);
        return deviationOf(slope);
    };
    QVERIFY(slopeOf("polished") < 0.1 * slopeOf("sandblasted"));
    QVERIFY(slopeOf("polished") < 0.05 * slopeOf("cast"));
}

/// A cast skin is far less of a mirror: tilting the lamp dims it less than it dims polished metal.
void TestSynthesisSurfaces::castScatters()
{
    const auto contrast = [](const std::string &surface) {
        SynthesisSpec spec = specOf(surface);
        spec.ranges.light.tiltDeg = {11.0, 11.0};
        spec.ranges.light.azimuthDeg = {90.0, 90.0};
        const cv::Mat3b image = rendered(createScene(spec, imageSeedOf(2, "test", 0), ""));
        const double near = cv::mean(image.rowRange(image.rows - 40, image.rows))[1];
        return near / cv::mean(image.rowRange(0, 40))[1];
    };
    QVERIFY(contrast("cast") < contrast("polished"));
}

void TestSynthesisSurfaces::spiralGrainIsAUnitVector()
{
    const SynthesisSpec spec = specOf("milled-spiral");
    const Scene scene = createScene(spec, imageSeedOf(3, "test", 0), "");
    cv::Mat2f grain;
    scene.surface->setGrain({-20, -20, 340, 260}, grain);
    QCOMPARE(grain.size(), cv::Size(340, 260));
    for (const cv::Vec2f &direction : grain)
        QVERIFY(std::abs(direction.dot(direction) - 1.0F) < 1e-4F);
}

void TestSynthesisSurfaces::periodicComponentHasNoJump()
{
    cv::Mat1f ramp(48, 64);
    for (int y = 0; y < ramp.rows; ++y)
        for (int x = 0; x < ramp.cols; ++x)
            ramp(y, x) = static_cast<float>(x) + 3.0F * std::sin(0.7F * static_cast<float>(x + y));
    const cv::Mat1f periodic = periodicComponent(ramp);
    double jump = 0.0;
    for (int y = 0; y < ramp.rows; ++y)
        jump = std::max(jump, std::abs(static_cast<double>(periodic(y, 63) - periodic(y, 0))));
    QVERIFY2(jump < 8.0, QByteArray::number(jump)); // 63 in the ramp
    QVERIFY(std::abs(cv::mean(periodic)[0]) < 1e-3);
}

void TestSynthesisSurfaces::textureIsLikeItsExemplar_data()
{
    QTest::addColumn<int>("channels");
    QTest::newRow("grey") << 1;
    QTest::newRow("colour") << 3;
}

/// Mean, deviation, streaks and colour covariances come back, at another size, without a seam.
void TestSynthesisSurfaces::textureIsLikeItsExemplar()
{
    QFETCH(int, channels);
    const QTemporaryDir folder;
    const cv::Mat like = streaks({320, 260}, channels, 7);
    SynthesisSpec spec = exemplarSpec({writeImage(folder, "a.png", like)}, ExemplarBase::Texture);
    spec.widthPx = 700;
    spec.heightPx = 500;
    const Scene scene = exemplarScene(spec);
    const cv::Mat3b made = rendered(scene, 10000);
    QVERIFY(same(made, rendered(scene, 16)));
    cv::Scalar meanLike, deviationLike, meanMade, deviationMade;
    cv::meanStdDev(like, meanLike, deviationLike);
    cv::meanStdDev(made, meanMade, deviationMade);
    for (int c = 0; c < channels; ++c) {
        QVERIFY2(std::abs(meanMade[c] - meanLike[c]) < 6.0, QByteArray::number(meanMade[c] - meanLike[c]));
        QVERIFY2(std::abs(deviationMade[c] / deviationLike[c] - 1.0) < 0.3,
                 QByteArray::number(deviationMade[c] / deviationLike[c]));
    }
    cv::Mat1f along, across;
    std::vector<cv::Mat1b> planes;
    cv::split(made, planes);
    cv::Sobel(planes[0], across, CV_32F, 1, 0);
    cv::Sobel(planes[0], along, CV_32F, 0, 1);
    QVERIFY2(deviationOf(across) > 2.0 * deviationOf(along),
             QByteArray::number(deviationOf(across) / deviationOf(along)));
    QCOMPARE(same(planes[0], planes[2]), channels == 1);
}

void TestSynthesisSurfaces::photoIsThePhoto()
{
    const QTemporaryDir folder;
    for (const int channels : {1, 3}) {
        const cv::Mat photo = streaks({200, 140}, channels, 5);
        const SynthesisSpec spec = exemplarSpec({writeImage(folder, "p.png", photo)}, ExemplarBase::Photo);
        cv::Mat colour = photo;
        if (channels == 1)
            cv::cvtColor(photo, colour, cv::COLOR_GRAY2BGR);
        QVERIFY(same(rendered(exemplarScene(spec)), colour));
    }
}

void TestSynthesisSurfaces::damageChangesThePhotoThereOnly()
{
    const QTemporaryDir folder;
    const cv::Mat photo = streaks({260, 200}, 3, 5);
    SynthesisSpec spec = exemplarSpec({writeImage(folder, "p.png", photo)}, ExemplarBase::Photo);
    spec.ranges.waterStain.imageShare = {1.0, 1.0};
    for (int number = 0; number < 3; ++number) {
        const Scene scene = exemplarScene(spec, "scratch", number);
        const auto out = renderScene(scene, SynthesisVersion::Both, {}).value();
        cv::Mat1b allowed = out.defectMasks.at("scratch").clone();
        // Burrs under the mask's threshold, slopes beside them and the lens.
        const int reach = 2 * (scene.sensor->blurReachPx() + 6) + 1;
        cv::dilate(allowed, allowed, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}));
        cv::Mat difference;
        cv::absdiff(out.clean, photo, difference);
        cv::Mat1b changed;
        cv::transform(difference, changed, cv::Matx13f(1.0F, 1.0F, 1.0F));
        QVERIFY(cv::countNonZero(changed) > 10);
        QVERIFY(cv::countNonZero(changed & ~allowed) < cv::countNonZero(changed) / 20 + 1);
        QVERIFY(!same(out.clean, out.stained) || out.impurityMasks.empty());
    }
}

void TestSynthesisSurfaces::retakesDoNotDependOnStrips()
{
    const QTemporaryDir folder;
    SynthesisSpec spec = exemplarSpec({writeImage(folder, "p.png", streaks({200, 140}, 3, 5))}, ExemplarBase::Photo);
    spec.ranges.retake = {{-0.4, 0.4}, {0.0, 0.3}, {0.0, 30.0}, {-10.0, 10.0},
                          {0.9, 1.1},  {0.5, 2.0}, {1.0, 3.0},  {0.5, 0.5}};
    for (int number = 0; number < 3; ++number) {
        const Scene scene = exemplarScene(spec, "", number);
        const cv::Mat3b whole = rendered(scene, 140);
        QVERIFY(same(rendered(scene, 33), whole));
        QVERIFY(!same(rendered(exemplarScene(spec, "", number + 1)), whole));
    }
}

void TestSynthesisSurfaces::retakesAreAsAsked()
{
    const QTemporaryDir folder;
    const cv::Mat photo = streaks({200, 140}, 3, 5);
    const SynthesisSpec plain = exemplarSpec({writeImage(folder, "p.png", photo)}, ExemplarBase::Photo);
    const auto taken = [&](const auto &change) {
        SynthesisSpec spec = plain;
        change(spec.ranges.retake);
        return rendered(exemplarScene(spec));
    };
    cv::Mat mirrored;
    cv::flip(photo, mirrored, 1);
    QVERIFY(same(taken([](RetakeRanges &retake) { retake.mirrorShare = {1.0, 1.0}; }), mirrored));
    cv::Mat turned;
    cv::flip(photo, turned, -1);
    cv::Mat difference;
    cv::absdiff(taken([](RetakeRanges &retake) { retake.turnDeg = {180.0, 180.0}; }), turned, difference);
    QVERIFY(cv::norm(difference, cv::NORM_INF) <= 1.0);
    // A stop less is half of the light: the same as halving the linear values.
    const cv::Mat darker = taken([](RetakeRanges &retake) { retake.exposureStops = {-1.0, -1.0}; });
    const auto linear = [](int value) { return std::pow((value / 255.0 + 0.055) / 1.055, 2.4); };
    for (int y = 0; y < photo.rows; y += 7)
        for (int x = 0; x < photo.cols; x += 5) {
            const int before = photo.at<cv::Vec3b>(y, x)[1];
            if (before > 60)
                QVERIFY(std::abs(linear(darker.at<cv::Vec3b>(y, x)[1]) - 0.5 * linear(before)) < 0.006);
        }
    const double sharp = deviationOf(differencesAcross(photo));
    const cv::Mat soft = taken([](RetakeRanges &retake) { retake.defocusPx = {2.0, 2.0}; });
    QVERIFY(deviationOf(differencesAcross(soft)) < 0.6 * sharp);
}

void TestSynthesisSurfaces::changedImagesAreRefused()
{
    const QTemporaryDir folder;
    const auto path = writeImage(folder, "a.png", streaks({200, 140}, 1, 5));
    const SynthesisSpec spec = exemplarSpec({path}, ExemplarBase::Photo);
    writeImage(folder, "a.png", streaks({200, 140}, 1, 6));
    const auto changed = loadExemplar(spec.exemplar, {200, 140}, {});
    QVERIFY(!changed.has_value());
    QCOMPARE(changed.error().code, ErrorCode::Corrupt);
    QVERIFY(changed.error().detail.find("a.png has changed") != std::string::npos);
    std::filesystem::remove(path);
    const auto gone = loadExemplar(spec.exemplar, {200, 140}, {});
    QVERIFY(!gone.has_value());
    QCOMPARE(gone.error().code, ErrorCode::NotFound);
    writeImage(folder, "a.png", streaks({200, 140}, 1, 5));
    QVERIFY(loadExemplar(spec.exemplar, {200, 140}, {}).has_value());
    ExemplarSpec cut = spec.exemplar;
    cut.whole = false;
    const auto small = loadExemplar(cut, {400, 140}, {});
    QVERIFY(!small.has_value());
    QCOMPARE(small.error().code, ErrorCode::BadArgument);
    QVERIFY(validate(specOf("exemplar")).has_value()); // images may be named later
    const auto none = loadExemplar({}, {200, 140}, {});
    QVERIFY(!none.has_value());
    QVERIFY(none.error().detail.find("--like") != std::string::npos);
}

void TestSynthesisSurfaces::specificationKeepsTheExemplar()
{
    SynthesisSpec spec = specOf("exemplar");
    spec.exemplar = {ExemplarBase::Photo,
                     {{"/parts/one.png", std::string(64, 'a')}, {"/parts/two.png", std::string(64, 'b')}}};
    QVERIFY(specFromJson(toJson(spec).dump()).value() == spec);
}

QTEST_APPLESS_MAIN(TestSynthesisSurfaces)
#include "tst_synthesis_surfaces.moc"
