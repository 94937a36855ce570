#include "core/evaluation/project_evaluation.h"

#include <QTest>

#include <opencv2/core.hpp>

#include <array>
#include <atomic>
#include <map>
#include <random>

using namespace patina;

namespace {

const cv::Size size(40, 30);
constexpr int images = 12;

class MapStore : public EvaluatedImageStore
{
public:
    std::optional<EvaluatedImage> get(const std::string &key) override
    {
        ++asked;
        const auto found = stored.find(key);
        return found == stored.end() ? std::nullopt : std::optional(found->second);
    }
    void put(const std::string &key, const EvaluatedImage &image) override { stored[key] = image; }
    std::map<std::string, EvaluatedImage> stored;
    int asked = 0;
};

cv::Mat mapOf(int image)
{
    cv::Mat map(size, CV_32FC1);
    cv::RNG random(static_cast<std::uint64_t>(image) + 1);
    random.fill(map, cv::RNG::UNIFORM, 0.0, 2.0);
    return map;
}

/// A project that somebody works on.
struct Work
{
    Work()
    {
        contents.classes = {
            {"crack", ClassKind::Defect, 0}, {"stain", ClassKind::Impurity, 1}, {"doubt", ClassKind::Ambiguous, 2}};
        for (int i = 0; i < images; ++i) {
            const std::string id = "test/" + std::string(1, static_cast<char>('a' + i));
            contents.images.push_back({id, id, "sha of " + id, Split::Test, i % 3 == 0 ? "crack" : "good", ""});
        }
    }

    void label(int image, const char *className, int x, int width)
    {
        cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
        mask(cv::Rect(x, 5, width, 7)).setTo(255);
        Label one;
        one.id = ++lastId;
        one.image = contents.images[static_cast<std::size_t>(image)].id;
        one.className = className;
        one.reader = "Eva";
        one.mask = RunMask::ofMat(mask);
        contents.labels.push_back(std::move(one));
    }

    /// One of what people do.
    void edit(std::mt19937 &random)
    {
        const auto draw = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
        const int image = draw(images);
        ProjectImage &facts = contents.images[static_cast<std::size_t>(image)];
        switch (draw(7)) {
        case 0:
        case 1:
            return label(image, std::array{"crack", "stain", "doubt"}[static_cast<std::size_t>(draw(3))], draw(20),
                         1 + draw(15));
        case 2:
            if (!contents.labels.empty())
                contents.labels.erase(contents.labels.begin() + draw(static_cast<int>(contents.labels.size())));
            return;
        case 3:
            if (!contents.labels.empty())
                contents.labels[static_cast<std::size_t>(draw(static_cast<int>(contents.labels.size())))].className =
                    "stain";
            return;
        case 4: // it counts no more, or again
            facts.split = facts.split == Split::Test ? Split::Train : Split::Test;
            return;
        case 5:
            facts.group = draw(2) == 0 ? "lot" : "";
            return;
        default:
            if (draw(3) == 0)
                unreadable.clear(); // it is there again
        }
    }

    ProjectEvaluationRequest request(bool keeping)
    {
        ProjectEvaluationRequest request;
        request.contents = std::make_shared<ProjectContents>(contents);
        request.reader = "Eva";
        request.policies = differingPolicies(labelClassesOf(contents));
        request.settings.bootstrap.resamples = 0;
        request.settings.reviewThreshold = 1.0;
        request.settings.rejectThreshold = 1.9;
        request.modelHash = "model";
        if (keeping) {
            request.store = store;
            request.kept = kept;
        }
        request.openMap = [this](const ProjectImage &image, const JobContext &) -> Result<ScoredMap> {
            ++opened;
            if (image.id == unreadable)
                return fail(ErrorCode::NotFound, "it is not there");
            const cv::Mat map = mapOf(image.id.back());
            return ScoredMap{size, size, [map](const auto &sink) -> Result<double> {
                                 return sink(0, map).map([&] { return 2.0; });
                             }};
        };
        return request;
    }

