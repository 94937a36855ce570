#include "ui/charts/chart_ticker.h"

#include "ui/charts/chart_numbers.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

class ChartTicker : public QCPAxisTicker
{
public:
    ChartTicker(const ChartAxis &axis, QLocale locale) : m_axis(axis), m_locale(std::move(locale)) {}

protected:
    double getTickStep(const QCPRange &range) override
    {
        const double step = QCPAxisTicker::getTickStep(range);
        m_step = m_axis.unit == ChartUnit::Count ? std::max(1.0, std::ceil(step)) : step;
        return m_step;
    }
    QVector<double> createSubTickVector(int, const QVector<double> &ticks) override
    {
        QVector<double> between;
        if (m_powers && m_stride == 1 && !ticks.isEmpty())
            for (double power = std::floor(std::log10(ticks.first()));
                 power <= std::ceil(std::log10(ticks.last())) + 1.0; ++power)
                for (int factor = 2; factor < 10; ++factor)
                    between << factor * std::pow(10.0, power - 1.0);
        return between;
    }
    QVector<double> createTickVector(double step, const QCPRange &range) override
    {
        m_powers = m_axis.log && range.lower > 0.0 && range.upper / range.lower > 8.0;
        return m_powers ? powers(range) : QCPAxisTicker::createTickVector(step, range);
    }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        return ChartNumbers::atStep(tick, m_powers ? tick : m_step, m_axis.unit, m_locale);
    }

private:
    QVector<double> powers(const QCPRange &range)
    {
        const double decades = std::log10(range.upper / range.lower);
        const int most = std::max(2, tickCount());
        m_stride = std::max(1, static_cast<int>(std::ceil(decades / most)));
        const bool between = decades * 3.0 <= most + 1.0;
        QVector<double> ticks;
        const double first = std::floor(std::log10(range.lower));
        for (double power = first - std::fmod(first, m_stride); power <= std::log10(range.upper); power += m_stride)
            for (const double factor : {1.0, 2.0, 5.0})
                if (const double tick = factor * std::pow(10.0, power);
                    (factor == 1.0 || between) && (m_axis.unit != ChartUnit::Count || tick >= 1.0))
                    ticks << tick;
        return ticks;
    }

    ChartAxis m_axis;
    QLocale m_locale;
    double m_step = 1.0;
    bool m_powers = false;
    int m_stride = 1;
};

} // namespace

QSharedPointer<QCPAxisTicker> createTicker(const ChartAxis &axis, const QLocale &locale)
{
    return QSharedPointer<ChartTicker>::create(axis, locale);
}

} // namespace patina
