#include "ui/synthesis/preset_menu.h"

#include "ui/look.h"
#include "ui/synthesis/replace_question.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>

namespace patina {

PresetMenu::PresetMenu(const QString &folder, QWidget *parent)
    : QPushButton(parent), m_presets(folder), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("synthesisPresets"));
    m_menu->setObjectName(QStringLiteral("synthesisPresetMenu"));
    setAutoDefault(false);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &PresetMenu::fill);
    retranslateUi();
}

void PresetMenu::fill()
{
    m_menu->clear();
    for (const SynthesisPresets::Preset &preset : SynthesisPresets::builtIn()) {
        QAction *action = m_menu->addAction(preset.name);
        action->setObjectName(QStringLiteral("preset_") + QString::fromStdString(preset.spec.surface));
        connect(action, &QAction::triggered, this, [this, spec = preset.spec] { emit chosen(spec); });
    }
    m_menu->addSeparator();
    const QStringList names = m_presets.names();
    for (const QString &name : names) {
        QAction *action = m_menu->addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, name] {
            const auto spec = m_presets.read(name);
            spec ? emit chosen(*spec) : emit failed(Text::windowError(spec.error()));
        });
    }
    if (!names.isEmpty()) {
        QMenu *remove = m_menu->addMenu(tr("&Remove a preset"));
        for (const QString &name : names)
            connect(remove->addAction(name), &QAction::triggered, this, [this, name] { removePreset(name); });
        m_menu->addSeparator();
    }
    connect(m_menu->addAction(tr("&Keep as a preset...")), &QAction::triggered, this, &PresetMenu::askName);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Open a specification...")), &QAction::triggered, this, [this] { askFile(false); });
    connect(m_menu->addAction(tr("&Save the specification...")), &QAction::triggered, this, [this] { askFile(true); });
}

void PresetMenu::askName()
{
    const QString name = QInputDialog::getText(this, tr("Keep as a preset"), tr("Name of the preset")).trimmed();
    if (!name.isEmpty())
        emit keepWanted(name);
}

void PresetMenu::askFile(bool toWrite)
{
    const QString filter = tr("Specifications (*.json);;All files (*)");
    // The dialog would ask before the ending is added.
    const QString file = toWrite ? QFileDialog::getSaveFileName(this, tr("Save the specification"), QString(), filter,
                                                                nullptr, QFileDialog::DontConfirmOverwrite)
                                 : QFileDialog::getOpenFileName(this, tr("Open a specification"), QString(), filter);
    if (!file.isEmpty())
        toWrite ? save(file) : load(file);
}

void PresetMenu::save(const QString &file)
{
    const QString ending = QStringLiteral(".json");
    const QString whole = file.endsWith(ending) ? file : file + ending;
    if (!QFileInfo::exists(whole)) {
        emit saveWanted(whole);
        return;
    }
    const ReplaceQuestion question{tr("Save the specification"),
                                   tr("The file %1 is there already. Replace it?").arg(fileNameOf(pathOf(whole))),
                                   tr("Replace")};
    askToReplace(this, question, [this, whole] { emit saveWanted(whole); });
}

void PresetMenu::load(const QString &file)
{
    const auto spec = readSpec(pathOf(file));
    spec ? emit chosen(*spec) : emit failed(Text::windowError(spec.error()));
}

void PresetMenu::keep(const QString &name, const SynthesisSpec &spec)
{
    if (!m_presets.names().contains(name))
        return store(name, spec);
    const ReplaceQuestion question{tr("Keep as a preset"), tr("There is a preset %1 already. Replace it?").arg(name),
                                   tr("Replace")};
    askToReplace(this, question, [this, name, spec] { store(name, spec); });
}

void PresetMenu::store(const QString &name, const SynthesisSpec &spec)
{
    if (const auto kept = m_presets.keep(name, spec); !kept)
        emit failed(Text::windowError(kept.error()));
}

void PresetMenu::removePreset(const QString &name)
{
    const auto answer = QMessageBox::question(this, tr("Remove a preset"), tr("Remove the preset %1?").arg(name));
    if (answer == QMessageBox::Yes && !m_presets.remove(name))
        emit failed(tr("The preset %1 cannot be removed.").arg(name));
}

void PresetMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QPushButton::changeEvent(event);
}

void PresetMenu::retranslateUi()
{
    setText(tr("Presets"));
    setToolTip(tr("Named specifications, and files of them"));
}

} // namespace patina
