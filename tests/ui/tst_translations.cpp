#include "ui/actions.h"
#include "ui/language.h"
#include "ui/text/text.h"

#include <QAction>
#include <QFile>
#include <QLibraryInfo>
#include <QMainWindow>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace patina;

class TestTranslations : public QObject
{
    Q_OBJECT
private slots:
    void everyEntryIsTranslated_data();
    void everyEntryIsTranslated();
    void everyLanguageSaysTheSameThings();
    void placesAreKept_data();
    void placesAreKept();
    void endingsAreKept_data();
    void endingsAreKept();
    void acceleratorsDoNotClashInMenus_data();
    void acceleratorsDoNotClashInMenus();
    void languageSwitches();
    void buttonsHaveNoMenuKeys_data();
    void buttonsHaveNoMenuKeys();
    void qtSpeaksTheLanguageToo_data();
    void qtSpeaksTheLanguageToo();
    void pluralsAreRight_data();
    void pluralsAreRight();
    void unknownLanguageFallsBackToSourceText();
};

namespace {

struct Entry
{
    QString context;
    QString source;
    QStringList translations; ///< one, or the plural forms
    QString type;             ///< "unfinished", "vanished", "obsolete" or empty
};

Entry readEntry(QXmlStreamReader &xml, const QString &context)
{
    Entry entry{context, {}, {}, {}};
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            entry.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            entry.type = xml.attributes().value(QLatin1String("type")).toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            for (const QString &form : text.trimmed().split('\n'))
                entry.translations << form.trimmed();
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

QList<Entry> entriesOf(const QString &language)
{
    QFile file(QStringLiteral(PATINA_SOURCE_DIR "/translations/patina_%1.ts").arg(language));
    QList<Entry> entries;
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == QLatin1String("message"))
            entries << readEntry(xml, context);
    }
    return xml.hasError() ? QList<Entry>() : entries;
}

/// One row for each language that has every text: English has the plural forms only.
void eachFullLanguage()
{
    QTest::addColumn<QString>("language");
    for (const LanguageChoice &language : languages())
        if (language.code != QLatin1String("en"))
            QTest::newRow(qPrintable(language.code)) << language.code;
}

QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%([1-9n])"));
    QStringList found;
    for (auto i = place.globalMatch(text); i.hasNext();)
        found << i.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

void TestTranslations::everyEntryIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    for (const LanguageChoice &language : languages())
        QTest::newRow(qPrintable(language.code)) << language.code;
}

void TestTranslations::everyEntryIsTranslated()
{
    QFETCH(QString, language);
    const auto entries = entriesOf(language);
    QVERIFY(!entries.isEmpty());
    for (const Entry &entry : entries) {
        QVERIFY2(entry.type.isEmpty(), qPrintable(entry.type + ": " + entry.source));
        QVERIFY2(!entry.translations.value(0).isEmpty(), qPrintable(entry.source));
    }
}

void TestTranslations::everyLanguageSaysTheSameThings()
{
    const auto texts = [](const QString &language) {
        QStringList found;
        for (const Entry &entry : entriesOf(language))
            found << entry.context + QStringLiteral(": ") + entry.source;
        found.sort();
        return found;
    };
    const QStringList german = texts(QStringLiteral("de"));
    QVERIFY(german.size() > 100);
    for (const LanguageChoice &language : languages())
        if (language.code != QLatin1String("en"))
            QCOMPARE(texts(language.code), german);
}

void TestTranslations::placesAreKept_data()
{
    eachFullLanguage();
}

void TestTranslations::placesAreKept()
{
    QFETCH(QString, language);
    for (const Entry &entry : entriesOf(language))
        for (const QString &translation : entry.translations)
            QVERIFY2(placesIn(translation) == placesIn(entry.source), qPrintable(entry.source));
}

void TestTranslations::endingsAreKept_data()
{
    eachFullLanguage();
}

/// "..." says that a dialog follows; the patterns of a file dialog choose files; each text has at most one key.
void TestTranslations::endingsAreKept()
{
    QFETCH(QString, language);
    static const QRegularExpression pattern(QStringLiteral("\\*\\.?[a-z]*"));
    for (const Entry &entry : entriesOf(language)) {
        const QString text = entry.translations.value(0);
        const bool dialog = entry.source.endsWith(QLatin1String("..."));
        QVERIFY2(text.endsWith(QLatin1String("...")) == dialog, qPrintable(entry.source));
        QVERIFY2(text.count(QLatin1Char('&')) == entry.source.count(QLatin1Char('&')), qPrintable(entry.source));
        QStringList patterns;
        for (auto i = pattern.globalMatch(entry.source); i.hasNext();)
            patterns << i.next().captured();
        for (const QString &one : patterns)
            QVERIFY2(text.contains(one), qPrintable(entry.source));
    }
}

