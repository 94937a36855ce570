// Images that calibrate and images that are quoted.

#include "core/thresholds/calibration_part.h"
#include "core/thresholds/project_parts.h"

#include <QTemporaryDir>
#include <QtTest>

#include <rapidcheck.h>

#include <fstream>
#include <set>

using namespace patina;

namespace {

Dataset someImages()
{
    Dataset dataset;
    dataset.root = "/nowhere/parts";
    const int images = *rc::gen::inRange(4, 40);
    for (int i = 0; i < images; ++i) {
        ImageRecord image;
        image.id = "test/" + std::to_string(i);
        image.className = *rc::gen::element<std::string>("good", "crack", "dent");
        image.group = "part " + std::to_string(*rc::gen::inRange(0, images));
        dataset.images.push_back(image);
    }
    for (int i = 0; i < 3; ++i) {
        ImageRecord image;
        image.id = image.group = "validation/" + std::to_string(i);
        image.split = Split::Validation;
        dataset.images.push_back(image);
    }
    return dataset;
}

std::set<std::string> groupsOfTests(const Dataset &dataset)
{
    std::set<std::string> groups;
    for (const ImageRecord *image : dataset.ofSplit(Split::Test))
        groups.insert(image->group);
    return groups;
}

/// The project that a data set would be imported to, with a mask of its class on each image that is not good.
ProjectEvaluationRequest projectOf(const Dataset &dataset)
{
    auto contents = std::make_shared<ProjectContents>();
    contents->classes = {{"crack", ClassKind::Defect, 0}, {"dent", ClassKind::Defect, 1}};
    for (const ImageRecord &image : dataset.images) {
        contents->images.push_back(
            {image.id, image.id, image.id + " in bytes", image.split, image.className, image.group});
        if (image.className != "good")
            contents->labels.push_back({std::ssize(contents->labels) + 1,
                                        image.id,
                                        image.className,
                                        "ground truth",
                                        LabelSource::Imported,
                                        RunMask(cv::Size(4, 4)),
                                        {},
                                        {}});
    }
    ProjectEvaluationRequest request;
    request.contents = std::move(contents);
    return request;
}

bool apart(const CalibrationPart &part)
{
    const std::set<std::string> quoted = groupsOfTests(part.quoted);
    const std::set<std::string> calibrating = groupsOfTests(part.calibration);
    return std::ranges::none_of(calibrating, [&](const std::string &group) { return quoted.contains(group); });
}

} // namespace

class TestThresholdsPart : public QObject
{
    Q_OBJECT

private slots:
    void wholeGroupsOnOneSide();
    void dealtAlikeBeforeAndAfterScoring();
    void aProjectIsDealtLikeItsDataSet();
    void listsTakeTheirGroupsAlong();
    void onePartIsRefused();
};

void TestThresholdsPart::wholeGroupsOnOneSide()
{
    QVERIFY(rc::check("every test image is on one side, whole groups", [] {
        const Dataset dataset = someImages();
        const auto part = partByGroups(dataset, 0.5, *rc::gen::arbitrary<std::uint64_t>());
        RC_PRE(part.has_value()); // else all images are of one group
        RC_ASSERT(part->calibration.images.size() + part->quoted.images.size() == dataset.images.size());
        RC_ASSERT(part->quoted.ofSplit(Split::Validation).size() == 3U);
        RC_ASSERT(part->calibration.ofSplit(Split::Validation).empty());
        RC_ASSERT(apart(*part));
    }));
}

