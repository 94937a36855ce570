#include "core/coreset/coverage.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/inspector.h"
#include "core/pipeline/meld.h"
#include "tests/core/pipeline/training_folder.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <set>

using namespace patina;

namespace {

/// Where each row comes from, by names that do not depend on the order of the models.
std::vector<std::string> sources(const Model &model)
{
    std::vector<std::string> found;
    for (const PatchRef &origin : model.origins)
        found.push_back(model.info.versions[static_cast<std::size_t>(origin.dataset)].name + "/" +
                        model.info.images[static_cast<std::size_t>(origin.image)] + " " + std::to_string(origin.row) +
                        " " + std::to_string(origin.column));
    return found;
}

} // namespace

/// Banks that are joined.
class TestMeld : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void orderChangesNothing_data();
    void orderChangesNothing();
    void threadsChangeNothing();
    void rowsKeepTheirOrigin();
    void defaultSizeIsTheLargest();
    void equalRowsAreKeptOnce();
    void coversWhatTheModelsHeld();
    void resultIsUncalibrated();
    void otherModelsAreRefused();
    void fewerThanTwoAreRefused();
    void cancels();

private:
    std::filesystem::path file(const char *name) const { return m_folder.file(name); }
    void save(const char *name, TrainRequest request) const
    {
        const auto model = train(request, {});
        QVERIFY2(model, model ? "" : model.error().detail.c_str());
        QVERIFY(saveModel(*model, file(name)));
    }
    MeldRequest request(const std::vector<const char *> &names, std::int64_t bankSize = 0) const
    {
        MeldRequest request;
        for (const char *name : names)
            request.models.push_back(file(name));
        request.bankSize = bankSize;
        request.threads = 2;
        return request;
    }

    TrainingFolder m_folder;
};

void TestMeld::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
    QVERIFY(std::filesystem::create_directory(file("other")));
    for (int i = 0; i < 8; ++i)
        QVERIFY(cv::imwrite((file("other") / (std::to_string(i) + ".png")).string(), madePart(100 + i)));
    TrainRequest other = m_folder.request(90);
    other.dataset = *openDataset(file("other"));
    save("a.patina", m_folder.request(120));
    save("b.patina", other);
    other.coreset.seed = 9;
    save("c.patina", other);
    TrainRequest projected = m_folder.request(120);
    projected.projectionDim = 6;
    save("a6.patina", projected);
    projected.coreset.strategy = CoresetStrategy::Random;
    save("b6.patina", projected);
    projected.coreset.seed = 3;
    save("other6.patina", projected);
    TrainRequest half = m_folder.request(120);
    half.scale = 0.5;
    save("half.patina", half);
}

void TestMeld::orderChangesNothing_data()
{
    QTest::addColumn<std::vector<const char *>>("one");
    QTest::addColumn<std::vector<const char *>>("other");
    using Names = std::vector<const char *>;
    QTest::newRow("two") << Names{"a.patina", "b.patina"} << Names{"b.patina", "a.patina"};
    QTest::newRow("three") << Names{"a.patina", "b.patina", "c.patina"} << Names{"c.patina", "a.patina", "b.patina"};
    QTest::newRow("projected") << Names{"a6.patina", "b6.patina"} << Names{"b6.patina", "a6.patina"};
}

void TestMeld::orderChangesNothing()
{
    QFETCH(const std::vector<const char *>, one);
    QFETCH(const std::vector<const char *>, other);
    for (const std::int64_t bankSize : {0, 50, 1000}) {
        const auto a = meldModels(request(one, bankSize), {});
        const auto b = meldModels(request(other, bankSize), {});
        QVERIFY2(a && b, a ? "" : a.error().detail.c_str());
        QCOMPARE(a->bank, b->bank);
        QCOMPARE(sources(*a), sources(*b));
        QCOMPARE(a->info.figures.coverageRadius, b->info.figures.coverageRadius);
    }
}

void TestMeld::threadsChangeNothing()
{
    MeldRequest meld = request({"a6.patina", "b6.patina"}, 100);
    meld.threads = 1;
    const auto one = meldModels(meld, {});
    meld.threads = 4;
    const auto four = meldModels(meld, {});
    QVERIFY(one && four);
    QCOMPARE(one->bank, four->bank);
    QCOMPARE(one->origins, four->origins);
}

