// Two parts that have no group in common.

#include "tests/core/thresholds/made_scores.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace patina;
using namespace patina::made;

class TestThresholdsSplit : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsOnOneSide();
    void noGroupIsOnBoth();
    void orderDoesNotMatter();
    void sameSeedSameSplit();
    void shareIsKept_data();
    void shareIsKept();
    void rareClassesAreOnBothSides();
    void twoGroupsWithOneClassAreParted();
    void dataComeFromOutcomes();
    void groupsOfADataSet();
};

namespace {

std::set<std::string> groupsIn(const CalibrationData &data)
{
    std::set<std::string> groups;
    for (const JudgedImage &image : data.good)
        groups.insert(image.group);
    for (const JudgedImage &image : data.anomalous)
        groups.insert(image.group);
    for (const JudgedDefect &defect : data.defects)
        groups.insert(defect.group);
    return groups;
}

std::int64_t defectsOf(const CalibrationData &data, const std::string &name)
{
    return std::ranges::count(data.defects, name, &JudgedDefect::className);
}

CalibrationSplit anySplit(const CalibrationData &data)
{
    const double share = static_cast<double>(*rc::gen::inRange(1, 10)) / 10.0;
    return splitByGroup(data, share, *rc::gen::inRange<std::uint64_t>(0, 1000));
}

} // namespace

void TestThresholdsSplit::everythingIsOnOneSide()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages());
        const auto [calibration, acceptance] = anySplit(data);
        RC_ASSERT(calibration.good.size() + acceptance.good.size() == data.good.size());
        RC_ASSERT(calibration.anomalous.size() + acceptance.anomalous.size() == data.anomalous.size());
        RC_ASSERT(calibration.defects.size() + acceptance.defects.size() == data.defects.size());
    }));
}

void TestThresholdsSplit::noGroupIsOnBoth()
{
    QVERIFY(rc::check([] {
        const auto [calibration, acceptance] = anySplit(dataOf(anyImages()));
        const std::set<std::string> there = groupsIn(acceptance);
        for (const std::string &group : groupsIn(calibration))
            RC_ASSERT(!there.contains(group));
    }));
}

void TestThresholdsSplit::orderDoesNotMatter()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages());
        const auto seed = *rc::gen::inRange<std::uint64_t>(0, 1000);
        const CalibrationSplit split = splitByGroup(data, 0.5, seed);
        const CalibrationSplit other = splitByGroup(shuffled(data), 0.5, seed);
        RC_ASSERT(groupsIn(split.calibration) == groupsIn(other.calibration));
        RC_ASSERT(groupsIn(split.acceptance) == groupsIn(other.acceptance));
    }));
}

void TestThresholdsSplit::sameSeedSameSplit()
{
    const CalibrationData data = cracksAndGood(std::vector<double>(40, 2.0), std::vector<double>(60, 1.0));
    QVERIFY(splitByGroup(data, 0.5, 7).calibration == splitByGroup(data, 0.5, 7).calibration);
    QVERIFY(splitByGroup(data, 0.5, 7).calibration != splitByGroup(data, 0.5, 8).calibration);
}

void TestThresholdsSplit::shareIsKept_data()
{
    QTest::addColumn<double>("share");
    for (const double share : {0.1, 0.25, 0.5, 0.8})
        QTest::addRow("%g", share) << share;
}

/// Of images that are groups of their own, each kind to the image.
void TestThresholdsSplit::shareIsKept()
{
    QFETCH(double, share);
    const CalibrationData data = cracksAndGood(std::vector<double>(40, 2.0), std::vector<double>(120, 1.0));
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const CalibrationSplit split = splitByGroup(data, share, seed);
        QVERIFY(std::abs(static_cast<double>(split.calibration.good.size()) - share * 120.0) <= 1.0);
        QVERIFY(std::abs(static_cast<double>(split.calibration.defects.size()) - share * 40.0) <= 1.0);
    }
}

/// 100 parts with cracks, some of which have one of three holes.
void TestThresholdsSplit::rareClassesAreOnBothSides()
{
    std::vector<Scored> images;
    for (int i = 0; i < 100; ++i)
        images.push_back({std::to_string(i), {{"crack", 1.0}}, 1.0});
    for (const std::size_t i : {3U, 50U, 97U})
        images[i].defects.emplace_back("hole", 2.0);
    for (const double share : {0.1, 0.5, 0.9})
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const CalibrationSplit split = splitByGroup(dataOf(images), share, seed);
            QVERIFY(defectsOf(split.calibration, "hole") > 0 && defectsOf(split.acceptance, "hole") > 0);
            QVERIFY(defectsOf(split.calibration, "crack") > 0 && defectsOf(split.acceptance, "crack") > 0);
        }
}

void TestThresholdsSplit::twoGroupsWithOneClassAreParted()
{
    QVERIFY(rc::check([] {
        std::vector<Scored> images{{"a", {{"crack", 1.0}}, 1.0}, {"b", {{"crack", 1.0}}, 1.0}};
        for (int i = *rc::gen::inRange(0, 20); i > 0; --i)
            images.push_back({*rc::gen::element<std::string>("a", "b"), {{"crack", 1.0}}, 1.0});
        for (int i = *rc::gen::inRange(0, 20); i > 0; --i)
            images.push_back({"good " + std::to_string(i), {}, 0.0});
        const auto [calibration, acceptance] = anySplit(dataOf(images));
        RC_ASSERT(defectsOf(calibration, "crack") > 0 && defectsOf(acceptance, "crack") > 0);
    }));
}

void TestThresholdsSplit::dataComeFromOutcomes()
{
    const std::vector<LabelClass> classes{{"crack", ClassKind::Defect}, {"stain", ClassKind::Impurity}};
    Outcomes outcomes;
    outcomes.images = {{"good/1", -1, ImageRole::Good, 1.0001, 1.0F},
                       {"crack/1", 0, ImageRole::Anomalous, 3.0, 3.0F},
                       {"stain/1", 1, ImageRole::LeftOut, 2.0, std::nullopt},
                       {"stain/2", 1, ImageRole::Good, 2.0, 1.5F}};
    outcomes.defects = {{1, 0, {}, 10, 2.5F}};
    outcomes.impurities = {{3, 1, {}, 10, 1.5F}};
    const CalibrationData data =
        calibrationData(outcomes, classes, [](const std::string &id) { return id == "good/1" ? "part 7" : ""; });
    QCOMPARE(data.good.size(), std::size_t{2});
    QVERIFY(data.good[0] == (JudgedImage{0, "good", 1.0, "part 7"}));
    QVERIFY(data.good[1] == (JudgedImage{3, "stain", 1.5, "stain/2"}));
    QVERIFY(data.anomalous == (std::vector<JudgedImage>{{1, "crack", 3.0, "crack/1"}}));
    QVERIFY(data.defects == (std::vector<JudgedDefect>{{1, "crack", 2.5, "crack/1"}}));
    QCOMPARE(groupCount(data), std::int64_t{3});
}

void TestThresholdsSplit::groupsOfADataSet()
{
    Dataset dataset;
    dataset.images.push_back({"test/good/1.png", {}, Split::Test, "good", {}, "lot 3"});
    const GroupOfImage groupOf = groupsOf(dataset);
    dataset.images.clear();
    QCOMPARE(groupOf("test/good/1.png"), std::string("lot 3"));
    QCOMPARE(groupOf("test/good/2.png"), std::string());
}

QTEST_APPLESS_MAIN(TestThresholdsSplit)
#include "tst_thresholds_split.moc"
