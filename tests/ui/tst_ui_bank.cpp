#include "ui/document/document.h"
#include "ui/document/project_document.h"
#include "ui/document/project_models.h"
#include "ui/jobs/likeness.h"
#include "ui/models/bank_rows_model.h"
#include "ui/models/model_comparison_model.h"
#include "ui/models/model_version_model.h"
#include "ui/models/suspect_model.h"
#include "ui/text/model_words.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace patina;

namespace {

ModelInfo infoOf(const std::string &hash)
{
    ModelInfo info;
    info.hash = hash;
    info.createdUtc = "2026-11-29T08:15:00Z";
    info.bankRows = 100;
    info.bankDim = 40;
    info.images = {"a.png", "b.png", "c.png"};
    info.versions = {{"lot-1", {}, 2, "initial"}, {"", {}, 1, "training"}};
    return info;
}

QStringList line(const QAbstractItemModel &model, int row, const QModelIndex &parent = {})
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(parent); ++column)
        texts << model.index(row, column, parent).data().toString();
    return texts;
}

} // namespace

/// What the page of the bank lists, and which model a project works with.
class TestUiBank : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void rowsAreAddedUpByOrigin();
    void nothingIsSaidOfRowsThatAreNotKnown();
    void suspectsKeepTheirOrder();
    void versionsTellTheirState();
    void differencesAreMarked();
    void verdictsFollowTheThresholds();
    void oneAloneIsDescribed();
    void manyDataSetsAreNotAllNamed();
    void imagesAreThoseOfTheirDataSet();
    void theLastNotedModelIsInUseUntilOneIsChosen();
    void choosingIsTakenBackInOne();
    void aMovedModelIsNotedAnew();
    void versionsAreTheLatestFirst();
};

void TestUiBank::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TestUiBank::rowsAreAddedUpByOrigin()
{
    BankRowsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setBank(infoOf("m"), {10, 30, 60});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(line(model, 0), QStringList({"lot-1", "taken over", "2", "40", "40.0 %"}));
    QCOMPARE(line(model, 1), QStringList({"unnamed", "training", "1", "60", "60.0 %"}));
    const QModelIndex first = model.index(0, 0);
    QCOMPARE(line(model, 0, first), QStringList({"b.png", "", "", "30", "30.0 %"})); // most rows first
    QCOMPARE(model.index(1, 0, first).data(BankRowsModel::ImageRole).toString(), QStringLiteral("a.png"));
    QVERIFY(first.data(BankRowsModel::ImageRole).toString().isEmpty());
    QCOMPARE(model.index(1, 0, first).data(BankRowsModel::DatasetRole).toString(), QStringLiteral("lot-1"));
}

void TestUiBank::nothingIsSaidOfRowsThatAreNotKnown()
{
    BankRowsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setBank(infoOf("m"), {});
    QCOMPARE(model.rowCount(), 0);
    model.setBank(infoOf("m"), {1}); // fewer than there are images: no image is made up
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
}

void TestUiBank::suspectsKeepTheirOrder()
{
    SuspectModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSuspects({{"b.png", {10, 20, 30, 40}, 2.5, 7}, {"held.png", {0, 0, 8, 8}, 1.25, 0}});
    QCOMPARE(line(model, 0), QStringList({"1", "b.png", "30 x 40 px at 10, 20", "2.50", "7"}));
    QCOMPARE(line(model, 1), QStringList({"2", "held.png", "8 x 8 px at 0, 0", "1.25", "held out"}));
}

void TestUiBank::versionsTellTheirState()
{
    ModelVersionModel model;
    const QAbstractItemModelTester tester(&model);
    KnownVersion used{.version = {.hash = "5", .file = "/m/five.patina", .open = true, .chosen = true}};
    used.info = infoOf("5");
    KnownVersion open{.version = {.hash = "4", .file = "/m/four.patina", .open = true}};
    open.info = infoOf("4");
    KnownVersion gone{.version = {.hash = "3", .file = "/m/three.patina"}};
    gone.problem = Error{ErrorCode::NotFound, "/m/three.patina"};
    KnownVersion replaced{.version = {.hash = "2", .file = "/m/two.patina", .chosen = true}};
    replaced.replaced = true;
    model.setVersions({used, open, gone, replaced, {.version = {.hash = "1", .file = "/m/one.patina"}}});
    const auto state = [&](int row) { return model.index(row, ModelVersionModel::StateColumn).data().toString(); };
    QCOMPARE(state(0), QStringLiteral("in use"));
    QCOMPARE(state(1), QStringLiteral("open"));
    QCOMPARE(state(2), QStringLiteral("Not found: /m/three.patina."));
    QCOMPARE(state(3), QStringLiteral("in use, but not open. The file is another model by now."));
    QCOMPARE(state(4), QStringLiteral("reading..."));
    QCOMPARE(model.index(0, ModelVersionModel::RowsColumn).data().toString(), QStringLiteral("100"));
    QVERIFY(model.index(2, ModelVersionModel::RowsColumn).data().toString().isEmpty());
    QCOMPARE(model.rowOf("3"), 2);
    QCOMPARE(model.rowOf("0"), -1);
}