void TestMeld::rowsKeepTheirOrigin()
{
    const auto a = loadModel(file("a.patina"));
    const auto b = loadModel(file("b.patina"));
    const auto melded = meldModels(request({"a.patina", "b.patina"}, 150), {});
    QVERIFY(a && b && melded);
    std::set<std::pair<std::string, std::vector<float>>> rows;
    for (const Model *model : {&*a, &*b}) {
        const std::vector<std::string> from = sources(*model);
        for (std::int64_t i = 0; i < model->bank.rows(); ++i)
            rows.emplace(from[static_cast<std::size_t>(i)],
                         std::vector<float>(model->bank.row(i).begin(), model->bank.row(i).end()));
    }
    const std::vector<std::string> from = sources(*melded);
    for (std::int64_t i = 0; i < melded->bank.rows(); ++i)
        QVERIFY(rows.contains({from[static_cast<std::size_t>(i)],
                               std::vector<float>(melded->bank.row(i).begin(), melded->bank.row(i).end())}));
    QCOMPARE(melded->info.images.size(), a->info.images.size() + b->info.images.size());
    QCOMPARE(versionLabels(melded->info), (std::vector<std::string>{"parts", "other"}));
    QCOMPARE(melded->info.figures.images, a->info.figures.images + b->info.figures.images);
    QVERIFY(saveModel(*melded, file("melded.patina")));
    const auto loaded = loadModel(file("melded.patina"));
    QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
    // What was melded can be started from, and melded again.
    QVERIFY(meldModels(request({"melded.patina", "c.patina"}), {}));
}

void TestMeld::defaultSizeIsTheLargest()
{
    const auto melded = meldModels(request({"b.patina", "a.patina"}), {});
    QVERIFY(melded);
    QCOMPARE(melded->bank.rows(), 120);
    QCOMPARE(melded->info.bankSize, 120);
}

void TestMeld::equalRowsAreKeptOnce()
{
    Notices notices;
    const auto melded = meldModels(request({"a.patina", "a.patina"}, 500), notices.context());
    QVERIFY(melded);
    QCOMPARE(melded->bank.rows(), 120);
    QVERIFY(notices.contain("the bank holds 120 rows, not 500"));
}

void TestMeld::coversWhatTheModelsHeld()
{
    const auto a = loadModel(file("a.patina"));
    const auto melded = meldModels(request({"a.patina", "b.patina"}), {});
    QVERIFY(a && melded);
    const auto moved = coverageOf(a->bank, melded->bank, 2, {});
    QVERIFY(moved);
    QVERIFY(melded->info.figures.coverageRadius >= a->info.figures.coverageRadius + moved->radius);
}

void TestMeld::resultIsUncalibrated()
{
    const auto melded = meldModels(request({"a.patina", "b.patina"}), {});
    QVERIFY(melded);
    QVERIFY(loadModel(file("a.patina"))->info.scoreScale.calibrated());
    QVERIFY(!melded->info.scoreScale.calibrated());
    QVERIFY(melded->info.heldOutImages.empty() && melded->info.heldOutScores.empty());
    QVERIFY(std::ranges::all_of(melded->support, [](std::int32_t support) { return support == -1; }));
    auto inspector = Inspector::create(*melded, {2, file("home")});
    QVERIFY2(inspector, inspector ? "" : inspector.error().detail.c_str());
    QVERIFY((*inspector)->inspectFile(file("parts/1.png"), {}));
}

void TestMeld::otherModelsAreRefused()
{
    const auto refusal = [&](const char *other) {
        const auto melded = meldModels(request({"a6.patina", other}), {});
        return !melded && melded.error().code == ErrorCode::VersionMismatch ? melded.error().detail : std::string();
    };
    QVERIFY2(refusal("half.patina").find("scale 1 there, 0.5 here") != std::string::npos,
             refusal("half.patina").c_str());
    QVERIFY2(refusal("a.patina").find(", none here") != std::string::npos, refusal("a.patina").c_str());
    QVERIFY2(refusal("other6.patina").find("projection ") != std::string::npos, refusal("other6.patina").c_str());
    QVERIFY(refusal("half.patina").find("a6.patina and ") != std::string::npos);
}

void TestMeld::fewerThanTwoAreRefused()
{
    QCOMPARE(meldModels(request({"a.patina"}), {}).error().code, ErrorCode::BadArgument);
    QCOMPARE(meldModels(request({"a.patina", "b.patina"}, -1), {}).error().code, ErrorCode::BadArgument);
    QVERIFY(meldModels(request({"a.patina", "none.patina"}), {}).error().detail.find("none.patina") !=
            std::string::npos);
}

void TestMeld::cancels()
{
    const std::atomic<bool> cancel = true;
    QCOMPARE(meldModels(request({"a.patina", "b.patina"}), JobContext(&cancel, {})).error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestMeld)
#include "tst_meld.moc"
