#include "ui/report/pdf_blocks.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace patina {

namespace {

constexpr qreal cellPadding = 4.0;
constexpr qreal rowPadding = 2.4;
constexpr qreal leastColumn = 34.0;

/// Widths of columns: what their longest cell wants, narrower in proportion where the page is, and all of them wider
/// where it has more room.
std::vector<qreal> columnWidths(const ReportTable &table, const PdfPages &pages, const PdfFonts &fonts)
{
    std::vector<qreal> widths;
    std::vector<qreal> least;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const QString title = pdfText(table.columns[i].title);
        qreal word = leastColumn;
        for (const QString &part : title.split(QLatin1Char(' ')))
            word = std::max(word, pages.textWidth(part, fonts.smallBold) + 2 * cellPadding);
        // A title goes over two lines at most, a word of it being as long as it is.
        qreal widest = std::max(word, 0.62 * pages.textWidth(title, fonts.smallBold) + 2 * cellPadding);
        for (const auto &row : table.rows)
            if (i < row.size())
                widest = std::max(widest, pages.textWidth(pdfText(row[i]), fonts.small) + 2 * cellPadding + 1.0);
        least.push_back(word);
        widths.push_back(widest);
    }
    const qreal wanted = std::accumulate(widths.begin(), widths.end(), 0.0);
    const qreal over = wanted - pages.width();
    if (over <= 0.0) {
        for (qreal &width : widths)
            width -= over / static_cast<qreal>(widths.size());
        return widths;
    }
    qreal spare = 0.0;
    for (std::size_t i = 0; i < widths.size(); ++i)
        spare += widths[i] - least[i];
    for (std::size_t i = 0; i < widths.size(); ++i)
        widths[i] -= spare > over ? over * (widths[i] - least[i]) / spare : widths[i] * over / wanted;
    return widths;
}

struct RowLook
{
    const QFont &font;
    const char *colour = PdfPages::ink;
    int vertical = Qt::AlignTop;
};

/// The rows of one table, in columns.
class TableRows
{
public:
    TableRows(const ReportTable &table, PdfPages &pages, std::vector<qreal> widths)
        : m_table(table), m_pages(pages), m_widths(std::move(widths))
    {
    }

    qreal height(const std::vector<std::string> &row, const QFont &font) const
    {
        qreal most = m_pages.lineHeight(font);
        for (std::size_t i = 0; i < row.size() && i < m_widths.size(); ++i)
            most = std::max(most, m_pages.textHeight(pdfText(row[i]), font, inner(i)));
        return most + 2 * rowPadding;
    }

    void add(const std::vector<std::string> &row, const RowLook &look, qreal ruleThickness)
    {
        const qreal tall = height(row, look.font);
        qreal x = 0.0;
        for (std::size_t i = 0; i < row.size() && i < m_widths.size(); ++i) {
            const bool right = m_table.columns[i].align == ReportTable::Align::Right;
            m_pages.drawText({x + cellPadding, m_pages.y() + rowPadding, inner(i), tall - 2 * rowPadding},
                             pdfText(row[i]), look.font, (right ? Qt::AlignRight : Qt::AlignLeft) | look.vertical,
                             look.colour);
            x += m_widths[i];
        }
        const QRectF rule(0.0, m_pages.y() + tall - ruleThickness, x, ruleThickness);
        m_pages.draw([rule](QPainter &painter) { painter.fillRect(rule, QColor(QLatin1String(PdfPages::rule))); });
        m_pages.skip(tall);
    }

private:
    qreal inner(std::size_t column) const { return m_widths[column] - 2 * cellPadding; }

    const ReportTable &m_table;
    PdfPages &m_pages;
    std::vector<qreal> m_widths;
};

} // namespace

/// The head stands on every page that the table goes on to, and never alone at the end of one.
void PdfBlocks::operator()(const ReportTable &table)
{
    TableRows rows(table, m_pages, columnWidths(table, m_pages, m_fonts));
    std::vector<std::string> titles;
    for (const ReportTable::Column &column : table.columns)
        titles.push_back(column.title);
    const RowLook headLook{m_fonts.smallBold, PdfPages::faint, Qt::AlignBottom};
    const QString caption = pdfText(table.caption);
    const qreal captionHeight = m_pages.textHeight(caption, m_fonts.bold, m_pages.width()) + 2.0;
    const qreal headHeight = rows.height(titles, m_fonts.smallBold);
    qreal whole = captionHeight + headHeight;
    qreal begin = whole;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const qreal tall = rows.height(table.rows[i], m_fonts.small);
        whole += tall;
        begin += i < 3 ? tall : 0.0;
    }
    constexpr qreal keptWhole = 240.0; // a table up to this height is not divided
    m_pages.need(whole <= keptWhole ? whole : begin);
    m_pages.flowText(caption, m_fonts.bold);
    m_pages.skip(2.0);
    rows.add(titles, headLook, 1.0);
    for (const auto &row : table.rows) {
        if (rows.height(row, m_fonts.small) > m_pages.room()) {
            m_pages.need(m_pages.room() + 1.0);
            rows.add(titles, headLook, 1.0);
        }
        rows.add(row, {m_fonts.small}, 0.4);
    }
    m_pages.skip(1.6 * 7.0);
}

} // namespace patina
