#include "core/backbone/architecture.h"
#include "core/backbone/tfjs_reader.h"
#include "core/base/read_file.h"
#include "tests/core/backbone/pickle_writer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <fstream>
#include <memory>
#include <numeric>

using namespace patina;
using patina::test::rawAll;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

json weight(const std::string &name, const std::vector<int> &shape, const std::string &type = "float32")
{
    return {{"name", name}, {"shape", shape}, {"dtype", type}};
}

/// Lists, not json values: a json list of one element in braces would be that element.
json modelOf(const std::vector<json> &paths, const std::vector<json> &weights)
{
    json group = {{"paths", paths}, {"weights", weights}};
    return {{"format", "layers-model"}, {"weightsManifest", json::array({group})}};
}

/// Two weights over three shards whose borders are not those of the weights.
json smallModel()
{
    return modelOf({"s1", "s2", "s3"}, {weight("a/kernel", {2, 2}), weight("b/bias", {3}, "int32")});
}

} // namespace

class TestFeaturesTfjs : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void shardsAreReadInOrder();
    void folderAndFileAreTheSame();
    void hostileModels_data();
    void hostileModels();
    void shardsOutsideAreRefused_data();
    void shardsOutsideAreRefused();
    void linksOutOfTheFolderAreRefused();
    void wrongSizesAreRefused();
    void numberOfShardsIsBounded();
    void readingIsCancelled();
    void truncatedAndFlippedModelsNeverCrash();
    void kernelsAreTurned();
    void everyResNetNameIsConverted();
    void foreignNamesAreRefused();

