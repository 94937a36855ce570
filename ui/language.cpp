#include "ui/language.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QLocale>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace patina {

namespace {

const std::vector<LanguageChoice> kPlanned{
    {QStringLiteral("en"), QStringLiteral("English")},
    {QStringLiteral("de"), QStringLiteral("Deutsch")},
    {QStringLiteral("zh_CN"), QString::fromUtf8("\u7b80\u4f53\u4e2d\u6587")},
    {QStringLiteral("ja"), QString::fromUtf8("\u65e5\u672c\u8a9e")},
};

QString textsOf(const QString &code)
{
    return QStringLiteral(":/i18n/patina_%1.qm").arg(code);
}

/// The same language in the same script: German in Vienna is German, Chinese in Taipei is not Simplified Chinese.
bool sameLanguage(const QLocale &a, const QLocale &b)
{
    return a.language() == b.language() && a.script() == b.script();
}

QString systemLanguage()
{
    for (const QString &wanted : QLocale::system().uiLanguages())
        for (const LanguageChoice &known : languages())
            if (sameLanguage(QLocale(wanted), QLocale(known.code)))
                return known.code;
    return QStringLiteral("en");
}

/// Fonts with the language's own form of the characters that Chinese and Japanese share, and in which order they are
/// looked for; the platform's font keeps the Latin letters.
QStringList fontsOf(const QString &code)
{
    if (code == QLatin1String("zh_CN"))
        return {"Noto Sans CJK SC",  "Source Han Sans SC", "WenQuanYi Micro Hei",
                "WenQuanYi Zen Hei", "Microsoft YaHei",    "PingFang SC"};
    if (code == QLatin1String("ja"))
        return {"Noto Sans CJK JP", "Source Han Sans JP", "IPAexGothic",  "IPAGothic",
                "VL Gothic",        "Yu Gothic",          "Hiragino Sans"};
    return {};
}

void useFontsOf(const QString &code)
{
    if (qobject_cast<QApplication *>(QCoreApplication::instance()) == nullptr)
        return;
    static const QFont platform = QApplication::font();
    QStringList families{platform.family()};
    for (const QString &family : fontsOf(code))
        if (QFontDatabase::hasFamily(family))
            families << family;
    QFont font = platform;
    font.setFamilies(families);
    if (font.families() != QApplication::font().families())
        QApplication::setFont(font);
}

/// Fields for numbers have the locale of their window, which was that of the system when it was made.
void useNumbersOf(const QLocale &locale)
{
    if (qobject_cast<QApplication *>(QCoreApplication::instance()) == nullptr)
        return;
    for (QWidget *window : QApplication::topLevelWidgets())
        window->setLocale(locale);
}

} // namespace

const std::vector<LanguageChoice> &languages()
{
    static const std::vector<LanguageChoice> all = [] {
        std::vector<LanguageChoice> built;
        std::ranges::copy_if(kPlanned, std::back_inserter(built),
                             [](const LanguageChoice &language) { return QFile::exists(textsOf(language.code)); });
        return built;
    }();
    return all;
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qtTexts);
}

void Language::apply(const QString &code)
{
    m_current = code.isEmpty() ? systemLanguage() : code;
    // Numbers follow the language; a system set to the same language keeps its country's form.
    const QLocale system = QLocale::system();
    const QLocale own(m_current);
    QLocale::setDefault(sameLanguage(system, own) ? system : own);
    useNumbersOf(QLocale());
    useFontsOf(m_current);
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qtTexts);
    if (m_qtTexts.load(QStringLiteral("qtbase_") + m_current, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
    // English too: its file holds the plural forms.
    if (m_texts.load(textsOf(m_current)))
        QCoreApplication::installTranslator(&m_texts);
}

} // namespace patina
