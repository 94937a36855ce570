#pragma once

#include "core/metrics/evaluator.h"

#include <random>
#include <string>
#include <vector>

namespace patina::made {

/// An image with its score map, as an evaluator takes it.
struct Scored
{
    ImageTruth truth;
    cv::Mat map;

    double score() const
    {
        double largest = 0.0;
        cv::minMaxLoc(map, nullptr, &largest);
        return largest;
    }
};

inline std::vector<LabelClass> classes()
{
    return {{"crack", ClassKind::Defect},
            {"scratch", ClassKind::Defect},
            {"spot", ClassKind::Ambiguous},
            {"stain", ClassKind::Impurity}};
}
enum Class { crack = 0, scratch = 1, spot = 2, stain = 3 };

inline cv::Mat noise(cv::Size size, std::mt19937 &random, double sigma = 0.4)
{
    std::normal_distribution<double> draw(0.0, sigma);
    cv::Mat map(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            map.at<float>(y, x) = static_cast<float>(draw(random));
    return map;
}

inline Scored good(cv::Size size, std::mt19937 &random, std::string id = "good/0")
{
    Scored image;
    image.truth.id = std::move(id);
    image.truth.labels.size = size;
    image.map = noise(size, random);
    return image;
}

/// Marks `box` as a region of a class and adds `lift` to its scores.
inline void mark(Scored &image, int classIndex, const cv::Rect &box, double lift)
{
    cv::Mat mask = cv::Mat::zeros(image.map.size(), CV_8UC1);
    mask(box) = 255;
    image.truth.labels.layers.push_back({classIndex, mask});
    image.map(box) += lift;
}

inline Scored defective(cv::Size size, std::mt19937 &random, int classIndex, std::string id)
{
    Scored image = good(size, random, std::move(id));
    image.truth.className = classes()[static_cast<std::size_t>(classIndex)].name;
    const int count = 1 + static_cast<int>(random() % 3);
    std::normal_distribution<double> lift(1.0, 0.7);
    for (int i = 0; i < count; ++i) {
        const cv::Rect box(static_cast<int>(random() % static_cast<unsigned>(size.width - 4)),
                           static_cast<int>(random() % static_cast<unsigned>(size.height - 4)),
                           1 + static_cast<int>(random() % 4), 1 + static_cast<int>(random() % 4));
        mark(image, classIndex, box, lift(random));
    }
    return image;
}

/// Good, stained, cracked and scratched images of several sizes.
inline std::vector<Scored> someImages(unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<Scored> images;
    const auto size = [&] {
        return cv::Size(8 + static_cast<int>(random() % 20), 8 + static_cast<int>(random() % 20));
    };
    for (int i = 0; i < 4; ++i)
        images.push_back(good(size(), random, "good/" + std::to_string(i)));
    mark(images[3], stain, {1, 1, 5, 4}, 0.8);
    for (int i = 0; i < 5; ++i)
        images.push_back(defective(size(), random, i % 2 == 0 ? crack : scratch, "defect/" + std::to_string(i)));
    mark(images[5], stain, {0, 0, 3, 6}, 0.5);
    mark(images[6], spot, {4, 2, 3, 3}, 1.5);
    return images;
}

inline Result<void> feed(Evaluator &evaluator, const Scored &image)
{
    return evaluator.addImage(image.truth, image.score(), image.map);
}

inline Evaluation evaluated(const std::vector<Scored> &images, const EvaluationSettings &settings = {})
{
    auto evaluator = Evaluator::create(classes(), settings);
    for (const Scored &image : images)
        if (!feed(*evaluator, image))
            return {};
    return evaluator->evaluate();
}

inline EvaluationSettings settingsWith(double review, double reject)
{
    EvaluationSettings settings;
    settings.reviewThreshold = review;
    settings.rejectThreshold = reject;
    return settings;
}

inline Figure figureNamed(const Evaluation &evaluation, const std::string &name)
{
    for (const NamedFigure &figure : flatFigures(evaluation))
        if (figure.name == name)
            return figure.figure;
    return Figure::absent("no figure of this name");
}

} // namespace patina::made
