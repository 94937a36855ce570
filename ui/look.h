#pragma once

#include "core/scoring/score_map.h"
#include "ui/settings/settings.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace patina {

/// Spacing grid of all layouts, in logical pixels.
inline constexpr int kGrid = 8;

/// Sets style, palette and accent colour of the application.
void applyTheme(Theme theme);

bool isDark(const QPalette &palette);
/// Text of lesser weight.
QColor mutedText(const QPalette &palette);
/// Told apart by the colour-blind too; never the only sign: the verdict's name or symbol stands beside it.
QColor verdictColour(Verdict verdict, const QPalette &palette);
QColor failureColour(const QPalette &palette);

/// An icon of resources/icons by name, drawn in the text colour of the current theme, at any size.
QIcon themedIcon(const QString &name);

} // namespace patina
