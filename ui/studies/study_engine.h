#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/studies/study_plan.h"
#include "core/studies/study_table.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// The questions that a study answers, in the order of the page.
enum class StudyKind { CleanStained, Transfer, MadeLike, Policy, BankSize, ImageOrder };
inline constexpr int kStudyKinds = 6;
/// As core and the command line name them.
inline constexpr std::array<const char *, kStudyKinds> kStudyKindNames{"clean-stained", "transfer",  "made-like",
                                                                       "policy",        "bank-size", "image-order"};

// What the fields may be, as on the command line.
inline constexpr int kMostStudySeeds = 1000;
inline constexpr int kMostStudyImages = 1'000'000;
inline constexpr int kLargestFirstSeed = 1'000'000'000;
inline constexpr int kMostKeptPercent = 99;
inline constexpr double kLeastStudyScale = 0.01;

/// How many data sets it needs.
constexpr std::size_t foldersOf(StudyKind kind)
{
    return kind == StudyKind::CleanStained || kind == StudyKind::Transfer ? 2 : 1;
}
/// Which of them the open folder is where none is named.
constexpr std::size_t openFolderOf(StudyKind kind)
{
    return kind == StudyKind::Transfer ? 1 : 0;
}
constexpr bool hasRealImages(StudyKind kind)
{
    return kind == StudyKind::Transfer || kind == StudyKind::MadeLike;
}

/// Whether its arms lie along a line.
constexpr bool hasPlaces(StudyKind kind)
{
    return hasRealImages(kind) || kind == StudyKind::BankSize;
}

/// A data set, and what keeps its parts together.
struct StudySource
{
    std::filesystem::path folder;
    std::string groups; ///< a CSV file or a regular expression; empty: those of the data set

    bool operator==(const StudySource &) const = default;
};

/// What is to be run.
struct StudyOrder
{
    StudyKind kind = StudyKind::CleanStained;
    std::vector<StudySource> folders; ///< as many as foldersOf()
    std::filesystem::path out;        ///< folder; what is there of this study is not made again
    std::string backbone;
    StudySizes sizes;
    std::filesystem::path recipe; ///< of made parts: a specification; empty: the usual one, or none
    int seeds = 5;
    int firstSeed = 0;
    double scale = 1.0;                 ///< of the images
    std::filesystem::path featureCache; ///< empty: none
    int threads = 0;                    ///< 0: all cores
    std::string device = "cpu";
};

/// What it came to; the same is in its folder.
struct StudyOutcome
{
    StudyOrder order;
    std::vector<StudyArm> arms;           ///< as the rows of the table
    std::vector<StudyPlan::Place> places; ///< as arms, or empty
    StudyTable table;
    std::vector<std::int64_t> bankRows;    ///< as arms: of the run with the fewest
    std::optional<std::int64_t> equalRows; ///< where arms stand there twice, see withEqualBanks()
    std::int64_t sharedGroups = 0;         ///< of test parts that are trained on, too, see groupsOnBothSides()
    std::int64_t resumed = 0;              ///< runs that were there already
    bool impurities = false;               ///< the data sets have classes of them
    bool ambiguous = false;
};

/// What the page of studies asks of core. Stateless: may be called from several threads at once.
class StudyEngine
{
public:
    virtual ~StudyEngine() = default;

    /// Names of installed backbones. Errors: Unreadable.
    virtual Result<std::vector<std::string>> backbones(const JobContext &context) const = 0;
    /// Writes the report, too. Progress: stages "list", "study" (runs), "resample".
    /// Errors: those of openDataset(), assigning groups, runStudy() and writeStudy().
    virtual Result<StudyOutcome> run(const StudyOrder &order, const JobContext &context) const = 0;
    /// What a study of before came to. Errors: those of readStudy().
    virtual Result<StudyOutcome> read(const std::filesystem::path &folder, const JobContext &context) const = 0;
};

/// An engine of the window that studies, too, is one of these as well.
class StudyHost
{
public:
    virtual ~StudyHost() = default;
    virtual std::shared_ptr<const StudyEngine> studies() const = 0;
};

} // namespace patina
