#pragma once

#include <QFontMetrics>
#include <QString>

namespace patina {

/// How many letters two names have in common at their beginning.
qsizetype commonStart(const QString &one, const QString &other);

/// A name that fits: first what all names have in common at their beginning is left out, then the middle of the rest.
QString shortName(const QString &name, qsizetype common, const QFontMetrics &metrics, int width);

} // namespace patina
