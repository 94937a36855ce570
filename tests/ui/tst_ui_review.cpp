#include "ui/document/project_document.h"
#include "ui/document/region_review.h"
#include "ui/models/region_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace patina;

/// A project that is open, its undo, and decisions on regions.
class TestUiReview : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void decisionsAreKept();
    void undoAndRedoAreKept();
    void aNewDecisionEndsRedo();
    void anotherDecisionTakesThePlaceOfTheFirst();
    void severalRegionsAtOnce();
    void harmlessMakesItsClassOnce();
    void regionsFindTheirLabelsAgain();
    void aPartIsDecidedByItself();
    void othersLabelsAreNotMine();
    void importedMasksAreShownBeside();
    void aFailedChangeChangesNothing();
    void modelFollowsTheReview();

private:
    std::filesystem::path file() const { return m_folder->filePath("a.patinaproj").toStdString(); }
    void reopen(const QString &reader = "Eva");
    void showRegions(int count = 3);
    std::string classOf(int row) const { return m_review->items().at(static_cast<std::size_t>(row)).className; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectDocument> m_project;
    std::unique_ptr<RegionReview> m_review;
};

namespace {

constexpr const char *kImage = "test/a.png";

RunMask maskAt(int place)
{
    return RunMask::create({100, 80}, {{10 * place, 10, 20}, {10 * place + 1, 10, 20}}).value();
}

/// The third has the highest peak.
FlaggedRegion regionAt(int place)
{
    FlaggedRegion flagged;
    flagged.region.id = place + 1;
    flagged.region.peak = static_cast<float>(place == 2 ? 9 : place);
    flagged.mask = maskAt(place);
    return flagged;
}

} // namespace

void TestUiReview::init()
{
    m_review.reset();
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    {
        Project project = Project::create(file()).value();
        const Change start{"begin",
                           {added(ProjectImage{kImage, "a.png", std::string(64, 'a'), Split::Test, "good", ""}),
                            added(ProjectImage{"test/b.png", "b.png", std::string(64, 'b'), Split::Test, "good", ""}),
                            added(ProjectClass{"scratch", ClassKind::Defect, 0}),
                            added(ProjectClass{"dent", ClassKind::Defect, 1})}};
        QVERIFY(project.apply(start, "Eva"));
    }
    reopen();
    showRegions();
}

void TestUiReview::reopen(const QString &reader)
{
    m_review.reset();
    m_project.reset();
    m_project = std::make_unique<ProjectDocument>();
    m_review = std::make_unique<RegionReview>(m_project.get());
    Project project = Project::open(file(), Project::Access::ReadWrite).value();
    ProjectContents contents = project.contents().value();
    m_project->open(std::move(project), std::move(contents), reader);
}

void TestUiReview::showRegions(int count)
{
    std::vector<FlaggedRegion> regions;
    for (int place = 0; place < count; ++place)
        regions.push_back(regionAt(place));
    m_review->show({kImage, std::string(64, 'c'), 1.0, {100, 80}, {100, 80}}, std::move(regions));
}

void TestUiReview::decisionsAreKept()
{
    QCOMPARE(m_review->items().front().flagged.region.id, 3); // the highest peak first
    QCOMPARE(m_review->nextUndecided(-1), 0);
    QVERIFY(m_review->decide({0}, "scratch"));
    QCOMPARE(classOf(0), std::string("scratch"));
    QCOMPARE(m_review->nextUndecided(0), 1);
    QVERIFY(m_review->decide({1}, "good"));
    QCOMPARE(m_review->decided(), 2);
    QVERIFY(m_review->decide({2}, "dent"));
    QCOMPARE(m_review->nextUndecided(2), -1);
    reopen();
    showRegions();
    QCOMPARE(classOf(0), std::string("scratch"));
    QCOMPARE(classOf(1), std::string("good"));
    QCOMPARE(classOf(2), std::string("dent"));
    const Label &label = m_project->contents().labels.front();
    QCOMPARE(label.reader, std::string("Eva"));
    QCOMPARE(label.source, LabelSource::Region);
    QCOMPARE(label.modelHash, std::string(64, 'c'));
    QCOMPARE(label.threshold, std::optional(1.0));
    QVERIFY(m_project->project().verify({})->good());
}

