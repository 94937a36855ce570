#include "core/pipeline/bank_shards.h"
#include "core/pipeline/evaluation_run.h"
#include "tests/core/pipeline/training_folder.h"
#include "tests/support/thread_ranks.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace patina;
using namespace patina::test;

namespace {

constexpr std::int64_t shards = 5;

/// All of a model but when it was made and what it cost.
std::string contentOf(Model model)
{
    model.info.createdUtc.clear();
    for (DatasetVersion &version : model.info.versions)
        version.createdUtc.clear();
    TrainingFigures &figures = model.info.figures;
    figures.totalS = figures.featuresS = figures.coresetS = figures.supportS = figures.checkpointsS = 0.0;
    figures.peakBytes = 0;
    return modelInfoToJson(model.info);
}

} // namespace

/// Banks trained in shards, by one process or several.
class TestShards : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { removeShards(file("checkpoint")); }
    void ranksChangeNothing_data();
    void ranksChangeNothing();
    void shardsCoverAlmostAsWell();
    void figuresAreThoseOfAllImages();
    void evaluationIsShared();
    void aRunThatWasCutOffGoesOn_data();
    void aRunThatWasCutOffGoesOn();
    void otherSettingsAreRefused();
    void whatDoesNotGoWithShards();
    void shardsWithoutImagesThatCanBeRead();
    void whatAnEarlierRunLeftIsNotLost();
    void ranksThatSeeOtherImagesAreRefused();
    void oneShardCannotBeShared();

private:
    TrainRequest request() const;
    std::filesystem::path file(const char *name) const { return m_folder.file(name); }
    std::vector<Result<Model>> trainOn(int ranks, const TrainRequest &request) const
    {
        return onRanks(ranks, [&](RankGroup &group) { return train(request, group, JobContext()); });
    }

    TrainingFolder m_folder;
    Dataset m_parts; ///< 28 parts, one of them with a blotch
    std::optional<Model> m_byOne;
};

void TestShards::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
    for (const char *folder : {"set/train/good", "set/test/good", "set/test/blotch", "set/ground_truth/blotch"})
        QVERIFY(std::filesystem::create_directories(file(folder)));
    const auto name = [](int i) { return std::to_string(10 + i) + ".png"; };
    for (int i = 0; i < 28; ++i) {
        cv::Mat part = madePart(i % 3, {256, 192});
        part.at<cv::Vec3b>(0, 0) += cv::Vec3b::all(static_cast<unsigned char>(i / 3)); // none is a copy of another
        if (i == 7)
            cv::circle(part, {80, 40}, 6, cv::Scalar(20, 20, 255), cv::FILLED);
        QVERIFY(cv::imwrite((file("set/train/good") / name(i)).string(), part));
    }
    for (int i = 0; i < 7; ++i) {
        cv::Mat part = madePart(50 + i, {256, 192});
        QVERIFY(cv::imwrite((file("set/test/good") / name(i)).string(), part));
        cv::Mat mask(part.size(), CV_8UC1, cv::Scalar(0));
        for (cv::Mat *picture : {&part, &mask})
            cv::circle(*picture, {60 + 10 * i, 70}, 9, cv::Scalar::all(255), cv::FILLED);
        QVERIFY(cv::imwrite((file("set/test/blotch") / name(i)).string(), part));
        QVERIFY(cv::imwrite((file("set/ground_truth/blotch") / name(i)).string(), mask));
    }
    auto dataset = openDataset(file("set"));
    QVERIFY(dataset);
    m_parts = std::move(*dataset);
    auto model = train(request(), {});
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    m_byOne.emplace(std::move(*model));
}

TrainRequest TestShards::request() const
{
    TrainRequest request = m_folder.request(1200);
    request.dataset = m_parts;
    request.shards = shards;
    request.holdout = 0.1;
    request.checkpointFolder = file("checkpoint");
    return request;
}

void TestShards::ranksChangeNothing_data()
{
    QTest::addColumn<int>("ranks");
    for (const int ranks : {2, 3, 4, 7}) // 7: two have no shard to train
        QTest::addRow("%d", ranks) << ranks;
}

/// The bank, its support, what is suspect, the score scale, the figures: bit for bit, on every rank.
void TestShards::ranksChangeNothing()
{
    QFETCH(int, ranks);
    QVERIFY(!m_byOne->info.suspects.empty());
    QVERIFY(m_byOne->info.scoreScale.calibrated());
    for (const Result<Model> &model : trainOn(ranks, request())) {
        QVERIFY2(model, model ? "" : model.error().detail.c_str());
        QCOMPARE(model->bank, m_byOne->bank);
        QCOMPARE(model->origins, m_byOne->origins);
        QCOMPARE(model->support, m_byOne->support);
        QCOMPARE(contentOf(*model), contentOf(*m_byOne));
    }
}

