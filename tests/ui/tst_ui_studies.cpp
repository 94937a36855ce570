#include "ui/studies/study_result_view.h"
#include "ui/studies/study_runner.h"
#include "ui/studies/study_state.h"
#include "ui/studies/study_table_model.h"
#include "ui/studies/study_words.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QFont>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

using namespace patina;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A study without images: answers, fails, or waits until it is cancelled or let go.
struct FakeStudies : StudyEngine
{
    std::atomic<bool> hold = false;
    std::atomic<bool> fails = false;
    mutable std::atomic<int> runs = 0;
    mutable std::atomic<int> cancelledRuns = 0; ///< that have noticed it

    Result<std::vector<std::string>> backbones(const JobContext &) const override
    {
        return std::vector<std::string>{"tiny"};
    }
    Result<StudyOutcome> run(const StudyOrder &order, const JobContext &context) const override
    {
        ++runs;
        context.report("study", 1, 4);
        while (hold && !context.cancelled())
            std::this_thread::yield();
        if (context.cancelled()) {
            for (int i = 0; i < 1000; ++i) // a run does not end at once
                std::this_thread::yield();
            ++cancelledRuns;
            return cancelledError();
        }
        if (fails)
            return fail(ErrorCode::WriteFailed, "the disk is full");
        StudyOutcome outcome;
        outcome.order = order;
        return outcome;
    }
    Result<StudyOutcome> read(const std::filesystem::path &folder, const JobContext &) const override
    {
        if (fails)
            return fail(ErrorCode::Unreadable, "there is no study");
        StudyOutcome outcome;
        outcome.order.out = folder;
        outcome.order.kind = StudyKind::Policy;
        return outcome;
    }
};

StudyArm armOf(const char *name, std::vector<StudyStep> steps)
{
    StudyArm arm;
    arm.name = name;
    arm.steps = std::move(steps);
    return arm;
}

/// Of the kind transfer: synthetic parts, then with one real one and with four.
std::shared_ptr<StudyOutcome> transferred()
{
    auto outcome = std::make_shared<StudyOutcome>();
    outcome->order.kind = StudyKind::Transfer;
    outcome->arms = {armOf("synthetic only", {{0, 0}}), armOf("real only, n = 4", {{1, 4}}),
                     armOf("synthetic, then n = 4", {{0, 0}, {1, 4}}), armOf("real only, n = 1", {{1, 1}})};
    outcome->places = {
        {"synthetic, then real", 0.0}, {"real only", 4.0}, {"synthetic, then real", 4.0}, {"real only", 1.0}};
    outcome->table.figures = {"image.auroc", "recall.scratch", "pixel.auroc"};
    const StudyCell half{0.5, 0.25, 0.75};
    for (const StudyArm &arm : outcome->arms)
        outcome->table.rows.push_back({arm.name, {half, {0.9, none, none}, {}}});
    outcome->table.differences = {
        {"synthetic, then n = 4", "real only, n = 4", {{0.1, 0.05, 0.2}, {-0.1, -0.3, 0.1}, {}}}};
    outcome->table.seeds = 2;
    return outcome;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

/// The parts of the page of studies that need no window.
class TestUiStudies : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void fieldsSurvive();
    void damagedFieldsBecomeTheUsualOnes();
    void numbersAreRead_data();
    void numbersAreRead();
    void everyKindHasItsWords();
    void meansHaveIntervals();
    void theThresholdIsTold();
    void clearDifferencesAreBold();
    void unfilledBanksAreTold();
    void curvesGoByPlace();
    void aFigureWithoutMeaningHasNoCurve();
    void armsWithoutAPlaceArePoints();
    void anUnknownPlaceIsLeftOut();
    void aStudyAnswers();
    void aFailureIsTold();
    void aStudyIsCancelled();
    void oneStudyAtATime();
    void aRunnerThatGoesWaits();

private:
    FakeStudies m_engine;
    QThreadPool m_pool;
};

