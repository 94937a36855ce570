#pragma once

#include "core/base/result.h"
#include "core/project/change.h"

#include <cstdint>
#include <string>
#include <vector>

namespace patina {

/// One change as the journal keeps it: chained to the entry before by its hash, so that none can be altered, left out
/// or put in without every later hash being another.
struct JournalEntry
{
    std::int64_t number = 0; ///< from 1, without gaps
    std::string utc;
    std::string who;
    std::string action;
    std::string edits;    ///< JSON, as editsToJson() gives it
    std::string previous; ///< SHA-256 of the entry before; 64 zeros for the first
    std::string sha256;

    bool operator==(const JournalEntry &) const = default;
};

/// An entry without its edits, for lists: those of an import are megabytes.
struct JournalLine
{
    std::int64_t number = 0;
    std::string utc;
    std::string who;
    std::string action;
    std::string sha256;

    bool operator==(const JournalLine &) const = default;
};

/// Of the entry before the first.
inline const std::string journalStart(64, '0');

/// SHA-256 of the JSON list [previous, number, utc, who, action, edits], without spaces.
std::string journalHash(const JournalEntry &entry);

/// The next entry of a journal that ends with `previous`. Errors: BadArgument (a name that is not UTF-8).
Result<JournalEntry> journalEntryFor(const Change &change, std::int64_t number, const std::string &who,
                                     const std::string &previous);

} // namespace patina