void TestShards::shardsCoverAlmostAsWell()
{
    TrainRequest whole = request();
    whole.shards = 1;
    const auto model = train(whole, {});
    QVERIFY(model);
    const TrainingFigures &figures = m_byOne->info.figures;
    QCOMPARE(m_byOne->bank.rows(), model->bank.rows());
    QVERIFY(figures.coverageRadius > 0.0);
    // A bank of banks covers to twice the radius of each at the very most; here it comes close to one bank.
    QVERIFY(figures.coverageP999 < 1.5 * model->info.figures.coverageP999);
    QCOMPARE(m_byOne->info.images, model->info.images);
}

void TestShards::figuresAreThoseOfAllImages()
{
    const ModelInfo &info = m_byOne->info;
    QCOMPARE(info.figures.images, std::ssize(info.images));
    QCOMPARE(info.figures.images + std::ssize(info.heldOutImages), 28);
    QCOMPARE(info.figures.patches, info.figures.images * (256 / 8) * (192 / 8));
    QCOMPARE(info.versions.size(), 1U);
    QVERIFY(info.figures.featuresS > 0.0 && info.figures.coresetS > 0.0);
    for (const PatchRef &origin : m_byOne->origins)
        QVERIFY(origin.dataset == 0 && origin.image >= 0 && origin.image < info.figures.images);
}

void TestShards::evaluationIsShared()
{
    EvaluateRequest evaluation;
    evaluation.dataset = m_parts;
    const auto evaluate = [&](RankGroup &ranks) -> Result<EvaluationRun> {
        return Inspector::create(*m_byOne, {1, file("home")}).and_then([&](auto &&inspector) {
            return evaluateDataset(*inspector, evaluation, ranks, JobContext());
        });
    };
    const auto byOne = evaluate(alone());
    QVERIFY(byOne);
    QCOMPARE(byOne->all.counts.goodImages + byOne->all.counts.anomalousImages, 14);
    QVERIFY(byOne->all.pixel.aupro30.value);
    for (const int ranks : {2, 3}) {
        const auto runs = onRanks(ranks, evaluate);
        for (const auto &run : runs)
            QVERIFY(run);
        for (const auto part : {&EvaluationRun::all, &EvaluationRun::even, &EvaluationRun::odd}) {
            const auto expected = flatFigures((*byOne).*part);
            const auto figures = flatFigures((*runs.front()).*part);
            QCOMPARE(figures.size(), expected.size());
            for (std::size_t i = 0; i < figures.size(); ++i)
                QVERIFY2(figures[i].figure.value == expected[i].figure.value, figures[i].name.c_str());
            QVERIFY(((*runs.front()).*part).outcomes.images == ((*byOne).*part).outcomes.images);
            QVERIFY(((*runs.front()).*part).outcomes.defects == ((*byOne).*part).outcomes.defects);
        }
    }
}

void TestShards::aRunThatWasCutOffGoesOn_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("images");
    for (const int images : {1, 4, 6, 9})
        QTest::addRow("one, then two ranks, after %d images", images) << 1 << 2 << images;
    QTest::addRow("three ranks, then one") << 3 << 1 << 3;
    QTest::addRow("two ranks, then three") << 2 << 3 << 5;
}

void TestShards::aRunThatWasCutOffGoesOn()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(int, images);
    TrainRequest cut = request();
    const auto ended = onRanks(before, [&](RankGroup &ranks) {
        std::atomic<bool> cancel = false;
        const JobContext context(&cancel, [&](const Progress &step) {
            if (step.stage == "features" && step.done >= images)
                cancel = true;
        });
        return train(cut, ranks, context);
    });
    for (const Result<Model> &model : ended)
        QVERIFY(!model);
    QVERIFY(holdsShards(file("checkpoint")));
    cut.resume = true;
    for (const Result<Model> &model : trainOn(after, cut)) {
        QVERIFY2(model, model ? "" : model.error().detail.c_str());
        QCOMPARE(model->bank, m_byOne->bank);
        QCOMPARE(contentOf(*model), contentOf(*m_byOne));
    }
}

