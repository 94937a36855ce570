#include "core/project/project.h"
#include "tests/core/project/made_project.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <atomic>
#include <csignal>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

using namespace patina;

/// A project whose journal has to tell all of it, whoever touched the file.
class TestProjectVerify : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatWasWrittenIsSound();
    void anyTouchIsFound_data();
    void anyTouchIsFound();
    void verifyingIsCancelled();
    void whatWasAcknowledgedOutlivesAKill();

private:
    std::filesystem::path file() const { return m_folder->filePath("a.patinaproj").toStdString(); }
    ProjectVerdict verdict() const
    {
        return Project::open(file(), Project::Access::ReadOnly)
            .and_then([](Project &&project) { return project.verify({}); })
            .value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProjectVerify::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    Project project = Project::create(file()).value();
    QVERIFY(project.apply(madeStart(), "Eva"));
    for (int id = 1; id <= 5; ++id)
        QVERIFY(project.apply({"label", {added(madeLabel(id, "train/good/1.png"))}}, "Eva"));
    QVERIFY(project.apply({"remove", {removed(madeLabel(3, "train/good/1.png"))}}, "Jan"));
}

void TestProjectVerify::whatWasWrittenIsSound()
{
    const ProjectVerdict found = verdict();
    QVERIFY2(found.good(), found.problems.empty() ? "" : found.problems.front().c_str());
    QCOMPARE(found.entries, std::int64_t{7});
    QCOMPARE(found.head, Project::open(file(), Project::Access::ReadOnly)->head()->sha256);
}

void TestProjectVerify::anyTouchIsFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *sql, const char *sentence) {
        QTest::newRow(name) << QString(sql) << QString(sentence);
    };
    row("a label of another class", "UPDATE labels SET class = 'good' WHERE id = 2", "something else than its journal");
    row("a label removed", "DELETE FROM labels WHERE id = 2", "something else than its journal");
    row("a setting added", "INSERT INTO settings VALUES ('a', 'b')", "something else than its journal");
    row("another reader in the journal", "UPDATE journal SET who = 'Jan' WHERE number = 4", "entry 4 is not what was");
    row("another time in the journal", "UPDATE journal SET utc = '2020' WHERE number = 1", "entry 1 is not what was");
    row("an entry altered with its hash", "UPDATE journal SET who = 'Jan', sha256 = '00' WHERE number = 4",
        "entry 5 does not follow");
    row("an entry removed", "DELETE FROM journal WHERE number = 4", "entry 4 of the journal is missing");
    row("the last entry removed", "DELETE FROM journal WHERE number = 7", "something else than its journal");
    row("an entry before the first", "INSERT INTO journal VALUES (-1, '', '', '', '[]', '', '')",
        "8 entries, of which 7 follow");
    row("an entry beyond all", "INSERT INTO journal VALUES (9223372036854775807, '', '', '', '[]', '', '')",
        "8 entries, of which 7 follow");
    row("two entries exchanged",
        "UPDATE journal SET number = 100 WHERE number = 3; UPDATE journal SET number = 3 WHERE number = 4; "
        "UPDATE journal SET number = 4 WHERE number = 100",
        "entry 3 does not follow");
    row("edits that are none", "UPDATE journal SET edits = '[1]' WHERE number = 4", "entry 4 cannot be followed");
    row("edits that are no JSON", "UPDATE journal SET edits = '[' WHERE number = 4", "entry 4 cannot be followed");
    row("a mask that is none", "UPDATE labels SET mask = x'0102' WHERE id = 1", "has a mask that is none");
}

void TestProjectVerify::anyTouchIsFound()
{
    QFETCH(QString, sql);
    QFETCH(QString, sentence);
    SQLite::Database(file().string(), SQLite::OPEN_READWRITE).exec(sql.toStdString());
    const ProjectVerdict found = verdict();
    QVERIFY(!found.good());
    const bool told = std::ranges::any_of(found.problems, [&](const std::string &problem) {
        return problem.find(sentence.toStdString()) != std::string::npos;
    });
    QVERIFY2(told, found.problems.front().c_str());
}

void TestProjectVerify::verifyingIsCancelled()
{
    const std::atomic<bool> cancel = true;
    const Project project = Project::open(file(), Project::Access::ReadOnly).value();
    const auto found = project.verify(JobContext(&cancel, {}));
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Cancelled);
}

/// A child process labels and says so through a pipe until it is killed.
void TestProjectVerify::whatWasAcknowledgedOutlivesAKill()
{
    std::int64_t next = 6;
    for (int round = 0; round < 20; ++round) {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto project = Project::open(file(), Project::Access::ReadWrite);
            for (std::int64_t id = next;
                 project && project->apply({"label", {added(madeLabel(id, "train/good/1.png"))}}, "Eva"); ++id)
                if (::write(ends[1], &id, sizeof id) != sizeof id)
                    break;
            ::_exit(1);
        }
        ::close(ends[1]);
        std::int64_t acknowledged = next - 1;
        for (int labels = 0; labels <= round && ::read(ends[0], &acknowledged, sizeof acknowledged) > 0; ++labels) {
        }
        ::kill(child, SIGKILL);
        while (::read(ends[0], &acknowledged, sizeof acknowledged) > 0) {
        }
        ::close(ends[0]);
        ::waitpid(child, nullptr, 0);
        QVERIFY(acknowledged >= next);
        const auto project = Project::open(file(), Project::Access::ReadWrite);
        QVERIFY(project);
        QVERIFY2(project->access() == Project::Access::ReadWrite, project->whyReadOnly().c_str());
        const std::int64_t last = project->contents()->labels.back().id;
        QVERIFY2(last >= acknowledged, qPrintable(QString("%1 of %2").arg(last).arg(acknowledged)));
        next = last + 1;
    }
    QVERIFY(verdict().good());
}

QTEST_APPLESS_MAIN(TestProjectVerify)
#include "tst_project_verify.moc"
