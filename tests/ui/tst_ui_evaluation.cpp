#include "ui/evaluation/evaluation_series.h"
#include "ui/jobs/evaluation_store.h"
#include "ui/models/miss_model.h"
#include "ui/models/operating_model.h"
#include "ui/models/policy_model.h"
#include "ui/models/question_model.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace patina;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

QString text(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString().replace(QChar::Nbsp, ' ');
}

ImageOutcome image(ImageRole role, float peak)
{
    ImageOutcome one;
    one.id = "image";
    one.role = role;
    one.peak = peak;
    one.falseRegions.fill(peak >= 1.0F ? 1 : 0); // at the thresholds of the settings
    return one;
}

RegionOutcome defect(float peak, std::int64_t areaPx, int classIndex = 0)
{
    RegionOutcome one;
    one.classIndex = classIndex;
    one.peak = peak;
    one.areaPx = areaPx;
    one.box = {1, 2, 3, 4};
    return one;
}

/// Three good images, five cracks.
Evaluation usual()
{
    Evaluation evaluation;
    evaluation.classes = {{"crack", ClassKind::Defect}, {"stain", ClassKind::Impurity}};
    evaluation.outcomes.images = {image(ImageRole::Anomalous, 3.0F), image(ImageRole::Good, 0.2F),
                                  image(ImageRole::Good, 0.8F), image(ImageRole::Good, 1.4F)};
    for (const float peak : {0.5F, 1.0F, 1.5F, 2.0F, 3.0F})
        evaluation.outcomes.defects.push_back(defect(peak, static_cast<std::int64_t>(peak * 100)));
    evaluation.outcomes.impurities = {defect(1.2F, 40, 1)};
    evaluation.outcomes.impurities[0].image = 1;
    evaluation.curves.recall = recallCurves(evaluation.outcomes, evaluation.classes, {});
    return evaluation;
}

OperatingPoint pointAt(double threshold)
{
    const Evaluation evaluation = usual();
    return countsAt(evaluation.outcomes, evaluation.classes, evaluation.settings, threshold);
}

OperatingModel::Point countedAt(double threshold)
{
    const Evaluation evaluation = usual();
    return {pointAt(threshold), goodParts(evaluation.outcomes, evaluation.settings, threshold)};
}

const std::vector<ProjectClass> projectClasses{{"crack", ClassKind::Defect, 0}, {"stain", ClassKind::Impurity, 1}};

} // namespace

