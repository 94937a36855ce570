#include "core/pipeline/holdout.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace patina;

namespace {

/// `count` good training images in groups of `groupSize`, and two defect images that nobody may train on.
Dataset madeDataset(int count, int groupSize, int validation)
{
    Dataset dataset;
    for (int i = 0; i < count; ++i)
        dataset.images.push_back({std::to_string(i), {}, Split::Train, "good", {}, std::to_string(i / groupSize)});
    for (int i = 0; i < validation; ++i)
        dataset.images.push_back({"v" + std::to_string(i), {}, Split::Validation, "good", {}, "v"});
    dataset.images.push_back({"bad", {}, Split::Train, "scratch", {}, "x"});
    dataset.images.push_back({"test", {}, Split::Test, "good", {}, "y"});
    return dataset;
}

/// Good training images in groups of these sizes.
Dataset groupedDataset(const std::vector<int> &sizes)
{
    Dataset dataset;
    for (std::size_t group = 0; group < sizes.size(); ++group)
        for (int i = 0; i < sizes[group]; ++i)
            dataset.images.push_back(
                {std::to_string(dataset.images.size()), {}, Split::Train, "good", {}, std::to_string(group)});
    return dataset;
}

} // namespace

class TestHoldout : public QObject
{
    Q_OBJECT

private slots:
    void groupsStayTogetherAndEachImageHasOneSide();
    void oneLargeGroupIsTrainedOn();
    void theDefaultShareLeavesHalfToTrainOn();
    void onlyLargeGroups();
    void seedDecidesAlone();
    void validationImagesAreTheHoldOut();
    void manyValidationImagesAreNothingToSay();
    void noGroupIsTrainedOnAndHeldOut();
    void tooFewImagesAreAllTrainedOn();
    void maxTrainDrawsThatMany();
};

void TestHoldout::groupsStayTogetherAndEachImageHasOneSide()
{
    QVERIFY(rc::check("no group and no image on both sides, none lost", [] {
        const int count = *rc::gen::inRange(1, 120);
        const Dataset dataset = madeDataset(count, *rc::gen::inRange(1, 15), 0);
        const double share = *rc::gen::inRange(0, 91) / 100.0;
        const TrainingSplit split = splitTraining(dataset, share, 0, *rc::gen::arbitrary<std::uint64_t>());
        RC_ASSERT(split.train.size() + split.heldOut.size() == static_cast<std::size_t>(count));
        RC_ASSERT(!split.train.empty());
        std::set<std::size_t> seen(split.train.begin(), split.train.end());
        seen.insert(split.heldOut.begin(), split.heldOut.end());
        RC_ASSERT(seen.size() == static_cast<std::size_t>(count));
        std::set<std::string> groups;
        for (const std::size_t image : split.heldOut)
            groups.insert(dataset.images[image].group);
        for (const std::size_t image : split.train)
            RC_ASSERT(!groups.contains(dataset.images[image].group));
    }));
}

void TestHoldout::oneLargeGroupIsTrainedOn()
{
    const Dataset dataset = groupedDataset({1, 1, 100, 1, 1, 1, 1});
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const TrainingSplit split = splitTraining(dataset, 0.1, 0, seed);
        QCOMPARE(split.train.size(), 100U);
        QCOMPARE(split.heldOut.size(), 6U);
        QCOMPARE(split.wished, 11U);
    }
}

void TestHoldout::theDefaultShareLeavesHalfToTrainOn()
{
    QVERIFY(rc::check("at least half is trained on; what is held out is about the share or one group", [] {
        const auto sizes = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 40));
        const Dataset dataset = groupedDataset(sizes);
        const std::size_t images = dataset.images.size();
        const TrainingSplit split = splitTraining(dataset, 0.1, 0, *rc::gen::arbitrary<std::uint64_t>());
        RC_ASSERT(2 * split.train.size() >= images);
        std::set<std::string> groups;
        for (const std::size_t image : split.heldOut)
            groups.insert(dataset.images[image].group);
        RC_ASSERT(split.heldOut.size() <= 2 * split.wished || groups.size() == 1);
    }));
}

void TestHoldout::onlyLargeGroups()
{
    const TrainingSplit two = splitTraining(groupedDataset({30, 20}), 0.1, 0, 1);
    QCOMPARE(two.heldOut.size(), 20U);
    QCOMPARE(two.wished, 5U);
    const TrainingSplit one = splitTraining(groupedDataset({50}), 0.1, 0, 1);
    QVERIFY(one.heldOut.empty());
    QCOMPARE(one.train.size(), 50U);
}

void TestHoldout::seedDecidesAlone()
{
    const Dataset dataset = madeDataset(40, 1, 0);
    const TrainingSplit a = splitTraining(dataset, 0.1, 0, 3);
    const TrainingSplit b = splitTraining(dataset, 0.1, 0, 3);
    const TrainingSplit c = splitTraining(dataset, 0.1, 0, 4);
    QCOMPARE(a.train, b.train);
    QCOMPARE(a.heldOut, b.heldOut);
    QVERIFY(a.train != c.train);
    QCOMPARE(a.heldOut.size(), 5U);
}

void TestHoldout::validationImagesAreTheHoldOut()
{
    const TrainingSplit split = splitTraining(madeDataset(10, 1, 3), 0.1, 0, 1);
    QCOMPARE(split.heldOut, (std::vector<std::size_t>{10, 11, 12}));
    QCOMPARE(split.train.size(), 10U);
    QVERIFY(splitTraining(madeDataset(10, 1, 3), 0.0, 0, 1).heldOut.empty());
}

/// They were not drawn: no group is too large.
void TestHoldout::manyValidationImagesAreNothingToSay()
{
    int said = 0;
    const JobContext context(nullptr, {}, [&](const std::string &) { ++said; });
    noteSplit(splitTraining(madeDataset(24, 1, 40), 0.1, 0, 1), context);
    QCOMPARE(said, 0);
}

void TestHoldout::noGroupIsTrainedOnAndHeldOut()
{
    Dataset dataset = madeDataset(12, 2, 4);
    dataset.images[12].group = "3"; // two frames of a part that is trained on
    dataset.images[13].group = "3";
    const TrainingSplit split = splitTraining(dataset, 0.1, 0, 1);
    QCOMPARE(split.heldOut, (std::vector<std::size_t>{14, 15}));
    QCOMPARE(split.sharedWithTraining, std::size_t{2});
    QCOMPARE(split.train.size(), std::size_t{12});
}

void TestHoldout::tooFewImagesAreAllTrainedOn()
{
    const TrainingSplit few = splitTraining(madeDataset(5, 1, 0), 0.1, 0, 1);
    QCOMPARE(few.train.size(), 5U);
    QVERIFY(few.heldOut.empty());
    QCOMPARE(splitTraining(madeDataset(6, 1, 0), 0.1, 0, 1).heldOut.size(), 2U);
    QCOMPARE(splitTraining(madeDataset(20, 1, 0), 0.1, 0, 1).heldOut.size(), 5U);
}

void TestHoldout::maxTrainDrawsThatMany()
{
    const TrainingSplit split = splitTraining(madeDataset(50, 1, 0), 0.1, 7, 1);
    QCOMPARE(split.train.size(), 7U);
    QCOMPARE(split.heldOut.size(), 5U);
}

QTEST_APPLESS_MAIN(TestHoldout)
#include "tst_holdout.moc"
