#pragma once

#include "core/project/export_labels.h"

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace patina {

/// Asks how and where labels are to be written.
class ExportLabelsDialog : public QDialog
{
    Q_OBJECT
public:
    /// \param readers who has labelled something. \param folder where choosing a target begins.
    ExportLabelsDialog(const QStringList &readers, const QString &folder, QWidget *parent);

    /// But for the project's folder.
    LabelExport request() const;
    QString target() const;

private:
    void createControls(const QStringList &readers);
    void createLayout();
    LabelFormat format() const;
    void chooseTarget();
    /// What the format has a use for.
    void showState();

    QString m_folder;
    QComboBox *m_format = nullptr;
    QLabel *m_hint = nullptr;
    QComboBox *m_reader = nullptr;
    QComboBox *m_shapes = nullptr;
    QCheckBox *m_links = nullptr;
    QLineEdit *m_target = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace patina
