#include "core/dataset/class_name.h"
#include "core/project/import_dataset.h"
#include "ui/document/project_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

// Who reads, and what he is given of what others have said.
namespace patina {

namespace {

/// Facts that a change made otherwise, by name.
std::set<std::string> factsOf(const Change &change)
{
    std::set<std::string> names;
    for (const Edit &edit : change.edits)
        names.insert(factName(edit));
    return names;
}

/// These, and the classes that its labels need: when it is made, and when it is taken back.
std::set<std::string> neededBy(const Change &change)
{
    std::set<std::string> names = factsOf(change);
    for (const Edit &edit : change.edits)
        if (const auto *label = std::get_if<EditOf<Label>>(&edit))
            for (const std::optional<Label> &side : {label->before, label->after})
                if (side)
                    names.insert(factName(added(ProjectClass{side->className, {}, 0})));
    return names;
}

bool meet(const std::set<std::string> &a, const std::set<std::string> &b)
{
    return std::ranges::any_of(a, [&](const std::string &name) { return b.contains(name); });
}

/// What can still be taken back: the changes behind the last one that others have changed a fact of since, or need one
/// of.
std::vector<Change> undoable(std::vector<Change> done, const std::vector<Change> &since)
{
    std::set<std::string> touched;
    std::set<std::string> needed;
    for (const Change &change : since) {
        touched.merge(factsOf(change));
        needed.merge(neededBy(change));
    }
    const auto clashes = [&](const Change &change) {
        return meet(factsOf(change), needed) || meet(neededBy(change), touched);
    };
    const auto last = std::find_if(done.rbegin(), done.rend(), clashes);
    done.erase(done.begin(), last.base());
    return done;
}

} // namespace

std::vector<const Label *> ProjectDocument::labelsBy(const std::string &image, const std::string &reader,
                                                     bool imported) const
{
    std::vector<const Label *> labels;
    for (const std::int64_t id : m_labels.value(QString::fromStdString(image))) {
        const auto label = std::ranges::lower_bound(m_contents.labels, id, {}, &Label::id);
        if (label->source == LabelSource::Imported ? imported : label->reader == reader)
            labels.push_back(&*label);
    }
    return labels;
}

std::vector<const Label *> ProjectDocument::firstLabelsOf(const std::string &image) const
{
    return isBlind() ? labelsBy(image, m_first.toStdString(), false) : std::vector<const Label *>();
}

Result<void> ProjectDocument::beginReading(const QString &reader, const QString &first)
{
    const std::string name = reader.toStdString();
    if (!canWrite())
        return fail(ErrorCode::WriteFailed, "the project is not open to write");
    if (isBlind())
        return fail(ErrorCode::BadArgument, fmt::format("{} is reading already", m_reader.toStdString()));
    if (reader == first)
        return fail(ErrorCode::BadArgument, fmt::format("the first reading is by {}, too", name));
    if (!isClassName(name) || name == groundTruthReader) // the same letters make a name
        return fail(ErrorCode::BadArgument, fmt::format("a reader called \"{}\"", name));
    m_history.resize(m_done); // what was taken back before does not come again: ids may be others by then
    m_before = Before{m_reader, std::move(m_history)};
    m_history.clear();
    m_done = 0;
    m_first = first; // before the reader, which it may be a reference to
    m_reader = reader;
    emit readerChanged();
    emit historyChanged();
    return {};
}

void ProjectDocument::endReading()
{
    if (!isBlind())
        return;
    m_reader = m_before->reader;
    m_history.resize(m_done);
    m_history = undoable(std::move(m_before->done), m_history);
    m_done = m_history.size();
    forgetReading();
    emit readerChanged();
    emit historyChanged();
}

void ProjectDocument::forgetReading()
{
    m_before.reset();
    m_first.clear();
}

} // namespace patina
