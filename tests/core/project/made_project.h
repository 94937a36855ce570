#pragma once

#include "core/project/project.h"

#include <opencv2/core.hpp>

// Facts for tests of projects.
namespace patina {

inline RunMask madeMask(int at, int length = 5)
{
    return RunMask::create({100, 80}, {{at, 10, 10 + length}, {at + 1, 12, 30}}).value();
}

inline Label madeLabel(std::int64_t id, const std::string &image, const std::string &className = "scratch")
{
    Label label;
    label.id = id;
    label.image = image;
    label.className = className;
    label.reader = "Eva";
    label.source = LabelSource::Region;
    label.mask = madeMask(static_cast<int>(id % 70));
    label.modelHash = std::string(64, 'c');
    label.threshold = 0.75;
    return label;
}

/// Two images, two classes.
inline Change madeStart()
{
    Change change{"begin", {}};
    for (const char *id : {"train/good/1.png", "test/scratch/2.png"})
        change.edits.push_back(
            added(ProjectImage{id, std::string("parts/") + id, std::string(64, 'a'), Split::Test, "good", "part 1"}));
    change.edits.push_back(added(ProjectClass{"scratch", ClassKind::Defect, 0}));
    change.edits.push_back(added(ProjectClass{"water stain", ClassKind::Impurity, 1}));
    return change;
}

} // namespace patina
