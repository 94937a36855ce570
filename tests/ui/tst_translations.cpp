#include "ui/language.h"
#include "ui/text/text.h"

#include <QFile>
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
    void placesAreKept();
    void acceleratorsDoNotClashInMenus();
    void languageSwitches();
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
            entry.translations << text.trimmed();
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

void TestTranslations::placesAreKept()
{
    for (const Entry &entry : entriesOf(QStringLiteral("de")))
        QVERIFY2(placesIn(entry.translations.value(0)) == placesIn(entry.source), qPrintable(entry.source));
}

/// In each language a key in a menu stands for one entry; the menu titles are checked as one set.
void TestTranslations::acceleratorsDoNotClashInMenus()
{
    const QStringList titles{"&File", "&Score", "&View", "&Help"};
    QString keys;
    for (const Entry &entry : entriesOf(QStringLiteral("de"))) {
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
    language.apply(QStringLiteral("en"));
    QCOMPARE(Text::error({ErrorCode::NotFound, "a.png"}), QStringLiteral("Not found: a.png."));
    QCOMPARE(Text::score(1.5), QStringLiteral("1.50"));
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
