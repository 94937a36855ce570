#pragma once

#include "ui/synthesis/synthesis_presets.h"

#include <QPushButton>

class QMenu;

namespace patina {

/// Named specifications to begin with, those of the user, and files of them.
class PresetMenu : public QPushButton
{
    Q_OBJECT
public:
    /// \param folder of the user's presets.
    PresetMenu(const QString &folder, QWidget *parent = nullptr);

signals:
    void chosen(const patina::SynthesisSpec &spec);
    void failed(const QString &sentence);
    /// The specification as it stands is to be kept under a name, or in a file.
    void keepWanted(const QString &name);
    void saveWanted(const QString &file);

public slots:
    /// Reads a specification or a manifest.
    void load(const QString &file);
    /// Asks where one of that name is there.
    void keep(const QString &name, const patina::SynthesisSpec &spec);
    /// Adds .json where it is missing; asks where such a file is there.
    void save(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void askName();
    void askFile(bool toWrite);
    void removePreset(const QString &name);
    void store(const QString &name, const SynthesisSpec &spec);
    void retranslateUi();

    SynthesisPresets m_presets;
    QMenu *m_menu = nullptr;
};

} // namespace patina
