#include "core/dataset/class_name.h"
#include "core/project/change_check.h"
#include "core/project/fact_columns.h"
#include "core/project/fact_fields.h"
#include "core/project/fact_json.h"
#include "core/project/project_database.h"

#include <fmt/format.h>

#include <SQLiteCpp/Statement.h>
#include <set>
#include <string>

namespace patina::detail {

namespace {

/// "id, path, ..."
template <typename Fact>
std::string columnsOf(std::string_view between = ", ", std::string_view after = "", int most = 1000)
{
    std::string columns;
    Fact fact;
    FactFields<Fact>::visit(fact, [&](const char *name, const auto &) {
        if (most-- > 0)
            columns += fmt::format("{}\"{}\"{}", columns.empty() ? "" : between, name, after);
    });
    return columns;
}

template <typename Fact>
std::string whereKey()
{
    return columnsOf<Fact>(" AND ", " = ?", FactFields<Fact>::keys);
}

template <typename Fact>
void bindKey(SQLite::Statement &statement, const Fact &fact)
{
    int at = 0;
    FactFields<Fact>::visit(fact, [&](const char *, const auto &value) {
        if (++at <= FactFields<Fact>::keys)
            bindValue(statement, at, value);
    });
}

template <typename Fact>
Result<Fact> factOf(SQLite::Statement &row)
{
    Fact fact;
    int at = 0;
    std::string bad;
    FactFields<Fact>::visit(fact, [&](const char *name, auto &value) {
        if (!readValue(row.getColumn(at++), value) && bad.empty())
            bad = name;
    });
    if (!bad.empty())
        return fail(ErrorCode::BadFormat,
                    fmt::format("a {} of the project has a {} that is none", FactFields<Fact>::what, bad));
    return fact;
}

template <typename Fact>
Result<std::optional<Fact>> findFact(SQLite::Database &database, const Fact &key)
{
    SQLite::Statement statement(database, fmt::format("SELECT {} FROM {} WHERE {}", columnsOf<Fact>(),
                                                      FactFields<Fact>::table, whereKey<Fact>()));
    bindKey(statement, key);
    if (!statement.executeStep())
        return std::nullopt;
    return factOf<Fact>(statement).map([](Fact &&fact) { return std::optional(std::move(fact)); });
}

template <typename Fact>
void putFact(SQLite::Database &database, const Fact &fact)
{
    std::string places;
    FactFields<Fact>::visit(fact, [&](const char *, const auto &) { places += places.empty() ? "?" : ", ?"; });
    SQLite::Statement statement(
        database, fmt::format("INSERT INTO {} ({}) VALUES ({})", FactFields<Fact>::table, columnsOf<Fact>(), places));
    int at = 0;
    FactFields<Fact>::visit(fact, [&](const char *, const auto &value) { bindValue(statement, ++at, value); });
    statement.exec();
}

template <typename Fact>
void updateFact(SQLite::Database &database, const Fact &fact)
{
    SQLite::Statement statement(database, fmt::format("UPDATE {} SET {} WHERE {}", FactFields<Fact>::table,
                                                      columnsOf<Fact>(", ", " = ?"), whereKey<Fact>()));
    int at = 0;
    const auto bind = [&](const char *, const auto &value) { bindValue(statement, ++at, value); };
    FactFields<Fact>::visit(fact, bind);
    int left = FactFields<Fact>::keys;
    FactFields<Fact>::visit(fact, [&](const char *name, const auto &value) {
        if (left-- > 0)
            bind(name, value);
    });
    statement.exec();
}

template <typename Fact>
void removeFact(SQLite::Database &database, const Fact &fact)
{
    SQLite::Statement statement(database,
                                fmt::format("DELETE FROM {} WHERE {}", FactFields<Fact>::table, whereKey<Fact>()));
    bindKey(statement, fact);
    statement.exec();
}

/// NULL for those that tables of an older version do not have. SQLite would take their quoted names for texts.
template <typename Fact>
std::string columnsThere(SQLite::Database &database)
{
    std::set<std::string> there;
    SQLite::Statement column(database, "SELECT name FROM pragma_table_info(?)");
    column.bind(1, std::string(FactFields<Fact>::table));
    while (column.executeStep())
        there.insert(column.getColumn(0).getString());
    std::string columns;
    Fact fact;
    FactFields<Fact>::visit(fact, [&](const char *name, const auto &) {
        columns += (columns.empty() ? "" : ", ") + (there.contains(name) ? fmt::format("\"{}\"", name) : "NULL");
    });
    return columns;
}

/// All facts of a kind, by key. A stranger's file may hold what no change could have put there.
template <typename Fact>
Result<std::vector<Fact>> readFacts(SQLite::Database &database)
{
    std::vector<Fact> facts;
    SQLite::Statement statement(database, fmt::format("SELECT {} FROM {} ORDER BY {}", columnsThere<Fact>(database),
                                                      FactFields<Fact>::table,
                                                      columnsOf<Fact>(", ", "", FactFields<Fact>::keys)));
    while (statement.executeStep()) {
        auto fact = factOf<Fact>(statement);
        if (!fact)
            return failFrom(std::move(fact));
        if (auto sound = checkFact(*fact); !sound)
            return fail(ErrorCode::BadFormat, fmt::format("the project holds a {} that cannot be one: {}",
                                                          FactFields<Fact>::what, sound.error().detail));
        facts.push_back(std::move(*fact));
    }
    return facts;
}

} // namespace

Result<ProjectContents> readContents(SQLite::Database &database)
{
    ProjectContents contents;
    Result<void> read;
    const auto take = [&]<typename Fact>(std::vector<Fact> &into) {
        if (!read)
            return;
        auto facts = readFacts<Fact>(database);
        if (facts)
            into = std::move(*facts);
        else
            read = failFrom(std::move(facts));
    };
    take(contents.images);
    take(contents.classes);
    take(contents.labels);
    take(contents.reviews);
    take(contents.zones);
    take(contents.models);
    take(contents.settings);
    return read.map([&] { return std::move(contents); });
}

Result<void> checkClasses(SQLite::Database &database, const Change &change)
{
    const auto isUsed = [&](const std::string &name) {
        SQLite::Statement statement(database, "SELECT 1 FROM labels WHERE class = ? LIMIT 1");
        statement.bind(1, name);
        return statement.executeStep();
    };
    for (const Edit &edit : change.edits) {
        const auto *label = std::get_if<EditOf<Label>>(&edit);
        if (label != nullptr && label->after && label->after->className != goodClassName &&
            isUsed(label->after->className)) {
            const auto found = findFact(database, ProjectClass{label->after->className, {}, 0});
            if (!found || !*found)
                return fail(ErrorCode::BadArgument,
                            fmt::format("there is no class \"{}\" in the project", label->after->className));
        }
        const auto *labelClass = std::get_if<EditOf<ProjectClass>>(&edit);
        if (labelClass != nullptr && !labelClass->after && isUsed(labelClass->before->name))
            return fail(ErrorCode::BadArgument, fmt::format("labels of class \"{}\" are left: give them another first",
                                                            labelClass->before->name));
    }
    return {};
}

Result<void> makeEdit(SQLite::Database &database, const Edit &edit)
{
    return std::visit(
        [&]<typename Fact>(const EditOf<Fact> &one) -> Result<void> {
            if (!one.before && !one.after)
                return {};
            if (one.before && one.after && factName(added(*one.before)) != factName(added(*one.after)))
                return fail(ErrorCode::BadArgument, fmt::format("{} cannot become {}: remove it and add the other",
                                                                factName(added(*one.before)), factName(edit)));
            auto present = findFact(database, one.before ? *one.before : *one.after);
            if (!present)
                return failFrom(std::move(present));
            if (*present != one.before)
                return fail(ErrorCode::BadArgument,
                            fmt::format("{} is not as it was: it has been changed meanwhile", factName(edit)));
            if (!one.after)
                removeFact(database, *one.before);
            else if (!one.before)
                putFact(database, *one.after);
            else
                updateFact(database, *one.after);
            return {};
        },
        edit);
}

} // namespace patina::detail
