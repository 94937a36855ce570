#include "core/studies/believability_baselines.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace patina {

namespace {

constexpr int ringPx = 9;

/// Angles of an odd function, as a real image needs them: those of the transform of noise.
cv::Mat turns(cv::Size size, Random &random)
{
    cv::Mat noise(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            noise.at<float>(y, x) = static_cast<float>(random.normal());
    cv::Mat transformed;
    cv::dft(noise, transformed, cv::DFT_COMPLEX_OUTPUT);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            auto &value = transformed.at<cv::Vec2f>(y, x);
            const float length = std::max(1e-12F, std::sqrt(value[0] * value[0] + value[1] * value[1]));
            value = {value[0] / length, value[1] / length};
        }
    return transformed;
}

} // namespace

cv::Mat randomPhase(const cv::Mat &image, Random &random)
{
    const cv::Mat turn = turns(image.size(), random);
    std::vector<cv::Mat> channels;
    cv::split(image, channels);
    for (cv::Mat &channel : channels) {
        cv::Mat values;
        channel.convertTo(values, CV_32FC1);
        const double mean = cv::mean(values)[0];
        cv::Mat transformed;
        cv::dft(values - mean, transformed, cv::DFT_COMPLEX_OUTPUT);
        cv::mulSpectrums(transformed, turn, transformed, 0);
        cv::idft(transformed, values, cv::DFT_REAL_OUTPUT | cv::DFT_SCALE);
        cv::Mat(values + mean).convertTo(channel, CV_8UC1);
    }
    cv::Mat made;
    cv::merge(channels, made);
    return made;
}

std::vector<Blob> blobsOf(const cv::Mat &grey, const cv::Mat &mask)
{
    std::vector<Blob> blobs;
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centroids, 8, CV_32S);
    for (int i = 1; i < count; ++i) {
        const cv::Rect box =
            (cv::Rect(stats.at<int>(i, cv::CC_STAT_LEFT) - ringPx, stats.at<int>(i, cv::CC_STAT_TOP) - ringPx,
                      stats.at<int>(i, cv::CC_STAT_WIDTH) + 2 * ringPx,
                      stats.at<int>(i, cv::CC_STAT_HEIGHT) + 2 * ringPx)) &
            cv::Rect({}, grey.size());
        const cv::Mat inside = labels(box) == i;
        cv::Mat ring;
        cv::dilate(inside, ring, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * ringPx - 1, 2 * ringPx - 1}));
        ring.setTo(0, mask(box) != 0);
        if (cv::countNonZero(ring) == 0)
            continue;
        blobs.push_back({static_cast<double>(stats.at<int>(i, cv::CC_STAT_AREA)),
                         cv::mean(grey(box), inside)[0] - cv::mean(grey(box), ring)[0]});
    }
    return blobs;
}

cv::Mat pasteBlobs(cv::Mat &image, const std::vector<Blob> &blobs, Random &random)
{
    cv::Mat mask = cv::Mat::zeros(image.size(), CV_8UC1);
    for (const Blob &blob : blobs) {
        const double stretch = 1.0 + 2.0 * random.uniform();
        const double minor = std::max(1.0, std::sqrt(blob.areaPx / std::numbers::pi / stretch));
        const cv::Size axes(static_cast<int>(std::lround(minor * stretch)), static_cast<int>(std::lround(minor)));
        const cv::Point centre(static_cast<int>(random.below(static_cast<std::uint64_t>(image.cols))),
                               static_cast<int>(random.below(static_cast<std::uint64_t>(image.rows))));
        cv::Mat shape = cv::Mat::zeros(image.size(), CV_8UC1);
        cv::ellipse(shape, centre, axes, 180.0 * random.uniform(), 0.0, 360.0, cv::Scalar(255), cv::FILLED);
        mask |= shape;
        cv::Mat soft;
        shape.convertTo(soft, CV_32FC1, blob.contrast / 255.0);
        cv::GaussianBlur(soft, soft, {}, 1.0);
        std::vector<cv::Mat> channels(static_cast<std::size_t>(image.channels()), soft);
        cv::Mat change;
        cv::merge(channels, change);
        cv::Mat values;
        image.convertTo(values, CV_32F);
        cv::Mat(values + change).convertTo(image, image.type());
    }
    return mask;
}

} // namespace patina
