#include "core/metrics/evaluator.h"
#include "tests/core/metrics/made_images.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace patina;
using namespace patina::made;

namespace {

cv::Mat flat(double value)
{
    return cv::Mat(10, 12, CV_32FC1, cv::Scalar(value));
}

Scored flatImage(const std::string &className, double value)
{
    Scored image;
    image.truth.id = className + "/0";
    image.truth.className = className;
    image.truth.labels.size = {12, 10};
    image.map = flat(value);
    return image;
}

void verifyAbsent(const Figure &figure, const char *why)
{
    QVERIFY(!figure.value.has_value());
    QCOMPARE(figure.why, std::string(why));
}

} // namespace

class TestEvaluator : public QObject
{
    Q_OBJECT

private slots:
    void nothingAtAll();
    void onlyGood();
    void onlyAnomalous();
    void unoutlinedDefects();
    void allTheSameScore();
    void perfectScores();
    void countsByHand();
    void minimumAreaNeedsThatManyPixels();
    void impurityUnderEveryPolicy();
    void stainOverScratch();
    void scoreOfImagesWithIgnoredPixels();
    void failedImageLeavesNoTrace();
    void refusesBadRows_data();
    void refusesBadRows();
    void refusesBadSettings();
    void refusesOddMerges();
    void classNamedAll();
    void intervalsOfThePrice();
    void flatNamesOfTheContract();
    void curvesEndWhereTheyMust();
    void equalityWithTheThresholdCounts();
};

void TestEvaluator::nothingAtAll()
{
    const Evaluation evaluation = evaluated({});
    verifyAbsent(evaluation.image.auroc, "there is no image to rank");
    verifyAbsent(evaluation.pixel.auroc, "there is no defect pixel");
    verifyAbsent(evaluation.pixel.aupimo, "no image has an outlined defect");
    verifyAbsent(evaluation.review.overkill, "there is no good image");
    verifyAbsent(evaluation.review.pixelFpr, "there is no normal pixel");
    verifyAbsent(evaluation.review.defects.back().recall, "there is no outlined defect");
    QVERIFY(evaluation.curves.pixelRoc.empty());
}

void TestEvaluator::onlyGood()
{
    const Evaluation evaluation = evaluated({flatImage("good", 0.5), flatImage("good", 2.0)});
    verifyAbsent(evaluation.image.auroc, "there is no anomalous image among 2 good ones");
    verifyAbsent(evaluation.image.ap, "there is no anomalous image among 2 good ones");
    verifyAbsent(evaluation.pixel.aupro30, "there is no defect pixel");
    verifyAbsent(evaluation.review.defects.front().recall, "there is no outlined defect of class crack");
    QCOMPARE(evaluation.review.overkill, Figure::of(0.5));
    QCOMPARE(evaluation.review.falseRegionsPerImage, Figure::of(0.5));
    QCOMPARE(evaluation.review.pixelFpr, Figure::of(0.5));
}

void TestEvaluator::onlyAnomalous()
{
    Scored image = flatImage("crack", 0.0);
    mark(image, crack, {2, 2, 3, 3}, 2.0);
    const Evaluation evaluation = evaluated({image});
    verifyAbsent(evaluation.image.auroc, "there is no good image among 1 anomalous ones");
    QCOMPARE(evaluation.pixel.auroc, Figure::of(1.0));
    verifyAbsent(evaluation.review.overkill, "there is no good image");
    QCOMPARE(evaluation.review.defects.back().recall, Figure::of(1.0));
    QVERIFY(!evaluation.pixel.aupimo.value);
}

void TestEvaluator::unoutlinedDefects()
{
    const Evaluation evaluation = evaluated({flatImage("good", 0.1), flatImage("crack", 3.0)});
    QCOMPARE(evaluation.image.auroc, Figure::of(1.0));
    QCOMPARE(evaluation.counts.unoutlinedImages, std::int64_t{1});
    QCOMPARE(evaluation.counts.pixels[static_cast<std::size_t>(PixelRole::Unknown)], std::int64_t{120});
    verifyAbsent(evaluation.pixel.auroc, "no defect is outlined: 1 anomalous images have no mask");
    QCOMPARE(evaluation.review.pixelFpr, Figure::of(0.0));
}

