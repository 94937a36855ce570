#include "core/image/image_source.h"
#include "core/image/png_file.h"
#include "core/synthesis/dataset_writer.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

using namespace patina;
using namespace patina::synthesis;

namespace {

namespace fs = std::filesystem;

SynthesisSpec smallSpec(int bitDepth)
{
    SynthesisSpec spec;
    spec.widthPx = 160;
    spec.heightPx = 96;
    spec.bitDepth = bitDepth;
    return spec;
}

RenderedScene rendered(const SynthesisSpec &spec)
{
    return renderScene(createScene(spec, imageSeedOf(spec.seed, "test", 1), "scratch"), SynthesisVersion::Both, {})
        .value();
}

double largestOf(const cv::Mat &image)
{
    double largest = 0.0;
    cv::minMaxLoc(image.reshape(1), nullptr, &largest);
    return largest;
}

/// Every code up to white, as a camera of that depth would write them.
cv::Mat1w photoOf(int white)
{
    cv::Mat1w photo(90, 110);
    for (int y = 0; y < photo.rows; ++y)
        for (int x = 0; x < photo.cols; ++x)
            photo(y, x) = static_cast<std::uint16_t>((x * 7919 + y * 104729) % (white + 1));
    photo(0, 0) = static_cast<std::uint16_t>(white);
    return photo;
}

} // namespace

/// Images of more than 8 bits.
class TestSynthesisDepth : public QObject
{
    Q_OBJECT
private slots:
    void codesFollowTheSameCurve_data();
    void codesFollowTheSameCurve();
    void filesHaveSixteenBits();
    void photosKeepTheirCodes_data();
    void photosKeepTheirCodes();
    void photosTakenOnceMoreAreAlikeInAnyDepth();
    void texturesAreAsBrightAsTheirImages();
    void oneImageOfEightBitsMakesAllOfEight();
    void codesThatDoNotFitAreRefused();
    void specificationsNameTheDepth();

private:
    fs::path write(const char *name, const cv::Mat &pixels) const
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        const auto bytes = encodePng(pixels).value();
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return path;
    }
    SynthesisSpec specLike(const fs::path &photo, ExemplarBase base) const
    {
        const auto chosen = chooseExemplar(std::vector{photo}, base, std::nullopt, {}).value();
        SynthesisSpec spec;
        spec.surface = "exemplar";
        spec.exemplar = chosen.spec;
        spec.bitDepth = chosen.bitDepth;
        spec.widthPx = chosen.size.width;
        spec.heightPx = chosen.size.height;
        return spec;
    }
    static cv::Mat goodOf(const SynthesisSpec &spec)
    {
        const auto images = loadExemplar(spec.exemplar, {spec.widthPx, spec.heightPx}, {}, spec.bitDepth).value();
        const Scene scene = createScene(spec, imageSeedOf(spec.seed, "train", 0), "", images);
        cv::Mat grey;
        cv::extractChannel(renderScene(scene, SynthesisVersion::Clean, {}).value().clean, grey, 0);
        return grey;
    }

    QTemporaryDir m_folder;
};

void TestSynthesisDepth::codesFollowTheSameCurve_data()
{
    QTest::addColumn<int>("bitDepth");
    for (const int bitDepth : {10, 12, 14, 16})
        QTest::newRow(QByteArray::number(bitDepth).constData()) << bitDepth;
}

/// Finer steps of the very same image: no code is further from that of 8 bits than rounding allows.
void TestSynthesisDepth::codesFollowTheSameCurve()
{
    QFETCH(int, bitDepth);
    const RenderedScene coarse = rendered(smallSpec(8));
    const RenderedScene fine = rendered(smallSpec(bitDepth));
    const double white = whiteOf(bitDepth);
    for (const auto &[eight, more] : {std::pair(coarse.clean, fine.clean), std::pair(coarse.stained, fine.stained)}) {
        QCOMPARE(more.type(), CV_16UC3);
        QVERIFY(largestOf(more) <= white);
        cv::Mat scaled;
        more.convertTo(scaled, CV_32F, 255.0 / white);
        cv::Mat expected;
        eight.convertTo(expected, CV_32F);
        const double most = cv::norm(scaled, expected, cv::NORM_INF);
        QVERIFY2(most < 0.65 + 128.0 / white, qPrintable(QString::number(most)));
        std::set<std::uint16_t> codes;
        for (const auto &pixel : cv::Mat3w(more))
            codes.insert(pixel[1]);
        QVERIFY2(codes.size() > 256, qPrintable(QString::number(codes.size())));
    }
    QVERIFY(fine.defectMasks.size() == coarse.defectMasks.size());
    for (const auto &[name, mask] : coarse.defectMasks)
        QCOMPARE(cv::norm(mask, fine.defectMasks.at(name), cv::NORM_INF), 0.0);
}

void TestSynthesisDepth::filesHaveSixteenBits()
{
    SynthesisSpec spec = smallSpec(12);
    spec.counts = {2, 0, 1, 1, 0};
    const fs::path root(m_folder.path().toStdString());
    QVERIFY(writeDataset(spec, root / "one", {1}, {}).has_value());
    QVERIFY(writeDataset(spec, root / "two", {2}, {}).has_value());
    for (const char *name : {"clean/train/good/train_0000.png", "stained/test/scratch/scratch_0000.png"}) {
        const auto one = openImage(root / "one" / name, {}, {});
        const auto two = openImage(root / "two" / name, {}, {});
        QVERIFY2(one && two, name);
        const ImageInfo info = (*one)->info();
        QCOMPARE(info.bitDepth, 16);
        const cv::Mat pixels = (*one)->read({{}, info.size()}).value();
        QCOMPARE(cv::norm(pixels, (*two)->read({{}, info.size()}).value(), cv::NORM_INF), 0.0);
        QVERIFY(largestOf(pixels) > 255.0 && largestOf(pixels) <= 4095.0);
    }
    QCOMPARE(readSpec(root / "one" / "manifest.json").value().bitDepth, 12);
    QVERIFY(specNames(root / "one" / "manifest.json", "bitDepth").value());
    // Of another depth it is another data set.
    spec.bitDepth = 8;
    QCOMPARE(writeDataset(spec, root / "one", {}, {})->kept, std::int64_t{0});
}

