#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

class QPainter;
class QPaintDevice;

namespace patina {

/// Fonts of a report, in points.
struct PdfFonts
{
    QFont text;
    QFont bold;
    QFont small;
    QFont smallBold;
    QFont code;
    QFont title;
    QFont section;
    QFont subsection;
    QFont tile;
};
PdfFonts pdfFonts();

/// Pages being filled from the top to the bottom. What is drawn is kept until all is laid out, as only then it is known
/// how many pages there are. Lengths in points; the origin is the top left of the area between the margins.
class PdfPages
{
public:
    using Drawing = std::function<void(QPainter &painter)>;

    /// \param device that fonts are measured on.
    PdfPages(QSizeF area, QPaintDevice *device);

    QSizeF area() const { return m_area; }
    qreal width() const { return m_area.width(); }
    qreal y() const { return m_y; }
    qreal room() const { return m_area.height() - m_y; }
    bool atTop() const { return m_y <= 0.0; }
    /// Goes on on a new page unless that much is left on this one, or this one is empty.
    void need(qreal height);
    void skip(qreal height);
    /// Draws on the current page; the painter's origin is the page's.
    void draw(Drawing drawing);

    qreal textHeight(const QString &text, const QFont &font, qreal width) const;
    qreal lineHeight(const QFont &font) const;
    qreal textWidth(const QString &text, const QFont &font) const;
    /// Text in a box of the current page, broken at words, and within them where nothing else helps.
    void drawText(const QRectF &box, const QString &text, const QFont &font, int alignment, const char *colour = ink);
    /// The same at once, on a page that is being drawn.
    void paintText(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, int alignment,
                   const char *colour) const;
    /// A text cut in its middle to that width.
    QString elided(const QString &text, const QFont &font, qreal width) const;
    /// Text over the whole width, kept together on one page.
    void flowText(const QString &text, const QFont &font, const char *colour = ink);

    std::size_t pageCount() const { return m_pages.size(); }
    void drawPage(std::size_t page, QPainter &painter) const;

    static constexpr const char *ink = "#1f2328";
    static constexpr const char *faint = "#57606a";
    static constexpr const char *rule = "#c4cad1";
    static constexpr const char *ground = "#f3f5f7";

private:
    QSizeF m_area;
    QPaintDevice *m_device;
    qreal m_y = 0.0;
    std::vector<std::vector<Drawing>> m_pages;
};

} // namespace patina
