#include "tests/support/fake_training.h"

#include <fstream>
#include <thread>

namespace patina::testing {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMebibyte = std::int64_t{1} << 20;
constexpr MemorySplit kSplit{100 * kMebibyte, 0, 20 * kMebibyte, 30 * kMebibyte};

fs::path checkpointOf(const fs::path &out)
{
    return out.string() + ".checkpoint/run";
}

class FakeTraining : public TrainingEngine
{
public:
    explicit FakeTraining(std::shared_ptr<FakeBehaviour> behaviour) : m_behaviour(std::move(behaviour)) {}

    Result<TrainingChoices> choices(const JobContext &) const override
    {
        TrainingChoices choices{
            {}, {}, "backbones", {"resnet18", "wide_resnet50_2", "torchscript", "tiny"}, {Device{}}};
        for (const std::string &name : m_behaviour->backbones) {
            BackboneInfo info;
            info.name = name;
            info.layers = {{"layer1", 4, 16}, {"layer2", 8, 24}};
            info.defaultLayers = {"layer1", "layer2"};
            choices.backbones.push_back(info);
        }
        return choices;
    }

    Result<std::string> importBackbone(const BackboneImport &order, const JobContext &) const override
    {
        if (order.file.stem() == "broken")
            return fail(ErrorCode::BadFormat, order.file.string() + " has no tensor conv1.weight");
        const std::string name = order.name.empty() ? order.architecture : order.name;
        m_behaviour->backbones.push_back(name);
        return name;
    }

    Result<TrainingSurvey> survey(const TrainingOrder &order, const JobContext &) const override
    {
        return imagesOf(order).map([](const Dataset &dataset) {
            const auto count = std::ssize(dataset.images);
            return TrainingSurvey{count - 1, 1, 0, {320, 240}, {320, 240}};
        });
    }

    Result<PlannedTraining> plan(const TrainingOrder &order, const JobContext &) const override
    {
        const std::int64_t budget = order.job.request.memoryBytes;
        if (budget > 0 && budget < kSplit.totalBytes())
            return fail(ErrorCode::BadArgument, mebibytesText(budget) +
                                                    " are not enough for this training, 150 MiB are: "
                                                    "give --memory 150MiB, or a smaller bank");
        return PlannedTraining{{}, kSplit, 4800};
    }

    Result<std::optional<UnfinishedRun>> unfinished(const fs::path &out, const JobContext &) const override
    {
        std::ifstream kept(checkpointOf(out));
        std::int64_t shown = 0;
        std::int64_t images = 0;
        if (!(kept >> shown >> images))
            return std::nullopt;
        return UnfinishedRun{shown, images, "tiny", "reservoir", 10'000, false};
    }

    Result<TrainingOutcome> train(const TrainingOrder &order, const JobContext &context) const override
    {
        ++m_behaviour->trainCalls;
        const auto dataset = imagesOf(order);
        if (!dataset)
            return tl::unexpected(dataset.error());
        const auto images = std::ssize(dataset->images);
        std::int64_t next = 0;
        if (order.job.request.resume) {
            const auto begun = unfinished(order.job.out, context);
            next = begun && *begun ? (*begun)->imagesDone : 0;
            context.notice("goes on after " + std::to_string(next) + " images; --resume goes on with it");
        }
        for (; next < images; ++next) {
            context.report({"features", next, images, 100 * next, 1.0 / static_cast<double>(next + 1)});
            while (m_behaviour->holdTrainingAfter == next && !context.cancelled())
                std::this_thread::yield();
            if (context.cancelled())
                return cutOff(order.job.out, next, images);
        }
        return finished(order.job.out, images);
    }

private:
    static std::string mebibytesText(std::int64_t bytes) { return std::to_string(bytes / kMebibyte) + " MiB"; }

    static Result<Dataset> imagesOf(const TrainingOrder &order)
    {
        if (!order.folder.empty())
            return listImages(order.folder);
        if (order.job.request.dataset.images.empty())
            return fail(ErrorCode::NotFound, "no good images to train on");
        return order.job.request.dataset;
    }

    static tl::unexpected<Error> cutOff(const fs::path &out, std::int64_t shown, std::int64_t images)
    {
        fs::create_directories(checkpointOf(out).parent_path());
        std::ofstream(checkpointOf(out)) << shown << ' ' << images;
        return cancelledError();
    }

    static Result<TrainingOutcome> finished(const fs::path &out, std::int64_t images)
    {
        if (!(std::ofstream(out) << out.filename().string()).flush())
            return fail(ErrorCode::WriteFailed, out.string() + " cannot be written; name another place with --out");
        fs::remove_all(checkpointOf(out).parent_path());
        TrainingOutcome outcome;
        outcome.model.hash = out.filename().string();
        outcome.model.figures.images = images;
        outcome.rows = 77;
        outcome.out = out;
        return outcome;
    }

    std::shared_ptr<FakeBehaviour> m_behaviour;
};

} // namespace

std::shared_ptr<const TrainingEngine> createFakeTraining(std::shared_ptr<FakeBehaviour> behaviour)
{
    return std::make_shared<FakeTraining>(std::move(behaviour));
}

} // namespace patina::testing
