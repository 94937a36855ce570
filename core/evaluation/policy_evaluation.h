#pragma once

#include "core/metrics/evaluator.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace patina {

/// The labelling policies whose figures can differ for classes of these kinds, the default one first: one without
/// impurities and ambiguous classes, nine with both.
std::vector<LabelPolicy> differingPolicies(const std::vector<LabelClass> &classes);

/// The same with `policy` in front, in place of the one that is no other.
std::vector<LabelPolicy> firstOf(const LabelPolicy &policy, const std::vector<LabelClass> &classes);

/// Which of `policies` gives these classes the roles that `policy` gives them. \returns -1: none.
int policyIndex(const std::vector<LabelPolicy> &policies, const LabelPolicy &policy,
                const std::vector<LabelClass> &classes);

/// What one image adds to the figures under each of several policies.
struct EvaluatedImage
{
    std::vector<std::int64_t> ofPolicy;             ///< per policy: into figures
    std::vector<std::vector<std::uint8_t>> figures; ///< Evaluator::encoded(), each of them another
    bool operator==(const EvaluatedImage &) const = default;

    std::vector<std::uint8_t> encoded() const;
    /// Errors: BadFormat.
    static Result<EvaluatedImage> decoded(std::span<const std::uint8_t> bytes);
};

/// The figures of the same images under several labelling policies, from one pass over each map. An image is evaluated
/// once for all policies that make no difference to its labels.
class PolicyEvaluation
{
public:
    /// Makes the rows of a map, from the top, and \returns the image score.
    using RenderMap = std::function<Result<double>(const std::function<Result<void>(int, const cv::Mat &)> &sink)>;

    /// \param settings whose policy is not looked at. \param policies at least one.
    /// Errors: those of Evaluator::create.
    static Result<PolicyEvaluation> create(std::vector<LabelClass> classes, std::vector<LabelPolicy> policies,
                                           EvaluationSettings settings);

    /// One like it, without an image.
    PolicyEvaluation emptied() const;

    /// Adds nothing. Errors: those of the evaluator and of `render`.
    Result<EvaluatedImage> evaluated(const ImageTruth &truth, const RenderMap &render) const;
    /// All of it or, after an error, nothing. Errors: BadFormat (damaged, or of other classes, policies or thresholds).
    Result<void> add(const EvaluatedImage &image) { return insert(image, imageCount()); }
    /// The same as the image number `position` of those so far.
    Result<void> insert(const EvaluatedImage &image, std::size_t position);
    /// Takes the image out that was inserted, which stands at `position`: all figures are as if it had never been
    /// there, to the last bit. After an error they are as they were. Errors: BadFormat (as of insert(), or it is
    /// another image).
    Result<void> remove(const EvaluatedImage &image, std::size_t position);
    std::size_t imageCount() const { return m_evaluators.empty() ? 0 : m_evaluators.front().imageCount(); }

    const std::vector<LabelPolicy> &policies() const { return m_policies; }
    const std::vector<LabelClass> &classes() const { return m_classes; }
    const EvaluationSettings &settings() const { return m_settings; } ///< whose policy says nothing
    /// Of all images so far. \param policy into policies().
    Evaluation evaluation(std::size_t policy) const { return m_evaluators[policy].evaluate(); }

private:
    PolicyEvaluation() = default;
    EvaluationSettings settingsFor(std::size_t policy) const;
    /// One for each policy.
    Result<std::vector<Evaluator::Part>> partsOf(const EvaluatedImage &image) const;

    std::vector<LabelClass> m_classes;
    std::vector<LabelPolicy> m_policies;
    EvaluationSettings m_settings;
    std::vector<Evaluator> m_evaluators; ///< one for each policy
};

} // namespace patina
