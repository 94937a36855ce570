#include "ui/document/project_document.h"

#include "core/project/project_settings.h"
#include "ui/document/project_models.h"

#include <algorithm>
#include <set>
#include <utility>

namespace patina {

namespace {

QString keyOf(const std::string &image)
{
    return QString::fromStdString(image);
}

/// The image that an edit of labels or reviews is about.
struct ImageOf
{
    std::string operator()(const EditOf<Label> &edit) const
    {
        return edit.after ? edit.after->image : edit.before->image;
    }
    std::string operator()(const EditOf<Review> &edit) const
    {
        return edit.after ? edit.after->image : edit.before->image;
    }
    template <typename Fact>
    std::string operator()(const EditOf<Fact> &) const
    {
        return {};
    }
};

template <typename Fact>
bool hasEditOf(const Change &change)
{
    return std::ranges::any_of(change.edits,
                               [](const Edit &edit) { return std::holds_alternative<EditOf<Fact>>(edit); });
}

bool changesCounting(const Change &change)
{
    return hasEditOf<Zone>(change) || std::ranges::any_of(change.edits, [](const Edit &edit) {
               const auto *setting = std::get_if<EditOf<Setting>>(&edit);
               return setting != nullptr &&
                      (setting->after ? setting->after : setting->before)->name == minimumAreaSetting;
           });
}

} // namespace

ProjectDocument::ProjectDocument(QObject *parent) : QObject(parent) {}

ProjectDocument::~ProjectDocument() = default;

Result<void> ProjectDocument::putScores(const ScoringModel &model, const std::vector<ImageScore> &scores)
{
    return m_project ? m_project->putScores(model, scores) : fail(ErrorCode::BadArgument, "no project is open");
}

void ProjectDocument::open(Project project, ProjectContents contents, const QString &reader)
{
    if (m_project)
        emit projectAboutToChange();
    m_project.reset(); // the same file may come again
    m_project.emplace(std::move(project));
    m_contents = std::move(contents);
    m_reader = reader;
    forgetReading();
    m_history.clear();
    m_done = 0;
    m_lastLabel = 0;
    m_lastZone = 0;
    noteIds();
    indexLabels();
    emit projectChanged();
    emit historyChanged();
}

void ProjectDocument::close()
{
    if (!m_project)
        return;
    emit projectAboutToChange();
    m_project.reset();
    m_contents = {};
    m_labels.clear();
    forgetReading();
    m_history.clear();
    m_done = 0;
    emit projectChanged();
    emit historyChanged();
}

void ProjectDocument::setReader(const QString &reader)
{
    if (isBlind()) { // the second reader reads on; it is the name of whoever goes on after him
        m_before->reader = reader;
        return;
    }
    if (!m_project || reader == m_reader)
        return;
    m_reader = reader;
    std::set<std::string> images;
    for (const Label &label : m_contents.labels)
        images.insert(label.image);
    for (const Review &review : m_contents.reviews)
        images.insert(review.image);
    for (const std::string &image : images)
        emit labelsChanged(keyOf(image));
}

bool ProjectDocument::canWrite() const
{
    return m_project && m_project->access() == Project::Access::ReadWrite;
}

std::vector<ProjectClass> ProjectDocument::classes() const
{
    std::vector<ProjectClass> classes = m_contents.classes;
    std::ranges::stable_sort(classes, {}, &ProjectClass::position);
    return classes;
}

std::vector<const Label *> ProjectDocument::labelsOf(const std::string &image) const
{
    return labelsBy(image, m_reader.toStdString(), !isBlind());
}

bool ProjectDocument::isReviewed(const std::string &image) const
{
    const auto key = std::pair(image, m_reader.toStdString());
    return std::ranges::binary_search(m_contents.reviews, key, {},
                                      [](const Review &review) { return std::pair(review.image, review.reader); });
}

Result<void> ProjectDocument::change(Change change)
{
    if (auto made = make(change); !made)
        return made;
    m_history.resize(m_done);
    m_history.push_back(std::move(change));
    ++m_done;
    emit historyChanged();
    return {};
}

std::string ProjectDocument::undoText() const
{
    return canUndo() ? m_history[m_done - 1].action : std::string();
}

std::string ProjectDocument::redoText() const
{
    return canRedo() ? m_history[m_done].action : std::string();
}

Result<void> ProjectDocument::undo()
{
    if (!canUndo())
        return fail(ErrorCode::BadArgument, "there is nothing to undo");
    const Change &last = m_history[m_done - 1];
    const Change back = inverse(last, "undo: " + last.action);
    return make(back).map([&] {
        --m_done;
        emit historyChanged();
        emit stepped(back);
    });
}

Result<void> ProjectDocument::redo()
{
    if (!canRedo())
        return fail(ErrorCode::BadArgument, "there is nothing to redo");
    const Change again{"redo: " + m_history[m_done].action, m_history[m_done].edits};
    return make(again).map([&] {
        ++m_done;
        emit historyChanged();
        emit stepped(again);
    });
}

/// On the disk first.
Result<void> ProjectDocument::make(const Change &change)
{
    if (!m_project)
        return fail(ErrorCode::BadArgument, "no project is open");
    auto entry = m_project->apply(change, m_reader.toStdString());
    if (!entry)
        return failFrom(std::move(entry));
    return makeEdits(m_contents, change).map([&] {
        noteIds();
        tell(change);
    });
}

/// Both lists are in the order of their ids.
void ProjectDocument::noteIds()
{
    if (!m_contents.labels.empty())
        m_lastLabel = std::max(m_lastLabel, m_contents.labels.back().id);
    if (!m_contents.zones.empty())
        m_lastZone = std::max(m_lastZone, m_contents.zones.back().id);
}

void ProjectDocument::indexLabels()
{
    m_labels.clear();
    for (const Label &label : m_contents.labels)
        m_labels[keyOf(label.image)].push_back(label.id);
}

void ProjectDocument::tell(const Change &change)
{
    if (hasEditOf<Label>(change))
        indexLabels();
    if (hasEditOf<ProjectClass>(change))
        emit classesChanged();
    if (hasEditOf<Zone>(change))
        emit zonesChanged();
    if (changesCounting(change))
        emit countingChanged();
    if (hasEditOf<Setting>(change))
        emit settingsChanged();
    if (hasEditOf<ProjectImage>(change))
        emit imagesChanged();
    if (hasEditOf<ProjectModel>(change))
        emit modelsChanged();
    if (choosesModel(change))
        emit modelChosen();
    std::set<std::string> images;
    for (const Edit &edit : change.edits)
        images.insert(std::visit(ImageOf{}, edit));
    images.erase(std::string());
    for (const std::string &image : images)
        emit labelsChanged(keyOf(image));
}

} // namespace patina
