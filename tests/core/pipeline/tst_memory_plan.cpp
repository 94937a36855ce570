#include "core/base/system.h"
#include "core/pipeline/memory_plan.h"
#include "tests/core/pipeline/training_folder.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <atomic>
#include <limits>
#include <string>

using namespace patina;

namespace {

constexpr std::int64_t mebibyte = 1 << 20;

/// 60 images of 12 megapixels, default features and bank.
MemoryNeeds usualNeeds()
{
    MemoryNeeds needs;
    needs.fixedBytes = 250 * mebibyte;
    needs.bankSize = 10'000;
    needs.reservoirRows = 1'000'000;
    needs.imagePatches = std::int64_t{512} * 384;
    needs.patches = 60 * needs.imagePatches;
    needs.gridColumns = 512;
    needs.dim = 176;
    return needs;
}

/// The size that a refusal says would do.
std::int64_t saidToDo(const std::string &sentence)
{
    const std::string option = "--memory ";
    const std::size_t at = sentence.find(option);
    return at == std::string::npos ? 0 : std::stoll(sentence.substr(at + option.size())) * mebibyte;
}

} // namespace

/// Runs that are to stay below a size.
class TestMemoryPlan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void moreImagesTakeNoMore();
    void offlineTakesMoreWithEveryImage();
    void plentyChangesNothing();
    void holdingEverythingIsPreferred();
    void theReservoirIsTheLargestThatFits();
    void aReservoirTakesWhatItMay();
    void littleIsPlannedFor();
    void tooLittleIsRefusedWithWhatWouldDo_data();
    void tooLittleIsRefusedWithWhatWouldDo();
    void hugeBanksDoNotOverflow();
    void aRunStaysBelow();
    void aRunThatCannotIsRefused();
    void aRunThatGoesOnKeepsItsPlan();

private:
    TrainingFolder m_folder;
};

void TestMemoryPlan::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
}

void TestMemoryPlan::moreImagesTakeNoMore()
{
    for (const auto strategy : {CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::MeldReduce,
                                CoresetStrategy::Union, CoresetStrategy::Random}) {
        MemoryNeeds needs = usualNeeds();
        needs.strategy = strategy;
        const std::int64_t sixty = peakBytesOf({}, needs);
        needs.patches *= 1000;
        QCOMPARE(peakBytesOf({}, needs), sixty);
    }
}

void TestMemoryPlan::offlineTakesMoreWithEveryImage()
{
    MemoryNeeds needs = usualNeeds();
    needs.strategy = CoresetStrategy::Offline;
    const std::int64_t sixty = peakBytesOf({}, needs);
    QVERIFY(sixty > needs.patches * needs.dim * 4);
    needs.patches *= 2;
    QVERIFY(peakBytesOf({}, needs) > sixty + sixty / 2);
}

void TestMemoryPlan::plentyChangesNothing()
{
    const auto plan = planWithin(2048 * mebibyte, usualNeeds());
    QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
    WorkingPlan usual;
    usual.reservoirRows = usualNeeds().reservoirRows;
    QVERIFY(*plan == usual);
}

/// A reservoir that holds everything needs no net, and so less than one that nearly does.
void TestMemoryPlan::holdingEverythingIsPreferred()
{
    MemoryNeeds needs = usualNeeds();
    needs.bankSize = 100'000;
    needs.patches = 250'000;
    WorkingPlan all;
    all.reservoirRows = needs.reservoirRows;
    WorkingPlan nearly = all;
    nearly.reservoirRows = needs.patches - 1;
    const std::int64_t bytes = peakBytesOf(all, needs);
    QVERIFY(peakBytesOf(nearly, needs) > bytes);
    QVERIFY(planWithin(bytes, needs).value() == all);
    const auto less = planWithin(bytes - mebibyte, needs);
    QVERIFY(less && less->reservoirRows >= needs.patches && less->blockBytes < all.blockBytes);
}

void TestMemoryPlan::theReservoirIsTheLargestThatFits()
{
    for (const std::int64_t budget : {512, 700, 1024}) {
        const MemoryNeeds needs = usualNeeds();
        const auto plan = planWithin(budget * mebibyte, needs);
        QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
        QVERIFY(plan->reservoirRows > needs.bankSize && plan->reservoirRows < needs.reservoirRows);
        WorkingPlan larger = *plan;
        larger.reservoirRows += 1;
        QVERIFY(peakBytesOf(*plan, needs) <= budget * mebibyte);
        QVERIFY(peakBytesOf(larger, needs) > budget * mebibyte);
    }
}

void TestMemoryPlan::aReservoirTakesWhatItMay()
{
    for (const int selectionDim : {0, 128}) {
        MemoryNeeds needs = usualNeeds();
        needs.selectionDim = selectionDim;
        WorkingPlan plan;
        plan.reservoirRows = reservoirRowsFor(256 * mebibyte, 1, needs.dim, selectionDim);
        const std::int64_t small = peakBytesOf(plan, needs);
        plan.reservoirRows = reservoirRowsFor(512 * mebibyte, 1, needs.dim, selectionDim);
        const auto more = static_cast<double>(peakBytesOf(plan, needs) - small) / (256.0 * mebibyte);
        QVERIFY2(more > 0.95 && more < 1.03, qPrintable(QString::number(more)));
    }
    QCOMPARE(reservoirRowsFor(0, 10, 176, 0), std::int64_t{10});
    QCOMPARE(reservoirRowsFor(std::numeric_limits<std::int64_t>::max(), 1, 1, 0), largestReservoir);
}

