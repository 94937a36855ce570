#include "tests/support/fake_engine.h"
#include "ui/jobs/eta.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/project_keeper.h"
#include "ui/jobs/scoring_queue.h"
#include "ui/jobs/thumbnail_loader.h"

#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>
#include <stdexcept>
#include <thread>

using namespace patina;

class TestUiJobs : public QObject
{
    Q_OBJECT
private slots:
    void deliversResultOnGuiThread();
    void deliversMoveOnlyResults();
    void deliversError();
    void turnsExceptionsIntoErrors_data();
    void turnsExceptionsIntoErrors();
    void cancelReachesTheJobAndItsAnswerArrives();
    void abandonedAnswerIsDropped();
    void newerJobSupersedesOlder();
    void destructionCancelsAndWaits();
    void jobThatNeverStartedIsDropped();
    void progressIsCoalescedAndLastOneArrives();
    void noticesArrive();
    void remainingTime();
    void queueScoresEveryImageOnce();
    void queuePrefersThePrependedImage();
    void queueMarksFailuresAndGoesOn();
    void queueCancelStops();
    void queueWithoutScorerDoesNothing();
    void newestThumbnailComesFirst();
    void theLogIsTidiedAfterTheJobBefore();
};

namespace {

QThreadPool *pool()
{
    return QThreadPool::globalInstance();
}

/// Waits for a cancel, as a long job does between its polls.
Result<int> untilCancelled(const JobContext &context)
{
    while (!context.cancelled())
        std::this_thread::yield();
    return cancelledError();
}

struct Images
{
    QTemporaryDir folder;
    std::vector<std::filesystem::path> paths;

    explicit Images(int count)
    {
        for (int i = 0; i < count; ++i) {
            QImage image(64, 48, QImage::Format_Grayscale8);
            image.fill(60 + i);
            const QString path = folder.filePath(QStringLiteral("part%1.png").arg(i));
            image.save(path);
            paths.emplace_back(path.toStdString());
        }
    }
};

struct Queue
{
    std::shared_ptr<testing::FakeBehaviour> behaviour = std::make_shared<testing::FakeBehaviour>();
    std::shared_ptr<const InspectionEngine> engine = testing::createFakeEngine(behaviour);
    QThreadPool single;
    ScoringQueue queue{&single};
    QSignalSpy scored{&queue, &ScoringQueue::scored};
    QSignalSpy failed{&queue, &ScoringQueue::failed};
    QSignalSpy finished{&queue, &ScoringQueue::finished};

    Queue()
    {
        single.setMaxThreadCount(1);
        queue.setScorer(*engine->openModel("m.patina", {}, {}));
    }
    std::filesystem::path scoredImage(int i) const { return scored.at(i).at(0).value<ResultStamp>().image; }
};

} // namespace

void TestUiJobs::deliversResultOnGuiThread()
{
    JobRunner<int> runner(pool());
    QSignalSpy running(&runner, &JobRunnerBase::runningChanged);
    int answer = 0;
    const QThread *thread = nullptr;
    runner.start([](const JobContext &) -> Result<int> { return 42; },
                 [&](Result<int> result) {
                     answer = result.value_or(-1);
                     thread = QThread::currentThread();
                 });
    QVERIFY(runner.running());
    QTRY_COMPARE(answer, 42);
    QCOMPARE(thread, QThread::currentThread());
    QVERIFY(!runner.running());
    QCOMPARE(running.size(), 2);
}

void TestUiJobs::deliversMoveOnlyResults()
{
    JobRunner<std::unique_ptr<int>> runner(pool());
    std::unique_ptr<int> answer;
    runner.start([](const JobContext &) -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); },
                 [&](Result<std::unique_ptr<int>> result) { answer = *std::move(result); });
    QTRY_VERIFY(answer);
    QCOMPARE(*answer, 7);
}

