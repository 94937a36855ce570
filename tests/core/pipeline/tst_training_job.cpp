#include "core/pipeline/checkpoint.h"
#include "core/pipeline/run_settings.h"
#include "core/pipeline/training_job.h"
#include "core/pipeline/training_survey.h"
#include "tests/core/pipeline/training_folder.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace patina;

/// Runs as the command line and the window start them.
class TestTrainingJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void resultsLieBesideTheModel();
    void aRunThatWasCutOffGoesOnWithItsOwnSettings();
    void nothingToGoOnWithIsSaid();
    void aModelIsNotReplacedByAnotherFile();
    void aCheckpointThatIsNoneIsRefused();
    void surveysCountWhatIsTrainedOn();
    void outlinesKeepTheSamePatchesOutAsMasks();
    void partsOfThePlanAddUp_data();
    void partsOfThePlanAddUp();
    void aPlanIsThatOfTheRun();

private:
    TrainingJob job() const;
    std::filesystem::path file(const char *name) const { return m_folder.file(name); }

    TrainingFolder m_folder; ///< ten parts of 128x96
};

void TestTrainingJob::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
}

void TestTrainingJob::init()
{
    std::error_code ec;
    for (const char *left : {"m.patina", "m.patina.checkpoint", "m.patina.suspects"})
        std::filesystem::remove_all(file(left), ec);
}

TrainingJob TestTrainingJob::job() const
{
    return withPlaces({m_folder.request(100), file("m.patina"), {}});
}

void TestTrainingJob::resultsLieBesideTheModel()
{
    const TrainingJob run = job();
    QCOMPARE(run.request.checkpointFolder, file("m.patina.checkpoint"));
    QCOMPARE(run.suspects, file("m.patina.suspects"));
    TrainRequest request;
    request.checkpointFolder = "c";
    const TrainingJob elsewhere = withPlaces({request, "m.patina", "s"});
    QCOMPARE(elsewhere.request.checkpointFolder, std::filesystem::path("c"));
    QCOMPARE(elsewhere.suspects, std::filesystem::path("s"));
    const auto trained = runTraining(run, alone(), {});
    QVERIFY2(trained, trained ? "" : trained.error().detail.c_str());
    const auto model = loadModel(run.out);
    QVERIFY(model);
    QCOMPARE((*trained)->model.bank, model->bank);
    QCOMPARE((*trained)->model.info.hash, model->info.hash);
    QVERIFY(!holdsUnfinishedRun(run));
}

void TestTrainingJob::aRunThatWasCutOffGoesOnWithItsOwnSettings()
{
    TrainingJob begun = job();
    begun.request.coreset.strategy = CoresetStrategy::Gated;
    begun.request.coreset.seed = 7;
    begun.request.projectionDim = 6;
    begun.request.scale = 0.5;
    begun.request.holdout = 0.3;
    begun.request.support = {SupportRule::Kind::Auto, 1};
    begun.request.excludedKinds = {ClassKind::Impurity};
    TrainRequest undisturbed = begun.request;
    undisturbed.checkpointFolder.clear();
    const auto expected = train(undisturbed, {});
    QVERIFY2(expected, expected ? "" : expected.error().detail.c_str());

    std::atomic<bool> cancel = false;
    const auto stop = [&](const Progress &progress) {
        cancel = cancel || (progress.stage == "features" && progress.done == 3);
    };
    const auto cutOff = runTraining(begun, alone(), JobContext(&cancel, stop));
    QVERIFY(!cutOff && cutOff.error().code == ErrorCode::Cancelled);
    QVERIFY(holdsUnfinishedRun(begun));
    const auto facts = checkpointFacts(begun.request.checkpointFolder);
    QVERIFY2(facts, facts ? "" : facts.error().detail.c_str());
    QVERIFY(facts->nextImage >= 1 && facts->nextImage <= 3); // checkpoints cost a fiftieth of the time
    // Somebody who knows nothing but where it lies and what it was trained on.
    TrainingJob resumed = job();
    resumed.request = requestToGoOn(resumed.request, *facts);
    resumed.request.resume = true;
    const auto trained = runTraining(resumed, alone(), {});
    QVERIFY2(trained, trained ? "" : trained.error().detail.c_str());
    QCOMPARE((*trained)->model.bank, expected->bank);
    QCOMPARE((*trained)->model.info.heldOutScores, expected->info.heldOutScores);
    QCOMPARE((*trained)->model.info.supportRule, expected->info.supportRule);
    QVERIFY(!holdsUnfinishedRun(begun));
}

void TestTrainingJob::nothingToGoOnWithIsSaid()
{
    TrainingJob run = job();
    run.request.resume = true;
    const auto trained = runTraining(run, alone(), {});
    QVERIFY(!trained && trained.error().code == ErrorCode::BadArgument);
    QVERIFY(trained.error().detail.find("no unfinished run") != std::string::npos);
}

void TestTrainingJob::aModelIsNotReplacedByAnotherFile()
{
    QFile other(QString::fromStdString(file("m.patina").string()));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("somebody's own words, no model of ours") > 0);
    other.close();
    const auto trained = runTraining(job(), alone(), {});
    QVERIFY(!trained && trained.error().code == ErrorCode::WriteFailed);
    QVERIFY(other.open(QIODevice::ReadOnly) && other.readAll().startsWith("somebody"));
}

