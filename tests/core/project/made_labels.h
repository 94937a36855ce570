#pragma once

#include "core/project/contents.h"

#include <opencv2/imgcodecs.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <tuple>

// A project of real image files with labels of all sorts, for tests of label files.
namespace patina {

using LabelSet = std::multiset<std::tuple<std::string, std::string, std::vector<std::uint8_t>>>;

/// Image, class and pixels of each label, false alarms left out.
inline LabelSet labelSet(const std::vector<Label> &labels)
{
    LabelSet set;
    for (const Label &label : labels)
        if (label.className != "good")
            set.emplace(label.image, label.className, encodeMask(label.mask));
    return set;
}

/// Masks of one class of an image joined, as one mask file holds them.
inline LabelSet joinedLabelSet(const std::vector<Label> &labels)
{
    std::map<std::pair<std::string, std::string>, RunMask> joined;
    for (const Label &label : labels) {
        if (label.className == "good")
            continue;
        const auto [place, added] = joined.try_emplace({label.image, label.className}, label.mask);
        if (!added)
            place->second = united(place->second, label.mask);
    }
    LabelSet set;
    for (const auto &[name, mask] : joined)
        set.emplace(name.first, name.second, encodeMask(mask));
    return set;
}

inline const cv::Size madeSize(40, 30);

inline ProjectImage writtenImage(const std::filesystem::path &folder, const std::string &id, Split split,
                                 const std::string &className, int grey)
{
    std::filesystem::create_directories((folder / id).parent_path());
    cv::imwrite((folder / id).string(), cv::Mat(madeSize, CV_8UC1, cv::Scalar(grey)));
    return {id, id, "", split, className, ""};
}

/// One piece, several pieces, a hole, a single pixel, the whole image, two classes, a false alarm.
inline ProjectContents madeLabelled(const std::filesystem::path &folder)
{
    ProjectContents contents;
    contents.images = {writtenImage(folder, "test/good/1.png", Split::Test, "good", 10),
                       writtenImage(folder, "test/good/2.png", Split::Test, "good", 20),
                       writtenImage(folder, "test/scratch/1.png", Split::Test, "scratch", 30),
                       writtenImage(folder, "test/scratch/a b&c.png", Split::Test, "scratch", 35),
                       writtenImage(folder, "train/good/1.png", Split::Train, "good", 40),
                       writtenImage(folder, "train/good/3.png", Split::Train, "good", 50)};
    contents.classes = {{"fleck & spot", ClassKind::Ambiguous, 2},
                        {"scratch", ClassKind::Defect, 0},
                        {"water stain", ClassKind::Impurity, 1}};
    const auto add = [&](const std::string &image, const std::string &className, std::vector<MaskRun> runs) {
        Label label;
        label.id = std::ssize(contents.labels) + 1;
        label.image = image;
        label.className = className;
        label.reader = "Eva";
        label.mask = RunMask::create(madeSize, std::move(runs)).value();
        contents.labels.push_back(std::move(label));
    };
    add("test/good/1.png", "water stain", {{3, 5, 9}, {4, 4, 8}, {5, 4, 6}});
    add("test/good/2.png", "good", {{3, 5, 9}});
    add("test/scratch/1.png", "scratch", {{1, 1, 4}, {2, 1, 2}, {2, 3, 4}, {3, 1, 4}}); // a hole
    add("test/scratch/1.png", "scratch", {{10, 1, 4}, {11, 4, 8}, {20, 30, 40}});       // pieces, to the edge
    add("test/scratch/1.png", "water stain", {{0, 0, 40}, {1, 0, 1}, {29, 39, 40}});
    add("test/scratch/a b&c.png", "fleck & spot", {{7, 7, 8}});
    std::vector<MaskRun> all;
    for (int row = 0; row < madeSize.height; ++row)
        all.push_back({row, 0, madeSize.width});
    add("train/good/1.png", "scratch", all);
    return contents;
}

inline ProjectContents withoutLabels(ProjectContents contents)
{
    contents.labels.clear();
    contents.classes.clear();
    return contents;
}

} // namespace patina
