#include "core/dataset/dataset.h"
#include "tests/core/dataset/sample_folder.h"

#include <QTest>

#include <fmt/format.h>

#include <set>
#include <sys/stat.h>
#include <unistd.h>

using namespace patina;
using Kind = DatasetProblem::Kind;

namespace {

void makeMvtec(const SampleFolder &folder)
{
    for (int i = 0; i < 4; ++i)
        folder.image(fmt::format("train/good/{:03}.png", i), i);
    folder.image("validation/good/000.png", 20);
    folder.image("test/good/000.png", 30);
    for (int i = 0; i < 2; ++i) {
        folder.image(fmt::format("test/crack/{:03}.png", i), 40 + i);
        folder.mask(fmt::format("ground_truth/crack/{:03}_mask.png", i));
    }
    folder.image("test/dent/000.bmp", 50);
    folder.mask("ground_truth/dent/000.png", 1);
}

std::string errorOf(const SampleFolder &folder)
{
    const Result<Dataset> dataset = openDataset(folder.path());
    return dataset ? std::string() : dataset.error().detail;
}

} // namespace

class TestDatasetLayouts : public QObject
{
    Q_OBJECT

private slots:
    void mvtecAd()
    {
        const SampleFolder folder;
        makeMvtec(folder);
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(dataset->layout, DatasetLayout::MvtecAd);
        QCOMPARE(countImages(*dataset, Split::Train, "good"), 4);
        QCOMPARE(countImages(*dataset, Split::Validation, "good"), 1);
        QCOMPARE(countImages(*dataset, Split::Test, "good"), 1);
        QCOMPARE(countImages(*dataset, Split::Test, "crack"), 2);
        const std::vector<LabelClass> classes = {{"crack", ClassKind::Defect}, {"dent", ClassKind::Defect}};
        QCOMPARE(dataset->classes, classes);
        QCOMPARE(dataset->problems.size(), std::size_t{0});
        const ImageRecord *crack = findImage(*dataset, "test/crack/001.png");
        QVERIFY(crack != nullptr);
        QCOMPARE(crack->masks.size(), std::size_t{1});
        QCOMPARE(crack->masks[0].path.filename().string(), std::string("001_mask.png"));
        QCOMPARE(crack->masks[0].className, std::string("crack"));
        QCOMPARE(crack->group, crack->id);
        QCOMPARE(findImage(*dataset, "test/dent/000.bmp")->masks.size(), std::size_t{1});
        QCOMPARE(dataset->ofSplit(Split::Train).size(), std::size_t{4});
    }

    void imagesAreSortedBySplitClassAndId()
    {
        const SampleFolder folder;
        makeMvtec(folder);
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QVERIFY(std::is_sorted(dataset->images.begin(), dataset->images.end(), [](const auto &a, const auto &b) {
            return std::tie(a.split, a.className, a.id) < std::tie(b.split, b.className, b.id);
        }));
        std::set<std::string> ids;
        for (const ImageRecord &image : dataset->images)
            ids.insert(image.id);
        QCOMPARE(ids.size(), dataset->images.size());
        QVERIFY(openDataset(folder.path())->images == dataset->images);
    }

    void mvtecLocoMaskFolders()
    {
        const SampleFolder folder;
        makeMvtec(folder);
        folder.image("test/logical/000.png", 60);
        folder.mask("ground_truth/logical/000/000.png");
        folder.mask("ground_truth/logical/000/001.png");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(findImage(*dataset, "test/logical/000.png")->masks.size(), std::size_t{2});
    }

    void mvtecAd2KeepsMasksBesideTheTestImages()
    {
        const SampleFolder folder;
        folder.image("train/good/000.png", 1);
        folder.image("test_public/good/001.png", 2);
        folder.image("test_public/bad/002.png", 3);
        folder.mask("test_public/ground_truth/bad/002_mask.png");
        folder.image("test_private/003.png", 4);
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(dataset->images.size(), std::size_t{3});
        QCOMPARE(findImage(*dataset, "test_public/bad/002.png")->masks.size(), std::size_t{1});
        QCOMPARE(countProblems(dataset->problems, Kind::StrayFile), 1);
    }

