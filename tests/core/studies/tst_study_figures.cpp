#include "core/studies/study_figures.h"
#include "core/studies/study_images.h"

#include <QTest>

#include <rapidcheck.h>

#include <cmath>
#include <limits>
#include <random>

using namespace patina;

namespace {

/// Images with few different scores in some groups, some of them with defects of two classes.
StudyRunResult made(unsigned seed, int images, int groups)
{
    std::mt19937 random(seed);
    const auto below = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    StudyRunResult result;
    for (int i = 0; i < images; ++i) {
        const bool good = below(2) == 0;
        const double peak = 0.1 * (below(12) + (good ? 0 : 3));
        result.images.push_back({"image " + std::to_string(i), "group " + std::to_string(below(groups)), good, peak});
        for (int j = 0; !good && j < 1 + below(2); ++j)
            result.regions.push_back({i, below(2) == 0 ? "crack" : "dent", false, 0.1 * below(15)});
        if (good && below(3) == 0)
            result.regions.push_back({i, "stain", true, peak});
    }
    return result;
}

/// Each pair of an anomalous and a good image.
double slowAuroc(const StudyRunResult &result, const StudyFrame &frame, const std::vector<double> &weights)
{
    double won = 0.0;
    double all = 0.0;
    for (const StudyImage &bad : result.images)
        for (const StudyImage &good : result.images)
            if (!bad.good && good.good) {
                const double weight = weights[static_cast<std::size_t>(frame.groups.at(bad.group))] *
                                      weights[static_cast<std::size_t>(frame.groups.at(good.group))];
                all += weight;
                won += weight * (bad.peak > good.peak ? 1.0 : bad.peak == good.peak ? 0.5 : 0.0);
            }
    return all > 0.0 ? won / all : std::numeric_limits<double>::quiet_NaN();
}

/// Of all peaks, and what is above all, the lowest at which few enough good images of the half are flagged.
double slowThreshold(const StudyRunResult &result, const StudyFrame &frame, int half,
                     const std::vector<double> &weights)
{
    const auto weightOf = [&](const StudyImage &image) {
        const auto group = static_cast<std::size_t>(frame.groups.at(image.group));
        return image.good && frame.half[group] == half ? weights[group] : 0.0;
    };
    double best = std::numeric_limits<double>::infinity();
    double total = 0.0;
    for (const StudyImage &image : result.images)
        total += weightOf(image);
    std::vector<double> candidates{-std::numeric_limits<double>::infinity()};
    for (const StudyImage &image : result.images)
        candidates.push_back(std::nextafter(image.peak, std::numeric_limits<double>::infinity()));
    for (const double candidate : candidates) {
        double flagged = 0.0;
        for (const StudyImage &image : result.images)
            flagged += image.peak >= candidate ? weightOf(image) : 0.0;
        if (flagged <= studyOverkill * total)
            best = std::min(best, candidate);
    }
    return total > 0.0 ? best : std::numeric_limits<double>::quiet_NaN();
}

bool near(double a, double b)
{
    return std::isnan(a) ? std::isnan(b) : std::abs(a - b) < 1e-12;
}

} // namespace

class TestStudyFigures : public QObject
{
    Q_OBJECT
private slots:
    void equalTheObviousWay();
    void halvesHaveNoGroupInCommon();
    void weightsAreTheSameAsCopies();
    void noGoodImageMeansNoFigure();
    void smallerDrawsArePartOfLargerOnes();
    void resultsAreReadAsWritten();
};

void TestStudyFigures::equalTheObviousWay()
{
    QVERIFY(rc::check([](unsigned seed) {
        const StudyRunResult result = made(seed, *rc::gen::inRange(1, 60), *rc::gen::inRange(1, 20));
        const StudyFrame frame = StudyFrame::of({&result});
        std::vector<double> weights;
        for (int i = 0; i < frame.groupCount(); ++i)
            weights.push_back(*rc::gen::inRange(0, 3));
        const std::vector<double> figures = RunFigures(result, frame).on(weights);
        const std::vector<std::string> names = RunFigures::names(frame);
        RC_ASSERT(figures.size() == names.size());
        RC_ASSERT(near(figures[0], slowAuroc(result, frame, weights)));
        const double thresholds[] = {slowThreshold(result, frame, 1, weights),
                                     slowThreshold(result, frame, 0, weights)};
        double found = 0.0;
        double all = 0.0;
        for (const StudyRegion &region : result.regions)
            if (!region.impurity) {
                const auto group = static_cast<std::size_t>(
                    frame.groups.at(result.images[static_cast<std::size_t>(region.image)].group));
                all += weights[group];
                found += region.peak >= thresholds[frame.half[group]] ? weights[group] : 0.0;
            }
        const bool known = !std::isnan(thresholds[0]) && !std::isnan(thresholds[1]) && all > 0.0;
        RC_ASSERT(near(figures[1], known ? found / all : std::numeric_limits<double>::quiet_NaN()));
    }));
}

