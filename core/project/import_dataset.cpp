#include "core/project/import_dataset.h"

#include "core/base/printable.h"
#include "core/base/sha256.h"
#include "core/dataset/text_file.h"
#include "core/image/image_source.h"
#include "core/labels/label_map.h"
#include "core/project/project_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace patina {

namespace {

/// For sentences, which the journal keeps, too.
std::string storable(const std::string &name)
{
    return isUtf8(name) ? name : printable(name);
}

class DatasetImport
{
public:
    DatasetImport(const Project &project, const ProjectContents &present, const Dataset &dataset,
                  const JobContext &context)
        : m_project(project), m_present(present), m_dataset(dataset), m_context(context)
    {
        for (const Label &label : present.labels)
            m_nextLabel = std::max(m_nextLabel, label.id + 1);
        for (const ProjectImage &image : present.images)
            m_known[image.id] = image.sha256;
    }

    Result<Change> gather()
    {
        takeClasses();
        takeScale();
        const auto total = std::ssize(m_dataset.images);
        for (const ImageRecord &record : m_dataset.images) {
            m_context.report("import", m_looked++, total);
            if (auto taken = takeImage(record); !taken)
                return failFrom(std::move(taken));
        }
        m_context.report("import", total, total);
        tellOfTheRest();
        m_change.action = fmt::format("import {} images from {}", m_counts.images, storable(m_dataset.root.string()));
        return std::move(m_change);
    }

    const ImportCounts &counts() const { return m_counts; }

private:
    void takeClasses()
    {
        int position = 0;
        for (const ProjectClass &labelClass : m_present.classes)
            position = std::max(position, labelClass.position + 1);
        for (const LabelClass &labelClass : m_dataset.classes) {
            if (std::ranges::find(m_present.classes, labelClass.name, &ProjectClass::name) != m_present.classes.end())
                continue;
            m_change.edits.push_back(added(ProjectClass{labelClass.name, labelClass.kind, position++}));
            ++m_counts.classes;
        }
    }

    void takeScale()
    {
        const auto known = std::ranges::find(m_present.settings, scaleSetting, &Setting::name);
        if (m_dataset.mmPerPixel && known == m_present.settings.end())
            m_change.edits.push_back(added(Setting{scaleSetting, fmt::format("{}", *m_dataset.mmPerPixel)}));
    }

    /// Errors: Cancelled.
    Result<void> takeImage(const ImageRecord &record)
    {
        auto hash = sha256OfFile(record.path, m_context);
        if (!hash && hash.error().code == ErrorCode::Cancelled)
            return cancelledError();
        if (!hash) {
            skip(record.id, hash.error());
            return {};
        }
        if (const auto known = m_known.find(record.id); known != m_known.end()) {
            const bool same = known->second == *hash;
            ++(same ? m_counts.known : m_counts.changed);
            if (!same && m_firstChanged.empty())
                m_firstChanged = record.id;
            return {};
        }
        const std::string path = m_project.storedPath(record.path);
        if (!isUtf8(record.id) || !isUtf8(path)) {
            skip(storable(record.id), {ErrorCode::Unsupported, "its name or its folder's is not UTF-8: rename it"});
            return {};
        }
        const auto info = probeImage(record.path);
        if (!info) {
            skip(record.id, info.error());
            return {};
        }
        m_change.edits.push_back(
            added(ProjectImage{record.id, path, *hash, record.split, record.className, record.group}));
        ++m_counts.images;
        if (!record.masks.empty())
            takeMasks(record, info->size());
        return {};
    }

    void takeMasks(const ImageRecord &record, cv::Size size)
    {
        const auto labels = loadLabels(record, m_dataset.classes, size, m_context);
        if (!labels) {
            ++m_counts.skipped;
            m_context.notice(fmt::format("took {} without its masks: {}", record.id, labels.error().detail));
            return;
        }
        for (const LabelLayer &layer : labels->layers) {
            Label label;
            label.id = m_nextLabel;
            label.image = record.id;
            label.className = m_dataset.classes[static_cast<std::size_t>(layer.classIndex)].name;
            label.reader = groundTruthReader;
            label.source = LabelSource::Imported;
            label.mask = RunMask::ofMat(layer.mask);
            if (label.mask.empty())
                continue;
            m_change.edits.push_back(added(std::move(label)));
            ++m_nextLabel;
            ++m_counts.labels;
        }
    }

    void skip(const std::string &id, const Error &error)
    {
        ++m_counts.skipped;
        m_context.notice(fmt::format("skipped {}: {}", id, error.detail));
    }

    void tellOfTheRest()
    {
        for (const ProjectImage &image : m_present.images) {
            std::error_code ec;
            m_counts.missing += std::filesystem::exists(m_project.fullPath(image.path), ec) ? 0 : 1;
        }
        if (m_counts.changed > 0)
            m_context.notice(fmt::format("{} images have the name of one that is in the project and another content, "
                                         "and were not taken (first: {}): take them into a project of their own, or "
                                         "give them other names",
                                         m_counts.changed, m_firstChanged));
        if (m_counts.missing > 0)
            m_context.notice(fmt::format("{} images of the project are no longer where they were", m_counts.missing));
    }

    const Project &m_project;
    const ProjectContents &m_present;
    const Dataset &m_dataset;
    const JobContext &m_context;
    std::map<std::string, std::string> m_known; ///< hashes of the images that are there
    std::string m_firstChanged;
    std::int64_t m_nextLabel = 1;
    std::int64_t m_looked = 0;
    Change m_change;
    ImportCounts m_counts;
};

} // namespace

Result<ImportCounts> importDataset(Project &project, const Dataset &dataset, const std::string &who,
                                   const JobContext &context)
{
    const auto present = project.contents();
    if (!present)
        return tl::unexpected(present.error());
    DatasetImport import(project, *present, dataset, context);
    const auto change = import.gather();
    if (!change)
        return tl::unexpected(change.error());
    if (change->edits.empty())
        return import.counts();
    return project.apply(*change, who).map([&](const JournalEntry &) { return import.counts(); });
}

} // namespace patina
