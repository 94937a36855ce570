#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "core/pipeline/inspector.h"
#include "tests/core/pipeline/training_folder.h"

#include <QFile>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace patina;

class TestTraining : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void defectScoresAboveGoodParts();
    void seedDecidesTheBank();
    void keptFeaturesGiveTheSameModel();
    void bankSizeAboveThePatchesTakesThemAll();
    void sampledOfflineBankHasItsOrigins();
    void unreadableImageIsSkippedOrEndsAStrictRun();
    void noGoodImagesIsOneSentence();
    void missingBackboneIsNamed();
    void otherBackboneIsRefused();
    void cancelEndsTheRun();
    void sixteenBitScaleIsPartOfTheModel();
    void reducedScaleShrinksTheMap();
    void mapInBandsIsTheWholeMap();

private:
    TrainRequest request() const;
    std::filesystem::path file(const QString &name) const { return m_folder.file(name); }

    TrainingFolder m_folder;
};

void TestTraining::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
}

TrainRequest TestTraining::request() const
{
    return m_folder.request(200);
}

void TestTraining::defectScoresAboveGoodParts()
{
    Notices notices;
    auto model = train(request(), notices.context());
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    QCOMPARE(model->bank.rows(), 200);
    QCOMPARE(model->info.images.size(), 8U);
    QCOMPARE(model->info.heldOutImages.size(), 2U);
    QCOMPARE(model->info.figures.patches, 8 * 16 * 12);
    QVERIFY(model->info.figures.coverageRadius >= model->info.figures.coverageP999);
    QVERIFY(model->info.figures.coverageP999 >= model->info.figures.coverageMean);
    QVERIFY(model->info.scoreScale.calibrated());

    auto inspector = Inspector::create(std::move(*model), {2, file("home")});
    QVERIFY2(inspector, inspector ? "" : inspector.error().detail.c_str());
    cv::Mat bad = madePart(77);
    cv::circle(bad, {90, 40}, 7, {255, 255, 255}, cv::FILLED);
    QVERIFY(cv::imwrite(file("bad.png").string(), bad));
    QVERIFY(cv::imwrite(file("fine.png").string(), madePart(78)));
    const auto defect = (*inspector)->inspectFile(file("bad.png"), {});
    const auto good = (*inspector)->inspectFile(file("fine.png"), {});
    QVERIFY2(defect && good, defect ? "" : defect.error().detail.c_str());
    QVERIFY(defect->inspection.score > 2 * std::max(1.0, good->inspection.score));
    QCOMPARE(defect->inspection.verdict, Verdict::Ng);
    cv::Point peak;
    double largest = 0.0;
    cv::minMaxLoc(defect->map, nullptr, &largest, nullptr, &peak);
    QCOMPARE(largest, defect->inspection.score);
    QVERIFY2(cv::norm(peak - cv::Point(90, 40)) < 16, qPrintable(QString("peak at %1, %2").arg(peak.x).arg(peak.y)));
}

void TestTraining::seedDecidesTheBank()
{
    for (const auto strategy :
         {CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::MeldReduce, CoresetStrategy::Random}) {
        TrainRequest one = request();
        one.coreset.strategy = strategy;
        const auto a = train(one, {});
        const auto b = train(one, {});
        one.coreset.seed = 9;
        const auto c = train(one, {});
        QVERIFY(a && b && c);
        QCOMPARE(a->bank, b->bank);
        QCOMPARE(a->origins, b->origins);
        QCOMPARE(a->info.heldOutScores, b->info.heldOutScores);
        QVERIFY(a->bank.values()[0] != c->bank.values()[0] || a->origins != c->origins);
    }
}

void TestTraining::keptFeaturesGiveTheSameModel()
{
    TrainRequest kept = request();
    const auto plain = train(kept, {});
    kept.featureCache = file("features");
    const auto first = train(kept, {});
    const auto files = std::distance(std::filesystem::directory_iterator(kept.featureCache), {});
    const auto second = train(kept, {});
    QVERIFY2(plain && first && second, first ? "" : first.error().detail.c_str());
    QCOMPARE(files, 10);
    QCOMPARE(std::distance(std::filesystem::directory_iterator(kept.featureCache), {}), 10);
    for (const auto *model : {&first, &second}) {
        QCOMPARE((*model)->bank, plain->bank);
        QCOMPARE((*model)->origins, plain->origins);
        QCOMPARE((*model)->support, plain->support);
        QCOMPARE((*model)->info.heldOutScores, plain->info.heldOutScores);
    }
}

void TestTraining::bankSizeAboveThePatchesTakesThemAll()
{
    TrainRequest all = request();
    all.coreset.bankSize = 100'000;
    Notices notices;
    const auto model = train(all, notices.context());
    QVERIFY(model);
    QCOMPARE(model->bank.rows(), 8 * 16 * 12);
    QVERIFY(notices.contain("no more patches"));
    // Every patch is its own nearest row.
    QVERIFY(model->info.figures.coverageRadius < 1e-3);
}

void TestTraining::sampledOfflineBankHasItsOrigins()
{
    TrainRequest sampled = request();
    sampled.coreset.strategy = CoresetStrategy::Offline;
    sampled.sample = 500;
    sampled.maxImages = 5;
    const auto model = train(sampled, {});
    QVERIFY(model);
    QCOMPARE(model->bank.rows(), 200);
    QCOMPARE(model->info.images.size(), 5U);
    for (const PatchRef &origin : model->origins)
        QVERIFY(origin.image >= 0 && origin.image < 5 && origin.row < 12 && origin.column < 16);
}

