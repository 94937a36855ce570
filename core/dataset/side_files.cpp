#include "core/dataset/side_files.h"

#include "core/base/strict_json.h"
#include "core/dataset/csv.h"
#include "core/dataset/layouts.h"
#include "core/dataset/text_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace patina {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Kind = DatasetProblem::Kind;

namespace {

constexpr std::int64_t maxJsonBytes = 1 << 20;
constexpr int maxJsonDepth = 16;
constexpr std::size_t maxClasses = 1000;

Result<Json> parseObject(std::string_view text)
{
    auto value = parseStrictJson(text, {.maxDepth = maxJsonDepth});
    if (value && !value->is_object())
        return fail(ErrorCode::BadFormat, "must hold a JSON object in braces");
    return value;
}

std::optional<ClassKind> kindOf(const std::string &word)
{
    for (const ClassKind kind : {ClassKind::Defect, ClassKind::Impurity, ClassKind::Ambiguous})
        if (word == classKindName(kind))
            return kind;
    return std::nullopt;
}

Result<LabelClass> parseClass(const Json &entry, std::size_t position)
{
    const auto name = entry.is_object() ? entry.find("name") : entry.end();
    if (!entry.is_object() || name == entry.end() || !name->is_string())
        return fail(ErrorCode::BadFormat, fmt::format("class {} needs a \"name\"", position));
    LabelClass result{name->get<std::string>(), ClassKind::Defect};
    if (!isClassName(result.name))
        return fail(
            ErrorCode::BadFormat,
            fmt::format("class {}: its name is empty, \"good\", longer than 128 bytes or holds a slash or control "
                        "character",
                        position));
    const auto kind = entry.find("kind");
    if (kind == entry.end())
        return result;
    const auto known = kind->is_string() ? kindOf(kind->get<std::string>()) : std::nullopt;
    if (!known)
        return fail(ErrorCode::BadFormat,
                    fmt::format("class {}: its kind must be \"defect\", \"impurity\" or \"ambiguous\"", result.name));
    result.kind = *known;
    return result;
}

/// Text of a side file, nothing where there is none.
Result<std::optional<std::string>> readSideFile(const fs::path &path)
{
    Result<std::string> text = readUtf8File(path, maxJsonBytes);
    if (text)
        return std::optional(std::move(*text));
    if (text.error().code == ErrorCode::NotFound)
        return std::nullopt;
    return failFrom(std::move(text));
}

tl::unexpected<Error> inFile(const fs::path &path, const Error &error)
{
    return fail(error.code, fmt::format("{}: {}", path.string(), error.detail));
}

/// Finds images by id, or by file name where that is unique.
class ImageNames
{
public:
    explicit ImageNames(std::vector<ImageRecord> &images)
    {
        for (std::size_t i = 0; i < images.size(); ++i) {
            m_byId.emplace(images[i].id, i);
            m_byName.emplace(images[i].path.filename().string(), i);
        }
    }

    std::optional<std::size_t> find(std::string name) const
    {
        std::replace(name.begin(), name.end(), '\\', '/');
        if (name.starts_with("./"))
            name.erase(0, 2);
        if (const auto at = m_byId.find(name); at != m_byId.end())
            return at->second;
        if (m_byName.count(name) == 1)
            return m_byName.find(name)->second;
        return std::nullopt;
    }

private:
    std::map<std::string, std::size_t> m_byId;
    std::multimap<std::string, std::size_t> m_byName;
};

void nameUnpaired(Dataset &dataset, const std::string &file, const std::vector<std::string> &unknown,
                  const std::vector<bool> &grouped)
{
    if (!unknown.empty())
        dataset.problems.push_back(
            {Kind::BadSideFile, file,
             fmt::format("{} rows name no image, or a name that several images have (the first is "
                         "{})",
                         unknown.size(), unknown.front())});
    const auto without = std::count(grouped.begin(), grouped.end(), false);
    if (without > 0)
        dataset.problems.push_back(
            {Kind::BadSideFile, file, fmt::format("{} images are not in it: each is a group of its own", without)});
}

} // namespace

