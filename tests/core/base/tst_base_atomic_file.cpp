#include "core/base/atomic_file.h"
#include "core/base/read_file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

using namespace patina;

class TestBaseAtomicFile : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void appearsWholeOrNotAtAll()
    {
        QVERIFY(writeTextFile(file("a"), "old"));
        {
            auto unfinished = AtomicFile::create(file("a"));
            QVERIFY(unfinished && unfinished->write("new"));
            QVERIFY(unfinished->temporaryPath().filename().string().starts_with(".patina-"));
            QCOMPARE(*readTextFile(file("a"), 10), std::string("old"));
        }
        QCOMPARE(names(), QStringList{"a"});
        QVERIFY(writeTextFile(file("a"), "new"));
        QCOMPARE(*readTextFile(file("a"), 10), std::string("new"));
        QCOMPARE(names(), QStringList{"a"});
    }

    void severalAreWrittenSideBySide()
    {
        auto first = AtomicFile::create(file("a"));
        auto second = AtomicFile::create(file("a"));
        QVERIFY(first && second && first->temporaryPath() != second->temporaryPath());
        QVERIFY(first->write("first") && second->write("second"));
        QVERIFY(first->commit() && second->commit());
        QCOMPARE(*readTextFile(file("a"), 10), std::string("second"));
    }

    void aLinkStaysALink()
    {
        QVERIFY(QDir(m_folder->path()).mkdir("store"));
        std::filesystem::create_symlink("store/real", file("link"));
        std::filesystem::create_symlink(file("link"), file("linkToLink"));
        for (const char *text : {"new", "again"}) { // at first the link leads to nothing yet
            QVERIFY(writeTextFile(file("linkToLink"), text));
            QVERIFY(std::filesystem::is_symlink(file("link")) && std::filesystem::is_symlink(file("linkToLink")));
            QCOMPARE(*readTextFile(file("store") / "real", 10), std::string(text));
        }
        std::filesystem::create_symlink("circle", file("circle"));
        QVERIFY(!writeTextFile(file("circle"), "x"));
        QCOMPARE(names(), (QStringList{"circle", "link", "linkToLink", "store"}));
    }

    void whatIsNoFileIsNotReplaced()
    {
        QCOMPARE(::mkfifo(file("pipe").c_str(), 0666), 0);
        std::filesystem::create_directory(file("folder"));
        std::filesystem::create_symlink("/dev/null", file("device"));
        for (const char *name : {"pipe", "folder", "device"}) {
            const auto written = writeTextFile(file(name), "x");
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::WriteFailed);
            QVERIFY(written.error().detail.find(name) != std::string::npos);
        }
        QVERIFY(std::filesystem::is_fifo(file("pipe")) && std::filesystem::is_directory(file("folder")));
        QVERIFY(std::filesystem::is_symlink(file("device")) && std::filesystem::is_character_file("/dev/null"));
        QCOMPARE(names(), (QStringList{"device", "folder", "pipe"}));
    }

    void aWriteProtectedFileIsNotReplaced()
    {
        if (::geteuid() == 0)
            QSKIP("root may write to it");
        QVERIFY(writeTextFile(file("frozen"), "old"));
        QCOMPARE(::chmod(file("frozen").c_str(), 0444), 0);
        QVERIFY(!writeTextFile(file("frozen"), "new"));
        QCOMPARE(*readTextFile(file("frozen"), 10), std::string("old"));
    }

    void theUmaskDecidesWhoMayRead()
    {
        const mode_t before = ::umask(0);
        for (const mode_t mask : {0U, 022U, 027U, 077U}) {
            ::umask(mask);
            QVERIFY(writeTextFile(file("a"), "x"));
            struct stat facts
            {
            };
            QCOMPARE(::stat(file("a").c_str(), &facts), 0);
            QCOMPARE(facts.st_mode & 0777U, 0666U & ~mask);
        }
        ::umask(before);
    }

    void theLongestNameIsWritten()
    {
        const std::string longest(255, 'n');
        const auto written = writeTextFile(file(longest), "x");
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        QCOMPARE(writeTextFile(file(longest + "n"), "x").error().code, ErrorCode::WriteFailed);
        QCOMPARE(names().size(), 1);
    }

    void missingFolderIsSaid()
    {
        const auto written = writeTextFile(file("nowhere/a"), "x");
        QCOMPARE(written.error().code, ErrorCode::WriteFailed);
        QVERIFY(written.error().detail.find("nowhere") != std::string::npos);
    }

private:
    std::filesystem::path file(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestBaseAtomicFile)
#include "tst_base_atomic_file.moc"