void TestEvaluator::allTheSameScore()
{
    Scored cracked = flatImage("crack", 1.5);
    mark(cracked, crack, {0, 0, 4, 3}, 0.0);
    const Evaluation evaluation = evaluated({flatImage("good", 1.5), flatImage("good", 1.5), cracked});
    QCOMPARE(evaluation.image.auroc, Figure::of(0.5));
    QVERIFY(std::abs(*evaluation.image.ap.value - 1.0 / 3.0) < 1e-12);
    QCOMPARE(evaluation.image.f1max, Figure::of(0.5));
    QCOMPARE(evaluation.pixel.auroc, Figure::of(0.5));
    QVERIFY(std::abs(*evaluation.pixel.ap.value - 12.0 / 360.0) < 1e-12);
    // The curve is the diagonal: its area up to the limit is half the limit squared.
    QVERIFY(std::abs(*evaluation.pixel.aupro30.value - 0.15) < 1e-12);
    QVERIFY(std::abs(*evaluation.pixel.aupro05.value - 0.025) < 1e-12);
}

void TestEvaluator::perfectScores()
{
    Scored cracked = flatImage("crack", 0.0);
    mark(cracked, crack, {0, 0, 4, 3}, 5.0);
    const Evaluation evaluation = evaluated({flatImage("good", 0.5), cracked});
    for (const Figure &figure :
         {evaluation.image.auroc, evaluation.image.ap, evaluation.image.f1max, evaluation.pixel.auroc,
          evaluation.pixel.ap, evaluation.pixel.f1max, evaluation.pixel.aupro30, evaluation.pixel.aupro05})
        QCOMPARE(figure, Figure::of(1.0));
    QCOMPARE(evaluation.pixel.f1maxThreshold, Figure::of(5.0));
    QCOMPARE(evaluation.image.f1maxThreshold, Figure::of(5.0));
}

void TestEvaluator::countsByHand()
{
    std::vector<Scored> images{flatImage("good", 0.0), flatImage("good", 0.0), flatImage("crack", 0.0)};
    images[0].map.at<float>(1, 1) = 1.2F; // two regions over review, one over reject
    images[0].map.at<float>(5, 5) = 2.5F;
    mark(images[2], crack, {0, 0, 2, 2}, 3.0);
    mark(images[2], crack, {6, 0, 2, 2}, 1.5);
    mark(images[2], crack, {0, 6, 2, 2}, 0.2);
    const Evaluation evaluation = evaluated(images, settingsWith(1.0, 2.0));
    QCOMPARE(evaluation.review.goodFlagged, Figure::of(1.0));
    QCOMPARE(evaluation.review.overkill, Figure::of(0.5));
    QCOMPARE(evaluation.review.falseRegionsPerImage, Figure::of(1.0));
    QCOMPARE(evaluation.reject.falseRegionsPerImage, Figure::of(0.5));
    QCOMPARE(evaluation.review.pixelFpr, Figure::of(2.0 / 348.0));
    const DefectCount &cracks = evaluation.review.defects.front();
    QCOMPARE(cracks.name, std::string("crack"));
    QCOMPARE(cracks.found, std::int64_t{2});
    QCOMPARE(cracks.total, std::int64_t{3});
    verifyAbsent(cracks.escapeUpper95, "1 of 3 escaped: the exact bound is for no escape");
    QCOMPARE(evaluation.reject.defects.front().found, std::int64_t{1});
    QCOMPARE(evaluation.outcomes.defects.at(1).box, cv::Rect(6, 0, 2, 2));
    QCOMPARE(evaluation.outcomes.defects.at(1).areaPx, std::int64_t{4});
    QCOMPARE(evaluation.outcomes.defects.at(1).peak, 1.5F);
}

