// Every figure against scikit-learn, scipy and a plain script: tests/reference/make_metric_goldens.py.

#include "core/metrics/evaluator.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

using namespace patina;
using nlohmann::json;

namespace {

const json &goldens()
{
    static const json loaded = [] {
        std::ifstream file(PATINA_REFERENCE "/metric_goldens.json");
        return json::parse(file);
    }();
    return loaded;
}

ClassKind kindOf(const std::string &name)
{
    return name == "defect" ? ClassKind::Defect : name == "impurity" ? ClassKind::Impurity : ClassKind::Ambiguous;
}

std::vector<LabelClass> classesOf(const json &set)
{
    std::vector<LabelClass> classes;
    for (const json &c : set["classes"])
        classes.push_back({c["name"], kindOf(c["kind"])});
    return classes;
}

cv::Mat maskOf(const std::string &bits, cv::Size size)
{
    cv::Mat mask(size, CV_8UC1);
    for (int i = 0; i < size.area(); ++i)
        mask.at<std::uint8_t>(i / size.width, i % size.width) = bits[static_cast<std::size_t>(i)] == '1' ? 255 : 0;
    return mask;
}

cv::Mat mapOf(const json &image)
{
    cv::Mat map(image["rows"].get<int>(), image["columns"].get<int>(), CV_32FC1);
    for (int i = 0; i < map.rows * map.cols; ++i)
        map.at<float>(i / map.cols, i % map.cols) = static_cast<float>(
            image["scores"][static_cast<std::size_t>(i)].get<double>() / image["divisor"].get<double>());
    return map;
}

ImageTruth truthOf(const json &image, const std::vector<LabelClass> &classes)
{
    ImageTruth truth;
    truth.id = image["id"];
    truth.className = image["class"];
    truth.labels.size = {image["columns"].get<int>(), image["rows"].get<int>()};
    for (const auto &[name, bits] : image["layers"].items()) {
        const auto found =
            std::find_if(classes.begin(), classes.end(), [&](const LabelClass &c) { return c.name == name; });
        truth.labels.layers.push_back({static_cast<int>(found - classes.begin()), maskOf(bits, truth.labels.size)});
    }
    if (!image["ignore"].get<std::string>().empty())
        truth.ignore = maskOf(image["ignore"], truth.labels.size);
    return truth;
}

Result<Evaluation> evaluateCase(const json &golden)
{
    const json &set = goldens()["sets"][golden["set"].get<std::string>()];
    EvaluationSettings settings;
    const auto policy = parseLabelPolicy(golden["policy"].get<std::string>());
    if (!policy)
        return fail(policy.error().code, policy.error().detail);
    settings.policy = *policy;
    settings.reviewThreshold = golden["review"];
    settings.rejectThreshold = golden["reject"];
    settings.minAreaPx = golden["minArea"];
    settings.segF1Threshold = golden["segf1"].get<double>();
    auto evaluator = Evaluator::create(classesOf(set), settings);
    for (const json &image : set["images"]) {
        const cv::Mat map = mapOf(image);
        double score = 0.0;
        cv::minMaxLoc(map, nullptr, &score);
        if (auto added = evaluator->addImage(truthOf(image, classesOf(set)), score, map); !added)
            return fail(added.error().code, added.error().detail);
    }
    return evaluator->evaluate();
}

} // namespace

class TestGoldens : public QObject
{
    Q_OBJECT

private slots:
    void everyFigure_data();
    void everyFigure();
};

void TestGoldens::everyFigure_data()
{
    QTest::addColumn<int>("index");
    QVERIFY(goldens()["cases"].size() >= 12);
    int index = 0;
    for (const json &golden : goldens()["cases"])
        QTest::addRow("%s, %s", golden["set"].get<std::string>().c_str(), golden["policy"].get<std::string>().c_str())
            << index++;
}

void TestGoldens::everyFigure()
{
    QFETCH(int, index);
    const json &golden = goldens()["cases"][static_cast<std::size_t>(index)];
    const auto evaluation = evaluateCase(golden);
    QVERIFY2(evaluation.has_value(), evaluation ? "" : evaluation.error().detail.c_str());
    std::map<std::string, Figure> figures;
    for (const NamedFigure &figure : flatFigures(*evaluation)) {
        QVERIFY2(figures.emplace(figure.name, figure.figure).second, figure.name.c_str());
        QVERIFY2(figure.figure.value.has_value() == figure.figure.why.empty(), figure.name.c_str());
    }

    // Scores of the other sets fall on bin edges: there the histograms are exact.
    const double pixelTolerance = golden["set"] == "fine" ? 1e-3 : 1e-9;
    for (const auto &[name, expected] : golden["expected"].items()) {
        const auto found = figures.find(name);
        QVERIFY2(found != figures.end(), name.c_str());
        const Figure &figure = found->second;
        QVERIFY2(figure.value.has_value() == !expected.is_null(), (name + ": " + figure.why).c_str());
        if (expected.is_null())
            continue;
        const bool binned = name.rfind("pixel.", 0) == 0 && name != "pixel.segf1";
        const double difference = std::abs(*figure.value - expected.get<double>());
        QVERIFY2(difference <= (binned ? pixelTolerance : 1e-9),
                 qPrintable(QStringLiteral("%1: %2 instead of %3")
                                .arg(QString::fromStdString(name))
                                .arg(*figure.value, 0, 'g', 12)
                                .arg(expected.get<double>(), 0, 'g', 12)));
    }
}

QTEST_APPLESS_MAIN(TestGoldens)
#include "tst_metrics_goldens.moc"
