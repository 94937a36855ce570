#include "ui/dialogs/backbone_dialog.h"

#include "ui/jobs/training_runner.h"
#include "ui/look.h"
#include "ui/panels/form_column.h"
#include "ui/panels/path_field.h"
#include "ui/text/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace patina {

namespace {

constexpr const char *kTorchScript = "torchscript"; ///< as core calls it

/// Lower case, without what file names separate words by.
QString plain(const QString &name)
{
    return name.toLower().remove(QLatin1Char('-')).remove(QLatin1Char('_'));
}

} // namespace

BackboneDialog::BackboneDialog(TrainingRunner *runner, const std::vector<std::string> &architectures, QWidget *parent)
    : QDialog(parent), m_runner(runner), m_fields(new FormColumn(this)), m_install(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("backboneDialog"));
    createFields(architectures);
    m_install->setObjectName(QStringLiteral("backboneInstall"));
    m_install->setDefault(true);
    m_close->setObjectName(QStringLiteral("backboneClose"));
    m_close->setAutoDefault(false);
    m_file->setFocus();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_install);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addWidget(m_fields);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumWidth(60 * kGrid);
    connect(m_install, &QPushButton::clicked, this, &BackboneDialog::install);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_runner, &TrainingRunner::imported, this, &BackboneDialog::take);
    retranslateUi();
    showState();
}

void BackboneDialog::createFields(const std::vector<std::string> &architectures)
{
    m_hint = FormColumn::makeNote(QStringLiteral("backboneHint"), this);
    m_fields->addWide(m_hint);
    m_file = new PathField(PathField::Kind::FileToRead, QStringLiteral("backboneFile"), m_fields);
    m_fileLabel = m_fields->addField(m_file);
    m_architecture = new QComboBox(m_fields);
    for (const std::string &architecture : architectures)
        m_architecture->addItem(QString::fromStdString(architecture));
    m_architectureLabel = m_fields->addField(m_architecture, QStringLiteral("backboneArchitecture"));
    m_name = new QLineEdit(m_fields);
    m_nameLabel = m_fields->addField(m_name, QStringLiteral("backboneName"));
    m_licence = new QLineEdit(m_fields);
    m_licenceLabel = m_fields->addField(m_licence, QStringLiteral("backboneLicence"));
    m_trust = new QCheckBox(m_fields);
    m_trust->setObjectName(QStringLiteral("backboneTrust"));
    m_replace = new QCheckBox(m_fields);
    m_replace->setObjectName(QStringLiteral("backboneReplace"));
    m_problem = FormColumn::makeNote(QStringLiteral("backboneProblem"), this);
    for (QWidget *wide :
         {static_cast<QWidget *>(m_trust), static_cast<QWidget *>(m_replace), static_cast<QWidget *>(m_problem)})
        m_fields->addWide(wide);
    connect(m_file, &PathField::edited, this, &BackboneDialog::fileChanged);
    connect(m_architecture, &QComboBox::currentIndexChanged, this, &BackboneDialog::showState);
}

BackboneImport BackboneDialog::order() const
{
    BackboneImport order;
    order.file = m_file->path();
    order.architecture = m_architecture->currentText().toStdString();
    order.name = m_name->text().trimmed().toStdString();
    if (const QString licence = m_licence->text().trimmed(); !licence.isEmpty())
        order.licence = licence.toStdString();
    order.trustCode = m_trust->isChecked() && order.architecture == kTorchScript;
    order.replace = m_replace->isChecked();
    return order;
}

/// A file that is named after an architecture is of that one, as a rule; the longest name that fits wins.
void BackboneDialog::fileChanged()
{
    const QString file = plain(m_file->line()->text());
    int best = -1;
    for (int i = 0; i < m_architecture->count(); ++i) {
        const QString name = plain(m_architecture->itemText(i));
        if (file.contains(name) && (best < 0 || name.size() > plain(m_architecture->itemText(best)).size()))
            best = i;
    }
    if (best >= 0)
        m_architecture->setCurrentIndex(best);
    showState();
}

void BackboneDialog::showState()
{
    m_fields->setFieldVisible(m_trust, m_architecture->currentText() == QLatin1String(kTorchScript));
    m_name->setPlaceholderText(m_architecture->currentText());
    m_install->setEnabled(!m_file->path().empty() && !m_installing);
    m_install->setText(m_installing ? tr("Installing...") : tr("Install"));
}

void BackboneDialog::install()
{
    m_installing = true;
    FormColumn::setNote(m_problem, {});
    m_runner->importBackbone(order());
    showState();
}

void BackboneDialog::take(const Answer<std::string> &name)
{
    if (!std::exchange(m_installing, false))
        return;
    showState();
    if (!name) {
        FormColumn::setNote(m_problem, tr("It was not installed. %1").arg(Text::windowError(name.error())));
        return;
    }
    emit installed(QString::fromStdString(*name));
    accept();
}

void BackboneDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void BackboneDialog::retranslateUi()
{
    setWindowTitle(tr("Install a backbone"));
    FormColumn::setNote(m_hint,
                        tr("Weights of a network that was trained on everyday pictures: a PyTorch state dictionary "
                           "(.pth, .pt), a wheel with one inside (.whl), a TensorFlow.js model.json, a "
                           ".safetensors file, or a TorchScript module. Nothing in the file is executed."));
    FormColumn::say(m_fileLabel, tr("File"));
    m_file->setWords(tr("Weights to install"), tr("Weights (*.pth *.pt *.whl *.json *.safetensors);;All files (*)"),
                     tr("File of weights"));
    FormColumn::say(m_architectureLabel, tr("Network"), tr("The network that the weights are of"));
    FormColumn::say(m_nameLabel, tr("Name"), tr("That it is installed under; empty: the network's"));
    FormColumn::say(m_licenceLabel, tr("Licence"), tr("SPDX name of the licence of the weights"));
    m_licence->setPlaceholderText(tr("unknown"));
    m_trust->setText(tr("I trust the code that this module carries: it is run"));
    m_replace->setText(tr("Replace another backbone of that name; models made with it will refuse the new one"));
    m_close->setText(tr("Close"));
    showState();
}

} // namespace patina
