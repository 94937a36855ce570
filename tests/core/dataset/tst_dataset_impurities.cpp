#include "core/dataset/dataset.h"
#include "core/dataset/layouts.h"
#include "tests/core/dataset/sample_folder.h"

#include <QTest>

#include <string>

using namespace patina;
using Kind = DatasetProblem::Kind;

namespace {

void makeImages(const SampleFolder &folder)
{
    folder.image("train/good/000.png", 1);
    folder.image("train/good/part_mask.png", 2);
    folder.image("test/good/000.png", 3);
    folder.image("test/good/001.png", 4);
    folder.image("test/crack/001.png", 5);
    folder.image("test/crack/002.png", 6);
    folder.mask("ground_truth/crack/001_mask.png");
    folder.mask("ground_truth/crack/002_mask.png");
}

std::vector<std::string> maskClasses(const Dataset &dataset, const std::string &id)
{
    std::vector<std::string> names;
    for (const MaskFile &mask : findImage(dataset, id)->masks)
        names.push_back(mask.className);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

class TestDatasetImpurities : public QObject
{
    Q_OBJECT

private slots:
    /// Every mask and every image has the same file name: to look at each pair would take many minutes.
    void equalStemsTakeNoLonger()
    {
        constexpr int images = 300'000;
        constexpr int masks = 4'000;
        Listing listing;
        for (int i = 0; i < images; ++i)
            listing.images.push_back(
                {.id = "test/" + std::to_string(i) + "/000.png", .path = {}, .masks = {}, .group = {}});
        const SampleFolder folder;
        const auto make = [&](const std::string &name) { std::ofstream(folder.below(name)); };
        for (int i = 0; i < masks; ++i)
            make("impurity/dust/" + std::to_string(i) + "/000_mask.png");
        make("impurity/dust/000_mask.png");
        const auto classes = attachImpurityMasks(listing, folder.path());
        QVERIFY(classes && classes->size() == 1);
        const auto masked = [](const ImageRecord &image) { return image.masks.size() == 1; };
        QVERIFY(std::all_of(listing.images.begin(), listing.images.begin() + masks, masked));
        QVERIFY(std::none_of(listing.images.begin() + masks, listing.images.end(), masked));
        QCOMPARE(listing.problems.size(), std::size_t{1});
        QVERIFY2(listing.problems[0].detail.starts_with("fits 300000 images (test/0/000.png, test/1/000.png, ...)"),
                 listing.problems[0].detail.c_str());
    }

    void uniqueStems()
    {
        const SampleFolder folder;
        makeImages(folder);
        folder.mask("impurity/stain/002_mask.png");
        folder.mask("impurity/dust/002.png");
        folder.mask("impurity/dust/part_mask.png");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(maskClasses(*dataset, "test/crack/002.png"), (Names{"crack", "dust", "stain"}));
        QCOMPARE(maskClasses(*dataset, "train/good/part_mask.png"), Names{"dust"});
        const std::vector<LabelClass> classes = {
            {"crack", ClassKind::Defect}, {"dust", ClassKind::Impurity}, {"stain", ClassKind::Impurity}};
        QCOMPARE(dataset->classes, classes);
        QCOMPARE(dataset->problems.size(), std::size_t{0});
    }

    void foldersTellEqualStemsApart()
    {
        const SampleFolder folder;
        makeImages(folder);
        folder.mask("impurity/stain/crack/001_mask.png");
        folder.mask("impurity/dust/good/001_mask.png");
        folder.mask("impurity/dust/train/good/000_mask.png");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(maskClasses(*dataset, "test/crack/001.png"), (Names{"crack", "stain"}));
        QCOMPARE(maskClasses(*dataset, "test/good/001.png"), Names{"dust"});
        QCOMPARE(maskClasses(*dataset, "train/good/000.png"), Names{"dust"});
        QCOMPARE(maskClasses(*dataset, "test/good/000.png"), Names{});
        QCOMPARE(dataset->problems.size(), std::size_t{0});
    }

    void ambiguousAndStrayMasksAreNamed()
    {
        const SampleFolder folder;
        makeImages(folder);
        folder.mask("impurity/stain/001_mask.png");      // test/good and test/crack
        folder.mask("impurity/stain/good/000_mask.png"); // train/good and test/good
        folder.mask("impurity/stain/777_mask.png");
        folder.mask("impurity/stain/ood/000_mask.png"); // whole folder names only
        folder.mask("impurity/loose_mask.png");
        folder.text("impurity/stain/notes.txt", "hello");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(countProblems(dataset->problems, Kind::AmbiguousMask), 2);
        QCOMPARE(countProblems(dataset->problems, Kind::StrayFile), 4);
        for (const ImageRecord &image : dataset->images)
            QCOMPARE(image.masks.size(), std::size_t{image.isGood() ? 0U : 1U});
    }

    void impurityClassWithImagesOfItsOwn()
    {
        const SampleFolder folder;
        makeImages(folder);
        folder.image("test/stain/100.png", 7);
        folder.mask("impurity/stain/100_mask.png");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(maskClasses(*dataset, "test/stain/100.png"), Names{"stain"});
        const auto stain = std::find_if(dataset->classes.begin(), dataset->classes.end(),
                                        [](const LabelClass &entry) { return entry.name == "stain"; });
        QCOMPARE(stain->kind, ClassKind::Impurity);
        QCOMPARE(countProblems(dataset->problems, Kind::BadSideFile), 1);
        QCOMPARE(countProblems(dataset->problems, Kind::MissingMask), 0);
        folder.text("labels.json", R"({"classes":[{"name":"stain","kind":"defect"},{"name":"crack"}]})");
        const Result<Dataset> declared = openDataset(folder.path());
        QCOMPARE(declared->classes[1], (LabelClass{"stain", ClassKind::Defect}));
        QCOMPARE(declared->problems.size(), std::size_t{0});
    }

    void plainFolderHasImpuritiesToo()
    {
        const SampleFolder folder;
        folder.image("a.png", 1);
        folder.image("b.png", 2);
        folder.mask("impurity/oil/a_mask.png");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        QCOMPARE(dataset->images.size(), std::size_t{2});
        QCOMPARE(maskClasses(*dataset, "a.png"), Names{"oil"});
        QVERIFY(findImage(*dataset, "a.png")->isGood());
    }
};

QTEST_APPLESS_MAIN(TestDatasetImpurities)
#include "tst_dataset_impurities.moc"
