#include "core/project/project.h"
#include "tests/core/project/made_project.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <memory>
#include <unistd.h>

using namespace patina;

/// Files that are no project, are damaged, are open elsewhere.
class TestProjectFiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void nothingIsReplaced();
    void aSecondProgramReads();
    void aReaderSeesWhatIsWritten();
    void nothingIsLeftBeside();
    void foreignFilesAreRefused_data();
    void foreignFilesAreRefused();
    void otherProgramsDatabasesStayAsTheyAre();
    void aNewerVersionIsNamed();
    void rowsThatNoChangeCouldMakeAreRefused_data();
    void rowsThatNoChangeCouldMakeAreRefused();
    void damageNeverCrashes();
    void writeProtectedFilesAreRead();

private:
    QString path(const char *name = "a.patinaproj") const { return m_folder->filePath(name); }
    std::filesystem::path file() const { return path().toStdString(); }
    Project made() const
    {
        Project project = Project::create(file()).value();
        project.apply(madeStart(), "Eva").value();
        return project;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProjectFiles::nothingIsReplaced()
{
    QFile present(path());
    QVERIFY(present.open(QIODevice::WriteOnly) && present.write("mine") == 4);
    present.close();
    const auto project = Project::create(file());
    QVERIFY(!project);
    QCOMPARE(project.error().code, ErrorCode::WriteFailed);
    QVERIFY(present.open(QIODevice::ReadOnly));
    QCOMPARE(present.readAll(), QByteArray("mine"));
    const auto folder = Project::create(file().parent_path() / "no" / "such" / "folder.patinaproj");
    QVERIFY2(!folder && folder.error().detail.find("does not exist") != std::string::npos, "no folder");
    QCOMPARE(Project::create(file().parent_path() / "a.txt").error().code, ErrorCode::BadArgument);
}

void TestProjectFiles::aSecondProgramReads()
{
    std::optional<Project> first = made();
    auto second = Project::open(file(), Project::Access::ReadWrite);
    QVERIFY2(second, second ? "" : second.error().detail.c_str());
    QCOMPARE(second->access(), Project::Access::ReadOnly);
    QVERIFY2(second->whyReadOnly().find("open in another program (") != std::string::npos,
             second->whyReadOnly().c_str());
    QCOMPARE(second->contents()->images.size(), 2U);
    QVERIFY(first->writer().empty()); // itself
    QVERIFY2(second->writer().find(", since 20") != std::string::npos, second->writer().c_str());
    const auto refused = second->apply({"label", {added(madeLabel(1, "train/good/1.png"))}}, "Jan");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WriteFailed);
    QVERIFY(first->apply({"label", {added(madeLabel(1, "train/good/1.png"))}}, "Eva"));
    first.reset();
    QCOMPARE(second->writer(), std::string());
    const auto third = Project::open(file(), Project::Access::ReadWrite);
    QCOMPARE(third->access(), Project::Access::ReadWrite);
}

void TestProjectFiles::aReaderSeesWhatIsWritten()
{
    Project writer = made();
    const Project reader = Project::open(file(), Project::Access::ReadOnly).value();
    QVERIFY(reader.whyReadOnly().empty()); // as it was asked for
    for (int id = 1; id <= 3; ++id) {
        QVERIFY(writer.apply({"label", {added(madeLabel(id, "train/good/1.png"))}}, "Eva"));
        QCOMPARE(reader.contents()->labels.size(), static_cast<std::size_t>(id));
    }
    QVERIFY(reader.verify({})->good());
}

void TestProjectFiles::nothingIsLeftBeside()
{
    made();
    QVERIFY(Project::open(file(), Project::Access::ReadOnly)->contents());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList{"a.patinaproj"});
}

void TestProjectFiles::foreignFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("this is no project, but it is long enough to be looked at").repeated(20);
    QTest::newRow("the first bytes of a database") << QByteArray("SQLite format 3\0", 16);
}

void TestProjectFiles::foreignFilesAreRefused()
{
    QFETCH(QByteArray, contents);
    QFile foreign(path());
    QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write(contents) == contents.size());
    foreign.close();
    for (const auto access : {Project::Access::ReadOnly, Project::Access::ReadWrite}) {
        const auto project = Project::open(file(), access);
        QVERIFY(!project);
        QCOMPARE(project.error().code, ErrorCode::BadFormat);
        QVERIFY2(project.error().detail.find("not a Patina project") != std::string::npos,
                 project.error().detail.c_str());
    }
    QVERIFY(foreign.open(QIODevice::ReadOnly));
    QCOMPARE(foreign.readAll(), contents);
    QCOMPARE(Project::open(file().parent_path(), Project::Access::ReadOnly).error().code, ErrorCode::BadFormat);
    QCOMPARE(Project::open(file().parent_path() / "none", Project::Access::ReadOnly).error().code, ErrorCode::NotFound);
}