void TestShards::otherSettingsAreRefused()
{
    TrainRequest again = request();
    QVERIFY(train(again, {}));
    again.resume = true;
    again.coreset.seed = 3;
    const auto otherSeed = train(again, {});
    QVERIFY(!otherSeed);
    QCOMPARE(otherSeed.error().code, ErrorCode::VersionMismatch);
    QVERIFY2(otherSeed.error().detail.find("seed 0 there, 3 here") != std::string::npos,
             otherSeed.error().detail.c_str());
    again = request();
    again.resume = true;
    again.shards = 4;
    QCOMPARE(train(again, {}).error().code, ErrorCode::NotFound);
}

void TestShards::whatDoesNotGoWithShards()
{
    TrainRequest wrong = request();
    wrong.shards = 29;
    const auto many = train(wrong, {});
    QVERIFY(!many && many.error().code == ErrorCode::BadArgument);
    QVERIFY(many.error().detail.find("cannot be cut into 29 shards") != std::string::npos);
    wrong = request();
    wrong.coreset.strategy = CoresetStrategy::Gated;
    wrong.sample = 100;
    QCOMPARE(train(wrong, {}).error().code, ErrorCode::BadArgument);
    QVERIFY(saveModel(*m_byOne, file("first.patina")));
    wrong = request();
    wrong.initialModel = file("first.patina");
    const auto initial = train(wrong, {});
    QVERIFY(!initial && initial.error().detail.find("patina-cli meld") != std::string::npos);
}

void TestShards::shardsWithoutImagesThatCanBeRead()
{
    TrainRequest damaged = request();
    const auto keep = m_byOne->info.images; // in the order of training: the first of five shards has four of them
    std::vector<std::filesystem::path> whole;
    for (ImageRecord &record : damaged.dataset.images)
        if (std::find(keep.begin(), keep.begin() + 4, record.id) != keep.begin() + 4)
            record.path = file("home"); // a folder is no image
    for (const int ranks : {1, 2}) {
        const auto models = trainOn(ranks, damaged);
        QVERIFY2(models.front(), models.front() ? "" : models.front().error().detail.c_str());
        QCOMPARE(models.front()->info.figures.skipped, 4);
        QCOMPARE(models.front()->info.figures.images, std::ssize(keep) - 4);
        removeShards(file("checkpoint"));
    }
    for (ImageRecord &record : damaged.dataset.images)
        record.path = file("home");
    QCOMPARE(train(damaged, {}).error().code, ErrorCode::Unreadable);
}

void TestShards::whatAnEarlierRunLeftIsNotLost()
{
    QVERIFY(train(request(), {}));
    const auto refused = train(request(), {});
    QVERIFY(!refused && refused.error().code == ErrorCode::BadArgument);
    QVERIFY2(refused.error().detail.find("--resume goes on with them") != std::string::npos,
             refused.error().detail.c_str());
    TrainRequest other = request(); // whatever it is cut into
    other.shards = 4;
    QVERIFY(!train(other, {}));
    QStringList notices;
    const JobContext context(nullptr, {}, [&](const std::string &text) { notices << QString::fromStdString(text); });
    TrainRequest again = request();
    again.resume = true;
    QVERIFY(train(again, context));
    QCOMPARE(notices.filter("finished in the run before").size(), shards);
}

void TestShards::ranksThatSeeOtherImagesAreRefused()
{
    const auto models = onRanks(3, [&](RankGroup &ranks) {
        TrainRequest seen = request();
        if (ranks.rank() == 2)
            for (ImageRecord &record : seen.dataset.images)
                if (record.split == Split::Train)
                    record.id += "x";
        return train(seen, ranks, JobContext());
    });
    for (const Result<Model> &model : models) {
        QVERIFY(!model && model.error().code == ErrorCode::BadArgument);
        QVERIFY2(model.error().detail.find("rank 2 does not see the same") != std::string::npos,
                 model.error().detail.c_str());
    }
    EvaluateRequest evaluation;
    evaluation.dataset = m_parts;
    const auto runs = onRanks(2, [&](RankGroup &ranks) -> Result<EvaluationRun> {
        EvaluateRequest seen = evaluation;
        if (ranks.rank() == 1)
            seen.dataset.images.pop_back();
        return Inspector::create(*m_byOne, {1, file("home")}).and_then([&](auto &&inspector) {
            return evaluateDataset(*inspector, seen, ranks, JobContext());
        });
    });
    for (const auto &run : runs)
        QVERIFY(!run && run.error().code == ErrorCode::BadArgument);
}

void TestShards::oneShardCannotBeShared()
{
    TrainRequest one = request();
    one.shards = 1;
    for (const Result<Model> &model : trainOn(2, one))
        QVERIFY(!model && model.error().detail.find("one shard cannot be shared") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestShards)
#include "tst_shards.moc"
