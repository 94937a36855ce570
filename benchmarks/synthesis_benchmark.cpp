// How fast parts are made: megapixels a second of every surface, clean and with a defect and stains, on one thread and
// on all, beside a plain renderer of the same surfaces. See docs/benchmarks.md.
//   synthesis_benchmark          the table
//   synthesis_benchmark one      without the columns of all threads, which need a quiet machine
//   synthesis_benchmark large    one image of 16384 x 16384 with dents and water stains: seconds and peak memory
#include "core/image/png_file.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <sys/resource.h>
#include <thread>
#include <vector>

#include "benchmarks/synthesis_reference.h"

using namespace patina;
using namespace patina::synthesis;

namespace {

constexpr int kStripRows = 512;
const cv::Size kSize(2048, 1536);
const cv::Size kPlainSize(512, 384);
enum class Threads { One, All };
using ExemplarPtr = std::shared_ptr<const ExemplarImages>;

double wallS()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Of this thread: other programs on the machine do not count.
double threadS()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double megapixels(cv::Size size)
{
    return 1e-6 * size.width * size.height;
}

SynthesisSpec specOf(std::string_view surface, cv::Size size)
{
    SynthesisSpec spec;
    spec.surface = surface;
    spec.widthPx = size.width;
    spec.heightPx = size.height;
    spec.impurities = {"water-stain", "fingerprint"};
    spec.ranges.waterStain.imageShare = {1.0, 1.0};
    spec.ranges.fingerprint.imageShare = {1.0, 1.0};
    return spec;
}

void render(const Scene &scene, SynthesisVersion version)
{
    (void)renderStrips(scene, version, {}, kStripRows, [](int, const RenderedScene &) { return Result<void>(); });
}

/// Making the scene counts: an image of a data set needs one of its own.
void makeImage(const SynthesisSpec &spec, const ExemplarPtr &exemplar, int number, bool damaged)
{
    SynthesisSpec own = spec;
    if (!damaged)
        own.impurities.clear();
    const Scene scene = createScene(own, imageSeedOf(1, "benchmark", number), damaged ? "dent" : "", exemplar);
    render(scene, damaged ? SynthesisVersion::Stained : SynthesisVersion::Clean);
}

double oneThread(const SynthesisSpec &spec, const ExemplarPtr &exemplar, bool damaged)
{
    const double start = threadS();
    for (int i = 0; i < 2; ++i)
        makeImage(spec, exemplar, i, damaged);
    return 2.0 * megapixels(kSize) / (threadS() - start);
}

double allThreads(const SynthesisSpec &spec, const ExemplarPtr &exemplar, bool damaged)
{
    const auto count = std::max(1U, std::thread::hardware_concurrency());
    const double start = wallS();
    std::vector<std::jthread> workers;
    for (unsigned t = 0; t < count; ++t)
        workers.emplace_back([&, t] {
            for (int i = 0; i < 2; ++i)
                makeImage(spec, exemplar, static_cast<int>(2 * t) + i, damaged);
        });
    workers.clear();
    return 2.0 * count * megapixels(kSize) / (wallS() - start);
}

/// Seconds of the plain renderer over those of ours, and the largest and the mean difference in 8-bit steps.
std::string besidePlain(std::string_view surface)
{
    SynthesisSpec spec = specOf(surface, kPlainSize);
    spec.impurities.clear();
    const Scene scene = createScene(spec, imageSeedOf(1, "plain", 0), "");
    double start = threadS();
    const cv::Mat3b plain = renderPlainly(scene);
    const double plainS = threadS() - start;
    start = threadS();
    const auto ours = renderScene(scene, SynthesisVersion::Clean, {});
    const double oursS = threadS() - start;
    const double largest = cv::norm(plain, ours->clean, cv::NORM_INF);
    const double mean = cv::norm(plain, ours->clean, cv::NORM_L1) / (3.0 * kPlainSize.area());
    return fmt::format("{:.2f} | {:.0f} | {:.0f}, {:.3f}", megapixels(kPlainSize) / plainS, plainS / oursS, largest,
                       mean);
}

ExemplarPtr makeExemplar(const std::filesystem::path &folder)
{
    const SynthesisSpec spec = specOf("sandblasted", {768, 768});
    const Scene scene = createScene(spec, imageSeedOf(1, "exemplar", 0), "");
    const auto path = folder / "exemplar.png";
    (void)writePng(path.string(), renderScene(scene, SynthesisVersion::Clean, {})->clean);
    const auto chosen = chooseExemplar(std::vector{path}, ExemplarBase::Texture, std::nullopt, {});
    return *loadExemplar(chosen->spec, kSize, {});
}

std::string allThreadsText(const SynthesisSpec &spec, const ExemplarPtr &exemplar, bool damaged, Threads threads)
{
    return threads == Threads::One ? "-" : fmt::format("{:.1f}", allThreads(spec, exemplar, damaged));
}

void table(Threads threads)
{
    const auto folder = std::filesystem::temp_directory_path() / "patina-synthesis-benchmark";
    std::filesystem::create_directories(folder);
    fmt::print(
        "| surface | clean, 1 thread | all threads | stained, 1 thread | all threads | plain | ours over plain | "
        "differ by at most, mean |\n|---|---|---|---|---|---|---|---|\n");
    for (const std::string_view surface : synthesisSurfaces()) {
        const bool like = surface == "exemplar";
        const ExemplarPtr exemplar = like ? makeExemplar(folder) : nullptr;
        const SynthesisSpec spec = specOf(surface, kSize);
        fmt::print("| {} | {:.1f} | {} | {:.1f} | {} | {} |\n", surface, oneThread(spec, exemplar, false),
                   allThreadsText(spec, exemplar, false, threads), oneThread(spec, exemplar, true),
                   allThreadsText(spec, exemplar, true, threads), like ? "- | - | -" : besidePlain(surface));
        std::fflush(stdout);
    }
    std::filesystem::remove_all(folder);
}

void large()
{
    SynthesisSpec spec = specOf("brushed", {16384, 16384});
    spec.impurities = {"water-stain"};
    const double start = wallS();
    const double startCpu = threadS();
    const Scene scene = createScene(spec, imageSeedOf(1, "large", 0), "dent");
    (void)renderStrips(scene, SynthesisVersion::Stained, {}, 64, // a megapixel, as data sets are written
                       [](int, const RenderedScene &) { return Result<void>(); });
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("16384 x 16384, dents and water stains, one thread: {:.0f} s, {:.0f} s of CPU, peak memory {:.0f} MiB\n",
               wallS() - start, threadS() - startCpu, static_cast<double>(usage.ru_maxrss) / 1024.0);
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "large")
        large();
    else
        table(what == "one" ? Threads::One : Threads::All);
    return 0;
}
