#pragma once

#include "ui/jobs/training_runner.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace patina {

class FormColumn;
class PathField;

/// Installs weights as a backbone, as `patina-cli backbone import` does.
class BackboneDialog : public QDialog
{
    Q_OBJECT
public:
    /// \param runner not owned, outlives the dialog. \param architectures that can be imported.
    BackboneDialog(TrainingRunner *runner, const std::vector<std::string> &architectures, QWidget *parent = nullptr);

    BackboneImport order() const;

signals:
    void installed(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createFields(const std::vector<std::string> &architectures);
    void retranslateUi();
    void fileChanged();
    void showState();
    void install();
    void take(const Answer<std::string> &name);

    TrainingRunner *m_runner = nullptr;
    bool m_installing = false; ///< the answer that comes is to this dialog
    FormColumn *m_fields = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_fileLabel = nullptr;
    PathField *m_file = nullptr;
    QLabel *m_architectureLabel = nullptr;
    QComboBox *m_architecture = nullptr;
    QLabel *m_nameLabel = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_licenceLabel = nullptr;
    QLineEdit *m_licence = nullptr;
    QCheckBox *m_trust = nullptr;
    QCheckBox *m_replace = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_install = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace patina
