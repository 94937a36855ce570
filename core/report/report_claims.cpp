#include "core/report/report_claims.h"

#include "core/base/read_file.h"
#include "core/base/strict_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <zlib.h>

namespace patina {

namespace {

constexpr std::string_view format = "patina-report";
constexpr std::string_view jsonStart = R"({"format":"patina-report")";
constexpr std::string_view scriptStart = R"(<script type="application/json" id="provenance">)";
constexpr std::string_view scriptEnd = "</script>";
constexpr std::size_t mostBytes = 65536; ///< of the claims
constexpr std::int64_t mostFileBytes = std::int64_t{1} << 30;

tl::unexpected<Error> noReport()
{
    return fail(ErrorCode::BadFormat, "this is no report of Patina, or it was changed: nothing in it says what it was "
                                      "made from");
}

Result<std::string> textOf(const nlohmann::json &json, const char *name)
{
    const auto found = json.find(name);
    if (found == json.end() || !found->is_string())
        return fail(ErrorCode::BadFormat,
                    fmt::format("what the report was made from lacks '{}': it was changed", name));
    return found->get<std::string>();
}

bool isHash(const std::string &text)
{
    const auto hexadecimal = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == 64 && std::ranges::all_of(text, hexadecimal);
}

Result<ReportClaims> claimsFromJson(std::string_view text)
{
    auto json = parseStrictJson(text);
    if (!json)
        return failFrom(std::move(json));
    if (!json->is_object() || json->value("format", nlohmann::json()) != format)
        return noReport();
    ReportClaims claims;
    const std::pair<const char *, std::string *> fields[] = {{"model.hash", &claims.modelHash},
                                                             {"backbone.sha256", &claims.backboneSha256},
                                                             {"inputs.sha256", &claims.inputsSha256},
                                                             {"project.head", &claims.projectHead},
                                                             {"date", &claims.dateUtc},
                                                             {"program", &claims.program}};
    for (const auto &[name, target] : fields) {
        auto value = textOf(*json, name);
        if (!value)
            return failFrom(std::move(value));
        *target = std::move(*value);
    }
    const auto entries = json->find("project.entries");
    if (entries == json->end() || !entries->is_number_integer() || !isHash(claims.modelHash) ||
        !(claims.inputsSha256.empty() || isHash(claims.inputsSha256)) ||
        !(claims.projectHead.empty() || isHash(claims.projectHead)))
        return fail(ErrorCode::BadFormat, "what the report was made from has hashes that are none: it was changed");
    claims.projectEntries = entries->get<std::int64_t>();
    return claims;
}

/// What a Flate stream holds where it begins as claims do; none for every other stream.
std::optional<std::string> inflatedClaims(std::string_view packed)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
    std::string text(mostBytes, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min(packed.size(), mostBytes));
    stream.next_out = reinterpret_cast<Bytef *>(text.data());
    stream.avail_out = static_cast<uInt>(jsonStart.size()); // what it begins with, before all of it
    int state = inflate(&stream, Z_SYNC_FLUSH);
    const bool begins = stream.total_out == jsonStart.size() && text.starts_with(jsonStart);
    if (begins && state == Z_OK) {
        stream.avail_out = static_cast<uInt>(text.size() - jsonStart.size());
        state = inflate(&stream, Z_FINISH);
    }
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return begins && state == Z_STREAM_END ? std::optional(std::move(text)) : std::nullopt;
}

Result<ReportClaims> claimsOfPdf(std::string_view report)
{
    constexpr std::string_view start = "\nstream\n";
    for (std::size_t at = report.find(start); at != std::string_view::npos; at = report.find(start, at + 1))
        if (const auto text = inflatedClaims(report.substr(at + start.size())))
            return claimsFromJson(*text);
    return noReport();
}

} // namespace

std::string claimsToJson(const ReportClaims &claims)
{
    nlohmann::ordered_json json;
    json["format"] = format;
    json["version"] = 1;
    json["model.hash"] = claims.modelHash;
    json["backbone.sha256"] = claims.backboneSha256;
    json["inputs.sha256"] = claims.inputsSha256;
    json["project.head"] = claims.projectHead;
    json["project.entries"] = claims.projectEntries;
    json["date"] = claims.dateUtc;
    json["program"] = claims.program;
    return json.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
}

Result<ReportClaims> claimsOf(std::string_view report)
{
    if (report.starts_with("%PDF-"))
        return claimsOfPdf(report);
    const std::size_t start = report.find(scriptStart);
    if (start == std::string_view::npos)
        return noReport();
    const std::string_view rest = report.substr(start + scriptStart.size());
    const std::size_t end = rest.find(scriptEnd);
    if (end == std::string_view::npos || end > mostBytes)
        return noReport();
    return claimsFromJson(rest.substr(0, end));
}

Result<ReportClaims> claimsOfFile(const std::filesystem::path &file)
{
    return readTextFile(file, mostFileBytes)
        .and_then([](const std::string &text) { return claimsOf(text); })
        .map_error([&](Error error) {
            if (error.detail.find(file.string()) == std::string::npos)
                error.detail = fmt::format("{}: {}", file.string(), error.detail);
            return error;
        });
}

} // namespace patina