void TestTranslations::acceleratorsDoNotClashInMenus_data()
{
    eachFullLanguage();
}

/// In each language a key in a menu stands for one entry; the menu titles are checked as one set.
void TestTranslations::acceleratorsDoNotClashInMenus()
{
    QFETCH(QString, language);
    const QStringList titles{"&File", "&Edit", "&Score", "&Review", "&View", "&Help"};
    QString keys;
    for (const Entry &entry : entriesOf(language)) {
        if (entry.context != QLatin1String("patina::Actions") || !titles.contains(entry.source))
            continue;
        const QString text = entry.translations.value(0);
        const QChar key = text.at(text.indexOf(QLatin1Char('&')) + 1).toLower();
        QVERIFY2(!keys.contains(key), qPrintable(text));
        keys += key;
    }
    QCOMPARE(keys.size(), titles.size());
}

void TestTranslations::languageSwitches()
{
    Language language;
    language.apply(QStringLiteral("de"));
    QCOMPARE(language.current(), QStringLiteral("de"));
    QCOMPARE(Text::error({ErrorCode::NotFound, "a.png"}), QStringLiteral("Nicht gefunden: a.png."));
    QCOMPARE(Text::score(1.5), QStringLiteral("1,50"));
    language.apply(QStringLiteral("zh_CN"));
    QCOMPARE(Text::error({ErrorCode::NotFound, "a.png"}), QStringLiteral("未找到：a.png。"));
    language.apply(QStringLiteral("ja"));
    QCOMPARE(Text::error({ErrorCode::NotFound, "a.png"}), QStringLiteral("見つかりません: a.png。"));
    language.apply(QStringLiteral("en"));
    QCOMPARE(Text::error({ErrorCode::NotFound, "a.png"}), QStringLiteral("Not found: a.png."));
    QCOMPARE(Text::score(1.5), QStringLiteral("1.50"));
}

void TestTranslations::buttonsHaveNoMenuKeys_data()
{
    eachFullLanguage();
}

/// The tool bar shows words only; the menus keep their keys.
void TestTranslations::buttonsHaveNoMenuKeys()
{
    QFETCH(QString, language);
    Language chosen;
    chosen.apply(language);
    QMainWindow window;
    Actions actions(&window);
    actions.install(&window, {});
    for (const QAction *action : {actions.openFolder, actions.harmless, actions.nextRegion, actions.zoomOut}) {
        QVERIFY2(action->text().contains(QLatin1Char('&')), qPrintable(action->text()));
        static const QRegularExpression menuOnly(QStringLiteral("[&(]|\\.\\."));
        QVERIFY2(!action->iconText().contains(menuOnly), qPrintable(action->iconText()));
        QVERIFY(!action->iconText().isEmpty());
    }
}

void TestTranslations::qtSpeaksTheLanguageToo_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("cancel");
    QTest::newRow("de") << "de"
                        << "Abbrechen";
    QTest::newRow("zh_CN") << "zh_CN"
                           << "取消";
    QTest::newRow("ja") << "ja"
                        << "キャンセル";
}

/// Buttons of dialogs that are Qt's own.
void TestTranslations::qtSpeaksTheLanguageToo()
{
    QFETCH(QString, language);
    if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_de.qm")))
        QSKIP("Qt's own translations are not installed");
    Language chosen;
    chosen.apply(language);
    QTEST(QCoreApplication::translate("QPlatformTheme", "Cancel"), "cancel");
}

void TestTranslations::pluralsAreRight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("many");
    QTest::newRow("en") << "en"
                        << "1 image"
                        << "3 images";
    QTest::newRow("de") << "de"
                        << "1 Bild"
                        << "3 Bilder";
    QTest::newRow("zh_CN") << "zh_CN"
                           << "1 张图像"
                           << "3 张图像";
    QTest::newRow("ja") << "ja"
                        << "画像 1 枚"
                        << "画像 3 枚";
}

void TestTranslations::pluralsAreRight()
{
    QFETCH(QString, language);
    Language chosen;
    chosen.apply(language);
    const auto images = [](int n) {
        return QCoreApplication::translate("patina::ImagePanel", "%n images", nullptr, n);
    };
    QTEST(images(1), "one");
    QTEST(images(3), "many");
}

void TestTranslations::unknownLanguageFallsBackToSourceText()
{
    Language language;
    language.apply(QStringLiteral("xx"));
    QCOMPARE(Text::error({ErrorCode::Cancelled, {}}), QStringLiteral("Cancelled."));
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
