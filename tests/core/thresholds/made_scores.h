#pragma once

#include "core/thresholds/calibration_data.h"

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace patina::made {

/// One image, good or with defects.
struct Scored
{
    std::string group;
    std::vector<std::pair<std::string, double>> defects; ///< class and peak
    double peak = 0.0;
};

inline CalibrationData dataOf(const std::vector<Scored> &images)
{
    CalibrationData data;
    for (std::size_t i = 0; i < images.size(); ++i) {
        const auto index = static_cast<std::int64_t>(i);
        const Scored &image = images[i];
        if (image.defects.empty())
            data.good.push_back({index, "good", image.peak, image.group});
        else
            data.anomalous.push_back({index, image.defects.front().first, image.peak, image.group});
        for (const auto &[name, peak] : image.defects)
            data.defects.push_back({index, name, peak, image.group});
    }
    return data;
}

/// `good` good images and `cracks` with one crack each, all groups of their own; peaks as given.
inline CalibrationData cracksAndGood(const std::vector<double> &cracks, const std::vector<double> &good)
{
    std::vector<Scored> images;
    for (const double peak : cracks)
        images.push_back({"c" + std::to_string(images.size()), {{"crack", peak}}, peak});
    for (const double peak : good)
        images.push_back({"g" + std::to_string(images.size()), {}, peak});
    return dataOf(images);
}

/// A peak out of few, so that ties are common; exact in float32.
inline double anyPeak()
{
    return static_cast<double>(*rc::gen::inRange(0, 24)) / 8.0;
}

/// Good images, cracks and dents, several to an image, several images to a group.
inline std::vector<Scored> anyImages(int most = 60)
{
    std::vector<Scored> images(static_cast<std::size_t>(*rc::gen::inRange(1, most)));
    const int groups = *rc::gen::inRange(1, static_cast<int>(images.size()) + 1);
    for (Scored &image : images) {
        image.group = "part " + std::to_string(*rc::gen::inRange(0, groups));
        const int defects = *rc::gen::element(0, 0, 1, 1, 2, 3);
        image.peak = anyPeak();
        for (int i = 0; i < defects; ++i) {
            image.defects.emplace_back(*rc::gen::element<std::string>("crack", "crack", "dent"), anyPeak());
            image.peak = std::max(image.peak, image.defects.back().second);
        }
    }
    return images;
}

/// The same data in another order.
inline CalibrationData shuffled(CalibrationData data)
{
    const auto turn = [](auto &list) {
        for (std::size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
    };
    turn(data.good);
    turn(data.anomalous);
    turn(data.defects);
    return data;
}

} // namespace patina::made
