#include "tests/support/fake_engine.h"

#include "tests/support/fake_training.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <thread>

namespace patina::testing {

namespace {

namespace fs = std::filesystem;

constexpr int kStride = 8;
constexpr double kGreyPerUnit = 40.0;
constexpr int kBankRow = 16; ///< nearest to every patch

ModelInfo infoOf(const fs::path &file, const FakeBehaviour &behaviour)
{
    const std::string name = file.filename().string();
    const auto known = behaviour.models.find(name);
    ModelInfo info = known == behaviour.models.end() ? ModelInfo{} : known->second;
    info.hash = behaviour.replaced.contains(name) ? name + " of today" : name;
    return info;
}

/// On the scale of the model; distances where it has none.
cv::Mat mapOf(const ModelInfo &info, const Inspection &inspection)
{
    cv::Mat map;
    cv::resize(inspection.patches.distancesL2, map, inspection.mapSize, 0, 0, cv::INTER_LINEAR);
    const ScoreScale &scale = info.scoreScale;
    if (scale.calibrated())
        map.convertTo(map, CV_32F, 1.0 / (scale.upper - scale.median), -scale.median / (scale.upper - scale.median));
    return map;
}

class FakeScorer : public Scorer
{
public:
    FakeScorer(const fs::path &file, std::shared_ptr<FakeBehaviour> behaviour)
        : m_info(infoOf(file, *behaviour)), m_behaviour(std::move(behaviour))
    {
        if (m_info.scoreScale.calibrated())
            m_range = {1.5 * m_info.scoreScale.rejectThreshold(), m_info.scoreScale.reviewThreshold(),
                       m_info.scoreScale.rejectThreshold()};
        else if (m_info.hash.find("raw") == std::string::npos)
            m_range = {3.0, 1.0, 2.0};
    }
    const ModelInfo &model() const override { return m_info; }
    ScoreRange range() const override { return m_range; }

    Result<Inspection> score(const fs::path &image, const JobContext &context) override
    {
        ++m_behaviour->scoreCalls;
        while (m_behaviour->holdScoring && !context.cancelled())
            std::this_thread::yield();
        if (context.cancelled())
            return cancelledError();
        if (m_behaviour->failing.contains(image.filename().string()))
            return fail(ErrorCode::Unsupported, "16 bit image, the model was trained on 8 bit ones");
        auto source = openImage(image, {}, context);
        if (!source)
            return failFrom(std::move(source));
        auto pixels = (*source)->read(cv::Rect({0, 0}, (*source)->info().size()));
        if (!pixels)
            return failFrom(std::move(pixels));
        return inspected(*pixels, (*source)->info());
    }

    Result<cv::Mat> renderMap(const Inspection &inspection, const JobContext &) const override
    {
        return mapOf(m_info, inspection);
    }

    std::optional<BankOrigin> originOf(int bankRow, int stridePx) const override
    {
        if (m_behaviour->origin.empty())
            return std::nullopt;
        return BankOrigin{{}, m_behaviour->origin, cv::Rect(bankRow, bankRow, stridePx, stridePx)};
    }

    std::vector<std::int64_t> rowsOfImages() const override { return m_behaviour->rowsOfImages; }

private:
    Inspection inspected(const cv::Mat &pixels, const ImageInfo &info) const
    {
        cv::Mat grey = pixels;
        if (pixels.channels() == 3)
            cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
        const cv::Size grid(std::max(1, grey.cols / kStride), std::max(1, grey.rows / kStride));
        cv::Mat patches;
        cv::resize(grey, patches, grid, 0, 0, cv::INTER_AREA);
        cv::Mat sorted = patches.clone().reshape(1, 1);
        cv::sort(sorted, sorted, cv::SORT_ASCENDING);
        const double median = sorted.at<uchar>(0, sorted.cols / 2);
        Inspection inspection;
        inspection.image = info;
        inspection.mapSize = info.size();
        inspection.patches.grid = {grid.height, grid.width, kStride};
        patches.convertTo(patches, CV_32F);
        inspection.patches.distancesL2 = cv::abs(patches - median) / kGreyPerUnit;
        inspection.patches.nearest = cv::Mat(grid, CV_32SC1, cv::Scalar(kBankRow));
        double raw = 0.0;
        cv::minMaxLoc(inspection.patches.distancesL2, nullptr, &raw);
        inspection.score = m_info.scoreScale.normalise(raw);
        inspection.verdict = verdictFor(inspection.score, m_range.review.value_or(1.0), m_range.reject.value_or(2.0));
        return inspection;
    }

