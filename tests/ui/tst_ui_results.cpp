#include "ui/document/document.h"
#include "ui/jobs/inspection_cache.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cmath>
#include <limits>

using namespace patina;

/// Results that were kept: in the document, and their patch distances on the disk.
class TestUiResults : public QObject
{
    Q_OBJECT
private slots:
    void keptScoresFillWhatIsEmpty();
    void keptScoresOfAnotherModelAreLeftOut();
    void theModelOfTheResultsKeepsThem();
    void distancesJoinTheirResultOnly();
    void distancesComeBackBitForBit();
    void distancesAreFoundByModelAndImage();
    void damagedDistancesAreNone_data();
    void damagedDistancesAreNone();
    void theLeastRecentlyUsedGo();
    void aFolderThatIsNoneIsAnError();
};

namespace {

Inspection madeInspection(int rows = 3, int columns = 5)
{
    Inspection inspection;
    inspection.image = {columns * 8, rows * 8, 3, 16, true};
    inspection.mapSize = {columns * 8, rows * 8};
    inspection.score = 0.1 + 0.2; // a number without a short text
    inspection.verdict = Verdict::Review;
    inspection.patches.grid = {rows, columns, 8};
    inspection.patches.distancesL2 = cv::Mat(rows, columns, CV_32FC1);
    inspection.patches.nearest = cv::Mat(rows, columns, CV_32SC1);
    for (int i = 0; i < rows * columns; ++i) {
        inspection.patches.distancesL2.at<float>(i / columns, i % columns) = std::sqrt(static_cast<float>(i));
        inspection.patches.nearest.at<int>(i / columns, i % columns) = i * 7;
    }
    return inspection;
}

const std::string modelHash(64, 'a');
const std::string imageHash(64, 'b');

ResultStamp stampOf(const char *image, const std::string &model = "m")
{
    return {model, image, {100, 200}, imageHash};
}

void openTwo(Document &document)
{
    Dataset dataset;
    for (const char *path : {"/1.png", "/2.png"}) {
        ImageRecord record;
        record.id = path;
        record.path = path;
        dataset.images.push_back(record);
    }
    document.setDataset(dataset);
}

ModelInfo modelOf(const std::string &hash)
{
    ModelInfo info;
    info.hash = hash;
    return info;
}

} // namespace

void TestUiResults::keptScoresFillWhatIsEmpty()
{
    Document document;
    openTwo(document);
    document.showResultsOf("m", {3.0, 1.0, 2.0});
    QVERIFY(!document.hasModel());
    QCOMPARE(document.range().top, 3.0);
    QSignalSpy reset(&document, &Document::resultsReset);
    QCOMPARE(document.putKept({{stampOf("/1.png"), 1.5, Verdict::Review}, {stampOf("/none.png"), 1.0, {}}}), 1);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(document.result(0).score, 1.5);
    QVERIFY(document.result(0).verdict == Verdict::Review);
    QCOMPARE(document.counts().scored, 1);
    QCOMPARE(document.putKept({{stampOf("/1.png"), 9.0, Verdict::Ng}}), 0); // what is there counts more
    QCOMPARE(document.result(0).score, 1.5);
    QCOMPARE(reset.size(), 1);
}

void TestUiResults::keptScoresOfAnotherModelAreLeftOut()
{
    Document document;
    openTwo(document);
    QCOMPARE(document.putKept({{stampOf("/1.png"), 1.5, {}}}), 0);
    document.setModel(modelOf("n"), "n.patina", {});
    QCOMPARE(document.putKept({{stampOf("/1.png"), 1.5, {}}}), 0);
    document.showResultsOf("m", {}); // a model is open
    QCOMPARE(document.resultsOf(), std::string("n"));
}

void TestUiResults::theModelOfTheResultsKeepsThem()
{
    Document document;
    openTwo(document);
    document.showResultsOf("m", {3.0, 1.0, 2.0});
    QCOMPARE(document.putKept({{stampOf("/2.png"), 1.5, Verdict::Review}}), 1);
    document.setModel(modelOf("m"), "m.patina", {3.0, 1.0, 2.0});
    QCOMPARE(document.counts().scored, 1);
    document.setModel(modelOf("n"), "n.patina", {3.0, 1.0, 2.0});
    QCOMPARE(document.counts().scored, 0);
}

void TestUiResults::distancesJoinTheirResultOnly()
{
    Document document;
    openTwo(document);
    document.setModel(modelOf("m"), "m.patina", {3.0, 1.0, 2.0});
    document.putKept({{stampOf("/1.png"), 1.5, Verdict::Review}});
    QSignalSpy kept(&document, &Document::inspectionKept);
    QVERIFY(!document.putInspection(stampOf("/2.png"), madeInspection()));
    QVERIFY(!document.putInspection(stampOf("/1.png", "n"), madeInspection()));
    ResultStamp older = stampOf("/1.png");
    older.imageSha256 = std::string(64, 'c');
    QVERIFY(!document.putInspection(older, madeInspection()));
    QVERIFY(!document.inspection(0));
    QVERIFY(document.putInspection(stampOf("/1.png"), madeInspection()));
    QCOMPARE(kept.size(), 1);
    QVERIFY(document.inspection(0) != nullptr);
    QCOMPARE(document.result(0).score, 1.5);
}