void TestMemoryPlan::littleIsPlannedFor()
{
    MemoryNeeds needs = usualNeeds();
    needs.dim = 1536;
    needs.selectionDim = 128;
    WorkingPlan whole;
    whole.reservoirRows = needs.reservoirRows;
    const std::int64_t usual = peakBytesOf(whole, needs);
    const auto plan = planWithin(usual - 1, needs);
    QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
    QVERIFY(!(*plan == whole));
    QVERIFY(peakBytesOf(*plan, needs) < usual);
}

void TestMemoryPlan::tooLittleIsRefusedWithWhatWouldDo_data()
{
    QTest::addColumn<int>("strategy");
    QTest::addColumn<int>("dim");
    for (const auto strategy :
         {CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::MeldReduce, CoresetStrategy::Tree,
          CoresetStrategy::Union, CoresetStrategy::Offline, CoresetStrategy::Random})
        for (const int dim : {176, 1536})
            QTest::addRow("%s of %d", std::string(strategyName(strategy)).c_str(), dim)
                << static_cast<int>(strategy) << dim;
}

void TestMemoryPlan::tooLittleIsRefusedWithWhatWouldDo()
{
    QFETCH(const int, strategy);
    QFETCH(const int, dim);
    MemoryNeeds needs = usualNeeds();
    needs.strategy = static_cast<CoresetStrategy>(strategy);
    needs.dim = dim;
    const auto refused = planWithin(needs.fixedBytes, needs);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    const std::int64_t would = saidToDo(refused.error().detail);
    QVERIFY2(planWithin(would, needs), refused.error().detail.c_str());
    QVERIFY2(!planWithin(would - would / 30 - measuredStepBytes - measuredStepBytes / 8, needs),
             "much less would do, too");
}

void TestMemoryPlan::hugeBanksDoNotOverflow()
{
    MemoryNeeds needs = usualNeeds();
    needs.bankSize = largestBankSize;
    needs.patches = std::int64_t{1} << 50;
    needs.dim = 1 << 20;
    QVERIFY(peakBytesOf({}, needs) > std::int64_t{1} << 40);
    needs.strategy = CoresetStrategy::Offline;
    QVERIFY(peakBytesOf({}, needs) > std::int64_t{1} << 60);
}

void TestMemoryPlan::aRunStaysBelow()
{
    TrainRequest request = m_folder.request(150);
    request.memoryBytes = std::int64_t{4} << 30;
    Notices notices;
    const auto model = train(request, notices.context());
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    QCOMPARE(model->info.figures.budgetBytes, request.memoryBytes);
    QVERIFY(model->info.figures.peakBytes <= request.memoryBytes);
    QVERIFY(notices.contain("planned to stay below"));
    // Nothing had to be given up: it is the bank of a run without a size.
    request.memoryBytes = 0;
    const auto same = train(request, {});
    QVERIFY(same);
    QCOMPARE(model->bank, same->bank);
}

void TestMemoryPlan::aRunThatCannotIsRefused()
{
    TrainRequest request = m_folder.request(150);
    request.memoryBytes = 1;
    const auto refused = train(request, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    QVERIFY2(refused.error().detail.find("alone takes") != std::string::npos, refused.error().detail.c_str());
    request.memoryBytes = peakMemoryBytes(); // the images fit, the run does not
    const auto refusedRun = train(request, {});
    QVERIFY(!refusedRun);
    QVERIFY2(saidToDo(refusedRun.error().detail) > request.memoryBytes, refusedRun.error().detail.c_str());
}

void TestMemoryPlan::aRunThatGoesOnKeepsItsPlan()
{
    TrainRequest request = m_folder.request(150);
    request.checkpointFolder = m_folder.file("checkpoint");
    std::atomic<bool> cancel = false;
    const JobContext cutOff(&cancel, [&](const Progress &progress) {
        if (progress.stage == "features" && progress.done >= 3)
            cancel = true;
    });
    QVERIFY(!train(request, cutOff));
    request.resume = true;
    request.memoryBytes = peakMemoryBytes();
    const auto refused = train(request, {});
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.find("the run that goes on needs") != std::string::npos,
             refused.error().detail.c_str());
    QVERIFY(refused.error().detail.find("begin anew") == std::string::npos);
    request.memoryBytes = std::int64_t{4} << 30;
    const auto resumed = train(request, {});
    QVERIFY2(resumed, resumed ? "" : resumed.error().detail.c_str());
    QCOMPARE(resumed->bank, train(m_folder.request(150), {}).value().bank);
}

QTEST_GUILESS_MAIN(TestMemoryPlan)
#include "tst_memory_plan.moc"
