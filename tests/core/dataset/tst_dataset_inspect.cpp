#include "core/dataset/dataset.h"
#include "core/image/mask_file.h"
#include "tests/core/dataset/sample_folder.h"

#include <QTest>

#include <atomic>

using namespace patina;
using Kind = DatasetProblem::Kind;

namespace {

Dataset opened(const SampleFolder &folder)
{
    Result<Dataset> dataset = openDataset(folder.path());
    return dataset ? std::move(*dataset) : Dataset{};
}

const DatasetProblem *findProblem(const DatasetReport &report, Kind kind)
{
    const auto found = std::find_if(report.problems.begin(), report.problems.end(),
                                    [&](const DatasetProblem &problem) { return problem.kind == kind; });
    return found == report.problems.end() ? nullptr : &*found;
}

} // namespace

class TestDatasetInspect : public QObject
{
    Q_OBJECT

private slots:
    void soundSetHasNoProblems()
    {
        const SampleFolder folder;
        folder.image("train/good/0.png", 1);
        folder.image("train/good/1.png", 2);
        folder.image("test/crack/2.png", 3);
        folder.mask("ground_truth/crack/2_mask.png", 1);
        const auto report = inspectDataset(opened(folder), {});
        QVERIFY(report);
        QCOMPARE(report->problems.size(), std::size_t{0});
        QCOMPARE(report->sizes.size(), std::size_t{1});
        QCOMPARE(report->sizes[0].images, std::int64_t{3});
        QCOMPARE(report->sizes[0].info.size(), cv::Size(12, 8));
    }

    void sizesDoNotDependOnTheFormat()
    {
        const SampleFolder folder;
        folder.image("train/good/0.png", 1);
        folder.image("train/good/1.tif", 2);
        const auto report = inspectDataset(opened(folder), {});
        QVERIFY(report);
        QCOMPARE(report->sizes.size(), std::size_t{1});
        QCOMPARE(report->sizes[0].images, std::int64_t{2});
    }

    void duplicatesAreFoundAcrossFormats()
    {
        const SampleFolder folder;
        folder.image("train/good/0.png", 1);
        folder.image("train/good/1.bmp", 1);
        folder.image("train/good/2.png", 2);
        folder.image("test/good/7.bmp", 2);
        folder.image("test/good/8.png", 3);
        const auto report = inspectDataset(opened(folder), {});
        QVERIFY(report);
        QCOMPARE(countProblems(report->problems, Kind::Duplicate), 1);
        QCOMPARE(countProblems(report->problems, Kind::TrainTestDuplicate), 1);
        const DatasetProblem *across = findProblem(*report, Kind::TrainTestDuplicate);
        QCOMPARE(across->imageId, std::string("test/good/7.bmp"));
        QVERIFY(across->detail.find("train/good/2.png") != std::string::npos);
    }

    void equalBytesOfOtherShapeAreNoDuplicates()
    {
        const SampleFolder folder;
        folder.image("a.png", 1, {12, 8}, CV_8UC1);
        folder.image("b.png", 1, {8, 12}, CV_8UC1);
        const auto report = inspectDataset(opened(folder), {});
        QVERIFY(report);
        QCOMPARE(countProblems(report->problems, Kind::Duplicate), 0);
        QCOMPARE(countProblems(report->problems, Kind::MixedSizes), 1);
    }

