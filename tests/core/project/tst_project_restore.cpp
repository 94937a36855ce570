#include "core/project/backup.h"
#include "core/project/project.h"
#include "core/project/restore.h"
#include "tests/core/project/made_project.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <atomic>
#include <csignal>
#include <memory>
#include <optional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace patina;

/// Backups of projects, and projects that are made whole again.
class TestProjectRestore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aBackupIsTheProject();
    void aDamagedProjectLeavesTheBackupAlone();
    void decisionsMadeMeanwhileAreNoDamage_data();
    void decisionsMadeMeanwhileAreNoDamage();
    void aBackupIsCancelled();
    void aFullDiskLeavesTheBackupAlone();
    void whatTheJournalTellsBehindTheBackupIsMadeAgain();
    void aJournalAloneIsEnough();
    void whatCannotBeReadIsCounted();
    void aFileOfRubbishBecomesTheBackup();
    void aMissingProjectBecomesTheBackup();
    void whatStandsInTheLogIsTaken();
    void aBackupOfOtherWorkIsTheLastResort();
    void withoutFinishNothingHasChanged();
    void refused();
    void aFullDiskRestoresNothing();
    void anyDamageIsRestored();
    void aKillWhileRestoringLosesNothing();

private:
    QString path(const char *name = "a.patinaproj") const { return m_folder->filePath(name); }
    std::filesystem::path file() const { return path().toStdString(); }
    QStringList beside() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
    }
    void label(int from, int to) const
    {
        Project project = Project::open(file(), Project::Access::ReadWrite).value();
        for (int id = from; id <= to; ++id)
            QVERIFY(project.apply({"label", {added(madeLabel(id, "train/good/1.png"))}}, "Eva"));
    }
    void sql(const char *text) const { SQLite::Database(file().string(), SQLite::OPEN_READWRITE).exec(text); }
    ProjectContents contents() const { return Project::open(file(), Project::Access::ReadOnly)->contents().value(); }
    QByteArray bytes(const QString &name) const
    {
        QFile stored(name);
        return stored.open(QIODevice::ReadOnly) ? stored.readAll() : QByteArray();
    }
    void write(const QByteArray &contents) const
    {
        QFile out(path());
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(contents) == contents.size());
    }
    /// \returns what it holds now.
    RestorePlan restored() const
    {
        auto restore = ProjectRestore::prepare(file(), {});
        if (!restore) {
            qWarning("%s", restore.error().detail.c_str());
            return {};
        }
        const auto kept = restore->finish();
        return kept ? restore->plan() : RestorePlan{};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// A disk that is full from `largest` bytes of a file on.
class FullDisk
{
public:
    explicit FullDisk(rlim_t largest)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{largest, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

/// Six entries: the start, and five labels.
void TestProjectRestore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    {
        Project project = Project::create(file()).value();
        QVERIFY(project.apply(madeStart(), "Eva"));
    }
    label(1, 5);
}

void TestProjectRestore::aBackupIsTheProject()
{
    Project project = Project::open(file(), Project::Access::ReadWrite).value();
    auto state = keepBackup(file(), {});
    QVERIFY2(state, state ? "" : state.error().detail.c_str());
    QVERIFY(state->made);
    QCOMPARE(state->entry, std::int64_t{6});
    QVERIFY(!keepBackup(file(), {})->made); // nothing new
    const Project backup = Project::open(backupOf(file()), Project::Access::ReadOnly).value();
    QVERIFY(backup.contents().value() == project.contents().value());
    QVERIFY(backup.verify({})->good());
    QVERIFY(project.apply({"more", {added(Setting{"a", "b"})}}, "Eva"));
    QVERIFY(tidyLog(file()));
    QVERIFY(keepBackup(file(), {})->made);
    QVERIFY(project.apply({"more", {added(Setting{"c", "d"})}}, "Eva")); // as before
    QCOMPARE(Project::open(backupOf(file()), Project::Access::ReadOnly)->head()->number, std::int64_t{7});
}

void TestProjectRestore::aDamagedProjectLeavesTheBackupAlone()
{
    QVERIFY(keepBackup(file(), {}));
    const QByteArray before = bytes(path("a.patinaproj.backup"));
    label(6, 7);
    sql("UPDATE labels SET class = 'water stain' WHERE id = 2");
    const auto refused = keepBackup(file(), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Corrupt);
    QCOMPARE(bytes(path("a.patinaproj.backup")), before);
    QCOMPARE(beside(), (QStringList{"a.patinaproj", "a.patinaproj.backup"}));
    // Also where the journal is no longer than the backup's: the project itself is looked at.
    sql("DELETE FROM journal WHERE number > 6");
    QCOMPARE(keepBackup(file(), {}).error().code, ErrorCode::Corrupt);
}

void TestProjectRestore::decisionsMadeMeanwhileAreNoDamage_data()
{
    QTest::addColumn<bool>("hasBackup");
    QTest::newRow("while the project is checked against its backup") << true;
    QTest::newRow("while it is copied") << false;
}

/// The window's backup runs beside the reviewer.
void TestProjectRestore::decisionsMadeMeanwhileAreNoDamage()
{
    QFETCH(const bool, hasBackup);
    label(1001, 1300); // following them takes longer than a decision
    if (hasBackup)
        QVERIFY(keepBackup(file(), {}));
    Project project = Project::open(file(), Project::Access::ReadWrite).value();
    std::thread reviewer;
    bool decided = false;
    const JobContext beside(nullptr, [&](const Progress &) {
        if (!reviewer.joinable())
            reviewer = std::thread([&] {
                decided = project.apply({"label", {added(madeLabel(9999, "train/good/1.png"))}}, "Eva").has_value();
            });
    });
    const auto state = keepBackup(file(), beside);
    reviewer.join();
    QVERIFY(decided);
    QVERIFY2(state, state ? "" : state.error().detail.c_str());
    QVERIFY(project.verify({})->good());
}

void TestProjectRestore::aBackupIsCancelled()
{
    const std::atomic<bool> cancelled{true};
    const auto state = keepBackup(file(), JobContext(&cancelled, {}));
    QVERIFY(!state);
    QCOMPARE(state.error().code, ErrorCode::Cancelled);
    QCOMPARE(beside(), QStringList{"a.patinaproj"});
}

void TestProjectRestore::aFullDiskLeavesTheBackupAlone()
{
    QVERIFY(keepBackup(file(), {}));
    const QByteArray before = bytes(path("a.patinaproj.backup"));
    label(6, 300);
    {
        const FullDisk disk(static_cast<rlim_t>(before.size()));
        const auto state = keepBackup(file(), {});
        QVERIFY(!state);
        QCOMPARE(state.error().code, ErrorCode::WriteFailed);
    }
    QCOMPARE(bytes(path("a.patinaproj.backup")), before);
    QCOMPARE(beside(), (QStringList{"a.patinaproj", "a.patinaproj.backup"}));
}

void TestProjectRestore::whatTheJournalTellsBehindTheBackupIsMadeAgain()
{
    QVERIFY(keepBackup(file(), {}));
    label(6, 20);
    const ProjectContents before = contents();
    sql("UPDATE journal SET edits = '[]' WHERE number = 3; DELETE FROM labels WHERE id > 10");
    const QByteArray damaged = bytes(path());
    auto restore = ProjectRestore::prepare(file(), {});
    QVERIFY2(restore, restore ? "" : restore.error().detail.c_str());
    QCOMPARE(restore->plan().entries, std::int64_t{21});
    QCOMPARE(restore->plan().backupEntries, std::int64_t{6});
    QCOMPARE(restore->plan().readableEntries, std::int64_t{21});
    QCOMPARE(restore->plan().lost, std::int64_t{0});
    QVERIFY(!restore->plan().utc.empty() && !restore->plan().backupUtc.empty());
    const auto kept = restore->finish();
    QVERIFY(kept);
    QVERIFY(contents() == before);
    QCOMPARE(bytes(QString::fromStdString(kept->string())), damaged);
    QVERIFY2(kept->filename().string().starts_with("a.patinaproj.damaged-2"), kept->c_str());
    restore = ProjectRestore::prepare(file(), {}); // releases the lock, and there is nothing more to do
    QVERIFY(Project::open(file(), Project::Access::ReadOnly)->verify({})->good());
    QCOMPARE(beside().filter("restored"), QStringList());
}

void TestProjectRestore::aJournalAloneIsEnough()
{
    const ProjectContents before = contents();
    sql("DELETE FROM labels; UPDATE images SET path = 'elsewhere'");
    const RestorePlan plan = restored();
    QCOMPARE(plan.entries, std::int64_t{6});
    QCOMPARE(plan.backupEntries, std::int64_t{0});
    QVERIFY(contents() == before);
}

void TestProjectRestore::whatCannotBeReadIsCounted()
{
    QVERIFY(keepBackup(file(), {}));
    label(6, 20);
    sql("DELETE FROM journal WHERE number = 15");
    const RestorePlan plan = restored();
    QCOMPARE(plan.entries, std::int64_t{14});
    QCOMPARE(plan.readableEntries, std::int64_t{21});
    QCOMPARE(plan.lost, std::int64_t{7});
    QCOMPARE(contents().labels.size(), std::size_t{13});
    label(14, 14); // it can be worked on
}

void TestProjectRestore::aFileOfRubbishBecomesTheBackup()
{
    QVERIFY(keepBackup(file(), {}));
    const ProjectContents before = contents();
    write(QByteArray("rubbish").repeated(1000));
    QCOMPARE(restored().entries, std::int64_t{6});
    QVERIFY(contents() == before);
    write({});
    QCOMPARE(restored().entries, std::int64_t{6});
    QVERIFY(contents() == before);
    QCOMPARE(beside().filter("damaged").size(), 2);
}

void TestProjectRestore::aMissingProjectBecomesTheBackup()
{
    QVERIFY(keepBackup(file(), {}));
    const ProjectContents before = contents();
    QVERIFY(QFile::remove(path()));
    auto restore = ProjectRestore::prepare(file(), {});
    QVERIFY(restore);
    const auto kept = restore->finish();
    QVERIFY(kept && kept->empty());
    QVERIFY(contents() == before);
}

/// What a killed program has left beside the file belongs to it.
void TestProjectRestore::whatStandsInTheLogIsTaken()
{
    QVERIFY(keepBackup(file(), {}));
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        Project project = Project::open(file(), Project::Access::ReadWrite).value();
        for (int id = 6; id <= 9; ++id)
            if (!project.apply({"label", {added(madeLabel(id, "train/good/1.png"))}}, "Eva"))
                ::_exit(1);
        ::raise(SIGKILL);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status) && QFile::exists(path("a.patinaproj-wal")));
    {
        // The first page of a table's tree, which the log does not hold.
        QFile out(path());
        QVERIFY(out.open(QIODevice::ReadWrite));
        const int root = SQLite::Database(backupOf(file()).string())
                             .execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = 'images'")
                             .getInt();
        out.seek((root - 1) * 4096LL);
        QCOMPARE(out.write(QByteArray(4096, 'x')), qint64{4096});
    }
    const RestorePlan plan = restored();
    QCOMPARE(plan.entries, std::int64_t{10});
    QCOMPARE(plan.lost, std::int64_t{0});
    QCOMPARE(contents().labels.size(), std::size_t{9});
    QCOMPARE(beside().filter("damaged").size(), 2); // the file and its log
}

