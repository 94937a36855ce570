#pragma once

#include "ui/jobs/inspection_engine.h"

#include <atomic>
#include <memory>
#include <set>
#include <string>

namespace patina::testing {

/// What a test makes the fake engine do; shared with it and changed while it runs.
struct FakeBehaviour
{
    std::atomic<bool> holdScoring{false}; ///< score() waits until this is false or it is cancelled
    std::atomic<int> scoreCalls{0};
    std::atomic<int> threads{-1};  ///< that the last model was opened with
    std::set<std::string> failing; ///< file names whose scoring fails; set before anything runs
};

/// Real folders and real image files, but scores from brightness: how far a patch is from the image's median, in units
/// of 40 grey levels. A model is any file name: one that starts with "missing" is not found, one with "raw" is not
/// calibrated; its hash is its name.
std::shared_ptr<const InspectionEngine> createFakeEngine(std::shared_ptr<FakeBehaviour> behaviour);

} // namespace patina::testing
