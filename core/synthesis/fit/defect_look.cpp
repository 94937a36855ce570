#include "core/synthesis/fit/defect_look.h"

#include "core/synthesis/camera/srgb.h"
#include "core/synthesis/surfaces/exemplar_fit.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace patina::synthesis {

namespace {

constexpr int ringFromPx = 3;
constexpr int ringToPx = 9;
constexpr int leastAreaPx = 12;
constexpr int leastRingPx = 30;
constexpr float darkestRing = 0.004F; ///< of white: below, the image is black around it
constexpr double leastMissing = 0.25;
constexpr int stretchPx = 6; ///< of the middle line

cv::Mat1b grown(const cv::Mat1b &mask, int by)
{
    cv::Mat1b wide;
    cv::dilate(mask, wide, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * by + 1, 2 * by + 1}));
    return wide;
}

cv::Mat1f linearOf(const cv::Mat1b &grey)
{
    cv::Mat1f curve(1, 256);
    for (int i = 0; i < 256; ++i)
        curve(i) = static_cast<float>(srgbLinear(i / 255.0));
    cv::Mat1f light;
    cv::LUT(grey, curve, light);
    return light;
}

float medianOf(const cv::Mat1f &values, const cv::Mat1b &where)
{
    std::vector<float> some;
    for (int y = 0; y < values.rows; ++y)
        for (int x = 0; x < values.cols; ++x)
            if (where(y, x) != 0)
                some.push_back(values(y, x));
    if (static_cast<int>(some.size()) < leastRingPx)
        return 0.0F;
    std::ranges::nth_element(some, some.begin() + std::ssize(some) / 2);
    return some[some.size() / 2];
}

/// What is missing of the light, where it is more than a surface's own texture takes.
double deepOf(double missing)
{
    return missing > leastMissing ? missing : 0.0;
}

/// Of a pixel on the average: some of a surface's own marks are that deep.
double deepOnAverage(const cv::Mat1f &missing, const cv::Mat1b &where)
{
    double sum = 0.0;
    for (int y = 0; y < missing.rows; ++y)
        for (int x = 0; x < missing.cols; ++x)
            if (where(y, x) != 0)
                sum += deepOf(static_cast<double>(missing(y, x)));
    return sum / std::max(1, cv::countNonZero(where));
}

/// The axes of a region's second moments, through its middle.
struct Axes
{
    cv::Point2d middle;
    double angle = 0.0; ///< of the longest one, radians
    double ratio = 1.0;

    explicit Axes(const cv::Mat1b &region)
    {
        const cv::Moments m = cv::moments(region, true);
        middle = {m.m10 / m.m00, m.m01 / m.m00};
        const double xx = m.mu20 / m.m00 + 1.0 / 12.0; // a pixel has a size, too
        const double yy = m.mu02 / m.m00 + 1.0 / 12.0;
        const double xy = m.mu11 / m.m00;
        angle = 0.5 * std::atan2(2.0 * xy, xx - yy);
        const double spread = std::sqrt((xx - yy) * (xx - yy) + 4.0 * xy * xy);
        ratio = std::sqrt((xx + yy + spread) / (xx + yy - spread));
    }
    cv::Point2d seenFrom(int x, int y) const
    {
        const cv::Point2d d = cv::Point2d(x, y) - middle;
        return {d.x * std::cos(angle) + d.y * std::sin(angle), d.y * std::cos(angle) - d.x * std::sin(angle)};
    }
};

/// Along its longest axis, pixel by pixel: the light that is missing, and where the region's middle lies.
struct Profile
{
    std::vector<double> missing;
    std::vector<double> most; ///< of a pixel
    std::vector<double> aside;
    double from = 0.0;

    Profile(const cv::Mat1b &region, const cv::Mat1f &missingLight, double ofTexture, const Axes &axes)
    {
        double to = -1e9;
        from = 1e9;
        const auto eachPixel = [&](const cv::Mat1b &where, const auto &visit) {
            for (int y = 0; y < where.rows; ++y)
                for (int x = 0; x < where.cols; ++x)
                    if (where(y, x) != 0)
                        visit(axes.seenFrom(x, y), y, x);
        };
        eachPixel(region, [&](cv::Point2d at, int, int) {
            from = std::min(from, at.x);
            to = std::max(to, at.x);
        });
        const auto count = static_cast<std::size_t>(to - from) + 1;
        missing.assign(count, 0.0);
        most.assign(count, 0.0);
        aside.assign(count, 0.0);
        std::vector<double> pixels(count, 0.0);
        const auto placeOf = [&](double x) {
            return static_cast<std::size_t>(std::clamp(x - from, 0.0, static_cast<double>(count - 1)));
        };
        eachPixel(region, [&](cv::Point2d at, int, int) {
            aside[placeOf(at.x)] += at.y;
            pixels[placeOf(at.x)] += 1.0;
        });
        for (std::size_t i = 0; i < count; ++i)
            aside[i] = pixels[i] > 0.0 ? aside[i] / pixels[i] : (i > 0 ? aside[i - 1] : 0.0);
        // Masks drawn by hand are wider or narrower than the defect: some pixels more hold all of it, in each.
        eachPixel(grown(region, ringFromPx), [&](cv::Point2d at, int y, int x) {
            const auto here = static_cast<double>(missingLight(y, x));
            most[placeOf(at.x)] = std::max(most[placeOf(at.x)], here);
            missing[placeOf(at.x)] += deepOf(here) - ofTexture;
        });
    }

