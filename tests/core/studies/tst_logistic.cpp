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

void TestLogistic::cancelled()
{
    const Sample sample = twoClouds();
    const std::atomic<bool> cancel{true};
    QVERIFY(crossValidatedLogOdds(sample.rows, sample.labels, sample.groups, 5, 1.0, JobContext(&cancel, {})).empty());
}

QTEST_APPLESS_MAIN(TestLogistic)
#include "tst_logistic.moc"
