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
#include <string>
#include <vector>

namespace patina {

/// What scoring is done with.
struct ScoringSettings
{
    int threads = 0;            ///< 0: all cores
    std::string device = "cpu"; ///< as deviceFromName() takes it

    bool operator==(const ScoringSettings &) const = default;
};

/// A library that the engine is built on, for reports of faults.
struct LibraryVersion
{
    std::string name;
    std::string version;
};

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
    virtual Result<std::shared_ptr<Scorer>>
    openModel(const std::filesystem::path &model, const ScoringSettings &settings, const JobContext &context) const = 0;
    virtual Result<std::unique_ptr<ImageSource>> openImage(const std::filesystem::path &image,
                                                           const JobContext &context) const = 0;
    virtual std::vector<LibraryVersion> libraries() const { return {}; }
};

} // namespace patina