void TestProjectRestore::aBackupOfOtherWorkIsTheLastResort()
{
    QVERIFY(keepBackup(file(), {}));
    QVERIFY(QFile::remove(path()));
    {
        Project project = Project::create(file()).value();
        QVERIFY(project.apply(madeStart(), "Jan"));
        QVERIFY(project.apply({"mine", {added(Setting{"a", "b"})}}, "Jan"));
    }
    const ProjectContents before = contents();
    const QByteArray whole = bytes(path());
    sql("DELETE FROM settings");
    QCOMPARE(restored().entries, std::int64_t{2}); // fewer than the backup has, but its own
    QVERIFY(contents() == before);
    write(whole);
    sql("UPDATE journal SET who = 'Eva' WHERE number = 1");
    const RestorePlan plan = restored();
    QCOMPARE(plan.entries, std::int64_t{6});
    QCOMPARE(plan.lost, std::int64_t{2});
}

void TestProjectRestore::withoutFinishNothingHasChanged()
{
    QVERIFY(keepBackup(file(), {}));
    sql("DELETE FROM labels");
    const QByteArray damaged = bytes(path());
    {
        const auto restore = ProjectRestore::prepare(file(), {});
        QVERIFY(restore);
        const auto second = ProjectRestore::prepare(file(), {});
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::WriteFailed);
    }
    QCOMPARE(bytes(path()), damaged);
    QCOMPARE(beside(), (QStringList{"a.patinaproj", "a.patinaproj.backup"}));
}

