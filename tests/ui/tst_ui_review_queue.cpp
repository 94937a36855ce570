#include "ui/document/project_document.h"
#include "ui/document/region_review.h"
#include "ui/document/review_queue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace patina;

/// Which region comes next, over images that are not shown.
class TestUiReviewQueue : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void theNearestToAThresholdComesFirst();
    void everyRegionComesOnce();
    void anImageIsFinishedFirst();
    void theShownImageComesFirstAmongEquals();
    void whatWasSkippedComesAtTheEnd();
    void decisionsAreKnownWithoutTheImage();
    void undoBringsARegionBack();
    void theShownImageIsKnownByItsMasks();
    void aLowerThresholdLeavesRegionsToBeFound();
    void anotherModelAsksAnew();
    void withoutAProjectNothingWaits();
    void aSecondReadingGoesOverTheFirst();

private:
    /// A region of two rows, 10 pixels wide, at `place` on an image of 100 x 80 whose map has half its size.
    static RunMask maskAt(int place)
    {
        return RunMask::create({100, 80}, {{10 * place, 10, 20}, {10 * place + 1, 10, 20}}).value();
    }
    void score(int row, const std::vector<float> &peaks);
    void decide(int row, int place, const std::string &reader = "Eva");
    void showImage(int row, const std::vector<float> &peaks);
    std::string idOf(int row) const { return m_document->image(row).id; }
    ReviewTarget target(int row, int place) const { return {row, {10, 10 * place}}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<ProjectDocument> m_project;
    std::unique_ptr<RegionReview> m_review;
    std::unique_ptr<ReviewQueue> m_queue;
};

void TestUiReviewQueue::init()
{
    m_queue.reset();
    m_review.reset();
    m_project.reset();
    m_document = std::make_unique<Document>();
    m_folder = std::make_unique<QTemporaryDir>();
    Project project = Project::create(m_folder->filePath("a.patinaproj").toStdString()).value();
    Change start{"begin", {added(ProjectClass{"scratch", ClassKind::Defect, 0})}};
    Dataset dataset;
    dataset.root = "/parts";
    for (int i = 0; i < 4; ++i) {
        const std::string id = "image" + std::to_string(i) + ".png";
        start.edits.push_back(added(ProjectImage{id, id, std::string(64, 'a'), Split::Test, "good", ""}));
        ImageRecord record;
        record.id = id;
        record.path = "/parts/" + id;
        dataset.images.push_back(record);
    }
    QVERIFY(project.apply(start, "Eva"));
    m_project = std::make_unique<ProjectDocument>();
    ProjectContents contents = project.contents().value();
    m_project->open(std::move(project), std::move(contents), "Eva");
    m_document->setDataset(dataset);
    ModelInfo model;
    model.hash = "m";
    m_document->setModel(model, "m.patina", {3.0, 1.0, 2.0});
    m_review = std::make_unique<RegionReview>(m_project.get());
    m_queue = std::make_unique<ReviewQueue>(m_document.get(), m_project.get(), m_review.get());
}

/// Regions from the top down, in pixels of the map.
void TestUiReviewQueue::score(int row, const std::vector<float> &peaks)
{
    auto list = std::make_shared<RegionList>();
    list->threshold = 1.0;
    list->mapSize = {50, 40};
    for (int place = 0; place < std::ssize(peaks); ++place)
        list->regions.push_back(
            {{10, 10 * place}, {7, 5 * place}, {5, 5 * place, 5, 1}, 5, peaks[static_cast<std::size_t>(place)]});
    Inspection inspection;
    inspection.score = peaks.empty() ? 0.0 : 1.5;
    inspection.verdict = peaks.empty() ? Verdict::Ok : Verdict::Review;
    QVERIFY(m_document->putScore({"m", m_document->image(row).path, {}}, inspection, list));
}

void TestUiReviewQueue::decide(int row, int place, const std::string &reader)
{
    Label label;
    label.id = m_project->nextLabelId();
    label.image = idOf(row);
    label.className = "scratch";
    label.reader = reader;
    label.source = LabelSource::Region;
    label.mask = maskAt(place);
    QVERIFY(m_project->change({"label", {added(label)}}));
}