    void masksThatDoNotFit()
    {
        const SampleFolder folder;
        folder.image("train/good/0.png", 1);
        for (int i = 1; i <= 3; ++i)
            folder.image("test/crack/" + std::to_string(i) + ".png", 10 + i);
        folder.mask("ground_truth/crack/1_mask.png", 255, {12, 9});
        folder.mask("ground_truth/crack/2_mask.png", 0);
        folder.text("ground_truth/crack/3_mask.png", "no picture");
        const auto report = inspectDataset(opened(folder), {});
        QVERIFY(report);
        QCOMPARE(report->problems.size(), std::size_t{3});
        const DatasetProblem *size = findProblem(*report, Kind::WrongMaskSize);
        QCOMPARE(size->imageId, std::string("test/crack/1.png"));
        QCOMPARE(size->detail, std::string("mask ground_truth/crack/1_mask.png 12x9 does not match image 12x8"));
        QCOMPARE(findProblem(*report, Kind::EmptyMask)->imageId, std::string("test/crack/2.png"));
        QCOMPARE(findProblem(*report, Kind::Unreadable)->imageId, std::string("test/crack/3.png"));
    }

    void damagedImagesAreSaidAndTheRestIsRead()
    {
        const SampleFolder folder;
        folder.image("a.png", 1, {64, 64});
        folder.image("b.png", 2, {64, 64});
        folder.text("c.png", "");
        std::filesystem::resize_file(folder.path() / "b.png", 2000);
        const auto report = inspectDataset(opened(folder), {});
        QVERIFY(report);
        QCOMPARE(countProblems(report->problems, Kind::Unreadable), 2);
        QCOMPARE(report->sizes.size(), std::size_t{1});
        QCOMPARE(report->sizes[0].images, std::int64_t{1});
    }

    void mixedDepthsAreCounted()
    {
        const SampleFolder folder;
        folder.image("a.png", 1, {12, 8}, CV_8UC1);
        folder.image("b.png", 2, {12, 8}, CV_8UC1);
        folder.image("c.png", 3, {12, 8}, CV_16UC1);
        const auto report = inspectDataset(opened(folder), {});
        QVERIFY(report);
        QCOMPARE(countProblems(report->problems, Kind::MixedSizes), 0);
        QCOMPARE(findProblem(*report, Kind::MixedDepths)->detail,
                 std::string("the images differ in depth: 2 mono 8 bit, 1 mono 16 bit"));
        QCOMPARE(report->sizes[0].images, std::int64_t{2});
    }

    void cancelAndProgress()
    {
        const SampleFolder folder;
        for (int i = 0; i < 5; ++i)
            folder.image(std::to_string(i) + ".png", i);
        const Dataset dataset = opened(folder);
        std::atomic<bool> cancel{false};
        std::vector<std::int64_t> seen;
        const auto progress = [&](const Progress &step) {
            seen.push_back(step.done);
            QCOMPARE(step.total, std::int64_t{5});
            cancel = step.done == 3;
        };
        const auto report = inspectDataset(dataset, JobContext(&cancel, progress));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(seen, (std::vector<std::int64_t>{0, 1, 2, 3}));
    }

    void masksOfAnyKindMarkWhatIsOverZero()
    {
        const SampleFolder folder;
        cv::Mat deep(5, 7, CV_16UC1, cv::Scalar(0));
        deep.at<std::uint16_t>(1, 2) = 1;
        cv::imwrite(folder.below("deep.png").string(), deep);
        cv::Mat colour(5, 7, CV_8UC3, cv::Scalar(0, 0, 0));
        colour.at<cv::Vec3b>(3, 4) = {0, 0, 9};
        cv::imwrite(folder.below("colour.png").string(), colour);
        const auto deepMask = readGreyMask(folder.path() / "deep.png");
        QVERIFY(deepMask);
        QCOMPARE(cv::countNonZero(*deepMask), 1);
        QCOMPARE(deepMask->at<std::uint8_t>(1, 2), std::uint8_t{255});
        const auto colourMask = readGreyMask(folder.path() / "colour.png");
        QVERIFY(colourMask);
        QCOMPARE(colourMask->type(), CV_8UC1);
        QCOMPARE(colourMask->at<std::uint8_t>(3, 4), std::uint8_t{255});
        QCOMPARE(cv::countNonZero(*colourMask), 1);
    }
};

QTEST_APPLESS_MAIN(TestDatasetInspect)
#include "tst_dataset_inspect.moc"
