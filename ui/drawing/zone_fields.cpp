#include "ui/drawing/zone_fields.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QLocale>

namespace patina {

namespace {

constexpr double kFirstFactor = 0.8; // a zone is marked, most often, because less is allowed there

} // namespace

QString zoneKindText(ZoneKind kind)
{
    switch (kind) {
    case ZoneKind::Roi:
        return QCoreApplication::translate("Zone", "Region of interest");
    case ZoneKind::Ignore:
        return QCoreApplication::translate("Zone", "Zone to ignore");
    case ZoneKind::Thresholds:
        return QCoreApplication::translate("Zone", "Zone with its own thresholds");
    }
    return {};
}

QDoubleSpinBox *makeFactorBox(QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setDecimals(2);
    box->setRange(leastThresholdFactor, mostThresholdFactor);
    box->setSingleStep(0.05);
    box->setValue(kFirstFactor);
    box->setKeyboardTracking(false);
    retranslateFactorBox(box);
    return box;
}

void retranslateFactorBox(QDoubleSpinBox *box)
{
    box->setLocale(QLocale());
    box->setPrefix(QCoreApplication::translate("Zone", "\u00d7 "));
    box->setAccessibleName(
        QCoreApplication::translate("Zone", "Thresholds of the zone, as a multiple of those of the image"));
    box->setToolTip(QCoreApplication::translate(
        "Zone", "How many times as high both thresholds are in the zone: below 1 less is allowed there, above 1 more"));
}

} // namespace patina
