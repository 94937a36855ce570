#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace patina {

/// What a report says that it was made from.
struct ReportClaims
{
    std::string modelHash;
    std::string backboneSha256;
    std::string inputsSha256; ///< empty: not said
    std::string projectHead;  ///< empty: no project, or one with an empty journal
    std::int64_t projectEntries = 0;
    std::string dateUtc;
    std::string program;
    bool operator==(const ReportClaims &) const = default;
};

std::string claimsToJson(const ReportClaims &claims);

/// Of a report as it was written: the element `provenance` of HTML, the attachment of PDF.
/// Errors: BadFormat (no report of Patina, or one that was changed so that it cannot be read).
Result<ReportClaims> claimsOf(std::string_view report);
/// Errors: NotFound, Unreadable, TooLarge; BadFormat. The file is named.
Result<ReportClaims> claimsOfFile(const std::filesystem::path &file);

} // namespace patina
