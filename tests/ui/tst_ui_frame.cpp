#include "ui/jobs/job_list.h"
#include "ui/key_map.h"
#include "ui/models/command_model.h"
#include "ui/models/fuzzy_match.h"
#include "ui/models/key_map_model.h"
#include "ui/models/message_model.h"
#include "ui/models/recent_project_model.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace patina;

/// The models behind the frame of the window.
class TestUiFrame : public QObject
{
    Q_OBJECT
private slots:
    void theBestMatchIsFound();
    void matchesSpellThePattern();
    void beginningsOfWordsComeFirst();
    void commandsAreSortedByMatch();
    void ownWordsGoBeforeThoseOfTheMenu();
    void recentProjectsAreBoundedAndUnique();
    void missingProjectsAreMarked();
    void messagesAreBounded();
    void jobsComeAndGo();
    void whatWasThereIsNoHaste();
    void aRunnerIsListedWhileItRuns();
    void cancelAllReachesEveryJob();
    void theUserWinsOverTheProgram();
    void spareKeysGiveWay();
    void spaceIsLeftToButtons();
    void assigningTakesKeysFromOthers();
    void usualKeysAreNoChoice();
    void wordsWithoutMnemonics();
};

namespace {

/// All ways to find the letters, one after the other.
void everyWay(const QString &pattern, const QString &text, std::vector<int> &places, std::optional<int> &best)
{
    const auto found = static_cast<qsizetype>(places.size());
    if (found == pattern.size()) {
        const int score = fuzzyScore(text, places);
        best = std::max(best.value_or(score), score);
        return;
    }
    for (int j = places.empty() ? 0 : places.back() + 1; j < text.size(); ++j) {
        if (text[j].toCaseFolded() != pattern[found].toCaseFolded())
            continue;
        places.push_back(j);
        everyWay(pattern, text, places, best);
        places.pop_back();
    }
}

QString randomText(QRandomGenerator &random, int longest)
{
    const QString letters = QStringLiteral("aAbB c-");
    QString text;
    for (int i = random.bounded(longest + 1); i > 0; --i)
        text += letters[random.bounded(static_cast<int>(letters.size()))];
    return text;
}

std::unique_ptr<QAction> named(const char *name, const QString &words, KeyMap &keys, const QList<QKeySequence> &usual)
{
    auto action = std::make_unique<QAction>();
    action->setObjectName(QLatin1String(name));
    action->setText(words);
    keys.setUsual(action.get(), usual);
    return action;
}

int rowOf(const KeyMapModel &model, const QString &name)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data(KeyMapModel::NameRole).toString() == name)
            return row;
    return -1;
}

const QKeySequence kA(Qt::Key_A);
const QKeySequence kB(Qt::Key_B);
const QKeySequence kOne(Qt::Key_1);
const QKeySequence kSpace(Qt::Key_Space);
const QKeySequence kCtrlSpace(Qt::CTRL | Qt::Key_Space);

} // namespace

void TestUiFrame::theBestMatchIsFound()
{
    QRandomGenerator random(7);
    int matches = 0;
    for (int i = 0; i < 3000; ++i) {
        const QString text = randomText(random, 12);
        const QString pattern = randomText(random, 4).remove(QLatin1Char(' '));
        std::vector<int> places;
        std::optional<int> best;
        everyWay(pattern, text, places, best);
        const auto match = fuzzyMatch(pattern, text);
        QCOMPARE(match.has_value(), best.has_value());
        if (!match)
            continue;
        ++matches;
        QCOMPARE(match->score, *best);
        QCOMPARE(fuzzyScore(text, match->places), *best);
    }
    QVERIFY(matches > 300);
}

void TestUiFrame::matchesSpellThePattern()
{
    const auto match = fuzzyMatch("s all", "Score: Score all");
    QVERIFY(match);
    QString spelt;
    for (std::size_t i = 0; i < match->places.size(); ++i) {
        QVERIFY(i == 0 || match->places[i] > match->places[i - 1]);
        spelt += QString("Score: Score all")[match->places[i]];
    }
    QCOMPARE(spelt.toCaseFolded(), QStringLiteral("sall"));
    QVERIFY(!fuzzyMatch("x", "Score"));
    QVERIFY(!fuzzyMatch("x", ""));
    QVERIFY(fuzzyMatch("", "Score")->places.empty());
    QVERIFY(fuzzyMatch(QString(5000, 'a'), QString(5000, 'a'))); // bounded
}

