#include "benchmarks/decision_costs.h"

#include "core/base/system.h"
#include "ui/jobs/evaluation_store.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "benchmarks/window_benchmark_parts.h"

namespace patina::bench {

namespace {

constexpr int kDecisions = 5;
constexpr int kLargeImages = 40;
const cv::Size kLarge(4000, 3000);

/// The label of another place: nobody has evaluated it so.
void decide(ProjectContents &contents, int number)
{
    cv::Mat mask = cv::Mat::zeros(contents.labels.front().mask.size(), CV_8UC1);
    mask(cv::Rect(number + 1, 8, 24, 24)).setTo(255);
    contents.labels.front().mask = RunMask::ofMat(mask);
}

bool sameFigures(const ProjectEvaluation &a, const ProjectEvaluation &b)
{
    for (std::size_t i = 0; i < a.evaluations.size(); ++i) {
        const auto one = flatFigures(a.evaluations[i]);
        const auto other = flatFigures(b.evaluations[i]);
        const auto same = [](const NamedFigure &x, const NamedFigure &y) {
            return x.name == y.name && x.figure == y.figure;
        };
        if (!std::ranges::equal(one, other, same))
            return false;
    }
    return true;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Scores as those of a network with a stride of 8 px: smooth, with a peak every some pixels.
cv::Mat largeMap(int image)
{
    cv::Mat coarse(kLarge.height / 8, kLarge.width / 8, CV_32FC1);
    cv::RNG random(static_cast<std::uint64_t>(image) + 1);
    random.fill(coarse, cv::RNG::NORMAL, 0.5, 0.15);
    cv::Mat map;
    cv::resize(coarse, map, kLarge, 0, 0, cv::INTER_CUBIC);
    return map;
}

std::shared_ptr<ProjectContents> largeContents()
{
    auto contents = std::make_shared<ProjectContents>();
    contents->classes = {{"crack", ClassKind::Defect, 0}};
    for (int i = 0; i < kLargeImages; ++i) {
        const std::string id = fmt::format("test/{:03}.png", i);
        contents->images.push_back({id, id, "made " + id, Split::Test, i % 10 == 0 ? "crack" : "good", ""});
        Label label;
        label.id = i + 1;
        label.image = id;
        label.className = "crack";
        label.reader = "bench";
        label.mask = RunMask::create(kLarge, {{100, 100, 400}, {101, 100, 400}}).value();
        if (i % 10 == 0)
            contents->labels.push_back(std::move(label));
    }
    return contents;
}

} // namespace

void measureDecisions(const char *name, ProjectEvaluationRequest request)
{
    request.kept = std::make_shared<KeptFigures>();
    const std::int64_t heldBefore = residentMemoryBytes();
    if (!evaluateProject(request, {}))
        return;
    const std::int64_t held = residentMemoryBytes() - heldBefore;
    std::vector<double> kept;
    std::vector<double> fromDisk;
    bool same = true;
    for (int i = 0; i < kDecisions; ++i) {
        auto contents = std::make_shared<ProjectContents>(*request.contents);
        decide(*contents, i);
        request.contents = contents;
        const Watch keptWatch;
        const auto one = evaluateProject(request, {});
        kept.push_back(keptWatch.ms());
        // The image itself is in the store by now: of the baseline only the reading of all is measured.
        ProjectEvaluationRequest anew = request;
        anew.kept = nullptr;
        const Watch anewWatch;
        const auto other = evaluateProject(anew, {});
        fromDisk.push_back(anewWatch.ms());
        same = same && one && other && sameFigures(*one, *other);
    }
    fmt::print("{:<58} {:>10.1f} ms\n", fmt::format("{}: figures after one decision", name), median(kept));
    fmt::print("{:<58} {:>10.1f} ms\n", fmt::format("{}: all read from disk again (baseline)", name), median(fromDisk));
    fmt::print("{:<58} {:>10.1f} times, figures {}\n", fmt::format("{}: baseline over ours", name),
               median(fromDisk) / median(kept), same ? "identical" : "DIFFERENT");
    fmt::print("{:<58} {:>10.0f} MB\n", fmt::format("{}: held between runs", name), static_cast<double>(held) / 1e6);
}

void measureLargeDecisions(const std::string &folder)
{
    ProjectEvaluationRequest request;
    request.contents = largeContents();
    request.reader = "bench";
    request.policies = {LabelPolicy()};
    request.settings.bootstrap.resamples = 0;
    request.settings.reviewThreshold = 1.0;
    request.settings.rejectThreshold = 1.1;
    request.modelHash = "made";
    request.withSegF1 = false;
    request.store = std::make_shared<EvaluationStore>(folder);
    request.openMap = [](const ProjectImage &image, const JobContext &) -> Result<ScoredMap> {
        const cv::Mat map = largeMap(std::stoi(image.id.substr(5, 3)));
        return ScoredMap{kLarge, kLarge, [map](const auto &sink) -> Result<double> {
                             double largest = 0.0;
                             cv::minMaxLoc(map, nullptr, &largest);
                             return sink(0, map).map([&] { return largest; });
                         }};
    };
    const Watch made;
    if (!evaluateProject(request, {}))
        return;
    fmt::print("{:<58} {:>10.0f} ms\n", fmt::format("{} images of 12 megapixels evaluated", kLargeImages), made.ms());
    std::uintmax_t bytes = 0;
    for (const auto &file : std::filesystem::directory_iterator(folder))
        bytes += file.file_size();
    fmt::print("{:<58} {:>10.2f} MB\n", "one of them in the store", static_cast<double>(bytes) / 1e6 / kLargeImages);
    measureDecisions("12 megapixels", request);
}

} // namespace patina::bench
