#include "core/studies/study_folder.h"

#include "core/base/atomic_file.h"
#include "core/base/read_file.h"
#include "core/base/strict_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace patina {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char *inputsName = "inputs.json";
constexpr const char *inputsFormat = "patina-study-inputs";
constexpr std::int64_t largestInputsBytes = std::int64_t{1} << 20;
constexpr std::int64_t largestReportBytes = std::int64_t{256} << 20;
constexpr const char *reportNames[] = {"study.json", "study.csv", "study.md", "study.html"};

json inputsOf(const StudyPlan &plan, const std::vector<DatasetContent> &contents)
{
    json inputs{{"format", inputsFormat}, {"formatVersion", 1}, {"study", plan.kind}, {"datasets", json::array()}};
    for (std::size_t i = 0; i < contents.size(); ++i) {
        std::error_code ignored;
        fs::path folder = fs::weakly_canonical(plan.datasets[i].dataset.root, ignored);
        if (!folder.has_filename()) // a slash at the end
            folder = folder.parent_path();
        inputs["datasets"].push_back({{"folder", folder.string()}, {"content", contents[i].digest}});
    }
    // As it is read again: names of folders may be no UTF-8.
    return json::parse(inputs.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::optional<json> readInputs(const fs::path &out)
{
    const auto text = readTextFile(out / inputsName, largestInputsBytes);
    if (!text)
        return std::nullopt;
    auto parsed = parseStrictJson(*text);
    const bool ours = parsed && parsed->is_object() && parsed->value("format", json()) == inputsFormat &&
                      parsed->value("study", json()).is_string() && parsed->value("datasets", json()).is_array();
    return ours ? std::optional(*std::move(parsed)) : std::nullopt;
}

bool isSameData(const json &known, const json &wanted)
{
    return std::ranges::equal(known, wanted, [](const json &one, const json &other) {
        return one.is_object() &&
               (one.value("folder", json()) == other["folder"] || one.value("content", json()) == other["content"]);
    });
}

/// "study policy of /parts"
std::string nameOf(const json &inputs)
{
    std::vector<std::string> folders;
    for (const json &dataset : inputs["datasets"])
        if (dataset.is_object() && dataset.value("folder", json()).is_string())
            folders.push_back(dataset["folder"].get<std::string>());
    return fmt::format("study {} of {}", inputs["study"].get<std::string>(), fmt::join(folders, " and "));
}

/// The first file of a report, or the runs: what a study leaves that somebody may want to keep.
std::string leftBehind(const fs::path &out)
{
    std::error_code ec;
    for (const char *name : reportNames)
        if (fs::exists(out / name, ec))
            return name;
    return fs::is_directory(out / "runs", ec) && !fs::is_empty(out / "runs", ec) ? "runs" : std::string();
}

/// A report without a note of its data, as earlier versions left it: of the same kind it is taken for the same study.
bool isReportOf(const fs::path &out, const std::string &kind)
{
    const auto text = readTextFile(out / reportNames[0], largestReportBytes);
    const auto report = text ? parseStrictJson(*text) : tl::unexpected(text.error());
    return report && report->is_object() && report->value("study", json()) == kind;
}

Result<void> checkIsOurs(const fs::path &out, const json &wanted)
{
    const std::string left = leftBehind(out);
    if (left.empty())
        return {};
    if (const auto known = readInputs(out)) {
        if ((*known)["study"] == wanted["study"] && isSameData((*known)["datasets"], wanted["datasets"]))
            return {};
        return fail(ErrorCode::BadArgument,
                    fmt::format("the folder {} holds the {}; its report would be lost to the {}: name another folder, "
                                "or remove that one",
                                out.string(), nameOf(*known), nameOf(wanted)));
    }
    if (left == "runs" || isReportOf(out, wanted["study"].get<std::string>()))
        return {};
    return fail(ErrorCode::BadArgument,
                fmt::format("the folder {} has {}, which is not of a study {}: name another folder, or remove the file",
                            out.string(), left, wanted["study"].get<std::string>()));
}

Result<void> makeFolders(const fs::path &out)
{
    for (const char *folder : {"models", "runs"}) {
        std::error_code ec;
        fs::create_directories(out / folder, ec);
        if (ec)
            return fail(ErrorCode::WriteFailed,
                        fmt::format("the folder {} cannot be made: {}", (out / folder).string(), ec.message()));
    }
    return {};
}

} // namespace

Result<StudyFolder> StudyFolder::take(const fs::path &out, const StudyPlan &plan,
                                      const std::vector<DatasetContent> &contents)
{
    const json wanted = inputsOf(plan, contents);
    if (auto ours = checkIsOurs(out, wanted).and_then([&] { return makeFolders(out); }); !ours)
        return failFrom(std::move(ours));
    auto lock = FileLock::tryTake(out / "study");
    if (!lock)
        return failFrom(std::move(lock));
    if (!*lock) {
        const std::string holder = FileLock::holder(out / "study");
        return fail(ErrorCode::BadArgument,
                    fmt::format("another study is running in the folder {}{}: wait for its end, or name another folder",
                                out.string(), holder.empty() ? holder : " (" + holder + ")"));
    }
    StudyFolder taken(std::move(**lock));
    // Again, now that nobody else can begin: two may have looked into an empty folder at the same time.
    if (auto ours = checkIsOurs(out, wanted); !ours)
        return failFrom(std::move(ours));
    if (auto noted = writeTextFile(out / inputsName, wanted.dump(1) + '\n'); !noted)
        return failFrom(std::move(noted));
    return taken;
}

} // namespace patina
