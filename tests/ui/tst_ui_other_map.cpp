#include "core/base/sha256.h"
#include "tests/support/fake_engine.h"
#include "ui/jobs/inspection_cache.h"
#include "ui/jobs/other_model_map.h"

#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <thread>

using namespace patina;
using patina::testing::createFakeEngine;
using patina::testing::FakeBehaviour;

/// The map of a model that is not open: from what was kept of it, else by scoring.
class TestUiOtherMap : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void keptDistancesAreEnough();
    void whatWasNotKeptIsScoredOnceAndKept();
    void thresholdsOfTheProjectHold();
    void zonesDoNotCount();
    void anUncalibratedModelGivesNoVerdict();
    void aReplacedModelIsRefused();
    void aModelThatIsGoneIsRefused();
    void aFailureOfScoringIsTold();
    void whatRunsCanBeCancelled();
    void whatWaitsCanBeCancelled();
    void aNewerImageTakesThePlace();
    void theOwnerMayGo();

private:
    OtherMapRequest request() const;
    Inspection scored() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_image;
    std::shared_ptr<FakeBehaviour> m_behaviour;
    std::shared_ptr<const InspectionEngine> m_engine;
    std::shared_ptr<MapShelf> m_shelf;
};

/// Grey with one bright square that is four units from the median.
void TestUiOtherMap::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_image = m_folder->filePath("part.png").toStdString();
    QImage image(160, 120, QImage::Format_Grayscale8);
    image.fill(40);
    for (int y = 40; y < 80; ++y)
        for (int x = 40; x < 80; ++x)
            image.scanLine(y)[x] = 200;
    QVERIFY(image.save(QString::fromStdString(m_image.string())));
    m_behaviour = std::make_shared<FakeBehaviour>();
    m_behaviour->models["two.patina"].scoreScale = {0.0, 2.0, 1.5, 20};
    m_engine = createFakeEngine(m_behaviour);
    m_shelf = std::make_shared<MapShelf>();
    m_shelf->modelHash = "two.patina";
    m_shelf->cache = std::make_shared<InspectionCache>(m_folder->filePath("cache").toStdString());
    m_shelf->images["part.png"] = {m_image, ImageState::Scored, *sha256OfFile(m_image), nullptr};
}

OtherMapRequest TestUiOtherMap::request() const
{
    return {m_engine, {"two.patina", "two.patina", "two"}, "part.png", m_image, {160, 120}, {}, 1, {}, m_shelf, {}};
}

Inspection TestUiOtherMap::scored() const
{
    auto scorer = m_engine->openModel("two.patina", {}, {});
    return *(*scorer)->score(m_image, {});
}

void TestUiOtherMap::keptDistancesAreEnough()
{
    const Inspection inspection = scored();
    QVERIFY(m_shelf->cache->put("two.patina", *sha256OfFile(m_image), inspection));
    const int before = m_behaviour->scoreCalls;
    const auto map = keptMap(request(), {});
    QVERIFY(map);
    QCOMPARE(m_behaviour->scoreCalls.load(), before);
    auto scorer = *m_engine->openModel("two.patina", {}, {});
    const cv::Mat open = *scorer->renderMap(inspection, {}); // the open model would show the same
    QCOMPARE(cv::norm(open, map->view->heat->level(0), cv::NORM_INF), 0.0);
    QCOMPARE(map->score, inspection.score);
    QCOMPARE(map->view->regions.size(), 1U);
    QVERIFY(map->verdict() == inspection.verdict);
}

void TestUiOtherMap::whatWasNotKeptIsScoredOnceAndKept()
{
    QVERIFY(keptMap(request(), {}).error().code == ErrorCode::NotFound);
    QThreadPool pool;
    OtherModelMap maps(&pool);
    const QSignalSpy changed(&maps, &OtherModelMap::changed);
    maps.show(request());
    QVERIFY(maps.running() && !maps.latest());
    QTRY_VERIFY(maps.latest());
    QVERIFY(!maps.running() && !maps.error() && !changed.isEmpty());
    QCOMPARE(m_behaviour->scoreCalls.load(), 1);
    const double score = maps.latest()->score;
    maps.show(request());
    QVERIFY(!maps.latest()); // never that of another request
    QTRY_VERIFY(maps.latest());
    QCOMPARE(m_behaviour->scoreCalls.load(), 1);
    QCOMPARE(maps.latest()->score, score);
}

