#include "core/project/fact_json.h"
#include "core/project/project.h"
#include "tests/core/project/made_project.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <limits>
#include <map>
#include <memory>
#include <optional>

using namespace patina;

/// Changes of a project: kept, refused, taken back.
class TestProject : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyKindOfFactIsKept();
    void whatAChangeDidCanBeTakenBack();
    void anyHistoryCanBeTakenBack();
    void aFailingEditUndoesItsChange();
    void contentsFollowEveryKindOfEdit();
    void staleEditsAreRefused();
    void badFactsAreRefused_data();
    void badFactsAreRefused();
    void classesOfLabelsStay();
    void imagesOfLabelsStay();
    void editsSurviveAsJson();
    void namesThatAreNotUtf8AreRefused();
    void pathsAreRelativeBelowTheProject();

private:
    std::filesystem::path file() const { return m_folder->filePath("a.patinaproj").toStdString(); }
    Project reopened()
    {
        m_project.reset();
        return Project::open(file(), Project::Access::ReadWrite).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Project> m_project;
};

void TestProject::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto project = Project::create(file());
    QVERIFY2(project, project ? "" : project.error().detail.c_str());
    m_project = std::move(*project);
    const auto entry = m_project->apply(madeStart(), "Eva");
    QVERIFY2(entry, entry ? "" : entry.error().detail.c_str());
    QCOMPARE(entry->number, std::int64_t{1});
}

void TestProject::everyKindOfFactIsKept()
{
    ProjectContents expected = m_project->contents().value();
    QCOMPARE(expected.images.size(), 2U);
    expected.labels = {madeLabel(1, "train/good/1.png"), madeLabel(7, "test/scratch/2.png", "good")};
    expected.labels[1].threshold.reset();
    expected.labels[1].source = LabelSource::Drawn;
    expected.reviews = {{"test/scratch/2.png", "Eva", "2026-11-28T12:00:00Z"},
                        {"test/scratch/2.png", "Jan", "2026-11-28T13:00:00Z"}};
    expected.zones = {{1, "", ZoneKind::Roi, {{0, 0}, {100, 0}, {50, 80}}},
                      {2, "train/good/1.png", ZoneKind::Ignore, {{-5, 3}, {7, 9}, {1, 1}, {2, -30}}},
                      {3, "", ZoneKind::Thresholds, {{0, 0}, {9, 0}, {9, 9}}, 0.8}};
    expected.models = {{std::string(64, 'd'), "m.patina", "2026-11-28T12:00:00Z"}};
    expected.settings = {{"mmPerPixel", "0.01"}, {"review.threshold", "0.4"}};
    Change change{"all kinds", {}};
    const auto add = [&](const auto &facts) {
        for (const auto &fact : facts)
            change.edits.push_back(added(fact));
    };
    add(expected.labels);
    add(expected.reviews);
    add(expected.zones);
    add(expected.models);
    add(expected.settings);
    const auto entry = m_project->apply(change, "Eva");
    QVERIFY2(entry, entry ? "" : entry.error().detail.c_str());
    QVERIFY(m_project->contents().value() == expected);
    QVERIFY(reopened().contents().value() == expected);
}

void TestProject::whatAChangeDidCanBeTakenBack()
{
    const ProjectContents before = m_project->contents().value();
    Change change{"label", {added(madeLabel(1, "train/good/1.png"))}};
    Label other = madeLabel(1, "train/good/1.png", "water stain");
    change.edits.push_back(changed(madeLabel(1, "train/good/1.png"), other));
    QVERIFY(m_project->apply(change, "Eva"));
    QCOMPARE(m_project->contents()->labels.front().className, std::string("water stain"));
    QVERIFY(m_project->apply(inverse(change, "undo: label"), "Eva"));
    QVERIFY(m_project->contents().value() == before);
    QVERIFY(m_project->apply(change, "Eva"));
    QCOMPARE(m_project->contents()->labels.size(), 1U);
    QCOMPARE(m_project->journal(1, 100)->size(), 4U); // also what was taken back is told
}

void TestProject::anyHistoryCanBeTakenBack()
{
    QVERIFY(rc::check([&] {
        const ProjectContents before = m_project->contents().value();
        std::map<std::int64_t, Label> labels;
        std::vector<Change> done;
        ProjectContents followed = before;
        const int steps = *rc::gen::inRange(1, 12);
        for (int step = 0; step < steps; ++step) {
            const std::int64_t id = *rc::gen::inRange(1, 5);
            const Label next =
                madeLabel(id, *rc::gen::element(std::string("train/good/1.png"), std::string("test/scratch/2.png")),
                          *rc::gen::element(std::string("scratch"), std::string("good")));
            const auto present = labels.find(id);
            Change change{"step", {}};
            if (present == labels.end())
                change.edits.push_back(added(next));
            else if (*rc::gen::arbitrary<bool>())
                change.edits.push_back(changed(present->second, next));
            else
                change.edits.push_back(removed(present->second));
            const auto &edit = std::get<EditOf<Label>>(change.edits.front());
            if (edit.after)
                labels[id] = *edit.after;
            else
                labels.erase(id);
            RC_ASSERT(m_project->apply(change, "Eva").has_value());
            RC_ASSERT(makeEdits(followed, change).has_value());
            done.push_back(change);
        }
        std::vector<Label> expected;
        for (const auto &[id, label] : labels)
            expected.push_back(label);
        RC_ASSERT(m_project->contents()->labels == expected);
        RC_ASSERT(*m_project->contents() == followed);
        for (auto change = done.rbegin(); change != done.rend(); ++change)
            RC_ASSERT(m_project->apply(inverse(*change, "undo"), "Eva").has_value());
        RC_ASSERT(m_project->contents().value() == before);
    }));
}

