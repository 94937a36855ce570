#include "core/project/project_database.h"

#include <SQLiteCpp/Statement.h>

namespace patina::detail {

namespace {

constexpr std::int64_t mostEntries = std::int64_t{1} << 40; ///< numbers beyond that no program of ours gives
constexpr const char *columns = "number, utc, who, action, edits, previous, sha256";

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
    SQLite::Statement statement(database, std::string("SELECT ") + columns +
                                              " FROM journal WHERE number BETWEEN ? AND ? ORDER BY number LIMIT ?");
    statement.bind(1, first);
    statement.bind(2, mostEntries);
    statement.bind(3, most);
    std::vector<JournalEntry> entries;
    while (statement.executeStep())
        entries.push_back(entryOf(statement));
    return entries;
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