    void missingStrayAndSharedMasksAreSaid()
    {
        const SampleFolder folder;
        makeMvtec(folder);
        folder.image("test/crack/002.png", 43);         // no mask
        folder.mask("ground_truth/crack/777_mask.png"); // no image
        folder.image("validation/crack/000.png", 44);   // claims the mask of test/crack/000.png
        folder.mask("ground_truth/rust/000_mask.png");  // no such class
        folder.text("test/crack/notes.txt", "hello");
        folder.image("test/loose.png", 45);
        folder.image("test/bend/000.png", 46);
        folder.image("test/bend/001.png", 47);
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        const auto has = [&](Kind kind, const std::string &id) {
            return std::any_of(dataset->problems.begin(), dataset->problems.end(),
                               [&](const auto &problem) { return problem.kind == kind && problem.imageId == id; });
        };
        QVERIFY(has(Kind::MissingMask, "test/crack/002.png"));
        QVERIFY(has(Kind::MissingMask, "validation/crack/000.png"));
        QVERIFY(has(Kind::AmbiguousMask, "validation/crack/000.png"));
        QVERIFY(has(Kind::StrayFile, "ground_truth/crack"));
        QVERIFY(has(Kind::StrayFile, "ground_truth/rust"));
        QVERIFY(has(Kind::StrayFile, "test/crack"));
        QVERIFY(has(Kind::StrayFile, "test"));
        QVERIFY2(has(Kind::MissingMask, ""), "a class without any mask is one problem");
        QCOMPARE(findImage(*dataset, "test/crack/000.png")->masks.size(), std::size_t{1});
        QCOMPARE(findImage(*dataset, "test/loose.png"), static_cast<const ImageRecord *>(nullptr));
    }

    void acceptanceSetOfDefectsOnly()
    {
        const SampleFolder folder;
        folder.image("test/crack/000.png", 1);
        folder.mask("ground_truth/crack/000_mask.png");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(dataset->layout, DatasetLayout::MvtecAd);
        QCOMPARE(countImages(*dataset, Split::Test, "crack"), 1);
    }

    void btad()
    {
        const SampleFolder folder;
        folder.image("train/ok/0000.bmp", 1);
        folder.image("test/ok/0001.bmp", 2);
        folder.image("test/ko/0002.bmp", 3);
        folder.mask("ground_truth/ko/0002.png");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(dataset->layout, DatasetLayout::Btad);
        QCOMPARE(countImages(*dataset, Split::Train, "good"), 1);
        QCOMPARE(countImages(*dataset, Split::Test, "good"), 1);
        QCOMPARE(findImage(*dataset, "test/ko/0002.bmp")->masks.size(), std::size_t{1});
        QCOMPARE(dataset->problems.size(), std::size_t{0});
    }

    void visaByRule()
    {
        const SampleFolder folder;
        for (int i = 0; i < 20; ++i)
            folder.image(fmt::format("Data/Images/Normal/{:04}.JPG", i), i);
        folder.image("Data/Images/Anomaly/000.JPG", 50);
        folder.image("Data/Images/Anomaly/001.JPG", 51);
        folder.image("Data/Images/Anomaly/002.JPG", 52);
        for (int i = 0; i < 3; ++i)
            folder.mask(fmt::format("Data/Masks/Anomaly/{:03}.png", i), 1);
        folder.text("image_anno.csv", "image,label,mask\n"
                                      "candle/Data/Images/Normal/0000.JPG,normal,\n"
                                      "candle/Data/Images/Anomaly/000.JPG,\"bent\",candle/Data/Masks/Anomaly/000.png\n"
                                      "candle/Data/Images/Anomaly/001.JPG,\"bent,wax melded\",x\n");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(dataset->layout, DatasetLayout::VisA);
        QCOMPARE(countImages(*dataset, Split::Train, "good"), 18);
        QCOMPARE(countImages(*dataset, Split::Test, "good"), 2);
        QCOMPARE(countImages(*dataset, Split::Test, "bent"), 1);
        QCOMPARE(countImages(*dataset, Split::Test, "combined"), 1);
        QCOMPARE(countImages(*dataset, Split::Test, "anomaly"), 1);
        QCOMPARE(findImage(*dataset, "Data/Images/Anomaly/000.JPG")->masks[0].className, std::string("bent"));
        QCOMPARE(dataset->problems.size(), std::size_t{0});
    }