void TestTraining::unreadableImageIsSkippedOrEndsAStrictRun()
{
    QVERIFY(std::filesystem::create_directory(file("mixed")));
    for (int i = 0; i < 4; ++i)
        QVERIFY(cv::imwrite(file(QString("mixed/%1.png").arg(i)).string(), madePart(i)));
    QFile truncated(QString::fromStdString(file("mixed/9.png").string()));
    QFile whole(QString::fromStdString(file("parts/9.png").string()));
    QVERIFY(whole.open(QIODevice::ReadOnly) && truncated.open(QIODevice::WriteOnly));
    truncated.write(whole.readAll().left(2000));
    truncated.close();
    TrainRequest mixed = request();
    mixed.dataset = *openDataset(file("mixed"));
    Notices notices;
    const auto model = train(mixed, notices.context());
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    QCOMPARE(model->info.figures.skipped, 1);
    QCOMPARE(model->info.images.size(), 4U);
    QVERIFY(notices.contain("9.png"));
    mixed.strict = true;
    const auto strict = train(mixed, {});
    QVERIFY(!strict);
    QVERIFY(strict.error().detail.find("9.png") != std::string::npos);
}

void TestTraining::noGoodImagesIsOneSentence()
{
    TrainRequest empty = request();
    empty.dataset.images.clear();
    const auto model = train(empty, {});
    QVERIFY(!model);
    QVERIFY(model.error().detail.find("no good images") != std::string::npos);
}

void TestTraining::missingBackboneIsNamed()
{
    TrainRequest unknown = request();
    unknown.backbone = "no-such-net";
    const auto model = train(unknown, {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::NotFound);
    QVERIFY(model.error().detail.find("no-such-net") != std::string::npos);
}

void TestTraining::otherBackboneIsRefused()
{
    auto model = train(request(), {});
    QVERIFY(model);
    QVERIFY(saveBackbone(makeTinyBackbone(6), file("other-home")));
    const auto inspector = Inspector::create(std::move(*model), {2, file("other-home")});
    QVERIFY(!inspector);
    QCOMPARE(inspector.error().code, ErrorCode::VersionMismatch);
}

void TestTraining::cancelEndsTheRun()
{
    std::atomic<bool> cancel = false;
    int images = 0;
    const JobContext context(&cancel, [&](const Progress &progress) {
        if (progress.stage == "features" && ++images == 3)
            cancel = true;
    });
    const auto model = train(request(), context);
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::Cancelled);
    QVERIFY(images <= 4);
}

void TestTraining::sixteenBitScaleIsPartOfTheModel()
{
    QVERIFY(std::filesystem::create_directory(file("deep")));
    for (int i = 0; i < 7; ++i) {
        cv::Mat grey;
        cv::cvtColor(madePart(i), grey, cv::COLOR_BGR2GRAY);
        cv::Mat deep;
        grey.convertTo(deep, CV_16UC1, 16.0); // a 12-bit camera
        QVERIFY(cv::imwrite(file(QString("deep/%1.png").arg(i)).string(), deep));
    }
    TrainRequest deep = request();
    deep.dataset = *openDataset(file("deep"));
    auto model = train(deep, {});
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    QCOMPARE(model->info.bitDepth, 16);
    QCOMPARE(model->info.intensity, (IntensityScale{0.0, 4095.0}));
    auto inspector = Inspector::create(std::move(*model), {2, file("home")});
    QVERIFY(inspector);
    const auto refused = (*inspector)->inspectFile(file("parts/1.png"), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    QVERIFY((*inspector)->inspectFile(file("deep/1.png"), {}));
}

void TestTraining::reducedScaleShrinksTheMap()
{
    TrainRequest half = request();
    half.scale = 0.5;
    auto model = train(half, {});
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    auto inspector = Inspector::create(std::move(*model), {2, file("home")});
    QVERIFY(inspector);
    const auto result = (*inspector)->inspectFile(file("parts/1.png"), {});
    QVERIFY(result);
    QCOMPARE(result->map.size(), cv::Size(64, 48));
}

void TestTraining::mapInBandsIsTheWholeMap()
{
    auto model = train(request(), {});
    QVERIFY(model);
    auto inspector = Inspector::create(std::move(*model), {2, file("home")});
    QVERIFY(inspector);
    const auto whole = (*inspector)->inspectFile(file("parts/2.png"), {});
    QVERIFY(whole);
    auto source = (*inspector)->openScaled(file("parts/2.png"));
    QVERIFY(source);
    int next = 0;
    const auto compare = [&](int firstRow, const cv::Mat &rows) -> Result<void> {
        if (firstRow != next || cv::norm(rows, whole->map.rowRange(firstRow, firstRow + rows.rows), cv::NORM_INF) > 0)
            return fail(ErrorCode::Internal, "a band differs");
        next += rows.rows;
        return {};
    };
    QVERIFY((*inspector)->inspect(**source, compare, {}));
    QCOMPARE(next, 96);
}

QTEST_APPLESS_MAIN(TestTraining)
#include "tst_training.moc"
