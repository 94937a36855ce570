// Groups by a regular expression over the ids of images.

#include "core/dataset/group_pattern.h"

#include <QtTest>

using namespace patina;

class TestDatasetGroups : public QObject
{
    Q_OBJECT

private slots:
    void theParenthesisIsTheGroup();
    void withoutOneTheMatchIs();
    void othersKeepTheirGroup();
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