void TestUiOtherMap::thresholdsOfTheProjectHold()
{
    OtherMapRequest asked = request();
    asked.thresholds = ProjectThresholds{5.0, 6.0, {}};
    const auto map = scoredMap(asked, {});
    QVERIFY(map && map->view->regions.empty());
    QVERIFY(map->verdict() == Verdict::Ok);
    QCOMPARE(*map->range.review, 5.0);
}

void TestUiOtherMap::zonesDoNotCount()
{
    OtherMapRequest asked = request();
    asked.zones = {{1, {}, ZoneKind::Ignore, {{0, 0}, {160, 0}, {160, 120}, {0, 120}}}};
    const auto map = scoredMap(asked, {});
    QVERIFY(map);
    QCOMPARE(map->score, 0.0);
    QVERIFY(map->view->regions.empty());
}

void TestUiOtherMap::anUncalibratedModelGivesNoVerdict()
{
    OtherMapRequest asked = request();
    asked.model = {"raw.patina", "raw.patina", "raw"};
    const auto map = scoredMap(asked, {});
    QVERIFY(map && !map->verdict() && map->view->regions.empty());
    QCOMPARE(map->score, 4.0);
}

void TestUiOtherMap::aReplacedModelIsRefused()
{
    m_behaviour->replaced = {"two.patina"};
    for (const auto &map : {keptMap(request(), {}), scoredMap(request(), {})}) {
        QVERIFY(!map && map.error().code == ErrorCode::Unsupported);
        QVERIFY(map.error().detail.find("another model by now") != std::string::npos);
    }
}

void TestUiOtherMap::aModelThatIsGoneIsRefused()
{
    OtherMapRequest asked = request();
    asked.model = {"missing.patina", "missing.patina", "missing"};
    QThreadPool pool;
    OtherModelMap maps(&pool);
    maps.show(asked);
    QTRY_VERIFY(maps.error());
    QVERIFY(maps.error()->code == ErrorCode::Unreadable);
    QVERIFY(maps.error()->detail.find("does not exist") != std::string::npos);
}

void TestUiOtherMap::aFailureOfScoringIsTold()
{
    m_behaviour->failing = {"part.png"};
    QThreadPool pool;
    OtherModelMap maps(&pool);
    maps.show(request());
    QTRY_VERIFY(maps.error());
    QVERIFY(!maps.latest() && !maps.running());
    QVERIFY(maps.error()->detail.find("16 bit") != std::string::npos);
}

void TestUiOtherMap::whatRunsCanBeCancelled()
{
    m_behaviour->holdScoring = true;
    QThreadPool pool;
    OtherModelMap maps(&pool);
    maps.show(request());
    QTRY_COMPARE(m_behaviour->scoreCalls.load(), 1);
    QVERIFY(maps.scoring());
    maps.cancel();
    QVERIFY(!maps.running());
    QVERIFY(maps.error() && maps.error()->code == ErrorCode::Cancelled);
    maps.cancel(); // nothing runs
    maps.forget();
    QVERIFY(!maps.error());
}

/// Behind a training, say: the engine does one thing at a time.
void TestUiOtherMap::whatWaitsCanBeCancelled()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    std::atomic<bool> busy{true};
    pool.start([&busy] {
        while (busy)
            std::this_thread::yield();
    });
    OtherModelMap maps(&pool);
    maps.show(request());
    QTRY_VERIFY(maps.scoring());
    QCOMPARE(m_behaviour->scoreCalls.load(), 0);
    maps.cancel();
    QVERIFY(!maps.running());
    QVERIFY(maps.error()->code == ErrorCode::Cancelled);
    busy = false;
    pool.waitForDone();
    QCOMPARE(m_behaviour->scoreCalls.load(), 0);
}

void TestUiOtherMap::aNewerImageTakesThePlace()
{
    m_behaviour->holdScoring = true;
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    OtherModelMap maps(&pool);
    maps.show(request());
    QTRY_COMPARE(m_behaviour->scoreCalls.load(), 1);
    OtherMapRequest newer = request();
    newer.model = {"raw.patina", "raw.patina", "raw"};
    maps.show(newer);
    m_behaviour->holdScoring = false;
    QTRY_VERIFY(maps.latest());
    QVERIFY(!maps.latest()->verdict()); // that of the second
}

void TestUiOtherMap::theOwnerMayGo()
{
    m_behaviour->holdScoring = true;
    QThreadPool pool;
    {
        OtherModelMap maps(&pool);
        maps.show(request());
        QTRY_COMPARE(m_behaviour->scoreCalls.load(), 1);
    }
    QVERIFY(pool.waitForDone(0));
}

QTEST_GUILESS_MAIN(TestUiOtherMap)
#include "tst_ui_other_map.moc"
