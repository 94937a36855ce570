#include "core/base/sha256.h"
#include "core/pipeline/calibration.h"
#include "core/pipeline/evaluation_run.h"
#include "core/pipeline/known_content.h"
#include "core/pipeline/meld.h"
#include "core/ranks/rank_group.h"
#include "tests/core/pipeline/training_folder.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace patina;

/// What a model keeps of the content of its images, and copies of them that are recognised by it.
class TestKnownContent : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyImageHasItsDigest();
    void digestsAreKeptInTheFile();
    void hostileDigestsAreRefused_data();
    void hostileDigestsAreRefused();
    void aCopyAmongTestImagesIsLeftOut();
    void trainingSaysWhichTestImagesAreCopies();
    void anOlderModelSaysThatItCannotTell();
    void copiesOnlyAreRefused();
    void knownHashesAreNotReadAgain();
    void meldedAndContinuedModelsKeepThem();
    void calibrationLeavesOutCopiesOfTrainedImages();

private:
    std::filesystem::path file(const char *name) const { return m_folder.file(name); }
    Result<EvaluationRun> evaluated(const Model &model, const EvaluateRequest &request, Notices &notices) const
    {
        return Inspector::create(model, {2, file("home")}).and_then([&](std::unique_ptr<Inspector> &&inspector) {
            return evaluateDataset(*inspector, request, alone(), notices.context());
        });
    }
    EvaluateRequest request() const
    {
        EvaluateRequest request;
        request.dataset = m_set;
        request.bootstrap.resamples = 0;
        return request;
    }

    TrainingFolder m_folder;
    Dataset m_set; ///< test images in `set`: two new good ones, one with a defect, a copy of parts/N.png
    Model m_model; ///< trained on eight of `parts`
    std::string m_copied;
};

void TestKnownContent::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
    auto model = train(m_folder.request(100), {});
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    m_model = std::move(*model);
    m_copied = m_model.info.images.front();
    for (const char *folder : {"set/train/good", "set/test/good", "set/test/crack"})
        QVERIFY(std::filesystem::create_directories(file(folder)));
    for (const auto &[name, seed] :
         {std::pair("set/train/good/a.png", 300), {"set/test/good/a.png", 301}, {"set/test/good/b.png", 302}})
        QVERIFY(cv::imwrite(file(name).string(), madePart(seed)));
    cv::Mat bad = madePart(77);
    cv::circle(bad, {90, 40}, 7, {255, 255, 255}, cv::FILLED);
    QVERIFY(cv::imwrite(file("set/test/crack/a.png").string(), bad));
    std::filesystem::copy_file(file("parts") / m_copied, file("set/test/good/other name.png"));
    auto set = openDataset(file("set"));
    QVERIFY2(set, set ? "" : set.error().detail.c_str());
    m_set = std::move(*set);
}

void TestKnownContent::everyImageHasItsDigest()
{
    const ModelInfo &info = m_model.info;
    QCOMPARE(info.imageDigests.size(), info.images.size());
    QCOMPARE(info.heldOutDigests.size(), info.heldOutImages.size());
    for (std::size_t i = 0; i < info.images.size(); ++i)
        QCOMPARE(info.imageDigests[i], contentDigest(*sha256OfFile(file("parts") / info.images[i])));
    for (std::size_t i = 0; i < info.heldOutImages.size(); ++i)
        QCOMPARE(info.heldOutDigests[i], contentDigest(*sha256OfFile(file("parts") / info.heldOutImages[i])));
}

void TestKnownContent::digestsAreKeptInTheFile()
{
    const auto read = modelInfoFromJson(modelInfoToJson(m_model.info));
    QVERIFY(read);
    QCOMPARE(read->imageDigests, m_model.info.imageDigests);
    QCOMPARE(read->heldOutDigests, m_model.info.heldOutDigests);
    // Of some nothing is known.
    ModelInfo partly = m_model.info;
    partly.imageDigests[2].clear();
    QCOMPARE(modelInfoFromJson(modelInfoToJson(partly))->imageDigests, partly.imageDigests);
    partly.imageDigests.clear();
    partly.heldOutDigests.clear();
    QVERIFY(modelInfoFromJson(modelInfoToJson(partly))->imageDigests.empty());
}

void TestKnownContent::hostileDigestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("digests");
    QTest::newRow("too short") << QByteArray(8 * 32 - 1, 'a');
    QTest::newRow("too long") << QByteArray(100'000, 'a');
    QTest::newRow("no digits") << QByteArray(8 * 32, 'g');
    QTest::newRow("none") << QByteArray();
}

void TestKnownContent::hostileDigestsAreRefused()
{
    QFETCH(QByteArray, digests);
    std::string all;
    for (const std::string &digest : m_model.info.imageDigests)
        all += digest;
    std::string text = modelInfoToJson(m_model.info);
    text.replace(text.find(all), all.size(), digests.toStdString());
    const auto read = modelInfoFromJson(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadFormat);
    QVERIFY2(read.error().detail.find("imageDigests") != std::string::npos, read.error().detail.c_str());
}

