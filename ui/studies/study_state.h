#pragma once

#include "ui/studies/study_engine.h"

#include <QString>

#include <array>
#include <optional>

namespace patina {

/// What few studies need.
struct StudyExtras
{
    QString recipe;
    int keepShare = 0; ///< of synthetic rows, per cent; 0: they compete with new ones
    double scale = 1.0;
    int firstSeed = 0;
    QString cache;

    bool operator==(const StudyExtras &) const = default;
};

/// What stands in the fields of the page: kept when it is closed.
struct StudyState
{
    StudyKind kind = StudyKind::CleanStained;
    std::array<QString, 2> folders; ///< empty: the open one, where a study takes it
    std::array<QString, 2> groups;
    QString backbone;
    int bankSize = 2000;
    QString realImages = QStringLiteral("1, 2, 5, 10, 20, 0");
    QString bankSizes = QStringLiteral("500, 1000, 2000, 4000, 8000");
    int mostImages = 0; ///< 0: all
    int seeds = 5;
    QString out;
    StudyExtras extras{};

    bool operator==(const StudyState &) const = default;
};

/// Where the page keeps them: beside the settings file.
QString studyStateFile();
/// Of an earlier session; a value that is missing or damaged becomes the usual one.
StudyState loadStudyState(const QString &file);
void saveStudyState(const StudyState &state, const QString &file);

/// Whole numbers with commas or spaces between them. \returns none where one of them is no number, or outside of
/// least..most, or where there is none. A number that is there twice counts once.
std::optional<std::vector<std::int64_t>> studyNumbers(const QString &text, std::int64_t least, std::int64_t most);

} // namespace patina
