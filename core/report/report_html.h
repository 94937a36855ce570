#pragma once

#include "core/report/report_document.h"

#include <string>

namespace patina {

/// One self-contained file: style, drawings (SVG) and pictures (PNG) inside, no script, nothing fetched (its own policy
/// forbids both). For print on A4, for a light and a dark screen, for screen readers. The same bytes for the same
/// document.
std::string reportHtml(const ReportDocument &document);

} // namespace patina
