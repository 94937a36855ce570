#pragma once

#include "core/thresholds/calibration_data.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// What is counted, and with it what a rate is a rate of.
enum class CountUnit {
    Single, ///< each defect, each good image
    Group,  ///< each part: it escapes when any of its defects of the class does, it is overkill when any of its images
            ///< is
};

/// The peaks of the defects that escape one by one as the threshold rises past them, rising. By group: the lowest peak
/// of the group's defects. \param className empty: of all classes.
std::vector<double> escapePeaks(const CalibrationData &data, const std::string &className, CountUnit unit);

/// The peaks of the good images that are overkill one by one as the threshold falls to them, rising. By group: the
/// highest peak of the group's good images.
std::vector<double> overkillPeaks(const CalibrationData &data, CountUnit unit);

std::int64_t countBelow(const std::vector<double> &rising, double threshold);
std::int64_t countAtOrAbove(const std::vector<double> &rising, double threshold);

/// The next float32 above a peak, as a map holds them: the lowest threshold that does not flag the peak, and that stays
/// so where it is kept as a float32.
double justAbove(double peak);

/// The classes that defects of the data have, sorted.
std::vector<std::string> defectClasses(const CalibrationData &data);

} // namespace patina
