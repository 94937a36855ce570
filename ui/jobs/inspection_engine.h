#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/image/image_source.h"
#include "core/pipeline/inspector.h"
#include "core/pipeline/model.h"
#include "ui/document/score_range.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>
#include <vector>

namespace patina {

class TrainingEngine;

/// A model that is open and ready to score.
class Scorer
{
public:
    virtual ~Scorer() = default;
    virtual const ModelInfo &model() const = 0;
    virtual ScoreRange range() const = 0;
    /// One call at a time. Errors: those of openImage and Inspector::inspect.
    virtual Result<Inspection> score(const std::filesystem::path &image, const JobContext &context) = 0;
    /// The score map of an earlier inspection, CV_32FC1, mapSize. May be called from any thread at any time.
    virtual Result<cv::Mat> renderMap(const Inspection &inspection, const JobContext &context) const = 0;
};

/// Everything the window asks of core that takes time. Stateless: may be called from several threads at once.
/// The window is tested with another implementation.
class InspectionEngine
{
public:
    virtual ~InspectionEngine() = default;
    virtual Result<Dataset> openFolder(const std::filesystem::path &folder, const JobContext &context) const = 0;
    virtual Result<std::shared_ptr<Scorer>> openModel(const std::filesystem::path &model,
                                                      const JobContext &context) const = 0;
    virtual Result<std::unique_ptr<ImageSource>> openImage(const std::filesystem::path &image,
                                                           const JobContext &context) const = 0;
    /// Null: this engine does not train.
    virtual std::shared_ptr<const TrainingEngine> training() const { return nullptr; }
};

} // namespace patina
