#include "core/project/project.h"
#include "tests/core/project/made_project.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <memory>

using namespace patina;

/// Results in a project, and projects of version 1, which have none.
class TestProjectScores : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void resultsAreKept();
    void theLastUsedModelComesFirst();
    void resultsAreNoFacts();
    void zonesForgetResults();
    void onlyEightModelsKeepTheirResults();
    void readersPutNone();
    void rowsOfAStrangerAreLeftOut();
    void aProjectOfVersionOneIsBroughtUpToDate();
    void zonesOfVersionTwoAreKept();
    void aCopyOfAnotherTimeStays();
    void aProjectOfVersionOneCanBeRead();
    void noRoomForTheCopyMeansReadOnly();

private:
    QString path(const char *name = "a.patinaproj") const { return m_folder->filePath(name); }
    std::filesystem::path file() const { return path().toStdString(); }
    Project made() const
    {
        Project project = Project::create(file()).value();
        project.apply(madeStart(), "Eva").value();
        return project;
    }
    /// As the program before wrote it.
    void makeVersionOne() const
    {
        made();
        SQLite::Database(file().string(), SQLite::OPEN_READWRITE)
            .exec("DROP TABLE scores; DROP TABLE scoringModels; PRAGMA user_version = 1");
        makeOldZones("");
    }
    /// The table of versions 1 and 2.
    void makeOldZones(const char *rows) const
    {
        SQLite::Database(file().string(), SQLite::OPEN_READWRITE)
            .exec(
                std::string(
                    "DROP TABLE zones; CREATE TABLE zones (id INTEGER PRIMARY KEY, image TEXT NOT NULL, kind TEXT NOT "
                    "NULL CHECK (kind IN ('roi', 'ignore')), polygon TEXT NOT NULL) STRICT; ") +
                rows);
    }
    int versionOf(const std::filesystem::path &project) const
    {
        return SQLite::Database(project.string()).execAndGet("PRAGMA user_version").getInt();
    }
    QStringList beside() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

ScoringModel model(char letter)
{
    return {std::string(64, letter), std::string(1, letter) + ".patina", 3.0, 1.0, 2.0};
}

std::vector<ImageScore> madeScores(double score = 1.5)
{
    return {{"test/scratch/2.png", std::string(64, 'a'), 4000, 1'764'000'000'000, score, Verdict::Review},
            {"train/good/1.png", std::string(64, 'b'), 5000, 1'764'000'000'001, -0.25, std::nullopt}};
}

} // namespace

void TestProjectScores::resultsAreKept()
{
    {
        Project project = made();
        QVERIFY(project.putScores(model('m'), madeScores()));
        QVERIFY(project.putScores(model('m'), std::vector{madeScores(9.0).front()})); // in place of the one before
    }
    const Project project = Project::open(file(), Project::Access::ReadOnly).value();
    QVERIFY(project.scoringModels().value() == std::vector{model('m')});
    auto expected = madeScores();
    expected.front().score = 9.0;
    QVERIFY(project.scores(model('m').hash).value() == expected);
    QVERIFY(project.scores(std::string(64, 'x'))->empty());
    ScoringModel raw = model('r');
    raw.review.reset();
    raw.reject.reset();
    QVERIFY(Project::open(file(), Project::Access::ReadWrite)->putScores(raw, {}));
    QVERIFY(Project::open(file(), Project::Access::ReadOnly)->scoringModels()->front() == raw);
}

void TestProjectScores::theLastUsedModelComesFirst()
{
    Project project = made();
    for (const char letter : {'a', 'b', 'a'})
        QVERIFY(project.putScores(model(letter), madeScores()));
    QVERIFY(project.scoringModels().value() == (std::vector{model('a'), model('b')}));
    QVERIFY(project.putScores(model('b'), {})); // used, though it has said nothing new
    QVERIFY(project.scoringModels()->front() == model('b'));
    QCOMPARE(project.scores(model('b').hash)->size(), std::size_t{2});
}