    ModelInfo m_info;
    ScoreRange m_range;
    std::shared_ptr<FakeBehaviour> m_behaviour;
};

class FakeEngine : public InspectionEngine
{
public:
    explicit FakeEngine(std::shared_ptr<FakeBehaviour> behaviour)
        : m_behaviour(std::move(behaviour)), m_training(createFakeTraining(m_behaviour))
    {
    }

    std::shared_ptr<const TrainingEngine> training() const override { return m_training; }

    Result<Dataset> openFolder(const fs::path &folder, const JobContext &) const override { return listImages(folder); }

    Result<std::shared_ptr<Scorer>> openModel(const fs::path &model, const ScoringSettings &settings,
                                              const JobContext &) const override
    {
        m_behaviour->threads = settings.threads;
        if (auto info = modelInfo(model); !info)
            return failFrom(std::move(info));
        if (model.filename().string().starts_with("foreign"))
            return fail(ErrorCode::VersionMismatch,
                        model.string() + ": the model was made with another backbone than the one that is installed");
        return std::shared_ptr<Scorer>(std::make_shared<FakeScorer>(model, m_behaviour));
    }

    Result<ModelInfo> modelInfo(const fs::path &model) const override
    {
        if (model.filename().string().starts_with("missing"))
            return fail(ErrorCode::NotFound, model.string() + " does not exist");
        return infoOf(model, *m_behaviour);
    }

    Result<std::unique_ptr<ImageSource>> openImage(const fs::path &image, const JobContext &context) const override
    {
        return patina::openImage(image, {}, context);
    }

    Result<double> renderKept(const ModelInfo &model, const Inspection &inspection, const MapRowSink &sink,
                              const JobContext &) const override
    {
        return sink(0, mapOf(model, inspection)).map([&] { return inspection.score; });
    }

    std::vector<LibraryVersion> libraries() const override { return {{"Made up", "1.2.3"}}; }

private:
    std::shared_ptr<FakeBehaviour> m_behaviour;
    std::shared_ptr<const TrainingEngine> m_training;
};

} // namespace

Result<Dataset> listImages(const fs::path &folder)
{
    std::error_code failed;
    Dataset dataset;
    dataset.root = folder;
    for (const auto &entry : fs::recursive_directory_iterator(folder, failed)) {
        const auto extension = entry.path().extension();
        if (extension == ".png" || extension == ".jpg" || extension == ".bmp" || extension == ".tif")
            dataset.images.push_back({.id = fs::relative(entry.path(), folder).generic_string(),
                                      .path = entry.path(),
                                      .split = Split::Test,
                                      .className = "good",
                                      .masks = {},
                                      .group = {}});
    }
    if (failed)
        return fail(ErrorCode::NotFound, folder.string() + " is not a folder");
    if (dataset.images.empty())
        return fail(ErrorCode::BadFormat, "no images in " + folder.string());
    std::ranges::sort(dataset.images, {}, &ImageRecord::id);
    return dataset;
}

std::shared_ptr<const InspectionEngine> createFakeEngine(std::shared_ptr<FakeBehaviour> behaviour)
{
    return std::make_shared<FakeEngine>(std::move(behaviour));
}

} // namespace patina::testing
