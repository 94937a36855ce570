#pragma once

#include "core/base/result.h"
#include "core/report/report_document.h"

#include <cstdint>
#include <vector>

namespace patina {

/// A report as PDF 1.4, A4: charts as vectors, tables whose head stands on every page, pictures never cut, "3 of 12"
/// at the foot. The figures and what the report was made from are attached as JSON. The same bytes for the same
/// document and the same fonts. Makes a QGuiApplication without a display where the program has none; then from the
/// main thread only. Errors: NotFound (no font, or Qt's platform without a display is missing), Internal.
Result<std::vector<std::uint8_t>> drawReportPdf(const ReportDocument &document);

} // namespace patina
