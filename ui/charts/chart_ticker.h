#pragma once

#include "ui/charts/chart_data.h"

#include <QLocale>
#include <QSharedPointer>

class QCPAxisTicker;

namespace patina {

/// Ticks of an axis with numbers in the user's form: round steps, or powers of ten on a logarithmic axis, with 2 and 5
/// between them where there are few.
QSharedPointer<QCPAxisTicker> createTicker(const ChartAxis &axis, const QLocale &locale);

} // namespace patina
