#pragma once

#include <string>

namespace patina {

/// A measured rate, to two digits: "5.1 %", "0.34 %", "100 %".
std::string rateText(double rate);
/// One that somebody has given, as it was given: "1.25 %".
std::string boundText(double rate);

} // namespace patina