void TestSynthesisDepth::photosKeepTheirCodes_data()
{
    codesFollowTheSameCurve_data();
}

void TestSynthesisDepth::photosKeepTheirCodes()
{
    QFETCH(int, bitDepth);
    const cv::Mat photo = photoOf(whiteOf(bitDepth));
    const SynthesisSpec spec = specLike(write("photo.png", photo), ExemplarBase::Photo);
    QCOMPARE(spec.bitDepth, bitDepth);
    QCOMPARE(cv::norm(goodOf(spec), photo, cv::NORM_INF), 0.0);
}

void TestSynthesisDepth::photosTakenOnceMoreAreAlikeInAnyDepth()
{
    cv::Mat fine = photoOf(4095);
    cv::GaussianBlur(fine, fine, {}, 3.0);
    cv::Mat coarse;
    fine.convertTo(coarse, CV_8U, 255.0 / 4095.0);
    SynthesisSpec ofCoarse = specLike(write("coarse.png", coarse), ExemplarBase::Photo);
    SynthesisSpec ofFine = specLike(write("fine.png", fine), ExemplarBase::Photo);
    ofFine.bitDepth = 12; // blurred, its largest code needs fewer
    for (SynthesisSpec *spec : {&ofCoarse, &ofFine})
        spec->ranges.retake = {{0.2, 0.2}, {0.1, 0.1}, {3.0, 3.0}, {1.0, 1.0}, {1.02, 1.02}, {0.5, 0.5}, {1.0, 1.0}};
    cv::Mat scaled;
    goodOf(ofFine).convertTo(scaled, CV_32F, 255.0 / 4095.0);
    cv::Mat expected;
    goodOf(ofCoarse).convertTo(expected, CV_32F);
    QVERIFY(cv::norm(scaled, expected, cv::NORM_INF) < 2.0);
    QVERIFY(std::abs(cv::mean(scaled)[0] - cv::mean(expected)[0]) < 0.1);
}

void TestSynthesisDepth::texturesAreAsBrightAsTheirImages()
{
    cv::Mat photo = photoOf(3000);
    cv::GaussianBlur(photo, photo, {}, 1.0);
    photo.at<std::uint16_t>(0, 0) = 3000;
    const SynthesisSpec spec = specLike(write("texture.png", photo), ExemplarBase::Texture);
    QCOMPARE(spec.bitDepth, 12);
    const cv::Mat made = goodOf(spec);
    QCOMPARE(made.depth(), CV_16U);
    QVERIFY(largestOf(made) <= 4095.0);
    const double ratio = cv::mean(made)[0] / cv::mean(photo)[0];
    QVERIFY2(ratio > 0.9 && ratio < 1.1, qPrintable(QString::number(ratio)));
}

void TestSynthesisDepth::oneImageOfEightBitsMakesAllOfEight()
{
    cv::Mat eight;
    photoOf(255).convertTo(eight, CV_8U);
    const std::vector paths{write("a.png", photoOf(4095)), write("b.png", eight)};
    QCOMPARE(chooseExemplar(paths, ExemplarBase::Photo, std::nullopt, {})->bitDepth, 8);
    QCOMPARE(bitDepthOf(std::vector{paths[0]}, {}).value(), 12);
    QCOMPARE(bitDepthOf({}, {}).value(), 8);
    QVERIFY(!bitDepthOf(std::vector<fs::path>{"/nowhere.png"}, {}).has_value());
}

void TestSynthesisDepth::codesThatDoNotFitAreRefused()
{
    std::vector<fs::path> paths;
    for (int i = 0; i < 40; ++i) // one bright one among many dim ones is found
        paths.push_back(write(("dim" + std::to_string(i) + ".png").c_str(), photoOf(i == 8 ? 3500 : 900)));
    QCOMPARE(bitDepthOf(paths, {}).value(), 12);
    const auto refused = readExemplar(paths[8].string(), 10, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    QVERIFY2(refused.error().detail.find("values up to 3500, and 10 bits hold 1023") != std::string::npos,
             refused.error().detail.c_str());
    QVERIFY(readExemplar(paths[8].string(), 8, {}).has_value());
}

void TestSynthesisDepth::specificationsNameTheDepth()
{
    QCOMPARE(toJson(SynthesisSpec{})["bitDepth"].get<int>(), 8); // a manifest says so, too
    const SynthesisSpec spec = smallSpec(14);
    QCOMPARE(specFromJson(toJson(spec).dump()).value(), spec);
    const auto odd = specFromJson(R"({"bitDepth": 9})");
    QCOMPARE(odd.error().code, ErrorCode::BadArgument);
    QVERIFY2(odd.error().detail.find("bitDepth is 9; it may be 8, 10, 12, 14, 16") != std::string::npos,
             odd.error().detail.c_str());
    QCOMPARE(specFromJson(R"({"bitDepth": "12"})").error().code, ErrorCode::BadFormat);
}

QTEST_GUILESS_MAIN(TestSynthesisDepth)
#include "tst_synthesis_depth.moc"
