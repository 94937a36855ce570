#pragma once

#include "core/evaluation/kept_figures.h"
#include "core/evaluation/project_evaluation.h"

#include <string>
#include <vector>

namespace patina {

/// The figures of a project's images while they are brought to what is said of them now: images that are as they were
/// stay, others are taken out or put in, each in its place. What comes out is the same to the last bit as if all were
/// evaluated anew.
class ProjectFigures
{
public:
    /// An image that is to count.
    struct Wanted
    {
        std::size_t image = 0; ///< into the project's images
        KeptFigures::Image is;
    };
    /// Makes what one image adds.
    using Evaluate = std::function<Result<EvaluatedImage>(std::size_t image, const PolicyEvaluation &figures)>;

    /// Goes on from what is kept, where it was made with these settings. \param settings all that the figures of an
    /// image depend on, but the image. \param request outlives it.
    ProjectFigures(const ProjectEvaluationRequest &request, PolicyEvaluation none, std::string settings);
    ProjectFigures(const ProjectFigures &) = delete;
    ProjectFigures &operator=(const ProjectFigures &) = delete;
    /// What there is goes back to be kept.
    ~ProjectFigures();

    /// Stage "evaluate" (images). An image that cannot be evaluated is named in skipped().
    /// Errors: Cancelled: some are in, others not; the next one goes on.
    Result<void> bringTo(const std::vector<Wanted> &wanted, const Evaluate &evaluate, const JobContext &context);

    Evaluation evaluation(std::size_t policy) const { return m_state.figures.evaluation(policy); }
    const std::vector<KeptFigures::Image> &images() const { return m_state.images; }
    std::vector<SkippedImage> takeSkipped() { return std::move(m_skipped); }

private:
    void takeOut(const std::vector<Wanted> &wanted);
    bool takeOut(std::size_t position);
    Result<bool> putIn(const Wanted &wanted, std::size_t position, const Evaluate &evaluate);

    const ProjectEvaluationRequest &m_request;
    PolicyEvaluation m_none; ///< to begin anew with
    KeptFigures::State m_state;
    std::vector<SkippedImage> m_skipped;
};

} // namespace patina
