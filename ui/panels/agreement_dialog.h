#pragma once

#include "core/project/agreement.h"
#include "ui/jobs/job_runner.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace patina {

class AgreementModel;
class DecisionListModel;
class ProjectDocument;

/// How far two readers of the project agree: kappa with its interval, who said what of the same regions, and the
/// regions behind each number.
class AgreementDialog : public QDialog
{
    Q_OBJECT
public:
    /// \param project not owned, outlives the dialog.
    explicit AgreementDialog(const ProjectDocument *project, QWidget *parent = nullptr);

    /// Shows the dialog with these readers chosen; where one is empty or unknown, others of the project.
    void showReaders(const QString &first, const QString &second);

signals:
    void regionChosen(const QString &image, const cv::Rect &box);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createWidgets();
    void layOut();
    void connectWidgets();
    void compare();
    void take(Result<std::shared_ptr<const Agreement>> agreement);
    void listRegions();
    void openRegion(int row);
    void save();
    void retranslateUi();
    void showWords();

    const ProjectDocument *m_project = nullptr;
    JobRunner<std::shared_ptr<const Agreement>> m_job;
    std::shared_ptr<const Agreement> m_agreement;
    Error m_error; ///< why there is none
    QLabel *m_firstLabel = nullptr;
    QComboBox *m_first = nullptr;
    QLabel *m_secondLabel = nullptr;
    QComboBox *m_second = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_tableTitle = nullptr;
    AgreementModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_listTitle = nullptr;
    DecisionListModel *m_decisions = nullptr;
    QTableView *m_list = nullptr;
    QPushButton *m_all = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace patina
