#include "tests/support/fake_engine.h"
#include "ui/document/document.h"
#include "ui/document/project_document.h"
#include "ui/jobs/flagged_regions.h"
#include "ui/jobs/likeness.h"
#include "ui/jobs/map_view.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>

using namespace patina;
namespace fs = std::filesystem;

/// The patch that a region looks most like, and regions that are made without the image being shown.
class TestUiLikeness : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void thePatchUnderThePeak();
    void aModelThatDoesNotSay();
    void imagesAreLookedForBesideTheProject();
    void idsDoNotLeaveTheFolder();
    void thePictureIsAroundThePatch();
    void atTheEdgeTheRestIsEmpty();
    void aMissingImageIsAnError();
    void listedRegionsAreThoseOfTheMap();
    void zonesLeaveRegionsOut();
    void scoreAndRegionsTakeOneLookAtTheMap();
    void anOkImageListsNone();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    fs::path image(const QString &name, const cv::Mat &pixels) const
    {
        QDir(m_folder->path()).mkpath(QFileInfo(name).path());
        cv::imwrite(at(name).toStdString(), pixels);
        return at(name).toStdString();
    }
    std::shared_ptr<Scorer> scorer() const { return m_engine->openModel("one.patina", {}, {}).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<testing::FakeBehaviour> m_behaviour;
    std::shared_ptr<const InspectionEngine> m_engine;
};

namespace {

/// Grey with two bright squares.
cv::Mat madePart()
{
    cv::Mat pixels(240, 320, CV_8UC1, cv::Scalar(100));
    pixels(cv::Rect(80, 80, 40, 40)).setTo(160);
    pixels(cv::Rect(200, 80, 40, 40)).setTo(190);
    return pixels;
}

/// Counts how often a map is made.
class CountingScorer : public Scorer
{
public:
    explicit CountingScorer(std::shared_ptr<Scorer> scorer) : inner(std::move(scorer)) {}
    const ModelInfo &model() const override { return inner->model(); }
    ScoreRange range() const override { return inner->range(); }
    Result<Inspection> score(const fs::path &image, const JobContext &context) override
    {
        return inner->score(image, context);
    }
    Result<cv::Mat> renderMap(const Inspection &inspection, const JobContext &context) const override
    {
        ++looks;
        return inner->renderMap(inspection, context);
    }

    std::shared_ptr<Scorer> inner;
    mutable int looks = 0;
};

} // namespace

void TestUiLikeness::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_behaviour = std::make_shared<testing::FakeBehaviour>();
    m_behaviour->origin = "train/good/1.png";
    m_engine = testing::createFakeEngine(m_behaviour);
}

void TestUiLikeness::thePatchUnderThePeak()
{
    const auto model = scorer();
    const auto inspection = model->score(image("a.png", madePart()), {});
    QVERIFY(inspection);
    const auto match = matchAt(*model, *inspection, {101, 99}, {320, 240});
    QVERIFY(match);
    QVERIFY(match->areaPx == cv::Rect(96, 96, 8, 8));
    QCOMPARE(match->origin.image, std::string("train/good/1.png"));
    // The image file is twice as large as what was scored.
    QVERIFY(matchAt(*model, *inspection, {101, 99}, {640, 480})->areaPx == cv::Rect(192, 192, 16, 16));
    // Outside: the nearest patch.
    QVERIFY(matchAt(*model, *inspection, {9999, -5}, {320, 240})->areaPx == cv::Rect(312, 0, 8, 8));
}

void TestUiLikeness::aModelThatDoesNotSay()
{
    m_behaviour->origin.clear();
    const auto model = scorer();
    const auto inspection = model->score(image("a.png", madePart()), {});
    QVERIFY(!matchAt(*model, *inspection, {0, 0}, {320, 240}));
    QVERIFY(!matchAt(*model, Inspection{}, {0, 0}, {320, 240}));
}

void TestUiLikeness::imagesAreLookedForBesideTheProject()
{
    Document document;
    Dataset dataset;
    dataset.root = "/data/parts";
    ImageRecord record;
    record.id = "train/good/1.png";
    record.path = "/elsewhere/1.png";
    dataset.images.push_back(record);
    document.setDataset(dataset);
    ModelInfo model;
    document.setModel(model, "/models/one.patina", {});
    const ProjectDocument project;
    const auto places = placesOf({"parts", "train/good/1.png", {}}, document, project);
    const auto has = [&](const char *place) { return std::ranges::find(places, fs::path(place)) != places.end(); };
    for (const char *place : {"/data/parts/train/good/1.png", "/elsewhere/1.png", "/models/parts/train/good/1.png",
                              "/models/train/good/1.png"})
        QVERIFY2(has(place), place);
    QCOMPARE(places.front(), fs::path("/data/parts/train/good/1.png"));
    QVERIFY(!placesOf({{}, "train/good/1.png", {}}, document, project).empty());
}

void TestUiLikeness::idsDoNotLeaveTheFolder()
{
    Document document;
    Dataset dataset;
    dataset.root = "/data/parts";
    document.setDataset(dataset);
    const ProjectDocument project;
    for (const char *id : {"", "/etc/passwd", "../secret.png", "train/../../secret.png"})
        QVERIFY2(placesOf({"parts", id, {}}, document, project).empty(), id);
    for (const fs::path &place : placesOf({"../other", "a.png", {}}, document, project))
        QCOMPARE(place, fs::path("/data/parts/a.png"));
}

