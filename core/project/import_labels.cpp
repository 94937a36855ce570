#include "core/project/import_labels.h"

#include "core/base/printable.h"
#include "core/dataset/class_name.h"
#include "core/dataset/text_file.h"
#include "core/image/image_source.h"
#include "core/project/change_check.h"
#include "core/project/formats/folder_target.h"
#include "core/project/formats/foreign_labels.h"
#include "core/project/formats/image_matcher.h"
#include "core/project/formats/run_lengths.h"
#include "core/project/formats/shape_mask.h"
#include "core/project/import_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace patina {

namespace fs = std::filesystem;
using namespace formats;

namespace {

/// All masks of one import, which are held until it is applied.
constexpr std::size_t mostRunsInAll = std::size_t{1} << 25;

Result<ForeignLabels> readLabels(LabelFormat format, const fs::path &source, const JobContext &context)
{
    switch (format) {
    case LabelFormat::Coco:
        return readCoco(source, context);
    case LabelFormat::Labelme:
        return readLabelme(source, context);
    case LabelFormat::Cvat:
        return readCvat(source, context);
    case LabelFormat::Mvtec:
        return readMvtec(source, context);
    case LabelFormat::Csv:
    case LabelFormat::Overlays:
        break;
    }
    return fail(ErrorCode::BadArgument,
                fmt::format("labels cannot be taken from the format {}: mvtec, coco, labelme and cvat can",
                            labelFormatName(format)));
}

class LabelGathering
{
public:
    LabelGathering(const ProjectContents &contents, const LabelImportRequest &request, const JobContext &context)
        : m_contents(contents), m_request(request), m_context(context)
    {
        for (const ProjectClass &labelClass : contents.classes) {
            m_classes.insert(labelClass.name);
            m_nextPosition = std::max(m_nextPosition, labelClass.position + 1);
        }
        for (const Label &label : contents.labels) {
            m_present[label.image].push_back(&label);
            m_nextLabel = std::max(m_nextLabel, label.id + 1);
        }
    }

    /// Errors: TooLarge, OutOfMemory, Cancelled.
    Result<LabelImport> gather(ForeignLabels foreign)
    {
        m_kinds = std::move(foreign.kinds);
        m_leftOut = std::move(foreign.leftOut);
        const auto matches = ImageMatcher(m_contents, m_request.folder).match(foreign.images);
        for (std::size_t i = 0; i < foreign.images.size(); ++i) {
            m_context.report("labels", static_cast<std::int64_t>(i), std::ssize(foreign.images));
            if (m_context.cancelled())
                return cancelledError();
            const ForeignImage &image = foreign.images[i];
            if (image.labels.empty())
                continue;
            if (!matches[i]) {
                m_leftOut.add(matches[i].error() == ImageMatcher::Miss::Several
                                  ? "images whose name fits several of the project"
                                  : "images that the project does not have",
                              image.name);
                continue;
            }
            if (auto taken = takeImage(image, m_contents.images[*matches[i]]); !taken)
                return failFrom(std::move(taken));
        }
        m_context.report("labels", std::ssize(foreign.images), std::ssize(foreign.images));
        return finish();
    }

private:
    Result<LabelImport> finish()
    {
        m_leftOut.tell(m_context);
        m_import.counts.leftOut = m_leftOut.count();
        const std::string source = m_request.source.string();
        m_import.change.action = fmt::format("import {} labels from {}", m_import.counts.labels,
                                             isUtf8(source) ? source : printable(source));
        return std::move(m_import);
    }

    /// Of the file; where it is gone, of labels that are there. Empty: not known.
    cv::Size sizeOf(const ProjectImage &image) const
    {
        if (const auto info = probeImage(imagePlace(m_request.folder, image.path)))
            return info->size();
        const auto present = m_present.find(image.id);
        return present == m_present.end() ? cv::Size() : present->second.front()->mask.size();
    }