void TestProjectScores::resultsAreNoFacts()
{
    Project project = made();
    const ProjectContents before = project.contents().value();
    const JournalEntry head = project.head().value();
    QVERIFY(project.putScores(model('m'), madeScores()));
    QVERIFY(project.contents().value() == before);
    QVERIFY(project.head().value() == head);
    QVERIFY(project.verify({})->good());
    // An image that goes takes its results along; one that comes back has them again: the stamp decides.
    const Change gone{"remove", {removed(before.images.front())}};
    QVERIFY(project.apply(gone, "Eva"));
    QCOMPARE(project.scores(model('m').hash)->size(), std::size_t{1});
    QVERIFY(project.apply(inverse(gone, "undo"), "Eva"));
    QCOMPARE(project.scores(model('m').hash)->size(), std::size_t{2});
}

void TestProjectScores::zonesForgetResults()
{
    Project project = made();
    const auto left = [&] { return project.scores(model('m').hash)->size(); };
    QVERIFY(project.putScores(model('m'), madeScores()));
    Zone zone;
    zone.id = 7;
    zone.image = "train/good/1.png";
    zone.polygon = {{1, 1}, {5, 1}, {5, 5}};
    const Change one{"zone", {added(zone)}};
    QVERIFY(project.apply(one, "Eva"));
    QCOMPARE(left(), std::size_t{1});
    QVERIFY(project.putScores(model('m'), madeScores()));
    QVERIFY(project.apply(inverse(one, "undo"), "Eva"));
    QCOMPARE(left(), std::size_t{1});
    zone.image.clear(); // of all images
    QVERIFY(project.putScores(model('m'), madeScores()));
    QVERIFY(project.apply({"zone", {added(zone)}}, "Eva"));
    QCOMPARE(left(), std::size_t{0});
}

void TestProjectScores::onlyEightModelsKeepTheirResults()
{
    Project project = made();
    for (char letter = 'a'; letter < 'a' + 10; ++letter)
        QVERIFY(project.putScores(model(letter), madeScores()));
    QCOMPARE(project.scoringModels()->size(), std::size_t{8});
    QCOMPARE(project.scoringModels()->front(), model('j'));
    QVERIFY(project.scores(model('b').hash)->empty());
    QCOMPARE(project.scores(model('c').hash)->size(), std::size_t{2});
}

void TestProjectScores::readersPutNone()
{
    const Project writer = made();
    Project reader = Project::open(file(), Project::Access::ReadOnly).value();
    const auto put = reader.putScores(model('m'), madeScores());
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::WriteFailed);
}

void TestProjectScores::rowsOfAStrangerAreLeftOut()
{
    {
        Project project = made();
        QVERIFY(project.putScores(model('m'), madeScores()));
        QVERIFY(project.putScores(model('n'), madeScores()));
    }
    SQLite::Database(file().string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE scores SET sha256 = 'short' WHERE image = 'test/scratch/2.png';"
              "UPDATE scores SET score = 9e999 WHERE image = 'train/good/1.png' AND model LIKE 'n%';"
              "INSERT INTO scores SELECT model, 'no such image', sha256, 1, 1, 1.0, NULL FROM scores LIMIT 1;"
              "UPDATE scoringModels SET top = 0.0 WHERE hash LIKE 'n%'");
    const Project project = Project::open(file(), Project::Access::ReadOnly).value();
    QVERIFY(project.scoringModels().value() == std::vector{model('m')});
    QCOMPARE(project.scores(model('m').hash)->size(), std::size_t{1});
    QVERIFY(project.scores(model('n').hash)->empty());
}

void TestProjectScores::aProjectOfVersionOneIsBroughtUpToDate()
{
    makeVersionOne();
    const ProjectContents before = Project::open(file(), Project::Access::ReadOnly)->contents().value();
    {
        Project project = Project::open(file(), Project::Access::ReadWrite).value();
        QCOMPARE(project.access(), Project::Access::ReadWrite);
        QVERIFY(project.contents().value() == before);
        QVERIFY(project.putScores(model('m'), madeScores()));
        QVERIFY(project.apply({"label", {added(madeLabel(1, "train/good/1.png"))}}, "Eva"));
        QVERIFY(project.verify({})->good());
    }
    QCOMPARE(versionOf(file()), 3);
    QCOMPARE(beside(), (QStringList{"a.patinaproj", "a.patinaproj.v1"}));
    QCOMPARE(versionOf(path("a.patinaproj.v1").toStdString()), 1);
    const Project old = Project::open(path("a.patinaproj.v1").toStdString(), Project::Access::ReadOnly).value();
    QVERIFY(old.contents().value() == before);
    QVERIFY(old.verify({})->good());
    QCOMPARE(Project::open(file(), Project::Access::ReadWrite)->scoringModels()->size(), std::size_t{1}); // once
}

