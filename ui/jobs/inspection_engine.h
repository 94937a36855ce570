#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/image/image_source.h"
#include "core/pipeline/inspector.h"
#include "core/pipeline/model.h"
#include "core/regions/region.h"
#include "ui/document/score_range.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patina {

class TrainingEngine;
struct ProjectReportRequest;

/// Where a row of a model's bank was taken from.
struct BankOrigin
{
    std::string dataset; ///< last part of its path; empty: not known
    std::string image;   ///< id within it
    cv::Rect areaPx;     ///< of the patch, in pixels of the image file

    bool operator==(const BankOrigin &) const = default;
};

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
    /// The same in bands of rows from the top; an implementation may spare the whole map. \returns its largest value.
    virtual Result<double> renderRows(const Inspection &inspection, const MapRowSink &sink,
                                      const JobContext &context) const
    {
        return renderMap(inspection, context).and_then([&](const cv::Mat &map) -> Result<double> {
            return sink(0, map).map([&] { return inspection.score; });
        });
    }
    /// The regions of such a map, in the order of their first pixels, without outlines. As renderMap(); an
    /// implementation may spare the whole map.
    virtual Result<std::vector<Region>> regions(const Inspection &inspection, double threshold,
                                                const JobContext &context) const
    {
        return renderMap(inspection, context).and_then([&](const cv::Mat &map) {
            return regionsOf(map, {.threshold = threshold});
        });
    }
    /// \param stridePx of the patches of an inspection. None where the model does not say. May be called from any
    /// thread at any time.
    virtual std::optional<BankOrigin> originOf(int bankRow, int stridePx) const
    {
        static_cast<void>(bankRow);
        static_cast<void>(stridePx);
        return std::nullopt;
    }
    /// How many rows of the bank come from each image of model().images; empty: not known.
    virtual std::vector<std::int64_t> rowsOfImages() const { return {}; }
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
    /// What a model says about itself, without opening it. Errors: those of loadModelInfo.
    virtual Result<ModelInfo> modelInfo(const std::filesystem::path &model) const = 0;
    virtual Result<std::unique_ptr<ImageSource>> openImage(const std::filesystem::path &image,
                                                           const JobContext &context) const = 0;
    /// Writes the report of a project; the file's ending, .html or .pdf, says in which form. Errors: those of
    /// collectProjectReport() and writeReport(); Unsupported: this engine writes none.
    virtual Result<void> writeReport(const ProjectReportRequest &request, const std::filesystem::path &file,
                                     const JobContext &context) const
    {
        static_cast<void>(request);
        static_cast<void>(context);
        return fail(ErrorCode::Unsupported, file.string() + ": reports are not written here");
    }
    /// The score map of an inspection that was kept, by a model that is not open, in bands of rows from the top.
    /// \returns its largest value. Errors: those of patina::renderMap.
    virtual Result<double> renderKept(const ModelInfo &model, const Inspection &inspection, const MapRowSink &sink,
                                      const JobContext &context) const
    {
        return renderMap(inspection.patches, {inspection.mapSize, model.sigmaPx}, model.scoreScale, sink, context);
    }
    /// Null: this engine does not train.
    virtual std::shared_ptr<const TrainingEngine> training() const { return nullptr; }
    virtual std::vector<LibraryVersion> libraries() const { return {}; }
};

} // namespace patina