    void visaBySplitFile()
    {
        const SampleFolder folder;
        for (const char *name : {"a", "b", "c"})
            folder.image(fmt::format("candle/Data/Images/Normal/{}.JPG", name), name[0]);
        folder.image("candle/Data/Images/Anomaly/000.JPG", 50);
        folder.mask("candle/Data/Masks/Anomaly/000.png", 3);
        folder.text("split_csv/1cls.csv", "object,split,label,image,mask\r\n"
                                          "candle,train,normal,candle/Data/Images/Normal/a.JPG,\r\n"
                                          "candle,test,normal,candle/Data/Images/Normal/b.JPG,\r\n"
                                          "pcb1,train,normal,pcb1/Data/Images/Normal/c.JPG,\r\n"
                                          "candle,test,anomaly,candle/Data/Images/Anomaly/000.JPG,x\r\n");
        const Result<Dataset> dataset = openDataset(folder.path() / "candle");
        QVERIFY(dataset);
        QCOMPARE(countImages(*dataset, Split::Train, "good"), 1);
        QCOMPARE(countImages(*dataset, Split::Test, "good"), 2); // b, and c that nobody put anywhere
        QCOMPARE(countProblems(dataset->problems, Kind::BadSideFile), 1);

        const std::string alone = errorOf(folder);
        QVERIFY2(alone.find("candle") != std::string::npos, alone.c_str());
        folder.image("pcb1/Data/Images/Normal/c.JPG", 9);
        const std::string several = errorOf(folder);
        QVERIFY2(several.find("2 VisA categories (candle, pcb1)") != std::string::npos, several.c_str());

        folder.text("split_csv/1cls.csv", "object,split,image\ncandle,trial,candle/Data/Images/Normal/a.JPG\n");
        QCOMPARE(openDataset(folder.path() / "candle").error().code, ErrorCode::BadFormat);
    }

    void kolektorSddSplitsByItem()
    {
        const SampleFolder folder;
        for (int item = 1; item <= 10; ++item)
            for (int part = 0; part < 4; ++part) {
                const std::string stem = fmt::format("kos{:02}/Part{}", item, part);
                folder.image(stem + ".jpg", item * 10 + part);
                folder.mask(stem + "_label.bmp", part == 2 ? 255 : 0);
            }
        folder.image("kos01/Part8.jpg", 999); // nobody knows whether it is good
        folder.image("kos01/Part9.jpg", 998);
        folder.text("kos01/Part9_label.bmp", "BM this is no bitmap");
        std::int64_t reports = 0;
        const Result<Dataset> dataset =
            openDataset(folder.path(), JobContext(nullptr, [&](const Progress &) { ++reports; }));
        QVERIFY(dataset);
        QCOMPARE(dataset->layout, DatasetLayout::KolektorSdd);
        QCOMPARE(countImages(*dataset, Split::Train, "good"), 24);
        QCOMPARE(countImages(*dataset, Split::Test, "good"), 6);
        QCOMPARE(countImages(*dataset, Split::Test, "defect"), 10);
        QCOMPARE(findImage(*dataset, "kos05/Part0.jpg")->split, Split::Test);
        QCOMPARE(findImage(*dataset, "kos05/Part0.jpg")->group, std::string("kos05"));
        QCOMPARE(findImage(*dataset, "kos04/Part0.jpg")->split, Split::Train);
        QVERIFY(findImage(*dataset, "kos04/Part0.jpg")->masks.empty());
        QCOMPARE(findImage(*dataset, "kos04/Part2.jpg")->masks.size(), std::size_t{1});
        QCOMPARE(countProblems(dataset->problems, Kind::MissingMask), 1);
        QCOMPARE(countProblems(dataset->problems, Kind::Unreadable), 1);
        QVERIFY(reports > 40);

        const std::atomic<bool> cancel{true};
        QCOMPARE(openDataset(folder.path(), JobContext(&cancel, {})).error().code, ErrorCode::Cancelled);
    }

    void kolektorSdd2()
    {
        const SampleFolder folder;
        folder.image("train/10000.png", 1);
        folder.mask("train/10000_GT.png", 0);
        folder.image("train/10001.png", 2);
        folder.mask("train/10001_GT.png", 255);
        folder.image("test/20000.png", 3);
        folder.mask("test/20000_GT.png", 0);
        folder.image("test/20001.png", 4);
        folder.mask("test/20001_GT.png", 255);
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(dataset->layout, DatasetLayout::KolektorSdd);
        QCOMPARE(countImages(*dataset, Split::Train, "good"), 1);
        QCOMPARE(countImages(*dataset, Split::Train, "defect"), 1);
        QCOMPARE(countImages(*dataset, Split::Test, "good"), 1);
        QCOMPARE(countImages(*dataset, Split::Test, "defect"), 1);
        QCOMPARE(dataset->problems.size(), std::size_t{0});
    }

