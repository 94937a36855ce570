#pragma once

#include "core/report/chart.h"

#include <string>
#include <utility>

namespace patina {

/// An axis of shares, from 0 to 100 %.
inline PlotAxis shareAxis(std::string label)
{
    return {std::move(label), AxisNumbers::Percent, std::pair{0.0, 1.0}};
}

} // namespace patina
