#include "core/project/project_database.h"

#include <nlohmann/json.hpp>

#include <SQLiteCpp/Statement.h>

namespace patina::detail {

namespace {

constexpr std::int64_t mostEntries = std::int64_t{1} << 40; ///< numbers beyond that no program of ours gives
constexpr const char *columns = "number, utc, who, action, edits, previous, sha256";

SQLite::Statement selectFrom(SQLite::Database &database, const char *wanted, std::int64_t first, std::int64_t most)
{
    SQLite::Statement statement(database, std::string("SELECT ") + wanted +
                                              " FROM journal WHERE number BETWEEN ? AND ? ORDER BY number LIMIT ?");
    statement.bind(1, first);
    statement.bind(2, mostEntries);
    statement.bind(3, most);
    return statement;
}

JournalEntry entryOf(SQLite::Statement &row)
{
    return {row.getColumn(0).getInt64(),  row.getColumn(1).getString(), row.getColumn(2).getString(),
            row.getColumn(3).getString(), row.getColumn(4).getString(), row.getColumn(5).getString(),
            row.getColumn(6).getString()};
}

} // namespace

void appendEntry(SQLite::Database &database, const JournalEntry &entry)
{
    SQLite::Statement statement(database,
                                std::string("INSERT INTO journal (") + columns + ") VALUES (?, ?, ?, ?, ?, ?, ?)");
    statement.bind(1, entry.number);
    int at = 1;
    for (const std::string *text :
         {&entry.utc, &entry.who, &entry.action, &entry.edits, &entry.previous, &entry.sha256})
        statement.bind(++at, *text);
    statement.exec();
}

std::vector<JournalEntry> readEntries(SQLite::Database &database, std::int64_t first, std::int64_t most)
{
    SQLite::Statement statement = selectFrom(database, columns, first, most);
    std::vector<JournalEntry> entries;
    while (statement.executeStep())
        entries.push_back(entryOf(statement));
    return entries;
}

std::vector<JournalLine> readLines(SQLite::Database &database, std::int64_t first, std::int64_t most)
{
    SQLite::Statement statement = selectFrom(database, "number, utc, who, action, sha256", first, most);
    std::vector<JournalLine> lines;
    while (statement.executeStep())
        lines.push_back({statement.getColumn(0).getInt64(), statement.getColumn(1).getString(),
                         statement.getColumn(2).getString(), statement.getColumn(3).getString(),
                         statement.getColumn(4).getString()});
    return lines;
}

/// By the text of the edits, where an image is named by its id and elsewhere by "image".
std::vector<std::int64_t> entriesOf(SQLite::Database &database, const std::string &image)
{
    const std::string name = nlohmann::json(image).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    SQLite::Statement statement(database, "SELECT number FROM journal WHERE number BETWEEN 1 AND ? AND "
                                          "(instr(edits, ?) > 0 OR instr(edits, ?) > 0) ORDER BY number");
    statement.bind(1, mostEntries);
    statement.bind(2, "\"image\":" + name);
    statement.bind(3, "\"id\":" + name);
    std::vector<std::int64_t> numbers;
    while (statement.executeStep())
        numbers.push_back(statement.getColumn(0).getInt64());
    return numbers;
}

std::int64_t countEntries(SQLite::Database &database)
{
    return database.execAndGet("SELECT count(*) FROM journal").getInt64();
}

JournalEntry lastEntry(SQLite::Database &database)
{
    SQLite::Statement statement(database,
                                std::string("SELECT ") + columns +
                                    " FROM journal WHERE number BETWEEN 1 AND ? ORDER BY number DESC LIMIT 1");
    statement.bind(1, mostEntries);
    if (statement.executeStep())
        return entryOf(statement);
    JournalEntry none;
    none.sha256 = journalStart;
    return none;
}

} // namespace patina::detail
