// What it costs the window when a threshold is moved: `evaluation_benchmark` under a display or
// QT_QPA_PLATFORM=offscreen. 1,000 good images with a hundred regions each and a tenth of them with defects, through
// the real window on the engine of the tests; the images are small, since none of it looks at a map any more. And what
// a decision costs, against reading every evaluated image again.
#include "core/base/system.h"
#include "core/project/project.h"
#include "tests/support/fake_engine.h"
#include "ui/charts/chart.h"
#include "ui/jobs/evaluation_store.h"
#include "ui/main_window.h"
#include "ui/session.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QTabWidget>
#include <QTemporaryDir>

#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <memory>

#include "benchmarks/decision_costs.h"
#include "benchmarks/window_benchmark_parts.h"

using namespace patina;
using namespace patina::bench;

namespace {

constexpr int kImages = 1000;
constexpr int kDefective = 100;
constexpr int kMoves = 200;
constexpr int kSide = 10; ///< regions to a side of the image

/// Grey with squares of another brightness each: a region each, from its score on down.
cv::Mat part(int image)
{
    cv::Mat pixels(480, 480, CV_8UC1, cv::Scalar(100));
    cv::RNG random(static_cast<std::uint64_t>(image) + 1);
    for (int row = 0; row < kSide; ++row)
        for (int column = 0; column < kSide; ++column)
            pixels(cv::Rect(column * 48 + 8, row * 48 + 8, 24, 24)) = 140 + random.uniform(0, 100);
    return pixels;
}

bool makeProject(Session &session, const QString &folder, const QString &file)
{
    for (int i = 0; i < kImages; ++i)
        if (!cv::imwrite(fmt::format("{}/{:04}.png", folder.toStdString(), i), part(i),
                         {cv::IMWRITE_PNG_COMPRESSION, 1}))
            return false;
    session.createProject(folder, file);
    if (!waitFor([&] { return session.project().isOpen() && session.idle(); }))
        return false;
    std::vector<Edit> edits{added(ProjectClass{"crack", ClassKind::Defect, 0}),
                            added(ProjectClass{"dent", ClassKind::Defect, 1})};
    for (int i = 0; i < kDefective; ++i) {
        Label label;
        label.id = i + 1;
        label.image = session.document().image(i).id;
        label.className = i % 2 == 0 ? "crack" : "dent";
        label.reader = session.project().reader().toStdString();
        cv::Mat mask = cv::Mat::zeros(480, 480, CV_8UC1);
        for (int k = 0; k < 8; ++k)
            mask(cv::Rect(k * 48 + 8, 8, 24, 24)).setTo(255);
        label.mask = RunMask::ofMat(mask);
        edits.push_back(added(std::move(label)));
    }
    return session.project().change({"labels", std::move(edits)}).has_value();
}

/// The threshold is moved as by a drag. \param shown what is looked at meanwhile.
void measureMoves(Session &session, MainWindow &window, const char *shown)
{
    std::vector<double> figures;
    std::vector<double> windowDraws;
    std::vector<double> chartDraws;
    auto *chart = window.findChild<Chart *>(QStringLiteral("recallChart"));
    for (int i = 0; i < kMoves; ++i) {
        const double review = 1.0 + 0.01 * (i % 150);
        const Watch count;
        session.previewThresholds(review, 2.6);
        figures.push_back(count.ms());
        const Watch windowDraw;
        chart->repaint(); // and all else that has changed in the window
        windowDraws.push_back(windowDraw.ms());
        QApplication::processEvents();
        std::vector<ChartMark> marks = chart->marks();
        marks.front().value += 0.005;
        const Watch chartDraw;
        chart->setMarks(marks);
        chart->repaint();
        chartDraws.push_back(chartDraw.ms());
        QApplication::processEvents();
    }
    const auto name = [&](const char *what) { return fmt::format("{}: {}", shown, what); };
    printFrames(name("every figure at another threshold").c_str(), figures, 50, 50);
    printFrames(name("image, outlines, charts and tables drawn").c_str(), windowDraws, 0, 0);
    printFrames(name("the chart with a line that has moved").c_str(), chartDraws, 16, 16);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    const QString parts = folder.filePath(QStringLiteral("parts"));
    QDir(folder.path()).mkdir(QStringLiteral("parts"));
    Session session(testing::createFakeEngine(std::make_shared<testing::FakeBehaviour>()));
    session.setCache(std::make_shared<InspectionCache>(folder.filePath(QStringLiteral("cache")).toStdString()));
    session.setEvaluationStore(
        std::make_shared<EvaluationStore>(folder.filePath(QStringLiteral("evaluated")).toStdString()));
    Settings settings;
    settings.language = QStringLiteral("en");
    MainWindow window(&session, settings, QString());
    window.resize(1920, 1080);
    window.show();
    if (!makeProject(session, parts, folder.filePath(QStringLiteral("parts/p.patinaproj"))))
        return 1;
    session.openModel(QStringLiteral("one.patina"));
    waitFor([&] { return session.document().hasModel(); });
    session.scoreAll();
    waitFor([&] { return session.idle(); });
    const std::int64_t heldBefore = residentMemoryBytes();
    window.findChild<QAction *>(QStringLiteral("evaluation"))->trigger();
    const Watch evaluated;
    waitFor([&] { return session.idle() && session.evaluator().latest(); });
    const auto latest = session.evaluator().latest();
    if (!latest)
        return 1;
    std::int64_t regions = 0;
    for (const ImageOutcome &image : latest->evaluations.front().outcomes.images)
        if (image.regions.levels)
            regions += image.regions.count(1.0, 1);
    print("all figures made", evaluated.ms(), 0);
    fmt::print("{:<58} {:>10} in {} good images\n", "regions at the threshold 1", regions,
               latest->evaluations.front().counts.goodImages);
    fmt::print("{:<58} {:>10.0f} MB\n", "memory held for the figures",
               static_cast<double>(residentMemoryBytes() - heldBefore) / 1e6);
    {
        const auto before = session.evaluator().latest();
        const Watch decided;
        const auto labels = session.project().contents().labels;
        Label changedLabel = labels.front();
        changedLabel.className = "dent";
        if (!session.project().change({"decide", {changed(labels.front(), changedLabel)}}))
            return 1;
        waitFor([&] { return session.idle() && session.evaluator().latest() != before; });
        print("all figures after one decision (400 ms of them waiting)", decided.ms(), 0);
    }
    measureDecisions("1,000 small images", *session.evaluator().request());
    measureLargeDecisions(folder.filePath(QStringLiteral("large")).toStdString());
    auto *tabs = window.findChild<QTabWidget *>(QStringLiteral("evaluationTabs"));
    const char *const shown[] = {"counts and misses", "rule", "policies"};
    for (int tab = 0; tab < 3; ++tab) {
        tabs->setCurrentIndex(tab);
        QApplication::processEvents();
        measureMoves(session, window, shown[tab]);
    }
    return 0;
}