void TestStudyFigures::halvesHaveNoGroupInCommon()
{
    const StudyRunResult result = made(3, 200, 40);
    const StudyFrame frame = StudyFrame::of({&result});
    QCOMPARE(frame.groups.size(), frame.half.size());
    const auto first = std::ranges::count(frame.half, 0);
    QVERIFY(std::abs(first - std::ssize(frame.half) + first) <= 2);
    // The same frame for results in another order: it depends on the groups alone.
    StudyRunResult other = result;
    std::ranges::reverse(other.images);
    other.regions.clear();
    QCOMPARE(StudyFrame::of({&other}).half, frame.half);
}

void TestStudyFigures::weightsAreTheSameAsCopies()
{
    StudyRunResult once = made(9, 40, 8);
    const StudyFrame frame = StudyFrame::of({&once});
    std::vector<double> weights(frame.half.size(), 1.0);
    weights[0] = 3.0;
    StudyRunResult copied = once;
    for (int copy = 0; copy < 2; ++copy)
        for (std::size_t i = 0; i < once.images.size(); ++i) {
            if (frame.groups.at(once.images[i].group) != 0)
                continue;
            copied.images.push_back(once.images[i]);
            for (const StudyRegion &region : once.regions)
                if (region.image == static_cast<std::int64_t>(i)) {
                    copied.regions.push_back(region);
                    copied.regions.back().image = std::ssize(copied.images) - 1;
                }
        }
    const auto a = RunFigures(once, frame).on(weights);
    const auto b = RunFigures(copied, frame).on(std::vector<double>(frame.half.size(), 1.0));
    for (std::size_t i = 0; i < a.size(); ++i)
        QVERIFY(near(a[i], b[i]));
}

void TestStudyFigures::noGoodImageMeansNoFigure()
{
    StudyRunResult result = made(1, 30, 10);
    std::erase_if(result.regions, [](const StudyRegion &region) { return region.impurity; });
    for (StudyImage &image : result.images)
        image.good = false;
    const StudyFrame frame = StudyFrame::of({&result});
    for (const double figure : RunFigures(result, frame).on(std::vector<double>(frame.half.size(), 1.0)))
        QVERIFY(std::isnan(figure));
}

void TestStudyFigures::smallerDrawsArePartOfLargerOnes()
{
    Dataset dataset;
    for (int i = 0; i < 30; ++i) {
        ImageRecord image;
        image.id = "train/good/" + std::to_string(i);
        image.split = i < 25 ? Split::Train : Split::Test;
        image.className = i == 3 ? "scratch" : "good";
        dataset.images.push_back(image);
    }
    const auto idsOf = [&](std::int64_t images, std::uint64_t seed) {
        std::set<std::string> ids;
        for (const ImageRecord &image : drawnDataset(dataset, images, seed).images)
            ids.insert(image.id);
        return ids;
    };
    QCOMPARE(idsOf(0, 1).size(), std::size_t{24});
    QCOMPARE(idsOf(99, 1).size(), std::size_t{24});
    for (const std::uint64_t seed : {1U, 2U}) {
        const auto five = idsOf(5, seed);
        const auto ten = idsOf(10, seed);
        QCOMPARE(five.size(), std::size_t{5});
        QVERIFY(std::ranges::includes(ten, five));
    }
    QVERIFY(idsOf(5, 1) != idsOf(5, 2));
}

void TestStudyFigures::resultsAreReadAsWritten()
{
    StudyRunResult result = made(5, 20, 6);
    result.figures = {{"image.ap", std::nullopt}, {"pixel.aupro30", 0.25}};
    result.bankRows = 100;
    result.trainingImages = 5;
    result.modelHash = "abc";
    result.seconds = 1.5;
    std::string text = toJsonText(result);
    QVERIFY(studyResultFromJson(text).value() == result);
    QVERIFY(!studyResultFromJson(text.substr(0, text.size() / 2)));
    QVERIFY(!studyResultFromJson("{}"));
    result.regions.push_back({99, "crack", false, 1.0});
    QCOMPARE(studyResultFromJson(toJsonText(result)).error().code, ErrorCode::BadFormat);
}

QTEST_GUILESS_MAIN(TestStudyFigures)
#include "tst_study_figures.moc"
