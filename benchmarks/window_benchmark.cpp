// Timings of the window as a person meets them; needs a display (or QT_QPA_PLATFORM=offscreen), writes into a temporary
// folder. `window_benchmark [PATINA]`: with the program itself its start is measured, too.
#include "core/project/project.h"
#include "tests/support/fake_engine.h"
#include "ui/canvas/canvas.h"
#include "ui/main_window.h"
#include "ui/session.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QWheelEvent>

#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <memory>

#include "benchmarks/window_benchmark_parts.h"

using namespace patina;
using namespace patina::bench;

namespace {

constexpr int kSide = 10'000; // 100 megapixels
constexpr int kOutlines = 5000;
constexpr int kProjectImages = 10'000;

/// A window with its session, its pictures of large images in a folder of its own.
struct Workbench
{
    explicit Workbench(const std::filesystem::path &cache)
        : session(testing::createFakeEngine(std::make_shared<testing::FakeBehaviour>()))
    {
        session.setPyramidCache(PyramidCache(cache));
        Settings settings;
        settings.language = QStringLiteral("en");
        window = std::make_unique<MainWindow>(&session, settings, QString());
        window->resize(1920, 1080);
        window->show();
    }
    template <typename T>
    T *part(const char *name) const
    {
        return window->findChild<T *>(QLatin1String(name));
    }
    Canvas *canvas() const { return part<Canvas>("canvas"); }

