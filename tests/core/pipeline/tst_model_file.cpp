#include "core/pipeline/model.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <fstream>

using namespace patina;

namespace {

Model madeModel()
{
    Model model;
    model.info.createdUtc = "2026-01-02T03:04:05Z";
    model.info.backboneName = "tiny";
    model.info.backboneSha256 = std::string(64, 'a');
    model.info.layers = {"layer1", "layer2"};
    model.info.scale = 0.5;
    model.info.strategy = "reservoir";
    model.info.reservoirRows = 5000;
    model.info.bankSize = 4;
    model.info.seed = 18446744073709551615U;
    model.info.images = {"train/good/\xC3\xA4.png", "train/good/b.png"};
    model.info.versions = {{"clean", "2026-01-02T03:04:05Z", 1, "initial"}, {"real", "2026-01-02T03:04:05Z", 1}};
    model.info.initialHash = std::string(64, 'b');
    model.info.keep = "quota:20";
    model.info.heldOutImages = {"train/good/c.png", "train/good/d.png"};
    model.info.heldOutScores = {1.25, 2.5};
    model.info.scoreScale = {1.0, 2.0, 1.5, 2};
    model.info.figures.patches = 123456789012;
    model.bank = FeatureMatrix(3, 5);
    for (int i = 0; i < 15; ++i)
        model.bank.data()[i] = static_cast<float>(i) * 0.5F - 2.0F;
    model.projection = FeatureMatrix(5, 2);
    model.origins = {{0, 0, 1, 2}, {1, 1, 3, 4}, {1, 1, 5, 6}};
    model.support = {-1, 2, 1};
    return model;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestModelFile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void saveThenLoadIsIdentity();
    void sameModelGivesSameBytes();
    void theDescriptionIsReadWithoutTheRows();
    void descriptionsOfForeignFilesAreRefused();
    void anyFlippedByteIsRefused();
    void anyTruncationIsRefused();
    void otherVersionIsNamed();
    void rowsMustComeFromListedImages_data();
    void rowsMustComeFromListedImages();
    void olderModelsHaveSeenOneVersion();
    void versionsMustAddUpToTheImages();
    void olderModelsNumberTheirSuspects();
    void failedSaveKeepsTheOldFile();
    void loadingIsCancelled();
    void foreignSafetensorsIsNotAModel();

private:
    QString path(const char *name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void TestModelFile::saveThenLoadIsIdentity()
{
    const Model model = madeModel();
    const auto hash = saveModel(model, path("a.patina").toStdString());
    QVERIFY2(hash, hash ? "" : hash.error().detail.c_str());
    const auto loaded = loadModel(path("a.patina").toStdString());
    QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
    QCOMPARE(loaded->bank, model.bank);
    QCOMPARE(loaded->projection, model.projection);
    QCOMPARE(loaded->origins, model.origins);
    QCOMPARE(loaded->support, model.support);
    QCOMPARE(modelInfoToJson(loaded->info), modelInfoToJson(model.info));
    QCOMPARE(loaded->info.hash, *hash);
    QCOMPARE(loaded->info.bankSha256.size(), 64U);
}

void TestModelFile::theDescriptionIsReadWithoutTheRows()
{
    const auto hash = saveModel(madeModel(), path("info.patina").toStdString());
    QVERIFY(hash);
    const auto info = loadModelInfo(path("info.patina").toStdString());
    QVERIFY2(info, info ? "" : info.error().detail.c_str());
    QCOMPARE(modelInfoToJson(*info), modelInfoToJson(madeModel().info));
    QCOMPARE(info->hash, *hash);
    QCOMPARE(info->bankRows, std::int64_t{3});
    QCOMPARE(info->bankDim, std::int64_t{5});
    const auto whole = loadModel(path("info.patina").toStdString());
    QVERIFY(whole);
    QCOMPARE(whole->info.bankRows, info->bankRows);
    QCOMPARE(whole->info.bankDim, info->bankDim);
    // Damage among the rows is found by who reads them.
    QByteArray bytes = bytesOf(path("info.patina"));
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    writeBytes(path("info.patina"), bytes);
    QVERIFY(loadModelInfo(path("info.patina").toStdString()));
    QVERIFY(!loadModel(path("info.patina").toStdString()));
}

void TestModelFile::descriptionsOfForeignFilesAreRefused()
{
    QVERIFY(saveModel(madeModel(), path("cut.patina").toStdString()));
    const QByteArray bytes = bytesOf(path("cut.patina"));
    for (const qsizetype length : {qsizetype{0}, qsizetype{7}, qsizetype{40}, bytes.size() - 1}) {
        writeBytes(path("cut.patina"), bytes.left(length));
        const auto info = loadModelInfo(path("cut.patina").toStdString());
        QVERIFY(!info);
        QCOMPARE(info.error().code, ErrorCode::BadFormat);
        QVERIFY2(info.error().detail.find("cut.patina") != std::string::npos, info.error().detail.c_str());
    }
    const auto missing = loadModelInfo(path("none.patina").toStdString());
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

void TestModelFile::sameModelGivesSameBytes()
{
    QVERIFY(saveModel(madeModel(), path("b.patina").toStdString()));
    QVERIFY(saveModel(madeModel(), path("c.patina").toStdString()));
    QCOMPARE(bytesOf(path("b.patina")), bytesOf(path("c.patina")));
}

void TestModelFile::anyFlippedByteIsRefused()
{
    QVERIFY(saveModel(madeModel(), path("d.patina").toStdString()));
    const QByteArray good = bytesOf(path("d.patina"));
    QVERIFY(good.size() > 100);
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = static_cast<char>(bad[i] ^ (1 << (i % 8)));
        writeBytes(path("flipped.patina"), bad);
        const auto loaded = loadModel(path("flipped.patina").toStdString());
        QVERIFY2(!loaded, qPrintable(QString("flipping byte %1 of %2 went unnoticed").arg(i).arg(good.size())));
        QVERIFY(!loaded.error().detail.empty());
    }
}

void TestModelFile::anyTruncationIsRefused()
{
    QVERIFY(saveModel(madeModel(), path("e.patina").toStdString()));
    const QByteArray good = bytesOf(path("e.patina"));
    for (qsizetype length = 0; length < good.size(); length += 7) {
        writeBytes(path("short.patina"), good.left(length));
        QVERIFY(!loadModel(path("short.patina").toStdString()));
    }
}

void TestModelFile::otherVersionIsNamed()
{
    Model model = madeModel();
    model.info.formatVersion = 7;
    QVERIFY(saveModel(model, path("v7.patina").toStdString()));
    const auto loaded = loadModel(path("v7.patina").toStdString());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::VersionMismatch);
    QVERIFY(loaded.error().detail.find("version 7") != std::string::npos);
}

void TestModelFile::rowsMustComeFromListedImages_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("image");
    QTest::newRow("no such image") << 1 << 2;
    QTest::newRow("an image of another version") << 1 << 0;
    QTest::newRow("an image of a later version") << 0 << 1;
    QTest::newRow("no such version") << 2 << 1;
    QTest::newRow("negative version") << -1 << 1;
    QTest::newRow("negative image") << 0 << -1;
}

void TestModelFile::rowsMustComeFromListedImages()
{
    QFETCH(const int, version);
    QFETCH(const int, image);
    Model model = madeModel();
    model.origins[2].dataset = version;
    model.origins[2].image = image;
    QVERIFY(saveModel(model, path("origin.patina").toStdString()));
    const auto loaded = loadModel(path("origin.patina").toStdString());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::BadFormat);
}