void TestUiBank::differencesAreMarked()
{
    ModelComparisonModel model;
    DifferenceFilterModel lines;
    lines.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model);
    ModelInfo other = infoOf("2");
    other.bankRows = 50;
    model.compare(ComparedModel{"one", infoOf("1"), {2, 1, 0, 1}}, ComparedModel{"two", other, {2, 2, 0, 0}});
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("one"));
    QVERIFY(lines.rowCount() == model.rowCount());
    lines.setDifferencesOnly(true);
    QStringList differing;
    for (int row = 0; row < lines.rowCount(); ++row)
        differing << line(lines, row).join(QLatin1Char('|'));
    QCOMPARE(differing,
             QStringList({"Of these OK|1|2", "Of these NG|1|0", "Bank|100 rows x 40|50 rows x 40", "SHA-256|1|2"}));
}

void TestUiBank::verdictsFollowTheThresholds()
{
    std::vector<ImageScore> scores(4);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i].score = static_cast<double>(i);
        scores[i].verdict = Verdict::Ok; // as it was when it was scored
    }
    const VerdictCounts counts = countsOf(scores, {4.0, 1.0, 3.0});
    QCOMPARE(counts.scored, 4);
    QCOMPARE(counts.ok, 1);
    QCOMPARE(counts.review, 2);
    QCOMPARE(counts.ng, 1);
    const VerdictCounts none = countsOf(scores, {4.0, {}, {}});
    QCOMPARE(none.scored, 4);
    QCOMPARE(none.ok + none.review + none.ng, 0);
}

void TestUiBank::oneAloneIsDescribed()
{
    ModelComparisonModel model;
    DifferenceFilterModel lines;
    lines.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model);
    model.compare(ComparedModel{"one", infoOf("1")}, std::nullopt);
    QVERIFY(model.rowCount() > 10);
    lines.setDifferencesOnly(true);
    QCOMPARE(lines.rowCount(), 0);
    model.compare(std::nullopt, std::nullopt);
    QCOMPARE(model.rowCount(), 0);
}

void TestUiBank::manyDataSetsAreNotAllNamed()
{
    ModelInfo info;
    info.versions.assign(20, {"lot", {}, 0, "training"});
    QVERIFY(ModelWords::versions(info).endsWith(QStringLiteral("12 more")));
    QCOMPARE(ModelWords::name(std::string(1'000'000, 'a')).size(), 303);
}

void TestUiBank::imagesAreThoseOfTheirDataSet()
{
    Dataset dataset;
    dataset.root = "/data";
    for (const char *path : {"/data/lot-1/a.png", "/data/lot-2/b.png"})
        dataset.images.push_back({.id = std::filesystem::path(path).filename().string(),
                                  .path = path,
                                  .split = Split::Train,
                                  .className = "good",
                                  .masks = {},
                                  .group = {}});
    Document document;
    document.setDataset(dataset);
    QCOMPARE(rowOfOrigin("lot-1", "a.png", document), 0);
    QCOMPARE(rowOfOrigin("lot-2", "a.png", document), -1); // the same id in another folder
    QCOMPARE(rowOfOrigin("", "b.png", document), 1);
    QCOMPARE(rowOfOrigin("data", "b.png", document), 1);
    QCOMPARE(rowOfOrigin("lot-1", "c.png", document), -1);
    ModelInfo info = infoOf("m");
    QCOMPARE(datasetOf(info, "b.png"), std::string("lot-1"));
    QCOMPARE(datasetOf(info, "c.png"), std::string());
    info.versions.push_back({"last", {}, 0});
    QCOMPARE(datasetOf(info, "held.png"), std::string("last"));
}

