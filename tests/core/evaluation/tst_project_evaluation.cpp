#include "core/evaluation/project_evaluation.h"

#include <QTest>

#include <map>

using namespace patina;

namespace {

const cv::Size size(40, 30);

RunMask area(int x, int y, int width, int height)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    mask(cv::Rect(x, y, width, height)).setTo(255);
    return RunMask::ofMat(mask);
}

class MapStore : public EvaluatedImageStore
{
public:
    std::optional<EvaluatedImage> get(const std::string &key) override
    {
        const auto found = images.find(key);
        return found == images.end() ? std::nullopt : std::optional(found->second);
    }
    void put(const std::string &key, const EvaluatedImage &image) override { images[key] = image; }
    std::map<std::string, EvaluatedImage> images;
};

/// Two images of cracks, two good ones, one for validation. Each map is 0.2 but where it says otherwise.
struct Fixture
{
    Fixture()
    {
        contents = std::make_shared<ProjectContents>();
        contents->classes = {{"crack", ClassKind::Defect, 0}, {"stain", ClassKind::Impurity, 1}};
        for (const char *name : {"test/crack/0", "test/crack/1", "test/good/2", "test/good/3", "validation/good/4"}) {
            const std::string id = name;
            contents->images.push_back({id, id, "sha of " + id,
                                        id.starts_with("test") ? Split::Test : Split::Validation,
                                        id.starts_with("test/crack") ? "crack" : "good", ""});
        }
        for (int i = 0; i < 2; ++i)
            label("test/crack/" + std::to_string(i), "crack", area(5, 5, 4, 4), i + 1);
        hot["test/crack/0"] = {{{6, 6, 1, 1}, 3.0F}};
        hot["test/good/3"] = {{{20, 20, 3, 3}, 1.5F}};
    }

    void label(const std::string &image, const std::string &className, const RunMask &mask, std::int64_t id)
    {
        Label one;
        one.id = id;
        one.image = image;
        one.className = className;
        one.reader = "Eva";
        one.mask = mask;
        contents->labels.push_back(one);
    }

    ProjectEvaluationRequest request()
    {
        ProjectEvaluationRequest request;
        request.contents = std::make_shared<ProjectContents>(*contents);
        request.reader = "Eva";
        request.policies = differingPolicies(labelClassesOf(*contents));
        request.settings.bootstrap.resamples = 20;
        request.modelHash = "model";
        request.store = store;
        request.openMap = [this](const ProjectImage &image, const JobContext &) -> Result<ScoredMap> {
            ++opened;
            if (missing == image.id)
                return fail(ErrorCode::NotFound, "it is not there");
            cv::Mat map(size, CV_32FC1, cv::Scalar(0.2));
            double score = static_cast<double>(0.2F);
            for (const auto &[rect, value] : hot[image.id]) {
                map(rect).setTo(value);
                score = static_cast<double>(value);
            }
            return ScoredMap{size, size, [map, score](const auto &sink) -> Result<double> {
                                 return sink(0, map).map([&] { return score; });
                             }};
        };
        return request;
    }

    std::shared_ptr<ProjectContents> contents;
    std::shared_ptr<MapStore> store = std::make_shared<MapStore>();
    std::map<std::string, std::vector<std::pair<cv::Rect, float>>> hot;
    std::string missing;
    int opened = 0;
};

std::int64_t foundCracks(const Evaluation &evaluation)
{
    return evaluation.review.defects.back().found;
}

} // namespace

class ProjectEvaluationTest : public QObject
{
    Q_OBJECT
private slots:
    void figuresComeFromLabelsAndMaps()
    {
        Fixture fixture;
        const auto result = evaluateProject(fixture.request(), {});
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        const Evaluation &evaluation = result->evaluations.front();
        QCOMPARE(evaluation.counts.goodImages, 2);
        QCOMPARE(evaluation.counts.anomalousImages, 2);
        QCOMPARE(foundCracks(evaluation), 1);
        QCOMPARE(evaluation.review.defects.back().total, 2);
        QCOMPARE(*evaluation.review.overkill.value, 0.5);
        QVERIFY(evaluation.settings.segF1Threshold);
        QCOMPARE(result->evaluations.size(), 3U);
        QCOMPARE(result->truthSha256.size(), 64U);
    }

    void whatHasNotChangedNeedsNoMapAgain()
    {
        Fixture fixture;
        const auto first = evaluateProject(fixture.request(), {});
        QVERIFY(first);
        QCOMPARE(fixture.opened, 5);
        const auto again = evaluateProject(fixture.request(), {});
        QVERIFY(again);
        QCOMPARE(fixture.opened, 6); // the threshold of SegF1 is made anew
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(again->evaluations[i].outcomes.images, first->evaluations[i].outcomes.images);
        QCOMPARE(again->truthSha256, first->truthSha256);
        // A decision on one image costs one map.
        fixture.label("test/good/3", "crack", area(20, 20, 3, 3), 3);
        const auto relabelled = evaluateProject(fixture.request(), {});
        QVERIFY(relabelled);
        QCOMPARE(fixture.opened, 8);
        QCOMPARE(foundCracks(relabelled->evaluations.front()), 2);
        QVERIFY(relabelled->truthSha256 != first->truthSha256);
        QCOMPARE(*relabelled->evaluations.front().review.overkill.value, 0.0);
    }

