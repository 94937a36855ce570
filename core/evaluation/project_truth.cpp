#include "core/evaluation/project_truth.h"

#include "core/base/sha256.h"
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
        RunMask &mask = of(label.className);
        mask = united(mask, label.mask);
    }

    void decide(const Label &label)
    {
        for (auto &[name, mask] : m_masks)
            if (name != label.className)
                mask = without(mask, label.mask);
        if (label.className != falseAlarm)
            addImported(label);
    }

    ImageLabels layers(const std::vector<LabelClass> &classes) const
    {
        ImageLabels labels{m_size, {}};
        for (std::size_t i = 0; i < classes.size(); ++i) {
            const auto found = m_masks.find(classes[i].name);
            if (found != m_masks.end() && !found->second.empty())
                labels.layers.push_back({static_cast<int>(i), found->second.toMat({{}, m_size})});
        }
        return labels;
    }

private:
    RunMask &of(const std::string &className) { return m_masks.try_emplace(className, m_size).first->second; }

    cv::Size m_size;
    std::map<std::string, RunMask> m_masks;
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

EvaluationScope ProjectTruth::scope(const std::set<std::string> &usedByModel) const
{
    EvaluationScope scope;
    for (std::size_t i = 0; i < m_contents->images.size(); ++i) {
        const ProjectImage &image = m_contents->images[i];
        const bool said = !labelsOf(image.id).empty() || m_reviewed.contains(image.id);
        if (image.split == Split::Test)
            scope.counted.push_back(i);
        else if (image.split == Split::Validation && !said && image.className == falseAlarm)
            scope.validation.push_back(i);
        else if (said && usedByModel.contains(image.id))
            ++scope.trainedOn;
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
    return ImageTruth{facts.id, facts.className, reduceLabels(stack.layers(m_classes), mapSize), std::move(*ignore),
                      facts.group};
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
        update(hash, zone.kind == ZoneKind::Roi ? "roi" : "ignore");
        for (const cv::Point &corner : zone.polygon)
            update(hash, fmt::format("{} {}", corner.x, corner.y));
    }
    return hash.finish();
}

} // namespace patina
