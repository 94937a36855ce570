#pragma once

#include "core/project/edit_text.h"
#include "ui/jobs/job_runner.h"

#include <QThreadPool>
#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTreeView;

namespace patina {

class EditModel;
class ElidedLabel;
class JournalFilterModel;
class JournalModel;
class Session;

/// Who changed what, and when: the entries of the journal, and what the chosen one changed, before and after.
class JournalPanel : public QWidget
{
    Q_OBJECT
public:
    /// Edits of an entry that are shown; an import has thousands.
    static constexpr std::size_t kMostEdits = 500;

    /// \param session not owned, outlives the panel.
    explicit JournalPanel(Session *session, QWidget *parent = nullptr);
    ~JournalPanel() override;

    QSize sizeHint() const override;

signals:
    /// The image that an edit is about, and the place on it, was asked for; the place is empty where there is none.
    void placeChosen(const QString &image, const cv::Rect &area);
    void verifyWanted();
    void exportWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *createList();
    QWidget *createDetails();
    QLayout *createFoot();
    void connectWidgets();
    void filterImage();
    void showEntry();
    void take(const Result<EditTexts> &edits);
    void choosePlace(std::size_t edit);
    void showState();
    QString emptyText() const;
    void retranslateUi();

    Session *m_session = nullptr;
    JournalModel *m_model = nullptr;
    JournalFilterModel *m_shown = nullptr;
    EditModel *m_edits = nullptr;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_empty = nullptr;
    QLineEdit *m_search = nullptr;
    QCheckBox *m_thisImage = nullptr;
    QLabel *m_count = nullptr;
    QTableView *m_table = nullptr;
    QTreeView *m_details = nullptr;
    QLabel *m_detailNote = nullptr;
    ElidedLabel *m_head = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_verify = nullptr;
    QPushButton *m_export = nullptr;
    std::int64_t m_entry = 0; ///< whose edits are shown; 0: none
    QThreadPool m_pool;
    JobRunner<EditTexts> m_job;
};

} // namespace patina
