#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace patina {

namespace {

QString systemLanguage()
{
    const QString name = QLocale::system().name(); // such as de_AT, zh_CN
    const auto &known = languages();
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto &language) { return name.startsWith(language.code); });
    return found == known.end() ? QStringLiteral("en") : found->code;
}

} // namespace

const std::vector<LanguageChoice> &languages()
{
    static const std::vector<LanguageChoice> all{
        {"en", "English"}, {"de", "Deutsch"}, {"zh_CN", "简体中文"}, {"ja", "日本語"}};
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
    const bool sameAsSystem = system.name().startsWith(m_current);
    QLocale::setDefault(sameAsSystem ? system : QLocale(m_current));
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qtTexts);
    if (m_qtTexts.load(QStringLiteral("qtbase_") + m_current, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
    // English too: its file holds the plural forms.
    if (m_texts.load(QStringLiteral(":/i18n/patina_%1.qm").arg(m_current)))
        QCoreApplication::installTranslator(&m_texts);
}

} // namespace patina