void TestEvaluator::minimumAreaNeedsThatManyPixels()
{
    Scored image = flatImage("good", 0.0);
    image.map(cv::Rect(1, 1, 2, 2)) = 2.0F;
    image.map.at<float>(8, 8) = 2.0F;
    EvaluationSettings settings;
    settings.minAreaPx = 4;
    QCOMPARE(evaluated({image}, settings).review.falseRegionsPerImage, Figure::of(1.0));
    const Evaluation evaluation = evaluated({image}, settings);
    // At the two thresholds regions are counted, elsewhere they would have had to be kept.
    QCOMPARE(countsAt(evaluation.outcomes, classes(), settings, settings.reviewThreshold).falseRegionsPerImage,
             Figure::of(1.0));
    QVERIFY(!countsAt(evaluation.outcomes, classes(), settings, 1.25).falseRegionsPerImage.value);
    settings.minAreaPx = 5;
    QCOMPARE(evaluated({image}, settings).review.overkill, Figure::of(0.0));
}

void TestEvaluator::impurityUnderEveryPolicy()
{
    Scored stained = flatImage("good", 0.0);
    mark(stained, stain, {2, 2, 3, 3}, 2.0);
    const std::vector<Scored> images{flatImage("good", 0.5), stained};

    const Evaluation normal = evaluated(images);
    QCOMPARE(normal.review.overkill, Figure::of(0.5));
    QCOMPARE(figureNamed(normal, "at.review.impurities.stain.flagged"), Figure::of(1.0));
    QCOMPARE(figureNamed(normal, "at.review.impurities.stain.total"), Figure::of(1.0));

    EvaluationSettings settings;
    settings.policy.impurity = ImpurityPolicy::Defect;
    const Evaluation defect = evaluated(images, settings);
    QCOMPARE(defect.image.auroc, Figure::of(1.0));
    QCOMPARE(figureNamed(defect, "at.review.defects.stain.found"), Figure::of(1.0));
    QCOMPARE(figureNamed(defect, "at.review.defects.all.total"), Figure::of(1.0));
    verifyAbsent(figureNamed(defect, "at.review.impurities.stain.flagged"),
                 "stain counts as a defect under this policy");
    QCOMPARE(defect.review.overkill, Figure::of(0.0));

    settings.policy.impurity = ImpurityPolicy::Ignored;
    const Evaluation ignored = evaluated(images, settings);
    QCOMPARE(ignored.counts.goodImages, std::int64_t{2});
    QCOMPARE(ignored.review.overkill, Figure::of(0.0));
    QCOMPARE(ignored.outcomes.images[1].score, 0.0);
    QCOMPARE(figureNamed(ignored, "ignored.stain.total"), Figure::of(1.0));
    verifyAbsent(figureNamed(ignored, "at.review.impurities.stain.total"), "stain is ignored under this policy");
}

void TestEvaluator::stainOverScratch()
{
    Scored image = flatImage("scratch", 0.0);
    mark(image, scratch, {4, 4, 4, 1}, 2.0);
    mark(image, stain, {3, 3, 6, 3}, 0.25);
    for (const ImpurityPolicy policy : {ImpurityPolicy::Normal, ImpurityPolicy::Ignored}) {
        EvaluationSettings settings;
        settings.policy.impurity = policy;
        const Evaluation evaluation = evaluated({image}, settings);
        QCOMPARE(evaluation.review.defects.back().found, std::int64_t{1});
        QCOMPARE(evaluation.counts.pixels[static_cast<std::size_t>(PixelRole::Defect)], std::int64_t{4});
    }
    // The scratch's own score does not make the stain around it flagged.
    QCOMPARE(figureNamed(evaluated({image}), "at.review.impurities.stain.flagged"), Figure::of(0.0));
    EvaluationSettings both;
    both.policy.impurity = ImpurityPolicy::Defect;
    QCOMPARE(evaluated({image}, both).review.defects.back().found, std::int64_t{2});
}

