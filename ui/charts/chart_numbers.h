#pragma once

#include "ui/charts/chart_data.h"

#include <QCoreApplication>
#include <QLocale>

namespace patina {

/// Numbers of charts in the user's form.
class ChartNumbers
{
    Q_DECLARE_TR_FUNCTIONS(ChartNumbers)
public:
    /// With as many decimals as values in multiples of the step need.
    static QString atStep(double value, double step, ChartUnit unit, const QLocale &locale);
    /// With about four digits.
    static QString read(double value, ChartUnit unit, const QLocale &locale);
};

} // namespace patina
