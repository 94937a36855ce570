#include "core/dataset/class_name.h"
#include "core/project/import_dataset.h"
#include "ui/document/document.h"
#include "ui/document/project_document.h"
#include "ui/document/region_review.h"
#include "ui/models/agreement_model.h"
#include "ui/models/image_list_model.h"
#include "ui/panels/agreement_words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace patina;

/// A second reading in the document: what is hidden, whose decisions are made, what undo reaches.
class TestUiReading : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void whatOthersSaidIsHidden();
    void imagesDoNotTellTheirClass();
    void decisionsAreTheSecondReaders();
    void undoReachesBackToTheBeginning();
    void theFirstReaderGoesOn();
    void undoGoesAllTheWayAfterAReading();
    void undoEndsWhereTheReadingChangedSomething();
    void undoEndsWhereItsClassIsGone();
    void idsAreGivenOnce();
    void refuses_data();
    void refuses();
    void aClosedProjectEndsIt();
    void modelsOfTheAgreement();
    void wordsForWhatIsNotDefined();

private:
    Label labelOf(const std::string &reader, int place, const std::string &className) const;
    void say(const std::string &reader, int place, const std::string &className);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectDocument> m_project;
};

namespace {

constexpr const char *kImage = "test/scratch/a.png";

RunMask maskAt(int place)
{
    return RunMask::create({100, 80}, {{10 * place, 10, 20}, {10 * place + 1, 10, 20}}).value();
}

} // namespace

void TestUiReading::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    Project project = Project::create(m_folder->filePath("a.patinaproj").toStdString()).value();
    const Change start{"begin",
                       {added(ProjectImage{kImage, "a.png", std::string(64, 'a'), Split::Test, "scratch", ""}),
                        added(ProjectClass{"scratch", ClassKind::Defect, 0}),
                        added(ProjectClass{"stain", ClassKind::Impurity, 1})}};
    QVERIFY(project.apply(start, "Eva"));
    m_project = std::make_unique<ProjectDocument>();
    ProjectContents contents = project.contents().value();
    m_project->open(std::move(project), std::move(contents), "Eva");
    say(groundTruthReader, 4, "scratch");
    say("Eva", 0, "scratch");
    say("Eva", 1, "stain");
}

Label TestUiReading::labelOf(const std::string &reader, int place, const std::string &className) const
{
    Label label;
    label.id = m_project->nextLabelId();
    label.image = kImage;
    label.className = className;
    label.reader = reader;
    label.source = reader == groundTruthReader ? LabelSource::Imported : LabelSource::Region;
    label.mask = maskAt(place);
    return label;
}

void TestUiReading::say(const std::string &reader, int place, const std::string &className)
{
    QVERIFY(m_project->change({"say", {added(labelOf(reader, place, className))}}));
}

void TestUiReading::whatOthersSaidIsHidden()
{
    QVERIFY(m_project->change({"done", {added(Review{kImage, "Eva", "2026-01-01T00:00:00Z"})}}));
    QCOMPARE(m_project->labelsOf(kImage).size(), std::size_t{3});
    QVERIFY(m_project->firstLabelsOf(kImage).empty());
    QSignalSpy changed(m_project.get(), &ProjectDocument::readerChanged);
    QVERIFY(m_project->beginReading("Ida", m_project->reader()));
    QCOMPARE(m_project->firstReader(), QString("Eva"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_project->isBlind());
    QVERIFY(m_project->labelsOf(kImage).empty());
    QVERIFY(!m_project->isReviewed(kImage));
    QCOMPARE(m_project->firstLabelsOf(kImage).size(), std::size_t{2});
    m_project->endReading();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_project->labelsOf(kImage).size(), std::size_t{3});
    QVERIFY(m_project->isReviewed(kImage));
}

