#include "core/pipeline/checkpoint.h"
#include "core/pipeline/dataset_versions.h"
#include "tests/core/pipeline/training_folder.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <map>

using namespace patina;

namespace {

constexpr std::array strategies{CoresetStrategy::Gated, CoresetStrategy::MeldReduce, CoresetStrategy::Tree,
                                CoresetStrategy::Union, CoresetStrategy::Offline,    CoresetStrategy::Random};

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
    void anotherStartIsRefusedByName();
    void otherSpacesAreRefused_data();
    void otherSpacesAreRefused();
    void fullBankIsRefused();
    void sameImagesAreNoticed();
    void missingInitialModelIsNamed();

private:
    std::filesystem::path file(const char *name) const { return m_folder.file(name); }
    /// Trains on `other` from initial.patina.
    TrainRequest request(std::int64_t bankSize, const KeepRule &keep) const;
    void save(const char *name, const TrainRequest &request) const;

    TrainingFolder m_folder;
    Dataset m_other; ///< eight parts of other seeds
};

void TestTransfer::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
    QVERIFY(std::filesystem::create_directory(file("other")));
    for (int i = 0; i < 8; ++i)
        QVERIFY(cv::imwrite((file("other") / (std::to_string(i) + ".png")).string(), madePart(100 + i)));
    m_other = *openDataset(file("other"));
    save("initial.patina", m_folder.request(80));
}

TrainRequest TestTransfer::request(std::int64_t bankSize, const KeepRule &keep) const
{
    TrainRequest request = m_folder.request(bankSize);
    request.dataset = m_other;
    request.initialModel = file("initial.patina");
    request.keep = keep;
    return request;
}

void TestTransfer::save(const char *name, const TrainRequest &request) const
{
    const auto model = train(request, {});
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    QVERIFY(saveModel(*model, file(name)));
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
    TrainRequest first = m_folder.request(80);
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
    TrainRequest run = m_folder.request(150);
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

void TestTransfer::anotherStartIsRefusedByName()
{
    TrainRequest run = request(110, {KeepPolicy::Append, 0});
    run.checkpointFolder = file("checkpoint");
    QVERIFY(train(run, {}));
    run.resume = true;
    run.keep = {KeepPolicy::Quota, 20};
    auto refused = train(run, {});
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.find("keep append there, quota:20 here") != std::string::npos,
             refused.error().detail.c_str());
    save("another.patina", m_folder.request(81));
    run.keep = {KeepPolicy::Append, 0};
    run.initialModel = file("another.patina");
    refused = train(run, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::VersionMismatch);
    QVERIFY2(refused.error().detail.find("initial model") != std::string::npos, refused.error().detail.c_str());
    run.initialModel.clear();
    QVERIFY(!train(run, {}));
    removeCheckpoint(run.checkpointFolder);
}

void TestTransfer::otherSpacesAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("scale") << "scale"
                           << "its scale is 1, that of this run 0.5; give --scale 1";
    QTest::newRow("layers") << "layers"
                            << "give --layers ";
    QTest::newRow("projection") << "projection"
                                << "its projection is 0, that of this run 6; leave --projection out";
    QTest::newRow("backbone") << "backbone"
                              << "SHA-256 of the backbone";
    QTest::newRow("bit depth") << "bit depth"
                               << "its bit depth is 8, that of this run 16; train without --init";
}

void TestTransfer::otherSpacesAreRefused()
{
    QFETCH(const QString, what);
    QFETCH(const QString, says);
    TrainRequest run = request(110, {});
    if (what == "scale")
        run.scale = 0.5;
    if (what == "layers")
        run.layers = {loadModel(run.initialModel)->info.layers.front()};
    if (what == "projection")
        run.projectionDim = 6;
    if (what == "backbone") {
        Backbone other = makeTinyBackbone(6);
        QVERIFY(saveBackbone(other, file("other-home")));
        run.backboneFolder = file("other-home");
    }
    if (what == "bit depth") {
        std::filesystem::create_directory(file("deep"));
        for (int i = 0; i < 7; ++i) {
            cv::Mat deep;
            madePart(i).convertTo(deep, CV_16UC3, 16.0);
            QVERIFY(cv::imwrite((file("deep") / (std::to_string(i) + ".png")).string(), deep));
        }
        run.dataset = *openDataset(file("deep"));
    }
    const auto refused = train(run, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::VersionMismatch);
    QVERIFY2(refused.error().detail.find(says.toStdString()) != std::string::npos, refused.error().detail.c_str());
    QVERIFY(refused.error().detail.find("initial.patina") != std::string::npos);
}

void TestTransfer::fullBankIsRefused()
{
    const auto refused = train(request(80, {KeepPolicy::Append, 0}), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    QVERIFY(refused.error().detail.find("--keep reduce") != std::string::npos);
}

void TestTransfer::sameImagesAreNoticed()
{
    Notices notices;
    TrainRequest run = m_folder.request(120);
    run.initialModel = file("initial.patina");
    QVERIFY(train(run, notices.context()));
    QVERIFY(notices.contain("the 8 training images have the names of images that the initial bank was trained on"));
    // The same file names in another data set are other images.
    Notices none;
    QVERIFY(train(request(120, {}), none.context()));
    QVERIFY(!none.contain("initial bank"));
}

void TestTransfer::missingInitialModelIsNamed()
{
    TrainRequest run = request(120, {});
    run.initialModel = file("none.patina");
    const auto model = train(run, {});
    QVERIFY(!model);
    QVERIFY(model.error().detail.find("none.patina") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestTransfer)
#include "tst_transfer.moc"