void TestModelFile::olderModelsHaveSeenOneVersion()
{
    Model model = madeModel();
    model.info.versions.clear(); // then none are written
    model.info.initialHash.clear();
    for (PatchRef &origin : model.origins)
        origin.dataset = 0;
    QVERIFY(modelInfoToJson(model.info).find("versions") == std::string::npos);
    QVERIFY(saveModel(model, path("older.patina").toStdString()));
    const auto loaded = loadModel(path("older.patina").toStdString());
    QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
    const std::vector<DatasetVersion> one{{"", model.info.createdUtc, 2, "training"}};
    QVERIFY(loaded->info.versions == one);
    QVERIFY(loaded->info.initialHash.empty());
}

void TestModelFile::versionsMustAddUpToTheImages()
{
    for (const std::vector<std::int64_t> &images : {std::vector<std::int64_t>{1, 0}, {2, 1}, {-1, 3}, {1, INT64_MAX}}) {
        Model model = madeModel();
        model.info.versions[0].images = images[0];
        model.info.versions[1].images = images[1];
        const auto info = modelInfoFromJson(modelInfoToJson(model.info));
        QVERIFY(!info);
        QCOMPARE(info.error().code, ErrorCode::BadFormat);
        QVERIFY2(info.error().detail.find("version") != std::string::npos, info.error().detail.c_str());
    }
}

void TestModelFile::olderModelsNumberTheirSuspects()
{
    Model model = madeModel();
    model.info.supportRule = "1";
    model.info.suspects = {{"train/good/b.png", {1, 2, 3, 4}, 2.5, 1}};
    const std::string text = modelInfoToJson(model.info);
    const std::string named = R"("image":"train/good/b.png")";
    QVERIFY(text.find(named) != std::string::npos);
    const auto with = [&](const std::string &image) {
        std::string changed = text;
        return modelInfoFromJson(changed.replace(changed.find(named), named.size(), "\"image\":" + image));
    };
    QCOMPARE(with("1").value().suspects, model.info.suspects);
    for (const char *image : {"2", "18446744073709551615", "-1", "1.5", "null", R"("")"}) {
        const auto read = with(image);
        QVERIFY2(!read, image);
        QCOMPARE(read.error().code, ErrorCode::BadFormat);
    }
}

void TestModelFile::loadingIsCancelled()
{
    const auto file = path("cancelled.patina").toStdString();
    QVERIFY(saveModel(madeModel(), file));
    const std::atomic<bool> cancel = true;
    const auto loaded = loadModel(file, JobContext(&cancel, {}));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::Cancelled);
}

void TestModelFile::failedSaveKeepsTheOldFile()
{
    QVERIFY(!saveModel(madeModel(), path("no-such-folder/a.patina").toStdString()));
    QVERIFY(saveModel(madeModel(), path("kept.patina").toStdString()));
    const QByteArray before = bytesOf(path("kept.patina"));
    Model broken = madeModel();
    broken.support.push_back(1); // one value more than rows
    QVERIFY(!saveModel(broken, path("kept.patina").toStdString()));
    QCOMPARE(bytesOf(path("kept.patina")), before);
    QCOMPARE(QDir(m_folder.path()).entryList({".patina-*"}, QDir::Files | QDir::Hidden).size(), 0);
}

void TestModelFile::foreignSafetensorsIsNotAModel()
{
    const QByteArray header = R"({"bank":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
    QByteArray bytes(8, '\0');
    bytes[0] = static_cast<char>(header.size());
    writeBytes(path("foreign.patina"), bytes + header + QByteArray(4, '\0'));
    const auto loaded = loadModel(path("foreign.patina").toStdString());
    QVERIFY(!loaded);
    QVERIFY(loaded.error().detail.find("not a Patina model") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestModelFile)
#include "tst_model_file.moc"
