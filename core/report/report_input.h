#pragma once

#include "core/dataset/dataset.h"
#include "core/metrics/evaluation.h"
#include "core/pipeline/model.h"
#include "core/project/agreement.h"
#include "core/project/journal.h"
#include "core/report/report_document.h"
#include "core/thresholds/image_parts.h"
#include "core/thresholds/threshold_choice.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// SHA-256 over what an evaluation read, see inputsDigest().
struct InputsDigest
{
    std::string sha256;
    std::int64_t images = 0;
    std::int64_t labels = 0; ///< mask files, or labels of a project
    bool operator==(const InputsDigest &) const = default;
};

/// What was evaluated on.
struct ReportData
{
    struct Count
    {
        std::string split;
        std::string className;
        std::string kind; ///< "good", "defect", "impurity", "ambiguous"
        std::int64_t images = 0;
        std::int64_t groups = 0;
    };
    std::string name; ///< last part of the path
    std::string root; ///< as it was given
    std::string layout;
    std::vector<Count> counts;
    std::int64_t groups = 0; ///< of the test images; as many as images: no groups are known
    std::int64_t testImages = 0;
    std::int64_t skipped = 0;   ///< test images that could not be used
    std::int64_t trainedOn = 0; ///< images left out because the model was made from them, or from copies of them
    std::int64_t copies = 0;    ///< of these the ones that are known by their content alone
    std::int64_t notKnown = 0;  ///< of a project: images that nobody has judged
    std::optional<double> mmPerPixel;
    InputsDigest inputs;
};

/// Where the two thresholds come from.
struct ReportThresholds
{
    std::string how;     ///< "the 0.95 quantile of 10 held-out good images is 1.00; ..."
    std::string source;  ///< "calibration of the model", "given for this evaluation", "a setting of the project"
    std::string whyNone; ///< the figures at them have no meaning; empty: they have
    std::vector<std::string> zones{}; ///< of a project, a line each: where other thresholds hold, or none
};

/// How a rule has chosen the thresholds, counted on the part that it chose on and on the part that is quoted.
struct ReportRule
{
    ThresholdRequest request;
    ThresholdChoice choice; ///< with thresholds
    PartsNote parts;
};

/// Figures of the same images under another policy.
struct PolicyFigures
{
    LabelPolicy policy;
    std::vector<NamedFigure> figures; ///< as selectedFigures() gives them
};

/// How often something was done in a project.
struct JournalDigest
{
    struct Action
    {
        std::string action;
        std::int64_t entries = 0;
        bool operator==(const Action &) const = default;
    };
    std::vector<Action> actions; ///< the most frequent first, then by name
    std::string firstUtc;
    std::string lastUtc;
    std::vector<JournalLine> last; ///< the newest last
};

/// What a project adds; the command line's `report MODEL DIR` has none.
struct ReportProject
{
    std::string name;
    std::string file;
    std::string head; ///< hash of the journal's last entry; empty: the journal is empty
    std::int64_t entries = 0;
    std::vector<std::string> readers;
    std::vector<Agreement> agreement; ///< of every pair that was compared
    std::string whyNoAgreement;       ///< one sentence, where there is none
    JournalDigest journal;
};

/// Everything a report says, as values. Pictures and digests are made beforehand (collect_report.h), so that the window
/// can make the report of a project from what it holds.
struct ReportInput
{
    std::string title;   ///< empty: "Inspection audit"
    std::string dateUtc; ///< of the report, ISO 8601
    std::string program; ///< "Patina 0.1.0"
    std::string command; ///< that computes the figures again; empty: none
    std::string modelName;
    ModelInfo model; ///< with its hash
    ReportData data;
    Evaluation evaluation;
    ReportThresholds thresholds;
    std::optional<ReportRule> rule{};     ///< none: no rule has chosen them for this report
    std::vector<PolicyFigures> policies;  ///< others than that of the evaluation
    std::vector<ReportPicture> escapes;   ///< defects with the lowest peak first
    std::vector<ReportPicture> overkills; ///< good images with the highest peak first
    std::optional<ReportProject> project;
};

/// The figures of the table of policies: image AUROC, pixel AUROC, AUPRO, recall, overkill, at both thresholds.
std::vector<NamedFigure> selectedFigures(const Evaluation &evaluation);

/// Counted over all lines. \param lines of the journal, in order. \param last how many of them are shown.
JournalDigest journalDigest(const std::vector<JournalLine> &lines, std::size_t last = 12);

} // namespace patina