void TestUiStudies::init()
{
    m_engine.hold = false;
    m_engine.fails = false;
    m_engine.runs = 0;
    m_engine.cancelledRuns = 0;
    m_pool.setMaxThreadCount(1);
}

void TestUiStudies::fieldsSurvive()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("deep/studies.ini"));
    QVERIFY(loadStudyState(file) == StudyState());
    StudyState state;
    state.kind = StudyKind::MadeLike;
    state.folders = {QStringLiteral("/a, b/c"), QStringLiteral("d")};
    state.groups = {QStringLiteral("(\\d+)_"), {}};
    state.backbone = QStringLiteral("tiny");
    state.bankSize = 60;
    state.realImages = QStringLiteral("1, 2");
    state.bankSizes = QStringLiteral("30, 60");
    state.mostImages = 7;
    state.seeds = 3;
    state.out = QStringLiteral("/out");
    state.extras = {QStringLiteral("/r.json"), 30, 0.25, 7, QStringLiteral("/features")};
    saveStudyState(state, file);
    QVERIFY(loadStudyState(file) == state);
}

void TestUiStudies::damagedFieldsBecomeTheUsualOnes()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("studies.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[General]\nkind=17\nbankSize=none\nseeds=0\nmostImages=-4\nscale=nan\nkeepShare=100\nfirstSeed=-1\n");
    file.close();
    QVERIFY(loadStudyState(file.fileName()) == StudyState());
}

void TestUiStudies::numbersAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<qint64>>("numbers"); // empty: refused
    QTest::newRow("usual") << "1, 2, 0" << QList<qint64>{1, 2, 0};
    QTest::newRow("spaces") << " 5  10 " << QList<qint64>{5, 10};
    QTest::newRow("wide comma") << QStringLiteral("5\uff0c10") << QList<qint64>{5, 10};
    QTest::newRow("twice") << "5,5,1" << QList<qint64>{5, 1};
    QTest::newRow("nothing") << " , " << QList<qint64>{};
    QTest::newRow("a word") << "1, many" << QList<qint64>{};
    QTest::newRow("below") << "-1" << QList<qint64>{};
    QTest::newRow("above") << "101" << QList<qint64>{};
    QTest::newRow("not whole") << "1.5" << QList<qint64>{};
}

void TestUiStudies::numbersAreRead()
{
    QFETCH(QString, text);
    QFETCH(QList<qint64>, numbers);
    const auto read = studyNumbers(text, 0, 100);
    QCOMPARE(read.has_value(), !numbers.isEmpty());
    if (read)
        QCOMPARE(QList<qint64>(read->begin(), read->end()), numbers);
}

void TestUiStudies::everyKindHasItsWords()
{
    QStringList names;
    for (int i = 0; i < kStudyKinds; ++i) {
        const auto kind = static_cast<StudyKind>(i);
        names << StudyWords::kind(kind);
        QVERIFY(StudyWords::question(kind).endsWith('?'));
        for (std::size_t folder = 0; folder < foldersOf(kind); ++folder)
            QVERIFY(!StudyWords::folder(kind, folder).isEmpty());
        QVERIFY(openFolderOf(kind) < foldersOf(kind));
    }
    QCOMPARE(names.removeDuplicates(), qsizetype{0});
}