void TestProjectScores::zonesOfVersionTwoAreKept()
{
    made();
    makeOldZones("INSERT INTO zones VALUES (1, '', 'roi', '0,0 9,0 9,9'), (4, 'train/good/1.png', 'ignore', '0,0 5,0 "
                 "5,5'); PRAGMA user_version = 2");
    const std::vector<Zone> zones{{1, "", ZoneKind::Roi, {{0, 0}, {9, 0}, {9, 9}}},
                                  {4, "train/good/1.png", ZoneKind::Ignore, {{0, 0}, {5, 0}, {5, 5}}}};
    QVERIFY(Project::open(file(), Project::Access::ReadOnly)->contents()->zones == zones);
    QCOMPARE(versionOf(file()), 2);
    Project project = Project::open(file(), Project::Access::ReadWrite).value();
    QVERIFY(project.contents()->zones == zones);
    QCOMPARE(versionOf(file()), 3);
    QVERIFY(beside().contains("a.patinaproj.v2"));
    QVERIFY(project.putScores(model('m'), madeScores()));
    Zone own{5, "", ZoneKind::Thresholds, {{0, 0}, {9, 0}, {9, 9}}, 1.5};
    QVERIFY(project.apply({"zone", {added(own)}}, "Eva"));
    QVERIFY(project.scores(std::string(64, 'm'))->empty()); // the zone holds for all images
}

void TestProjectScores::aCopyOfAnotherTimeStays()
{
    makeVersionOne();
    QVERIFY(QFile::copy(path(), path("first")));
    QVERIFY(Project::open(file(), Project::Access::ReadWrite));
    // The same one again: the copy is that of a program that was killed. Another one: it has a copy of its own.
    QVERIFY(QFile::remove(path()) && QFile::rename(path("first"), path()));
    QVERIFY(Project::open(file(), Project::Access::ReadWrite));
    QCOMPARE(beside(), (QStringList{"a.patinaproj", "a.patinaproj.v1"}));
    QVERIFY(QFile::remove(path()));
    {
        Project other = made();
        QVERIFY(other.apply({"other", {added(Setting{"a", "b"})}}, "Jan"));
    }
    SQLite::Database(file().string(), SQLite::OPEN_READWRITE)
        .exec("DROP TABLE scores; DROP TABLE scoringModels; PRAGMA user_version = 1");
    QVERIFY(Project::open(file(), Project::Access::ReadWrite));
    QCOMPARE(beside(), (QStringList{"a.patinaproj", "a.patinaproj.v1", "a.patinaproj.v1-2"}));
}

void TestProjectScores::aProjectOfVersionOneCanBeRead()
{
    makeVersionOne();
    QFile stored(path());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray before = stored.readAll();
    {
        const Project project = Project::open(file(), Project::Access::ReadOnly).value();
        QCOMPARE(project.contents()->images.size(), std::size_t{2});
        QVERIFY(project.scoringModels()->empty());
        QVERIFY(project.scores(model('m').hash)->empty());
        QVERIFY(project.verify({})->good());
    }
    stored.seek(0);
    QCOMPARE(stored.readAll(), before);
    QCOMPARE(beside(), QStringList{"a.patinaproj"});
}

/// A folder in the place of the copy's part stands for a disk that cannot take it.
void TestProjectScores::noRoomForTheCopyMeansReadOnly()
{
    makeVersionOne();
    QVERIFY(QDir(m_folder->path()).mkpath("a.patinaproj.old-part/in the way"));
    const Project project = Project::open(file(), Project::Access::ReadWrite).value();
    QCOMPARE(project.access(), Project::Access::ReadOnly);
    QVERIFY2(project.whyReadOnly().find("could not be brought up to date") != std::string::npos,
             project.whyReadOnly().c_str());
    QCOMPARE(project.contents()->images.size(), std::size_t{2});
    QCOMPARE(versionOf(file()), 1);
}

QTEST_APPLESS_MAIN(TestProjectScores)
#include "tst_project_scores.moc"