void TestUiBank::theLastNotedModelIsInUseUntilOneIsChosen()
{
    ProjectContents contents;
    QCOMPARE(modelInUse(contents), std::string());
    contents.models = {{"b", "b.patina", "2026-02-01T00:00:00Z"}, {"a", "a.patina", "2026-01-01T00:00:00Z"}};
    QCOMPARE(modelInUse(contents), std::string("b"));
    QVERIFY(!choosesModel(contents));
    contents.settings = {{"model.inUse", "a"}};
    QCOMPARE(modelInUse(contents), std::string("a"));
    QVERIFY(choosesModel(contents));
    contents.settings = {{"model.inUse", "gone"}};
    QCOMPARE(modelInUse(contents), std::string("b"));
}

void TestUiBank::choosingIsTakenBackInOne()
{
    QTemporaryDir folder;
    ProjectDocument project;
    auto made = Project::create(folder.filePath("p.patinaproj").toStdString());
    QVERIFY(made);
    project.open(*std::move(made), {}, QStringLiteral("Eva"));
    const ProjectModel one{"1", "one.patina", "2026-01-01T00:00:00Z"};
    const ProjectModel two{"2", "two.patina", "2026-02-01T00:00:00Z"};
    QVERIFY(project.change({"train a model", editsToUse(project.contents(), one)}));
    QVERIFY(project.change({"train a model", editsToUse(project.contents(), two)}));
    QVERIFY(editsToUse(project.contents(), two).empty()); // it is in use
    QVERIFY(choosesModel(*project.lastDone()));
    QVERIFY(project.change({"use the model one.patina", editsToUse(project.contents(), one)}));
    QCOMPARE(modelInUse(project.contents()), std::string("1"));
    QVERIFY(project.undo());
    QCOMPARE(modelInUse(project.contents()), std::string("2"));
    QVERIFY(project.undo());
    QCOMPARE(modelInUse(project.contents()), std::string("1"));
    QCOMPARE(project.contents().models.size(), std::size_t{1});
    QVERIFY(project.undo());
    QCOMPARE(modelInUse(project.contents()), std::string());
    for (int i = 0; i < 3; ++i)
        QVERIFY(project.redo());
    QCOMPARE(modelInUse(project.contents()), std::string("1"));
}

void TestUiBank::aMovedModelIsNotedAnew()
{
    ProjectContents contents;
    contents.models = {{"1", "old/one.patina", "2026-01-01T00:00:00Z"}};
    contents.settings = {{"model.inUse", "1"}};
    const std::vector<Edit> edits = editsToUse(contents, {"1", "new/one.patina", "2026-03-01T00:00:00Z"});
    QCOMPARE(edits.size(), std::size_t{1});
    const auto *edit = std::get_if<EditOf<ProjectModel>>(&edits.front());
    QVERIFY(edit != nullptr && edit->after);
    QCOMPARE(edit->after->path, std::string("new/one.patina"));
    QCOMPARE(edit->after->addedUtc, contents.models.front().addedUtc); // when it was noted first
}

void TestUiBank::versionsAreTheLatestFirst()
{
    QTemporaryDir folder;
    ProjectDocument project;
    Document document;
    QVERIFY(modelVersions(project, document).empty());
    document.setModel(infoOf("open"), QStringLiteral("/m/open.patina"), {});
    QCOMPARE(modelVersions(project, document),
             std::vector<ModelVersion>({{"open", "/m/open.patina", {}, true, false}}));
    auto made = Project::create(folder.filePath("p.patinaproj").toStdString());
    QVERIFY(made);
    project.open(*std::move(made), {}, QStringLiteral("Eva"));
    QVERIFY(project.change({"models",
                            {added(ProjectModel{"1", "/m/one.patina", "2026-01-01T00:00:00Z"}),
                             added(ProjectModel{"2", "/m/two.patina", "2026-02-01T00:00:00Z"})}}));
    QVERIFY(project.putScores({"scored", "/m/scored.patina", 1.0, {}, {}}, {}));
    std::vector<std::string> hashes;
    for (const ModelVersion &version : modelVersions(project, document))
        hashes.push_back(version.hash);
    QCOMPARE(hashes, std::vector<std::string>({"2", "1", "scored", "open"}));
}

QTEST_MAIN(TestUiBank)
#include "tst_ui_bank.moc"