    void plainFolderIsAllGoodTraining()
    {
        const SampleFolder folder;
        folder.image("a.png", 1);
        folder.image("monday/b.TIF", 2);
        folder.image("monday/late/c.Jpeg", 3);
        folder.image(".hidden/d.png", 4);
        folder.text("readme.txt", "hello");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(dataset->layout, DatasetLayout::PlainFolder);
        QCOMPARE(countImages(*dataset, Split::Train, "good"), 3);
        QCOMPARE(dataset->images.size(), std::size_t{3});
        QVERIFY(dataset->classes.empty());
        QVERIFY(findImage(*dataset, "monday/late/c.Jpeg") != nullptr);
    }

    void linksInACircleEnd()
    {
        const SampleFolder folder;
        folder.image("a/one.png", 1);
        folder.folder("a/deep");
        std::filesystem::create_directory_symlink("..", folder.path() / "a/deep/up");
        std::filesystem::create_directory_symlink(folder.path(), folder.path() / "a/deep/top");
        std::filesystem::create_symlink("self", folder.path() / "a/self");
        std::filesystem::create_symlink("nowhere.png", folder.path() / "a/broken.png");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(dataset->images.size(), std::size_t{1});
        QCOMPARE(countProblems(dataset->problems, Kind::Unreadable), 2); // self and broken.png
    }

    void pipesAreNeverOpened()
    {
        const SampleFolder folder;
        makeMvtec(folder);
        QCOMPARE(mkfifo((folder.path() / "train/good/pipe.png").c_str(), 0600), 0);
        QCOMPARE(mkfifo((folder.path() / "ground_truth/crack/pipe_mask.png").c_str(), 0600), 0);
        QCOMPARE(mkfifo((folder.path() / "other.fifo").c_str(), 0600), 0);
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(countImages(*dataset, Split::Train, "good"), 4);
        QCOMPARE(countProblems(dataset->problems, Kind::Unreadable), 2);
    }

    void unreadableFoldersAreSaid()
    {
        if (geteuid() == 0)
            QSKIP("root reads everything");
        const SampleFolder folder;
        makeMvtec(folder);
        std::filesystem::permissions(folder.path() / "test/crack", std::filesystem::perms::none);
        const Result<Dataset> dataset = openDataset(folder.path());
        std::filesystem::permissions(folder.path() / "test/crack", std::filesystem::perms::owner_all);
        QVERIFY(dataset);
        QCOMPARE(countImages(*dataset, Split::Test, "crack"), 0);
        QCOMPARE(countProblems(dataset->problems, Kind::Unreadable), 1);
    }

    void veryDeepFoldersEnd()
    {
        const SampleFolder folder;
        std::string deep;
        for (int i = 0; i < 60; ++i)
            deep += "d/";
        folder.image("top.png", 1);
        folder.image(deep + "x.png", 2);
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(dataset->images.size(), std::size_t{1});
        QCOMPARE(countProblems(dataset->problems, Kind::Unreadable), 1);
    }

    void wrongRootsAreHelpful_data()
    {
        QTest::addColumn<QStringList>("images");
        QTest::addColumn<QString>("says");
        QTest::newRow("one level above") << QStringList{"bottle/train/good/0.png"} << "open";
        QTest::newRow("one level above names it") << QStringList{"bottle/train/good/0.png"} << "folder bottle";
        QTest::newRow("several") << QStringList{"a/train/good/0.png", "b/train/ok/0.png"} << "2 data sets (a, b)";
        QTest::newRow("far above") << QStringList{"x/y/z/train/good/0.png"} << "x/y/z";
        QTest::newRow("test without classes") << QStringList{"test/0.png", "train/1.png"} << "none of the known forms";
        QTest::newRow("bad beside good") << QStringList{"good/0.png", "ng/1.png"} << "folder ng";
        QTest::newRow("nothing") << QStringList{} << "has no images";
    }

    void wrongRootsAreHelpful()
    {
        QFETCH(QStringList, images);
        QFETCH(QString, says);
        const SampleFolder folder;
        for (const QString &name : images)
            folder.image(name.toStdString());
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(!dataset);
        QCOMPARE(dataset.error().code, ErrorCode::BadFormat);
        QVERIFY2(dataset.error().detail.find(says.toStdString()) != std::string::npos, dataset.error().detail.c_str());
    }

    void noFolder()
    {
        const SampleFolder folder;
        QCOMPARE(openDataset(folder.path() / "nothing").error().code, ErrorCode::NotFound);
        folder.text("file.png", "x");
        QCOMPARE(openDataset(folder.path() / "file.png").error().code, ErrorCode::BadFormat);
    }
};

QTEST_APPLESS_MAIN(TestDatasetLayouts)
#include "tst_dataset_layouts.moc"