void TestEvaluator::scoreOfImagesWithIgnoredPixels()
{
    Scored image = flatImage("good", 0.25);
    mark(image, spot, {0, 0, 2, 2}, 9.0);
    auto evaluator = Evaluator::create(classes(), {});
    QVERIFY(evaluator->addImage(image.truth, 9.25, image.map).has_value());
    Scored plain = flatImage("good", 0.5);
    QVERIFY(evaluator->addImage(plain.truth, 0.375, plain.map).has_value());
    const Evaluation evaluation = evaluator->evaluate();
    QCOMPARE(evaluation.outcomes.images[0].score, 0.25);
    QCOMPARE(evaluation.outcomes.images[1].score, 0.375);
    QCOMPARE(evaluation.review.overkill, Figure::of(0.0));
}

void TestEvaluator::failedImageLeavesNoTrace()
{
    std::mt19937 random(4);
    const std::vector<Scored> images = someImages(5);
    auto evaluator = Evaluator::create(classes(), {});
    for (const Scored &image : images) {
        const Scored lost = defective({20, 20}, random, crack, "lost");
        QVERIFY(evaluator->beginImage(lost.truth).has_value());
        QVERIFY(evaluator->addRows(0, lost.map.rowRange(0, 11)).has_value());
        if (random() % 2 == 0)
            QVERIFY(!evaluator->endImage(1.0).has_value());
        else if (random() % 2 == 0)
            evaluator->dropImage();
        QVERIFY(feed(*evaluator, image).has_value());
    }
    const auto expected = flatFigures(evaluated(images));
    const auto figures = flatFigures(evaluator->evaluate());
    QCOMPARE(figures.size(), expected.size());
    for (std::size_t i = 0; i < figures.size(); ++i)
        QVERIFY2(figures[i].figure == expected[i].figure, figures[i].name.c_str());
}

void TestEvaluator::refusesBadRows_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("detail");
    QTest::newRow("not a number") << 0 << "good/0: the score in row 4, column 7 is not a finite number";
    QTest::newRow("infinite") << 1 << "good/0: the score in row 4, column 7 is not a finite number";
    QTest::newRow("other width") << 2 << "good/0: rows 0 to 10 of 11 columns do not match labels 12x10";
    QTest::newRow("too many rows") << 3 << "good/0: rows 0 to 11 of 12 columns do not match labels 12x10";
    QTest::newRow("other type") << 4 << "good/0: rows 0 to 10 of 12 columns do not match labels 12x10";
    QTest::newRow("missing rows") << 5 << "good/0: the map ends after 9 of 10 rows";
}

void TestEvaluator::refusesBadRows()
{
    QFETCH(int, what);
    QFETCH(QString, detail);
    Scored image = flatImage("good", 0.0);
    switch (what) {
    case 0:
        image.map.at<float>(4, 7) = std::numeric_limits<float>::quiet_NaN();
        break;
    case 1:
        image.map.at<float>(4, 7) = -std::numeric_limits<float>::infinity();
        break;
    case 2:
        image.map = image.map.colRange(0, 11);
        break;
    case 3:
        image.map = cv::Mat::zeros(11, 12, CV_32FC1);
        break;
    case 4:
        image.map = cv::Mat::zeros(10, 12, CV_64FC1);
        break;
    default:
        image.map = image.map.rowRange(0, 9);
        break;
    }
    auto evaluator = Evaluator::create(classes(), {});
    const auto added = evaluator->addImage(image.truth, 0.0, image.map);
    QVERIFY(!added.has_value());
    QCOMPARE(QString::fromStdString(added.error().detail), detail);
    QVERIFY(!evaluator->endImage(0.0).has_value());
    QVERIFY(!evaluator->addRows(0, flat(0.0)).has_value());
    QCOMPARE(evaluator->evaluate().outcomes.images.size(), std::size_t{0});

    QVERIFY(evaluator->beginImage(flatImage("good", 0.0).truth).has_value());
    const auto outOfOrder = evaluator->addRows(3, flat(0.0).rowRange(3, 10));
    QCOMPARE(outOfOrder.error().detail, std::string("good/0: row 3 of the map came where row 0 was due"));
    QVERIFY(!evaluator->addImage(flatImage("good", 0.0).truth, std::nan(""), flat(0.0)).has_value());
    QCOMPARE(evaluator->evaluate().outcomes.images.size(), std::size_t{0});
}

