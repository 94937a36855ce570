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

} // namespace

class TestHoldout : public QObject
{
    Q_OBJECT

private slots:
    void groupsStayTogetherAndEachImageHasOneSide();
    void seedDecidesAlone();
    void validationImagesAreTheHoldOut();
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

void TestHoldout::seedDecidesAlone()
{
    const Dataset dataset = madeDataset(40, 1, 0);
    const TrainingSplit a = splitTraining(dataset, 0.1, 0, 3);
    const TrainingSplit b = splitTraining(dataset, 0.1, 0, 3);
    const TrainingSplit c = splitTraining(dataset, 0.1, 0, 4);
    QCOMPARE(a.train, b.train);
    QCOMPARE(a.heldOut, b.heldOut);
    QVERIFY(a.train != c.train);
    QCOMPARE(a.heldOut.size(), 4U);
}

void TestHoldout::validationImagesAreTheHoldOut()
{
    const TrainingSplit split = splitTraining(madeDataset(10, 1, 3), 0.1, 0, 1);
    QCOMPARE(split.heldOut, (std::vector<std::size_t>{10, 11, 12}));
    QCOMPARE(split.train.size(), 10U);
    QVERIFY(splitTraining(madeDataset(10, 1, 3), 0.0, 0, 1).heldOut.empty());
}

void TestHoldout::tooFewImagesAreAllTrainedOn()
{
    const TrainingSplit few = splitTraining(madeDataset(5, 1, 0), 0.1, 0, 1);
    QCOMPARE(few.train.size(), 5U);
    QVERIFY(few.heldOut.empty());
    QCOMPARE(splitTraining(madeDataset(6, 1, 0), 0.1, 0, 1).heldOut.size(), 2U);
}

void TestHoldout::maxTrainDrawsThatMany()
{
    const TrainingSplit split = splitTraining(madeDataset(50, 1, 0), 0.1, 7, 1);
    QCOMPARE(split.train.size(), 7U);
    QCOMPARE(split.heldOut.size(), 5U);
}

QTEST_APPLESS_MAIN(TestHoldout)
#include "tst_holdout.moc"
