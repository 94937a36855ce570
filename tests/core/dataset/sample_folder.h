#pragma once

#include "core/dataset/dataset.h"

#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

/// A folder that tests fill with images, masks and side files; gone with the object.
class SampleFolder
{
public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }

    /// Pixels that depend on `seed`, so that images with different seeds are no duplicates.
    void image(const std::string &name, int seed = 0, cv::Size size = {12, 8}, int type = CV_8UC3) const
    {
        cv::Mat pixels(size, type);
        cv::RNG(static_cast<std::uint64_t>(seed) + 1).fill(pixels, cv::RNG::UNIFORM, 0, 255);
        write(name, pixels);
    }

    /// A mask with one marked pixel of `value`; black where `value` is 0.
    void mask(const std::string &name, int value = 255, cv::Size size = {12, 8}) const
    {
        cv::Mat pixels(size, CV_8UC1, cv::Scalar(0));
        pixels.at<std::uint8_t>(size.height / 2, size.width / 2) = static_cast<std::uint8_t>(value);
        write(name, pixels);
    }

    void text(const std::string &name, std::string_view contents) const
    {
        std::ofstream(below(name), std::ios::binary) << contents;
    }

    void folder(const std::string &name) const { std::filesystem::create_directories(path() / name); }

    /// The path, with its folder made.
    std::filesystem::path below(const std::string &name) const
    {
        std::filesystem::create_directories((path() / name).parent_path());
        return path() / name;
    }

private:
    void write(const std::string &name, const cv::Mat &pixels) const
    {
        if (!cv::imwrite(below(name).string(), pixels))
            throw std::runtime_error("cannot write " + name);
    }

    QTemporaryDir m_folder;
};

inline const patina::ImageRecord *findImage(const patina::Dataset &dataset, const std::string &id)
{
    const auto found = std::find_if(dataset.images.begin(), dataset.images.end(),
                                    [&](const patina::ImageRecord &image) { return image.id == id; });
    return found == dataset.images.end() ? nullptr : &*found;
}

inline int countProblems(const std::vector<patina::DatasetProblem> &problems, patina::DatasetProblem::Kind kind)
{
    return static_cast<int>(
        std::count_if(problems.begin(), problems.end(), [&](const auto &problem) { return problem.kind == kind; }));
}

inline int countImages(const patina::Dataset &dataset, patina::Split split, const std::string &className)
{
    return static_cast<int>(std::count_if(dataset.images.begin(), dataset.images.end(), [&](const auto &image) {
        return image.split == split && image.className == className;
    }));
}