void TestUiReviewQueue::showImage(int row, const std::vector<float> &peaks)
{
    std::vector<FlaggedRegion> regions;
    for (int place = 0; place < std::ssize(peaks); ++place) {
        FlaggedRegion flagged;
        flagged.region.first = {5, 5 * place};
        flagged.region.peak = peaks[static_cast<std::size_t>(place)];
        flagged.mask = maskAt(place);
        regions.push_back(flagged);
    }
    m_review->show({idOf(row), "m", 1.0, {50, 40}, {100, 80}, {}}, regions);
}

void TestUiReviewQueue::theNearestToAThresholdComesFirst()
{
    QVERIFY(!m_queue->next(-1));
    score(0, {1.5F, 2.75F}); // 0.5 and 0.75 from a threshold
    score(1, {});
    score(2, {2.25F});
    QVERIFY(m_queue->progress() == (ReviewQueue::Progress{0, 3, 0}));
    QVERIFY(m_queue->next(-1) == target(2, 0));
    decide(2, 0);
    QVERIFY(m_queue->next(2) == target(0, 0));
    decide(0, 0);
    QVERIFY(m_queue->next(0) == target(0, 1));
    decide(0, 1);
    QVERIFY(!m_queue->next(0));
    QVERIFY(m_queue->progress() == (ReviewQueue::Progress{3, 3, 0}));
}

/// Whatever the order, and however many are skipped.
void TestUiReviewQueue::everyRegionComesOnce()
{
    for (const auto order : {ReviewQueue::Order::ByRegion, ReviewQueue::Order::ByImage}) {
        init();
        m_queue->setOrder(order);
        for (int row = 0; row < 4; ++row)
            score(row, {1.1F + 0.2F * static_cast<float>(row), 1.9F, 2.5F});
        std::set<std::pair<int, int>> seen;
        int row = 0;
        for (int step = 0; const auto next = m_queue->next(row); ++step) {
            row = next->row;
            if (step < 12 && step % 4 == 1) {
                m_queue->skip(*next);
                continue;
            }
            QVERIFY(seen.insert({next->row, next->first.y}).second);
            decide(next->row, next->first.y / 10);
        }
        QCOMPARE(seen.size(), std::size_t{12});
        QVERIFY(m_queue->progress() == (ReviewQueue::Progress{12, 12, 0}));
    }
}

void TestUiReviewQueue::anImageIsFinishedFirst()
{
    score(0, {1.5F, 1.4F});
    score(1, {2.01F});
    QVERIFY(m_queue->next(0) == target(1, 0));
    m_queue->setOrder(ReviewQueue::Order::ByImage);
    QVERIFY(m_queue->next(0) == target(0, 1));
    QVERIFY(m_queue->next(3) == target(1, 0));
}

void TestUiReviewQueue::theShownImageComesFirstAmongEquals()
{
    score(0, {1.5F});
    score(1, {1.5F});
    QVERIFY(m_queue->next(1) == target(1, 0));
    QVERIFY(m_queue->next(3) == target(0, 0));
}

void TestUiReviewQueue::whatWasSkippedComesAtTheEnd()
{
    score(0, {1.1F, 1.2F, 1.3F});
    m_queue->skip(target(0, 0));
    QVERIFY(m_queue->next(0) == target(0, 1));
    m_queue->skip(target(0, 1));
    QCOMPARE(m_queue->progress().skipped, 2);
    QVERIFY(m_queue->next(0) == target(0, 2));
    decide(0, 2);
    QVERIFY(m_queue->next(0) == target(0, 0)); // in the order of skipping
    m_queue->skip(target(0, 0));               // once more: behind the other
    QVERIFY(m_queue->next(0) == target(0, 1));
    decide(0, 1);
    QVERIFY(m_queue->next(0) == target(0, 0));
    QCOMPARE(m_queue->progress().skipped, 1);
}

void TestUiReviewQueue::decisionsAreKnownWithoutTheImage()
{
    decide(1, 0);
    decide(1, 1, "Ida");
    score(1, {1.5F, 1.5F});
    QVERIFY(m_queue->progress() == (ReviewQueue::Progress{1, 2, 0}));
    QVERIFY(m_queue->isDecided(target(1, 0)));
    QVERIFY(!m_queue->isDecided(target(1, 1))); // somebody else's
}

