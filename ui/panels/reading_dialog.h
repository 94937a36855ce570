#pragma once

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;

namespace patina {

class ProjectDocument;

/// Asks who reads for the second time, and whose regions.
class ReadingDialog : public QDialog
{
    Q_OBJECT
public:
    /// \param project open to write, with at least one reader; not owned, outlives the dialog.
    explicit ReadingDialog(ProjectDocument *project, QWidget *parent = nullptr);

    void accept() override;

private:
    void fill();
    void createWidgets();
    void check();

    ProjectDocument *m_project = nullptr;
    QLabel *m_intro = nullptr;
    QComboBox *m_reader = nullptr;
    QComboBox *m_first = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace patina
