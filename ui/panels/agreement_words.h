#pragma once

#include "core/project/agreement.h"

#include <QCoreApplication>
#include <QString>

namespace patina {

/// Sentences on how far readers agree.
class AgreementWords
{
    Q_DECLARE_TR_FUNCTIONS(AgreementWords)
public:
    /// How many regions, and both kappas, a line each.
    static QString summary(const Agreement &agreement);
    /// "0.71 (95 %: 0.52 to 0.90). 35 of 42 agree.", or why there is none.
    static QString kappa(const Kappa &kappa, const ConfusionTable &table);
};

} // namespace patina