/// What is scored first and then split has the parts of what is split first and then scored.
void TestThresholdsPart::dealtAlikeBeforeAndAfterScoring()
{
    QVERIFY(rc::check("judged images lie where their ids were dealt to, in any order", [] {
        Dataset dataset = someImages();
        const auto seed = *rc::gen::arbitrary<std::uint64_t>();
        const double share = *rc::gen::element(0.2, 0.5, 0.8);
        const auto part = partByGroups(dataset, share, seed);
        RC_PRE(part.has_value());
        std::vector<KnownImage> known = knownImages(dataset);
        std::ranges::reverse(known);
        const auto parts = dealtParts(known, share, seed);
        RC_ASSERT(parts.has_value() && *parts == part->parts);
        Outcomes outcomes;
        CalibrationData data;
        for (const KnownImage &image : known) {
            const auto number = std::ssize(outcomes.images);
            outcomes.images.push_back({image.id});
            (image.className == "good" ? data.good : data.anomalous)
                .push_back({number, image.className, 0.0, image.group});
            data.defects.push_back({number, "crack", 0.0, image.group});
        }
        const CalibrationSplit split = splitByParts(data, outcomes, *parts);
        for (const auto &[judged, dataOfPart] :
             {std::pair(&split.calibration, &part->calibration), std::pair(&split.acceptance, &part->quoted)}) {
            std::set<std::string> ids;
            for (const auto *images : {&judged->good, &judged->anomalous})
                for (const JudgedImage &image : *images)
                    ids.insert(outcomes.images[static_cast<std::size_t>(image.image)].id);
            std::set<std::string> wanted;
            for (const ImageRecord *record : dataOfPart->ofSplit(Split::Test))
                wanted.insert(record->id);
            RC_ASSERT(ids == wanted);
            RC_ASSERT(judged->defects.size() == wanted.size());
        }
    }));
}

/// So that the window, which has projects, and a command on the data set choose on the same images.
void TestThresholdsPart::aProjectIsDealtLikeItsDataSet()
{
    QVERIFY(rc::check("masks and folders deal alike, copies lie together", [] {
        Dataset dataset = someImages();
        for (ImageRecord &image : dataset.images)
            if (image.className != "good")
                image.masks.push_back({"mask.png", image.className});
        const auto seed = *rc::gen::arbitrary<std::uint64_t>();
        const auto ofData = dealtParts(knownImages(dataset), 0.4, seed);
        RC_PRE(ofData.has_value());
        ProjectEvaluationRequest request = projectOf(dataset);
        const auto ofProject = partsOfProject(request, 0.4, seed);
        RC_ASSERT(ofProject.has_value() && *ofProject == *ofData);
        // A copy of an image of the other part joins it there.
        auto contents = std::make_shared<ProjectContents>(*request.contents);
        contents->images[1].sha256 = contents->images[0].sha256;
        request.contents = contents;
        const auto joined = partsOfProject(request, 0.4, seed);
        RC_PRE(joined.has_value());
        RC_ASSERT(joined->calibration.contains("test/0") == joined->calibration.contains("test/1"));
        joinCopies(request);
        RC_ASSERT(joinCopies(request).copies == 0);
        RC_ASSERT(partsOfProject(request, 0.4, seed).value() == *joined);
    }));
}

void TestThresholdsPart::listsTakeTheirGroupsAlong()
{
    QTemporaryDir folder;
    const std::filesystem::path list = folder.filePath("list.csv").toStdString();
    QVERIFY(rc::check("what is named calibrates, others of its groups are in no figure", [&] {
        const Dataset dataset = someImages();
        const std::size_t tests = dataset.images.size() - 3;
        std::ofstream(list) << "image\ntest/0\ntest/2\n";
        const auto part = partByFolderOrList(dataset, list, {});
        RC_PRE(part.has_value());
        RC_ASSERT(part->calibration.images.size() == 2U);
        RC_ASSERT(part->quoted.ofSplit(Split::Test).size() + 2 + static_cast<std::size_t>(part->leftOut) == tests);
        RC_ASSERT(apart(*part));
    }));
}

void TestThresholdsPart::onePartIsRefused()
{
    Dataset dataset;
    for (int i = 0; i < 5; ++i) {
        ImageRecord image;
        image.id = std::to_string(i);
        image.group = "one part";
        dataset.images.push_back(image);
    }
    const auto part = partByGroups(dataset, 0.5, 0);
    QCOMPARE(part.error().code, ErrorCode::BadArgument);
    QVERIFY(part.error().detail.find("each part takes at least one") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestThresholdsPart)
#include "tst_thresholds_part.moc"
