#pragma once

#include "core/pipeline/model.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/likeness.h"

#include <QModelIndex>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace patina {

class ElidedLabel;
class PatchView;
class Session;
class SuspectModel;

/// What may be contamination of the bank: a list with a picture of the chosen region.
class BankSuspectsView : public QWidget
{
    Q_OBJECT
public:
    /// \param session not owned, outlives the view.
    explicit BankSuspectsView(Session *session, QWidget *parent = nullptr);

    /// Of the model that is open; nothing where it is shown already.
    void showModel();

signals:
    void placeChosen(const QString &dataset, const QString &image, const cv::Rect &area);
    /// These are to be written into a list.
    void listWanted(const std::vector<patina::SuspectRegion> &suspects);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createPicture();
    void connectWidgets();
    void showChosen();
    void loadPicture();
    QModelIndexList selected() const;
    void saveSelected();
    void showSummary();
    void retranslateUi();

    Session *m_session = nullptr;
    SuspectModel *m_suspects = nullptr;
    QLabel *m_summary = nullptr;
    QTableView *m_table = nullptr;
    PatchView *m_picture = nullptr;
    ElidedLabel *m_caption = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_saveAll = nullptr;
    std::string m_shown; ///< hash of its model
    QTimer m_pause;      ///< so that a key that is held does not read an image for each line
    JobRunner<PatchPicture> m_job;
};

} // namespace patina
