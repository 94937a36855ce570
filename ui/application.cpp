#include "ui/application.h"

#include "ui/jobs/evaluation_store.h"
#include "ui/jobs/inspection_engine.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/screenshot.h"
#include "ui/session.h"
#include "ui/text/path.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>
#include <QTextStream>

#include <optional>

namespace patina {

namespace {

struct Options
{
    ScreenshotRequest request;
    QString theme;
    QString language;
    QString size;
    bool score = false; ///< all images, as soon as they and the model are open
};

Options parse(const QCoreApplication &application)
{
    // In English, as the command-line program and the error stream.
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Visual surface inspection: opens a folder of part images and a model, and shows what it flags.");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("FOLDER",
                                 "Folder of images, data set, project (.patinaproj) or model (.patina) to open.",
                                 "[FOLDER|PROJECT|MODEL]");
    const QCommandLineOption model("model", "Model to open.", "MODEL");
    const QCommandLineOption image("image", "Image of the folder to show.", "NAME");
    const QCommandLineOption score("score", "Score every image that has no score yet.");
    const QCommandLineOption screenshot("screenshot",
                                        "For scripts: load, score the image that is shown, write a picture of the "
                                        "window to FILE and exit (0 done, 1 failed). Settings are neither read nor "
                                        "written.",
                                        "FILE");
    const QCommandLineOption theme("theme", "Theme: system, light or dark.", "NAME");
    QStringList codes;
    for (const LanguageChoice &choice : languages())
        codes << choice.code;
    const QCommandLineOption language("language", QStringLiteral("Language: %1.").arg(codes.join(" or ")), "CODE");
    const QCommandLineOption size("size", "Size of the window.", "WxH");
    parser.addOptions({model, image, score, screenshot, theme, language, size});
    parser.process(application);
    return {{parser.positionalArguments().value(0), parser.value(model), parser.value(image), parser.value(screenshot)},
            parser.value(theme),
            parser.value(language),
            parser.value(size),
            parser.isSet(score)};
}

/// \returns the first wrong value as a sentence.
std::optional<QString> applyLook(const Options &options, Settings &settings)
{
    const QStringList themes{"system", "light", "dark"};
    if (!options.theme.isEmpty() && !themes.contains(options.theme))
        return QStringLiteral("--theme %1: system, light or dark is expected").arg(options.theme);
    if (!options.theme.isEmpty())
        settings.theme = static_cast<Theme>(themes.indexOf(options.theme));
    QStringList codes;
    for (const LanguageChoice &language : languages())
        codes << language.code;
    if (!options.language.isEmpty() && !codes.contains(options.language))
        return QStringLiteral("--language %1: %2 is expected").arg(options.language, codes.join(" or "));
    if (!options.language.isEmpty())
        settings.language = options.language;
    return std::nullopt;
}

std::optional<QSize> sizeFrom(const QString &text)
{
    const QStringList sides = text.split(QLatin1Char('x'));
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    const bool sensible = sides.size() == 2 && QRect(320, 240, 16000, 16000).contains(size.width(), size.height());
    return sensible ? std::optional(size) : std::nullopt;
}

/// Help and pictures need no display: without one, windows are drawn into memory.
void allowNoDisplay(int argc, char **argv)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const QStringList unseen{"--help", "-h", "--help-all", "--version", "-v", "--screenshot"};
    bool found = false;
    for (int i = 1; i < argc; ++i)
        found = found || unseen.contains(QString::fromLocal8Bit(argv[i]).section(QLatin1Char('='), 0, 0));
    if (found && qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
}

int wrongUsage(const QString &sentence)
{
    QTextStream(stderr) << "patina: " << sentence << Qt::endl;
    return 2;
}

void openAtStart(Session &session, const ScreenshotRequest &request, bool score)
{
    session.openWith(request.model, request.folder);
    const auto scoreAll = [&session] {
        if (session.document().hasModel() && session.document().hasImages())
            session.scoreAll();
    };
    if (score)
        QObject::connect(&session, &Session::becameIdle, &session, scoreAll,
                         static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    if (request.folder.isEmpty() || request.image.isEmpty())
        return;
    const auto select = [&session, image = request.image] {
        if (const int row = session.document().rowOfName(image); row >= 0)
            session.showRow(row);
    };
    QObject::connect(&session.document(), &Document::datasetChanged, &session, select,
                     static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

} // namespace

int runApplication(int argc, char **argv, std::shared_ptr<const InspectionEngine> engine)
{
    allowNoDisplay(argc, argv);
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("patina"));
    QApplication::setApplicationDisplayName(QStringLiteral("Patina"));
    QApplication::setApplicationVersion(QStringLiteral(PATINA_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("patina"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/patina.svg")));

    const Options options = parse(application);
    const bool scripted = !options.request.file.isEmpty();
    const QString file = scripted ? QString() : settingsFile();
    Settings settings = scripted ? Settings{} : loadSettings(file);
    if (const auto wrong = applyLook(options, settings))
        return wrongUsage(*wrong);
    const auto size = sizeFrom(options.size);
    if (!options.size.isEmpty() && !size)
        return wrongUsage(QStringLiteral("--size %1: WIDTHxHEIGHT from 320x240 is expected").arg(options.size));

    Session session(std::move(engine));
    if (!scripted) {
        const auto cache = pathOf(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
        session.setCache(std::make_shared<InspectionCache>(cache / "distances"));
        session.setEvaluationStore(std::make_shared<EvaluationStore>(cache / "evaluated"));
    }
    MainWindow window(&session, settings, file);
    if (size)
        window.resizeTo(*size);
    window.show();
    ScreenshotTaker taker(&session, &window, options.request);
    if (scripted)
        QMetaObject::invokeMethod(&taker, &ScreenshotTaker::start, Qt::QueuedConnection);
    else
        openAtStart(session, options.request, options.score);
    return QApplication::exec();
}

} // namespace patina
