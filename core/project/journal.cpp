#include "core/project/journal.h"

#include "core/base/printable.h"
#include "core/base/sha256.h"
#include "core/base/system.h"
#include "core/project/fact_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace patina {

using nlohmann::json;

std::string journalHash(const JournalEntry &entry)
{
    const std::string text = json{entry.previous, entry.number, entry.utc, entry.who, entry.action, entry.edits}.dump();
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

Result<JournalEntry> journalEntryFor(const Change &change, std::int64_t number, const std::string &who,
                                     const std::string &previous)
try {
    JournalEntry entry{number, utcNow(), who, change.action, editsToJson(change.edits).dump(), previous, {}};
    entry.sha256 = journalHash(entry);
    return entry;
} catch (const json::exception &) {
    return fail(ErrorCode::BadArgument,
                fmt::format("\"{}\" cannot be written down: a name in it is not UTF-8", printable(change.action)));
}

} // namespace patina
