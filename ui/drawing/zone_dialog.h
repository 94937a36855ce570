#pragma once

#include "core/base/result.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace patina {

class ProjectDocument;

/// The zones of a project: which there are, and taking them out.
class ZoneDialog : public QDialog
{
    Q_OBJECT
public:
    /// \param project not owned, outlives the dialog.
    explicit ZoneDialog(ProjectDocument *project, QWidget *parent = nullptr);

signals:
    void failed(const patina::Error &error);

private:
    void fill();
    void removeSelected();

    ProjectDocument *m_project = nullptr;
    QTableWidget *m_table = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace patina
