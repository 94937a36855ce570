#pragma once

#include "core/project/label_format.h"

#include <QCoreApplication>
#include <QString>

namespace patina {

/// What label formats are called, and what is to be known of them.
class LabelFormatText
{
    Q_DECLARE_TR_FUNCTIONS(LabelFormatText)
public:
    static QString name(LabelFormat format);
    /// One sentence on what is written.
    static QString hint(LabelFormat format);
    /// For file dialogs.
    static QString fileFilter(LabelFormat format);
};

} // namespace patina
