#include "core/base/sha256.h"
#include "core/project/image_files.h"
#include "core/project/import_dataset.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <memory>

using namespace patina;

/// Folders that become projects.
class TestProjectImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void imagesClassesAndMasksAreTaken();
    void importingAgainTakesWhatIsNew();
    void whatCannotBeReadIsSaid();
    void otherContentOfTheSameNameIsNotKnown();
    void whatIsNoImageIsSaid();
    void namesThatAreNotUtf8AreSaid();
    void filesThatAreGoneOrChangedAreFound();
    void cancelledTakesNothing();

private:
    std::filesystem::path at(const char *name) const { return m_folder->filePath(name).toStdString(); }
    void write(const char *name, int grey, cv::Size size = {60, 40}) const
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(name).path()));
        QVERIFY(cv::imwrite(at(name).string(), cv::Mat(size, CV_8UC1, cv::Scalar(grey))));
    }
    static JobContext noticed(std::vector<std::string> &notices)
    {
        return JobContext(nullptr, {}, [&](const std::string &sentence) { notices.push_back(sentence); });
    }
    Dataset dataset() const { return openDataset(at("parts")).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Project> m_project;
};

void TestProjectImport::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    write("parts/train/good/1.png", 10);
    write("parts/train/good/2.png", 20);
    write("parts/test/good/3.png", 30);
    write("parts/test/scratch/4.png", 40);
    write("parts/ground_truth/scratch/4_mask.png", 255);
    std::ofstream(at("parts/scale.json")) << R"({"mmPerPixel": 0.02})";
    m_project = Project::create(at("a.patinaproj")).value();
}

void TestProjectImport::imagesClassesAndMasksAreTaken()
{
    const auto counts = importDataset(*m_project, dataset(), "Eva", {});
    QVERIFY2(counts, counts ? "" : counts.error().detail.c_str());
    QCOMPARE(counts->images, std::int64_t{4});
    QCOMPARE(counts->labels, std::int64_t{1});
    QCOMPARE(counts->skipped, std::int64_t{0});
    const ProjectContents contents = m_project->contents().value();
    QCOMPARE(contents.images.size(), 4U);
    const auto image = std::ranges::find(contents.images, "test/scratch/4.png", &ProjectImage::id);
    QVERIFY(image != contents.images.end());
    QCOMPARE(image->path, std::string("parts/test/scratch/4.png"));
    QCOMPARE(image->className, std::string("scratch"));
    QCOMPARE(image->sha256, *sha256OfFile(at("parts/test/scratch/4.png")));
    QCOMPARE(m_project->fullPath(image->path), at("parts/test/scratch/4.png"));
    QCOMPARE(contents.classes, (std::vector<ProjectClass>{{"scratch", ClassKind::Defect, 0}}));
    QCOMPARE(contents.labels.size(), 1U);
    QCOMPARE(contents.labels.front().mask.areaPx(), std::int64_t{60 * 40});
    QCOMPARE(contents.labels.front().reader, std::string(groundTruthReader));
    QCOMPARE(contents.settings, (std::vector<Setting>{{"mmPerPixel", "0.02"}}));
    QCOMPARE(m_project->head()->number, std::int64_t{1});
    QVERIFY(m_project->verify({})->good());
}

void TestProjectImport::importingAgainTakesWhatIsNew()
{
    QVERIFY(importDataset(*m_project, dataset(), "Eva", {}));
    const ProjectContents before = m_project->contents().value();
    const auto again = importDataset(*m_project, dataset(), "Eva", {});
    QVERIFY(again);
    QCOMPARE(again->images, std::int64_t{0});
    QCOMPARE(again->known, std::int64_t{4});
    QVERIFY(m_project->contents().value() == before);
    QCOMPARE(m_project->head()->number, std::int64_t{1}); // nothing changed: nothing in the journal
    write("parts/test/dent/5.png", 50);
    write("parts/ground_truth/dent/5_mask.png", 255);
    const auto more = importDataset(*m_project, dataset(), "Jan", {});
    QVERIFY(more);
    QCOMPARE(more->images, std::int64_t{1});
    QCOMPARE(more->labels, std::int64_t{1});
    const ProjectContents after = m_project->contents().value();
    QCOMPARE(after.labels.size(), 2U);
    QVERIFY(after.labels[0].id != after.labels[1].id);
    QVERIFY(std::ranges::find(after.classes, ProjectClass{"dent", ClassKind::Defect, 1}) != after.classes.end());
}

