#pragma once

#include "core/base/result.h"
#include "core/scoring/score_map.h"
#include "ui/canvas/cursor_info.h"

#include <QCoreApplication>
#include <QString>

#include <string>

namespace patina {

/// Sentences and numbers for the user, in the language and number format of the application.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
public:
    /// What went wrong, one sentence with the detail of the error and a full stop.
    static QString error(const Error &error);
    /// The same in the words of the window's fields, where core names options of the command line.
    static QString windowError(const Error &error);
    /// "Computing features", ... for Progress::stage; the stage itself where it is not known.
    static QString stage(const QString &stage);
    static QString verdict(Verdict verdict);
    /// As somebody reads it: "good" is a false alarm, "harmless" and "ambiguous" are words, others are names.
    static QString className(const std::string &name);
    /// Two decimals.
    static QString score(double score);
    /// "about 3 min left"
    static QString remaining(qint64 ms);
    /// "1,230 MiB"
    static QString mebibytes(qint64 bytes);
    static QString cursor(const CursorInfo &info);
    /// "1.234": microns below a centimetre.
    static QString millimetres(double mm);
    /// "150 %"
    static QString zoom(double scale);
};

} // namespace patina
