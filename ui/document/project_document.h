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
    /// Labels of an image by the present reader, and imported ones where the reading is not blind; pointers hold until
    /// the next change.
    std::vector<const Label *> labelsOf(const std::string &image) const;
    /// Of an image, by the first reader, of whose regions a second reading goes over; none while there is none.
    std::vector<const Label *> firstLabelsOf(const std::string &image) const;
    /// Has the present reader said that he is done with it?
    bool isReviewed(const std::string &image) const;
    /// Above every id of the open project, also of those that are gone: an older change may bring them back.
    std::int64_t nextLabelId() const { return m_lastLabel + 1; }
    std::int64_t nextZoneId() const { return m_lastZone + 1; }

    /// A second reading: from now on decisions are those of `reader`, and neither those of `first` nor imported masks
    /// are given out. Undo reaches back to here.
    /// Errors: BadArgument (a name that cannot be, or is the first's; a reading runs), WriteFailed (read-only).
    Result<void> beginReading(const QString &reader, const QString &first);
    /// The reader of before goes on, and can undo what he did before, as far back as the reading changed nothing of it.
    void endReading();
    /// Nothing that others have said may be shown.
    bool isBlind() const { return m_before.has_value(); }
    QString firstReader() const { return m_first; }

    /// Errors: those of Project::apply; then nothing has changed.
    Result<void> change(Change change);
    /// Results are no change: neither undone nor in the journal. Errors: those of Project::putScores.
    Result<void> putScores(const ScoringModel &model, const std::vector<ImageScore> &scores);
    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_history.size(); }
    /// What would be taken back or made again; null: nothing.
    const Change *lastDone() const { return canUndo() ? &m_history[m_done - 1] : nullptr; }
    const Change *nextDone() const { return canRedo() ? &m_history[m_done] : nullptr; }
    /// The same, in the words of the journal; empty: nothing.
    std::string undoText() const;
    std::string redoText() const;
    /// Where one fails, it can be tried again. Errors: those of Project::apply; BadArgument where there is nothing.
    Result<void> undo();
    Result<void> redo();

signals:
    void projectAboutToChange(); ///< what others do with the project's file has to end now
    void projectChanged();       ///< another one is open, or none
    void readerChanged();        ///< a second reading has begun or ended
    /// Undo or redo has made this.
    void stepped(const patina::Change &change);
    void classesChanged();
    void labelsChanged(const QString &image); ///< labels or the review of an image
    void zonesChanged();
    void countingChanged(); ///< how score maps count: zones, minimum area
    void imagesChanged();   ///< which there are, or where
    void settingsChanged();
    void modelsChanged(); ///< which are noted, or where
    void modelChosen();   ///< which is in use
    void historyChanged();

private:
    Result<void> make(const Change &change);
    void indexLabels();
    void noteIds();
    void tell(const Change &change);

    /// What a second reading puts aside.
    struct Before
    {
        QString reader;
        std::vector<Change> done;
    };
    std::vector<const Label *> labelsBy(const std::string &image, const std::string &reader, bool imported) const;
    void forgetReading();

    std::optional<Project> m_project;
    ProjectContents m_contents;
    QString m_reader;
    QString m_first;
    std::optional<Before> m_before;
    QHash<QString, std::vector<std::int64_t>> m_labels; ///< ids by image
    std::int64_t m_lastLabel = 0;                       ///< the largest id since the project was opened
    std::int64_t m_lastZone = 0;
    std::vector<Change> m_history;
    std::size_t m_done = 0; ///< of the history; the rest was taken back
};

} // namespace patina