void TestProjectFiles::otherProgramsDatabasesStayAsTheyAre()
{
    {
        SQLite::Database foreign(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        foreign.exec("PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (url TEXT)");
    }
    QFile stored(path());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray before = stored.readAll();
    stored.close();
    const auto project = Project::open(file(), Project::Access::ReadWrite);
    QVERIFY(!project);
    QVERIFY2(project.error().detail.find("another program's SQLite file") != std::string::npos,
             project.error().detail.c_str());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    QCOMPARE(stored.readAll(), before);
    QVERIFY(!QFile::exists(path("a.patinaproj-lock")));
}

void TestProjectFiles::aNewerVersionIsNamed()
{
    made();
    SQLite::Database(file().string(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA user_version = 99; PRAGMA journal_mode = WAL");
    QFile newer(path());
    QVERIFY(newer.open(QIODevice::ReadOnly));
    const QByteArray before = newer.readAll();
    newer.close();
    const auto project = Project::open(file(), Project::Access::ReadWrite);
    QVERIFY(!project);
    QCOMPARE(project.error().code, ErrorCode::VersionMismatch);
    QVERIFY2(project.error().detail.find("version 99") != std::string::npos, project.error().detail.c_str());
    QFile stored(path());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    QCOMPARE(stored.readAll(), before);
}

/// Whatever is read from a damaged file is an error, or what verify() complains about; or the byte said nothing.
void TestProjectFiles::rowsThatNoChangeCouldMakeAreRefused_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *sql, const char *sentence) {
        QTest::newRow(name) << QString(sql) << QString(sentence);
    };
    const char *className = "cannot be the name of a class";
    row("an image's class that leads upwards", "UPDATE images SET class = '../../out'", className);
    row("an image without a class", "UPDATE images SET class = ''", className);
    row("an image without a path", "UPDATE images SET path = ''", "needs an id and a path");
    row("a class that leads upwards", "UPDATE classes SET name = '../out' WHERE name = 'scratch'", className);
    row("a class with a new line", "UPDATE classes SET name = char(10) WHERE name = 'scratch'", className);
    row("a label's class", "UPDATE labels SET class = 'a/b'", className);
    row("a label's reader", "UPDATE labels SET reader = ''", "cannot be the name of a reader");
    row("a reviewer", "UPDATE reviews SET reader = char(7)", "cannot be the name of a reader");
    row("a zone without corners", "UPDATE zones SET polygon = ''", "3 to 100000 corners, not 0");
    row("a zone of two corners", "UPDATE zones SET polygon = '1,1 9,9'", "3 to 100000 corners, not 2");
    row("a zone far away", "UPDATE zones SET polygon = '1,1 9,9 2000000000,5'", "a corner at 2000000000, 5");
    row("a zone far away to the left", "UPDATE zones SET polygon = '1,1 9,9 -2147483648,5'", "at -2147483648, 5");
    row("a model without a path", "UPDATE models SET path = ''", "needs a hash and a path");
    row("a setting without a name", "UPDATE settings SET name = ''", "cannot be the name of a setting");
}

void TestProjectFiles::rowsThatNoChangeCouldMakeAreRefused()
{
    QFETCH(QString, sql);
    QFETCH(QString, sentence);
    {
        Project project = made();
        const Change facts{"facts",
                           {added(madeLabel(1, "train/good/1.png")), added(Review{"train/good/1.png", "Eva", "2026"}),
                            added(Zone{1, "", ZoneKind::Ignore, {{0, 0}, {9, 0}, {9, 9}}}),
                            added(ProjectModel{"c0ffee", "a.patina", "2026"}), added(Setting{"a", "b"})}};
        QVERIFY(project.apply(facts, "Eva"));
    }
    const auto before = Project::open(file(), Project::Access::ReadOnly)->contents();
    QVERIFY2(before, before ? "" : before.error().detail.c_str());
    QVERIFY(SQLite::Database(path().toStdString(), SQLite::OPEN_READWRITE).exec(sql.toStdString()) > 0);
    const auto read = Project::open(file(), Project::Access::ReadWrite)->contents();
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadFormat);
    QVERIFY2(read.error().detail.find(sentence.toStdString()) != std::string::npos, read.error().detail.c_str());
}

void TestProjectFiles::damageNeverCrashes()
{
    {
        Project project = made();
        for (int id = 1; id <= 30; ++id)
            QVERIFY(project.apply({"label", {added(madeLabel(id, "train/good/1.png"))}}, "Eva"));
    }
    QFile stored(path());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray whole = stored.readAll();
    stored.close();
    const auto look = [&](const QByteArray &bytes) {
        QFile out(path());
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            return;
        out.close();
        const auto project = Project::open(file(), Project::Access::ReadOnly);
        if (!project)
            return;
        (void)project->contents();
        (void)project->journal(1, 1000);
        (void)project->verify({});
    };
    for (qsizetype at = 0; at < whole.size(); at += 211) {
        QByteArray flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x41);
        look(flipped);
    }
    for (qsizetype length = 0; length < whole.size(); length += 4096 - 7)
        look(whole.left(length));
    QFile out(path());
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(whole) == whole.size());
    out.close();
    QVERIFY(Project::open(file(), Project::Access::ReadOnly)->verify({})->good());
}

void TestProjectFiles::writeProtectedFilesAreRead()
{
    if (::geteuid() == 0)
        QSKIP("root may write anywhere");
    made();
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
    const auto project = Project::open(file(), Project::Access::ReadWrite);
    QVERIFY(project);
    QCOMPARE(project->access(), Project::Access::ReadOnly);
    QCOMPARE(project->whyReadOnly(), std::string("the file is write-protected"));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
    const auto again = Project::open(file(), Project::Access::ReadWrite);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
    QVERIFY2(again, again ? "" : again.error().detail.c_str());
    QCOMPARE(again->contents()->images.size(), 2U);
}

QTEST_APPLESS_MAIN(TestProjectFiles)
#include "tst_project_files.moc"
