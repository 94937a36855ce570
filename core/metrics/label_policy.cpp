#include "core/metrics/label_policy.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace patina {
namespace {

template <typename Value, std::size_t N>
using Names = std::array<std::pair<std::string_view, Value>, N>;

constexpr Names<ImpurityPolicy, 3> impurityNames{
    {{"normal", ImpurityPolicy::Normal}, {"defect", ImpurityPolicy::Defect}, {"ignored", ImpurityPolicy::Ignored}}};
constexpr Names<AmbiguousPolicy, 3> ambiguousNames{{{"ignored", AmbiguousPolicy::Ignored},
                                                    {"defect", AmbiguousPolicy::Defect},
                                                    {"impurity", AmbiguousPolicy::Impurity}}};

template <typename Value, std::size_t N>
Result<void> assign(const Names<Value, N> &names, std::string_view key, std::string_view text, Value &value)
{
    std::string known;
    for (const auto &[name, meaning] : names) {
        if (text == name) {
            value = meaning;
            return {};
        }
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    return fail(ErrorCode::BadArgument, fmt::format("labelling policy: {}={} is not one of {}", key, text, known));
}

template <typename Value, std::size_t N>
std::string_view nameOf(const Names<Value, N> &names, Value value)
{
    for (const auto &[name, meaning] : names)
        if (meaning == value)
            return name;
    return {};
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

} // namespace

ClassRole roleOf(ClassKind kind, const LabelPolicy &policy)
{
    if (kind == ClassKind::Defect)
        return ClassRole::Defect;
    if (kind == ClassKind::Ambiguous && policy.ambiguous != AmbiguousPolicy::Impurity)
        return policy.ambiguous == AmbiguousPolicy::Defect ? ClassRole::Defect : ClassRole::Ignored;
    switch (policy.impurity) {
    case ImpurityPolicy::Normal:
        return ClassRole::Harmless;
    case ImpurityPolicy::Defect:
        return ClassRole::Defect;
    case ImpurityPolicy::Ignored:
        break;
    }
    return ClassRole::Ignored;
}

bool isImpurity(ClassKind kind, const LabelPolicy &policy)
{
    return kind == ClassKind::Impurity ||
           (kind == ClassKind::Ambiguous && policy.ambiguous == AmbiguousPolicy::Impurity);
}

Result<LabelPolicy> parseLabelPolicy(std::string_view text)
{
    LabelPolicy policy;
    bool impuritySeen = false;
    bool ambiguousSeen = false;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const std::string_view part = trimmed(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
        const auto equals = part.find('=');
        const std::string_view key = trimmed(part.substr(0, equals));
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view{} : trimmed(part.substr(equals + 1));
        if (key != "impurity" && key != "ambiguous")
            return fail(ErrorCode::BadArgument,
                        fmt::format("labelling policy: '{}' is not impurity=... or ambiguous=...", part));
        bool &seen = key == "impurity" ? impuritySeen : ambiguousSeen;
        if (std::exchange(seen, true))
            return fail(ErrorCode::BadArgument, fmt::format("labelling policy: {} is given twice", key));
        auto assigned = key == "impurity" ? assign(impurityNames, key, value, policy.impurity)
                                          : assign(ambiguousNames, key, value, policy.ambiguous);
        if (!assigned)
            return failFrom(std::move(assigned));
    }
    return policy;
}

std::string labelPolicyText(const LabelPolicy &policy)
{
    return fmt::format("impurity={},ambiguous={}", nameOf(impurityNames, policy.impurity),
                       nameOf(ambiguousNames, policy.ambiguous));
}

} // namespace patina
