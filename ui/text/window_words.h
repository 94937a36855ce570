#pragma once

#include <QString>

namespace patina {

/// A sentence of core as the window says it: core names ways out by the options of the command line, the window by its
/// fields.
QString windowWords(QString sentence);

} // namespace patina
