#include "tests/cli/cli_process.h"
#include "tests/core/dataset/sample_folder.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace patina::test;

namespace {

bool isOneLine(const QString &text)
{
    return text.count('\n') == 1 && text.endsWith('\n') && !text.contains('\r');
}

/// The verbs that a help text lists.
QStringList verbsIn(const QString &help)
{
    QStringList verbs;
    const QStringList lines = help.section("Subcommands:", 1).split('\n');
    for (const QString &line : lines.mid(1)) {
        if (line.startsWith("  ") && line.size() > 2 && !line[2].isSpace())
            verbs << line.trimmed().section(' ', 0, 0);
        else if (!line.isEmpty() && !line[0].isSpace())
            break;
    }
    return verbs;
}

struct VerbHelp
{
    QStringList words; ///< {"dataset"}, {"dataset", "info"}, ...
    Outcome outcome;
};

/// Asks each verb below `above` for its help, groups included.
QList<VerbHelp> helpOfAllVerbs(const QStringList &above, const QString &helpOfAbove)
{
    QList<VerbHelp> found;
    for (const QString &verb : verbsIn(helpOfAbove)) {
        const QStringList words = above + QStringList{verb};
        found << VerbHelp{words, runCli(words + QStringList{"--help"})};
        found += helpOfAllVerbs(words, found.last().outcome.out);
    }
    return found;
}

void makeDataset(const SampleFolder &folder)
{
    folder.image("train/good/0.png", 1);
    folder.image("train/good/1.png", 2);
    folder.image("test/good/2.png", 1); // the same pixels as train/good/0.png
    folder.image("test/crack.v2/3.png", 4);
    folder.mask("ground_truth/crack.v2/3_mask.png");
}

/// Many images that take long to decode, in little space.
void makeLongJob(const SampleFolder &folder)
{
    folder.image("0000.png", 1, {1500, 1500});
    for (int i = 1; i < 1000; ++i)
        std::filesystem::create_symlink("0000.png",
                                        folder.path() / QString("%1.png").arg(i, 4, 10, QChar('0')).toStdString());
}

} // namespace

