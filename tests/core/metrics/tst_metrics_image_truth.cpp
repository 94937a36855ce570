#include "core/metrics/image_truth.h"

#include <QtTest>

#include <rapidcheck.h>

#include <array>
#include <random>
#include <tuple>

using namespace patina;

namespace {

std::vector<LabelClass> classes()
{
    return {{"crack", ClassKind::Defect}, {"spot", ClassKind::Ambiguous}, {"stain", ClassKind::Impurity}};
}
enum Class { crack = 0, spot = 1, stain = 2 };

cv::Mat box(const cv::Rect &area)
{
    cv::Mat mask = cv::Mat::zeros(10, 12, CV_8UC1);
    mask(area) = 255;
    return mask;
}

ImageTruth truth(const std::string &className, std::vector<LabelLayer> layers = {}, cv::Mat ignore = {})
{
    return {"image", className, {{12, 10}, std::move(layers)}, std::move(ignore)};
}

TruthPlan planOf(const ImageTruth &image, const LabelPolicy &policy = {})
{
    return *TruthPlan::create(image, classes(), policy);
}

PixelRole roleAt(const TruthPlan &plan, int x, int y)
{
    std::vector<PixelRole> roles(12);
    plan.paintRow(y, roles);
    return roles[static_cast<std::size_t>(x)];
}

cv::Mat randomMask(std::mt19937 &random)
{
    cv::Mat mask = cv::Mat::zeros(10, 12, CV_8UC1);
    if (random() % 3 == 0)
        return mask;
    for (int i = 0; i < 3; ++i)
        mask(cv::Rect(static_cast<int>(random() % 9), static_cast<int>(random() % 8),
                      1 + static_cast<int>(random() % 3), 1 + static_cast<int>(random() % 2))) = 255;
    return mask;
}

} // namespace

class TestImageTruth : public QObject
{
    Q_OBJECT

private slots:
    void imageLevel_data();
    void imageLevel();
    void precedence();
    void hiddenDefectLeavesTheImageOut();
    void partOfADefectMayBeHidden();
    void masksOfOneClassAreJoined();
    void countsAgreeWithThePaint();
    void refusesWhatDoesNotFit();
};

void TestImageTruth::imageLevel_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("outlined"); // class of a mask, -1 none
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("background");
    const auto row = [](const char *name, const char *folder, int outlined, const char *policy, ImageRole role,
                        PixelRole background) {
        QTest::newRow(name) << folder << outlined << policy << static_cast<int>(role) << static_cast<int>(background);
    };
    const char *usual = "";
    row("good", "good", -1, usual, ImageRole::Good, PixelRole::Normal);
    row("good folder, stained", "good", stain, usual, ImageRole::Good, PixelRole::Normal);
    row("good folder, stain is a defect", "good", stain, "impurity=defect", ImageRole::Anomalous, PixelRole::Normal);
    row("good folder, stain ignored", "good", stain, "impurity=ignored", ImageRole::Good, PixelRole::Normal);
    row("good folder, ambiguous spot", "good", spot, usual, ImageRole::Good, PixelRole::Normal);
    row("good folder, spot pessimistic", "good", spot, "ambiguous=defect", ImageRole::Anomalous, PixelRole::Normal);
    row("good folder with a crack", "good", crack, usual, ImageRole::Anomalous, PixelRole::Normal);
    row("crack outlined", "crack", crack, usual, ImageRole::Anomalous, PixelRole::Normal);
    row("crack not outlined", "crack", -1, usual, ImageRole::Anomalous, PixelRole::Unknown);
    row("crack not outlined, stained", "crack", stain, usual, ImageRole::Anomalous, PixelRole::Unknown);
    row("stain folder", "stain", -1, usual, ImageRole::Good, PixelRole::Normal);
    row("stain folder, outlined", "stain", stain, usual, ImageRole::Good, PixelRole::Normal);
    row("stain folder is a defect, outlined", "stain", stain, "impurity=defect", ImageRole::Anomalous,
        PixelRole::Normal);
    row("stain folder is a defect, not outlined", "stain", -1, "impurity=defect", ImageRole::Anomalous,
        PixelRole::Unknown);
    row("stain folder ignored, outlined", "stain", stain, "impurity=ignored", ImageRole::Good, PixelRole::Normal);
    row("stain folder ignored, not outlined", "stain", -1, "impurity=ignored", ImageRole::LeftOut, PixelRole::Unknown);
    row("stain folder with a crack", "stain", crack, usual, ImageRole::Anomalous, PixelRole::Normal);
    row("stain folder ignored, with a crack", "stain", crack, "impurity=ignored", ImageRole::Anomalous,
        PixelRole::Unknown);
    row("spot folder, not outlined", "spot", -1, usual, ImageRole::LeftOut, PixelRole::Unknown);
    row("spot folder, outlined", "spot", spot, usual, ImageRole::Good, PixelRole::Normal);
    row("spot folder pessimistic", "spot", -1, "ambiguous=defect", ImageRole::Anomalous, PixelRole::Unknown);
    row("spot folder optimistic", "spot", -1, "ambiguous=impurity", ImageRole::Good, PixelRole::Normal);
}

