#include "core/studies/run_study.h"

#include "core/backbone/backbone_store.h"
#include "core/base/atomic_file.h"
#include "core/base/read_file.h"
#include "core/base/sha256.h"
#include "core/base/stopwatch.h"
#include "core/pipeline/evaluation_run.h"
#include "core/ranks/rank_group.h"
#include "core/studies/made_parts.h"
#include "core/studies/study_folder.h"
#include "core/studies/study_images.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t largestRunBytes = std::int64_t{256} << 20;
/// Results of another program are not taken over.
constexpr const char *programMark = "study 2, Patina " PATINA_VERSION;

std::string hashOf(const std::string &text)
{
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

class StudyRun
{
public:
    StudyRun(const StudyRequest &request, const JobContext &context) : m_request(request), m_context(context) {}

    Result<StudyResults> run()
    {
        if (m_request.seeds < 1)
            return fail(ErrorCode::BadArgument, "a study needs at least one seed");
        if (m_request.plan.arms.empty())
            return fail(ErrorCode::BadArgument,
                        "the data set has fewer good training images than any of the numbers that were asked for");
        const auto backbone = backboneInfo(m_request.backbone, m_request.backboneFolder);
        if (!backbone)
            return tl::unexpected(backbone.error());
        m_backboneSha256 = backbone->sha256; // another one may have its name by now
        if (auto read = readContents(); !read)
            return failFrom(std::move(read));
        StudyResults results;
        results.sharedGroups = m_sharedGroups;
        results.folder = m_request.held;
        if (!results.folder) {
            auto folder = StudyFolder::take(m_request.out, m_request.plan, m_contents);
            if (!folder)
                return tl::unexpected(folder.error());
            results.folder = std::make_shared<const StudyFolder>(*std::move(folder));
        }
        const std::vector<StudyArm> &arms = m_request.plan.arms;
        results.arms.resize(arms.size());
        const std::int64_t total = std::ssize(arms) * m_request.seeds;
        std::int64_t done = runsThatAreThere(); // they take no time: what is left of it is told by the others
        // Seed by seed: a study that is cut off has all arms of some seeds.
        for (int i = 0; i < m_request.seeds; ++i)
            for (std::size_t arm = 0; arm < arms.size(); ++arm) {
                const std::uint64_t seed = m_request.firstSeed + static_cast<std::uint64_t>(i);
                m_context.report("study", std::min(done, total), total);
                const std::int64_t before = results.resumed;
                auto result = runOf(arms[arm], seed, results.resumed);
                if (!result)
                    return tl::unexpected(explained(result.error(), arms[arm], seed, std::min(done, total), total));
                done += results.resumed == before ? 1 : 0;
                results.arms[arm].arm = arms[arm].name;
                results.arms[arm].runs.push_back(*std::move(result));
            }
        m_context.report("study", total, total);
        auto table = studyTable(results.arms, m_request.plan.comparisons, m_request.resamples, 0, m_context);
        if (!table)
            return failFrom(std::move(table));
        results.table = *std::move(table);
        return results;
    }

private:
    Error explained(Error error, const StudyArm &arm, std::uint64_t seed, std::int64_t done, std::int64_t total) const
    {
        if (error.code == ErrorCode::Cancelled)
            error.detail = fmt::format("cancelled, {} of {} runs are done and stay in {}; the same again goes on", done,
                                       total, m_request.out.string());
        else
            error.detail = fmt::format("arm \"{}\", seed {}: {}", arm.name, seed, error.detail);
        return error;
    }

    /// Also looks for test images that stand among the training images, or among those that made parts are like.
    Result<void> readContents()
    {
        for (const StudyDataset &dataset : m_request.plan.datasets) {
            auto content = datasetContent(dataset.dataset, m_context);
            if (!content)
                return failFrom(std::move(content));
            m_contents.push_back(*std::move(content));
        }
        auto intensity = commonIntensity(m_request.plan.datasets, m_context);
        if (!intensity)
            return failFrom(std::move(intensity));
        m_intensity = *intensity;
        auto shared = checkPlan(m_request.plan, m_contents);
        if (!shared)
            return failFrom(std::move(shared));
        m_sharedGroups = *std::move(shared);
        if (!m_sharedGroups.empty() && !m_request.held) // else it was said
            m_context.notice(sharedGroupsText(m_sharedGroups));
        return {};
    }

    /// All that the bank after a step depends on.
    std::string keyOfStep(const StudyArm &arm, std::size_t step, std::uint64_t seed) const
    {
        std::string text = fmt::format("{} {} scale {} seed {} strategy {} rows {}", programMark, m_backboneSha256,
                                       m_request.scale, seed, arm.strategy, arm.bankSize);
        if (m_intensity && m_intensity->bitDepth > 8)
            text += fmt::format(" white {}", m_intensity->scale.white);
        for (std::size_t i = 0; i <= step; ++i) {
            text += fmt::format(" then {} of {}", arm.steps[i].images, m_contents[arm.steps[i].dataset].digest);
            if (arm.steps[i].made)
                text += " as made, photos in turn, by " + recipeText();
        }
        if (step > 0)
            text += " keep " + keepRuleText(arm.keep);
        return hashOf(text);
    }

    std::string recipeText() const
    {
        auto recipe = toJson(m_request.plan.recipe);
        recipe.erase("bitDepth"); // that of the photos is taken
        return recipe.dump();
    }

    fs::path runFile(const StudyArm &arm, std::uint64_t seed) const
    {
        const std::string key =
            hashOf(fmt::format("{} tested on {} with {}", keyOfStep(arm, arm.steps.size() - 1, seed),
                               m_contents[arm.test].digest, labelPolicyText(arm.policy)));
        return m_request.out / "runs" / (key + ".json");
    }

    std::int64_t runsThatAreThere() const
    {
        std::int64_t there = 0;
        for (int i = 0; i < m_request.seeds; ++i)
            for (const StudyArm &arm : m_request.plan.arms) {
                std::error_code ignored;
                there += fs::exists(runFile(arm, m_request.firstSeed + static_cast<std::uint64_t>(i)), ignored) ? 1 : 0;
            }
        return there;
    }

    Result<StudyRunResult> runOf(const StudyArm &arm, std::uint64_t seed, std::int64_t &resumed)
    {
        const fs::path file = runFile(arm, seed);
        if (const auto text = readTextFile(file, largestRunBytes))
            if (auto known = studyResultFromJson(*text)) {
                ++resumed;
                return known;
            }
        auto result = make(arm, seed);
        if (!result)
            return result;
        if (auto written = writeTextFile(file, toJsonText(*result)); !written)
            return failFrom(std::move(written));
        m_context.notice(runText(arm, seed, *result));
        return result;
    }

    static std::string runText(const StudyArm &arm, std::uint64_t seed, const StudyRunResult &result)
    {
        std::string text = fmt::format("{}, seed {}: {} rows of {} images, {:.1f} s", arm.name, seed, result.bankRows,
                                       result.trainingImages, result.seconds);
        for (const auto &[name, value] : result.figures)
            if (value)
                text += fmt::format(", {} {:.4f}", name, *value);
        return text;
    }

    Result<StudyRunResult> make(const StudyArm &arm, std::uint64_t seed)
    {
        Stopwatch clock;
        auto model = modelOf(arm, arm.steps.size() - 1, seed);
        if (!model)
            return failFrom(std::move(model));
        StudyRunResult result;
        result.bankRows = model->info.bankRows;
        result.modelHash = model->info.hash;
        result.trainingImages = model->info.versions.back().images;
        auto inspector = Inspector::create(
            *std::move(model), {m_request.threads, m_request.backboneFolder, m_request.featureCache, m_request.device},
            silent());
        if (!inspector)
            return failFrom(std::move(inspector));
        EvaluateRequest evaluate;
        evaluate.dataset = m_request.plan.datasets[arm.test].dataset;
        evaluate.policy = arm.policy;
        evaluate.keepRegions = false;
        evaluate.bootstrap.resamples = 0;
        auto run = evaluateDataset(**inspector, evaluate, alone(), silent());
        if (!run)
            return failFrom(std::move(run));
        if (run->skipped > 0)
            return fail(ErrorCode::Unreadable,
                        fmt::format("{} test images cannot be used; mend or remove them", run->skipped));
        if (!run->copies.empty())
            return fail(ErrorCode::BadArgument,
                        fmt::format("{} test images are copies of training images: take them out, else arms would be "
                                    "compared on different parts",
                                    run->copies.size()));
        takeOutcomes(run->all, result);
        result.seconds = clock.seconds();
        return result;
    }

    Result<Model> modelOf(const StudyArm &arm, std::size_t step, std::uint64_t seed)
    {
        const fs::path file = modelFile(arm, step, seed);
        std::error_code ec;
        if (fs::exists(file, ec))
            if (auto known = loadModel(file, silent()))
                return known;
        TrainRequest request;
        request.dataset =
            drawnDataset(m_request.plan.datasets[arm.steps[step].dataset].dataset, arm.steps[step].images, seed);
        const fs::path madeFolder = m_request.out / "made" / keyOfStep(arm, step, seed);
        if (arm.steps[step].made) {
            auto made =
                makeParts(m_request.plan.recipe, request.dataset, seed, madeFolder, m_request.threads, silent());
            if (!made)
                return failFrom(std::move(made));
            request.dataset = *std::move(made);
        }
        request.backbone = m_request.backbone;
        request.backboneFolder = m_request.backboneFolder;
        if (!arm.steps[step].made) // made images are trained on once
            request.featureCache = m_request.featureCache;
        request.coreset.bankSize = arm.bankSize;
        request.coreset.seed = seed;
        request.coreset.threads = m_request.threads;
        request.intensity = m_intensity;
        request.support = {SupportRule::Kind::Off, 1};
        request.holdout = 0.0;
        request.scale = m_request.scale;
        request.threads = m_request.threads;
        request.device = m_request.device;
        request.keep = arm.keep;
        auto strategy = strategyFromName(arm.strategy);
        if (!strategy)
            return failFrom(std::move(strategy));
        request.coreset.strategy = *strategy;
        if (step > 0) {
            if (auto before = modelOf(arm, step - 1, seed); !before)
                return before;
            request.initialModel = modelFile(arm, step - 1, seed);
        }
        auto model = train(request, silent());
        if (!model)
            return model;
        if (auto saved = saveModel(*model, file); !saved)
            return failFrom(std::move(saved));
        std::error_code left; // a folder that stays is in nobody's way
        fs::remove_all(madeFolder, left);
        return loadModel(file, silent());
    }

    fs::path modelFile(const StudyArm &arm, std::size_t step, std::uint64_t seed) const
    {
        return m_request.out / "models" / (keyOfStep(arm, step, seed) + ".patina");
    }

    /// What a run says of itself (an uncalibrated model, a small bank) is meant so here.
    JobContext silent() const { return m_context.quiet().withNotices({}); }

    const StudyRequest &m_request;
    const JobContext &m_context;
    std::vector<DatasetContent> m_contents; ///< of the data sets
    std::set<std::string> m_sharedGroups;
    std::optional<ImageIntensity> m_intensity; ///< of all images
    std::string m_backboneSha256;
};

} // namespace

Result<StudyResults> runStudy(const StudyRequest &request, const JobContext &context)
{
    return StudyRun(request, context).run();
}

} // namespace patina
