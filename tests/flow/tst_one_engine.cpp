#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "core/pipeline/model.h"
#include "tests/cli/cli_process.h"
#include "tests/core/pipeline/made_parts.h"
#include "ui/jobs/core_engine.h"
#include "ui/jobs/core_training.h"
#include "ui/main_window.h"
#include "ui/session.h"

#include <QAction>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <atomic>
#include <cstring>
#include <map>
#include <numeric>
#include <set>
#include <thread>

using namespace patina;
using namespace patina::test;

namespace {

constexpr int kParts = 12;
constexpr int kBankRows = 150;

/// The engine of the program, which waits after some images of a training until it is cancelled or let go.
class HeldTraining : public TrainingEngine
{
public:
    HeldTraining(std::shared_ptr<const TrainingEngine> engine, std::shared_ptr<std::atomic<int>> holdAfter)
        : m_engine(std::move(engine)), m_holdAfter(std::move(holdAfter))
    {
    }
    Result<TrainingChoices> choices(const JobContext &context) const override { return m_engine->choices(context); }
    Result<std::string> importBackbone(const BackboneImport &order, const JobContext &context) const override
    {
        return m_engine->importBackbone(order, context);
    }
    Result<TrainingSurvey> survey(const TrainingOrder &order, const JobContext &context) const override
    {
        return m_engine->survey(order, context);
    }
    Result<PlannedTraining> plan(const TrainingOrder &order, const JobContext &context) const override
    {
        return m_engine->plan(order, context);
    }
    Result<std::optional<UnfinishedRun>> unfinished(const std::filesystem::path &out,
                                                    const JobContext &context) const override
    {
        return m_engine->unfinished(out, context);
    }
    Result<TrainingOutcome> train(const TrainingOrder &order, const JobContext &context) const override
    {
        return m_engine->train(order, context.withProgress([&](const Progress &progress) {
            context.report(progress);
            while (progress.stage == "features" && progress.done == *m_holdAfter && !context.cancelled())
                std::this_thread::yield();
        }));
    }

private:
    std::shared_ptr<const TrainingEngine> m_engine;
    std::shared_ptr<std::atomic<int>> m_holdAfter;
};

class HeldEngine : public InspectionEngine
{
public:
    HeldEngine(const std::filesystem::path &backbones, std::shared_ptr<std::atomic<int>> holdAfter)
        : m_engine(createCoreEngine(backbones)),
          m_training(std::make_shared<HeldTraining>(m_engine->training(), std::move(holdAfter)))
    {
    }
    Result<Dataset> openFolder(const std::filesystem::path &folder, const JobContext &context) const override
    {
        return m_engine->openFolder(folder, context);
    }
    Result<std::shared_ptr<Scorer>> openModel(const std::filesystem::path &model, const ScoringSettings &settings,
                                              const JobContext &context) const override
    {
        return m_engine->openModel(model, settings, context);
    }
    Result<ModelInfo> modelInfo(const std::filesystem::path &model) const override
    {
        return m_engine->modelInfo(model);
    }
    Result<std::unique_ptr<ImageSource>> openImage(const std::filesystem::path &image,
                                                   const JobContext &context) const override
    {
        return m_engine->openImage(image, context);
    }
    std::shared_ptr<const TrainingEngine> training() const override { return m_training; }

private:
    std::shared_ptr<const InspectionEngine> m_engine;
    std::shared_ptr<const TrainingEngine> m_training;
};

/// scores.csv: image and score as it was written.
std::map<QString, QString> scoresIn(const QByteArray &csv)
{
    std::map<QString, QString> scores;
    for (const QString &line : QString::fromUtf8(csv).split('\n', Qt::SkipEmptyParts).mid(1))
        scores[line.section(',', 0, 0).section('/', -1)] = line.section(',', 1, 1);
    return scores;
}

bool sameBits(const cv::Mat &a, const cv::Mat &b)
{
    if (a.size() != b.size() || a.type() != CV_32FC1 || b.type() != CV_32FC1)
        return false;
    for (int row = 0; row < a.rows; ++row)
        if (std::memcmp(a.ptr(row), b.ptr(row), static_cast<std::size_t>(a.cols) * sizeof(float)) != 0)
            return false;
    return true;
}

} // namespace

