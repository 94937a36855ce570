#include "ui/document/document.h"
#include "ui/models/image_filter_model.h"
#include "ui/models/image_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace patina;

class TestUiDocument : public QObject
{
    Q_OBJECT
private slots:
    void findsRows();
    void takesScoresOfItsModelOnly();
    void takesNoScoreOfAnotherFolder();
    void anotherModelForgetsResults();
    void theSameModelKeepsResults();
    void uncalibratedModelGivesNoVerdict();
    void failureNeedsNoModel();
    void changedFileForgetsItsResult();
    void budgetDropsTheLeastRecentlyUsed();
    void countsAddUp();
    void modelFollowsTheDocument();
    void modelAsksForAThumbnailOnce();
    void modelSaysWhatHappened();
    void filterShowsAndOrders();
    void revisionTellsFilesApart();
};

namespace {

Dataset datasetOf(int count, const std::string &root = "/parts")
{
    Dataset dataset;
    dataset.root = root;
    for (int i = 0; i < count; ++i) {
        ImageRecord record;
        record.id = "test/scratch/part" + std::to_string(i) + ".png";
        record.path = root + "/" + record.id;
        dataset.images.push_back(record);
    }
    return dataset;
}

/// As if they were there; the later, the newer.
std::vector<ImageRevision> presentFiles(int count)
{
    std::vector<ImageRevision> files;
    for (int i = 0; i < count; ++i)
        files.push_back({100, 1000 + i});
    return files;
}

ModelInfo modelOf(const std::string &hash)
{
    ModelInfo info;
    info.hash = hash;
    return info;
}

Inspection inspectionOf(double score, int patches = 4)
{
    Inspection inspection;
    inspection.score = score;
    inspection.verdict = score < 1.0 ? Verdict::Ok : score < 2.0 ? Verdict::Review : Verdict::Ng;
    inspection.patches.distancesL2 = cv::Mat::zeros(1, patches, CV_32FC1);
    return inspection;
}

const ScoreRange kRange{3.0, 1.0, 2.0};

/// Five images and model "m".
struct Opened
{
    Document document;
    explicit Opened(std::size_t budget = 1 << 20) : document(nullptr, budget)
    {
        document.setDataset(datasetOf(5), presentFiles(5));
        document.setModel(modelOf("m"), "m.patina", kRange);
    }
    ResultStamp stamp(int row, const std::string &hash = "m") const { return {hash, document.image(row).path, {}}; }
};

} // namespace

void TestUiDocument::findsRows()
{
    const Opened o;
    QCOMPARE(o.document.rowOf("/parts/test/scratch/part3.png"), 3);
    QCOMPARE(o.document.rowOf("/parts/part3.png"), -1);
    for (const auto *name : {"part3.png", "part3", "test/scratch/part3.png", "/parts/test/scratch/part3.png"})
        QCOMPARE(o.document.rowOfName(name), 3);
    QCOMPARE(o.document.rowOfName("part9.png"), -1);
    QCOMPARE(o.document.rowOfName(""), -1);
}