void TestProjectRestore::refused()
{
    QCOMPARE(ProjectRestore::prepare(file(), {}).error().code, ErrorCode::BadArgument); // it is sound
    QCOMPARE(ProjectRestore::prepare(path("none.patinaproj").toStdString(), {}).error().code, ErrorCode::NotFound);
    QCOMPARE(ProjectRestore::prepare(m_folder->path().toStdString(), {}).error().code, ErrorCode::BadFormat);
    write("rubbish");
    const auto nothing = ProjectRestore::prepare(file(), {});
    QCOMPARE(nothing.error().code, ErrorCode::Corrupt);
    QCOMPARE(bytes(path()), QByteArray("rubbish"));
    const std::atomic<bool> cancelled{true};
    QCOMPARE(ProjectRestore::prepare(file(), JobContext(&cancelled, {})).error().code, ErrorCode::Cancelled);
    QCOMPARE(beside(), QStringList{"a.patinaproj"});
}

void TestProjectRestore::aFullDiskRestoresNothing()
{
    label(6, 300);
    QVERIFY(keepBackup(file(), {}));
    sql("DELETE FROM labels");
    const QByteArray damaged = bytes(path());
    {
        const FullDisk disk(40'000);
        const auto restore = ProjectRestore::prepare(file(), {});
        QVERIFY(!restore);
        QCOMPARE(restore.error().code, ErrorCode::WriteFailed);
    }
    QCOMPARE(bytes(path()), damaged);
    QCOMPARE(beside(), (QStringList{"a.patinaproj", "a.patinaproj.backup"}));
}

/// Whatever bytes are overwritten: the project is sound as it is, or what is restored is, with all up to the backup.
void TestProjectRestore::anyDamageIsRestored()
{
    QVERIFY(keepBackup(file(), {}));
    label(6, 60);
    const QByteArray whole = bytes(path());
    int made = 0;
    for (qsizetype at = 0; at < whole.size(); at += 4096 + 1023) {
        QByteArray damaged = whole;
        damaged.replace(at, 200, QByteArray(std::min(qsizetype{200}, whole.size() - at), 'x'));
        write(damaged);
        auto restore = ProjectRestore::prepare(file(), {});
        if (!restore) {
            QCOMPARE(restore.error().code, ErrorCode::BadArgument); // no byte of it said anything
            continue;
        }
        QVERIFY(restore->plan().entries >= 6);
        QVERIFY(restore->finish());
        QVERIFY(Project::open(file(), Project::Access::ReadOnly)->verify({})->good());
        QVERIFY(contents().labels.size() >= 5);
        ++made;
    }
    QVERIFY(made > 5);
}

/// Killed at any moment, the next try gives the same project.
void TestProjectRestore::aKillWhileRestoringLosesNothing()
{
    QVERIFY(keepBackup(file(), {}));
    label(6, 40);
    const ProjectContents before = contents();
    sql("DELETE FROM labels");
    const QByteArray damaged = bytes(path());
    for (int round = 0; round < 12; ++round) {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            if (auto restore = ProjectRestore::prepare(file(), {}); restore)
                (void)restore->finish();
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(round * 1500));
        ::kill(child, SIGKILL);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        auto restore = ProjectRestore::prepare(file(), {});
        if (restore)
            QVERIFY(restore->finish());
        else
            QCOMPARE(restore.error().code, ErrorCode::BadArgument); // it was done already
        restore = fail(ErrorCode::Cancelled, {});
        QVERIFY(contents() == before);
        write(damaged);
    }
}

QTEST_APPLESS_MAIN(TestProjectRestore)
#include "tst_project_restore.moc"