/// The folders of a data set are named after what is on its images.
void TestUiReading::imagesDoNotTellTheirClass()
{
    Document document;
    Dataset dataset;
    ImageRecord record;
    record.id = kImage;
    record.path = std::string("/parts/") + kImage;
    dataset.images.push_back(record);
    document.setDataset(dataset);
    ImageListModel model(&document, m_project.get());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto says = [&] {
        QString all;
        for (const int role :
             {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole), int(ImageListModel::FolderRole)})
            all += model.index(0).data(role).toString() + '\n';
        return all;
    };
    QVERIFY(says().contains("scratch"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(m_project->beginReading("Ida", "Eva"));
    QVERIFY(!changed.isEmpty());
    QVERIFY2(!says().contains("scratch"), qPrintable(says()));
    m_project->endReading();
    QVERIFY(says().contains("scratch"));
}

void TestUiReading::decisionsAreTheSecondReaders()
{
    QVERIFY(m_project->beginReading("Ida", "Eva"));
    RegionReview review(m_project.get());
    FlaggedRegion region;
    region.mask = maskAt(0);
    review.show({kImage, std::string(64, 'c'), 1.0, {100, 80}, {100, 80}, {}}, {region});
    QCOMPARE(review.items().front().className, std::string());
    QCOMPARE(review.items().front().truth, std::string());
    QVERIFY(review.decide({0}, "stain"));
    QCOMPARE(m_project->contents().labels.back().reader, std::string("Ida"));
    QCOMPARE(m_project->contents().labels.size(), std::size_t{4}); // the first reader's stays
    QCOMPARE(m_project->project().head()->who, std::string("Ida"));
    m_project->endReading();
    QVERIFY(review.items().empty()); // of another reader
    QVERIFY(m_project->project().verify({})->good());
}

void TestUiReading::undoReachesBackToTheBeginning()
{
    QVERIFY(m_project->undo());
    QVERIFY(m_project->canRedo());
    QVERIFY(m_project->beginReading("Ida", "Eva"));
    QVERIFY(!m_project->canUndo() && !m_project->canRedo());
    QCOMPARE(m_project->undoText(), std::string());
    say("Ida", 0, "stain");
    QVERIFY(m_project->undo());
    QVERIFY(!m_project->canUndo());
    QVERIFY(m_project->redo());
    QVERIFY(m_project->undo());
    QCOMPARE(m_project->contents().labels.size(), std::size_t{2});
}

void TestUiReading::theFirstReaderGoesOn()
{
    const ProjectContents before = m_project->contents();
    QVERIFY(m_project->beginReading("Ida", "Eva"));
    say("Ida", 0, "stain");
    m_project->endReading();
    QCOMPARE(m_project->reader(), QString("Eva"));
    QVERIFY(m_project->canUndo() && !m_project->canRedo());
    QVERIFY(m_project->undo()); // Eva's, not Ida's
    QCOMPARE(m_project->contents().labels.size(), before.labels.size());
    QCOMPARE(m_project->contents().labels.back().reader, std::string("Ida"));
    QVERIFY(m_project->redo());
    QCOMPARE(m_project->project().head()->who, std::string("Eva"));
    QVERIFY(m_project->project().verify({})->good());
}

/// The last label is taken out before the reading: its id must not be another label's when it comes back.
void TestUiReading::undoGoesAllTheWayAfterAReading()
{
    const Label last = m_project->contents().labels.back();
    QVERIFY(m_project->change({"remove", {removed(last)}}));
    QVERIFY(m_project->beginReading("Ida", "Eva"));
    say("Ida", 0, "stain");
    QVERIFY(m_project->contents().labels.back().id > last.id);
    m_project->endReading();
    for (int undone = 0; undone < 4; ++undone) {
        const auto done = m_project->undo();
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
    }
    QVERIFY(!m_project->canUndo());
    QCOMPARE(m_project->contents().labels.size(), std::size_t{1}); // Ida's
    while (m_project->canRedo())
        QVERIFY(m_project->redo());
    QCOMPARE(m_project->contents().labels.size(), std::size_t{3});
    QVERIFY(m_project->project().verify({})->good());
}

/// A class that the second reader uses cannot be taken back any more, nor what he has changed.
void TestUiReading::undoEndsWhereTheReadingChangedSomething()
{
    QVERIFY(m_project->change({"a class", {added(ProjectClass{"dent", ClassKind::Defect, 2})}}));
    const Setting before{"a", "1"};
    QVERIFY(m_project->change({"a setting", {added(before)}}));
    say("Eva", 5, "scratch");
    say("Eva", 6, "scratch");
    for (const bool changes : {false, true}) {
        QVERIFY(m_project->beginReading("Ida", "Eva"));
        say("Ida", 0, "dent");
        if (changes)
            QVERIFY(m_project->change({"a setting", {changed(before, Setting{"a", "2"})}}));
        m_project->endReading();
        int undone = 0;
        for (; m_project->canUndo(); ++undone)
            QVERIFY(m_project->undo());
        QCOMPARE(undone, changes ? 2 : 3); // two labels; the setting, where it is as it was
        while (m_project->canRedo())
            QVERIFY(m_project->redo());
    }
}

/// What Eva has called otherwise cannot be called again what the second reader has taken out.
void TestUiReading::undoEndsWhereItsClassIsGone()
{
    const ProjectClass dent{"dent", ClassKind::Defect, 2};
    QVERIFY(m_project->change({"a class", {added(dent)}}));
    say("Eva", 5, "dent");
    Label renamed = m_project->contents().labels.back();
    const Label before = renamed;
    renamed.className = "scratch";
    QVERIFY(m_project->change({"say", {changed(before, renamed)}}));
    say("Eva", 6, "scratch");
    QVERIFY(m_project->beginReading("Ida", "Eva"));
    QVERIFY(m_project->change({"no dent", {removed(dent)}}));
    m_project->endReading();
    int undone = 0;
    for (; m_project->canUndo(); ++undone) {
        const auto done = m_project->undo();
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
    }
    QCOMPARE(undone, 1);
    QCOMPARE(m_project->contents().labels.back(), renamed);
}

void TestUiReading::idsAreGivenOnce()
{
    const std::int64_t next = m_project->nextLabelId();
    say("Eva", 5, "scratch");
    QVERIFY(m_project->undo());
    QCOMPARE(m_project->nextLabelId(), next + 1);
    Zone zone{m_project->nextZoneId(), "", ZoneKind::Ignore, {{0, 0}, {9, 0}, {9, 9}}};
    QVERIFY(m_project->change({"a zone", {added(zone)}}));
    QVERIFY(m_project->undo());
    QCOMPARE(m_project->nextZoneId(), zone.id + 1);
}

void TestUiReading::refuses_data()
{
    QTest::addColumn<QString>("reader");
    QTest::newRow("nobody") << QString();
    QTest::newRow("the first") << QString("Eva");
    QTest::newRow("imported masks") << QString(groundTruthReader);
    QTest::newRow("a control character") << QString("Ida\n");
    QTest::newRow("too long") << QString(400, 'x');
}

void TestUiReading::refuses()
{
    QFETCH(QString, reader);
    QCOMPARE(m_project->beginReading(reader, "Eva").error().code, ErrorCode::BadArgument);
    QVERIFY(!m_project->isBlind());
    QCOMPARE(m_project->reader(), QString("Eva"));
    QVERIFY(m_project->beginReading("Ida", "Eva"));
    QCOMPARE(m_project->beginReading("Uwe", "Eva").error().code, ErrorCode::BadArgument);
    QCOMPARE(m_project->reader(), QString("Ida"));
}

void TestUiReading::aClosedProjectEndsIt()
{
    QVERIFY(m_project->beginReading("Ida", "Eva"));
    m_project->close();
    QVERIFY(!m_project->isBlind());
    QCOMPARE(m_project->beginReading("Ida", "Eva").error().code, ErrorCode::WriteFailed);
    m_project->endReading(); // nothing to end
}

void TestUiReading::modelsOfTheAgreement()
{
    say("Ida", 0, "scratch");
    say("Ida", 1, goodClassName);
    const auto agreement =
        std::make_shared<const Agreement>(agreementOf(m_project->contents(), "Eva", "Ida", {}).value());
    AgreementModel table;
    DecisionListModel list;
    const QAbstractItemModelTester tableTester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester listTester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.rowCount(), 0);
    table.setAgreement(agreement);
    QCOMPARE(table.rowCount(), 3);
    QCOMPARE(table.columnCount(), 3);
    QCOMPARE(table.index(0, 0).data().toString(), QString("1"));
    QCOMPARE(table.index(1, 2).data().toString(), QString("1"));
    QCOMPARE(table.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QString("false alarm"));
    list.show(agreement, std::nullopt);
    QCOMPARE(list.rowCount(), 1);
    QCOMPARE(list.index(0, DecisionListModel::FirstColumn).data().toString(), QString("stain"));
    QVERIFY(list.decision(0).box == maskAt(1).box());
    list.show(agreement, std::pair(0, 0));
    QCOMPARE(list.rowCount(), 1);
    QCOMPARE(list.index(0, DecisionListModel::SecondColumn).data().toString(), QString("scratch"));
    list.show(agreement, std::pair(2, 2));
    QCOMPARE(list.rowCount(), 0);
    list.show(nullptr, std::nullopt);
    table.setAgreement(nullptr);
    QCOMPARE(table.columnCount(), 0);
}

void TestUiReading::wordsForWhatIsNotDefined()
{
    ConfusionTable one(2);
    one.add(0, 0, 5);
    ConfusionTable all = one;
    all.add(1, 1, 5);
    ConfusionTable some = all;
    some.add(0, 1, 2);
    const auto words = [](const ConfusionTable &table) { return AgreementWords::kappa(cohensKappa(table), table); };
    QVERIFY(words(ConfusionTable(2)).startsWith("none, as no region"));
    QVERIFY(words(one).startsWith("none, as both used one category only"));
    QVERIFY(words(all).contains("without an interval"));
    QVERIFY(words(some).contains("95 %"));
    for (const ConfusionTable &table : {ConfusionTable(0), one, all, some})
        QVERIFY(!words(table).contains("nan", Qt::CaseInsensitive));
}

QTEST_MAIN(TestUiReading)
#include "tst_ui_reading.moc"
