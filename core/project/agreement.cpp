#include "core/project/agreement.h"

#include "core/dataset/class_name.h"
#include "core/dataset/csv.h"
#include "core/project/import_dataset.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace patina {

namespace {

constexpr int nothingKind = 3; ///< behind the kinds of classes

struct Overlap
{
    double shareOfUnion = 0.0;
    std::size_t first = 0;
    std::size_t second = 0;
};

using Labels = std::vector<const Label *>;

/// Labels of both readers on an image.
struct OnImage
{
    Labels first;
    Labels second;
};

std::optional<double> overlapOf(const Label &a, const Label &b)
{
    if (a.mask.size() != b.mask.size() || (a.mask.box() & b.mask.box()).empty())
        return std::nullopt;
    const std::int64_t shared = common(a.mask, b.mask).areaPx();
    const std::int64_t areaA = a.mask.areaPx();
    const std::int64_t areaB = b.mask.areaPx();
    if (shared == 0 || 2 * shared < std::min(areaA, areaB))
        return std::nullopt;
    return static_cast<double>(shared) / static_cast<double>(areaA + areaB - shared);
}

/// Errors: Cancelled.
Result<std::vector<Overlap>> overlapsOf(const OnImage &labels, const JobContext &context)
{
    std::vector<Overlap> overlaps;
    for (std::size_t i = 0; i < labels.first.size(); ++i) {
        if (context.cancelled())
            return cancelledError();
        for (std::size_t j = 0; j < labels.second.size(); ++j)
            if (const auto share = overlapOf(*labels.first[i], *labels.second[j]))
                overlaps.push_back({*share, i, j});
    }
    std::ranges::stable_sort(overlaps, std::greater{}, &Overlap::shareOfUnion);
    return overlaps;
}

RegionDecision decisionOf(const Label *first, const Label *second)
{
    const Label &shown = first != nullptr ? *first : *second;
    return {shown.image, shown.mask.box(), first != nullptr ? first->className : std::string(),
            second != nullptr ? second->className : std::string()};
}

Result<void> pairUp(const OnImage &labels, std::vector<RegionDecision> &decisions, const JobContext &context)
{
    const auto overlaps = overlapsOf(labels, context);
    if (!overlaps)
        return tl::unexpected(overlaps.error());
    Labels partners(labels.first.size(), nullptr);
    std::vector<bool> taken(labels.second.size(), false);
    for (const Overlap &overlap : *overlaps) {
        if (partners[overlap.first] != nullptr || taken[overlap.second])
            continue;
        partners[overlap.first] = labels.second[overlap.second];
        taken[overlap.second] = true;
    }
    for (std::size_t i = 0; i < partners.size(); ++i)
        decisions.push_back(decisionOf(labels.first[i], partners[i]));
    for (std::size_t j = 0; j < taken.size(); ++j)
        if (!taken[j])
            decisions.push_back(decisionOf(nullptr, labels.second[j]));
    return {};
}

/// Those that either reader used.
std::vector<std::string> categoriesOf(const ProjectContents &contents, const Agreement &agreement)
{
    std::set<std::string> used;
    for (const RegionDecision &decision : agreement.decisions) {
        used.insert(decision.first);
        used.insert(decision.second);
    }
    used.erase(std::string());
    std::vector<ProjectClass> classes = contents.classes;
    std::ranges::stable_sort(classes, {}, &ProjectClass::position);
    std::vector<std::string> names;
    for (const ProjectClass &labelClass : classes)
        if (used.erase(labelClass.name) > 0)
            names.push_back(labelClass.name);
    const bool falseAlarms = used.erase(goodClassName) > 0;
    names.insert(names.end(), used.begin(), used.end());
    if (falseAlarms)
        names.emplace_back(goodClassName);
    return names;
}

int kindOf(const ProjectContents &contents, const std::string &className)
{
    if (className == goodClassName)
        return nothingKind;
    const auto found = std::ranges::find(contents.classes, className, &ProjectClass::name);
    return static_cast<int>(found == contents.classes.end() ? ClassKind::Defect : found->kind);
}

void count(const ProjectContents &contents, Agreement &agreement)
{
    agreement.categories = categoriesOf(contents, agreement);
    agreement.classTable = ConfusionTable(static_cast<int>(agreement.categories.size()));
    const auto place = [&](const std::string &name) {
        return static_cast<int>(std::ranges::find(agreement.categories, name) - agreement.categories.begin());
    };
    for (const RegionDecision &decision : agreement.decisions) {
        agreement.onlyFirst += decision.second.empty();
        agreement.onlySecond += decision.first.empty();
        if (!decision.both())
            continue;
        agreement.classTable.add(place(decision.first), place(decision.second));
        agreement.kindTable.add(kindOf(contents, decision.first), kindOf(contents, decision.second));
    }
    agreement.classes = cohensKappa(agreement.classTable);
    agreement.kinds = cohensKappa(agreement.kindTable);
}

tl::unexpected<Error> nothingBy(const ProjectContents &contents, const std::string &reader)
{
    const std::vector<std::string> readers = readersOf(contents);
    return fail(ErrorCode::NotFound,
                fmt::format("nothing was decided by {}; there are decisions by {}", reader,
                            readers.empty() ? "nobody" : fmt::format("{}", fmt::join(readers, ", "))));
}

} // namespace

