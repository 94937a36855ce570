#include "core/evaluation/project_truth.h"
#include "core/project/import_dataset.h"

#include <QTest>

#include <set>

using namespace patina;

namespace {

const cv::Size size(20, 10);

RunMask area(int x, int y, int width, int height)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    mask(cv::Rect(x, y, width, height)).setTo(255);
    return RunMask::ofMat(mask);
}

/// A project with one image of each sort.
ProjectContents usual()
{
    ProjectContents contents;
    contents.images = {{"test/crack/a.png", "a.png", "aa", Split::Test, "crack", "p1"},
                       {"test/good/b.png", "b.png", "bb", Split::Test, "good", "p2"},
                       {"train/good/c.png", "c.png", "cc", Split::Train, "good", "p3"},
                       {"train/good/d.png", "d.png", "dd", Split::Train, "good", "p4"},
                       {"validation/good/e.png", "e.png", "ee", Split::Validation, "good", "p5"}};
    contents.classes = {{"stain", ClassKind::Impurity, 1}, {"crack", ClassKind::Defect, 0}};
    return contents;
}

void addLabel(ProjectContents &contents, const std::string &image, const std::string &className, const RunMask &mask,
              const std::string &reader = "Eva", LabelSource source = LabelSource::Region)
{
    Label label;
    label.id = std::ssize(contents.labels) + 1;
    label.image = image;
    label.className = className;
    label.reader = reader;
    label.source = source;
    label.mask = mask;
    contents.labels.push_back(label);
}

ProjectTruth truthOf(const ProjectContents &contents, const std::string &reader = "Eva")
{
    return ProjectTruth(std::make_shared<ProjectContents>(contents), reader);
}

std::int64_t pixelsOf(const ProjectTruth &truth, std::size_t image, const std::string &className)
{
    const auto found = truth.of(image, size, size, {});
    if (!found)
        return -1;
    for (const LabelLayer &layer : found->labels.layers)
        if (truth.classes()[static_cast<std::size_t>(layer.classIndex)].name == className)
            return cv::countNonZero(layer.mask);
    return 0;
}

UsedImages used(const std::set<std::string> &ids)
{
    UsedImages images;
    for (const std::string &id : ids)
        images.add(id, {});
    return images;
}

} // namespace

class ProjectTruthTest : public QObject
{
    Q_OBJECT
private slots:
    void classesComeInTheirOrder()
    {
        const auto classes = labelClassesOf(usual());
        QCOMPARE(classes.size(), 2U);
        QCOMPARE(classes[0].name, std::string("crack"));
        QCOMPARE(classes[1].kind, ClassKind::Impurity);
    }

    void importedMasksHoldAsLongAsNobodySaysOtherwise()
    {
        ProjectContents contents = usual();
        addLabel(contents, "test/crack/a.png", "crack", area(2, 2, 4, 4), groundTruthReader, LabelSource::Imported);
        QCOMPARE(pixelsOf(truthOf(contents), 0, "crack"), 16);
        // A flagged region around it confirms it and makes it larger.
        addLabel(contents, "test/crack/a.png", "crack", area(1, 1, 6, 6));
        QCOMPARE(pixelsOf(truthOf(contents), 0, "crack"), 36);
        QCOMPARE(pixelsOf(truthOf(contents, ""), 0, "crack"), 16);
    }

    void theReadersWordReplacesWhatWasImported()
    {
        ProjectContents contents = usual();
        addLabel(contents, "test/crack/a.png", "crack", area(2, 2, 4, 4), groundTruthReader, LabelSource::Imported);
        addLabel(contents, "test/crack/a.png", "stain", area(2, 2, 1, 4));
        QCOMPARE(pixelsOf(truthOf(contents), 0, "crack"), 12);
        QCOMPARE(pixelsOf(truthOf(contents), 0, "stain"), 4);
        addLabel(contents, "test/crack/a.png", "good", area(0, 0, 20, 10));
        QCOMPARE(pixelsOf(truthOf(contents), 0, "crack"), 0);
        QCOMPARE(pixelsOf(truthOf(contents), 0, "stain"), 0);
        QCOMPARE(pixelsOf(truthOf(contents, "Udo"), 0, "crack"), 16);
    }

