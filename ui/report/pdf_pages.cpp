#include "ui/report/pdf_pages.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <utility>

namespace patina {

namespace {

QFont font(const char *family, qreal points, QFont::Weight weight = QFont::Normal)
{
    QFont made(QStringList{QLatin1String(family)});
    made.setPointSizeF(points);
    made.setWeight(weight);
    made.setHintingPreference(QFont::PreferNoHinting);
    return made;
}

/// The lines of a text of that width, laid out from y = 0. \returns their height.
qreal layOut(QTextLayout &layout, qreal width, int alignment)
{
    QTextOption option(static_cast<Qt::Alignment>(alignment));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0.0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0.0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

PdfFonts pdfFonts()
{
    constexpr const char *sans = "DejaVu Sans"; // where it is missing Qt takes another
    constexpr const char *mono = "DejaVu Sans Mono";
    return {font(sans, 8.5),
            font(sans, 8.5, QFont::Bold),
            font(sans, 7.2),
            font(sans, 7.2, QFont::Bold),
            font(mono, 7.0),
            font(sans, 19.0, QFont::Bold),
            font(sans, 13.0, QFont::Bold),
            font(sans, 10.0, QFont::Bold),
            font(sans, 14.5, QFont::Bold)};
}

PdfPages::PdfPages(QSizeF area, QPaintDevice *device) : m_area(area), m_device(device), m_pages(1) {}

void PdfPages::need(qreal height)
{
    if (height <= room() || atTop())
        return;
    m_pages.emplace_back();
    m_y = 0.0;
}

void PdfPages::skip(qreal height)
{
    m_y += height;
}

void PdfPages::draw(Drawing drawing)
{
    m_pages.back().push_back(std::move(drawing));
}

qreal PdfPages::textHeight(const QString &text, const QFont &font, qreal width) const
{
    QTextLayout layout(text, font, m_device);
    return layOut(layout, width, Qt::AlignLeft);
}

qreal PdfPages::lineHeight(const QFont &font) const
{
    return QFontMetricsF(font, m_device).height();
}

qreal PdfPages::textWidth(const QString &text, const QFont &font) const
{
    return QFontMetricsF(font, m_device).horizontalAdvance(text);
}

void PdfPages::drawText(const QRectF &box, const QString &text, const QFont &font, int alignment, const char *colour)
{
    if (!text.isEmpty())
        draw([=, this](QPainter &painter) { paintText(painter, box, text, font, alignment, colour); });
}

void PdfPages::paintText(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, int alignment,
                         const char *colour) const
{
    QTextLayout layout(text, font, m_device);
    const qreal height = layOut(layout, box.width(), alignment & Qt::AlignHorizontal_Mask);
    const qreal top = (alignment & Qt::AlignBottom) != 0 ? box.bottom() - height : box.top();
    painter.setPen(QColor(QLatin1String(colour)));
    layout.draw(&painter, {box.left(), top});
}

QString PdfPages::elided(const QString &text, const QFont &font, qreal width) const
{
    return QFontMetricsF(font, m_device).elidedText(text, Qt::ElideMiddle, width);
}

void PdfPages::flowText(const QString &text, const QFont &font, const char *colour)
{
    const qreal height = textHeight(text, font, width());
    need(height);
    drawText({0.0, m_y, width(), height}, text, font, Qt::AlignLeft, colour);
    skip(height);
}

void PdfPages::drawPage(std::size_t page, QPainter &painter) const
{
    for (const Drawing &drawing : m_pages[page])
        drawing(painter);
}

} // namespace patina
