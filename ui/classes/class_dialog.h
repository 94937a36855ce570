#pragma once

#include "core/base/result.h"
#include "core/project/change.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace patina {

class ProjectDocument;

/// The classes of a project: names, what they are, and which key each has. Every step is a change with undo.
class ClassDialog : public QDialog
{
    Q_OBJECT
public:
    /// \param project not owned, outlives the dialog.
    explicit ClassDialog(ProjectDocument *project, QWidget *parent = nullptr);

private:
    QLayout *createNewRow();
    void createButtons();
    void fill();
    void showState();
    void addNew();
    void rename();
    void move(int by);
    void take(Result<Change> change, const QString &select = {});
    QString selected() const;

    ProjectDocument *m_project = nullptr;
    QTableWidget *m_table = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_problem = nullptr;
    bool m_filling = false;
};

} // namespace patina
