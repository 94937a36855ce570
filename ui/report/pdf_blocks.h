#pragma once

#include "core/report/report_document.h"
#include "ui/report/pdf_pages.h"

namespace patina {

/// Lays a block out at the current place.
class PdfBlocks
{
public:
    PdfBlocks(PdfPages &pages, const PdfFonts &fonts) : m_pages(pages), m_fonts(fonts) {}

    void operator()(const ReportSection &section);
    void operator()(const ReportParagraph &paragraph);
    void operator()(const ReportNote &note);
    void operator()(const ReportTiles &tiles);
    void operator()(const ReportFacts &facts);
    void operator()(const ReportTable &table); ///< pdf_table.cpp
    void operator()(const ReportChart &chart);
    void operator()(const ReportPictures &pictures);

    void title(const ReportDocument &document);

private:
    void addTileRow(const ReportTiles &tiles, std::size_t from, std::size_t to, qreal width);
    void addPicture(const ReportPicture &picture);
    void addRule(qreal y, const char *colour, qreal thickness);

    PdfPages &m_pages;
    const PdfFonts &m_fonts;
};

/// Foreign text fit to be drawn.
QString pdfText(const std::string &text);

} // namespace patina
