#include "core/base/sha256.h"
#include "core/pipeline/checkpoint.h"
#include "tests/core/pipeline/training_folder.h"

#include <QFile>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <atomic>

using namespace patina;

/// Runs that are cut off and go on.
class TestCheckpoint : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { removeCheckpoint(file("checkpoint")); }
    void resumedBankIsTheSame_data();
    void resumedBankIsTheSame();
    void otherSettingsAreRefusedByName();
    void otherImagesAreRefused();
    void damageIsRefused();
    void aCancelledOneLeavesTheOneBefore();
    void withoutACheckpointThereIsNothingToResume();
    void anUnfinishedRunIsSaid();
    void whereNoneCanBeWrittenTheRunGoesOn();

private:
    TrainRequest request() const;
    std::filesystem::path file(const char *name) const { return m_folder.file(name); }
    /// Trains until that many images have been shown. \returns whether it was cut off.
    bool cutOffAfter(const TrainRequest &request, std::int64_t images) const;

    TrainingFolder m_folder;
};

void TestCheckpoint::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
}

TrainRequest TestCheckpoint::request() const
{
    TrainRequest request = m_folder.request(150);
    request.checkpointFolder = file("checkpoint");
    return request;
}

bool TestCheckpoint::cutOffAfter(const TrainRequest &request, std::int64_t images) const
{
    std::atomic<bool> cancel = false;
    const JobContext context(&cancel, [&](const Progress &progress) {
        if (progress.stage == "features" && progress.done >= images)
            cancel = true;
    });
    const auto model = train(request, context);
    return !model && model.error().code == ErrorCode::Cancelled;
}

void TestCheckpoint::resumedBankIsTheSame_data()
{
    QTest::addColumn<int>("strategy");
    QTest::addColumn<std::int64_t>("sample");
    QTest::addColumn<int>("projection");
    const auto reservoir = static_cast<int>(CoresetStrategy::Reservoir);
    QTest::newRow("reservoir") << reservoir << std::int64_t{0} << 0;
    QTest::newRow("reservoir, projected") << reservoir << std::int64_t{0} << 6;
    QTest::newRow("reservoir that holds all") << reservoir << std::int64_t{-1} << 0;
    QTest::newRow("gated") << static_cast<int>(CoresetStrategy::Gated) << std::int64_t{0} << 0;
    QTest::newRow("gated, projected") << static_cast<int>(CoresetStrategy::Gated) << std::int64_t{0} << 6;
    QTest::newRow("meld-reduce") << static_cast<int>(CoresetStrategy::MeldReduce) << std::int64_t{0} << 0;
    QTest::newRow("offline, sampled") << static_cast<int>(CoresetStrategy::Offline) << std::int64_t{400} << 0;
    QTest::newRow("random") << static_cast<int>(CoresetStrategy::Random) << std::int64_t{0} << 0;
}

void TestCheckpoint::resumedBankIsTheSame()
{
    QFETCH(const int, strategy);
    QFETCH(const std::int64_t, sample);
    QFETCH(const int, projection);
    TrainRequest run = request();
    run.coreset.strategy = static_cast<CoresetStrategy>(strategy);
    run.sample = std::max(std::int64_t{0}, sample);
    run.reservoirBytes = sample < 0 ? run.reservoirBytes : std::int64_t{1} << 16; // some hundred rows
    run.projectionDim = projection;
    TrainRequest undisturbed = run;
    undisturbed.checkpointFolder.clear();
    const auto expected = train(undisturbed, {});
    QVERIFY2(expected, expected ? "" : expected.error().detail.c_str());

    for (const std::int64_t images : {2, 5, 7}) { // each goes on where the one before was cut off
        QVERIFY(cutOffAfter(run, images));
        QVERIFY(std::filesystem::exists(checkpointFile(run.checkpointFolder)));
        run.resume = true;
        run.threads = run.threads % 3 + 1;
    }
    const auto resumed = train(run, {});
    QVERIFY2(resumed, resumed ? "" : resumed.error().detail.c_str());
    QCOMPARE(resumed->bank, expected->bank);
    QCOMPARE(resumed->origins, expected->origins);
    QCOMPARE(resumed->info.images, expected->info.images);
    QCOMPARE(resumed->info.heldOutScores, expected->info.heldOutScores);
    QCOMPARE(resumed->info.figures.patches, expected->info.figures.patches);
    QCOMPARE(resumed->info.figures.coverageMean, expected->info.figures.coverageMean);
}