private:
    fs::path file(const char *name) const { return fs::path(m_folder->path().toStdString()) / name; }
    /// Not synced, and removed before: some file systems flush a file that is cut and written anew.
    void put(const char *name, const std::string &bytes) const
    {
        fs::remove(file(name));
        std::ofstream(file(name), std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    Result<TensorArchive> readModel(const std::string &text)
    {
        put("model/model.json", text);
        return readTfjsWeights(file("model"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFeaturesTfjs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath("model/sub"));
    const std::string bytes = rawAll<float>({1, 2, 3, 4}) + rawAll<std::int32_t>({5, 6, -7});
    put("model/s1", bytes.substr(0, 6));
    put("model/s2", bytes.substr(6, 15));
    put("model/s3", bytes.substr(21));
    put("outside", bytes);
    put("model/sub/all", bytes);
}

void TestFeaturesTfjs::shardsAreReadInOrder()
{
    const auto read = readModel(smallModel().dump());
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QCOMPARE(read->tensors.size(), std::size_t{2});
    QCOMPARE(tensorValues(read->tensors.at("a/kernel")), (std::vector<float>{1, 2, 3, 4}));
    QVERIFY(read->tensors.at("b/bias").type == TensorType::Int32);
    const std::string expected = rawAll<std::int32_t>({5, 6, -7});
    QVERIFY(std::ranges::equal(read->tensors.at("b/bias").bytes,
                               std::vector<std::uint8_t>(expected.begin(), expected.end())));
}

void TestFeaturesTfjs::folderAndFileAreTheSame()
{
    const auto folder = readModel(modelOf({"sub/all"}, smallModel()["weightsManifest"][0]["weights"]).dump());
    const auto direct = readTfjsWeights(file("model/model.json"));
    QVERIFY2(folder && direct, folder ? "" : folder.error().detail.c_str());
    QVERIFY(*folder == *direct);
    QCOMPARE(readTfjsWeights(file("nowhere")).error().code, ErrorCode::NotFound);
    QCOMPARE(readTfjsWeights(file("model/sub")).error().code, ErrorCode::NotFound);
}

void TestFeaturesTfjs::hostileModels_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const json &model) {
        QTest::newRow(name) << QByteArray::fromStdString(model.dump());
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("deep") << QByteArray(100000, '[');
    QTest::newRow("manifest twice") << QByteArray("{\"weightsManifest\":[],\"weightsManifest\":[]}");
    row("list", json::array());
    row("no manifest", {{"format", "layers-model"}});
    row("manifest is a text", {{"weightsManifest", "x"}});
    row("group is a number", {{"weightsManifest", {1}}});
    row("no paths", {{"weightsManifest", {{{"weights", json::array()}}}}});
    row("path is a number", modelOf({1}, json::array()));
    row("empty path", modelOf({""}, json::array()));
    row("weight is a number", modelOf({"s1"}, {1}));
    row("no name", modelOf({"s1"}, {{{"shape", {1}}, {"dtype", "float32"}}}));
    row("shape is a text", modelOf({"s1"}, {{{"name", "a"}, {"shape", "1"}, {"dtype", "float32"}}}));
    row("negative side", modelOf({"s1"}, {weight("a", {-1})}));
    row("fraction", modelOf({"s1"}, {{{"name", "a"}, {"shape", {1.5}}, {"dtype", "float32"}}}));
    row("overflow", modelOf({"s1"}, {{{"name", "a"}, {"shape", {1LL << 40, 1LL << 40}}, {"dtype", "float32"}}}));
    row("huge", modelOf({"s1"}, {{{"name", "a"}, {"shape", {1LL << 40}}, {"dtype", "float32"}}}));
    row("many sides", modelOf({"s1"}, {weight("a", std::vector<int>(17, 1))}));
    row("bool", modelOf({"s1"}, {weight("a", {6}, "bool")}));
    json quantised = smallModel();
    quantised["weightsManifest"][0]["weights"][0]["quantization"] = {{"dtype", "uint8"}, {"min", 0}, {"scale", 1}};
    row("quantised", quantised);
    row("weight twice", modelOf({"s1", "s2", "s3"}, {weight("a", {3}), weight("a", {4})}));
    row("missing shard", modelOf({"s1", "s2", "s4"}, smallModel()["weightsManifest"][0]["weights"]));
    row("shard is a folder", modelOf({"sub"}, smallModel()["weightsManifest"][0]["weights"]));
}

void TestFeaturesTfjs::hostileModels()
{
    QFETCH(QByteArray, text);
    const auto read = readModel(text.toStdString());
    QVERIFY(!read);
    QVERIFY2(read.error().detail.find("model") != std::string::npos, read.error().detail.c_str());
}

void TestFeaturesTfjs::shardsOutsideAreRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("parent") << "../outside";
    QTest::newRow("through a folder") << "sub/../../outside";
    QTest::newRow("absolute") << m_folder->filePath("outside");
    QTest::newRow("system file") << "/etc/passwd";
    QTest::newRow("hidden end") << QString("../outside") + QChar(0) + "s1";
    QTest::newRow("parent within") << "sub/../s1";
}

void TestFeaturesTfjs::shardsOutsideAreRefused()
{
    QFETCH(QString, path);
    const auto read = readModel(modelOf({path.toStdString()}, {weight("a", {7})}).dump());
    QVERIFY(!read);
    QVERIFY2(read.error().detail.find("outside") != std::string::npos, read.error().detail.c_str());
    QCOMPARE(read.error().code, ErrorCode::BadFormat);
}

void TestFeaturesTfjs::linksOutOfTheFolderAreRefused()
{
    fs::create_symlink(file("outside"), file("model/link"));
    fs::create_directory_symlink(file("."), file("model/up"));
    fs::create_symlink("link-to-itself", file("model/link-to-itself"));
    for (const char *path : {"link", "up/outside", "link-to-itself"}) {
        const auto read = readModel(modelOf({path}, {weight("a", {7})}).dump());
        QVERIFY(!read);
        QVERIFY2(read.error().detail.find("outside the model's folder") != std::string::npos,
                 read.error().detail.c_str());
    }
    fs::create_symlink(file("model/sub/all"), file("model/within"));
    QVERIFY(readModel(modelOf({"within"}, {weight("a", {7})}).dump()));
}

void TestFeaturesTfjs::wrongSizesAreRefused()
{
    for (const int count : {1, 6, 8, 1000})
        QCOMPARE(readModel(modelOf({"sub/all"}, {weight("a", {count})}).dump()).error().code, ErrorCode::BadFormat);
    QVERIFY(readModel(modelOf({"sub/all"}, {weight("a", {7})}).dump()));
    QCOMPARE(readTfjsWeights(file("model"), {.maxTensorBytes = 27}).error().code, ErrorCode::TooLarge);
    QVERIFY(readTfjsWeights(file("model"), {.maxTensorBytes = 28}));
}

void TestFeaturesTfjs::numberOfShardsIsBounded()
{
    put("model/none", "");
    const auto withShards = [](std::size_t count) {
        return modelOf(std::vector<json>(count, json("none")), json::array());
    };
    QVERIFY(readModel(withShards(10'000).dump()));
    QCOMPARE(readModel(withShards(10'001).dump()).error().code, ErrorCode::TooLarge);
    // The groups count together.
    json halves = withShards(5'001);
    halves["weightsManifest"].push_back(halves["weightsManifest"][0]);
    QCOMPARE(readModel(halves.dump()).error().code, ErrorCode::TooLarge);
    json topology = smallModel();
    topology["modelTopology"] = std::vector<int>(1'000'000, 0);
    QCOMPARE(readModel(topology.dump()).error().code, ErrorCode::TooLarge);
}

void TestFeaturesTfjs::readingIsCancelled()
{
    const std::atomic<bool> cancelled = true;
    QVERIFY(readModel(smallModel().dump()));
    QCOMPARE(readTfjsWeights(file("model"), {}, JobContext(&cancelled, {})).error().code, ErrorCode::Cancelled);
}

void TestFeaturesTfjs::truncatedAndFlippedModelsNeverCrash()
{
    const std::string whole = smallModel().dump();
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY(!readModel(whole.substr(0, length)));
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        if (const auto read = readModel(flipped))
            for (const auto &[name, tensor] : read->tensors)
                QCOMPARE(static_cast<std::size_t>(tensor.count()) * 4, tensor.bytes.size());
    }
}

void TestFeaturesTfjs::kernelsAreTurned()
{
    const std::vector<std::int64_t> shape{2, 3, 4, 5}; // height, width, in, out
    std::vector<float> values(2 * 3 * 4 * 5);
    std::iota(values.begin(), values.end(), 0.0F);
    TensorArchive keras;
    keras.tensors["res3b_branch2b/kernel"] = makeTensor(shape, values);
    const auto converted = convertKerasResNet50(keras);
    QVERIFY(converted);
    const StoredTensor &turned = converted->tensors.at("layer2.1.conv2.weight");
    QVERIFY((turned.shape == std::vector<std::int64_t>{5, 4, 2, 3}));
    const auto turnedValues = tensorValues(turned);
    for (std::size_t y = 0; y < 2; ++y)
        for (std::size_t x = 0; x < 3; ++x)
            for (std::size_t i = 0; i < 4; ++i)
                for (std::size_t o = 0; o < 5; ++o)
                    QCOMPARE(turnedValues[((o * 4 + i) * 2 + y) * 3 + x], values[((y * 3 + x) * 4 + i) * 5 + o]);
}

void TestFeaturesTfjs::everyResNetNameIsConverted()
{
    // From torchvision's names back to Keras', by the rules as its documentation states them.
    TensorArchive keras;
    for (const auto &[name, shape] : architectureFacts(Architecture::ResNet50Caffe).tensors) {
        QString text = QString::fromStdString(name);
        const bool norm = text.contains("bn") || text.contains("downsample.1");
        for (const auto &[ours, theirs] :
             {std::pair("running_mean", "moving_mean"), std::pair("running_var", "moving_variance")})
            text.replace(ours, theirs);
        if (!text.contains("moving"))
            text.replace("bias", norm ? "beta" : "bias").replace("weight", norm ? "gamma" : "kernel");
        QStringList parts = text.split('.');
        const QString part = parts.takeLast();
        QString layer = norm ? "bn_conv1" : "conv1";
        if (parts.size() > 1) {
            const QString branch = parts[2] == "downsample"
                                       ? QString("branch1")
                                       : "branch2" + QString(QChar('a' + parts[2].back().digitValue() - 1));
            layer = QString("%1%2%3_%4")
                        .arg(norm ? "bn" : "res")
                        .arg(parts[0].back().digitValue() + 1)
                        .arg(QChar('a' + parts[1].toInt()))
                        .arg(branch);
        }
        std::vector<std::int64_t> stored = shape;
        if (shape.size() == 4)
            stored = {shape[2], shape[3], shape[1], shape[0]};
        keras.tensors[(layer + "/" + part).toStdString()] =
            makeTensor(stored, std::vector<float>(static_cast<std::size_t>(*shapeCount(stored)), 1.0F));
    }
    keras.tensors["fc1000/kernel"] = makeTensor({1}, std::vector<float>{1});
    QCOMPARE(keras.tensors.size(), std::size_t{319});
    auto converted = convertKerasResNet50(keras);
    QVERIFY2(converted, converted ? "" : converted.error().detail.c_str());
    const auto selected = selectTensors(Architecture::ResNet50Caffe, std::move(*converted));
    QVERIFY2(selected, selected ? "" : selected.error().detail.c_str());
    QCOMPARE(selected->tensors.size(), std::size_t{318});
}

void TestFeaturesTfjs::foreignNamesAreRefused()
{
    for (const char *name :
         {"conv1", "dense/kernel", "res6a_branch2a/kernel", "res2g_branch2a/kernel", "res2a_branch3/kernel",
          "res2a_branch2a/gamma", "bn2a_branch2a/kernel", "res/kernel", "bn/gamma", "res2a/kernel", "/", ""}) {
        TensorArchive keras;
        keras.tensors[name] = makeTensor({1, 1, 1, 1}, std::vector<float>{1});
        const auto converted = convertKerasResNet50(keras);
        QVERIFY2(!converted, name);
        QCOMPARE(converted.error().code, ErrorCode::BadFormat);
    }
    TensorArchive flat;
    flat.tensors["conv1/kernel"] = makeTensor({4}, std::vector<float>{1, 2, 3, 4});
    QVERIFY(!convertKerasResNet50(flat));
}

QTEST_APPLESS_MAIN(TestFeaturesTfjs)
#include "tst_tfjs_reader.moc"
