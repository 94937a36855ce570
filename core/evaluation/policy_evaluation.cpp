#include "core/evaluation/policy_evaluation.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <exception>
#include <utility>

namespace patina {

namespace {

bool hasKind(const std::vector<LabelClass> &classes, ClassKind kind)
{
    return std::ranges::find(classes, kind, &LabelClass::kind) != classes.end();
}

/// All that a policy makes of a class.
std::pair<ClassRole, bool> treatment(const LabelClass &labelClass, const LabelPolicy &policy)
{
    return {roleOf(labelClass.kind, policy), isImpurity(labelClass.kind, policy)};
}

bool sameTreatment(const std::vector<LabelClass> &classes, const LabelPolicy &a, const LabelPolicy &b)
{
    return std::ranges::all_of(
        classes, [&](const LabelClass &labelClass) { return treatment(labelClass, a) == treatment(labelClass, b); });
}

/// The classes that say something of an image.
std::vector<LabelClass> classesOn(const ImageTruth &truth, const std::vector<LabelClass> &classes)
{
    std::vector<LabelClass> present;
    for (const LabelLayer &layer : truth.labels.layers)
        if (layer.classIndex >= 0 && layer.classIndex < std::ssize(classes))
            present.push_back(classes[static_cast<std::size_t>(layer.classIndex)]);
    for (const LabelClass &labelClass : classes)
        if (labelClass.name == truth.className)
            present.push_back(labelClass);
    return present;
}

} // namespace

std::vector<LabelPolicy> differingPolicies(const std::vector<LabelClass> &classes)
{
    std::vector<LabelPolicy> policies;
    for (const ImpurityPolicy impurity : {ImpurityPolicy::Normal, ImpurityPolicy::Defect, ImpurityPolicy::Ignored})
        for (const AmbiguousPolicy ambiguous :
             {AmbiguousPolicy::Ignored, AmbiguousPolicy::Defect, AmbiguousPolicy::Impurity}) {
            const bool impurityMatters = impurity == ImpurityPolicy::Normal || hasKind(classes, ClassKind::Impurity);
            const bool ambiguousMatters =
                ambiguous == AmbiguousPolicy::Ignored || hasKind(classes, ClassKind::Ambiguous);
            if (impurityMatters && ambiguousMatters)
                policies.push_back({impurity, ambiguous});
        }
    return policies;
}

std::vector<LabelPolicy> firstOf(const LabelPolicy &policy, const std::vector<LabelClass> &classes)
{
    std::vector<LabelPolicy> policies = differingPolicies(classes);
    std::erase_if(policies, [&](const LabelPolicy &one) { return sameTreatment(classes, one, policy); });
    policies.insert(policies.begin(), policy);
    return policies;
}

int policyIndex(const std::vector<LabelPolicy> &policies, const LabelPolicy &policy,
                const std::vector<LabelClass> &classes)
{
    const auto same =
        std::ranges::find_if(policies, [&](const LabelPolicy &one) { return sameTreatment(classes, one, policy); });
    return same == policies.end() ? -1 : static_cast<int>(same - policies.begin());
}

std::vector<std::uint8_t> EvaluatedImage::encoded() const
{
    nlohmann::json blobs = nlohmann::json::array();
    for (const std::vector<std::uint8_t> &blob : figures)
        blobs.push_back(nlohmann::json::binary(blob));
    return nlohmann::json::to_cbor({{"ofPolicy", ofPolicy}, {"figures", std::move(blobs)}});
}

Result<EvaluatedImage> EvaluatedImage::decoded(std::span<const std::uint8_t> bytes)
{
    try {
        const auto json = nlohmann::json::from_cbor(bytes.begin(), bytes.end());
        EvaluatedImage image;
        json.at("ofPolicy").get_to(image.ofPolicy);
        for (const auto &blob : json.at("figures"))
            image.figures.push_back(blob.get_binary());
        for (const std::int64_t index : image.ofPolicy)
            if (index < 0 || index >= std::ssize(image.figures))
                return fail(ErrorCode::BadFormat, fmt::format("figures number {} are none", index));
        return image;
    } catch (const std::exception &error) {
        return fail(ErrorCode::BadFormat, fmt::format("an evaluated image cannot be read: {}", error.what()));
    }
}

Result<PolicyEvaluation> PolicyEvaluation::create(std::vector<LabelClass> classes, std::vector<LabelPolicy> policies,
                                                  EvaluationSettings settings)
{
    PolicyEvaluation made;
    made.m_classes = std::move(classes);
    made.m_policies = std::move(policies);
    made.m_settings = std::move(settings);
    for (std::size_t i = 0; i < made.m_policies.size(); ++i) {
        auto evaluator = Evaluator::create(made.m_classes, made.settingsFor(i));
        if (!evaluator)
            return failFrom(std::move(evaluator));
        made.m_evaluators.push_back(std::move(*evaluator));
    }
    return made;
}

PolicyEvaluation PolicyEvaluation::emptied() const
{
    return create(m_classes, m_policies, m_settings).value(); // made once, it can be made again
}

EvaluationSettings PolicyEvaluation::settingsFor(std::size_t policy) const
{
    EvaluationSettings settings = m_settings;
    settings.policy = m_policies[policy];
    return settings;
}

Result<EvaluatedImage> PolicyEvaluation::evaluated(const ImageTruth &truth, const RenderMap &render) const
{
    const std::vector<LabelClass> present = classesOn(truth, m_classes);
    EvaluatedImage image;
    std::vector<std::size_t> first; // policy of each evaluator
    std::vector<Evaluator> evaluators;
    for (std::size_t i = 0; i < m_policies.size(); ++i) {
        const auto same = std::ranges::find_if(
            first, [&](std::size_t one) { return sameTreatment(present, m_policies[one], m_policies[i]); });
        image.ofPolicy.push_back(same - first.begin());
        if (same != first.end())
            continue;
        first.push_back(i);
        auto evaluator = Evaluator::create(m_classes, settingsFor(i));
        if (!evaluator)
            return failFrom(std::move(evaluator));
        evaluators.push_back(std::move(*evaluator));
    }
    for (Evaluator &evaluator : evaluators)
        if (auto begun = evaluator.beginImage(truth); !begun)
            return failFrom(std::move(begun));
    const auto score = render([&](int firstRow, const cv::Mat &rows) -> Result<void> {
        for (Evaluator &evaluator : evaluators)
            if (auto added = evaluator.addRows(firstRow, rows); !added)
                return added;
        return {};
    });
    if (!score)
        return tl::unexpected(score.error());
    for (Evaluator &evaluator : evaluators) {
        if (auto ended = evaluator.endImage(*score); !ended)
            return failFrom(std::move(ended));
        image.figures.push_back(evaluator.encoded());
    }
    return image;
}

Result<std::vector<Evaluator::Part>> PolicyEvaluation::partsOf(const EvaluatedImage &image) const
{
    if (image.ofPolicy.size() != m_policies.size())
        return fail(ErrorCode::BadFormat, fmt::format("an image evaluated under {} policies, not {}",
                                                      image.ofPolicy.size(), m_policies.size()));
    std::vector<Evaluator::Part> figures;
    for (const std::vector<std::uint8_t> &blob : image.figures) {
        auto part = m_evaluators.front().decoded(blob);
        if (!part)
            return failFrom(std::move(part));
        if (part->images() != 1)
            return fail(ErrorCode::BadFormat, fmt::format("figures of {} images, not of one", part->images()));
        figures.push_back(std::move(*part));
    }
    std::vector<Evaluator::Part> parts;
    for (const std::int64_t index : image.ofPolicy) {
        if (index < 0 || index >= std::ssize(figures))
            return fail(ErrorCode::BadFormat, fmt::format("figures number {} are none", index));
        parts.push_back(figures[static_cast<std::size_t>(index)]);
    }
    return parts;
}

Result<void> PolicyEvaluation::insert(const EvaluatedImage &image, std::size_t position)
{
    return partsOf(image).map([&](const std::vector<Evaluator::Part> &parts) {
        for (std::size_t i = 0; i < parts.size(); ++i)
            m_evaluators[i].insert(parts[i], position);
    });
}

Result<void> PolicyEvaluation::remove(const EvaluatedImage &image, std::size_t position)
{
    return partsOf(image).and_then([&](const std::vector<Evaluator::Part> &parts) -> Result<void> {
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (!m_evaluators[i].holds(parts[i], position))
                return fail(ErrorCode::BadFormat, fmt::format("image number {} is another one", position));
        for (std::size_t i = 0; i < parts.size(); ++i)
            m_evaluators[i].remove(parts[i], position);
        return {};
    });
}

} // namespace patina
