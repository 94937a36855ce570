#include "core/base/strict_json.h"
#include "core/project/fact_json.h"
#include "core/project/project_database.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>

namespace patina::detail {

namespace {

constexpr std::int64_t entriesAtOnce = 500;
constexpr std::size_t mostProblems = 20;

class Verification
{
public:
    Verification(SQLite::Database &database, const JobContext &context)
        : m_database(database), m_context(context), m_replayed(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        createTables(m_replayed);
    }

    Result<ProjectVerdict> run()
    {
        checkStructure();
        const std::int64_t total = lastEntry(m_database).number;
        m_verdict.head = journalStart;
        while (m_verdict.entries < total) {
            if (m_context.cancelled())
                return cancelledError();
            m_context.report("verify", m_verdict.entries, total);
            const auto entries = readEntries(m_database, m_verdict.entries + 1, entriesAtOnce);
            if (entries.empty())
                break;
            for (const JournalEntry &entry : entries)
                follow(entry);
        }
        if (const std::int64_t rows = countEntries(m_database); rows != m_followed)
            complain(fmt::format("the journal has {} entries, of which {} follow each other", rows, m_followed));
        compare();
        m_context.report("verify", total, total);
        return std::move(m_verdict);
    }

private:
    void complain(std::string sentence)
    {
        if (m_verdict.problems.size() < mostProblems)
            m_verdict.problems.push_back(std::move(sentence));
    }

    void checkStructure()
    {
        SQLite::Statement check(m_database, fmt::format("PRAGMA integrity_check({})", mostProblems));
        while (check.executeStep())
            if (const std::string found = check.getColumn(0).getString(); found != "ok")
                complain("the file is damaged: " + found);
        SQLite::Statement references(m_database, "PRAGMA foreign_key_check");
        while (references.executeStep())
            complain(fmt::format("a row of {} names an image that is not there", references.getColumn(0).getString()));
    }

    void follow(const JournalEntry &entry)
    {
        ++m_verdict.entries;
        ++m_followed;
        if (entry.number != m_verdict.entries) {
            complain(fmt::format("entry {} of the journal is missing", m_verdict.entries));
            m_verdict.entries = entry.number;
        }
        if (entry.previous != m_verdict.head)
            complain(fmt::format("entry {} does not follow the one before: its chain is broken", entry.number));
        if (journalHash(entry) != entry.sha256)
            complain(fmt::format("entry {} is not what was written: its hash is another", entry.number));
        m_verdict.head = entry.sha256;
        const auto made = replay(entry.edits);
        if (!made)
            complain(fmt::format("entry {} cannot be followed: {}", entry.number, made.error().detail));
    }

    Result<void> replay(const std::string &text)
    try {
        const auto edits = parseStrictJson(text).and_then(editsFromJson);
        if (!edits)
            return tl::unexpected(edits.error());
        for (const Edit &edit : *edits)
            if (auto made = makeEdit(m_replayed, edit); !made)
                return made;
        return {};
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(asError(exception, "replayed", "following it"));
    }

    void compare()
    {
        const auto held = readContents(m_database);
        const auto followed = readContents(m_replayed);
        if (!held)
            complain(held.error().detail);
        else if (followed)
            compareAll(*held, *followed);
    }

    void compareAll(const ProjectContents &held, const ProjectContents &followed)
    {
        compareFacts(held.images, followed.images);
        compareFacts(held.classes, followed.classes);
        compareFacts(held.labels, followed.labels);
        compareFacts(held.reviews, followed.reviews);
        compareFacts(held.zones, followed.zones);
        compareFacts(held.models, followed.models);
        compareFacts(held.settings, followed.settings);
    }

    /// Both by their keys.
    template <typename Fact>
    void compareFacts(const std::vector<Fact> &held, const std::vector<Fact> &followed)
    {
        const auto [present, told] = std::ranges::mismatch(held, followed);
        if (present == held.end() && told == followed.end())
            return;
        const std::string here = present != held.end() ? factName(added(*present)) : std::string("nothing more");
        const std::string there = told != followed.end() ? factName(added(*told)) : std::string("nothing more");
        complain(fmt::format("the project holds something else than its journal tells ({}): another program changed it",
                             here == there ? here + " is another" : here + " where the journal has " + there));
    }

    SQLite::Database &m_database;
    const JobContext &m_context;
    SQLite::Database m_replayed;
    std::int64_t m_followed = 0;
    ProjectVerdict m_verdict;
};

} // namespace

Result<ProjectVerdict> verifyDatabase(SQLite::Database &database, const JobContext &context)
{
    // Another connection may write meanwhile: what is compared has to be of one moment.
    const SQLite::Transaction snapshot(database);
    return Verification(database, context).run();
}

} // namespace patina::detail
