#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <vector>

namespace patina {

struct LanguageChoice
{
    QString code; ///< "en", "de", "zh_CN"
    QString name; ///< in the language itself
};

/// The languages there are translations for, English first: those whose texts are built in.
const std::vector<LanguageChoice> &languages();

/// Switches the language of the application, while it runs (every widget gets QEvent::LanguageChange).
class Language : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~Language() override;
    /// \param code of languages(); empty: that of the system, or English where there is none.
    void apply(const QString &code);
    /// The language in use.
    QString current() const { return m_current; }

private:
    QTranslator m_texts;
    QTranslator m_qtTexts;
    QString m_current = QStringLiteral("en");
};

} // namespace patina
