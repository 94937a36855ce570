#include "ui/text/text.h"

#include "ui/text/window_words.h"

#include <QLocale>

#include <cmath>

namespace patina {

namespace {

QString withoutFullStop(QString text)
{
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    return text;
}

} // namespace

QString Text::error(const Error &error)
{
    const QString detail = withoutFullStop(QString::fromStdString(error.detail));
    switch (error.code) {
    case ErrorCode::NotFound:
        return tr("Not found: %1.").arg(detail);
    case ErrorCode::Unreadable:
        return tr("Cannot be read: %1.").arg(detail);
    case ErrorCode::BadFormat:
        return tr("Damaged, or not of the expected format: %1.").arg(detail);
    case ErrorCode::Unsupported:
        return tr("Not supported: %1.").arg(detail);
    case ErrorCode::BadArgument:
        return tr("Value not allowed: %1.").arg(detail);
    case ErrorCode::ShapeMismatch:
        return tr("Sizes do not match: %1.").arg(detail);
    case ErrorCode::VersionMismatch:
        return tr("Written by another version: %1.").arg(detail);
    case ErrorCode::Corrupt:
        return tr("Contents do not match their checksum: %1.").arg(detail);
    case ErrorCode::TooLarge:
        return tr("Too large: %1.").arg(detail);
    case ErrorCode::OutOfMemory:
        return tr("Not enough memory: %1.").arg(detail);
    case ErrorCode::WriteFailed:
        return tr("Cannot be written: %1.").arg(detail);
    case ErrorCode::Cancelled:
        return tr("Cancelled.");
    case ErrorCode::Internal:
        break;
    }
    return tr("Unexpected failure: %1.").arg(detail);
}

QString Text::windowError(const Error &error)
{
    return windowWords(Text::error(error));
}

QString Text::stage(const QString &stage)
{
    if (stage == QLatin1String("list"))
        return tr("Listing images");
    if (stage == QLatin1String("model"))
        return tr("Opening the model");
    if (stage == QLatin1String("load"))
        return tr("Loading the image");
    if (stage == QLatin1String("score"))
        return tr("Scoring");
    if (stage == QLatin1String("features"))
        return tr("Computing features");
    if (stage == QLatin1String("memory"))
        return tr("Measuring memory");
    if (stage == QLatin1String("coreset"))
        return tr("Selecting the bank");
    if (stage == QLatin1String("support"))
        return tr("Counting support");
    if (stage == QLatin1String("coverage"))
        return tr("Measuring the covering radius");
    if (stage == QLatin1String("calibrate"))
        return tr("Making the score scale");
    if (stage == QLatin1String("verify"))
        return tr("Verifying");
    if (stage == QLatin1String("write"))
        return tr("Writing");
    if (stage == QLatin1String("synthesis"))
        return tr("Making images");
    if (stage == QLatin1String("validation") || stage == QLatin1String("evaluate"))
        return tr("Evaluating");
    if (stage == QLatin1String("study"))
        return tr("Training and testing arms");
    if (stage == QLatin1String("resample"))
        return tr("Finding out how far chance reaches");
    return stage;
}

QString Text::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return tr("OK");
    case Verdict::Review:
        return tr("Review");
    case Verdict::Ng:
        return tr("NG");
    }
    return {};
}

QString Text::className(const std::string &name)
{
    if (name == "good")
        return tr("false alarm");
    if (name == "harmless")
        return tr("harmless");
    if (name == "ambiguous")
        return tr("ambiguous");
    return QString::fromStdString(name);
}

QString Text::score(double score)
{
    return QLocale().toString(score, 'f', 2);
}

QString Text::remaining(qint64 ms)
{
    const auto seconds = static_cast<int>((ms + 999) / 1000);
    if (seconds < 60)
        return tr("about %n s left", nullptr, seconds);
    const int minutes = (seconds + 30) / 60;
    if (minutes < 90)
        return tr("about %n min left", nullptr, minutes);
    return tr("about %n h left", nullptr, (minutes + 30) / 60);
}

QString Text::mebibytes(qint64 bytes)
{
    constexpr qint64 mebibyte = qint64{1} << 20;
    return tr("%1 MiB").arg(QLocale().toString((bytes + mebibyte - 1) / mebibyte));
}

QString Text::cursor(const CursorInfo &info)
{
    const QLocale locale;
    QStringList parts{tr("x %1, y %2").arg(locale.toString(info.pixel.x()), locale.toString(info.pixel.y()))};
    if (info.mmPerPixel)
        parts << tr("%1 mm, %2 mm")
                     .arg(millimetres(info.pixel.x() * *info.mmPerPixel),
                          millimetres(info.pixel.y() * *info.mmPerPixel));
    if (info.value) {
        QStringList values;
        for (std::size_t c = 0; c < static_cast<std::size_t>(info.value->channels); ++c)
            values << locale.toString(info.value->values[c]);
        parts << (values.size() > 1 ? tr("RGB %1").arg(values.join(QLatin1Char(' ')))
                                    : tr("Grey %1").arg(values.first()));
    }
    if (info.score)
        parts << tr("Score %1").arg(score(static_cast<double>(*info.score)));
    return parts.join(QStringLiteral("   "));
}

QString Text::millimetres(double mm)
{
    return QLocale().toString(mm, 'f', std::abs(mm) < 10.0 ? 3 : 2);
}

QString Text::zoom(double scale)
{
    return tr("%1 %").arg(QLocale().toString(scale * 100.0, 'f', scale < 0.1 ? 1 : 0));
}

} // namespace patina
