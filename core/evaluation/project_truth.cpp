#include "core/evaluation/project_truth.h"

#include "core/base/sha256.h"
#include "core/evaluation/overruled.h"
#include "core/labels/reduced_mask.h"
#include "core/project/import_dataset.h"
#include "core/project/zone_mask.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace patina {

namespace {

constexpr const char *falseAlarm = "good";

bool isImported(const Label &label)
{
    return label.source == LabelSource::Imported || label.reader == groundTruthReader;
}

/// Length first: no two lists of texts come to the same bytes.
void update(Sha256 &hash, std::string_view text)
{
    const std::string length = fmt::format("{} ", text.size());
    hash.update({reinterpret_cast<const std::uint8_t *>(length.data()), length.size()});
    hash.update({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

/// Masks by class while labels are laid over each other.
class LabelStack
{
public:
    explicit LabelStack(cv::Size size) : m_size(size) {}

    void addImported(const Label &label)
    {
        RunMask &mask = of(m_imported, label.className);
        mask = united(mask, label.mask);
    }

    void decide(const Label &label)
    {
        for (auto &[name, mask] : m_imported)
            if (name != label.className && !common(mask, label.mask).empty())
                mask = without(mask, overruled(mask, label.mask));
        for (auto &[name, mask] : m_decided)
            if (name != label.className)
                mask = without(mask, label.mask);
        if (label.className == falseAlarm)
            return;
        RunMask &mask = of(m_decided, label.className);
        mask = united(mask, label.mask);
    }

    bool wasImported(const std::string &className) const { return m_imported.contains(className); }
    RunMask mask(const std::string &className) const
    {
        const auto imported = m_imported.find(className);
        const auto decided = m_decided.find(className);
        const RunMask none(m_size);
        return united(imported == m_imported.end() ? none : imported->second,
                      decided == m_decided.end() ? none : decided->second);
    }
    /// At the size of the map: no mask of the image's size is ever held.
    ImageLabels layers(const std::vector<LabelClass> &classes, cv::Size mapSize) const
    {
        ImageLabels labels{mapSize, {}};
        for (std::size_t i = 0; i < classes.size() && !mapSize.empty(); ++i)
            if (const RunMask pixels = mask(classes[i].name); !pixels.empty())
                labels.layers.push_back({static_cast<int>(i), reducedMask(pixels, mapSize)});
        return labels;
    }

private:
    using Masks = std::map<std::string, RunMask>;
    RunMask &of(Masks &masks, const std::string &className) const
    {
        return masks.try_emplace(className, m_size).first->second;
    }

    cv::Size m_size;
    Masks m_imported;
    Masks m_decided;
};

/// "good/1.png" of the one and "train/good/1.png" of the other.
bool endsAsPath(const std::string &longer, const std::string &shorter)
{
    return longer.size() > shorter.size() && longer.ends_with(shorter) &&
           longer[longer.size() - shorter.size() - 1] == '/';
}

/// The ids of images, also found by the last parts of their paths.
class UsedIds
{
public:
    explicit UsedIds(const std::set<std::string> &ids) : m_ids(ids)
    {
        for (const std::string &id : ids)
            m_byName.emplace(nameOf(id), &id);
    }

    bool hasExactly(const std::string &id) const { return m_ids.contains(id); }
    bool has(const std::string &id) const
    {
        const auto [first, last] = m_byName.equal_range(nameOf(id));
        return std::any_of(first, last, [&](const auto &named) {
            return *named.second == id || endsAsPath(*named.second, id) || endsAsPath(id, *named.second);
        });
    }

private:
    static std::string nameOf(const std::string &id) { return id.substr(id.rfind('/') + 1); }

    const std::set<std::string> &m_ids;
    std::multimap<std::string, const std::string *> m_byName;
};

} // namespace

std::vector<LabelClass> labelClassesOf(const ProjectContents &contents)
{
    std::vector<ProjectClass> classes = contents.classes;
    std::ranges::stable_sort(classes, {}, &ProjectClass::position);
    std::vector<LabelClass> labelClasses;
    for (ProjectClass &one : classes)
        labelClasses.push_back({std::move(one.name), one.kind});
    return labelClasses;
}

ProjectTruth::ProjectTruth(std::shared_ptr<const ProjectContents> contents, std::string reader)
    : m_contents(std::move(contents)), m_reader(std::move(reader)), m_classes(labelClassesOf(*m_contents))
{
    for (const bool imported : {true, false})
        for (const Label &label : m_contents->labels)
            if (isImported(label) == imported && (imported || label.reader == m_reader))
                m_labels[label.image].push_back(&label);
    for (const Review &review : m_contents->reviews)
        if (review.reader == m_reader)
            m_reviewed.insert(review.image);
}

const std::vector<const Label *> &ProjectTruth::labelsOf(const std::string &image) const
{
    static const std::vector<const Label *> none;
    const auto found = m_labels.find(image);
    return found == m_labels.end() ? none : found->second;
}

bool ProjectTruth::hasClass(const std::string &name) const
{
    return name == falseAlarm || std::ranges::find(m_classes, name, &LabelClass::name) != m_classes.end();
}

EvaluationScope ProjectTruth::scope(const UsedImages &used) const
{
    EvaluationScope scope;
    const UsedIds ids(used.ids);
    for (std::size_t i = 0; i < m_contents->images.size(); ++i) {
        const ProjectImage &image = m_contents->images[i];
        const bool said = !labelsOf(image.id).empty() || m_reviewed.contains(image.id);
        const bool known = image.split == Split::Test && hasClass(image.className);
        if (image.split == Split::Validation && !said && image.className == falseAlarm)
            scope.validation.push_back(i);
        else if (ids.hasExactly(image.id) || (!known && ids.has(image.id)))
            ++scope.trainedOn;
        else if (const std::string *of = used.copyOf(image.sha256)) {
            ++scope.trainedOn;
            scope.copies.push_back({i, *of});
        } else if (known)
            scope.counted.push_back(i);
        else if (said)
            scope.counted.push_back(i);
        else
            ++scope.notKnown;
    }
    return scope;
}

Result<ImageTruth> ProjectTruth::of(std::size_t image, cv::Size imageSize, cv::Size mapSize,
                                    const JobContext &context) const
{
    const ProjectImage &facts = m_contents->images[image];
    LabelStack stack(imageSize);
    for (const Label *label : labelsOf(facts.id)) {
        if (context.cancelled())
            return cancelledError();
        if (label->mask.size() != imageSize)
            return fail(ErrorCode::ShapeMismatch,
                        fmt::format("label {} is of an image of {}x{}, the file has {}x{}", label->id,
                                    label->mask.size().width, label->mask.size().height, imageSize.width,
                                    imageSize.height));
        if (isImported(*label))
            stack.addImported(*label);
        else
            stack.decide(*label);
    }
    auto ignore = uncountedPixels(zonesOf(m_contents->zones, facts.id), imageSize, mapSize, context);
    if (!ignore)
        return failFrom(std::move(ignore));
    const bool overruledWhole = stack.wasImported(facts.className) && stack.mask(facts.className).empty();
    const bool says = hasClass(facts.className) && !overruledWhole;
    return ImageTruth{facts.id, says ? facts.className : falseAlarm, stack.layers(m_classes, mapSize),
                      std::move(*ignore), facts.group};
}

std::set<std::string> ProjectTruth::classesOn(std::size_t image) const
{
    std::set<std::string> classes;
    for (const Label *label : labelsOf(m_contents->images[image].id))
        if (label->className != falseAlarm)
            classes.insert(label->className);
    return classes;
}

std::string ProjectTruth::digest(std::size_t image) const
{
    const ProjectImage &facts = m_contents->images[image];
    Sha256 hash;
    for (const std::string &text : {facts.id, facts.className, facts.group})
        update(hash, text);
    for (const Label *label : labelsOf(facts.id)) {
        update(hash, label->className);
        update(hash, isImported(*label) ? "imported" : "decided");
        const std::vector<std::uint8_t> mask = encodeMask(label->mask);
        update(hash, {reinterpret_cast<const char *>(mask.data()), mask.size()});
    }
    for (const Zone &zone : zonesOf(m_contents->zones, facts.id)) {
        update(hash, zone.kind == ZoneKind::Roi      ? "roi"
                     : zone.kind == ZoneKind::Ignore ? "ignore"
                                                     : fmt::format("{} times", zone.thresholdFactor.value_or(1.0)));
        for (const cv::Point &corner : zone.polygon)
            update(hash, fmt::format("{} {}", corner.x, corner.y));
    }
    return hash.finish();
}

} // namespace patina