    Session session;
    std::unique_ptr<MainWindow> window;
};

void measureStart(const QString &program, const QString &picture)
{
    {
        const Watch watch;
        QTemporaryDir cache;
        Workbench bench(cache.path().toStdString());
        waitFor([&] { return bench.window->isVisible() && bench.session.idle(); });
        bench.window->repaint();
        print("window made, shown and painted (this process)", watch.ms(), 0);
    }
    if (program.isEmpty())
        return;
    const Watch watch;
    QProcess process;
    process.start(program, {QStringLiteral("--screenshot"), picture});
    process.waitForFinished(60'000);
    print("start of the program to its first picture, written", watch.ms(), 1000);
}

/// Opens a folder of one large image. \returns after it is sharp.
void measureOpening(Workbench &bench, const QString &folder, const char *what)
{
    const Watch watch;
    double first = -1;
    Canvas *canvas = bench.canvas();
    const auto painted = [&] {
        if (first < 0 && canvas->hasImage()) {
            canvas->repaint();
            if (!canvas->overview().isNull())
                first = watch.ms();
        }
        return first >= 0 && canvas->settled();
    };
    bench.session.openFolder(folder);
    if (!waitFor(painted))
        fmt::print("{}: it never became sharp\n", what);
    print(fmt::format("{}, first picture", what).c_str(), first, 300);
    print(fmt::format("{}, sharp", what).c_str(), watch.ms(), 2000);
}

double frame(Canvas *canvas, QEvent *event)
{
    const Watch watch;
    QApplication::sendEvent(canvas, event);
    canvas->repaint();
    return watch.ms();
}

/// Handles what has arrived, outside of the clock's time but at its pace.
void breathe()
{
    const Watch watch;
    while (watch.ms() < 4)
        QApplication::processEvents(QEventLoop::AllEvents, 2);
}

void panAround(Canvas *canvas, std::vector<double> &frames)
{
    QPointF at(600, 400);
    const auto mouse = [&](QEvent::Type type, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, canvas->mapToGlobal(at), Qt::LeftButton, buttons, Qt::NoModifier);
        return frame(canvas, &event);
    };
    mouse(QEvent::MouseButtonPress, Qt::LeftButton);
    for (int step = 0; step < 60; ++step) {
        at += QPointF(23 * std::cos(step / 9.0), 17 * std::sin(step / 7.0));
        frames.push_back(mouse(QEvent::MouseMove, Qt::LeftButton));
        breathe();
    }
    mouse(QEvent::MouseButtonRelease, Qt::NoButton);
}

void zoomAround(Canvas *canvas, std::vector<double> &frames, int direction)
{
    for (int step = 0; step < 14; ++step) {
        const QPointF at(640, 420);
        QWheelEvent event(at, canvas->mapToGlobal(at), {}, {0, 120 * direction}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        frames.push_back(frame(canvas, &event));
        breathe();
    }
}

void measureFrames(Workbench &bench)
{
    Canvas *canvas = bench.canvas();
    canvas->setHeatStyle({ColourMap::Inferno, 0.6, 0.6, 2.0});
    canvas->setHeat(*HeatLayer::create(scores({kSide, kSide}), {kSide, kSide}, {}));
    canvas->setMarks(blobs(kOutlines, {kSide, kSide}));
    canvas->fit();
    waitFor([&] {
        canvas->repaint();
        return canvas->settled();
    });
    std::vector<double> pans;
    std::vector<double> zooms;
    for (int round = 0; round < 3; ++round) {
        panAround(canvas, pans);
        for (int part = 0; part < 3; ++part) {
            zoomAround(canvas, zooms, 1);
            panAround(canvas, pans);
            if (part < 2)
                zoomAround(canvas, zooms, -1);
        }
        zoomAround(canvas, zooms, -1);
        canvas->fit();
    }
    printFrames("panning, heatmap, 5,000 outlines", pans, 16, 33);
    printFrames("zooming, heatmap, 5,000 outlines", zooms, 16, 33);
}

std::filesystem::path makeProject(const QTemporaryDir &folder)
{
    const std::filesystem::path root = folder.path().toStdString();
    const cv::Mat small(48, 64, CV_8UC1, cv::Scalar(120));
    cv::imwrite((root / "first.png").string(), small);
    Change change{"import", {}};
    for (int i = 0; i < kProjectImages; ++i) {
        const std::string name = fmt::format("part-{:05}.png", i);
        std::filesystem::create_hard_link(root / "first.png", root / name);
        ProjectImage image;
        image.id = name;
        image.path = name;
        change.edits.push_back(added(image));
    }
    const auto file = root / "large.patinaproj";
    auto project = Project::create(file);
    if (!project || !project->apply(change, "benchmark"))
        fmt::print("the project could not be made\n");
    return file;
}

void measureProject(Workbench &bench)
{
    QTemporaryDir folder;
    const auto file = makeProject(folder);
    auto *list = bench.part<QListView>("imageList");
    Watch opening;
    bench.session.openProject(QString::fromStdString(file.string()));
    waitFor([&] { return list->model()->rowCount() == kProjectImages && bench.canvas()->hasImage(); });
    list->repaint();
    print("project of 10,000 images, open", opening.ms(), 1000);
    const Watch filtering;
    bench.part<QLineEdit>("imageFilter")->setText(QStringLiteral("77"));
    list->repaint();
    print("project of 10,000 images, filter", filtering.ms(), 50);
    bench.part<QLineEdit>("imageFilter")->clear();
    std::vector<double> frames;
    for (int step = 0; step < 200; ++step) {
        const Watch watch;
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum() * step / 200);
        list->repaint();
        frames.push_back(watch.ms());
        breathe();
    }
    printFrames("project of 10,000 images, scroll", frames, 16, 16);
}

void measureNextRegion(Workbench &bench)
{
    QTemporaryDir folder;
    cv::Mat part(3000, 4000, CV_8UC1, cv::Scalar(100));
    for (int i = 0; i < 100; ++i)
        cv::rectangle(part, cv::Rect(100 + 380 * (i % 10), 100 + 280 * (i / 10), 60, 60), cv::Scalar(200), cv::FILLED);
    cv::imwrite(folder.filePath("part.png").toStdString(), part);
    bench.session.createProject(folder.path(), folder.filePath("p.patinaproj"));
    waitFor([&] { return bench.session.document().imageCount() == 1 && bench.canvas()->hasImage(); });
    bench.session.openModel(QStringLiteral("any.patina"));
    waitFor([&] { return bench.session.document().hasModel(); });
    bench.session.scoreAll();
    auto *table = bench.part<QTableView>("regionTable");
    waitFor([&] { return bench.session.idle() && table->model()->rowCount() == 100; });
    std::vector<double> keys;
    for (int step = 0; step < 90; ++step) {
        const int before = table->currentIndex().row();
        const Watch watch;
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, Qt::Key_Space, Qt::NoModifier);
            QApplication::sendEvent(bench.canvas(), &event);
        }
        bench.window->repaint();
        if (table->currentIndex().row() == before)
            fmt::print("the key went nowhere\n");
        keys.push_back(watch.ms());
        breathe();
    }
    printFrames("key press to next region", keys, 50, 50);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTemporaryDir folder;
    for (const char *name : {"jpeg", "png", "cache"})
        std::filesystem::create_directory(folder.filePath(name).toStdString());
    measureStart(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString(), folder.filePath("start.png"));
    {
        const cv::Mat image = surface(kSide, kSide, CV_8UC3);
        cv::imwrite(folder.filePath("jpeg/part.jpg").toStdString(), image, {cv::IMWRITE_JPEG_QUALITY, 90});
        cv::imwrite(folder.filePath("png/part.png").toStdString(), image, {cv::IMWRITE_PNG_COMPRESSION, 1});
    }
    const std::filesystem::path cache = folder.filePath("cache").toStdString();
    for (const auto &[name, what] :
         {std::pair("jpeg", "100 megapixels, JPEG"), std::pair("png", "100 megapixels, PNG")})
        for (const char *time : {"never opened before", "opened before"}) {
            Workbench bench(cache);
            measureOpening(bench, folder.filePath(name), fmt::format("{}, {}", what, time).c_str());
            waitFor([&] { return bench.session.idle(); });
        }
    Workbench bench(cache);
    bench.session.openFolder(folder.filePath("jpeg"));
    waitFor([&] { return bench.canvas()->hasImage() && bench.session.idle(); });
    measureFrames(bench);
    measureProject(bench);
    measureNextRegion(bench);
    return 0;
}