    ProjectContents contents;
    std::int64_t lastId = 0;
    std::string unreadable = "test/e";
    std::shared_ptr<MapStore> store = std::make_shared<MapStore>();
    std::shared_ptr<KeptFigures> kept = std::make_shared<KeptFigures>();
    int opened = 0;
};

/// Empty: equal in every digit.
QByteArray difference(const ProjectEvaluation &a, const ProjectEvaluation &b)
{
    if (a.truthSha256 != b.truthSha256 || a.scope != b.scope || a.evaluations.size() != b.evaluations.size())
        return "truths";
    for (std::size_t i = 0; i < a.evaluations.size(); ++i) {
        const Evaluation &x = a.evaluations[i];
        const Evaluation &y = b.evaluations[i];
        if (x.outcomes.images != y.outcomes.images || x.outcomes.defects != y.outcomes.defects ||
            x.outcomes.impurities != y.outcomes.impurities || x.outcomes.ignoredRegions != y.outcomes.ignoredRegions)
            return "outcomes";
        if (x.curves.pixelRoc != y.curves.pixelRoc || x.curves.pro != y.curves.pro)
            return "curves";
        const auto one = flatFigures(x);
        const auto other = flatFigures(y);
        for (std::size_t k = 0; k < one.size(); ++k)
            if (one[k].name != other[k].name || !(one[k].figure == other[k].figure))
                return QByteArray::fromStdString(one[k].name);
    }
    return {};
}

} // namespace

/// Figures that follow what is said of images, against all of them made anew.
class KeptFiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void afterAnyEditsTheyAreThoseFromScratch_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 4; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void afterAnyEditsTheyAreThoseFromScratch()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        Work work;
        for (int i = 0; i < 25; ++i) {
            work.edit(random);
            if (random() % 8 == 0)
                work.store->stored.clear(); // the disk was full
            const auto kept = evaluateProject(work.request(true), {});
            const auto anew = evaluateProject(work.request(false), {});
            QCOMPARE(kept.has_value(), anew.has_value());
            if (kept)
                QCOMPARE(difference(*kept, *anew), QByteArray());
        }
    }

    void oneDecisionReadsOneImage()
    {
        Work work;
        work.unreadable.clear();
        work.label(3, "crack", 5, 5);
        QVERIFY(evaluateProject(work.request(true), {}));
        QCOMPARE(work.opened, images);
        work.contents.labels.front().className = "stain";
        work.store->asked = 0;
        work.opened = 0;
        QVERIFY(evaluateProject(work.request(true), {}));
        QCOMPARE(work.opened, 1);
        QCOMPARE(work.store->asked, 2); // as it was, and as it is now
        // And back: nothing is scored.
        work.contents.labels.front().className = "crack";
        QVERIFY(evaluateProject(work.request(true), {}));
        QCOMPARE(work.opened, 1);
        work.store->asked = 0;
        QVERIFY(evaluateProject(work.request(true), {}));
        QCOMPARE(work.store->asked, 0);
    }

    void otherSettingsBeginAnew()
    {
        Work work;
        work.unreadable.clear();
        work.label(3, "crack", 5, 5);
        QVERIFY(evaluateProject(work.request(true), {}));
        for (int i = 0; i < 3; ++i) {
            ProjectEvaluationRequest one = work.request(true);
            ProjectEvaluationRequest anew = work.request(false);
            for (ProjectEvaluationRequest *request : {&one, &anew}) {
                request->modelHash = i == 0 ? "another" : "model";
                request->settings.reviewThreshold = i == 1 ? 1.2 : 1.0;
                request->settings.mmPerPixel = i == 2 ? std::optional(0.5) : std::nullopt;
            }
            const auto kept = evaluateProject(one, {});
            const auto fresh = evaluateProject(anew, {});
            QVERIFY(kept && fresh);
            QCOMPARE(difference(*kept, *fresh), QByteArray());
        }
    }

    void aCancelledRunIsGoneOnWith()
    {
        Work work;
        work.unreadable.clear();
        std::atomic<bool> stop = false;
        const JobContext context(&stop, [&](const Progress &step) { stop = stop || step.done == 5; }, {});
        QCOMPARE(evaluateProject(work.request(true), context).error().code, ErrorCode::Cancelled);
        work.opened = 0;
        const auto kept = evaluateProject(work.request(true), {});
        QVERIFY(kept);
        QCOMPARE(work.opened, images - 5);
        QCOMPARE(difference(*kept, *evaluateProject(work.request(false), {})), QByteArray());
    }
};

QTEST_GUILESS_MAIN(KeptFiguresTest)

#include "tst_kept_figures.moc"