    double meanOf(double fromShare, double toShare) const
    {
        const auto size = static_cast<double>(missing.size());
        const auto first = static_cast<std::size_t>(fromShare * size);
        const auto last = std::max(first + 1, static_cast<std::size_t>(toShare * size));
        return std::accumulate(missing.begin() + static_cast<std::ptrdiff_t>(first),
                               missing.begin() + static_cast<std::ptrdiff_t>(std::min(last, missing.size())), 0.0) /
               static_cast<double>(std::min(last, missing.size()) - first);
    }
};

double medianOf(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + std::ssize(values) / 2);
    return values[values.size() / 2];
}

double kinkOf(const std::vector<double> &aside)
{
    std::vector<double> headings;
    for (std::size_t i = stretchPx; i < aside.size(); i += stretchPx)
        headings.push_back(std::atan2(aside[i] - aside[i - stretchPx], static_cast<double>(stretchPx)) * 180.0 / pi);
    double turns = 0.0;
    for (std::size_t i = 1; i < headings.size(); ++i)
        turns += std::abs(headings[i] - headings[i - 1]);
    return headings.size() > 1 ? 0.5 * turns / static_cast<double>(headings.size() - 1) : 0.0;
}

double swellOf(const Profile &profile)
{
    std::vector<double> means;
    for (double at = 0.2; at < 0.79; at += 0.1)
        means.push_back(profile.meanOf(at, at + 0.1));
    const double mean = std::accumulate(means.begin(), means.end(), 0.0) / static_cast<double>(means.size());
    double squares = 0.0;
    for (const double value : means)
        squares += (value - mean) * (value - mean);
    return mean > 0.0 ? std::sqrt(squares / static_cast<double>(means.size() - 1)) / mean : 0.0;
}

DefectLook lookOf(const cv::Mat1b &region, const cv::Mat1f &missing, double ofTexture, double grainDeg)
{
    const Axes axes(region);
    const Profile profile(region, missing, ofTexture, axes);
    DefectLook look;
    look.areaPx = cv::countNonZero(region);
    look.lengthPx = static_cast<double>(profile.missing.size());
    look.longerThanWide = axes.ratio;
    look.grainAngleDeg = axes.angle * 180.0 / pi - grainDeg;
    look.grainAngleDeg -= 180.0 * std::floor((look.grainAngleDeg + 90.0) / 180.0);
    look.light = 1.0 - cv::mean(missing, region)[0];
    look.blackWidthPx = medianOf(profile.missing);
    look.darkest = medianOf(profile.most);
    look.kinkDeg = kinkOf(profile.aside);
    const double middle = profile.meanOf(0.3, 0.7);
    look.endsOpen = middle > 0.0 ? 0.5 * (profile.meanOf(0.0, 0.1) + profile.meanOf(0.9, 1.0)) / middle : 1.0;
    look.swell = swellOf(profile);
    return look;
}

/// Mean light of a region in red over that in blue, each over that of the ring.
double redOverBlueOf(const cv::Mat &pixels, const cv::Mat1b &region, const cv::Mat1b &ring)
{
    if (pixels.channels() != 3)
        return 1.0;
    const auto lightOf = [&](int channel) {
        cv::Mat1b one;
        cv::extractChannel(pixels, one, channel);
        const cv::Mat1f light = linearOf(one);
        return cv::mean(light, region)[0] / static_cast<double>(std::max(darkestRing, medianOf(light, ring)));
    };
    const double blue = lightOf(0);
    return blue > 0.0 ? lightOf(2) / blue : 1.0;
}

} // namespace

std::vector<DefectLook> looksOf(const cv::Mat &pixels, const cv::Mat &mask)
{
    cv::Mat1b grey = pixels;
    if (pixels.channels() == 3)
        cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
    cv::Mat1f brightness;
    grey.convertTo(brightness, CV_32F);
    const double grainDeg = grainOf(brightness).directionDeg;
    const cv::Mat1f light = linearOf(grey);
    const cv::Mat1b near = grown(cv::Mat(mask != 0), ringFromPx);
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centroids, 8, CV_32S);
    std::vector<DefectLook> looks;
    for (int i = 1; i < count; ++i) {
        if (stats.at<int>(i, cv::CC_STAT_AREA) < leastAreaPx)
            continue;
        const int reach = ringToPx + 1;
        const cv::Rect box =
            cv::Rect(stats.at<int>(i, cv::CC_STAT_LEFT) - reach, stats.at<int>(i, cv::CC_STAT_TOP) - reach,
                     stats.at<int>(i, cv::CC_STAT_WIDTH) + 2 * reach,
                     stats.at<int>(i, cv::CC_STAT_HEIGHT) + 2 * reach) &
            cv::Rect({}, grey.size());
        const cv::Mat1b region = cv::Mat(labels(box) == i);
        const cv::Mat1b ring = cv::Mat(grown(region, ringToPx) & ~near(box));
        const float around = medianOf(light(box), ring);
        if (around <= darkestRing)
            continue;
        const cv::Mat1f missing = cv::Mat(1.0F - light(box) / around);
        looks.push_back(lookOf(region, missing, deepOnAverage(missing, ring), grainDeg));
        looks.back().redOverBlue = redOverBlueOf(pixels(box), region, ring);
        looks.back().middle = {(centroids.at<double>(i, 0) + 0.5) / grey.cols,
                               (centroids.at<double>(i, 1) + 0.5) / grey.rows};
    }
    return looks;
}

} // namespace patina::synthesis
