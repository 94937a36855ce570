#include "ui/look.h"
#include "ui/settings/settings.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QProgressBar>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace patina;

class TestUiSettings : public QObject
{
    Q_OBJECT
private slots:
    void saveThenLoadIsIdentity();
    void missingFileGivesDefaults();
    void damagedValuesBecomeDefaults();
    void unwritableFileIsReported();
    void everyIconDraws();
    void iconsFollowTheTheme();
    void aBusyBarDoesNotLookFull();
    void textIsReadableInBothThemes_data();
    void textIsReadableInBothThemes();
};

namespace {

/// Contrast ratio of WCAG 2.1, 1..21.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

int inkOf(const QImage &image)
{
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            pixels += qAlpha(image.pixel(x, y)) > 128;
    return pixels;
}

QImage drawn(const QString &icon)
{
    return themedIcon(icon).pixmap(48, 48).toImage();
}

} // namespace

void TestUiSettings::saveThenLoadIsIdentity()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("sub/patina.ini");
    Settings changed;
    changed.theme = Theme::Dark;
    changed.language = QStringLiteral("de");
    changed.windowGeometry = QByteArray("\x00\x01g", 3);
    changed.windowLayout = QByteArray("layout");
    changed.heatmap = changed.outlines = false;
    changed.colours = ColourMap::Turbo;
    changed.opacityPercent = 37;
    changed.cutPercent = 81;
    changed.lastFolder = QStringLiteral("/parts/ä ö");
    changed.lastModelFolder = QStringLiteral("/models b");
    changed.readerName = QStringLiteral("Eva Müller");
    changed.outlineWidth = 2.5;
    changed.threads = 3;
    changed.device = QStringLiteral("cuda:1");
    changed.resultsMiB = 2048;
    changed.tileCacheMiB = 512;
    const QDateTime when(QDate(2026, 3, 1), QTime(8, 5, 9), Qt::UTC);
    changed.recent = {{"/parts/a, b.patinaproj", when}, {"/parts/=ü.patinaproj", when.addDays(-1)}};
    changed.keys = {{"fit", {"Ctrl+,", "F, G"}}, {"quit", {}}, {"nextRegion", {"N"}}};
    QVERIFY(saveSettings(changed, file));
    QVERIFY(loadSettings(file) == changed);
    changed.recent.pop_back(); // nothing of the longer lists is left
    changed.keys.remove("fit");
    QVERIFY(saveSettings(changed, file));
    QVERIFY(loadSettings(file) == changed);
}

void TestUiSettings::missingFileGivesDefaults()
{
    QVERIFY(loadSettings("/nonexistent/patina.ini") == Settings{});
}

void TestUiSettings::damagedValuesBecomeDefaults()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("patina.ini"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "[look]\ntheme=pink\n[heatmap]\nopacity=lots\ncut=900\ncolours=plaid\noutlineWidth=1e99\n[scoring]\nthreads=-"
        "4\n"
        "device=rm -rf\n[memory]\nresults=nan\ntileCache=1\n[recent]\nsize=100000000\n1\\file=/a\n\x01\xff[[[\n");
    file.close();
    const Settings settings = loadSettings(file.fileName());
    QVERIFY(settings.theme == Theme::System);
    QCOMPARE(settings.opacityPercent, Settings{}.opacityPercent);
    QCOMPARE(settings.cutPercent, 100);
    QVERIFY(settings.colours == ColourMap::Inferno);
    QCOMPARE(settings.outlineWidth, 6.0);
    QCOMPARE(settings.threads, 0);
    QCOMPARE(settings.device, QStringLiteral("cpu"));
    QCOMPARE(settings.resultsMiB, Settings{}.resultsMiB);
    QCOMPARE(settings.tileCacheMiB, 64);
    QCOMPARE(settings.recent.size(), std::size_t{1});
}

void TestUiSettings::unwritableFileIsReported()
{
    QVERIFY(!saveSettings({}, QStringLiteral("/proc/nowhere/patina.ini")));
}

void TestUiSettings::everyIconDraws()
{
    QDirIterator icons(QStringLiteral(":/icons"));
    int count = 0;
    for (; icons.hasNext(); ++count) {
        icons.next();
        QVERIFY2(inkOf(drawn(icons.fileInfo().baseName())) > 20, qPrintable(icons.fileName()));
    }
    QVERIFY(count >= 18);
    QVERIFY(themedIcon("no such icon").isNull());
}

void TestUiSettings::iconsFollowTheTheme()
{
    const auto mostInk = [](const QImage &image) {
        QColor found;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (qAlpha(image.pixel(x, y)) == 255)
                    found = image.pixelColor(x, y);
        return found;
    };
    const QIcon icon = themedIcon("close");
    applyTheme(Theme::Light);
    QVERIFY(mostInk(icon.pixmap(48, 48).toImage()).lightness() < 80);
    applyTheme(Theme::Dark);
    QVERIFY(mostInk(icon.pixmap(48, 48).toImage()).lightness() > 180);
}

void TestUiSettings::aBusyBarDoesNotLookFull()
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(theme);
        QProgressBar bar;
        bar.setTextVisible(false);
        bar.resize(200, 12);
        const auto middle = [&] { return bar.grab().toImage().pixelColor(100, 6); };
        bar.setRange(0, 1);
        const QColor empty = middle();
        bar.setValue(1);
        const QColor full = middle();
        bar.setRange(0, 0);
        const QColor busy = middle();
        const auto apart = [](const QColor &a, const QColor &b) {
            return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
        };
        QVERIFY(apart(busy, empty) < apart(busy, full));
        QVERIFY(busy != empty);
    }
}

void TestUiSettings::textIsReadableInBothThemes_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(Theme::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Dark);
}

void TestUiSettings::textIsReadableInBothThemes()
{
    QFETCH(int, theme);
    applyTheme(static_cast<Theme>(theme));
    const QPalette p = QApplication::palette();
    QCOMPARE(isDark(p), theme == static_cast<int>(Theme::Dark));
    const QColor base = p.color(QPalette::Base);
    QVERIFY(contrast(p.color(QPalette::Text), base) >= 7.0);
    QVERIFY(contrast(p.color(QPalette::WindowText), p.color(QPalette::Window)) >= 7.0);
    QVERIFY(contrast(p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)) >= 4.5);
    QVERIFY(contrast(mutedText(p), base) >= 4.5);
    // Where nothing can be typed, what would stand there is fainter than what does.
    const auto onBase = [&](QPalette::ColorRole role) {
        const QColor tone = p.color(QPalette::Disabled, role);
        const auto mixed = [&](int on, int under) {
            return tone.alpha() * on / 255 + (255 - tone.alpha()) * under / 255;
        };
        return contrast(
            QColor(mixed(tone.red(), base.red()), mixed(tone.green(), base.green()), mixed(tone.blue(), base.blue())),
            base);
    };
    QVERIFY(onBase(QPalette::PlaceholderText) < onBase(QPalette::Text));
    for (const Verdict verdict : {Verdict::Ok, Verdict::Review, Verdict::Ng})
        QVERIFY(contrast(verdictColour(verdict, p), base) >= 4.5);
    QVERIFY(contrast(failureColour(p), base) >= 4.5);
}

QTEST_MAIN(TestUiSettings)
#include "tst_ui_settings.moc"
