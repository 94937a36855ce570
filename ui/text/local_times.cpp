#include "ui/text/local_times.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace patina {

QString withLocalTimes(QString text)
{
    static const QRegularExpression stored(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    for (auto found = stored.match(text); found.hasMatch(); found = stored.match(text)) {
        const QDateTime time = QDateTime::fromString(found.captured(), Qt::ISODate);
        if (!time.isValid())
            break;
        text.replace(found.capturedStart(), found.capturedLength(),
                     QLocale().toString(time.toLocalTime(), QLocale::ShortFormat));
    }
    return text;
}

} // namespace patina
