#pragma once

#include "core/base/result.h"
#include "core/report/report_document.h"

#include <cstdint>
#include <vector>

namespace patina {

/// What draws PDF. It needs Qt, which takes longer to load than the rest of the command line and which a server may not
/// have: it lies in a library of its own (ui/report), loaded when the first PDF is wanted.
struct PdfPart
{
    const char *version; ///< of Patina: program and part are of one version
    Result<void> (*ready)();
    Result<std::vector<std::uint8_t>> (*pdf)(const ReportDocument &document);
};

/// The one symbol of the library: a function without arguments that returns a `const PdfPart *`.
inline constexpr const char *pdfPartSymbol = "patinaPdfPart";

/// Whether reports can be drawn as PDF: asked before a long evaluation, not found out after it. Call it from the main
/// thread, too. Errors: as reportPdf().
Result<void> pdfReady();

/// A report as PDF, A4. Call it from the main thread, or where the program has a QGuiApplication from any.
/// Errors: NotFound (the library is missing or of another version; there is no font), Internal.
Result<std::vector<std::uint8_t>> reportPdf(const ReportDocument &document);

} // namespace patina
