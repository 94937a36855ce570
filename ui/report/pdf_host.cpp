#include "ui/report/pdf_host.h"

#include "ui/report/pdf_pages.h"

#include <QDir>
#include <QFileInfo>
#include <QFontInfo>
#include <QGuiApplication>
#include <QHashSeed>
#include <QLibraryInfo>

#include <memory>

namespace patina {

namespace {

/// Qt ends the program where it finds no platform: looked for before.
bool hasOffscreenPlatform()
{
    QStringList folders{QLibraryInfo::path(QLibraryInfo::PluginsPath)};
    folders += qEnvironmentVariable("QT_PLUGIN_PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &folder : folders)
        if (QFileInfo::exists(folder + QStringLiteral("/platforms/libqoffscreen.so")))
            return true;
    return QFileInfo::exists(qEnvironmentVariable("QT_QPA_PLATFORM_PLUGIN_PATH") + QStringLiteral("/libqoffscreen.so"));
}

/// What Qt and its platform have to say of fonts and folders is nothing that the user of a report can act on.
void sayNothing(QtMsgType, const QMessageLogContext &, const QString &) {}

/// Never taken apart: fonts and their threads live until the program ends.
void makeApplication()
{
    static int count = 3;
    static char name[] = "patina";
    static char option[] = "-platform";
    static char platform[] = "offscreen";
    static char *arguments[] = {name, option, platform, nullptr};
    qInstallMessageHandler(sayNothing);
    new QGuiApplication(count, arguments);
}

} // namespace

Result<void> preparePdf()
{
    if (QCoreApplication::instance() == nullptr) {
        if (!hasOffscreenPlatform())
            return fail(ErrorCode::NotFound,
                        "PDF cannot be drawn: Qt's platform \"offscreen\" is not installed; install "
                        "libqt6gui6 again, or write the report as .html");
        makeApplication();
    }
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()) == nullptr)
        return fail(ErrorCode::Internal, "PDF cannot be drawn: this program has no part of Qt that knows fonts");
    // Without any font Qt lists families of its own and draws boxes; the font that it takes then has no name.
    if (QFontInfo(pdfFonts().text).family().isEmpty())
        return fail(ErrorCode::NotFound,
                    "PDF cannot be drawn: no font is installed; install fonts-dejavu-core, or write "
                    "the report as .html");
    return {};
}

FixedHashOrder::FixedHashOrder()
{
    QHashSeed::setDeterministicGlobalSeed();
}

FixedHashOrder::~FixedHashOrder()
{
    QHashSeed::resetRandomGlobalSeed();
}

PointDevice::PointDevice() : m_image(1, 1, QImage::Format_RGB32)
{
    constexpr int dotsPerMeter = 2835; // 72 an inch
    m_image.setDotsPerMeterX(dotsPerMeter);
    m_image.setDotsPerMeterY(dotsPerMeter);
}

} // namespace patina
