#include "ui/text/short_name.h"

#include <algorithm>

namespace patina {

namespace {

constexpr qsizetype kLettersKept = 2; // before what differs: the eye finds its place
constexpr QChar kDots(0x2026);

} // namespace

qsizetype commonStart(const QString &one, const QString &other)
{
    const auto ends = std::ranges::mismatch(one, other);
    auto common = ends.in1 - one.begin();
    if (common > 0 && one[common - 1].isHighSurrogate())
        --common;
    return common;
}

QString shortName(const QString &name, qsizetype common, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(name) <= width)
        return name;
    qsizetype from = std::clamp(common - kLettersKept, qsizetype{0}, name.size());
    if (from > 0 && from < name.size() && name[from].isLowSurrogate())
        ++from;
    // What differs comes first then; it is not what may be left out.
    return from > 1 ? metrics.elidedText(kDots + name.mid(from), Qt::ElideRight, width)
                    : metrics.elidedText(name, Qt::ElideMiddle, width);
}

} // namespace patina
