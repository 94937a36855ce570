#include "core/features/feature_extractor.h"
#include "core/network/axis_geometry.h"
#include "core/network/feature_network.h"
#include "tests/support/formula_weights.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

using namespace patina;
using nlohmann::json;

namespace {

/// The image as networks want it: CV_32FC3, R, G, B, 0..255.
cv::Mat networkInput(const cv::Mat &image)
{
    cv::Mat input(image.size(), CV_32FC3);
    for (int y = 0; y < image.rows; ++y)
        for (int x = 0; x < image.cols; ++x)
            for (int c = 0; c < 3; ++c)
                input.at<cv::Vec3f>(y, x)[c] = static_cast<float>(image.at<cv::Vec3b>(y, x)[2 - c]);
    return input;
}

const Backbone &backboneOf(Architecture architecture)
{
    static std::map<Architecture, Backbone> made;
    if (!made.contains(architecture))
        made[architecture] =
            architecture == Architecture::Tiny ? makeTinyBackbone(7) : support::formulaBackbone(architecture);
    return made[architecture];
}

std::vector<LayerRows> wholeImage(const FeatureNetwork &network, const cv::Mat &input)
{
    auto layers = network.open(input.size(), input.size())->push(input);
    return layers ? std::move(*layers) : std::vector<LayerRows>{};
}

/// The same in strips of seeded heights, put together again.
std::vector<LayerRows> inStrips(const FeatureNetwork &network, const cv::Mat &input, unsigned seed)
{
    const auto stream = network.open(input.size(), input.size());
    std::vector<LayerRows> joined(network.taps().size());
    cv::RNG random(seed);
    for (int y = 0; y < input.rows;) {
        const int height = std::min(random.uniform(1, 40), input.rows - y);
        const auto layers = stream->push(input.rowRange(y, y + height));
        for (std::size_t i = 0; layers && i < joined.size(); ++i) {
            const LayerRows &part = (*layers)[i];
            joined[i].values.insert(joined[i].values.end(), part.values.begin(), part.values.end());
            joined[i].rows += part.rows;
        }
        y += height;
    }
    return joined;
}

double largestMagnitude(std::span<const float> values)
{
    float largest = 0.0F;
    for (const float value : values)
        largest = std::max(largest, std::abs(value));
    return static_cast<double>(largest);
}

double largestDifference(std::span<const float> a, std::span<const float> b)
{
    if (a.size() != b.size())
        return HUGE_VAL;
    float largest = 0.0F;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return static_cast<double>(largest);
}

} // namespace

class TestNetworks : public QObject
{
    Q_OBJECT

private slots:
    void layersAgreeWithPyTorch_data();
    void layersAgreeWithPyTorch();
    void stripsGiveTheWholeImage_data();
    void stripsGiveTheWholeImage();
    void tilesGiveTheWholeImage_data();
    void tilesGiveTheWholeImage();
    void placesDoNotDependOnTheParityOfTheSize_data();
    void placesDoNotDependOnTheParityOfTheSize();
    void threadsDoNotChangeFeatures_data();
    void threadsDoNotChangeFeatures();
    void missingTensorIsNamed();
    void wrongShapeIsNamed();
    void unknownLayerIsNamed();
    void cancelStopsExtraction();
};

void TestNetworks::layersAgreeWithPyTorch_data()
{
    QTest::addColumn<QByteArray>("golden");
    QTest::addColumn<bool>("libTorch");
    QFile file(NETWORK_GOLDENS);
    QVERIFY2(file.open(QIODevice::ReadOnly), NETWORK_GOLDENS);
    const json goldens = json::parse(file.readAll().toStdString());
    QCOMPARE(goldens.size(), 10U);
    for (const bool libTorch : {false, true})
        for (const json &golden : goldens)
            QTest::newRow(qPrintable(QString("%1 %2x%3%4")
                                         .arg(QString::fromStdString(golden["architecture"]))
                                         .arg(golden["width"].get<int>())
                                         .arg(golden["height"].get<int>())
                                         .arg(libTorch ? ", LibTorch's operators" : "")))
                << QByteArray::fromStdString(golden.dump()) << libTorch;
}

