#include "core/report/pdf_part.h"

#include <fmt/format.h>

#include <cstring>
#include <dlfcn.h>

namespace patina {

namespace {

/// Found by the program's run path: beside the build's programs, or in the package's own folder of libraries.
constexpr const char *libraryName = "patina-pdf.so";

Error unusable(const std::string &why)
{
    return Error{ErrorCode::NotFound,
                 fmt::format("the part of Patina that draws PDF cannot be loaded: {}; install Patina again with its "
                             "window, or write the report as .html, which needs no such part",
                             why)};
}

Result<const PdfPart *> load()
{
    // Never unloaded: Qt's own threads and registries live until the program ends.
    void *library = dlopen(libraryName, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    if (!library) {
        const char *why = dlerror();
        return tl::unexpected(unusable(why ? why : libraryName));
    }
    const auto entry = reinterpret_cast<const PdfPart *(*)()>(dlsym(library, pdfPartSymbol));
    if (!entry)
        return tl::unexpected(unusable(fmt::format("{} is not Patina's", libraryName)));
    const PdfPart *part = entry();
    if (std::strcmp(part->version, PATINA_VERSION) != 0)
        return tl::unexpected(unusable(
            fmt::format("{} is of version {}, the program of {}", libraryName, part->version, PATINA_VERSION)));
    return part;
}

const Result<const PdfPart *> &loaded()
{
    static const Result<const PdfPart *> part = load();
    return part;
}

} // namespace

Result<void> pdfReady()
{
    return loaded().and_then([](const PdfPart *part) { return part->ready(); });
}

Result<std::vector<std::uint8_t>> reportPdf(const ReportDocument &document)
{
    return loaded().and_then([&](const PdfPart *part) { return part->pdf(document); });
}

} // namespace patina