void TestUiReviewQueue::undoBringsARegionBack()
{
    score(0, {1.5F});
    QSignalSpy changed(m_queue.get(), &ReviewQueue::changed);
    decide(0, 0);
    QVERIFY(!m_queue->next(0));
    QVERIFY(m_project->undo());
    QVERIFY(m_queue->next(0) == target(0, 0));
    QVERIFY(m_project->redo());
    QVERIFY(!m_queue->next(0));
    QVERIFY(m_project->undo());
    QVERIFY(m_queue->next(0));
    QCOMPARE(changed.size(), 4);
}

/// A label of another threshold that misses the peak is a decision all the same: where the image is shown, that is
/// seen.
void TestUiReviewQueue::theShownImageIsKnownByItsMasks()
{
    score(0, {1.5F});
    Label label;
    label.id = m_project->nextLabelId();
    label.image = idOf(0);
    label.className = "scratch";
    label.reader = "Eva";
    label.source = LabelSource::Region; // of another threshold
    label.mask = RunMask::create({100, 80}, {{1, 19, 25}}).value();
    QVERIFY(m_project->change({"paint", {added(label)}}));
    QCOMPARE(m_queue->progress().decided, 0);
    showImage(0, {1.5F});
    QCOMPARE(m_queue->progress().decided, 1);
    showImage(1, {1.5F});
    QCOMPARE(m_queue->progress().decided, 1);
}

/// Until they are listed anew, or the image is shown, nobody may think that all of it was decided.
void TestUiReviewQueue::aLowerThresholdLeavesRegionsToBeFound()
{
    score(0, {1.5F});
    decide(0, 0);
    QCOMPARE(m_queue->progress(), (ReviewQueue::Progress{1, 1, 0}));
    m_document->setRange({3.0, 0.5, 2.0});
    QCOMPARE(m_queue->progress(), (ReviewQueue::Progress{1, 2, 0}));
    QCOMPARE(m_queue->next(1), std::optional(ReviewTarget{0, unlistedRegions}));
    auto list = std::make_shared<RegionList>(*m_document->result(0).regions);
    list->threshold = 0.5;
    QVERIFY(m_document->putRegions(m_document->result(0).stamp, list));
    QCOMPARE(m_queue->progress(), (ReviewQueue::Progress{1, 1, 0}));
    QVERIFY(!m_queue->next(1));
}

void TestUiReviewQueue::anotherModelAsksAnew()
{
    score(0, {1.5F});
    ModelInfo other;
    other.hash = "n";
    m_document->setModel(other, "n.patina", {3.0, 1.0, 2.0});
    QVERIFY(!m_queue->next(0));
    QCOMPARE(m_queue->progress().total, 0);
}

void TestUiReviewQueue::withoutAProjectNothingWaits()
{
    score(0, {1.5F});
    m_project->close();
    QVERIFY(!m_queue->next(0));
    QVERIFY(m_queue->progress() == ReviewQueue::Progress{});
}

void TestUiReviewQueue::aSecondReadingGoesOverTheFirst()
{
    decide(0, 0);
    decide(2, 1);
    score(0, {2.75F, 1.01F}); // the second one nobody has decided
    score(2, {1.5F, 1.5F});
    QVERIFY(m_project->beginReading("Ida", "Eva"));
    QVERIFY(m_queue->progress() == (ReviewQueue::Progress{0, 2, 0}));
    const ReviewTarget first{2, {10, 10}}; // pixels of the image: 0.5 from a threshold
    const ReviewTarget second{0, {10, 0}};
    QVERIFY(m_queue->next(0) == first);
    decide(2, 1, "Ida");
    QVERIFY(m_queue->next(2) == second);
    QVERIFY(m_queue->progress() == (ReviewQueue::Progress{1, 2, 0}));
    m_project->endReading();
    QVERIFY(m_queue->progress() == (ReviewQueue::Progress{2, 4, 0}));
}

QTEST_GUILESS_MAIN(TestUiReviewQueue)
#include "tst_ui_review_queue.moc"