void TestUiFrame::beginningsOfWordsComeFirst()
{
    QVERIFY(fuzzyMatch("zi", "View: Zoom in")->score > fuzzyMatch("zi", "Puzzling")->score);
    QVERIFY(fuzzyMatch("fit", "View: Fit")->score > fuzzyMatch("fit", "Find it")->score);
}

void TestUiFrame::commandsAreSortedByMatch()
{
    CommandModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int ran = 0;
    model.setCommands({{"Find it", {}, {}, {}}, {"View: Fit", "F", {}, [&ran] { ++ran; }}, {"Quit", {}, {}, {}}});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Find it")); // as given
    model.setPattern("FIT");
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("View: Fit"));
    QCOMPARE(model.index(0).data(CommandModel::KeyRole).toString(), QStringLiteral("F"));
    QCOMPARE(model.index(0).data(CommandModel::PlacesRole).value<QList<int>>(), (QList<int>{6, 7, 8}));
    model.command(0).run();
    QCOMPARE(ran, 1);
    model.setPattern("zzz");
    QCOMPARE(model.rowCount(), 0);
}

void TestUiFrame::ownWordsGoBeforeThoseOfTheMenu()
{
    CommandModel model;
    model.setCommands({{"Score: Cancel", {}, {}, {}, 7}, {"Score: Score all", {}, {}, {}, 7}});
    model.setPattern("score");
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Score: Score all"));
    QCOMPARE(model.index(0).data(CommandModel::PlacesRole).value<QList<int>>(), (QList<int>{7, 8, 9, 10, 11}));
    QCOMPARE(model.rowCount(), 2);
    model.setPattern("scc"); // letters of both still find
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Score: Cancel"));
}

void TestUiFrame::recentProjectsAreBoundedAndUnique()
{
    RecentProjectModel model({});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QDateTime when(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC);
    for (int i = 0; i < kMostRecentProjects + 3; ++i)
        model.note(QStringLiteral("/parts/p%1.patinaproj").arg(i), when.addDays(i));
    QCOMPARE(model.rowCount(), kMostRecentProjects);
    const QString oldest = model.index(kMostRecentProjects - 1).data(RecentProjectModel::FileRole).toString();
    model.note(oldest, when.addYears(1));
    QCOMPARE(model.rowCount(), kMostRecentProjects);
    QCOMPARE(model.index(0).data(RecentProjectModel::FileRole).toString(), oldest);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("p3"));
    QSignalSpy changes(&model, &RecentProjectModel::projectsChanged);
    model.forget(oldest);
    model.forget("/not/there");
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.rowCount(), kMostRecentProjects - 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestUiFrame::missingProjectsAreMarked()
{
    QTemporaryDir folder;
    const QString there = folder.filePath("there.patinaproj");
    QVERIFY(QFile(there).open(QIODevice::WriteOnly));
    RecentProjectModel model({{there, {}}, {folder.filePath("gone.patinaproj"), {}}});
    model.check();
    QTRY_VERIFY(model.index(1).data(RecentProjectModel::MissingRole).toBool());
    QVERIFY(!model.index(0).data(RecentProjectModel::MissingRole).toBool());
    QVERIFY(QFile::remove(there));
    model.check();
    QTRY_VERIFY(model.index(0).data(RecentProjectModel::MissingRole).toBool());
    model.note(there, QDateTime::currentDateTimeUtc()); // it was opened: it is there
    QVERIFY(!model.index(0).data(RecentProjectModel::MissingRole).toBool());
}

