#pragma once

#include "core/pipeline/model.h"

#include <QCoreApplication>
#include <QString>

#include <string>

namespace patina {

/// What a model says about itself, in the language and number format of the application.
class ModelWords
{
    Q_DECLARE_TR_FUNCTIONS(ModelWords)
public:
    /// How the rows of a version of a data set got into the bank: DatasetVersion::how.
    static QString origin(const std::string &how);
    /// A name from a file of a stranger: cut off where it is endless.
    static QString name(const std::string &name);
    /// Name of a version; of one without a name, that there is none.
    static QString version(const DatasetVersion &version);
    /// All of a model, the first ones where they are many.
    static QString versions(const ModelInfo &info);
    /// "2026-11-29T08:15:00Z" as it is read here, to the minute; empty for none.
    static QString time(const std::string &utc);
    /// The first letters of a SHA-256.
    static QString shortHash(const std::string &hash);
    /// "Reservoir, 10,000 rows asked for, seed 1"
    static QString selection(const ModelInfo &info);
    static QString thresholds(const ModelInfo &info);
    /// "480 x 200 px at 32, 64"
    static QString place(const cv::Rect &areaPx);
    static QString count(std::int64_t number);
    /// Of a part that is 0..1: "12.3 %".
    static QString share(double part);
};

} // namespace patina