void TestTrainingJob::aCheckpointThatIsNoneIsRefused()
{
    const auto none = checkpointFacts(file("m.patina.checkpoint"));
    QVERIFY(!none && none.error().code == ErrorCode::NotFound);
    std::filesystem::create_directories(checkpointFile(file("m.patina.checkpoint")).parent_path());
    QFile damaged(QString::fromStdString(checkpointFile(file("m.patina.checkpoint")).string()));
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(QByteArray(200, 'x')) == 200);
    damaged.close();
    QVERIFY(!checkpointFacts(file("m.patina.checkpoint")));
}

void TestTrainingJob::surveysCountWhatIsTrainedOn()
{
    TrainRequest request = m_folder.request(100);
    const auto survey = surveyTraining(request, {});
    QVERIFY(survey);
    QCOMPARE(*survey, (TrainingSurvey{8, 2, 0, {128, 96}, {128, 96}}));
    request.dataset.images.clear();
    QVERIFY(!surveyTraining(request, {}));
}

void TestTrainingJob::outlinesKeepTheSamePatchesOutAsMasks()
{
    ImageRecord record = m_folder.dataset().images.front();
    const std::vector<LabelClass> classes{{"scratch", ClassKind::Defect}};
    cv::Mat mask = cv::Mat::zeros(96, 128, CV_8UC1);
    mask(cv::Rect(40, 30, 25, 9)).setTo(255);
    mask.at<unsigned char>(80, 3) = 255;
    const auto path = file("mask.png");
    QVERIFY(cv::imwrite(path.string(), mask));
    const PatchGrid grid{12, 16, 8};
    for (const cv::Size scaled : {cv::Size(128, 96), cv::Size(64, 48)}) {
        const PatchGrid at{scaled.height / 8, scaled.width / 8, 8};
        auto masked = record;
        masked.masks = {{path, "scratch"}};
        const auto byMask = ExcludedRegions::read({}, {ClassKind::Defect}, m_folder.dataset());
        auto byOutline = ExcludedRegions::read({}, {ClassKind::Defect}, m_folder.dataset());
        byOutline->add({{record.id, ClassKind::Defect, RunMask::ofMat(mask)}});
        QVERIFY(byOutline->touches(record, classes));
        const auto expected = byMask->patchesKept(masked, classes, {128, 96}, scaled, at);
        QVERIFY(expected && std::ranges::count(*expected, 0) > 0);
        QCOMPARE(byOutline->patchesKept(record, classes, {128, 96}, scaled, at).value(), *expected);
        QVERIFY(!byOutline->digest().empty());
        QVERIFY(!byOutline->patchesKept(record, classes, {127, 96}, scaled, at)); // of another size
    }
    auto others = ExcludedRegions::read({}, {ClassKind::Ambiguous}, m_folder.dataset());
    others->add({{record.id, ClassKind::Defect, RunMask::ofMat(mask)}});
    QVERIFY(!others->touches(record, classes) && others->digest().empty());
    QVERIFY(others->patchesKept(record, classes, {128, 96}, {128, 96}, grid)->empty());
}

void TestTrainingJob::partsOfThePlanAddUp_data()
{
    QTest::addColumn<int>("strategy");
    QTest::addColumn<std::int64_t>("bank");
    QTest::addColumn<std::int64_t>("initial");
    for (const CoresetStrategy strategy : {CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::Tree,
                                           CoresetStrategy::Offline, CoresetStrategy::Random})
        for (const std::int64_t bank : {100, 10'000, 500'000})
            QTest::addRow("%s %lld", std::string(strategyName(strategy)).c_str(), static_cast<long long>(bank))
                << static_cast<int>(strategy) << bank << std::int64_t{bank / 2};
}

void TestTrainingJob::partsOfThePlanAddUp()
{
    QFETCH(const int, strategy);
    QFETCH(const std::int64_t, bank);
    QFETCH(const std::int64_t, initial);
    MemoryNeeds needs;
    needs.fixedBytes = std::int64_t{300} << 20;
    needs.strategy = static_cast<CoresetStrategy>(strategy);
    needs.bankSize = bank;
    needs.reservoirRows = 1'000'000;
    needs.initialRows = initial;
    needs.imagePatches = std::int64_t{512} * 384;
    needs.patches = 60 * needs.imagePatches;
    needs.gridColumns = 512;
    needs.dim = 176;
    const WorkingPlan plan{std::int64_t{48} << 20, 2.0, 20'000, 400'000};
    const MemorySplit split = splitOf(plan, needs);
    QVERIFY(std::abs(split.totalBytes() - peakBytesOf(plan, needs)) <= 4); // rounded each
    QVERIFY(split.fixedBytes >= needs.fixedBytes && split.initialBytes > 0 && split.selectionBytes > 0);
    needs.initialRows = 0;
    QCOMPARE(splitOf(plan, needs).initialBytes, 0);
}

void TestTrainingJob::aPlanIsThatOfTheRun()
{
    TrainRequest request = m_folder.request(100);
    const auto free = planTrainingRun(request, {});
    QVERIFY2(free, free ? "" : free.error().detail.c_str());
    QCOMPARE(free->patches, 8 * 16 * 12); // of eight images at stride 8
    request.memoryBytes = std::int64_t{8} << 30;
    const auto planned = planTrainingRun(request, {});
    QVERIFY(planned && planned->split.totalBytes() <= request.memoryBytes);
    request.memoryBytes = std::int64_t{64} << 20;
    const auto refused = planTrainingRun(request, {});
    QVERIFY(!refused && refused.error().code == ErrorCode::BadArgument);
    QVERIFY(refused.error().detail.find("--memory") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestTrainingJob)
#include "tst_training_job.moc"
