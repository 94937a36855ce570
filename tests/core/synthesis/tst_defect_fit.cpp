#include "core/synthesis/fit/fit_ranges.h"
#include "core/synthesis/noise/counter_random.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>

using namespace patina;
using namespace patina::synthesis;

namespace {

const cv::Size imageSize(240, 200);

/// An even surface of a grey with marks along the columns.
cv::Mat1b surface(int grey)
{
    cv::Mat1b pixels(imageSize);
    for (int y = 0; y < pixels.rows; ++y)
        for (int x = 0; x < pixels.cols; ++x)
            pixels(y, x) =
                cv::saturate_cast<std::uint8_t>(static_cast<float>(grey) + 3.0F * pixelGaussian(latticeKey(1, x, 0)));
    return pixels;
}

/// A dark oval on it; its mask goes into `mask`.
void addOval(cv::Mat1b &pixels, cv::Mat1b &mask, cv::Point at, cv::Size halves, int grey)
{
    cv::ellipse(pixels, at, halves, 30.0, 0.0, 360.0, cv::Scalar(grey), cv::FILLED);
    cv::ellipse(mask, at, halves, 30.0, 0.0, 360.0, cv::Scalar(255), cv::FILLED);
}

std::vector<DefectLook> copies(DefectLook look, const std::vector<double> &values, double DefectLook::*of)
{
    std::vector<DefectLook> looks;
    for (const double value : values) {
        look.*of = value;
        looks.push_back(look);
    }
    return looks;
}

} // namespace

class TestDefectFit : public QObject
{
    Q_OBJECT

private slots:
    void sizeFormAndLightAreMeasured();
    void linesAreMeasured();
    void specksAndBlackSurroundsAreLeftOut();
    void rangesHoldTheMiddle();
    void darkPitsAreDark();
    void brownPitsHaveRust();
    void placesAreThoseOfTheMiddles();
    void whatCannotBeFittedIsRefused();
};

void TestDefectFit::sizeFormAndLightAreMeasured()
{
    cv::Mat1b pixels = surface(150);
    cv::Mat1b mask(imageSize, std::uint8_t{0});
    addOval(pixels, mask, {80, 90}, {20, 10}, 100);
    const auto looks = looksOf(pixels, mask);
    QCOMPARE(looks.size(), std::size_t{1});
    const DefectLook &look = looks.front();
    QVERIFY(std::abs(look.areaPx - 628.0) < 70.0);
    QVERIFY2(std::abs(look.longerThanWide - 2.0) < 0.1, qPrintable(QString::number(look.longerThanWide)));
    QVERIFY2(std::abs(look.lengthPx - 41.0) < 3.0, qPrintable(QString::number(look.lengthPx)));
    QVERIFY2(std::abs(look.light - 0.425) < 0.03, qPrintable(QString::number(look.light))); // of sRGB 100 and 150
    // The marks stand at 90 degrees, the oval, whose edges count, too, lies at 30.
    QVERIFY2(std::abs(look.grainAngleDeg + 60.0) < 10.0, qPrintable(QString::number(look.grainAngleDeg)));
}

void TestDefectFit::linesAreMeasured()
{
    cv::Mat1b pixels = surface(150);
    pixels(cv::Rect(100, 40, 2, 120)).setTo(0);
    cv::Mat1b mask(imageSize, std::uint8_t{0});
    mask(cv::Rect(98, 40, 6, 120)).setTo(255); // drawn wider than it is
    const auto looks = looksOf(pixels, mask);
    QCOMPARE(looks.size(), std::size_t{1});
    const DefectLook &look = looks.front();
    QCOMPARE(look.lengthPx, 120.0);
    QVERIFY2(std::abs(look.blackWidthPx - 2.0) < 0.1, qPrintable(QString::number(look.blackWidthPx)));
    QVERIFY(look.darkest > 0.99 && look.kinkDeg < 0.01 && look.swell < 0.01);
    QVERIFY(std::abs(look.endsOpen - 1.0) < 0.01 && std::abs(look.grainAngleDeg) < 1.0);
}

void TestDefectFit::specksAndBlackSurroundsAreLeftOut()
{
    cv::Mat1b pixels = surface(150);
    cv::Mat1b mask(imageSize, std::uint8_t{0});
    mask(cv::Rect(20, 20, 3, 3)).setTo(255);
    QVERIFY(looksOf(pixels, mask).empty());
    mask(cv::Rect(100, 100, 20, 20)).setTo(255);
    QCOMPARE(looksOf(pixels, mask).size(), std::size_t{1});
    cv::Mat colour;
    cv::cvtColor(pixels, colour, cv::COLOR_GRAY2BGR);
    QCOMPARE(looksOf(colour, mask).size(), std::size_t{1});
    pixels.setTo(2);
    QVERIFY(looksOf(pixels, mask).empty());
}