void TestNetworks::layersAgreeWithPyTorch()
{
    QFETCH(QByteArray, golden);
    QFETCH(bool, libTorch);
    const json expected = json::parse(golden.toStdString());
    const auto architecture = architectureFromName(expected["architecture"].get<std::string>());
    QVERIFY(architecture);
    std::vector<std::string> layers;
    for (const auto &[name, values] : expected["layers"].items())
        layers.push_back(name);
    const auto network = libTorch ? createTensorNetwork(backboneOf(*architecture), layers, "cpu", 2)
                                  : createRowNetwork(backboneOf(*architecture), layers, 2);
    QVERIFY2(network, network ? "" : network.error().detail.c_str());
    const auto rows = wholeImage(**network, networkInput(support::formulaImage(expected["width"], expected["height"])));
    QCOMPARE(rows.size(), layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const json &layer = expected["layers"][layers[i]];
        QCOMPARE((std::vector<int>{rows[i].rows, rows[i].columns, rows[i].channels}),
                 layer["shape"].get<std::vector<int>>());
        double squares = 0.0;
        for (const float value : rows[i].values)
            squares += static_cast<double>(value) * static_cast<double>(value);
        const double norm = layer["norm"];
        QVERIFY2(std::abs(std::sqrt(squares) - norm) < 1e-4 * norm, layers[i].c_str());
        const double tolerance = 1e-4 * largestMagnitude(rows[i].values);
        const auto values = layer["values"].get<std::vector<double>>();
        for (std::size_t v = 0; v < values.size(); ++v) {
            const std::size_t place = v * (rows[i].values.size() - 1) / 39;
            const double difference = std::abs(static_cast<double>(rows[i].values[place]) - values[v]);
            QVERIFY2(difference < tolerance, qPrintable(QString("%1 value %2 differs by %3")
                                                            .arg(QString::fromStdString(layers[i]))
                                                            .arg(v)
                                                            .arg(difference)));
        }
    }
}

void TestNetworks::stripsGiveTheWholeImage_data()
{
    QTest::addColumn<int>("architecture");
    QTest::addColumn<QSize>("size");
    for (const auto architecture :
         {Architecture::Tiny, Architecture::EfficientNetLite0, Architecture::ResNet18, Architecture::ResNet50Caffe})
        for (const QSize size : {QSize(128, 160), QSize(93, 171), QSize(50, 33), QSize(7, 5)})
            QTest::newRow(qPrintable(QString("%1 %2x%3")
                                         .arg(QString::fromStdString(std::string(architectureName(architecture))))
                                         .arg(size.width())
                                         .arg(size.height())))
                << static_cast<int>(architecture) << size;
}

void TestNetworks::stripsGiveTheWholeImage()
{
    QFETCH(int, architecture);
    QFETCH(QSize, size);
    const Backbone &backbone = backboneOf(static_cast<Architecture>(architecture));
    const auto network = createRowNetwork(backbone, backbone.info.defaultLayers, 2);
    QVERIFY2(network, network ? "" : network.error().detail.c_str());
    const cv::Mat input = networkInput(support::formulaImage(size.width(), size.height()));
    const auto whole = wholeImage(**network, input);
    QCOMPARE(whole.size(), backbone.info.defaultLayers.size());
    for (const unsigned seed : {1U, 2U}) {
        const auto strips = inStrips(**network, input, seed);
        for (std::size_t i = 0; i < whole.size(); ++i) {
            QCOMPARE(strips[i].rows, whole[i].rows);
            QCOMPARE(whole[i].rows, ceilDiv(size.height(), (*network)->taps()[i].stride));
            QCOMPARE(strips[i].values, whole[i].values); // bit for bit
        }
    }
}

void TestNetworks::tilesGiveTheWholeImage_data()
{
    QTest::addColumn<int>("architecture");
    QTest::addColumn<int>("tile");
    QTest::addColumn<QSize>("size");
    QTest::newRow("tiny, even") << static_cast<int>(Architecture::Tiny) << 96 << QSize(256, 192);
    QTest::newRow("tiny, odd") << static_cast<int>(Architecture::Tiny) << 96 << QSize(251, 203);
    QTest::newRow("lite0, even") << static_cast<int>(Architecture::EfficientNetLite0) << 512 << QSize(640, 544);
    QTest::newRow("lite0, odd at every level")
        << static_cast<int>(Architecture::EfficientNetLite0) << 512 << QSize(621, 543);
}

void TestNetworks::tilesGiveTheWholeImage()
{
    QFETCH(int, architecture);
    QFETCH(int, tile);
    QFETCH(QSize, size);
    const Backbone &backbone = backboneOf(static_cast<Architecture>(architecture));
    const auto streaming = FeatureExtractor::create(backbone, {{}, {}, 2, 0});
    const auto tiled = FeatureExtractor::create(backbone, {{}, {}, 2, tile});
    QVERIFY(streaming && tiled);
    const auto image = imageFromMat(support::formulaImage(size.width(), size.height()));
    const auto a = (*streaming)->extractAll(*image, {});
    const auto b = (*tiled)->extractAll(*image, {});
    QVERIFY2(a && b, a ? b.error().detail.c_str() : a.error().detail.c_str());
    QCOMPARE(a->grid, b->grid);
    QCOMPARE(a->features, b->features); // bit for bit
}

