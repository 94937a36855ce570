#include "core/report/report_html.h"

#include "core/project/base64.h"
#include "core/report/figures_json.h"
#include "core/report/report_style.h"
#include "core/report/report_text.h"

#include <fmt/format.h>

namespace patina {

namespace {

class HtmlWriter
{
public:
    std::string take() { return std::move(m_html); }

    void operator()(const ReportSection &section)
    {
        if (section.level == 1)
            m_html += fmt::format("<h2 id=\"section-{}\">{}</h2>\n", ++m_sections, markupText(section.title));
        else
            m_html += fmt::format("<h3>{}</h3>\n", markupText(section.title));
    }

    void operator()(const ReportParagraph &paragraph) { m_html += "<p>" + markupText(paragraph.text) + "</p>\n"; }

    void operator()(const ReportNote &note)
    {
        m_html += "<p class=\"note\" role=\"note\">" + markupText(note.text) + "</p>\n";
    }

    void operator()(const ReportTiles &tiles)
    {
        m_html += "<div class=\"tiles\">\n";
        for (const auto &[label, value, detail] : tiles.tiles)
            m_html += fmt::format("<div class=\"tile\"><div class=\"name\">{}</div><div class=\"value\">{}</div>"
                                  "<div class=\"detail\">{}</div></div>\n",
                                  markupText(label), markupText(value), markupText(detail));
        m_html += "</div>\n";
    }

    void operator()(const ReportFacts &facts)
    {
        m_html += "<dl class=\"facts\">\n";
        for (const ReportFacts::Fact &fact : facts.facts)
            m_html += fmt::format("<dt>{}</dt><dd>{}{}{}</dd>\n", markupText(fact.name), fact.code ? "<code>" : "",
                                  markupText(fact.value), fact.code ? "</code>" : "");
        m_html += "</dl>\n";
    }

    void operator()(const ReportTable &table)
    {
        // Wide tables scroll on a narrow screen; the keyboard reaches what scrolls.
        m_html += fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\">"
                              "<table>\n<caption>{0}</caption>\n<thead><tr>",
                              markupText(table.caption));
        for (const ReportTable::Column &column : table.columns)
            m_html += column.title.empty()
                          ? std::string("<td></td>")
                          : fmt::format("<th scope=\"col\"{}>{}</th>", alignment(column), markupText(column.title));
        m_html += "</tr></thead>\n<tbody>\n";
        for (const auto &row : table.rows) {
            m_html += "<tr>";
            for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i)
                m_html += fmt::format("<{0}{1}>{2}</{3}>", i == 0 ? "th scope=\"row\"" : "td",
                                      alignment(table.columns[i]), markupText(row[i]), i == 0 ? "th" : "td");
            m_html += "</tr>\n";
        }
        m_html += "</tbody>\n</table></div>\n";
    }

    void operator()(const ReportChart &chart)
    {
        m_html += "<figure>\n<figcaption><strong>" + markupText(chart.title()) + "</strong><br>" +
                  markupText(chart.caption) + "</figcaption>\n" + chart.svg() + "</figure>\n";
    }

    void operator()(const ReportPictures &pictures)
    {
        m_html += "<div class=\"pictures\">\n";
        for (const ReportPicture &picture : pictures.pictures) {
            m_html += "<figure><div class=\"pair\">";
            for (const ReportImage &image : picture.images)
                m_html += fmt::format("<img alt=\"{}\" src=\"data:image/png;base64,{}\">", markupText(image.alt),
                                      toBase64(image.png));
            m_html += "</div><figcaption>" + markupText(picture.caption) + "</figcaption></figure>\n";
        }
        m_html += "</div>\n";
    }

private:
    static const char *alignment(const ReportTable::Column &column)
    {
        return column.align == ReportTable::Align::Right ? " class=\"n\"" : "";
    }

    std::string m_html;
    int m_sections = 0;
};

std::string contentsList(const ReportDocument &document)
{
    std::string list = "<nav aria-label=\"Contents\"><ol>\n";
    int number = 0;
    for (const ReportBlock &block : document.blocks)
        if (const auto *section = std::get_if<ReportSection>(&block); section && section->level == 1)
            list += fmt::format("<li><a href=\"#section-{}\">{}</a></li>\n", ++number, markupText(section->title));
    return list + "</ol></nav>\n";
}

std::string dataElement(const char *id, const std::string &json)
{
    return fmt::format("<script type=\"application/json\" id=\"{}\">{}</script>\n", id, jsonForMarkup(json));
}

} // namespace

std::string reportHtml(const ReportDocument &document)
{
    const std::string title = markupText(document.title);
    const std::string subject = markupText(document.subject);
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src "
        "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += fmt::format("<meta name=\"generator\" content=\"{}\">\n<title>{}: {}</title>\n<style>{}</style>\n",
                        markupText(document.program), title, subject, reportStyle);
    html += "</head>\n<body>\n";
    html += fmt::format("<header>\n<h1>{}</h1>\n<p class=\"subject\">{}</p>\n"
                        "<p class=\"subject\"><time datetime=\"{}\">{}</time></p>\n",
                        title, subject, markupText(document.dateUtc), markupText(document.dateUtc));
    html += contentsList(document) + "</header>\n<main>\n";
    HtmlWriter writer;
    for (const ReportBlock &block : document.blocks)
        std::visit(writer, block);
    html += writer.take() + "</main>\n";
    html += fmt::format("<footer>{}</footer>\n", markupText(document.program));
    html += dataElement("provenance", document.provenance) + dataElement("figures", document.figures);
    return html + "</body>\n</html>\n";
}

} // namespace patina