void TestDefectFit::rangesHoldTheMiddle()
{
    SynthesisRanges ranges;
    const std::vector<double> lengths{40, 50, 60, 80, 100, 120, 150, 160, 200, 2000}; // the last one is odd
    DefectLook look;
    look.darkest = 0.8;
    look.blackWidthPx = 2.0;
    look.endsOpen = 0.5;
    QVERIFY(fitRanges("crack", copies(look, lengths, &DefectLook::lengthPx), 0.1, ranges).has_value());
    const CrackRanges &crack = ranges.crack;
    QVERIFY2(crack.lengthMm.low > 5.0 && crack.lengthMm.low < 6.0, qPrintable(QString::number(crack.lengthMm.low)));
    QVERIFY2(crack.lengthMm.high > 20.0 && crack.lengthMm.high < 25.0,
             qPrintable(QString::number(crack.lengthMm.high)));
    QCOMPARE(crack.openingUm.low, crack.openingUm.high);
    QVERIFY(crack.openingUm.low > 200.0 && crack.openingUm.low < 500.0);
    QCOMPARE(crack.branches, CrackRanges{}.branches); // photos do not tell
    QCOMPARE(ranges.pit, PitRanges{});
}

/// The light that comes out of a made pit falls with the light of the real ones.
void TestDefectFit::darkPitsAreDark()
{
    const auto darkness = [](double light) {
        SynthesisRanges ranges;
        DefectLook look;
        look.areaPx = 200.0;
        look.light = light;
        if (!fitRanges("pit", std::vector<DefectLook>(8, look), 0.1, ranges))
            return -1.0;
        return ranges.pit.darkness.high;
    };
    QVERIFY(darkness(0.9) < 0.2);
    QVERIFY(darkness(0.6) > darkness(0.8) && darkness(0.3) > darkness(0.6) && darkness(0.15) > 0.9);
}

void TestDefectFit::brownPitsHaveRust()
{
    cv::Mat3b pixels(imageSize, cv::Vec3b(90, 120, 140));
    cv::Mat1b mask(imageSize, std::uint8_t{0});
    pixels(cv::Rect(60, 60, 30, 30)).setTo(cv::Scalar(50, 75, 95));
    mask(cv::Rect(60, 60, 30, 30)).setTo(255);
    const DefectLook look = looksOf(pixels, mask).at(0);
    QVERIFY2(look.redOverBlue > 1.2 && look.redOverBlue < 1.6, qPrintable(QString::number(look.redOverBlue)));
    const auto shareOf = [&](DefectLook one) {
        SynthesisRanges ranges;
        return fitRanges("pit", std::vector<DefectLook>(8, one), 0.1, ranges) ? ranges.pit.rustShare.high : -1.0;
    };
    const double share = shareOf(look);
    QVERIFY2(share > 0.05 && share < 0.5, qPrintable(QString::number(share)));
    DefectLook grey = look;
    grey.redOverBlue = 1.0;
    QCOMPARE(shareOf(grey), 0.0);
    grey.redOverBlue = 0.8; // bluer than the surface: no oxide is
    QCOMPARE(shareOf(grey), 0.0);
    cv::Mat1b plain;
    cv::cvtColor(pixels, plain, cv::COLOR_BGR2GRAY);
    QCOMPARE(looksOf(plain, mask).at(0).redOverBlue, 1.0);
}

void TestDefectFit::placesAreThoseOfTheMiddles()
{
    cv::Mat1b pixels = surface(150);
    cv::Mat1b mask(imageSize, std::uint8_t{0});
    addOval(pixels, mask, {180, 50}, {12, 8}, 60);
    const auto places = placesOf(looksOf(pixels, mask));
    QCOMPARE(places.size(), std::size_t{1});
    QVERIFY(std::abs(places[0].x - 180.5 / 240.0) < 0.003 && std::abs(places[0].y - 50.5 / 200.0) < 0.003);
    QCOMPARE(placesOf(std::vector<DefectLook>(3000)).size(), mostDefectPlaces);
    QVERIFY(placesOf({}).empty());
}

void TestDefectFit::whatCannotBeFittedIsRefused()
{
    SynthesisRanges ranges;
    const auto kind = fitRanges("scratch", std::vector<DefectLook>(9), 0.1, ranges);
    QCOMPARE(kind.error().code, ErrorCode::BadArgument);
    QVERIFY(kind.error().detail.find("pit and crack can") != std::string::npos);
    const auto few = fitRanges("pit", std::vector<DefectLook>(fewestLooks - 1), 0.1, ranges);
    QCOMPARE(few.error().code, ErrorCode::BadArgument);
    QCOMPARE(ranges, SynthesisRanges{});
}

QTEST_APPLESS_MAIN(TestDefectFit)
#include "tst_defect_fit.moc"