class TestCliProcess : public QObject
{
    Q_OBJECT

private slots:
    void version()
    {
        const Outcome outcome = runCli({"--version"});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out.startsWith("patina-cli "));
        QVERIFY(outcome.out.contains(PATINA_VERSION));
        QCOMPARE(outcome.err, QString());
    }

    void everyVerbHasHelp()
    {
        const QList<VerbHelp> verbs = helpOfAllVerbs({}, runCli({"--help"}).out);
        QStringList names;
        for (const auto &[words, outcome] : verbs) {
            names << words.join(' ');
            QVERIFY2(outcome.exitCode == 0, qPrintable(names.last()));
            QVERIFY2(outcome.out.contains("Usage: patina-cli " + names.last()), qPrintable(names.last()));
            QVERIFY2(outcome.err.isEmpty(), qPrintable(names.last()));
            if (verbsIn(outcome.out).isEmpty())
                QVERIFY2(outcome.out.contains("--json") && outcome.out.contains("--quiet"), qPrintable(names.last()));
        }
        QVERIFY(names.contains("dataset info"));
        QVERIFY(names.contains("train"));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QStringList{} << "patina-cli: a verb is missing";
        QTest::newRow("unknown verb") << QStringList{"datset"} << "patina-cli: unknown verb 'datset'";
        QTest::newRow("unknown option") << QStringList{"--fast"} << "patina-cli: unknown option '--fast'";
        QTest::newRow("group alone") << QStringList{"dataset"} << "patina-cli dataset: a verb is missing";
        QTest::newRow("unknown verb of a group")
            << QStringList{"dataset", "inf"} << "patina-cli dataset: unknown verb 'inf'";
        QTest::newRow("no folder") << QStringList{"dataset", "info"} << "patina-cli dataset info: DIR";
        QTest::newRow("unknown option of a verb")
            << QStringList{"dataset", "info", ".", "--fast"} << "patina-cli dataset info: ";
        QTest::newRow("too much") << QStringList{"dataset", "info", ".", "more"} << "patina-cli dataset info: ";
        QTest::newRow("memory is not offered")
            << QStringList{"dataset", "info", ".", "--memory", "2GiB"} << "patina-cli dataset info: ";
        QTest::newRow("line break") << QStringList{"data\nset"} << "patina-cli: unknown verb 'data?set'";
        QTest::newRow("threads") << QStringList{"train", ".", "--out", "x", "--threads", "-1"} << "patina-cli train: ";
        QTest::newRow("seed") << QStringList{"train", ".", "--out", "x", "--seed", "-1"} << "patina-cli train: ";
        QTest::newRow("no number") << QStringList{"train", ".", "--out", "x", "--holdout", "nan"}
                                   << "patina-cli train: --holdout: 'nan'";
        QTest::newRow("policy") << QStringList{"evaluate", "x", ".", "--policy", "foo"}
                                << "patina-cli evaluate: --policy: ";
        QTest::newRow("order") << QStringList{"evaluate", "x", ".", "--review", "2", "--reject", "1"}
                               << "patina-cli evaluate: --reject: ";
        QTest::newRow("threshold") << QStringList{"evaluate", "x", ".", "--review", "inf"}
                                   << "patina-cli evaluate: --review: ";
        for (const char *size : {"12", "1024", "1024x", "x768", "1024x768x3", "1024 x 768", "-64x64", "63x768",
                                 "1024x16385", "99999999999x768"})
            QTest::addRow("size %s", size)
                << QStringList{"synth", "--out", "x", QString("--size=%1").arg(size)}
                << QString("patina-cli synth: --size: '%1' is not WIDTHxHEIGHT, each from 64 to 16384 pixels")
                       .arg(size);
        QTest::newRow("scale") << QStringList{"synth", "--out", "x", "--mm-per-pixel", "2"}
                               << "patina-cli synth: --mm-per-pixel: '2'";
    }

    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const Outcome outcome = runCli(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(isOneLine(outcome.err), qPrintable(outcome.err));
        QVERIFY2(outcome.err.startsWith(says), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains("--help"), qPrintable(outcome.err));
        QCOMPARE(outcome.out, QString());
    }

    void seedOfSynthIsNamedAsItIs()
    {
        QVERIFY(runCli({"synth", "--help"}).out.contains("--seed UINT=1 "));
        QVERIFY(runCli({"train", "--help"}).out.contains("--seed UINT=0 "));
    }

    void failureIsOneLine()
    {
        const SampleFolder folder;
        folder.folder("line\nbreak\x1b[2J");
        for (const QString &name : {QString("nothing"), QString("line\nbreak\x1b[2J")}) {
            const Outcome outcome = runCli({"dataset", "info", text(folder.path()) + '/' + name, "--json"});
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY2(isOneLine(outcome.err), qPrintable(outcome.err));
            QVERIFY(outcome.err.startsWith("patina-cli dataset info: "));
            QVERIFY(!outcome.err.contains('\x1b'));
            QCOMPARE(outcome.out, QString());
        }
    }

    void resultsThatCannotBeWrittenAreAFailure()
    {
        if (!QFile::exists("/dev/full"))
            QSKIP("this system has no /dev/full");
        const SampleFolder folder;
        makeDataset(folder);
        const Outcome outcome =
            runCli({"dataset", "info", text(folder.path()), "--quiet"}, {.stdoutFile = "/dev/full"});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(isOneLine(outcome.err), qPrintable(outcome.err));
    }

    void infoForPeople()
    {
        const SampleFolder folder;
        makeDataset(folder);
        const Outcome outcome = runCli({"dataset", "info", text(folder.path())});
        QCOMPARE(outcome.exitCode, 0);
        for (const char *line : {"Layout: MVTec AD", "Images: 4 in 4 groups", "12x8  colour    8 bit       4",
                                 "trainTestDuplicate: test/good/2.png has the same pixels as train/good/0.png"})
            QVERIFY2(outcome.out.contains(line), qPrintable(outcome.out));
        QVERIFY(outcome.err.contains("inspect 0/4"));
        QVERIFY(outcome.err.contains("inspect 4/4 100 %"));
        QCOMPARE(runCli({"dataset", "info", text(folder.path()), "--quiet"}).err, QString());
    }

    void infoForMachinesIsFlat()
    {
        const SampleFolder folder;
        makeDataset(folder);
        for (const QStringList &extra : {QStringList{}, QStringList{"--list-only"}}) {
            const Outcome outcome = runCli(QStringList{"dataset", "info", text(folder.path()), "--json"} + extra);
            QCOMPARE(outcome.exitCode, 0);
            const QJsonObject object = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
            QVERIFY(!object.isEmpty());
            const QJsonObject why = object["why"].toObject();
            for (auto at = object.begin(); at != object.end(); ++at) {
                QVERIFY2(at.key() == "why" || (!at->isObject() && !at->isArray()), qPrintable(at.key()));
                QVERIFY2(!at->isNull() || !why[at.key()].toString().isEmpty(), qPrintable(at.key()));
            }
            for (const QString &name : why.keys())
                QVERIFY2(object[name].isNull(), qPrintable(name));
            QCOMPARE(object["layout"].toString(), QString("MVTec AD"));
            QCOMPARE(object["images"].toInt(), 4);
            QCOMPARE(object["split.train.images"].toInt(), 2);
            QCOMPARE(object["split.test.classes.crack.v2"].toInt(), 1);
            QCOMPARE(object["classes.crack.v2.masks"].toInt(), 1);
            QCOMPARE(object["problems.trainTestDuplicate"].toInt(-1), extra.isEmpty() ? 1 : -1);
        }
    }

    void interruptEndsWith130_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
    }

    void interruptEndsWith130()
    {
        QFETCH(int, signal);
        const SampleFolder folder;
        makeLongJob(folder);
        QProcess process;
        startCli(process, {"dataset", "info", text(folder.path())});
        QByteArray err;
        process.setReadChannel(QProcess::StandardError);
        while (!err.contains("inspect") && process.waitForReadyRead(patienceMs))
            err += process.readAllStandardError();
        QVERIFY2(err.contains("inspect"), err.constData());
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.exitCode, 130);
        QVERIFY2(outcome.err.endsWith("patina-cli dataset info: cancelled, nothing was left half-written\n"),
                 qPrintable(outcome.err));
        QCOMPARE(outcome.out, QString());
    }

    /// Finished images stay: what is said does not sound as if nothing were left.
    void interruptedSynthSaysWhatStays()
    {
        const SampleFolder folder;
        const QString out = text(folder.path() / "made");
        QProcess process;
        startCli(process, {"synth", "--size", "64x64", "--train", "100000", "--threads", "1", "--impurities", "none",
                           "--out", out});
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(out + "/train/good/train_0001.png"); }, patienceMs));
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.exitCode, 130);
        QVERIFY2(outcome.sentence().contains("patina-cli synth: cancelled, ") &&
                     outcome.sentence().endsWith("stay in " + out + "; the same again makes the others"),
                 qPrintable(outcome.err));
    }
};

QTEST_GUILESS_MAIN(TestCliProcess)
#include "tst_cli_process.moc"
