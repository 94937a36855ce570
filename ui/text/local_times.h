#pragma once

#include <QString>

namespace patina {

/// Times as core writes them, "2026-11-29T08:15:00Z", as they are read here.
QString withLocalTimes(QString text);

} // namespace patina