/// What the window computes, and what the command line computes: the same bits.
class TestOneEngine : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup();
    void scoresAndMapsAreTheSame();
    void modelsAreTheSame();
    void aRunThatIsCutOffInTheWindowGoesOnThere();
    void aRunBegunElsewhereGoesOnInTheWindow();

private:
    template <typename T>
    T *part(const char *name) const
    {
        auto *found = m_window->findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QStringList trainCall(const QString &out) const
    {
        return {"train",       file("parts"),
                "--out",       out,
                "--backbone",  "tiny",
                "--bank-size", QString::number(kBankRows),
                "--threads",   "2"};
    }
    void makeWindow();
    /// The page of training, with what the command line is given.
    void fillIn(const QString &out);
    void press(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
    void expectModel(const QString &out) const;

    QTemporaryDir m_folder;
    std::shared_ptr<std::atomic<int>> m_holdAfter = std::make_shared<std::atomic<int>>(-1);
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestOneEngine::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), file("home/backbones").toStdString()));
    QVERIFY(QDir(m_folder.path()).mkdir("parts"));
    for (int i = 0; i < kParts; ++i)
        QVERIFY(cv::imwrite(file("parts").toStdString() + "/" + std::to_string(10 + i) + ".png", madePart(i)));
    cv::Mat scratched = madePart(99);
    scratched(cv::Rect(30, 40, 50, 4)).setTo(cv::Scalar::all(20));
    QVERIFY(cv::imwrite(file("parts").toStdString() + "/90.png", scratched));
    const Outcome trained = runCli(trainCall(file("cli.patina")), {.home = file("home")});
    QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
}

void TestOneEngine::cleanup()
{
    *m_holdAfter = -1;
    m_window.reset();
    m_session.reset();
}

