#include "core/project/sqlite_version.h"

#include <SQLiteCpp/Database.h>

namespace patina {

std::string sqliteVersion()
{
    return SQLite::getLibVersion();
}

} // namespace patina
