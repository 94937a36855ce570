#include "core/project/backup.h"
#include "core/project/project.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

using namespace patina;

/// The real window is killed in the midst of a review by keys, again and again on one project: whatever its dock has
/// shown as decided is there, and all is sound. PATINA_KILLS says how often (10 by default).
class TestFlowKills : public QObject
{
    Q_OBJECT
private slots:
    void whatTheDockHasShownIsThere();

private:
    struct Shown
    {
        std::int64_t number = 0;
        std::string sha256;
        qint64 us = 0;
        cv::Point at;
        std::string className; ///< empty: no decision
        std::string image;
    };
    static std::optional<Shown> shownIn(const QByteArray &line);
    static std::vector<Shown> reviewUntilKilled(const QString &project, const QString &model);
    static void check(const std::filesystem::path &project, const std::vector<Shown> &shown);
    static void checkLabels(const Project &project, const std::vector<Shown> &shown);
};

namespace {

using RegionKey = std::pair<std::string, std::pair<int, int>>;

/// What the labels say of a pixel; empty: nothing.
std::string classAt(const ProjectContents &contents, const RegionKey &region)
{
    for (const Label &label : contents.labels)
        if (label.image == region.first && label.mask.contains({region.second.first, region.second.second}))
            return label.className;
    return {};
}

void writePart(const QString &file, int i)
{
    QImage image(320, 240, QImage::Format_Grayscale8);
    image.fill(100);
    for (int y = 80; y < 120; ++y)
        for (int x = 80; x < 120; ++x) {
            image.scanLine(y)[x] = 160;
            image.scanLine(y)[x + 120] = static_cast<uchar>(170 + 10 * i);
        }
    QVERIFY(image.save(file));
}

} // namespace

std::optional<TestFlowKills::Shown> TestFlowKills::shownIn(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() < 7)
        return std::nullopt;
    const std::string className = words[5] == "-" ? std::string() : words[5].toStdString();
    return Shown{words[0].toLongLong(),
                 words[1].toStdString(),
                 words[2].toLongLong(),
                 {words[3].toInt(), words[4].toInt()},
                 className,
                 words.mid(6).join(' ').toStdString()};
}

/// Killed after some decisions and a moment more, or at any moment, also before the first.
std::vector<TestFlowKills::Shown> TestFlowKills::reviewUntilKilled(const QString &project, const QString &model)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(PATINA_REVIEW_PROCESS, {project, model});
    if (!process.waitForStarted())
        return {};
    auto *random = QRandomGenerator::global();
    QByteArray told;
    if (random->bounded(4) == 0)
        process.waitForFinished(random->bounded(1500));
    else
        for (int lines = random->bounded(1, 60); told.count('\n') < lines && process.state() == QProcess::Running;) {
            process.waitForReadyRead(100);
            told += process.readAllStandardOutput();
        }
    process.waitForFinished(random->bounded(1, 12));
    process.kill();
    process.waitForFinished(-1);
    told += process.readAllStandardOutput();
    if (process.exitStatus() != QProcess::CrashExit)
        qWarning("ended by itself: %d %s", process.exitCode(), process.readAllStandardError().constData());
    std::vector<Shown> shown;
    QList<QByteArray> lines = told.split('\n');
    lines.removeLast(); // behind the last line end: nothing, or half a line
    for (const QByteArray &line : lines)
        if (auto one = shownIn(line))
            shown.push_back(*one);
    return shown;
}

void TestFlowKills::check(const std::filesystem::path &file, const std::vector<Shown> &shown)
{
    const auto project = Project::open(file, Project::Access::ReadWrite);
    QVERIFY2(project, project ? "" : project.error().detail.c_str());
    QCOMPARE(project->access(), Project::Access::ReadWrite);
    const auto verdict = project->verify({});
    QVERIFY2(verdict, verdict ? "" : verdict.error().detail.c_str());
    QVERIFY2(verdict->good(), verdict->good() ? "" : verdict->problems.front().c_str());
    for (const Shown &one : shown) {
        const auto entry = project->journal(one.number, 1);
        QVERIFY(entry && !entry->empty());
        QCOMPARE(entry->front().number, one.number);
        QCOMPARE(entry->front().sha256, one.sha256);
    }
    checkLabels(*project, shown);
    std::error_code ec;
    if (std::filesystem::exists(backupOf(file), ec))
        QVERIFY(Project::open(backupOf(file), Project::Access::ReadOnly)->verify({})->good());
}

/// Of what was not shown any more there may be as much as there are entries behind the last one that was.
void TestFlowKills::checkLabels(const Project &project, const std::vector<Shown> &shown)
{
    if (shown.empty())
        return;
    const ProjectContents contents = project.contents().value();
    std::map<RegionKey, std::string> last;
    for (const Shown &one : shown)
        last[{one.image, {one.at.x, one.at.y}}] = one.className;
    QStringList others;
    for (const auto &[region, className] : last)
        if (const std::string present = classAt(contents, region); present != className)
            others << QString("%1 at %2, %3: %4 was shown, %5 is there")
                          .arg(QString::fromStdString(region.first))
                          .arg(region.second.first)
                          .arg(region.second.second)
                          .arg(QString::fromStdString(className), QString::fromStdString(present));
    const std::int64_t behind = project.head()->number - shown.back().number;
    QVERIFY2(others.size() <= behind,
             qPrintable(QString("%1 entries came behind; %2").arg(behind).arg(others.join("; "))));
    QVERIFY(behind <= 3);
}

void TestFlowKills::whatTheDockHasShownIsThere()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("parts"));
    for (int i = 0; i < 6; ++i)
        writePart(folder.filePath(QStringLiteral("parts/part%1.bmp").arg(i)), i);
    const std::filesystem::path file = folder.filePath("p.patinaproj").toStdString();
    {
        Project project = Project::create(file).value();
        Change change{"begin", {}};
        for (int i = 0; i < 6; ++i) {
            const std::string name = "part" + std::to_string(i) + ".bmp";
            change.edits.push_back(added(ProjectImage{name, "parts/" + name, {}, Split::Test, "good", {}}));
        }
        QVERIFY(project.apply(change, "Eva"));
    }
    const int kills = std::max(1, qEnvironmentVariableIntValue("PATINA_KILLS"));
    const int rounds = qEnvironmentVariableIsSet("PATINA_KILLS") ? kills : 10;
    std::vector<qint64> us;
    int without = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto shown = reviewUntilKilled(folder.filePath("p.patinaproj"), folder.filePath("one.patina"));
        check(file, shown);
        if (QTest::currentTestFailed())
            return;
        without += shown.empty();
        for (const Shown &one : shown)
            us.push_back(one.us);
    }
    QVERIFY(!us.empty());
    std::ranges::sort(us);
    const auto at = [&](double share) {
        return static_cast<double>(us[static_cast<std::size_t>(share * static_cast<double>(us.size() - 1))]) / 1000.0;
    };
    qInfo("%d kills, %d of them before a decision; %zu decisions shown, none lost; key to dock %.1f ms in the median, "
          "%.1f ms at 99 %%, %.1f ms at most",
          rounds, without, us.size(), at(0.5), at(0.99), at(1.0));
    // What kills leave does not heap up: it is gone with the next backup.
    QVERIFY(keepBackup(file, {}));
    QCOMPARE(QDir(folder.path()).entryList({"p.patinaproj*"}, QDir::Files, QDir::Name),
             QStringList({"p.patinaproj", "p.patinaproj.backup"}));
}

QTEST_MAIN(TestFlowKills)
#include "tst_flow_kills.moc"
