#include "core/pipeline/calibration.h"
#include "core/pipeline/dataset_versions.h"
#include "tests/core/pipeline/training_folder.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>

using namespace patina;

/// The score scale made anew.
class TestCalibration : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void trainedImagesAreLeftOut();
    void groupsOfTrainedImagesAreLeftOut();
    void anUnnamedVersionMayBeAny();
    void otherImagesMakeTheScale();
    void testImagesAreNoticed();
    void noImagesLeaveTheModelAsItWas();
    void labelsAreUnique();

private:
    std::filesystem::path file(const char *name) const { return m_folder.file(name); }
    CalibrationRequest request(const Dataset &dataset) const { return {dataset, {}, file("home"), false, 2}; }

    TrainingFolder m_folder;
    Model m_model; ///< trained on eight of `parts`
};

void TestCalibration::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
    auto model = train(m_folder.request(100), {});
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    m_model = std::move(*model);
}

void TestCalibration::trainedImagesAreLeftOut()
{
    const CalibrationImages found = calibrationImages(m_model.info, m_folder.dataset());
    QCOMPARE(found.trainedOn, 8);
    QCOMPARE(found.images.size(), 2U);
    for (const std::size_t image : found.images)
        QVERIFY(std::ranges::find(m_model.info.heldOutImages, m_folder.dataset().images[image].id) !=
                m_model.info.heldOutImages.end());
    // The same names in another data set are other images.
    Dataset other = m_folder.dataset();
    other.root = other.root.parent_path() / "lot";
    QCOMPARE(calibrationImages(m_model.info, other).images.size(), 10U);
}

void TestCalibration::groupsOfTrainedImagesAreLeftOut()
{
    Dataset grouped = m_folder.dataset();
    for (ImageRecord &image : grouped.images)
        image.group = "one";
    QCOMPARE(calibrationImages(m_model.info, grouped).images.size(), 0U);
}

void TestCalibration::anUnnamedVersionMayBeAny()
{
    ModelInfo older = m_model.info;
    older.versions.front().name.clear();
    Dataset other = m_folder.dataset();
    other.root = other.root.parent_path() / "lot";
    QCOMPARE(calibrationImages(older, other).trainedOn, 8);
}

void TestCalibration::otherImagesMakeTheScale()
{
    QVERIFY(std::filesystem::create_directory(file("fresh")));
    for (int i = 0; i < 12; ++i)
        QVERIFY(cv::imwrite((file("fresh") / (std::to_string(i) + ".png")).string(), madePart(200 + i)));
    const Dataset fresh = *openDataset(file("fresh"));
    Model model = m_model;
    model.info.scoreScale = {};
    Notices notices;
    const auto report = recalibrate(model, request(fresh), notices.context());
    QVERIFY2(report, report ? "" : report.error().detail.c_str());
    QCOMPARE(report->skipped, 0);
    QVERIFY(model.info.scoreScale.calibrated());
    QCOMPARE(model.info.scoreScale.images, 12);
    QCOMPARE(model.info.heldOutImages.size(), 12U);
    QCOMPARE(model.info.heldOutScores.size(), 12U);
    QVERIFY(notices.texts.empty());
    QCOMPARE(model.bank, m_model.bank);
    // The scores are those of the bank, not of an earlier scale.
    Model again = m_model;
    QVERIFY(recalibrate(again, request(fresh), {}));
    QCOMPARE(again.info.heldOutScores, model.info.heldOutScores);
}

void TestCalibration::testImagesAreNoticed()
{
    Dataset dataset = m_folder.dataset();
    dataset.root = dataset.root.parent_path() / "lot";
    for (std::size_t i = 0; i < 4; ++i)
        dataset.images[i].split = Split::Test;
    dataset.images[4].className = "scratch";
    Model model = m_model;
    model.info.imageDigests.clear(); // the files are the same
    Notices notices;
    const auto report = recalibrate(model, request(dataset), notices.context());
    QVERIFY(report);
    QCOMPARE(report->found.ofTest, 4);
    QCOMPARE(model.info.scoreScale.images, 9);
    QVERIFY(notices.contain("4 of the 9 images are test images"));
}

void TestCalibration::noImagesLeaveTheModelAsItWas()
{
    Dataset dataset = m_folder.dataset();
    const std::string before = modelInfoToJson(m_model.info);
    std::erase_if(dataset.images, [&](const ImageRecord &image) {
        return std::ranges::find(m_model.info.images, image.id) == m_model.info.images.end();
    });
    Model model = m_model;
    auto refused = recalibrate(model, request(dataset), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    // One image makes no scale.
    dataset.root = dataset.root.parent_path() / "lot";
    dataset.images.resize(1);
    refused = recalibrate(model, request(dataset), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    QCOMPARE(modelInfoToJson(model.info), before);
}

void TestCalibration::labelsAreUnique()
{
    ModelInfo info;
    for (const char *name : {"lot", "", "lot", "training", "lot#2", "lot"})
        info.versions.push_back({name, "", 0});
    QCOMPARE(versionLabels(info),
             (std::vector<std::string>{"lot", "unnamed", "lot#2", "training#2", "lot#2#2", "lot#3"}));
}

QTEST_GUILESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
