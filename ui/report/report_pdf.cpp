#include "ui/report/report_pdf.h"

#include "ui/report/pdf_blocks.h"
#include "ui/report/pdf_host.h"
#include "ui/report/pdf_pages.h"

#include <QBuffer>
#include <QDateTime>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace patina {

namespace {

constexpr int dotsPerInch = 300;
constexpr qreal pointsPerInch = 72.0;
constexpr qreal sideMargin = 48.0; ///< points
constexpr qreal topMargin = 58.0;
constexpr qreal bottomMargin = 54.0;

/// The letters of a PDF string that hold its date, replaced by `dateUtc`; as many bytes as before, since the table of
/// contents at the end of the file counts them.
void setCreationDate(QByteArray &pdf, const std::string &dateUtc)
{
    const QByteArray name = "/CreationDate (";
    const auto at = pdf.indexOf(name);
    const auto end = at < 0 ? at : pdf.indexOf(')', at);
    if (at < 0 || end < 0)
        return;
    const QDateTime date = QDateTime::fromString(QString::fromStdString(dateUtc), Qt::ISODate).toUTC();
    const QByteArray made = "D:" + date.toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "Z)";
    const auto from = at + name.size();
    const auto room = end + 1 - from;
    if (made.size() <= room)
        pdf.replace(from, room, made.leftJustified(room, ' '));
}

/// What stands above and below the text of every page.
void drawEdges(QPainter &painter, const ReportDocument &document, const PdfFonts &fonts, std::size_t page,
               std::size_t pages, const PdfPages &measure)
{
    const QSizeF area = measure.area();
    const auto line = [&](qreal y, Qt::AlignmentFlag alignment, const QString &text) {
        measure.paintText(painter, {0.0, y, area.width(), 14.0}, measure.elided(text, fonts.small, 0.85 * area.width()),
                          fonts.small, alignment, PdfPages::faint);
    };
    const QColor rule(QLatin1String(PdfPages::rule));
    if (page > 0) {
        line(-24.0, Qt::AlignLeft, pdfText(document.title + " \xC2\xB7 " + document.subject));
        painter.fillRect(QRectF(0.0, -10.0, area.width(), 0.6), rule);
    }
    painter.fillRect(QRectF(0.0, area.height() + 12.0, area.width(), 0.6), rule);
    line(area.height() + 17.0, Qt::AlignLeft, pdfText(document.program + ", " + document.dateUtc));
    line(area.height() + 17.0, Qt::AlignRight, QStringLiteral("%1 of %2").arg(page + 1).arg(pages));
}

void setUp(QPdfWriter &writer, const ReportDocument &document)
{
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({0.0, 0.0, 0.0, 0.0});
    writer.setTitle(pdfText(document.title + ": " + document.subject));
    writer.setCreator(pdfText(document.program));
    const auto json = QStringLiteral("application/json");
    writer.addFileAttachment(QStringLiteral("provenance.json"), QByteArray::fromStdString(document.provenance), json);
    writer.addFileAttachment(QStringLiteral("figures.json"), QByteArray::fromStdString(document.figures), json);
}

bool paint(QPdfWriter &writer, const ReportDocument &document)
{
    constexpr qreal scale = dotsPerInch / pointsPerInch;
    const QSizeF sheet = QPageSize(QPageSize::A4).size(QPageSize::Point);
    const QSizeF area(sheet.width() - 2 * sideMargin, sheet.height() - topMargin - bottomMargin);
    // Measured in points: on a device of 72 dots an inch.
    const PointDevice points;
    const PdfFonts fonts = pdfFonts();
    PdfPages pages(area, points.device());
    PdfBlocks blocks(pages, fonts);
    blocks.title(document);
    for (const ReportBlock &block : document.blocks)
        std::visit(blocks, block);
    QPainter painter(&writer);
    if (!painter.isActive())
        return false;
    for (std::size_t page = 0; page < pages.pageCount(); ++page) {
        if (page > 0 && !writer.newPage())
            return false;
        painter.save();
        painter.scale(scale, scale);
        painter.translate(sideMargin, topMargin);
        pages.drawPage(page, painter);
        drawEdges(painter, document, fonts, page, pages.pageCount(), pages);
        painter.restore();
    }
    return painter.end();
}

} // namespace

Result<std::vector<std::uint8_t>> drawReportPdf(const ReportDocument &document)
{
    if (auto ready = preparePdf(); !ready)
        return failFrom(std::move(ready));
    const FixedHashOrder fixedOrder;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    bool painted = false;
    {
        QPdfWriter writer(&buffer);
        setUp(writer, document);
        painted = paint(writer, document);
    }
    QByteArray pdf = buffer.data();
    if (!painted || !pdf.startsWith("%PDF-"))
        return fail(ErrorCode::Internal, "the PDF could not be drawn; write the report as .html");
    setCreationDate(pdf, document.dateUtc);
    return std::vector<std::uint8_t>(pdf.begin(), pdf.end());
}

} // namespace patina
