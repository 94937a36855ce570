#include "core/metrics/rank_curve.h"
#include "core/studies/believability.h"
#include "core/studies/believability_baselines.h"
#include "core/studies/dataset_names.h"
#include "core/studies/logistic.h"
#include "core/studies/patch_set.h"
#include "core/studies/radial_spectrum.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>

using namespace patina;

namespace {

cv::Mat noise(cv::Size size, std::uint64_t seed)
{
    Random random(seed);
    cv::Mat image(size, CV_8UC1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            image.at<std::uint8_t>(y, x) = cv::saturate_cast<std::uint8_t>(128.0 + 20.0 * random.normal());
    return image;
}

std::vector<double> spectrumOf(const cv::Mat &image)
{
    cv::Mat grey;
    image.convertTo(grey, CV_32FC1);
    return radialSpectrum(grey);
}

/// Rows of two classes `apart` deviations apart in the first column, five rows a group.
struct Rows
{
    Rows(double apart, std::uint64_t seed)
    {
        Random random(seed);
        for (int i = 0; i < 400; ++i) {
            cv::Mat row(1, 6, CV_64FC1);
            for (int column = 0; column < row.cols; ++column)
                row.at<double>(column) = 100.0 * column + random.normal();
            row.at<double>(0) += i % 2 == 0 ? 0.0 : apart;
            values.push_back(row);
            labels.push_back(i % 2);
            groups.push_back(i / 10);
        }
    }
    cv::Mat values;
    std::vector<int> labels;
    std::vector<int> groups;
};

double aurocOfRows(const Rows &rows)
{
    const std::vector<double> logOdds = crossValidatedLogOdds(rows.values, rows.labels, rows.groups, 5);
    std::vector<RankedScore> ranked;
    for (std::size_t i = 0; i < logOdds.size(); ++i)
        ranked.push_back({logOdds[i], rows.labels[i] == 1});
    return aurocOf(rankSteps(std::move(ranked)));
}

} // namespace

class TestBelievability : public QObject
{
    Q_OBJECT
private slots:
    void classesAreToldApartAsFarAsTheyAre();
    void whatIsAlikeIsNotToldApart();
    void groupsThatAreLearntByHeartDoNotHelp();
    void spectraKnowFrequencies();
    void randomPhaseKeepsTheSpectrumAndNothingElse();
    void blobsAreAsLargeAndAsDark();
    void halvesShareNoGroup();
    void namesStayInTheirCells();
    void setsOfOneNameAreToldApart();
};

void TestBelievability::classesAreToldApartAsFarAsTheyAre()
{
    const Rows rows(1.5, 1);
    const double found = aurocOfRows(rows);
    const double best = 0.5 * std::erfc(-1.5 / 2.0); // of two normals 1.5 deviations apart
    QVERIFY2(std::abs(found - best) < 0.05, qPrintable(QString::number(found)));
}

void TestBelievability::whatIsAlikeIsNotToldApart()
{
    const Rows rows(0.0, 2);
    const double found = aurocOfRows(rows);
    QVERIFY2(found > 0.4 && found < 0.6, qPrintable(QString::number(found)));
}

/// Each group has a mark of its own that names its class: of no use for groups that were never seen.
void TestBelievability::groupsThatAreLearntByHeartDoNotHelp()
{
    Random random(3);
    Rows rows(0.0, 3);
    rows.values.release();
    rows.labels.clear();
    rows.groups.clear();
    for (int group = 0; group < 40; ++group)
        for (int i = 0; i < 5; ++i) {
            cv::Mat row = cv::Mat::zeros(1, 40, CV_64FC1);
            row.at<double>(group) = 1.0 + 0.1 * random.normal();
            rows.values.push_back(row);
            rows.labels.push_back(group % 2);
            rows.groups.push_back(group);
        }
    const double found = aurocOfRows(rows);
    QVERIFY2(found < 0.65, qPrintable(QString::number(found)));
}

void TestBelievability::spectraKnowFrequencies()
{
    cv::Mat wave(256, 256, CV_32FC1);
    for (int y = 0; y < wave.rows; ++y)
        for (int x = 0; x < wave.cols; ++x)
            wave.at<float>(y, x) = static_cast<float>(100.0 + 10.0 * std::sin(2.0 * CV_PI * 32.0 * x / 128.0));
    const auto spectrum = radialSpectrum(wave);
    const auto peak = std::ranges::max_element(spectrum) - spectrum.begin();
    QCOMPARE(static_cast<int>(peak), static_cast<int>(31.0 / 63.0 * spectrumBands)); // 32 of 128
    QVERIFY(radialSpectrum(wave(cv::Rect(0, 0, 100, 256))).empty());
    // Contrast and level are no part of the form; blur is.
    const cv::Mat plain = noise({256, 256}, 1);
    cv::Mat darker;
    plain.convertTo(darker, CV_8U, 0.5, 10.0);
    cv::Mat blurred;
    cv::GaussianBlur(plain, blurred, {}, 1.5);
    QVERIFY(spectrumDistance(spectrumOf(plain), spectrumOf(darker)) < 0.2);
    QVERIFY(spectrumDistance(spectrumOf(plain), spectrumOf(blurred)) > 5.0);
}

void TestBelievability::randomPhaseKeepsTheSpectrumAndNothingElse()
{
    cv::Mat image = noise({256, 256}, 4);
    cv::GaussianBlur(image, image, {}, 0.6);
    Random random(5);
    const cv::Mat made = randomPhase(image, random);
    QCOMPARE(made.type(), image.type());
    QVERIFY(std::abs(cv::mean(made)[0] - cv::mean(image)[0]) < 1.0);
    QVERIFY(spectrumDistance(spectrumOf(image), spectrumOf(made)) < 0.7);
    cv::Mat difference;
    cv::absdiff(image, made, difference);
    QVERIFY(cv::mean(difference)[0] > 3.0);
}

void TestBelievability::blobsAreAsLargeAndAsDark()
{
    cv::Mat image(200, 200, CV_8UC3, cv::Scalar::all(120));
    Random random(6);
    const cv::Mat mask = pasteBlobs(image, {{300.0, -60.0}}, random);
    QVERIFY(std::abs(cv::countNonZero(mask) - 300) < 60 || cv::countNonZero(mask) > 50); // cut off at an edge
    cv::Mat grey;
    cv::cvtColor(image, grey, cv::COLOR_BGR2GRAY);
    const auto blobs = blobsOf(grey, mask);
    QCOMPARE(blobs.size(), std::size_t{1});
    QVERIFY2(blobs[0].contrast < -35.0 && blobs[0].contrast > -65.0, qPrintable(QString::number(blobs[0].contrast)));
}

/// Photos of one part are alike: on both sides they would make real parts nearer than any made one could be.
void TestBelievability::halvesShareNoGroup()
{
    std::vector<ImageRecord> images(40);
    Records records;
    for (std::size_t i = 0; i < images.size(); ++i) {
        images[i].id = std::to_string(i);
        images[i].group = std::to_string(i * 7 % 13);
        records.push_back(&images[i]);
    }
    const Records first = halfOf(records, 100, 0);
    const Records second = halfOf(records, 100, 1);
    QCOMPARE(first.size() + second.size(), records.size());
    for (const ImageRecord *one : first)
        for (const ImageRecord *other : second)
            QVERIFY(one->group != other->group);
    QCOMPARE(halfOf(records, 5, 1).size(), std::size_t{5});
}

void TestBelievability::namesStayInTheirCells()
{
    Believability found;
    found.surface.push_back({"a|b", 3, 40, 1.0, 1.0, {}, {}});
    const std::string table = believabilityMarkdown(found);
    QVERIFY2(table.find("| a\\|b | 3 | 40 | 1.00 | 1.00 | - | - |\n") != std::string::npos, table.c_str());
    const std::string json = believabilityJson(found);
    QVERIFY2(json.find("\"surface.0.toldApart\":null") != std::string::npos, json.c_str());
}

void TestBelievability::setsOfOneNameAreToldApart()
{
    const auto set = [](const char *name, const char *root) {
        StudyDataset made;
        made.name = name;
        made.dataset.root = root;
        return made;
    };
    QCOMPARE(distinctNames({set("clean", "/a/one/clean"), set("clean", "/a/two/clean/"), set("other", "/a/other")}),
             (std::vector<std::string>{"one/clean", "two/clean", "other"}));
    QCOMPARE(distinctNames({set("clean", "/a/one/clean"), set("clean", "/b/one/clean"), set("clean", "/b/two/clean")}),
             (std::vector<std::string>{"/a/one/clean", "/b/one/clean", "two/clean"}));
}

QTEST_GUILESS_MAIN(TestBelievability)
#include "tst_believability.moc"