void TestUiFrame::messagesAreBounded()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QDateTime when(QDate(2026, 3, 1), QTime(8, 5, 9));
    for (int i = 0; i <= MessageModel::kMost; ++i)
        model.add({i % 2 == 0 ? Message::Kind::Error : Message::Kind::Notice, QString::number(i)}, when);
    QCOMPARE(model.rowCount(), MessageModel::kMost);
    QCOMPARE(model.index(0).data().toString(), QString::number(MessageModel::kMost));
    QCOMPARE(model.index(model.rowCount() - 1).data().toString(), QStringLiteral("1"));
    QVERIFY(model.index(0).data(MessageModel::IsErrorRole).toBool());
    QCOMPARE(model.index(0).data(MessageModel::TimeRole).toString(), QStringLiteral("08:05:09"));
    QCOMPARE(model.allText().count('\n'), MessageModel::kMost - 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestUiFrame::jobsComeAndGo()
{
    JobList jobs;
    QAbstractItemModelTester tester(&jobs, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy counts(&jobs, &JobList::countChanged);
    QString language = "one";
    const auto first = jobs.add([&] { return language; });
    const auto second = jobs.add([] { return QString("Two"); }, [] {});
    QCOMPARE(counts.count(), 2);
    QCOMPARE(jobs.index(0).data().toString(), QStringLiteral("one"));
    language = "eins";
    QCOMPARE(jobs.index(0).data().toString(), QStringLiteral("eins"));
    QVERIFY(!jobs.index(0).data(JobList::CanCancelRole).toBool());
    QVERIFY(jobs.index(1).data(JobList::CanCancelRole).toBool());
    jobs.update(second, {"write", 3, 12});
    QCOMPARE(jobs.index(1).data(JobList::DoneRole).toInt(), 3);
    QCOMPARE(jobs.index(1).data(JobList::TotalRole).toInt(), 12);
    QVERIFY(!jobs.index(1).data(JobList::RemainingMsRole).isValid()); // too early to tell
    jobs.remove(first);
    jobs.remove(first);
    jobs.update(first, {"write", 1, 1});
    QCOMPARE(jobs.rowCount(), 1);
    QCOMPARE(jobs.index(0).data(JobList::IdRole).toInt(), second);
    jobs.remove(second);
    QVERIFY(jobs.isEmpty());
    QCOMPARE(counts.count(), 4);
}

/// A job that goes on is judged by what it does itself.
void TestUiFrame::whatWasThereIsNoHaste()
{
    JobList jobs;
    const auto id = jobs.add([] { return QString("Goes on"); });
    jobs.update(id, {"write", 66, 104});
    jobs.update(id, {"write", 67, 104});
    const auto remaining = [&] { return jobs.index(0).data(JobList::RemainingMsRole); };
    QTRY_VERIFY(remaining().isValid());
    QVERIFY(remaining().toLongLong() >= 37 * 1000); // one in more than a second
}

void TestUiFrame::aRunnerIsListedWhileItRuns()
{
    QThreadPool pool;
    JobList jobs;
    auto runner = std::make_unique<JobRunner<int>>(&pool);
    jobs.follow(runner.get(), [] { return QString("Work"); });
    std::optional<ErrorCode> answer;
    const auto untilCancelled = [](const JobContext &context) -> Result<int> {
        context.report("write", 2, 5);
        while (!context.cancelled())
            QThread::yieldCurrentThread();
        return cancelledError();
    };
    runner->start(untilCancelled, [&](Result<int> result) { answer = result.error().code; });
    QCOMPARE(jobs.rowCount(), 1);
    QTRY_COMPARE(jobs.index(0).data(JobList::DoneRole).toInt(), 2);
    jobs.cancel(jobs.index(0).data(JobList::IdRole).toInt());
    QTRY_VERIFY(jobs.isEmpty());
    QTRY_VERIFY(answer == ErrorCode::Cancelled);
    runner->start(untilCancelled, [](Result<int>) {});
    QCOMPARE(jobs.rowCount(), 1);
    runner.reset(); // whoever ran it is gone
    QVERIFY(jobs.isEmpty());
}

void TestUiFrame::cancelAllReachesEveryJob()
{
    JobList jobs;
    int stopped = 0;
    std::vector<JobList::Id> ids(3);
    for (JobList::Id &id : ids)
        id = jobs.add([] { return QString("Job"); },
                      [&jobs, &id, &stopped] {
                          ++stopped;
                          jobs.remove(id); // leaves the list while it is asked to stop
                      });
    jobs.cancelAll();
    QCOMPARE(stopped, 3);
    QVERIFY(jobs.isEmpty());
    jobs.cancel(ids.front());
    QCOMPARE(stopped, 3);
}

void TestUiFrame::theUserWinsOverTheProgram()
{
    KeyMap keys;
    const auto action = named("fit", "Fit", keys, {kA});
    QCOMPARE(action->shortcuts(), QList{kA});
    keys.setChoices({{"fit", {"Ctrl+B"}}});
    QCOMPARE(action->shortcut(), QKeySequence("Ctrl+B"));
    keys.setUsual(action.get(), {kB}); // the program changes its mind
    QCOMPARE(action->shortcut(), QKeySequence("Ctrl+B"));
    keys.setChoices({{"fit", {}}});
    QVERIFY(action->shortcuts().isEmpty());
    keys.setChoices({{"fit", {"no such key at all"}}, {"unknown", {"A"}}});
    QVERIFY(action->shortcuts().isEmpty());
    keys.setChoices({});
    QCOMPARE(action->shortcuts(), QList{kB});
}

void TestUiFrame::spareKeysGiveWay()
{
    KeyMap keys;
    const auto oneToOne = named("oneToOne", "1:1", keys, {kA});
    const auto other = named("other", "Other", keys, {kB});
    keys.setSpare(oneToOne.get(), {kOne});
    QCOMPARE(oneToOne->shortcuts(), (QList{kOne, kA}));
    keys.setChoices({{"other", {"1"}}});
    QCOMPARE(oneToOne->shortcuts(), QList{kA});
    keys.setChoices({{"oneToOne", {"B"}}});
    QCOMPARE(oneToOne->shortcuts(), QList{kB});
    keys.setSpare(oneToOne.get(), {});
    keys.setSpare(oneToOne.get(), {kOne});
    QCOMPARE(oneToOne->shortcuts(), QList{kB}); // chosen is chosen
}

void TestUiFrame::spaceIsLeftToButtons()
{
    KeyMap keys;
    const auto next = named("next", "Next", keys, {kSpace});
    const auto fit = named("fit", "Fit", keys, {kA});
    keys.leaveSpace(true);
    QCOMPARE(next->shortcuts(), QList{kCtrlSpace});
    keys.setChoices({{"fit", {"Space"}}, {"next", {"B"}}});
    QCOMPARE(fit->shortcuts(), QList{kCtrlSpace});
    QCOMPARE(next->shortcuts(), QList{kB});
    keys.leaveSpace(false);
    QCOMPARE(fit->shortcuts(), QList{kSpace});
    QCOMPARE(next->shortcuts(), QList{kB});
}

void TestUiFrame::assigningTakesKeysFromOthers()
{
    KeyMap keys;
    const auto a = named("a", "A", keys, {kA});
    const auto b = named("b", "B", keys, {kB, kOne});
    KeyMapModel model(&keys);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int rowA = rowOf(model, "a");
    const int rowB = rowOf(model, "b");
    QVERIFY(!model.ownerOf(kA, rowA));
    QVERIFY(model.ownerOf(kB, rowA) == rowB);
    QVERIFY(model.ownerOf(QKeySequence("B, C"), rowA) == rowB); // B would be done before C is pressed
    model.assign(rowA, {kB});
    QCOMPARE(model.keysOf(rowA), QList{kB});
    QCOMPARE(model.keysOf(rowB), QList{kOne});
    keys.setChoices(model.choices());
    QCOMPARE(a->shortcuts(), QList{kB});
    QCOMPARE(b->shortcuts(), QList{kOne});
    model.setChoices({{"a", {"1"}}}); // written by hand: both have it
    QCOMPARE(model.index(rowA, 0).data(KeyMapModel::ConflictRole).toString(), QStringLiteral("B"));
    model.reset(rowB);
    QVERIFY(model.keysOf(rowA).isEmpty());
    QVERIFY(model.index(rowA, 0).data(KeyMapModel::ConflictRole).toString().isEmpty());
}

void TestUiFrame::usualKeysAreNoChoice()
{
    KeyMap keys;
    const auto a = named("a", "A", keys, {kA});
    KeyMapModel model(&keys);
    QSignalSpy changes(&model, &KeyMapModel::choicesChanged);
    model.assign(0, {kB});
    QVERIFY(model.index(0, 0).data(KeyMapModel::ChosenRole).toBool());
    model.assign(0, {kA});
    QVERIFY(model.choices().isEmpty());
    model.assign(0, {});
    model.resetAll();
    QVERIFY(model.choices().isEmpty());
    QCOMPARE(model.keysOf(0), QList{kA});
    QCOMPARE(changes.count(), 4);
}

void TestUiFrame::wordsWithoutMnemonics()
{
    const auto plain = [](const QString &text) {
        QAction action;
        action.setText(text);
        return plainText(&action);
    };
    QCOMPARE(plain("&Open folder..."), QStringLiteral("Open folder"));
    KeyMap keys;
    const auto harmless = named("harmless", "A  &Harmless", keys, {kA});
    QCOMPARE(plainText(harmless.get()), QStringLiteral("Harmless"));
    QCOMPARE(plain("Black && white"), QStringLiteral("Black & white"));
    QCOMPARE(plain(QString::fromUtf8("\u6253\u5f00(&O)...")), QString::fromUtf8("\u6253\u5f00"));
}

QTEST_MAIN(TestUiFrame)
#include "tst_ui_frame.moc"
