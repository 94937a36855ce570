#pragma once

#include "ui/jobs/job_runner.h"
#include "ui/models/model_comparison_model.h"
#include "ui/models/model_version_model.h"

#include <QWidget>

#include <map>
#include <utility>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;

namespace patina {

class Session;

/// Versions of the model that the project knows: two side by side, and back to an earlier one.
class BankVersionsView : public QWidget
{
    Q_OBJECT
public:
    /// \param session not owned, outlives the view.
    explicit BankVersionsView(Session *session, QWidget *parent = nullptr);
    ~BankVersionsView() override;

    /// Reads what the versions' files say.
    void refresh();
    /// Scores or thresholds are others.
    void recount();

signals:
    void versionChosen(const QString &file, const std::string &hash);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createList();
    QWidget *createComparison();
    void connectWidgets();
    std::vector<std::string> selectedHashes() const;
    void select(const std::vector<std::string> &hashes);
    void take(std::vector<KnownVersion> versions);
    void showSelected();
    std::pair<int, int> rowsToCompare() const;
    std::optional<ComparedModel> compared(int row);
    const VerdictCounts &countsOf(const KnownVersion &known);
    void useSelected();
    void retranslateUi();

    Session *m_session = nullptr;
    ModelVersionModel *m_versions = nullptr;
    ModelComparisonModel *m_comparison = nullptr;
    DifferenceFilterModel *m_lines = nullptr;
    QLabel *m_hint = nullptr;
    QTableView *m_table = nullptr;
    QTableView *m_sides = nullptr;
    QCheckBox *m_differences = nullptr;
    QPushButton *m_use = nullptr;
    std::map<std::string, VerdictCounts> m_counts; ///< by hash, of those that were asked for
    JobRunner<std::vector<KnownVersion>> m_job;
};

} // namespace patina