void TestUiJobs::deliversError()
{
    JobRunner<int> runner(pool());
    std::optional<Error> error;
    runner.start([](const JobContext &) -> Result<int> { return fail(ErrorCode::NotFound, "a.png"); },
                 [&](Result<int> result) { error = result.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(*error, (Error{ErrorCode::NotFound, "a.png"}));
}

void TestUiJobs::turnsExceptionsIntoErrors_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("std::exception") << 0 << static_cast<int>(ErrorCode::Internal);
    QTest::newRow("bad_alloc") << 1 << static_cast<int>(ErrorCode::OutOfMemory);
    QTest::newRow("anything") << 2 << static_cast<int>(ErrorCode::Internal);
}

void TestUiJobs::turnsExceptionsIntoErrors()
{
    QFETCH(int, kind);
    QFETCH(int, code);
    JobRunner<int> runner(pool());
    std::optional<Error> error;
    const auto job = [kind](const JobContext &) -> Result<int> {
        if (kind == 0)
            throw std::runtime_error("went wrong");
        if (kind == 1)
            throw std::bad_alloc();
        throw 1;
    };
    runner.start(job, [&](Result<int> result) { error = result.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(static_cast<int>(error->code), code);
    QVERIFY(!error->detail.empty());
}

void TestUiJobs::cancelReachesTheJobAndItsAnswerArrives()
{
    JobRunner<int> runner(pool());
    std::optional<Error> error;
    runner.start(untilCancelled, [&](Result<int> result) { error = result.error(); });
    runner.cancel();
    QTRY_VERIFY(error);
    QCOMPARE(static_cast<int>(error->code), static_cast<int>(ErrorCode::Cancelled));
    QVERIFY(!runner.running());
}

void TestUiJobs::abandonedAnswerIsDropped()
{
    JobRunner<int> runner(pool());
    int answers = 0;
    runner.start(untilCancelled, [&](Result<int>) { ++answers; });
    runner.abandon();
    QVERIFY(!runner.running());
    runner.start([](const JobContext &) -> Result<int> { return 1; }, [&](Result<int>) { answers += 10; });
    QTRY_COMPARE(answers, 10);
    QTRY_COMPARE(pool()->activeThreadCount(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(answers, 10);
}

void TestUiJobs::newerJobSupersedesOlder()
{
    JobRunner<int> runner(pool());
    std::vector<int> answers;
    const auto take = [&](Result<int> result) { answers.push_back(result.value_or(-1)); };
    runner.start(untilCancelled, take);
    runner.start(untilCancelled, take);
    runner.start([](const JobContext &) -> Result<int> { return 3; }, take);
    QTRY_VERIFY(!runner.running());
    QTRY_COMPARE(pool()->activeThreadCount(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(answers, std::vector<int>{3});
}

void TestUiJobs::destructionCancelsAndWaits()
{
    std::atomic<bool> ended = false;
    std::binary_semaphore begun(0);
    bool answered = false;
    {
        JobRunner<int> runner(pool());
        const auto job = [&](const JobContext &context) -> Result<int> {
            begun.release();
            auto result = untilCancelled(context);
            ended = true;
            return result;
        };
        runner.start(job, [&](Result<int>) { answered = true; });
        begun.acquire();
    }
    QVERIFY(ended);
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void TestUiJobs::jobThatNeverStartedIsDropped()
{
    QThreadPool single;
    single.setMaxThreadCount(1);
    std::atomic<int> ran = 0;
    JobRunner<int> busy(&single);
    {
        JobRunner<int> waiting(&single);
        busy.start(untilCancelled, [](Result<int>) {});
        waiting.start([&](const JobContext &) -> Result<int> { return ++ran; }, [](Result<int>) {});
    }
    busy.cancel();
    QTRY_VERIFY(!busy.running());
    QCOMPARE(ran.load(), 0);
}

void TestUiJobs::progressIsCoalescedAndLastOneArrives()
{
    JobRunner<int> runner(pool());
    QList<JobProgress> seen;
    connect(&runner, &JobRunnerBase::progressed, this, [&](const JobProgress &p) { seen << p; });
    std::binary_semaphore reported(0);
    std::binary_semaphore leave(0);
    const auto job = [&](const JobContext &context) -> Result<int> {
        for (int i = 1; i <= 1000; ++i)
            context.report("score", i, 1000);
        reported.release();
        leave.acquire();
        return 0;
    };
    runner.start(job, [](Result<int>) {});
    reported.acquire(); // the GUI thread has not run meanwhile: all reports come as one
    QTRY_COMPARE(seen.size(), 1);
    QCOMPARE(seen.first().done, 1000);
    QCOMPARE(seen.first().total, 1000);
    QCOMPARE(seen.first().stage, QStringLiteral("score"));
    leave.release();
    QTRY_VERIFY(!runner.running());
}

void TestUiJobs::noticesArrive()
{
    JobRunner<int> runner(pool());
    QSignalSpy notices(&runner, &JobRunnerBase::noticed);
    std::binary_semaphore leave(0);
    const auto job = [&](const JobContext &context) -> Result<int> {
        context.notice("skipped a.png");
        leave.acquire();
        return 0;
    };
    runner.start(job, [](Result<int>) {});
    QTRY_COMPARE(notices.size(), 1);
    QCOMPARE(notices.first().first().toString(), QStringLiteral("skipped a.png"));
    leave.release();
    QTRY_VERIFY(!runner.running());
}

void TestUiJobs::remainingTime()
{
    QVERIFY(!remainingMs(0, 10, 5000));
    QVERIFY(!remainingMs(5, 0, 5000));
    QVERIFY(!remainingMs(5, 10, 100));
    QCOMPARE(remainingMs(5, 10, 5000).value(), 5000);
    QCOMPARE(remainingMs(10, 10, 5000).value(), 0);
    for (qint64 done = 1; done < 50; ++done) // never longer as more is done in the same time
        QVERIFY(*remainingMs(done + 1, 50, 9000) <= *remainingMs(done, 50, 9000));
}

void TestUiJobs::queueScoresEveryImageOnce()
{
    const Images images(5);
    Queue q;
    q.queue.append(images.paths);
    q.queue.append(images.paths); // those that wait are not taken twice
    QCOMPARE(q.queue.total(), 5);
    QTRY_COMPARE(q.finished.size(), 1);
    QCOMPARE(q.scored.size(), 5);
    QCOMPARE(q.behaviour->scoreCalls.load(), 5);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(q.scoredImage(i), images.paths[static_cast<std::size_t>(i)]);
    QCOMPARE(q.scored.first().first().value<ResultStamp>().modelHash, std::string("m.patina"));
    QVERIFY(!q.queue.running());
    QCOMPARE(q.queue.total(), 0);
}

void TestUiJobs::queuePrefersThePrependedImage()
{
    const Images images(4);
    Queue q;
    q.behaviour->holdScoring = true;
    q.queue.append(images.paths);
    q.queue.prepend(images.paths[3]);
    QCOMPARE(q.queue.total(), 4);
    q.behaviour->holdScoring = false;
    QTRY_COMPARE(q.finished.size(), 1);
    QCOMPARE(q.scoredImage(0), images.paths[0]); // ran already
    QCOMPARE(q.scoredImage(1), images.paths[3]);
    QCOMPARE(q.scored.size(), 4);
}

void TestUiJobs::queueMarksFailuresAndGoesOn()
{
    const Images images(3);
    Queue q;
    q.behaviour->failing = {"part1.png"};
    q.queue.append(images.paths);
    QTRY_COMPARE(q.finished.size(), 1);
    QCOMPARE(q.scored.size(), 2);
    QCOMPARE(q.failed.size(), 1);
    QCOMPARE(q.failed.first().first().value<ResultStamp>().image, images.paths[1]);
}

void TestUiJobs::queueCancelStops()
{
    const Images images(3);
    Queue q;
    q.behaviour->holdScoring = true;
    q.queue.append(images.paths);
    QTRY_COMPARE(q.behaviour->scoreCalls.load(), 1);
    q.queue.cancel();
    QCOMPARE(q.finished.size(), 1);
    QVERIFY(q.finished.first().first().toBool());
    QVERIFY(q.single.waitForDone(10000));
    QCoreApplication::processEvents();
    QCOMPARE(q.scored.size() + q.failed.size(), 0);
    q.behaviour->holdScoring = false;
    q.queue.append(images.paths); // usable again
    QTRY_COMPARE(q.scored.size(), 3);
}

void TestUiJobs::queueWithoutScorerDoesNothing()
{
    const Images images(1);
    Queue q;
    q.queue.setScorer(nullptr);
    q.queue.append(images.paths);
    q.queue.prepend(images.paths[0]);
    QVERIFY(!q.queue.running());
    QCOMPARE(q.queue.total(), 0);
}

void TestUiJobs::newestThumbnailComesFirst()
{
    const Images images(3);
    const auto behaviour = std::make_shared<testing::FakeBehaviour>();
    QThreadPool single;
    ThumbnailLoader loader(testing::createFakeEngine(behaviour), &single);
    std::vector<std::filesystem::path> order;
    connect(&loader, &ThumbnailLoader::loaded, this, [&](const std::filesystem::path &image, const QImage &thumbnail) {
        QCOMPARE(thumbnail.size(), QSize(64, 48));
        order.push_back(image);
    });
    QSignalSpy idle(&loader, &ThumbnailLoader::idle);
    for (const auto &path : images.paths)
        loader.request(path);
    QTRY_COMPARE(idle.size(), 1);
    const std::vector<std::filesystem::path> expected{images.paths[0], images.paths[2], images.paths[1]};
    QVERIFY(order == expected);
}

/// The change that makes it due falls into the backup of the beginning: the next one catches up.
void TestUiJobs::theLogIsTidiedAfterTheJobBefore()
{
    const QTemporaryDir folder;
    ProjectDocument document;
    ProjectKeeper keeper(&document);
    keeper.setPace({2, 1000});
    document.open(Project::create(folder.filePath("a.patinaproj").toStdString()).value(), {}, "Eva");
    const auto change = [&](const char *name) { return document.change({"set", {added(Setting{name, "1"})}}); };
    QVERIFY(keeper.running()); // its backup
    QVERIFY(change("a") && change("b"));
    QTRY_VERIFY(!keeper.running());
    QVERIFY(change("c"));
    QVERIFY(keeper.running());
    QTRY_VERIFY(!keeper.running());
    QVERIFY(change("d")); // the usual pace
    QVERIFY(keeper.running());
    QTRY_VERIFY(!keeper.running());
    QVERIFY(change("e"));
    QVERIFY(!keeper.running());
    document.close();
}

QTEST_MAIN(TestUiJobs)
#include "tst_ui_jobs.moc"