void TestNetworks::placesDoNotDependOnTheParityOfTheSize_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(545, 544), QSize(544, 559), QSize(551, 547)})
        QTest::newRow(qPrintable(QString("%1x%2").arg(size.width()).arg(size.height()))) << size;
}

void TestNetworks::placesDoNotDependOnTheParityOfTheSize()
{
    QFETCH(QSize, size);
    const auto extractor = FeatureExtractor::create(backboneOf(Architecture::EfficientNetLite0), {{}, {}, 2, 0});
    QVERIFY(extractor);
    const cv::Mat large = support::formulaImage(576, 576);
    const auto mapOf = [&](int width, int height) {
        return (*extractor)->extractAll(*imageFromMat(large(cv::Rect(0, 0, width, height)).clone()), {});
    };
    const auto even = mapOf(544, 544);
    const auto other = mapOf(size.width(), size.height());
    QVERIFY(even && other);
    // Patches that see nothing of the right and lower border.
    const int inside = (544 - 200) / 8;
    const double tolerance = 1e-5 * largestMagnitude(even->features.values());
    for (int row = 0; row < inside; ++row)
        for (int column = 0; column < inside; ++column)
            QVERIFY(largestDifference(even->features.row(row * even->grid.columns + column),
                                      other->features.row(row * other->grid.columns + column)) < tolerance);
}

void TestNetworks::threadsDoNotChangeFeatures_data()
{
    QTest::addColumn<int>("architecture");
    QTest::addColumn<int>("tile");
    QTest::newRow("lite0, streamed") << static_cast<int>(Architecture::EfficientNetLite0) << 0;
    QTest::newRow("lite0, tiles") << static_cast<int>(Architecture::EfficientNetLite0) << 256;
    QTest::newRow("resnet18, streamed") << static_cast<int>(Architecture::ResNet18) << 0;
}

void TestNetworks::threadsDoNotChangeFeatures()
{
    QFETCH(int, architecture);
    QFETCH(int, tile);
    const auto image = imageFromMat(support::formulaImage(630, 100));
    std::vector<FeatureMap> maps;
    for (const int threads : {1, 2, 3, 4}) {
        const auto extractor =
            FeatureExtractor::create(backboneOf(static_cast<Architecture>(architecture)), {{}, {}, threads, tile});
        QVERIFY(extractor);
        auto map = (*extractor)->extractAll(*image, {});
        QVERIFY(map);
        maps.push_back(std::move(*map));
    }
    for (const FeatureMap &map : maps)
        QCOMPARE(map.features, maps[0].features);
}

void TestNetworks::missingTensorIsNamed()
{
    Backbone backbone = makeTinyBackbone(1);
    backbone.tensors.tensors.erase("layer2.weight");
    const auto extractor = FeatureExtractor::create(backbone, {});
    QVERIFY(!extractor);
    QCOMPARE(extractor.error().code, ErrorCode::BadFormat);
    QVERIFY(extractor.error().detail.find("layer2.weight") != std::string::npos);
}

void TestNetworks::wrongShapeIsNamed()
{
    Backbone backbone = makeTinyBackbone(1);
    backbone.tensors.tensors["layer1.weight"].shape = {16, 8, 9, 1};
    const auto extractor = FeatureExtractor::create(backbone, {});
    QVERIFY(!extractor);
    QVERIFY(extractor.error().detail.find("[16, 8, 9, 1]") != std::string::npos);
}

void TestNetworks::unknownLayerIsNamed()
{
    const auto extractor = FeatureExtractor::create(makeTinyBackbone(1), {{"layer9"}, {}, 1, 0});
    QVERIFY(!extractor);
    QCOMPARE(extractor.error().code, ErrorCode::BadArgument);
    QVERIFY(extractor.error().detail.find("layer9") != std::string::npos);
}

void TestNetworks::cancelStopsExtraction()
{
    const auto extractor = FeatureExtractor::create(makeTinyBackbone(1), {});
    QVERIFY(extractor);
    std::atomic<bool> cancel = true;
    const auto image = imageFromMat(support::formulaImage(64, 64));
    const auto map = (*extractor)->extractAll(*image, JobContext(&cancel, {}));
    QVERIFY(!map);
    QCOMPARE(map.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestNetworks)
#include "tst_networks.moc"