void TestUiResults::distancesComeBackBitForBit()
{
    const QTemporaryDir folder;
    InspectionCache cache(folder.filePath("made when needed").toStdString());
    for (const bool withNearest : {true, false}) {
        Inspection made = madeInspection();
        if (!withNearest)
            made.patches.nearest.release();
        const auto put = cache.put(modelHash, imageHash, made);
        QVERIFY2(put, put ? "" : put.error().detail.c_str());
        const auto back = cache.get(modelHash, imageHash, {});
        QVERIFY2(back, back ? "" : back.error().detail.c_str());
        QVERIFY(back->image == made.image && back->mapSize == made.mapSize && back->score == made.score);
        QCOMPARE(back->verdict, made.verdict);
        QVERIFY(back->patches.grid == made.patches.grid);
        QCOMPARE(cv::norm(back->patches.distancesL2, made.patches.distancesL2, cv::NORM_INF), 0.0);
        QCOMPARE(back->patches.nearest.empty(), !withNearest);
        if (withNearest)
            QCOMPARE(cv::norm(back->patches.nearest, made.patches.nearest, cv::NORM_INF), 0.0);
    }
}

void TestUiResults::distancesAreFoundByModelAndImage()
{
    const QTemporaryDir folder;
    InspectionCache cache(folder.path().toStdString());
    QVERIFY(cache.put(modelHash, imageHash, madeInspection()));
    QCOMPARE(cache.get(imageHash, imageHash, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(cache.get(modelHash, modelHash, {}).error().code, ErrorCode::NotFound);
    // A file under the name of another one is not that one.
    const QDir files(folder.path());
    const QString name = files.entryList(QDir::Files).front();
    QVERIFY(cache.put(modelHash, modelHash, madeInspection(4, 4)));
    QString other = files.entryList(QDir::Files).front();
    if (other == name)
        other = files.entryList(QDir::Files).back();
    QVERIFY(QFile::remove(files.filePath(other)) && QFile::copy(files.filePath(name), files.filePath(other)));
    QCOMPARE(cache.get(modelHash, modelHash, {}).error().code, ErrorCode::Corrupt);
    QVERIFY(!QFile::exists(files.filePath(other)));
    const std::atomic<bool> cancelled{true};
    QCOMPARE(cache.get(modelHash, imageHash, JobContext(&cancelled, {})).error().code, ErrorCode::Cancelled);
    QVERIFY(cache.get(modelHash, imageHash, {}));
}

void TestUiResults::damagedDistancesAreNone_data()
{
    QTest::addColumn<int>("at"); ///< from the end where below 0
    QTest::newRow("length of the header") << 0;
    QTest::newRow("header") << 40;
    QTest::newRow("metadata") << 300;
    QTest::newRow("last value") << -2;
    QTest::newRow("first tensor") << -100;
}

void TestUiResults::damagedDistancesAreNone()
{
    QFETCH(int, at);
    const QTemporaryDir folder;
    InspectionCache cache(folder.path().toStdString());
    QVERIFY(cache.put(modelHash, imageHash, madeInspection()));
    QFile file(QDir(folder.path()).filePath(QDir(folder.path()).entryList(QDir::Files).front()));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at < 0 ? file.size() + at : at));
    char byte = 0;
    QVERIFY(file.peek(&byte, 1) == 1 && file.putChar(static_cast<char>(byte ^ 0x15)));
    file.close();
    const auto back = cache.get(modelHash, imageHash, {});
    if (back) // a word of the metadata that nothing depends on
        QCOMPARE(cv::norm(back->patches.distancesL2, madeInspection().patches.distancesL2, cv::NORM_INF), 0.0);
    else
        QVERIFY(!file.exists());
}

void TestUiResults::theLeastRecentlyUsedGo()
{
    const QTemporaryDir folder;
    InspectionCache cache(folder.path().toStdString(), 100'000);
    const auto hashOf = [](int i) { return std::string(64, static_cast<char>('0' + i)); };
    QFile stranger(folder.filePath("not mine.txt"));
    QVERIFY(stranger.open(QIODevice::WriteOnly) && stranger.write("mine") == 4);
    for (int i = 0; i < 30; ++i) {
        QVERIFY(cache.put(modelHash, hashOf(i), madeInspection(20, 20)));
        QVERIFY(i < 1 || cache.get(modelHash, hashOf(0), {})); // used again and again
    }
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(folder.path()).entryInfoList({"*.safetensors"}))
        bytes += file.size();
    QVERIFY(bytes > 50'000 && bytes <= 100'000);
    QVERIFY(!cache.get(modelHash, hashOf(1), {}));
    QVERIFY(cache.get(modelHash, hashOf(29), {}));
    QVERIFY(stranger.exists());
    QCOMPARE(cache.put(modelHash, imageHash, madeInspection(200, 200)).error().code, ErrorCode::TooLarge);
}

void TestUiResults::aFolderThatIsNoneIsAnError()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    InspectionCache cache(file.fileName().toStdString());
    QCOMPARE(cache.put(modelHash, imageHash, madeInspection()).error().code, ErrorCode::WriteFailed);
    QVERIFY(!cache.get(modelHash, imageHash, {}));
}

QTEST_APPLESS_MAIN(TestUiResults)
#include "tst_ui_results.moc"