std::vector<std::string> agreementKinds()
{
    return {std::string(classKindName(ClassKind::Defect)), std::string(classKindName(ClassKind::Impurity)),
            std::string(classKindName(ClassKind::Ambiguous)), "nothing"};
}

std::vector<std::string> readersOf(const ProjectContents &contents)
{
    std::set<std::string> readers;
    for (const Label &label : contents.labels)
        if (label.source != LabelSource::Imported)
            readers.insert(label.reader);
    readers.erase(groundTruthReader);
    return {readers.begin(), readers.end()};
}

Result<Agreement> agreementOf(const ProjectContents &contents, const std::string &first, const std::string &second,
                              const JobContext &context)
{
    if (first == second)
        return fail(ErrorCode::BadArgument, fmt::format("{} is compared with {}: name two readers", first, second));
    std::map<std::string, OnImage> images;
    bool firstFound = false;
    bool secondFound = false;
    for (const Label &label : contents.labels) {
        const bool decided = label.source != LabelSource::Imported || label.reader == groundTruthReader;
        if (!decided || (label.reader != first && label.reader != second))
            continue;
        OnImage &image = images[label.image];
        (label.reader == first ? image.first : image.second).push_back(&label);
        (label.reader == first ? firstFound : secondFound) = true;
    }
    if (!firstFound || !secondFound)
        return nothingBy(contents, firstFound ? second : first);
    Agreement agreement;
    agreement.first = first;
    agreement.second = second;
    for (const auto &[id, labels] : images)
        if (auto paired = pairUp(labels, agreement.decisions, context); !paired)
            return failFrom(std::move(paired));
    count(contents, agreement);
    return agreement;
}

std::string agreementCsv(const Agreement &agreement)
{
    std::string csv = "image,x,y,width,height,first,second,same\n";
    for (const RegionDecision &decision : agreement.decisions)
        csv += fmt::format("{},{},{},{},{},{},{},{}\n", csvField(decision.image), decision.box.x, decision.box.y,
                           decision.box.width, decision.box.height, csvField(decision.first), csvField(decision.second),
                           !decision.both()                    ? ""
                           : decision.first == decision.second ? "yes"
                                                               : "no");
    return csv;
}

std::string whyNoKappa(const Kappa &kappa)
{
    switch (kappa.state) {
    case KappaState::Defined:
        break;
    case KappaState::NoPairs:
        return "no region was decided by both";
    case KappaState::OneCategory:
        return "both readers used one category only, so that chance alone makes them agree";
    }
    return {};
}

} // namespace patina
