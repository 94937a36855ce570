#pragma once

#include "core/project/facts.h"

#include <QString>

class QDoubleSpinBox;
class QWidget;

namespace patina {

/// What a zone is, in words.
QString zoneKindText(ZoneKind kind);

/// How many times as high the thresholds of a zone are, in hundredths.
QDoubleSpinBox *makeFactorBox(QWidget *parent);
void retranslateFactorBox(QDoubleSpinBox *box);

} // namespace patina