void TestUiStudies::meansHaveIntervals()
{
    StudyTableModel model(StudyTableModel::Show::Means);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    model.setOutcome(transferred());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(), QStringLiteral("real only, n = 4"));
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Recall of scratch"));
    QCOMPARE(cell(model, 0, 0), QStringLiteral("0.500 (0.250 to 0.750)"));
    QCOMPARE(cell(model, 0, 1), QStringLiteral("0.900"));
    QVERIFY(model.index(0, 1).data(Qt::ToolTipRole).toString().contains("no interval"));
    QCOMPARE(cell(model, 0, 2), QStringLiteral("\u2013"));
    QVERIFY(!model.index(0, 0).data(Qt::FontRole).isValid());
    auto apart = transferred(); // a chart of these goes by the numbers of the rows
    apart->places.clear();
    model.setOutcome(apart);
    QCOMPARE(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(), QStringLiteral("2  real only, n = 4"));
    model.setOutcome(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestUiStudies::theThresholdIsTold()
{
    StudyTable table;
    table.figures = {"image.auroc", "pixel.aupro30"};
    QVERIFY(StudyWords::threshold(table).isEmpty());
    table.figures.emplace_back("recall.all");
    QVERIFY(StudyWords::threshold(table).contains("at most 5 %"));
    QVERIFY(!StudyWords::lacksIntervals(transferred()->table, 0));
    QVERIFY(StudyWords::lacksIntervals(transferred()->table, 1));
    QVERIFY(!StudyWords::lacksIntervals(transferred()->table, 2)); // there is no mean either
    QVERIFY(StudyWords::lacksIntervals(transferred()->table, -1));
}

void TestUiStudies::clearDifferencesAreBold()
{
    StudyTableModel model(StudyTableModel::Show::Differences);
    const QAbstractItemModelTester tester(&model);
    model.setOutcome(transferred());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(),
             QStringLiteral("synthetic, then n = 4 less real only, n = 4"));
    QCOMPARE(cell(model, 0, 0), QStringLiteral("+0.100 (+0.050 to +0.200)"));
    QVERIFY(model.index(0, 0).data(Qt::FontRole).value<QFont>().bold());
    QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains("clear of 0"));
    QCOMPARE(cell(model, 0, 1), QStringLiteral("\u22120.100 (\u22120.300 to +0.100)"));
    QVERIFY(!model.index(0, 1).data(Qt::FontRole).isValid());
}

void TestUiStudies::unfilledBanksAreTold()
{
    const auto outcome = transferred();
    for (StudyArm &arm : outcome->arms)
        arm.bankSize = 100;
    outcome->bankRows = {100, 100, 100, 100};
    QVERIFY(StudyWords::unfilled(*outcome).isEmpty());
    outcome->bankRows = {100, 80, 100, 20};
    const QString said = StudyWords::unfilled(*outcome);
    QVERIFY(said.contains("real only, n = 4: 80; real only, n = 1: 20"));
    QVERIFY(said.endsWith("with 20 rows all are equal."));
}

void TestUiStudies::curvesGoByPlace()
{
    const std::vector<ChartSeries> lines = studySeries(*transferred(), 0);
    QCOMPARE(lines.size(), std::size_t{3});
    QCOMPARE(lines[0].name, QStringLiteral("synthetic, then real"));
    QCOMPARE(lines[0].points, (std::vector<QPointF>{{4.0, 0.5}}));
    QVERIFY(lines[0].dots);
    QCOMPARE(lines[1].name, QStringLiteral("real only"));
    QCOMPARE(lines[1].points, (std::vector<QPointF>{{1.0, 0.5}, {4.0, 0.5}}));
    QCOMPARE(lines[1].low, (std::vector<double>{0.25, 0.25}));
    // A place at 0 has none on an axis of magnitudes: it holds for all of it.
    QCOMPARE(lines[2].name, QStringLiteral("synthetic only"));
    QCOMPARE(lines[2].points, (std::vector<QPointF>{{1.0, 0.5}, {4.0, 0.5}}));
}

void TestUiStudies::aFigureWithoutMeaningHasNoCurve()
{
    QVERIFY(studySeries(*transferred(), 2).empty());
    const std::vector<ChartSeries> lines = studySeries(*transferred(), 1);
    QCOMPARE(lines[1].low, (std::vector<double>{0.9, 0.9})); // no interval: no band
}

