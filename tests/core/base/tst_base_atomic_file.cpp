#include "core/base/atomic_file.h"
#include "core/base/read_file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>
#include <sys/stat.h>

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
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestBaseAtomicFile)
#include "tst_base_atomic_file.moc"
