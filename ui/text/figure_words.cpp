#include "ui/text/figure_words.h"

#include "ui/text/model_words.h"

#include <QLocale>
#include <QStringList>

namespace patina {

namespace {

QString noFigure()
{
    return QStringLiteral("\u2013");
}

QString percent(double share)
{
    return QLocale().toString(share * 100.0, 'f', 1);
}

} // namespace

QString FigureWords::share(const Figure &figure)
{
    return figure.value ? ModelWords::share(*figure.value) : noFigure();
}

QString FigureWords::number(const Figure &figure)
{
    return figure.value ? QLocale().toString(*figure.value, 'f', 3) : noFigure();
}

QString FigureWords::interval(const Figure &low, const Figure &high)
{
    return low.value && high.value ? tr("%1 to %2 %").arg(percent(*low.value), percent(*high.value)) : QString();
}

QString FigureWords::countOf(std::int64_t part, std::int64_t total)
{
    return tr("%1 of %2").arg(ModelWords::count(part), ModelWords::count(total));
}

QString FigureWords::difference(const Figure &figure, const Figure &from)
{
    if (!figure.value || !from.value || *figure.value == *from.value)
        return {};
    const double points = (*figure.value - *from.value) * 100.0;
    return (points > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(points, 'f', 1);
}

QString FigureWords::impurityPolicy(ImpurityPolicy policy)
{
    switch (policy) {
    case ImpurityPolicy::Defect:
        return tr("count as defects");
    case ImpurityPolicy::Ignored:
        return tr("are left out");
    default:
        return tr("are harmless");
    }
}

QString FigureWords::ambiguousPolicy(AmbiguousPolicy policy)
{
    switch (policy) {
    case AmbiguousPolicy::Defect:
        return tr("count as defects");
    case AmbiguousPolicy::Impurity:
        return tr("count as impurities");
    default:
        return tr("are left out");
    }
}

QString FigureWords::policy(const LabelPolicy &policy, bool impurities, bool ambiguous)
{
    QStringList parts;
    if (impurities)
        parts << tr("impurities %1").arg(impurityPolicy(policy.impurity));
    if (ambiguous)
        parts << tr("ambiguous regions %1").arg(ambiguousPolicy(policy.ambiguous));
    return parts.isEmpty() ? tr("defects only") : parts.join(QStringLiteral(", "));
}

} // namespace patina