void TestKnownContent::aCopyAmongTestImagesIsLeftOut()
{
    Notices notices;
    const auto run = evaluated(m_model, request(), notices);
    QVERIFY2(run, run ? "" : run.error().detail.c_str());
    QCOMPARE(run->copies, (std::vector<LeftOutCopy>{{"test/good/other name.png", m_copied}}));
    QCOMPARE(run->all.counts.goodImages, 2);
    QCOMPARE(run->all.counts.anomalousImages, 1);
    QCOMPARE(run->skipped, 0);
    QVERIFY(notices.contain("1 test image is a copy of an image that the model was trained or calibrated on (test/good/"
                            "other name.png of " +
                            m_copied + "): left out"));
}

void TestKnownContent::trainingSaysWhichTestImagesAreCopies()
{
    Dataset set = m_folder.dataset();
    for (const ImageRecord *image : m_set.ofSplit(Split::Test))
        set.images.push_back(*image);
    Notices notices;
    QVERIFY(noticeTestCopies(set, m_model.info, notices.context()));
    QVERIFY(notices.contain("1 test images are copies of images that were trained or calibrated on (first: test/good/"
                            "other name.png of " +
                            m_copied + ")"));
}

void TestKnownContent::anOlderModelSaysThatItCannotTell()
{
    Model older = m_model;
    older.info.imageDigests.clear();
    Notices notices;
    const auto run = evaluated(older, request(), notices);
    QVERIFY(run);
    QVERIFY(run->copies.empty());
    QCOMPARE(run->all.counts.goodImages, 3);
    QVERIFY(notices.contain("of 8 images that the model was made from it keeps the names, not the content"));
}

void TestKnownContent::copiesOnlyAreRefused()
{
    EvaluateRequest asked = request();
    std::erase_if(asked.dataset.images,
                  [](const ImageRecord &image) { return image.id != "test/good/other name.png"; });
    Notices notices;
    const auto run = evaluated(m_model, asked, notices);
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::NotFound);
}

void TestKnownContent::knownHashesAreNotReadAgain()
{
    EvaluateRequest asked = request();
    // Said to be others than they are: so they were not read.
    for (const ImageRecord &image : m_set.images)
        asked.sha256[image.id] = std::string(64, 'f');
    asked.otherUsed[std::string(32, 'e')] = "chosen from";
    asked.sha256["test/good/a.png"] = std::string(64, 'e');
    Notices notices;
    const auto run = evaluated(m_model, asked, notices);
    QVERIFY(run);
    QVERIFY(run->copies.empty());
    QCOMPARE(run->otherCopies, (std::vector<LeftOutCopy>{{"test/good/a.png", "chosen from"}}));
}

void TestKnownContent::meldedAndContinuedModelsKeepThem()
{
    Model older = m_model;
    older.info.imageDigests.clear();
    QVERIFY(saveModel(m_model, file("new.patina")));
    QVERIFY(saveModel(older, file("old.patina")));
    const auto melded = meldModels({{file("old.patina"), file("new.patina")}, 100, 2}, {});
    QVERIFY2(melded, melded ? "" : melded.error().detail.c_str());
    std::vector<std::string> digests(8);
    digests.insert(digests.end(), m_model.info.imageDigests.begin(), m_model.info.imageDigests.end());
    QCOMPARE(melded->info.imageDigests, digests);
    QVERIFY(melded->info.heldOutDigests.empty());

    TrainRequest more = m_folder.request(100);
    more.dataset = m_set;
    more.holdout = 0.0;
    more.initialModel = file("new.patina");
    const auto continued = train(more, {});
    QVERIFY2(continued, continued ? "" : continued.error().detail.c_str());
    QCOMPARE(continued->info.images.size(), 9U);
    digests = m_model.info.imageDigests;
    digests.push_back(contentDigest(*sha256OfFile(file("set/train/good/a.png"))));
    QCOMPARE(continued->info.imageDigests, digests);
}

void TestKnownContent::calibrationLeavesOutCopiesOfTrainedImages()
{
    QVERIFY(std::filesystem::create_directory(file("fresh")));
    for (int i = 0; i < 4; ++i)
        QVERIFY(cv::imwrite((file("fresh") / (std::to_string(i) + ".png")).string(), madePart(400 + i)));
    std::filesystem::copy_file(file("parts") / m_copied, file("fresh/x.png"));
    const auto fresh = openDataset(file("fresh"));
    QVERIFY(fresh);
    Model model = m_model;
    Notices notices;
    const auto report = recalibrate(model, {*fresh, {}, file("home"), false, 2}, notices.context());
    QVERIFY2(report, report ? "" : report.error().detail.c_str());
    QCOMPARE(model.info.heldOutImages, (std::vector<std::string>{"0.png", "1.png", "2.png", "3.png"}));
    QCOMPARE(model.info.heldOutDigests.size(), 4U);
    QVERIFY(notices.contain("1 images are not used for the score scale: they are copies of images that the bank was "
                            "trained on (first: x.png of " +
                            m_copied + ")"));
}

QTEST_APPLESS_MAIN(TestKnownContent)

#include "tst_known_content.moc"
