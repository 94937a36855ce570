#pragma once

#include "core/project/project.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace patina {

/// The project that is open, with undo: each change is on the disk, with its entry in the journal, when change()
/// returns. Undo and redo are changes of their own and reach back to when the project was opened.
class ProjectDocument : public QObject
{
    Q_OBJECT
public:
    explicit ProjectDocument(QObject *parent = nullptr);
    ~ProjectDocument() override;

    /// \param contents of the project. \param reader whose word the labels are from now on.
    void open(Project project, ProjectContents contents, const QString &reader);
    void close();
    /// Another person goes on with the open project: the views show his labels and reviews.
    void setReader(const QString &reader);

    bool isOpen() const { return m_project.has_value(); }
    bool canWrite() const;
    const Project &project() const { return *m_project; }
    const ProjectContents &contents() const { return m_contents; }
    const QString &reader() const { return m_reader; }

    /// In the order of their positions.
    std::vector<ProjectClass> classes() const;
    /// Labels of an image by the present reader, and imported ones; pointers hold until the next change.
    std::vector<const Label *> labelsOf(const std::string &image) const;
    /// Has the present reader said that he is done with it?
    bool isReviewed(const std::string &image) const;
    std::int64_t nextLabelId() const;

    /// Errors: those of Project::apply; then nothing has changed.
    Result<void> change(Change change);
    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_history.size(); }
    /// What would be taken back or made again, in the words of the journal; empty: nothing.
    std::string undoText() const;
    std::string redoText() const;
    /// Where one fails, it can be tried again. Errors: those of Project::apply; BadArgument where there is nothing.
    Result<void> undo();
    Result<void> redo();

signals:
    void projectChanged(); ///< another one is open, or none
    void classesChanged();
    void labelsChanged(const QString &image); ///< labels or the review of an image
    void zonesChanged();
    void settingsChanged();
    void historyChanged();

private:
    Result<void> make(const Change &change);
    void indexLabels();
    void tell(const Change &change);

    std::optional<Project> m_project;
    ProjectContents m_contents;
    QString m_reader;
    QHash<QString, std::vector<std::int64_t>> m_labels; ///< ids by image
    std::vector<Change> m_history;
    std::size_t m_done = 0; ///< of the history; the rest was taken back
};

} // namespace patina