    void aPolicyMovesTheFigures()
    {
        Fixture fixture;
        fixture.label("test/good/3", "stain", area(20, 20, 3, 3), 3);
        auto request = fixture.request();
        const auto result = evaluateProject(request, {});
        QVERIFY(result);
        const auto at = [&](ImpurityPolicy impurity) -> const Evaluation & {
            const int index = policyIndex(result->policies, {impurity, AmbiguousPolicy::Ignored}, result->classes);
            return result->evaluations[static_cast<std::size_t>(index)];
        };
        QCOMPARE(*at(ImpurityPolicy::Normal).review.overkill.value, 0.5);
        QCOMPARE(*at(ImpurityPolicy::Ignored).review.overkill.value, 0.0);
        QCOMPARE(at(ImpurityPolicy::Defect).review.defects.back().total, 3);
    }

    void otherSettingsAreOtherKeys()
    {
        Fixture fixture;
        QVERIFY(evaluateProject(fixture.request(), {}));
        const std::size_t kept = fixture.store->images.size();
        QCOMPARE(kept, 4U);
        auto request = fixture.request();
        request.settings.minAreaPx = 5;
        QVERIFY(evaluateProject(request, {}));
        QCOMPARE(fixture.store->images.size(), 2 * kept);
        request.modelHash = "another";
        QVERIFY(evaluateProject(request, {}));
        QCOMPARE(fixture.store->images.size(), 3 * kept);
    }

    /// What is too small neither flags a good part nor finds a defect.
    void aMinimumAreaCountsOnBothSides()
    {
        Fixture fixture;
        auto request = fixture.request();
        request.countingFloor = 0.5F;
        request.settings.minAreaPx = 9;
        auto result = evaluateProject(request, {});
        QVERIFY(result);
        QCOMPARE(foundCracks(result->evaluations.front()), 0); // of one pixel
        QCOMPARE(*result->evaluations.front().review.overkill.value, 0.5);
        request.settings.minAreaPx = 10;
        result = evaluateProject(request, {});
        QVERIFY(result);
        QCOMPARE(*result->evaluations.front().review.overkill.value, 0.0);
        const auto good =
            std::ranges::find(result->evaluations.front().outcomes.images, "test/good/3", &ImageOutcome::id);
        QVERIFY(good != result->evaluations.front().outcomes.images.end());
        QVERIFY(good->score < 0.5);
    }

    void zonesWithTheirOwnThresholdsMoveTheFigures()
    {
        Fixture fixture;
        Zone zone{1, "", ZoneKind::Thresholds, {{18, 18}, {30, 18}, {30, 30}, {18, 30}}};
        zone.thresholdFactor = 2.0;
        fixture.contents->zones = {zone};
        const auto lenient = evaluateProject(fixture.request(), {});
        QVERIFY(lenient);
        QCOMPARE(*lenient->evaluations.front().review.overkill.value, 0.0); // 1.5 of 2.0
        QCOMPARE(foundCracks(lenient->evaluations.front()), 1);
        fixture.contents->zones[0].thresholdFactor = 0.1;
        const auto strict = evaluateProject(fixture.request(), {});
        QVERIFY(strict);
        QCOMPARE(*strict->evaluations.front().review.overkill.value, 1.0); // 0.2 of 0.1
        QVERIFY(strict->truthSha256 != lenient->truthSha256);
    }

    void aMissingImageIsNamedAndTheOthersCount()
    {
        Fixture fixture;
        fixture.missing = "test/crack/1";
        const auto result = evaluateProject(fixture.request(), {});
        QVERIFY(result);
        QCOMPARE(result->skipped, (std::vector<SkippedImage>{{"test/crack/1", "it is not there"}}));
        QCOMPARE(result->evaluations.front().counts.anomalousImages, 1);
    }

    void labelsOfAnotherSizeLeaveTheImageOut()
    {
        Fixture fixture;
        fixture.contents->labels[0].mask = RunMask(cv::Size(7, 7));
        const auto result = evaluateProject(fixture.request(), {});
        QVERIFY(result);
        QCOMPARE(result->skipped.size(), 1U);
        QVERIFY(result->skipped[0].why.find("7x7") != std::string::npos);
    }

    void refusals()
    {
        Fixture fixture;
        fixture.contents->images.resize(0);
        fixture.contents->labels.clear();
        QCOMPARE(evaluateProject(fixture.request(), {}).error().code, ErrorCode::NotFound);
        Fixture other;
        auto request = other.request();
        request.policies.clear();
        QCOMPARE(evaluateProject(request, {}).error().code, ErrorCode::BadArgument);
        request = other.request();
        request.openMap = [](const ProjectImage &, const JobContext &) -> Result<ScoredMap> {
            return fail(ErrorCode::NotFound, "gone");
        };
        QCOMPARE(evaluateProject(request, {}).error().code, ErrorCode::Unreadable);
        const std::atomic<bool> cancelled{true};
        QCOMPARE(evaluateProject(other.request(), JobContext(&cancelled, {})).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ProjectEvaluationTest)
#include "tst_project_evaluation.moc"