void TestOneEngine::makeWindow()
{
    Settings settings;
    settings.language = QStringLiteral("en");
    m_session =
        std::make_unique<Session>(std::make_shared<HeldEngine>(file("home/backbones").toStdString(), m_holdAfter));
    m_window = std::make_unique<MainWindow>(m_session.get(), settings, QString());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestOneEngine::fillIn(const QString &out)
{
    m_window->findChild<QAction *>("train")->trigger();
    QTest::keyClicks(part<QLineEdit>("trainingFolder"), file("parts"));
    part<QLineEdit>("trainingOut")->clear();
    QTest::keyClicks(part<QLineEdit>("trainingOut"), out);
    part<QSpinBox>("trainingBankSize")->setValue(kBankRows);
    QTRY_VERIFY(part<QPushButton>("trainingStart")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->idle(), 60'000);
}

void TestOneEngine::expectModel(const QString &out) const
{
    const auto window = loadModel(out.toStdString());
    const auto cli = loadModel(file("cli.patina").toStdString());
    QVERIFY(window && cli);
    QCOMPARE(window->bank, cli->bank);
    QCOMPARE(window->projection, cli->projection);
    QCOMPARE(window->origins, cli->origins);
    QCOMPARE(window->support, cli->support);
    QCOMPARE(window->info.bankSha256, cli->info.bankSha256);
    QCOMPARE(window->info.heldOutImages, cli->info.heldOutImages);
    QCOMPARE(window->info.heldOutScores, cli->info.heldOutScores);
    QCOMPARE(window->info.suspects, cli->info.suspects);
    QCOMPARE(window->info.figures.coverageRadius, cli->info.figures.coverageRadius);
}

void TestOneEngine::scoresAndMapsAreTheSame()
{
    const Outcome scored =
        runCli({"score", file("cli.patina"), file("parts"), "--out", file("scores"), "--map", "tiff", "--threads", "1"},
               {.home = file("home")});
    QVERIFY2(scored.exitCode == 0, qPrintable(scored.err));
    const auto written = scoresIn(bytesOf(file("scores/scores.csv").toStdString()));
    QCOMPARE(written.size(), std::size_t{kParts + 1});
    makeWindow();
    m_session->openFolder(file("parts"));
    m_session->openModel(file("cli.patina"));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->document().hasImages() && m_session->document().hasModel(), 60'000);
    m_window->findChild<QAction *>("scoreAll")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->idle() && m_session->document().counts().scored == kParts + 1, 60'000);
    const auto scorer = createCoreEngine(file("home/backbones").toStdString())
                            ->openModel(file("cli.patina").toStdString(), {2, "cpu"}, {});
    QVERIFY(scorer);
    std::set<double> different;
    for (int row = 0; row < m_session->document().imageCount(); ++row) {
        const std::string name = m_session->document().image(row).path.filename().string();
        const auto found = written.find(QString::fromStdString(name));
        QVERIFY(found != written.end());
        const double score = m_session->document().result(row).score;
        QCOMPARE(found->second.toDouble(), score); // written so that it is read back to the last bit
        different.insert(score);
        const auto inspection = m_session->document().inspection(row);
        QVERIFY(inspection);
        const auto map = (*scorer)->renderMap(*inspection, {});
        QVERIFY(map);
        QDirIterator files(file("scores"), {"*" + QString::fromStdString(name).chopped(4) + "*.tif*"}, QDir::Files,
                           QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        QVERIFY(sameBits(*map, cv::imread(files.next().toStdString(), cv::IMREAD_UNCHANGED)));
    }
    const std::vector<std::int64_t> rows = (*scorer)->rowsOfImages();
    QCOMPARE(rows.size(), (*scorer)->model().images.size());
    QCOMPARE(std::accumulate(rows.begin(), rows.end(), std::int64_t{0}), (*scorer)->model().bankRows);
    QVERIFY(different.size() > kParts / 2); // or else it would say little
}

void TestOneEngine::modelsAreTheSame()
{
    makeWindow();
    fillIn(file("window.patina"));
    press("trainingStart");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->document().hasModel() && m_session->idle(), 60'000);
    expectModel(file("window.patina"));
    QVERIFY(part<QLabel>("trainingStage")->text().contains("150 rows"));
}

void TestOneEngine::aRunThatIsCutOffInTheWindowGoesOnThere()
{
    makeWindow();
    fillIn(file("cut.patina"));
    *m_holdAfter = 5;
    press("trainingStart");
    QTRY_COMPARE_WITH_TIMEOUT(m_session->training().progress().done, 5, 60'000);
    press("trainingCancel");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->idle() && part<QPushButton>("trainingResume")->isVisible(), 60'000);
    QVERIFY(!QFile::exists(file("cut.patina")));
    QVERIFY(part<QLabel>("trainingBanner")->text().startsWith("An unfinished run is there"));
    *m_holdAfter = -1;
    press("trainingResume");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->document().hasModel() && m_session->idle(), 60'000);
    expectModel(file("cut.patina"));
    QVERIFY(!QFile::exists(file("cut.patina.checkpoint")));
}

void TestOneEngine::aRunBegunElsewhereGoesOnInTheWindow()
{
    std::atomic<bool> cancel = false;
    TrainingOrder order;
    order.folder = file("parts").toStdString();
    order.job.out = file("line.patina").toStdString();
    order.job.request.backbone = "tiny";
    order.job.request.coreset.bankSize = kBankRows;
    const auto stop = [&](const Progress &progress) {
        cancel = cancel || (progress.stage == "features" && progress.done == 4);
    };
    const auto engine = createCoreTraining(file("home/backbones").toStdString());
    QVERIFY(!engine->train(order, JobContext(&cancel, stop)));
    makeWindow();
    fillIn(file("line.patina"));
    part<QSpinBox>("trainingBankSize")->setValue(77); // the run's own settings count
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("trainingResume")->isVisible(), 60'000);
    QVERIFY(part<QLabel>("trainingBanner")->text().contains("150 rows"));
    press("trainingResume");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->document().hasModel() && m_session->idle(), 60'000);
    expectModel(file("line.patina"));
}

QTEST_MAIN(TestOneEngine)
#include "tst_one_engine.moc"
