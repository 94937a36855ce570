#include "core/report/report_document.h"

namespace patina {

std::string ReportChart::svg() const
{
    return std::visit([](const auto &drawn) { return chartSvg(drawn); }, chart);
}

ChartSize ReportChart::size() const
{
    return std::visit([](const auto &drawn) { return chartSize(drawn); }, chart);
}

const std::string &ReportChart::title() const
{
    return std::visit([](const auto &drawn) -> const std::string & { return drawn.title; }, chart);
}

} // namespace patina