void TestUiReview::undoAndRedoAreKept()
{
    QVERIFY(!m_project->canUndo() && !m_project->canRedo());
    QVERIFY(!m_project->undo() && !m_project->redo());
    const ProjectContents before = m_project->contents();
    for (const int row : {0, 1, 2})
        QVERIFY(m_review->decide({row}, "scratch"));
    const ProjectContents after = m_project->contents();
    QCOMPARE(m_project->undoText(), std::string("label a region as scratch"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_project->undo());
    QVERIFY(m_project->contents() == before);
    QCOMPARE(m_review->decided(), 0);
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_project->redo());
    QVERIFY(m_project->contents() == after);
    QCOMPARE(m_review->decided(), 3);
    QVERIFY(m_project->contents() == m_project->project().contents().value());
    QVERIFY(m_project->project().verify({})->good());
    const auto journal = m_project->project().journal(1, 100).value();
    QCOMPARE(journal.size(), std::size_t{10});
    QCOMPARE(journal[4].action, std::string("undo: label a region as scratch"));
    QCOMPARE(journal.back().action, std::string("redo: label a region as scratch"));
}

void TestUiReview::aNewDecisionEndsRedo()
{
    QSignalSpy history(m_project.get(), &ProjectDocument::historyChanged);
    QVERIFY(m_review->decide({0}, "scratch"));
    QVERIFY(m_project->undo());
    QVERIFY(m_project->canRedo());
    QVERIFY(m_review->decide({0}, "dent"));
    QVERIFY(!m_project->canRedo());
    QCOMPARE(history.count(), 3);
    QVERIFY(m_project->undo());
    QCOMPARE(classOf(0), std::string());
}

void TestUiReview::anotherDecisionTakesThePlaceOfTheFirst()
{
    QVERIFY(m_review->decide({0}, "scratch"));
    QVERIFY(m_review->decide({0}, "dent"));
    QCOMPARE(m_project->contents().labels.size(), std::size_t{1});
    QCOMPARE(classOf(0), std::string("dent"));
    QVERIFY(m_review->withdraw({0}));
    QVERIFY(m_project->contents().labels.empty());
    QCOMPARE(classOf(0), std::string());
    const auto entries = m_project->project().head()->number;
    QVERIFY(m_review->withdraw({0})); // nothing to take back: no entry
    QCOMPARE(m_project->project().head()->number, entries);
}

void TestUiReview::severalRegionsAtOnce()
{
    QVERIFY(m_review->decide({0, 2}, "dent"));
    QCOMPARE(m_project->undoText(), std::string("label 2 regions as dent"));
    QCOMPARE(m_review->decided(), 2);
    QVERIFY(m_project->undo());
    QCOMPARE(m_review->decided(), 0);
    QCOMPARE(m_review->decide({}, "dent").error().code, ErrorCode::BadArgument);
}

void TestUiReview::harmlessMakesItsClassOnce()
{
    QVERIFY(m_review->decideHarmless({0}));
    QVERIFY(m_review->decideHarmless({1}));
    QVERIFY(m_review->decideAmbiguous({2}));
    const auto classes = m_project->classes();
    QCOMPARE(classes.size(), std::size_t{4});
    QCOMPARE(classes[2].name, std::string("harmless"));
    QCOMPARE(classes[2].kind, ClassKind::Impurity);
    QCOMPARE(classes[3].kind, ClassKind::Ambiguous);
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_project->undo());
    QCOMPARE(m_project->classes().size(), std::size_t{2});
}

/// At another threshold regions have other pixels.
void TestUiReview::regionsFindTheirLabelsAgain()
{
    QVERIFY(m_review->decide({0}, "scratch"));
    FlaggedRegion grown = regionAt(2);
    grown.mask = united(grown.mask, RunMask::create({100, 80}, {{25, 0, 90}}).value());
    m_review->show({kImage, std::string(64, 'c'), 0.5, {100, 80}, {100, 80}}, {grown});
    QCOMPARE(classOf(0), std::string("scratch"));
    QVERIFY(m_review->decide({0}, "dent"));
    QCOMPARE(m_project->contents().labels.size(), std::size_t{1});
    m_review->show({"test/b.png", std::string(64, 'c'), 0.5, {100, 80}, {100, 80}}, {grown});
    QCOMPARE(classOf(0), std::string());
}