void TestProjectImport::whatCannotBeReadIsSaid()
{
    write("parts/ground_truth/scratch/4_mask.png", 255, {30, 30});
    const Dataset listed = dataset();
    QVERIFY(QFile::remove(QString::fromStdString(at("parts/train/good/2.png").string())));
    std::vector<std::string> notices;
    const auto counts = importDataset(*m_project, listed, "Eva", noticed(notices));
    QVERIFY(counts);
    QCOMPARE(counts->images, std::int64_t{3});
    QCOMPARE(counts->skipped, std::int64_t{2});
    QCOMPARE(notices.size(), 2U);
    QVERIFY(std::ranges::any_of(notices, [](const std::string &sentence) {
        return sentence.find("without its masks") != std::string::npos && sentence.find("30x30") != std::string::npos;
    }));
}

void TestProjectImport::otherContentOfTheSameNameIsNotKnown()
{
    QVERIFY(importDataset(*m_project, dataset(), "Eva", {}));
    const ProjectContents before = m_project->contents().value();
    write("parts/train/good/2.png", 99);
    QVERIFY(QFile::remove(QString::fromStdString(at("parts/test/good/3.png").string())));
    std::vector<std::string> notices;
    const auto counts = importDataset(*m_project, dataset(), "Eva", noticed(notices));
    QVERIFY(counts);
    QCOMPARE(counts->known, std::int64_t{2});
    QCOMPARE(counts->changed, std::int64_t{1});
    QCOMPARE(counts->missing, std::int64_t{1});
    QCOMPARE(notices.size(), 2U);
    QVERIFY2(notices[0].find("first: train/good/2.png") != std::string::npos, notices[0].c_str());
    QVERIFY(m_project->contents().value() == before);
}

void TestProjectImport::whatIsNoImageIsSaid()
{
    std::ofstream(at("parts/train/good/text.png")) << "no picture";
    std::vector<std::string> notices;
    const auto counts = importDataset(*m_project, dataset(), "Eva", noticed(notices));
    QVERIFY(counts);
    QCOMPARE(counts->images, std::int64_t{4});
    QCOMPARE(counts->skipped, std::int64_t{1});
    QCOMPARE(notices.size(), 1U);
    QVERIFY2(notices[0].find("text.png") != std::string::npos, notices[0].c_str());
}

void TestProjectImport::namesThatAreNotUtf8AreSaid()
{
    const auto old = at("parts") / "train" / "good" / "\xE4.png"; // Latin-1
    std::filesystem::copy_file(at("parts/train/good/1.png"), old);
    std::vector<std::string> notices;
    const auto counts = importDataset(*m_project, dataset(), "Eva", noticed(notices));
    QVERIFY2(counts, counts ? "" : counts.error().detail.c_str());
    QCOMPARE(counts->images, std::int64_t{4});
    QCOMPARE(counts->skipped, std::int64_t{1});
    QVERIFY2(notices[0].find("UTF-8") != std::string::npos, notices[0].c_str());
    QVERIFY(m_project->verify({})->good());
}

void TestProjectImport::filesThatAreGoneOrChangedAreFound()
{
    QVERIFY(importDataset(*m_project, dataset(), "Eva", {}));
    const ProjectContents contents = m_project->contents().value();
    auto files = checkImageFiles(*m_project, contents, {});
    QVERIFY(files);
    QVERIFY(files->good());
    QCOMPARE(files->same, std::int64_t{4});
    write("parts/train/good/2.png", 99);
    QVERIFY(QFile::remove(QString::fromStdString(at("parts/test/good/3.png").string())));
    files = checkImageFiles(*m_project, contents, {});
    QVERIFY(files);
    QCOMPARE(files->same, std::int64_t{2});
    QCOMPARE(files->changed, std::vector<std::string>{"train/good/2.png"});
    QCOMPARE(files->missing, std::vector<std::string>{"test/good/3.png"});
    const std::atomic<bool> cancel = true;
    QCOMPARE(checkImageFiles(*m_project, contents, JobContext(&cancel, {})).error().code, ErrorCode::Cancelled);
}

void TestProjectImport::cancelledTakesNothing()
{
    const std::atomic<bool> cancel = true;
    const auto counts = importDataset(*m_project, dataset(), "Eva", JobContext(&cancel, {}));
    QVERIFY(!counts);
    QCOMPARE(counts.error().code, ErrorCode::Cancelled);
    QVERIFY(m_project->contents()->images.empty());
}

QTEST_APPLESS_MAIN(TestProjectImport)
#include "tst_project_import.moc"