class TestUiEvaluation : public QObject
{
    Q_OBJECT
private slots:
    void countsAtBothThresholds()
    {
        OperatingModel model;
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setPoints(countedAt(1.0), countedAt(2.0));
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(text(model, 4, OperatingModel::ReviewCountColumn), QStringLiteral("1 of 2")); // clean
        QCOMPARE(text(model, 5, OperatingModel::ReviewCountColumn), QStringLiteral("0 of 1")); // with a stain
        QCOMPARE(text(model, 0, OperatingModel::ReviewCountColumn), QStringLiteral("4 of 5"));
        QCOMPARE(text(model, 0, OperatingModel::ReviewShareColumn), QStringLiteral("80.0 %"));
        QCOMPARE(text(model, 0, OperatingModel::RejectCountColumn), QStringLiteral("2 of 5"));
        QCOMPARE(text(model, 3, OperatingModel::ReviewCountColumn), QStringLiteral("1 of 3"));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setPoints(countedAt(1.2), countedAt(2.0)); // a threshold that moves keeps the selection
        QCOMPARE(reset.count(), 0);
        QCOMPARE(text(model, 0, OperatingModel::ReviewCountColumn), QStringLiteral("3 of 5"));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void whatIsNotKnownSaysWhy()
    {
        OperatingModel model;
        Evaluation evaluation = usual();
        evaluation.outcomes.images.clear();
        evaluation.outcomes.defects.clear();
        evaluation.outcomes.impurities.clear();
        const OperatingPoint none = countsAt(evaluation.outcomes, evaluation.classes, evaluation.settings, 1.0);
        model.setPoints({none, {}}, {none, {}});
        QCOMPARE(text(model, 0, OperatingModel::ReviewShareColumn), QString(QChar(0x2013)));
        QVERIFY(!model.index(0, OperatingModel::ReviewShareColumn).data(Qt::ToolTipRole).toString().isEmpty());
    }

    void noneEscapedGivesABound()
    {
        OperatingModel model;
        model.setPoints(countedAt(0.4), countedAt(2.0));
        const QString note = model.index(0, OperatingModel::ReviewCountColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(note.contains("45.1"), qPrintable(note)); // 1 - 0.05^(1/5)
    }

    void missesSayWhatAndWhere()
    {
        MissModel model;
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        const Evaluation evaluation = usual();
        model.setMisses(missesAt(evaluation.outcomes, {{}, 9.0, 9.0, 1, {}, {}, {}, {}}, 1.1), evaluation.classes);
        QCOMPARE(model.count(Miss::Kind::Escape), 2);
        QCOMPARE(model.count(Miss::Kind::Overkill), 1);
        QCOMPARE(model.count(Miss::Kind::Impurity), 1);
        QCOMPARE(text(model, 0, MissModel::ClassColumn), QStringLiteral("crack"));
        QCOMPARE(text(model, 2, MissModel::AreaColumn), QString());
    }

    void policiesShowDifferences()
    {
        PolicyModel model;
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        const PolicyModel::Line normal{
            {}, Figure::of(0.8), Figure::of(0.1), Figure::of(0.9), Figure::absent("none"), Figure::of(0.5)};
        PolicyModel::Line harsh = normal;
        harsh.policy.impurity = ImpurityPolicy::Defect;
        harsh.recall = Figure::of(0.75);
        harsh.auroc = Figure::of(0.95);
        model.setLines({normal, harsh}, 0, true, false);
        QCOMPARE(text(model, 1, PolicyModel::RecallColumn), QStringLiteral("75.0 % (-5.0)"));
        QCOMPARE(text(model, 1, PolicyModel::AurocColumn), QStringLiteral("0.950 (+0.050)")); // on its own scale
        QCOMPARE(text(model, 0, PolicyModel::RecallColumn), QStringLiteral("80.0 %"));
        QVERIFY(model.index(0, 0).data(Qt::FontRole).value<QFont>().bold());
        QCOMPARE(model.index(0, PolicyModel::PixelApColumn).data(Qt::ToolTipRole).toString(), QStringLiteral("none"));
    }

    void questionsAreRanked()
    {
        QuestionModel model;
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        OpenQuestions questions;
        questions.regions = {{"a", 0, {1, 1, 2, 2}, 1.5, 0.125}};
        model.setQuestions(questions, usual().classes);
        QCOMPARE(text(model, 0, QuestionModel::EffectColumn), QStringLiteral("12.50"));
    }

    void recallIsAStepPerDefect()
    {
        const auto series = EvaluationSeries::recall(usual(), projectClasses);
        QCOMPARE(series.size(), 2U); // one class: the total says nothing more; and the good parts
        QCOMPARE(series[0].points.size(), 6U);
        QCOMPARE(series[0].points.back(), QPointF(3.0, 0.2));
        QCOMPARE(series[0].low.size(), series[0].points.size());
        QVERIFY(series[0].step);
        QCOMPARE(series[1].points.front().y(), 1.0);
        QCOMPARE(series[1].points.back().y(), 0.0);
    }

    void costHasBothThresholds()
    {
        const auto series = EvaluationSeries::cost(usual(), pointAt(1.0), pointAt(2.0), projectClasses);
        QCOMPARE(series.size(), 3U);
        QVERIFY(series[1].dots);
        QCOMPARE(series[1].points.front(), QPointF(1.0 / 3.0, 0.8));
        // Without overkill what lies above every good part is found.
        QCOMPARE(series[0].points.front(), QPointF(0.0, 0.6));
        QCOMPARE(series[0].points.back(), QPointF(1.0, 1.0));
    }

    void histogramCountsEverything()
    {
        const ChartBins bins = EvaluationSeries::histogram(usual(), projectClasses);
        QCOMPARE(bins.series.size(), 3U);
        double sum = 0.0;
        for (const BinSeries &series : bins.series)
            for (const double count : series.counts)
                sum += count;
        QCOMPARE(sum, 8.0); // five defects, an impurity, the two clean good parts
        QVERIFY(EvaluationSeries::histogram(Evaluation(), projectClasses).series.empty());
    }

    void sizesHaveQuartiles()
    {
        const auto series = EvaluationSeries::sizes(pointAt(1.0), std::nullopt, projectClasses);
        QCOMPARE(series.size(), 1U);
        QVERIFY(series[0].points.size() >= 3U);
        QCOMPARE(series[0].points.back().y(), 1.0);
        const auto inMm2 = EvaluationSeries::sizes(pointAt(1.0), 0.1, projectClasses);
        QVERIFY(std::abs(inMm2[0].points[0].x() - 0.01 * series[0].points[0].x()) < 1e-9);
    }

    void aDamagedEntryOfTheStoreCountsAsNone()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("store").toStdString();
        EvaluatedImage kept;
        kept.ofPolicy = {0, 0};
        kept.figures = {{1, 2, 3, 4}};
        EvaluationStore store(path);
        QVERIFY(!store.get("key"));
        store.put("key", kept);
        QCOMPARE(*store.get("key"), kept);
        QFile file(folder.filePath("store/key.evaluated"));
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.seek(70));
        file.putChar('x');
        file.close();
        QVERIFY(!store.get("key"));
        QVERIFY(!file.exists());
        QVERIFY(QFile::setPermissions(folder.filePath("store"), QFile::ReadOwner | QFile::ExeOwner));
        store.put("other", kept); // where nothing can be written it is made anew the next time
        QVERIFY(
            QFile::setPermissions(folder.filePath("store"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void theStoreStaysBelowItsLimit()
    {
        const QTemporaryDir folder;
        EvaluationStore store(folder.filePath("store").toStdString(), 40'000);
        EvaluatedImage kept;
        kept.ofPolicy = {0};
        kept.figures = {std::vector<std::uint8_t>(5'000, 7)};
        for (int i = 0; i < 30; ++i)
            store.put("key" + std::to_string(i), kept);
        qint64 bytes = 0;
        for (const QFileInfo &file : QDir(folder.filePath("store")).entryInfoList(QDir::Files))
            bytes += file.size();
        QVERIFY(bytes <= 40'000);
        QVERIFY(store.get("key29"));
    }
};

QTEST_MAIN(TestUiEvaluation)
#include "tst_ui_evaluation.moc"