    void aRegionOfWhichHalfIsSomethingElseLeavesNoSlivers()
    {
        ProjectContents contents = usual();
        RunMask two = united(area(2, 2, 4, 4), area(12, 2, 4, 4)); // two cracks in one mask
        addLabel(contents, "test/crack/a.png", "crack", two, groundTruthReader, LabelSource::Imported);
        addLabel(contents, "test/crack/a.png", "stain", area(2, 2, 4, 2)); // half of the first
        QCOMPARE(pixelsOf(truthOf(contents), 0, "crack"), 16);
        QCOMPARE(pixelsOf(truthOf(contents), 0, "stain"), 8);
        QCOMPARE(truthOf(contents).of(0, size, size, {})->className, std::string("crack"));
    }

    void anImageWhoseOutlinesAreOverruledIsWhatItsLabelsSay()
    {
        ProjectContents contents = usual();
        addLabel(contents, "test/crack/a.png", "crack", area(2, 2, 4, 4), groundTruthReader, LabelSource::Imported);
        addLabel(contents, "test/crack/a.png", "stain", area(1, 1, 6, 6));
        QCOMPARE(truthOf(contents).of(0, size, size, {})->className, std::string("good"));
        // Without an outline to overrule the folder's word stays.
        contents.labels.erase(contents.labels.begin());
        QCOMPARE(truthOf(contents).of(0, size, size, {})->className, std::string("crack"));
    }

    void aFolderClassThatIsGoneSaysNothing()
    {
        ProjectContents contents = usual();
        std::erase_if(contents.classes, [](const ProjectClass &one) { return one.name == "crack"; });
        QCOMPARE(truthOf(contents).of(0, size, size, {})->className, std::string("good"));
        QCOMPARE(truthOf(contents).scope({}).counted, std::vector<std::size_t>{1});
        QCOMPARE(truthOf(contents).scope({}).notKnown, 3);
    }

    void whatTheModelWasMadeFromIsLeftOut()
    {
        ProjectContents contents = usual();
        QCOMPARE(truthOf(contents).scope(used({"test/good/b.png"})).counted, std::vector<std::size_t>{0});
        QCOMPARE(truthOf(contents).scope(used({"test/good/b.png"})).trainedOn, 1);
        contents.reviews.push_back({"train/good/c.png", "Eva", "2026-01-01T00:00:00Z"});
        contents.reviews.push_back({"train/good/d.png", "Eva", "2026-01-01T00:00:00Z"});
        // Trained on the folder itself, or on one above it.
        const EvaluationScope scope =
            truthOf(contents).scope(used({"good/c.png", "set/train/good/d.png", "ood/d.png"}));
        QCOMPARE(scope.trainedOn, 2);
        QCOMPARE(scope.counted, (std::vector<std::size_t>{0, 1}));
    }

    void aCopyUnderAnotherNameIsLeftOut()
    {
        ProjectContents contents = usual();
        for (ProjectImage &image : contents.images)
            image.sha256 = std::string(63, 'a') + image.id.back();
        contents.images[1].sha256 = "0123456789abcdef0123456789abcdef" + std::string(32, '7');
        UsedImages model;
        model.add("somewhere/else.png", "0123456789abcdef0123456789abcdef");
        const EvaluationScope scope = truthOf(contents).scope(model);
        QCOMPARE(scope.counted, std::vector<std::size_t>{0});
        QCOMPARE(scope.copies, (std::vector<CopyOfUsed>{{1, "somewhere/else.png"}}));
        QCOMPARE(scope.trainedOn, 1);
        QVERIFY(model.whyNotAll().empty());
        // An older model keeps no content, and says so.
        model = used({"somewhere/else.png"});
        QCOMPARE(truthOf(contents).scope(model).counted, (std::vector<std::size_t>{0, 1}));
        QVERIFY(model.whyNotAll().starts_with("of 1 images"));
    }

    void imagesWithoutAHashAreCopiesOfNone()
    {
        ProjectContents contents = usual();
        for (ProjectImage &image : contents.images)
            image.sha256.clear();
        UsedImages model = used({"a.png"});
        QVERIFY(truthOf(contents).scope(model).copies.empty());
    }