Result<std::vector<LabelClass>> parseLabelClasses(std::string_view json)
{
    const Result<Json> object = parseObject(json);
    if (!object)
        return tl::unexpected(object.error());
    const auto list = object->find("classes");
    if (list == object->end() || !list->is_array())
        return fail(ErrorCode::BadFormat, "needs a list \"classes\"");
    if (list->size() > maxClasses)
        return fail(ErrorCode::BadFormat, fmt::format("has {} classes; at most {} are read", list->size(), maxClasses));
    std::vector<LabelClass> classes;
    for (const Json &entry : *list) {
        Result<LabelClass> parsed = parseClass(entry, classes.size() + 1);
        if (!parsed)
            return failFrom(std::move(parsed));
        const bool twice = std::any_of(classes.begin(), classes.end(),
                                       [&](const LabelClass &known) { return known.name == parsed->name; });
        if (twice)
            return fail(ErrorCode::BadFormat, fmt::format("class {} is given twice", parsed->name));
        classes.push_back(std::move(*parsed));
    }
    return classes;
}

Result<double> parseScale(std::string_view json)
{
    const Result<Json> object = parseObject(json);
    if (!object)
        return tl::unexpected(object.error());
    const auto value = object->find("mmPerPixel");
    if (value == object->end() || !value->is_number())
        return fail(ErrorCode::BadFormat, "needs a number \"mmPerPixel\"");
    const double scale = value->get<double>();
    if (!std::isfinite(scale) || scale <= 0.0 || scale > 1000.0)
        return fail(ErrorCode::BadFormat, fmt::format("mmPerPixel is {}: it must be over 0 and at most 1000", scale));
    return scale;
}

Result<std::optional<std::vector<LabelClass>>> readLabelClasses(const fs::path &root)
{
    const fs::path path = root / "labels.json";
    Result<std::optional<std::string>> text = readSideFile(path);
    if (!text)
        return failFrom(std::move(text));
    if (!*text)
        return std::nullopt;
    Result<std::vector<LabelClass>> classes = parseLabelClasses(**text);
    if (!classes)
        return inFile(path, classes.error());
    return std::optional(std::move(*classes));
}

Result<std::optional<double>> readScale(const fs::path &root)
{
    const fs::path path = root / "scale.json";
    Result<std::optional<std::string>> text = readSideFile(path);
    if (!text)
        return failFrom(std::move(text));
    if (!*text)
        return std::nullopt;
    const Result<double> scale = parseScale(**text);
    if (!scale)
        return inFile(path, scale.error());
    return std::optional(*scale);
}

Result<void> assignGroups(Dataset &dataset, const fs::path &csvFile)
{
    Result<CsvTable> table = readCsvTable(csvFile, {"image", "group"});
    if (!table)
        return failFrom(std::move(table));
    const auto imageColumn = static_cast<std::size_t>(table->column("image"));
    const auto groupColumn = static_cast<std::size_t>(table->column("group"));
    const ImageNames names(dataset.images);
    std::vector<bool> grouped(dataset.images.size(), false);
    std::vector<std::string> unknown;
    for (const CsvRow &row : table->rows) {
        const std::string &group = row.fields[groupColumn];
        if (group.empty())
            return fail(ErrorCode::BadFormat,
                        fmt::format("{} line {}: the group is empty", csvFile.string(), row.line));
        const auto at = names.find(row.fields[imageColumn]);
        if (!at) {
            unknown.push_back(row.fields[imageColumn]);
            continue;
        }
        ImageRecord &image = dataset.images[*at];
        if (grouped[*at] && image.group != group)
            return fail(ErrorCode::BadFormat, fmt::format("{} line {}: {} is already in group {}, not {}",
                                                          csvFile.string(), row.line, image.id, image.group, group));
        image.group = group;
        grouped[*at] = true;
    }
    nameUnpaired(dataset, csvFile.filename().string(), unknown, grouped);
    return {};
}

} // namespace patina