void TestImageTruth::imageLevel()
{
    QFETCH(QString, folder);
    QFETCH(int, outlined);
    QFETCH(QString, policy);
    QFETCH(int, role);
    QFETCH(int, background);
    std::vector<LabelLayer> layers;
    if (outlined >= 0)
        layers.push_back({outlined, box({2, 3, 4, 2})});
    const auto parsed = parseLabelPolicy(policy.toStdString());
    QVERIFY(parsed.has_value());
    const TruthPlan plan = planOf(truth(folder.toStdString(), layers), *parsed);
    QCOMPARE(static_cast<int>(plan.role()), role);
    QCOMPARE(static_cast<int>(plan.background()), background);

    // An empty mask says no more than none.
    for (int index = 0; index < 3; ++index)
        if (index != outlined)
            layers.push_back({index, cv::Mat::zeros(10, 12, CV_8UC1)});
    const TruthPlan withEmpty = planOf(truth(folder.toStdString(), layers), *parsed);
    QCOMPARE(static_cast<int>(withEmpty.role()), role);
    QCOMPARE(static_cast<int>(withEmpty.background()), background);
}

void TestImageTruth::precedence()
{
    const std::vector<LabelLayer> layers{
        {spot, box({6, 0, 6, 10})}, {crack, box({0, 3, 12, 2})}, {stain, box({0, 0, 12, 6})}};
    const ImageTruth image = truth("crack", layers, box({11, 0, 1, 10}));
    const TruthPlan plan = planOf(image, {ImpurityPolicy::Ignored, AmbiguousPolicy::Ignored});
    QCOMPARE(roleAt(plan, 0, 3), PixelRole::Defect);  // a stain over a scratch does not hide it
    QCOMPARE(roleAt(plan, 0, 0), PixelRole::Ignored); // the stain alone
    QCOMPARE(roleAt(plan, 6, 3), PixelRole::Ignored); // ambiguous wins over the crack
    QCOMPARE(roleAt(plan, 0, 8), PixelRole::Normal);
    QCOMPARE(roleAt(plan, 11, 3), PixelRole::Ignored);
    const TruthPlan harmless = planOf(image);
    QCOMPARE(roleAt(harmless, 0, 0), PixelRole::Normal);
    const TruthPlan pessimistic = planOf(image, {ImpurityPolicy::Normal, AmbiguousPolicy::Defect});
    QCOMPARE(roleAt(pessimistic, 6, 8), PixelRole::Defect);
    QCOMPARE(roleAt(pessimistic, 11, 8), PixelRole::Ignored);
}

void TestImageTruth::hiddenDefectLeavesTheImageOut()
{
    QCOMPARE(planOf(truth("crack", {{crack, box({2, 3, 4, 2})}}, box({0, 0, 12, 6}))).role(), ImageRole::LeftOut);
    QCOMPARE(planOf(truth("good", {}, box({0, 0, 12, 10}))).role(), ImageRole::LeftOut);
    QCOMPARE(planOf(truth("good", {}, box({0, 0, 12, 9}))).role(), ImageRole::Good);
}

