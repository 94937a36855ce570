// Images that calibrate and images that are quoted.

#include "core/thresholds/calibration_part.h"

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