void TestUiStudies::armsWithoutAPlaceArePoints()
{
    auto outcome = transferred();
    outcome->places.clear();
    const std::vector<ChartSeries> points = studySeries(*outcome, 0);
    QCOMPARE(points.size(), std::size_t{4});
    for (std::size_t i = 0; i < points.size(); ++i) {
        QVERIFY(points[i].dots);
        QCOMPARE(points[i].points, (std::vector<QPointF>{{static_cast<double>(i + 1), 0.5}}));
        QCOMPARE(points[i].low, std::vector<double>{0.25});
    }
    QVERIFY(points[1].name.startsWith("2  real only"));
    QVERIFY(studySeries(*outcome, 2).empty());
}

void TestUiStudies::anUnknownPlaceIsLeftOut()
{
    auto outcome = transferred();
    outcome->places[1].x = none;
    for (const ChartSeries &line : studySeries(*outcome, 0))
        if (line.name == "real only")
            QCOMPARE(line.points, (std::vector<QPointF>{{1.0, 0.5}}));
}

void TestUiStudies::aStudyAnswers()
{
    StudyRunner runner(std::shared_ptr<const StudyEngine>(&m_engine, [](const StudyEngine *) {}), &m_pool);
    QSignalSpy ended(&runner, &StudyRunner::ended);
    QSignalSpy known(&runner, &StudyRunner::backbonesKnown);
    runner.askBackbones();
    QVERIFY(known.wait());
    StudyOrder order;
    order.seeds = 3;
    runner.start(order);
    QVERIFY(runner.running());
    QVERIFY(ended.wait());
    QVERIFY(!runner.running());
    QVERIFY(runner.outcome() && runner.outcome()->order.seeds == 3);
    QCOMPARE(runner.progress().stage, QStringLiteral("study"));
    QCOMPARE(runner.progress().total, 4);
}

void TestUiStudies::aFailureIsTold()
{
    StudyRunner runner(std::shared_ptr<const StudyEngine>(&m_engine, [](const StudyEngine *) {}), &m_pool);
    ErrorCode code = ErrorCode::Internal;
    connect(&runner, &StudyRunner::ended, this,
            [&](const Answer<StudyOutcome> &answer) { code = answer.error().code; });
    m_engine.fails = true;
    runner.start({});
    QTRY_VERIFY(!runner.running());
    QTRY_VERIFY(code == ErrorCode::WriteFailed);
    QVERIFY(!runner.outcome());
}

void TestUiStudies::aStudyIsCancelled()
{
    StudyRunner runner(std::shared_ptr<const StudyEngine>(&m_engine, [](const StudyEngine *) {}), &m_pool);
    ErrorCode code = ErrorCode::Internal;
    connect(&runner, &StudyRunner::ended, this,
            [&](const Answer<StudyOutcome> &answer) { code = answer.error().code; });
    m_engine.hold = true;
    runner.start({});
    QTRY_COMPARE(runner.progress().done, 1);
    runner.cancel();
    QVERIFY(runner.stopping());
    QTRY_VERIFY(code == ErrorCode::Cancelled);
    QVERIFY(!runner.running() && !runner.stopping());
}

void TestUiStudies::oneStudyAtATime()
{
    StudyRunner runner(std::shared_ptr<const StudyEngine>(&m_engine, [](const StudyEngine *) {}), &m_pool);
    QSignalSpy ended(&runner, &StudyRunner::ended);
    m_engine.hold = true;
    runner.start({});
    StudyOrder other;
    other.seeds = 9;
    runner.start(other);
    QCOMPARE(runner.order().seeds, StudyOrder().seeds);
    m_engine.hold = false;
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(m_engine.runs.load(), 1);
}

void TestUiStudies::aRunnerThatGoesWaits()
{
    m_engine.hold = true;
    {
        StudyRunner runner(std::shared_ptr<const StudyEngine>(&m_engine, [](const StudyEngine *) {}), &m_pool);
        runner.start({});
        QTRY_COMPARE(m_engine.runs.load(), 1);
    }
    QCOMPARE(m_engine.cancelledRuns.load(), 1);
}

QTEST_MAIN(TestUiStudies)
#include "tst_ui_studies.moc"
