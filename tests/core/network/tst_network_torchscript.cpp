#include "core/features/feature_extractor.h"
#include "core/network/feature_network.h"

#include <QTemporaryDir>
#include <QTest>

#include <torch/script.h>

#include <algorithm>
#include <atomic>

using namespace patina;

class TestFeaturesTorchScript : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void layersComeInTheOrderAskedFor();
    void unknownLayersAreRefused();
    void haloIsTheSmallestThatSuffices_data();
    void haloIsTheSmallestThatSuffices();
    void tooWideViewsAreRefused();
    void statedHaloIsRoundedUp();
    void probingIsCancelled();
    void tilesFitStridesOfLayersThatAreNotTapped();

private:
    /// A module whose forward() returns a dictionary with the maps `fine` (stride 4) and `coarse` (stride 8).
    Backbone moduleOf(const std::string &fine, const std::string &coarse = "torch.avg_pool2d(x, [8, 8])")
    {
        torch::jit::Module module("m");
        module.define("def forward(self, x):\n    return {\"fine\": " + fine + ", \"coarse\": " + coarse + "}\n");
        Backbone backbone;
        backbone.info.architecture = Architecture::TorchScript;
        backbone.modulePath = m_folder.filePath("m.pt").toStdString();
        module.save(backbone.modulePath.string());
        return backbone;
    }

    const std::string m_simple = "torch.avg_pool2d(x, [4, 4])";
    QTemporaryDir m_folder;
};

void TestFeaturesTorchScript::layersComeInTheOrderAskedFor()
{
    const Backbone backbone = moduleOf(m_simple);
    for (const std::vector<std::string> &layers : {std::vector<std::string>{"coarse", "fine"}, {"fine", "coarse"}}) {
        const auto network = createTorchScriptNetwork(backbone, layers, "cpu", 1);
        QVERIFY2(network, network ? "" : network.error().detail.c_str());
        std::vector<std::string> names;
        for (const BackboneLayer &tap : (*network)->taps()) {
            names.push_back(tap.name);
            QCOMPARE(tap.stride, tap.name == "fine" ? 4 : 8);
        }
        QVERIFY(names == layers);
    }
    QCOMPARE((*createTorchScriptNetwork(backbone, {}, "cpu", 1))->taps().size(), std::size_t{2});
}

void TestFeaturesTorchScript::unknownLayersAreRefused()
{
    const auto network = createTorchScriptNetwork(moduleOf(m_simple), {"fine", "layer9"}, "cpu", 1);
    QCOMPARE(network.error().code, ErrorCode::BadArgument);
    QVERIFY2(network.error().detail.find("layer9") != std::string::npos, network.error().detail.c_str());
}

void TestFeaturesTorchScript::haloIsTheSmallestThatSuffices_data()
{
    QTest::addColumn<int>("reachPx");
    QTest::addColumn<int>("haloPx");
    QTest::newRow("local") << 1 << 64;
    QTest::newRow("two steps") << 100 << 128;
    QTest::newRow("all steps") << 500 << 512;
}

void TestFeaturesTorchScript::haloIsTheSmallestThatSuffices()
{
    QFETCH(int, reachPx);
    QFETCH(int, haloPx);
    const std::string wide = QString("torch.avg_pool2d(torch.avg_pool2d(x, [1, %1], [1, 1], [0, %2]), [4, 4])")
                                 .arg(2 * reachPx + 1)
                                 .arg(reachPx)
                                 .toStdString();
    const auto network = createTorchScriptNetwork(moduleOf(wide), {"fine"}, "cpu", 1);
    QVERIFY2(network, network ? "" : network.error().detail.c_str());
    QCOMPARE((*network)->haloPx(), haloPx);
    QCOMPARE((*network)->haloPx() % (*network)->alignmentPx(), 0);
}

void TestFeaturesTorchScript::tooWideViewsAreRefused()
{
    const auto network = createTorchScriptNetwork(moduleOf(m_simple + " - torch.mean(x)"), {"fine"}, "cpu", 1);
    QCOMPARE(network.error().code, ErrorCode::Unsupported);
    QVERIFY2(network.error().detail.find("--halo") != std::string::npos, network.error().detail.c_str());
}

void TestFeaturesTorchScript::statedHaloIsRoundedUp()
{
    Backbone backbone = moduleOf(m_simple);
    for (const auto &[stated, rounded] : {std::pair(0, 0), std::pair(1, 64), std::pair(64, 64), std::pair(65, 128)}) {
        backbone.info.haloPx = stated;
        QCOMPARE((*createTorchScriptNetwork(backbone, {}, "cpu", 1))->haloPx(), rounded);
    }
}

void TestFeaturesTorchScript::probingIsCancelled()
{
    const std::atomic<bool> cancelled = true;
    const auto network = createTorchScriptNetwork(moduleOf(m_simple), {}, "cpu", 1, JobContext(&cancelled, {}));
    QCOMPARE(network.error().code, ErrorCode::Cancelled);
}

/// A decoder: what comes out has stride 4, but was made from cells of 32 px.
void TestFeaturesTorchScript::tilesFitStridesOfLayersThatAreNotTapped()
{
    const Backbone backbone = moduleOf("torch.repeat_interleave(torch.repeat_interleave("
                                       "torch.avg_pool2d(x, [32, 32]), 8, 2), 8, 3)");
    cv::Mat pixels(256, 256, CV_8UC3);
    cv::RNG(3).fill(pixels, cv::RNG::UNIFORM, 0, 255);
    std::vector<FeatureMap> maps;
    for (const int tilePx : {1024, 64, 100}) {
        const auto extractor = FeatureExtractor::create(backbone, {{"fine"}, {}, 1, tilePx});
        QVERIFY2(extractor, extractor ? "" : extractor.error().detail.c_str());
        auto map = (*extractor)->extractAll(*imageFromMat(pixels), {});
        QVERIFY2(map, map ? "" : map.error().detail.c_str());
        maps.push_back(std::move(*map));
    }
    for (const FeatureMap &map : maps) {
        QVERIFY(map.grid == maps.front().grid);
        float largest = 0;
        for (std::size_t i = 0; i < map.features.values().size(); ++i)
            largest = std::max(largest, std::abs(map.features.values()[i] - maps.front().features.values()[i]));
        QVERIFY2(largest < 0.01F, std::to_string(largest).c_str());
    }
}

QTEST_APPLESS_MAIN(TestFeaturesTorchScript)
#include "tst_network_torchscript.moc"