    void importedLayersMayOverlap()
    {
        ProjectContents contents = usual();
        addLabel(contents, "test/crack/a.png", "crack", area(2, 2, 4, 4), groundTruthReader, LabelSource::Imported);
        addLabel(contents, "test/crack/a.png", "stain", area(0, 0, 10, 10), groundTruthReader, LabelSource::Imported);
        QCOMPARE(pixelsOf(truthOf(contents), 0, "crack"), 16);
        QCOMPARE(pixelsOf(truthOf(contents), 0, "stain"), 100);
    }

    void onlyWhatSomebodyKnowsCounts()
    {
        ProjectContents contents = usual();
        EvaluationScope scope = truthOf(contents).scope({});
        QCOMPARE(scope.counted, (std::vector<std::size_t>{0, 1}));
        QCOMPARE(scope.validation, std::vector<std::size_t>{4});
        QCOMPARE(scope.notKnown, 2);
        contents.reviews.push_back({"train/good/c.png", "Eva", "2026-01-01T00:00:00Z"});
        addLabel(contents, "train/good/d.png", "crack", area(1, 1, 2, 2));
        scope = truthOf(contents).scope(used({"train/good/d.png"}));
        QCOMPARE(scope.counted, (std::vector<std::size_t>{0, 1, 2}));
        QCOMPARE(scope.trainedOn, 1);
        QCOMPARE(scope.notKnown, 0);
        QCOMPARE(truthOf(contents, "Udo").scope({}).notKnown, 2);
    }

    void zonesAreDontCare()
    {
        ProjectContents contents = usual();
        contents.zones.push_back({1, "test/good/b.png", ZoneKind::Ignore, {{0, 0}, {10, 0}, {10, 10}, {0, 10}}});
        const auto truth = truthOf(contents).of(1, size, {10, 5}, {});
        QVERIFY(truth);
        QCOMPARE(truth->ignore.size(), cv::Size(10, 5));
        QCOMPARE(cv::countNonZero(truth->ignore), 25);
        QVERIFY(truthOf(contents).of(0, size, size, {})->ignore.empty());
    }

    void aLabelOfAnotherSizeIsNamed()
    {
        ProjectContents contents = usual();
        addLabel(contents, "test/crack/a.png", "crack", area(2, 2, 4, 4));
        const auto truth = truthOf(contents).of(0, {21, 10}, {21, 10}, {});
        QCOMPARE(truth.error().code, ErrorCode::ShapeMismatch);
        QVERIFY(truth.error().detail.find("20x10") != std::string::npos);
    }

    void theDigestChangesWithAllThatCounts()
    {
        std::set<std::string> digests;
        ProjectContents contents = usual();
        digests.insert(truthOf(contents).digest(0));
        contents.images[0].group = "p9";
        digests.insert(truthOf(contents).digest(0));
        addLabel(contents, "test/crack/a.png", "crack", area(2, 2, 4, 4), groundTruthReader, LabelSource::Imported);
        digests.insert(truthOf(contents).digest(0));
        contents.labels[0].mask = area(2, 2, 4, 5);
        digests.insert(truthOf(contents).digest(0));
        contents.labels[0].className = "stain";
        digests.insert(truthOf(contents).digest(0));
        contents.zones.push_back({1, "", ZoneKind::Ignore, {{0, 0}, {10, 0}, {10, 10}}});
        digests.insert(truthOf(contents).digest(0));
        contents.zones[0].kind = ZoneKind::Roi;
        digests.insert(truthOf(contents).digest(0));
        QCOMPARE(digests.size(), 7U);
        // What another reader says, or is said of another image, changes nothing.
        const std::string before = truthOf(contents).digest(0);
        addLabel(contents, "test/crack/a.png", "crack", area(2, 2, 1, 1), "Udo");
        addLabel(contents, "test/good/b.png", "crack", area(2, 2, 1, 1));
        QCOMPARE(truthOf(contents).digest(0), before);
    }
};

QTEST_GUILESS_MAIN(ProjectTruthTest)
#include "tst_project_truth.moc"
