#include "benchmarks/window_benchmark_parts.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace patina::bench {

namespace {

constexpr double kPatienceMs = 60'000;

std::string aim(double targetMs)
{
    return targetMs > 0 ? fmt::format("(aimed at {:.0f})", targetMs) : std::string();
}

} // namespace

bool waitFor(const std::function<bool()> &isSo)
{
    const Watch watch;
    while (!isSo()) {
        if (watch.ms() > kPatienceMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 2);
    }
    return true;
}

void print(const char *what, double ms, double targetMs)
{
    fmt::print("{:<58} {:>9.1f} ms {}\n", what, ms, aim(targetMs));
    std::fflush(stdout);
}

void printFrames(const char *what, std::vector<double> ms, double medianTarget, double highTarget)
{
    if (ms.empty())
        return;
    std::ranges::sort(ms);
    const std::size_t high = std::min(ms.size() - 1, ms.size() * 99 / 100);
    print(fmt::format("{}: median of {}", what, ms.size()).c_str(), ms[ms.size() / 2], medianTarget);
    print(fmt::format("{}: 99 %", what).c_str(), ms[high], highTarget);
}

cv::Mat surface(int width, int height, int type)
{
    cv::Mat lines(height, 256, type);
    cv::RNG random(1);
    random.fill(lines, cv::RNG::NORMAL, cv::Scalar::all(120), cv::Scalar::all(20));
    cv::Mat image;
    cv::repeat(lines, 1, width / 256 + 1, image);
    image = image.colRange(0, width).clone();
    for (int i = 0; i < 2000; ++i) {
        const cv::Point from(random.uniform(0, width), random.uniform(0, height));
        cv::line(image, from, from + cv::Point(random.uniform(-300, 300), random.uniform(-300, 300)),
                 cv::Scalar::all(random.uniform(150, 256)), 2);
    }
    return image;
}

std::vector<CanvasMark> blobs(int count, cv::Size size)
{
    const int columns = static_cast<int>(std::ceil(std::sqrt(count)));
    cv::RNG random(2);
    std::vector<CanvasMark> marks;
    for (int i = 0; i < count; ++i) {
        const cv::Point2d middle((i % columns + 0.5) * size.width / columns,
                                 (i / columns + 0.5) * size.height / columns);
        std::vector<cv::Point> outline;
        const double radius = random.uniform(15.0, 50.0);
        constexpr int points = 80;
        for (int p = 0; p < points; ++p) {
            const double angle = 2.0 * std::numbers::pi * p / points;
            const double r = radius * random.uniform(0.8, 1.2);
            outline.emplace_back(static_cast<int>(middle.x + r * std::cos(angle)),
                                 static_cast<int>(middle.y + r * std::sin(angle)));
        }
        marks.push_back({outlinePath(outline, 1.0, 1.0), i % 3 == 0 ? QColor(Qt::white) : QColor(Qt::yellow), i == 0});
    }
    return marks;
}

cv::Mat scores(cv::Size size)
{
    cv::Mat map(size, CV_32FC1);
    cv::RNG random(3);
    random.fill(map, cv::RNG::UNIFORM, 0.0, 1.0);
    for (int i = 0; i < 5000; ++i)
        cv::circle(map, {random.uniform(0, size.width), random.uniform(0, size.height)}, 6, cv::Scalar(2.0),
                   cv::FILLED);
    return map;
}

} // namespace patina::bench
