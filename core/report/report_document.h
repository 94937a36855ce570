#pragma once

#include "core/report/chart.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace patina {

struct ReportSection
{
    std::string title;
    int level = 1; ///< 1 or 2
};

struct ReportParagraph
{
    std::string text;
};

/// Something the reader must not overlook.
struct ReportNote
{
    std::string text;
};

/// Large figures at the top.
struct ReportTiles
{
    struct Tile
    {
        std::string label;
        std::string value;
        std::string detail;
    };
    std::vector<Tile> tiles;
};

/// Names and what they are.
struct ReportFacts
{
    struct Fact
    {
        std::string name;
        std::string value;
        bool code = false; ///< a hash or a command: letters of one width, broken anywhere
    };
    std::vector<Fact> facts;
};

struct ReportTable
{
    enum class Align { Left, Right };
    struct Column
    {
        std::string title;
        Align align = Align::Left;
    };
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows; ///< as many cells as columns; the first names the row
};

struct ReportChart
{
    std::variant<PlotChart, BinnedChart> chart;
    std::string caption;

    std::string svg() const;
    ChartSize size() const;
    const std::string &title() const;
};

/// Bytes of a PNG, and what it shows for who cannot see it.
struct ReportImage
{
    std::vector<std::uint8_t> png;
    std::string alt;
};

/// One thing seen in one or more images side by side.
struct ReportPicture
{
    std::vector<ReportImage> images;
    std::string caption;
};

struct ReportPictures
{
    std::vector<ReportPicture> pictures;
};

using ReportBlock = std::variant<ReportSection, ReportParagraph, ReportNote, ReportTiles, ReportFacts, ReportTable,
                                 ReportChart, ReportPictures>;

/// What a report says, in order, before it is HTML or PDF. All text is as it came: who renders it makes it safe.
struct ReportDocument
{
    std::string title;
    std::string subject;    ///< of what: the model, or project and model; at the head of every page
    std::string dateUtc;    ///< ISO 8601
    std::string program;    ///< "Patina 0.1.0"
    std::string figures;    ///< JSON: the flat figures of `evaluate --json`
    std::string provenance; ///< JSON: hashes that the report claims, see report_claims.h
    std::vector<ReportBlock> blocks;
};

} // namespace patina