void TestEvaluator::refusesBadSettings()
{
    QVERIFY(!Evaluator::create(classes(), settingsWith(2.0, 1.0)).has_value());
    QVERIFY(!Evaluator::create(classes(), settingsWith(std::nan(""), 1.0)).has_value());
    QVERIFY(!Evaluator::create(classes(), settingsWith(1.0, std::numeric_limits<double>::infinity())).has_value());
    QVERIFY(!Evaluator::create({{"a", ClassKind::Defect}, {"a", ClassKind::Impurity}}, {}).has_value());
    QVERIFY(!Evaluator::create({{"good", ClassKind::Defect}}, {}).has_value());
    EvaluationSettings settings;
    settings.minAreaPx = 0;
    QVERIFY(!Evaluator::create(classes(), settings).has_value());
    settings = {};
    settings.segF1Threshold = std::nan("");
    QVERIFY(!Evaluator::create(classes(), settings).has_value());
}

void TestEvaluator::refusesOddMerges()
{
    auto evaluator = Evaluator::create(classes(), {});
    auto other = Evaluator::create(classes(), settingsWith(1.0, 2.0));
    QVERIFY(!evaluator->merge(*other).has_value());
    QVERIFY(!evaluator->merge(*evaluator).has_value());
    QVERIFY(!evaluator->merge(*Evaluator::create({}, {})).has_value());
    QVERIFY(evaluator->beginImage(flatImage("good", 0.0).truth).has_value());
    QVERIFY(!evaluator->merge(*Evaluator::create(classes(), {})).has_value());
    evaluator->dropImage();
    QVERIFY(evaluator->merge(*Evaluator::create(classes(), {})).has_value());
    QVERIFY(!evaluator->mergeEncoded(other->encoded()).has_value());
    QVERIFY(!evaluator->mergeEncoded(Evaluator::create({}, {})->encoded()).has_value());
    const auto whole = evaluator->encoded();
    for (std::size_t length = 0; length < whole.size(); length += 7)
        QVERIFY(!evaluator->mergeEncoded(std::span(whole).first(length)).has_value());
    QVERIFY(evaluator->mergeEncoded(whole).has_value());
}

void TestEvaluator::classNamedAll()
{
    auto evaluator = Evaluator::create({{"all", ClassKind::Defect}}, {});
    Scored image = flatImage("all", 0.0);
    mark(image, 0, {1, 1, 2, 2}, 2.0);
    QVERIFY(feed(*evaluator, image).has_value());
    const Evaluation evaluation = evaluator->evaluate();
    QCOMPARE(figureNamed(evaluation, "at.review.defects.all.total"), Figure::of(1.0));
    QCOMPARE(figureNamed(evaluation, "at.review.defects.class:all.total"), Figure::of(1.0));
}

