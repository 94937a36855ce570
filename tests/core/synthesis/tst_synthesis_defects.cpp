#include "core/synthesis/defects/placement.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/spec_fields.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace patina;
using namespace patina::synthesis;

namespace {

SynthesisSpec specOf(std::uint64_t seed)
{
    SynthesisSpec spec;
    spec.widthPx = 400;
    spec.heightPx = 300;
    spec.seed = seed;
    spec.impurities.clear();
    spec.version = SynthesisVersion::Clean;
    return spec;
}

Scene sceneOf(const SynthesisSpec &spec, int number, const std::string &defect)
{
    return createScene(spec, imageSeedOf(spec.seed, "test/" + defect, number), defect);
}

RenderedScene rendered(const Scene &scene, int stripRows = 128)
{
    return renderScene(scene, SynthesisVersion::Clean, {}, stripRows).value();
}

bool same(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0.0;
}

/// One defect's change of the height over the whole image.
cv::Mat1f changeOf(const DefectModel &defect, cv::Size image)
{
    DamagePlanes damage(image);
    defect.addTo(cv::Rect({}, image), damage);
    return damage.heightUm;
}

/// All ranges of a section at one end.
void setEnds(SynthesisSpec &spec, std::string_view section, bool high)
{
    for (const RangeField &field : rangeFields(spec.ranges))
        if (field.section == section && field.name != "perImage")
            *field.range = high ? Range{field.highest, field.highest} : Range{field.lowest, field.lowest};
}

void eachDefect()
{
    QTest::addColumn<QString>("defect");
    for (const std::string_view name : synthesisDefects())
        QTest::newRow(std::string(name).c_str()) << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

class TestSynthesisDefects : public QObject
{
    Q_OBJECT

private slots:
    void stripsDoNotMatter_data() { eachDefect(); }
    void stripsDoNotMatter();
    void seedsDiffer_data() { eachDefect(); }
    void seedsDiffer();
    void masksCoverWhatChanged_data() { eachDefect(); }
    void masksCoverWhatChanged();
    void nothingElseChanges_data() { eachDefect(); }
    void nothingElseChanges();
    void defectsKeepTheirDistance_data() { eachDefect(); }
    void defectsKeepTheirDistance();
    void defectsAreSeen_data() { eachDefect(); }
    void defectsAreSeen();
    void endsOfRanges_data();
    void endsOfRanges();
    void oneMoreDefectChangesNoOtherImage();
    void dentsHaveRims();
    void gougesPileUp();
    void pitsAreDark();
    void cracksAreConnected();
    void chipsAtEdges();
    void porosityIsLogNormal();
    void deepGoesWithWide();
    void pitsAreAsRoundAndSmoothAsAsked();
    void defectsLieBetweenPlaces_data() { eachDefect(); }
    void defectsLieBetweenPlaces();
    void oxideIsAsBrownAsAsked();
    void longCracksFollowTheLongSide();
    void cracksStayOpenWhereTheyDoNotTaper();
};

void TestSynthesisDefects::stripsDoNotMatter()
{
    QFETCH(QString, defect);
    const Scene scene = sceneOf(specOf(3), 0, defect.toStdString());
    const RenderedScene whole = rendered(scene, 300);
    for (const int rows : {16, 128}) {
        const RenderedScene strips = rendered(scene, rows);
        QVERIFY(same(strips.clean, whole.clean));
        QVERIFY(same(strips.defectMasks.at(defect.toStdString()), whole.defectMasks.at(defect.toStdString())));
    }
}

void TestSynthesisDefects::seedsDiffer()
{
    QFETCH(QString, defect);
    const RenderedScene first = rendered(sceneOf(specOf(4), 0, defect.toStdString()));
    QVERIFY(same(first.clean, rendered(sceneOf(specOf(4), 0, defect.toStdString())).clean));
    QVERIFY(!same(first.defectMasks.begin()->second,
                  rendered(sceneOf(specOf(4), 1, defect.toStdString())).defectMasks.begin()->second));
}

/// What stands over the threshold is marked; marks that are not lie beside such pixels (bridged gaps and holes).
void TestSynthesisDefects::masksCoverWhatChanged()
{
    QFETCH(QString, defect);
    for (int number = 0; number < 4; ++number) {
        const Scene scene = sceneOf(specOf(5), number, defect.toStdString());
        const RenderedScene out = rendered(scene);
        const cv::Mat1b &mask = out.defectMasks.at(defect.toStdString());
        cv::Mat1b changed(scene.size, 0);
        for (const auto &model : scene.defects) {
            const cv::Mat1f change = changeOf(*model, scene.size);
            const cv::Mat1b over = cv::Mat(cv::abs(change) > 1.001 * static_cast<double>(model->maskThresholdUm()));
            QVERIFY(cv::countNonZero(over) > 0);
            QCOMPARE(cv::countNonZero(over & ~mask), 0);
            changed |= cv::Mat1b(cv::Mat(cv::abs(change) > 0.02 * static_cast<double>(model->maskThresholdUm())));
            cv::Mat1b outside = mask.clone();
            for (const auto &other : scene.defects)
                outside(other->bounds() & cv::Rect({}, scene.size)).setTo(0);
            QCOMPARE(cv::countNonZero(outside), 0);
        }
        QVERIFY(cv::countNonZero(mask & changed) > 0.6 * cv::countNonZero(mask));
    }
}

void TestSynthesisDefects::nothingElseChanges()
{
    QFETCH(QString, defect);
    Scene scene = sceneOf(specOf(6), 1, defect.toStdString());
    const RenderedScene with = rendered(scene);
    cv::Mat1b far(scene.size, 255);
    const int reach = scene.sensor->blurReachPx() + 1;
    for (const auto &model : scene.defects) {
        const cv::Rect box = model->bounds();
        far(cv::Rect(box.x - reach, box.y - reach, box.width + 2 * reach, box.height + 2 * reach) &
            cv::Rect({}, scene.size))
            .setTo(0);
    }
    scene.defects.clear();
    cv::Mat difference;
    cv::absdiff(with.clean, rendered(scene).clean, difference);
    difference.setTo(cv::Scalar::all(0), far == 0);
    QCOMPARE(cv::countNonZero(difference.reshape(1)), 0);
}

void TestSynthesisDefects::defectsKeepTheirDistance()
{
    QFETCH(QString, defect);
    SynthesisSpec spec = specOf(7);
    for (const RangeField &field : rangeFields(spec.ranges))
        if (field.name == "perImage" && field.section != "water-stain")
            *field.range = {4.0, 4.0};
    std::size_t several = 0;
    for (int number = 0; number < 4; ++number) {
        const Scene scene = sceneOf(spec, number, defect.toStdString());
        several += scene.defects.size() > 1 ? 1 : 0;
        for (std::size_t i = 0; i < scene.defects.size(); ++i) {
            if (defect != "scratch") // a scratch may run out of the image
                QVERIFY((scene.defects[i]->bounds() & cv::Rect({}, scene.size)) == scene.defects[i]->bounds());
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(!tooClose(scene.defects[i]->extent(), scene.defects[k]->extent()));
        }
    }
    QVERIFY(several > 0);
}

/// The masked pixels differ from the same picture without the defect.
void TestSynthesisDefects::defectsAreSeen()
{
    QFETCH(QString, defect);
    for (const LightKind light : {LightKind::Bar, LightKind::Ring}) {
        SynthesisSpec spec = specOf(8);
        spec.light = light;
        int seen = 0;
        for (int number = 0; number < 6; ++number) {
            Scene scene = sceneOf(spec, number, defect.toStdString());
            const RenderedScene with = rendered(scene);
            scene.defects.clear();
            cv::Mat difference;
            cv::absdiff(with.clean, rendered(scene).clean, difference);
            const cv::Scalar mean = cv::mean(difference, with.defectMasks.at(defect.toStdString()));
            seen += mean[1] > 2.0 ? 1 : 0;
        }
        QVERIFY2(seen >= 3, qPrintable(QString("%1 of 6").arg(seen)));
    }
}

void TestSynthesisDefects::endsOfRanges_data()
{
    QTest::addColumn<QString>("defect");
    QTest::addColumn<bool>("high");
    QTest::addColumn<double>("mmPerPixel");
    for (const std::string_view name : synthesisDefects())
        for (const bool high : {false, true})
            for (const double scale : {0.0005, 0.02, 1.0})
                QTest::newRow(qPrintable(QString("%1 %2 %3").arg(name.data()).arg(high).arg(scale)))
                    << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) << high << scale;
}

void TestSynthesisDefects::endsOfRanges()
{
    QFETCH(QString, defect);
    QFETCH(bool, high);
    QFETCH(double, mmPerPixel);
    SynthesisSpec spec = specOf(9);
    spec.widthPx = 120;
    spec.heightPx = 64;
    spec.mmPerPixel = mmPerPixel;
    setEnds(spec, defect.toStdString(), high);
    spec.defects = {defect.toStdString()};
    QVERIFY(validate(spec).has_value());
    const Scene scene = sceneOf(spec, 0, defect.toStdString());
    QVERIFY(cv::checkRange(heightOf(scene, {0, 0, 120, 64})));
    QCOMPARE(rendered(scene).clean.cols, 120);
}

void TestSynthesisDefects::oneMoreDefectChangesNoOtherImage()
{
    SynthesisSpec spec = specOf(10);
    const cv::Mat before = rendered(sceneOf(spec, 3, "")).clean;
    spec.defects = {"dent", "pit"};
    spec.ranges.dent.perImage = {3.0, 3.0};
    QVERIFY(same(before, rendered(sceneOf(spec, 3, "")).clean));
}

void TestSynthesisDefects::dentsHaveRims()
{
    SynthesisSpec spec = specOf(11);
    spec.ranges.dent.rimToDepth = {0.25, 0.25};
    spec.ranges.dent.diameterMm = {1.5, 1.5};
    for (int number = 0; number < 4; ++number) {
        const Scene scene = sceneOf(spec, number, "dent");
        double lowest = 0.0;
        double highest = 0.0;
        cv::minMaxLoc(changeOf(*scene.defects.front(), scene.size), &lowest, &highest);
        QVERIFY(highest > 0.08 * -lowest);
        QVERIFY(highest < -lowest);
    }
}

void TestSynthesisDefects::gougesPileUp()
{
    SynthesisSpec spec = specOf(12);
    spec.ranges.gouge.pileToDepth = {1.0, 1.0};
    spec.ranges.gouge.bendDeg = {0.0, 0.0};
    const Scene scene = sceneOf(spec, 0, "gouge");
    const DefectModel &gouge = *scene.defects.front();
    const cv::Mat1f change = changeOf(gouge, scene.size);
    cv::Point highest;
    cv::minMaxLoc(change, nullptr, nullptr, nullptr, &highest);
    // The highest place lies ahead of the middle, in the direction of ploughing.
    const nlohmann::ordered_json parameters = gouge.parameters();
    const SineCosine heading = sineCosineDegrees(parameters["headingDeg"].get<double>());
    const double along = (highest.x - parameters["centrePx"][0].get<double>()) * heading.cosine +
                         (highest.y - parameters["centrePx"][1].get<double>()) * heading.sine;
    QVERIFY(along > 0.0);
}

void TestSynthesisDefects::pitsAreDark()
{
    for (const LightKind light : {LightKind::Bar, LightKind::Ring})
        for (const char *defect : {"pit", "pore-cluster", "crack"}) {
            SynthesisSpec spec = specOf(13);
            spec.light = light;
            Scene scene = sceneOf(spec, 0, defect);
            const RenderedScene with = rendered(scene);
            scene.defects.clear();
            const cv::Mat1b &mask = with.defectMasks.at(defect);
            QVERIFY(cv::mean(with.clean, mask)[1] < 0.9 * cv::mean(rendered(scene).clean, mask)[1]);
        }
}

/// All branches hang together, without gaps where the crack closes.
void TestSynthesisDefects::cracksAreConnected()
{
    for (int number = 0; number < 8; ++number) {
        const Scene scene = sceneOf(specOf(14), number, "crack");
        cv::Mat labels;
        QCOMPARE(cv::connectedComponents(rendered(scene).defectMasks.at("crack"), labels, 8),
                 1 + static_cast<int>(scene.defects.size()));
    }
}

void TestSynthesisDefects::chipsAtEdges()
{
    SynthesisSpec spec = specOf(15);
    for (const double share : {0.0, 1.0}) {
        spec.ranges.chip.edgeShare = {share, share};
        for (int number = 0; number < 4; ++number) {
            cv::Mat1b mask = rendered(sceneOf(spec, number, "chip")).defectMasks.at("chip").clone();
            const int all = cv::countNonZero(mask);
            mask(cv::Rect(1, 1, mask.cols - 2, mask.rows - 2)).setTo(0);
            QCOMPARE(cv::countNonZero(mask) > 0, share > 0.5);
            QVERIFY(all > 20);
        }
    }
}

/// Many pores: the mask has many parts of very different size.
void TestSynthesisDefects::porosityIsLogNormal()
{
    SynthesisSpec spec = specOf(16);
    spec.ranges.poreCluster.pores = {40.0, 40.0};
    spec.ranges.poreCluster.perImage = {1.0, 1.0};
    spec.ranges.poreCluster.spreadMm = {1.6, 1.6};
    spec.ranges.poreCluster.medianUm = {70.0, 70.0};
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int parts = cv::connectedComponentsWithStats(
        rendered(sceneOf(spec, 0, "pore-cluster")).defectMasks.at("pore-cluster"), labels, stats, centres);
    QVERIFY(parts > 15);
    std::vector<int> areas;
    for (int i = 1; i < parts; ++i)
        areas.push_back(stats.at<int>(i, cv::CC_STAT_AREA));
    std::sort(areas.begin(), areas.end());
    QVERIFY(areas.back() > 3 * areas[areas.size() / 2]);
}

void TestSynthesisDefects::deepGoesWithWide()
{
    SynthesisSpec spec = specOf(17);
    spec.ranges.pit.perImage = {1.0, 1.0};
    double depth[2] = {0.0, 0.0};
    for (const int large : {0, 1}) {
        spec.ranges.pit.diameterMm = large == 1 ? Range{0.8, 0.8} : Range{0.2, 0.2};
        for (int number = 0; number < 4; ++number)
            depth[large] += sceneOf(spec, number, "pit").defects.front()->parameters()["depthUm"].get<double>();
    }
    QVERIFY(std::abs(depth[1] / depth[0] - 4.0) < 0.05);
}

/// A gas bubble leaves one round hollow with a smooth bottom.
void TestSynthesisDefects::pitsAreAsRoundAndSmoothAsAsked()
{
    SynthesisSpec spec = specOf(21);
    PitRanges &pit = spec.ranges.pit;
    pit.perImage = pit.joined = {1.0, 1.0};
    pit.diameterMm = {0.8, 0.8}; // 40 px
    pit.irregularity = pit.haloToDiameter = {0.0, 0.0};
    const auto longerThanWide = [&](double widthToLength) {
        pit.widthToLength = {widthToLength, widthToLength};
        const RenderedScene out = rendered(sceneOf(spec, 0, "pit"));
        std::vector<cv::Point> points;
        cv::findNonZero(out.defectMasks.at("pit"), points);
        const cv::Size2f size = cv::minAreaRect(points).size;
        return std::max(size.width, size.height) / std::min(size.width, size.height);
    };
    QVERIFY(longerThanWide(1.0) < 1.15F);
    QVERIFY(longerThanWide(0.4) > 2.0F);
    const auto crumbs = [&](double rough) {
        pit.widthToLength = {1.0, 1.0};
        pit.floorRoughness = {rough, rough};
        const Scene scene = sceneOf(spec, 0, "pit");
        const cv::Mat1f height = changeOf(*scene.defects.front(), scene.size);
        cv::Mat1f curved;
        cv::Laplacian(height, curved, CV_32F);
        const cv::Rect box = scene.defects.front()->bounds();
        const cv::Point middle = (box.tl() + box.br()) / 2;
        return cv::norm(curved(cv::Rect(middle.x - 5, middle.y - 5, 10, 10)), cv::NORM_L1);
    };
    QVERIFY(crumbs(0.0) < 0.2 * crumbs(1.0));
}

/// Places on a slanted line: nothing lies off it. Chips leave the edge for it.
void TestSynthesisDefects::defectsLieBetweenPlaces()
{
    QFETCH(QString, defect);
    SynthesisSpec spec = specOf(6);
    for (RangeField &field : rangeFields(spec.ranges))
        if (field.section == defect.toStdString() && field.name == "perImage")
            *field.range = {1.0, 1.0};
    const Scene anywhere = sceneOf(spec, 0, defect.toStdString());
    for (int i = 0; i < 12; ++i)
        spec.places[defect.toStdString()].push_back({0.4 + 0.02 * i, 0.45 + 0.01 * i});
    spec.places["other"] = {{0.0, 0.0}};
    std::vector<double> seen;
    for (int number = 0; number < 12; ++number) {
        const Scene scene = sceneOf(spec, number, defect.toStdString());
        const auto centre = scene.defects.front()->parameters()["centrePx"];
        if (number == 0)
            QVERIFY(centre != anywhere.defects.front()->parameters()["centrePx"]);
        const double x = centre[0].get<double>() / scene.size.width;
        const double y = centre[1].get<double>() / scene.size.height;
        const bool large = defect == "scratch" || defect == "dent" || defect == "tool-mark" || defect == "crack" ||
                           defect == "gouge" || defect == "pore-cluster"; // kept inside the image
        QVERIFY2(large || std::abs(y - 0.25 - 0.5 * x) < 0.01, qPrintable(QString("%1 %2").arg(x).arg(y)));
        seen.push_back(x);
    }
    std::ranges::sort(seen);
    QVERIFY(seen.front() < seen.back());
}

/// Haematite takes blue first; a share of 0 takes all colours alike.
void TestSynthesisDefects::oxideIsAsBrownAsAsked()
{
    SynthesisSpec spec = specOf(11);
    PitRanges &pit = spec.ranges.pit;
    pit.perImage = {1.0, 1.0};
    pit.diameterMm = {0.8, 0.8};
    pit.darkness = {0.5, 0.5};
    const auto lightOf = [&](double share) {
        pit.rustShare = {share, share};
        const RenderedScene out = rendered(sceneOf(spec, 0, "pit"));
        return cv::mean(out.clean, out.defectMasks.at("pit"));
    };
    const cv::Scalar black = lightOf(0.0);
    const cv::Scalar brown = lightOf(0.5);
    const cv::Scalar red = lightOf(1.0);
    QVERIFY(brown[0] < black[0] - 5.0 && red[0] < brown[0]); // blue
    QVERIFY(std::abs(brown[1] - black[1]) < 0.5);
    QVERIFY(brown[2] > black[2] + 2.0 && red[2] > brown[2]);
}

void TestSynthesisDefects::longCracksFollowTheLongSide()
{
    SynthesisSpec spec = specOf(22);
    spec.widthPx = 640;
    spec.heightPx = 100;
    spec.ranges.crack.lengthMm = {9.0, 9.0}; // 450 px
    spec.ranges.crack.angleDeg = spec.ranges.crack.kinkDeg = spec.ranges.crack.branches = {0.0, 0.0};
    spec.ranges.brushed.directionDeg = {0.0, 0.0};
    const Scene scene = sceneOf(spec, 0, "crack");
    QVERIFY2(scene.defects.front()->bounds().width > 350, "as long as asked, not as the image is high");
}

void TestSynthesisDefects::cracksStayOpenWhereTheyDoNotTaper()
{
    SynthesisSpec spec = specOf(23);
    CrackRanges &crack = spec.ranges.crack;
    crack.lengthMm = {4.0, 4.0}; // 200 px
    crack.openingUm = {60.0, 60.0};
    crack.angleDeg = crack.kinkDeg = crack.branches = crack.swell = {0.0, 0.0};
    const auto openAtTheEnds = [&](double taper) {
        crack.taper = {taper, taper};
        const Scene scene = sceneOf(spec, 0, "crack");
        DamagePlanes damage(scene.size);
        scene.defects.front()->addTo(cv::Rect({}, scene.size), damage);
        const cv::Rect box = scene.defects.front()->bounds();
        const auto lost = [&](double share) {
            return cv::sum(damage.cavity.col(box.x + static_cast<int>(share * box.width)))[0];
        };
        return (lost(0.12) + lost(0.88)) / (2.0 * lost(0.45));
    };
    const double never = openAtTheEnds(0.02);
    const double all = openAtTheEnds(1.0);
    QVERIFY2(never > 0.7 && all < 0.5, qPrintable(QString("%1 %2").arg(never).arg(all)));
}

QTEST_APPLESS_MAIN(TestSynthesisDefects)
#include "tst_synthesis_defects.moc"
