#include "ui/jobs/core_engine.h"

#include "core/index/faiss_version.h"
#include "core/network/device.h"
#include "core/project/sqlite_version.h"
#include "core/report/make_report.h"
#include "core/report/project_report.h"
#include "ui/jobs/core_training.h"
#include "ui/studies/core_studies.h"

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

class CoreScorer : public Scorer
{
public:
    explicit CoreScorer(std::unique_ptr<Inspector> inspector)
        : m_inspector(std::move(inspector)), m_range(scoreRangeOf(m_inspector->model()))
    {
    }

    const ModelInfo &model() const override { return m_inspector->model(); }
    ScoreRange range() const override { return m_range; }

    Result<Inspection> score(const std::filesystem::path &image, const JobContext &context) override
    {
        auto source = m_inspector->openScaled(image, context);
        if (!source)
            return failFrom(std::move(source));
        return m_inspector->inspect(**source, {}, context);
    }

    Result<cv::Mat> renderMap(const Inspection &inspection, const JobContext &context) const override
    {
        cv::Mat map(inspection.mapSize, CV_32FC1);
        const auto keep = [&](int firstRow, const cv::Mat &rows) -> Result<void> {
            rows.copyTo(map.rowRange(firstRow, firstRow + rows.rows));
            return {};
        };
        const RenderSettings settings{inspection.mapSize, model().sigmaPx};
        return patina::renderMap(inspection.patches, settings, model().scoreScale, keep, context).map([&](double) {
            return map;
        });
    }

    Result<double> renderRows(const Inspection &inspection, const MapRowSink &sink,
                              const JobContext &context) const override
    {
        const RenderSettings settings{inspection.mapSize, model().sigmaPx};
        return patina::renderMap(inspection.patches, settings, model().scoreScale, sink, context);
    }

    Result<std::vector<Region>> regions(const Inspection &inspection, double threshold,
                                        const JobContext &context) const override
    {
        std::vector<Region> found;
        auto stream = RegionStream::create(inspection.mapSize.width, {.threshold = threshold},
                                           [&](const Region &region) { found.push_back(region); });
        if (!stream)
            return failFrom(std::move(stream));
        const auto look = [&](int, const cv::Mat &rows) -> Result<void> {
            for (int row = 0; row < rows.rows; ++row)
                stream->addRow(rows.ptr<float>(row), nullptr);
            return {};
        };
        const RenderSettings settings{inspection.mapSize, model().sigmaPx};
        return patina::renderMap(inspection.patches, settings, model().scoreScale, look, context).map([&](double) {
            stream->finish();
            return numbered(std::move(found));
        });
    }

    std::optional<BankOrigin> originOf(int bankRow, int stridePx) const override
    {
        const std::vector<PatchRef> &origins = m_inspector->origins();
        if (bankRow < 0 || bankRow >= std::ssize(origins))
            return std::nullopt;
        const PatchRef &origin = origins[static_cast<std::size_t>(bankRow)];
        const ModelInfo &info = model();
        if (origin.image < 0 || origin.image >= std::ssize(info.images) || origin.row < 0 || origin.column < 0)
            return std::nullopt;
        const double side = stridePx / std::min(1.0, info.scale);
        const auto at = [&](int patch) { return static_cast<int>(std::lround(std::min(patch * side, 1e9))); };
        const cv::Point from(at(origin.column), at(origin.row));
        const auto version = static_cast<std::size_t>(std::max(0, origin.dataset));
        return BankOrigin{version < info.versions.size() ? info.versions[version].name : std::string(),
                          info.images[static_cast<std::size_t>(origin.image)],
                          cv::Rect(from, cv::Point(at(origin.column + 1), at(origin.row + 1)))};
    }

    std::vector<std::int64_t> rowsOfImages() const override
    {
        std::vector<std::int64_t> rows(model().images.size(), 0);
        for (const PatchRef &origin : m_inspector->origins())
            if (origin.image >= 0 && origin.image < std::ssize(rows))
                ++rows[static_cast<std::size_t>(origin.image)];
        return rows;
    }

private:
    std::unique_ptr<Inspector> m_inspector;
    ScoreRange m_range;
};

class CoreEngine : public InspectionEngine, public StudyHost
{
public:
    explicit CoreEngine(const std::filesystem::path &backboneFolder)
        : m_backboneFolder(backboneFolder), m_training(createCoreTraining(backboneFolder)),
          m_studies(createCoreStudies(backboneFolder))
    {
    }

    Result<Dataset> openFolder(const std::filesystem::path &folder, const JobContext &context) const override
    {
        context.report("list", 0, 0);
        return openDataset(folder, context);
    }

    Result<std::shared_ptr<Scorer>> openModel(const std::filesystem::path &model, const ScoringSettings &settings,
                                              const JobContext &context) const override
    {
        context.report("model", 0, 0);
        auto device = deviceFromName(settings.device);
        if (!device)
            return failFrom(std::move(device));
        InspectorSettings used;
        used.threads = settings.threads;
        used.backboneFolder = m_backboneFolder;
        used.device = *device;
        return Inspector::open(model, used, context).map([](std::unique_ptr<Inspector> &&inspector) {
            return std::shared_ptr<Scorer>(std::make_shared<CoreScorer>(std::move(inspector)));
        });
    }

    Result<ModelInfo> modelInfo(const std::filesystem::path &model) const override { return loadModelInfo(model); }

    Result<std::unique_ptr<ImageSource>> openImage(const std::filesystem::path &image,
                                                   const JobContext &context) const override
    {
        return patina::openImage(image, {}, context);
    }

    Result<void> writeReport(const ProjectReportRequest &request, const std::filesystem::path &file,
                             const JobContext &context) const override
    {
        if (auto possible = checkReportTarget(file); !possible)
            return possible;
        return collectProjectReport(request, context)
            .and_then([&](const ReportInput &input) { return makeReport(input, context); })
            .and_then([&](const ReportDocument &document) { return patina::writeReport(document, file); });
    }

    std::shared_ptr<const TrainingEngine> training() const override { return m_training; }
    std::shared_ptr<const StudyEngine> studies() const override { return m_studies; }

    std::vector<LibraryVersion> libraries() const override
    {
        return {{"OpenCV", cv::getVersionString()},
                {"LibTorch", torchVersion()},
                {"FAISS", faissVersion()},
                {"SQLite", sqliteVersion()}};
    }

private:
    std::filesystem::path m_backboneFolder;
    std::shared_ptr<const TrainingEngine> m_training;
    std::shared_ptr<const StudyEngine> m_studies;
};

} // namespace

std::shared_ptr<const InspectionEngine> createCoreEngine(const std::filesystem::path &backboneFolder)
{
    return std::make_shared<CoreEngine>(backboneFolder);
}

ScoreRange scoreRangeOf(const ModelInfo &model)
{
    if (model.scoreScale.calibrated()) {
        const double reject = model.scoreScale.rejectThreshold();
        return {1.5 * reject, model.scoreScale.reviewThreshold(), reject};
    }
    const double normal = std::max(model.figures.coverageP999, model.figures.coverageMean);
    return {normal > 0.0 ? 2.0 * normal : 1.0, std::nullopt, std::nullopt};
}

} // namespace patina
