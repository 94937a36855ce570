#include "app/cli/command_line.h"
#include "app/cli/console_progress.h"
#include "app/cli/figure_title.h"
#include "app/cli/flat_json.h"
#include "app/cli/memory_size.h"
#include "app/cli/printable.h"
#include "app/cli/text_table.h"
#include "core/base/output_target.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>
#include <limits>
#include <sstream>

using namespace patina;
using namespace patina::cli;
using std::chrono::milliseconds;

namespace {

/// A progress printer on a clock that tests move.
struct FakeConsole
{
    explicit FakeConsole(ConsoleProgress::Mode mode, int columns = 80)
        : progress(mode, out, columns, [this] { return now; })
    {
    }
    /// What was written since the last call.
    std::string take()
    {
        std::string text = out.str();
        out.str({});
        return text;
    }

    std::ostringstream out;
    std::chrono::steady_clock::time_point now;
    ConsoleProgress progress;
};

} // namespace

class TestCliFrame : public QObject
{
    Q_OBJECT

private slots:
    void figuresAreNamedInWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("title");
        QTest::newRow("rank") << "image.auroc"
                              << "image AUROC";
        QTest::newRow("recall") << "at.reject.defects.scratch.recall"
                                << "recall of scratch at reject";
        QTest::newRow("overlap") << "at.review.defects.all.recallOverlap30"
                                 << "recall of all defects by 30 % of the pixels at review";
        QTest::newRow("a name with a dot") << "at.review.defects.v1.2 edge.recall"
                                           << "recall of v1.2 edge at review";
        QTest::newRow("impurity") << "at.review.impurities.oil.share"
                                  << "flagged though harmless: oil at review";
        QTest::newRow("overkill") << "at.review.good.overkill"
                                  << "overkill of good parts at review";
        QTest::newRow("regions") << "at.reject.good.falseRegionsPerImage"
                                 << "false regions per good part at reject";
        QTest::newRow("not known") << "at.review.pixel.fpr"
                                   << "at.review.pixel.fpr";
    }
    void figuresAreNamedInWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, title);
        QCOMPARE(QString::fromStdString(figureTitle(name.toStdString())), title);
    }
    void linesAreThrottled()
    {
        FakeConsole console(ConsoleProgress::Mode::Lines);
        console.progress.report({"features", 0, 100});
        QCOMPARE(console.take(), std::string("features 0/100   0 %\n"));
        for (int done = 1; done <= 49; ++done) {
            console.now += milliseconds(100);
            console.progress.report({"features", done, 100});
        }
        QCOMPARE(console.take(), std::string());
        console.now += milliseconds(100);
        console.progress.report({"features", 50, 100});
        QCOMPARE(console.take(), std::string("features 50/100  50 %  ETA 0:05\n"));
        console.progress.report({"features", 100, 100});
        QCOMPARE(console.take(), std::string("features 100/100 100 %\n"));
        console.progress.report({"features", 100, 100});
        QCOMPARE(console.take(), std::string());
        console.progress.report({"coreset", 0, 0});
        QCOMPARE(console.take(), std::string("coreset\n"));
    }

    void estimateOfAResumedJobCountsWhatWasDoneNow()
    {
        FakeConsole console(ConsoleProgress::Mode::Lines);
        console.progress.report({"features", 900, 1000});
        console.now += milliseconds(10000);
        console.progress.report({"features", 910, 1000});
        const std::string text = console.take();
        QVERIFY2(text.find("ETA 1:30") != std::string::npos, text.c_str());
    }

    void patchesASecondAndRadiusAreTold()
    {
        FakeConsole console(ConsoleProgress::Mode::Lines);
        console.progress.report({"features", 900, 1000, 5'000'000}); // of the run that was cut off
        console.now += milliseconds(10'000);
        console.progress.report({"features", 910, 1000, 5'534'000, 23.4567});
        QCOMPARE(
            console.take(),
            std::string("features 900/1000  90 %\nfeatures 910/1000  91 %  ETA 1:30  53k patches/s  radius 23.5\n"));
        console.now += milliseconds(90'000);
        console.progress.report({"support", 0, 10});
        console.now += milliseconds(5000);
        console.progress.report({"support", 1, 10, 2500});
        QCOMPARE(console.take(), std::string("support 0/10   0 %\nsupport 1/10  10 %  ETA 0:45  500 patches/s\n"));

        FakeConsole terminal(ConsoleProgress::Mode::Live, 80);
        terminal.progress.report({"features", 0, 12345});
        terminal.now += milliseconds(5000);
        terminal.take();
        terminal.progress.report({"features", 1240, 12345, 1'000'000, 123.4});
        const std::string bar = terminal.take();
        QVERIFY2(bar.find("[#.........] 1240/12345  10 %  ETA 0:45  200k patches/s  radius 123") != std::string::npos,
                 bar.c_str());
    }

    void barIsDrawnOverAndGoesAway()
    {
        FakeConsole console(ConsoleProgress::Mode::Live);
        console.progress.report({"score", 0, 4});
        QCOMPARE(console.take(), std::string("\rscore [........................] 0/4   0 %\x1b[K"));
        console.progress.report({"score", 1, 4});
        QCOMPARE(console.take(), std::string()); // too soon
        console.now += milliseconds(2000);
        console.progress.report({"score", 2, 4});
        QCOMPARE(console.take(), std::string("\rscore [############............] 2/4  50 %  ETA 0:02\x1b[K"));
        console.progress.notice("skipped a.png");
        QCOMPARE(console.take(), std::string("\r\x1b[Kskipped a.png\n"));
        console.progress.finish();
        QCOMPARE(console.take(), std::string()); // nothing to take away
        console.now += milliseconds(2000);
        console.progress.report({"score", 3, 4});
        console.take();
        console.progress.report({"score", 4, 4});
        QCOMPARE(console.take(), std::string("\r\x1b[K"));
    }

    void barNeverWraps()
    {
        for (int columns = 20; columns < 70; ++columns) {
            FakeConsole console(ConsoleProgress::Mode::Live, columns);
            console.progress.report({"a stage of many words", 123456, 1234567});
            const std::string text = console.take();
            QVERIFY(text.size() <= static_cast<std::size_t>(columns) + 3); // "\r", "\x1b[K", one column free
        }
    }

    void silentSaysNothing()
    {
        FakeConsole console(ConsoleProgress::Mode::Silent);
        console.progress.report({"score", 0, 4});
        console.progress.notice("skipped a.png");
        console.progress.finish();
        QCOMPARE(console.take(), std::string());
    }

    void oddCountsDoNoHarm()
    {
        for (const auto mode : {ConsoleProgress::Mode::Lines, ConsoleProgress::Mode::Live}) {
            FakeConsole console(mode);
            for (const Progress &step :
                 {Progress{"a", 5, 3}, Progress{"a", -1, 3}, Progress{"b", 0, -7},
                  Progress{"c", std::numeric_limits<std::int64_t>::max(), 0}, Progress{"", 1, 1}}) {
                console.now += milliseconds(6000);
                console.progress.report(step);
            }
            QVERIFY(console.take().find("200") == std::string::npos); // no percentage over 100
        }
    }

    void durations()
    {
        QCOMPARE(durationText(0.4), std::string("0:00"));
        QCOMPARE(durationText(65.0), std::string("1:05"));
        QCOMPARE(durationText(7390.0), std::string("2:03:10"));
        QCOMPARE(durationText(-5.0), std::string("0:00"));
    }

    void nullsInJsonSayWhy()
    {
        FlatJson json;
        json.set("image.auroc", 0.5);
        json.set("rows", std::int64_t{3});
        json.set("name", std::string("a\"b"));
        json.set("bad", std::nan(""));
        json.set("worse", std::numeric_limits<float>::infinity());
        json.setNull("pixel.ap", "no masks");
        json.set("bytes", std::string("\xFF"));
        const auto object = nlohmann::json::parse(json.text());
        QCOMPARE(object["image.auroc"].get<double>(), 0.5);
        QVERIFY(object["bad"].is_null() && object["worse"].is_null() && object["pixel.ap"].is_null());
        QCOMPARE(object["why"]["pixel.ap"].get<std::string>(), std::string("no masks"));
        QCOMPARE(object["why"].size(), std::size_t{3});
        QCOMPARE(object["name"].get<std::string>(), std::string("a\"b"));
    }

    void tableAlignsAndIsPrintable()
    {
        TextTable table({"Name", "Kind", "Count"}, 2);
        table.addRow({"Kratzer ä", "x", "7"});
        table.addRow({"a\nb", "defect", "1234"});
        QCOMPARE(table.text(), std::string("Name       Kind    Count\n"
                                           "Kratzer ä  x           7\n"
                                           "a?b        defect   1234\n"));
    }

    void printableText()
    {
        QCOMPARE(printable("plain ä €"), std::string("plain ä €"));
        QCOMPARE(printable("a\n\t\x1b[2Jb\x7f"), std::string("a???[2Jb?"));
        QCOMPARE(printable("a\xC2\x9B"
                           "b"),
                 std::string("a?b")); // CSI as one character
        QCOMPARE(printable("a\xFF\xC3"), std::string("a??"));
    }

    void memorySizes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes"); // 0: refused
        QTest::newRow("GiB") << "2GiB" << qint64{2} * 1024 * 1024 * 1024;
        QTest::newRow("MB") << "500MB" << qint64{500'000'000};
        QTest::newRow("bare letter") << "1g" << qint64{1024} * 1024 * 1024;
        QTest::newRow("fraction") << "1.5GiB" << qint64{3} * 512 * 1024 * 1024;
        QTest::newRow("bytes") << "100000000" << qint64{100'000'000};
        QTest::newRow("bytes B") << "100000000B" << qint64{100'000'000};
        QTest::newRow("smallest") << "64MiB" << qint64{64} * 1024 * 1024;
        for (const char *bad : {"", "GiB", "2 GiB", "-2GiB", "+2GiB", "2XB", "2GiBs", "nan", "inf", "1e9", "0x10",
                                "63MiB", "65TiB", "1e400", "99999999999999999999999", "2GiB\n"})
            QTest::newRow(bad) << bad << qint64{0};
    }

    void memorySizes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, bytes);
        const auto parsed = parseMemorySize(text.toStdString());
        QCOMPARE(parsed.value_or(0), std::int64_t{bytes});
        if (!parsed)
            QCOMPARE(parsed.error().code, ErrorCode::BadArgument);
    }

    void reservoirSizes()
    {
        QCOMPARE(parseReservoirSize("1MiB").value(), std::int64_t{1} << 20);
        QCOMPARE(parseReservoirSize("1TiB").value(), std::int64_t{1} << 40);
        for (const char *bad : {"1023KiB", "2TiB", "much"})
            QCOMPARE(parseReservoirSize(bad).error().code, ErrorCode::BadArgument);
    }

    void memoryIsOfferedOnlyWhereItIsHonoured()
    {
        CLI::App app("test", "patina-cli");
        CommandContext context;
        VerbList verbs;
        std::optional<std::int64_t> seen;
        CLI::App *with = app.add_subcommand("with");
        addCommonOptions(*with, context, {CommonOption::Memory});
        verbs.push_back({with, [&](const CommandContext &ready) -> Result<void> {
                             seen = ready.memoryBytes;
                             return {};
                         }});
        CLI::App *without = app.add_subcommand("without");
        addCommonOptions(*without, context);
        verbs.push_back({without, [](const CommandContext &) -> Result<void> { return {}; }});
        const auto run = [&](std::vector<const char *> arguments) {
            arguments.insert(arguments.begin(), "patina-cli");
            return runCommandLine(app, context, verbs, static_cast<int>(arguments.size()), arguments.data());
        };
        QCOMPARE(run({"with", "--memory", "2GiB"}), 0);
        QCOMPARE(seen, std::optional(std::int64_t{2} << 30));
        QCOMPARE(run({"with", "--memory", "2"}), 2);
        QCOMPARE(run({"without", "--memory", "2GiB"}), 2);
    }

    void exitCodesFollowTheResult()
    {
        Result<void> answer;
        CLI::App app("test", "patina-cli");
        CommandContext context;
        VerbList verbs;
        verbs.push_back({app.add_subcommand("answer"), [&](const CommandContext &) { return answer; }});
        verbs.push_back({app.add_subcommand("throw"),
                         [](const CommandContext &) -> Result<void> { throw std::runtime_error("odd"); }});
        verbs.push_back(
            {app.add_subcommand("bad_alloc"), [](const CommandContext &) -> Result<void> { throw std::bad_alloc(); }});
        const auto run = [&](const char *verb) {
            const char *arguments[] = {"patina-cli", verb};
            return runCommandLine(app, context, verbs, 2, arguments);
        };
        QCOMPARE(run("answer"), 0);
        answer = fail(ErrorCode::NotFound, "nothing there");
        QCOMPARE(run("answer"), 1);
        answer = cancelledError();
        QCOMPARE(run("answer"), 130);
        QCOMPARE(run("throw"), 1);
        QCOMPARE(run("bad_alloc"), 1);
    }

    /// Whether a folder can be written to is tried beside what is there, whatever that is called.
    void outputFolderBesideAnything()
    {
        QTemporaryDir folder;
        for (const char *name : {"patina", "patina-", "patina--"})
            QVERIFY(QDir(folder.path()).mkdir(QLatin1String(name)));
        QVERIFY(checkOutputFolder(folder.filePath(QStringLiteral("new/out")).toStdString()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size(), 3);
        QVERIFY(!checkOutputFolder(std::filesystem::path("/dev/null/out")));
    }
};

QTEST_APPLESS_MAIN(TestCliFrame)
#include "tst_cli_frame.moc"
