#include "core/report/pdf_part.h"
#include "ui/report/pdf_host.h"
#include "ui/report/report_pdf.h"

/// What the programs look for (core/report/pdf_part.h).
extern "C" __attribute__((visibility("default"))) const patina::PdfPart *patinaPdfPart()
{
    static const patina::PdfPart part{PATINA_VERSION, patina::preparePdf, patina::drawReportPdf};
    return &part;
}