void TestImageTruth::partOfADefectMayBeHidden()
{
    const TruthPlan plan = planOf(truth("crack", {{crack, box({2, 3, 6, 2})}}, box({4, 0, 2, 10})));
    QCOMPARE(plan.role(), ImageRole::Anomalous);
    QCOMPARE(plan.layers().size(), std::size_t{1});
    QCOMPARE(plan.layers()[0].countedPx, std::vector<std::int64_t>{8}); // still one defect
    QCOMPARE(plan.pixels(PixelRole::Ignored), std::int64_t{20});
}

void TestImageTruth::masksOfOneClassAreJoined()
{
    const cv::Mat left = box({2, 3, 3, 2});
    const TruthPlan plan = planOf(truth("crack", {{crack, left}, {crack, box({5, 3, 3, 2})}}));
    QCOMPARE(plan.layers().size(), std::size_t{1});
    QCOMPARE(plan.layers()[0].parts.components().size(), std::size_t{1});
    QCOMPARE(plan.pixels(PixelRole::Defect), std::int64_t{12});
    QCOMPARE(cv::countNonZero(left), 6); // the caller's mask is untouched
}

void TestImageTruth::countsAgreeWithThePaint()
{
    QVERIFY(rc::check("pixel counts are those of the painted rows, plain rows are all background", [] {
        std::mt19937 random(*rc::gen::arbitrary<unsigned>());
        const char *folders[] = {"good", "crack", "spot", "stain"};
        ImageTruth image =
            truth(folders[random() % 4],
                  {{crack, randomMask(random)}, {spot, randomMask(random)}, {stain, randomMask(random)}});
        if (random() % 2 == 0)
            image.ignore = randomMask(random);
        const LabelPolicy policy{static_cast<ImpurityPolicy>(random() % 3), static_cast<AmbiguousPolicy>(random() % 3)};
        const TruthPlan plan = planOf(image, policy);
        std::array<std::int64_t, 4> counts{};
        std::vector<PixelRole> roles(12);
        for (int y = 0; y < 10; ++y) {
            plan.paintRow(y, roles);
            for (const PixelRole role : roles) {
                ++counts[static_cast<std::size_t>(role)];
                RC_ASSERT(!plan.isPlainRow(y) || role == plan.background());
            }
        }
        for (std::size_t i = 0; i < counts.size(); ++i)
            RC_ASSERT(counts[i] == plan.pixels(static_cast<PixelRole>(i)));
        RC_ASSERT((plan.pixels(PixelRole::Defect) > 0) <= (plan.role() == ImageRole::Anomalous));
    }));
}

void TestImageTruth::refusesWhatDoesNotFit()
{
    const auto refused = [](const ImageTruth &image) { return TruthPlan::create(image, classes(), {}).error(); };
    QCOMPARE(refused(truth("dent")).detail, std::string("image: class 'dent' is not one of the data set"));
    QCOMPARE(refused(truth("good", {{3, box({1, 1, 1, 1})}})).code, ErrorCode::BadArgument);
    QCOMPARE(refused(truth("good", {{-1, box({1, 1, 1, 1})}})).code, ErrorCode::BadArgument);
    const auto wrongSize = refused(truth("good", {{crack, cv::Mat::zeros(8, 9, CV_8UC1)}}));
    QCOMPARE(wrongSize.code, ErrorCode::ShapeMismatch);
    QCOMPARE(wrongSize.detail, std::string("image: mask 9x8 does not match map 12x10"));
    QCOMPARE(refused(truth("good", {{crack, cv::Mat::zeros(10, 12, CV_16UC1)}})).code, ErrorCode::ShapeMismatch);
    QCOMPARE(refused(truth("good", {{crack, cv::Mat()}})).code, ErrorCode::ShapeMismatch);
    QCOMPARE(refused(truth("good", {}, cv::Mat::zeros(8, 9, CV_8UC1))).code, ErrorCode::ShapeMismatch);
    ImageTruth empty = truth("good");
    empty.labels.size = {0, 4};
    QCOMPARE(refused(empty).code, ErrorCode::BadArgument);
}

QTEST_APPLESS_MAIN(TestImageTruth)
#include "tst_metrics_image_truth.moc"
