#pragma once

#include "core/base/result.h"
#include "core/project/facts.h"

#include <QDialog>
#include <QTimer>

#include <cstdint>
#include <optional>

class QPushButton;
class QTableWidget;

namespace patina {

class ProjectDocument;

/// The zones of a project: which there are, and what thresholds they have, and taking them out.
class ZoneDialog : public QDialog
{
    Q_OBJECT
public:
    /// \param project not owned, outlives the dialog.
    explicit ZoneDialog(ProjectDocument *project, QWidget *parent = nullptr);

    void done(int result) override;

signals:
    void failed(const patina::Error &error);

private:
    struct Asked
    {
        std::int64_t id = 0;
        double factor = 1.0;
    };
    void fill();
    void showFactor(int row, const Zone &zone);
    void keepFactor();
    void removeSelected();

    ProjectDocument *m_project = nullptr;
    QTableWidget *m_table = nullptr;
    QPushButton *m_remove = nullptr;
    std::optional<Asked> m_asked; ///< by a key that may repeat
    QTimer m_pause;
};

} // namespace patina
