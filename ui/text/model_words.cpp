#include "ui/text/model_words.h"

#include "ui/text/text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace patina {

QString ModelWords::origin(const std::string &how)
{
    if (how == "training")
        return tr("training");
    if (how == "initial")
        return tr("taken over");
    return name(how);
}

QString ModelWords::name(const std::string &name)
{
    constexpr std::size_t most = 300; // bytes
    return name.size() <= most ? QString::fromStdString(name)
                               : QString::fromStdString(name.substr(0, most)) + QStringLiteral("...");
}

QString ModelWords::version(const DatasetVersion &version)
{
    return version.name.empty() ? tr("unnamed") : name(version.name);
}

QString ModelWords::versions(const ModelInfo &info)
{
    constexpr std::size_t most = 8;
    QStringList list;
    for (std::size_t i = 0; i < std::min(most, info.versions.size()); ++i)
        list << tr("%1 (%2)").arg(version(info.versions[i]), origin(info.versions[i].how));
    if (info.versions.size() > most)
        list << tr("%n more", nullptr, static_cast<int>(info.versions.size() - most));
    return list.join(QStringLiteral(", "));
}

QString ModelWords::time(const std::string &utc)
{
    const QDateTime time = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate).toLocalTime();
    return time.isValid() ? QLocale().toString(time, QLocale::ShortFormat) : QString::fromStdString(utc);
}

QString ModelWords::shortHash(const std::string &hash)
{
    constexpr std::size_t digits = 12;
    return QString::fromStdString(hash.substr(0, digits));
}

QString ModelWords::selection(const ModelInfo &info)
{
    return tr("%1, %2 rows asked for, seed %3")
        .arg(name(info.strategy), count(info.bankSize), QString::number(info.seed));
}

QString ModelWords::thresholds(const ModelInfo &info)
{
    return info.scoreScale.calibrated() ? tr("review %1, reject %2")
                                              .arg(Text::score(info.scoreScale.reviewThreshold()),
                                                   Text::score(info.scoreScale.rejectThreshold()))
                                        : tr("none");
}

QString ModelWords::place(const cv::Rect &areaPx)
{
    const QLocale locale;
    return tr("%1 x %2 px at %3, %4")
        .arg(locale.toString(areaPx.width), locale.toString(areaPx.height), locale.toString(areaPx.x),
             locale.toString(areaPx.y));
}

QString ModelWords::count(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

QString ModelWords::share(double part)
{
    return tr("%1 %").arg(QLocale().toString(100.0 * part, 'f', 1));
}

} // namespace patina
