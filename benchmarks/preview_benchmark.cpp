// How long a look at synthetic parts takes: `preview_benchmark [FOLDER] [THREADS]`; with a folder of images the
// surfaces that are like them, too. First and exact picture of 1000x700 pixels (photos: of their own size), median of
// the seeds, and the processor time of the first, which does not grow with what else the machine does.
#include "core/dataset/dataset.h"
#include "core/synthesis/catalogue.h"
#include "core/synthesis/surfaces/exemplar_images.h"
#include "ui/synthesis/synthesis_runner.h"

#include <QCoreApplication>
#include <QTimer>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

using namespace patina;

namespace {

constexpr int kSeeds = 7;

struct Times
{
    qint64 firstMs = 0;
    qint64 firstCpuMs = 0;
    qint64 exactMs = 0;
};

qint64 cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
}

Times look(SynthesisRunner &runner, const SynthesisSpec &spec)
{
    Times times;
    const qint64 before = cpuMs();
    const auto told = QObject::connect(&runner, &SynthesisRunner::previewed, [&](const Previewed &previewed) {
        if (times.firstMs == 0) {
            times.firstMs = std::max(qint64{1}, previewed.waitedMs);
            times.firstCpuMs = cpuMs() - before;
        }
        if (previewed.exact())
            times.exactMs = previewed.waitedMs;
    });
    const auto failed = QObject::connect(&runner, &SynthesisRunner::previewFailed, [](const Error &error) {
        fmt::print(stderr, "{}\n", error.detail);
        std::exit(1);
    });
    PreviewRequest request;
    request.spec = spec;
    if (!spec.defects.empty())
        request.subject.defectClass = spec.defects.front();
    request.stained = !spec.impurities.empty();
    runner.preview(request, {});
    while (times.exactMs == 0 || !runner.idle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QObject::disconnect(told);
    QObject::disconnect(failed);
    return times;
}

void measure(SynthesisRunner &runner, const std::string &name, SynthesisSpec spec)
{
    if (spec.impurities.empty())
        spec.version = SynthesisVersion::Clean;
    std::vector<Times> all;
    for (int seed = 0; seed <= kSeeds; ++seed) {
        spec.seed = static_cast<std::uint64_t>(10 + seed);
        const Times times = look(runner, spec);
        if (seed > 0) // the first finds out how fast it goes
            all.push_back(times);
    }
    const auto median = [&](qint64 Times::*of) {
        std::ranges::nth_element(all, all.begin() + kSeeds / 2, {}, of);
        return all[kSeeds / 2].*of;
    };
    fmt::print("{:<30} {:>5} {:>5} {:>5}\n", name, median(&Times::firstMs), median(&Times::firstCpuMs),
               median(&Times::exactMs));
    std::fflush(stdout);
}

SynthesisSpec sized()
{
    SynthesisSpec spec;
    spec.widthPx = 1000;
    spec.heightPx = 700;
    return spec;
}

void measureLike(SynthesisRunner &runner, const std::filesystem::path &folder)
{
    const auto dataset = openDataset(folder, {});
    if (!dataset)
        return;
    std::vector<std::filesystem::path> paths;
    for (const ImageRecord &image : dataset->images)
        if (image.isGood())
            paths.push_back(image.path);
    for (const auto base : {ExemplarBase::Texture, ExemplarBase::Photo}) {
        const auto chosen = synthesis::chooseExemplar(paths, base, std::nullopt, {});
        if (!chosen) {
            fmt::print(stderr, "{}\n", chosen.error().detail);
            continue;
        }
        const bool photo = base == ExemplarBase::Photo;
        SynthesisSpec spec = sized();
        if (photo) {
            spec.widthPx = chosen->size.width;
            spec.heightPx = chosen->size.height;
        }
        spec.surface = "exemplar";
        spec.exemplar = chosen->spec;
        spec.defects = {"pit"};
        measure(runner, fmt::format("like real, {} {}x{}", photo ? "photo" : "texture", spec.widthPx, spec.heightPx),
                spec);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    SynthesisRunner runner;
    runner.setThreads(argc > 2 ? std::atoi(argv[2]) : 2);
    fmt::print("{:<30} {:>5} {:>5} {:>5}\n", "milliseconds", "first", "cpu", "exact");
    for (const auto &name : synthesisSurfaces())
        if (name != "exemplar") {
            SynthesisSpec spec = sized();
            spec.surface = name;
            measure(runner, std::string(name), spec);
        }
    if (argc > 1)
        measureLike(runner, argv[1]);
    for (const auto &name : synthesisDefects()) {
        SynthesisSpec spec = sized();
        spec.defects = {std::string(name)};
        spec.impurities.clear();
        measure(runner, std::string(name), spec);
    }
    for (const auto &name : synthesisImpurities()) {
        SynthesisSpec spec = sized();
        spec.defects.clear();
        spec.impurities = {std::string(name)};
        measure(runner, std::string(name), spec);
    }
    return 0;
}