    Result<void> takeImage(const ForeignImage &foreign, const ProjectImage &image)
    {
        const cv::Size size = sizeOf(image);
        if (size.empty() || (!foreign.size.empty() && foreign.size != size)) {
            m_leftOut.add(size.empty() ? "images that cannot be read" : "images of another size in the project",
                          image.id);
            return {};
        }
        const std::int64_t before = m_import.counts.labels;
        std::map<std::pair<std::string, std::int64_t>, std::vector<MaskRun>> groups;
        for (const ForeignLabel &label : foreign.labels) {
            if (m_context.cancelled())
                return cancelledError();
            auto mask = maskOf(label.geometry, size, m_context);
            if (!mask && (mask.error().code == ErrorCode::Cancelled || mask.error().code == ErrorCode::OutOfMemory))
                return failFrom(std::move(mask));
            if (!mask || mask->empty() || !isClassName(label.className)) {
                m_leftOut.add(!mask           ? "labels that cannot be laid on their image"
                              : mask->empty() ? "labels without a pixel in their image"
                                              : "labels whose name cannot be that of a class",
                              image.id);
                continue;
            }
            m_runs += mask->runs().size();
            if (m_runs > mostRunsInAll)
                return fail(ErrorCode::TooLarge,
                            fmt::format("masks of over {} runs in all: take the labels in parts", mostRunsInAll));
            if (!label.group) {
                add(image.id, label.className, *std::move(mask));
                continue;
            }
            std::vector<MaskRun> &runs = groups[{label.className, *label.group}];
            runs.insert(runs.end(), mask->runs().begin(), mask->runs().end());
        }
        for (auto &[name, runs] : groups) {
            auto mask = maskOfRuns(size, std::move(runs));
            if (mask)
                add(image.id, name.first, *std::move(mask));
            else
                m_leftOut.add("labels that cannot be laid on their image", image.id);
        }
        m_import.counts.images += m_import.counts.labels > before;
        return {};
    }

    void add(const std::string &image, const std::string &className, RunMask mask)
    {
        const std::string &reader = m_request.reader;
        const auto present = m_present.find(image);
        const auto same = [&](const Label *label) {
            return label->className == className && label->reader == reader && label->mask == mask;
        };
        if (present != m_present.end() && std::ranges::any_of(present->second, same)) {
            ++m_import.counts.known;
            return;
        }
        addClass(className);
        Label label;
        label.id = m_nextLabel++;
        label.image = image;
        label.className = className;
        label.reader = reader;
        label.source = LabelSource::Imported;
        label.mask = std::move(mask);
        m_import.change.edits.push_back(added(std::move(label)));
        ++m_import.counts.labels;
    }

    void addClass(const std::string &name)
    {
        if (!m_classes.insert(name).second)
            return;
        ClassKind kind = ClassKind::Defect;
        if (const auto said = m_kinds.find(name); said != m_kinds.end())
            kind = said->second;
        else if (name == "harmless")
            kind = ClassKind::Impurity;
        else if (name == "ambiguous")
            kind = ClassKind::Ambiguous;
        m_import.change.edits.push_back(added(ProjectClass{name, kind, m_nextPosition++}));
        ++m_import.counts.classes;
    }

    const ProjectContents &m_contents;
    const LabelImportRequest &m_request;
    const JobContext &m_context;
    std::set<std::string> m_classes;
    std::map<std::string, ClassKind> m_kinds;
    std::map<std::string, std::vector<const Label *>> m_present;
    std::int64_t m_nextLabel = 1;
    int m_nextPosition = 0;
    std::size_t m_runs = 0;
    LeftOut m_leftOut;
    LabelImport m_import;
};

} // namespace

Result<LabelImport> gatherLabels(const ProjectContents &contents, const LabelImportRequest &request,
                                 const JobContext &context)
{
    LabelImportRequest complete = request;
    if (complete.reader.empty())
        complete.reader = groundTruthReader;
    if (auto named = checkEdit(added(Review{"an image", complete.reader, ""})); !named)
        return failFrom(std::move(named));
    const auto format = request.format ? Result<LabelFormat>(*request.format) : recogniseLabels(request.source);
    if (!format)
        return tl::unexpected(format.error());
    auto foreign = readLabels(*format, request.source, context);
    if (!foreign)
        return failFrom(std::move(foreign));
    return LabelGathering(contents, complete, context).gather(*std::move(foreign)).map([&](LabelImport &&import) {
        import.counts.format = *format;
        return std::move(import);
    });
}

Change rebased(const Change &change, const ProjectContents &contents, std::int64_t nextLabel)
{
    int nextPosition = 0;
    for (const ProjectClass &labelClass : contents.classes)
        nextPosition = std::max(nextPosition, labelClass.position + 1);
    Change based{change.action, {}};
    for (const Edit &edit : change.edits) {
        if (const auto *label = std::get_if<EditOf<Label>>(&edit)) {
            Label moved = *label->after;
            moved.id = nextLabel++;
            based.edits.push_back(added(std::move(moved)));
        } else if (const auto *one = std::get_if<EditOf<ProjectClass>>(&edit)) {
            ProjectClass moved = *one->after;
            moved.position = nextPosition++;
            if (!std::ranges::binary_search(contents.classes, moved.name, {}, &ProjectClass::name))
                based.edits.push_back(added(std::move(moved)));
        }
    }
    return based;
}

} // namespace patina
