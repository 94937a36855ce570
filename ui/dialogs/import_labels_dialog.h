#pragma once

#include "core/project/label_format.h"

#include <QDialog>
#include <QStringList>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace patina {

/// Asks for labels of another program: file or folder, format, whose word they are.
class ImportLabelsDialog : public QDialog
{
    Q_OBJECT
public:
    /// \param readers who has labelled something already. \param folder where choosing a source begins.
    ImportLabelsDialog(const QStringList &readers, const QString &folder, QWidget *parent);

    QString source() const;
    /// None: told by the contents.
    std::optional<LabelFormat> format() const;
    /// Empty: "ground truth".
    QString reader() const;

private:
    void createControls(const QStringList &readers);
    void createLayout();
    void chooseFile();
    void chooseFolder();
    void showState();

    QString m_folder;
    QLineEdit *m_source = nullptr;
    QPushButton *m_file = nullptr;
    QPushButton *m_chosenFolder = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_reader = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace patina
