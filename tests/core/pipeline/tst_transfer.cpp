#include "core/pipeline/checkpoint.h"
#include "core/pipeline/dataset_versions.h"
#include "tests/core/pipeline/transfer_folder.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <map>

using namespace patina;

namespace {

constexpr std::array strategies{CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::MeldReduce,
                                CoresetStrategy::Tree,      CoresetStrategy::Union, CoresetStrategy::Offline,
                                CoresetStrategy::Random};

std::int64_t ofVersion(const Model &model, std::int32_t version)
{
    return std::ranges::count(model.origins, version, &PatchRef::dataset);
}

bool beginsWith(const Model &model, const Model &initial)
{
    const auto values = initial.bank.values();
    return model.bank.rows() >= initial.bank.rows() &&
           std::equal(values.begin(), values.end(), model.bank.values().begin()) &&
           std::equal(initial.origins.begin(), initial.origins.end(), model.origins.begin());
}

} // namespace

/// Training that starts from the bank of another data set version.
class TestTransfer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rowsAndImagesKeepTheirVersion_data();
    void rowsAndImagesKeepTheirVersion();
    void appendKeepsTheOldRowsFirst();
    void quotaKeepsAShare();
    void unionSharesBetweenOldAndNewImages();
    void projectionIsTheInitialModels();
    void chainsCountOn();
    void resumedBankIsTheSame_data();
    void resumedBankIsTheSame();

private:
    std::filesystem::path file(const char *name) const { return m_folder.file(name); }
    TrainRequest request(std::int64_t bankSize, const KeepRule &keep) const { return m_folder.request(bankSize, keep); }
    void save(const char *name, const TrainRequest &request) const
    {
        const std::string problem = m_folder.save(name, request);
        QVERIFY2(problem.empty(), problem.c_str());
    }

    TransferFolder m_folder;
};

void TestTransfer::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
}

void TestTransfer::rowsAndImagesKeepTheirVersion_data()
{
    QTest::addColumn<int>("strategy");
    QTest::addColumn<QString>("keep");
    for (const CoresetStrategy strategy : strategies)
        for (const char *keep : {"append", "quota:25", "reduce"})
            QTest::addRow("%s, %s", std::string(strategyName(strategy)).c_str(), keep)
                << static_cast<int>(strategy) << QString(keep);
}

void TestTransfer::rowsAndImagesKeepTheirVersion()
{
    QFETCH(const int, strategy);
    QFETCH(const QString, keep);
    TrainRequest run = request(150, *parseKeepRule(keep.toStdString()));
    run.coreset.strategy = static_cast<CoresetStrategy>(strategy);
    const auto initial = loadModel(file("initial.patina"));
    const auto model = train(run, {});
    QVERIFY2(initial && model, model ? "" : model.error().detail.c_str());
    QCOMPARE(model->bank.rows(), 150);
    const ModelInfo &info = model->info;
    QCOMPARE(info.initialHash, initial->info.hash);
    QCOMPARE(QString::fromStdString(info.keep), keep);
    QCOMPARE(info.versions.size(), 2U);
    QCOMPARE(info.versions[0].name, std::string("parts"));
    QCOMPARE(info.versions[0].how, std::string("initial"));
    QCOMPARE(info.versions[1].name, std::string("other"));
    QCOMPARE(info.versions[1].how, std::string("training"));
    QCOMPARE(info.versions[1].images, info.figures.images);
    QCOMPARE(info.figures.images, 6); // eight, less two held out
    QCOMPARE(info.figures.patches, 6 * 16 * 12);
    QVERIFY(std::equal(initial->info.images.begin(), initial->info.images.end(), info.images.begin()));
    QCOMPARE(info.images.size(), initial->info.images.size() + 6);
    const std::vector<std::int64_t> ends = versionEnds(info);
    for (const PatchRef &origin : model->origins)
        QCOMPARE(origin.image < ends[0], origin.dataset == 0);
    QVERIFY(ofVersion(*model, 1) > 0);
    QVERIFY(saveModel(*model, file("transferred.patina")));
    QVERIFY(loadModel(file("transferred.patina")));
}