void TestUiLikeness::thePictureIsAroundThePatch()
{
    cv::Mat pixels = madePart();
    pixels(cv::Rect(80, 80, 8, 8)).setTo(250);
    const auto picture =
        patchPicture(*m_engine, {at("gone.png").toStdString(), image("1.png", pixels)}, {80, 80, 8, 8}, 64, {}, {});
    QVERIFY(picture);
    QCOMPARE(picture->pixels.size(), QSize(64, 64));
    QCOMPARE(picture->patch, QRect(28, 28, 8, 8));
    QCOMPARE(qGray(picture->pixels.pixel(28, 28)), 250);
    QCOMPARE(qGray(picture->pixels.pixel(36, 36)), 160);
    QCOMPARE(qGray(picture->pixels.pixel(27, 27)), 100);
}

void TestUiLikeness::atTheEdgeTheRestIsEmpty()
{
    const auto picture = patchPicture(*m_engine, {image("1.png", madePart())}, {0, 0, 8, 8}, 64, {}, {});
    QVERIFY(picture);
    QCOMPARE(picture->patch, QRect(28, 28, 8, 8));
    QCOMPARE(qAlpha(picture->pixels.pixel(27, 40)), 0);
    QCOMPARE(qAlpha(picture->pixels.pixel(28, 28)), 255);
}

void TestUiLikeness::aMissingImageIsAnError()
{
    QCOMPARE(patchPicture(*m_engine, {}, {0, 0, 8, 8}, 64, {}, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(patchPicture(*m_engine, {at("gone.png").toStdString()}, {0, 0, 8, 8}, 64, {}, {}).error().code,
             ErrorCode::NotFound);
    // Smaller than when it was trained on.
    QCOMPARE(patchPicture(*m_engine, {image("1.png", madePart())}, {9000, 0, 8, 8}, 64, {}, {}).error().code,
             ErrorCode::NotFound);
    const std::atomic<bool> stop{true};
    QVERIFY(!patchPicture(*m_engine, {image("2.png", madePart())}, {0, 0, 8, 8}, 64, {}, JobContext(&stop, {})));
}

void TestUiLikeness::listedRegionsAreThoseOfTheMap()
{
    const auto model = scorer();
    const auto inspection = model->score(image("a.png", madePart()), {});
    const auto map = model->renderMap(*inspection, {});
    for (const cv::Size size : {cv::Size(320, 240), cv::Size(640, 480), cv::Size(800, 600)}) {
        const auto listed = listRegions(*model, *inspection, 1.0, {}, size, {});
        QVERIFY(listed && *listed);
        const auto found = flaggedRegions(*map, {.threshold = 1.0}, {}, size, {});
        QCOMPARE((*listed)->regions.size(), found->size());
        QCOMPARE((*listed)->regions.size(), std::size_t{2});
        for (std::size_t i = 0; i < found->size(); ++i) {
            const Region &region = (*found)[i].region;
            const MaskRun &run = (*found)[i].mask.runs().front();
            QVERIFY(((*listed)->regions[i] ==
                     ListedRegion{{run.begin, run.row}, region.peakAt, region.box, region.areaPx, region.peak}));
        }
    }
}

void TestUiLikeness::zonesLeaveRegionsOut()
{
    const auto model = scorer();
    const auto inspection = model->score(image("a.png", madePart()), {});
    Zone zone;
    zone.polygon = {{180, 60}, {260, 60}, {260, 140}, {180, 140}};
    const auto listed = listRegions(*model, *inspection, 1.0, {{zone}, 1}, {320, 240}, {});
    QCOMPARE((*listed)->regions.size(), std::size_t{1});
    QVERIFY((*listed)->regions.front().box.x < 120);
}

void TestUiLikeness::scoreAndRegionsTakeOneLookAtTheMap()
{
    const CountingScorer model(scorer());
    const auto inspection = model.inner->score(image("a.png", madePart()), {});
    Zone strict;
    strict.polygon = {{180, 60}, {260, 60}, {260, 140}, {180, 140}};
    strict.kind = ZoneKind::Thresholds;
    strict.thresholdFactor = 0.5;
    const CountingRules rules{{strict}, 20};
    const cv::Size size(320, 240);
    const auto scored = countedInspection(model, *inspection, rules, size, {});
    const auto listed = listRegions(model, *scored, 1.0, rules, size, {});
    QCOMPARE(model.looks, 2);
    const auto at = countedImage(model, *inspection, 1.0, rules, size, {});
    QCOMPARE(model.looks, 3);
    QCOMPARE(at->inspection.score, scored->score);
    QVERIFY(at->inspection.score > inspection->score); // the zone allows half as much
    QCOMPARE(at->regions->regions.size(), std::size_t{2});
    QVERIFY(at->regions->regions == (*listed)->regions);
    QVERIFY(countedImage(model, *inspection, 1e6, rules, size, {})->regions->regions.empty());
    QVERIFY(!countedImage(model, *inspection, std::nullopt, rules, size, {})->regions);
}

void TestUiLikeness::anOkImageListsNone()
{
    const auto model = scorer();
    const auto inspection = model->score(image("a.png", cv::Mat(240, 320, CV_8UC1, cv::Scalar(100))), {});
    const auto listed = listRegions(*model, *inspection, 1.0, {}, {320, 240}, {});
    QVERIFY(listed && *listed && (*listed)->regions.empty());
}

QTEST_GUILESS_MAIN(TestUiLikeness)
#include "tst_ui_likeness.moc"
