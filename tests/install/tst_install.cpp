#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

/// `cmake --install` into a folder of its own, and what the desktop makes of it.
class TestInstall : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void filesAreInTheirPlaces_data();
    void filesAreInTheirPlaces();
    void nothingElseIsInstalled();
    void programsRunFromThere_data();
    void programsRunFromThere();
    void libTorchIsLoadedWhenWanted();
    void desktopFileNamesWhatIsThere();
    void filesAreKnownByNameAndContent_data();
    void filesAreKnownByNameAndContent();
    void typesHaveAnIconAndNamesInEveryLanguage_data();
    void typesHaveAnIconAndNamesInEveryLanguage();
    void manualNamesEveryVerb();
    void manualNamesEveryOptionOfTheWindow();
    void checkersAgree_data();
    void checkersAgree();

private:
    QString path(const QString &name) const { return m_prefix.filePath(name); }
    QString data(const QString &name) const { return path(QStringLiteral(PATINA_DATADIR "/") + name); }

    QTemporaryDir m_prefix;
};

namespace {

struct Outcome
{
    int code = -1;
    QString output; ///< of both streams
};

Outcome runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(120000);
    return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAll())};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A manual page without what makes it bold or italic; empty where it is packed and gzip is missing.
QString manualText(const QString &page)
{
    QString text = QString::fromUtf8(contentOf(page));
    if (text.isEmpty())
        text = runProgram(QStringLiteral("gzip"), {QStringLiteral("-dc"), page + QStringLiteral(".gz")}).output;
    static const QRegularExpression font(QStringLiteral("\\\\f[A-Z]"));
    return text.remove(font).replace(QStringLiteral("\\-"), QStringLiteral("-"));
}

QByteArray projectStart()
{
    QByteArray bytes(100, '\0');
    bytes.replace(0, 15, "SQLite format 3");
    return bytes.replace(68, 4, "PATI");
}

QByteArray modelStart()
{
    return QByteArray("\xe0\x8d\0\0\0\0\0\0", 8) + R"({"__metadata__":{"patina":"{\"backbone\"")";
}

} // namespace

void TestInstall::initTestCase()
{
    QVERIFY(m_prefix.isValid());
    const Outcome outcome =
        runProgram(QStringLiteral(PATINA_CMAKE), {QStringLiteral("--install"), QStringLiteral(PATINA_BUILD_DIR),
                                                  QStringLiteral("--prefix"), m_prefix.path()});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.output));
    // Before the first look at types; packages of the system may not stand in for ours.
    qputenv("XDG_DATA_DIRS", QFile::encodeName(path(QStringLiteral(PATINA_DATADIR))));
    qputenv("XDG_DATA_HOME", QFile::encodeName(path(QStringLiteral("nowhere"))));
}

void TestInstall::filesAreInTheirPlaces_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {PATINA_BINDIR "/patina", PATINA_BINDIR "/patina-cli", PATINA_DATADIR "/applications/patina.desktop",
          PATINA_DATADIR "/mime/packages/patina.xml", PATINA_DATADIR "/metainfo/local.patina.Patina.metainfo.xml",
          PATINA_DATADIR "/icons/hicolor/scalable/apps/patina.svg", PATINA_LIBDIR "/patina/patina-torch.so",
          PATINA_LIBDIR "/patina/patina-pdf.so", PATINA_DATADIR "/icons/hicolor/48x48/apps/patina.png",
          PATINA_DATADIR "/doc/patina/README.md", PATINA_DATADIR "/doc/patina/copyright",
          PATINA_DATADIR "/doc/patina/docs/install.md", PATINA_DATADIR "/doc/patina/docs/pictures/window.png"})
        QTest::newRow(name) << name;
}

void TestInstall::filesAreInTheirPlaces()
{
    QFETCH(QString, name);
    QVERIFY(QFileInfo(path(name)).size() > 0);
}