void TestTransfer::appendKeepsTheOldRowsFirst()
{
    const auto initial = loadModel(file("initial.patina"));
    for (const CoresetStrategy strategy : strategies) {
        TrainRequest run = request(120, {KeepPolicy::Append, 0});
        run.coreset.strategy = strategy;
        const auto model = train(run, {});
        QVERIFY2(model, model ? "" : model.error().detail.c_str());
        QVERIFY(beginsWith(*model, *initial));
        QCOMPARE(rowsByVersion(*model), (std::vector<std::int64_t>{80, 40}));
    }
}

void TestTransfer::quotaKeepsAShare()
{
    const auto model = train(request(100, {KeepPolicy::Quota, 30}), {});
    QVERIFY(model);
    QCOMPARE(rowsByVersion(*model), (std::vector<std::int64_t>{30, 70}));
}

void TestTransfer::unionSharesBetweenOldAndNewImages()
{
    TrainRequest run = request(140, {KeepPolicy::Reduce, 0});
    run.coreset.strategy = CoresetStrategy::Union;
    const auto model = train(run, {});
    QVERIFY(model);
    std::map<std::int32_t, int> rows;
    for (const PatchRef &origin : model->origins)
        ++rows[origin.image];
    // 140 rows, 14 images: of some, the old bank has fewer than ten, and the others share what that leaves.
    QCOMPARE(model->bank.rows(), 140);
    for (const auto &[image, count] : rows)
        QVERIFY2(count <= 13, qPrintable(QString("image %1: %2").arg(image).arg(count)));
}

void TestTransfer::projectionIsTheInitialModels()
{
    TrainRequest first = m_folder.firstRequest(80);
    first.projectionDim = 6;
    save("projected.patina", first);
    TrainRequest run = request(120, {});
    run.initialModel = file("projected.patina");
    run.coreset.seed = 5; // would make another projection
    const auto model = train(run, {});
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    QCOMPARE(model->projection, loadModel(file("projected.patina"))->projection);
}

void TestTransfer::chainsCountOn()
{
    save("second.patina", request(120, {KeepPolicy::Append, 0}));
    TrainRequest run = m_folder.firstRequest(150);
    run.initialModel = file("second.patina");
    run.keep = {KeepPolicy::Append, 0};
    const auto model = train(run, {});
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    QCOMPARE(model->info.versions.size(), 3U);
    QCOMPARE(rowsByVersion(*model).at(0), 80);
    QCOMPARE(rowsByVersion(*model).at(1), 40);
    QCOMPARE(versionLabels(model->info), (std::vector<std::string>{"parts", "other", "parts#2"}));
}

void TestTransfer::resumedBankIsTheSame_data()
{
    rowsAndImagesKeepTheirVersion_data();
}

void TestTransfer::resumedBankIsTheSame()
{
    QFETCH(const int, strategy);
    QFETCH(const QString, keep);
    TrainRequest run = request(110, *parseKeepRule(keep.toStdString()));
    run.coreset.strategy = static_cast<CoresetStrategy>(strategy);
    const auto expected = train(run, {});
    run.checkpointFolder = file("checkpoint");
    for (const std::int64_t images : {2, 4}) {
        std::atomic<bool> cancel = false;
        const JobContext context(&cancel, [&](const Progress &progress) {
            if (progress.stage == "features" && progress.done >= images)
                cancel = true;
        });
        const auto cut = train(run, context);
        QVERIFY(!cut && cut.error().code == ErrorCode::Cancelled);
        run.resume = true;
        run.threads = run.threads % 3 + 1;
    }
    const auto resumed = train(run, {});
    removeCheckpoint(run.checkpointFolder);
    QVERIFY2(resumed, resumed ? "" : resumed.error().detail.c_str());
    QCOMPARE(resumed->bank, expected->bank);
    QCOMPARE(resumed->origins, expected->origins);
    QCOMPARE(resumed->info.images, expected->info.images);
    QCOMPARE(resumed->info.versions.back().images, 6);
    QCOMPARE(resumed->info.heldOutScores, expected->info.heldOutScores);
    QCOMPARE(resumed->info.figures.images, expected->info.figures.images);
}

QTEST_GUILESS_MAIN(TestTransfer)
#include "tst_transfer.moc"
