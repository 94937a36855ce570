#include "ui/look.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace patina;

/// One family: the same grid and pen, no colour of their own, room at the edge; every file is in the program.
class TestUiIcons : public QObject
{
    Q_OBJECT
private slots:
    void everyFileIsInTheProgram();
    void iconsAreOneFamily_data();
    void iconsAreOneFamily();
    void iconsKeepOffTheEdge_data();
    void iconsKeepOffTheEdge();
    void iconsFollowTheTheme_data();
    void iconsFollowTheTheme();
    void namesInTheCodeExist();
    void applicationIconIsThere_data();
    void applicationIconIsThere();
};

namespace {

const QString kIcons = QStringLiteral(PATINA_SOURCE_DIR "/resources/icons");
const QString kPixels = QStringLiteral(PATINA_SOURCE_DIR "/resources/hicolor");

QStringList iconNames()
{
    QStringList names;
    for (const QFileInfo &file : QDir(kIcons).entryInfoList({QStringLiteral("*.svg")}))
        names << file.completeBaseName();
    names.removeAll(QStringLiteral("patina")); // the application's own, in colour
    return names;
}

void eachIcon()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : iconNames())
        QTest::newRow(qPrintable(name)) << name;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QImage drawn(const QString &name, int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    themedIcon(name).paint(&painter, image.rect());
    return image;
}

/// The lightness of what is drawn, weighted by how much it covers; -1: nothing is drawn.
int lightnessOf(const QImage &image)
{
    qint64 sum = 0;
    qint64 weight = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            sum += qint64(pixel.alpha()) * pixel.lightness();
            weight += pixel.alpha();
        }
    }
    return weight == 0 ? -1 : int(sum / weight);
}

/// Of all channels, over all pixels: the edges may be smoothed otherwise, the picture has to be the same.
double meanDifference(const QImage &one, const QImage &other)
{
    const QImage a = one.convertToFormat(QImage::Format_RGBA8888_Premultiplied);
    const QImage b = other.convertToFormat(QImage::Format_RGBA8888_Premultiplied);
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int i = 0; i < a.width() * 4; ++i)
            sum += std::abs(int(a.constScanLine(y)[i]) - int(b.constScanLine(y)[i]));
    return sum / (4.0 * a.width() * a.height());
}

} // namespace

void TestUiIcons::everyFileIsInTheProgram()
{
    QStringList compiled;
    for (const QFileInfo &file : QDir(QStringLiteral(":/icons")).entryInfoList())
        compiled << file.completeBaseName();
    compiled.removeAll(QStringLiteral("patina"));
    QCOMPARE(compiled, iconNames());
}

void TestUiIcons::iconsAreOneFamily_data()
{
    eachIcon();
}

void TestUiIcons::iconsAreOneFamily()
{
    QFETCH(QString, name);
    const QString svg = textOf(kIcons + '/' + name + QStringLiteral(".svg"));
    static const QRegularExpression head(QStringLiteral(
        "^<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" fill=\"none\" "
        "stroke=\"currentColor\" stroke-width=\"(1.75|2.5)\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"));
    QVERIFY2(head.match(svg).hasMatch(), qPrintable(svg.left(250)));
    static const QRegularExpression colour(QStringLiteral("(?:fill|stroke)=\"(?!none\"|currentColor\")"));
    QVERIFY2(!colour.match(svg).hasMatch(), "a colour of its own");
}

void TestUiIcons::iconsKeepOffTheEdge_data()
{
    eachIcon();
}

void TestUiIcons::iconsKeepOffTheEdge()
{
    QFETCH(QString, name);
    constexpr int kSide = 240; // 10 pixels are one unit of the grid
    const QImage image = drawn(name, kSide);
    QRect ink;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            if (image.pixelColor(x, y).alpha() > 32)
                ink |= QRect(x, y, 1, 1);
    QVERIFY2(QRect(10, 10, 220, 220).contains(ink),
             qPrintable(QStringLiteral("%1,%2 %3x%4").arg(ink.x()).arg(ink.y()).arg(ink.width()).arg(ink.height())));
    QVERIFY2(std::max(ink.width(), ink.height()) >= 120, "too small beside the others");
}

void TestUiIcons::iconsFollowTheTheme_data()
{
    eachIcon();
}

void TestUiIcons::iconsFollowTheTheme()
{
    QFETCH(QString, name);
    applyTheme(Theme::Light);
    const int onLight = lightnessOf(drawn(name, 24));
    applyTheme(Theme::Dark);
    const int onDark = lightnessOf(drawn(name, 24));
    QVERIFY(onLight >= 0 && onLight < 96);
    QVERIFY(onDark > 160);
}

/// A name that no file has gives an empty icon, which nobody would see missing.
void TestUiIcons::namesInTheCodeExist()
{
    static const QRegularExpression use(QStringLiteral("themedIcon\\((?:QStringLiteral\\()?\"([^\"]+)\""));
    static const QRegularExpression action(QStringLiteral("make\\(\"[^\"]+\", \"([^\"]+)\""));
    const QStringList names = iconNames();
    int found = 0;
    QDirIterator files(QStringLiteral(PATINA_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString text = textOf(files.next());
        for (const QRegularExpression &pattern : {use, action}) {
            for (auto i = pattern.globalMatch(text); i.hasNext(); ++found) {
                const QString name = i.next().captured(1);
                QVERIFY2(names.contains(name), qPrintable(files.filePath() + ": " + name));
            }
        }
    }
    QVERIFY(found > 20);
}

void TestUiIcons::applicationIconIsThere_data()
{
    QTest::addColumn<int>("side");
    for (const int side : {16, 24, 32, 48, 64, 128, 256})
        QTest::newRow(qPrintable(QString::number(side))) << side;
}

/// The pictures of the icon theme show what the drawing shows: whoever changes the one makes the others anew.
void TestUiIcons::applicationIconIsThere()
{
    QFETCH(int, side);
    const QImage kept(QStringLiteral("%1/%2x%2/apps/patina.png").arg(kPixels).arg(side));
    QCOMPARE(kept.size(), QSize(side, side));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(kIcons + QStringLiteral("/patina.svg")).render(&painter, QRectF(image.rect()));
    painter.end();
    const double difference = meanDifference(kept, image);
    QVERIFY2(difference < 4, qPrintable(QString::number(difference)));
}

QTEST_MAIN(TestUiIcons)
#include "tst_ui_icons.moc"