void TestProject::aFailingEditUndoesItsChange()
{
    const ProjectContents before = m_project->contents().value();
    const auto entry = m_project->apply(
        {"half", {added(madeLabel(1, "train/good/1.png")), added(madeLabel(2, "no/such.png"))}}, "Eva");
    QVERIFY(!entry);
    QCOMPARE(entry.error().code, ErrorCode::BadArgument);
    QVERIFY(m_project->contents().value() == before);
    QCOMPARE(m_project->head()->number, std::int64_t{1});
}

void TestProject::contentsFollowEveryKindOfEdit()
{
    ProjectContents contents = m_project->contents().value();
    const ProjectContents before = contents;
    const Change change{
        "all kinds",
        {added(ProjectImage{"a.png", "parts/a.png", std::string(64, 'b'), Split::Train, "good", ""}),
         changed(ProjectClass{"scratch", ClassKind::Defect, 0}, ProjectClass{"scratch", ClassKind::Ambiguous, 4}),
         added(madeLabel(3, "a.png")), added(madeLabel(1, "a.png", "good")),
         added(Review{"a.png", "Jan", "2026-11-28T13:00:00Z"}), added(Review{"a.png", "Eva", "2026-11-28T12:00:00Z"}),
         added(Zone{1, "", ZoneKind::Roi, {{0, 0}, {9, 0}, {5, 8}}}),
         added(ProjectModel{std::string(64, 'd'), "one.patina", "2026-11-28T12:00:00Z"}),
         added(Setting{"mmPerPixel", "0.01"}), removed(madeLabel(3, "a.png"))}};
    QVERIFY(m_project->apply(change, "Eva"));
    QVERIFY(makeEdits(contents, change));
    QVERIFY(contents == m_project->contents().value());
    QVERIFY(makeEdits(contents, inverse(change, "back")));
    QVERIFY(contents == before);

    // One that does not fit leaves all as it was.
    Change stale = change;
    stale.edits.push_back(removed(Setting{"mmPerPixel", "0.02"}));
    const auto refused = makeEdits(contents, stale);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    QVERIFY(contents == before);
    QVERIFY(!makeEdits(contents, {"twice", {added(before.images.front())}}));
}

void TestProject::staleEditsAreRefused()
{
    const Label label = madeLabel(1, "train/good/1.png");
    QVERIFY(!m_project->apply({"remove", {removed(label)}}, "Eva"));
    QVERIFY(m_project->apply({"add", {added(label)}}, "Eva"));
    const auto twice = m_project->apply({"add", {added(label)}}, "Eva");
    QVERIFY(!twice);
    QVERIFY2(twice.error().detail.find("label 1 is not as it was") != std::string::npos, twice.error().detail.c_str());
    Label other = label;
    other.reader = "Jan";
    QVERIFY(!m_project->apply({"change", {changed(other, label)}}, "Eva"));
    Label moved = label;
    moved.id = 2;
    QVERIFY(!m_project->apply({"change its key", {changed(label, moved)}}, "Eva"));
    QCOMPARE(m_project->contents()->labels, std::vector<Label>{label});
}

void TestProject::badFactsAreRefused_data()
{
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char *name, Edit edit) { QTest::newRow(name) << edit; };
    row("image without a name", added(ProjectImage{"", "a.png", "", Split::Test, "good", ""}));
    row("image without a path", added(ProjectImage{"a", "", "", Split::Test, "good", ""}));
    row("image with an endless path", added(ProjectImage{"a", std::string(5000, 'a'), "", Split::Test, "good", ""}));
    row("label without an id", added(madeLabel(0, "train/good/1.png")));
    row("label with an endless id", added(madeLabel(std::numeric_limits<std::int64_t>::max(), "train/good/1.png")));
    row("zone without an id", added(Zone{0, "", ZoneKind::Roi, {{0, 0}, {1, 1}, {0, 1}}}));
    row("class called good", added(ProjectClass{"good", ClassKind::Defect, 0}));
    row("class without a name", added(ProjectClass{"  ", ClassKind::Defect, 0}));
    row("class with a control character", added(ProjectClass{"a\nb", ClassKind::Defect, 0}));
    row("class with a slash", added(ProjectClass{"a/b", ClassKind::Defect, 0}));
    row("class with a long name", added(ProjectClass{std::string(300, 'a'), ClassKind::Defect, 0}));
    Label empty = madeLabel(1, "train/good/1.png");
    empty.mask = RunMask({10, 10});
    row("label without a pixel", added(empty));
    Label endless = madeLabel(1, "train/good/1.png");
    endless.threshold = std::numeric_limits<double>::infinity();
    row("label with an endless threshold", added(endless));
    row("label of no class", added(madeLabel(1, "train/good/1.png", "no such class")));
    row("label of no image", added(madeLabel(1, "no/such.png")));
    row("review of no image", added(Review{"no/such.png", "Eva", ""}));
    row("review of nobody", added(Review{"train/good/1.png", "", ""}));
    row("zone of two corners", added(Zone{1, "", ZoneKind::Roi, {{0, 0}, {1, 1}}}));
    const std::vector<cv::Point> corners{{0, 0}, {1, 1}, {0, 1}};
    row("zone without its thresholds", added(Zone{1, "", ZoneKind::Thresholds, corners}));
    row("zone to ignore with thresholds", added(Zone{1, "", ZoneKind::Ignore, corners, 0.8}));
    row("zone with no threshold", added(Zone{1, "", ZoneKind::Thresholds, corners, 0.0}));
    row("zone with endless thresholds",
        added(Zone{1, "", ZoneKind::Thresholds, corners, std::numeric_limits<double>::quiet_NaN()}));
    row("model without a hash", added(ProjectModel{"", "m.patina", ""}));
    row("setting without a name", added(Setting{"", "1"}));
}

