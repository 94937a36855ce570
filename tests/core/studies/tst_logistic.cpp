#include "core/base/random.h"
#include "core/studies/logistic.h"

#include <QTest>

#include <atomic>

using namespace patina;

namespace {

constexpr int rowCount = 200;

struct Sample
{
    cv::Mat rows;
    std::vector<int> labels;
    std::vector<int> groups;
};

/// Two clouds that are two deviations apart along the first axis.
Sample twoClouds()
{
    Sample sample{cv::Mat(rowCount, 6, CV_64FC1), {}, {}};
    Random random(3);
    for (int i = 0; i < rowCount; ++i) {
        for (int column = 0; column < sample.rows.cols; ++column)
            sample.rows.at<double>(i, column) = random.normal() + (column == 0 ? 2.0 * (i % 2) : 0.0);
        sample.labels.push_back(i % 2);
        sample.groups.push_back(i / 4);
    }
    return sample;
}

} // namespace

class TestLogistic : public QObject
{
    Q_OBJECT
private slots:
    void cloudsAreToldApart();
    void fewGroupsAreNoFigure_data();
    void fewGroupsAreNoFigure();
    void cancelled();
};

void TestLogistic::cloudsAreToldApart()
{
    const Sample sample = twoClouds();
    const auto scores = crossValidatedLogOdds(sample.rows, sample.labels, sample.groups, 5);
    QCOMPARE(scores.size(), std::size_t{rowCount});
    int right = 0;
    for (std::size_t i = 0; i < scores.size(); ++i)
        right += (scores[i] > 0.0) == (sample.labels[i] == 1) ? 1 : 0;
    QVERIFY2(right > rowCount * 3 / 4, qPrintable(QString::number(right)));
}

void TestLogistic::fewGroupsAreNoFigure_data()
{
    QTest::addColumn<std::vector<int>>("groupsOfFirst");
    QTest::addColumn<std::vector<int>>("groupsOfSecond");
    QTest::addColumn<bool>("figure");
    const std::vector five{0, 1, 2, 3, 4};
    QTest::newRow("five each") << five << five << true;
    QTest::newRow("many of one") << std::vector{0, 1, 2, 3, 4, 5, 6, 7, 8, 9} << five << true;
    QTest::newRow("four of one") << std::vector{0, 1, 2, 3} << five << false;
    QTest::newRow("one of the other") << five << std::vector{0, 0, 0, 0, 0} << false;
    QTest::newRow("one fold") << five << std::vector{0, 5, 10, 15, 20} << false;
    QTest::newRow("none") << five << std::vector<int>{} << false;
}

void TestLogistic::fewGroupsAreNoFigure()
{
    QFETCH(std::vector<int>, groupsOfFirst);
    QFETCH(std::vector<int>, groupsOfSecond);
    QFETCH(bool, figure);
    std::vector<int> labels(groupsOfFirst.size(), 0);
    labels.resize(groupsOfFirst.size() + groupsOfSecond.size(), 1);
    std::vector<int> groups = groupsOfFirst;
    groups.insert(groups.end(), groupsOfSecond.begin(), groupsOfSecond.end());
    QCOMPARE(canCrossValidate(labels, groups, 5), figure);
}

void TestLogistic::cancelled()
{
    const Sample sample = twoClouds();
    const std::atomic<bool> cancel{true};
    QVERIFY(crossValidatedLogOdds(sample.rows, sample.labels, sample.groups, 5, 1.0, JobContext(&cancel, {})).empty());
}

QTEST_APPLESS_MAIN(TestLogistic)
#include "tst_logistic.moc"