/// One region at a low threshold is two at a higher one: deciding one of them leaves the other as it was.
void TestUiReview::aPartIsDecidedByItself()
{
    FlaggedRegion whole = regionAt(0);
    whole.mask = united(united(maskAt(0), maskAt(1)), RunMask::create({100, 80}, {{5, 10, 20}}).value());
    m_review->show({kImage, std::string(64, 'c'), 0.5, {100, 80}, {100, 80}}, {whole});
    QVERIFY(m_review->decide({0}, "scratch"));
    showRegions(2);
    QCOMPARE(m_review->decided(), 2);
    const ProjectContents before = m_project->contents();
    QVERIFY(m_review->decide({0}, "dent")); // the second place, which has the higher peak
    QCOMPARE(classOf(0), std::string("dent"));
    QCOMPARE(classOf(1), std::string("scratch"));
    QCOMPARE(m_project->contents().labels.size(), std::size_t{2});
    QVERIFY(common(m_project->contents().labels[0].mask, m_project->contents().labels[1].mask).empty());
    QVERIFY(m_review->withdraw({1})); // on no other region: it goes as a whole
    QCOMPARE(classOf(1), std::string());
    QCOMPARE(m_project->contents().labels.size(), std::size_t{1});
    QVERIFY(m_project->undo() && m_project->undo());
    QVERIFY(m_project->contents() == before);
}

void TestUiReview::othersLabelsAreNotMine()
{
    QVERIFY(m_review->decide({0}, "scratch"));
    reopen("Jan");
    showRegions();
    QCOMPARE(classOf(0), std::string());
    QVERIFY(m_review->decide({0}, "dent"));
    QCOMPARE(m_project->contents().labels.size(), std::size_t{2});
    QVERIFY(!m_project->isReviewed(kImage));
    QVERIFY(m_project->change({"done", {added(Review{kImage, "Jan", "2026-11-28T12:00:00Z"})}}));
    QVERIFY(m_project->isReviewed(kImage) && !m_project->isReviewed("test/b.png"));
    reopen("Eva");
    showRegions();
    QCOMPARE(classOf(0), std::string("scratch"));
    QVERIFY(!m_project->isReviewed(kImage));
}

void TestUiReview::importedMasksAreShownBeside()
{
    Label truth;
    truth.id = m_project->nextLabelId();
    truth.image = kImage;
    truth.className = "dent";
    truth.reader = "ground truth";
    truth.source = LabelSource::Imported;
    truth.mask = maskAt(2);
    QVERIFY(m_project->change({"import", {added(truth)}}));
    QCOMPARE(m_review->items().front().truth, std::string("dent"));
    QCOMPARE(classOf(0), std::string()); // what a mask says is no decision
    QVERIFY(m_review->decide({0}, "scratch"));
    QCOMPARE(m_project->contents().labels.size(), std::size_t{2}); // and no decision takes its place
}

void TestUiReview::aFailedChangeChangesNothing()
{
    QVERIFY(m_review->decide({0}, "scratch"));
    const ProjectContents before = m_project->contents();
    QCOMPARE(m_review->decide({1}, "no such class").error().code, ErrorCode::BadArgument);
    QVERIFY(m_project->contents() == before);
    QCOMPARE(m_project->undoText(), std::string("label a region as scratch"));
    QCOMPARE(classOf(1), std::string());
}

void TestUiReview::modelFollowsTheReview()
{
    RegionListModel model(m_review.get(), m_project.get());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    showRegions(2);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.index(0, 0).data(RegionListModel::DecidedRole).toBool());
    QVERIFY(m_review->decide({0}, "dent"));
    QVERIFY(model.index(0, 0).data(RegionListModel::DecidedRole).toBool());
    QCOMPARE(model.index(0, 0).data().toString(), QString("dent"));
    QVERIFY(model.index(0, 0).data(Qt::DecorationRole).isValid());
    QCOMPARE(model.index(0, RegionListModel::AreaColumn).data().toString(), QString("20"));
    showRegions(3);
    QCOMPARE(model.rowCount(), 3);
    m_review->clear();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestUiReview)
#include "tst_ui_review.moc"