void TestEvaluator::intervalsOfThePrice()
{
    // Two stains of which one is flagged, and so is one good image of two.
    Scored stained = flatImage("good", 0.0);
    mark(stained, stain, {2, 2, 3, 3}, 2.0);
    mark(stained, stain, {8, 2, 2, 2}, 0.5);
    const Evaluation evaluation = evaluated({flatImage("good", 0.0), stained});
    for (const std::string name : {"at.review.impurities.stain.", "at.review.good.overkill"}) {
        const bool isImpurity = name.ends_with('.');
        // Wilson of 1 of 2: (0.5 + z^2/4 -+ z sqrt(1/8 + z^2/16)) / (1 + z^2/2), z = 1.959964.
        QVERIFY(std::abs(*figureNamed(evaluation, name + (isImpurity ? "low" : "Low")).value - 0.0945312) < 1e-6);
        QVERIFY(std::abs(*figureNamed(evaluation, name + (isImpurity ? "high" : "High")).value - 0.9054688) < 1e-6);
    }
    verifyAbsent(figureNamed(evaluated({flatImage("good", 0.0)}), "at.review.impurities.stain.low"),
                 "there is no outlined region of class stain");
    verifyAbsent(figureNamed(evaluated({flatImage("crack", 0.0)}), "at.review.good.overkillHigh"),
                 "there is no good image");
    EvaluationSettings settings;
    settings.minAreaPx = 4;
    QVERIFY(evaluated({stained}, settings).review.overkillLow.value);
}

void TestEvaluator::flatNamesOfTheContract()
{
    const Evaluation evaluation = evaluated(someImages(1));
    for (const char *name : {"image.auroc", "image.ap", "image.f1max", "pixel.auroc", "pixel.ap", "pixel.aupro30",
                             "pixel.aupro05", "pixel.segf1", "pixel.aupimo", "threshold.review", "threshold.reject"})
        QVERIFY2(figureNamed(evaluation, name).why != "no figure of this name", name);
    for (const std::string point : {"at.review.", "at.reject."}) {
        for (const std::string defect : {"crack", "scratch", "all"})
            for (const std::string value : {"recall", "found", "total", "low", "high"})
                QVERIFY(figureNamed(evaluation, point + "defects." + defect + "." + value).value);
        for (const std::string value : {"flagged", "total"})
            QVERIFY(figureNamed(evaluation, point + "impurities.stain." + value).value);
        for (const std::string value : {"overkill", "falseRegionsPerImage"})
            QVERIFY(figureNamed(evaluation, point + "good." + value).value);
    }
}

void TestEvaluator::curvesEndWhereTheyMust()
{
    const EvaluationCurves curves = evaluated(someImages(2)).curves;
    for (const auto *curve : {&curves.imageRoc, &curves.pixelRoc, &curves.pro}) {
        QVERIFY(curve->size() >= 2);
        QCOMPARE(curve->front().x, 0.0);
        QCOMPARE(curve->front().y, 0.0);
        QVERIFY(std::abs(curve->back().x - 1.0) < 1e-9 && std::abs(curve->back().y - 1.0) < 1e-9);
    }
    for (const auto *curve : {&curves.imagePr, &curves.pixelPr})
        QVERIFY(std::abs(curve->back().x - 1.0) < 1e-9);
    QCOMPARE(curves.recall.size(), std::size_t{3});
    QCOMPARE(curves.recall.back().name, std::string("all"));
    QCOMPARE(curves.recall.back().points.back().found, curves.recall.back().total);
}

void TestEvaluator::equalityWithTheThresholdCounts()
{
    Scored cracked = flatImage("crack", 0.0);
    mark(cracked, crack, {2, 2, 1, 1}, 1.0);
    Scored good = flatImage("good", 0.0);
    good.map.at<float>(3, 3) = 1.0F;
    const Evaluation evaluation = evaluated({cracked, good}, settingsWith(1.0, std::nextafter(1.0, 2.0)));
    QCOMPARE(evaluation.review.defects.back().found, std::int64_t{1});
    QCOMPARE(evaluation.review.overkill, Figure::of(1.0));
    QCOMPARE(evaluation.reject.defects.back().found, std::int64_t{0});
    QCOMPARE(evaluation.reject.overkill, Figure::of(0.0));
    QCOMPARE(evaluation.reject.pixelFpr, Figure::of(0.0));
}

QTEST_APPLESS_MAIN(TestEvaluator)
#include "tst_metrics_evaluator.moc"
