#pragma once

#include "core/metrics/figure.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace patina {

/// Foreign text (names of classes, files, readers) made fit to be shown: valid UTF-8, every byte that is none, every
/// control character and every character that turns the direction of writing as U+FFFD. So no name can rearrange what
/// stands beside it.
std::string shownText(std::string_view foreign);

/// shownText() for HTML and SVG, in text and in attributes of either quote.
std::string markupText(std::string_view foreign);

/// "98.3 %"; "-" for a figure that is absent.
std::string percentText(const Figure &figure);
std::string numberText(const Figure &figure, int digits = 3);
/// "96.1 to 99.4 %"; "-" where either end is absent.
std::string percentRangeText(const Figure &low, const Figure &high);
std::string rangeText(const Figure &low, const Figure &high);
/// 1234567 as "1,234,567".
std::string countText(std::int64_t count);
/// "1 image", "3 images": `one` with an s.
std::string countedText(std::int64_t count, std::string_view one);

} // namespace patina
