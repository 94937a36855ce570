#include "core/project/edit_text.h"
#include "core/project/fact_json.h"
#include "core/project/journal_csv.h"
#include "core/project/project.h"
#include "tests/core/project/made_project.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <atomic>
#include <memory>
#include <optional>

using namespace patina;

/// What a journal can be asked: its entries without their edits, those of an image, all as a file, and what an entry
/// changed, in words.
class TestProjectJournal : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void linesAreTheEntriesWithoutTheirEdits();
    void entriesOfAnImage();
    void theFileHasEveryEntry();
    void anUnwritableTargetIsSaid();
    void fieldsThatDifferAreTold();
    void addedAndRemovedFactsAreToldWhole();
    void masksOfOneSizeAreToldApart();
    void onlySomeEditsAreTold();
    void whatIsNoEditIsRefused_data();
    void whatIsNoEditIsRefused();

private:
    static std::string written(const Edit &edit) { return editsToJson({edit}).dump(); }
    void apply(const Change &change, const std::string &who = "Eva")
    {
        const auto entry = m_project->apply(change, who);
        QVERIFY2(entry, entry ? "" : entry.error().detail.c_str());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Project> m_project;
};

void TestProjectJournal::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = Project::create(m_folder->filePath("a.patinaproj").toStdString()).value();
    apply(madeStart());
    apply({"label a region as scratch", {added(madeLabel(1, "train/good/1.png"))}});
    apply({"label a region as scratch", {added(madeLabel(2, "test/scratch/2.png"))}}, "Ida");
    apply({"take a decision back", {removed(madeLabel(1, "train/good/1.png"))}});
}

void TestProjectJournal::linesAreTheEntriesWithoutTheirEdits()
{
    const auto entries = m_project->journal(1, 100).value();
    const auto lines = m_project->journalLines(1, 100).value();
    QCOMPARE(lines.size(), std::size_t{4});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const JournalEntry &entry = entries[i];
        QCOMPARE(lines[i], (JournalLine{entry.number, entry.utc, entry.who, entry.action, entry.sha256}));
    }
    QCOMPARE(m_project->journalLines(2, 2).value(), std::vector(lines.begin() + 1, lines.begin() + 3));
    QVERIFY(m_project->journalLines(5, 100).value().empty());
}

void TestProjectJournal::entriesOfAnImage()
{
    QCOMPARE(m_project->journalOf("train/good/1.png").value(), (std::vector<std::int64_t>{1, 2, 4}));
    QCOMPARE(m_project->journalOf("test/scratch/2.png").value(), (std::vector<std::int64_t>{1, 3}));
    QVERIFY(m_project->journalOf("1.png").value().empty()); // the end of another's name
    QVERIFY(m_project->journalOf("scratch").value().empty());
    QVERIFY(m_project->journalOf("\xff\"").value().empty());
}

void TestProjectJournal::theFileHasEveryEntry()
{
    for (int i = 0; i < 250; ++i) // more than are read at once
        apply({"scale, \"big\"", {i % 2 == 0 ? added(Setting{"a", "1"}) : removed(Setting{"a", "1"})}});
    const QString file = m_folder->filePath("journal.csv");
    const auto last = writeJournalCsv(*m_project, file.toStdString(), {});
    QVERIFY2(last, last ? "" : last.error().detail.c_str());
    QCOMPARE(*last, m_project->head().value());
    QFile csv(file);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = csv.readAll().split('\n');
    QCOMPARE(lines.size(), 1 + 254 + 1);
    QCOMPARE(lines.first(), QByteArray("number,utc,who,action,edits,previous,sha256"));
    for (int i = 1; i <= 254; ++i)
        QVERIFY(lines[i].startsWith(QByteArray::number(i) + ','));
    QVERIFY(lines[254].contains("\"scale, \"\"big\"\"\""));
    QVERIFY(lines[254].endsWith(last->sha256.c_str()));
}

void TestProjectJournal::anUnwritableTargetIsSaid()
{
    const auto last = writeJournalCsv(*m_project, m_folder->filePath("none/journal.csv").toStdString(), {});
    QVERIFY(!last);
    QCOMPARE(last.error().code, ErrorCode::WriteFailed);
    const std::atomic<bool> cancel{true};
    const auto cancelled =
        writeJournalCsv(*m_project, m_folder->filePath("journal.csv").toStdString(), JobContext(&cancel, {}));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(m_folder->filePath("journal.csv")));
}

void TestProjectJournal::fieldsThatDifferAreTold()
{
    Label renamed = madeLabel(7, "a.png");
    renamed.className = "dent";
    renamed.threshold.reset();
    const auto texts = editTexts(written(changed(madeLabel(7, "a.png"), renamed)), 10).value();
    QCOMPARE(texts.all, std::size_t{1});
    const EditText expected{"label",           "7",
                            "a.png",           madeMask(7).box(),
                            EditKind::Changed, {{"class", "scratch", "dent"}, {"threshold", "0.75", ""}}};
    QCOMPARE(texts.edits.front(), expected);
}