/// Programs, the part with LibTorch and shared data only: no headers, other libraries or test programs, of ours or of a
/// library that we build with.
void TestInstall::nothingElseIsInstalled()
{
    QStringList top = QDir(m_prefix.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    top.sort();
    QCOMPARE(top, QStringList({QStringLiteral("bin"), QStringLiteral(PATINA_LIBDIR).section(QLatin1Char('/'), 0, 0),
                               QStringLiteral("share")}));
    QCOMPARE(QDir(path(QStringLiteral(PATINA_LIBDIR))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList(QStringLiteral("patina")));
    QCOMPARE(QDir(path(QStringLiteral("bin"))).entryList(QDir::Files).size(), 2);
    QDirIterator files(m_prefix.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString relative = QDir(m_prefix.path()).relativeFilePath(files.next());
        QVERIFY2(relative.contains(QStringLiteral("patina"), Qt::CaseInsensitive), qPrintable(relative));
    }
}

void TestInstall::programsRunFromThere_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("window") << PATINA_BINDIR "/patina";
    QTest::newRow("command line") << PATINA_BINDIR "/patina-cli";
}

void TestInstall::programsRunFromThere()
{
    QFETCH(QString, name);
    const Outcome outcome = runProgram(path(name), {QStringLiteral("--version")});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.contains(QStringLiteral(PATINA_VERSION)), qPrintable(outcome.output));
}

/// Debian's LibTorch answers that it knows no graphics cards; without the part the program says what is missing.
void TestInstall::libTorchIsLoadedWhenWanted()
{
    QTemporaryDir images;
    QFile image(images.filePath(QStringLiteral("a.png")));
    QVERIFY(image.open(QIODevice::WriteOnly) && image.write("x") == 1);
    image.close();
    const QStringList training{QStringLiteral("train"),    images.path(),
                               QStringLiteral("--out"),    images.filePath(QStringLiteral("m.patina")),
                               QStringLiteral("--device"), QStringLiteral("cuda:99")};
    const QString program = path(QStringLiteral(PATINA_BINDIR "/patina-cli"));
    const Outcome there = runProgram(program, training);
    QVERIFY2(there.code > 0 && there.output.contains(QStringLiteral("device cuda:99: this ")),
             qPrintable(there.output));

    const QString part = path(QStringLiteral(PATINA_LIBDIR "/patina/patina-torch.so"));
    QVERIFY(QFile::rename(part, part + QStringLiteral(".away")));
    const Outcome gone = runProgram(program, training);
    QVERIFY(QFile::rename(part + QStringLiteral(".away"), part));
    QVERIFY2(gone.code > 0 && gone.output.contains(QStringLiteral("install Patina again")), qPrintable(gone.output));
}

void TestInstall::desktopFileNamesWhatIsThere()
{
    const QString text = QString::fromUtf8(contentOf(data(QStringLiteral("applications/patina.desktop"))));
    const auto value = [&](const QString &key) {
        const QRegularExpression line(QStringLiteral("^%1=(.*)$").arg(QRegularExpression::escape(key)),
                                      QRegularExpression::MultilineOption);
        return line.match(text).captured(1);
    };
    QVERIFY(QFileInfo(path(QStringLiteral(PATINA_BINDIR "/") + value(QStringLiteral("Exec")).section(' ', 0, 0)))
                .isExecutable());
    QVERIFY(
        QFile::exists(data(QStringLiteral("icons/hicolor/scalable/apps/%1.svg").arg(value(QStringLiteral("Icon"))))));
    for (const char *language : {"de", "zh_CN", "ja"})
        for (const char *key : {"GenericName", "Comment", "Keywords"})
            QVERIFY2(!value(QStringLiteral("%1[%2]").arg(key, language)).isEmpty(), key);
    const QMimeDatabase types;
    for (const QString &name : value(QStringLiteral("MimeType")).split(';', Qt::SkipEmptyParts))
        QVERIFY2(types.mimeTypeForName(name).isValid(), qPrintable(name));
}

void TestInstall::filesAreKnownByNameAndContent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("type");
    const QString project = QStringLiteral("application/x-patina-project");
    const QString model = QStringLiteral("application/x-patina-model");
    QTest::newRow("project by both") << "part.patinaproj" << projectStart() << project;
    QTest::newRow("project by content") << "part" << projectStart() << project;
    QTest::newRow("another SQLite file") << "part" << projectStart().replace("PATI", "WORD") << "";
    QTest::newRow("model by both") << "part.patina" << modelStart() << model;
    QTest::newRow("model by content") << "part" << modelStart() << model;
    QTest::newRow("another safetensors file") << "part" << modelStart().replace("\"patina\"", "\"format\"") << "";
}