void TestProject::badFactsAreRefused()
{
    QFETCH(Edit, edit);
    const ProjectContents before = m_project->contents().value();
    const auto entry = m_project->apply({"bad", {edit}}, "Eva");
    QVERIFY(!entry);
    QCOMPARE(entry.error().code, ErrorCode::BadArgument);
    QVERIFY(!entry.error().detail.empty());
    QVERIFY(m_project->contents().value() == before);
}

void TestProject::classesOfLabelsStay()
{
    const ProjectClass scratch{"scratch", ClassKind::Defect, 0};
    const Label label = madeLabel(1, "train/good/1.png");
    QVERIFY(m_project->apply({"label", {added(label)}}, "Eva"));
    const auto refused = m_project->apply({"remove the class", {removed(scratch)}}, "Eva");
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.find("scratch") != std::string::npos, refused.error().detail.c_str());
    Label other = label;
    other.className = "water stain";
    QVERIFY(m_project->apply({"relabel and remove", {removed(scratch), changed(label, other)}}, "Eva"));
}

void TestProject::imagesOfLabelsStay()
{
    const ProjectImage image = m_project->contents()->images.front();
    QVERIFY(m_project->apply({"label", {added(madeLabel(1, image.id))}}, "Eva"));
    QVERIFY(!m_project->apply({"remove the image", {removed(image)}}, "Eva"));
    QVERIFY(m_project->apply({"remove both", {removed(madeLabel(1, image.id)), removed(image)}}, "Eva"));
}

void TestProject::editsSurviveAsJson()
{
    Change change = madeStart();
    change.edits.push_back(changed(madeLabel(1, "a"), madeLabel(1, "b")));
    change.edits.push_back(removed(Zone{1, "", ZoneKind::Ignore, {{0, 0}, {1, -1}, {5, 5}}}));
    change.edits.push_back(added(Review{"a", "Eva", "now"}));
    change.edits.push_back(added(ProjectModel{"h", "p", "now"}));
    change.edits.push_back(changed(Setting{"a", "1"}, Setting{"a", "\xC3\xA4"}));
    const auto read = editsFromJson(editsToJson(change.edits));
    QVERIFY(read);
    QVERIFY(*read == change.edits);
    auto extra = editsToJson(change.edits);
    extra[0]["after"]["more"] = 1;
    QVERIFY(!editsFromJson(extra));
    auto wrong = editsToJson(change.edits);
    wrong[0]["what"] = "thing";
    QVERIFY(!editsFromJson(wrong));
    auto mask = editsToJson({added(madeLabel(1, "a"))});
    mask[0]["after"]["mask"] = "AAAA";
    QVERIFY(!editsFromJson(mask));
}

void TestProject::namesThatAreNotUtf8AreRefused()
{
    const auto entry = m_project->apply(
        {"old name", {added(ProjectImage{"a\xFF.png", "a\xFF.png", "", Split::Test, "good", ""})}}, "Eva");
    QVERIFY(!entry);
    QVERIFY2(entry.error().detail.find("UTF-8") != std::string::npos, entry.error().detail.c_str());
}

void TestProject::pathsAreRelativeBelowTheProject()
{
    const auto folder = file().parent_path();
    QCOMPARE(m_project->storedPath(folder / "parts" / "1.png"), std::string("parts/1.png"));
    QCOMPARE(m_project->storedPath("/elsewhere/1.png"), std::string("/elsewhere/1.png"));
    QCOMPARE(m_project->fullPath("parts/1.png"), folder / "parts" / "1.png");
    QCOMPARE(m_project->fullPath("/elsewhere/1.png"), std::filesystem::path("/elsewhere/1.png"));
    QCOMPARE(m_project->storedPath(folder.parent_path() / "1.png"), (folder.parent_path() / "1.png").string());
}

QTEST_APPLESS_MAIN(TestProject)
#include "tst_project.moc"