void TestCheckpoint::otherSettingsAreRefusedByName()
{
    QVERIFY(cutOffAfter(request(), 3));
    const auto refusedWith = [&](const TrainRequest &other, const std::string &words) {
        const auto model = train(other, {});
        return !model && model.error().code == ErrorCode::VersionMismatch &&
               model.error().detail.find(words) != std::string::npos &&
               model.error().detail.find("--resume") != std::string::npos;
    };
    TrainRequest other = request();
    other.resume = true;
    other.coreset.bankSize = 151;
    QVERIFY(refusedWith(other, "bank size 150 there, 151 here"));
    other.coreset.bankSize = 150;
    other.coreset.seed = 4;
    QVERIFY(refusedWith(other, "seed 0 there, 4 here") || refusedWith(other, "what draws them"));
    other.coreset.seed = 0;
    other.coreset.strategy = CoresetStrategy::Random;
    QVERIFY(refusedWith(other, "strategy reservoir there, random here"));
}

void TestCheckpoint::otherImagesAreRefused()
{
    QVERIFY(cutOffAfter(request(), 3));
    TrainRequest other = request();
    other.resume = true;
    other.maxImages = 5;
    auto model = train(other, {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::VersionMismatch);
    QVERIFY(QFile::resize(QString::fromStdString(file("parts/4.png").string()), 100));
    other.maxImages = 0;
    model = train(other, {});
    QVERIFY(cv::imwrite((file("parts") / "4.png").string(), madePart(4)));
    QVERIFY(!model);
    QVERIFY2(model.error().detail.find("the images, or what draws them") != std::string::npos,
             model.error().detail.c_str());
}

void TestCheckpoint::aCancelledOneLeavesTheOneBefore()
{
    QVERIFY(cutOffAfter(request(), 3));
    const auto folder = request().checkpointFolder;
    const auto before = sha256OfFile(checkpointFile(folder));
    QVERIFY(before);
    const std::atomic<bool> cancel = true;
    const JobContext cancelled(&cancel, {});
    const auto saved = saveCheckpoint({}, folder, cancelled);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Cancelled);
    QCOMPARE(*sha256OfFile(checkpointFile(folder)), *before);
    TrainRequest again = request();
    again.resume = true;
    QVERIFY(train(again, {}));
}

void TestCheckpoint::damageIsRefused()
{
    QVERIFY(cutOffAfter(request(), 3));
    TrainRequest again = request();
    again.resume = true;
    const QString path = QString::fromStdString(checkpointFile(again.checkpointFolder).string());
    QFile stored(path);
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray whole = stored.readAll();
    stored.close();
    const auto write = [&](const QByteArray &bytes) {
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    };
    for (qsizetype at = 3; at < whole.size(); at += whole.size() / 40) {
        QByteArray flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        QVERIFY(write(flipped));
        const auto model = train(again, {});
        QVERIFY2(!model, qPrintable(QString("byte %1").arg(at)));
        QVERIFY(model.error().detail.find(path.toStdString()) != std::string::npos);
        QVERIFY(write(whole.left(at)));
        QVERIFY(!train(again, {}));
    }
    QVERIFY(write(whole));
    QVERIFY(train(again, {}));
}

void TestCheckpoint::withoutACheckpointThereIsNothingToResume()
{
    TrainRequest run = request();
    run.resume = true;
    const auto model = train(run, {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::NotFound);
    QVERIFY(model.error().detail.find("without --resume") != std::string::npos);
}

void TestCheckpoint::anUnfinishedRunIsSaid()
{
    QVERIFY(cutOffAfter(request(), 3));
    Notices notices;
    QVERIFY(train(request(), notices.context()));
    QVERIFY(notices.contain("--resume"));
}

void TestCheckpoint::whereNoneCanBeWrittenTheRunGoesOn()
{
    TrainRequest run = request();
    run.checkpointFolder = file("parts") / "0.png"; // a file, not a folder
    Notices notices;
    const auto model = train(run, notices.context());
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    QVERIFY(notices.contain("cannot be resumed"));
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
