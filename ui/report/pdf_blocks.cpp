#include "ui/report/pdf_blocks.h"

#include "core/report/report_text.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <memory>

namespace patina {

namespace {

constexpr qreal gap = 7.0;
constexpr qreal sectionRoom = 110.0; ///< a section begins where at least so much of it fits
constexpr qreal subsectionRoom = 90.0;
constexpr qreal picturePoints = 148.0; ///< largest side of a picture

} // namespace

QString pdfText(const std::string &text)
{
    return QString::fromStdString(shownText(text));
}

void PdfBlocks::addRule(qreal y, const char *colour, qreal thickness)
{
    const qreal width = m_pages.width();
    m_pages.draw(
        [=](QPainter &painter) { painter.fillRect(QRectF(0.0, y, width, thickness), QColor(QLatin1String(colour))); });
}

void PdfBlocks::title(const ReportDocument &document)
{
    m_pages.flowText(pdfText(document.title), m_fonts.title);
    m_pages.skip(2.0);
    m_pages.flowText(pdfText(document.subject), m_fonts.text, PdfPages::faint);
    m_pages.flowText(pdfText(document.dateUtc), m_fonts.text, PdfPages::faint);
    m_pages.skip(gap);
}

void PdfBlocks::operator()(const ReportSection &section)
{
    const bool first = section.level == 1;
    const qreal above = m_pages.atTop() ? 0.0 : first ? 16.0 : 8.0;
    m_pages.need(above + (first ? sectionRoom : subsectionRoom));
    m_pages.skip(m_pages.atTop() ? 0.0 : above);
    m_pages.flowText(pdfText(section.title), first ? m_fonts.section : m_fonts.subsection);
    if (first) {
        addRule(m_pages.y() + 2.0, PdfPages::rule, 1.0);
        m_pages.skip(3.0);
    }
    m_pages.skip(gap);
}

void PdfBlocks::operator()(const ReportParagraph &paragraph)
{
    m_pages.flowText(pdfText(paragraph.text), m_fonts.text);
    m_pages.skip(gap);
}

void PdfBlocks::operator()(const ReportNote &note)
{
    constexpr qreal inset = 9.0;
    const QString text = pdfText(note.text);
    const qreal width = m_pages.width() - 2 * inset;
    const qreal height = m_pages.textHeight(text, m_fonts.text, width) + 10.0;
    m_pages.need(height);
    const QRectF box(0.0, m_pages.y(), m_pages.width(), height);
    m_pages.draw([box](QPainter &painter) {
        painter.fillRect(box, QColor(0xff, 0xf4, 0xd6));
        painter.fillRect(QRectF(box.left(), box.top(), 3.0, box.height()), QColor(0xb0, 0x7c, 0x00));
    });
    m_pages.drawText(box.adjusted(inset, 5.0, -inset, 0.0), text, m_fonts.text, Qt::AlignLeft);
    m_pages.skip(height + gap);
}

void PdfBlocks::operator()(const ReportTiles &tiles)
{
    constexpr std::size_t perRow = 2;
    const qreal width = (m_pages.width() - gap) / perRow;
    for (std::size_t from = 0; from < tiles.tiles.size(); from += perRow)
        addTileRow(tiles, from, std::min(from + perRow, tiles.tiles.size()), width);
    m_pages.skip(2.0);
}

void PdfBlocks::addTileRow(const ReportTiles &tiles, std::size_t from, std::size_t to, qreal width)
{
    constexpr qreal inset = 8.0;
    const qreal inner = width - 2 * inset;
    qreal detailHeight = 0.0;
    qreal nameHeight = 0.0;
    for (std::size_t i = from; i < to; ++i) {
        nameHeight = std::max(nameHeight, m_pages.textHeight(pdfText(tiles.tiles[i].label), m_fonts.small, inner));
        detailHeight = std::max(detailHeight, m_pages.textHeight(pdfText(tiles.tiles[i].detail), m_fonts.small, inner));
    }
    const qreal valueHeight = m_pages.lineHeight(m_fonts.tile);
    const qreal height = 14.0 + nameHeight + valueHeight + detailHeight;
    m_pages.need(height);
    for (std::size_t i = from; i < to; ++i) {
        const QRectF box(static_cast<qreal>(i - from) * (width + gap), m_pages.y(), width, height);
        m_pages.draw([box](QPainter &painter) {
            painter.setPen(QPen(QColor(QLatin1String(PdfPages::rule)), 0.7));
            painter.setBrush(QColor(QLatin1String(PdfPages::ground)));
            painter.drawRoundedRect(box, 4.0, 4.0);
        });
        QRectF line = box.adjusted(inset, 7.0, -inset, 0.0);
        m_pages.drawText(line, pdfText(tiles.tiles[i].label), m_fonts.small, Qt::AlignLeft, PdfPages::faint);
        line.translate(0.0, nameHeight);
        m_pages.drawText(line, pdfText(tiles.tiles[i].value), m_fonts.tile, Qt::AlignLeft);
        line.translate(0.0, valueHeight);
        m_pages.drawText(line, pdfText(tiles.tiles[i].detail), m_fonts.small, Qt::AlignLeft, PdfPages::faint);
    }
    m_pages.skip(height + gap);
}

void PdfBlocks::operator()(const ReportFacts &facts)
{
    constexpr qreal nameShare = 0.29;
    const qreal nameWidth = nameShare * m_pages.width();
    const qreal left = nameWidth + gap;
    const qreal width = m_pages.width() - left;
    for (const ReportFacts::Fact &fact : facts.facts) {
        const QFont &font = fact.code ? m_fonts.code : m_fonts.text;
        const QString name = pdfText(fact.name);
        const QString value = pdfText(fact.value);
        const qreal height =
            std::max(m_pages.textHeight(name, m_fonts.text, nameWidth), m_pages.textHeight(value, font, width));
        m_pages.need(height);
        m_pages.drawText({0.0, m_pages.y(), nameWidth, height}, name, m_fonts.text, Qt::AlignLeft, PdfPages::faint);
        m_pages.drawText({left, m_pages.y() + (fact.code ? 1.2 : 0.0), width, height}, value, font, Qt::AlignLeft);
        m_pages.skip(height + 2.2);
    }
    m_pages.skip(gap);
}

void PdfBlocks::operator()(const ReportChart &chart)
{
    const ChartSize size = chart.size();
    const qreal scale = m_pages.width() / size.width;
    const QSizeF drawn(size.width * scale, size.height * scale);
    const QString title = pdfText(chart.title());
    const QString caption = pdfText(chart.caption);
    m_pages.need(m_pages.textHeight(title, m_fonts.bold, m_pages.width()) + 4.0 +
                 m_pages.textHeight(caption, m_fonts.small, m_pages.width()) + drawn.height());
    m_pages.flowText(title, m_fonts.bold);
    m_pages.flowText(caption, m_fonts.small, PdfPages::faint);
    m_pages.skip(4.0);
    const auto svg = std::make_shared<QSvgRenderer>(QByteArray::fromStdString(chart.svg()));
    const QRectF box(QPointF(0.0, m_pages.y()), drawn);
    const QFont plain = m_fonts.text; // letters of a drawing take their weight from the painter's
    m_pages.draw([svg, box, plain](QPainter &painter) {
        painter.setFont(plain);
        svg->render(&painter, box);
    });
    m_pages.skip(drawn.height() + 1.6 * gap);
}

void PdfBlocks::operator()(const ReportPictures &pictures)
{
    for (const ReportPicture &picture : pictures.pictures)
        addPicture(picture);
}

void PdfBlocks::addPicture(const ReportPicture &picture)
{
    std::vector<QImage> images;
    qreal height = 0.0;
    for (const ReportImage &image : picture.images) {
        const QImage read = QImage::fromData(image.png.data(), static_cast<int>(image.png.size()), "PNG");
        if (read.isNull())
            continue;
        images.push_back(read);
        height = std::max(height, picturePoints * std::min(1.0, static_cast<qreal>(read.height()) / read.width()));
    }
    const QString caption = pdfText(picture.caption);
    const qreal beside = static_cast<qreal>(images.size()) * (picturePoints + 4.0) + 4.0;
    const qreal captionWidth = std::max(m_pages.width() - beside, 60.0);
    const qreal captionHeight = m_pages.textHeight(caption, m_fonts.small, captionWidth);
    const qreal whole = std::max(height, captionHeight);
    m_pages.need(whole);
    qreal x = 0.0;
    for (const QImage &image : images) {
        const qreal scale = picturePoints / std::max(image.width(), image.height());
        const QRectF box(x, m_pages.y(), image.width() * scale, image.height() * scale);
        m_pages.draw([image, box](QPainter &painter) { painter.drawImage(box, image); });
        x += picturePoints + 4.0;
    }
    m_pages.drawText({beside, m_pages.y(), captionWidth, captionHeight}, caption, m_fonts.small, Qt::AlignLeft);
    m_pages.skip(whole + gap);
}

} // namespace patina
