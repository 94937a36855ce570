#include "ui/jobs/core_engine.h"

#include "core/index/faiss_version.h"
#include "core/network/device.h"
#include "core/project/sqlite_version.h"
#include "core/regions/region.h"

#include <opencv2/core/utility.hpp>

#include <algorithm>

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

private:
    std::unique_ptr<Inspector> m_inspector;
    ScoreRange m_range;
};

class CoreEngine : public InspectionEngine
{
public:
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
        used.device = *device;
        return Inspector::open(model, used, context).map([](std::unique_ptr<Inspector> &&inspector) {
            return std::shared_ptr<Scorer>(std::make_shared<CoreScorer>(std::move(inspector)));
        });
    }

    Result<std::unique_ptr<ImageSource>> openImage(const std::filesystem::path &image,
                                                   const JobContext &context) const override
    {
        return patina::openImage(image, {}, context);
    }

    std::vector<LibraryVersion> libraries() const override
    {
        return {{"OpenCV", cv::getVersionString()},
                {"LibTorch", torchVersion()},
                {"FAISS", faissVersion()},
                {"SQLite", sqliteVersion()}};
    }
};

} // namespace

std::shared_ptr<const InspectionEngine> createCoreEngine()
{
    return std::make_shared<CoreEngine>();
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
