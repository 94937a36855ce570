#pragma once

#include "ui/jobs/inspection_engine.h"

#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace patina::testing {

/// What a test makes the fake engine do; shared with it and changed while it runs.
struct FakeBehaviour
{
    std::atomic<bool> holdScoring{false}; ///< score() waits until this is false or it is cancelled
    std::atomic<int> scoreCalls{0};
    std::atomic<int> threads{-1};               ///< that the last model was opened with
    std::set<std::string> failing;              ///< file names whose scoring fails; set before anything runs
    std::vector<std::string> backbones{"tiny"}; ///< installed; touched while nothing runs
    std::atomic<int> holdTrainingAfter{-1};     ///< train() waits while that many images are shown; -1: it does not
    std::atomic<int> trainCalls{0};
    std::set<std::string> replaced; ///< file names of models that are others by now; set before anything runs
    /// What models say about themselves, by file name; of others only the hash is known. Set before anything runs.
    std::map<std::string, ModelInfo> models;
    std::vector<std::int64_t> rowsOfImages; ///< of every model
    std::string origin; ///< id of the image that every patch is nearest to; empty: the model does not say
};

/// Real folders and real image files, but scores from brightness: how far a patch is from the image's median, in units
/// of 40 grey levels. A model is any file name: one that starts with "missing" is not found, one with "foreign" needs a
/// backbone that is not there, one with "raw" is not calibrated; its hash is its name. One that has a score scale among
/// FakeBehaviour::models scores on that, others on the distances themselves.
/// Training shows the images of a folder one by one and writes its model's name into a file; cut off, it keeps how many
/// were shown in a checkpoint beside it. It needs 150 MiB. Weights whose file is named "broken" cannot be installed.
std::shared_ptr<const InspectionEngine> createFakeEngine(std::shared_ptr<FakeBehaviour> behaviour);

} // namespace patina::testing
