// Groups by a regular expression over the ids of images, and what their names say of parts.

#include "core/dataset/group_pattern.h"
#include "core/dataset/tile_names.h"

#include <QtTest>

using namespace patina;

class TestDatasetGroups : public QObject
{
    Q_OBJECT

private slots:
    void theParenthesisIsTheGroup();
    void withoutOneTheMatchIs();
    void othersKeepTheirGroup();
    void tilesOfOnePart_data();
    void tilesOfOnePart();
    void refusals_data();
    void refusals();
};

namespace {

Dataset views()
{
    Dataset dataset;
    dataset.root = "parts";
    for (const char *id :
         {"test/good/17_cam0.png", "test/good/17_cam1.png", "test/crack/18_cam0.png", "test/good/a.png"})
        dataset.images.push_back({id, {}, Split::Test, "good", {}, id});
    return dataset;
}

std::vector<std::string> groupsOf(const Dataset &dataset)
{
    std::vector<std::string> groups;
    for (const ImageRecord &image : dataset.images)
        groups.push_back(image.group);
    return groups;
}

} // namespace

void TestDatasetGroups::theParenthesisIsTheGroup()
{
    Dataset dataset = views();
    QCOMPARE(assignGroupsByPattern(dataset, "([0-9]+)_cam[0-9]").value(), std::int64_t{3});
    QVERIFY(groupsOf(dataset) == (std::vector<std::string>{"17", "17", "18", "test/good/a.png"}));
}

void TestDatasetGroups::withoutOneTheMatchIs()
{
    Dataset dataset = views();
    QCOMPARE(assignGroupsByPattern(dataset, "cam[0-9]").value(), std::int64_t{3});
    QVERIFY(groupsOf(dataset) == (std::vector<std::string>{"cam0", "cam1", "cam0", "test/good/a.png"}));
}

void TestDatasetGroups::othersKeepTheirGroup()
{
    Dataset dataset = views();
    dataset.images.back().group = "lot 3";
    QCOMPARE(assignGroupsByPattern(dataset, "([0-9]+)_cam|good/(a)").value(),
             std::int64_t{3}); // an empty group is none
    QCOMPARE(dataset.images.back().group, std::string("lot 3"));
}

void TestDatasetGroups::tilesOfOnePart_data()
{
    using Ids = std::vector<std::string>;
    QTest::addColumn<Ids>("ids");
    QTest::addColumn<Ids>("groups"); // what the pattern makes of them; none: no parts
    QTest::newRow("x and y, in the folders of what is on them")
        << Ids{"test/good/Oil_0001_x1280_y594.png", "test/oil/Oil_0001_x320_y594.png", "test/oil/Oil_0004_x0_y0.png",
               "test/good/Oil_0004_x330_y0.png"}
        << Ids{"Oil_0001", "Oil_0001", "Oil_0004", "Oil_0004"};
    QTest::newRow("rows and columns") << Ids{"good/part7_r03_c12.png", "good/part7_r03_c13.png"}
                                      << Ids{"part7", "part7"};
    QTest::newRow("words, other marks") << Ids{"a-Row1-Col2.png", "a-Row2-Col2.png"} << Ids{"a", "a"};
    QTest::newRow("nothing between") << Ids{"a_x1y2.png", "a_x2y2.png"} << Ids{"a", "a"};
    QTest::newRow("pixels without letters")
        << Ids{"good/img_1280_594.png", "good/img_1280_0.png", "good/img_0_594.png", "good/img_0_0.png"}
        << Ids{"img", "img", "img", "img"};
    QTest::newRow("parts and views") << Ids{"p_12_1.png", "p_12_2.png", "p_13_1.png", "p_13_2.png"}
                                     << Ids{"p_12", "p_12", "p_13", "p_13"};
    QTest::newRow("coordinates and views")
        << Ids{"a/p_x0_y0.png", "a/p_x9_y0.png", "b/12_1.png", "b/12_2.png", "b/13_1.png", "b/13_2.png"}
        << Ids{"p", "p", "12", "12", "13", "13"};
    QTest::newRow("numbers alone") << Ids{"good/good_0001.png", "good/good_0002.png", "good/good_0003.png"} << Ids{};
    QTest::newRow("numbers in two folders")
        << Ids{"good/img_1.png", "good/img_2.png", "bad/img_1.png", "bad/img_2.png"} << Ids{};
    QTest::newRow("a lot and a number") << Ids{"lot_100_0001.png", "lot_100_0002.png", "lot_100_0003.png"} << Ids{};
    QTest::newRow("dates and times") << Ids{"cam_20240105_101500.png", "cam_20240205_121500.png"} << Ids{};
    QTest::newRow("one tile each") << Ids{"a_x0_y0.png", "b_x0_y0.png"} << Ids{};
    QTest::newRow("other letters") << Ids{"a_v1_w2.png", "a_v2_w2.png"} << Ids{};
    QTest::newRow("nothing before") << Ids{"x1_y2.png", "x2_y2.png", "1_2.png", "100_200.png"} << Ids{};
}

void TestDatasetGroups::tilesOfOnePart()
{
    QFETCH(std::vector<std::string>, ids);
    QFETCH(std::vector<std::string>, groups);
    LikelyParts likely = likelyParts(ids);
    QCOMPARE(likely.images, std::ssize(groups));
    std::ranges::reverse(ids);
    QVERIFY(likelyParts(ids).parts == likely.parts && likelyParts(ids).pattern == likely.pattern);
    std::ranges::reverse(ids);
    QCOMPARE(likely.pattern.empty(), groups.empty());
    if (groups.empty())
        return;
    Dataset dataset;
    for (const std::string &id : ids)
        dataset.images.push_back({id, {}, Split::Test, "good", {}, id});
    QCOMPARE(assignGroupsByPattern(dataset, likely.pattern).value(), std::ssize(ids));
    QVERIFY2(groupsOf(dataset) == groups, likely.pattern.c_str());
}

void TestDatasetGroups::refusals_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("says");
    QTest::newRow("no expression") << "([0-9]+"
                                   << "'([0-9]+' is no regular expression";
    QTest::newRow("no match") << "groups.csv"
                              << "'groups.csv' matches no image of parts; ids are such as test/good/a.png";
    QTest::newRow("nothing in it") << "x*"
                                   << "'x*' matches no image";
}

void TestDatasetGroups::refusals()
{
    QFETCH(QString, pattern);
    QFETCH(QString, says);
    Dataset dataset = views();
    const auto matched = assignGroupsByPattern(dataset, pattern.toStdString());
    QVERIFY(!matched);
    QCOMPARE(matched.error().code, ErrorCode::BadArgument);
    QVERIFY2(matched.error().detail.starts_with(says.toStdString()), matched.error().detail.c_str());
    QVERIFY(groupsOf(dataset) == groupsOf(views()));
}

QTEST_APPLESS_MAIN(TestDatasetGroups)
#include "tst_dataset_groups.moc"