void TestInstall::filesAreKnownByNameAndContent()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, start);
    QFETCH(QString, type);
    const QString found = QMimeDatabase().mimeTypeForFileNameAndData(name, start).name();
    QCOMPARE(found.contains(QStringLiteral("patina")) ? found : QString(), type);
}

void TestInstall::typesHaveAnIconAndNamesInEveryLanguage_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("project") << "application/x-patina-project";
    QTest::newRow("model") << "application/x-patina-model";
}

void TestInstall::typesHaveAnIconAndNamesInEveryLanguage()
{
    QFETCH(QString, type);
    const QString icon = QMimeDatabase().mimeTypeForName(type).iconName();
    QVERIFY(QFile::exists(data(QStringLiteral("icons/hicolor/scalable/mimetypes/%1.svg").arg(icon))));
    const QString text = QString::fromUtf8(contentOf(data(QStringLiteral("mime/packages/patina.xml"))));
    const QString own =
        text.section(QStringLiteral("type=\"%1\"").arg(type), 1).section(QStringLiteral("</mime-type>"), 0, 0);
    for (const char *language : {"de", "zh_CN", "ja"})
        QVERIFY2(own.contains(QStringLiteral("<comment xml:lang=\"%1\">").arg(language)), language);
}

void TestInstall::manualNamesEveryVerb()
{
    const QString manual = manualText(path(QStringLiteral(PATINA_MANDIR "/man1/patina-cli.1")));
    if (manual.isEmpty())
        QSKIP("no gzip to unpack the manual");
    const QString help =
        runProgram(path(QStringLiteral(PATINA_BINDIR "/patina-cli")), {QStringLiteral("--help")}).output;
    const QString verbs = help.section(QStringLiteral("Subcommands:"), 1).section(QStringLiteral("\n\n"), 0, 0);
    static const QRegularExpression verb(QStringLiteral("^  ([a-z]+) "), QRegularExpression::MultilineOption);
    int found = 0;
    for (auto i = verb.globalMatch(verbs); i.hasNext(); ++found) {
        const QString name = i.next().captured(1);
        const QRegularExpression entry(QStringLiteral("^\\.(B|BI) \"?%1\\b").arg(name),
                                       QRegularExpression::MultilineOption);
        QVERIFY2(entry.match(manual).hasMatch(), qPrintable(name));
    }
    QVERIFY(found >= 10);
}

void TestInstall::manualNamesEveryOptionOfTheWindow()
{
    const QString manual = manualText(path(QStringLiteral(PATINA_MANDIR "/man1/patina.1")));
    if (manual.isEmpty())
        QSKIP("no gzip to unpack the manual");
    const QString help = runProgram(path(QStringLiteral(PATINA_BINDIR "/patina")), {QStringLiteral("--help")}).output;
    static const QRegularExpression option(QStringLiteral("^  (?:-[a-z], )?(--[a-z]+)"),
                                           QRegularExpression::MultilineOption);
    int found = 0;
    for (auto i = option.globalMatch(help); i.hasNext(); ++found) {
        const QString name = i.next().captured(1);
        QVERIFY2(name == QStringLiteral("--help-all") || manual.contains(name), qPrintable(name));
    }
    QVERIFY(found >= 6);
}

void TestInstall::checkersAgree_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("desktop file") << "desktop-file-validate"
                                  << QStringList{data(QStringLiteral("applications/patina.desktop"))};
    QTest::newRow("metainfo") << "appstreamcli"
                              << QStringList{QStringLiteral("validate"), QStringLiteral("--no-net"),
                                             data(QStringLiteral("metainfo/local.patina.Patina.metainfo.xml"))};
    QTest::newRow("types") << "xmllint"
                           << QStringList{QStringLiteral("--noout"), data(QStringLiteral("mime/packages/patina.xml"))};
    QTest::newRow("type database") << "update-mime-database" << QStringList{data(QStringLiteral("mime"))};
}

void TestInstall::checkersAgree()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP("the checker is not installed");
    const Outcome outcome = runProgram(program, arguments);
    QVERIFY2(outcome.code == 0 && !outcome.output.contains(QStringLiteral("error"), Qt::CaseInsensitive),
             qPrintable(outcome.output));
}

QTEST_GUILESS_MAIN(TestInstall)
#include "tst_install.moc"