void TestProjectJournal::addedAndRemovedFactsAreToldWhole()
{
    const Zone zone{3, "a.png", ZoneKind::Ignore, {{1, 2}, {11, 2}, {11, 22}}};
    const auto texts = editTexts(editsToJson({added(zone), removed(Review{"b.png", "Eva", "2026-01-01T00:00:00Z"}),
                                              added(ProjectClass{"oil", ClassKind::Impurity, 2})})
                                     .dump(),
                                 10)
                           .value();
    QCOMPARE(texts.edits.size(), std::size_t{3});
    const EditText &made = texts.edits[0];
    QCOMPARE(made.kind, EditKind::Added);
    QCOMPARE(made.areaPx, cv::Rect(1, 2, 11, 21));
    QCOMPARE(
        made.fields,
        (std::vector<FieldText>{
            {"id", "", "3"}, {"image", "", "a.png"}, {"kind", "", "ignore"}, {"polygon", "", "1, 2; 11, 2; 11, 22"}}));
    // An entry of before zones could have thresholds of their own.
    const auto old = editsFromJson(nlohmann::json::parse(
        R"([{"what":"zone","before":null,"after":{"id":3,"image":"a.png","kind":"ignore","polygon":[[1,2],[11,2],[11,22]]}}])"));
    QVERIFY(old && *std::get<EditOf<Zone>>(old->front()).after == zone);
    QVERIFY(!editsFromJson(nlohmann::json::parse(
        R"([{"what":"zone","before":null,"after":{"id":3,"image":"a.png","kind":"ignore","other":1}}])")));
    const EditText &gone = texts.edits[1];
    QCOMPARE(gone.kind, EditKind::Removed);
    QCOMPARE(gone.name, std::string("b.png of Eva"));
    QCOMPARE(gone.image, std::string("b.png"));
    QCOMPARE(gone.fields.back(), (FieldText{"utc", "2026-01-01T00:00:00Z", ""}));
    QCOMPARE(texts.edits[2].image, std::string());
    QCOMPARE(texts.edits[2].fields.at(1), (FieldText{"kind", "", "impurity"}));
}

void TestProjectJournal::masksOfOneSizeAreToldApart()
{
    Label before = madeLabel(1, "a.png");
    Label after = before;
    before.mask = RunMask::create({100, 80}, {{5, 10, 12}, {6, 10, 11}, {7, 10, 12}}).value();
    after.mask = RunMask::create({100, 80}, {{5, 10, 12}, {6, 11, 12}, {7, 10, 12}}).value();
    const auto texts = editTexts(written(changed(before, after)), 10).value();
    QCOMPARE(texts.edits.front().fields,
             (std::vector<FieldText>{{"mask", "5 px: x 10, y 5, 2 x 3", "5 px: x 10, y 5, 2 x 3"}}));
}

void TestProjectJournal::onlySomeEditsAreTold()
{
    std::vector<Edit> edits;
    for (int i = 0; i < 40; ++i)
        edits.push_back(added(Setting{std::to_string(i), "1"}));
    const auto texts = editTexts(editsToJson(edits).dump(), 3).value();
    QCOMPARE(texts.all, std::size_t{40});
    QCOMPARE(texts.edits.size(), std::size_t{3});
    QCOMPARE(texts.edits.back().name, std::string("2"));
}

void TestProjectJournal::whatIsNoEditIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << "";
    QTest::newRow("cut off") << "[{";
    QTest::newRow("no list") << "{}";
    QTest::newRow("no edit") << "[1]";
    QTest::newRow("no fact") << R"([{"what": "label", "before": null, "after": null}])";
    QTest::newRow("unknown fact") << R"([{"what": "thing", "before": null, "after": {}}])";
    QTest::newRow("zone without corners")
        << R"([{"what": "zone", "before": {"id": 1, "image": "", "kind": "roi", "polygon": []}, "after": null}])";
    QTest::newRow("zone with a far corner")
        << R"([{"what": "zone", "before": null, "after": {"id": 1, "image": "", "kind": "roi",
               "polygon": [[-2147483648, 0], [2147483647, 0], [0, 9]]}}])";
    QTest::newRow("deep") << QString(100'000, '[');
}

void TestProjectJournal::whatIsNoEditIsRefused()
{
    QFETCH(QString, text);
    const auto texts = editTexts(text.toStdString(), 10);
    QVERIFY(!texts);
    QCOMPARE(texts.error().code, ErrorCode::BadFormat);
}

QTEST_APPLESS_MAIN(TestProjectJournal)
#include "tst_project_journal.moc"
