#include "ui/look.h"

#include "ui/patina_style.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QStyle>
#include <QSvgRenderer>

namespace patina {

namespace {

constexpr QRgb kAccentLight = 0xff1f7a6d; // verdigris
constexpr QRgb kAccentDark = 0xff21806f;

struct Tones
{
    QRgb window, base, alternate, button, text, muted, mid, border, accent, onAccent;
};
constexpr Tones kLight{0xfff3f4f4, 0xffffffff, 0xfff7f8f8, 0xfffafafa,   0xff1d2325,
                       0xff5f6a6e, 0xffb9c0c2, 0xffd5dadb, kAccentLight, 0xffffffff};
constexpr Tones kDark{0xff24282a, 0xff1b1e20, 0xff202426, 0xff30363a,  0xffe6eaeb,
                      0xff9aa5a9, 0xff4a5256, 0xff15181a, kAccentDark, 0xffffffff};

QPalette paletteOf(const Tones &t)
{
    QPalette p;
    for (const auto &[role, tone] :
         {std::pair(QPalette::Window, t.window), std::pair(QPalette::Base, t.base),
          std::pair(QPalette::AlternateBase, t.alternate), std::pair(QPalette::ToolTipBase, t.button),
          std::pair(QPalette::Button, t.button), std::pair(QPalette::WindowText, t.text),
          std::pair(QPalette::Text, t.text), std::pair(QPalette::ToolTipText, t.text),
          std::pair(QPalette::ButtonText, t.text), std::pair(QPalette::PlaceholderText, t.muted),
          std::pair(QPalette::Mid, t.mid), std::pair(QPalette::Midlight, t.border), std::pair(QPalette::Dark, t.mid),
          std::pair(QPalette::Light, t.button), std::pair(QPalette::Shadow, t.border),
          std::pair(QPalette::BrightText, t.onAccent), std::pair(QPalette::Link, t.accent),
          std::pair(QPalette::Highlight, t.accent), std::pair(QPalette::HighlightedText, t.onAccent)})
        p.setColor(role, QColor(tone));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faded(t.muted);
        faded.setAlpha(140);
        p.setColor(QPalette::Disabled, role, faded);
    }
    QColor hint(t.muted); // what is not there is not to be seen before what is
    hint.setAlpha(90);
    p.setColor(QPalette::Disabled, QPalette::PlaceholderText, hint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor(t.mid));
    return p;
}

/// Draws one of our SVG files in the colours of the moment, so that a change of theme needs no new icons.
class ThemedIconEngine : public QIconEngine
{
public:
    explicit ThemedIconEngine(QByteArray svg) : m_svg(std::move(svg)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        const QColor colour = QApplication::palette().color(group, role);
        QByteArray svg = m_svg;
        svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        painter->save();
        painter->setOpacity(painter->opacity() * colour.alphaF());
        QSvgRenderer(svg).render(painter, QRectF(rect));
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty())
            return {};
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new ThemedIconEngine(m_svg); }
    QString key() const override { return QStringLiteral("patina"); }

private:
    QByteArray m_svg;
};

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

void applyTheme(Theme theme)
{
    // What the platform offers, read before we change anything.
    static const QString platformStyle = QApplication::style()->objectName();
    static const QPalette platformPalette = QApplication::palette();
    if (theme == Theme::System && platformStyle.compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0) {
        QApplication::setStyle(new PatinaStyle(platformStyle));
        QApplication::setPalette(platformPalette);
        return;
    }
    QApplication::setStyle(new PatinaStyle(QStringLiteral("Fusion")));
    const bool dark = theme == Theme::Dark || (theme == Theme::System && isDark(platformPalette));
    QApplication::setPalette(paletteOf(dark ? kDark : kLight));
}

QColor mutedText(const QPalette &palette)
{
    return palette.color(QPalette::PlaceholderText);
}

QColor verdictColour(Verdict verdict, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (verdict) {
    case Verdict::Ok:
        return QColor(dark ? 0xff35b58f : 0xff00795a);
    case Verdict::Review:
        return QColor(dark ? 0xfff0b429 : 0xff9a6700);
    case Verdict::Ng:
        break;
    }
    return QColor(dark ? 0xffff7a45 : 0xffc2410c);
}

QColor failureColour(const QPalette &palette)
{
    return QColor(isDark(palette) ? 0xffd98cc0 : 0xff9b3a7d);
}

QIcon themedIcon(const QString &name)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new ThemedIconEngine(file.readAll()));
}

} // namespace patina