void TestUiDocument::takesScoresOfItsModelOnly()
{
    Opened o;
    QSignalSpy changed(&o.document, &Document::resultChanged);
    QVERIFY(!o.document.putScore(o.stamp(1, "another"), inspectionOf(1.5)));
    QCOMPARE(changed.size(), 0);
    QVERIFY(o.document.putScore(o.stamp(1), inspectionOf(1.5)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toInt(), 1);
    QCOMPARE(o.document.result(1).score, 1.5);
    QVERIFY(o.document.result(1).verdict == Verdict::Review);
    QVERIFY(o.document.inspection(1));
    QVERIFY(!o.document.inspection(2));
}

void TestUiDocument::takesNoScoreOfAnotherFolder()
{
    Opened o;
    const ResultStamp old = o.stamp(0);
    o.document.setDataset(datasetOf(5, "/other"));
    QVERIFY(!o.document.putScore(old, inspectionOf(0.5)));
    QVERIFY(!o.document.putFailure(old, {ErrorCode::Unreadable, "x"}));
    QVERIFY(o.document.result(0).state == ImageState::NotScored);
}

void TestUiDocument::anotherModelForgetsResults()
{
    Opened o;
    o.document.putScore(o.stamp(0), inspectionOf(0.5));
    QSignalSpy reset(&o.document, &Document::resultsReset);
    o.document.setModel(modelOf("n"), "n.patina", kRange);
    QCOMPARE(reset.size(), 1);
    QVERIFY(o.document.result(0).state == ImageState::NotScored);
    QVERIFY(!o.document.inspection(0));
}

void TestUiDocument::theSameModelKeepsResults()
{
    Opened o;
    o.document.putScore(o.stamp(0), inspectionOf(0.5));
    o.document.setModel(modelOf("m"), "moved/m.patina", kRange);
    QVERIFY(o.document.result(0).state == ImageState::Scored);
    QVERIFY(o.document.inspection(0));
}

void TestUiDocument::uncalibratedModelGivesNoVerdict()
{
    Opened o;
    o.document.setModel(modelOf("raw"), "raw.patina", {12.0, {}, {}});
    QVERIFY(o.document.putScore(o.stamp(0, "raw"), inspectionOf(9.0)));
    QVERIFY(!o.document.result(0).verdict);
}

void TestUiDocument::failureNeedsNoModel()
{
    Document document;
    document.setDataset(datasetOf(2), presentFiles(2));
    QVERIFY(document.putFailure({{}, document.image(1).path, {}}, {ErrorCode::Unreadable, "part1.png is truncated"}));
    QVERIFY(document.result(1).state == ImageState::Failed);
    QCOMPARE(document.result(1).error.detail, std::string("part1.png is truncated"));
}

void TestUiDocument::changedFileForgetsItsResult()
{
    Opened o;
    ResultStamp stamp = o.stamp(0);
    stamp.revision = {100, 7};
    o.document.putScore(stamp, inspectionOf(0.5));
    o.document.checkRevision(0, {100, 7});
    QVERIFY(o.document.result(0).state == ImageState::Scored);
    o.document.checkRevision(0, {101, 7});
    QVERIFY(o.document.result(0).state == ImageState::NotScored);
    QVERIFY(!o.document.inspection(0));
}

void TestUiDocument::budgetDropsTheLeastRecentlyUsed()
{
    Opened o(3 * 100 * sizeof(float)); // three of 100 patches
    for (int row = 0; row < 3; ++row)
        o.document.putScore(o.stamp(row), inspectionOf(0.5, 100));
    QVERIFY(o.document.inspection(0)); // used last
    o.document.putScore(o.stamp(3), inspectionOf(0.5, 100));
    QVERIFY(o.document.inspection(0));
    QVERIFY(!o.document.inspection(1));
    QVERIFY(o.document.inspection(2));
    QVERIFY(o.document.inspection(3));
    QVERIFY(o.document.result(1).state == ImageState::Scored); // its score stays
    o.document.putScore(o.stamp(4), inspectionOf(0.5, 1000));  // larger than the budget: kept alone
    QVERIFY(o.document.inspection(4));
    QVERIFY(!o.document.inspection(0));
}

void TestUiDocument::countsAddUp()
{
    Opened o;
    o.document.putScore(o.stamp(0), inspectionOf(0.5));
    o.document.putScore(o.stamp(1), inspectionOf(1.5));
    o.document.putScore(o.stamp(2), inspectionOf(2.5));
    o.document.putFailure(o.stamp(3), {ErrorCode::Unreadable, "x"});
    const auto counts = o.document.counts();
    QCOMPARE(counts.scored, 3);
    QCOMPARE(counts.failed, 1);
    QCOMPARE(counts.ok + counts.review + counts.ng, counts.scored);
    QCOMPARE(counts.ng, 1);
}

void TestUiDocument::modelFollowsTheDocument()
{
    Document document;
    ProjectDocument project;
    ImageListModel model(&document, &project);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(model.rowCount(), 0);
    document.setDataset(datasetOf(5), presentFiles(5));
    QCOMPARE(model.rowCount(), 5);
    document.setModel(modelOf("m"), "m.patina", kRange);
    const auto before = changed.size();
    document.putScore({"m", document.image(2).path, {}}, inspectionOf(1.5));
    QCOMPARE(changed.size(), before + 1);
    QCOMPARE(model.index(2).data(ImageListModel::ScoreRole).toDouble(), 1.5);
    QCOMPARE(model.index(2).data(ImageListModel::ScoreShareRole).toDouble(), 0.5);
    QCOMPARE(model.index(2).data(ImageListModel::VerdictRole).toInt(), static_cast<int>(Verdict::Review));
    QVERIFY(!model.index(1).data(ImageListModel::ScoreRole).isValid());
    QCOMPARE(model.index(2).data(Qt::DisplayRole).toString(), QStringLiteral("part2.png"));
    QCOMPARE(model.index(2).data(ImageListModel::FolderRole).toString(), QStringLiteral("test/scratch"));
    document.setDataset(datasetOf(1), presentFiles(1));
    QCOMPARE(model.rowCount(), 1);
    document.setDataset({});
    QCOMPARE(model.rowCount(), 0);
}

void TestUiDocument::modelAsksForAThumbnailOnce()
{
    Document document;
    document.setDataset(datasetOf(2), presentFiles(2));
    ProjectDocument project;
    ImageListModel model(&document, &project);
    QSignalSpy wanted(&model, &ImageListModel::thumbnailWanted);
    QVERIFY(!model.index(0).data(Qt::DecorationRole).isValid());
    QVERIFY(!model.index(0).data(Qt::DecorationRole).isValid());
    QCOMPARE(wanted.size(), 1);
    model.forgetRequest(document.image(0).path);
    QVERIFY(!model.index(0).data(Qt::DecorationRole).isValid());
    QCOMPARE(wanted.size(), 2);
    QImage thumbnail(4, 3, QImage::Format_RGB32);
    thumbnail.fill(Qt::red);
    model.putThumbnail(document.image(0).path, thumbnail);
    QCOMPARE(model.index(0).data(Qt::DecorationRole).value<QImage>(), thumbnail);
    model.putThumbnail(document.image(1).path, {});
    QVERIFY(model.index(1).data(ImageListModel::UnreadableRole).toBool());
    QVERIFY(!model.index(1).data(Qt::DecorationRole).isValid());
    QCOMPARE(wanted.size(), 2);
    model.putThumbnail("/gone.png", thumbnail); // of a folder that is closed: nothing happens
}

void TestUiDocument::modelSaysWhatHappened()
{
    Opened o;
    ProjectDocument project;
    ImageListModel model(&o.document, &project);
    const auto said = [&](int row) { return model.index(row).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY(said(0).contains("not scored"));
    o.document.putScore(o.stamp(0), inspectionOf(2.5));
    QVERIFY(said(0).contains("2.50") && said(0).contains("NG"));
    o.document.putFailure(o.stamp(0), {ErrorCode::Unreadable, "the file ends after 12 bytes"});
    QVERIFY(said(0).contains("12 bytes"));
    QVERIFY(model.index(0).data(ImageListModel::ReasonRole).toString().contains("12 bytes"));
}

void TestUiDocument::filterShowsAndOrders()
{
    Document document;
    document.setDataset(datasetOf(5), presentFiles(5));
    document.setModel(modelOf("a"), "a.patina", {3.0, 1.0, 2.0});
    const ProjectDocument project;
    ImageListModel images(&document, &project);
    ImageFilterModel shown;
    shown.setSourceModel(&images);
    const QAbstractItemModelTester tester(&shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto rows = [&] {
        QList<int> list;
        for (int row = 0; row < shown.rowCount(); ++row)
            list << shown.mapToSource(shown.index(row, 0)).row();
        return list;
    };
    QCOMPARE(rows(), (QList<int>{0, 1, 2, 3, 4}));
    const auto score = [&](int row, double value) {
        QVERIFY(document.putScore({"a", document.image(row).path, {}}, inspectionOf(value)));
    };
    shown.setOrder(ImageFilterModel::Order::Score);
    score(1, 0.2);
    score(3, 2.5);
    score(4, 1.1);
    QCOMPARE(rows(), (QList<int>{3, 4, 1, 0, 2})); // follows, and what has no score is last
    shown.setOrder(ImageFilterModel::Order::Uncertainty);
    QCOMPARE(rows(), (QList<int>{4, 3, 1, 0, 2}));
    shown.setShow(ImageFilterModel::Show::Flagged);
    QCOMPARE(rows(), (QList<int>{4, 3}));
    score(0, 1.9);
    QCOMPARE(rows().size(), 3);
    shown.setShow(ImageFilterModel::Show::ToReview);
    QCOMPARE(rows().size(), 3);
    shown.setShow(ImageFilterModel::Show::NotScored);
    QCOMPARE(rows(), (QList<int>{2}));
    QVERIFY(document.putFailure({"a", document.image(2).path, {}}, {ErrorCode::Unreadable, "cut off"}));
    QCOMPARE(rows(), QList<int>());
    shown.setShow(ImageFilterModel::Show::Failed);
    QCOMPARE(rows(), (QList<int>{2}));
    shown.setShow(ImageFilterModel::Show::All);
    shown.setOrder(ImageFilterModel::Order::Name);
    shown.setText(" SCRATCH/part3");
    QCOMPARE(rows(), (QList<int>{3}));
    shown.setText({});
    shown.setOrder(ImageFilterModel::Order::Newest);
    QCOMPARE(rows(), (QList<int>{4, 3, 2, 1, 0}));
    shown.setShow(ImageFilterModel::Show::Ng);
    QCOMPARE(rows(), (QList<int>{3}));
    document.setRange({3.0, 0.1, 1.0}); // verdicts follow the thresholds, and the list with them
    QCOMPARE(rows(), (QList<int>{4, 3, 0}));
    shown.setShow(ImageFilterModel::Show::Review);
    QCOMPARE(rows(), (QList<int>{1}));
    shown.setShow(ImageFilterModel::Show::All);
    shown.setSplit("train");
    QCOMPARE(shown.rowCount(), 0);
    shown.setSplit({});
    shown.setClass("no such class");
    QCOMPARE(shown.rowCount(), 0);
    shown.setClass({});
    QCOMPARE(shown.rowCount(), 5);
    shown.setShow(ImageFilterModel::Show::Missing);
    QCOMPARE(shown.rowCount(), 0);
    document.setDataset(datasetOf(2), {{-1, 0}, {100, 5}});
    QCOMPARE(rows(), (QList<int>{0}));
    document.setDataset(datasetOf(5), presentFiles(5));
    shown.setShow(ImageFilterModel::Show::All);
    shown.setText("nothing is called that");
    QCOMPARE(shown.rowCount(), 0);
    shown.setText({});
    shown.setOrder(ImageFilterModel::Order::AsListed);
    QCOMPARE(rows(), (QList<int>{0, 1, 2, 3, 4}));
}

void TestUiDocument::revisionTellsFilesApart()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("a.bin").toStdString();
    QCOMPARE(imageRevisionOf(path).bytes, -1);
    std::ofstream(path) << "one";
    const ImageRevision first = imageRevisionOf(path);
    QCOMPARE(first.bytes, 3);
    QVERIFY(first == imageRevisionOf(path));
    std::ofstream(path) << "three";
    QVERIFY(!(first == imageRevisionOf(path)));
}

QTEST_MAIN(TestUiDocument)
#include "tst_ui_document.moc"
